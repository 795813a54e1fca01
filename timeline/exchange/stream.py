"""Reading the database in a stream: one snapshot, pages of rows, one order of texts."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from django.db import connections

from timeline.models import Import

from .bulk import is_sqlite

PAGE = 500
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
    connection = connections[using]
    if is_sqlite(using):
        with connection.cursor() as cursor:
            cursor.execute(sql, params)
            while rows := cursor.fetchmany(PAGE):
                yield rows
        return
    with connection.cursor() as cursor:
        name = f"pages_{id(cursor)}"
        cursor.execute(f"DECLARE {name} NO SCROLL CURSOR FOR {sql}", params)
        while True:
            cursor.execute(f"FETCH {PAGE} FROM {name}")
            if not (rows := cursor.fetchall()):
                break
            yield rows
        cursor.execute(f"CLOSE {name}")


def shown(alias: str = "t") -> str:
    """The condition that leaves out rows of imports that have not ended."""
    return (
        f"({alias}.imported_by_id IS NULL OR {alias}.imported_by_id NOT IN "
        f"(SELECT id FROM timeline_import WHERE state IN ({UNFINISHED})))"
    )


def by_code_point(using: str, column: str) -> str:
    """A text column to sort by code point, as SQLite always does."""
    return column if is_sqlite(using) else f'{column} COLLATE "C"'
