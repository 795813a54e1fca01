"""The commonest forms read at once: "6 May 1917", "May 6, 1917", "1917 to 1921".

Imports bring them by the thousand. What is answered here is what the grammar would
answer (tests/dates/test_reading_plain.py); anything else is left to the grammar.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from .calendars import Calendar
from .changeovers import calendar_warnings
from .context import DateContext, Reading, Supplied
from .edtf import parse_edtf
from .errors import DateError
from .words import known_language, months
from .year_start import YearStart

_YEAR = r"(?:([1-9][0-9]{3})|([1-9][0-9]{0,3}) BCE?)"
_NAME = r"([^\W0-9_]{3,12})"
_DAY_FIRST = re.compile(f"([0-9]{{1,2}}) {_NAME} {_YEAR}").fullmatch
_MONTH_FIRST = re.compile(f"{_NAME} ([0-9]{{1,2}}), {_YEAR}").fullmatch
_MONTH_ONLY = re.compile(f"{_NAME} (?![0-9]{{1,2}} ){_YEAR}").fullmatch
_BEFORE_CHRIST = re.compile("()([1-9][0-9]{0,3}) BCE?").fullmatch
_YEARS = re.compile(f"{_YEAR}(?:–| to ){_YEAR}").fullmatch
_NO_CALENDAR = "Gregorian, as no calendar is given."
_OF_DOCUMENT: dict[Calendar, tuple[str, tuple[Supplied, ...]]] = {
    calendar: (
        f"{calendar.value.capitalize()} calendar of the document.",
        (Supplied("calendar", calendar.value, "document calendar"),),
    )
    for calendar in (Calendar.GREGORIAN, Calendar.JULIAN)
}


def plain(text: str, context: DateContext) -> Reading | None:
    """The reading of a day, a month by its name and a year; `None` for all else."""
    if context.place or context.year_start != YearStart.JANUARY:
        return None
    if (written := _written(text, context.language)) is None:
        return None
    calendar = context.calendar
    try:
        if calendar is None:
            date = parse_edtf(written)
            return Reading(date, _NO_CALENDAR, (), calendar_warnings(date))
        why, supplied = _OF_DOCUMENT[calendar]
        date = parse_edtf(written, calendar)
        return Reading(date, why, supplied, calendar_warnings(date))
    except (DateError, KeyError):
        return None  # the grammar says where and why


def _written(text: str, language: str) -> str | None:
    """The date in EDTF syntax; years before Christ as English counts them."""
    day = name = None
    if (found := _DAY_FIRST(text)) is not None:
        day, name, after, before = found.groups()
    elif (found := _MONTH_FIRST(text)) is not None:
        name, day, after, before = found.groups()
    elif (found := _MONTH_ONLY(text)) is not None:
        name, after, before = found.groups()
    elif (found := _BEFORE_CHRIST(text)) is not None:
        after, before = found.groups()
    else:
        return _years(text, language)
    if before is not None:
        if known_language(language) != "en":
            return None
        after = _year_before_christ(before)
    if name is None:
        return after
    month = _months(known_language(language)).get(name)
    if month is None:
        return None
    return f"{after}-{month}-{day:0>2}" if day else f"{after}-{month}"


def _years(text: str, language: str) -> str | None:
    """Two years in EDTF syntax, both of the same era."""
    if known_language(language) != "en" or (found := _YEARS(text)) is None:
        return None
    after, before, end_after, end_before = found.groups()
    if after and end_after:
        return f"{after}/{end_after}"
    if before and end_before:
        return f"{_year_before_christ(before)}/{_year_before_christ(end_before)}"
    return None


def _year_before_christ(number: str) -> str:
    """As EDTF counts it: 1 BC is the year 0."""
    return f"-{int(number) - 1:04}" if number != "1" else "0000"


@cache
def _months(language: str) -> Mapping[str, str]:
    """The full names of the months as they are printed, to two figures."""
    return {
        printed: f"{number:02}"
        for name, number in months(language).items()
        for printed in (name, name.capitalize(), name.upper())
    }
