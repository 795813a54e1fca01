"""The Hebrew calendar by whole-number arithmetic.

Months are numbered from Nisan (1) as in the Bible; the year begins with Tishri (7),
and a leap year has a thirteenth month, Adar II. The new year is the day of the mean
new moon, put off by the four rules of postponement (Maimonides, Sanctification of
the New Moon, ch. 6–8; the arithmetic after Dershowitz and Reingold). Checked in the
tests against `convertdate`, which is not called here: its Hebrew functions use
floating point and issue a DeprecationWarning at every call.
"""

from __future__ import annotations

from functools import lru_cache

from .reckoning import MAX_YEAR, CivilDate, Reckoning

_FIRST_DAY = 347_998  # 1 Tishri of year 1: 7 October 3761 BC (Julian)
_PARTS_IN_DAY = 25_920
_HESHVAN, _KISLEV, _ADAR = 8, 9, 12
_LENGTHS = (0, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 30, 29, 29)
_LONGEST = {month: days for month, days in enumerate(_LENGTHS) if month} | {
    _HESHVAN: 30,
    _ADAR: 30,
}
_COMMON = (7, 8, 9, 10, 11, 12, 1, 2, 3, 4, 5, 6)
_LEAP = (7, 8, 9, 10, 11, 12, 13, 1, 2, 3, 4, 5, 6)


def is_hebrew_leap(year: int) -> bool:
    """Seven years in nineteen have thirteen months."""
    return (7 * year + 1) % 19 < 7


def hebrew_months(year: int) -> tuple[int, ...]:
    """The months of a year, beginning with Tishri."""
    return _LEAP if is_hebrew_leap(year) else _COMMON


def hebrew_month_length(year: int, month: int) -> int:
    """Number of days; Heshvan and Kislev depend on the length of the year."""
    if month == _HESHVAN:
        return 30 if _year_length(year) % 10 == 5 else 29
    if month == _KISLEV:
        return 29 if _year_length(year) % 10 == 3 else 30
    if month == _ADAR:
        return 30 if is_hebrew_leap(year) else 29
    return _LENGTHS[month]


def hebrew_day(year: int, month: int, day: int) -> int:
    """Day number of a Hebrew day."""
    first = _new_year(year)
    for earlier in hebrew_months(year):
        if earlier == month:
            break
        first += hebrew_month_length(year, earlier)
    return first + day - 1


def hebrew_date(day_number: int) -> CivilDate:
    """The Hebrew name of a day number."""
    year = (day_number - _FIRST_DAY) * 98_496 // 35_975_351 + 1
    while day_number < _new_year(year):
        year -= 1
    while day_number >= _new_year(year + 1):
        year += 1
    day = day_number - _new_year(year)
    for month in hebrew_months(year):
        length = hebrew_month_length(year, month)
        if day < length:
            break
        day -= length
    return CivilDate(year, month, day + 1)


def _year_length(year: int) -> int:
    return _new_year(year + 1) - _new_year(year)


@lru_cache(maxsize=4096)
def _new_year(year: int) -> int:
    """Day number of 1 Tishri, with the postponements that depend on its neighbours."""
    before, this, after = (_mean_new_year(year + step) for step in (-1, 0, 1))
    if after - this == 356:
        return _FIRST_DAY + this + 2
    if this - before == 382:
        return _FIRST_DAY + this + 1
    return _FIRST_DAY + this


def _mean_new_year(year: int) -> int:
    """Days from the epoch to the mean new moon of Tishri, off Sunday, Wed., Friday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // _PARTS_IN_DAY
    return day + 1 if 3 * (day + 1) % 7 < 3 else day


HEBREW = Reckoning(
    1, MAX_YEAR, hebrew_months, hebrew_month_length, _LONGEST, hebrew_day, hebrew_date
)
