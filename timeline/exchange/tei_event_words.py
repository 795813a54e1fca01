"""The words of an event of other people's TEI, and the elements nobody asks for.

What we have no field for stays as the file has it: persons, places, further names.
"""

import re
from collections.abc import Collection, Iterator

from .tei_dates import DATING
from .tei_stream import Node
from .tei_write import written

LONGEST_TITLE = 200
READ = {"note", "ptr", "ref", "idno", "bibl"}
APART = {"event", "listEvent"}
POINTS = {"target"}
TEXTS = {"desc", "p", "ab"}
SILENT = {"note", "event", "listEvent", "figure"}
_PRINTED = {"choice": ("sic", "orig", "abbr", "am"), "app": ("lem", "rdg")}
_SPACE = re.compile(r"[ \t\r\n]+")


def words(node: Node) -> str:
    """What an element prints on one line; of alternatives the printed one."""
    return _SPACE.sub(" ", "".join(_pieces(node))).strip(" \t\r\n")


def _pieces(node: Node) -> Iterator[str]:
    chosen = _PRINTED.get(node.name)
    if chosen is not None:
        printed = next(
            (c for name in chosen for c in node.children if c.name == name), None
        )
        first = printed or next(iter(node.children), None)
        if first is not None:
            yield from _pieces(first)
        return
    yield node.text
    for child in node.children:
        if child.name == "lb":
            yield " "
        elif child.name not in SILENT:
            yield from _pieces(child)
        yield child.tail


def short(title: str) -> str:
    """A title that fits its column."""
    return title if len(title) <= LONGEST_TITLE else f"{title[: LONGEST_TITLE - 1]}…"


def unread(
    node: Node, read: Collection[Node | None], names: Collection[str]
) -> list[str]:
    """The children of an event that are neither among those read nor of these names.

    What is read for its words is kept too where it says more than words: a type, a
    language, the key of a person, a figure.
    """
    return [
        _SPACE.sub(" ", written(child, tail=False)).strip()
        for child in node.children
        if child.name not in names
        and child.name not in APART
        and (_says_more(child, read) if _is_read(child, read) else True)
        and (child.children or child.attributes or words(child))
    ]


def _is_read(child: Node, read: Collection[Node | None]) -> bool:
    return child in read or child.name in READ or child.name in TEXTS


def _says_more(node: Node, read: Collection[Node | None]) -> bool:
    """Whether an element has a figure or attributes that nobody reads, also within."""
    known = POINTS if node.name in ("ptr", "ref") else DATING if node in read else ()
    more = node.name == "figure" or not node.attributes.keys() <= set(known)
    return more or any(_says_more(child, read) for child in node.children)
