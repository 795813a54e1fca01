"""Old and New Style: the two must name the same day, or the date is refused."""

from __future__ import annotations

import pytest

from .reading_cases import julian, read

# Written forms of one day in both styles; the Gregorian value by adding 10 days in the
# 17th, 11 in the 18th, 12 in the 19th and 13 in the 20th century.
DUAL = [
    ("September 15 (28), 1917", "en", "julian", "1917-09-28"),
    ("Sept. 15 (28), 1917", "en", "julian", "1917-09-28"),
    ("15 (28) September 1917", "en", "julian", "1917-09-28"),
    ("15 [28] September 1917", "en", "julian", "1917-09-28"),
    ("15/28 September 1917", "en", "julian", "1917-09-28"),
    ("25 October (7 November) 1917", "en", "julian", "1917-11-07"),
    ("October 25 (November 7), 1917", "en", "julian", "1917-11-07"),
    ("25 October/7 November 1917", "en", "julian", "1917-11-07"),
    ("7 November (25 October) 1917", "en", "gregorian", "1917-11-07"),
    ("28 (15) September 1917", "en", "gregorian", "1917-09-28"),
    ("December 31, 1917 (January 13, 1918)", "en", "julian", "1918-01-13"),
    ("1/13 May 1862", "en", "julian", "1862-05-13"),
    ("1/12 May 1762", "en", "julian", "1762-05-12"),
    ("2/12 September 1666", "en", "julian", "1666-09-12"),
    ("15 (28) сентября 1917 г.", "ru", "julian", "1917-09-28"),
    ("25 октября (7 ноября) 1917 г.", "ru", "julian", "1917-11-07"),
    ("31 декабря 1917 г. (13 января 1918 г.)", "ru", "julian", "1918-01-13"),
    ("1 (13) мая 1862 г.", "ru", "julian", "1862-05-13"),
    ("10/22 мая 1862 г.", "ru", "julian", "1862-05-22"),
    ("9/21 августа 1848", "ru", "julian", "1848-08-21"),
    ("25. Oktober (7. November) 1917", "de", "julian", "1917-11-07"),
    ("1./13. Mai 1862", "de", "julian", "1862-05-13"),
    ("25 octobre (7 novembre) 1917", "fr", "julian", "1917-11-07"),
    ("3/16.IX.1917", "en", "julian", "1917-09-16"),
    ("6 May 1917 O.S.", "en", "julian", "1917-05-19"),
    ("6 May 1917 (O.S.)", "en", "julian", "1917-05-19"),
    ("6 May 1917, Old Style", "en", "julian", "1917-05-19"),
    ("6 May O.S. 1917", "en", "julian", "1917-05-19"),
    ("19 May 1917 N.S.", "en", "gregorian", "1917-05-19"),
    ("19 May 1917 (new style)", "en", "gregorian", "1917-05-19"),
    ("25 октября 1917 г. ст. ст.", "ru", "julian", "1917-11-07"),
    ("25 октября ст. ст. 1917 г.", "ru", "julian", "1917-11-07"),
    ("25 октября 1917 г. по старому стилю", "ru", "julian", "1917-11-07"),
    ("7 ноября 1917 г. (н. ст.)", "ru", "gregorian", "1917-11-07"),
    ("25. Oktober 1917 a. St.", "de", "julian", "1917-11-07"),
    ("25. Oktober 1917 alten Stils", "de", "julian", "1917-11-07"),
    ("25 octobre 1917 (v. st.)", "fr", "julian", "1917-11-07"),
    ("25 octobre 1917, ancien style", "fr", "julian", "1917-11-07"),
]


@pytest.mark.parametrize(
    ("text", "language", "calendar", "edtf"), DUAL, ids=[c[0] for c in DUAL]
)
def test_styles(text: str, language: str, calendar: str, edtf: str) -> None:
    assert julian(text, language) == (calendar, edtf)


def test_a_range_printed_in_both_styles() -> None:
    reading = read("September 12–14 (25–27), 1917").reading
    assert reading is not None
    assert reading.date.edtf_written == "1917-09-12/1917-09-14"
    assert reading.date.edtf == "1917-09-25/1917-09-27"


DISAGREE = [
    "September 15 (27), 1917",
    "15 (29) September 1917",
    "1/14 May 1862",  # 12 days in 1862
    "1/13 May 1917",  # 13 days in 1917
    "25 October (8 November) 1917",
    "December 31, 1917 (January 13, 1919)",
    "September 12–14 (25–28), 1917",
]


@pytest.mark.parametrize("text", DISAGREE)
def test_styles_that_disagree_are_refused(text: str) -> None:
    result = read(text)
    assert result.is_refused
    assert "same day" in result.why
    assert result.column is not None


def test_the_refusal_tells_both_sides() -> None:
    result = read("September 15 (27), 1917")
    assert "1917-09-28" in result.why
    assert "27" in result.why
    assert result.column == len("September 15 (")


def test_days_running_after_a_stroke_are_no_styles() -> None:
    reading = read("24/25 October 1917").reading
    assert reading is not None
    assert reading.date.edtf == "1917-10-24/1917-10-25"


# England began the year on 25 March until 1752; double years stand before that day.
DOUBLE = [
    ("11 February 1731/2", "1732-02-11"),
    ("Feb. 11, 1731/32", "1732-02-11"),
    ("30 January 1648/9", "1649-01-30"),
    ("3 March 1648/9", "1649-03-03"),
    ("24 March 1699/1700", "1700-03-24"),
]


@pytest.mark.parametrize(("text", "edtf"), DOUBLE)
def test_double_years(text: str, edtf: str) -> None:
    reading = read(text).reading
    assert reading is not None
    assert reading.date.edtf_written == edtf
    assert "double year" in reading.why.lower()


def test_a_day_behind_a_dash_is_no_double_year() -> None:
    reading = read("1 January 1521–2 January 1521").reading
    assert reading is not None
    assert reading.date.edtf == "1521-01-01/1521-01-02"


def test_a_double_year_late_in_the_year_is_refused() -> None:
    result = read("11 June 1731/2")
    assert result.is_refused
    assert "double year" in result.why


def test_the_weekday_is_checked() -> None:
    right = read("Sunday, 6 May 1917").reading
    wrong = read("Monday, 6 May 1917").reading
    assert right is not None and wrong is not None
    assert right.warnings == ()
    assert "Sunday" in wrong.warnings[0]


def test_a_weekday_that_fits_the_other_style_says_so() -> None:
    # 25 October 1917 was a Wednesday in Petrograd (7 November Gregorian).
    reading = read("Wednesday, 25 October 1917").reading
    assert reading is not None
    assert "julian" in reading.warnings[0]


def test_easter_follows_the_calendar() -> None:
    gregorian = read("Easter 1917").reading
    old = read("Easter 1917", calendar="julian").reading
    assert gregorian is not None and old is not None
    assert gregorian.date.edtf == "1917-04-08"
    assert old.date.edtf_written == "1917-04-02"  # 15 April Gregorian
    assert old.date.edtf == "1917-04-15"
