"""EDTF syntax in one calendar to EDTF syntax in another.

A day stays a day; a month or a year of one calendar becomes the exact interval of
days in the other. Digits that are not given become the range of days they may mean.
Doubt, open and unknown ends and times of day are carried over.
"""

from __future__ import annotations

from .calendars import Calendar
from .day_number import civil_date
from .edtf_bounds import date_bounds
from .edtf_syntax import (
    EdtfDate,
    EdtfEnd,
    EdtfInterval,
    EdtfMember,
    EdtfSet,
    EdtfValue,
)
from .errors import DateError
from .historical_date import Shape

_LAST_WRITTEN_YEAR = 9999


def convert(value: EdtfValue, source: Calendar, target: Calendar) -> EdtfValue:
    """The same days in the syntax of another calendar."""
    if source is target:
        return value
    if isinstance(value, EdtfDate):
        return _convert_date(value, source, target)
    if isinstance(value, EdtfInterval):
        return EdtfInterval(
            _convert_end(value.start, source, target, 0),
            _convert_end(value.end, source, target, 1),
        )
    return EdtfSet(
        value.shape,
        tuple(_convert_member(member, source, target) for member in value.members),
    )


def _convert_date(date: EdtfDate, source: Calendar, target: Calendar) -> EdtfValue:
    first, last = _both_days(date, source, target)
    if first == last:
        return first
    if date.day:  # one day out of several: 1917-05-XX
        return EdtfSet(Shape.ONE_OF, (EdtfMember(first, last),))
    return EdtfInterval(EdtfEnd(first), EdtfEnd(last))


def _convert_end(
    end: EdtfEnd, source: Calendar, target: Calendar, side: int
) -> EdtfEnd:
    """The outer day of an end: the first of a start, the last of an end."""
    if end.date is None:
        return end
    if end.limit:
        side = 1 if end.limit == "before" else 0
    return EdtfEnd(_both_days(end.date, source, target)[side], end.kind, end.limit)


def _convert_member(
    member: EdtfMember, source: Calendar, target: Calendar
) -> EdtfMember:
    first = _both_days(member.first, source, target)[0] if member.first else None
    last = _both_days(member.last, source, target)[1] if member.last else None
    return EdtfMember(first, last)


def _both_days(
    date: EdtfDate, source: Calendar, target: Calendar
) -> tuple[EdtfDate, EdtfDate]:
    """The first and the last day of a date in the other calendar."""
    first, last = date_bounds(date, source)
    if first == last:
        only = _day(first, date, target, date.marks)
        return only, only
    whole = (date.doubt,) * 3
    return _day(first, date, target, whole), _day(last, date, target, whole)


def _day(
    number: int, date: EdtfDate, target: Calendar, marks: tuple[int, ...]
) -> EdtfDate:
    year, month, day = civil_date(target, number)
    if abs(year) > _LAST_WRITTEN_YEAR:
        raise DateError(
            f"The date falls in the {target.label} year {year}; EDTF names days only "
            "in years of four digits.",
            date.column,
            f"a date before the end of the year {_LAST_WRITTEN_YEAR}",
        )
    return EdtfDate(
        f"{abs(year):04}",
        f"{month:02}",
        f"{day:02}",
        date.time,
        (marks[0], marks[1], marks[2]),
        year < 0,
    )
