"""Selectors in the terms of the W3C Web Annotation Data Model."""

import pytest

from timeline.passages import CONTEXT, TextSelector, describe


def test_words_are_quoted_with_up_to_32_code_points_of_context(letter: str) -> None:
    selector = describe(letter, 909, 914)
    assert selector == TextSelector(
        exact="May 6",
        prefix="and painful course of events from "[-CONTEXT:],
        suffix=" to August 31 and to September 1",
        start=909,
        end=914,
    )
    assert len(selector.prefix) == len(selector.suffix) == CONTEXT == 32


def test_context_ends_with_the_text() -> None:
    assert describe("May 6", 0, 5) == TextSelector("May 6", "", "", 0, 5)


def test_offsets_count_code_points_also_beyond_the_basic_plane() -> None:
    assert describe("𝔐𝔞𝔶 6, 1917", 4, 5).exact == "6"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 2), (-1, 2), (0, 6)])
def test_a_stretch_without_words_is_no_selector(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no words at"):
        describe("May 6", start, end)
