"""Bulk SQL: where SQLite and PostgreSQL differ, both forms stand side by side.

References from `NEW` on are numbers of new rows. Before writing, each table reserves
one block of primary keys; a number becomes a key by adding where the block begins.
"""

from typing import Any

from django.db import connections

from .seen import NEW
from .tables import BY_NAME, Table

TAGS = BY_NAME["event"].model.tags.through._meta.db_table
Blocks = dict[str, tuple[int, int]]  # table name to first and last primary key


def targets(name: str) -> dict[str, str]:
    """Columns that hold references, and the tables they refer to."""
    if name == "event_tags":
        return {"event_id": "event", "tag_id": "tag"}
    table: Table = BY_NAME["dating" if name == "late" else name]
    found = {column: r.table for column, r in table.references_by_column.items()}
    return {"id": table.name, **found}


def is_sqlite(using: str) -> bool:
    """Whether the database is SQLite; otherwise it is PostgreSQL."""
    return connections[using].vendor == "sqlite"


def reserve(using: str, table: str, count: int) -> tuple[int, int]:
    """First and last of primary keys that nobody else will be given."""
    name = BY_NAME[table].db_table
    with connections[using].cursor() as cursor:
        if is_sqlite(using):
            return _reserve_sqlite(cursor, name, count)
        return _reserve_postgresql(cursor, name, count)


def _reserve_sqlite(cursor: Any, name: str, count: int) -> tuple[int, int]:
    """AUTOINCREMENT goes on from what `sqlite_sequence` says."""
    cursor.execute(
        "UPDATE sqlite_sequence SET seq = seq + %s WHERE name = %s", [count, name]
    )
    if not cursor.rowcount:
        cursor.execute(f"SELECT COALESCE(MAX(id), 0) + %s FROM {name}", [count])
        last = cursor.fetchone()[0]
        cursor.execute(
            "INSERT INTO sqlite_sequence (name, seq) VALUES (%s, %s)", [name, last]
        )
    cursor.execute("SELECT seq FROM sqlite_sequence WHERE name = %s", [name])
    last = cursor.fetchone()[0]
    return last - count + 1, last


def _reserve_postgresql(cursor: Any, name: str, count: int) -> tuple[int, int]:
    """Numbers of the sequence in one run; somebody else's between them: once more."""
    cursor.execute("SELECT pg_get_serial_sequence(%s, 'id')", [name])
    (sequence,) = cursor.fetchone()
    while True:
        cursor.execute(
            "SELECT min(n), max(n) FROM "
            "(SELECT nextval(%s) AS n FROM generate_series(1, %s)) AS numbers",
            [sequence, count],
        )
        first, last = cursor.fetchone()
        if last - first + 1 == count:
            return first, last


def shifts(name: str, blocks: Blocks) -> dict[str, int]:
    """What to add to a number of a new row, by column."""
    return {
        column: blocks[table][0] - NEW
        for column, table in targets(name).items()
        if table in blocks
    }


def reference(ref: int, table: str, blocks: Blocks) -> int:
    """A reference as the primary key it becomes."""
    return ref if ref < NEW else ref - NEW + blocks[table][0]


def delete_block(using: str, table: str, first: int, last: int) -> int:
    """Remove rows by primary key, with what hangs on them and was hidden with them."""
    with connections[using].cursor() as cursor:
        if table == "event":
            cursor.execute(
                f"DELETE FROM {TAGS} WHERE event_id BETWEEN %s AND %s", [first, last]
            )
            cursor.execute(
                "DELETE FROM timeline_mark WHERE event_id BETWEEN %s AND %s",
                [first, last],
            )
        name = BY_NAME[table].db_table
        cursor.execute(f"DELETE FROM {name} WHERE id BETWEEN %s AND %s", [first, last])
        return cursor.rowcount
