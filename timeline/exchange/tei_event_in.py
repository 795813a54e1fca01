"""Events of other people's TEI: `listEvent` / `event` as the cells of a row.

The date is the event's own, else that of a `date` in its label or description. A quote
beside a pointer to a passage is a citation. What we have no field for stays in `extra`.
"""

import re
from collections.abc import Iterator
from typing import Any

from timeline.dates import DateContext, HistoricalDate, read_date

from .foreign import Found, address
from .rows import Wrong
from .tei_calendars import Calendars
from .tei_dates import DATING, Said, said
from .tei_event_own import passage_of
from .tei_event_words import short, unread, words
from .tei_stream import Node

NAME = "tei"
POINTERS = ("source", "corresp", "ref", "facs", "sameAs")
HEADS = ("label", "head", "eventName")
QUOTES = ("cit", "quote", "q")
APART = {"person", "place", "org", "relation", "figure"}
"""What is told of others: an address there is not one of the event."""
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}(?:/\d{4}-\d{2}-\d{2})?", re.ASCII)


def found_event(node: Node, path: str, calendars: Calendars, document: str) -> Found:
    """An event of a file."""
    texts = [c for c in node.children if c.name in ("desc", "p", "ab") and words(c)]
    heads = [c for c in node.children if c.name in HEADS]
    heads += [name for text in texts for name in text.all("eventName")]
    label = next(filter(words, heads), None)
    title = words(label) if label is not None else words(texts[0]) if texts else ""
    if not title:
        raise Wrong("The event has no label.", "<label>What happened</label>", "label")
    cells = {"id": node.get("xml:id").strip(), "title": short(title)}
    cells["description"] = "\n\n".join(map(words, texts))
    kept: dict[str, Any] = {}
    if group := node.get("type").strip():
        cells["group"] = group
    date = _date_element(node, label, texts)
    dating, others = _dated(node, date, calendars, cells, kept)
    if not cells["date"] and label is not None and _DAY.fullmatch(words(label)):
        cells["date"] = words(label)
    cells["url"] = _link(node, kept)
    more: dict[str, Any] = {"dating": dating} if dating else {}
    if others:
        more["datings"] = others
    _cite(node, document, cells, more, kept)
    read = {"xml:id", "type", *DATING}
    if left := {k: v for k, v in node.attributes.items() if k not in read}:
        kept["attributes"] = left
    if node.inside:
        kept["inside"] = {n: " ".join(v.split()) for n, v in node.inside.items() if v}
    if notes := [words(c) for c in node.children if c.name == "note" and words(c)]:
        kept["notes"] = notes
    if left := unread(node, [label, date], QUOTES if "quote" in cells else ()):
        kept["elements"] = left
    return Found(path, cells, {NAME: kept} if kept else {}, more, node, node.line)


# Dates


def _date_element(node: Node, label: Node | None, texts: list[Node]) -> Node | None:
    """The `date` that says when: in the label, else the first in the description."""
    places = [label, *texts] if label is not None else texts
    dates = [date for place in places for date in place.all("date")]
    direct = [child for child in node.children if child.name == "date"]
    told = [d for d in (*direct, *dates) if DATING & d.attributes.keys()]
    return next(iter(told or [*direct, *dates]), None)


def _dated(
    node: Node,
    date: Node | None,
    calendars: Calendars,
    cells: dict[str, str],
    kept: dict[str, Any],
) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    """The date as cells, what they do not say of it, and readings that are rejected."""
    own = said(node.attributes, calendars)
    beside = said(date.attributes, calendars) if date is not None else None
    printed = words(date) if date is not None else ""
    found = own or beside
    if found is None:
        cells["date"] = printed
        return {}, []
    if own and beside and not own.date.meets(beside.date):
        wrong = f"{own.why} and, in the text, {beside.why} are different days."
        raise Wrong(wrong, "The same day in both.", "date")
    _keep(found, kept)
    cells["date"] = found.date.edtf_written
    cells["calendar"] = found.date.calendar.value
    dating = {"as_written": printed} if printed else {}
    corrected = _corrected(date) if date is not None else None
    if corrected is None:
        return dating, []
    dating |= {"kind": "correction", "reason": corrected}
    return dating, _misprint(printed, found.date, corrected)


def _keep(found: Said, kept: dict[str, Any]) -> None:
    """Remember what of the attributes the date does not hold."""
    if found.left:
        kept["dating"] = dict(found.left)
    if found.note:
        kept["calendar"] = found.note


def _corrected(date: Node) -> str | None:
    """What is said of a date whose words the file corrects."""
    for choice in date.all("choice"):
        parts = {child.name: words(child) for child in choice.children}
        if "sic" in parts and "corr" in parts:
            return f"The file corrects “{parts['sic']}” to “{parts['corr']}”."
    return None


def _misprint(printed: str, date: HistoricalDate, reason: str) -> list[dict[str, Any]]:
    """The reading of the printed words, rejected, where they have one other reading."""
    context = DateContext(calendar=date.calendar, document_date=date)
    reading = read_date(printed, context).reading
    if reading is None or reading.date.meets(date):
        return []
    return [
        {
            "as_written": printed,
            "edtf_written": reading.date.edtf_written,
            "calendar": reading.date.calendar.value,
            "status": "rejected",
            "kind": "misprint",
            "reason": reason,
        }
    ]


# Pointers


def _link(node: Node, kept: dict[str, Any]) -> str:
    """The first address of a page; other pointers are kept."""
    link, others = "", []
    for pointer in _pointers(node):
        target = pointer.get("target") or pointer.get("source")
        if pointer.name == "idno":
            target = words(pointer)
        for one in target.split():
            found = address(one, "target")
            if found and not link:
                link = found
            elif not passage_of(one)[1] or found:
                others.append(one)
    if others:
        kept["pointers"] = others
    if sources := [words(b) for b in node.children if b.name == "bibl" and words(b)]:
        kept["sources"] = sources
    return link


def _pointers(node: Node) -> Iterator[Node]:
    """What points somewhere for the event itself."""
    for child in node.children:
        if child.name in ("ptr", "ref", "bibl", "idno"):
            yield child
        if child.name not in APART | {"event", "listEvent"}:
            yield from _pointers(child)


def _cite(
    node: Node,
    document: str,
    cells: dict[str, str],
    more: dict[str, Any],
    kept: dict[str, Any],
) -> None:
    """Quotes beside a pointer to a passage; the first is the witness of the date."""
    inside = next(_passages(node, document), None)
    cited = []
    for place in node.all(*QUOTES):
        if place.name != "cit" and any(place in c.children for c in node.all("cit")):
            continue
        quotes = list(place.all("quote", "q")) if place.name == "cit" else [place]
        pointed = next(_passages(place, document), inside)
        if quotes and pointed is not None:
            cited.append((pointed, words(quotes[0])))
    if cited:
        (slug, passage), quote = cited[0]
        cells |= {"document": slug, "passage": passage, "quote": quote}
    elif inside is not None:
        kept["passage"] = "#".join(inside)
    if further := cited[1:]:
        more["citations"] = [
            {"passage": list(place), "exact": quote} for place, quote in further
        ]


def _passages(node: Node, document: str) -> Iterator[tuple[str, str]]:
    """The passages an element, or one inside it, points to."""
    for element in (
        node,
        *node.all("ptr", "ref", "bibl", "date", "quote", "q", "desc"),
    ):
        values = [element.get(n) for n in (*POINTERS, "target") if element.get(n)]
        for pointer in " ".join(values).split():
            slug, key = passage_of(pointer)
            slug = slug or (document if pointer.startswith("#") else "")
            if slug and key:
                yield slug, key
