"""Cited words that changed or went: an editor confirms them, or others instead.

Only here does `quoted`, what an editor confirmed, become something else; nothing takes
a likeness for it by itself.
"""

from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.db import transaction

from timeline.passages import Place, Span, TextSelector, anchor, describe

from .citation import Citation
from .passage import Passage

OFFERED = 3
ROUND = 60
"""Characters of context on each side."""


class Offer(NamedTuple):
    """Words that an editor may cite instead, and the passage they stand in."""

    passage: Passage
    place: Place


def offered_places(text: str, words: str) -> tuple[Place, ...]:
    """Where the words stand in a text, or else the words most like them."""
    found = anchor(TextSelector(words), text)
    if isinstance(found, Span):
        start, end = found.start, found.end
        before, after = text[max(0, start - ROUND) : start], text[end : end + ROUND]
        return (Place(start, end, words, before, after),)
    return (found.places or found.nearest)[:OFFERED]


def offers_for(citation: Citation) -> list[Offer]:
    """Words for a lost citation: in its passage, else where the same words stand."""
    passage = citation.passage
    if passage.retired_in_id is None:
        places = offered_places(passage.text, citation.exact)
        return [Offer(passage, each) for each in places]
    rows = passage.document.passages.current().filter(text__contains=citation.exact)
    offers = [
        Offer(row, each)
        for row in rows[:OFFERED]
        for each in offered_places(row.text, citation.exact)
    ]
    return offers[:OFFERED]


def confirm_words(citation: Citation) -> None:
    """The words that stand at its place now are what the editor cites."""
    if citation.start is None:
        raise ValidationError("The words are lost: choose others instead.")
    citation.quoted = citation.exact
    citation.state = Citation.State.EXACT
    _save(citation)


def cite_instead(
    citation: Citation, passage: Passage, start: int, end: int, words: str
) -> None:
    """Cite other words of the document; `words` are those the editor saw there."""
    with transaction.atomic():
        rows = citation.passage.document.passages.current().select_for_update()
        if (passage := rows.filter(pk=passage.pk).first()) is None:
            raise ValidationError("This passage is not part of the text.")
        if not 0 <= start < end or passage.text[start:end] != words:
            raise ValidationError("These words no longer stand there: look again.")
        selector = describe(passage.text, start, end)
        for name in ("exact", "prefix", "suffix", "start", "end"):
            setattr(citation, name, getattr(selector, name))
        citation.passage, citation.quoted = passage, selector.exact
        citation.state, citation.lost_in = Citation.State.EXACT, None
        _save(citation)


def _save(citation: Citation) -> None:
    citation.full_clean()
    citation.save()
