"""Words that resemble a quote that is not there: offered to the editor, never taken.

A window as long as the quote slides over the text's words; a word counts when it is
one of the quote's, or resembles one of them that the text does not have at all.
"""

import re
from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches

from .states import fold

MOST_WORDS = 40  # of a quote
MOST_VOCABULARY = 4000  # of a text
SIMILAR = 0.7
WORDS_ROUND = 5

_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of a text, its words, and five words of context on each side."""

    start: int
    end: int
    words: str
    before: str
    after: str


def place(text: str, start: int, end: int) -> Place:
    """The stretch with its context, cut at whole words."""
    room = 24 * WORDS_ROUND
    before = text[max(0, start - room) : start].split()[-WORDS_ROUND:]
    after = text[end : end + room].split()[:WORDS_ROUND]
    return Place(start, end, text[start:end], " ".join(before), " ".join(after))


def nearest_words(text: str, quote: str, most: int = 3) -> tuple[Place, ...]:
    """The stretches most like the quote, best first; none when nothing is like it."""
    wanted = [_plain(word) for word in _WORD.findall(quote)[:MOST_WORDS]]
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    if not wanted or not words:
        return ()
    plain = [_plain(text[start:end]) for start, end in words]
    counted = Counter(_known(wanted, plain))
    scored = _windows(plain, counted, len(wanted))
    chosen: list[int] = []
    for score, index in sorted(scored, key=lambda pair: (-pair[0], pair[1])):
        if 2 * score < len(wanted) or len(chosen) == most:
            break
        if all(abs(index - other) >= len(wanted) for other in chosen):
            chosen.append(index)
    last = len(words) - 1
    return tuple(
        place(text, words[index][0], words[min(index + len(wanted) - 1, last)][1])
        for index in chosen
    )


def _plain(word: str) -> str:
    return fold(word).casefold()


def _known(wanted: list[str], plain: list[str]) -> list[str]:
    """The quote's words, those the text lacks replaced by one it has."""
    vocabulary = dict.fromkeys(plain)
    known = []
    for word in wanted:
        if word in vocabulary:
            known.append(word)
            continue
        some = list(vocabulary)[:MOST_VOCABULARY]
        known += get_close_matches(word, some, 1, SIMILAR)
    return known


def _windows(
    plain: list[str], counted: Counter[str], size: int
) -> list[tuple[int, int]]:
    """For each window with one of the words: how many of them it holds, and where."""
    held: Counter[str] = Counter()
    score = 0
    scored = []
    for index, word in enumerate(plain):
        held[word] += 1
        score += held[word] <= counted[word]
        first = index - size + 1
        if first > 0:
            gone = plain[first - 1]
            score -= held[gone] <= counted[gone]
            held[gone] -= 1
        if score and (first >= 0 or index == len(plain) - 1):
            scored.append((score, max(first, 0)))
    return scored
