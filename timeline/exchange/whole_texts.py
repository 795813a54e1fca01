"""Whether the texts that a file touches are whole after it, as they were before.

A text is whole when its passages in use, joined in their order, have the digest of the
document, and its newest revision has it too. What a file says of passages, revisions
and digests is kept on disk; at its end each touched document is looked at by itself.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

from timeline.models import Document, Passage, Revision

from .lookup import match, quoted
from .seen import NEW, Texts
from .spool import Change, New

AT_ONCE = 250  # passages whose words are in memory
COLUMNS = {
    "passage": ("document_id", "id", "order", "after", "retired_in_id"),
    "revision": ("document_id", "number", "digest"),
    "document": ("id", "digest", "slug"),
}
KEYS = {
    "passage": ("document_id", "id"),
    "revision": ("document_id", "number"),
    "document": ("id",),
}
PLACE = ("order", "retired_in_id")
TOUCHED = (
    "SELECT document_id FROM passage UNION SELECT document_id FROM revision "
    "UNION SELECT id FROM document"
)
Values = dict[str, Any]


class Torn(NamedTuple):
    """A document whose text is not whole after the import; whether it was before."""

    slug: str
    was_whole: bool


@dataclass(frozen=True, slots=True)
class _Text:
    """What is said of a text, and the passages in use that should make it."""

    document: int
    slug: str = ""
    digest: str = ""
    newest: tuple[int, str] = (0, "")  # revision: its number and digest
    orders: tuple[tuple[int, int], ...] = ()  # reference and order


class WholeTexts:
    """Takes what each batch brings of texts; tells at the end which are not whole."""

    def __init__(self, using: str, texts: Texts) -> None:
        self.using, self._texts = using, texts
        self._db: sqlite3.Connection | None = None

    def take(self, new: New, changes: list[Change]) -> None:
        """Keep what a batch of sound rows brings."""
        for (table, columns), rows in new.items():
            if table in COLUMNS:
                names = ("id", *columns)
                self._keep(table, (dict(zip(names, r, strict=True)) for r in rows))
        touching = [c for c in changes if c[0] in COLUMNS]
        if moved := {c[1]: c[4] for c in touching if c[4].keys() & set(PLACE)}:
            self._keep("passage", self._moved(moved))
        given = [c for c in touching if c[0] == "document" and "digest" in c[4]]
        if given:
            self._keep("document", ({"id": c[1], **c[4]} for c in given))

    def torn(self) -> Iterator[Torn]:
        """The touched documents whose text is not whole."""
        for (document,) in self._db.execute(TOUCHED) if self._db else ():
            before = self._before(document)
            after = self._after(before)
            if after.slug and not self._is_whole(after):
                was_whole = self._is_whole(before)
                if was_whole or after.digest:
                    yield Torn(after.slug, was_whole)

    def close(self) -> None:
        """Let the file go."""
        if self._db is not None:
            self._db.close()

    # What the file says

    def _moved(self, after: dict[int, Values]) -> list[Values]:
        """Stored passages as they are to be."""
        names = ("id", "document_id", *PLACE)
        columns = ", ".join(f't."{name}"' for name in names)
        table, keys = Passage._meta.db_table, [(ref,) for ref in after]
        rows = match(self.using, table, ("id",), keys, columns)
        return [{**dict(zip(names, row, strict=True)), **after[row[0]]} for row in rows]

    def _keep(self, table: str, rows: Iterable[Values]) -> None:
        columns = COLUMNS[table]
        values = ([row.get(name) for name in columns] for row in rows)
        places = ", ".join("?" * len(columns))
        db = self._opened()
        db.execute("BEGIN")
        db.executemany(f"INSERT INTO {table} VALUES ({places})", values)
        db.execute("COMMIT")

    def _opened(self) -> sqlite3.Connection:
        if self._db is None:
            self._db = sqlite3.connect("", isolation_level=None)
            self._db.execute("PRAGMA journal_mode=OFF")
            for table, columns in COLUMNS.items():
                key = f"PRIMARY KEY ({quoted(*KEYS[table])})"
                self._db.execute(f"CREATE TABLE {table} ({quoted(*columns)}, {key})")
        return self._db

    # A text before and after

    def _before(self, document: int) -> _Text:
        if document >= NEW:
            return _Text(document)
        rows = Document.objects.using(self.using).filter(pk=document)
        slug, digest = rows.values_list("slug", "digest").first() or ("", "")
        revisions = Revision.objects.using(self.using).filter(document=document)
        newest = revisions.order_by("-number").values_list("number", "digest").first()
        passages = Passage.objects.using(self.using).filter(document=document)
        in_use = passages.filter(retired_in=None).values_list("pk", "order")
        return _Text(document, slug, digest, newest or (0, ""), tuple(in_use))

    def _after(self, before: _Text) -> _Text:
        said = self._said("SELECT digest, slug FROM document WHERE id = ?", before)
        digest, slug = said[0] if said else (before.digest, before.slug)
        revisions = "SELECT number, digest FROM revision WHERE document_id = ?"
        newest = max([before.newest, *self._said(revisions, before)])
        orders = dict(before.orders)
        passages = (
            'SELECT id, "order", retired_in_id FROM passage WHERE document_id = ?'
        )
        for ref, order, retired in self._said(passages, before):
            orders.pop(ref, None)
            if retired is None:
                orders[ref] = order
        return _Text(
            before.document,
            slug or before.slug,
            digest or "",
            newest,
            tuple(orders.items()),
        )

    def _said(self, sql: str, text: _Text) -> list[Any]:
        return self._opened().execute(sql, (text.document,)).fetchall()

    def _is_whole(self, text: _Text) -> bool:
        if not text.digest or text.newest[1] not in ("", text.digest):
            return False
        refs = [ref for _, ref in sorted((order, ref) for ref, order in text.orders)]
        sha = hashlib.sha256()
        for at in range(0, len(refs), AT_ONCE):
            some = refs[at : at + AT_ONCE]
            words = self._words(text.document, some)
            for ref in some:
                sha.update(words.get(ref, "").encode())
        return sha.hexdigest() == text.digest

    def _words(self, document: int, refs: list[int]) -> dict[int, str]:
        """The text of passages, with what comes after it."""
        stored = [(ref,) for ref in refs if ref < NEW]
        table, columns = Passage._meta.db_table, "t.id, t.text, t.after"
        rows = match(self.using, table, ("id",), stored, columns) if stored else []
        words = {ref: text + after for ref, text, after in rows}
        if new := [ref for ref in refs if ref >= NEW]:
            within = "document_id = ? AND id BETWEEN ? AND ?"
            afters = self._opened().execute(
                f"SELECT id, after FROM passage WHERE {within}",
                (document, min(new), max(new)),
            )
            after = dict(afters.fetchall())
            texts = self._texts.find(new)
            words.update((ref, texts[ref] + (after[ref] or "")) for ref in new)
        return words
