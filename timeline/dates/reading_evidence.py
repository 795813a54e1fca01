"""What makes a number or a word in prose a date, and what speaks against it.

A day with its month, a month with its year, a date in figures: these are dates as they
stand. A year needs a word that leads to it ("in 1848", "(1848)"), and nothing beside it
that counts or numbers ("1848 men", "No. 1848"). All words stand in the tables.
"""

from __future__ import annotations

from .calendars import Calendar
from .reading_circa import is_circa
from .reading_parts import Link, Parts, Phrase
from .reading_steps import Terms, glued, is_mark
from .reading_terms import BREAK, END, Term

_BEFORE_YEAR = frozenset("(,;:–—-/„“«»\"'‘’[." + BREAK)
_SMALL_MONTHS = frozenset({"fr", "ru"})  # months are written small
_BARE_YEARS = frozenset({"de"})  # "er starb 1931", without a preposition
_SUMS = frozenset("£$€#№§")


def is_date(terms: Terms, i: int, j: int, printed: Phrase, language: str) -> bool:
    """Whether the terms from i to j, read as this phrase, are a date in prose."""
    members = printed.members
    if language in _SMALL_MONTHS:
        for parts in members:
            parts.month_capital = True
    if any(parts.day is not None or parts.choices for parts in members):
        return _is_day(terms, i, j, printed)
    if any(parts.month is not None for parts in members):
        return _is_month(terms, i, j, members)
    if any(parts.season is not None or parts.feast for parts in members):
        return all(parts.has_year for parts in members)
    if any(parts.is_long for parts in members):
        return _is_long(terms, i, j, members)
    if all(parts.has_year for parts in members):
        return _is_year(terms, i, j, printed, language)
    return False


def is_run_of_years(printed: Phrase) -> bool:
    """Whether nothing but years was read: pages 1860–1865 hold no year inside."""
    return all(parts.has_year and parts.month is None for parts in printed.members)


def _is_day(terms: Terms, i: int, j: int, printed: Phrase) -> bool:
    members = printed.members
    if not all(_month_is_meant(parts) for parts in members):
        return False
    if any(_is_counted_elsewhere(parts) for parts in members):
        return all(parts.has_year for parts in members)
    if any(parts.figures and not parts.has_year for parts in members):
        return _figures_are_meant(terms, i, members)
    last = members[-1]
    if last.has_year or last.month_offset is not None or last.ordinal:
        return True
    if "counted" in terms[j].roles and "month" not in terms[j].roles:
        return last.bare is False and last.end > 0 and _ends_in_month(terms, j)
    return not is_mark(terms, j, "%°")


def _is_counted_elsewhere(parts: Parts) -> bool:
    """Nisan and Safar are names too: with a year they are months."""
    return parts.calendar in (Calendar.HEBREW, Calendar.ISLAMIC_CIVIL)


def _ends_in_month(terms: Terms, j: int) -> bool:
    """ "14 May men" is a day all the same; "May 14 men" is not."""
    return "month" in terms[j - 1].roles


def _month_is_meant(parts: Parts) -> bool:
    """ "may" and "march" as verbs are written small; a month is not, without a year."""
    return parts.month is None or parts.month_capital or parts.has_year


def _figures_are_meant(terms: Terms, i: int, members: list[Parts]) -> bool:
    """ "am 15. 5." is a day; "3. 4." alone may be anything."""
    if any(parts.roman for parts in members):
        return False
    return i > 0 and "on" in terms[i - 1].roles and not members[0].choices


def _is_month(terms: Terms, i: int, j: int, members: list[Parts]) -> bool:
    if any(parts.has_year or parts.month_step for parts in members):
        return True
    if not all(parts.month_capital for parts in members) or members[0].portion:
        return bool(members[0].portion) and members[0].month_capital
    lead = _before(terms, i).roles
    return "month lead" in lead and not terms[j].capital


def _is_long(terms: Terms, i: int, j: int, members: list[Parts]) -> bool:
    if any(parts.short_decade is not None for parts in members):
        return False
    hyphened = is_mark(terms, j, "-") and glued(terms, j)
    hyphened = hyphened or is_mark(terms, j - 2, "-")
    return not hyphened and not is_mark(terms, i - 1 if i else i, "-")


def _is_year(terms: Terms, i: int, j: int, printed: Phrase, language: str) -> bool:
    first = printed.members[0]
    if first.before_christ or first.portion or first.marked:
        return True
    if first.year is None:
        return _is_short_year(terms, i, j)
    number = i + 1 if is_circa(terms[i]) else i
    if not 1000 <= first.year <= 2100 or terms[number].digits != 4:
        return False
    before, after = _before(terms, i), terms[j]
    if "counted" in after.roles or is_mark(terms, j, "%°="):
        return False
    if before.text in _SUMS or _is_numbered(terms, i):
        return False
    if number > i:
        return True
    if _is_piece_of_number(terms, j):
        return False
    if before.roles.keys() & {"firm year lead", "year word", "portion", "season"}:
        return True
    if before.text in _BEFORE_YEAR or before is END:
        return not after.text or not after.text.isalnum() or _is_plain(after)
    closed = not after.text.isalnum() or _is_plain(after)
    if "year lead" in before.roles:
        return closed or first.year % 100 != 0
    if language in _BARE_YEARS and before.text.isalpha():
        return closed and first.year % 100 != 0
    return Link.RANGE in printed.links and not printed.worded[0]


def _is_numbered(terms: Terms, i: int) -> bool:
    """No. 1848, pp. 1860–1865, Nos. 1861 and 1862"""
    before = _before(terms, i)
    if before.text in ("and", "–", "-", "&"):
        return "numbered" in _before(terms, i - 2).roles
    return "numbered" in before.roles and "year lead" not in before.roles


def _is_short_year(terms: Terms, i: int, j: int) -> bool:
    """in '48, since ’61"""
    lead = _before(terms, i).roles
    counts = "counted" in terms[j].roles
    return "firm year lead" in lead and not counts and not is_mark(terms, j, "'’")


def _is_plain(term: Term) -> bool:
    return "plain" in term.roles or "year mark" in term.roles


def _is_piece_of_number(terms: Terms, j: int) -> bool:
    """1,862 and 1862.5 are numbers."""
    return (
        is_mark(terms, j, ",.")
        and glued(terms, j)
        and (glued(terms, j + 1) and terms[j + 1].digits > 0)
    )


def _before(terms: Terms, i: int) -> Term:
    return terms[i - 1] if i > 0 else END
