"""A text cut into terms: where they stand, what they may be, what joins them."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates.reading_terms import BREAK, Term, scan
from timeline.dates.words import lexicon


def terms(text: str, language: str = "en") -> list[Term]:
    """The terms without the empty ones at the end."""
    return [term for term in scan(text, lexicon(language)) if term.text]


def words(text: str, language: str = "en") -> list[str]:
    return [term.text for term in terms(text, language)]


def pieces(text: str, language: str = "en") -> list[str]:
    return [text[term.start : term.end] for term in terms(text, language)]


def test_numbers_words_and_marks() -> None:
    assert pieces("May 6, 1917.") == ["May", "6", ",", "1917", "."]


def test_a_suffix_stands_apart_and_touches() -> None:
    number, suffix = terms("23d")
    assert (number.value, number.digits) == (23, 2)
    assert (suffix.text, suffix.gap) == ("d", False)


def test_a_month_that_begins_with_a_figure_is_one_word() -> None:
    assert pieces("7ber 1660") == ["7ber", "1660"]
    assert pieces("17ber") == ["17", "ber"]


def test_an_abbreviation_keeps_its_point() -> None:
    assert pieces("Sept. 6") == ["Sept.", "6"]
    assert pieces("May. 6") == ["May", ".", "6"]


def test_words_that_belong_together_are_one_term() -> None:
    (term,) = terms("New Style")
    assert term.roles["gregorian"] == ""
    assert (term.start, term.end) == (0, 9)


def test_points_and_hyphens_inside_are_passed() -> None:
    assert pieces("av. J.-C.", "fr") == ["av. J.-C."]
    assert pieces("mid-May") == ["mid", "-", "May"]
    assert pieces("twenty-first") == ["twenty-first"]


def test_an_elision_is_two_words() -> None:
    assert words("d'août", "fr") == ["d", "août"]
    assert words("l’hiver", "fr") == ["l", "hiver"]
    assert words("o'clock") == ["o'clock"]


def test_an_empty_line_is_a_break() -> None:
    assert words("May\n\n6") == ["may", BREAK, "6"]
    assert words("May\n6") == ["may", "6"]


def test_marks_without_width_are_passed() -> None:
    assert words("\u200f6\u200e May") == ["6", "may"]


def test_figures_of_other_scripts_are_no_numbers() -> None:
    assert [term.digits for term in terms("١٢ ６")] == [0, 0]


def test_a_long_number_has_no_value() -> None:
    (term,) = terms("1" * 5000)
    assert (term.value, term.digits) == (-1, 5000)


@given(st.text(max_size=80))
def test_terms_follow_each_other_inside_the_text(text: str) -> None:
    found = terms(text)
    for before, after in pairwise(found):
        assert before.end <= after.start
    assert all(0 <= term.start <= term.end <= len(text) for term in found)
