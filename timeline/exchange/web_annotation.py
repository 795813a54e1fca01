"""W3C Web Annotations (2017) as JSON-LD: a citation is an annotation of its passage.

The target is a FragmentSelector (the passage), refined by the quote and by the position
in it, in code points. What the vocabulary has no words for (the event, its datings)
stands in names of our own with the prefix `tl:`, which other programs pass over.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO
from urllib.parse import quote, unquote

from .event_cells import DATING
from .event_records import EventRecord, Values
from .event_rows import tag_slug
from .foreign import (
    ForeignReader,
    Found,
    as_json,
    plain_text,
    record,
    records_in,
    whole_json,
    whole_number,
    words,
)
from .formats import Format
from .rows import Item, Row, Wrong
from .source import BadFile

CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"tl": "urn:historical-timeline:"}]
HTML = "http://tools.ietf.org/rfc/rfc3236"
EVENT = ("title", "summary", "link", "status", "importance", "group")
MOTIVES = {"witness": "identifying", "gloss": "describing", "mention": "linking"}
OWN = ("role", "quoted", "state", "note")
_DOCUMENT = re.compile(r"/documents/([^/#?]+)")


# Out


def annotation(event: EventRecord, citation: Values) -> dict[str, Any]:
    """One citation; the datings that rest on it stand with it."""
    document, passage = citation["passage"]
    timeline, slug = event.timeline, event.values["slug"]
    address = f"/timelines/{quote(timeline)}/events/{quote(slug, safe='')}/"
    datings = [d for d in event.datings if d["citation"] == citation["key"]]
    return {
        "id": f"/citations/{citation['key']}/",
        "type": "Annotation",
        "motivation": MOTIVES[citation["role"]],
        "body": [
            {"id": address, "type": "Text"},
            {
                "type": "TextualBody",
                "purpose": "describing",
                "format": "text/plain",
                "value": event.values["title"],
            },
        ],
        "target": {
            "source": f"/documents/{quote(document)}/",
            "selector": {
                "type": "FragmentSelector",
                "conformsTo": HTML,
                "value": passage,
                "refinedBy": _selectors(citation),
            },
        },
        "tl:citation": {name: citation[name] for name in OWN if citation[name]},
        "tl:event": {
            **{"timeline": timeline, "slug": slug},
            **{name: event.values[name] for name in EVENT if event.values[name]},
        },
        "tl:datings": [_dating(dating) for dating in datings],
    }


def _selectors(citation: Values) -> list[dict[str, Any]]:
    names = ("exact", "prefix", "suffix")
    selectors = [{"type": "TextQuoteSelector", **{n: citation[n] for n in names}}]
    if citation["start"] is not None:
        place = {"start": citation["start"], "end": citation["end"]}
        selectors.append({"type": "TextPositionSelector", **place})
    return selectors


def _dating(dating: Values) -> dict[str, Any]:
    shown = {n: dating[n] for n in DATING if n != "citation" and dating[n]}
    if "supplied" in shown:
        shown["supplied"] = json.loads(shown["supplied"])
    if not shown.get("supplied"):
        shown.pop("supplied", None)
    return {**shown, **({"edtf": dating["edtf"]} if dating["edtf"] else {})}


def write(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """A page of annotations; events that cite nothing are named at its end."""
    out.write(f'{{"@context": {_text(CONTEXT)},\n"type": "AnnotationPage",\n"items": [')
    before, left = "\n", []
    for some in events:
        for event in some:
            unplaced = [d["key"] for d in event.datings if d["citation"] is None]
            if unplaced or not event.citations:
                left.append(f"{event.timeline}/{event.values['slug']}")
            for citation in event.citations:
                out.write(before + _text(annotation(event, citation)))
                before = ",\n"
    out.write(f'\n],\n"tl:lost": {_text(list(LOSSES))},\n')
    out.write(f'"tl:withoutPassage": {_text(left)}}}\n')


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


# In


class WebAnnotationReader(ForeignReader):
    """Annotations of documents that are here."""

    opening, closing = '{"type": "AnnotationPage", "items": [\n', "\n]}\n"

    def found(self) -> Iterator[Found | Row]:
        """Our own by event, other programs' one by one."""
        ours: dict[tuple[str, str], Row] = {}
        for path, value in _annotations(whole_json(self.source)):
            try:
                one = record(value, "")
                if "tl:event" in one:
                    yield from self._ours(one, path, ours)
                else:
                    yield self._theirs(one, path)
            except Wrong as error:
                yield self.refused(path, value, error)
        yield from ours.values()

    def _ours(
        self, one: dict[str, Any], path: str, rows: dict[tuple[str, str], Row]
    ) -> Iterator[Row]:
        event = dict(record(one["tl:event"], "tl:event"))
        given = words(event.pop("timeline", ""), "tl:event.timeline")
        timeline = self.defaults.timeline or given
        slug = words(event.get("slug"), "tl:event.slug")
        if not timeline or not slug:
            raise Wrong("The event is not named.", "timeline and slug.", "tl:event")
        citation = self._citation(one, (timeline, slug))
        datings = [
            {**record(dating, "tl:datings"), "event": [timeline, slug]}
            for dating in records_in(one.get("tl:datings"), "tl:datings")
        ]
        row = rows.get((timeline, slug))
        if row is None:
            ensured = Item(
                "timeline", {"slug": timeline, "title": timeline}, ensured=True
            )
            yield Row(None, [ensured], counted=False)
            row = rows[timeline, slug] = Row(None, [], (), path)
            event["timeline"] = [timeline]
            row.items.append(Item("event", event))
        row.raw = (*row.raw, one)
        row.items.append(Item("citation", citation))
        for dating in datings:
            dating.pop("edtf", None)
            dating["citation"] = [citation["key"]]
            row.items.append(Item("dating", dating))

    def rejected(self, row: Row) -> str:
        """The annotation as it stood in the file; of an event of ours all of them."""
        ours = row.raw if isinstance(row.raw, tuple) else (row.raw,)
        return self.between.join(map(as_json, ours))

    def _citation(self, one: dict[str, Any], event: tuple[str, str]) -> dict[str, Any]:
        cells = self._target(one)
        own = record(one.get("tl:citation"), "tl:citation")
        fields: dict[str, Any] = {n: own[n] for n in OWN if n in own}
        key = words(one.get("id"), "id").rstrip("/").rpartition("/")[2]
        if "passage" not in cells:
            right = "A FragmentSelector with its key."
            raise Wrong("The passage is not named.", right, "target.selector")
        for name in ("exact", "prefix", "suffix"):
            fields[name] = cells.get("quote" if name == "exact" else name, "")
        for name in ("start", "end"):
            if name in cells:
                fields[name] = int(cells[name])
        place = [cells["document"], cells["passage"]]
        return {**fields, "key": key, "event": list(event), "passage": place}

    def _theirs(self, one: dict[str, Any], path: str) -> Found:
        """An annotation of another program: an event that cites these words."""
        cells = self._target(one)
        says, tags = [], []
        for body in _list(one.get("body")):
            part = {"value": body} if isinstance(body, str) else record(body, "body")
            text = plain_text(words(part.get("value"), "body.value")).strip()
            if part.get("purpose") == "tagging" and text:
                tags.append(["topic", tag_slug(text), text])
            elif text:
                says.append(text)
        if not cells.get("quote"):
            right = "A TextQuoteSelector."
            raise Wrong("No words are quoted.", right, "target.selector")
        if "passage" not in cells:  # then these count from the start of a page
            cells.pop("start", None), cells.pop("end", None)
        title = " ".join((says[0] if says else cells["quote"]).split())
        cells["title"] = title if len(title) <= 200 else f"{title[:199]}…"
        cells["description"] = "\n\n".join(says)
        cells["id"] = words(one.get("id"), "id")[:200]
        names = {"@context", "id", "type", "body", "target"}
        kept = {k: v for k, v in one.items() if k not in names}
        extra = {"web_annotation": kept} if kept else {}
        return Found(path, cells, extra, {"tags": tags} if tags else {}, one)

    def _target(self, one: dict[str, Any]) -> dict[str, str]:
        """Document, passage, words and place, as the cells of a table."""
        targets = _list(one.get("target"))
        if len(targets) != 1:
            raise Wrong("There is not exactly one target.", "One each.", "target")
        target = targets[0]
        target = (
            {"source": target} if isinstance(target, str) else record(target, "target")
        )
        source = target.get("source", target.get("id"))
        source = source.get("id") if isinstance(source, dict) else source
        source, _, fragment = words(source, "target.source").partition("#")
        cells = {"passage": unquote(fragment)} if fragment else {}
        slug = _DOCUMENT.search(source)
        document = unquote(slug[1]) if slug else self.defaults.document
        if not document:
            right = "/documents/<slug>/, or --document."
            raise Wrong("The document is not named.", right, "target.source")
        cells["document"] = document
        _select(target.get("selector"), cells, 0)
        return cells


def _select(selectors: Any, cells: dict[str, str], depth: int) -> None:
    """What the selectors say, those that refine others last."""
    if depth > 8:
        raise Wrong("Selectors refine each other too deep.", "", "target.selector")
    for selector in _list(selectors):
        one = record(selector, "target.selector")
        kind = words(one.get("type"), "target.selector.type").rpartition("#")[2]
        kind = kind.removeprefix("oa:")
        if kind == "FragmentSelector":
            cells["passage"] = words(one.get("value"), "value").lstrip("#")
        elif kind == "TextQuoteSelector":
            cells["quote"] = words(one.get("exact"), "exact")
            cells |= {n: words(one[n], n) for n in ("prefix", "suffix") if one.get(n)}
        elif kind == "TextPositionSelector":
            for name in ("start", "end"):
                if (number := whole_number(one.get(name), name)) is not None:
                    cells[name] = str(number)
        else:
            right = "FragmentSelector, TextQuoteSelector or TextPositionSelector."
            raise Wrong(f"“{kind}” selects no words.", right, "target.selector.type")
        _select(one.get("refinedBy"), cells, depth + 1)


def _annotations(file: Any) -> Iterator[tuple[str, Any]]:
    """The annotations of a page, a collection, a list, or one alone."""
    if isinstance(file, dict) and isinstance(file.get("first"), dict):
        yield from ((f"first.{p}", one) for p, one in _annotations(file["first"]))
    elif isinstance(file, dict) and "items" in file:
        items = records_in(file["items"], "items")
        yield from ((f"items[{n}]", one) for n, one in enumerate(items))
    elif isinstance(file, list):
        items = records_in(file, "")
        yield from ((f"[{n}]", one) for n, one in enumerate(items))
    elif isinstance(file, dict) and "target" in file:
        yield "", file
    else:
        raise BadFile("There are no annotations.", '{"items": [ … ]}', column="items")


def _list(value: Any) -> list[Any]:
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def sniff(head: str) -> bool:
    """Annotations by their context, or by type and target."""
    start = head.lstrip("\ufeff \t\r\n")
    typed = '"Annotation"' in start and '"target"' in start
    return start[:1] in ("{", "[") and (typed or "www.w3.org/ns/anno" in start)


LOSSES = (
    "Documents, passages and revisions: annotations point into documents.",
    "Events without a citation, and datings that rest on none: named in "
    "`tl:withoutPassage`.",
    "Tags, media, publication, columns kept in `extra`, versions and history.",
)
WEB_ANNOTATION = Format(
    name="web-annotation",
    suffixes=(".jsonld", ".anno.json"),
    sniff=sniff,
    read=WebAnnotationReader,
    write=write,
    losses=LOSSES,
    about="citations as W3C Web Annotations",
)
