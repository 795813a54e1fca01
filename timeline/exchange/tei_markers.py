"""Notes of a TEI text, and what points to them."""

from typing import Any

from timeline.passages import Kind

from .tei_elements import SILENT
from .tei_flow import Context, Flow, Part
from .tei_notes import bare_label, prints
from .tei_walk import Handler, Walk
from .tei_xml import XML_ID, name_of


def note(walk: Walk, element: Any) -> None:
    """`note`: a passage of its own; among words it leaves a marker."""
    number = walk.notes.numbers.get(element)
    if number is None or number in walk.note_parts:
        return
    part = Part(Kind.NOTE)
    walk.note_parts[number] = part
    is_inline = walk.flow.is_inline
    if is_inline and number not in walk.notes.anchored:
        walk.mark_note(number)
    (walk.pending if is_inline else walk.flow.parts).append(part)
    _fill(walk, element, part, walk.notes.labels[number])
    if name := element.get(XML_ID):
        part.ids.append(name)
    for attribute in ("type", "resp", "place"):
        if value := element.get(attribute):
            walk.report.notes[attribute, value] += 1


def _fill(walk: Walk, element: Any, part: Part, label: str) -> None:
    outer = walk.flow
    part.label = label
    if not prints(element, label):
        part.add(f"[{label}] ")
        walk.report.labels += 1
    context = Context(Kind.NOTE, is_leaf=True)
    walk.flow = Flow(outer.parts, part, [context], True, label_size=part.size)
    walk.walk(element)
    walk.flow = outer


def ref(walk: Walk, element: Any) -> None:
    """`ref`: the marker of a note, or words."""
    number = walk.notes.of(element)
    if number is None and not walk.notes.is_marker(element):
        walk.report.meet(name_of(element), SILENT)
        walk.words(element)
        return
    before = walk.flow.part
    start = before.size if before is not None else 0
    walk.walk(element)
    part = walk.flow.part if walk.flow.part is not None else walk.flow.here()
    start = start if part is before else 0
    printed = part.cut(start)
    label = bare_label(printed)
    if not printed.strip() or (label.isalnum() and not set(printed) & set("[(")):
        label = label or walk.notes.label(number)
        part.add(f"[{label}]")
        walk.report.markers += 1
    else:
        part.add(printed)
        label = label or walk.notes.label(number)
    walk.link(part, start, label, number)


def ptr(walk: Walk, element: Any) -> None:
    """`ptr`: the marker of a note, or nothing."""
    if walk.notes.of(element) is None and not walk.notes.is_marker(element):
        walk.report.signless["ptr"] += 1
    else:
        ref(walk, element)


MARKERS: dict[str, Handler] = {"note": note, "ref": ref, "ptr": ptr}
