"""The one place that writes in bulk: all of a plan, or nothing that anybody sees.

New rows go in short transactions and stay hidden by their import; changes of other
rows wait in the journal. One last transaction applies the changes and shows the rows.
An import that fails or dies is taken back by its blocks of primary keys.
"""

from collections.abc import Callable
from contextlib import suppress
from typing import Any

from django.db import DatabaseError, OperationalError, transaction
from django.utils import timezone

from timeline.models import Dating, Import, add_marks, refresh_marks

from . import journal
from .alive import StillRunning, held
from .bulk import Blocks, delete_block, reference, reserve, shifts
from .insertion import insert
from .pace import Pace, room_to_write
from .pending import Overtaken, Pending
from .plan import NEEDED, Plan
from .report import Report
from .row_history import note, remember
from .seen import NEW
from .spool import Change, New, Shape
from .tables import BY_NAME, TABLES, Table

PIECE = 2_000  # rows deleted in one transaction
MARKS_AT_ONCE = 20_000
ORDER = (
    *("timeline", "document", "revision", "passage", "notelink", "tag"),
    *("event", "event_tags", "citation", "dating", "late", "proposal"),
)
Tell = Callable[[str, int, int], None]


def write(plan: Plan, job: Import, report: Report, using: str, tell: Tell) -> bool:
    """Write a plan; whatever goes wrong, nobody sees a part of it.

    Returns whether it has ended. What is interrupted after the last transaction is in,
    and the next command ends it.
    """
    pending = Pending(using)
    with held(using, job.pk), room_to_write(using):
        try:
            blocks = _reserve(plan, job, using)
            _write_hidden(plan, job, blocks, pending, using, tell)
            _show(plan, job, report, blocks, pending, using, tell)
        except BaseException as error:
            if _is_in(job, using):
                return False
            with suppress(DatabaseError):
                roll_back(job, using, str(error) or type(error).__name__)
            raise
        finally:
            with suppress(DatabaseError):
                pending.close()
        try:
            _end(job, using)
        except (DatabaseError, KeyboardInterrupt):
            return False
    return True


def _is_in(job: Import, using: str) -> bool:
    """Whether the last transaction is over, whatever came right after it."""
    with suppress(DatabaseError):
        done = Import.objects.using(using).filter(pk=job.pk, state=Import.State.DONE)
        return done.exists()
    return False


def _reserve(plan: Plan, job: Import, using: str) -> Blocks:
    """A block of primary keys for each table, noted before the first row is there."""
    with transaction.atomic(using):
        blocks = {
            table: reserve(using, table, count)
            for table, count in plan.numbers().items()
        }
        job.blocks = blocks
        job.save(using=using, update_fields=["blocks"])
    return blocks


def _write_hidden(
    plan: Plan, job: Import, blocks: Blocks, pending: Pending, using: str, tell: Tell
) -> None:
    """New rows, which nobody sees yet, and the journal of changes."""
    pace, chunks = Pace(using), plan.spool.chunks_in_order()
    marks = _pieces(blocks.get("dating", (0, -1)), MARKS_AT_ONCE)
    written, total = 0, plan.spool.chunks + len(marks)
    while written < plan.spool.chunks:
        with pace.turn() as turn, transaction.atomic(using):
            for new, changes in chunks:
                left_out = plan.batch.left_out
                _write_new(_without(new, left_out), job, blocks, using)
                kept = [_keyed(c, blocks) for c in changes if c[:2] not in left_out]
                _keep_changes(kept, job, pending, using)
                written += 1
                if turn.is_over():
                    break
        tell("write", written, total)
    for first, last in marks:
        with pace.turn(), transaction.atomic(using):
            add_marks(first, last, using)
        written += 1
        tell("write", written, total)


def _pieces(block: tuple[int, int], size: int) -> list[tuple[int, int]]:
    """A block of primary keys in parts of at most this size."""
    first, last = block
    return [(at, min(at + size - 1, last)) for at in range(first, last + 1, size)]


def _keep_changes(
    changes: list[Change], job: Import, pending: Pending, using: str
) -> None:
    if changes:
        journal.keep(job, changes, using)
        journal.wait(pending, changes, using)
        remember(changes, using)


def _write_new(new: New, job: Import, blocks: Blocks, using: str) -> None:
    for shape in sorted(new, key=_order):
        if shape[0] != "late":
            insert(using, shape, new[shape], blocks, job.pk)


def _without(new: New, left_out: set[tuple[str, int]]) -> New:
    """New rows but those of file rows that were refused at the end of the file.

    Such a row is of an event that is here: nothing else rests on what it brings.
    """
    if not left_out:
        return new
    kept = {
        shape: [row for row in rows if (shape[0], row[0]) not in left_out]
        for shape, rows in new.items()
    }
    return {shape: rows for shape, rows in kept.items() if rows}


def _order(shape: Shape) -> int:
    return ORDER.index(shape[0])


def _keyed(change: Change, blocks: Blocks) -> Change:
    """A change with the primary keys that numbers of new rows become."""
    table, row, version, before, after = change
    shift = shifts(table, blocks)
    for column in shift.keys() & after.keys():
        if (value := after[column]) is not None and value >= NEW:
            after[column] = value + shift[column]
    if "tags" in after:
        after["tags"] = sorted(reference(t, "tag", blocks) for t in after["tags"])
    return table, row, version, before, after


def _show(
    plan: Plan,
    job: Import,
    report: Report,
    blocks: Blocks,
    pending: Pending,
    using: str,
    tell: Tell,
) -> None:
    """The last transaction: changes are made, new rows are there for everybody."""
    with pending.watched(), transaction.atomic(using):
        pending.apply(lambda done, of: tell("apply", done, of))
        if plan.has_late:
            refresh_marks(sorted(_write_late(plan, job, blocks, using)), using)
        if report.refused:
            _remove_needless(plan, job, blocks, using)
        for name, count in report.counts().items():
            setattr(job, name, count)
        job.state = Import.State.DONE
        job.save(using=using)


def _remove_needless(plan: Plan, job: Import, blocks: Blocks, using: str) -> None:
    """Tags and timelines that nothing but refused rows called for."""
    for name in NEEDED:
        if name in blocks and name not in plan.given:
            rows = BY_NAME[name].model._base_manager.using(using)
            mine = rows.filter(pk__range=blocks[name], imported_by=job)
            mine.filter(events=None)._raw_delete(using)


def _end(job: Import, using: str) -> None:
    """What an import changed stands in the history of each row; then it has ended."""
    note(job, using, f"import {job.pk}", raised=1)
    job.finished = timezone.now()
    job.save(using=using, update_fields=["finished"])


def _write_late(plan: Plan, job: Import, blocks: Blocks, using: str) -> set[int]:
    """New datings of events that were there before; returns these events."""
    events = set()
    for new, _ in plan.spool.chunks_in_order():
        for shape in new:
            if shape[0] != "late":
                continue
            rows = [
                row
                for row in new[shape]
                if ("dating", row[0]) not in plan.batch.left_out
            ]
            if rows:
                insert(using, shape, rows, blocks, job.pk)
            at = shape[1].index("event_id") + 1
            events |= {row[at] for row in rows}
    return events


def roll_back(job: Import, using: str, why: str) -> None:
    """Remove what an import that failed or died has written; nobody saw it."""
    _remove_hidden(job, using)
    _remove_journal(job, using)
    job.state, job.why = Import.State.ROLLED_BACK, why[:1_000]
    job.finished = timezone.now()
    job.save(using=using, update_fields=["state", "why", "finished"])


def _remove_hidden(job: Import, using: str) -> None:
    pace = Pace(using)
    for table in reversed(TABLES):
        for piece in _pieces(job.blocks.get(table.name, (0, -1)), PIECE):
            with pace.turn(), transaction.atomic(using):
                delete_block(using, table.name, *piece)


def _remove_journal(job: Import, using: str) -> None:
    pace = Pace(using)
    changes = job.changes.using(using).order_by("pk")
    while (first := changes.first()) is not None:
        with pace.turn(), transaction.atomic(using):
            changes.filter(pk__lt=first.pk + PIECE)._raw_delete(using)


def roll_back_dead_imports(using: str = "default") -> list[Import]:
    """Take back every import whose process has died; the ones running go on.

    Where there is no room to remove rows they stay hidden, until the next time. One
    that was shown already is only ended.
    """
    done = []
    imports = Import.objects.using(using)
    dead = imports.unfinished() | imports.filter(state=Import.State.DONE, finished=None)
    for job in dead.order_by("pk"):
        with suppress(StillRunning, OperationalError), held(using, job.pk):
            if job.state == Import.State.UNDOING:
                _end_undo(job, using)
            elif job.state == Import.State.DONE:
                _end(job, using)
                continue
            else:
                roll_back(job, using, "The process died.")
            done.append(job)
    return done


class CannotUndo(Exception):
    """Why an import stays: it is not done, or its rows were touched since."""


def undo(job: Import, using: str = "default", at_once: bool = True) -> None:
    """Take an import back as a whole, as long as nobody touched its rows.

    Nobody sees them any more when this returns. They are removed `at_once`, or by
    whoever next calls `roll_back_dead_imports`.
    """
    if job.state == Import.State.UNDONE:
        raise CannotUndo(f"Import {job.pk} was undone before; nothing of it is left.")
    if job.state != Import.State.DONE:
        raise CannotUndo(f"Import {job.pk} is {job.get_state_display()}.")
    pending = Pending(using)
    with held(using, job.pk):
        try:
            journal.wait_to_undo(pending, job, using)
            with pending.watched(), transaction.atomic(using):
                _hide(job, pending, using)
        except Overtaken as error:
            raise CannotUndo(f"Import {job.pk} stays: {error}") from None
        finally:
            pending.close()
        if at_once:
            _end_undo(job, using)


def _hide(job: Import, pending: Pending, using: str) -> None:
    """The transaction that hides what came in and takes back what was changed."""
    if touched := _touched(job, using):
        raise CannotUndo(
            f"Import {job.pk} stays. Since it came in, {'; '.join(touched)}."
        )
    events = _remove_late(job, using)
    pending.apply(lambda done, of: None)
    refresh_marks(events, using)
    job.state = Import.State.UNDOING
    job.save(using=using, update_fields=["state"])


def _end_undo(job: Import, using: str) -> None:
    note(job, using, f"import {job.pk} undone", raised=2)
    _remove_hidden(job, using)
    job.state, job.finished = Import.State.UNDONE, timezone.now()
    job.save(using=using, update_fields=["state", "finished"])


def _remove_late(job: Import, using: str) -> list[int]:
    """Datings that the import gave to events that were there before."""
    first, last = job.blocks.get("dating", (0, -1))
    late = Dating._base_manager.using(using).filter(pk__range=(first, last))
    if "event" in job.blocks:
        late = late.exclude(**within("event", job.blocks["event"]))
    events = sorted(set(late.values_list("event_id", flat=True)))
    late._raw_delete(using)
    return events


def within(name: str, block: tuple[int, int]) -> dict[str, int]:
    """The condition that a reference leads into a block of primary keys."""
    return {f"{name}__gte": block[0], f"{name}__lte": block[1]}


def _touched(job: Import, using: str) -> list[str]:
    """What others did to the new rows: saved them, or made rows that refer to them."""
    found = []
    for table in TABLES:
        rows = table.model._base_manager.using(using)
        block = job.blocks.get(table.name)
        own = rows.filter(pk__range=block) if block else rows.none()
        if table.has_version and block:
            saved = own.filter(version__gt=1)
            found += [f"{row} was saved" for row in _first(table, saved)]
        for name, reference_ in table.references.items():
            if (parents := job.blocks.get(reference_.table)) is None:
                continue
            others = rows.filter(**within(name, parents))
            if block:
                others = others.exclude(pk__range=block)
            made = f"the {reference_.table} it brought"
            found += [f"{row} rests on {made}" for row in _first(table, others)]
    return found[:5]


def _first(table: Table, rows: Any) -> list[str]:
    """Some rows as a person knows them, each with the import it came in with."""
    return [
        f"{table.name} {row.pk} “{row}”"
        + (f" of import {row.imported_by_id}" if row.imported_by_id else "")
        for row in rows.order_by("pk")[:3]
    ]
