"""EDTF text to its parts: the grammar of ISO 8601-2, Annex A, levels 0, 1 and 2.

An interval is two ends with a slash between them, a set is a list of members in
brackets; their dates are read by `edtf_date_scanner`.
"""

from __future__ import annotations

from .edtf_date_scanner import scan_date
from .edtf_syntax import (
    EdtfDate,
    EdtfEnd,
    EdtfInterval,
    EdtfMember,
    EdtfSet,
    EdtfValue,
)
from .errors import DateError
from .historical_date import EndKind, Shape

MAX_LENGTH = 200
_BRACKETS = {"[": ("]", Shape.ONE_OF), "{": ("}", Shape.ALL_OF)}


def scan_edtf(text: str) -> EdtfValue:
    """The parts of an EDTF string, or a refusal with its column."""
    if not isinstance(text, str):
        raise DateError("An EDTF date is text.", expected="text")
    if len(text) > MAX_LENGTH:
        raise DateError(
            f"The text is {len(text)} characters long.",
            MAX_LENGTH,
            f"at most {MAX_LENGTH} characters",
        )
    if text[:1] in _BRACKETS:
        return _scan_set(text)
    if "/" in text:
        return _scan_interval(text)
    return scan_date(text, 0)


def _scan_interval(text: str) -> EdtfInterval:
    first, _, second = text.partition("/")
    if "/" in second:
        raise DateError(
            "An interval has two ends.",
            text.index("/", len(first) + 1),
            "the end of the text",
        )
    return EdtfInterval(_scan_end(first, 0), _scan_end(second, len(first) + 1))


def _scan_end(text: str, column: int) -> EdtfEnd:
    if not text:
        return EdtfEnd(None, EndKind.UNKNOWN)
    if text == "..":
        return EdtfEnd(None, EndKind.OPEN)
    limit = ""
    if text.startswith(".."):
        limit, text, column = "before", text[2:], column + 2
    elif text.endswith(".."):
        limit, text = "after", text[:-2]
    date = scan_date(text, column)
    if date.time:
        raise DateError(
            "An interval runs from date to date, without a time of day.",
            column + text.index("T"),
            "a date without time",
        )
    return EdtfEnd(date, EndKind.KNOWN, limit)


def _scan_set(text: str) -> EdtfSet:
    closing, shape = _BRACKETS[text[0]]
    if text[-1] != closing or len(text) == 1:
        raise DateError(f"The set is not closed by {closing}.", len(text), closing)
    members = []
    column = 1
    pieces = text[1:-1].split(",")
    for place, piece in enumerate(pieces):
        member = _scan_member(piece, column)
        if member.first is None and place:
            raise DateError("Only the first member may be open before.", column)
        if member.last is None and place < len(pieces) - 1:
            raise DateError("Only the last member may be open after.", column)
        members.append(member)
        column += len(piece) + 1
    return EdtfSet(shape, tuple(members))


def _scan_member(text: str, column: int) -> EdtfMember:
    first_text, dots, last_text = text.partition("..")
    if not dots:
        date = _scan_member_date(text, column)
        return EdtfMember(date, date)
    if not first_text and not last_text:
        raise DateError("A member open at both sides says nothing.", column, "a date")
    first = _scan_member_date(first_text, column) if first_text else None
    last_column = column + len(first_text) + 2
    last = _scan_member_date(last_text, last_column) if last_text else None
    if first and last:
        _check_range(first, last)
    return EdtfMember(first, last)


def _scan_member_date(text: str, column: int) -> EdtfDate:
    date = scan_date(text, column)
    if date.time:
        raise DateError(
            "A member of a set has no time of day.",
            column + text.index("T"),
            "a date without time",
        )
    return date


def _check_range(first: EdtfDate, last: EdtfDate) -> None:
    """A range in a set runs between two years, two months or two days."""
    for date in (first, last):
        if date.is_unspecified or date.precision == "grouping" or date.significant:
            raise DateError(
                "A range in a set runs between years, months or days that are given.",
                date.column,
                "a year, month or day",
            )
    if first.precision != last.precision:
        raise DateError(
            "Both ends of a range in a set have the same precision.",
            last.column,
            f"a {first.precision}",
        )
