"""The parts of an EDTF string, and their canonical text.

`EdtfDate` is one date expression; intervals and sets are made of them. Doubt is kept
for each component as a mark: 1 uncertain, 2 approximate, 3 both.
"""

from __future__ import annotations

from typing import NamedTuple

from .historical_date import EndKind, Shape

MARKS = {"?": 1, "~": 2, "%": 3}
SIGNS = ("", "?", "~", "%")


class EdtfDate(NamedTuple):
    """One date expression: `2004-06~-11`, `Y-17E7`, `156X-12-25`, `2001-21`.

    Digits stay as written, so that `X` and leading zeros are kept. `marks` holds the
    doubt about year, month and day. `column` is where the expression begins.
    """

    year: str
    month: str = ""
    day: str = ""
    time: str = ""
    marks: tuple[int, int, int] = (0, 0, 0)
    negative: bool = False
    is_long: bool = False
    exponent: int | None = None
    significant: int | None = None
    column: int = 0
    month_column: int = 0
    day_column: int = 0

    @property
    def precision(self) -> str:
        """The finest component given: year, month, grouping (a season …) or day."""
        if self.day:
            return "day"
        if self.month > "20" and self.month.isdigit():
            return "grouping"
        return "month" if self.month else "year"

    @property
    def is_unspecified(self) -> bool:
        """Whether any digit is given as `X`."""
        return "X" in self.year or "X" in self.month or "X" in self.day

    @property
    def doubt(self) -> int:
        """The marks of all components together."""
        return self.marks[0] | self.marks[1] | self.marks[2]

    @property
    def year_number(self) -> int:
        """The year, when all its digits are given."""
        year = int(self.year + "0" * (self.exponent or 0))
        return -year if self.negative else year


class EdtfEnd(NamedTuple):
    """One end of an interval; `limit` is `..` before or after a date, if written."""

    date: EdtfDate | None = None
    kind: EndKind = EndKind.KNOWN
    limit: str = ""  # "", "before" (`..2004-06-01`) or "after" (`2004-06-01..`)


class EdtfInterval(NamedTuple):
    """`start/end`."""

    start: EdtfEnd
    end: EdtfEnd


class EdtfMember(NamedTuple):
    """A member of a set: one date (both the same), a range, or open at one side."""

    first: EdtfDate | None
    last: EdtfDate | None


class EdtfSet(NamedTuple):
    """`[one, of, these]` or `{all, of, these}`."""

    shape: Shape
    members: tuple[EdtfMember, ...]


EdtfValue = EdtfDate | EdtfInterval | EdtfSet


def edtf_text(value: EdtfValue) -> str:
    """The canonical text of a value."""
    if isinstance(value, EdtfDate):
        return _date_text(value)
    if isinstance(value, EdtfInterval):
        return f"{_end_text(value.start)}/{_end_text(value.end)}"
    text = ",".join(_member_text(member) for member in value.members)
    return f"[{text}]" if value.shape is Shape.ONE_OF else f"{{{text}}}"


def dates_of(value: EdtfValue) -> list[EdtfDate]:
    """All date expressions of a value, in their order."""
    if isinstance(value, EdtfDate):
        return [value]
    if isinstance(value, EdtfInterval):
        return [end.date for end in (value.start, value.end) if end.date]
    ends = [end for member in value.members for end in (member.first, member.last)]
    return [end for end in ends if end]


def doubt_of(value: EdtfValue) -> int:
    """The marks of all date expressions of a value together."""
    if isinstance(value, EdtfDate):
        return value.doubt
    doubt = 0
    for date in dates_of(value):
        doubt |= date.doubt
    return doubt


def _date_text(date: EdtfDate) -> str:
    components = [_year_text(date), date.month, date.day]
    written = [part for part in components if part]
    marks = date.marks[: len(written)]
    if any(marks):
        written = _marked(written, marks)
    return "-".join(written) + date.time


def _year_text(date: EdtfDate) -> str:
    text = ("Y" if date.is_long else "") + ("-" if date.negative else "") + date.year
    if date.exponent is not None:
        text += f"E{date.exponent}"
    if date.significant is not None:
        text += f"S{date.significant}"
    return text


def _marked(components: list[str], marks: tuple[int, ...]) -> list[str]:
    """The preferred form (ISO 8601-2, 8.2.4): whole, else group, else one by one."""
    group = 0
    while group < len(marks) and marks[group] == marks[0]:
        group += 1
    if not marks[0]:
        group = 0
    text = components[:group] + [
        SIGNS[mark] + part
        for part, mark in zip(components[group:], marks[group:], strict=True)
    ]
    if group:
        text[group - 1] += SIGNS[marks[0]]
    return text


def _end_text(end: EdtfEnd) -> str:
    if end.date is None:
        return ".." if end.kind is EndKind.OPEN else ""
    text = _date_text(end.date)
    if end.limit == "before":
        return f"..{text}"
    return f"{text}.." if end.limit == "after" else text


def _member_text(member: EdtfMember) -> str:
    if member.first == member.last and member.first:
        return _date_text(member.first)
    first = _date_text(member.first) if member.first else ""
    last = _date_text(member.last) if member.last else ""
    return f"{first}..{last}"
