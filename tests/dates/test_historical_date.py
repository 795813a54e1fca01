"""The value itself: equality, order, meeting, JSON."""

from __future__ import annotations

import dataclasses
import json
import pickle

import pytest

from timeline.dates import (
    Calendar,
    DateError,
    date_from_json,
    date_to_json,
    parse_edtf,
)


def test_a_date_does_not_change() -> None:
    with pytest.raises(dataclasses.FrozenInstanceError):
        parse_edtf("1917").edtf = "1918"  # type: ignore[misc]


def test_equal_when_calendar_and_written_form_are() -> None:
    assert parse_edtf("?1917-?05") == parse_edtf("1917-05?")
    assert hash(parse_edtf("1917-05?")) == hash(parse_edtf("?1917-?05"))
    julian = parse_edtf("1917-09-15", Calendar.JULIAN)
    gregorian = parse_edtf("1917-09-28")
    assert julian.edtf == gregorian.edtf
    assert julian != gregorian


def test_a_date_survives_pickling() -> None:
    date = parse_edtf("1917-09-14/1917-09-22", Calendar.JULIAN)
    assert pickle.loads(pickle.dumps(date)) == date


def test_an_error_survives_pickling() -> None:
    with pytest.raises(DateError) as refusal:
        parse_edtf("1917-13")
    copy = pickle.loads(pickle.dumps(refusal.value))
    assert (str(copy), copy.column, copy.expected) == (
        str(refusal.value),
        5,
        refusal.value.expected,
    )


def test_the_text_of_a_date_is_what_was_written() -> None:
    assert str(parse_edtf("1917-05", Calendar.JULIAN)) == "1917-05"


@pytest.mark.parametrize(
    "order",
    [
        ["Y-17E7", "-0043-03-15", "0000", "0001", "1917", "Y170000002"],
        ["../1917", "1917-05-06", "1917-05-07"],
        ["1917-05-01", "1917-05", "1917-06"],  # the day before its month
        ["1917-10-25", "1917-10-25T10:00:00", "1917-10-25T21:40:00"],
        ["1917-05-06", "1917-05-06/1917-05-08", "1917-05-06/.."],
        ["/1905", "/1917", "1900"],
    ],
)
def test_dates_sort_as_they_begin(order: list[str]) -> None:
    dates = [parse_edtf(text) for text in order]
    rotated = [*dates[1:], dates[0]]
    assert sorted(rotated) == dates


def test_old_and_new_style_sort_by_the_day() -> None:
    old = parse_edtf("1917-09-15", Calendar.JULIAN)
    assert parse_edtf("1917-09-27") < old < parse_edtf("1917-09-29")


@pytest.mark.parametrize(
    ("one", "other", "meet"),
    [
        ("1917", "1917-05", True),
        ("1917-05-06", "1917-05-06T10:00:00", True),
        ("1917-05-06", "1917-05-07", False),
        ("1917-05/1917-06", "1917-06-30", True),
        ("1917-05/1917-06", "1917-07-01", False),
        ("1917/..", "2024", True),
        ("1917/..", "1916", False),
        ("/1917", "-0043", True),
        ("../..", "1917", True),
        ("[1905,1917]", "1910", True),  # the hull
    ],
)
def test_dates_meet_when_their_bounds_do(one: str, other: str, meet: bool) -> None:
    assert parse_edtf(one).meets(parse_edtf(other)) is meet
    assert parse_edtf(other).meets(parse_edtf(one)) is meet


def test_both_styles_of_a_dual_date_meet() -> None:
    assert parse_edtf("1917-09-15", Calendar.JULIAN).meets(parse_edtf("1917-09-28"))


def test_the_json_of_a_date() -> None:
    written = date_to_json(parse_edtf("1917-09-14/..", Calendar.JULIAN))
    assert json.loads(json.dumps(written)) == {
        "calendar": "julian",
        "edtf_written": "1917-09-14/..",
        "edtf": "1917-09-27/..",
        "first_day": 2421499,
        "last_day": None,
        "start_min": 2421499,
        "start_max": 2421499,
        "end_min": None,
        "end_max": None,
        "start_kind": "known",
        "end_kind": "open",
        "shape": "interval",
        "qualifier": "",
        "seconds": 0,
    }


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ({"edtf": "1917-09-28"}, "1917-09-28"),
        ({"edtf_written": "1917-09-15", "calendar": "julian"}, "1917-09-28"),
        ({"edtf_written": "1917", "note": "other keys are let be"}, "1917"),
    ],
)
def test_json_of_others_is_read(value: dict[str, object], edtf: str) -> None:
    assert date_from_json(value).edtf == edtf


@pytest.mark.parametrize(
    ("value", "why"),
    [
        ({}, "names no date"),
        ({"edtf": 1917}, "names no date"),
        ({"edtf": "1917", "calendar": "mayan"}, "no calendar"),
        ({"edtf": "1917", "first_day": 1}, "first_day is 1"),
        (
            {"edtf_written": "1917-09-15", "calendar": "julian", "edtf": "1917-09-15"},
            "edtf is '1917-09-15'",
        ),
    ],
)
def test_json_that_contradicts_itself_is_refused(
    value: dict[str, object], why: str
) -> None:
    with pytest.raises(DateError, match=why):
        date_from_json(value)
