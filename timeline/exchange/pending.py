"""Changes that wait in temporary tables, to be made in a few statements.

The transaction that makes them holds the lock of a SQLite database, so nothing is left
to do in it row by row: an update for each table and set of columns, whatever the number
of rows. Only this connection sees the tables that wait.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import Any

from django.db import connections

from timeline.models import refresh_marks_of

from .bulk import TAGS, is_sqlite
from .insertion import write_rows
from .tables import BY_NAME

SHOWN = 5  # names of rows in a sentence
Kind = tuple[str, tuple[str, ...], bool]  # table, columns, whether it accepts a dating


class Overtaken(Exception):
    """Somebody saved rows meanwhile that were about to be changed."""

    def __init__(self, rows: list[str], more: int) -> None:
        others = f" and {more} more" if more else ""
        super().__init__(f"Somebody saved {', '.join(rows)}{others} meanwhile.")


class Pending:
    """Collects changes; makes them all at once."""

    def __init__(self, using: str) -> None:
        self.using = using
        self._tables: dict[Kind, str] = {}
        self._made: list[str] = []
        self._counts: dict[Kind, int] = defaultdict(int)
        self._rows: dict[Kind, list[tuple[Any, ...]]] = defaultdict(list)
        self._marks: set[int] = set()
        self._tagged: list[tuple[int, list[int]]] = []

    def add(
        self, table: str, row: int, version: int | None, values: dict[str, Any]
    ) -> None:
        """A row is to have these values, if it still has this version."""
        names = tuple(sorted(values))
        accepts = table == "dating" and values.get("status") == "accepted"
        kept = (row, version, *[values[name] for name in names])
        self._rows[table, names, accepts].append(kept)

    def tag(self, event: int, tags: list[int]) -> None:
        """An event is to have these tags."""
        self._tagged.append((event, tags))

    def mark(self, event: int) -> None:
        """The mark of an event may follow."""
        self._marks.add(event)

    def flush(self) -> None:
        """Write what was added into the tables that wait."""
        for kind, rows in self._rows.items():
            if rows:
                names = ("id", "version", *_numbered(kind[1]))
                write_rows(self.using, self._table(kind), names, rows)
                self._counts[kind] += len(rows)
                rows.clear()
        if self._marks:
            self._keep("marks", ("event_id",), [(event,) for event in self._marks])
            self._marks.clear()
        if self._tagged:
            self._keep("tagged", ("event_id",), [(event,) for event, _ in self._tagged])
            pairs = [(event, tag) for event, tags in self._tagged for tag in tags]
            self._keep("tags", ("event_id", "tag_id"), pairs)
            self._tagged.clear()

    def apply(self, tell: Callable[[int, int], None]) -> None:
        """Make every change, or raise `Overtaken`; called inside a transaction.

        Datings that are given up go first: an event follows one at most, always.
        """
        done, total = 0, sum(self._counts.values())
        for kind in sorted(self._counts, key=lambda kind: kind[2]):
            if self._update(kind) != self._counts[kind]:
                raise _Mismatch
            done += self._counts[kind]
            tell(done, total)
        if "pending_tagged" in self._made:
            self._write_tags()
        if "pending_marks" in self._made:
            refresh_marks_of("SELECT event_id FROM pending_marks", self.using)

    @contextmanager
    def watched(self) -> Iterator[None]:
        """Round the transaction: what was overtaken is told by name."""
        try:
            yield
        except _Mismatch:
            raise self._overtaken() from None

    def close(self) -> None:
        """Let the tables go."""
        with connections[self.using].cursor() as cursor:
            for name in self._made:
                cursor.execute(f"DROP TABLE IF EXISTS {name}")
        self._made.clear()

    # Statements

    def _update(self, kind: Kind) -> int:
        table, names, _ = kind
        target = BY_NAME[table]
        moments = target.moment_columns if is_sqlite(self.using) else ()
        sets = [
            f'"{name}" = {_as_stored(f"p.{number}", name in moments)}'
            for name, number in zip(names, _numbered(names), strict=True)
        ]
        where = "t.id = p.id"
        if target.has_version:
            sets.append("version = t.version + 1")
            where += " AND t.version = p.version"
        if not sets:
            return self._counts[kind]
        with connections[self.using].cursor() as cursor:
            cursor.execute(
                f"UPDATE {target.db_table} AS t SET {', '.join(sets)} "
                f"FROM {self._table(kind)} AS p WHERE {where}"
            )
            return int(cursor.rowcount)

    def _write_tags(self) -> None:
        with connections[self.using].cursor() as cursor:
            cursor.execute(
                f"DELETE FROM {TAGS} "
                "WHERE event_id IN (SELECT event_id FROM pending_tagged)"
            )
            cursor.execute(
                f"INSERT INTO {TAGS} (event_id, tag_id) "
                "SELECT event_id, tag_id FROM pending_tags"
            )

    def _overtaken(self) -> Overtaken:
        rows = []
        for kind in self._counts:
            table = BY_NAME[kind[0]]
            is_newer = "OR t.version <> p.version" if table.has_version else ""
            with connections[self.using].cursor() as cursor:
                cursor.execute(
                    f"SELECT p.id FROM {self._table(kind)} p LEFT JOIN "
                    f"{table.db_table} t ON t.id = p.id "
                    f"WHERE t.id IS NULL {is_newer} ORDER BY p.id"
                )
                rows += [f"{kind[0]} {pk}" for (pk,) in cursor.fetchall()]
        return Overtaken(rows[:SHOWN], len(rows) - SHOWN if len(rows) > SHOWN else 0)

    # Tables

    def _table(self, kind: Kind) -> str:
        if kind not in self._tables:
            name = f"pending_{len(self._tables)}"
            table, names, _ = kind
            self._create(name, table, names)
            self._tables[kind] = name
        return self._tables[kind]

    def _create(self, name: str, table: str, names: tuple[str, ...]) -> None:
        numbered = list(_numbered(names))
        if is_sqlite(self.using):
            columns = ", ".join(("id INTEGER PRIMARY KEY", "version", *numbered))
            self._make(name, f"({columns})")
            return
        columns = ", ".join(
            f'"{column}" AS {number}'
            for column, number in zip(names, numbered, strict=True)
        )
        rest = f", {columns}" if columns else ""
        target = BY_NAME[table].db_table
        self._make(name, f"AS SELECT id, 0 AS version{rest} FROM {target} WITH NO DATA")

    def _keep(
        self, name: str, columns: tuple[str, ...], rows: list[tuple[Any, ...]]
    ) -> None:
        name = f"pending_{name}"
        if name not in self._made:
            self._make(name, f"({', '.join(f'{column} bigint' for column in columns)})")
        if rows:
            write_rows(self.using, name, columns, rows)

    def _make(self, name: str, rest: str) -> None:
        with connections[self.using].cursor() as cursor:
            cursor.execute(
                f"DROP TABLE IF EXISTS temp.{name}"
                if is_sqlite(self.using)
                else f"DROP TABLE IF EXISTS pg_temp.{name}"
            )
            cursor.execute(f"CREATE TEMP TABLE {name} {rest}")
        self._made.append(name)


class _Mismatch(Exception):
    """Fewer rows were changed than should have been."""


def _numbered(names: Iterable[str]) -> list[str]:
    return [f"v{number}" for number, _ in enumerate(names)]


def _as_stored(value: str, is_moment: bool) -> str:
    return f"replace(rtrim({value}, 'Z'), 'T', ' ')" if is_moment else value
