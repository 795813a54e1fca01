"""An import is there as a whole or not at all, and can be taken back as a whole."""

import errno
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError, connection, connections

from timeline.exchange import (
    CannotUndo,
    ImportCancelled,
    ImportFailed,
    Report,
    StillRunning,
    pace,
    roll_back_dead_imports,
    run,
    spool,
    undo,
    writer,
)
from timeline.exchange.alive import held
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Import,
    ImportChange,
    Mark,
    Tag,
    Timeline,
)

from .conftest import counts, exported

pytestmark = pytest.mark.django_db
ROWS = "id,title,date,tags,document,passage,quote\n" + "".join(
    f"e{n},Event {n},1917,war,letter,p3,May 6\n" for n in range(250)
)
SHOWN = (Event, Citation, Dating, Mark, Tag, Timeline, Document)


@pytest.fixture(autouse=True)
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    """Three batches of a small file, each in a transaction of its own."""
    monkeypatch.setattr(run, "BATCH", 100)
    monkeypatch.setattr(pace, "TURN", 0.0)


@contextmanager
def held_elsewhere(number: int) -> Iterator[None]:
    """The lock of an import in another thread, which has a connection of its own."""
    is_held, may_end = threading.Event(), threading.Event()

    def hold() -> None:
        with held("default", number):
            is_held.set()
            may_end.wait(60)
        connections.close_all()

    thread = threading.Thread(target=hold)
    thread.start()
    assert is_held.wait(60)
    try:
        yield
    finally:
        may_end.set()
        thread.join()


class Stop(Exception):
    """The import is stopped here."""


def stop_at(step: str, at: int):
    """A progress report that stops the import."""

    def tell(name: str, done: int, total: int) -> None:
        if (name, done) == (step, at):
            raise Stop

    return tell


def numbers() -> list[int]:
    return [model.objects.count() for model in SHOWN]


def test_nobody_sees_rows_before_the_end(letter: Report, bring) -> None:
    before, seen = numbers(), []

    def tell(name: str, done: int, total: int) -> None:
        if name == "write":
            hidden = Event._base_manager.count()
            seen.append((numbers(), hidden, exported("csv").count("\n")))

    bring(ROWS, timeline="new", tell=tell)
    assert [now for now, *_ in seen] == [before] * len(seen)
    assert seen[-1][1] == before[0] + 250
    assert seen[-1][2] == 7  # the letter's six events and the header
    after = numbers()
    assert after[0] == before[0] + 250
    assert after[3] == before[3] + 250


def test_an_import_that_is_stopped_leaves_nothing(letter: Report, bring) -> None:
    before = exported()
    for step in (1, 2, 3):
        with pytest.raises(Stop):
            bring(ROWS, timeline="new", tell=stop_at("write", step))
        assert exported() == before
        assert Event._base_manager.count() == 6
        assert Citation._base_manager.filter(event__slug="e1").count() == 0
    assert set(Import.objects.values_list("state", flat=True)) == {
        "done",
        "rolled_back",
    }
    assert counts(bring(ROWS, timeline="new")) == (250, 0, 0, 0)


@pytest.mark.parametrize("step", ["check", "write", "apply"])
def test_an_import_can_be_cancelled(
    letter: Report, bring, tmp_path: Path, step: str
) -> None:
    before, rejects = exported(), tmp_path / "rejects.csv"

    def tell(name: str, done: int, total: int) -> None:
        assert 0 <= done <= total
        if name == step:
            raise ImportCancelled

    rows = "moscow-strike,Another title,,,,,\nbad,,1917,,,,\n" + ROWS.partition("\n")[2]
    with pytest.raises(ImportCancelled, match="nothing was imported"):
        bring(
            f"id,title,date,tags,document,passage,quote\n{rows}",
            timeline="letter",
            skip_bad=True,
            rejects=rejects,
            tell=tell,
        )
    assert exported() == before
    assert Event._base_manager.count() == 6
    assert not rejects.exists()
    assert not ImportChange.objects.exists()
    job = Import.objects.first()
    if step != "check":
        assert (job.state, job.why) == (
            "rolled_back",
            "Cancelled: nothing was imported.",
        )


def test_an_import_that_died_is_taken_back(
    letter: Report, bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exported()
    monkeypatch.setattr(writer, "roll_back", lambda *_: None)  # as if killed
    with pytest.raises(Stop):
        bring(ROWS, timeline="new", tell=stop_at("write", 2))
    monkeypatch.undo()
    assert exported() == before
    assert Event._base_manager.count() > 6
    job = Import.objects.get(state="running")
    with held_elsewhere(job.pk):  # while its process lives, it is left alone
        assert roll_back_dead_imports() == []
    assert roll_back_dead_imports() == [job]
    job.refresh_from_db()
    assert (job.state, job.why) == ("rolled_back", "The process died.")
    assert Event._base_manager.count() == 6
    assert not Tag._base_manager.filter(slug="war").exists()
    assert not Timeline._base_manager.filter(slug="new").exists()


def test_changes_come_at_the_end_all_at_once(letter: Report, bring) -> None:
    lines = exported().replace("Strike in Moscow", "Strike").replace('May 6"', 'May 6"')
    with pytest.raises(Stop):
        bring(lines, "all.jsonl", tell=stop_at("write", 1))
    event = Event.objects.get(slug="moscow-strike")
    assert (event.title, event.version) == ("Strike in Moscow", 1)
    assert not ImportChange.objects.exists()
    report = bring(lines, "all.jsonl")
    assert counts(report) == (0, 1, 68, 0)
    (change,) = report.differences
    assert (change.column, change.before, change.after) == (
        "title",
        "Strike in Moscow",
        "Strike",
    )
    event.refresh_from_db()
    assert (event.title, event.version) == ("Strike", 2)
    assert [h.title for h in event.history.order_by("history_id")] == [
        "Strike in Moscow",
        "Strike",
    ]


def test_history_is_noted_after_a_death_too(
    letter: Report, bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def died(*_: object, **__: object) -> None:
        raise OperationalError("as if killed")

    lines = exported().replace("Strike in Moscow", "Strike")
    monkeypatch.setattr(writer, "note", died)
    report = bring(lines, "all.jsonl")
    monkeypatch.undo()
    event = Event.objects.get(slug="moscow-strike")
    assert (report.written, event.title, event.version) == (True, "Strike", 2)
    assert event.history.count() == 1
    assert roll_back_dead_imports() == []
    job = Import.objects.get(pk=report.import_id)
    assert job.state == "done" and job.finished is not None
    reasons = [f"import {letter.import_id}", f"import {job.pk}"]
    entries = event.history.order_by("history_id")
    assert [h.history_change_reason for h in entries] == reasons
    assert [h.version for h in entries] == [1, 2]
    assert [list(h.tags.values_list("tag__slug", flat=True)) for h in entries] == [
        [tag.slug for tag in event.tags.order_by("slug")]
    ] * 2


def test_a_save_before_the_history_is_noted_comes_after_it(
    letter: Report, bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted = writer.note

    def saved_first(*arguments: object, **named: object) -> None:
        event = Event.objects.get(slug="moscow-strike")
        event.summary = "An editor was here."
        event.save()
        noted(*arguments, **named)

    monkeypatch.setattr(writer, "note", saved_first)
    bring(exported().replace("Strike in Moscow", "Strike"), "all.jsonl")
    entries = Event.objects.get(slug="moscow-strike").history.order_by("version")
    assert [(h.version, h.title, h.summary) for h in entries] == [
        (1, "Strike in Moscow", entries[0].summary),
        (2, "Strike", entries[0].summary),
        (3, "Strike", "An editor was here."),
    ]


def test_an_import_is_undone_once(letter: Report) -> None:
    job = Import.objects.get(pk=letter.import_id)
    undo(job)
    with pytest.raises(CannotUndo, match="was undone before; nothing of it is left"):
        undo(job)


def test_undo_stands_in_the_history(letter: Report, bring) -> None:
    lines = exported()
    report = bring(lines.replace("Strike in Moscow", "Strike"), "all.jsonl")
    undo(Import.objects.get(pk=report.import_id))
    assert exported() == lines
    event = Event.objects.get(slug="moscow-strike")
    entries = event.history.order_by("version")
    assert [h.title for h in entries] == [
        "Strike in Moscow",
        "Strike",
        "Strike in Moscow",
    ]
    reason = f"import {report.import_id} undone"
    assert entries.last().history_change_reason == reason


def test_a_row_saved_meanwhile_stops_the_import(letter: Report, bring) -> None:
    lines = exported().replace("Strike in Moscow", "Strike")

    def tell(name: str, done: int, total: int) -> None:
        if name == "write":
            event = Event.objects.get(slug="moscow-strike")
            event.summary = "An editor was here."
            event.save()

    with pytest.raises(ImportFailed, match="saved event"):
        bring(lines, "all.jsonl", tell=tell)
    event = Event.objects.get(slug="moscow-strike")
    assert (event.title, event.summary) == ("Strike in Moscow", "An editor was here.")


def test_the_accepted_dating_moves_in_any_order(letter: Report, bring) -> None:
    d01, d06 = (Dating.objects.get(key=key) for key in ("d01", "d06"))
    lines = exported()
    first = next(line for line in lines.splitlines() if '"key": "d01"' in line)
    second = next(line for line in lines.splitlines() if '"key": "d06"' in line)
    given = first.replace('"status": "accepted"', '"status": "rejected"')
    taken = second.replace('"status": "rejected"', '"status": "accepted"')
    alone = bring(taken, "one.jsonl")
    assert [fault.column for fault in alone.faults] == ["status"]
    report = bring(f"{taken}\n{given}\n", "both.jsonl")
    assert counts(report) == (0, 2, 0, 0)
    d01.refresh_from_db()
    d06.refresh_from_db()
    assert (d01.status, d06.status) == ("rejected", "accepted")
    assert d06.event.mark.sort_start == d06.start_min
    undo(Import.objects.get(pk=report.import_id))
    assert exported() == lines
    assert Mark.objects.get(event=d01.event).sort_start == d01.start_min


class TestUndo:
    def test_as_if_it_had_not_been(self, letter: Report, bring) -> None:
        before = exported()
        rows = ROWS + "moscow-strike,Another title,1917,war,,,\n"
        report = bring(rows, timeline="letter")
        assert counts(report) == (250, 1, 0, 0)
        assert exported() != before
        undo(Import.objects.get(pk=report.import_id))
        assert exported() == before
        assert Import.objects.get(pk=report.import_id).state == "undone"
        assert Event._base_manager.count() == Mark._base_manager.count() == 6

    def test_a_new_dating_of_an_old_event_goes_too(self, letter: Report, bring) -> None:
        event = Event.objects.create(
            timeline=Timeline.objects.get(), slug="x", title="X"
        )
        before = exported()
        report = bring("id,title,date\nx,X,1917-09-28\n", timeline="letter")
        assert event.mark.sort_start == 2421500
        undo(Import.objects.get(pk=report.import_id))
        assert exported() == before
        assert not Mark.objects.filter(event=event).exists()

    @pytest.mark.parametrize("touch", ["saves it", "cites it", "adds an event"])
    def test_refused_when_somebody_touched_the_rows(
        self, letter: Report, bring, touch: str
    ) -> None:
        report = bring("id,title,date\na,A,1917\n", timeline="new")
        event = Event.objects.get(slug="a")
        if touch == "saves it":
            event.save()
        elif touch == "cites it":
            Citation.objects.filter(key="g01").update(event=event)
        else:
            Event.objects.create(timeline=event.timeline, slug="b", title="B")
        with pytest.raises(CannotUndo):
            undo(Import.objects.get(pk=report.import_id))
        assert Event.objects.filter(slug="a").exists()

    def test_refused_when_a_changed_row_was_saved_since(
        self, letter: Report, bring
    ) -> None:
        rows = "id,title,date\nmoscow-strike,Other,\nz,Z,1917\n"
        report = bring(rows, timeline="letter")
        event = Event.objects.get(slug="moscow-strike")
        event.summary = "Edited."
        event.save()
        with pytest.raises(CannotUndo, match="saved event"):
            undo(Import.objects.get(pk=report.import_id))
        event.refresh_from_db()
        assert (event.title, event.summary) == ("Other", "Edited.")
        assert Event.objects.filter(slug="z").exists()

    def test_only_what_is_done_can_be_undone(self, letter: Report, bring) -> None:
        report = bring("id,title,date\na,A,1917\n", timeline="new")
        job = Import.objects.get(pk=report.import_id)
        undo(job)
        with pytest.raises(CannotUndo, match="undone"):
            undo(job)


def test_the_first_history_entry_is_the_import(letter: Report, bring) -> None:
    event = Event.objects.get(slug="moscow-strike")
    assert event.history.count() == 0
    assert event.imported_by_id == letter.import_id
    event.title = "Edited"
    event.save()
    first, second = event.history.order_by("history_id")
    assert (first.title, first.history_type) == ("Strike in Moscow", "+")
    assert first.history_change_reason == f"import {letter.import_id}"
    assert second.title == "Edited"
    event.save()
    assert event.history.count() == 3


def test_a_lock_is_held_by_one(db: None) -> None:
    with held_elsewhere(7), pytest.raises(StillRunning), held("default", 7):
        pass
    with held("default", 7):
        pass


def test_a_full_disk_is_one_sentence(
    letter: Report, bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(writer, "insert", full)
    with pytest.raises(ImportFailed, match="The disk is full: nothing was imported"):
        bring(ROWS, timeline="new")
    assert Event._base_manager.count() == 6


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EFBIG])
def test_no_room_for_the_files_of_the_check(
    letter: Report, bring, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(spool.Spool, "put", full)
    with pytest.raises(ImportFailed, match="The disk is full: nothing was imported"):
        bring(ROWS, timeline="new")
    assert Event._base_manager.count() == 6


@pytest.mark.skipif(connection.vendor != "sqlite", reason="files of its own")
def test_killed_at_any_moment(tmp_path: Path) -> None:
    """A process of its own, killed without warning, on a database of its own."""
    rows = tmp_path / "rows.csv"
    rows.write_text(ROWS.replace("letter,p3,May 6", ",,"))
    environment = {
        **os.environ,
        "DATA_DIR": str(tmp_path),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
    }

    def manage(*arguments: str) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def shown() -> int:
        text, _ = manage("export_events", "--format", "csv").communicate()
        return sum(",1917," in line for line in text.splitlines())

    assert manage("migrate", "-v0", "--skip-checks").communicate()[0] == ""
    began = time.monotonic()
    manage("import_events", "--dry-run", "--timeline=t", str(rows)).communicate()
    whole = time.monotonic() - began
    for share in (0.6, 0.9, 1.1, 1.3):
        process = manage("import_events", "--timeline=t", str(rows))
        try:
            process.communicate(timeout=whole * share)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            process.communicate()
        assert shown() in (0, 250)
    last = manage("import_events", "--timeline=t", str(rows))
    assert "0 refused" in last.communicate()[0]
    assert shown() == 250


def test_what_keeps_an_import_is_named(bring) -> None:
    table = "id,title,date\na,Strike,1917\n"
    report = bring(table, timeline="t")
    bring(table.replace("a,", "b,"), timeline="t")
    event = Event.objects.get(slug="a")
    event.save()
    job = Import.objects.get(pk=report.import_id)
    other = Event.objects.get(slug="b")
    with pytest.raises(CannotUndo) as raised:
        undo(job)
    assert str(raised.value) == (
        f"Import {job.pk} stays. Since it came in, event {event.pk} “Strike” of import "
        f"{job.pk} was saved; event {other.pk} “Strike” of import "
        f"{other.imported_by_id} rests on the timeline it brought."
    )
