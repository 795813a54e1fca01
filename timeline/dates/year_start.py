"""Years that do not begin on 1 January, reckoned to the years that do.

A printed 10 February 1648 is February 1649 where the year began on 25 March. Months
and days stay as printed; only the number of the year is reckoned anew. With Easter
as new year's day a date may have come twice in a year, or not at all.
"""

from __future__ import annotations

from enum import StrEnum

from .calendars import Calendar
from .day_number import day_number
from .errors import DateError
from .feasts import easter


class YearStart(StrEnum):
    """The day on which the number of the year goes up."""

    JANUARY = "1 January"
    MARCH = "1 March"  # Venice; and the March year of old Russia
    LADY_DAY = "25 March"  # England until 1751, Florence until 1749
    EASTER = "Easter"  # France until 1564
    SEPTEMBER = "1 September"  # Byzantium, Russia until 1699: four months early
    CHRISTMAS = "25 December"  # the Empire, to the 16th century: a week early

    @classmethod
    def _missing_(cls, value: object) -> YearStart:
        raise DateError(
            f"{value!r} is no beginning of a year.", expected=", ".join(cls)
        )


_DAYS = {  # years by which it comes early, month, day
    YearStart.JANUARY: (0, 1, 1),
    YearStart.MARCH: (0, 3, 1),
    YearStart.LADY_DAY: (0, 3, 25),
    YearStart.SEPTEMBER: (1, 9, 1),
    YearStart.CHRISTMAS: (1, 12, 25),
}


def first_day_of_year(
    year: int, start: YearStart, calendar: Calendar = Calendar.JULIAN
) -> int:
    """The day number of new year's day."""
    start = YearStart(start)
    if start is YearStart.EASTER:
        return easter(year, calendar)
    early, month, day = _DAYS[start]
    return day_number(calendar, year - early, month, day)


def january_years(
    year: int,
    month: int,
    day: int,
    start: YearStart,
    calendar: Calendar = Calendar.JULIAN,
) -> tuple[int, ...]:
    """The years from 1 January in which a printed date may lie: one, two or none."""
    first = first_day_of_year(year, start, calendar)
    last = first_day_of_year(year + 1, start, calendar) - 1
    return tuple(
        candidate
        for candidate in (year - 1, year, year + 1)
        if _lies_between(first, (candidate, month, day), last, calendar)
    )


def _lies_between(
    first: int, date: tuple[int, int, int], last: int, calendar: Calendar
) -> bool:
    try:
        return first <= day_number(calendar, *date) <= last
    except DateError:  # 29 February of a common year
        return False
