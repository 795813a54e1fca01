"""Exact words, decided by place and context, or a refusal."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.passages import (
    Reason,
    Refusal,
    Span,
    TextSelector,
    anchor,
    describe,
    only_place,
)

texts = st.text(st.sampled_from("abA é𝔸\n"), min_size=1, max_size=60)


@given(texts, st.data())
def test_what_is_described_is_found_at_its_place(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    found = anchor(describe(text, start, end), text)
    if not text[start:end].strip():
        assert isinstance(found, Refusal) and found.reason is Reason.EMPTY
    else:
        assert isinstance(found, Span)
        assert (found.start, found.end, found.score) == (start, end, 1.0)


@given(texts, texts, texts, texts, st.integers(0, 60))
def test_a_span_always_holds_the_quote(
    exact: str, prefix: str, suffix: str, text: str, start: int
) -> None:
    selector = TextSelector(exact, prefix, suffix, start, start + len(exact))
    found = anchor(selector, text)
    if isinstance(found, Span):
        assert text[found.start : found.end] == exact
    elif found.reason is Reason.ABSENT:
        assert exact not in text
    elif found.reason is Reason.AMBIGUOUS:
        assert len(found.places) > 1
        assert {one.words for one in found.places} == {exact}


def test_a_quote_that_stands_twice_is_refused_with_both_places(letter: str) -> None:
    found = anchor(TextSelector("August 31"), letter)
    assert isinstance(found, Refusal) and found.reason is Reason.AMBIGUOUS
    assert [(one.start, one.end) for one in found.places] == [(918, 927), (5001, 5010)]
    assert found.places[0].before == "events from May 6 to"
    assert found.places[0].after == "and to September 12.[2] The"
    assert found.why == "The words stand twice in the passage."


@pytest.mark.parametrize(
    ("prefix", "suffix", "start"),
    [("May 6 to ", "", 918), ("", ": the Petrograd", 5001), ("6 to ", " and", 918)],
)
def test_context_decides_between_two(
    letter: str, prefix: str, suffix: str, start: int
) -> None:
    found = anchor(TextSelector("August 31", prefix, suffix), letter)
    assert isinstance(found, Span) and found.start == start


def test_context_that_fits_neither_decides_nothing(letter: str) -> None:
    found = anchor(TextSelector("August 31", "July 4 to "), letter)
    assert isinstance(found, Refusal) and found.reason is Reason.AMBIGUOUS


def test_a_place_that_its_context_contradicts_is_refused(letter: str) -> None:
    found = anchor(TextSelector("August 31", "May 6 to ", "", 5001, 5010), letter)
    assert isinstance(found, Refusal) and found.reason is Reason.AMBIGUOUS


def test_an_absent_quote_names_the_nearest_words(letter: str) -> None:
    found = anchor(TextSelector("Septembr 15 (28), 1917"), letter)
    assert isinstance(found, Refusal) and found.reason is Reason.ABSENT
    assert (
        found.nearest[0].words
        == "September 15 (28), 1917"[: len("September 15 (28), 1917")]
    )


@pytest.mark.parametrize("quote", ["", " ", "\n\t"])
def test_an_empty_quote_is_refused(quote: str) -> None:
    found = anchor(TextSelector(quote), "some words")
    assert isinstance(found, Refusal) and found.reason is Reason.EMPTY


@given(texts, texts, texts, texts, st.integers(0, 60))
def test_words_that_stand_once_need_no_context(
    exact: str, prefix: str, suffix: str, text: str, start: int
) -> None:
    """Whatever place and context say, `anchor` gives the only place there is."""
    at = only_place(text, exact)
    found = anchor(TextSelector(exact, prefix, suffix, start, start + 1), text)
    places = [i for i in range(len(text)) if text.startswith(exact, i)]
    if len(places) == 1 and exact.strip():
        assert isinstance(found, Span)
        assert at == found.start == places[0]
    else:
        assert at is None
