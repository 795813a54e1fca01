"""A TEI P5 text -> passages, notes, dates and doubts; see docs/formats/tei.md.

The text stored is what the source prints: `sic`, `orig`, `abbr`, `lem`. What the
edition sets beside it (`corr`, `reg`, `expan`, `rdg`) is told with its place. Every
element that is not kept is counted among the doubts.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from timeline.passages import Doubt, Kind, Segmentation, assemble, check_told

from .document_error import DocumentFileError
from .rows import Wrong
from .tei_beside import WORDS
from .tei_flow import Part
from .tei_header import about_document, left_in_header
from .tei_lines import LINES
from .tei_markers import MARKERS
from .tei_walk import Walk
from .tei_xml import parsed, sentence

SPECIAL = {**LINES, **WORDS, **MARKERS}


def segment_tei(
    source: str, decisions: Mapping[int, Kind] | None = None
) -> Segmentation:
    """Cut a TEI text into passages; `joined` of the result is the text to store."""
    try:
        root = parsed(source)
        walk = Walk(root, SPECIAL)
        return _segmented(walk, root, decisions)
    except Wrong as error:
        raise DocumentFileError(sentence(error)) from None


def _segmented(
    walk: Walk, root: Any, decisions: Mapping[int, Kind] | None
) -> Segmentation:
    """The parts as passages."""
    parts = [p for p in walk.flow.parts if p.text.strip()]
    if not parts:
        raise Wrong("There are no words in the text.")
    check_told(sum(len(part.marks) for part in walk.flow.parts))
    set_titles(parts)
    walk.places = {id(part): place for place, part in enumerate(parts)}
    walk.report.twice = walk.notes.twice
    about = left_in_header(root)
    cut = assemble(
        [part.finished() for part in parts],
        [*about, *walk.report.doubts(), *_without_words(walk.flow.parts)],
        decisions,
        about_document(root),
    )
    names = [
        (name, segment.key)
        for part, segment in zip(parts, cut.passages, strict=True)
        for name in part.ids
    ]
    return walk.report.with_names(cut, names)


def _without_words(parts: list[Part]) -> Iterator[Doubt]:
    """What is said of blocks that have no words left, and are no passages."""
    for part in parts:
        if not part.text.strip():
            for doubt in part.finished().doubts:
                yield Doubt(doubt.text, 0, doubt.decision)


def set_titles(parts: list[Part]) -> None:
    """One title: that of the title page, else the heading that all begins with."""
    titles = [part for part in parts if part.kind is Kind.TITLE]
    for part in titles[1:]:
        part.kind = Kind.HEADING
    if titles or not parts[0].is_head:
        return
    parts[0].kind = Kind.TITLE
    if len(parts) > 1 and parts[1].is_head and parts[1].is_second_head:
        parts[1].kind = Kind.SUBTITLE
