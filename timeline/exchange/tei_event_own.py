"""Events that we wrote as TEI ourselves: every row comes back as it was.

What stands in elements and attributes counts; the JSON beside it says the rest.
"""

from collections import Counter
from typing import Any
from urllib.parse import unquote

from .json_values import decode
from .rows import Item, Wrong
from .tei_calendars import Calendars
from .tei_dates import said
from .tei_stream import CITED, Node

SHAPES = {"event": dict, "datings": dict, "citations": dict, "tags": list, "slug": str}
Fields = dict[str, Any]


class OwnEvent:
    """An event of ours: its fields, and those of what hangs on it."""

    def __init__(self, node: Node, timeline: str, calendars: Calendars) -> None:
        self.node, self.calendars = node, calendars
        self.unread: Counter[str] = Counter()
        self.datings: list[Fields] = []
        self.citations: list[Fields] = []
        self.tags: list[tuple[str, str, str]] = []
        self.more = _more(node)
        slug = self.more.get("slug", node.get("n"))
        if not timeline or not slug:
            right = "<listEvent n=…><event n=…>"
            raise Wrong("The event or its timeline is not named.", right, "n")
        self.place = [timeline, slug]
        self.fields: Fields = {"timeline": [timeline], "slug": slug}
        for child in node.children:
            self._read(child)
        self.fields |= self.more.get("event", {})
        self._name_tags()

    def items(self) -> list[Item]:
        """The rows, in the order in which they refer."""
        return [
            Item("event", self.fields),
            *(Item("citation", fields) for fields in self.citations),
            *(Item("dating", fields) for fields in self.datings),
        ]

    def _read(self, child: Node) -> None:
        kind = child.get("type")
        if child.name == "label":
            self.fields["title"] = child.text
        elif child.name == "desc" and kind == "dating":
            self.datings.append(self._dating(child))
        elif child.name == "desc" and not kind:
            self.fields["summary"] = child.text
        elif child.name == "note" and kind == "citation":
            self.citations.append(self._citation(child))
        elif child.name == "note" and kind == "tag":
            self.tags.append((child.get("subtype"), child.get("n"), child.text))
        elif child.name == "bibl" and kind == "link":
            self.fields["link"] = next((p.get("target") for p in child.all("ptr")), "")
        elif not (child.name == "note" and kind == "more"):
            self.unread[child.name] += 1

    def _dating(self, desc: Node) -> Fields:
        date = next(desc.all("date"), None)
        key, status = desc.get("n"), desc.get("subtype")
        fields: Fields = {"key": key, "event": self.place, "status": status}
        source = desc.get("source").removeprefix("#")
        cited = source.removeprefix(CITED)
        fields["citation"] = [cited] if source else None
        if date is not None:
            sic = next(date.all("sic"), None)
            fields["as_written"] = sic.text if sic is not None else date.text
        own = date.attributes if date is not None else {}
        fields |= self._date(self.node.attributes if status == "accepted" else own)
        return {**fields, **self.more.get("datings", {}).get(key, {})}

    def _date(self, attributes: dict[str, str]) -> Fields:
        """EDTF as it is written in `when-custom`, else as the attributes say it."""
        found = said(attributes, self.calendars, ours=True)
        if found is None:
            return {"edtf_written": ""}
        return {
            "edtf_written": attributes.get("when-custom") or found.date.edtf_written,
            "calendar": found.date.calendar.value,
        }

    def _citation(self, note: Node) -> Fields:
        quote = next(note.all("quote"), None)
        target = next((p.get("target") for p in note.all("ptr")), "")
        document, passage = passage_of(target)
        if not document or not passage:
            right = "documents/<slug>#<passage>"
            raise Wrong("The passage is not named.", right, "target")
        key = note.get("n")
        fields: Fields = {
            "key": key,
            "event": self.place,
            "passage": [document, passage],
            "role": note.get("subtype") or "witness",
            "exact": quote.text if quote is not None else "",
        }
        return {**fields, **self.more.get("citations", {}).get(key, {})}

    def _name_tags(self) -> None:
        """Tags by their natural keys; a name that XML cannot hold is in the JSON."""
        whole = [one for one in self.more.get("tags", []) if _is_tag(one)]
        named = {(kind, slug): name for kind, slug, name in whole}
        self.tags = [(k, s, named.get((k, s), n)) for k, s, n in self.tags]
        self.fields["tags"] = [[kind, slug] for kind, slug, _ in self.tags]


def passage_of(target: str) -> tuple[str, str]:
    """Document and passage that a pointer names: `documents/letter#p3`, or `#p3`."""
    page, _, fragment = target.partition("#")
    before, _, slug = page.rstrip("/").rpartition("/")
    is_document = before == "documents" or before.endswith("/documents")
    return unquote(slug) if is_document else "", unquote(fragment)


def _more(node: Node) -> Fields:
    """The JSON beside the elements."""
    for child in node.children:
        if child.name == "note" and child.get("type") == "more":
            value = decode(child.text, child.line)
            known = isinstance(value, dict) and value.keys() <= SHAPES.keys()
            if not known or any(type(v) is not SHAPES[k] for k, v in value.items()):
                raise Wrong("The note “more” is none of ours.", column="note")
            for name in ("datings", "citations"):
                if any(type(v) is not dict for v in value.get(name, {}).values()):
                    raise Wrong("The note “more” is none of ours.", column="note")
            return dict(value)
    return {}


def _is_tag(value: Any) -> bool:
    return isinstance(value, list) and [type(part) for part in value] == [str] * 3
