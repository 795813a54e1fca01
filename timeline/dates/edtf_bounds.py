"""The first and last day an EDTF expression can mean, in any calendar.

Qualifiers never move a bound. A set has the bounds of its hull.
"""

from __future__ import annotations

from typing import NamedTuple

from .calendars import Calendar
from .day_number import check_month, check_year, day_number
from .edtf_syntax import (
    EdtfDate,
    EdtfEnd,
    EdtfInterval,
    EdtfMember,
    EdtfSet,
    EdtfValue,
)
from .edtf_unspecified import unspecified_bounds
from .errors import DateError
from .historical_date import EndKind, Shape
from .reckoning import MAX_DAY
from .spans import GROUPINGS, grouping_span, month_span, years_span


class Bounds(NamedTuple):
    """Earliest and latest day of the start and of the end of an expression."""

    start_min: int | None
    start_max: int | None
    end_min: int | None
    end_max: int | None
    start_kind: EndKind = EndKind.KNOWN
    end_kind: EndKind = EndKind.KNOWN


def bounds_of(value: EdtfValue, calendar: Calendar) -> Bounds:
    """The bounds of a date, an interval or a set."""
    if isinstance(value, EdtfDate):
        first, last = date_bounds(value, calendar)
        return Bounds(first, last, first, last)
    if isinstance(value, EdtfInterval):
        return _interval_bounds(value, calendar)
    return _set_bounds(value, calendar)


def date_bounds(date: EdtfDate, calendar: Calendar) -> tuple[int, int]:
    """First and last day of one date expression."""
    if date.is_long or date.significant:
        return _year_bounds(date, calendar)
    if not date.is_unspecified:
        return _given_bounds(date, calendar)
    return unspecified_bounds(date, calendar)


def _given_bounds(date: EdtfDate, calendar: Calendar) -> tuple[int, int]:
    year = -int(date.year) if date.negative else int(date.year)
    column = date.column
    try:
        check_year(calendar, year)
        if not date.month:
            return years_span(year, year, calendar)
        column = date.month_column
        month = int(date.month)
        if month in GROUPINGS:
            return grouping_span(year, month, calendar)
        if not date.day:
            return month_span(year, month, calendar)
        check_month(calendar, year, month)
        column = date.day_column
        only = day_number(calendar, year, month, int(date.day))
        return only, only
    except DateError as error:
        raise DateError(error.message, column, error.expected) from None


def _year_bounds(date: EdtfDate, calendar: Calendar) -> tuple[int, int]:
    """A year beyond four digits, or one with so many significant digits."""
    if date.is_long and calendar is not Calendar.GREGORIAN:
        raise DateError(
            "Years of more than four digits are Gregorian; EDTF could not name the "
            "days of another calendar there.",
            date.column,
            "a year of four digits",
        )
    low = high = date.year_number
    if date.significant:
        low, high = _significant_years(date, date.significant)
    try:
        return years_span(low, high, calendar)
    except DateError as error:
        raise DateError(error.message, date.column, error.expected) from None


def _significant_years(date: EdtfDate, significant: int) -> tuple[int, int]:
    """The years that begin with the digits that are sure (ISO 8601-2, 4.4.3)."""
    size = abs(date.year_number)
    digits = len(date.year) + (date.exponent or 0)
    unit = int("1" + "0" * (digits - significant))
    low = size // unit * unit
    high = low + unit - 1
    return (-high, -low) if date.negative else (low, high)


def _interval_bounds(value: EdtfInterval, calendar: Calendar) -> Bounds:
    start_min, start_max = _end_bounds(value.start, calendar)
    end_min, end_max = _end_bounds(value.end, calendar)
    if start_min is not None and end_max is not None and end_max < start_min:
        date = value.end.date
        raise DateError(
            "The interval ends before it begins.",
            date.column if date else None,
            "an end that is not before the start",
        )
    return Bounds(
        start_min,
        start_max,
        end_min,
        end_max,
        _end_kind(value.start, start_min),
        _end_kind(value.end, end_max),
    )


def _end_bounds(end: EdtfEnd, calendar: Calendar) -> tuple[int | None, int | None]:
    if end.date is None:
        return None, None
    first, last = date_bounds(end.date, calendar)
    if end.limit == "before":
        return None, last
    return first, None if end.limit == "after" else last


def _end_kind(end: EdtfEnd, outer: int | None) -> EndKind:
    """`..2004-06-01/` begins on a day that is not known, but it does begin."""
    if end.date is None:
        return end.kind
    return EndKind.UNKNOWN if outer is None else EndKind.KNOWN


def _set_bounds(value: EdtfSet, calendar: Calendar) -> Bounds:
    """The hull of the members; all_of begins with the first and ends with the last."""
    spans = [_member_bounds(member, calendar) for member in value.members]
    lows = [span[0] for span in spans]
    highs = [span[3] for span in spans]
    low = None if None in lows else min(day for day in lows if day is not None)
    high = None if None in highs else max(day for day in highs if day is not None)
    start_max, end_min = high, low
    if value.shape is Shape.ALL_OF:
        start_max = min(_known(span[1], MAX_DAY) for span in spans)
        end_min = max(_known(span[2], -MAX_DAY) for span in spans)
    return Bounds(
        low,
        None if low is None else start_max,
        None if high is None else end_min,
        high,
        EndKind.OPEN if low is None else EndKind.KNOWN,
        EndKind.OPEN if high is None else EndKind.KNOWN,
    )


def _known(day: int | None, otherwise: int) -> int:
    return otherwise if day is None else day


def _member_bounds(
    member: EdtfMember, calendar: Calendar
) -> tuple[int | None, int | None, int | None, int | None]:
    """Earliest and latest start, earliest and latest end of a member."""
    first = date_bounds(member.first, calendar) if member.first else (None, None)
    last = date_bounds(member.last, calendar) if member.last else (None, None)
    if (
        first[0] is not None
        and last[1] is not None
        and member.last
        and last[1] < first[0]
    ):
        raise DateError(
            "The range ends before it begins.",
            member.last.column,
            "an end that is not before the start",
        )
    return first[0], first[1], last[0], last[1]
