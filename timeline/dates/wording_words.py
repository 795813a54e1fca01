"""What a language needs to tell a date: its templates, and month names from CLDR.

Every template is used in both directions: `wording` fills it, `wording_back` reads it
back. So within a language no two templates may give the same words.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from babel.dates import get_month_names

from .calendars import Calendar


@dataclass(frozen=True, slots=True)
class Words:
    """Templates of one language; what stands in braces is filled in."""

    locale: str
    day_number: str  # how the number of a day is written
    first_day_number: str
    day: str
    day_without_year: str
    month: str
    months: str  # two months of one year
    year: str
    years: str  # two years, from – to
    republican_year: str  # a year of the French Republic, in Roman numerals
    republican_date_year: str  # the same after a month
    complementary_day: str
    before_christ: str
    after_christ: str  # used up to the year 999
    long_year: str
    decade: str
    significant: str
    about: str
    uncertain: str
    note: str
    doubt_of: str
    uncertain_note: str
    approximate_note: str
    both_note: str
    components: tuple[str, str, str]
    not_given: str
    joint: str
    until: str
    since: str
    start_unknown: str
    end_unknown: str
    always: str
    nothing_known: str
    unknown_start_open_end: str
    open_start_unknown_end: str
    or_earlier: str
    or_later: str
    to: str
    either: str  # between the last two of several
    both: str
    one_of: str
    all_of: str
    time: str
    groupings: Mapping[int, str]


_ROMAN_CALENDARS = (Calendar.GREGORIAN, Calendar.JULIAN, Calendar.SWEDISH)


@lru_cache(maxsize=64)
def month_names(calendar: Calendar, locale: str, alone: bool) -> tuple[str, ...]:
    """Names of the months; `alone` without a day (Russian май, but 6 мая)."""
    if calendar not in _ROMAN_CALENDARS:
        return calendar.month_names
    names = get_month_names("wide", "stand-alone" if alone else "format", locale)
    return tuple(names[month] for month in range(1, 13))
