"""Digits that are not given, against every day of the years one by one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Calendar, DateError, civil_date, day_number, parse_edtf

CALENDARS = {  # a stretch of years that every pattern below stays in
    Calendar.GREGORIAN: "190",
    Calendar.JULIAN: "190",
    Calendar.HEBREW: "578",
    Calendar.ISLAMIC_CIVIL: "144",
    Calendar.FRENCH_REPUBLICAN: "001",
}
DIGIT = st.sampled_from("0123456789X")
PAIR = st.builds(lambda tens, ones: tens + ones, st.sampled_from("0123X"), DIGIT)


def days_of(calendar: Calendar, years: range) -> Iterator[tuple[int, str]]:
    """Every day of the years, by walking from one to the next."""
    day = next(
        day_number(calendar, years[0], month, 1)
        for month in ((7,) if calendar is Calendar.HEBREW else (1,))
    )
    while True:
        year, month, number = civil_date(calendar, day)
        if year > years[-1]:
            return
        yield day, f"{year:04}{month:02}{number:02}"
        day += 1


def fits(digits: str, pattern: str) -> bool:
    return all(
        mask in ("X", digit) for digit, mask in zip(digits, pattern, strict=True)
    )


EVERY_DAY = {
    calendar: list(days_of(calendar, range(int(f"{start}0"), int(f"{start}9") + 1)))
    for calendar, start in CALENDARS.items()
}


@given(st.sampled_from(sorted(CALENDARS)), DIGIT, PAIR, PAIR)
def test_the_days_are_those_that_fit(
    calendar: Calendar, last_digit: str, month: str, day: str
) -> None:
    year = CALENDARS[calendar] + last_digit
    found = [
        number
        for number, digits in EVERY_DAY[calendar]
        if fits(digits, year + month + day)
    ]
    text = f"{year}-{month}-{day}"
    if not found or (int(month.replace("X", "0")) > 20 and "X" not in text):
        with pytest.raises(DateError):
            parse_edtf(text, calendar)
        return
    date = parse_edtf(text, calendar)
    assert (date.first_day, date.last_day) == (found[0], found[-1])


@given(st.sampled_from(sorted(CALENDARS)), DIGIT, PAIR)
def test_the_months_are_those_that_fit(
    calendar: Calendar, last_digit: str, month: str
) -> None:
    year = CALENDARS[calendar] + last_digit
    found = [
        number
        for number, digits in EVERY_DAY[calendar]
        if fits(digits[:6], year + month)
    ]
    text = f"{year}-{month}"
    if month[0] in "23" and "X" not in month:
        return  # a season or a quarter
    if not found:
        with pytest.raises(DateError):
            parse_edtf(text, calendar)
        return
    date = parse_edtf(text, calendar)
    assert (date.first_day, date.last_day) == (found[0], found[-1])


@pytest.mark.parametrize(
    ("text", "column", "expected"),
    [
        ("1917-2X", 5, "01 to 12"),
        ("1917-02-3X", 8, "01 to 29"),
        ("1917-XX-4X", 8, "01 to 31"),
        ("1917-00-XX", 5, "01 to 12"),
        ("1917-13-XX", 5, "01 to 12"),
        ("191X-02-30", 8, "01 to 29"),
        ("19X7-02-29", 8, "some day has"),
        ("1X00-02-29/1900", 8, None),
    ],
)
def test_no_day_fits(text: str, column: int, expected: str | None) -> None:
    if expected is None:  # 1200 and 1600 were leap years
        assert parse_edtf(text).first_day == day_number(Calendar.GREGORIAN, 1200, 2, 29)
        return
    with pytest.raises(DateError) as refusal:
        parse_edtf(text)
    assert refusal.value.column == column
    assert expected in (refusal.value.expected or "")


@pytest.mark.parametrize(
    ("pattern", "first", "last"),
    [
        ("XXXX", 0, 9999),
        ("1XXX", 1000, 1999),
        ("19XX", 1900, 1999),
        ("191X", 1910, 1919),
        ("X917", 917, 9917),
        ("1X17", 1017, 1917),
        ("19X7", 1907, 1997),
        ("XX00", 0, 9900),
        ("-XXXX", -9999, -1),
        ("-19XX", -1999, -1900),
        ("-000X", -9, -1),
        ("-X000", -9000, -1000),
        ("-0X00", -900, -100),
    ],
)
def test_years(pattern: str, first: int, last: int) -> None:
    date = parse_edtf(pattern)
    assert date.first_day == day_number(Calendar.GREGORIAN, first, 1, 1)
    assert date.last_day == day_number(Calendar.GREGORIAN, last, 12, 31)
