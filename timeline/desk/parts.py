"""The part of a document that one page of the desk shows."""

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.models import Document, Passage, PassageSize, passage_sizes

PART_PASSAGES = 200
PART_CHARACTERS = 60_000


@dataclass(frozen=True, slots=True)
class Part:
    """Passages of a document, and the keys by which the parts beside it are found."""

    passages: list[Passage]
    previous: str | None
    next: str | None

    @property
    def is_whole(self) -> bool:
        """There is no other part."""
        return self.previous is None and self.next is None


def starts(sizes: Sequence[PassageSize]) -> list[int]:
    """Where each part begins; only a single passage is longer than the bounds."""
    found, count, length = [0], 0, 0
    for index, size in enumerate(sizes):
        full = count >= PART_PASSAGES or length + size.characters > PART_CHARACTERS
        if count and full:
            found.append(index)
            count, length = 0, 0
        count, length = count + 1, length + size.characters
    return found


def read_part(document: Document, key: str | None) -> Part:
    """The part with the passage of this key, the first where there is none."""
    sizes = passage_sizes(document.pk)
    keys = [size.key for size in sizes]
    at = keys.index(key) if key in keys else 0
    begins = starts(sizes)
    number = max(n for n, start in enumerate(begins) if start <= at)
    first, last = begins[number], [*begins[1:], len(sizes)][number]
    return Part(
        passages=list(document.passages.current()[first:last]),
        previous=keys[begins[number - 1]] if number else None,
        next=keys[last] if last < len(keys) else None,
    )
