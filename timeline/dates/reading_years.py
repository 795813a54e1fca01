"""A year by itself: "1917", "the year 1917", "'48", "44 BC", "an VIII"."""

from __future__ import annotations

from .calendars import Calendar
from .reading_numbers import number_in_words
from .reading_parts import Found, Parts
from .reading_pieces import Year, roman, year
from .reading_steps import Terms, role, skip


def year_only(terms: Terms, i: int) -> Found | None:
    """1917, the year 1917, 44 BC, '48, 1648/9."""
    k = (
        skip(terms, i, "article")
        if role(terms, skip(terms, i, "article"), "year word")
        else i
    )
    found = year(terms, k) or _spelled_year(terms, k)
    if found is None:
        return None
    value, j = found
    marked = value.marked and k == i
    if not value.marked and not value.short and not 100 <= value.value <= 2999:
        return None
    parts = Parts(terms[i].start, terms[i].end, marked=marked)
    if value.short:
        if terms[k].digits:
            return None
        parts.short_year = value.value
    else:
        parts.year, parts.double_year = value.value, value.later
        parts.before_christ = value.value <= 0
    return parts, j


def _spelled_year(terms: Terms, k: int) -> tuple[Year, int] | None:
    """A year in words by itself: "тысяча девятьсот семнадцатый год"."""
    found = number_in_words(terms, k)
    if found is None or not 1000 <= found[0] <= 2100 or found[1] - k < 3:
        return None
    return Year(found[0]), skip(terms, found[1], "year mark")


def republican_only(terms: Terms, i: int) -> Found | None:
    """an VIII, l'an VIII de la République."""
    k = skip(terms, i, "article")
    if "year word" not in terms[k].roles or terms[k + 1].digits:
        return None
    value = roman(terms[k + 1].text) if terms[k + 1].capital else 0
    if not 1 <= value <= 14:
        return None
    parts = Parts(terms[i].start, terms[i].end, year=value)
    parts.calendar = Calendar.FRENCH_REPUBLICAN
    return parts, skip(terms, k + 2, "republic")
