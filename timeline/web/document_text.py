"""The text of a document, or a part of it, with its citations and note markers marked.

A document longer than `PART_PASSAGES` passages or `PART_CHARACTERS` characters is
served in parts; only a single passage may be longer than that.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from timeline.models import (
    Citation,
    CitationRow,
    Document,
    NoteLinkRow,
    Passage,
    PassageRow,
    PassageSize,
    citations_in,
    note_links,
    passage_sizes,
    whole_text,
)

from .labels import passage_label

PART_PASSAGES = 400
PART_CHARACTERS = 200_000
MARKED = 1_000
"""Citations marked in one part at most; the page says how many are not."""


@dataclass(frozen=True, slots=True)
class Part:
    """Passages from `first` to `last`, and the first of the parts beside it."""

    first: int
    last: int
    previous: str | None
    next: str | None
    is_whole: bool


@dataclass(slots=True)
class TextPart:
    """What one page shows of a document."""

    document: Document
    part: Part
    passages: list[PassageRow]
    citations: list[CitationRow]
    left_out: int
    markers: list[NoteLinkRow]
    marked_notes: set[int] = field(default_factory=set)

    @property
    def keys(self) -> set[str]:
        """The keys of the passages on this page."""
        return {passage.key for passage in self.passages}

    @property
    def cited_here(self) -> set[str]:
        """The keys of the citations whose words are on this page."""
        return {c.key for c in self.citations if c.start is not None}

    @property
    def labels(self) -> dict[tuple[str, str], tuple[str, str]]:
        """Label of each passage on this page, as `passage_labels` gives it."""
        slug, title = self.document.slug, self.document.title
        return {
            (slug, p.key): (passage_label(p.kind, p.number, p.key), title)
            for p in self.passages
        }

    @property
    def orphan_notes(self) -> list[PassageRow]:
        """Notes of this part to which no marker of the document leads."""
        return [
            passage
            for passage in self.passages
            if passage.kind == "note" and passage.pk not in self.marked_notes
        ]


def starts(sizes: Sequence[PassageSize]) -> list[int]:
    """Where each part begins, so that none but a single passage is over the bounds."""
    found, count, length = [0], 0, 0
    for index, size in enumerate(sizes):
        full = count >= PART_PASSAGES or length + size.characters > PART_CHARACTERS
        if count and full:
            found.append(index)
            count, length = 0, 0
        count, length = count + 1, length + size.characters
    return found


def part_round(sizes: Sequence[PassageSize], key: str | None) -> Part | None:
    """The part with the passage of this key, or the first; `None`: no such key."""
    begins = starts(sizes)
    index = 0
    if key is not None:
        keys = [size.key for size in sizes]
        if key not in keys:
            return None
        index = keys.index(key)
    number = max(n for n, start in enumerate(begins) if start <= index)
    ends = [*begins[1:], len(sizes)]
    return Part(
        first=begins[number],
        last=ends[number],
        previous=sizes[begins[number - 1]].key if number else None,
        next=sizes[ends[number]].key if ends[number] < len(sizes) else None,
        is_whole=len(begins) == 1,
    )


def is_long(document: Document) -> bool:
    """Whether the document is served in parts."""
    return len(starts(passage_sizes(document.pk))) > 1


def read_part(document: Document, key: str | None, user: Any) -> TextPart | None:
    """The part of a document round a passage, with what is marked in it."""
    part = part_round(passage_sizes(document.pk), key)
    if part is None:
        return None
    if part.is_whole:
        passages = whole_text(document.pk)
    else:
        rows = document.passages.current().columns()[part.first : part.last]
        passages = [PassageRow(*row) for row in rows]
    return with_marks(document, part, passages, user)


def with_marks(
    document: Document, part: Part, passages: list[PassageRow], user: Any
) -> TextPart:
    """The passages with the citations this user may see, and with the markers."""
    ids = [passage.pk for passage in passages]
    citations = citations_in(ids, user, MARKED + 1)
    left_out = 0
    if len(citations) > MARKED:
        cited = Citation.objects.visible_to(user).filter(passage__in=ids)
        left_out = cited.count() - MARKED
    links = note_links(ids)
    return TextPart(
        document=document,
        part=part,
        passages=passages,
        citations=citations[:MARKED],
        left_out=left_out,
        markers=[link for link in links if link.passage_id in set(ids)],
        marked_notes={link.note_id for link in links if link.note_id is not None},
    )


def passage_labels(
    places: Iterable[tuple[str, str]], user: Any
) -> dict[tuple[str, str], tuple[str, str]]:
    """Label and document title of these passages, as far as they are public."""
    wanted = set(places)
    if not wanted:
        return {}
    documents, keys = (set(column) for column in zip(*wanted, strict=True))
    rows = (
        Passage.objects.visible_to(user)
        .filter(document__slug__in=documents, key__in=keys, retired_in=None)
        .values_list("document__slug", "key", "kind", "number", "document__title")
    )
    return {
        (slug, key): (passage_label(kind, number, key), title)
        for slug, key, kind, number, title in rows
        if (slug, key) in wanted
    }
