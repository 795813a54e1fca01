"""Julian and Gregorian calendar, both proleptic, by closed formula.

Years are counted from 1 March, so that the leap day is the last day of a year and
the months before it follow a fixed pattern of 153 days in five months. Floor division
makes the same formula right for every year, negative ones included.
"""

from __future__ import annotations

from .reckoning import MAX_YEAR, MIN_YEAR, CivilDate, Reckoning

_LENGTHS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_LONGEST = {month: days for month, days in enumerate(_LENGTHS) if month} | {2: 29}
_MONTHS = tuple(range(1, 13))
_GREGORIAN_MARCH = 1721120  # day number of 1 March of year 0, Gregorian
_JULIAN_MARCH = 1721118  # the same, Julian


def is_gregorian_leap(year: int) -> bool:
    """Divisible by 4, but of the centuries only every fourth."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def is_julian_leap(year: int) -> bool:
    """Divisible by 4."""
    return year % 4 == 0


def gregorian_month_length(year: int, month: int) -> int:
    """Number of days in a Gregorian month."""
    return 29 if month == 2 and is_gregorian_leap(year) else _LENGTHS[month]


def julian_month_length(year: int, month: int) -> int:
    """Number of days in a Julian month."""
    return 29 if month == 2 and year % 4 == 0 else _LENGTHS[month]


def gregorian_day(year: int, month: int, day: int) -> int:
    """Day number of a Gregorian day."""
    if month < 3:
        year -= 1
        month += 12
    leaps = year // 4 - year // 100 + year // 400
    return _GREGORIAN_MARCH - 1 + 365 * year + leaps + (153 * month - 457) // 5 + day


def julian_day(year: int, month: int, day: int) -> int:
    """Day number of a Julian day."""
    if month < 3:
        year -= 1
        month += 12
    return _JULIAN_MARCH - 1 + 365 * year + year // 4 + (153 * month - 457) // 5 + day


def gregorian_date(day_number: int) -> CivilDate:
    """The Gregorian name of a day number."""
    cycle, day = divmod(day_number - _GREGORIAN_MARCH, 146_097)
    year = (day - day // 1460 + day // 36_524 - day // 146_096) // 365
    day -= 365 * year + year // 4 - year // 100
    return _from_march(year + 400 * cycle, day)


def julian_date(day_number: int) -> CivilDate:
    """The Julian name of a day number."""
    cycle, day = divmod(day_number - _JULIAN_MARCH, 1461)
    year = (day - day // 1460) // 365
    return _from_march(year + 4 * cycle, day - 365 * year)


def _from_march(year: int, day: int) -> CivilDate:
    """The date of the given day (from 0) of a year that began on 1 March."""
    month = (5 * day + 2) // 153
    day -= (153 * month + 2) // 5
    if month < 10:
        return CivilDate(year, month + 3, day + 1)
    return CivilDate(year + 1, month - 9, day + 1)


def _twelve(year: int) -> tuple[int, ...]:
    return _MONTHS


GREGORIAN = Reckoning(
    MIN_YEAR,
    MAX_YEAR,
    _twelve,
    gregorian_month_length,
    _LONGEST,
    gregorian_day,
    gregorian_date,
)
JULIAN = Reckoning(
    MIN_YEAR, MAX_YEAR, _twelve, julian_month_length, _LONGEST, julian_day, julian_date
)
