"""A printed text cut into terms: numbers, words with the roles they may play, marks.

One pass from left to right. Words that belong together ("new style", "av. J.-C.")
become one term; the point of an abbreviation belongs to it.
"""

from __future__ import annotations

from .words import Lexicon, Phrase, Roles
from .words.spelling import ELISIONS, TOKEN, fold

NO_ROLES: Roles = {}
_IGNORED = frozenset("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad") | frozenset(
    map(chr, range(0x202A, 0x202F))
)
_LONGEST_NUMBER = 15
_INSIDE = frozenset(".-'’")


BREAK = "¶"  # an empty line, which no date crosses


class Term:
    """One number, word or mark. `gap`: white space stands before it."""

    __slots__ = (
        "capital",
        "digits",
        "dotted",
        "end",
        "gap",
        "roles",
        "start",
        "text",
        "value",
    )

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        gap: bool,
        value: int = -1,  # of a number
        digits: int = 0,
        capital: bool = False,
    ) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.gap = gap
        self.value = value
        self.digits = digits
        self.capital = capital
        self.dotted = False
        self.roles: Roles = NO_ROLES


END = Term("", -1, -1, True)


def scan(text: str, words: Lexicon) -> list[Term]:
    """The terms of a text, with some empty ones at the end to look ahead into."""
    terms = _join(_tokens(text), words)
    last = len(text)
    terms += [Term("", last, last, True) for _ in range(6)]
    return terms


def _tokens(text: str) -> list[Term]:
    terms: list[Term] = []
    last = 0
    for found in TOKEN.finditer(text):
        raw = found.group()
        start, end = found.span()
        if raw in _IGNORED:
            last = end if start == last else last
            continue
        first = raw[0]
        gap = start != last or not start
        last = end
        if raw.isdecimal() and raw.isascii():
            digits = len(raw)
            value = int(raw) if digits <= _LONGEST_NUMBER else -1
            terms.append(Term(raw, start, end, gap, value, digits))
        elif first.isalnum():
            _add_word(terms, raw, start, gap)
        elif first == "\n":
            terms.append(Term(BREAK, start, start, True))
            last = start
        else:
            terms.append(Term(raw, start, end, gap))
    return terms


def _add_word(terms: list[Term], raw: str, start: int, gap: bool) -> None:
    word = fold(raw)
    elided, apostrophe, rest = word.partition("'")
    if apostrophe and elided in ELISIONS and len(word) == len(raw):
        cut = start + len(elided) + 1
        terms.append(Term(elided, start, cut, gap, capital=raw[0].isupper()))
        upper = raw[len(elided) + 1].isupper()
        terms.append(Term(rest, cut, start + len(raw), False, capital=upper))
        return
    terms.append(Term(word, start, start + len(raw), gap, capital=raw[0].isupper()))


def _join(tokens: list[Term], words: Lexicon) -> list[Term]:
    """Give words their roles; a phrase of several words becomes one term."""
    phrases = words.phrases
    terms: list[Term] = []
    i, count = 0, len(tokens)
    while i < count:
        term = tokens[i]
        for phrase in phrases.get(term.text, ()):
            j = _match(tokens, i, phrase)
            if j:
                if j < count and phrase.abbreviated and _is_point(tokens[j]):
                    j, term.dotted = j + 1, True
                term.roles = phrase.roles
                term.end = tokens[j - 1].end
                break
        else:
            j = i + 1
        terms.append(term)
        i = j
    return terms


def _match(tokens: list[Term], i: int, phrase: Phrase) -> int:
    """The place after the phrase, or 0; points and hyphens between words are passed."""
    j, count = i + 1, len(tokens)
    for word in phrase.rest:
        while j < count and tokens[j].text in _INSIDE and not tokens[j].gap:
            j += 1
        if j >= count or tokens[j].text != word:
            return 0
        j += 1
    return j


def _is_point(term: Term) -> bool:
    return term.text == "." and not term.gap
