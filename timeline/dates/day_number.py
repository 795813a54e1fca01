"""Day numbers: the integer Julian Day Number (JDN) of a civil day in any calendar.

28 September 1917 Gregorian = 15 September 1917 Julian = 2421500. Integers only; a day
that the calendar does not have is refused. Years run from MIN_YEAR to MAX_YEAR
(24,000,000,000,000 either way), so that every day number is exact in JavaScript.
"""

from __future__ import annotations

from .calendars import Calendar
from .errors import DateError
from .french_republican import FRENCH_REPUBLICAN
from .hebrew import HEBREW
from .islamic_civil import ISLAMIC_CIVIL
from .julian_gregorian import GREGORIAN, JULIAN
from .reckoning import MAX_DAY, CivilDate, Reckoning
from .swedish import SWEDISH

_RECKONINGS: dict[Calendar, Reckoning] = {
    Calendar.GREGORIAN: GREGORIAN,
    Calendar.JULIAN: JULIAN,
    Calendar.HEBREW: HEBREW,
    Calendar.ISLAMIC_CIVIL: ISLAMIC_CIVIL,
    Calendar.FRENCH_REPUBLICAN: FRENCH_REPUBLICAN,
    Calendar.SWEDISH: SWEDISH,
}


def reckoning(calendar: Calendar) -> Reckoning:
    """The arithmetic of a calendar."""
    found = _RECKONINGS.get(calendar)
    return found if found else _RECKONINGS[Calendar(calendar)]


def day_number(calendar: Calendar, year: int, month: int, day: int) -> int:
    """The day number of a date; refused when the calendar has no such day."""
    rules = reckoning(calendar)
    check_year(calendar, year)
    check_month(calendar, year, month)
    length = rules.month_length(year, month)
    if not 1 <= day <= length:
        raise _no_such_day(calendar, year, month, day, length)
    return rules.to_day(year, month, day)


def civil_date(calendar: Calendar, day: int) -> CivilDate:
    """The name a calendar gives to a day number."""
    if not -MAX_DAY <= day <= MAX_DAY:
        raise DateError(f"Day number {day} is beyond ±{MAX_DAY}.")
    rules = reckoning(calendar)
    found = rules.from_day(day)
    if not rules.min_year <= found.year <= rules.max_year:
        raise DateError(
            f"Day {day} lies outside the {Calendar(calendar).label} calendar.",
            expected=_years(rules),
        )
    return found


def check_year(calendar: Calendar, year: int) -> None:
    """Refuse a year that the calendar does not reach."""
    rules = reckoning(calendar)
    if not rules.min_year <= year <= rules.max_year:
        raise DateError(
            f"Year {year} lies outside the {Calendar(calendar).label} calendar.",
            expected=_years(rules),
        )


def check_month(calendar: Calendar, year: int, month: int) -> None:
    """Refuse a month that the year does not have."""
    months = reckoning(calendar).months(year)
    if month not in months:
        raise DateError(
            f"The {Calendar(calendar).label} year {year} has no month {month}.",
            expected=f"a month from {min(months):02} to {max(months):02}",
        )


def _years(rules: Reckoning) -> str:
    return f"a year from {rules.min_year} to {rules.max_year}"


def _no_such_day(
    calendar: Calendar, year: int, month: int, day: int, length: int
) -> DateError:
    calendar = Calendar(calendar)
    name = calendar.month_names[month - 1]
    message = f"{name} {year} has {length} days in the {calendar.label} calendar"
    if calendar is Calendar.GREGORIAN and (month, day) == (2, 29) and year % 4 == 0:
        message += f"; {year} is a leap year only in the Julian calendar"
    return DateError(f"{message}.", expected=f"a day from 01 to {length}")
