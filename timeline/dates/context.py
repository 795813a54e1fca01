"""What a reader of printed dates knows beforehand, and what the reading returns."""

from __future__ import annotations

from dataclasses import dataclass

from .calendars import Calendar
from .historical_date import HistoricalDate


@dataclass(frozen=True, slots=True)
class DateContext:
    """What the document says about its dates; every part may be missing."""

    calendar: Calendar | None = None
    document_date: HistoricalDate | None = None
    previous: HistoricalDate | None = None
    language: str = "en"
    year_start: str = "1 January"
    place: str = ""
    order: str = ""  # of figures: "day first" or "month first"; "" when not known


@dataclass(frozen=True, slots=True)
class Supplied:
    """A part of the date that the text does not print, and where it was taken from."""

    what: str  # "year", "month", "calendar", "end month", …
    value: str
    source: str  # "document date", "document calendar", "previous date"


@dataclass(frozen=True, slots=True)
class Reading:
    """One thing a printed date may mean."""

    date: HistoricalDate
    why: str
    supplied: tuple[Supplied, ...] = ()
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadResult:
    """All readings of a printed date: one, several (ambiguous) or none (refused)."""

    readings: tuple[Reading, ...]
    why: str
    column: int | None = None

    @property
    def reading(self) -> Reading | None:
        """The only reading, or `None` when there are several or none."""
        return self.readings[0] if len(self.readings) == 1 else None

    @property
    def is_ambiguous(self) -> bool:
        """Several readings remain."""
        return len(self.readings) > 1

    @property
    def is_refused(self) -> bool:
        """No reading; `why` says the reason."""
        return not self.readings
