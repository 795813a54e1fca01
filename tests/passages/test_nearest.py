"""Words offered when a quote is absent: best first, in their context."""

import itertools

import pytest

from timeline.passages.nearest import nearest_words, place

TEXT = (
    "The strike of August 12 came first. The Soviet met on August 31, 1917, and the "
    "conference was called for September 12."
)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("August 32, 1917", "August 31, 1917"),
        ("Septembr 12", "September 12"),
        ("STRIKE OF AUGUST", "strike of August"),
        ("the conferense was called", "the conference was called"),
    ],
)
def test_the_nearest_words_come_first(quote: str, words: str) -> None:
    assert nearest_words(TEXT, quote)[0].words == words


def test_a_place_carries_five_words_on_each_side() -> None:
    start = TEXT.index("August 31")
    found = place(TEXT, start, start + len("August 31"))
    assert found.before == "first. The Soviet met on"
    assert found.after == ", 1917, and the conference"


@pytest.mark.parametrize("quote", ["xylophone zebra", "", "?!"])
def test_nothing_is_offered_for_what_nothing_resembles(quote: str) -> None:
    assert nearest_words(TEXT, quote) == ()


def test_no_more_than_asked_for_and_none_twice() -> None:
    found = nearest_words("May 6. " * 20, "May 7", most=3)
    assert len(found) == 3
    ends = sorted((one.start, one.end) for one in found)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(ends))


def test_a_long_text_is_searched_in_time_that_grows_with_its_length() -> None:
    text = " ".join(f"word{number}" for number in range(60_000))
    assert nearest_words(text, "word59999x")[0].words.startswith("word")
