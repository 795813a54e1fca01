"""First and last day of years, months and parts of the year."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Calendar, DateError, day_number, parse_edtf
from timeline.dates.spans import GROUPINGS, grouping_span, month_span, years_span

GREGORIAN, JULIAN = Calendar.GREGORIAN, Calendar.JULIAN
HEBREW, FRENCH = Calendar.HEBREW, Calendar.FRENCH_REPUBLICAN

MONTHS = [
    (GREGORIAN, 1900, 2, 28),
    (GREGORIAN, 2000, 2, 29),
    (GREGORIAN, 2023, 2, 28),
    (GREGORIAN, 2024, 2, 29),
    (GREGORIAN, 1917, 1, 31),
    (GREGORIAN, 1917, 4, 30),
    (GREGORIAN, 1917, 12, 31),
    (GREGORIAN, 0, 2, 29),
    (GREGORIAN, -4, 2, 29),
    (GREGORIAN, -100, 2, 28),
    (JULIAN, 1900, 2, 29),
    (JULIAN, -100, 2, 29),
    (HEBREW, 5783, 8, 30),  # Heshvan of a full year
    (HEBREW, 5784, 8, 29),
    (HEBREW, 5784, 9, 29),  # Kislev of a short year
    (HEBREW, 5783, 9, 30),
    (HEBREW, 5784, 12, 30),
    (HEBREW, 5784, 13, 29),
    (HEBREW, 5783, 12, 29),
    (Calendar.ISLAMIC_CIVIL, 1335, 12, 29),
    (Calendar.ISLAMIC_CIVIL, 1336, 12, 30),
    (Calendar.ISLAMIC_CIVIL, 1335, 1, 30),
    (FRENCH, 3, 13, 6),
    (FRENCH, 4, 13, 5),
    (FRENCH, 7, 13, 6),
    (FRENCH, 8, 1, 30),
    (Calendar.SWEDISH, 1700, 2, 28),
    (Calendar.SWEDISH, 1712, 2, 30),
    (Calendar.SWEDISH, 1704, 2, 29),
]

YEARS = [
    (GREGORIAN, 1900, 365),
    (GREGORIAN, 2000, 366),
    (GREGORIAN, 0, 366),
    (JULIAN, 1900, 366),
    (JULIAN, 1901, 365),
    (HEBREW, 5781, 353),
    (HEBREW, 5784, 383),
    (Calendar.ISLAMIC_CIVIL, 1335, 354),
    (Calendar.ISLAMIC_CIVIL, 1336, 355),
    (FRENCH, 3, 366),
    (FRENCH, 4, 365),
    (Calendar.SWEDISH, 1700, 365),
    (Calendar.SWEDISH, 1712, 367),
    (Calendar.SWEDISH, 1704, 366),
]

PARTS_OF_1916_AND_1917 = [
    (21, "1917-03-01", "1917-05-31"),
    (22, "1917-06-01", "1917-08-31"),
    (23, "1917-09-01", "1917-11-30"),
    (24, "1917-12-01", "1918-02-28"),
    (25, "1917-03-01", "1917-05-31"),
    (26, "1917-06-01", "1917-08-31"),
    (27, "1917-09-01", "1917-11-30"),
    (28, "1917-12-01", "1918-02-28"),
    (29, "1917-09-01", "1917-11-30"),
    (30, "1917-12-01", "1918-02-28"),
    (31, "1917-03-01", "1917-05-31"),
    (32, "1917-06-01", "1917-08-31"),
    (33, "1917-01-01", "1917-03-31"),
    (34, "1917-04-01", "1917-06-30"),
    (35, "1917-07-01", "1917-09-30"),
    (36, "1917-10-01", "1917-12-31"),
    (37, "1917-01-01", "1917-04-30"),
    (38, "1917-05-01", "1917-08-31"),
    (39, "1917-09-01", "1917-12-31"),
    (40, "1917-01-01", "1917-06-30"),
    (41, "1917-07-01", "1917-12-31"),
]


@pytest.mark.parametrize(("calendar", "year", "month", "length"), MONTHS)
def test_the_days_of_a_month(
    calendar: Calendar, year: int, month: int, length: int
) -> None:
    first, last = month_span(year, month, calendar)
    assert first == day_number(calendar, year, month, 1)
    assert last == day_number(calendar, year, month, length)
    assert last - first + 1 == length


@pytest.mark.parametrize(("calendar", "year", "length"), YEARS)
def test_the_days_of_a_year(calendar: Calendar, year: int, length: int) -> None:
    first, last = years_span(year, year, calendar)
    assert last - first + 1 == length


@given(st.integers(-9999, 9998), st.sampled_from([GREGORIAN, JULIAN]))
def test_a_year_follows_the_year_before(year: int, calendar: Calendar) -> None:
    _, last = years_span(year, year, calendar)
    first, _ = years_span(year + 1, year + 1, calendar)
    assert first == last + 1
    assert years_span(year, year + 1, calendar)[0] < first


@pytest.mark.parametrize(("code", "first", "last"), PARTS_OF_1916_AND_1917)
def test_the_days_of_a_part_of_the_year(code: int, first: str, last: str) -> None:
    span = grouping_span(1917, code, GREGORIAN)
    assert span == (parse_edtf(first).first_day, parse_edtf(last).last_day)


def test_there_is_a_part_for_every_code_of_the_standard() -> None:
    assert sorted(GROUPINGS) == list(range(21, 42))


@given(st.integers(-9998, 9998))
def test_seasons_and_quarters_leave_no_day_out(year: int) -> None:
    """Spring to winter, and quarters, thirds and halves, join without gap."""
    for codes in (range(21, 25), range(33, 37), range(37, 40), range(40, 42)):
        spans = [grouping_span(year, code, GREGORIAN) for code in codes]
        for (_, last), (first, _) in pairwise(spans):
            assert first == last + 1
    winter_end = grouping_span(year, 24, GREGORIAN)[1]
    assert grouping_span(year + 1, 21, GREGORIAN)[0] == winter_end + 1


@pytest.mark.parametrize("calendar", [HEBREW, FRENCH, Calendar.ISLAMIC_CIVIL])
def test_other_calendars_have_no_seasons(calendar: Calendar) -> None:
    with pytest.raises(DateError, match=f"not defined in the {calendar.label}"):
        grouping_span(10, 21, calendar)
