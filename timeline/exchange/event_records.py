"""Events one by one, each with all that hangs on it: for a row an event."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from .export import parents, tags_of_events
from .lookup import match
from .stream import by_code_point, pages, shown
from .tables import BY_NAME, Table

Values = dict[str, Any]
DATED = (
    "EXISTS (SELECT 1 FROM timeline_dating d WHERE d.event_id = t.id "
    "AND d.status = 'accepted' AND d.edtf_written <> '')"
)


@dataclass(slots=True)
class EventRecord:
    """An event with its datings, citations and tags, as plain values."""

    timeline: str
    values: Values
    tags: list[tuple[str, str, str]]
    datings: list[Values] = field(default_factory=list)
    citations: list[Values] = field(default_factory=list)

    @property
    def accepted(self) -> Values | None:
        """The dating the mark follows."""
        return next((d for d in self.datings if d["status"] == "accepted"), None)

    @property
    def witness(self) -> Values | None:
        """The citation the accepted dating rests on, else the first witness."""
        accepted = self.accepted
        key = accepted["citation"] if accepted else None
        placed = [c for c in self.citations if c["state"] != "lost"]
        own = [c for c in placed if c["key"] == key]
        others = [c for c in placed if c["role"] == "witness"]
        return next(iter(own + others), None)


def records(using: str, timeline: int | None = None) -> Iterator[list[EventRecord]]:
    """The events by timeline and slug, in pages."""
    rows = f"FROM timeline_event t WHERE t.timeline_id = %s AND {shown()}"
    order = by_code_point(using, "t.slug")
    for pk, slug in _timelines(using, timeline):
        yield from _read(using, pk, slug, f"{rows} ORDER BY {order}")


def by_date(using: str, timeline: int | None = None) -> Iterator[list[EventRecord]]:
    """The events of each timeline as their marks stand, then those without a date.

    An index holds the marks in this order, up to the end of a date.
    """
    slug_order = by_code_point(using, "t.slug")
    dated = (
        "FROM timeline_mark m JOIN timeline_event t ON t.id = m.event_id "
        f"WHERE m.timeline_id = %s AND {DATED} AND {shown()} "
        f"ORDER BY m.sort_start, m.sort_seconds, m.sort_end, {slug_order}"
    )
    undated = (
        f"FROM timeline_event t WHERE t.timeline_id = %s AND NOT {DATED} AND {shown()} "
        f"ORDER BY {slug_order}"
    )
    for pk, slug in _timelines(using, timeline):
        yield from _read(using, pk, slug, dated)
        yield from _read(using, pk, slug, undated)


def _timelines(using: str, timeline: int | None) -> Iterator[tuple[int, str]]:
    """One timeline, or all by slug: primary key and slug."""
    for pk in parents(using, "timeline") if timeline is None else [timeline]:
        ((slug,),) = match(using, "timeline_timeline", ("id",), [(pk,)], "t.slug")
        yield pk, slug


def _read(
    using: str, timeline: int, slug: str, rows: str
) -> Iterator[list[EventRecord]]:
    columns = ", ".join(f't."{c}"' for c in ("id", *BY_NAME["event"].columns))
    for page in pages(using, f"SELECT {columns} {rows}", [timeline]):
        yield _complete(using, slug, page)


def _complete(using: str, timeline: str, page: list[Any]) -> list[EventRecord]:
    table = BY_NAME["event"]
    keys = [(row[0],) for row in page]
    tags = tags_of_events(using, keys)
    found = {
        row[0]: EventRecord(timeline, table.stored(row[1:]), tags.get(row[0], []))
        for row in page
    }
    citations = _hanging(using, BY_NAME["citation"], keys)
    _name_passages(using, citations)
    by_pk = {values["id"]: values["key"] for values in citations}
    for values in citations:
        found[values["event_id"]].citations.append(values)
    for values in _hanging(using, BY_NAME["dating"], keys):
        values["citation"] = by_pk.get(values["citation_id"])
        found[values["event_id"]].datings.append(values)
    return list(found.values())


def _hanging(using: str, table: Table, keys: list[tuple[int]]) -> list[Values]:
    """The rows of a table that hang on these events, by their keys."""
    columns = ", ".join(f't."{c}"' for c in ("id", *table.columns))
    rows = match(using, table.db_table, ("event_id",), keys, columns)
    found = [{"id": pk, **table.stored(row)} for pk, *row in rows]
    return sorted(found, key=lambda values: values["key"])


def _name_passages(using: str, citations: list[Values]) -> None:
    """Passages and revisions by their natural keys."""
    passages = _names(using, "passage", {c["passage_id"] for c in citations})
    lost = {c["lost_in_id"] for c in citations} - {None}
    revisions = _names(using, "revision", lost)
    for values in citations:
        values["passage"] = passages[values["passage_id"]]
        values["lost_in"] = revisions.get(values["lost_in_id"])


def _names(using: str, name: str, pks: set[int]) -> dict[int, list[Any]]:
    """Document slug and own part of the key of passages or revisions."""
    table, part = BY_NAME[name], BY_NAME[name].natural[1]
    columns = f't.id, t.document_id, t."{part}"'
    rows = match(using, table.db_table, ("id",), [(pk,) for pk in pks], columns)
    ids = {(document,) for _, document, _ in rows}
    documents = dict(match(using, "timeline_document", ("id",), ids, "t.id, t.slug"))
    return {pk: [documents[document], own] for pk, document, own in rows}
