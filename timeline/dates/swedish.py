"""The Swedish calendar of 1700–1712, one day ahead of the Julian.

Sweden left out 29 February 1700, meaning to drop the leap days one by one, forgot it
in 1704 and 1708, and went back to the Julian calendar by a 30 February 1712. Before
1 March 1700 and after that day its calendar is the Julian; outside the years 1700 to
1712 the calendar is refused here, and the document's calendar is Julian (from
1 March 1753 Gregorian).
"""

from __future__ import annotations

from .julian_gregorian import julian_date, julian_day, julian_month_length
from .reckoning import CivilDate, Reckoning

_BEGIN = julian_day(1700, 2, 29)  # 1 March 1700, Swedish
_END = julian_day(1712, 2, 29)  # 30 February 1712, Swedish
_MONTHS = tuple(range(1, 13))
_LONGEST = {month: julian_month_length(1701, month) for month in _MONTHS} | {2: 30}


def swedish_month_length(year: int, month: int) -> int:
    """As in the Julian calendar, but for February of 1700 and of 1712."""
    if month == 2 and year in (1700, 1712):
        return 28 if year == 1700 else 30
    return julian_month_length(year, month)


def swedish_day(year: int, month: int, day: int) -> int:
    """Day number of a Swedish day."""
    if (1700, 3, 1) <= (year, month, day) <= (1712, 2, 30):
        return julian_day(year, month, day) - 1
    return julian_day(year, month, day)


def swedish_date(day_number: int) -> CivilDate:
    """The Swedish name of a day number."""
    if day_number == _END:
        return CivilDate(1712, 2, 30)
    return julian_date(day_number + (_BEGIN <= day_number < _END))


def _twelve(year: int) -> tuple[int, ...]:
    return _MONTHS


SWEDISH = Reckoning(
    1700, 1712, _twelve, swedish_month_length, _LONGEST, swedish_day, swedish_date
)
