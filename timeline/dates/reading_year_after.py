"""The year behind a day or a month: ", 1862", "[1862]", "of last year", "an VIII"."""

from __future__ import annotations

from .calendars import Calendar
from .reading_parts import Parts
from .reading_pieces import roman, year
from .reading_steps import (
    DASHES,
    Terms,
    glued,
    is_mark,
    role,
    skip,
    skip_mark,
    skip_point,
)


def year_after(terms: Terms, j: int, parts: Parts) -> int:
    """The year after a day or month: ", 1862", "of the year 1862", "of last year"."""
    if is_mark(terms, j, "/") and terms[j + 1].digits == 2 and terms[j + 1].value > 31:
        parts.short_year = terms[j + 1].value  # May 14th/62
        return j + 2
    bracketed = _bracketed_year(terms, j, parts)
    if bracketed:
        return bracketed
    k = skip_mark(terms, j, ",") if is_mark(terms, j, ",") else skip_point(terms, j)
    if parts.month is not None and _month_step(terms, k, parts):
        return k + 1
    step = _year_step(terms, k)
    if step is not None:
        parts.year_offset = step
        return k + 1
    k = skip(terms, k, "of", "on")
    k = skip(terms, k, "article")
    if _republican_year(terms, k, parts):
        k = k + 2 if "year word" in terms[k].roles else k + 1
        return skip(terms, k, "republic")
    found = year(terms, k, after_month=True)
    if found is None:
        return j
    value, after = found
    if value.short:
        parts.short_year = value.value
    else:
        parts.year, parts.double_year = value.value, value.later
        parts.before_christ = value.value <= 0
        after = _dashed_double(terms, after, parts)
    return after


def _bracketed_year(terms: Terms, j: int, parts: Parts) -> int:
    """14 June [1842], [1842?], (1842): a year that somebody added; 0 when none is."""
    term = terms[j + 1]
    if not is_mark(terms, j, "[(") or term.digits != 4 or term.value > 2100:
        return 0
    k = skip_mark(terms, j + 2, "?")
    if not is_mark(terms, k, "])"):
        return 0
    parts.year = term.value
    if k > j + 2:
        parts.qualifier = "?"
    return k + 1


def _month_step(terms: Terms, k: int, parts: Parts) -> bool:
    """ "Dec. last", "July next"; but not "6 May last week"."""
    roles = terms[k].roles
    steps = (roles.get(name) for name in ("last", "next", "last after", "next after"))
    step = next((step for step in steps if step is not None), None)
    after = terms[k + 1]
    if not isinstance(step, int) or (is_mark(terms, k - 1, ".,") and glued(terms, k)):
        return False
    if after.text.isalnum() and not {"plain", "and", "or", "range"} & set(after.roles):
        return False
    parts.month_step = step
    return True


def _dashed_double(terms: Terms, j: int, parts: Parts) -> int:
    """30 January 1648-9, of the time when English years began on 25 March."""
    second = terms[j + 1]
    if parts.day is None or parts.year is None or (parts.month or 13) > 3:
        return j
    if not is_mark(terms, j, DASHES) or second.digits not in (1, 2):
        return j
    behind = terms[skip_point(terms, j + 2)].roles
    if "month" in behind or "of" in behind or "suffix" in behind:
        return j  # "1 January 1521–2 January 1521" is a range
    later = parts.year + 1
    if later > 1752 or later % 10**second.digits != second.value:
        return j
    parts.double_year = later
    return j + 2


def _year_step(terms: Terms, k: int) -> int | None:
    for name in ("same year", "last year", "next year"):
        value = role(terms, k, name)
        if isinstance(value, int):
            return value
    return None


def _republican_year(terms: Terms, k: int, parts: Parts) -> bool:
    """ "an VIII", "VIII", "an 8" after a Republican month."""
    if parts.calendar is not Calendar.FRENCH_REPUBLICAN:
        return False
    j = skip(terms, k, "year word")
    value = terms[j].value if terms[j].digits in (1, 2) else roman(terms[j].text)
    if 1 <= value <= 99:
        parts.year = value
        return True
    return False
