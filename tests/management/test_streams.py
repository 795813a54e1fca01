"""Commands as processes: closed streams, full disks, readers that leave, Ctrl-C."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="a database file of its own"
)
Manage = Callable[..., subprocess.Popen[str]]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database of its own, with the letter in it."""
    folder = tmp_path_factory.mktemp("streams")
    for command in (["migrate", "-v0"], ["loaddata", "letter", "-v0"]):
        assert ended(started(folder, *command)) == (0, "")
    return folder


def started(folder: Path, *arguments: str, **options: Any) -> subprocess.Popen[str]:
    """A command of manage.py on the database there."""
    return subprocess.Popen(
        [sys.executable, "manage.py", *arguments],
        cwd=settings.BASE_DIR,
        env={**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""},
        stderr=subprocess.PIPE,
        text=True,
        **options,
    )


def count(folder: Path, table: str) -> int:
    with closing(sqlite3.connect(folder / "timeline.sqlite3")) as database:
        (found,) = database.execute(f"SELECT count(*) FROM {table}").fetchone()
    return found


def ended(process: subprocess.Popen[str]) -> tuple[int, str]:
    """The exit code, and what stands on standard error."""
    told = process.communicate(timeout=60)[1]
    return process.returncode, told


@pytest.mark.parametrize(
    "arguments",
    [
        ("check_citations",),
        ("export_events",),
        ("read_dates",),
        ("undo_import",),
        ("import_events", "fixtures/letter.json"),
    ],
    ids=lambda arguments: arguments[0],
)
def test_a_command_whose_output_is_closed(
    folder: Path, arguments: tuple[str, ...]
) -> None:
    """As `>&-` does; Python then has no such stream at all."""
    with Path(os.devnull).open() as nothing:
        process = started(
            folder, *arguments, stdin=nothing, preexec_fn=lambda: os.close(1)
        )
        assert ended(process) == (0, "")


def test_a_command_whose_input_is_closed(folder: Path) -> None:
    process = started(
        folder,
        "read_dates",
        preexec_fn=lambda: os.close(0),
        stdout=subprocess.DEVNULL,
    )
    assert ended(process) == (0, "")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device")
@pytest.mark.parametrize("command", ["check_citations", "read_dates"])
def test_a_full_disk_is_one_sentence(folder: Path, command: str) -> None:
    with Path("/dev/full").open("w") as full:
        process = started(folder, command, stdin=subprocess.PIPE, stdout=full)
        told = process.communicate('{"text": "1917"}\n', timeout=60)[1]
    wrong = "The output could not be written: No space left on device.\n"
    assert (process.returncode, told) == (1, wrong)


def test_a_reader_that_leaves(folder: Path) -> None:
    """As `| true` does."""
    read, write = os.pipe()
    os.close(read)
    process = started(folder, "check_citations", stdout=write)
    os.close(write)
    told = "The output could not be written: Broken pipe.\n"
    assert ended(process) == (1, told)


def test_ctrl_c_ends_in_a_sentence(folder: Path) -> None:
    process = started(
        folder, "read_dates", stdin=subprocess.PIPE, stdout=subprocess.PIPE
    )
    assert process.stdin is not None
    assert process.stdout is not None
    process.stdin.write('{"text": "1917"}\n')
    process.stdin.flush()
    assert process.stdout.readline()  # it has begun
    process.send_signal(signal.SIGINT)
    assert ended(process) == (130, "Interrupted.\n")


def test_ctrl_c_during_a_document_stores_nothing(folder: Path, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text("It met on 5 May 1917, and so on.\n\n" * 40_000)
    process = started(
        folder, "import_document", str(file), "--slug=long", stdout=subprocess.PIPE
    )
    journal = folder / "timeline.sqlite3-wal"
    deadline = time.monotonic() + 30
    while not journal.exists() and time.monotonic() < deadline:
        time.sleep(0.02)  # until it has opened the database
    process.send_signal(signal.SIGINT)
    assert ended(process) == (130, "Interrupted.\n")
    assert count(folder, "timeline_document") == 1
