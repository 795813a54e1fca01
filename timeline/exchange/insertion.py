"""New rows into their tables: SQLite by `executemany`, PostgreSQL by COPY.

Rows come by shape: their table, and the columns that they give. Columns that no row of
a shape gives are written as their default, once for all rows and not row by row.
"""

from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connections

from .bulk import TAGS, Blocks, is_sqlite, shifts
from .seen import NEW
from .spool import Shape
from .tables import BY_NAME

Rows = Sequence[Sequence[Any]]
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def insert(using: str, shape: Shape, rows: Rows, blocks: Blocks, by: int) -> None:
    """Write new rows of one shape, hidden by their import until it ends."""
    write = _insert_sqlite if is_sqlite(using) else _insert_postgresql
    write(using, shape, rows, blocks, by)


def columns_of(shape: Shape) -> tuple[str, ...]:
    """The columns of a spooled row."""
    name, given = shape
    return ("event_id", "tag_id") if name == "event_tags" else ("id", *given)


def constants(shape: Shape, by: int) -> dict[str, Any]:
    """The columns that are alike in all rows of a shape."""
    name, given = shape
    if name == "event_tags":
        return {}
    table = BY_NAME["dating" if name == "late" else name]
    rest = {c: v for c, v in table.defaults.items() if c not in given}
    return {**rest, "imported_by_id": by}


def db_table(name: str) -> str:
    """The table of the database that spooled rows go to."""
    if name == "event_tags":
        return TAGS
    return BY_NAME["dating" if name == "late" else name].db_table


def _named(columns: Iterable[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def write_rows(using: str, table: str, columns: Sequence[str], rows: Rows) -> None:
    """Rows of a table of our own work, as they stand."""
    if is_sqlite(using):
        places = ", ".join("?" * len(columns))
        connections[using].connection.executemany(
            f"INSERT INTO {table} ({_named(columns)}) VALUES ({places})", rows
        )
        return
    text = _lines([_copied(values) for values in zip(*rows, strict=True)], "\n")
    _copy(using, table, columns, text)


# SQLite


def _insert_sqlite(
    using: str, shape: Shape, rows: Rows, blocks: Blocks, by: int
) -> None:
    name, columns = shape[0], columns_of(shape)
    shift = shifts(name, blocks)
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
    alike = constants(shape, by)
    places += map(_literal, alike.values())
    connections[using].connection.executemany(
        f"INSERT INTO {db_table(name)} ({_named([*columns, *alike])}) "
        f"VALUES ({', '.join(places)})",
        rows,
    )


def _literal(value: Any) -> str:
    if isinstance(value, str):
        return "'" + value.replace("'", "''") + "'"
    return "NULL" if value is None else str(int(value))


# PostgreSQL


def _insert_postgresql(
    using: str, shape: Shape, rows: Rows, blocks: Blocks, by: int
) -> None:
    names = [*columns_of(shape), *constants(shape, by)]
    _copy(using, db_table(shape[0]), names, copy_text(shape, rows, blocks, by))


def _copy(using: str, table: str, columns: Sequence[str], text: str) -> None:
    sql = f"COPY {table} ({_named(columns)}) FROM STDIN"
    with connections[using].cursor() as cursor, cursor.copy(sql) as copy:
        copy.write(text)


def copy_text(shape: Shape, rows: Rows, blocks: Blocks, by: int) -> str:
    """Rows as COPY reads them: tabs between, backslash escapes; column by column."""
    shift = shifts(shape[0], blocks)
    columns: list[Iterable[str]] = []
    for name, values in zip(columns_of(shape), zip(*rows, strict=True), strict=True):
        moved = _moved(values, shift[name]) if name in shift else values
        columns.append(_copied(moved))
    alike = [_one_copied(value) for value in constants(shape, by).values()]
    return _lines(columns, "\t".join(["", *alike]) + "\n")


def _lines(columns: Sequence[Iterable[str]], end: str) -> str:
    lines = map("\t".join, zip(*columns, strict=True))
    return "".join([f"{line}{end}" for line in lines])


def _moved(refs: Sequence[int | None], shift: int) -> list[int | None]:
    return [ref + shift if ref is not None and ref >= NEW else ref for ref in refs]


def _copied(values: Sequence[Any]) -> Iterable[str]:
    """A column; the common ones are all numbers, or texts without special signs."""
    kinds = set(map(type, values))
    if kinds == {int}:
        return map(str, values)
    if kinds == {str}:
        together = "".join(values)
        if together.isprintable() and "\\" not in together:
            return values
    return map(_one_copied, values)


def _one_copied(value: Any) -> str:
    if type(value) is str:
        return value.translate(_ESCAPES)
    return "\\N" if value is None else str(value)
