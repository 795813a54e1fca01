"""The value this room is about: a date as written, as EDTF, and as bounds in days."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from .calendars import Calendar
from .reckoning import MAX_DAY


class EndKind(StrEnum):
    """What is known of an end: a day or days, that there is none, or nothing."""

    KNOWN = "known"
    OPEN = "open"
    UNKNOWN = "unknown"


class Shape(StrEnum):
    """One date, a stretch of time, one out of several dates, or all of several."""

    POINT = "point"
    INTERVAL = "interval"
    ONE_OF = "one_of"
    ALL_OF = "all_of"


class Qualifier(StrEnum):
    """The doubt the source itself expresses, on the whole or on any part."""

    NONE = ""
    UNCERTAIN = "uncertain"
    APPROXIMATE = "approximate"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class HistoricalDate:
    """A date in history. Made by `parse_edtf` and `read_date`, never by hand.

    The start lies from `start_min` to `start_max`, the end from `end_min` to `end_max`
    (day numbers, both included). A bound is `None` when that end is open or unknown.
    Values are equal when calendar and written form are; they sort by their first day,
    then by the time of day, then by their last day.
    """

    calendar: Calendar
    edtf_written: str
    edtf: str
    start_min: int | None
    start_max: int | None
    end_min: int | None
    end_max: int | None
    start_kind: EndKind = EndKind.KNOWN
    end_kind: EndKind = EndKind.KNOWN
    shape: Shape = Shape.POINT
    qualifier: Qualifier = Qualifier.NONE
    seconds: int = 0

    @property
    def first_day(self) -> int | None:
        """The earliest day possible; `None` when open or unknown."""
        return self.start_min

    @property
    def last_day(self) -> int | None:
        """The latest day possible; `None` when open or unknown."""
        return self.end_max

    def meets(self, other: HistoricalDate) -> bool:
        """Whether some day lies within the bounds of both."""
        return _first(self) <= _last(other) and _first(other) <= _last(self)

    @property
    def sort_key(self) -> tuple[int, int, int, str, str]:
        """Order of values; open and unknown ends lie beyond every day."""
        return (
            _first(self),
            self.seconds,
            _last(self),
            self.calendar.value,
            self.edtf_written,
        )

    def __lt__(self, other: HistoricalDate) -> bool:
        return self.sort_key < other.sort_key

    def __str__(self) -> str:
        return self.edtf_written


def _first(date: HistoricalDate) -> int:
    return -MAX_DAY if date.start_min is None else date.start_min


def _last(date: HistoricalDate) -> int:
    return MAX_DAY if date.end_max is None else date.end_max
