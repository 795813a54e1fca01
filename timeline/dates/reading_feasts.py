"""Feast days as they are printed: "Easter 1917", "Friday after Pentecost 1525"."""

from __future__ import annotations

from .reading_parts import Found, Parts
from .reading_steps import Terms, role, skip
from .reading_year_after import year_after


def feast(terms: Terms, i: int) -> Found | None:
    """Easter 1917; the eve of St. John's Day; Weihnachten 1862."""
    parts = Parts(terms[i].start, terms[i].end)
    j = _weekday_beside(terms, i, parts)
    j = skip(terms, j, "article", "feast link")
    shift = role(terms, j, "feast eve")
    if isinstance(shift, int):
        parts.feast_shift = shift
        j = skip(terms, j + 1, "article", "feast link", "of")
    name = role(terms, j, "feast")
    if not isinstance(name, str):
        return None
    parts.feast = name
    return parts, year_after(terms, j + 1, parts)


def _weekday_beside(terms: Terms, i: int, parts: Parts) -> int:
    """ "Friday after" in "Friday after Pentecost 1525"."""
    at = skip(terms, i, "article")
    value = role(terms, at, "weekday")
    if not isinstance(value, int):
        return i
    for name, step in (("after", 1), ("before", -1)):
        if name in terms[at + 1].roles:
            parts.weekday, parts.week_step = value, step
            return at + 2
    return i
