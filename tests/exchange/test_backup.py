"""Backups hold everything, and only sound ones replace anything."""

import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

pytestmark = pytest.mark.skipif(
    connection.vendor != "sqlite", reason="a database file of its own"
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a database of its own."""
    return tmp_path_factory.mktemp("backup")


@pytest.fixture(scope="module")
def manage(folder: Path):
    """Commands on that database, with the letter in it."""

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env={**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""},
            capture_output=True,
            text=True,
        )

    run("migrate", "-v0", "--skip-checks")
    assert run("import_events", "fixtures/letter.json").returncode == 0
    return run


def count(folder: Path) -> int:
    """Events in the file, read without our code."""
    with closing(sqlite3.connect(folder / "timeline.sqlite3")) as database:
        return database.execute("SELECT count(*) FROM timeline_event").fetchone()[0]


def test_there_and_back(manage, folder: Path, tmp_path: Path) -> None:
    file, rows = tmp_path / "backup.sqlite3", tmp_path / "rows.csv"
    assert "read back" in manage("backup", str(file)).stdout
    before = manage("export_events").stdout
    rows.write_text("id,title,date\na,A,1917\n")
    assert manage("import_events", "--timeline=letter", str(rows)).returncode == 0
    assert count(folder) == 7
    told = manage("restore", str(file))
    assert told.returncode == 0, told.stderr
    assert manage("export_events").stdout == before
    former = folder / "timeline.sqlite3.before-restore-1"
    assert str(former) in told.stdout
    assert manage("restore", str(former)).returncode == 0
    assert count(folder) == 7


@pytest.mark.parametrize("what", ["text", "missing", "other", "damaged"])
def test_what_is_no_backup_changes_nothing(
    manage, folder: Path, tmp_path: Path, what: str
) -> None:
    before = count(folder)
    file = tmp_path / "backup"
    if what == "text":
        file.write_text("not a database\n" * 100)
    elif what == "other":
        with closing(sqlite3.connect(file)) as other:
            other.execute("CREATE TABLE t (x)")
    elif what == "damaged":
        whole = (folder / "timeline.sqlite3").read_bytes()
        file.write_bytes(whole[:8192] + b"\xff" * 65_536 + whole[8192 + 65_536 :])
    told = manage("restore", str(file))
    assert told.returncode == 1
    assert "Nothing was changed." in told.stderr
    assert "Traceback" not in told.stderr
    assert count(folder) == before


def test_a_backup_that_cannot_be_written_is_a_sentence(manage, tmp_path: Path) -> None:
    told = manage("backup", str(tmp_path / "no" / "such" / "folder"))
    assert told.returncode == 1
    assert "Traceback" not in told.stderr
    assert len(told.stderr.splitlines()) == 1


@pytest.mark.parametrize("name", ["a?b #%41.sqlite3", "a b"])
def test_any_name_of_a_file(manage, tmp_path: Path, name: str) -> None:
    assert manage("backup", str(tmp_path / name)).returncode == 0
    assert [path.name for path in tmp_path.iterdir()] == [name]


def test_a_backup_replaces_files_only(manage, folder: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    database = folder / "timeline.sqlite3"
    for path in (tmp_path, tmp_path / "pipe", tmp_path / "none" / "x", database):
        done = manage("backup", str(path))
        assert (done.returncode, done.stderr.count("\n")) == (1, 1)
    assert (tmp_path / "pipe").is_fifo()
    assert [path.name for path in tmp_path.iterdir()] == ["pipe"]


@pytest.mark.parametrize("end", ["", "-wal", "-shm", "-journal"])
def test_the_database_is_not_its_own_backup(manage, folder: Path, end: str) -> None:
    """Nor is a file that SQLite keeps beside it, whether it is there now or not."""
    before = count(folder)
    for command in ("backup", "restore") if not end else ("backup",):
        done = manage(command, str(folder / f"timeline.sqlite3{end}"))
        assert done.returncode == 1
        assert "is the database itself" in done.stderr
    assert count(folder) == before
