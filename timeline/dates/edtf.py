"""EDTF text (ISO 8601-2:2019, Annex A, levels 0 to 2) to `HistoricalDate`.

EDTF is Gregorian by definition; the same syntax may be read in another calendar, and
the value then also holds the Gregorian EDTF. What is accepted and refused, and the
conventions for seasons, stand in `docs/dates.md`.
"""

from __future__ import annotations

import re

from .calendars import Calendar
from .edtf_bounds import bounds_of
from .edtf_conversion import convert
from .edtf_date_scanner import seconds_of
from .edtf_scanner import scan_edtf
from .edtf_syntax import EdtfDate, EdtfInterval, EdtfValue, doubt_of, edtf_text
from .historical_date import HistoricalDate, Qualifier, Shape
from .julian_gregorian import (
    gregorian_date,
    gregorian_day,
    gregorian_month_length,
    julian_day,
    julian_month_length,
)

_PLAIN = re.compile(r"(?!-0000)(-?[0-9]{4})(?:-(0[1-9]|1[0-2])(?:-([0-3][0-9]))?)?")
_QUALIFIERS = (
    Qualifier.NONE,
    Qualifier.UNCERTAIN,
    Qualifier.APPROXIMATE,
    Qualifier.BOTH,
)


def parse_edtf(text: str, calendar: Calendar = Calendar.GREGORIAN) -> HistoricalDate:
    """Read EDTF syntax in a calendar; refused with the column of what is wrong."""
    plain = _PLAIN.fullmatch(text) if isinstance(text, str) else None
    if calendar is Calendar.GREGORIAN:
        date = _plain_date(text, plain) if plain else None
    elif calendar is Calendar.JULIAN:
        date = _plain_julian_date(text, plain) if plain else None
    else:
        calendar, date = Calendar(calendar), None
    return date or date_from_value(scan_edtf(text), calendar, text)


def date_in_calendar(date: HistoricalDate, calendar: Calendar) -> HistoricalDate:
    """The same days, as another calendar writes them."""
    if calendar is date.calendar:
        return date
    value = scan_edtf(date.edtf_written)
    return date_from_value(convert(value, date.calendar, calendar), calendar)


def date_from_value(
    value: EdtfValue, calendar: Calendar, text: str = ""
) -> HistoricalDate:
    """The date that the parts of an EDTF string make; `text` is where they stood."""
    bounds = bounds_of(value, calendar)
    doubt = doubt_of(value)
    # Only qualifiers can be written in several ways.
    written = edtf_text(value) if doubt or not text else text
    return HistoricalDate(
        calendar,
        written,
        written
        if calendar is Calendar.GREGORIAN
        else edtf_text(convert(value, calendar, Calendar.GREGORIAN)),
        *bounds,
        _shape(value),
        _QUALIFIERS[doubt],
        seconds_of(value.time) if isinstance(value, EdtfDate) and value.time else 0,
    )


def _shape(value: EdtfValue) -> Shape:
    if isinstance(value, EdtfDate):
        return Shape.POINT
    return Shape.INTERVAL if isinstance(value, EdtfInterval) else value.shape


def _plain_date(text: str, plain: re.Match[str]) -> HistoricalDate | None:
    """The short way for the dates that are most of all: YYYY, YYYY-MM, YYYY-MM-DD.

    `None` for a day that does not exist; the scanner then says why.
    """
    year = int(plain[1])
    if plain[3]:
        month, day = int(plain[2]), int(plain[3])
        if not 0 < day <= gregorian_month_length(year, month):
            return None
        first = last = gregorian_day(year, month, day)
    elif plain[2]:
        month = int(plain[2])
        first = gregorian_day(year, month, 1)
        last = first + gregorian_month_length(year, month) - 1
    else:
        first, last = gregorian_day(year, 1, 1), gregorian_day(year, 12, 31)
    return HistoricalDate(Calendar.GREGORIAN, text, text, first, last, first, last)


def _plain_julian_date(text: str, plain: re.Match[str]) -> HistoricalDate | None:
    """The same in Old Style: a month or a year is the interval of its days."""
    year = int(plain[1])
    month, day = int(plain[2] or 1), int(plain[3] or 1)
    if not 0 < day <= julian_month_length(year, month):
        return None
    first = last = julian_day(year, month, day)
    if not plain[3]:
        month = month if plain[2] else 12
        last = julian_day(year, month, julian_month_length(year, month))
    start = _gregorian_text(first)
    end = start if first == last else _gregorian_text(last)
    if start is None or end is None:
        return None
    edtf = start if first == last else f"{start}/{end}"
    return HistoricalDate(Calendar.JULIAN, text, edtf, first, last, first, last)


def _gregorian_text(day_number: int) -> str | None:
    """A day in EDTF, which names days of years of four digits only."""
    year, month, day = gregorian_date(day_number)
    if abs(year) > 9999:
        return None
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day:02}"
