"""iCalendar: days that are known go out, the rest is counted and named."""

import re

import pytest

from timeline.exchange import Report
from timeline.exchange.icalendar import escaped, folded

from .conftest import exported

pytestmark = pytest.mark.django_db


def unfolded() -> list[str]:
    text = exported("icalendar")
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    return text.replace("\r\n ", "").split("\r\n")


def test_the_letter_as_whole_days_in_the_gregorian_calendar(letter: Report) -> None:
    lines = unfolded()
    assert lines.count("BEGIN:VEVENT") == 6
    assert not any(line == "BEGIN:VJOURNAL" for line in lines)
    at = lines.index("SUMMARY:Democratic Conference\\, Petrograd")
    # 27 September to 5 October; the end of a whole day is the day after.
    assert lines[at - 2 : at] == [
        "DTSTART;VALUE=DATE:19170927",
        "DTEND;VALUE=DATE:19171006",
    ]
    assert lines.count("STATUS:TENTATIVE") == 1  # scheduled, not occurred


@pytest.mark.parametrize(
    ("date", "why"),
    [
        ("1917", "the day is not known"),
        ("1917-09", "the day is not known"),
        ("", "no date"),
        ("1917-09-28/..", "an open end"),
        ("1917-09-28/", "an unknown end"),
        ("[1917-09-28,1917-09-30]", "one of several dates"),
        ("1582-12-31", "the year is not between 1583 and 9999"),
        ("-0043-03-15", "the year is not between 1583 and 9999"),
        ("Y10000", "the day is not known"),
    ],
)
def test_what_a_calendar_cannot_carry_is_named(bring, date: str, why: str) -> None:
    bring(f'id,title,date\na,Ides,"{date}"\n', timeline="t")
    lines = unfolded()
    assert "BEGIN:VEVENT" not in lines
    assert "SUMMARY:Not in this calendar: 1 events" in lines
    assert f"DESCRIPTION:Ides: {why}" in lines


def test_no_text_can_end_its_line(bring) -> None:
    hostile = "a\nEND:VCALENDAR\r\nX;Y,Z\\"
    bring(f'id,title,date,description\na,T,1917-09-28,"{hostile}"\n', timeline="t")
    assert unfolded().count("END:VCALENDAR") == 1


def test_escapes_and_folds() -> None:
    assert escaped("a;b,c\\d\ne") == "a\\;b\\,c\\\\d\\ne"
    long = folded("X:" + "ж" * 100)
    assert re.sub("\r\n ", "", long) == "X:" + "ж" * 100 + "\r\n"


def test_names_stay_the_same(letter: Report) -> None:
    first = [line for line in unfolded() if line.startswith("UID:")]
    assert len(set(first)) == 6
    assert first == [line for line in unfolded() if line.startswith("UID:")]
