"""Each calendar against history and, as a second witness, against `convertdate`."""

from __future__ import annotations

import warnings
from collections.abc import Iterator

import pytest
from convertdate import french_republican, hebrew, islamic

from timeline.dates import Calendar, civil_date, day_number

HEBREW, ISLAMIC = Calendar.HEBREW, Calendar.ISLAMIC_CIVIL
FRENCH, SWEDISH = Calendar.FRENCH_REPUBLICAN, Calendar.SWEDISH
GREGORIAN, JULIAN = Calendar.GREGORIAN, Calendar.JULIAN


@pytest.fixture
def quiet() -> Iterator[None]:
    """convertdate 2.5 announces a deprecation of its own at every Hebrew date."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)
        yield


@pytest.mark.usefixtures("quiet")
@pytest.mark.parametrize("year", [*range(1, 60), *range(3700, 3800, 7), 5677, 5784])
def test_convertdate_counts_the_same_hebrew_days(year: int) -> None:
    for month in hebrew_months(year):
        day = day_number(HEBREW, year, month, 1)
        assert day == hebrew.to_jd(year, month, 1) + 0.5
        last = hebrew.month_length(year, month)
        assert civil_date(HEBREW, day + last - 1) == (year, month, last)
        assert civil_date(HEBREW, day + last).day == 1


def hebrew_months(year: int) -> range:
    """Seven years of nineteen are leap: 3, 6, 8, 11, 14, 17 and 19 of the cycle."""
    return range(1, 14 if year % 19 in (0, 3, 6, 8, 11, 14, 17) else 13)


def test_a_hebrew_year_begins_with_tishri() -> None:
    assert day_number(HEBREW, 5784, 7, 1) < day_number(HEBREW, 5784, 1, 1)
    elul = day_number(HEBREW, 5784, 6, 29)
    assert civil_date(HEBREW, elul + 1) == (5785, 7, 1)


@pytest.mark.parametrize(
    ("year", "length"),
    [  # the six lengths a year can have (Maimonides, ch. 8)
        (5781, 353),
        (5778, 354),
        (5782, 384),
        (5783, 355),
        (5784, 383),
        (5776, 385),
    ],
)
def test_the_length_of_a_hebrew_year(year: int, length: int) -> None:
    begin = day_number(HEBREW, year, 7, 1)
    assert day_number(HEBREW, year + 1, 7, 1) - begin == length


@pytest.mark.parametrize("year", [*range(1, 62), 1335, 1400, 1445])
def test_convertdate_counts_the_same_islamic_days(year: int) -> None:
    for month in range(1, 13):
        day = day_number(ISLAMIC, year, month, 1)
        assert day == islamic.to_jd(year, month, 1) + 0.5
        last = islamic.month_length(year, month)
        assert civil_date(ISLAMIC, day + last - 1) == (year, month, last)


def test_thirty_islamic_years_are_10631_days() -> None:
    for year in (1, 31, 1321, 100_021):
        begin = day_number(ISLAMIC, year, 1, 1)
        assert day_number(ISLAMIC, year + 30, 1, 1) - begin == 10_631


@pytest.mark.parametrize("year", range(1, 302))
def test_convertdate_counts_the_same_french_years(year: int) -> None:
    day = round(french_republican.to_jd(year, 1, 1) + 0.5)
    if year <= 300:
        assert day_number(FRENCH, year, 1, 1) == day
        assert civil_date(FRENCH, day) == (year, 1, 1)
    if year > 1:
        assert civil_date(FRENCH, day - 1)[:2] == (year - 1, 13)


@pytest.mark.parametrize(
    ("year", "first"),
    [  # 1 Vendémiaire as the concordances print it
        (1, (1792, 9, 22)),
        (2, (1793, 9, 22)),
        (3, (1794, 9, 22)),
        (4, (1795, 9, 23)),
        (5, (1796, 9, 22)),
        (6, (1797, 9, 22)),
        (7, (1798, 9, 22)),
        (8, (1799, 9, 23)),
        (9, (1800, 9, 23)),
        (10, (1801, 9, 23)),
        (11, (1802, 9, 23)),
        (12, (1803, 9, 24)),
        (13, (1804, 9, 23)),
        (14, (1805, 9, 23)),
    ],
)
def test_the_french_new_years_as_they_were_kept(
    year: int, first: tuple[int, int, int]
) -> None:
    assert civil_date(GREGORIAN, day_number(FRENCH, year, 1, 1)) == first


def test_swedish_days_run_on_without_gap_from_1700_to_1712() -> None:
    first, last = day_number(JULIAN, 1700, 1, 1), day_number(JULIAN, 1712, 12, 31)
    names = [civil_date(SWEDISH, day) for day in range(first, last + 1)]
    assert names == sorted(names)
    assert len(set(names)) == len(names)
    assert (1700, 2, 29) not in names
    assert (1712, 2, 30) in names


@pytest.mark.parametrize(
    ("date", "ahead"),
    [
        ((1700, 2, 28), 0),
        ((1700, 3, 1), 1),
        ((1704, 2, 29), 1),
        ((1712, 2, 29), 1),
        ((1712, 3, 1), 0),
    ],
)
def test_sweden_was_a_day_ahead_of_the_julian_calendar(
    date: tuple[int, int, int], ahead: int
) -> None:
    assert day_number(JULIAN, *date) - day_number(SWEDISH, *date) == ahead


def test_every_month_has_a_name() -> None:
    months = {HEBREW: 13, FRENCH: 13}
    for calendar in Calendar:
        assert len(calendar.month_names) == months.get(calendar, 12)
        assert len(set(calendar.month_names)) == len(calendar.month_names)


def test_the_label_of_a_calendar() -> None:
    assert Calendar.FRENCH_REPUBLICAN.label == "French Republican"
