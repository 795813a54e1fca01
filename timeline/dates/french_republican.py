"""The French Republican calendar; month 13 holds the complementary days.

Years 1 to 14 (22 September 1792 – 31 December 1805) as they were kept, with 3, 7 and
11 as sextile years. From year 15 on the rule of the decree of 4 Frimaire II: the year
begins on the day of the autumn equinox; the sextile years that follow from it are those
that `convertdate` computes, as the tests check. The Paris Commune dated so in year 79
(16 Floréal 79 = 6 May 1871). Stops at year 300.
"""

from __future__ import annotations

from bisect import bisect_left
from itertools import pairwise

from .reckoning import CivilDate, Reckoning

_FIRST_DAY = 2_375_840  # 1 Vendémiaire I: 22 September 1792 (Gregorian)
_LAST_YEAR = 300
# A sextile year comes every four years, and now and then only after five.
_AFTER_FIVE = (3, 20, 49, 82, 111, 144, 177, 206, 239, 272, 301)
_SEXTILE = tuple(
    year
    for first, following in pairwise(_AFTER_FIVE)
    for year in range(first, following - 1, 4)
)
_MONTHS = tuple(range(1, 14))
_LONGEST = dict.fromkeys(range(1, 13), 30) | {13: 6}


def french_month_length(year: int, month: int) -> int:
    """Thirty days; five or six complementary days end the year."""
    return 30 if month < 13 else _new_year(year + 1) - _new_year(year) - 360


def french_day(year: int, month: int, day: int) -> int:
    """Day number of a French Republican day."""
    return _new_year(year) + 30 * (month - 1) + day - 1


def french_date(day_number: int) -> CivilDate:
    """The French Republican name of a day number."""
    year = (day_number - _FIRST_DAY) * 10_000 // 3_652_422 + 1
    if not 1 <= year <= _LAST_YEAR + 1:
        return CivilDate(year, 1, 1)  # outside the calendar; refused by the caller
    while day_number < _new_year(year):
        year -= 1
    while day_number >= _new_year(year + 1):
        year += 1
    month, day = divmod(day_number - _new_year(year), 30)
    return CivilDate(year, month + 1, day + 1)


def _new_year(year: int) -> int:
    return _FIRST_DAY + 365 * (year - 1) + bisect_left(_SEXTILE, year)


def _thirteen(year: int) -> tuple[int, ...]:
    return _MONTHS


FRENCH_REPUBLICAN = Reckoning(
    1, _LAST_YEAR, _thirteen, french_month_length, _LONGEST, french_day, french_date
)
