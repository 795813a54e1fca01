"""What a natural key of the file means: a row of this file, or one of the database."""

from collections.abc import Iterable, Sequence
from typing import Any

from timeline.models import Document, Passage

from .checks import clean_text
from .dating_in import DateSource
from .lookup import Recent, match, primary_keys
from .rows import Item, Key, Wrong, one
from .seen import NEW, Seen, Texts, key_text
from .tables import BY_NAME, TABLES, Table

ROOM = {"timeline": 500, "document": 2_000, "tag": 2_000, "revision": 500}
TEXT_ROOM = 1_000_000  # characters of passages kept
WITH_DATES = (
    *("calendar", "context_date", "calendar_basis", "context_basis"),
    *("language", "place"),
)


def _types(table: Table) -> tuple[type, ...]:
    """What each part of a natural key is: a text or a number."""
    types: list[type] = []
    for name in table.natural:
        if name in table.references:
            types.extend(_types(BY_NAME[table.references[name].table]))
        else:
            field = table.model._meta.get_field(name)
            types.append(str if "Char" in type(field).__name__ else int)
    return tuple(types)


KINDS = {str: "a text", int: "a whole number"}
TYPES = {table.name: _types(table) for table in TABLES}


def key_of(value: Any, table: str) -> Key:
    """A reference as the file gives it, made sure to be a natural key."""
    types = TYPES[table]
    if type(value) is tuple:  # made by us of cells, which are all texts
        for part in value:
            if not part.isprintable():
                clean_text(part)
        return value
    if not isinstance(value, list) or len(value) != len(types):
        parts = "a list of one part" if len(types) == 1 else f"{len(types)} parts"
        raise Wrong(
            f"This is no natural key of {one(table)}.", f"Its natural key: {parts}."
        )
    for part, kind in zip(value, types, strict=True):
        if type(part) is not kind:
            raise Wrong(f"A part of this key is not {KINDS[kind]}.")
        if kind is int and not 0 <= part < 2**31:
            raise Wrong("A number of this key is out of range.")
        if kind is str:
            clean_text(part)
    return tuple(value)


def keys_of(values: Sequence[Any], table: str) -> list[Key] | None:
    """All references at once; `None` when one of them is no natural key."""
    types = TYPES[table]
    if set(map(type, values)) != {list} or set(map(len, values)) != {len(types)}:
        return None
    for parts, kind in zip(zip(*values, strict=True), types, strict=True):
        if set(map(type, parts)) != {kind}:
            return None
        if kind is str and not "".join(parts).isprintable():
            return None
        if kind is int and not 0 <= min(parts) <= max(parts) < 2**31:
            return None
    return list(map(tuple, values))


def _room_of(text: str) -> int:
    """The room that a text takes beside others, about."""
    return len(text) + 100


class References:
    """Finds rows by natural key: in this batch, in this file, in the database."""

    def __init__(self, using: str, seen: Seen, texts: Texts) -> None:
        self.using, self.seen, self._texts = using, seen, texts
        self.batch: dict[str, dict[Key, int]] = {}
        self.events: dict[int, int] = {}  # of this batch's new citations
        self._recent: dict[str, Recent[Key, int]] = {
            name: Recent(room) for name, room in ROOM.items()
        }
        self._passages: Recent[int, str] = Recent(TEXT_ROOM, _room_of)
        self._passage_refs: Recent[Key, int] = Recent(4_000)
        self._recent["passage"] = self._passage_refs
        self._sources: Recent[Key, DateSource] = Recent(500)
        self.tag_names: Recent[Key, str] = Recent(2_000)

    def start_batch(self) -> None:
        """Forget what only the last batch needed."""
        self.batch, self.events = {}, {}

    def learn(self, table: str, key: Key, ref: int) -> None:
        """A row of this batch has this reference."""
        self.batch.setdefault(table, {})[key] = ref

    def find(self, table: str, keys: Iterable[Key]) -> dict[Key, int]:
        """The references of those keys that exist."""
        found: dict[Key, int] = {}
        batch, recent = self.batch.get(table, {}), self._recent.get(table)
        missing = []
        for key in keys:
            ref = batch.get(key)
            if ref is None and recent is not None:
                ref = recent.get(key)
            if ref is None:
                missing.append(key)
            else:
                found[key] = ref
        if missing:
            found.update(self._look(table, missing))
        return found

    def _look(self, table: str, keys: list[Key]) -> dict[Key, int]:
        found: dict[Key, int] = {}
        missing = keys
        if self.seen.knows(table):
            by_text = {key_text(key): key for key in keys}
            seen = self.seen.find(table, by_text)
            found = {by_text[text]: ref for text, ref in seen.items()}
            missing = [key for key in keys if key not in found]
        if missing and table == "passage":
            found.update(self._stored_passages(missing))
        elif missing:
            found.update(primary_keys(self.using, table, missing))
        if (recent := self._recent.get(table)) is not None:
            recent.update(found)
        return found

    def _stored_passages(self, keys: list[Key]) -> dict[Key, int]:
        """Passages of the database; their texts, wanted next, come along."""
        documents = self.find("document", {key[:1] for key in keys})
        wanted = {
            (documents[key[:1]], key[1]): key
            for key in keys
            if documents.get(key[:1], NEW) < NEW
        }
        columns = 't.document_id, t."key", t.id, t.text'
        by = ("document_id", "key")
        rows = match(self.using, Passage._meta.db_table, by, wanted, columns)
        self._passages.update({pk: text for *_, pk, text in rows})
        return {wanted[document, key]: pk for document, key, pk, _ in rows}

    def of_batch(self, table: str) -> dict[Key, int]:
        """The references of this batch's rows of a table."""
        return self.batch.setdefault(table, {})

    def learn_texts(self, items: Iterable[Item]) -> None:
        """Passages this file brings."""
        self._texts.add((item.ref, item.values.get("text", "")) for item in items)

    def passage_texts(self, refs: set[int]) -> dict[int, str]:
        """The texts of passages."""
        found, missing = {}, []
        for ref in refs:
            text = self._passages.get(ref)
            if text is None:
                missing.append(ref)
            else:
                found[ref] = text
        stored = [ref for ref in missing if ref < NEW]
        new = self._texts.find(ref for ref in missing if ref >= NEW)
        if stored:
            table = Passage._meta.db_table
            keys = [(ref,) for ref in stored]
            new.update(match(self.using, table, ("id",), keys, "t.id, t.text"))
        self._passages.update(new)
        return {**found, **new}

    def date_source(self, slug: str) -> DateSource | None:
        """What a document says about its dates; `None` when there is none."""
        known = self._sources.get((slug,))
        if known is None:
            rows = match(
                self.using,
                Document._meta.db_table,
                ("slug",),
                [(slug,)],
                ", ".join(f't."{name}"' for name in WITH_DATES),
            )
            if not rows:
                return None
            known = DateSource(slug, **dict(zip(WITH_DATES, rows[0], strict=True)))
            self._sources.put((slug,), known)
        return known

    def learn_source(self, item: Item) -> None:
        """A document this file brings."""
        values = {name: item.values[name] for name in WITH_DATES if name in item.values}
        stored = {n: item.stored[n] for n in WITH_DATES} if item.stored else {}
        self._sources.put(item.key, DateSource(item.key[0], **{**stored, **values}))

    def passages_with(self, document: int, words: str) -> list[tuple[str, int]]:
        """Keys and ids of the passages in use that hold these words, three at most."""
        if document >= NEW:
            return []
        rows = (
            Passage.objects.using(self.using)
            .filter(document=document, retired_in=None, text__contains=words[:500])
            .order_by("order", "pk")
            .values_list("key", "pk", "text")
        )
        return [(key, pk) for key, pk, text in rows[:200] if words in text][:3]
