"""A phrase whose dates are complete, as one EDTF text in its calendar."""

from __future__ import annotations

from dataclasses import replace

from .calendars import Calendar
from .edtf import parse_edtf
from .reading_edtf import Ends, after, before, ends, year_text
from .reading_parts import Link, Parts, Phrase


def text_of(phrase: Phrase, calendar: Calendar) -> str:
    written = [ends(parts, calendar) for parts in phrase.members]
    if len(written) == 1:
        written = _double_year_range(phrase.members[0], written)
    links = set(phrase.links)
    if phrase.limit:
        return _limited(phrase, written, calendar)
    if len(written) == 1 or Link.RANGE in links or _is_run(phrase, links):
        low, high = written[0][0], written[-1][1]
        return low if low == high and len(written) == 1 else f"{low}/{high}"
    members = ",".join(
        low if low == high else f"{low}..{high}" for low, high in written
    )
    if Link.OR in links:
        return f"[{members}]"
    return f"{{{members}}}"


def _double_year_range(parts: Parts, written: list[Ends]) -> list[Ends]:
    """1914/15 by itself is the two years."""
    if parts.double_year is None or parts.year is None:
        return written
    mark = parts.qualifier
    return [(written[0][0], year_text(parts.double_year) + mark)]


def _is_run(phrase: Phrase, links: set[Link]) -> bool:
    """24/25 October: two days that touch are one stretch."""
    if links != {Link.SLASH}:
        return False
    days = [parts.day for parts in phrase.members]
    if None in days or len(days) != 2:
        return True
    return True


def _limited(phrase: Phrase, written: list[Ends], calendar: Calendar) -> str:
    """Before and after exclude the date itself; "by" and "since" include it."""
    if phrase.limit_end:
        first = _limited(replace(phrase, limit_end=""), written[:1], calendar)
        end = replace(phrase, limit=phrase.limit_end, limit_end="")
        last = _limited(end, written[1:], calendar)
        return first.removesuffix("..") + last.removeprefix("../")
    low, high = written[0][0], written[-1][1]
    mark = "".join(c for c in high if c in "?~%")
    plain_low, plain_high = low.rstrip("?~%"), high.rstrip("?~%")
    if phrase.limit == "<=":
        return f"../{high}"
    if phrase.limit == ">=":
        return f"{low}/.."
    if phrase.limit == "<":
        day = parse_edtf(plain_low, calendar).start_min
        return f"../{before(plain_low, day or 0, calendar)}{mark}"
    day = parse_edtf(plain_high, calendar).end_max
    return f"{after(plain_high, day or 0, calendar)}{mark}/.."
