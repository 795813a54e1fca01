"""Which blocks are notes, and which marker leads to which note.

A marker leads to the one note of its name; where several have that name (numbering
begins anew in each chapter), to the next one after it. A marker without a note and a
note without a marker are reported and attached to nothing.
"""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Sequence

from .blocks import Block
from .labels import Label, markers, note_label
from .limits import check_markers
from .structure import Doubt, Kind, Marker, Segment

NOTES_HEADING = re.compile(
    r"\W*(?:foot|end)?(?:notes?|anmerkungen|примечания|remarques|note)\W*",
    re.IGNORECASE,
)
_INDENTED = re.compile(r"[ \t]{2,}\S")


def note_blocks(found: Sequence[Block]) -> dict[int, Label]:
    """The blocks that begin a note, by index, each with its label."""
    labels = [None if block.is_break else note_label(block.words) for block in found]
    heading = notes_heading(found)
    first_text = _first_text(found, labels)
    tail = _tail(labels)
    pointed = _pointed(found, labels) if any(labels) else set()
    chosen: dict[int, Label] = {}
    for index, label in enumerate(labels):
        if label is None or index <= first_text:
            continue
        if (
            label.is_strong
            or (heading is not None and index > heading)
            or (index >= tail and label.name in pointed)
        ):
            chosen[index] = label
    return chosen


def continues_note(block: Block, after_heading: bool) -> bool:
    """Whether a block without a label, right after a note, is still that note."""
    if block.is_break:
        return False
    return after_heading or all(_INDENTED.match(line) for line in block.lines)


def notes_heading(found: Sequence[Block]) -> int | None:
    """The index of the last block that only says "Notes", or None."""
    for index in range(len(found) - 1, -1, -1):
        if is_notes_heading(found[index]):
            return index
    return None


def is_notes_heading(block: Block) -> bool:
    """Whether a block only says "Notes"."""
    return block.is_line and NOTES_HEADING.fullmatch(block.words) is not None


def _first_text(found: Sequence[Block], labels: Sequence[Label | None]) -> int:
    """The first block that is neither labelled nor a break: notes come after it."""
    for index, (block, label) in enumerate(zip(found, labels, strict=True)):
        if label is None and not block.is_break:
            return index
    return len(found)


def _tail(labels: Sequence[Label | None]) -> int:
    """Where the last run of labelled blocks begins; up to two others may follow it."""
    index = len(labels)
    while index > max(0, len(labels) - 2) and labels[index - 1] is None:
        index -= 1
    while index > 0 and labels[index - 1] is not None:
        index -= 1
    return index


def _pointed(found: Sequence[Block], labels: Sequence[Label | None]) -> set[str]:
    """The names of the markers in the blocks that have no label."""
    return {
        marker.name
        for block, label in zip(found, labels, strict=True)
        if label is None and not block.is_break
        for marker in markers("\n".join(block.lines))
    }


def link(
    passages: Sequence[Segment], given: Sequence[Marker] = ()
) -> tuple[list[Marker], list[Doubt]]:
    """The markers of the passages with their notes, and what is in doubt.

    `given` are markers that the markup names: nothing is sought in their words.
    """
    by_name: dict[str, list[Segment]] = defaultdict(list)
    forms: dict[str, str] = {}
    for passage in passages:
        if passage.kind is Kind.NOTE:
            by_name[passage.label].append(passage)
            label = note_label(passage.text)
            forms[passage.label] = label.form if label else ""
    found: list[Marker] = []
    doubts: list[Doubt] = []
    used: Counter[str] = Counter()
    known: dict[str, list[Marker]] = defaultdict(list)
    for marker in sorted(given, key=lambda one: one.start):
        known[marker.passage].append(marker)
    for passage in passages:
        here = list(known[passage.key])
        for label in () if passage.kind is Kind.BREAK else _markers_of(passage):
            if not _may_mark(label, forms) or _is_within(label, known[passage.key]):
                continue
            at = passage.start + label.start
            note = _note_for(by_name[label.name], at) if forms else None
            key = note.key if note and note is not passage else None
            here.append(Marker(label.name, passage.key, label.start, label.end, key))
        for marker in sorted(here, key=lambda one: one.start):
            found.append(marker)
            at = passage.start + marker.start
            check_markers(len(found))
            if marker.note is None:
                printed = passage.text[marker.start : marker.end]
                own = passage.kind is Kind.NOTE and passage.label == marker.label
                doubts.append(_of_itself(printed, at) if own else _no_note(printed, at))
                continue
            used[marker.note] += 1
            if used[marker.note] == 2:
                doubts.append(_twice(marker.label, marker.note, at))
    notes = [passage for passage in passages if passage.kind is Kind.NOTE]
    doubts += [_no_marker(note) for note in notes if not used[note.key]]
    return found, doubts + _numbering(notes)


def _is_within(label: Label, given: Sequence[Marker]) -> bool:
    """Whether the words are, or touch, a marker that the markup names."""
    index = bisect_right(given, label.start, key=lambda one: one.end)
    return index < len(given) and given[index].start < label.end


def _markers_of(passage: Segment) -> list[Label]:
    """The markers of a passage, without the label it may begin with."""
    found = markers(passage.text)
    if own := note_label(passage.text):
        return [marker for marker in found if marker.start >= own.end]
    return found


def _may_mark(marker: Label, forms: dict[str, str]) -> bool:
    """Brackets always mark; other forms only where a note answers to them."""
    if marker.is_strong:
        return (
            not marker.name.isalpha()
            or marker.form == "caret"
            or (marker.name in forms)
        )
    if marker.form == "parenthesis":
        return forms.get(marker.name) == "parenthesis"
    return marker.name in forms


def _note_for(notes: Sequence[Segment], at: int) -> Segment | None:
    if len(notes) == 1:
        return notes[0]
    index = bisect_right([note.start for note in notes], at)
    return notes[index] if index < len(notes) else None


def _no_note(printed: str, at: int) -> Doubt:
    return Doubt(f"The marker {printed} has no note.", at, "attached to nothing")


def _of_itself(printed: str, at: int) -> Doubt:
    text = f"The marker {printed} stands in the note of its own name."
    return Doubt(text, at, "attached to nothing")


def _twice(name: str, key: str, at: int) -> Doubt:
    text = f"The marker {name} stands more than once."
    return Doubt(text, at, f"each leads to {key}")


def _no_marker(note: Segment) -> Doubt:
    text = f"Note {note.label} has no marker in the text."
    return Doubt(text, note.start, "attached to nothing")


def _numbering(notes: Sequence[Segment]) -> list[Doubt]:
    """Numbers left out, and the same number twice in a row of notes."""
    doubts = []
    previous: int | None = None
    for note in notes:
        if not note.label.isdecimal():
            continue
        number = int(note.label)
        if previous is not None and number != 1 and number != previous + 1:
            text = f"Note {number} comes after note {previous}."
            doubts.append(Doubt(text, note.start, "numbered as printed"))
        previous = number
    return doubts
