"""The history of rows that an import changes, written by the database itself.

A row that came with an import or a fixture has no entry until it is first changed:
then one is written of what it was. What the import makes of it is the next entry,
written after the import has ended, in short transactions.
"""

from typing import Any

from django.db import connections, models, transaction
from django.utils import timezone

from timeline.models import Import, ImportChange

from .lookup import match
from .pace import Pace
from .spool import Change
from .tables import TABLES, Table

JOURNAL = ImportChange._meta.db_table
IMPORTS = Import._meta.db_table
PIECE = 2_000  # entries in one transaction
KEPT = [table for table in TABLES if hasattr(table.model, "history")]


def remember(changes: list[Change], using: str) -> None:
    """The first entry of rows that have none: what they are before the change."""
    for table in KEPT:
        rows = [(row,) for name, row, *_ in changes if name == table.name]
        if not rows:
            continue
        known = match(using, _history(table)._meta.db_table, ("id",), rows, "t.id")
        new = sorted({row for (row,) in rows} - {pk for (pk,) in known})
        if new:
            _write_first(table, new, using)


def _write_first(table: Table, rows: list[int], using: str) -> None:
    columns = _columns(table)
    places = ", ".join(["%s"] * len(rows))
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {_history(table)._meta.db_table} ({_named(columns)}, "
            "history_date, history_change_reason, history_type) "
            f"SELECT {_named(columns, 't.')}, COALESCE(i.finished, i.started, %s), "
            "CASE WHEN i.id IS NULL THEN 'as it was loaded' "
            "ELSE 'import ' || i.id END, '+' "
            f"FROM {table.db_table} t LEFT JOIN {IMPORTS} i ON i.id = t.imported_by_id "
            f"WHERE t.id IN ({places})",
            [timezone.now(), *rows],
        )
        for kept, field in _relations(table):
            own = _relation_columns(field)
            cursor.execute(
                f"INSERT INTO {kept._meta.db_table} (history_id, {_named(own)}) "
                f"SELECT h.history_id, {_named(own, 'r.')} "
                f"FROM {_history(table)._meta.db_table} h "
                f"JOIN {field.remote_field.through._meta.db_table} r "
                f'ON r."{field.m2m_column_name()}" = h.id WHERE h.id IN ({places})',
                rows,
            )


def note(job: Import, using: str, reason: str, raised: int) -> None:
    """What became of each row of the journal, where it is not noted yet.

    `raised` says by how much the version of a row was raised since the journal was
    written: 1 by the import, 2 when it was undone.
    """
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"SELECT min(id), max(id) FROM {JOURNAL} WHERE imported_by_id = %s",
            [job.pk],
        )
        first, last = cursor.fetchone()
    if first is None:
        return
    pace = Pace(using)
    for at in range(first, last + 1, PIECE):
        piece = (job.pk, at, at + PIECE - 1)
        for table in KEPT:
            with pace.turn(), transaction.atomic(using):
                _note_piece(table, piece, using, reason, raised)


def _note_piece(
    table: Table, piece: tuple[int, int, int], using: str, reason: str, raised: int
) -> None:
    columns, history = _columns(table), _history(table)._meta.db_table
    changed = (
        f"FROM {JOURNAL} c JOIN {table.db_table} t ON t.id = c.row "
        'WHERE c.imported_by_id = %s AND c.id BETWEEN %s AND %s AND c."table" = %s '
        f"AND NOT EXISTS (SELECT 1 FROM {history} h "
        f"WHERE h.id = c.row AND h.version = c.version + {raised})"
    )
    params = [*piece, table.name]
    with connections[using].cursor() as cursor:
        cursor.execute(
            f"SELECT c.row, c.version + {raised} {changed} "
            f"AND t.version > c.version + {raised}",
            params,
        )
        for row, version in cursor.fetchall():
            _note_overtaken(table, row, version, using, reason)
        cursor.execute(
            f"INSERT INTO {history} ({_named(columns)}, history_date, "
            "history_change_reason, history_type) "
            f"SELECT {_named(columns, 't.')}, %s, %s, '~' {changed} "
            f"AND t.version = c.version + {raised}",
            [timezone.now(), reason, *params],
        )
        for kept, field in _relations(table):
            own = _relation_columns(field)
            cursor.execute(
                f"INSERT INTO {kept._meta.db_table} (history_id, {_named(own)}) "
                f"SELECT h.history_id, {_named(own, 'r.')} FROM {JOURNAL} c "
                f"JOIN {history} h ON h.id = c.row AND h.version = c.version + {raised}"
                f" JOIN {field.remote_field.through._meta.db_table} r "
                f'ON r."{field.m2m_column_name()}" = c.row '
                "WHERE c.imported_by_id = %s AND c.id BETWEEN %s AND %s "
                'AND c."table" = %s AND h.history_change_reason = %s AND NOT EXISTS '
                f"(SELECT 1 FROM {kept._meta.db_table} k "
                "WHERE k.history_id = h.history_id)",
                [*params, reason],
            )


def _note_overtaken(
    table: Table, row: int, version: int, using: str, reason: str
) -> None:
    """Somebody saved the row again before this entry: it goes between."""
    history = table.model.history.using(using).filter(id=row)
    before = history.filter(version__lt=version).order_by("-version").first()
    later = history.filter(version__gt=version).order_by("version").first()
    if before is None or later is None:
        return
    changes = ImportChange.objects.using(using).filter(table=table.name, row=row)
    change = changes.filter(version__in=(version - 1, version - 2)).last()
    if change is None:
        return
    after = change.after if change.version == version - 1 else change.before
    before.pk, before.version = None, version
    for name, value in after.items():
        if name != "tags":
            setattr(before, name, value)
    before.history_type, before.history_change_reason = "~", reason
    before.history_date = later.history_date
    before.history_user = None
    before.save(using=using)


def _history(table: Table) -> type[models.Model]:
    found: type[models.Model] = table.model.history.model  # type: ignore[attr-defined]
    return found


def _columns(table: Table) -> list[str]:
    """The columns that a row and its history share."""
    own = {field.column for field in table.model._meta.concrete_fields}
    return [f.column for f in _history(table)._meta.concrete_fields if f.column in own]


def _relations(table: Table) -> list[tuple[type[models.Model], Any]]:
    """The tables that keep an entry's relations to many."""
    history = _history(table)
    return [
        (getattr(history, field.name).model, field)
        for field in history._history_m2m_fields  # type: ignore[attr-defined]
    ]


def _relation_columns(field: Any) -> list[str]:
    return [f.column for f in field.remote_field.through._meta.concrete_fields]


def _named(columns: list[str], before: str = "") -> str:
    return ", ".join(f'{before}"{column}"' for column in columns)
