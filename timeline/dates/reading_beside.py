"""The other style of a whole range: "September 12–14 (25–27), 1917"."""

from __future__ import annotations

from .reading_item import item
from .reading_link import link
from .reading_parts import Phrase
from .reading_pieces import month
from .reading_steps import Terms, is_mark, skip
from .reading_tail import after_bare


def dual_list(terms: Terms, j: int, found: Phrase) -> int:
    """The other style of a whole range: "September 12–14 (25–27), 1917"."""
    k = _other_days(terms, j, found)
    if not k:
        return j
    last = found.members[-1]
    return after_bare(terms, k, last) if not last.has_year else k


def dual_before_month(terms: Terms, j: int, found: Phrase) -> int:
    """12–14 (25–27) сентября: the month stands behind both."""
    if not all(parts.bare for parts in found.members):
        return j
    k = _other_days(terms, j, found)
    name = month(terms, skip(terms, k, "of")) if k else None
    if name is None:
        found.dual = []
        return j
    last = found.members[-1]
    last.bare, last.month = False, name[0]
    return after_bare(terms, name[1], last)


def _other_days(terms: Terms, j: int, found: Phrase) -> int:
    """The place after "(25–27)", whose dates are kept; 0 when there is none."""
    if len(found.members) < 2 or not is_mark(terms, j, "(["):
        return 0
    other = Phrase(terms[j].start, 0, [], [])
    k = j + 1
    for n in range(len(found.members)):
        parts = item(terms, k)
        if parts is None:
            return 0
        other.members.append(parts[0])
        k = parts[1]
        if n < len(found.members) - 1:
            joined = link(terms, k, "", False)
            if joined is None:
                return 0
            k = joined[1]
    if not is_mark(terms, k, ")]"):
        return 0
    found.dual = other.members
    return k + 1
