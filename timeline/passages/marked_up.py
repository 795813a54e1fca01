"""Parts that a markup names -> passages: nothing is guessed but stray note markers.

A part says what it is, its words, and what the markup says of stretches of them. The
parts, joined by blank lines, are the text to store.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from timeline.dates import Reading

from .blocks import is_break
from .keys import Keys
from .notes import link
from .segmentation import sectioned
from .structure import (
    Alternative,
    Beside,
    Doubt,
    Kind,
    Marker,
    Segment,
    Segmentation,
    TaggedDate,
)

BETWEEN = "\n\n"


@dataclass(frozen=True, slots=True)
class Link:
    """A note marker in a part, and the index of the part that is its note."""

    start: int
    end: int
    label: str
    note: int | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A stretch of a part that the markup calls a date."""

    start: int
    end: int
    reading: Reading | None
    why: str


@dataclass(frozen=True, slots=True)
class Other:
    """Words that stand beside a stretch of a part."""

    start: int
    end: int
    words: str
    kind: Beside
    source: str = ""


@dataclass(frozen=True, slots=True)
class MarkedPart:
    """A passage to be, as the markup has it; `doubts` are at places in its text."""

    kind: Kind
    text: str
    label: str = ""
    links: Sequence[Link] = ()
    dates: Sequence[Dated] = ()
    others: Sequence[Other] = ()
    doubts: Sequence[Doubt] = field(default=())


def assemble(
    parts: Sequence[MarkedPart],
    doubts: Iterable[Doubt] = (),
    decisions: Mapping[int, Kind] | None = None,
    about: Mapping[str, str] | None = None,
) -> Segmentation:
    """The parts as passages; `decisions` are an editor's kinds, by place."""
    passages = _passages(parts, decisions or {})
    given = tuple(_given(parts, passages))
    markers, all_doubts = link(passages, given)
    all_doubts += doubts
    for part, passage in zip(parts, passages, strict=True):
        all_doubts += [
            Doubt(one.text, passage.start + one.at, one.decision) for one in part.doubts
        ]
    all_doubts.sort(key=lambda doubt: doubt.at)
    pairs = list(zip(parts, passages, strict=True))
    return Segmentation(
        tuple(passages),
        tuple(markers),
        tuple(all_doubts),
        given,
        tuple(
            Alternative(to.key, o.start, o.end, o.words, o.kind, o.source)
            for part, to in pairs
            for o in part.others
        ),
        tuple(
            TaggedDate(to.key, d.start, d.end, d.reading, d.why)
            for part, to in pairs
            for d in part.dates
        ),
        dict(about or {}),
    )


def _passages(
    parts: Sequence[MarkedPart], decisions: Mapping[int, Kind]
) -> list[Segment]:
    keys, at, passages = Keys(), 0, []
    for index, part in enumerate(parts):
        kind = decisions.get(at, _kind(part))
        label = part.label if kind is Kind.NOTE else ""
        key, number = keys.give(kind, label)
        after = BETWEEN if index + 1 < len(parts) else ""
        end = at + len(part.text)
        passages.append(Segment(key, kind, number, 1, at, end, part.text, after, label))
        at = end + len(after)
    return sectioned(passages)


def _kind(part: MarkedPart) -> Kind:
    """A paragraph of asterisks parts two sections."""
    return (
        Kind.BREAK if part.kind is Kind.PARAGRAPH and is_break(part.text) else part.kind
    )


def _given(
    parts: Sequence[MarkedPart], passages: Sequence[Segment]
) -> Iterable[Marker]:
    """The markers that the markup names; one leads only to what still is a note."""
    for part, passage in zip(parts, passages, strict=True):
        for one in part.links:
            note = passages[one.note] if one.note is not None else None
            is_note = note is not None and note.kind is Kind.NOTE
            key = note.key if note is not None and is_note else None
            yield Marker(one.label, passage.key, one.start, one.end, key)
