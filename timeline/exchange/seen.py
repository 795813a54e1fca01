"""The natural keys a file has named so far, on disk: memory does not grow with it.

Each key leads to a reference: the primary key of a row that is in the database, or,
from `NEW` on, the number of a row that the file brings.
"""

import sqlite3
from collections.abc import Iterable, Sequence
from typing import Any

from .rows import Key
from .sizes import in_sizes

NEW = 1 << 52
"""References from here on are numbers of new rows of this import."""


def key_text(key: Key) -> str:
    """A natural key as one text; the separator stands in no text of ours."""
    try:
        return "\x1f".join(key)
    except TypeError:  # a part is a number
        return "\x1f".join(map(str, key))


def _filled(keys: Sequence[Any], size: int) -> list[Any]:
    return [*keys, *[None] * (size - len(keys))]


class Seen:
    """Keys by table, in a database of its own that goes with the import."""

    def __init__(self) -> None:
        self._db = sqlite3.connect("", isolation_level=None)
        self._db.execute("PRAGMA journal_mode=OFF")
        self._db.execute("PRAGMA synchronous=OFF")
        self._db.execute("PRAGMA cache_size=-2000")
        self._tables: set[str] = set()
        self._numbers: dict[str, int] = {}

    def number(self, table: str) -> int:
        """The reference of another new row of a table."""
        number = self._numbers.get(table, 0)
        self._numbers[table] = number + 1
        return NEW + number

    def numbers(self) -> dict[str, int]:
        """How many references were given out, by table."""
        return dict(self._numbers)

    def knows(self, table: str) -> bool:
        """Whether the file named any row of a table so far."""
        return table in self._tables

    def _ready(self, table: str) -> None:
        if table not in self._tables:
            self._db.execute(
                f"CREATE TABLE {table} (key TEXT PRIMARY KEY, ref INTEGER NOT NULL, "
                "line INTEGER, parent INTEGER) WITHOUT ROWID"
            )
            self._tables.add(table)

    def add(
        self, table: str, entries: list[tuple[str, int, int | None, int | None]]
    ) -> dict[str, int | None]:
        """Remember keys; the ones seen before come back, with their first line."""
        self._ready(table)
        before = self._db.total_changes
        self._db.execute("BEGIN")
        self._db.executemany(
            f"INSERT OR IGNORE INTO {table} VALUES (?, ?, ?, ?)", entries
        )
        self._db.execute("COMMIT")
        if self._db.total_changes - before == len(entries):
            return {}
        mine = {key: ref for key, ref, *_ in entries}
        double = len(mine) != len(entries)
        found = self._select(table, mine)
        twice = {k: line for k, (ref, line, _) in found.items() if ref != mine[k]}
        if double and not twice:
            counted: set[str] = set()
            for key, _, line, _ in entries:
                if key in counted:
                    twice[key] = line
                counted.add(key)
        return twice

    def find(self, table: str, keys: Iterable[str]) -> dict[str, int]:
        """The references of those keys that were seen."""
        if table not in self._tables:
            return {}
        return {k: ref for k, (ref, *_) in self._select(table, keys).items()}

    def parents(self, table: str, keys: Iterable[str]) -> dict[int, int | None]:
        """Reference to what was given as its parent, for keys that were seen."""
        if table not in self._tables:
            return {}
        return {ref: of for ref, _, of in self._select(table, keys).values()}

    def _select(
        self, table: str, keys: Iterable[str]
    ) -> dict[str, tuple[int, int | None, int | None]]:
        found = {}
        for some, size in in_sizes(list(keys)):
            places = ",".join("?" * size)
            sql = f"SELECT key, ref, line, parent FROM {table} WHERE key IN ({places})"
            for key, *rest in self._db.execute(sql, _filled(some, size)):
                found[key] = tuple(rest)
        return found

    def close(self) -> None:
        """Let the file go."""
        self._db.close()


class Texts:
    """The texts of passages a file brings, on disk, for the quotes further down."""

    def __init__(self) -> None:
        self._db: sqlite3.Connection | None = None

    def add(self, texts: Iterable[tuple[int, str]]) -> None:
        """Keep the texts of new passages by their reference."""
        if self._db is None:
            self._db = sqlite3.connect("", isolation_level=None)
            self._db.execute("PRAGMA journal_mode=OFF")
            self._db.execute("CREATE TABLE t (ref INTEGER PRIMARY KEY, text TEXT)")
        self._db.execute("BEGIN")
        self._db.executemany("INSERT OR REPLACE INTO t VALUES (?, ?)", texts)
        self._db.execute("COMMIT")

    def find(self, refs: Iterable[int]) -> dict[int, str]:
        """The texts of these references."""
        if self._db is None:
            return {}
        found: dict[int, str] = {}
        for some, size in in_sizes(list(refs)):
            places = ",".join("?" * size)
            sql = f"SELECT ref, text FROM t WHERE ref IN ({places})"
            found.update(self._db.execute(sql, _filled(some, size)))
        return found

    def close(self) -> None:
        """Let the file go."""
        if self._db is not None:
            self._db.close()
