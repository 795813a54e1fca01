"""Dates with digits that are not given: `156X-12-25`, `2004-XX-31`, `XXXX-02-29`.

They run over the days that exist and fit: `2004-XX-31` from 31 January to
31 December, `XXXX-02-29` over leap years.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from .calendars import Calendar
from .day_number import reckoning
from .edtf_syntax import EdtfDate
from .errors import DateError
from .reckoning import Reckoning
from .spans import grouping_span


def unspecified_bounds(date: EdtfDate, calendar: Calendar) -> tuple[int, int]:
    """First and last existing day that fits."""
    rules = reckoning(calendar)
    grouping = date.precision == "grouping"
    if not grouping and date.month:
        _check_possible(date, rules)
    years = _years(date.year, date.negative, rules.min_year, rules.max_year)
    if grouping and years:
        months = int(date.month)
        first, _ = grouping_span(years[0], months, calendar)
        _, last = grouping_span(years[-1], months, calendar)
        return first, last
    earliest = _first_found(_first_day(year, date, rules) for year in years)
    latest = _first_found(_last_day(year, date, rules) for year in reversed(years))
    if earliest is None or latest is None:
        raise _none_fits(date, calendar)
    return earliest, latest


def _check_possible(date: EdtfDate, rules: Reckoning) -> None:
    """Refuse at once what no year whatever has, such as XXXX-02-30."""
    months = _fitting(date.month, 1, max(rules.longest))
    if not months:
        raise DateError(
            "No month fits.",
            date.month_column,
            f"a month from 01 to {max(rules.longest):02}",
        )
    longest = max(rules.longest[month] for month in months)
    if date.day and not _fitting(date.day, 1, longest):
        raise DateError(
            "No day fits.", date.day_column, f"a day from 01 to {longest:02}"
        )


def _none_fits(date: EdtfDate, calendar: Calendar) -> DateError:
    return DateError(
        f"No day of the {calendar.label} calendar fits these digits.",
        date.day_column or date.month_column or date.column,
        "digits that some day has",
    )


@lru_cache(maxsize=2048)
def _years(pattern: str, negative: bool, low: int, high: int) -> tuple[int, ...]:
    """The years from low to high that fit, in their order; there is no -0000."""
    years = _fitting(pattern, 0, 9999)
    if negative:
        years = tuple(-year for year in reversed(years) if year)
    return tuple(year for year in years if low <= year <= high)


def _first_found(days: Iterable[int | None]) -> int | None:
    return next((day for day in days if day is not None), None)


def _first_day(year: int, date: EdtfDate, rules: Reckoning) -> int | None:
    for month in _months(year, date, rules):
        days = _fitting(date.day or "01", 1, rules.month_length(year, month))
        if days:
            return rules.to_day(year, month, days[0])
    return None


def _last_day(year: int, date: EdtfDate, rules: Reckoning) -> int | None:
    for month in reversed(_months(year, date, rules)):
        length = rules.month_length(year, month)
        days = _fitting(date.day or str(length), 1, length)
        if days:
            return rules.to_day(year, month, days[-1])
    return None


def _months(year: int, date: EdtfDate, rules: Reckoning) -> list[int]:
    fitting = _fitting(date.month or "XX", 1, 13)
    return [month for month in rules.months(year) if month in fitting]


@lru_cache(maxsize=2048)
def _fitting(pattern: str, low: int, high: int) -> tuple[int, ...]:
    """The numbers from low to high whose digits fit a pattern such as `1X`."""
    numbers = [0]
    for character in pattern:
        digits = range(10) if character == "X" else (int(character),)
        numbers = [number * 10 + digit for number in numbers for digit in digits]
    return tuple(number for number in numbers if low <= number <= high)
