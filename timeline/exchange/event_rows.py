"""A row of a table as rows of ours: an event, its dating, its witness and its tags.

Every format that has a row for an event comes through here, whatever its columns are
called. A row carries the accepted dating and one witness; `more` holds the rest.
"""

import hashlib
import re
from collections.abc import Collection, Iterator
from functools import lru_cache
from typing import Any

from django.utils.text import slugify

from .formats import Defaults
from .json_values import decode
from .lookup import Recent
from .rows import Item, Row, Wrong

PLAIN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.-]*\Z", re.ASCII)
EVENT = {
    "title": "title",
    "description": "summary",
    "url": "link",
    "group": "group",
    "media_url": "media_url",
    "media_caption": "media_caption",
    "media_credit": "media_credit",
    "media_alt": "media_alt",
}
CHOSEN = ("status", "publication")  # empty cells leave these as they are
EVENT_NAMES = {
    **{field: column for column, field in EVENT.items()},
    "slug": "id",
}
CITATION_NAMES = {"exact": "quote", "quoted": "quote", "key": "id", "event": "id"}
DATING_NAMES = {"_date": "date", "_end": "end_date", "edtf_written": "date"}
MORE = frozenset(("citation", "citations", "dating", "datings", "tags", "extra"))
NOTHING: dict[str, Any] = {}
KINDS = ("person", "place", "organisation", "topic")


def derived_key(timeline: str, slug: str) -> str:
    """The permanent key of a row's dating and witness, from the row's own id."""
    key = f"{timeline}.{slug}"
    if len(key) <= 80 and PLAIN.match(key) and key[0] != "_":
        return key
    text = f"{timeline}\0{slug}".encode("utf-8", "surrogatepass")
    return f"h{hashlib.blake2b(text, digest_size=12).hexdigest()}"


def tag_slug(name: str) -> str:
    """The slug of a tag that a table names."""
    slug = slugify(name, allow_unicode=True)[:80].strip("-")
    if not slug:
        digest = hashlib.blake2b(name.encode("utf-8", "replace"), digest_size=6)
        slug = f"tag-{digest.hexdigest()}"
    return slug


@lru_cache(maxsize=2_000)
def tags_of(cell: str) -> tuple[tuple[str, str, str], ...]:
    """Kind, slug and name of each tag: `place:Moscow; war`, or commas between."""
    found = []
    for part in cell.split(";" if ";" in cell else ","):
        if not (name := part.strip()):
            continue
        kind, colon, rest = name.partition(":")
        if colon and kind.strip().lower() in KINDS:
            kind, name = kind.strip().lower(), rest.strip()
        else:
            kind = "topic"
        if name:
            found.append((kind, tag_slug(name), name))
    return tuple(found)


class EventRows:
    """Makes rows of cells by our column names; all rows have the same columns.

    Remembers which timelines and tags it has asked for.
    """

    def __init__(
        self,
        defaults: Defaults,
        columns: Collection[str],
        foreign: bool = False,
        date_name: str = "date",
    ) -> None:
        self.defaults = defaults
        # A table of ours says in `more` who entered a date, also when nobody did.
        self._who = defaults.who if foreign or "more" not in columns else ""
        self._asked: Recent[Any, str] = Recent(5_000)
        self._known_cells: Recent[str, list[Any]] = Recent(2_000)
        self._texts = [(c, field) for c, field in EVENT.items() if c in columns]
        self._chosen = [column for column in CHOSEN if column in columns]
        self._words = [c for c in ("prefix", "suffix") if c in columns]
        self._places = [c for c in ("start", "end") if c in columns]
        self._has_tags, self._has_more = "tags" in columns, "more" in columns
        self._dating_names = DATING_NAMES
        if date_name != "date":  # what the file calls it
            named = dict.fromkeys(("_date", "edtf_written"), date_name)
            self._dating_names = {**DATING_NAMES, **named}
        self._has_end, self._has_calendar = "end_date" in columns, "calendar" in columns

    def rows(
        self,
        line: int | None,
        cells: dict[str, str],
        raw: Any,
        extra: dict[str, Any],
        more: dict[str, Any] = NOTHING,
    ) -> Iterator[Row]:
        """The row, and before it what it needs: its timeline and its tags."""
        row, needed = Row(line, [], raw), list[Item]()
        try:
            self._fill(row, cells, extra, more, needed)
        except Wrong as error:
            row.refuse(error.wrong, error.right, error.column)
            self._unask(needed)
            needed = []
        for item in needed:  # each by itself: one that is refused takes no other along
            yield Row(line, [item], counted=False)
        yield row

    def _unask(self, needed: list[Item]) -> None:
        """The next row asks again for what a refused row would have brought."""
        for item in needed:
            slug, kind = item.fields["slug"], item.fields.get("kind")
            self._asked.put((kind, slug) if kind else slug, "")

    def _fill(
        self,
        row: Row,
        cells: dict[str, str],
        extra: dict[str, Any],
        more: dict[str, Any],
        needed: list[Item],
    ) -> None:
        if self._has_more and cells["more"]:
            more = _more(cells["more"])
        slug = cells.get("id", "")
        if not slug:
            raise Wrong("The row has no id.", "A short permanent name.", "id")
        place = self._timeline(cells), slug
        key = derived_key(*place)
        event = self._event(cells, place, more, extra)
        needed += self._needed_timeline(place[0])
        row.items.append(event)
        if self._has_tags or "tags" in more:
            self._tags(event, cells.get("tags", ""), more, row, needed)
        citation = self._citation(cells, place, key, more)
        if citation is not None:
            row.items.append(citation)
        dating = self._dating(cells, place, key, more, citation)
        if more:
            _further(row, "citation", more, place)
        if dating is not None:
            row.items.append(dating)
        if more:
            _further(row, "dating", more, place)

    def _timeline(self, cells: dict[str, str]) -> str:
        timeline = (
            self.defaults.timeline
            or cells.get("timeline", "")
            or cells.get("document", "")
            or self.defaults.document
        )
        if not timeline:
            raise Wrong(
                "Nothing says which timeline the event is on.",
                "--timeline, a column timeline, or a document.",
                "timeline",
            )
        return timeline

    def _needed_timeline(self, slug: str) -> list[Item]:
        if self._asked.get(slug):
            return []
        self._asked.put(slug, slug)
        fields = {"slug": slug, "title": slug}
        columns = {"slug": "timeline", "title": "timeline"}
        return [Item("timeline", fields, ensured=True, columns=columns)]

    def _event(
        self,
        cells: dict[str, str],
        place: tuple[str, str],
        more: dict[str, Any],
        extra: dict[str, Any],
    ) -> Item:
        fields: dict[str, Any] = {"slug": place[1]}
        for column, field in self._texts:
            fields[field] = cells[column]
        for column in self._chosen:
            if cells[column]:
                fields[column] = cells[column]
        if importance := cells.get("importance"):
            fields["importance"] = _number(importance, "importance")
        if "extra" in more:
            fields["extra"] = {**more["extra"], **extra}
        elif extra:
            fields["_extra"] = extra
        refs = {"timeline": (place[0],)}
        return Item("event", fields, key=place, refs=refs, columns=EVENT_NAMES)

    def _tags(
        self,
        event: Item,
        cell: str,
        more: dict[str, Any],
        row: Row,
        needed: list[Item],
    ) -> None:
        """Tags by name; one that another name has already is refused with the row."""
        if "tags" not in more and (keys := self._known_cells.get(cell)) is not None:
            event.tag_keys = keys
            return
        named = tags_of(cell)
        if "tags" in more:
            named += tuple(map(_whole_tag, more["tags"]))
        event.tag_keys = [(kind, slug) for kind, slug, _ in named]
        for kind, slug, name in named:
            asked = self._asked.get((kind, slug))
            if asked == name:
                continue
            fields = {"kind": kind, "slug": slug, "name": name}
            names = dict.fromkeys(fields, "tags")
            item = Item("tag", fields, ensured=True, columns=names)
            (row.items if asked else needed).append(item)
            if not asked:
                self._asked.put((kind, slug), name)
        if "tags" not in more and len(row.items) == 1:
            self._known_cells.put(cell, event.tag_keys)

    def _citation(
        self,
        cells: dict[str, str],
        place: tuple[str, str],
        key: str,
        more: dict[str, Any],
    ) -> Item | None:
        quote = cells.get("quote", "")
        if not quote:
            if cells.get("passage") or "citation" in more:
                raise Wrong("There are no words.", "The words of the passage.", "quote")
            return None
        document = cells.get("document") or self.defaults.document
        if not document:
            raise Wrong("A quote needs its document.", "Its slug.", "document")
        fields: dict[str, Any] = {"key": key, "exact": quote}
        refs: dict[str, Any] = {"event": place}
        if passage := cells.get("passage"):
            refs["passage"] = (document, passage)
        else:
            fields["_document"] = document
        for name in self._words:
            if cells[name]:
                fields[name] = cells[name]
        for name in self._places:
            if cells[name]:
                fields[name] = _number(cells[name], name)
        given = more.get("citation", NOTHING)
        fields.update(given)
        return Item(
            "citation",
            fields,
            loose="key" not in given,
            single=not more,
            columns=CITATION_NAMES,
            refs=refs,
        )

    def _dating(
        self,
        cells: dict[str, str],
        place: tuple[str, str],
        key: str,
        more: dict[str, Any],
        citation: Item | None,
    ) -> Item | None:
        date, given = cells.get("date", ""), more.get("dating", NOTHING)
        if not date:
            if self._has_end and cells["end_date"]:
                wrong = "There is an end and no beginning."
                right = f"As ../{cells['end_date']} in the column date."
                raise Wrong(wrong, right, "date")
            if "dating" not in more:
                return None
        fields: dict[str, Any] = {"key": key, "status": "accepted"}
        refs: dict[str, Any] = {"event": place}
        if date:
            fields["_date"] = date
            fields["_document"] = cells.get("document", "")
            if self._has_end and cells["end_date"]:
                fields["_end"] = cells["end_date"]
        if self._has_calendar and cells["calendar"]:
            fields["calendar"] = cells["calendar"]
        if citation is not None:
            refs["citation"] = (citation.fields["key"],)
        elif self._who:
            fields["_who"] = self._who
        fields.update(given)
        return Item(
            "dating",
            fields,
            loose="key" not in given,
            single=not more,
            columns=self._dating_names,
            refs=refs,
        )


def _whole_tag(tag: Any) -> tuple[str, str, str]:
    if not isinstance(tag, list) or list(map(type, tag)) != [str] * 3:
        raise Wrong("A tag is [kind, slug, name].", column="more")
    return (tag[0], tag[1], tag[2])


def _number(cell: str, column: str) -> int:
    try:
        if not cell.strip().isascii() or len(cell) > 30:
            raise ValueError
        return int(cell)
    except ValueError:
        right = "Digits, such as 12."
        raise Wrong(f"“{cell[:40]}” is not a whole number.", right, column) from None


def _more(cell: str) -> dict[str, Any]:
    """The cell `more`: what a row has beyond one dating and one witness."""
    try:
        value = decode(cell)
    except Wrong as error:
        raise Wrong(error.wrong, error.right, "more") from None
    shape = {"citation": dict, "dating": dict, "extra": dict}
    if not isinstance(value, dict) or value.keys() - MORE:
        right = f"An object with {', '.join(sorted(MORE))}."
        raise Wrong("The cell is none of ours.", right, "more")
    for name, part in value.items():
        if not isinstance(part, shape.get(name, list)):
            kind = shape.get(name, list).__name__
            raise Wrong(f"“{name}” is not a {kind}.", column="more")
        if name != "extra":
            for one in part if isinstance(part, list) else (part,):
                known_names(one, "more")
    return value


def known_names(fields: Any, column: str = "") -> None:
    """Names that begin with an underscore are those of readers, not of files."""
    named = fields if isinstance(fields, dict) else ()
    if unknown := [name for name in named if name.startswith("_")]:
        raise Wrong("There is no such field.", column=column or min(unknown))


def _further(
    row: Row, table: str, more: dict[str, Any], place: tuple[str, str]
) -> None:
    """Further citations and datings of the row's event, as fixtures have them."""
    for fields in more.get(f"{table}s", ()):
        if not isinstance(fields, dict):
            raise Wrong(f"A {table} is an object.", column="more")
        if fields.get("event", place) not in (place, list(place)):
            raise Wrong(f"The {table} is of another event.", column="more")
        row.items.append(Item(table, {**fields, "event": place}))
