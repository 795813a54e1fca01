"""The short way for the dates that are most of all: YYYY, YYYY-MM, YYYY-MM-DD, A/B.

It gives what the scanner of the whole syntax gives, or `None`: for everything else,
and for a day that does not exist or an end before its beginning, of which the scanner
says what is wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from .calendars import Calendar
from .historical_date import HistoricalDate, Shape
from .julian_gregorian import (
    gregorian_date,
    gregorian_day,
    gregorian_month_length,
    julian_day,
    julian_month_length,
)

_DATE = r"(?!-0000)(-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?"
_PLAIN = re.compile(f"{_DATE}(?:/{_DATE})?").fullmatch
Number = Callable[[int, int, int], int]
Length = Callable[[int, int], int]
_RULES: dict[Calendar, tuple[Number, Length]] = {
    Calendar.GREGORIAN: (gregorian_day, gregorian_month_length),
    Calendar.JULIAN: (julian_day, julian_month_length),
}


def plain_date(text: str, calendar: Calendar) -> HistoricalDate | None:
    """A plain date, or the interval of two, in the Gregorian or Julian calendar."""
    if (found := plain_bounds(text, calendar)) is None:
        return None
    edtf, start_min, start_max, end_min, end_max, shape = found
    return HistoricalDate(
        *(calendar, text, edtf, start_min, start_max, end_min, end_max), shape=shape
    )


def plain_bounds(
    text: str, calendar: Calendar
) -> tuple[str, int, int, int, int, Shape] | None:
    """What follows from a plain date: its EDTF, its four bounds in days, its shape.

    Both ends are known, and nothing is in doubt.
    """
    if (rules := _RULES.get(calendar)) is None or (plain := _PLAIN(text)) is None:
        return None
    year, month, day, end_year, end_month, end_day = plain.groups()
    if (start := _days(year, month, day, *rules)) is None:
        return None
    end, shape = start, Shape.POINT
    if end_year is not None:
        whole = _days(end_year, end_month, end_day, *rules)
        if whole is None or whole[1] < start[0]:
            return None
        end, shape = whole, Shape.INTERVAL
    if calendar is Calendar.GREGORIAN:
        return text, *start, *end, shape
    if (edtf := _gregorian_text(start[0], end[1], shape)) is None:
        return None
    return edtf, *start, *end, shape


def _days(
    year: str, month: str | None, day: str | None, number: Number, length: Length
) -> tuple[int, int] | None:
    """First and last day of a year, a month or a day."""
    y = int(year)
    if month is None:
        return number(y, 1, 1), number(y, 12, 31)
    m = int(month)
    if day is None:
        first = number(y, m, 1)
        return first, first + length(y, m) - 1
    only = int(day)
    if not 0 < only <= length(y, m):
        return None
    first = number(y, m, only)
    return first, first


def _gregorian_text(first: int, last: int, shape: Shape) -> str | None:
    """One day, or an interval of days: a Julian month or year is one."""
    start = _day_text(first)
    if first == last and shape is Shape.POINT:
        return start
    end = _day_text(last)
    return f"{start}/{end}" if start and end else None


def _day_text(day_number: int) -> str | None:
    """A day in EDTF, which names days of years of four digits only."""
    year, month, day = gregorian_date(day_number)
    if abs(year) > 9999:
        return None
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"
