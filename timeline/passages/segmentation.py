"""Pasted plain text -> passages, notes, note markers, and what is in doubt about them.

Every character is kept: the passages' `text + after`, joined, is the text received.
White space before the first words belongs to the first passage's text, white space
after a passage to its `after`. Line ends stay as they come; a caller that stores LF
only has to change CRLF before, so that the offsets are those of what is stored.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from .blocks import Block, blocks
from .keys import Keys
from .kinds import Decision, body, is_source, signature, subtitle, title
from .labels import Label
from .notes import (
    continues_note,
    is_notes_heading,
    link,
    note_blocks,
    notes_heading,
)
from .structure import Doubt, Kind, Segment, Segmentation

_TEXT = {Kind.PARAGRAPH, Kind.VERSE, Kind.NOTE, Kind.SIGNATURE}


def segment(text: str, decisions: Mapping[int, Kind] | None = None) -> Segmentation:
    """Cut a text into passages.

    `decisions` are an editor's: the kind of the passage that starts at an offset. They
    stand above every rule of thumb, and what they decide is no longer in doubt.
    """
    return cut(text, blocks(text), decisions or {})


def cut(
    text: str,
    found: Sequence[Block],
    decided: Mapping[int, Kind],
    doubts: Iterable[Doubt] = (),
    has_title_rules: bool = True,
) -> Segmentation:
    """Cut a text whose blocks are known, and of some of them the kinds."""
    joined, labels = _join_notes(found, _labels(found, decided), decided)
    chosen = _kinds(joined, labels, decided, has_title_rules)
    passages = sectioned(_passages(text, joined, chosen, labels))
    markers, all_doubts = link(passages)
    all_doubts += doubts
    all_doubts += [
        Doubt(doubt, block.start, f"taken as {kind}")
        for block, (kind, doubt) in zip(joined, chosen, strict=True)
        if doubt
    ]
    all_doubts.sort(key=lambda doubt: doubt.at)
    return Segmentation(tuple(passages), tuple(markers), tuple(all_doubts))


def sectioned(passages: Iterable[Segment]) -> list[Segment]:
    """The passages with their sections: a break or a heading after text begins one."""
    section, written = 1, False
    counted = []
    for passage in passages:
        if passage.kind is Kind.HEADING and written:
            section, written = section + 1, False
        counted.append(replace(passage, section=section))
        if passage.kind is Kind.BREAK and written:
            section, written = section + 1, False
        written = written or passage.kind in _TEXT
    return counted


def _labels(found: Sequence[Block], decided: Mapping[int, Kind]) -> dict[int, Label]:
    """The blocks that begin notes, after the editor's decisions."""
    return {
        index: label
        for index, label in note_blocks(found).items()
        if decided.get(found[index].start, Kind.NOTE) is Kind.NOTE
    }


def _join_notes(
    found: Sequence[Block], labels: Mapping[int, Label], decided: Mapping[int, Kind]
) -> tuple[list[Block], dict[int, Label]]:
    """The same blocks, each note of several paragraphs in one with its first lines.

    A block whose kind is decided stands for itself.
    """
    heading = notes_heading(found)
    joined: list[Block] = []
    names: dict[int, Label] = {}
    for index, block in enumerate(found):
        under_heading = heading is not None and index > heading
        is_last = index >= len(found) - 2 and is_source(block.words)
        is_free = index not in labels and block.start not in decided
        after_note = len(joined) - 1 in names and is_free
        if after_note and not is_last and continues_note(block, under_heading):
            joined[-1] = replace(joined[-1], end=block.end, next=block.next)
            continue
        if index in labels:
            names[len(joined)] = labels[index]
        joined.append(block)
    return joined, names


def _kinds(
    found: Sequence[Block],
    labels: Mapping[int, Label],
    decided: Mapping[int, Kind],
    has_title_rules: bool,
) -> list[Decision]:
    """The kind of each block with its doubt."""
    chosen: dict[int, Decision] = {}
    for index, block in enumerate(found):
        if block.start in decided:
            chosen[index] = (decided[block.start], "")
        elif block.is_break:
            chosen[index] = (Kind.BREAK, "")
        elif index in labels:
            chosen[index] = (Kind.NOTE, "")
        elif index + 1 in labels and is_notes_heading(block):
            chosen[index] = (Kind.HEADING, "")
    if has_title_rules:
        _opening(found, chosen)
    _closing(found, chosen)
    for index, block in enumerate(found):
        if index not in chosen:
            following = found[index + 1] if index + 1 < len(found) else None
            chosen[index] = body(block, following)
    return [chosen[index] for index in range(len(found))]


def _opening(found: Sequence[Block], chosen: dict[int, Decision]) -> None:
    """Title and subtitle, where the first blocks are such."""
    if len(found) < 2 or not found[0].words:
        return
    if 0 not in chosen and (decision := title(found[0], found[1])):
        chosen[0] = decision
    titled = 0 in chosen and chosen[0][0] is Kind.TITLE
    if not titled or 1 in chosen or len(found) < 3:
        return
    if decision := subtitle(found[1], found[2]):
        chosen[1] = decision


def _closing(found: Sequence[Block], chosen: dict[int, Decision]) -> None:
    """Source line and signature, where the last blocks are such."""
    last = len(found) - 1
    for index in range(last, max(last - 2, 1), -1):
        if index not in chosen and is_source(found[index].words):
            chosen[index] = (Kind.SOURCE, "")
    while last > 1 and last in chosen:
        last -= 1
    free = last > 1 and last not in chosen and last - 1 not in chosen
    if free and (decision := signature(found[last])):
        chosen[last] = decision


def _passages(
    text: str,
    found: Sequence[Block],
    chosen: Sequence[Decision],
    labels: Mapping[int, Label],
) -> list[Segment]:
    """The blocks as passages with keys and numbers."""
    keys = Keys()
    passages = []
    for index, (block, (kind, _)) in enumerate(zip(found, chosen, strict=True)):
        label = labels[index].name if index in labels and kind is Kind.NOTE else ""
        key, number = keys.give(kind, label)
        words, after = text[block.start : block.end], text[block.end : block.next]
        passages.append(
            Segment(key, kind, number, 1, block.start, block.end, words, after, label)
        )
    return passages
