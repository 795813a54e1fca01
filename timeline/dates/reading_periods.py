"""Decades, centuries and seasons: "the 1840s", "XII век", "spring of 1905"."""

from __future__ import annotations

from .reading_parts import Found, Parts
from .reading_pieces import before_christ, day, roman, year
from .reading_steps import (
    APOSTROPHES,
    Terms,
    glued,
    is_mark,
    role,
    skip,
    skip_mark,
    skip_point,
)

_ENDINGS = ("ème", "eme", "th", "st", "nd", "rd", "er", "re", "e")  # XIIe


def decade(terms: Terms, i: int) -> Found | None:
    """the 1840s, 1840er Jahre, 1840-е годы, les années 1840, the forties, '40s."""
    j = skip(terms, i, "article")
    worded = skip(terms, j, "decade word")
    if worded > j:
        worded = skip(terms, worded, "of")
    k = skip_mark(terms, worded, APOSTROPHES)
    term = terms[k]
    if term.digits in (2, 4) and term.value % 10 == 0:
        after = _decade_suffix(terms, k + 1)
        if not after and worded > j and term.digits == 4:
            after = k + 1
        if not after and worded > j and term.digits == 2:
            after = k + 1
        if not after:
            return None
        parts = Parts(terms[i].start, terms[k].end)
        if term.digits == 4:
            parts.decade = term.value
        else:
            parts.short_decade = term.value
        return parts, _of_century(terms, skip(terms, after, "decade word"), parts)
    return _worded_decade(terms, i, k, worded > j)


def _decade_suffix(terms: Terms, k: int) -> int:
    j = skip_mark(terms, k, APOSTROPHES) if glued(terms, k) else k
    if (
        is_mark(terms, j, "-")
        and glued(terms, j + 1)
        and not terms[j + 1].text.isascii()
    ):
        j += 1
    if glued(terms, j) and "decade suffix" in terms[j].roles:
        return j + 1
    return 0


def _worded_decade(terms: Terms, i: int, k: int, worded: bool) -> Found | None:
    """the eighteen-forties, the forties, les années quarante."""
    hundreds = role(terms, k, "count")
    j = k
    if isinstance(hundreds, int) and 10 <= hundreds <= 20:
        j = skip_mark(terms, k + 1, "-")
    value = role(terms, j, "decade")
    if not isinstance(value, int):
        return None
    if not worded and j == k and terms[j].text.isascii() and i == k:
        return None  # "forties" without an article is no date
    parts = Parts(terms[i].start, terms[j].end)
    if j > k and isinstance(hundreds, int):
        parts.decade = hundreds * 100 + value
    else:
        parts.short_decade = value
    return parts, _of_century(terms, skip(terms, j + 1, "decade word"), parts)


def _of_century(terms: Terms, j: int, parts: Parts) -> int:
    """ "of the 19th century" behind "the 60s"."""
    if parts.short_decade is None:
        return j
    found = century(terms, skip(terms, j, "of"))
    if found is None or found[0].century is None or found[0].before_christ:
        return j
    parts.decade = (found[0].century - 1) * 100 + parts.short_decade
    parts.short_decade = None
    return found[1]


def century(terms: Terms, i: int) -> Found | None:
    """the 12th century, XIIe siècle, XII в., 12. Jahrhundert, first century BC."""
    j = skip(terms, i, "article")
    found = _century_number(terms, j)
    if found is None:
        return None
    value, after = found
    after = skip_mark(terms, after, "-") if glued(terms, after) else after
    roles = terms[after].roles
    if terms[after].text == "c" and not _is_ordinal(terms, j):
        return None  # "3 c. 14" is a chapter
    if "century" not in roles and "millennium" not in roles:
        return None
    parts = Parts(terms[i].start, terms[after].end, century=value)
    if "century" not in roles:
        parts.century_length = 1000
    k = before_christ(terms, skip_mark(terms, skip_point(terms, after + 1), ","))
    if k:
        parts.century = 1 - value
        parts.before_christ = True
        return parts, k
    return parts, skip(terms, after + 1, "ad")


def _is_ordinal(terms: Terms, j: int) -> bool:
    found = day(terms, j)
    return found is None or found[0].ordinal


def _century_number(terms: Terms, i: int) -> tuple[int, int] | None:
    found = day(terms, i)
    if found is not None and found[0].value <= 30:
        return found[0].value, skip_point(terms, found[1])
    text = terms[i].text
    value = roman(text)
    if not 1 <= value <= 30:
        ending = next((e for e in _ENDINGS if text.endswith(e)), "")
        value = roman(text[: len(text) - len(ending)]) if ending else 0
    if not 1 <= value <= 30 or not terms[i].capital:
        return None
    j = i + 1
    if is_mark(terms, j, "-") and glued(terms, j) and "suffix" in terms[j + 1].roles:
        j += 2
    elif glued(terms, j) and "suffix" in terms[j].roles:
        j += 1
    return value, skip_point(terms, j)


def century_number(terms: Terms, i: int) -> Found | None:
    """A number that waits for the word: XII in "XII–XIII вв."."""
    found = _century_number(terms, skip(terms, i, "article"))
    if found is None:
        return None
    parts = Parts(terms[i].start, terms[found[1] - 1].end, century=found[0])
    parts.century_numbers = True
    return parts, found[1]


def season(terms: Terms, i: int) -> Found | None:
    """spring of 1905, the winter of 1905–06, Frühjahr 1848, весна 1905 г."""
    j = skip(terms, i, "article")
    value = role(terms, j, "season")
    if not isinstance(value, int):
        return _year_season(terms, i)
    parts = Parts(terms[i].start, terms[j].end, season=value)
    k = skip(terms, skip_mark(terms, j + 1, ","), "of", "on")
    for name in ("same year", "last year", "next year"):
        offset = role(terms, k, name)
        if isinstance(offset, int):
            parts.year_offset = offset
            return parts, k + 1
    k = skip(terms, k, "article")
    found = year(terms, k)
    if found is None:
        return parts, j + 1
    number, after = found
    if number.short:
        parts.short_year = number.value
    else:
        parts.year = number.value
        parts.before_christ = number.value <= 0
        after = _second_winter_year(terms, after, parts)
    return parts, after


def _year_season(terms: Terms, i: int) -> Found | None:
    """1905, spring."""
    found = year(terms, i)
    if found is None or found[0].short or terms[i].digits != 4:
        return None
    j = skip_mark(terms, found[1], ",")
    value = role(terms, j, "season")
    if not isinstance(value, int) or year(terms, skip(terms, j + 1, "of")) is not None:
        return None
    return Parts(terms[i].start, terms[j].end, season=value, year=found[0].value), j + 1


def _second_winter_year(terms: Terms, j: int, parts: Parts) -> int:
    """The winter of 1905–06 begins in 1905."""
    if parts.season != 24 or parts.year is None or not terms[j].text:
        return j
    second = terms[j + 1]
    if terms[j].text not in "-–—/" or second.digits not in (1, 2, 4):
        return j
    modulus = 10**second.digits
    return j + 2 if (parts.year + 1) % modulus == second.value else j
