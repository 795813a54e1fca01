"""Reading the database in a stream: one snapshot, pages of rows, one order of texts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connections

from timeline.models import Import

from .bulk import is_sqlite

FIRST, PAGE = 8, 500  # rows of the first page, and of any
ROOM = 4_000_000  # characters of a page, as far as the page before it foretells them
UNFINISHED = ", ".join(f"'{state.value}'" for state in Import.UNFINISHED)


@contextmanager
def snapshot(using: str) -> Iterator[None]:
    """Every statement inside sees the same state, and no writer waits for us."""
    connection = connections[using]
    if connection.in_atomic_block:
        yield
        return
    with connection.cursor() as cursor:
        cursor.execute(
            "BEGIN DEFERRED"
            if is_sqlite(using)
            else "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"
        )
        try:
            yield
        finally:
            cursor.execute("ROLLBACK")


def pages(using: str, sql: str, params: Sequence[Any] = ()) -> Iterator[list[Any]]:
    """The rows of a statement in pages; PostgreSQL keeps the rest on its side."""
    connection, size = connections[using], FIRST
    if is_sqlite(using):
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            while rows := cursor.fetchmany(size):
                size = _next_size(size, rows)
                yield rows
        return
    with connection.cursor() as cursor:
        name = f"pages_{id(cursor)}"
        cursor.execute(f"DECLARE {name} NO SCROLL CURSOR FOR {sql}", params)
        while True:
            cursor.execute(f"FETCH {size} FROM {name}")
            if not (rows := cursor.fetchall()):
                break
            size = _next_size(size, rows)
            yield rows
        cursor.execute(f"CLOSE {name}")


def _next_size(size: int, rows: list[Any]) -> int:
    """Rows of the next page: four times as many, but no more than there is room for."""
    characters = sum([len(v) for row in rows for v in row if type(v) is str])
    return max(1, min(PAGE, 4 * size, ROOM * len(rows) // (characters or 1)))


def shown(alias: str = "t") -> str:
    """The condition that leaves out rows of imports that have not ended."""
    return (
        f"({alias}.imported_by_id IS NULL OR {alias}.imported_by_id NOT IN "
        f"(SELECT id FROM timeline_import WHERE state IN ({UNFINISHED})))"
    )


def by_code_point(using: str, column: str) -> str:
    """A text column to sort by code point, as SQLite always does."""
    return column if is_sqlite(using) else f'{column} COLLATE "C"'
