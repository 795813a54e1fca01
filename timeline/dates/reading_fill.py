"""What dates in one phrase share: a month ("14–22 September"), a year."""

from __future__ import annotations

from .context import Supplied
from .reading_parts import Link, Parts, Phrase

_HERE = "the same words"
Shared = list[Supplied]


def share(phrase: Phrase) -> Shared:
    """Fill months and years that one date of the phrase prints for the others."""
    members = phrase.members
    shared: Shared = []
    for i in range(len(members) - 2, -1, -1):
        _from_right(members[i], members[i + 1], phrase.links[i])
    for i in range(1, len(members)):
        shared += _from_left(members[i - 1], members[i], phrase.links[i - 1])
    return shared


def _from_right(parts: Parts, after: Parts, link: Link) -> None:
    if parts.bare and _plain_bc(after):
        parts.year, parts.day, parts.bare = 1 - (parts.day or 0), None, False
        parts.before_christ = True
    elif parts.bare and after.century is not None:
        parts.century, parts.day, parts.bare = parts.day, None, False
        parts.before_christ = after.before_christ
        if after.before_christ and parts.century is not None:
            parts.century = 1 - parts.century
    elif parts.century_numbers:
        parts.century_numbers = False
        if after.before_christ and parts.century is not None:
            parts.century = 1 - parts.century
    elif parts.bare and after.has_month:
        parts.month, parts.month_offset = after.month, after.month_offset
        parts.bare = after.bare
    _calendar(parts, after)
    if parts.before_christ is False and after.before_christ and _plain_year(parts):
        parts.year, parts.before_christ = 1 - (parts.year or 0), True
    if not parts.has_year and not parts.is_long and after.year is not None:
        parts.year = after.year
        if link is Link.RANGE and _comes_after(parts, after):
            parts.year -= 1
    elif not parts.has_year and after.short_year is not None:
        parts.short_year = after.short_year
    elif not parts.has_year and after.year_offset is not None:
        parts.year_offset = after.year_offset
    elif not parts.has_year and after.double_year is not None:
        parts.double_year = after.double_year
    elif not parts.has_year and parts.month_step is None:
        parts.month_step = after.month_step
    if parts.short_decade is not None and after.decade is not None:
        parts.decade = after.decade - after.decade % 100 + parts.short_decade
        parts.short_decade = None


def _plain_bc(parts: Parts) -> bool:
    return parts.before_christ and parts.year is not None and parts.month is None


def _plain_year(parts: Parts) -> bool:
    return parts.year is not None and parts.year > 0 and parts.month is None


def _comes_after(parts: Parts, other: Parts) -> bool:
    """December of "28 December – 3 January 1918" belongs to the year before."""
    if parts.month is None or other.month is None:
        return False
    return parts.month > other.month


def _calendar(parts: Parts, other: Parts) -> None:
    if parts.calendar is None:
        parts.calendar = other.calendar


def _from_left(before: Parts, parts: Parts, link: Link) -> Shared:
    shared: Shared = []
    if parts.bare and before.has_month:
        parts.month, parts.month_offset = before.month, before.month_offset
        parts.bare = False
        what = "end month" if link is Link.RANGE else "month"
        shared.append(Supplied(what, str(parts.month or ""), _HERE))
    _calendar(parts, before)
    if parts.has_year or parts.is_long or not _needs_year(parts):
        return _short_decade(before, parts, shared)
    if before.year is not None:
        parts.year = before.year
        if link is Link.RANGE and _comes_after(before, parts):
            parts.year += 1
        shared.append(Supplied("year", str(parts.year), _HERE))
    elif before.short_year is not None:
        parts.short_year = before.short_year
    elif before.year_offset is not None:
        parts.year_offset = before.year_offset
    elif parts.month_step is None:
        parts.month_step = before.month_step
    return shared


def _needs_year(parts: Parts) -> bool:
    return parts.month is not None or parts.season is not None or bool(parts.feast)


def _short_decade(before: Parts, parts: Parts, shared: Shared) -> Shared:
    if parts.short_decade is not None and before.decade is not None:
        parts.decade = before.decade - before.decade % 100 + parts.short_decade
        parts.short_decade = None
        shared.append(Supplied("century", str(parts.decade // 100 + 1), _HERE))
    return shared
