"""What every calendar of this room must answer: its years, months and day count."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple

# Years beyond this would give day numbers that a JavaScript number cannot hold
# exactly (2**53 - 1 = 9,007,199,254,740,991; 24e12 years are about 8.77e15 days).
MAX_YEAR = 24_000_000_000_000
MIN_YEAR = -MAX_YEAR
MAX_DAY = 2**53 - 1


class CivilDate(NamedTuple):
    """A day as a calendar names it; years are astronomical (0 is 1 BC)."""

    year: int
    month: int
    day: int


class Reckoning(NamedTuple):
    """The arithmetic of one calendar. `to_day` and `from_day` check nothing."""

    min_year: int
    max_year: int
    months: Callable[[int], tuple[int, ...]]  # the months of a year, in their order
    month_length: Callable[[int, int], int]
    longest: Mapping[int, int]  # the most days a month can ever have
    to_day: Callable[[int, int, int], int]
    from_day: Callable[[int], CivilDate]
