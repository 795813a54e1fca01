"""Changes of rows that were there before: kept, applied at once, and taken back.

An entry holds what a row was and what it becomes. All entries of an import are
applied in the transaction that shows its new rows, and undone in the one that hides
them. A row that somebody saved in between is never written over.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from django.db import connections

from timeline.models import Import, ImportChange, refresh_marks

from .bulk import TAGS
from .lookup import match
from .tables import BY_NAME, Table

AT_ONCE = 500


class Overtaken(Exception):
    """Somebody saved rows meanwhile that the journal was about to write."""

    def __init__(self, rows: Sequence[str]) -> None:
        more = f" and {len(rows) - 5} more" if len(rows) > 5 else ""
        super().__init__(f"Somebody saved {', '.join(rows[:5])}{more} meanwhile.")


def keep(job: Import, changes: Iterable[Any], using: str) -> None:
    """Write journal entries; the rows themselves stay as they are."""
    ImportChange.objects.using(using).bulk_create(
        [
            ImportChange(
                imported_by=job,
                table=table,
                row=row,
                version=version,
                before=before,
                after=after,
            )
            for table, row, version, before, after in changes
        ],
        batch_size=AT_ONCE,
    )


def entries(job: Import, using: str) -> Iterator[list[ImportChange]]:
    """The journal in pieces."""
    piece = []
    changes = ImportChange.objects.using(using).filter(imported_by=job).order_by("pk")
    for change in changes.iterator(AT_ONCE):
        piece.append(change)
        if len(piece) == AT_ONCE:
            yield piece
            piece = []
    if piece:
        yield piece


def apply(job: Import, using: str, tell: Callable[[str, int, int], None]) -> None:
    """Make every row what the import makes of it."""
    total = ImportChange.objects.using(using).filter(imported_by=job).count()
    _write_all(
        job,
        using,
        lambda c: (c.version, c.after),
        lambda done: tell("apply", done, total),
    )


def take_back(job: Import, using: str) -> None:
    """Make every row what it was before the import."""
    _write_all(
        job, using, lambda c: (c.version and c.version + 1, c.before), lambda done: None
    )


Side = Callable[[ImportChange], tuple[int | None, dict[str, Any]]]


def _write_all(
    job: Import, using: str, side: Side, tell: Callable[[int], None]
) -> None:
    """Datings that are given up go first: an event follows one at most, always."""
    done = 0
    for accepting in (False, True):
        for piece in entries(job, using):
            chosen = [change for change in piece if _accepts(change, side) == accepting]
            if chosen:
                _write(job, chosen, using, side)
                done += len(chosen)
                tell(done)


def _accepts(change: ImportChange, side: Side) -> bool:
    return change.table == "dating" and side(change)[1].get("status") == "accepted"


def _write(job: Import, changes: list[ImportChange], using: str, side: Side) -> None:
    _remember(job, changes, using)
    by_shape: dict[tuple[str, tuple[str, ...]], list[ImportChange]] = defaultdict(list)
    for change in changes:
        columns = tuple(sorted(set(side(change)[1]) - {"tags"}))
        by_shape[change.table, columns].append(change)
    for (name, columns), alike in by_shape.items():
        _update(BY_NAME[name], columns, alike, using, side)
    _write_tags(changes, using, side)
    _note_history(job, changes, using)
    events = set(_events(changes, using))
    refresh_marks(sorted(events), using)


def _update(
    table: Table,
    columns: tuple[str, ...],
    changes: list[ImportChange],
    using: str,
    side: Side,
) -> None:
    sets = [f'"{column}" = %s' for column in columns]
    where = "id = %s"
    if table.has_version:
        sets.append("version = version + 1")
        where += " AND version = %s"
    if not sets:
        return
    sql = f"UPDATE {table.db_table} SET {', '.join(sets)} WHERE {where}"
    overtaken = []
    with connections[using].cursor() as cursor:
        for change in changes:
            version, values = side(change)
            params = [values[column] for column in columns] + [change.row]
            cursor.execute(sql, params + [version] * table.has_version)
            if cursor.rowcount != 1:
                overtaken.append(f"{change.table} {change.row}")
    if overtaken:
        raise Overtaken(overtaken)


def _write_tags(changes: list[ImportChange], using: str, side: Side) -> None:
    tagged = [(c.row, side(c)[1]["tags"]) for c in changes if "tags" in side(c)[1]]
    with connections[using].cursor() as cursor:
        for event, tags in tagged:
            cursor.execute(f"DELETE FROM {TAGS} WHERE event_id = %s", [event])
            cursor.executemany(
                f"INSERT INTO {TAGS} (event_id, tag_id) VALUES (%s, %s)",
                [(event, tag) for tag in tags],
            )


def _events(changes: list[ImportChange], using: str) -> Iterator[int]:
    """The events whose marks may follow."""
    datings = []
    for change in changes:
        if change.table == "event":
            yield change.row
        elif change.table == "dating":
            datings.append((change.row,))
            for side in (change.before, change.after):
                if "event_id" in side:
                    yield side["event_id"]
    table = BY_NAME["dating"].db_table
    for (event,) in match(using, table, ("id",), datings, "t.event_id"):
        yield event


def _by_model(changes: list[ImportChange]) -> dict[Any, list[int]]:
    rows = defaultdict(list)
    for change in changes:
        model = BY_NAME[change.table].model
        if hasattr(model, "history"):
            rows[model].append(change.row)
    return rows


def _remember(job: Import, changes: list[ImportChange], using: str) -> None:
    """Rows that came with an import get their first history entry now."""
    for model, pks in _by_model(changes).items():
        with_history = set(
            model.history.using(using).filter(id__in=pks).values_list("id", flat=True)
        )
        first = model._base_manager.using(using).filter(pk__in=set(pks) - with_history)
        imported = list(first.exclude(imported_by=None))
        if imported:
            model.history.bulk_history_create(
                imported, default_change_reason="as imported"
            )


def _note_history(job: Import, changes: list[ImportChange], using: str) -> None:
    """What the import changed stands in the history of each row."""
    for model, pks in _by_model(changes).items():
        rows = list(model._base_manager.using(using).filter(pk__in=pks))
        model.history.bulk_history_create(
            rows, update=True, default_change_reason=f"import {job.pk}"
        )
