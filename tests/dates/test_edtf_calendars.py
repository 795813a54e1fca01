"""EDTF syntax in another calendar, to Gregorian EDTF and back."""

from __future__ import annotations

import pytest

from timeline.dates import (
    Calendar,
    DateError,
    Shape,
    date_in_calendar,
    day_number,
    parse_edtf,
)

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN
HEBREW, ISLAMIC = Calendar.HEBREW, Calendar.ISLAMIC_CIVIL
FRENCH, SWEDISH = Calendar.FRENCH_REPUBLICAN, Calendar.SWEDISH

OLD_STYLE = [  # the table of the letter of September 1917, and its neighbours
    ("1917-05-06", "1917-05-19"),
    ("1917-08-31", "1917-09-13"),
    ("1917-09-12", "1917-09-25"),
    ("1917-08-12", "1917-08-25"),
    ("1917-09-15", "1917-09-28"),
    ("1917-03-06", "1917-03-19"),
    ("1917-09-14/1917-09-22", "1917-09-27/1917-10-05"),
    ("1917-05", "1917-05-14/1917-06-13"),
    ("1917", "1917-01-14/1918-01-13"),
    ("191X", "1910-01-14/1920-01-13"),
    ("1917-XX", "1917-01-14/1918-01-13"),
    ("1917-05-XX", "[1917-05-14..1917-06-13]"),
    ("1905-21", "1905-03-14/1905-06-13"),
    ("1900-02-29", "1900-03-13"),
    ("1900-02", "1900-02-13/1900-03-13"),
    ("1917-10-25T21:40:00", "1917-11-07T21:40:00"),
    ("1917-05-06?", "1917-05-19?"),
    ("1917-05-~06", "1917-05-~19"),
    ("1917-05~", "1917-05-14~/1917-06-13~"),
    ("1917-05-06/..", "1917-05-19/.."),
    ("../1917-05-06", "../1917-05-19"),
    ("1917-05-06/", "1917-05-19/"),
    ("/1917-05", "/1917-06-13"),
    ("1917/..", "1917-01-14/.."),
    ("..1917-05-06/1917-05-08..", "..1917-05-19/1917-05-21.."),
    ("[1917-05-06,1917-05-08]", "[1917-05-19,1917-05-21]"),
    ("[1916,1917]", "[1916-01-14..1917-01-13,1917-01-14..1918-01-13]"),
    ("[..1917-05-06]", "[..1917-05-19]"),
    ("{1917-05-06..1917-05-08}", "{1917-05-19..1917-05-21}"),
    ("-0043-03-15", "-0043-03-13"),
    ("0325-05-20", "0325-05-21"),  # the Council of Nicaea: one day apart
]


@pytest.mark.parametrize(("written", "edtf"), OLD_STYLE)
def test_julian_syntax_gives_gregorian_edtf(written: str, edtf: str) -> None:
    date = parse_edtf(written, JULIAN)
    assert (date.calendar, date.edtf_written, date.edtf) == (JULIAN, written, edtf)
    assert parse_edtf(edtf).first_day == date.first_day
    assert parse_edtf(edtf).last_day == date.last_day


@pytest.mark.parametrize(("written", "edtf"), OLD_STYLE)
def test_the_days_come_back_from_gregorian_edtf(written: str, edtf: str) -> None:
    there = parse_edtf(written, JULIAN)
    back = date_in_calendar(parse_edtf(edtf), JULIAN)
    assert back.calendar is JULIAN
    assert back.edtf == edtf
    assert (back.first_day, back.last_day) == (there.first_day, there.last_day)


@pytest.mark.parametrize(
    ("written", "back"),
    [("1917-05-06", "1917-05-06"), ("1917-05", "1917-05-01/1917-05-31")],
)
def test_days_come_back_as_days(written: str, back: str) -> None:
    gregorian = date_in_calendar(parse_edtf(written, JULIAN), GREGORIAN)
    assert date_in_calendar(gregorian, JULIAN).edtf_written == back


def test_a_month_keeps_its_shape_and_its_exact_days() -> None:
    may = parse_edtf("1917-05", JULIAN)
    assert may.shape is Shape.POINT
    assert may.start_min == may.end_min == day_number(JULIAN, 1917, 5, 1)
    assert may.start_max == may.end_max == day_number(JULIAN, 1917, 5, 31)


def test_the_same_calendar_changes_nothing() -> None:
    date = parse_edtf("1917-05~", JULIAN)
    assert date_in_calendar(date, JULIAN) is date


@pytest.mark.parametrize(
    ("calendar", "written", "edtf"),
    [  # sources: the concordances and events named in tests/data/day_numbers.json
        (FRENCH, "0002-11-09", "1794-07-27"),
        (FRENCH, "0008-02-18", "1799-11-09"),
        (FRENCH, "0008-02", "1799-10-23/1799-11-21"),
        (FRENCH, "0003", "1794-09-22/1795-09-22"),
        (FRENCH, "0003-13", "1795-09-17/1795-09-22"),
        (FRENCH, "0079-08-16", "1871-05-06"),
        (HEBREW, "5708-02-05", "1948-05-14"),
        (HEBREW, "5784", "2023-09-16/2024-10-02"),
        (HEBREW, "5784-12", "2024-02-10/2024-03-10"),
        (HEBREW, "5784-13", "2024-03-11/2024-04-08"),
        (ISLAMIC, "1400-01-01", "1979-11-21"),
        (ISLAMIC, "1400", "1979-11-21/1980-11-08"),
        (SWEDISH, "1709-06-28", "1709-07-08"),
        (SWEDISH, "1712-02-30", "1712-03-11"),
        (SWEDISH, "1712-02", "1712-02-11/1712-03-11"),
        (SWEDISH, "1700-02/1700-03", "1700-02-11/1700-04-10"),
    ],
)
def test_syntax_of_other_calendars(calendar: Calendar, written: str, edtf: str) -> None:
    date = parse_edtf(written, calendar)
    assert date.edtf == edtf
    assert date.edtf_written == written


@pytest.mark.parametrize(
    ("calendar", "text", "days"),
    [  # unspecified digits run over the days that the calendar has
        (JULIAN, "1900-02-2X", ("1900-02-20", "1900-02-29")),
        (JULIAN, "19XX-02-29", ("1900-02-29", "1996-02-29")),
        (HEBREW, "5784-XX-30", ("5784-07-30", "5784-05-30")),
        (HEBREW, "578X-13-01", ("5782-13-01", "5787-13-01")),
        (FRENCH, "000X-13-06", ("0003-13-06", "0007-13-06")),
        (FRENCH, "00XX", ("0001-01-01", "0099-13-05")),
        (SWEDISH, "17XX-02-30", ("1712-02-30", "1712-02-30")),
    ],
)
def test_unspecified_digits_run_over_existing_days(
    calendar: Calendar, text: str, days: tuple[str, str]
) -> None:
    first, last = (parse_edtf(day, calendar).first_day for day in days)
    date = parse_edtf(text, calendar)
    assert (date.first_day, date.last_day) == (first, last)


@pytest.mark.parametrize(
    ("calendar", "text", "column", "why"),
    [
        (JULIAN, "1917-02-29", 8, "28 days"),
        (JULIAN, "1917-04-31/1917-05", 8, "30 days"),
        (JULIAN, "1917-05/1917-04-31", 16, "30 days"),
        (HEBREW, "5677-13-01", 5, "no month 13"),
        (HEBREW, "0000", 0, "outside"),
        (HEBREW, "5784-21", 5, "not defined"),
        (FRENCH, "0004-13-06", 8, "5 days"),
        (FRENCH, "0301", 0, "outside"),
        (FRENCH, "0004-14", 5, "no month 14"),
        (ISLAMIC, "1335-13", 5, "no month 13"),
        (SWEDISH, "1700-02-29", 8, "28 days"),
        (SWEDISH, "1713-01-01", 0, "outside"),
        (SWEDISH, "1712-24", 5, "outside"),
        (JULIAN, "Y-17E7", 0, "are Gregorian"),
        (JULIAN, "9999", 0, "four digits"),
        (JULIAN, "-9999", 0, "four digits"),
    ],
)
def test_what_another_calendar_lacks_is_refused(
    calendar: Calendar, text: str, column: int, why: str
) -> None:
    with pytest.raises(DateError, match=why) as refusal:
        parse_edtf(text, calendar)
    assert refusal.value.column == column


def test_a_day_outside_a_calendar_cannot_be_written_in_it() -> None:
    with pytest.raises(DateError, match="outside"):
        date_in_calendar(parse_edtf("1799-11-09"), SWEDISH)


def test_an_unknown_calendar_is_refused() -> None:
    with pytest.raises(DateError, match="no calendar 'mayan'"):
        parse_edtf("1917", "mayan")  # type: ignore[arg-type]
