"""EDTF strings of levels 0, 1 and 2: their days, their kinds, their canonical text."""

from __future__ import annotations

import pytest

from tests.dates.edtf_cases import INTERVALS, SETS, VALID, Case, Day
from timeline.dates import (
    Calendar,
    EndKind,
    HistoricalDate,
    Qualifier,
    Shape,
    day_number,
    parse_edtf,
)


def number(day: Day | None) -> int | None:
    return None if day is None else day_number(Calendar.GREGORIAN, *day)


def case_name(case: Case) -> str:
    return f"{case.text} ({case.source})"


@pytest.mark.parametrize("case", VALID, ids=case_name)
def test_first_and_last_day(case: Case) -> None:
    date = parse_edtf(case.text)
    assert (date.first_day, date.last_day) == (number(case.first), number(case.last))


@pytest.mark.parametrize("case", VALID, ids=case_name)
def test_text_and_value_belong_together(case: Case) -> None:
    date = parse_edtf(case.text)
    assert date.calendar is Calendar.GREGORIAN
    assert date.edtf == date.edtf_written
    assert parse_edtf(date.edtf) == date


@pytest.mark.parametrize("case", VALID, ids=case_name)
def test_bounds_are_ordered(case: Case) -> None:
    """As the database asks: null says nothing against the order."""
    assert bounds_ordered(parse_edtf(case.text))


def bounds_ordered(date: HistoricalDate) -> bool:
    pairs = [
        (date.start_min, date.start_max),
        (date.end_min, date.end_max),
        (date.start_min, date.end_max),
    ]
    return all(low is None or high is None or low <= high for low, high in pairs)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [  # the earliest and latest day of each end
        ("1917", ((1917, 1, 1), (1917, 12, 31)), ((1917, 1, 1), (1917, 12, 31))),
        ("1964/2008", ((1964, 1, 1), (1964, 12, 31)), ((2008, 1, 1), (2008, 12, 31))),
        ("2005/2006-02", ((2005, 1, 1), (2005, 12, 31)), ((2006, 2, 1), (2006, 2, 28))),
        ("1985/..", ((1985, 1, 1), (1985, 12, 31)), (None, None)),
        ("/1985-04", (None, None), ((1985, 4, 1), (1985, 4, 30))),
        ("..1985/1990", (None, (1985, 12, 31)), ((1990, 1, 1), (1990, 12, 31))),
        ("1985/1990..", ((1985, 1, 1), (1985, 12, 31)), ((1990, 1, 1), None)),
        ("[1667,1760]", ((1667, 1, 1), (1760, 12, 31)), ((1667, 1, 1), (1760, 12, 31))),
        (
            "{1960,1961-12}",
            ((1960, 1, 1), (1960, 12, 31)),
            ((1961, 12, 1), (1961, 12, 31)),
        ),
        ("{..1984}", (None, None), ((1984, 1, 1), (1984, 12, 31))),
    ],
)
def test_how_far_each_end_may_move(
    text: str,
    start: tuple[Day | None, Day | None],
    end: tuple[Day | None, Day | None],
) -> None:
    date = parse_edtf(text)
    assert (date.start_min, date.start_max) == tuple(map(number, start))
    assert (date.end_min, date.end_max) == tuple(map(number, end))


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [  # "open" (there is none) and "unknown" (not known) are two facts: ISO 10.2
        ("1985", "known", "known"),
        ("1985/1990", "known", "known"),
        ("1985/..", "known", "open"),
        ("1985/", "known", "unknown"),
        ("../1985", "open", "known"),
        ("/1985", "unknown", "known"),
        ("../..", "open", "open"),
        ("/..", "unknown", "open"),
        ("../", "open", "unknown"),
        ("/", "unknown", "unknown"),
        ("..1985/1990..", "unknown", "unknown"),
        ("[..1984]", "open", "known"),
        ("[1984..]", "known", "open"),
    ],
)
def test_what_is_known_of_each_end(text: str, start: str, end: str) -> None:
    date = parse_edtf(text)
    assert (date.start_kind, date.end_kind) == (EndKind(start), EndKind(end))


@pytest.mark.parametrize("case", VALID, ids=case_name)
def test_the_shape_is_that_of_the_text(case: Case) -> None:
    shape = parse_edtf(case.text).shape
    if case in INTERVALS:
        assert shape is Shape.INTERVAL
    elif case in SETS:
        assert shape is (Shape.ONE_OF if case.text[0] == "[" else Shape.ALL_OF)
    else:
        assert shape is Shape.POINT


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("1917", Qualifier.NONE),
        ("1917?", Qualifier.UNCERTAIN),
        ("1917~", Qualifier.APPROXIMATE),
        ("1917%", Qualifier.BOTH),
        ("1917-~09-14", Qualifier.APPROXIMATE),
        ("?1917-~09-14", Qualifier.BOTH),
        ("1914?/1918~", Qualifier.BOTH),
        ("1914?/1918", Qualifier.UNCERTAIN),
        ("[1914,1915?]", Qualifier.UNCERTAIN),
    ],
)
def test_the_qualifier_gathers_all_doubt(text: str, qualifier: Qualifier) -> None:
    assert parse_edtf(text).qualifier is qualifier


@pytest.mark.parametrize(
    ("text", "canonical"),
    [  # ISO 8.2.4: the whole before a group before single components; nothing twice
        ("?2004-?06-?11", "2004-06-11?"),
        ("?2004-?06-11", "2004-06?-11"),
        ("?2004-06-~11", "2004?-06-~11"),
        ("%2001", "2001%"),
        ("2004?-06?-11", "2004-06?-11"),
        ("2004-06-11?", "2004-06-11?"),
        ("2004-?06-11", "2004-?06-11"),
        ("2001-?09~-09", "2001~-%09-09"),  # left and right of the month: both
        ("?2004-06-04~", "2004%-~06-~04"),
        ("?1914/1918", "1914?/1918"),
        ("[?1914,?1915-06]", "[1914?,1915?-06]"),
        ("?-0275", "-0275?"),
        ("?Y17000", "Y17000?"),
    ],
)
def test_doubt_is_written_in_one_way(text: str, canonical: str) -> None:
    date = parse_edtf(text)
    assert date.edtf == canonical
    assert parse_edtf(canonical) == date


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1917-10-25", 0),
        ("1917-10-25T00:00:00", 0),
        ("1917-10-25T21:40:00", 78_000),  # the shot of the Aurora
        ("1985-04-12T23:20:30+04:30", 84_030),  # as the clock showed it
        ("1917-10-25/1917-10-26", 0),
    ],
)
def test_time_of_day(text: str, seconds: int) -> None:
    assert parse_edtf(text).seconds == seconds
