"""Feast days: Easter by both tables, and the days that hang on it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Calendar, DateError, civil_date
from timeline.dates.feasts import FIXED, MOVABLE, easter, feast_day, is_movable

# Western Easter, from the tables of the Book of Common Prayer and later almanacs.
GREGORIAN = [
    (1583, 4, 10),
    (1685, 4, 22),
    (1724, 4, 16),
    (1761, 3, 22),
    (1818, 3, 22),  # the earliest there is
    (1865, 4, 16),
    (1886, 4, 25),  # the latest there is
    (1916, 4, 23),
    (1917, 4, 8),
    (1943, 4, 25),
    (1954, 4, 18),
    (1981, 4, 19),
    (2000, 4, 23),
    (2024, 3, 31),
]
# Eastern Easter, in the Julian calendar (published paschal tables).
JULIAN = [
    (1066, 4, 16),
    (1170, 4, 5),
    (1917, 4, 2),
    (1918, 4, 22),
    (2000, 4, 17),
    (2024, 4, 22),
]


@pytest.mark.parametrize(("year", "month", "day"), GREGORIAN)
def test_western_easter(year: int, month: int, day: int) -> None:
    found = civil_date(Calendar.GREGORIAN, easter(year, Calendar.GREGORIAN))
    assert found == (year, month, day)


@pytest.mark.parametrize(("year", "month", "day"), JULIAN)
def test_eastern_easter(year: int, month: int, day: int) -> None:
    found = civil_date(Calendar.JULIAN, easter(year, Calendar.JULIAN))
    assert found == (year, month, day)


@given(
    year=st.integers(326, 9999),
    calendar=st.sampled_from([Calendar.GREGORIAN, Calendar.JULIAN]),
)
def test_easter_is_a_sunday_from_22_march_to_25_april(
    year: int, calendar: Calendar
) -> None:
    number = easter(year, calendar)
    assert number % 7 == 6  # day number 0 is a Monday
    month, day = civil_date(calendar, number)[1:]
    assert (3, 22) <= (month, day) <= (4, 25)


def test_days_that_hang_on_easter() -> None:
    def day(name: str) -> tuple[int, int]:
        number = feast_day(name, 1917, Calendar.GREGORIAN)
        return civil_date(Calendar.GREGORIAN, number)[1:]

    assert day("ash wednesday") == (2, 21)
    assert day("palm sunday") == (4, 1)
    assert day("good friday") == (4, 6)
    assert day("ascension") == (5, 17)
    assert day("whit sunday") == (5, 27)
    assert day("corpus christi") == (6, 7)


def test_fixed_feasts_stand_in_the_calendar_asked() -> None:
    number = feast_day("christmas", 1917, Calendar.JULIAN)
    assert civil_date(Calendar.JULIAN, number) == (1917, 12, 25)
    assert civil_date(Calendar.GREGORIAN, number) == (1918, 1, 7)


def test_a_feast_is_fixed_or_movable() -> None:
    assert not FIXED.keys() & MOVABLE.keys()
    assert is_movable("easter") and not is_movable("christmas")


@pytest.mark.parametrize(
    ("year", "calendar"),
    [(325, Calendar.JULIAN), (1917, Calendar.HEBREW), (-5, Calendar.GREGORIAN)],
)
def test_where_easter_is_not_reckoned(year: int, calendar: Calendar) -> None:
    with pytest.raises(DateError):
        easter(year, calendar)
