"""Numbers in words, for years: "eighteen hundred and sixty-two", "mil huit cent"."""

from __future__ import annotations

from .reading_steps import Terms, is_mark, role

_LONGEST = 10  # words


def number_in_words(terms: Terms, i: int) -> tuple[int, int] | None:
    """A number above 999 and the place after it."""
    total = current = 0
    j = i
    for _ in range(_LONGEST):
        k = _joined(terms, j) if j > i else j
        value = _value(terms, k, "count", "hundreds")
        factor = _value(terms, k, "hundred")
        last = _value(terms, k, "ordinal", "tens ordinal")
        if factor is not None:
            current = max(current, 1) * factor
            total, current = (
                (total + current, 0) if factor == 1000 else (total, current)
            )
        elif value is not None:
            current += value
        elif last is not None and j > i:
            current, j = current + last, k + 1
            break
        else:
            break
        j = k + 1
    number = total + current
    return (number, j) if number >= 1000 else None


def _joined(terms: Terms, j: int) -> int:
    """Pass "and" and hyphens between the words."""
    if "and" in terms[j].roles or is_mark(terms, j, "-"):
        return j + 1
    return j


def _value(terms: Terms, j: int, *names: str) -> int | None:
    for name in names:
        value = role(terms, j, name)
        if isinstance(value, int):
            return value
    return None
