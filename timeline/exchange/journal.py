"""The journal: changes of rows that were there before, and the way back.

An entry holds what a row was and what it becomes. All changes of an import are made in
the transaction that shows its new rows, and undone in the one that hides them. A row
that somebody saved in between is never written over.
"""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import connections

from timeline.models import Import, ImportChange

from .insertion import write_rows
from .lookup import match
from .pending import Pending
from .spool import Change
from .tables import BY_NAME

AT_ONCE = 1_000
JOURNAL = ImportChange._meta.db_table
COLUMNS = ("imported_by_id", "table", "row", "version", "before", "after")
# What of an event, and of a dating, its mark follows.
MARKED = {
    "event": {"timeline_id", "importance", "publication"},
    "dating": {"event_id", "status", "start_min", "end_max", "seconds"},
}


def keep(job: Import, changes: list[Change], using: str) -> None:
    """Write journal entries; the rows themselves stay as they are."""
    rows = [
        (job.pk, table, row, version, _text(before), _text(after))
        for table, row, version, before, after in changes
    ]
    if rows:
        write_rows(using, JOURNAL, COLUMNS, rows)


def _text(values: dict[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False)


def wait(pending: Pending, changes: Iterable[Change], using: str) -> None:
    """Put changes where they wait for the transaction that makes them."""
    datings = []
    for table, row, version, before, after in changes:
        values = dict(after)
        if (tags := values.pop("tags", None)) is not None:
            pending.tag(row, tags)
        pending.add(table, row, version, values)
        if not MARKED.get(table, set()) & after.keys():
            continue
        if table == "event":
            pending.mark(row)
        else:
            datings.append((row,))
            for event in (before.get("event_id"), after.get("event_id")):
                if event is not None:
                    pending.mark(event)
    if datings:
        table = BY_NAME["dating"].db_table
        for (event,) in match(using, table, ("id",), datings, "t.event_id"):
            pending.mark(event)
    pending.flush()


def wait_to_undo(pending: Pending, job: Import, using: str) -> None:
    """Put the way back of every entry where it waits."""
    for changes in entries(job, using):
        back = (
            (table, row, version and version + 1, after, before)
            for table, row, version, before, after in changes
        )
        wait(pending, back, using)


def entries(job: Import, using: str) -> Iterator[list[Change]]:
    """The journal in pieces."""
    names = ", ".join(f'"{name}"' for name in ("id", *COLUMNS[1:]))
    sql = (
        f"SELECT {names} FROM {JOURNAL} WHERE imported_by_id = %s AND id > %s "
        f"ORDER BY id LIMIT {AT_ONCE}"
    )
    last = 0
    while True:
        with connections[using].cursor() as cursor:
            cursor.execute(sql, [job.pk, last])
            found = cursor.fetchall()
        if not found:
            return
        last = found[-1][0]
        yield [(*row[1:4], _value(row[4]), _value(row[5])) for row in found]


def _value(column: Any) -> dict[str, Any]:
    return json.loads(column) if isinstance(column, str) else column
