"""First and last day of a year, a month or a part of the year in any calendar."""

from __future__ import annotations

from .calendars import Calendar
from .day_number import check_month, check_year, reckoning
from .errors import DateError

_TWELVE_MONTHS = (Calendar.GREGORIAN, Calendar.JULIAN, Calendar.SWEDISH)

# First month and number of months; months past 12 belong to the next year, so that
# winter begins in the year that is named. 21–24 name no hemisphere: the months of the
# northern one are meant (the standard leaves them open).
GROUPINGS: dict[int, tuple[int, int]] = {
    21: (3, 3),  # spring
    22: (6, 3),  # summer
    23: (9, 3),  # autumn
    24: (12, 3),  # winter
    25: (3, 3),  # northern hemisphere, the same four
    26: (6, 3),
    27: (9, 3),
    28: (12, 3),
    29: (9, 3),  # southern hemisphere: spring
    30: (12, 3),  # summer
    31: (3, 3),  # autumn
    32: (6, 3),  # winter
    33: (1, 3),  # quarters
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
    37: (1, 4),  # quadrimesters
    38: (5, 4),
    39: (9, 4),
    40: (1, 6),  # semesters
    41: (7, 6),
}


def years_span(first: int, last: int, calendar: Calendar) -> tuple[int, int]:
    """The days from the first day of one year to the last day of another."""
    check_year(calendar, first)
    if last != first:
        check_year(calendar, last)
    rules = reckoning(calendar)
    months = rules.months(last)
    first_month = months[0]  # the same in every year
    final = months[-1]
    return (
        rules.to_day(first, first_month, 1),
        rules.to_day(last, final, rules.month_length(last, final)),
    )


def month_span(year: int, month: int, calendar: Calendar) -> tuple[int, int]:
    """The days of a month."""
    check_year(calendar, year)
    check_month(calendar, year, month)
    rules = reckoning(calendar)
    first = rules.to_day(year, month, 1)
    return first, first + rules.month_length(year, month) - 1


def grouping_span(year: int, code: int, calendar: Calendar) -> tuple[int, int]:
    """The days of a season, quarter, quadrimester or semester (codes 21 to 41)."""
    if calendar not in _TWELVE_MONTHS:
        raise DateError(
            f"Seasons and quarters are not defined in the {calendar.label} calendar.",
            expected="a month",
        )
    month, count = GROUPINGS[code]
    later, end = divmod(month + count - 2, 12)
    first, _ = month_span(year, month, calendar)
    _, last = month_span(year + later, end + 1, calendar)
    return first, last
