"""A day by itself in prose: "on the 21st", "Thursday the 23d", "yours of the 9th".

Such a number is a date only by the words around it: a weekday, a word that leads to a
day, or a letter it is the date of; and nothing behind it that it could count ("the 9th
Regiment"). Month and year come from the context, or the words are left alone.
"""

from __future__ import annotations

from .reading_item import bare
from .reading_parts import Parts, Phrase
from .reading_steps import Terms, glued, is_mark
from .reading_terms import BREAK

_CLOSING = frozenset(".,;:!?)]»”\"'’—–" + BREAK)


def day_alone(terms: Terms, i: int) -> tuple[Phrase, int] | None:
    """The day that begins here, with the place after it."""
    if not terms[i].digits and "weekday" not in terms[i].roles:
        return None
    found = bare(terms, i)
    if found is None or not found[0].bare or found[0].spelled:
        return None
    parts, j = found
    of_letter = _is_of_letter(terms, i)
    if not (_is_led(terms, i, parts) or of_letter) or not _is_closed(terms, j):
        return None
    parts.is_past = of_letter
    return Phrase(parts.start, parts.end, [parts], []), j


def _is_led(terms: Terms, i: int, parts: Parts) -> bool:
    """A weekday before the number; or "on the", and an ordinal."""
    if parts.weekday is not None:
        if terms[i].dotted:  # "2 Sam. 14" is a verse
            return parts.ordinal
        return terms[i].capital or len(terms[i].text) > 4
    k = _before_article(terms, i)
    return parts.ordinal and k >= 0 and "day lead" in terms[k].roles


def _is_of_letter(terms: Terms, i: int) -> bool:
    """Your letter of the 21st, Ihr Brief vom 3ten, votre lettre du 14."""
    k = _before_article(terms, i)
    if k < 1 or terms[k].roles.keys().isdisjoint(("of", "on", "by")):
        return False
    return "letter" in terms[k - 1].roles


def _before_article(terms: Terms, i: int) -> int:
    return i - 2 if i and "article" in terms[i - 1].roles else i - 1


def _is_closed(terms: Terms, j: int) -> bool:
    after = terms[j]
    if not after.text:
        return True
    if after.text.isalnum():
        roles = after.roles
        joins = "and" in roles or "or" in roles
        if joins and (terms[j + 1].digits or "ordinal" in terms[j + 1].roles):
            return False  # the 1st and 2nd Brigades
        return after.gap and "plain" in roles and "of" not in roles
    if is_mark(terms, j, "-–—&") or glued(terms, j + 1):
        return False
    return after.text in _CLOSING
