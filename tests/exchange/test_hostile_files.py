"""Every hostile file gets its answer: refused with its place, or stored as it came."""

import socket
import tracemalloc
from pathlib import Path

import pytest

from timeline.exchange import REPORTS, Options, Report, import_file
from timeline.models import Citation, Dating, Event, Import, Tag, Timeline

from .hostile_files import CASES, REFUSED, Hostile

pytestmark = pytest.mark.django_db
MOST_MEMORY = 256 * 1024 * 1024  # of what Python holds at a time


@pytest.fixture
def no_connection(monkeypatch) -> list[tuple]:
    """Whoever asks for a connection to another machine is noted, and gets none."""
    asked: list[tuple] = []

    def refuse(*arguments: object, **_: object) -> None:
        asked.append(arguments)
        raise OSError("no connection here")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    return asked


def places(report: Report) -> set[str]:
    return {
        str(part)
        for fault in report.faults
        for part in (fault.line, fault.path, fault.column)
        if part not in (None, "")
    }


def test_there_are_enough_of_them() -> None:
    assert len(CASES) >= 66
    assert len({one.name for one in CASES}) == len(CASES)


@pytest.mark.parametrize("one", CASES, ids=lambda one: one.name)
def test_the_answer(one: Hostile, tmp_path: Path, no_connection: list[tuple]) -> None:
    path = tmp_path / one.file
    path.write_bytes(one.content())
    tracemalloc.start()
    try:
        report = import_file(path, Options(**one.options))
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert no_connection == []
    assert peak < MOST_MEMORY
    told = [report_as(report).encode() for report_as in REPORTS.values()]
    assert all(b"Traceback" not in text for text in told)
    stray = [c for c in told[0].decode() if not c.isprintable() and c != "\n"]
    assert stray == []
    assert [found.name for found in tmp_path.iterdir()] == [one.file]
    if one.answer == REFUSED:
        refused(one, report)
    else:
        assert report.faults == []
        assert (report.refused, Event.objects.count()) == (0, one.answer)


def refused(one: Hostile, report: Report) -> None:
    """Nothing of the file is there, and the report says what is wrong, and where."""
    assert report.faults
    assert not report.written
    assert report.refused
    text = " ".join(f"{f.wrong} {f.right}" for f in report.faults)
    assert one.says in text
    assert not one.place or one.place in places(report), places(report)
    for model in (Timeline, Event, Dating, Citation, Tag, Import):
        assert not model._base_manager.exists()
