"""Bulk SQL: where SQLite and PostgreSQL differ, both forms stand side by side.

References from `NEW` on are numbers of new rows. Before writing, each table reserves
one block of primary keys; a number becomes a key by adding where the block begins.
"""

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from typing import Any

from django.db import connections

from .seen import NEW
from .tables import BY_NAME, Table

TAGS = BY_NAME["event"].model.tags.through._meta.db_table
Blocks = dict[str, tuple[int, int]]  # table name to first and last primary key


def columns_of(name: str) -> tuple[str, ...]:
    """The columns of a spooled row, the primary key first."""
    if name == "event_tags":
        return ("event_id", "tag_id")
    table = BY_NAME["dating" if name == "late" else name]
    return ("id", *table.columns)


def db_table(name: str) -> str:
    """The table of the database that spooled rows go to."""
    if name == "event_tags":
        return TAGS
    return BY_NAME["dating" if name == "late" else name].db_table


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


def insert(
    using: str, name: str, rows: Sequence[Sequence[Any]], blocks: Blocks, by: int
) -> None:
    """Write new rows of one table, hidden by their import until it ends."""
    if is_sqlite(using):
        _insert_sqlite(using, name, rows, blocks, by)
    else:
        _insert_postgresql(using, name, rows, blocks, by)


def shifts(name: str, blocks: Blocks) -> dict[str, int]:
    """What to add to a number of a new row, by column."""
    return {
        column: blocks[table][0] - NEW
        for column, table in targets(name).items()
        if table in blocks
    }


def _insert_sqlite(
    using: str, name: str, rows: Sequence[Sequence[Any]], blocks: Blocks, by: int
) -> None:
    columns, shift = columns_of(name), shifts(name, blocks)
    moments = BY_NAME[name].moment_columns if name in BY_NAME else ()
    places = []
    for number, column in enumerate(columns, start=1):
        place = f"?{number}"
        if column == "id":
            place = f"{place} + {shift['id']}"
        elif column in shift:
            place = (
                f"CASE WHEN {place} >= {NEW} THEN {place} + {shift[column]} "
                f"ELSE {place} END"
            )
        elif column in moments:  # as Django writes them
            place = f"replace(rtrim({place}, 'Z'), 'T', ' ')"
        places.append(place)
    names = [f'"{column}"' for column in columns]
    if name != "event_tags":
        names.append("imported_by_id")
        places.append(str(by))
    connections[using].connection.executemany(
        f"INSERT INTO {db_table(name)} ({', '.join(names)}) "
        f"VALUES ({', '.join(places)})",
        rows,
    )


def _insert_postgresql(
    using: str, name: str, rows: Sequence[Sequence[Any]], blocks: Blocks, by: int
) -> None:
    names = [f'"{column}"' for column in columns_of(name)]
    if name != "event_tags":
        names.append("imported_by_id")
    sql = f"COPY {db_table(name)} ({', '.join(names)}) FROM STDIN"
    last = None if name == "event_tags" else by
    with connections[using].cursor() as cursor, cursor.copy(sql) as copy:
        copy.write(copy_text(shifted(name, rows, blocks), last))


def shifted(
    name: str, rows: Iterable[Sequence[Any]], blocks: Blocks
) -> Iterator[list[Any]]:
    """Rows with the primary keys that their numbers become."""
    columns, shift = columns_of(name), shifts(name, blocks)
    moved = [(i, shift[c]) for i, c in enumerate(columns) if c in shift]
    for row in rows:
        values = list(row)
        for at, by in moved:
            if (value := values[at]) is not None and value >= NEW:
                values[at] = value + by
        yield values


_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def copy_text(rows: Iterable[Sequence[Any]], last: int | None) -> str:
    """Rows as PostgreSQL's COPY reads them: tabs between, backslash escapes."""
    out = StringIO()
    end = "\n" if last is None else f"\t{last}\n"
    for row in rows:
        line = "\t".join([_copied(value) for value in row])
        out.write(f"{line}{end}")
    return out.getvalue()


def _copied(value: Any) -> str:
    if type(value) is str:
        if value.isprintable() and "\\" not in value:
            return value
        return value.translate(_ESCAPES)
    return "\\N" if value is None else str(value)


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
