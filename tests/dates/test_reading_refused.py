"""What is no date, what cannot be known, and that every refusal says why and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps import steps
from timeline.dates import DateContext, parse_edtf, read_date

from .reading_cases import read

NO_DATES = [
    "",
    "   ",
    "may be sixty",
    "March on",
    "march",
    "six in favour, four against",
    "Order No. 1917",
    "No. 1917",
    "p. 23",
    "pp. 14-22",
    "vol. 3, 1917 pages",
    "the 14th Regiment",
    "the 5th of the regiment",
    "1917 rubles",
    "$1917",
    "£1,917",
    "12",
    "12th",
    "sixty",
    "10:30",
    "10.30 a.m.",
    "chapter 4",
    "section 4.5.6",
    "1.2.3",
    "192.168.0.1",
    "12345678",
    "Lenin",
    "N. Lenin",
    "[2]",
    "[6] etc.",
    "the day",
    "at this very moment",
    "for ever",
    "once upon a time",
    "Mr. May",
    "Augusta",
    "second",
    "a second time",
    "Sunday school",
    "the forties",
    "winter quarters",
    "the fall of Petrograd",
    "or",
    "to",
    "between",
    "before",
    "about",
    "???",
    "—",
    "()",
    "[]",
    "1917 was a year of war",
    "two thirds",
    "14 men",
    "May flowers",
    "Марта Ивановна",
    "стр. 14",
    "№ 1917",
    "мая",
    "an",
    "le mars",
    "der Mai ist gekommen",
    "Seite 12",
    "am",
]


@pytest.mark.parametrize("text", NO_DATES)
def test_what_is_no_date_is_refused(text: str) -> None:
    result = read(text)
    assert result.is_refused, [each.date.edtf for each in result.readings]
    assert result.why
    assert result.column is None or 0 <= result.column <= len(text)


IMPOSSIBLE = [
    ("31 June 1917", "30 days"),
    ("30 February 1917", "days"),
    ("29 February 1900", "28 days"),  # no leap year in the Gregorian calendar
    ("32 May 1917", ""),
    ("31/6/1917", "30 days"),
    ("13/13/1917", ""),
    ("22 to 14 September 1917", "before the start"),
    ("1918–1914", "before the start"),
    ("June 1917–May 1917", "before the start"),
    ("May 6", "No year"),
    ("14–22 September", "No year"),
    ("spring", "No year"),
    ("Easter", "No year"),
    ("14th inst.", "not known"),
    ("two days later", "not known"),
    ("yesterday", "not known"),
    ("last Tuesday", "not known"),
    ("Tuesday", "not known"),
    ("'48", "two figures"),
    ("14 May '62", "two figures"),
    ("14/5/62", "two figures"),
    ("n.d.", "Undated"),
    ("undated", "Undated"),
    ("no date", "Undated"),
    ("s. d.", "Undated"),
    ("o. D.", "Undated"),
    ("б. д.", "Undated"),
    ("Easter 200", "325"),
    ("6th of 5th month 1680", "from March"),
    ("6 May 1917 was a Sunday", "goes on"),
    ("6 May 1917 and the rest", "goes on"),
]


@pytest.mark.parametrize(("text", "why"), IMPOSSIBLE, ids=[c[0] for c in IMPOSSIBLE])
def test_what_cannot_be_known_is_refused_with_the_reason(text: str, why: str) -> None:
    language = {"s. d.": "fr", "o. D.": "de", "б. д.": "ru"}.get(text, "en")
    result = read(text, language)
    assert result.is_refused, [each.date.edtf for each in result.readings]
    assert why in result.why


@pytest.mark.parametrize("text", ["may", "march", "august"])
def test_a_word_written_small_is_no_month_by_itself(text: str) -> None:
    assert read(text, document_date="1917").is_refused
    assert read(text.capitalize(), document_date="1917").reading is not None


def test_29_february_1900_is_a_day_of_the_julian_calendar() -> None:
    reading = read("29 February 1900", calendar="julian").reading
    assert reading is not None
    assert reading.date.edtf == "1900-03-13"


AMBIGUOUS = [
    ("3/4/1917", ["1917-04-03", "1917-03-04"]),
    ("03/04/1917", ["1917-04-03", "1917-03-04"]),
    ("3.4.1917", ["1917-04-03", "1917-03-04"]),
    ("3-4-1917", ["1917-04-03", "1917-03-04"]),
]


@pytest.mark.parametrize(("text", "readings"), AMBIGUOUS)
def test_what_is_ambiguous_is_told_with_all_readings(
    text: str, readings: list[str]
) -> None:
    result = read(text)
    assert result.is_ambiguous
    assert [each.date.edtf for each in result.readings] == readings
    assert "order of day and month" in result.why


COLUMNS = [
    ("6 May 1917 was a Sunday", len("6 May 1917 ")),
    ("Order No. 1917", 0),
    ("May 6", len("May 6")),
    ("6 May\x00 1917", len("6 May")),
    ("6 May \ud800", len("6 May ")),
]


@pytest.mark.parametrize(("text", "column"), COLUMNS)
def test_the_column_counts_code_points_from_0(text: str, column: int) -> None:
    assert read(text).column == column


HOSTILE = [
    "x" * 200_000,
    "September" + " " * 50_000,
    "1" * 200,
    "1" * 200_000,
    "(" * 200,
    "[" * 200,
    "1-" * 100,
    "1," * 100,
    "May " * 50,
    "may 1 and " * 20,
    "1 or " * 40,
    "the " * 50,
    "early " * 33,
    "mid-" * 50,
    "about " * 33,
    "between " * 25,
    "14 (" * 50,
    "i" * 200,
    "MDCLXVI" * 28,
    "\u202e6 May 1917",
    "\u200f6 May 1917\u200f",
    "6\u200bMay 1917",
    "١٢ May 1917",
    "６ May 1917",
    "6 May 1917" + "\u0301" * 100,
    "thousand " * 22,
    "hundred " * 25,
    "1/1/" * 50,
    "1.1." * 50,
    "'" * 200,
    "de l'an " * 25,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_no_text_raises_or_takes_long(text: str) -> None:
    read(text)  # the tables of words are made once
    assert steps(lambda: read(text)) < 100_000


def test_marks_of_direction_are_passed() -> None:
    reading = read("\u200f6 May 1917\u200f").reading
    assert reading is not None
    assert reading.date.edtf == "1917-05-06"


_WORDS = (
    "6 14 1917 1648/9 '48 May Sept. the of and or to – - / . , ( ) [ ] ? c. about",
    "between from 12th century 1840s early mid- spring Easter O.S. N.S. BC A.D.",
    "мая г. до сентября XII в. le du au mai siècle XIIe an VIII brumaire am bis Mai",
    "Jahrhundert Anfang last Tuesday two days later yesterday n.d. inst. before den",
    "\u200f \x00 \ud800 й",
)
PIECES = st.sampled_from(" ".join(_WORDS).split(" "))


@given(st.lists(PIECES, max_size=12), st.sampled_from(["", " "]))
def test_any_heap_of_pieces_is_answered(pieces: list[str], between: str) -> None:
    context = DateContext(document_date=parse_edtf("1917-09-14"))
    result = read_date(between.join(pieces), context)
    assert result.why
    for reading in result.readings:
        date = reading.date
        if date.first_day is not None and date.last_day is not None:
            assert date.first_day <= date.last_day


@given(st.text(max_size=60))
def test_any_text_is_answered(text: str) -> None:
    assert read_date(text).why
