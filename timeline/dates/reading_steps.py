"""Small steps over the terms of a text: look at one, pass one."""

from __future__ import annotations

from .reading_terms import Term
from .words.table import Value

Terms = list[Term]
DASHES = "-–—‒−‑"
APOSTROPHES = "'’‘ʼ"


def role(terms: Terms, i: int, name: str) -> Value | None:
    """What the term means in this role, or `None`."""
    return terms[i].roles.get(name)


def is_mark(terms: Terms, i: int, marks: str) -> bool:
    """Whether one of these marks stands here."""
    term = terms[i]
    return len(term.text) == 1 and term.text in marks


def glued(terms: Terms, i: int) -> bool:
    """Whether the term touches the one before it."""
    return not terms[i].gap


def skip(terms: Terms, i: int, *names: str) -> int:
    """The place after a term that plays one of these roles, if it does."""
    roles = terms[i].roles
    return i + 1 if roles and any(name in roles for name in names) else i


def skip_mark(terms: Terms, i: int, marks: str) -> int:
    return i + 1 if is_mark(terms, i, marks) else i


def skip_point(terms: Terms, i: int) -> int:
    """Pass the point of "14." or of an abbreviation."""
    return i + 1 if is_mark(terms, i, ".") and glued(terms, i) else i
