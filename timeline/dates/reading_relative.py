"""Dates told from another date: "yesterday", "two days later", "last Tuesday".

From the document's own date: yesterday, last Tuesday, three weeks ago. From the date
told before: the next day, two days later. Without that date they are refused.
"""

from __future__ import annotations

from .reading_parts import Found, Parts
from .reading_steps import Terms, role, skip


def relative(terms: Terms, i: int) -> Found | None:
    """A date told from another one."""
    return _named_day(terms, i) or _stepped_weekday(terms, i) or _distance(terms, i)


def _named_day(terms: Terms, i: int) -> Found | None:
    parts = Parts(terms[i].start, terms[i].end)
    now = role(terms, i, "day from now")
    if isinstance(now, int):
        parts.day_offset = now
        return parts, i + 1
    then = role(terms, i, "day from then")
    if isinstance(then, int):
        parts.day_from_then = then
        return parts, i + 1
    return None


def _stepped_weekday(terms: Terms, i: int) -> Found | None:
    """last Tuesday, next Friday, mardi dernier, am letzten Dienstag."""
    j = skip(terms, i, "article")
    for name in ("last", "next"):
        step = role(terms, j, name)
        weekday = role(terms, j + 1, "weekday")
        if isinstance(step, int) and isinstance(weekday, int):
            found = Parts(terms[i].start, terms[j + 1].end, weekday=weekday)
            found.week_step = step
            return found, j + 2
    weekday = role(terms, j, "weekday")
    if isinstance(weekday, int):
        for name in ("last after", "next after", "last", "next"):
            step = role(terms, j + 1, name)
            if isinstance(step, int):
                found = Parts(terms[i].start, terms[j + 1].end, weekday=weekday)
                found.week_step = step
                return found, j + 2
    return None


def _distance(terms: Terms, i: int) -> Found | None:
    """two days later, three weeks ago, il y a trois jours, vor drei Tagen."""
    ago = role(terms, i, "ago prefix")
    later = role(terms, i, "later prefix")
    j = i + 1 if isinstance(ago, int) or isinstance(later, int) else i
    j = skip(terms, j, "article") if role(terms, j, "count") is None else j
    number = terms[j].value if terms[j].digits in (1, 2, 3) else role(terms, j, "count")
    unit = role(terms, j + 1, "unit")
    if not isinstance(number, int) or not isinstance(unit, str):
        return None
    parts = Parts(terms[i].start, terms[j + 1].end)
    if isinstance(ago, int):
        parts.shift = (-number, unit, "now")
        return parts, j + 2
    if isinstance(later, int):
        parts.shift = (number, unit, "then")
        return parts, j + 2
    for name, base in (("later", "then"), ("ago", "now")):
        sign = role(terms, j + 2, name)
        if isinstance(sign, int):
            parts.shift = (sign * number, unit, base)
            return parts, j + 3
    return None
