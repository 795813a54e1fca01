"""Words with their places, and what counts as the same word."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.passages.words import words_of


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("May 6, 1917.", ("may", "6", ",", "1917", ".")),
        ("September 14–22", ("september", "14", "-", "22")),
        ("so -- then", ("so", "-", "then")),
        ("“Workers’ Deputies”", ('"', "workers", "'", "deputies", '"')),
        ("12.[2] The", ("12", ".", "[", "2", "]", "the")),
        ("Straße ÉTÉ", ("strasse", "été")),
        ("one_two x²", ("one_two", "x²")),
        (" \n\t", ()),
        ("", ()),
    ],
)
def test_words_are_levelled(text: str, words: tuple[str, ...]) -> None:
    assert words_of(text).words == words


@pytest.mark.parametrize("text", ["Février à Besançon", "Ελλάδα", "Қазақ йод", "가을"])
def test_a_decomposed_text_has_the_same_words(text: str) -> None:
    decomposed = unicodedata.normalize("NFD", text)
    assert decomposed != text
    assert words_of(decomposed).words == words_of(text).words


@given(st.text())
def test_words_stand_at_their_places_and_nothing_but_space_between(text: str) -> None:
    found = words_of(text)
    at = 0
    for start, end in zip(found.starts, found.ends, strict=True):
        assert text[at:start].strip() == ""
        assert start < end
        at = end
    assert text[at:].strip() == ""
