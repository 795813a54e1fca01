"""Export as objects of a fixture: by table, then by natural key, in a stream.

Memory does not grow with the number of rows. Texts are sorted by code point and the
names of every object as well, so both databases give the same bytes.
"""

import json
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from .bulk import TAGS
from .checks import canonical
from .lookup import match
from .stream import by_code_point, pages, shown
from .tables import BY_NAME, TABLES, Table, as_moment

TEXT = json.encoder.encode_basestring
Encoder = Callable[[Any], str]

# Which rows belong to one timeline: its events, what they rest on and are tagged with.
EVENTS = "SELECT id FROM timeline_event WHERE timeline_id = %s"
PASSAGES = f"SELECT passage_id FROM timeline_citation WHERE event_id IN ({EVENTS})"
DOCUMENTS = f"SELECT document_id FROM timeline_passage WHERE id IN ({PASSAGES})"
OF_TIMELINE = {
    "timeline": "t.id = %s",
    "document": f"t.id IN ({DOCUMENTS})",
    "revision": f"t.document_id IN ({DOCUMENTS})",
    "passage": f"t.document_id IN ({DOCUMENTS})",
    "notelink": f"r_marker_passage.document_id IN ({DOCUMENTS})",
    "tag": f"t.id IN (SELECT tag_id FROM {TAGS} WHERE event_id IN ({EVENTS}))",
    "event": "t.timeline_id = %s",
    "citation": f"t.event_id IN ({EVENTS})",
    "dating": f"t.event_id IN ({EVENTS})",
    "proposal": f"t.document_id IN ({DOCUMENTS}) AND (t.citation_id IS NULL OR "
    f"r_citation.event_id IN ({EVENTS}))",
}
# Tables that are read parent by parent: an index has their order then.
PARENTS = {"event": "timeline", "passage": "document", "revision": "document"}


def objects(using: str, timeline: int | None = None) -> Iterator[list[str]]:
    """Every object, or those of one timeline, in pages of JSON texts."""
    for table in TABLES:
        yield from Objects(using, table).pages(timeline)


class Objects:
    """The rows of one table, with the natural keys of all they refer to."""

    def __init__(self, using: str, table: Table) -> None:
        self.using, self.table = using, table
        self._joins: dict[str, str] = {}
        self._columns: list[str] = []
        self._encoders = [self._encoder(name) for name in table.fields]
        self._order = [self._sortable(c) for c in self._natural("t", table)]
        self._tags: dict[int, str] = {}

    def pages(self, timeline: int | None) -> Iterator[list[str]]:
        """The objects in their order, in pages."""
        where, params = "1 = 1", []
        if timeline is not None:
            where = OF_TIMELINE[self.table.name]
            params = [timeline] * where.count("%s")
        parent = PARENTS.get(self.table.name)
        if parent is None:
            yield from self._pages(where, params, self._order)
            return
        column = self.table.references[parent].column
        for pk in parents(self.using, parent):
            if timeline in (None, pk) or parent != "timeline":
                mine = f"t.{column} = %s AND {where}"
                yield from self._pages(mine, [pk, *params], self._order[1:])

    def _pages(
        self, where: str, params: Sequence[Any], order: list[str]
    ) -> Iterator[list[str]]:
        sql = (
            f"SELECT {', '.join(self._columns)} FROM {self.table.db_table} t "
            f"{' '.join(self._joins.values())} WHERE {where} AND {shown()} "
            f"ORDER BY {', '.join(order)}"
        )
        fields = ", ".join(f'"{name}": %s' for name in self.table.fields)
        label = f"timeline.{self.table.name}"
        frame = f'{{"fields": {{{fields}}}, "model": "{label}"}}'
        encoders = self._encoders
        for page in pages(self.using, sql, params):
            if self.table.has_tags:
                self._load_tags(page)
            yield [frame % tuple([f(row) for f in encoders]) for row in page]

    # Columns

    def _encoder(self, name: str) -> Encoder:
        table, at = self.table, len(self._columns)
        if name in table.references:
            self._columns += self._key("t", table, name)
            return _key_encoder(at, len(self._columns))
        if name == "tags" and table.has_tags:
            self._columns.append("t.id")
            return lambda row: self._tags.get(row[at], "[]")
        self._columns.append(f't."{name}"')
        if name in table.json_columns:
            return lambda row: _json_text(row[at])
        if name in table.moment_columns:
            return lambda row: TEXT(as_moment(row[at]))
        if name in table.number_columns:
            return lambda row: "null" if row[at] is None else str(row[at])
        return lambda row: TEXT(row[at])

    def _key(self, alias: str, table: Table, name: str) -> list[str]:
        """The columns of the natural key behind a reference, and the joins to them."""
        reference = table.references[name]
        target = BY_NAME[reference.table]
        other = f"r_{name}" if alias == "t" else f"{alias}_{name}"
        self._joins[other] = (
            f"LEFT JOIN {target.db_table} {other} ON "
            f'{other}.id = {alias}."{reference.column}"'
        )
        return self._natural(other, target)

    def _natural(self, alias: str, table: Table) -> list[str]:
        columns: list[str] = []
        for part in table.natural:
            if part in table.references:
                columns += self._key(alias, table, part)
            else:
                columns.append(f'{alias}."{part}"')
        return columns

    def _sortable(self, column: str) -> str:
        if column.endswith(('."number"', '."start"', '."end"')):
            return column
        return by_code_point(self.using, column)

    def _load_tags(self, page: list[Any]) -> None:
        """The tags of a page of events."""
        at = self._columns.index("t.id")
        keys = [(row[at],) for row in page]
        found = tags_of_events(self.using, keys)
        self._tags = {
            event: json.dumps([tag[:2] for tag in tags], ensure_ascii=False)
            for event, tags in found.items()
        }


def tags_of_events(
    using: str, keys: Sequence[tuple[int]]
) -> dict[int, list[tuple[str, str, str]]]:
    """Kind, slug and name of the tags of events, sorted."""
    links = match(using, TAGS, ("event_id",), keys, "t.event_id, t.tag_id")
    if not links:
        return {}
    ids = {(tag,) for _, tag in links}
    table = BY_NAME["tag"].db_table
    columns = "t.id, t.kind, t.slug, t.name"
    tags = {pk: tuple(tag) for pk, *tag in match(using, table, ("id",), ids, columns)}
    found: dict[int, list[tuple[str, str, str]]] = {}
    for event, tag in links:
        if tag in tags:
            found.setdefault(event, []).append(tags[tag])
    return {event: sorted(each) for event, each in found.items()}


def parents(using: str, name: str) -> list[int]:
    """The primary keys of timelines or documents, by slug."""
    table = BY_NAME[name].db_table
    order = by_code_point(using, "t.slug")
    sql = f"SELECT t.id FROM {table} t WHERE {shown()} ORDER BY {order}"
    return [pk for page in pages(using, sql) for (pk,) in page]


def _key_encoder(start: int, end: int) -> Encoder:
    """A natural key as a list, or null where there is no row."""
    if end - start == 1:
        return lambda row: "null" if row[start] is None else f"[{TEXT(row[start])}]"

    def encode(row: Any) -> str:
        if row[start] is None:
            return "null"
        parts = [
            TEXT(part) if type(part) is str else str(part) for part in row[start:end]
        ]
        return f"[{', '.join(parts)}]"

    return encode


def _json_text(value: str) -> str:
    return value if value in ("{}", "[]") else canonical(json.loads(value))
