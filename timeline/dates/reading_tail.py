"""What may stand behind a day or a month: the year, a doubt, the style, the weekday."""

from __future__ import annotations

from .calendars import Calendar
from .reading_dual import dual_date, style
from .reading_parts import Parts
from .reading_pieces import day, month
from .reading_steps import Terms, is_mark, role, skip, skip_mark
from .reading_year_after import year_after
from .words.table import Value


def after_bare(terms: Terms, j: int, parts: Parts) -> int:
    """The year and style after the last number of "September 14–22, 1917"."""
    k = tail(terms, year_after(terms, j, parts), parts)
    parts.end = terms[k - 1].end if k > j else parts.end
    return k


def tail(terms: Terms, j: int, parts: Parts) -> int:
    """What may follow any date: a doubt, the style, "г.", the weekday."""
    for _ in range(4):
        before = j
        j = _doubt(terms, j, parts)
        j = style(terms, j, parts)
        if parts.year is not None or parts.short_year is not None:
            j = skip(terms, j, "year mark")
        if parts.calendar is Calendar.ISLAMIC_CIVIL:
            j = skip(terms, j, "hegira")
        if parts.day is not None and parts.month is not None and parts.dual is None:
            j = dual_date(terms, j, parts)
        if parts.day is not None and parts.weekday is None:
            j = _weekday_after(terms, j, parts)
        if parts.month is not None and not parts.has_year:
            j = year_after(terms, j, parts) if _style_named(parts) else j
        if j == before:
            break
    return j


def _style_named(parts: Parts) -> bool:
    return parts.calendar in (Calendar.JULIAN, Calendar.GREGORIAN)


def _doubt(terms: Terms, j: int, parts: Parts) -> int:
    """ "?" and "(?)"."""
    if is_mark(terms, j, "?"):
        parts.qualifier = "?"
        return j + 1
    if (
        is_mark(terms, j, "([")
        and is_mark(terms, j + 1, "?")
        and is_mark(terms, j + 2, ")]")
    ):
        parts.qualifier = "?"
        return j + 3
    return j


def _weekday_after(terms: Terms, j: int, parts: Parts) -> int:
    bracket = is_mark(terms, j, "(")
    k = j + 1 if bracket else skip_mark(terms, j, ",")
    value: Value | None = role(terms, k, "weekday")
    if not isinstance(value, int) or (k == j and not bracket and not terms[k].capital):
        return j
    if bracket and not is_mark(terms, k + 1, ")"):
        return j
    if not bracket and (
        day(terms, k + 1) or month(terms, skip_mark(terms, k + 1, ","))
    ):
        return j
    parts.weekday = value
    return k + 2 if bracket else k + 1
