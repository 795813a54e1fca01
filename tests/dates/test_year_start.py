"""Years that begin on 25 March, 1 September, Easter …, reckoned to 1 January."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import (
    Calendar,
    DateContext,
    DateError,
    YearStart,
    civil_date,
    day_number,
    january_years,
    read_date,
)
from timeline.dates.year_start import first_day_of_year

JULIAN = Calendar.JULIAN


@pytest.mark.parametrize(
    ("date", "start", "years", "source"),
    [
        ((1648, 1, 30), "25 March", (1649,), "Charles I beheaded, 30 January 1648/9"),
        ((1648, 3, 24), "25 March", (1649,), "the last day of 1648 in England"),
        ((1649, 3, 25), "25 March", (1649,), "the first day of 1649 in England"),
        ((1751, 12, 31), "25 March", (1751,), "the English 1751 ended on 31 December"),
        ((1699, 12, 20), "1 January", (1699,), "Peter's ukase on the new year"),
        ((1690, 8, 31), "1 September", (1690,), "the last day of the Russian 7198"),
        ((1690, 9, 1), "1 September", (1689,), "the first day of the Russian 7198"),
        ((1201, 2, 28), "1 March", (1202,), "more veneto"),
        ((1201, 3, 1), "1 March", (1201,), "more veneto"),
        ((801, 12, 25), "25 December", (800,), "Charlemagne crowned: year begun"),
        ((801, 12, 24), "25 December", (801,), "the last day of that year"),
        ((1300, 4, 10), "Easter", (1300,), "Easter Day of 1300"),
        ((1300, 4, 5), "Easter", (), "no such day between Easter 1300 and 1301"),
        ((1300, 4, 1), "Easter", (1301,), "the eve of Easter 1301"),
        ((1301, 4, 10), "Easter", (1301, 1302), "twice between Easter and Easter"),
        ((1647, 2, 29), "25 March", (1648,), "the leap day of 1648"),
        ((1648, 2, 29), "25 March", (), "1649 had none"),
    ],
)
def test_the_year_from_january(
    date: tuple[int, int, int], start: str, years: tuple[int, ...], source: str
) -> None:
    assert january_years(*date, YearStart(start)) == years, source


@pytest.mark.parametrize(
    ("year", "easter"),
    [  # Julian Easter (Grotefend, Taschenbuch der Zeitrechnung)
        (1300, (4, 10)),
        (1301, (4, 2)),
        (1350, (3, 28)),
        (1564, (4, 2)),
    ],
)
def test_new_years_day_at_easter(year: int, easter: tuple[int, int]) -> None:
    day = first_day_of_year(year, YearStart.EASTER)
    assert civil_date(JULIAN, day) == (year, *easter)


@given(st.integers(1100, 1700), st.sampled_from(list(YearStart)), st.data())
def test_every_day_of_such_a_year_is_found_again(
    year: int, start: YearStart, data: st.DataObject
) -> None:
    first = first_day_of_year(year, start)
    last = first_day_of_year(year + 1, start) - 1
    day = data.draw(st.integers(first, last))
    january, month, number = civil_date(JULIAN, day)
    years = january_years(year, month, number, start)
    assert january in years
    assert all(
        first <= day_number(JULIAN, each, month, number) <= last for each in years
    )


def test_an_unknown_beginning_is_refused() -> None:
    with pytest.raises(DateError, match="no beginning of a year"):
        january_years(1648, 1, 30, "Whitsun")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "start", "written"),
    [
        ("30 January 1648", "25 March", ["1649-01-30"]),
        ("30 January 1648/9", "25 March", ["1649-01-30"]),  # counted once
        ("25 March 1648", "25 March", ["1648-03-25"]),
        ("March 1648", "25 March", ["1648-03", "1649-03"]),
        ("5–10 February 1648", "25 March", ["1649-02-05/1649-02-10"]),
        ("1 September 1690", "1 September", ["1689-09-01"]),
        ("10 April 1301", "Easter", ["1301-04-10", "1302-04-10"]),
        ("5 April 1300", "Easter", []),
        ("30 January 1648", "1 January", ["1648-01-30"]),
    ],
)
def test_a_printed_date_follows_the_year_of_its_document(
    text: str, start: str, written: list[str]
) -> None:
    context = DateContext(calendar=JULIAN, year_start=start)
    result = read_date(text, context)
    assert [reading.date.edtf_written for reading in result.readings] == written


def test_the_reason_is_told() -> None:
    context = DateContext(calendar=JULIAN, year_start="25 March")
    assert "began on 25 March" in read_date("30 January 1648", context).why
