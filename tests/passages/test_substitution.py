"""Which altered word stands for which: by likeness, figure for figure, by place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.passages.substitution import MOST, substitutes

words = st.lists(st.sampled_from(["may", "june", "6", "31", ",", "councl"]), max_size=9)


def pairs(old: str, new: str) -> list[tuple[str, str]]:
    one, other = old.split(), new.split()
    return [(one[a], other[b]) for a, b in substitutes(one, other)]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("august 31", "augst 30", [("august", "augst"), ("31", "30")]),
        ("from may 6", "form 6", [("from", "form"), ("6", "6")]),
        ("the council", "councl", [("council", "councl")]),
        ("31", "the 30 th", [("31", "30")]),
        ("may", "june", [("may", "june")]),
        (",", "may", []),
        ("may", ",", []),
        ("", "may", []),
        ("may", "", []),
    ],
)
def test_words_go_with_what_is_most_like_them(
    old: str, new: str, expected: list[tuple[str, str]]
) -> None:
    assert pairs(old, new) == expected


@given(words, words)
def test_pairs_ascend_in_both(old: list[str], new: list[str]) -> None:
    found = substitutes(old, new)
    firsts, seconds = [a for a, _ in found], [b for _, b in found]
    assert firsts == sorted(set(firsts)) and seconds == sorted(set(seconds))
    assert all(a < len(old) and b < len(new) for a, b in found)


@given(words)
def test_equal_words_go_together(old: list[str]) -> None:
    assert substitutes(old, old) == [(index, index) for index in range(len(old))]


def test_a_rewritten_stretch_is_not_guessed_at() -> None:
    assert substitutes(["may"] * (MOST + 1), ["june"]) == []
