"""Line ends, verse, addresses and cells of a TEI text."""

from typing import Any

from timeline.passages import Kind

from .tei_flow import Context
from .tei_walk import Handler, Walk
from .tei_xml import name_of


def line_end(walk: Walk, element: Any) -> None:
    """`lb`: a line end, unless it stands inside a word."""
    if element.get("break") == "no":
        walk.report.joined += 1
        return
    walk.flow.break_line()


def verse_line(walk: Walk, element: Any) -> None:
    """`l`: a line of the stanza that is open."""
    walk.flow.begin_line()
    walk.words(element)
    walk.flow.end_line()


def address_line(walk: Walk, element: Any) -> None:
    """`addrLine`: a line of an address, each after the one before."""
    before = element.getprevious()
    if before is not None and name_of(before) == "addrLine":
        walk.flow.break_line()
    walk.words(element)


def stanza(walk: Walk, element: Any) -> None:
    """`lg`: a passage of verse."""
    walk.inside(element, Context(Kind.VERSE))


def cell(walk: Walk, element: Any) -> None:
    """`cell`: a tab stands between two of a row."""
    if walk.flow.part is not None and walk.flow.part.size:
        walk.flow.part.end_line("\t")
    walk.report.cells += 1
    walk.words(element)


LINES: dict[str, Handler] = {
    "lb": line_end,
    "l": verse_line,
    "lg": stanza,
    "cell": cell,
    "addrLine": address_line,
}
