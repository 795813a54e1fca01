"""TEI P5 `listEvent` and `event`, in and out, in a stream; see docs/formats/tei.md."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from .event_records import EventRecord
from .event_rows import derived_key
from .foreign import ForeignReader, Found, free, slug_of
from .formats import Defaults, Format
from .lookup import Recent
from .report import shown
from .rows import Item, Row, Wrong
from .source import BadFile, Source
from .tei_calendars import Calendars
from .tei_event_in import found_event
from .tei_event_out import FOOT, frame, head, list_of
from .tei_event_out import write as write_events
from .tei_event_own import OwnEvent
from .tei_stream import Events, Node
from .tei_write import written

_HEAD = re.compile(r"<(?:[\w.\-]+:)?(?:TEI|teiCorpus|standOff|listEvent)[\s>/]")


class TeiEventReader(ForeignReader):
    """The events of a TEI file, our own or other people's."""

    between, closing = "\n", f"\n{FOOT}"

    def __init__(self, source: Source, defaults: Defaults) -> None:
        super().__init__(source, defaults)
        self.events = Events(source)
        self._asked: Recent[Any, str] = Recent(5_000)
        self._unread: Counter[str] = Counter()
        self._undated = 0

    @property
    def opening(self) -> str:  # type: ignore[override]
        """The head of a file like this one."""
        if self.events.is_ours:
            return head(LOSSES)
        return f"{frame(self.events.calendars)}<standOff>\n"

    def found(self) -> Iterator[Found | Row]:
        """Each event of the file, those inside others after them."""
        count = 0
        for node, timeline in self.events:
            for each in _flat(node):
                count += 1
                yield from self._found(each, timeline, count)
        if not count:
            right = "<listEvent><event>; a text comes in with import_document."
            if self.events.included:
                right = f"Import the files that it includes{self._files()}."
            raise BadFile("There are no events.", right)
        self._tell()

    def _found(self, node: Node, timeline: str, count: int) -> Iterator[Found | Row]:
        path = f"event[{count}]"
        if count == 1:  # the header has been read
            self._calendars = Calendars(self.events.calendars)
        calendars = self._calendars
        try:
            if self.events.is_ours:
                yield from self._own(node, timeline, calendars)
                return
            found = found_event(node, path, calendars, self.defaults.document)
            self._undated += not found.cells["date"]
            yield found
        except Wrong as error:
            row = self.refused(path, (node, timeline), error, node.line)
            row.faults[-1].value = shown(_value(node, error.column))
            yield row

    def _own(self, node: Node, timeline: str, calendars: Calendars) -> Iterator[Row]:
        slug = self.defaults.timeline or timeline
        event = OwnEvent(node, slug, calendars)
        self._unread.update(event.unread)
        for item in self._needed(slug, event.tags):  # one refused, the others stay
            yield Row(node.line, [item], counted=False)
        yield Row(node.line, event.items(), (node, timeline))

    def _needed(self, timeline: str, tags: list[tuple[str, str, str]]) -> list[Item]:
        """The timeline and tags that have to be there, each asked for once."""
        needed = []
        if self._asked.get(timeline) is None:
            fields = {"slug": timeline, "title": timeline}
            needed.append(Item("timeline", fields, ensured=True))
            self._asked.put(timeline, timeline)
        for kind, slug, name in tags:
            if self._asked.get((kind, slug)) != name:
                fields = {"kind": kind, "slug": slug, "name": name}
                needed.append(Item("tag", fields, ensured=True))
                self._asked.put((kind, slug), name)
        return needed

    def _completed(self, found: Found, names: dict[str, int]) -> dict[str, str]:
        """A name for an event that has none; only such names are remembered."""
        cells = found.cells
        if not cells["id"]:
            cells["id"] = free(slug_of(cells["title"], cells.get("date", "")), names)
            names.setdefault(cells["id"], 1)
        timeline = self.defaults.timeline or cells.get("document", "")
        self._name_further(found.more, timeline or self.defaults.document, cells["id"])
        return cells

    def _name_further(self, more: dict[str, Any], timeline: str, slug: str) -> None:
        """Keys for what an event has beyond one dating and one citation."""
        for table in ("citations", "datings"):
            for number, fields in enumerate(more.get(table, ()), start=2):
                fields["key"] = derived_key(timeline, f"{slug}\0{table}\0{number}")

    def _tell(self) -> None:
        """What was passed over."""
        self._unread.update(self.events.passed)
        for name, count in sorted(self._unread.items()):
            self.notes.append(f"{count} × {name}: not read as events.")
        if included := sum(self.events.included.values()):
            right = f"import by themselves the files it names{self._files()}"
            self.notes.append(f"{included:,} × xi:include: not followed; {right}.")
        if stand_ins := self.events.stand_ins:
            why = "read, because the file they stand in for is not"
            self.notes.append(f"{stand_ins:,} × event in xi:fallback: {why}.")
        if self._undated:
            self.notes.append(f"{self._undated:,} × event without a date.")

    def _files(self) -> str:
        """The names of files that are not read, as words in parentheses."""
        names = shown(", ".join(filter(None, self.events.included)))
        return f" ({names})" if names else ""

    def rejected(self, row: Row) -> str:
        """The event as an element again, in its list."""
        node, timeline = row.raw if isinstance(row.raw, tuple) else (row.raw, "")
        name = timeline if self.events.is_ours else ""
        return f"{list_of(name)}{written(node, tail=False)}\n</listEvent>"


def _flat(node: Node) -> Iterator[Node]:
    """An event, and the events inside it."""
    yield node
    inside = {"event": node.get("xml:id")}
    for child in node.children:
        yield from _events_in(child, inside)


def _events_in(node: Node, inside: dict[str, str]) -> Iterator[Node]:
    if node.name == "event":
        node.inside = inside
        yield from _flat(node)
    else:
        for child in node.children:
            yield from _events_in(child, inside)


def _value(node: Node, name: str) -> str:
    """The first attribute of this name in an event."""
    if not name or node.get(name):
        return node.get(name)
    return next(filter(None, (_value(child, name) for child in node.children)), "")


def sniff(head: str) -> bool:
    """TEI with a list of events near its beginning, or TEI at all."""
    start = head.lstrip("\ufeff \t\r\n")
    return start.startswith("<") and _HEAD.search(start) is not None


def write(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """The events in a stream."""
    write_events(events, out, LOSSES)


LOSSES = (
    "Documents, passages, notes and revisions: citations point to "
    "documents/<slug>#<key>, which the database must hold.",
    "Titles, descriptions and publication of timelines.",
    "Row versions and history.",
)
TEI_EVENTS = Format(
    name="tei",
    suffixes=(".tei.xml", ".tei"),
    sniff=sniff,
    read=TeiEventReader,
    write=write,
    losses=LOSSES,
    about="TEI P5 listEvent",
)
