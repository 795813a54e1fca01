"""What the context supplies to a printed date, and from where; or why it cannot.

The date told before (`previous`) comes first, then the document's own date. A year is
taken over only when the base lies in one year; near the turn of the year the nearer one
is taken: "December 28" in a letter of January 3 is the December before.
"""

from __future__ import annotations

from typing import NamedTuple

from .calendars import Calendar
from .context import DateContext, Supplied
from .day_number import civil_date, day_number
from .errors import DateError
from .historical_date import HistoricalDate
from .reading_parts import Parts
from .reckoning import CivilDate

DOCUMENT = "document date"
PREVIOUS = "previous date"
# Months. Letters tell of what was more often than of what will be.
_FAR_AHEAD_OF_DOCUMENT = 7
_FAR = 10
# Years: "'62" beside a date of 1849 may well be later, in a letter of 1849 hardly.
_FUTURE = {DOCUMENT: 10, PREVIOUS: 50}


class Base(NamedTuple):
    """A date that others are told from: its first and last day in one calendar."""

    first: CivilDate
    last: CivilDate
    first_day: int
    last_day: int
    source: str

    @property
    def is_day(self) -> bool:
        return self.first_day == self.last_day

    @property
    def year(self) -> int | None:
        """The year it lies in, when that is one year."""
        return self.first.year if self.first.year == self.last.year else None

    @property
    def month(self) -> tuple[int, int] | None:
        """Year and month it lies in, when that is one month."""
        return self.first[:2] if self.first[:2] == self.last[:2] else None


def base(date: HistoricalDate | None, calendar: Calendar, source: str) -> Base | None:
    """The date as a base in this calendar; `None` when an end is open or unknown."""
    if date is None or date.start_min is None or date.end_max is None:
        return None
    # A year or month stays that year or month in the calendar it was written in.
    own = calendar if date.start_min == date.end_max else date.calendar
    try:
        first = civil_date(own, date.start_min)
        last = civil_date(own, date.end_max)
    except DateError:
        return None
    return Base(first, last, date.start_min, date.end_max, source)


def bases(context: DateContext, calendar: Calendar) -> list[Base]:
    """The bases the context gives, the nearer first."""
    found = (
        base(context.previous, calendar, PREVIOUS),
        base(context.document_date, calendar, DOCUMENT),
    )
    return [each for each in found if each is not None]


def supply_year(
    parts: Parts, context: DateContext, calendar: Calendar
) -> tuple[list[Supplied], list[str]]:
    """Give the parts their year; what was supplied, and warnings."""
    if parts.short_year is not None:
        return _century_of(parts, context, calendar), []
    if parts.year_offset is not None:
        return _told_year(parts, context, calendar), []
    if parts.month_step is not None:
        return _stepped_year(parts, context, calendar), []
    known = bases(context, calendar)
    for found in known:
        if found.year is not None:
            year, warnings = _nearest(found, parts)
            parts.year = year
            return [Supplied("year", str(year), found.source)], warnings
    if known:
        raise DateError(
            f"No year: the {known[0].source} covers more than one year.",
            parts.start,
            "a year in the text",
        )
    raise DateError(
        "No year: neither the text nor its context gives one.", parts.end, "a year"
    )


def _nearest(found: Base, parts: Parts) -> tuple[int, list[str]]:
    """The base's year, or its neighbour when that is clearly nearer in time."""
    year = found.first.year
    if found.month is None or parts.month is None:
        return year, []
    ahead = parts.month - found.first.month
    far = _FAR_AHEAD_OF_DOCUMENT if found.source == DOCUMENT else _FAR
    if ahead >= far:
        return year - 1, [f"The turn of the year lies between: {year - 1}, not {year}."]
    if ahead <= -_FAR:
        return year + 1, [f"The turn of the year lies between: {year + 1}, not {year}."]
    return year, []


def _century_of(
    parts: Parts, context: DateContext, calendar: Calendar
) -> list[Supplied]:
    """'48 in a letter of 1862 is 1848: the last year so written, up to the letter."""
    short = parts.short_year or 0
    for found in bases(context, calendar)[::-1]:
        year = found.last.year - found.last.year % 100 + short
        if year > found.last.year + _FUTURE[found.source]:
            year -= 100
        parts.year, parts.short_year = year, None
        return [Supplied("century", str((year - 1) // 100 + 1), found.source)]
    raise DateError(
        f"The year is printed with two figures ({short:02}); the century is not known.",
        parts.start,
        "a year of four figures",
    )


def _told_year(
    parts: Parts, context: DateContext, calendar: Calendar
) -> list[Supplied]:
    """ "of last year", from the document; "of the same year", from the date before."""
    known = bases(context, calendar)
    if parts.year_offset != 0:
        known = known[::-1]
    for found in known:
        if found.year is not None:
            parts.year = found.year + (parts.year_offset or 0)
            return [Supplied("year", str(parts.year), found.source)]
    raise DateError(
        "The year is told from another date, which is not known.",
        parts.start,
        "a document date or a previous date",
    )


def _stepped_year(
    parts: Parts, context: DateContext, calendar: Calendar
) -> list[Supplied]:
    """ "Dec. last" and "July next": the nearest such month before or after."""
    found = base(context.document_date, calendar, DOCUMENT)
    if found is None or found.month is None:
        raise DateError(
            "The month is told from the document's month, which is not known.",
            parts.start,
            "a document date with a month",
        )
    year, month = found.month
    step, named = parts.month_step or 0, parts.month or 0
    is_here = named < month if step < 0 else named > month
    parts.year = year if is_here else year + step
    return [Supplied("year", str(parts.year), DOCUMENT)]


def supply_month(
    parts: Parts, context: DateContext, calendar: Calendar
) -> list[Supplied]:
    """inst., ult. and prox. count from the month of the document."""
    offset = parts.month_offset or 0
    found = base(context.document_date, calendar, DOCUMENT)
    if found is None or found.month is None:
        raise DateError(
            "The month is told from the document's month, which is not known.",
            parts.start,
            "a document date with a month",
        )
    year, month = add_months(*found.month, offset)
    parts.month, parts.month_offset = month, None
    supplied = [Supplied("month", str(month), DOCUMENT)]
    if not parts.has_year:
        parts.year = year
        supplied.append(Supplied("year", str(year), DOCUMENT))
    return supplied


def supply_day_of_month(
    parts: Parts, context: DateContext, calendar: Calendar
) -> list[Parts]:
    """ "the 14th": in the month told before, or in the document's, if that decides."""
    for found in bases(context, calendar):
        if found.month is None:
            continue
        months = [add_months(*found.month, step) for step in _steps(found, parts)]
        days = [_in_month(parts, year, month) for year, month in months]
        fitting = [day for day in days if _fits_weekday(day, calendar)]
        if fitting or len(days) == 1:
            return fitting or days
    raise DateError(
        "No month: neither the text nor its context gives one.", parts.end, "a month"
    )


def _steps(found: Base, parts: Parts) -> tuple[int, ...]:
    """The months, counted from the base's, that a day by itself may lie in."""
    if found.source == PREVIOUS or not found.is_day:
        return (0,)
    is_over = (parts.day or 0) <= found.first.day
    if parts.is_past:
        return (0,) if is_over else (-1,)
    if parts.weekday is not None:
        return (-1, 0, 1)
    return (0,) if is_over else (-1, 0)


def _fits_weekday(parts: Parts, calendar: Calendar) -> bool:
    if parts.weekday is None:
        return True
    try:
        return day_of(parts, calendar) % 7 == parts.weekday
    except DateError:
        return False


def _in_month(parts: Parts, year: int, month: int) -> Parts:
    return Parts(
        parts.start,
        parts.end,
        year=year,
        month=month,
        day=parts.day,
        weekday=parts.weekday,
        qualifier=parts.qualifier,
    )


def add_months(year: int, month: int, count: int) -> tuple[int, int]:
    """The month so many months on; years of twelve months."""
    return divmod(year * 12 + month - 1 + count, 12)[0], (month - 1 + count) % 12 + 1


def day_parts(parts: Parts, day: int, calendar: Calendar) -> Parts:
    """The same printed words, their day now known by its number."""
    year, month, number = civil_date(calendar, day)
    return Parts(
        parts.start,
        parts.end,
        year=year,
        month=month,
        day=number,
        qualifier=parts.qualifier,
    )


def day_of(parts: Parts, calendar: Calendar) -> int:
    """The day number of complete parts."""
    try:
        return day_number(calendar, parts.year or 0, parts.month or 0, parts.day or 0)
    except DateError as error:
        raise DateError(error.message, parts.start, error.expected) from None
