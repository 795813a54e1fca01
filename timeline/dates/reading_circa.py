"""The words for "about" that belong to the date they shade."""

from __future__ import annotations

from .reading_terms import Term

_CIRCA = frozenset({"c", "ca", "circa", "circ", "cir", "zirka", "env", "ок"})


def is_circa(term: Term) -> bool:
    """ "c.", "ca." and "circa" belong to the date they shade; "about" leads to it."""
    return "about" in term.roles and term.text in _CIRCA
