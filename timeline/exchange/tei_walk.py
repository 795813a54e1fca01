"""The walk through a TEI text: blocks and words into parts, with what is said of them.

What an element with a meaning of its own does stands in the tables of the files that
know it (`tei_lines`, `tei_beside`, `tei_markers`); of all others the words are kept.
"""

from collections.abc import Callable, Mapping
from itertools import chain
from typing import Any

from timeline.dates import Reading
from timeline.passages import Dated, Doubt, Kind, Link

from .rows import Wrong
from .tei_calendars import Calendars
from .tei_dates import said
from .tei_elements import (
    AMONG_BLOCKS,
    CONTAINERS,
    DATES,
    HEADED,
    LEAVES,
    LEFT_OUT,
    ORNAMENTS,
    SIGNLESS,
    SILENT,
    TOPMOST,
)
from .tei_flow import Context, Flow, Mark, Part
from .tei_notes import Notes
from .tei_report import Report
from .tei_told import gap
from .tei_xml import TEI, XML_ID, name_of, sentence

RULE = "* * *"
ANNOTATED = {"body", "front", "back", "text"}
Handler = Callable[["Walk", Any], None]


class Walk:
    """Walks through a TEI file and puts its words into parts."""

    def __init__(self, root: Any, special: Mapping[str, Handler]) -> None:
        text = root.find(f"{{{TEI}}}text")
        if text is None:
            raise Wrong("There is no “text” in the file.", "<TEI> … <text> … </text>")
        self.special = special
        self.calendars = Calendars.in_header(root)
        self.notes = Notes(text)
        self.note_parts: dict[int, Part] = {}
        self.pending: list[Part] = []
        self.places: dict[int, int] = {}
        self.report = Report()
        self.flow = Flow()
        for child in root:
            self.visit(child)

    def visit(self, element: Any) -> None:
        """An element: its block, its words, and what is said of them."""
        name = name_of(element)
        if not name and holds_tei(element):
            self.report.wrap(element)
            self.inside(element, Context(Kind.PARAGRAPH))
        elif not name or name in LEFT_OUT:
            self.report.leave_out(element, name)
        elif name in self.special:
            self.special[name](self, element)
        elif name in LEAVES or name in CONTAINERS:
            self._block(element, name)
        elif name in AMONG_BLOCKS and not self.flow.is_inline:
            if AMONG_BLOCKS[name] is not Kind.SOURCE:
                self.report.meet(name, SILENT)
            self.inside(element, Context(AMONG_BLOCKS[name], is_leaf=True))
        elif name in SIGNLESS:
            self._sign(element, name)
        else:
            self.report.meet(name, SILENT)
            self.words(element)

    def walk(self, element: Any, only_elements: bool = False) -> None:
        """What stands in an element."""
        if not only_elements:
            self.flow.write(element.text)
        for child in element:
            self.visit(child)
            if not only_elements:
                self.flow.write(child.tail)

    def _block(self, element: Any, name: str) -> None:
        kind = LEAVES.get(name)
        if kind is None:
            context = Context(
                self.flow.contexts[-1].kind if self.flow.in_note else Kind.PARAGRAPH
            )
        else:
            context = Context(_kind_of(element, name, kind), is_leaf=True)
        is_head = name == "head" and heads_all(element.getparent())
        self.inside(element, context, is_head)
        if name in ANNOTATED and not self.flow.in_note:
            self._put_notes()

    def _put_notes(self) -> None:
        """The notes that stood among words follow the text, before its source line."""
        parts = self.flow.parts
        end = len(parts)
        while end and parts[end - 1].kind is Kind.SOURCE:
            end -= 1
        parts[end:end] = self.pending
        self.pending = []

    def inside(self, element: Any, context: Context, is_head: bool = False) -> None:
        flow = self.flow
        flow.open(context)
        first = len(flow.parts)
        self.words(element)
        if not flow.in_note and context.is_leaf and len(flow.parts) > first:
            part = flow.parts[first]
            part.is_head = is_head
            before = element.getprevious()
            part.is_second_head = before is not None and name_of(before) == "head"
            if name := element.get(XML_ID):
                part.ids.append(name)
        flow.close()

    def words(self, element: Any) -> None:
        """The words of an element, its date, and a note that points at it."""
        if name_of(element) in DATES:
            self._date(element)
        else:
            self.walk(element)
        number = self.notes.by_anchor.get(element.get(XML_ID) or "")
        if number is not None and self.notes.of(element) is None:
            self.mark_note(number)

    def _date(self, element: Any) -> None:
        mark = self.stretch(element)
        if mark is None:
            return
        reading = None
        try:
            found = said(element.attrib, self.calendars)
        except Wrong as error:
            found, why = None, f"The markup: {sentence(error)}"
        else:
            why = "The markup calls the words a date."
        if found is not None:
            left = "".join(f"; {k}={v!r} is not used" for k, v in found.left.items())
            why = f"The markup says {found.why}{left}. {found.note}".strip()
            reading = Reading(found.date, why)
        mark.make = lambda start, end: Dated(start, end, reading, why)

    def written(self, element: Any) -> tuple[Part, int]:
        """Walk an element; the part its words end in, and where they begin there."""
        flow = self.flow
        before = flow.part
        start = before.size if before is not None else 0
        self.words(element)
        part = flow.part if flow.part is not None else flow.here()
        return part, start if part is before else 0

    def stretch(self, element: Any) -> Mark | None:
        """Walk an element; the mark of its words, unless they are in several parts."""
        flow = self.flow
        before, count = flow.part, len(flow.parts)
        size = before.size if before is not None else 0
        self.walk(element)
        after, new = flow.part, flow.parts[count:]
        if after is None and not new:
            return None
        if after is None or (after is not before and (before or new != [after])):
            self.report.count(f"{name_of(element)} over several passages")
            return None
        size = size if after is before else 0
        mark = Mark(size, after.size)
        after.marks.append(mark)
        return mark

    def _sign(self, element: Any, name: str) -> None:
        """What nothing stands for in the text; an ornament between blocks is."""
        flow = self.flow
        drawn = element.get("unit") in ORNAMENTS or "*" in (element.get("rend") or "")
        if name == "milestone" and drawn and not flow.is_inline:
            flow.open(Context(Kind.BREAK))
            flow.here().add(RULE)
            flow.close()
            self.report.rules += 1
            return
        if element.get("break") == "yes" or name == "space":
            flow.write(" ")
        if name == "gap" and flow.part is not None:
            self.tell(
                flow.part.size, flow.part.size, gap(element), "nothing stands there"
            )
        else:
            self.report.signless[name] += 1
        number = self.notes.by_anchor.get(element.get(XML_ID) or "")
        if number is not None:
            self.mark_note(number)

    def tell(self, start: int, end: int, text: str, decision: str) -> None:
        """A doubt about a place in the part that is open."""
        self.flow.here().marks.append(
            Mark(start, end, lambda start, end: Doubt(text, start, decision))
        )

    def mark_note(self, number: int) -> None:
        """A marker where the file has a note, or a note points to."""
        part = self.flow.here()
        start, label = part.size, self.notes.labels[number]
        while start and part.last == " ":
            part.cut(start - 1)
            start -= 1
        part.add(f"[{label}]")
        self.report.markers += 1
        self.link(part, start, label, number)

    def link(self, part: Part, start: int, label: str, number: int | None) -> None:
        def make(start: int, end: int) -> Link:
            note = self.note_parts.get(-1 if number is None else number)
            return Link(start, end, label, self.places.get(id(note)))

        part.marks.append(Mark(start, part.size, make))


def _kind_of(element: Any, name: str, kind: Kind) -> Kind:
    """The kind of a leaf; parts of a title page are title and subtitles."""
    if name != "titlePart":
        return kind
    is_main = element.get("type", "main") == "main"
    return Kind.TITLE if is_main else Kind.SUBTITLE


def holds_tei(element: Any) -> bool:
    """Whether an element of another namespace has parts of the text in it."""
    return isinstance(element.tag, str) and any(map(name_of, element.iterdescendants()))


def heads_all(block: Any) -> bool:
    """Whether a heading of this block is that of the whole text."""
    while block is not None and (name := name_of(block)) in HEADED:
        if name in TOPMOST:
            return True
        siblings = chain(block.itersiblings(), block.itersiblings(preceding=True))
        if any(sibling.tag == block.tag for sibling in siblings):
            return False
        block = block.getparent()
    return False
