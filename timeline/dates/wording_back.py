"""The words of `word_date` read back to the same date: the tables, used in reverse.

Only exactly these words are read; a date is returned when it would be told in just
the words that were given, and in no other case.
"""

from __future__ import annotations

from collections.abc import Iterator

from .calendars import Calendar
from .edtf import parse_edtf
from .edtf_syntax import (
    EdtfDate,
    EdtfEnd,
    EdtfInterval,
    EdtfMember,
    EdtfSet,
    EdtfValue,
    edtf_text,
)
from .errors import DateError
from .historical_date import EndKind, HistoricalDate, Shape
from .wording import word_value
from .wording_back_parts import inside, read_parts
from .wording_tables import words_of
from .wording_words import Words

_OPEN, _UNKNOWN = EdtfEnd(None, EndKind.OPEN), EdtfEnd(None, EndKind.UNKNOWN)


def read_wording(
    text: str, calendar: Calendar = Calendar.GREGORIAN, locale: str = "en"
) -> HistoricalDate | None:
    """The date that `word_date` tells in these words; `None` when there is none."""
    words = words_of(locale)
    calendar = Calendar(calendar)
    for value in _values(text, calendar, words):
        try:
            date = parse_edtf(edtf_text(value), calendar)
        except DateError:
            continue
        if word_value(value, calendar, words) == text:
            return date
    return None


def _values(text: str, calendar: Calendar, words: Words) -> Iterator[EdtfValue]:
    """What the text may mean; each is checked by the caller."""
    yield from read_parts(text, calendar, words)
    yield from _intervals(text, calendar, words)
    yield from _sets(text, calendar, words)


def _intervals(text: str, calendar: Calendar, words: Words) -> Iterator[EdtfInterval]:
    for words_of_both, start, end in (
        (words.always, _OPEN, _OPEN),
        (words.nothing_known, _UNKNOWN, _UNKNOWN),
        (words.unknown_start_open_end, _UNKNOWN, _OPEN),
        (words.open_start_unknown_end, _OPEN, _UNKNOWN),
    ):
        if text == words_of_both:
            yield EdtfInterval(start, end)
    for template, start in ((words.start_unknown, _UNKNOWN), (words.until, _OPEN)):
        for date in _ends(inside(template, text), calendar, words):
            yield EdtfInterval(start, date)
    for template, end in ((words.end_unknown, _UNKNOWN), (words.since, _OPEN)):
        for date in _ends(inside(template, text), calendar, words):
            yield EdtfInterval(date, end)
    yield from _spans(text, calendar, words)


def _spans(text: str, calendar: Calendar, words: Words) -> Iterator[EdtfInterval]:
    first_text, dash, last_text = text.partition(" – ")
    if not dash:
        yield from _short_spans(text, calendar, words)
        return
    for last in _ends(last_text, calendar, words):
        for first in _ends(first_text, calendar, words):
            yield EdtfInterval(first, last)
        if last.date:  # 27 September – 5 October 1917: the year stands once
            for first_date in read_parts(first_text, calendar, words, last.date):
                yield EdtfInterval(EdtfEnd(first_date), last)


def _short_spans(text: str, calendar: Calendar, words: Words) -> Iterator[EdtfInterval]:
    """14–22 September 1917 and 1914–1918."""
    first_text, dash, last_text = text.partition("–")
    if not dash:
        return
    for last in read_parts(last_text, calendar, words):
        for first in read_parts(first_text, calendar, words, last):
            yield EdtfInterval(EdtfEnd(first), EdtfEnd(last))
    years = inside(words.years.replace("{first}–{last}", "{date}"), text) or ""
    first_text, _, last_text = years.partition("–")
    if first_text.isdigit() and last_text.isdigit():
        yield EdtfInterval(EdtfEnd(EdtfDate(first_text)), EdtfEnd(EdtfDate(last_text)))


def _ends(text: str | None, calendar: Calendar, words: Words) -> Iterator[EdtfEnd]:
    if not text:
        return
    for template, limit in ((words.or_earlier, "before"), (words.or_later, "after")):
        for date in read_parts(inside(template, text), calendar, words):
            yield EdtfEnd(date, EndKind.KNOWN, limit)
    for date in read_parts(text, calendar, words):
        yield EdtfEnd(date)


def _sets(text: str, calendar: Calendar, words: Words) -> Iterator[EdtfSet]:
    for template, link, shape in (
        (words.one_of, words.either, Shape.ONE_OF),
        (words.all_of, words.both, Shape.ALL_OF),
    ):
        listed = inside(template.replace("{dates}", "{date}"), text)
        listings = _listings(text, link) if listed is None else [listed.split("; ")]
        for texts in listings:
            members: list[EdtfMember] = []
            for each in texts:
                member = next(_members(each, calendar, words), None)
                if member is None:
                    break
                members.append(member)
            if members and len(members) == len(texts):
                yield EdtfSet(shape, tuple(members))


def _listings(text: str, link: str) -> Iterator[list[str]]:
    """The members of "a, b and c", the link taken at each place it stands, last first.

    A doubt may hold the same word: "6 May (day approximate and uncertain)".
    """
    before, found, last = text.rpartition(link)
    while found:
        yield [*before.split(", "), last]
        before, found, more = before.rpartition(link)
        last = f"{more}{link}{last}"


def _members(text: str, calendar: Calendar, words: Words) -> Iterator[EdtfMember]:
    for date in read_parts(inside(words.or_earlier, text), calendar, words):
        yield EdtfMember(None, date)
    for date in read_parts(inside(words.or_later, text), calendar, words):
        yield EdtfMember(date, None)
    for date in read_parts(text, calendar, words):
        yield EdtfMember(date, date)
    link = words.to.replace("{first}", "").replace("{last}", "")
    first_text, _, last_text = text.partition(link)
    for first in read_parts(first_text, calendar, words):
        for last in read_parts(last_text, calendar, words):
            yield EdtfMember(first, last)
