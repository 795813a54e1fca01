"""Dates that belong together, and the words around them.

"about 1917", "before 6 May 1917", "14 and 16 September", "30 Sept.–2 Oct. 1917",
"between 1914 and 1918", "night of 24–25 October 1917", "1914 or 1915".
"""

from __future__ import annotations

from .reading_beside import dual_before_month, dual_list
from .reading_item import both, item
from .reading_link import link
from .reading_parts import Link, Parts, Phrase
from .reading_relative import relative
from .reading_steps import DASHES, Terms, glued, is_mark, role, skip, skip_mark
from .reading_tail import after_bare

MOST_MEMBERS = 12


_LIMITS = (("before", "<"), ("by", "<="), ("after", ">"), ("since", ">="))


def phrase(terms: Terms, i: int, most: int = MOST_MEMBERS) -> tuple[Phrase, int] | None:
    """The longest date phrase that begins here, of so many dates at most."""
    found = Phrase(terms[i].start, 0, [], [], outer_start=terms[i].start)
    j = i
    if "undated" in terms[j].roles:
        supplied = phrase(terms, skip_mark(terms, j + 1, ","), most)
        if supplied is not None:
            return supplied  # "n.d. [1917]"
        found.undated, found.end = True, terms[j].end
        return found, j + 1
    j, needs_range = _opening(terms, j, found)
    j = _members(terms, j, found, needs_range, most)
    if not j:
        return None
    j = _closing(terms, j, found, needs_range)
    while _is_sentence_mark(terms, j - 1, found) and j > i + 1:
        j -= 1  # the sentence's own mark
    found.end = terms[j - 1].end
    return found, j


def _is_sentence_mark(terms: Terms, j: int, found: Phrase) -> bool:
    """A point or comma behind the date; but the point of "15. 5." is its own."""
    last = found.members[-1]
    if last.figures and not last.has_year and is_mark(terms, j, "."):
        return False
    return is_mark(terms, j, ".,")


def _opening(terms: Terms, i: int, found: Phrase) -> tuple[int, str]:
    """Pass "between", "from", "before", "night of"; say what kind of range is due."""
    j, due = i, ""
    for _ in range(4):
        roles = terms[j].roles
        if not roles or relative(terms, j) is not None:
            break
        if "between" in roles:
            due, j = "between", skip(terms, j + 1, "article")
        elif "either" in roles and "or" not in roles:
            j += 1
        elif "night" in roles:
            found.night, found.night_into = True, roles["night"] == "night into"
            found.limit, j = "", j + 1
        elif limit := _limit(terms, j):
            found.limit = limit
            j = skip_mark(terms, j + 1, "-") if terms[j + 2].digits else j + 1
        elif "from" in roles and "month" not in roles:
            due, j = "from", j + 1
        else:
            break
    return j, due


def _limit(terms: Terms, i: int) -> str:
    roles = terms[i].roles
    for name, limit in _LIMITS:
        if name in roles and "count" not in roles:
            return limit
    return ""


def _members(terms: Terms, i: int, found: Phrase, due: str, most: int) -> int:
    """Read date after date; 0 when there is none."""
    first = item(terms, i)
    if first is None:
        return 0
    parts, j = first
    found.members.append(parts)
    ends = [j]
    while len(found.members) < most:
        joined = link(terms, j, due, found.night)
        if joined is None:
            break
        kind, k = joined
        if found.limit in (">", ">=") and kind is Link.AND:
            found.limit_end = _limit(terms, k)
            kind, k = (Link.RANGE, k + 1) if found.limit_end else (kind, k)
        following = _next_item(terms, k, found.members, kind)
        if following is None or _is_pause(terms, j, parts, following[0]):
            break
        parts, j = following
        found.links.append(kind)
        found.worded.append(bool(terms[k - 1].roles) or is_mark(terms, k - 1, "&"))
        found.members.append(parts)
        ends.append(j)
    j = dual_before_month(terms, j, found)
    ends[-1] = j
    keep = _keep(found)
    if not keep:
        return 0
    del found.members[keep:]
    del found.links[keep - 1 :]
    del found.worded[keep - 1 :]
    return dual_list(terms, ends[keep - 1], found)


def _is_pause(terms: Terms, j: int, parts: Parts, following: Parts) -> bool:
    """ "Wednesday, 14th — Friday, May 16": the dash is a pause and makes no range."""
    weekdays = parts.weekday is not None or following.weekday is not None
    return parts.bare and weekdays and is_mark(terms, j, DASHES)


def _next_item(
    terms: Terms, i: int, before: list[Parts], kind: Link
) -> tuple[Parts, int] | None:
    last = before[-1]
    if _is_year(last):
        short = _short_second_year(terms, i, last)
        if short is not None:
            return short
    following = item(terms, i)
    if following is None:
        return None
    parts, j = following
    if parts.bare and (last.month is not None or last.bare):
        j = after_bare(terms, j, parts)
    return parts, j


def _is_year(parts: Parts) -> bool:
    return parts.year is not None and parts.month is None and parts.season is None


def _short_second_year(terms: Terms, i: int, before: Parts) -> tuple[Parts, int] | None:
    """1914–18, 1914/15, 1914 or 15: the century is that of the first year."""
    j = skip_mark(terms, i, "'’")
    number = terms[j]
    if not 1 <= number.digits <= 3 or before.year is None or before.year < 1:
        return None
    if not terms[j + 1].gap and terms[j + 1].text.isalpha():
        return None
    if terms[j + 1].roles and not terms[j + 1].roles.keys().isdisjoint(
        ("month", "century")
    ):
        return None
    if is_mark(terms, j + 1, "./-") and glued(terms, j + 1) and terms[j + 2].digits:
        return None
    modulus: int = 10**number.digits
    year = before.year - before.year % modulus + number.value
    if year <= before.year:
        return None
    parts = Parts(terms[i].start, number.end, year=year)
    k = skip(terms, j + 1, "year mark")
    if is_mark(terms, k, "?"):
        parts.qualifier, k = "?", k + 1
    return parts, k


def _keep(found: Phrase) -> int:
    """How many dates hold together; numbers without a month fall off the end."""
    members, links = found.members, found.links
    count = len(members)
    while count and not _stands(members, links, count):
        count -= 1
    return count


def _stands(members: list[Parts], links: list[Link], count: int) -> bool:
    kept = members[:count]
    joins = links[: count - 1]
    if Link.COMMA in joins and not {Link.AND, Link.OR} & set(joins):
        return False
    if joins and joins[-1] is Link.COMMA:
        return False
    if all(parts.bare or parts.century_numbers for parts in kept):
        return False
    last = kept[-1]
    if any(parts.waits_for_era for parts in kept):
        return last.before_christ and not kept[0].before_christ
    if kept[0].bare and last.before_christ and last.month is None:
        return last.year is not None
    if last.century_numbers:
        return False
    if last.bare:
        return any(parts.month is not None and parts.day is not None for parts in kept)
    if kept[0].century_numbers:
        return any(p.century is not None and not p.century_numbers for p in kept)
    if kept[0].bare:
        return any(
            (parts.month is not None and parts.day is not None)
            or (parts.century is not None and not parts.century_numbers)
            or parts.month_offset is not None
            for parts in kept[1:]
        )
    return True


def _closing(terms: Terms, j: int, found: Phrase, due: str) -> int:
    """What may follow: "or later", an open dash; and what "from" turned out to mean."""
    joined = Link.RANGE in found.links
    if (joined or Link.SLASH in found.links) and found.members[0].qualifier == "~":
        for parts in found.members[1:]:
            parts.qualifier = both(parts.qualifier, "~")
    if found.limit == ">=" and joined and not found.limit_end:
        found.limit = ""
    ends = "and" in terms[j].roles and item(terms, j + 2) is None
    if "or" in terms[j].roles or ends:
        for name, limit in (("before", "<="), ("after", ">="), ("later", "")):
            value = role(terms, j + 1, name)
            if value is not None and len(found.members) == 1 and not found.limit:
                found.limit = limit or ("<=" if value == -1 else ">=")
                return j + 2
    return j
