"""The other style's date beside the first: "15 (28)", "27 June / 9 July 1862", "O.S."

Here both are only read; whether they name the same day is checked in reading_styles.py.
"""

from __future__ import annotations

from .calendars import Calendar
from .reading_parts import Parts
from .reading_pieces import day, month
from .reading_steps import Terms, is_mark, role, skip, skip_mark, skip_point
from .reading_year_after import year_after


def dual_day(terms: Terms, j: int, parts: Parts) -> int:
    """The other style's day: 15 (28), 1/13."""
    if is_mark(terms, j, "([") or is_mark(terms, j, "/"):
        found = day(terms, j + 1)
        if found is not None and not found[0].spelled:
            k = skip_point(terms, found[1])
            bracket = terms[j].text != "/"
            other = Parts(terms[j + 1].start, terms[k].end, day=found[0].value)
            k = style(terms, k, other) if bracket else k
            if not bracket or is_mark(terms, k, ")]"):
                parts.dual = other
                parts.slash = not bracket
                return k + 1 if bracket else k
    return j


def dual_date(terms: Terms, j: int, parts: Parts) -> int:
    """The other style's date: 27 June (9 July) 1862, 27 June / 9 July 1862."""
    bracket = is_mark(terms, j, "([")
    if parts.dual is not None or not (bracket or is_mark(terms, j, "/=")):
        return j
    other = Parts(terms[j + 1].start, terms[j + 1].end)
    k = day_and_month(terms, style(terms, j + 1, other), other)
    if not k:
        return j
    k = year_after(terms, k, other)
    k = style(terms, k, other)
    if bracket and not is_mark(terms, k, ")]"):
        return j
    parts.dual = other
    return k + 1 if bracket else k


def day_and_month(terms: Terms, j: int, parts: Parts) -> int:
    """A day and a month in either order; 0 when they do not stand here."""
    k = skip(terms, j, "article")
    found = day(terms, k)
    if found is not None:
        after = skip(terms, skip_point(terms, found[1]), "of")
        republican = role(terms, after, "republican month")
        if isinstance(republican, int):
            parts.day, parts.month = found[0].value, republican
            parts.calendar = Calendar.FRENCH_REPUBLICAN
            return after + 1
        name = month(terms, after)
        if name is not None:
            parts.day, parts.month = found[0].value, name[0]
            return name[1]
    name = month(terms, j)
    if name is not None:
        found = day(terms, skip(terms, name[1], "article"))
        if found is not None:
            parts.day, parts.month = found[0].value, name[0]
            return found[1]
    return 0


_STYLES: tuple[tuple[str, Calendar], ...] = (
    ("julian", Calendar.JULIAN),
    ("gregorian", Calendar.GREGORIAN),
)


def style(terms: Terms, j: int, parts: Parts) -> int:
    """O.S. or N.S., with or without brackets."""
    bracket = is_mark(terms, j, "([")
    k = j + 1 if bracket else skip_mark(terms, j, ",")
    k = skip(terms, k, "article") if "article" in terms[k].roles else k
    for name, calendar in _STYLES:
        if name in terms[k].roles and _is_style(terms, k):
            if bracket and not is_mark(terms, k + 1, ")]"):
                return j
            parts.calendar = calendar
            return k + 2 if bracket else k + 1
    return j


def _is_style(terms: Terms, k: int) -> bool:
    """Letters alone ("os") are a style only as capitals or with points."""
    term = terms[k]
    return term.end - term.start > 2 or term.capital or term.dotted
