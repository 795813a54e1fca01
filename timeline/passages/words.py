"""A text as words with their places, levelled so that editions can be compared.

White space is no word; each mark of punctuation is one, and so is a run of dashes.
"""

import re
from dataclasses import dataclass

from .states import fold

# Combining marks belong to the letter before them: a decomposed é is part of its word.
_MARKS = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u3099\u309a\ufe20-\ufe2f"
_WORD = re.compile(rf"[\w{_MARKS}]+|[-‐‑‒–—―−⸺⸻﹘﹣－]+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Words:
    """The levelled words of a text; words[i] stands at starts[i]:ends[i]."""

    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def words_of(text: str) -> Words:
    """The words of a text in order."""
    matches = list(_WORD.finditer(text))
    return Words(
        tuple(_level(match.group()) for match in matches),
        tuple(match.start() for match in matches),
        tuple(match.end() for match in matches),
    )


def _level(word: str) -> str:
    return (
        word.casefold()
        if word.isascii() and word[0] != "-"
        else (fold(word).casefold())
    )
