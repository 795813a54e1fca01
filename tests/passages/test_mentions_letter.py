"""The letter of 1917: nine date expressions and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline.dates import Calendar, DateContext, parse_edtf
from timeline.passages import find_dates

LETTER = Path(__file__).parent.parent / "data" / "letter.txt"
CONTEXT = DateContext(
    calendar=Calendar.JULIAN, document_date=parse_edtf("1917", Calendar.JULIAN)
)

# Start and end in the file, the words, Old Style, New Style, whether the words suffice.
MENTIONS = [
    (909, 914, "May 6", "1917-05-06", "1917-05-19", "context"),
    (918, 927, "August 31", "1917-08-31", "1917-09-13", "context"),
    (935, 947, "September 12", "1917-09-12", "1917-09-25", "context"),
    (1599, 1608, "August 12", "1917-08-12", "1917-08-25", "context"),
    (4497, 4520, "September 15 (28), 1917", "1917-09-15", "1917-09-28", "certain"),
    (4934, 4939, "Mar 6", "1917-03-06", "1917-03-19", "context"),
    (5001, 5010, "August 31", "1917-08-31", "1917-09-13", "context"),
    (5152, 5164, "September 12", "1917-09-12", "1917-09-25", "context"),
    (
        5499,
        5514,
        "September 14-22",
        "1917-09-14/1917-09-22",
        "1917-09-27/1917-10-05",
        "context",
    ),
]


def test_the_letter_has_nine_mentions_and_no_more() -> None:
    found = find_dates(LETTER.read_text(encoding="utf-8"), CONTEXT)
    assert [
        (
            each.start,
            each.end,
            each.text,
            each.reading.date.edtf_written if each.reading else None,
            each.reading.date.edtf if each.reading else None,
            each.certainty.value,
        )
        for each in found
    ] == MENTIONS


def test_each_mention_names_what_was_supplied() -> None:
    found = find_dates(LETTER.read_text(encoding="utf-8"), CONTEXT)
    supplied = [
        {each.what for each in mention.reading.supplied} if mention.reading else None
        for mention in found
    ]
    day = {"year", "calendar"}
    assert supplied == [day, day, day, day, set(), day, day, day, day | {"end month"}]


@pytest.mark.parametrize("start", [m[0] for m in MENTIONS])
def test_the_span_is_the_text(start: int) -> None:
    text = LETTER.read_text(encoding="utf-8")
    mention = next(each for each in find_dates(text, CONTEXT) if each.start == start)
    assert text[mention.start : mention.end] == mention.text


def test_without_a_context_the_year_is_not_guessed() -> None:
    found = find_dates(LETTER.read_text(encoding="utf-8"))
    paragraph_three = found[0]
    assert paragraph_three.text == "May 6"
    assert paragraph_three.readings == ()
    assert paragraph_three.certainty.value == "ambiguous"
    assert "year" in paragraph_three.why
