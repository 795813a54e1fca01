"""Two texts compared: what went, what came, and that both can be put together again."""

import re

from hypothesis import given
from hypothesis import strategies as st

from timeline.desk.differences import MOST_WORDS, changes, stretches

LINES = st.lists(st.sampled_from(["May 6\n", "May 7\n", "\n", "so be it"]), max_size=8)


def pairs(old: str, new: str) -> list[tuple[str, str]]:
    return [(change.gone, change.came) for change in changes(old, new)]


def test_one_word() -> None:
    (change,) = changes("It fell on Mar 6, 1917.", "It fell on May 6, 1917.")
    assert (change.gone, change.came) == ("Mar", "May")
    assert change.before == "It fell on "
    assert change.after == " 6, 1917."


def test_a_paragraph_put_in() -> None:
    assert pairs("One.\n\nThree.", "One.\n\nTwo.\n\nThree.") == [("", "Two.\n\n")]


def test_neighbouring_changes_are_one() -> None:
    assert pairs("a b c d", "a x y d") == [("b c", "x y")]


def test_equal_texts() -> None:
    assert changes("the same\n", "the same\n") == []


def test_a_very_long_stretch_is_shown_whole() -> None:
    old = "a " * MOST_WORDS
    assert pairs(old, "b") == [(old, "b")]


@given(LINES, LINES)
def test_the_stretches_make_the_new_text_of_the_old(
    before: list[str], after: list[str]
) -> None:
    old, new = "".join(before), "".join(after)
    built, at = "", 0
    for start, end, came in stretches(old, new):
        built += old[at:start] + came
        at = end
    assert built + old[at:] == new


@given(LINES, LINES)
def test_what_went_and_came_adds_up(before: list[str], after: list[str]) -> None:
    old, new = "".join(before), "".join(after)
    found = changes(old, new)
    grown = sum(len(c.came) - len(c.gone) for c in found)
    assert grown == len(new) - len(old)
    assert bool(found) == (old != new)
    assert all(re.search(re.escape(c.gone), old) for c in found)
