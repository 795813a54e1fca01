"""The events of a TEI file in a stream: one at a time, with the line each begins in.

Read by expat, which counts the lines of files of any length; a document type is refused
where it begins, before any entity is looked at. What stands outside events is passed
over, but for the calendars, the timeline an event stands in, and who wrote the file.
"""

import codecs
import re
from collections import Counter, deque
from collections.abc import Iterator
from typing import Any
from xml.parsers import expat

from .source import BadFile, Source
from .tei_xml import DEEPEST, NO_DOCTYPE, TEI, check_root, too_deep

OURS = "historical-timeline"
CITED = "c.."  # before the key of a citation, as an xml:id
CHUNK = 256 * 1024
MOST_NODES = 20_000  # in one event
LONGEST = 8 * 1024 * 1024  # characters of one event
HOLDERS = {"person": "persName", "place": "placeName", "org": "orgName"}
LONGEST_NAME = 500
MOST_FILES = 20  # that are named
INCLUDES = tuple(f"http://www.w3.org/{year}/XInclude " for year in (2001, 2003))
ROOTS = ("TEI", "teiCorpus", "standOff", "listEvent")
_XML = "http://www.w3.org/XML/1998/namespace "
_PREFIX = f"{TEI} "
_DECLARED = re.compile(r"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([A-Za-z0-9._\-]+)""")


class Node:
    """An element of an event: name without the namespace, and the line it begins in."""

    __slots__ = ("attributes", "children", "inside", "line", "name", "tail", "text")

    def __init__(self, name: str, attributes: dict[str, str], line: int) -> None:
        self.name, self.attributes, self.line = name, attributes, line
        self.text = self.tail = ""
        self.children: list[Node] = []
        self.inside: dict[str, str] = {}  # of an event: whose it is

    def get(self, name: str) -> str:
        """An attribute, or nothing."""
        return self.attributes.get(name, "")

    def all(self, *names: str) -> Iterator["Node"]:
        """The elements of these names in it, those of events inside left out."""
        waiting = self.children[::-1]
        while waiting:
            child = waiting.pop()
            if child.name in ("event", "listEvent"):
                continue
            if child.name in names:
                yield child
            waiting += child.children[::-1]


class Events:
    """The events of a file, and what the file says of them all."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.calendars: dict[str, str] = {}
        self.is_ours = False
        self.passed: Counter[str] = Counter()
        self.included: dict[str, int] = {}  # files that are not read, and how often
        self.stand_ins = 0  # events in place of such a file
        self._fallbacks = 0  # that are open
        self.timelines: list[str] = []
        self._done: deque[tuple[Node, str]] = deque()
        self._open: list[Node] = []
        self._lists: list[tuple[int, str]] = []
        self._holders: list[tuple[int, dict[str, str]]] = []
        self._naming = 0  # the depth of the name that is being read
        self._depth = self._nodes = self._size = 0
        self._calendar: str | None = None
        self._parser = self._made()

    def _made(self) -> Any:
        parser = expat.ParserCreate("utf-8", " ")
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.StartDoctypeDeclHandler = self._doctype
        return parser

    def __iter__(self) -> Iterator[tuple[Node, str]]:
        """Each event with the name of the list it stands in."""
        first = True
        while piece := self.source.read(CHUNK):
            if first:
                self._check_encoding(piece)
                piece, first = piece.removeprefix("\ufeff"), False
            self._feed(piece.encode("utf-8", "surrogatepass"))
            while self._done:
                yield self._done.popleft()
        self._feed(b"", True)
        while self._done:
            yield self._done.popleft()

    def _feed(self, raw: bytes, is_last: bool = False) -> None:
        try:
            self._parser.Parse(raw, is_last)
        except expat.ExpatError as error:
            message = expat.errors.messages[error.code]
            column = error.offset + 1
            wrong = (
                f"This is not XML: {message} (line {error.lineno}, column {column})."
            )
            raise BadFile(wrong, "", error.lineno) from None

    def _check_encoding(self, head: str) -> None:
        """A file is in the encoding it declares, or is refused by its name."""
        found = _DECLARED.match(head.lstrip("\ufeff \t\r\n"))
        if found is None or head.isascii():
            return
        try:
            declared = codecs.lookup(found[1]).name
        except LookupError:
            declared = found[1]
        read_as = codecs.lookup(self.source.encoding).name.removesuffix("-sig")
        if declared not in (read_as, "ascii") and not declared.startswith(read_as):
            wrong = f"The file says that it is {found[1]}."
            right = f"--encoding {found[1]}, or save it as UTF-8."
            raise BadFile(wrong, right, 1)

    # What the parser meets

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        line = self._parser.CurrentLineNumber
        namespace, _, name = tag.rpartition(" ")
        if self._depth == 1:
            check_root(f"{{{namespace}}}{name}" if namespace else name, ROOTS)
        if self._depth > DEEPEST:
            raise too_deep(line)
        if namespace != TEI:
            name = tag
        if tag.startswith(INCLUDES):
            self._include(tag, attributes)
        if self._open or name == "event":
            self.stand_ins += self._fallbacks > 0 and name == "event"
            self._inside(Node(name, _named(attributes), line), line)
        else:
            self._outside(name, attributes)

    def _include(self, tag: str, attributes: dict[str, str]) -> None:
        """Another file, which is not read; or what stands here in its place."""
        if tag.endswith(" fallback"):
            self._fallbacks += 1
        elif tag.endswith(" include"):
            file = attributes.get("href", "")[:LONGEST_NAME]
            if file not in self.included and len(self.included) == MOST_FILES:
                file = ""
            self.included[file] = self.included.get(file, 0) + 1

    def _inside(self, node: Node, line: int) -> None:
        if self._open:
            self._open[-1].children.append(node)
            self._nodes += 1
            if self._nodes > MOST_NODES:
                wrong = f"The event has more than {MOST_NODES:,} elements."
                raise BadFile(wrong, "", self._open[0].line)
        else:
            self._nodes = self._size = 0
            node.inside = self._holders[-1][1] if self._holders else {}
        self._open.append(node)

    def _outside(self, name: str, attributes: dict[str, str]) -> None:
        if name == "listEvent":
            self._lists.append((self._depth, attributes.get("n", "")))
        elif name == "application" and attributes.get("ident") == OURS:
            self.is_ours = True
        elif name == "calendar" and (key := attributes.get(f"{_XML}id")):
            self._calendar = key
            self.calendars.setdefault(key, "")
        elif name == "relation":
            self.passed[name] += 1
        elif name in HOLDERS:
            self.passed[name] += 1
            held = {name: attributes.get(f"{_XML}id", "")}
            self._holders.append((self._depth, held))
        elif self._lists and self._lists[-1][0] == self._depth - 1:
            self.passed[f"{name} of a list"] += 1
        elif self._holders and name in HOLDERS.values():
            held = self._holders[-1][1]
            if "name" not in held and HOLDERS.get(next(iter(held))) == name:
                held["name"], self._naming = "", self._depth

    def _end(self, tag: str) -> None:
        if tag.endswith(" fallback") and tag.startswith(INCLUDES):
            self._fallbacks -= 1
        if self._open:
            node = self._open.pop()
            if not self._open:
                self._done.append((node, self._lists[-1][1] if self._lists else ""))
        elif self._lists and self._lists[-1][0] == self._depth:
            self._lists.pop()
        elif self._holders and self._holders[-1][0] == self._depth:
            self._holders.pop()
        elif self._naming == self._depth:
            self._naming = 0
        elif tag == f"{_PREFIX}calendar":
            self._calendar = None
        self._depth -= 1

    def _characters(self, data: str) -> None:
        if self._open:
            self._size += len(data)
            if self._size > LONGEST:
                wrong = f"The event has more than {LONGEST:,} characters."
                raise BadFile(wrong, "", self._open[0].line)
            node = self._open[-1]
            if node.children:
                node.children[-1].tail += data
            else:
                node.text += data
        elif self._naming:
            held = self._holders[-1][1]
            held["name"] = f"{held['name']}{data}"[:LONGEST_NAME]
        elif self._calendar is not None and len(self.calendars) < 1_000:
            said = self.calendars[self._calendar]
            self.calendars[self._calendar] = f"{said}{data}"[:500]

    def _doctype(self, *_: Any) -> None:
        line = self._parser.CurrentLineNumber
        column = self._parser.CurrentColumnNumber + 1
        wrong = f"A document type is not taken (line {line}, column {column})."
        raise BadFile(wrong, NO_DOCTYPE, line)


def _named(attributes: dict[str, str]) -> dict[str, str]:
    """The attributes, `xml:id` and its like by that name."""
    if " " not in "".join(attributes):
        return attributes
    return {
        name.replace(_XML, "xml:").rpartition(" ")[2]: value
        for name, value in attributes.items()
    }
