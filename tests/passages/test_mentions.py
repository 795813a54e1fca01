"""How mentions carry the context on, how sure they are, and how long they take."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps import steps
from timeline.dates import DateContext, parse_edtf
from timeline.passages import Certainty, Mention, find_dates

LETTER = Path(__file__).parent.parent / "data" / "letter.txt"


def found(text: str, document_date: str = "", language: str = "en") -> list[Mention]:
    """The mentions, with a document's date or without."""
    document = parse_edtf(document_date) if document_date else None
    return find_dates(text, DateContext(document_date=document, language=language))


def values(mentions: list[Mention]) -> list[str | None]:
    return [each.reading.date.edtf if each.reading else None for each in mentions]


def test_the_words_alone_are_certain() -> None:
    (mention,) = found("on 6 May 1917")
    assert mention.certainty is Certainty.CERTAIN


def test_a_year_from_the_document_needs_the_context() -> None:
    (mention,) = found("on 6 May", "1917")
    assert mention.certainty is Certainty.CONTEXT
    assert "1917" in mention.why


def test_no_year_is_ambiguous() -> None:
    (mention,) = found("on 6 May")
    assert mention.certainty is Certainty.AMBIGUOUS
    assert mention.readings == ()


def test_an_unknown_order_of_figures_is_ambiguous() -> None:
    (mention,) = found("on 3/4/1917")
    assert mention.certainty is Certainty.AMBIGUOUS
    assert len(mention.readings) == 2


def test_an_earlier_date_of_the_paragraph_supplies_the_year() -> None:
    mentions = found("He left on 6 May 1917. On 8 June he died.")
    assert values(mentions) == ["1917-05-06", "1917-06-08"]
    assert mentions[1].certainty is Certainty.CONTEXT


def test_an_earlier_paragraph_supplies_nothing() -> None:
    assert values(found("He left on 6 May 1917.\n\nOn 8 June he died.")) == [
        "1917-05-06",
        None,
    ]


def test_the_documents_date_stands_before_an_earlier_sentence() -> None:
    text = "In 1848 all was well. On 8 June he died."
    assert values(found(text, "1862")) == ["1848", "1862-06-08"]


def test_a_year_in_the_same_sentence_stands_before_the_documents_date() -> None:
    text = "It began on 22 February 1848 and ended on 24 June, as I wrote."
    assert values(found(text, "1862")) == ["1848-02-22", "1848-06-24"]


def test_a_year_behind_the_second_date_is_that_of_both() -> None:
    mentions = found("from May 6 to August 31, 1917")
    assert values(mentions) == ["1917-05-06", "1917-08-31"]
    assert {each.certainty for each in mentions} == {Certainty.CERTAIN}


def test_a_date_that_could_not_be_read_supplies_nothing() -> None:
    assert values(found("On 6 May and later, on 8 June, it rained.")) == [None, None]


def test_about_is_heard_though_it_stands_outside() -> None:
    (mention,) = found("about 1848")
    assert mention.text == "1848"
    assert values([mention]) == ["1848~"]


def test_between_makes_days_a_stretch() -> None:
    (mention,) = found("between the 3d and 5th of May 1862")
    assert values([mention]) == ["1862-05-03/1862-05-05"]


def test_months_are_written_small_in_french() -> None:
    (mention,) = found("le 5 mai", "1893", "fr")
    assert mention.text == "5 mai"


def test_no_date_crosses_an_empty_line() -> None:
    assert [each.text for each in found("on 6 May\n\n1917 men came", "1862")] == [
        "6 May"
    ]


def test_a_note_marker_stays_outside() -> None:
    for text in ("May 6, 1917.[2]", "May 6, 1917[2]", "May 6, 1917 [2]"):
        (mention,) = found(text)
        assert mention.text == "May 6, 1917"


def test_the_empty_text_has_no_mentions() -> None:
    assert found("") == []


PIECES = st.sampled_from(
    [
        "May",
        "6",
        "14th",
        "of",
        "the",
        "1917",
        "1848,",
        "in",
        "on",
        "and",
        "to",
        "–",
        "(",
        ")",
        ".",
        ";",
        "Sept.",
        "1840s",
        "century",
        "18th",
        "Monday",
        "inst.",
        "3/4/1862",
        "'48",
        "about",
        "before",
        "c.",
        "p.",
        "No.",
        "men",
        "\n",
        "\n\n",
        "early",
        "A.D.",
        "XII",
    ]
)


@given(st.lists(PIECES, max_size=40))
def test_mentions_stand_in_order_inside_the_text(pieces: list[str]) -> None:
    text = " ".join(pieces)
    end = 0
    for mention in found(text, "1862-05-20"):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end]
        assert mention.text == mention.text.strip()
        assert mention.why
        end = mention.end


@given(st.lists(PIECES, max_size=20))
def test_a_paragraph_before_changes_nothing(pieces: list[str]) -> None:
    text = " ".join(pieces)
    before = "Nothing stands here that is a date.\n\n"
    alone = found(text, "1862-05-20")
    moved = found(before + text, "1862-05-20")
    shift = len(before)
    assert [(each.start + shift, each.text) for each in alone] == [
        (each.start, each.text) for each in moved
    ]
    assert values(alone) == values(moved)


HOSTILE = [
    "14, 15 and 16, 17 or 18 ",
    "1/2/3/",
    "1848 and 1849 or 1850–51, ",
    "may ",
    "14 (15) ",
    "early the end of mid ",
    "'48 ",
    "[[(",
    "On May 6, 1862 he left. ",
]


@pytest.mark.parametrize("unit", [*HOSTILE, ""], ids=range(len(HOSTILE) + 1))
def test_the_work_is_linear(unit: str) -> None:
    unit = unit or LETTER.read_text(encoding="utf-8")
    text = unit * (16_384 // len(unit) + 1)
    found(text[:1024], "1862-05-20")  # the tables of words are made once
    short = steps(lambda: found(text[:4096], "1862-05-20"))
    long = steps(lambda: found(text[:16_384], "1862-05-20"))
    assert long <= short * 2.5 * 2.5
