"""What counts as the same words in another dress, and what does not."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.passages import State, fold, state_of


@pytest.mark.parametrize(
    ("quoted", "now"),
    [
        ("September 12", "September\n12"),
        ("September 12", "September\u00a0 12"),
        ("September 14-22", "September 14–22"),
        ("September 14-22", "September 14 – 22"),
        ("apparatus—the", "apparatus--the"),
        ("apparatus — the", "apparatus - the"),
        ("Workers’ Deputies", "Workers' Deputies"),
        ("“Insurrection”", '"Insurrection"'),
        ("Février", unicodedata.normalize("NFD", "Février")),
    ],
)
def test_dress_alone_is_normalised(quoted: str, now: str) -> None:
    assert state_of(quoted, now) is State.NORMALISED
    assert state_of(now, quoted) is State.NORMALISED


@pytest.mark.parametrize(
    ("quoted", "now"),
    [
        ("May 6", "Mar 6"),
        ("May 6", "may 6"),
        ("May 6", "May6"),
        ("September 12", "September 12."),
        ("14-22", "14 22"),
        ("May 6", "May ６"),
        ("Sept. 15¹", "Sept. 151"),
        ("1917?", "1917"),
    ],
)
def test_other_words_figures_and_marks_are_changes(quoted: str, now: str) -> None:
    assert state_of(quoted, now) is State.CHANGED


@pytest.mark.parametrize("now", [None, ""])
def test_no_words_left_is_lost(now: str | None) -> None:
    assert state_of("May 6", now) is State.LOST


@given(st.text(min_size=1))
def test_the_same_words_are_exact(words: str) -> None:
    assert state_of(words, words) is State.EXACT


@given(st.text())
def test_folding_twice_is_folding_once(words: str) -> None:
    assert fold(fold(words)) == fold(words)
