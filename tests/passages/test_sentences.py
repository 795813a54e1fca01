"""The sentence round a date, as a reader would quote it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.passages.sentences import REACH, sentence_round

LETTER = (
    "The majority of the people are on our side. This was proved by the long and "
    "painful course of events from May 6 to August 31 and to September 12.[2] The "
    "majority gained in the Soviets resulted from the people coming over to our side."
)


@pytest.mark.parametrize(
    ("text", "words", "sentence"),
    [
        (
            LETTER,
            "May 6",
            "This was proved by the long and painful course of events from May 6 to "
            "August 31 and to September 12.[2]",
        ),
        (LETTER, "on our side", "The majority of the people are on our side."),
        (LETTER, "coming over", LETTER[LETTER.index("The majority gained") :]),
        ("It met on Sept. 12 at noon. It rose.", "12", "It met on Sept. 12 at noon."),
        (
            "Mr. J. Smith came on 6 May. He left.",
            "6 May",
            "Mr. J. Smith came on 6 May.",
        ),
        ("“Was it May 6?” He asked.", "May 6", "“Was it May 6?”"),
        ("One.\n\nMay 6: two.\n\nThree.", "May 6", "May 6: two."),
        ("Он прибыл 6 мая. Затем уехал.", "6 мая", "Он прибыл 6 мая."),
        ("May 6", "May 6", "May 6"),
    ],
)
def test_the_whole_sentence(text: str, words: str, sentence: str) -> None:
    start = text.index(words)
    first, last = sentence_round(text, start, start + len(words))
    assert text[first:last] == sentence


@given(st.text(max_size=80), st.data())
def test_the_words_are_always_inside(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    first, last = sentence_round(text, start, end)
    assert 0 <= first <= start <= end <= last <= len(text)


def test_a_text_without_a_full_stop_is_bounded() -> None:
    text = "word " * 200_000
    first, last = sentence_round(text, 500_000, 500_004)
    assert last - first <= 2 * REACH + 4
