"""Spellings that count as the same word, and the words a stretch of text has."""

from __future__ import annotations

import re
import unicodedata

# One word, number or mark. Numbers that stand for months ("7ber") count as words. Each
# alternative is unambiguous, so the match never backtracks over what it has read.
TOKEN = re.compile(
    r"(?:10|[789])(?:b(?:e?r|re)|embre)(?![^\W0-9_])"
    r"|[0-9]+"
    r"|[^\W0-9_]+(?:['’ʼ][^\W0-9_]+)*"
    r"|\n[^\S\n]*\n"
    r"|\S",
)
_JOINTS = frozenset("'-,")
ELISIONS = frozenset({"l", "d", "jusqu", "qu"})
# Before 1918 Russian wrote і, ѣ, ѳ, ѵ and a final ъ.
_OLD_RUSSIAN = str.maketrans("іѣѳѵё", "иефие")


def fold(word: str) -> str:
    """Lower case, one kind of apostrophe, plain letters for old and raised ones."""
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFKC", word).casefold()
    word = word.replace("’", "'").replace("ʼ", "'").translate(_OLD_RUSSIAN)
    if "а" <= word[-1] <= "я":  # a Latin i set for the Russian one: "iюля"
        word = word.replace("i", "и")
    return word[:-1] if word.endswith("ъ") else word


def split_words(text: str) -> tuple[str, ...]:
    """The words and numbers of a folded phrase, without its marks."""
    if text.isalpha():
        return (text,)
    if not _JOINTS.intersection(text):
        return tuple(text.replace(".", " ").split())
    words: list[str] = []
    for token in TOKEN.findall(text):
        elided, apostrophe, rest = token.partition("'")
        if apostrophe and elided in ELISIONS:
            words += [elided, rest]
        elif token[0].isalnum():
            words.append(token)
    return tuple(words)
