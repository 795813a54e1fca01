"""Dates standing in running prose: where they are, before anyone says what they mean.

One pass over the terms. What makes a number a date stands in reading_evidence.py. The
span is the date itself: words that lead to it ("on", "the", "before") stay outside,
note markers behind it ("[2]") too. Dates joined by words ("from May 6 to August 31")
are one mention each; dates that share a part ("14–22 September") are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from .context import DateContext, ReadResult
from .errors import DateError
from .reading import result_of
from .reading_circa import is_circa
from .reading_day_alone import day_alone
from .reading_evidence import is_date, is_run_of_years
from .reading_fill import share
from .reading_parts import Link, Parts, Phrase
from .reading_phrase import MOST_MEMBERS, phrase
from .reading_resolve import resolve
from .reading_steps import APOSTROPHES
from .reading_terms import Term, scan
from .words import lexicon

_STARTS = frozenset(
    {
        "century",
        "decade",
        "decade word",
        "feast",
        "month",
        "ordinal",
        "other month",
        "portion",
        "republican month",
        "season",
        "weekday",
    }
)
_ANCHORS = _STARTS | {"ad", "bc", "this month", "decade suffix", "on"}
_REACH = 24


class PrintedDate(NamedTuple):
    """A stretch of text that may be a date. `start` and `end` are code points."""

    start: int
    end: int
    phrase: Phrase

    @property
    def prints_year(self) -> bool:
        """Whether the words themselves give the year."""
        return all(p.has_year or p.is_long for p in self.phrase.members)

    @property
    def is_day_alone(self) -> bool:
        """Whether the words give nothing but a day: a date only in its context."""
        members = self.phrase.members
        return len(members) == 1 and members[0].bare


def printed_dates(text: str, language: str = "en") -> Iterator[PrintedDate]:
    """The dates of a text in their order, none of them inside another."""
    words = lexicon(language)
    terms = scan(text, words)
    near = _near_anchors(terms)
    i = 0
    while terms[i].text:
        found = None
        if _may_start(terms, i) and near[i]:
            found = _date_at(terms, i, words.language)
        if found is None:
            alone = day_alone(terms, i)
            found = ([alone[0]], alone[1]) if alone else None
        if found is None:
            i += 1
            continue
        printed, i = found
        for piece in printed:
            yield PrintedDate(piece.start, piece.end, piece)


def _date_at(
    terms: list[Term], i: int, language: str
) -> tuple[list[Phrase], int] | None:
    """The mentions that begin here, with the place after them; they may be none."""
    for most in (MOST_MEMBERS, 1):
        found = phrase(terms, i, most)
        if found is None:
            return None
        printed, j = found
        if is_date(terms, i, j, printed, language):
            _lead(terms, i, printed)
            return _pieces(printed), max(j, i + 1)
        if len(printed.members) == 1 or is_run_of_years(printed):
            break
    return ([], j) if is_run_of_years(printed) else None


def read_printed(printed: PrintedDate, context: DateContext) -> ReadResult:
    """Read a date found in prose, with what the document knows at that place."""
    try:
        return result_of(resolve(printed.phrase, context))
    except DateError as error:
        return ReadResult((), error.message, error.column)


def _may_start(terms: list[Term], i: int) -> bool:
    term = terms[i]
    if term.digits:
        return term.digits <= 4
    roles = term.roles
    if term.text and term.text in APOSTROPHES:
        return terms[i + 1].digits == 2 and not terms[i + 1].gap
    if roles:
        return not _STARTS.isdisjoint(roles) or (
            is_circa(term) and terms[i + 1].digits > 0
        )
    return term.capital and len(term.text) <= 7 and _is_roman_century(terms, i)


def _near_anchors(terms: list[Term]) -> list[bool]:
    """Whether, within the reach of a phrase, something stands that makes it a date.

    Long runs of bare numbers ("1/2/3/…") are passed by this without being parsed.
    """
    near = [False] * len(terms)
    last = len(terms) + _REACH
    for i in range(len(terms) - 1, -1, -1):
        term = terms[i]
        if term.digits >= 3 or not _ANCHORS.isdisjoint(term.roles):
            last = i
        near[i] = last - i <= _REACH or not term.digits or _short(terms, i)
    return near


def _short(terms: list[Term], i: int) -> bool:
    """14/5/62, which holds no other sign of a date."""
    if i + 5 >= len(terms) or terms[i + 4].digits != 2:
        return False
    mark = terms[i + 1].text
    return mark in ("/", ".") and mark == terms[i + 3].text != terms[i + 5].text


def _is_roman_century(terms: list[Term], i: int) -> bool:
    """XIXe siècle, XII–XIII вв.: a Roman numeral with the word near."""
    return any("century" in terms[i + n].roles for n in (1, 2, 3, 4))


def _lead(terms: list[Term], i: int, printed: Phrase) -> None:
    """What the words before the date say of it, though they stand outside the span."""
    for back in (1, 2):
        if i < back:
            return
        roles = terms[i - back].roles
        if "about" in roles and not printed.members[0].qualifier:
            printed.members[0].qualifier = "~"
        if "between" in roles and Link.AND in printed.links:
            printed.links = [Link.RANGE] * len(printed.links)
        if "article" not in roles:
            return


def _pieces(printed: Phrase) -> list[Phrase]:
    """The phrase cut where words join complete dates: "May 6 to August 31"."""
    cuts = _cuts(printed)
    if not any(cuts):
        return [_spanned(printed)]
    members = [parts.copy() for parts in printed.members]
    share(replace(printed, members=members))
    pieces = [_piece(members[0])]
    for n, cut in enumerate(cuts):
        if cut:
            pieces.append(_piece(members[n + 1]))
        else:
            pieces[-1].members.append(members[n + 1])
            pieces[-1].links.append(printed.links[n])
            pieces[-1].worded.append(printed.worded[n])
    return [_spanned(piece) for piece in pieces]


def _piece(parts: Parts) -> Phrase:
    return Phrase(parts.start, parts.end, [parts], [])


def _cuts(printed: Phrase) -> list[bool]:
    """Where the phrase falls apart: between dates that each stand alone."""
    members = printed.members
    return [
        (printed.worded[n] or link is Link.COMMA)
        and _stands_alone(members[n])
        and (_stands_alone(members[n + 1]) or _has_own_month(members[n + 1 :]))
        for n, link in enumerate(printed.links)
    ]


def _has_own_month(members: list[Parts]) -> bool:
    """The "3-4 March" of "20 Feb., 3-4 March 1817", but not the "3" of "May 1, 3"."""
    following = next((parts for parts in members if not parts.bare), None)
    return following is not None and following.day is not None


def _stands_alone(parts: Parts) -> bool:
    return not parts.bare and not parts.century_numbers


def _spanned(printed: Phrase) -> Phrase:
    """The phrase from its first printed date to its last."""
    printed.start = printed.members[0].start
    if not printed.dual:
        printed.end = printed.members[-1].end
    return printed
