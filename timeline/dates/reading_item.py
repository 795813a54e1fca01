"""One date with the words that shade it, or a number that waits for its neighbours."""

from __future__ import annotations

from .reading_circa import is_circa
from .reading_parts import Parts
from .reading_periods import century_number
from .reading_pieces import day
from .reading_single import single, single_day
from .reading_steps import Terms, glued, is_mark, role, skip, skip_mark, skip_point


def item(terms: Terms, i: int) -> tuple[Parts, int] | None:
    """One date with the words that shade it: "about the end of May 1862"."""
    j, qualifier, portion, start = i, "", "", i
    for _ in range(5):
        roles = terms[j].roles
        if "article" in roles and "portion" in terms[j + 1].roles:
            j += 1
            roles = terms[j].roles
            start = j
        if "about" in roles and not portion:
            qualifier, j = both(qualifier, "~"), skip_mark(terms, j + 1, ".")
            start = start if is_circa(terms[i]) else j
        elif is_mark(terms, j, "~≈"):
            qualifier, j = both(qualifier, "~"), j + 1
            start = j
        elif "perhaps" in roles:
            qualifier, j = both(qualifier, "?"), j + 1
            start = j
        elif "portion" in roles and not portion:
            portion = str(roles["portion"])
            j = skip_mark(terms, j + 1, "-–")
            j = skip(terms, skip(terms, j, "of"), "article")
        elif "part of day" in roles:
            j += 1
            start = j
        else:
            break
    found = _weekday_and_number(terms, j) or single(terms, j) or bare(terms, j)
    if found is None and j > i:
        found, qualifier, portion, start = single(terms, i), "", "", i
    if found is None:
        return None
    parts, j = found
    parts.start = terms[skip(terms, start, "article")].start
    parts.qualifier = both(parts.qualifier, qualifier)
    if portion:
        parts.portion = portion
    elif parts.century is not None and is_mark(terms, j, ","):
        j = _portion_behind(terms, j, parts)
    return parts, j


def _weekday_and_number(terms: Terms, j: int) -> tuple[Parts, int] | None:
    """Sunday 6, in "Sunday 6 and Monday 7 May"; no month stands behind it."""
    if "weekday" not in terms[j].roles or single_day(terms, j):
        return None
    return bare(terms, j)


def _portion_behind(terms: Terms, j: int, parts: Parts) -> int:
    """19. Jh., 2. Hälfte: catalogues put the part behind."""
    portion = role(terms, j + 1, "portion")
    if not isinstance(portion, str) or terms[j + 2].text.isalnum():
        return j
    parts.portion, parts.end = portion, terms[j + 1].end
    return j + 2


def both(one: str, other: str) -> str:
    if one and other and one != other:
        return "%"
    return one or other


def bare(terms: Terms, i: int) -> tuple[Parts, int] | None:
    """A number that its neighbours may make a day: "14" in "14 and 16 September"."""
    weekday = role(terms, i, "weekday")
    j = skip_mark(terms, i + 1, ",") if weekday is not None else i
    j = skip(terms, j, "article")
    found = day(terms, j)
    if weekday is not None and (found is None or found[0].spelled):
        return None
    if found is None:
        return century_number(terms, i) or _bare_year(terms, i)
    parts = Parts(terms[i].start, terms[found[1] - 1].end, day=found[0].value)
    parts.bare, parts.ordinal = True, found[0].ordinal
    parts.spelled, parts.article = found[0].spelled, j > i
    parts.weekday = weekday if isinstance(weekday, int) else None
    k = skip_point(terms, found[1])
    k = skip(terms, k, "century") if terms[k].text == "th" else k
    return parts, k


def _bare_year(terms: Terms, i: int) -> tuple[Parts, int] | None:
    """A number that waits for its era: 58 in "58–50 BC"."""
    number = terms[i]
    if not 2 <= number.digits <= 4 or (
        terms[i + 1].text.isalpha() and glued(terms, i + 1)
    ):
        return None
    return Parts(number.start, number.end, year=number.value, waits_for_era=True), i + 1
