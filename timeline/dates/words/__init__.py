"""Tables of words per language, and the lexicon that looks them up.

The document's language comes first; words of the other languages are understood too,
unless they are mere letters ("di.", "so.") that mean something else elsewhere.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from .english import TABLE as ENGLISH
from .french import TABLE as FRENCH
from .german import TABLE as GERMAN
from .other_calendars import TABLE as OTHER_CALENDARS
from .russian import TABLE as RUSSIAN
from .spelling import fold, split_words
from .table import Table, Value

LANGUAGES: Mapping[str, Table] = MappingProxyType(
    {"en": ENGLISH, "ru": RUSSIAN, "fr": FRENCH, "de": GERMAN}
)

Roles = dict[str, Value]


class Phrase(NamedTuple):
    """The words after the first one, and what the whole means."""

    rest: tuple[str, ...]
    roles: Roles
    abbreviated: bool


class Lexicon(NamedTuple):
    """What a first word may begin, the longest phrase first; and abbreviations."""

    phrases: Mapping[str, tuple[Phrase, ...]]
    language: str


def lexicon(language: str) -> Lexicon:
    """The words understood in a document of this language ("en", "de-AT", …)."""
    return _lexicon(known_language(language))


def known_language(language: str) -> str:
    """The code of a language there are tables for; English for any other."""
    own = language.partition("-")[0].partition("_")[0].casefold()
    return own if own in LANGUAGES else "en"


@cache
def _lexicon(own: str) -> Lexicon:
    order = [own, *(code for code in LANGUAGES if code != own)]
    found: dict[tuple[str, ...], tuple[Roles, bool]] = {}
    for code in order:
        for role, value, spelling in _entries(LANGUAGES[code]):
            words = split_words(fold(spelling))
            abbreviated = spelling.endswith(".")
            if code != order[0] and _mere_letters(words, abbreviated, role):
                continue
            roles, _ = found.setdefault(words, ({}, abbreviated))
            roles.setdefault(role, value)
    for role, value, spelling in _entries(OTHER_CALENDARS):
        words = split_words(fold(spelling))
        roles, _ = found.setdefault(words, ({}, spelling.endswith(".")))
        roles.setdefault(role, value)
    return Lexicon(_by_first_word(found), order[0])


def months(language: str) -> Mapping[str, int]:
    """The months by every spelling of one word that the language has, in small."""
    table = LANGUAGES[known_language(language)]
    return {
        spelling.rstrip("."): value
        for role, value, spelling in _entries(table)
        if role == "month" and isinstance(value, int) and spelling.isalpha()
    }


def _entries(table: Table) -> list[tuple[str, Value, str]]:
    return [
        (role, value, spelling.strip())
        for role, meanings in table.items()
        for value, spellings in meanings.items()
        for spelling in spellings.split(",")
        if spelling.strip()
    ]


def _mere_letters(words: tuple[str, ...], abbreviated: bool, role: str) -> bool:
    short = 2 if role == "weekday" else 1
    single = abbreviated and len(words) == 1 and words[0].isascii()
    return single and len(words[0]) <= short


def _by_first_word(
    found: dict[tuple[str, ...], tuple[Roles, bool]],
) -> Mapping[str, tuple[Phrase, ...]]:
    grouped: dict[str, list[Phrase]] = {}
    for words, (roles, abbreviated) in found.items():
        grouped.setdefault(words[0], []).append(Phrase(words[1:], roles, abbreviated))
    return MappingProxyType(
        {
            first: tuple(sorted(phrases, key=lambda phrase: -len(phrase.rest)))
            for first, phrases in grouped.items()
        }
    )
