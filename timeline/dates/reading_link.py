"""What joins one printed date to the next: a dash, "and", "or", "to", a comma."""

from __future__ import annotations

from .reading_parts import Link
from .reading_steps import DASHES, Terms, is_mark, skip


def link(terms: Terms, j: int, due: str, night: bool) -> tuple[Link, int] | None:
    """What joins this date to the next, and the place after it."""
    roles = terms[j].roles
    if due == "between":
        return (Link.RANGE, j + 1) if "and" in roles else None
    if terms[j].text and is_mark(terms, j, DASHES):
        return Link.RANGE, j + 1
    if is_mark(terms, j, "/"):
        return Link.SLASH, j + 1
    if is_mark(terms, j, "&"):
        return Link.AND, j + 1
    if is_mark(terms, j, ","):
        joined = link(terms, j + 1, due, night) if terms[j + 1].roles else None
        return joined if joined and terms[j + 1].roles else (Link.COMMA, j + 1)
    if "or" in roles:
        return Link.OR, j + 1
    if "and" in roles:
        return Link.AND, j + 1
    if "range" in roles or (night and "night link" in roles):
        return Link.RANGE, skip(terms, j + 1, "article")
    return None
