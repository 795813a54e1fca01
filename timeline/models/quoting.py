"""A quote an editor typed -> its place in the passage, or why it has none.

Nothing similar is ever taken: an absent quote is answered with the nearest words, one
that stands several times with each of its places.
"""

from dataclasses import dataclass

from django.core.exceptions import ValidationError

from timeline.passages import (
    CONTEXT,
    Place,
    Reason,
    Refusal,
    TextSelector,
    anchor,
    describe,
    find_across,
)

from .document import Document
from .passage import Passage

MOST_SHOWN = 20


@dataclass(frozen=True, slots=True)
class Hints:
    """Which of several places is meant, in any of the ways an editor may say it."""

    occurrence: int | None = None
    prefix: str = ""
    suffix: str = ""
    start: int | None = None


def place_quote(passage: Passage, quoted: str, hints: Hints) -> TextSelector:
    """The selector of the words; `ValidationError` by field where there is none."""
    text = passage.text
    if hints.occurrence is not None:
        start = nth_place(text, quoted, hints.occurrence)
    else:
        end = None if hints.start is None else hints.start + len(quoted)
        found = anchor(
            TextSelector(quoted, hints.prefix, hints.suffix, hints.start, end), text
        )
        if isinstance(found, Refusal):
            raise ValidationError(refused_fields(found, passage, quoted))
        start = found.start
    selector = describe(text, start, start + len(quoted))
    check_hints(selector, text, hints)
    return selector


def nth_place(text: str, quoted: str, occurrence: int) -> int:
    """Where the words stand for the nth time."""
    start = -1
    for count in range(occurrence):
        start = text.find(quoted, start + 1)
        if start < 0 or not quoted.strip():
            times = "not at all" if not count else f"only {count} ×"
            raise ValidationError(
                {"occurrence": f"The words stand in this passage {times}."}
            )
    return start


def check_hints(selector: TextSelector, text: str, hints: Hints) -> None:
    """Refuse a place that contradicts anything the editor said about it."""
    before, after = text[: selector.start], text[selector.end :]
    if hints.start is not None and hints.start != selector.start:
        raise ValidationError(
            {"given_start": f"The words stand at {selector.start}, not there."}
        )
    if not before.endswith(hints.prefix):
        words = before[-CONTEXT:]
        raise ValidationError({"given_prefix": f"Before the words stands “{words}”."})
    if not after.startswith(hints.suffix):
        words = after[:CONTEXT]
        raise ValidationError({"given_suffix": f"After the words stands “{words}”."})


def refused_fields(
    refusal: Refusal, passage: Passage, quoted: str
) -> dict[str, list[str]]:
    """The refusal at the quote; where a choice would help, its field asks for it."""
    fields = {"quoted": refused(refusal, passage, quoted)}
    if refusal.reason is Reason.AMBIGUOUS:
        fields["occurrence"] = [f"Which of the {len(refusal.places)} places?"]
    return fields


def refused(refusal: Refusal, passage: Passage, quoted: str) -> list[str]:
    """Why the quote has no single place, and what would help."""
    if refusal.reason is Reason.EMPTY:
        return ["The quote is empty. Copy the words from the passage."]
    if refusal.reason is Reason.AMBIGUOUS:
        return [
            f"{refusal.why} Say which of the places is meant: its number below, or "
            "the characters directly before or after it, or its start.",
            *shown_places(refusal.places),
        ]
    return [refusal.why, *nearest(refusal.nearest), *elsewhere(passage, quoted)]


def shown_places(places: tuple[Place, ...]) -> list[str]:
    """Each place with five words of context before and after."""
    lines = [
        f"{number}: {in_context(place)} (start {place.start})"
        for number, place in enumerate(places[:MOST_SHOWN], start=1)
    ]
    if more := len(places) - MOST_SHOWN:
        lines += [f"and {more} more"] if more > 0 else []
    return lines


def in_context(place: Place) -> str:
    """The words in brackets with what stands round them."""
    return f"… {place.before} [{place.words}] {place.after} …"


def nearest(places: tuple[Place, ...]) -> list[str]:
    """The words that resemble the quote; they are shown, never taken."""
    if not places:
        return ["Nothing in it resembles them."]
    return [f"Nearest words: {in_context(place)}" for place in places]


def elsewhere(passage: Passage, quoted: str) -> list[str]:
    """Which other passages of the document hold the quote, or that it runs over."""
    labels: dict[str, str] = {}
    texts = []
    for other in passages_of(passage.document):
        labels[other.key] = other.label()
        texts.append((other.key, other.text))
    found = find_across(texts, quoted)
    if found.running:
        first, last = labels[found.running[0]], labels[found.running[-1]]
        return [
            f"The words run across passages, from {first} to {last}. "
            "Cite each passage by itself."
        ]
    if found.holding:
        some = ", ".join(labels[key] for key in found.holding[:MOST_SHOWN])
        return [f"The words stand in another passage of this document: {some}."]
    return ["No other passage of this document holds them."]


def passages_of(document: Document) -> list[Passage]:
    """The document's passages in their order, with what a label needs."""
    rows = document.passages.current()
    return list(rows.only("document", "key", "kind", "number", "text"))
