"""The tables of words: whole, without slips, and looked up as documents need them."""

from __future__ import annotations

import pytest

from timeline.dates.feasts import FIXED, MOVABLE
from timeline.dates.words import LANGUAGES, known_language, lexicon, months
from timeline.dates.words.spelling import fold, split_words

CODES = list(LANGUAGES)
NUMBERED = ("month", "weekday", "season", "ordinal")


@pytest.mark.parametrize("code", CODES)
def test_every_language_names_months_weekdays_and_seasons(code: str) -> None:
    table = LANGUAGES[code]
    assert set(table["month"]) == set(range(1, 13))
    assert set(table["weekday"]) == set(range(7))
    assert set(table["season"]) == {21, 22, 23, 24}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("role", NUMBERED)
def test_no_word_means_two_numbers(code: str, role: str) -> None:
    spellings = [
        spelling.strip()
        for spelled in LANGUAGES[code][role].values()
        for spelling in spelled.split(",")
    ]
    assert sorted(spellings) == sorted(set(spellings))


@pytest.mark.parametrize("code", CODES)
def test_every_feast_named_has_its_day(code: str) -> None:
    assert set(LANGUAGES[code]["feast"]) <= FIXED.keys() | MOVABLE.keys()


@pytest.mark.parametrize("code", CODES)
def test_no_entry_is_empty(code: str) -> None:
    for role, meanings in LANGUAGES[code].items():
        for spelled in meanings.values():
            assert all(part.strip() for part in spelled.split(",")), (code, role)


@pytest.mark.parametrize("code", CODES)
def test_tables_are_written_small(code: str) -> None:
    for meanings in LANGUAGES[code].values():
        for spelled in meanings.values():
            assert spelled == spelled.lower()


LANGUAGE_NAMES = [
    ("en", "en"),
    ("en-US", "en"),
    ("de-AT", "de"),
    ("fr_CA", "fr"),
    ("RU", "ru"),
    ("it", "en"),
    ("", "en"),
]


@pytest.mark.parametrize(("named", "known"), LANGUAGE_NAMES)
def test_a_language_without_a_table_is_read_as_english(named: str, known: str) -> None:
    assert known_language(named) == known


def test_any_number_of_language_names_makes_four_lexicons() -> None:
    lexicons = {id(lexicon(f"xx-{n}")) for n in range(50)}
    assert lexicons == {id(lexicon("en"))}


def roles(word: str, language: str) -> set[str]:
    """The roles of a word by itself."""
    return {
        role
        for phrase in lexicon(language).phrases.get(word, ())
        if not phrase.rest
        for role in phrase.roles
    }


def test_words_of_other_languages_are_understood() -> None:
    assert "month" in roles("mai", "en")
    assert "month" in roles("мая", "en")
    assert "month" in roles("september", "fr")


def test_letters_of_other_languages_are_not() -> None:
    assert "weekday" in roles("di", "de")
    assert "weekday" not in roles("di", "en")
    assert "weekday" not in roles("so", "en")


def test_the_own_language_comes_first() -> None:
    def month(language: str) -> object:
        phrases = lexicon(language).phrases["sept"]
        return next(each.roles for each in phrases if not each.rest)

    assert month("en")["month"] == 9  # type: ignore[index]
    assert month("fr")["count"] == 7  # type: ignore[index]


def test_longer_phrases_are_tried_first() -> None:
    lengths = [len(phrase.rest) for phrase in lexicon("en").phrases["the"]]
    assert lengths == sorted(lengths, reverse=True)


def test_months_by_name() -> None:
    assert months("de")["mai"] == 5
    assert months("ru")["мая"] == 5
    assert "mai" not in months("en")


FOLDED = [
    ("MAY", "may"),
    ("Dec’r", "dec'r"),
    ("1ᵉʳ", "1er"),
    ("ёлка", "елка"),
    ("іюля", "июля"),
    ("iюля", "июля"),
    ("сентябрѣ", "сентябре"),
    ("годъ", "год"),
    ("März", "märz"),
    ("ſept", "sept"),
]


@pytest.mark.parametrize(("printed", "folded"), FOLDED)
def test_spellings_that_count_as_one(printed: str, folded: str) -> None:
    assert fold(printed) == folded


SPLIT = [
    ("b. c. e.", ("b", "c", "e")),
    ("av. j.-c.", ("av", "j", "c")),
    ("l'an de grâce", ("l", "an", "de", "grâce")),
    ("dec'r.", ("dec'r",)),
    ("7ber.", ("7ber",)),
    ("new year's day", ("new", "year's", "day")),
    ("1. hälfte", ("1", "hälfte")),
    ("to day", ("to", "day")),
]


@pytest.mark.parametrize(("phrase", "words"), SPLIT)
def test_the_words_of_a_phrase(phrase: str, words: tuple[str, ...]) -> None:
    assert split_words(phrase) == words
