"""Rows of the database by natural key, many at once: one statement for each table."""

from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from typing import Any, Generic, TypeVar

from django.db import connections

from .bulk import is_sqlite
from .rows import Key
from .sizes import in_sizes
from .tables import BY_NAME, NATURAL, Table

K = TypeVar("K")
V = TypeVar("V")


class Recent(Generic[K, V]):
    """The latest values by key, as many as have room; `size` of a value, else 1.

    In two halves: when the newer one is full it becomes the older, and what was in that
    one is forgotten. A value that is found there is new again.
    """

    def __init__(self, room: int, size: Callable[[V], int] | None = None) -> None:
        self._half, self._size = max(1, room // 2), size
        self._used = 0
        self._newer: dict[K, V] = {}
        self._older: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        """A value, which becomes one of the latest, or `None`."""
        found = self._newer.get(key)
        if found is None and (found := self._older.get(key)) is not None:
            self.put(key, found)
        return found

    def put(self, key: K, value: V) -> None:
        """Keep a value; older ones make room."""
        self.update({key: value})

    def update(self, values: dict[K, V]) -> None:
        """Keep several values; what takes more than half the room is not kept."""
        size = sum(map(self._size, values.values())) if self._size else len(values)
        if size > self._half:
            return
        if self._used + size > self._half:
            self._newer, self._older, self._used = {}, self._newer, 0
        self._newer.update(values)
        self._used += size


def quoted(*names: str) -> str:
    """Column names for SQL."""
    return ", ".join(f'"{name}"' for name in names)


def match(
    using: str, table: str, by: Sequence[str], keys: Iterable[Key], columns: str
) -> list[tuple[Any, ...]]:
    """The rows whose columns `by` have one of these values."""
    keys = list(keys)
    rows: list[tuple[Any, ...]] = []
    in_sqlite = is_sqlite(using)
    with connections[using].cursor() as cursor:
        for some, size in in_sizes(keys):
            if in_sqlite:
                sql = _sqlite(table, tuple(by), columns, size)
                params: list[Any] = [part for key in some for part in key]
                params += [None] * (len(by) * (size - len(some)))
            else:
                sql = _postgresql(table, tuple(by), columns, tuple(map(type, some[0])))
                params = [list(parts) for parts in zip(*some, strict=True)]
            cursor.execute(sql, params)
            rows += cursor.fetchall()
    return rows


@lru_cache(maxsize=100)
def _sqlite(table: str, by: tuple[str, ...], columns: str, size: int) -> str:
    """Keys as VALUES; a key of nulls equals nothing."""
    names = ", ".join(f"k{i}" for i in range(len(by)))
    place = f"({', '.join(['%s'] * len(by))})"
    # CROSS JOIN: SQLite then reads the wanted keys and seeks each in the index.
    return (
        f"WITH w({names}) AS (VALUES {', '.join([place] * size)}) SELECT {columns} "
        f"FROM w CROSS JOIN {table} t WHERE {_equal(by)}"
    )


@lru_cache(maxsize=100)
def _postgresql(
    table: str, by: tuple[str, ...], columns: str, types: tuple[type, ...]
) -> str:
    """Keys as arrays, one for each column."""
    names = ", ".join(f"k{i}" for i in range(len(by)))
    arrays = ", ".join(
        "%s::bigint[]" if type_ is int else "%s::text[]" for type_ in types
    )
    return (
        f"SELECT {columns} FROM unnest({arrays}) AS w({names}) "
        f"JOIN {table} t ON {_equal(by)}"
    )


def _equal(by: Sequence[str]) -> str:
    return " AND ".join(f't."{name}" = w.k{i}' for i, name in enumerate(by))


def own_columns(table: Table) -> tuple[str, ...]:
    """The columns of a table that make its natural key, references as ids."""
    return tuple(
        table.references[name].column if name in table.references else name
        for name in NATURAL[table.model]
    )


def existing(using: str, table: Table, keys: Iterable[Key]) -> dict[Key, Any]:
    """The rows by their own key columns (references as ids): id and stored columns."""
    by = own_columns(table)
    columns = ", ".join(f't."{name}"' for name in (*by, "id", *table.columns))
    width = len(by)
    return {
        tuple(row[:width]): (row[width], row[width + 1 :])
        for row in match(using, table.db_table, by, keys, columns)
    }


def primary_keys(using: str, name: str, keys: Iterable[Key]) -> dict[Key, int]:
    """Natural key to primary key, for rows of the database."""
    table = BY_NAME[name]
    if not table.references.keys() & set(table.natural):
        by, wide = own_columns(table), {key: key for key in keys}
    else:
        by, wide = own_columns(table), _with_parents(using, table, keys)
    ids = ", ".join(f't."{c}"' for c in (*by, "id"))
    back = {own: key for key, own in wide.items()}
    rows = match(using, table.db_table, by, back, ids)
    return {back[tuple(row[:-1])]: row[-1] for row in rows}


def _with_parents(using: str, table: Table, keys: Iterable[Key]) -> dict[Key, Key]:
    """Each natural key with its leading reference as a primary key."""
    parent = table.references[table.natural[0]].table
    width = key_width(parent)
    keys = list(keys)
    found = primary_keys(using, parent, {key[:width] for key in keys})
    return {
        key: (found[key[:width]], *key[width:]) for key in keys if key[:width] in found
    }


def key_width(name: str) -> int:
    """How many parts the natural key of a table has."""
    table = BY_NAME[name]
    return sum(
        key_width(table.references[part].table) if part in table.references else 1
        for part in table.natural
    )


def is_empty(using: str, table: Table) -> bool:
    """Whether a table has no row at all."""
    with connections[using].cursor() as cursor:
        cursor.execute(f"SELECT 1 FROM {table.db_table} LIMIT 1")
        return cursor.fetchone() is None
