"""Printed dates: the text and what the document knows, to readings or a refusal.

`read_date("Sept. 15 (28), 1917")` gives one reading; "3/4/1917" gives two, which is
ambiguous; "may be sixty" gives none, with the reason and the column. Text in EDTF
form is Gregorian wherever it stands; other wording takes the calendar of the
document, unless it names its own. Nothing is guessed: see docs/dates.md for the table
of refusals.
"""

from __future__ import annotations

import unicodedata

from .calendars import Calendar
from .context import DateContext, Reading, ReadResult, Supplied
from .edtf import parse_edtf
from .errors import DateError
from .reading_item import bare
from .reading_parts import Phrase
from .reading_phrase import phrase
from .reading_plain import plain
from .reading_resolve import resolve
from .reading_steps import DASHES, is_mark
from .reading_terms import Term, scan
from .wording_back import read_wording
from .words import known_language, lexicon

LONGEST = 200
_NO_CONTEXT = DateContext()
_EDTF_CHARACTERS = frozenset("0123456789-/.,TZ:+XYES?~%[]{}")
lexicon("en")  # made now, so that the first date read is as quick as the next
# Calendars whose years are not counted from Christ: a bare year may be of either.
_OTHER_COUNTS = (
    Calendar.HEBREW,
    Calendar.ISLAMIC_CIVIL,
    Calendar.FRENCH_REPUBLICAN,
)
_CLOSING = ".,;:)]»\"'”’"
_OPENING = '([«"“„'


class _Unread(DateError):
    """The forms of printed dates do not cover the text."""


def read_date(text: str, context: DateContext = _NO_CONTEXT) -> ReadResult:
    """Read a printed date; never raises for any text."""
    try:
        return _read(text, context)
    except DateError as error:
        worded = _worded(text, context) if isinstance(error, _Unread) else None
        if worded is not None:
            return ReadResult((worded,), worded.why)
        why = error.message
        if error.expected:
            why = f"{why} Expected: {error.expected}."
        return ReadResult((), why, error.column)


def _read(text: str, context: DateContext) -> ReadResult:
    found = plain(text, context)
    if found is not None:
        return ReadResult((found,), found.why)
    _check(text)
    found = _edtf(text.strip())
    if found is not None and not _may_be_printed(text.strip(), context):
        return ReadResult((found,), found.why)
    terms = _unbracketed(scan(text, lexicon(context.language)))
    i = 0
    while is_mark(terms, i, _OPENING) or _is_lead(terms, i):
        i += 1
    read = phrase(terms, i) or _day_alone(terms, i)
    if read is None:
        raise _Unread("This is not read as a date.", terms[i].start, "a date")
    printed, j = read
    j = _open_end(terms, j, printed)
    j = _after_day_part(terms, j)
    while is_mark(terms, j, _CLOSING):
        j += 1
    if terms[j].text:
        raise _Unread(
            "The text goes on after the date.", terms[j].start, "the end of the text"
        )
    if _is_verb(printed, context.language):
        raise DateError("A word written small, and no date beside it.", printed.start)
    return result_of([*resolve(printed, context), *([found] if found else [])])


def _is_verb(printed: Phrase, language: str) -> bool:
    """ "may" and "march" by themselves; English writes months with a capital."""
    if len(printed.members) != 1:
        return False
    parts = printed.members[0]
    alone = parts.day is None and not parts.has_year
    small = parts.month is not None and not parts.month_capital
    return alone and small and known_language(language) == "en"


def _may_be_printed(text: str, context: DateContext) -> bool:
    """Whether EDTF is not the only thing that figures may mean."""
    if text.isdecimal():
        return context.calendar in _OTHER_COUNTS
    return _may_be_years(text)


def _may_be_years(text: str) -> bool:
    """1831-32 is a season code of EDTF, and to a historian the years 1831 to 1832."""
    year, _, code = text.partition("-")
    if len(text) != 7 or not (year.isdecimal() and code.isdecimal()):
        return False
    return int(code) > max(24, int(year) % 100)


def _worded(text: str, context: DateContext) -> Reading | None:
    """Just the words that `word_date` uses for what printed dates seldom say."""
    if len(text) > LONGEST:
        return None
    calendar = context.calendar or Calendar.GREGORIAN
    date = read_wording(text.strip(), calendar, context.language)
    if date is None:
        return None
    supplied = Supplied("calendar", calendar.value, "document calendar")
    return Reading(
        date,
        f"{date.calendar.label} calendar, in the words of this application.",
        (supplied,) if context.calendar else (),
    )


def _day_alone(terms: list[Term], i: int) -> tuple[Phrase, int] | None:
    """ "the 14th", which only the context can complete."""
    found = bare(terms, i)
    if found is None or not (found[0].bare and found[0].ordinal):
        return None
    parts, j = found
    return Phrase(parts.start, parts.end, [parts], []), j


def result_of(found: list[Reading]) -> ReadResult:
    """One reading, or several and what would decide between them."""
    readings = _distinct(found)
    if len(readings) == 1:
        return ReadResult((readings[0],), readings[0].why)
    why = f"Ambiguous: {len(readings)} readings; {_what_decides(readings)}"
    return ReadResult(tuple(readings), why, 0)


def _what_decides(readings: list[Reading]) -> str:
    if any(reading.date.edtf.isdecimal() for reading in readings):
        return "the calendar that the year is counted in would decide."
    if any(reading.why.startswith("EDTF") for reading in readings):
        return "a dash (1831–32) means years; season codes are seldom written by hand."
    if readings[0].why.startswith("Read with the"):
        return "the order of day and month would decide (the language, or the source)."
    return "the date of the document, or the words around, would decide."


def _distinct(readings: list[Reading]) -> list[Reading]:
    kept: dict[tuple[str, Calendar], Reading] = {}
    for reading in readings:
        kept.setdefault((reading.date.edtf_written, reading.date.calendar), reading)
    return list(kept.values())


def _check(text: str) -> None:
    if len(text) > LONGEST:
        raise DateError(
            f"Longer than {LONGEST} characters: this is not one date.", LONGEST
        )
    if text.isascii() and text.isprintable():
        if not text.strip():
            raise DateError("Empty: there is no date.", 0, "a date")
        return
    for column, character in enumerate(text):
        if (
            unicodedata.category(character) in ("Cc", "Cs")
            and character not in "\t\n\r"
        ):
            raise DateError("A character that no text may hold.", column)
    if not text.strip():
        raise DateError("Empty: there is no date.", 0, "a date")


def _edtf(text: str) -> Reading | None:
    """Text that has EDTF form, in which the calendar is always Gregorian."""
    if not _EDTF_CHARACTERS.issuperset(text) or not any(map(str.isdigit, text)):
        return None
    if text[0] in "[{" and not any(mark in text for mark in (",", "..")):
        return None  # an editor's brackets, no set
    try:
        date = parse_edtf(text)
    except DateError:
        return None
    return Reading(date, "EDTF, which is Gregorian by definition.")


def _unbracketed(terms: list[Term]) -> list[Term]:
    """Without the brackets of editors; "15 [28]" keeps them: a second style."""
    if not any(term.text in ("[", "]") for term in terms):
        return terms
    kept: list[Term] = []
    second_style = False
    for i, term in enumerate(terms):
        if term.text == "[":
            second_style = _is_second_style(terms, i)
        if term.text in ("[", "]") and not second_style:
            continue
        term.gap = term.gap or (i > 0 and terms[i - 1].text in ("[", "]"))
        kept.append(term)
        second_style = second_style and term.text != "]"
    return kept


def _is_second_style(terms: list[Term], i: int) -> bool:
    """15 [28], 25 October [7 November], 7 November [O.S. 25 October]."""
    if i < 1 or (terms[i - 1].digits == 4 and i == 1):
        return False
    inner, after = terms[i + 1], terms[i + 2]
    if "julian" in inner.roles or "gregorian" in inner.roles:
        return after.text != "]"
    if inner.digits not in (1, 2):
        return False
    alone = after.text == "]" and bool(terms[i - 1].digits)
    return alone or "month" in after.roles or "month" in terms[i + 3].roles


def _is_lead(terms: list[Term], i: int) -> bool:
    """ "on", "dated", "in" before the date."""
    roles = terms[i].roles
    return "on" in roles and not any(
        name in roles for name in ("year word", "before", "after", "about")
    )


def _after_day_part(terms: list[Term], j: int) -> int:
    """Pass ", evening": the day stays the same."""
    k = j + 1 if is_mark(terms, j, ",") else j
    return k + 1 if "day part" in terms[k].roles else j


def _open_end(terms: list[Term], j: int, printed: Phrase) -> int:
    """ "1914–" at the end of the text is an open range."""
    at_end = is_mark(terms, j, DASHES) and not terms[j + 1].text
    if at_end and len(printed.members) == 1 and not printed.limit:
        printed.limit = ">="
        return j + 1
    return j
