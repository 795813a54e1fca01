"""The parts of an EDTF string as the scanner gives them."""

from __future__ import annotations

import pytest

from timeline.dates.edtf_scanner import scan_edtf
from timeline.dates.edtf_syntax import (
    EdtfDate,
    EdtfEnd,
    EdtfInterval,
    EdtfMember,
    EdtfSet,
    dates_of,
    doubt_of,
    edtf_text,
)
from timeline.dates.historical_date import EndKind, Shape


def date_of(text: str) -> EdtfDate:
    value = scan_edtf(text)
    assert isinstance(value, EdtfDate)
    return value


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1917", "year"),
        ("Y17000", "year"),
        ("191X", "year"),
        ("1917-05", "month"),
        ("1917-XX", "month"),
        ("1917-1X", "month"),
        ("1917-21", "grouping"),
        ("1917-41", "grouping"),
        ("1917-05-06", "day"),
        ("1917-XX-XX", "day"),
        ("1917-05-06T10:00:00", "day"),
    ],
)
def test_precision(text: str, precision: str) -> None:
    assert date_of(text).precision == precision


@pytest.mark.parametrize(
    ("text", "year"),
    [
        ("1917", 1917),
        ("0000", 0),
        ("-0043", -43),
        ("Y17E7", 170_000_000),
        ("Y-17E7", -170_000_000),
        ("Y3388E2S3", 338_800),
        ("1950S2", 1950),
    ],
)
def test_the_number_of_the_year(text: str, year: int) -> None:
    assert date_of(text).year_number == year


@pytest.mark.parametrize(
    ("text", "marks"),
    [  # year, month, day: 1 uncertain, 2 approximate, 3 both
        ("1917-05-06", (0, 0, 0)),
        ("1917-05-06?", (1, 1, 1)),
        ("1917-05-06~", (2, 2, 2)),
        ("1917-05-06%", (3, 3, 3)),
        ("1917?-05-06", (1, 0, 0)),
        ("1917-05?-06", (1, 1, 0)),
        ("?1917-05-06", (1, 0, 0)),
        ("1917-?05-06", (0, 1, 0)),
        ("1917-05-?06", (0, 0, 1)),
        ("?1917-~05-%06", (1, 2, 3)),
        ("1917?-05~-06", (3, 2, 0)),
        ("?1917-05-06~", (3, 2, 2)),
        ("1917-?05~-06", (2, 3, 0)),
    ],
)
def test_doubt_about_each_component(text: str, marks: tuple[int, int, int]) -> None:
    date = date_of(text)
    assert date.marks == marks
    assert date.doubt == marks[0] | marks[1] | marks[2]


def test_marks_and_text_go_together_in_every_combination() -> None:
    """All 64 ways to doubt year, month and day are written, and read back."""
    seen = set()
    for year in range(4):
        for month in range(4):
            for day in range(4):
                text = edtf_text(EdtfDate("1917", "05", "06", "", (year, month, day)))
                assert date_of(text).marks == (year, month, day)
                seen.add(text)
    assert len(seen) == 64


def test_columns_are_those_of_the_whole_text() -> None:
    interval = scan_edtf("1916-12-30/?1917-~01-02")
    assert isinstance(interval, EdtfInterval)
    assert interval.start.date is not None
    assert interval.end.date is not None
    assert (interval.start.date.column, interval.end.date.column) == (0, 11)
    assert (interval.end.date.month_column, interval.end.date.day_column) == (18, 21)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("1917/", EdtfEnd(None, EndKind.UNKNOWN)),
        ("1917/..", EdtfEnd(None, EndKind.OPEN)),
    ],
)
def test_ends_without_a_date(text: str, end: EdtfEnd) -> None:
    value = scan_edtf(text)
    assert isinstance(value, EdtfInterval)
    assert value.end == end


def test_ends_on_or_before_and_on_or_after() -> None:
    value = scan_edtf("..1917/1918..")
    assert isinstance(value, EdtfInterval)
    assert (value.start.limit, value.end.limit) == ("before", "after")


def test_members_of_a_set() -> None:
    value = scan_edtf("[..1667,1668,1670..1672,1675..]")
    assert isinstance(value, EdtfSet)
    assert value.shape is Shape.ONE_OF
    years = [
        (
            member.first.year if member.first else None,
            member.last.year if member.last else None,
        )
        for member in value.members
    ]
    assert years == [(None, "1667"), ("1668", "1668"), ("1670", "1672"), ("1675", None)]


@pytest.mark.parametrize(
    ("text", "count", "doubt"),
    [
        ("1917?", 1, 1),
        ("1914?/1918~", 2, 3),
        ("1917/..", 1, 0),
        ("../..", 0, 0),
        ("[1914~,1916]", 4, 2),  # a single date is both ends of its member
        ("{..1914}", 1, 0),
    ],
)
def test_all_dates_of_a_value(text: str, count: int, doubt: int) -> None:
    value = scan_edtf(text)
    assert len(dates_of(value)) == count
    assert doubt_of(value) == doubt


def test_a_value_may_be_made_of_parts() -> None:
    may, june = EdtfDate("1917", "05"), EdtfDate("1917", "06")
    assert edtf_text(EdtfInterval(EdtfEnd(may), EdtfEnd(june))) == "1917-05/1917-06"
    members = (EdtfMember(may, may), EdtfMember(june, None))
    assert edtf_text(EdtfSet(Shape.ONE_OF, members)) == "[1917-05,1917-06..]"
    assert edtf_text(EdtfSet(Shape.ALL_OF, members)) == "{1917-05,1917-06..}"
