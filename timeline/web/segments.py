"""A passage's text cut at the borders of citations and note markers. Pure.

Citations may overlap; HTML elements may not. So the text is cut into stretches, each
of which knows every citation it lies in. Joined, the stretches are the text.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple


class Span(NamedTuple):
    """From `start` up to `end`, in code points; `key` names what stands there."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words between two borders; the first is at `start`.

    `citations` are the keys of the citations the words lie in, `begin` and `finish`
    those of them that start and end here; `marker` is the key of a note marker.
    """

    start: int
    text: str
    citations: tuple[str, ...] = ()
    begin: tuple[str, ...] = ()
    finish: tuple[str, ...] = ()
    marker: str | None = None


def cut(
    text: str, citations: Iterable[Span], markers: Sequence[Span] = ()
) -> list[Stretch]:
    """Cut a text at every border; spans outside the text or empty are left out."""
    cited = [span for span in citations if 0 <= span.start < span.end <= len(text)]
    notes = [span for span in markers if 0 <= span.start < span.end <= len(text)]
    borders = {0, len(text)}
    borders.update(edge for span in [*cited, *notes] for edge in (span.start, span.end))
    edges = sorted(borders)
    opening: dict[int, list[Span]] = {}
    for span in cited:
        opening.setdefault(span.start, []).append(span)
    stretches = []
    open_spans: list[Span] = []
    waiting = sorted(notes, key=lambda span: span.start, reverse=True)
    for start, end in pairwise(edges):
        begin = opening.get(start, [])
        open_spans = [span for span in open_spans if span.end > start] + begin
        while waiting and waiting[-1].end <= start:
            waiting.pop()
        marker = waiting[-1].key if waiting and waiting[-1].start <= start else None
        stretches.append(
            Stretch(
                start,
                text[start:end],
                tuple(span.key for span in open_spans),
                tuple(span.key for span in begin),
                tuple(span.key for span in open_spans if span.end == end),
                marker,
            )
        )
    return stretches
