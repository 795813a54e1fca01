"""Export as objects of a fixture: by table, then by natural key, in a stream.

Memory does not grow with the number of rows. Texts are sorted by code point and the
names of every object as well, so both databases give the same bytes.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .bulk import TAGS
from .encoding import Columns, Field, key_field, kind_of, tags_text
from .lookup import match
from .stream import by_code_point, pages, shown
from .tables import BY_NAME, TABLES, Table

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
        self._fields = [self._field(name) for name in table.fields]
        self._order = [self._sortable(c) for c in self._natural("t", table)]
        fields = ", ".join(
            f'"{name}": {field.frame}'
            for name, field in zip(table.fields, self._fields, strict=True)
        )
        label = f"timeline.{table.name}"
        self._frame = f'{{"fields": {{{fields}}}, "model": "{label}"}}'

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
        for page in pages(self.using, sql, params):
            columns = list(zip(*page, strict=True))
            encoded: list[Iterable[Any]] = []
            for field in self._fields:
                encoded += field.encode(columns[field.start : field.end])
            yield [self._frame % values for values in zip(*encoded, strict=True)]

    # Columns

    def _field(self, name: str) -> Field:
        table, start = self.table, len(self._columns)
        if name in table.references:
            self._columns += self._key("t", table, name)
            key = self._columns[start:]
            return key_field(start, key, table.references[name].optional)
        if name == "tags" and table.has_tags:
            self._columns.append("t.id")
            return Field(start, start + 1, "%s", self._tags)
        self._columns.append(f't."{name}"')
        frame, encode = kind_of(table, name)
        return Field(start, start + 1, frame, encode)

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

    def _tags(self, columns: Columns) -> list[Iterable[Any]]:
        """The tags of a page of events, as lists of natural keys."""
        (events,) = columns
        found = tags_of_events(self.using, [(event,) for event in events])
        texts = {event: tags_text(tuple(tags)) for event, tags in found.items()}
        return [[texts.get(event, "[]") for event in events]]


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
