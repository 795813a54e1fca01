"""Day numbers against published values, and the properties of a day count."""

from __future__ import annotations

import datetime
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import (
    MAX_YEAR,
    MIN_YEAR,
    Calendar,
    DateError,
    civil_date,
    day_number,
)

GOLDEN: list[dict[str, Any]] = json.loads(
    (Path(__file__).parent.parent / "data" / "day_numbers.json").read_text("utf-8")
)
SOLAR = (Calendar.GREGORIAN, Calendar.JULIAN)
TEN_MILLION_YEARS = st.integers(-3_652_000_000, 3_652_000_000)
KEPT_CALENDARS = {  # first and last day of the calendars that have both
    Calendar.HEBREW: (347_998, 4_000_000),
    Calendar.ISLAMIC_CIVIL: (1_948_440, 4_000_000),
    Calendar.FRENCH_REPUBLICAN: (2_375_840, 2_485_000),
    Calendar.SWEDISH: (2_341_983, 2_346_730),
}


def name(row: dict[str, Any]) -> str:
    return f"{row['calendar']} {row['year']}-{row['month']}-{row['day']}"


@pytest.mark.parametrize("row", GOLDEN, ids=name)
def test_a_published_date_has_its_published_day_number(row: dict[str, Any]) -> None:
    date = (row["year"], row["month"], row["day"])
    assert day_number(Calendar(row["calendar"]), *date) == row["day_number"]
    assert civil_date(Calendar(row["calendar"]), row["day_number"]) == date


def test_the_golden_table_covers_what_it_is_for() -> None:
    assert {row["calendar"] for row in GOLDEN} == set(Calendar)
    assert any(row["year"] == 0 for row in GOLDEN)
    assert any(row["year"] < -9999 for row in GOLDEN)
    assert any(row["year"] > 9999 for row in GOLDEN)
    assert all(row["source"] for row in GOLDEN)
    assert all(abs(row["day_number"]) <= 2**53 - 1 for row in GOLDEN)


@given(st.dates())
def test_python_counts_the_same_gregorian_days(date: datetime.date) -> None:
    """Day 1 of `toordinal` is 1 January of year 1, day number 1721426."""
    day = day_number(Calendar.GREGORIAN, date.year, date.month, date.day)
    assert day == date.toordinal() + 1_721_425


@pytest.mark.parametrize("calendar", SOLAR)
@given(day=TEN_MILLION_YEARS)
def test_every_day_has_one_name(calendar: Calendar, day: int) -> None:
    assert day_number(calendar, *civil_date(calendar, day)) == day


@given(st.data())
def test_every_day_has_one_name_in_the_other_calendars(data: st.DataObject) -> None:
    calendar = data.draw(st.sampled_from(sorted(KEPT_CALENDARS)))
    day = data.draw(st.integers(*KEPT_CALENDARS[calendar]))
    assert day_number(calendar, *civil_date(calendar, day)) == day


@pytest.mark.parametrize("calendar", SOLAR)
@given(day=TEN_MILLION_YEARS)
def test_the_next_day_is_the_next_number(calendar: Calendar, day: int) -> None:
    """Within a month the day goes up by one; else a month or a year begins."""
    today, tomorrow = civil_date(calendar, day), civil_date(calendar, day + 1)
    if tomorrow.day > 1:
        assert tomorrow == (today.year, today.month, today.day + 1)
    elif tomorrow.month > 1:
        assert tomorrow == (today.year, today.month + 1, 1)
    else:
        assert tomorrow == (today.year + 1, 1, 1)
        assert today == (today.year, 12, 31)


@given(year=st.integers(-10_000_000, 10_000_000), month=st.integers(3, 12))
def test_the_calendars_drift_apart_by_the_century_years(year: int, month: int) -> None:
    """From March on: a day a century, but not every fourth, less two."""
    julian = day_number(Calendar.JULIAN, year, month, 1)
    gregorian = day_number(Calendar.GREGORIAN, year, month, 1)
    assert julian - gregorian == year // 100 - year // 400 - 2


@pytest.mark.parametrize(
    ("first", "last", "apart"),
    [  # how far Old Style lags behind New Style, century by century
        ((1582, 10, 5), (1700, 2, 28), 10),
        ((1700, 3, 1), (1800, 2, 28), 11),
        ((1800, 3, 1), (1900, 2, 28), 12),
        ((1900, 3, 1), (2100, 2, 28), 13),
        ((200, 3, 1), (300, 2, 28), 0),
    ],
)
def test_the_lag_of_old_style(
    first: tuple[int, int, int], last: tuple[int, int, int], apart: int
) -> None:
    for date in (first, last):
        julian = day_number(Calendar.JULIAN, *date)
        assert julian - day_number(Calendar.GREGORIAN, *date) == apart


@pytest.mark.parametrize(
    ("calendar", "date", "says"),
    [
        (Calendar.GREGORIAN, (1900, 2, 29), "leap year only in the Julian"),
        (Calendar.GREGORIAN, (2023, 2, 29), "28 days"),
        (Calendar.GREGORIAN, (1917, 6, 31), "June 1917 has 30 days"),
        (Calendar.GREGORIAN, (1917, 13, 1), "no month 13"),
        (Calendar.GREGORIAN, (1917, 0, 1), "no month 0"),
        (Calendar.GREGORIAN, (1917, 1, 0), "31 days"),
        (Calendar.GREGORIAN, (1917, 1, -1), "31 days"),
        (Calendar.JULIAN, (1917, 2, 29), "28 days"),
        (Calendar.HEBREW, (5677, 13, 1), "no month 13"),
        (Calendar.HEBREW, (5784, 13, 30), "29 days"),
        (Calendar.HEBREW, (0, 7, 1), "outside"),
        (Calendar.ISLAMIC_CIVIL, (1335, 2, 30), "29 days"),
        (Calendar.ISLAMIC_CIVIL, (0, 1, 1), "outside"),
        (Calendar.FRENCH_REPUBLICAN, (4, 13, 6), "5 days"),
        (Calendar.FRENCH_REPUBLICAN, (3, 13, 7), "6 days"),
        (Calendar.FRENCH_REPUBLICAN, (3, 1, 31), "30 days"),
        (Calendar.FRENCH_REPUBLICAN, (0, 1, 1), "outside"),
        (Calendar.SWEDISH, (1700, 2, 29), "28 days"),
        (Calendar.SWEDISH, (1712, 2, 31), "30 days"),
        (Calendar.SWEDISH, (1713, 1, 1), "outside"),
        (Calendar.SWEDISH, (1699, 12, 31), "outside"),
    ],
)
def test_a_day_the_calendar_lacks_is_refused(
    calendar: Calendar, date: tuple[int, int, int], says: str
) -> None:
    with pytest.raises(DateError, match=says) as refusal:
        day_number(calendar, *date)
    assert refusal.value.expected


@pytest.mark.parametrize("calendar", SOLAR)
def test_the_bounds_of_the_count(calendar: Calendar) -> None:
    assert day_number(calendar, MAX_YEAR, 12, 31) <= 2**53 - 1
    assert day_number(calendar, MIN_YEAR, 1, 1) >= -(2**53 - 1)
    for year in (MAX_YEAR + 1, MIN_YEAR - 1):
        with pytest.raises(DateError, match="outside"):
            day_number(calendar, year, 1, 1)


@pytest.mark.parametrize(
    ("calendar", "day"),
    [
        (Calendar.GREGORIAN, 2**53),
        (Calendar.GREGORIAN, 2**53 - 1),
        (Calendar.JULIAN, -(2**53)),
        (Calendar.HEBREW, 347_997),
        (Calendar.ISLAMIC_CIVIL, 1_948_439),
        (Calendar.FRENCH_REPUBLICAN, 2_375_839),
        (Calendar.FRENCH_REPUBLICAN, 3_000_000),
        (Calendar.SWEDISH, 2_341_982),
    ],
)
def test_a_day_before_or_beyond_a_calendar_is_refused(
    calendar: Calendar, day: int
) -> None:
    with pytest.raises(DateError):
        civil_date(calendar, day)


def test_an_unknown_calendar_is_refused() -> None:
    with pytest.raises(DateError, match="no calendar 'mayan'"):
        day_number("mayan", 1, 1, 1)  # type: ignore[arg-type]


def test_a_calendar_may_be_given_by_its_name() -> None:
    assert day_number("julian", 1917, 9, 15) == 2_421_500  # type: ignore[arg-type]
