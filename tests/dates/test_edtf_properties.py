"""What holds for every EDTF string, and for every text that is none."""

from __future__ import annotations

import re
from dataclasses import asdict

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from tests.dates.edtf_strategies import edtf_strings
from tests.steps import steps
from timeline.dates import (
    Calendar,
    DateError,
    HistoricalDate,
    civil_date,
    date_from_json,
    date_in_calendar,
    date_to_json,
    day_number,
    parse_edtf,
)
from timeline.dates.edtf import date_from_value
from timeline.dates.edtf_scanner import scan_edtf


def parsed(text: str, calendar: Calendar = Calendar.GREGORIAN) -> HistoricalDate:
    """The date, if there is one; only our own error is let pass."""
    try:
        return parse_edtf(text, calendar)
    except DateError:
        assume(False)
        raise


@given(edtf_strings())
def test_parse_text_parse_is_the_identity(text: str) -> None:
    date = parsed(text)
    assert parse_edtf(date.edtf) == date
    assert parse_edtf(date.edtf).edtf == date.edtf


@given(edtf_strings(), st.sampled_from([Calendar.JULIAN, Calendar.GREGORIAN]))
def test_bounds_are_ordered(text: str, calendar: Calendar) -> None:
    date = parsed(text, calendar)
    for low, high in (
        (date.start_min, date.start_max),
        (date.end_min, date.end_max),
        (date.start_min, date.end_max),
        (date.start_max, date.end_max),
        (date.start_min, date.end_min),
    ):
        in_one_interval = date.shape != "interval"
        if low is not None and high is not None and in_one_interval:
            assert low <= high
    if date.first_day is not None and date.last_day is not None:
        assert date.first_day <= date.last_day


PLAIN_DATES = st.from_regex(r"-?[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?", fullmatch=True)


@given(
    st.one_of(PLAIN_DATES, st.builds("{}/{}".format, PLAIN_DATES, PLAIN_DATES)),
    st.sampled_from(Calendar),
)
def test_plain_dates_mean_what_the_whole_syntax_says(
    text: str, calendar: Calendar
) -> None:
    """There is a short way for them; it goes nowhere else."""
    try:
        whole = date_from_value(scan_edtf(text), calendar, text)
    except DateError as error:
        with pytest.raises(DateError, match=re.escape(str(error))):
            parse_edtf(text, calendar)
        return
    short = parse_edtf(text, calendar)
    assert asdict(short) == asdict(whole)


@given(edtf_strings())
def test_doubt_moves_no_bound(text: str) -> None:
    date = parsed(text)
    plain = parse_edtf("".join(sign for sign in date.edtf if sign not in "?~%"))
    assert (plain.first_day, plain.last_day) == (date.first_day, date.last_day)


@given(edtf_strings())
def test_gregorian_edtf_has_the_days_of_what_was_written(text: str) -> None:
    date = parsed(text, Calendar.JULIAN)
    gregorian = parse_edtf(date.edtf)
    assert gregorian.first_day == date.first_day
    assert gregorian.last_day == date.last_day
    assert gregorian.start_kind == date.start_kind
    assert gregorian.end_kind == date.end_kind
    assert gregorian.qualifier == date.qualifier


@given(edtf_strings())
def test_json_and_back(text: str) -> None:
    date = parsed(text, Calendar.JULIAN)
    assert date_from_json(date_to_json(date)) == date


@given(
    st.integers(-9999, 9999),
    st.integers(0, 19),
    st.integers(0, 39),
    st.sampled_from([Calendar.GREGORIAN, Calendar.JULIAN]),
)
def test_the_short_way_is_the_long_way(
    year: int, month: int, day: int, calendar: Calendar
) -> None:
    """Plain dates are read at once; the scanner would say the same, or refuse."""
    written = f"{year:04}" if year >= 0 else f"-{-year:04}"
    for text in (f"{written}-{month:02}-{day:02}", f"{written}-{month:02}", written):
        try:
            date = date_from_value(scan_edtf(text), calendar)
        except DateError as refusal:
            with pytest.raises(DateError) as other:
                parse_edtf(text, calendar)
            assert str(other.value) == str(refusal)
            assert other.value.column == refusal.column
        else:
            assert parse_edtf(text, calendar) == date


def has_a_year_of_four_digits(calendar: Calendar, day: int) -> bool:
    try:
        return abs(civil_date(calendar, day).year) <= 9999
    except DateError:
        return False


@given(st.integers(-1_900_000, 5_300_000), st.sampled_from(sorted(Calendar)))
def test_a_day_goes_to_any_calendar_and_back(day: int, calendar: Calendar) -> None:
    year, month, number = civil_date(Calendar.GREGORIAN, day)
    sign = "-" if year < 0 else ""
    date = parse_edtf(f"{sign}{abs(year):04}-{month:02}-{number:02}")
    try:
        other = date_in_calendar(date, calendar)
    except DateError:
        assert not has_a_year_of_four_digits(calendar, day)
        return
    assert (other.first_day, other.last_day) == (day, day)
    assert other.edtf == date.edtf
    assert date_in_calendar(other, Calendar.GREGORIAN) == date


@given(st.integers(0, 9999), st.integers(1, 12), st.text("0123456789X", min_size=2))
def test_unspecified_days_are_those_that_fit(year: int, month: int, tail: str) -> None:
    """Against every day of the month, one by one."""
    pattern = tail[:2]
    days = [
        day_number(Calendar.GREGORIAN, year, month, day)
        for day in range(1, month_length(year, month) + 1)
        if fits(f"{day:02}", pattern)
    ]
    text = f"{year:04}-{month:02}-{pattern}"
    if days:
        date = parse_edtf(text)
        assert (date.first_day, date.last_day) == (days[0], days[-1])
    else:
        with pytest.raises(DateError):
            parse_edtf(text)


def month_length(year: int, month: int) -> int:
    """By the next month's first day."""
    following = (year, month + 1) if month < 12 else (year + 1, 1)
    begin = day_number(Calendar.GREGORIAN, year, month, 1)
    return day_number(Calendar.GREGORIAN, *following, 1) - begin


def fits(digits: str, pattern: str) -> bool:
    return all(
        mask in ("X", digit) for digit, mask in zip(digits, pattern, strict=True)
    )


@given(st.text(max_size=250))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        date = parse_edtf(text)
    except DateError as refusal:
        assert refusal.column is None or 0 <= refusal.column <= len(text)
    else:
        assert parse_edtf(date.edtf) == date


@given(st.text("0123456789X-?~%YES:TZ+/.,[]{}", max_size=40))
def test_any_text_of_edtf_characters_is_read_or_refused(text: str) -> None:
    test_any_text_is_read_or_refused.hypothesis.inner_test(text)  # type: ignore[attr-defined]


HOSTILE = [
    "Y1E999999999",
    "Y" + "9" * 190,
    "9" * 200_000,
    "Y1E" + "9" * 200_000,
    "1950S" + "9" * 100,
    "[" * 200,
    "[[[[1917]]]]",
    "[" + "1917," * 39 + "1917]",
    "[" + "XXXX-02-29," * 17 + "1917]",
    "[" + "XXX1-02-29," * 17 + "1917]",
    "/" * 200,
    "." * 200,
    "?" * 200,
    "-" * 200,
    "X" * 200,
    "1917-" * 40,
    "\ud800\udfff" * 50,
    "\u200f" * 200,
    "\x00" * 200,
    " " * 50_000,
    "XXXX-XX-XX/XXXX-XX-XX",
    "-XXXX-02-29",
    "XXX7-02-29",
]


@pytest.mark.parametrize(
    "text", HOSTILE, ids=lambda text: text[:20].encode("unicode_escape")
)
@pytest.mark.parametrize("calendar", [Calendar.GREGORIAN, Calendar.HEBREW])
def test_no_text_takes_long(text: str, calendar: Calendar) -> None:
    """Fifty milliseconds are the most that one expression may take: so many calls."""

    def read() -> None:
        try:
            parse_edtf(text, calendar)
        except DateError as refusal:
            assert len(str(refusal)) < 300

    assert steps(read) < 100_000


@pytest.mark.parametrize("value", [None, 1917, b"1917", ["1917"], 1917.5])
def test_what_is_no_text_is_refused(value: object) -> None:
    with pytest.raises(DateError, match="is text"):
        parse_edtf(value)  # type: ignore[arg-type]


def test_two_hundred_characters_are_read_and_one_more_is_not() -> None:
    longest = "[" + ",".join(["1917-05-06"] * 18) + "]"
    assert len(longest) == 199
    assert parse_edtf(longest).first_day == day_number(Calendar.GREGORIAN, 1917, 5, 6)
    with pytest.raises(DateError, match="201 characters") as refusal:
        parse_edtf(longest + "]]")
    assert refusal.value.column == 200
