"""A TEI P5 text -> passages, notes, dates and doubts; see docs/formats/tei.md.

The text stored is what the source prints: `sic`, `orig`, `abbr`, `lem`. What the
edition sets beside it (`corr`, `reg`, `expan`, `rdg`) is told with its place. Every
element that is not kept is counted among the doubts.
"""

from collections.abc import Mapping
from itertools import chain
from typing import Any

from timeline.dates import Reading
from timeline.passages import (
    Beside,
    Dated,
    Doubt,
    Kind,
    Link,
    Other,
    Segmentation,
    assemble,
)

from .document_error import DocumentFileError
from .rows import Wrong
from .tei_calendars import Calendars
from .tei_dates import said
from .tei_elements import (
    AMONG_BLOCKS,
    BESIDE,
    CONTAINERS,
    DATES,
    HEADED,
    LEAVES,
    LEFT_OUT,
    ORNAMENTS,
    PRINTED_FIRST,
    SIGNLESS,
    SILENT,
    TOPMOST,
)
from .tei_flow import Context, Flow, Mark, Part
from .tei_header import about_document, left_in_header
from .tei_notes import Notes, bare_label, prints
from .tei_report import Report
from .tei_told import beside, gap, short
from .tei_xml import TEI, XML_ID, name_of, parsed, sentence, words_of

RULE = "* * *"
ANNOTATED = {"body", "front", "back", "text"}


def segment_tei(
    source: str, decisions: Mapping[int, Kind] | None = None
) -> Segmentation:
    """Cut a TEI text into passages; `joined` of the result is the text to store."""
    try:
        return TeiText(parsed(source)).segmentation(decisions)
    except Wrong as error:
        raise DocumentFileError(sentence(error)) from None


class TeiText:
    """Walks through a TEI file and puts its words into parts."""

    def __init__(self, root: Any) -> None:
        self.root = root
        text = root.find(f"{{{TEI}}}text")
        if text is None:
            raise Wrong("There is no “text” in the file.", "<TEI> … <text> … </text>")
        self.calendars = Calendars.in_header(root)
        self.notes = Notes(text)
        self.note_parts: dict[int, Part] = {}
        self.pending: list[Part] = []
        self.places: dict[int, int] = {}
        self.report = Report()
        self.flow = Flow()
        for child in root:
            self.visit(child)

    def segmentation(self, decisions: Mapping[int, Kind] | None) -> Segmentation:
        """The parts as passages."""
        parts = [p for p in self.flow.parts if p.text.strip()]
        if not parts:
            raise Wrong("There are no words in the text.")
        set_titles(parts)
        self.places = {id(part): place for place, part in enumerate(parts)}
        self.report.twice = self.notes.twice
        cut = assemble(
            [part.finished() for part in parts],
            [*left_in_header(self.root), *self.report.doubts()],
            decisions,
            about_document(self.root),
        )
        names = [
            (name, segment.key)
            for part, segment in zip(parts, cut.passages, strict=True)
            for name in part.ids
        ]
        return self.report.with_names(cut, names)

    # Elements

    def visit(self, element: Any) -> None:
        """An element: its block, its words, and what is said of them."""
        name = name_of(element)
        if not name or name in LEFT_OUT:
            self.report.leave_out(element, name)
        elif name in SPECIAL:
            SPECIAL[name](self, element)
        elif name in LEAVES or name in CONTAINERS:
            self._block(element, name)
        elif name in AMONG_BLOCKS and not self.flow.is_inline:
            if AMONG_BLOCKS[name] is not Kind.SOURCE:
                self.report.meet(name, SILENT)
            self._inside(element, Context(AMONG_BLOCKS[name], is_leaf=True))
        elif name in SIGNLESS:
            self._sign(element, name)
        else:
            self.report.meet(name, SILENT)
            self._words(element)

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
        self._inside(element, context, is_head)
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

    def _inside(self, element: Any, context: Context, is_head: bool = False) -> None:
        flow = self.flow
        flow.open(context)
        first = len(flow.parts)
        self._words(element)
        if not flow.in_note and context.is_leaf and len(flow.parts) > first:
            part = flow.parts[first]
            part.is_head = is_head
            before = element.getprevious()
            part.is_second_head = before is not None and name_of(before) == "head"
            if name := element.get(XML_ID):
                part.ids.append(name)
        flow.close()

    def _words(self, element: Any) -> None:
        """The words of an element, its date, and a note that points at it."""
        if name_of(element) in DATES:
            self._date(element)
        else:
            self.walk(element)
        number = self.notes.by_anchor.get(element.get(XML_ID) or "")
        if number is not None and self.notes.of(element) is None:
            self._mark_note(number)

    def _date(self, element: Any) -> None:
        mark = self._stretch(element)
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

    def _stretch(self, element: Any) -> Mark | None:
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

    # Lines and signs

    def _lb(self, element: Any) -> None:
        if element.get("break") == "no":
            self.report.joined += 1
            return
        self.flow.break_line()

    def _l(self, element: Any) -> None:
        self.flow.begin_line()
        self._words(element)
        self.flow.end_line()

    def _lg(self, element: Any) -> None:
        self._inside(element, Context(Kind.VERSE))

    def _cell(self, element: Any) -> None:
        if self.flow.part is not None and self.flow.part.size:
            self.flow.part.end_line("\t")
        self.report.cells += 1
        self._words(element)

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
        if element.get("break") == "yes":
            flow.write(" ")
        if name == "gap" and flow.part is not None:
            self._tell(
                flow.part.size, flow.part.size, gap(element), "nothing stands there"
            )
        else:
            self.report.signless[name] += 1
        number = self.notes.by_anchor.get(element.get(XML_ID) or "")
        if number is not None:
            self._mark_note(number)

    def _tell(self, start: int, end: int, text: str, decision: str) -> None:
        """A doubt about a place in the part that is open."""
        self.flow.here().marks.append(
            Mark(start, end, lambda start, end: Doubt(text, start, decision))
        )

    # Words beside words

    def _choice(self, element: Any) -> None:
        children = [c for c in element if name_of(c)]
        printed = next((c for c in children if name_of(c) in PRINTED_FIRST), None)
        if printed is None and children:
            printed = children[0]
        self._beside(element, printed, children)

    def _app(self, element: Any) -> None:
        readings = [e for e in element.iter() if name_of(e) in ("lem", "rdg")]
        known = set(readings)
        own = [e for e in readings if not known.intersection(e.iterancestors())]
        printed = next((e for e in own if name_of(e) == "lem"), None)
        if printed is None and own:
            printed = own[0]
            self.report.count("app without lem: its first rdg stands in the text")
        self._beside(element, printed, own)
        for child in element:
            if name_of(child) == "note":
                self.visit(child)

    def _subst(self, element: Any) -> None:
        children = [c for c in element if name_of(c)]
        printed = next((c for c in children if name_of(c) == "add"), None)
        if printed is None:
            self.walk(element, only_elements=True)
            return
        self._beside(element, printed, children)

    def _beside(self, element: Any, printed: Any, children: list[Any]) -> None:
        """The printed words, and with their place those that stand beside them."""
        if printed is None:
            return
        flow = self.flow
        before = flow.part
        start = before.size if before is not None else 0
        self._words(printed)
        part = flow.part if flow.part is not None else flow.here()
        start = start if part is before else 0
        words = " ".join(part.text_from(start).split())
        for child in children:
            if child is not printed:
                self._other(element, child, part, start, words)

    def _other(
        self, element: Any, child: Any, part: Part, start: int, printed: str
    ) -> None:
        kind = BESIDE.get(name_of(child), Beside.EXPANSION)
        if kind is Beside.VARIANT and name_of(element) == "choice":
            kind = Beside.EXPANSION
        words, end = words_of(child), part.size
        source = child.get("wit") or child.get("resp") or element.get("resp") or ""

        def make(start: int, end: int) -> Other:
            return Other(start, end, words, kind, source)

        part.marks.append(Mark(start, end, make))
        text, decision = beside(kind, printed, words, source)
        part.marks.append(Mark(start, end, lambda s, e: Doubt(text, s, decision)))

    def _corr(self, element: Any) -> None:
        self._told(element, "“{}” corrects words that the file does not give.")

    def _supplied(self, element: Any) -> None:
        self._told(element, "“{}” is supplied by the edition.")

    def _told(self, element: Any, text: str) -> None:
        words = text.format(short(words_of(element)))
        if mark := self._stretch(element):
            mark.make = lambda start, end: Doubt(words, start, "it stands in the text")

    # Notes

    def _note(self, element: Any) -> None:
        number = self.notes.numbers.get(element)
        if number is None or number in self.note_parts:
            return
        part = Part(Kind.NOTE)
        self.note_parts[number] = part
        is_inline = self.flow.is_inline
        if is_inline and number not in self.notes.anchored:
            self._mark_note(number)
        (self.pending if is_inline else self.flow.parts).append(part)
        self._fill_note(element, part, self.notes.labels[number])
        if name := element.get(XML_ID):
            part.ids.append(name)
        for attribute in ("type", "resp", "place"):
            if value := element.get(attribute):
                self.report.notes[attribute, value] += 1

    def _fill_note(self, element: Any, part: Part, label: str) -> None:
        outer = self.flow
        part.label = label
        if not prints(element, label):
            part.add(f"[{label}] ")
            self.report.labels += 1
        context = Context(Kind.NOTE, is_leaf=True)
        self.flow = Flow(outer.parts, part, [context], True, label_size=part.size)
        self.walk(element)
        self.flow = outer

    def _ref(self, element: Any) -> None:
        number = self.notes.of(element)
        if number is None and not self.notes.is_marker(element):
            self.report.meet(name_of(element), SILENT)
            self._words(element)
            return
        flow = self.flow
        before = flow.part
        start = before.size if before is not None else 0
        self.walk(element)
        part = flow.part if flow.part is not None else flow.here()
        start = start if part is before else 0
        printed = part.cut(start)
        label = bare_label(printed)
        if not printed.strip() or (label.isalnum() and not set(printed) & set("[(")):
            label = label or self.notes.label(number)
            part.add(f"[{label}]")
            self.report.markers += 1
        else:
            part.add(printed)
            label = label or self.notes.label(number)
        self._link(part, start, label, number)

    def _ptr(self, element: Any) -> None:
        if self.notes.of(element) is None and not self.notes.is_marker(element):
            self.report.signless["ptr"] += 1
        else:
            self._ref(element)

    def _mark_note(self, number: int) -> None:
        """A marker where the file has a note, or a note points to."""
        part = self.flow.here()
        start, label = part.size, self.notes.labels[number]
        while start and part.last == " ":
            part.cut(start - 1)
            start -= 1
        part.add(f"[{label}]")
        self.report.markers += 1
        self._link(part, start, label, number)

    def _link(self, part: Part, start: int, label: str, number: int | None) -> None:
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


SPECIAL = {
    "lb": TeiText._lb,
    "l": TeiText._l,
    "lg": TeiText._lg,
    "cell": TeiText._cell,
    "choice": TeiText._choice,
    "app": TeiText._app,
    "subst": TeiText._subst,
    "corr": TeiText._corr,
    "supplied": TeiText._supplied,
    "note": TeiText._note,
    "ref": TeiText._ref,
    "ptr": TeiText._ptr,
}
