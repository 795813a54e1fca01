"""Shared runs of two word lists: true, in order, and cheap."""

import itertools

from hypothesis import given
from hypothesis import strategies as st

from timeline.passages.alignment import MOST_PAIRS, Match, align, longest_chain

words = st.lists(st.sampled_from(["a", "b", "c", "d", "e", "f"]), max_size=40)


@given(words, words)
def test_runs_hold_the_same_words_and_ascend_in_both(
    old: list[str], new: list[str]
) -> None:
    at_old = at_new = 0
    for match in align(old, new):
        assert match.size > 0
        assert match.old >= at_old and match.new >= at_new
        stop = match.old + match.size
        assert old[match.old : stop] == new[match.new : match.new + match.size]
        at_old, at_new = stop, match.new + match.size


@given(words, words)
def test_touching_runs_are_one(old: list[str], new: list[str]) -> None:
    matches = align(old, new)
    for one, other in itertools.pairwise(matches):
        ends = (one.old + one.size, one.new + one.size)
        assert ends != (other.old, other.new)


@given(words)
def test_a_list_is_aligned_with_itself_whole(old: list[str]) -> None:
    assert align(old, list(old)) == ([Match(0, 0, len(old))] if old else [])


@given(words, words, words)
def test_words_put_in_leave_the_rest_aligned(
    head: list[str], come: list[str], tail: list[str]
) -> None:
    marked = [f"new-{word}" for word in come]
    matches = align(head + tail, head + marked + tail)
    assert sum(match.size for match in matches) == len(head) + len(tail)


def test_a_cut_is_found_where_it_was_made() -> None:
    old = [
        "the",
        "long",
        "course",
        "of",
        "events",
        "from",
        "May",
        "6",
        "to",
        "August",
        "31",
        "and",
        "on",
    ]
    new = ["the", "long", "course", "of", "events", "and", "on"]
    assert align(old, new) == [Match(0, 0, 5), Match(11, 5, 2)]


def test_nothing_is_shared_with_nothing() -> None:
    assert align([], ["a"]) == align(["a"], []) == align(["a"], ["b"]) == []


def test_a_stretch_too_long_for_difflib_stays_unaligned_in_its_middle() -> None:
    side = int(MOST_PAIRS**0.5) + 1
    old = ["head", *["x", "y"] * side, "tail"]
    new = ["head", *["y", "x", "z"] * side, "tail"]
    matches = align(old, new)
    assert matches == [Match(0, 0, 1), Match(len(old) - 1, len(new) - 1, 1)]


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=12))
def test_the_longest_chain_is_as_long_as_the_best_of_all_choices(
    given_pairs: list[tuple[int, int]],
) -> None:
    pairs = sorted(dict(given_pairs).items())
    chain = longest_chain(pairs)
    assert chain == sorted(chain) and set(chain) <= set(pairs)
    seconds = [second for _, second in chain]
    assert seconds == sorted(set(seconds))
    best = 0
    for chosen in range(1 << len(pairs)):
        picked = [pair[1] for index, pair in enumerate(pairs) if chosen >> index & 1]
        if picked == sorted(set(picked)):
            best = max(best, len(picked))
    assert len(chain) == best


def test_a_text_that_stands_twice_is_aligned_part_by_part() -> None:
    half = [f"w{number % 1000}-{number // 1000}" for number in range(3000)]
    old = [*half, "between", "the", "two", *half]
    new = [word for word in old if not word.endswith("7-1")]
    matches = align(old, new)
    assert sum(match.size for match in matches) == len(new)
