"""The Islamic civil (tabular) calendar: thirty-year cycle, epoch 16 July 622 Julian.

The eleven leap years of a cycle are 2, 5, 7, 10, 13, 16, 18, 21, 24, 26 and 29.
Local usage, which waited for the new moon to be seen, may differ by a day or two.
"""

from __future__ import annotations

from .reckoning import MAX_YEAR, CivilDate, Reckoning

_BEFORE_FIRST = 1_948_439  # day number of the day before 1 Muharram of year 1
_MONTHS = tuple(range(1, 13))
_LONGEST = {month: 30 if month % 2 or month == 12 else 29 for month in _MONTHS}


def is_islamic_leap(year: int) -> bool:
    """The last month has 30 days."""
    return (11 * year + 14) % 30 < 11


def islamic_month_length(year: int, month: int) -> int:
    """30 and 29 days in turn; month 12 has 30 in a leap year."""
    if month == 12:
        return 30 if is_islamic_leap(year) else 29
    return 30 if month % 2 else 29


def islamic_day(year: int, month: int, day: int) -> int:
    """Day number of an Islamic civil day."""
    years = 354 * (year - 1) + (11 * year + 3) // 30
    return _BEFORE_FIRST + years + (59 * (month - 1) + 1) // 2 + day


def islamic_date(day_number: int) -> CivilDate:
    """The Islamic civil name of a day number."""
    year = (30 * (day_number - _BEFORE_FIRST - 1) + 10_646) // 10_631
    pairs, rest = divmod(day_number - islamic_day(year, 1, 1), 59)
    month = min(12, 2 * pairs + 1 + (rest >= 30))
    return CivilDate(year, month, day_number - islamic_day(year, month, 1) + 1)


def _twelve(year: int) -> tuple[int, ...]:
    return _MONTHS


ISLAMIC_CIVIL = Reckoning(
    1, MAX_YEAR, _twelve, islamic_month_length, _LONGEST, islamic_day, islamic_date
)
