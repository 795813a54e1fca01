"""The date an event follows, as other programs need it: parts, words, ISO 8601.

A date is never made more precise than it is: a year stays a year. What a format cannot
say is said in words beside it.
"""

import re
from typing import NamedTuple

from timeline.dates import (
    Calendar,
    HistoricalDate,
    civil_date,
    day_number,
    parse_edtf,
    word_date,
)

from .event_records import EventRecord

_TIME = re.compile(r"T([0-9]{2}):([0-9]{2}):([0-9]{2})")
_MOMENT = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+-][0-9]{2}:[0-9]{2})?"
)
STYLES = {Calendar.GREGORIAN: "Gregorian", Calendar.JULIAN: "Julian"}


class Parts(NamedTuple):
    """A year, a month of it or a day; years are astronomical (0 is 1 BC)."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def iso(self) -> str:
        """ISO 8601: as much as is known; long years with a sign and six digits."""
        year = f"{self.year:04d}" if 0 <= self.year <= 9999 else f"{self.year:+07d}"
        if -9999 <= self.year < 0:
            year = f"-{-self.year:04d}"
        rest = (f"{part:02d}" for part in (self.month, self.day) if part)
        return "-".join((year, *rest))


def date_of(event: EventRecord) -> HistoricalDate | None:
    """The date the event follows, in the calendar it was written in."""
    dating = event.accepted
    if dating is None or not dating["edtf_written"]:
        return None
    return parse_edtf(dating["edtf_written"], Calendar(dating["calendar"]))


def wording(date: HistoricalDate) -> str:
    """The date in words, in both styles when it was written in another calendar."""
    gregorian = word_date(date, Calendar.GREGORIAN)
    if date.calendar is Calendar.GREGORIAN:
        return gregorian
    style = STYLES.get(date.calendar, date.calendar.value.replace("_", " "))
    return f"{word_date(date)} ({style}), {gregorian} (Gregorian)"


def parts(day: int) -> Parts:
    """A day number as a Gregorian day."""
    return Parts(*civil_date(Calendar.GREGORIAN, day))


def stretch(first: int, last: int) -> Parts | None:
    """The day, month or year that lasts from the first day to the last, if one does."""
    start, end = parts(first), parts(last)
    if first == last:
        return start
    if start.day != 1 or start.year != end.year:
        return None
    if (start.month, end.month, end.day) == (1, 12, 31):
        return Parts(start.year)
    if start.month == end.month and parts(last + 1).day == 1:
        return Parts(start.year, start.month)
    return None


def ends(date: HistoricalDate) -> tuple[Parts | None, Parts | None]:
    """Start and end; no end for one day, month or year. Each as coarse as it is known.

    A stretch that has no name (a decade, a season) goes from its first day to its last,
    in whole years or months where its ends are those of years or months.
    """
    first, last = date.start_min, date.end_max
    if first is not None and last is not None and (whole := stretch(first, last)):
        return whole, None
    start = date.start_max is not None and first is not None
    end = date.end_min is not None and last is not None
    one = stretch(first, date.start_max) if start else None
    other = stretch(date.end_min, last) if end else None
    if first is not None and one is None:
        one = _from(first, last)
    if last is not None and other is None:
        other = _to(first, last)
    return one, other


def _from(first: int, last: int | None) -> Parts:
    start = parts(first)
    end = parts(last + 1) if last is not None else None
    if end and (start.month, start.day) == (end.month, end.day) == (1, 1):
        return Parts(start.year)
    if end and start.day == end.day == 1:
        return Parts(start.year, start.month)
    return start


def _to(first: int | None, last: int) -> Parts:
    end = parts(last)
    start = _from(first, last) if first is not None else end
    return Parts(*end[: sum(part is not None for part in start)])


def time_of(date: HistoricalDate) -> tuple[int, int, int] | None:
    """Hour, minute and second, where a date has them."""
    found = _TIME.search(date.edtf_written)
    return tuple(map(int, found.groups())) if found else None  # type: ignore[return-value]


def moment(date: HistoricalDate) -> str:
    """The Gregorian day with its time in ISO 8601, of a date that is one moment."""
    return date.edtf if _MOMENT.fullmatch(date.edtf) else ""


def first_day(part: Parts) -> int:
    """The day number of the first day of a year, month or day."""
    return day_number(Calendar.GREGORIAN, part.year, part.month or 1, part.day or 1)
