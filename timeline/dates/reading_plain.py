"""The commonest forms read at once: "6 May 1917" and "May 6, 1917".

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

_DAY_FIRST = re.compile(r"([0-9]{1,2}) ([^\W0-9_]{3,12}) ([1-9][0-9]{3})").fullmatch
_MONTH_FIRST = re.compile(r"([^\W0-9_]{3,12}) ([0-9]{1,2}), ([1-9][0-9]{3})").fullmatch
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
    found = _DAY_FIRST(text)
    if found is not None:
        day, name, year = found.groups()
    else:
        found = _MONTH_FIRST(text)
        if found is None:
            return None
        name, day, year = found.groups()
    month = _months(known_language(context.language)).get(name)
    if month is None:
        return None
    calendar = context.calendar
    try:
        if calendar is None:
            date = parse_edtf(f"{year}-{month}-{day:0>2}")
            return Reading(date, _NO_CALENDAR, (), calendar_warnings(date))
        why, supplied = _OF_DOCUMENT[calendar]
        date = parse_edtf(f"{year}-{month}-{day:0>2}", calendar)
        return Reading(date, why, supplied, calendar_warnings(date))
    except (DateError, KeyError):
        return None  # the grammar says where and why


@cache
def _months(language: str) -> Mapping[str, str]:
    """The full names of the months as they are printed, to two figures."""
    return {
        printed: f"{number:02}"
        for name, number in months(language).items()
        for printed in (name, name.capitalize(), name.upper())
    }
