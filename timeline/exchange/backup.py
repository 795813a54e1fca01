"""The whole database into one file and back, while others read and write.

SQLite copies itself page by page (its online backup); PostgreSQL has `pg_dump` and
`pg_restore`. A backup is read back before it counts as made, and a file is looked
into before anything is replaced by it.
"""

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from itertools import count
from pathlib import Path

from django.db import connections

from .bulk import is_sqlite

PAGES = 2_000  # copied at a time; writers get in between
MINE = "timeline_document"
ARCHIVE = b"PGDMP"
BESIDE = ("", "-wal", "-shm", "-journal")  # SQLite's own files


class BackupError(Exception):
    """Why there is no backup, or why nothing was restored."""


def back_up(path: Path, using: str = "default") -> None:
    """Write a backup that was read back, or none at all."""
    _check_target(path, using)
    draft = path.with_name(f".{path.name}.part")
    try:
        if is_sqlite(using):
            _copy_sqlite(draft, using)
            check_sqlite(draft)
        else:
            _run("pg_dump", using, "--format=custom", f"--file={draft}")
            check_archive(draft)
        draft.replace(path)
    except sqlite3.Error as error:  # the disk may be full
        raise BackupError(f"{path} could not be written: {error}.") from None
    finally:
        draft.unlink(missing_ok=True)


def _check_target(path: Path, using: str) -> None:
    """A file in a folder that is there, and not the database itself."""
    if not path.parent.is_dir():
        raise BackupError(f"There is no folder {path.parent}.")
    if path.exists() and not path.is_file():
        raise BackupError(f"{path} is not a file.")
    if is_sqlite(using):
        _check_not_own(path, using)


def _check_not_own(path: Path, using: str) -> None:
    """Not the database itself, nor what SQLite keeps beside it."""
    database = Path(connections[using].settings_dict["NAME"])
    own = [database.with_name(f"{database.name}{end}") for end in BESIDE]
    is_same = path.exists() and database.exists() and path.samefile(database)
    if is_same or path.resolve() in (each.resolve() for each in own):
        raise BackupError(f"{path} is the database itself: name another file.")


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)


def restore(path: Path, using: str = "default") -> Path | None:
    """Replace everything by a backup; on SQLite the former state is kept in a file."""
    if not is_sqlite(using):
        check_archive(path)
        options = ("--clean", "--if-exists", "--no-owner", "--single-transaction")
        _run("pg_restore", using, *options, f"--dbname={_name(using)}", str(path))
        return None
    check_sqlite(path)
    _check_not_own(path, using)
    former = _free_name(f"{connections[using].settings_dict['NAME']}.before-restore")
    back_up(former, using)
    connection = connections[using]
    connection.ensure_connection()
    with closing(_read_only(path)) as backup:
        backup.backup(connection.connection)
    connection.close()
    return former


def _free_name(beginning: str) -> Path:
    numbered = (Path(f"{beginning}-{number}") for number in count(1))
    return next(path for path in numbered if not path.exists())


def _copy_sqlite(target: Path, using: str) -> None:
    connection = connections[using]
    connection.ensure_connection()
    with closing(sqlite3.connect(target)) as copy:
        connection.connection.backup(copy, pages=PAGES, sleep=0.01)
        # The copy is one file, without a log beside it.
        copy.execute("PRAGMA journal_mode=DELETE")


def check_sqlite(path: Path) -> None:
    """Refuse a file that is no sound database of ours."""
    if not path.is_file():
        raise BackupError(f"There is no file {path}.")
    try:
        with closing(_read_only(path)) as copy:
            (found,) = copy.execute("PRAGMA integrity_check(1)").fetchone()
            tables = copy.execute(
                "SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?", [MINE]
            ).fetchone()
    except sqlite3.DatabaseError as error:
        raise BackupError(f"{path} is no SQLite database: {error}.") from None
    if found != "ok":
        raise BackupError(f"{path} is damaged: {found}.")
    if tables is None:
        raise BackupError(f"{path} is a database, but none of timelines.")


def check_archive(path: Path) -> None:
    """Refuse a file that is no archive of PostgreSQL with our tables."""
    if not path.is_file():
        raise BackupError(f"There is no file {path}.")
    with path.open("rb") as file:
        if file.read(len(ARCHIVE)) != ARCHIVE:
            raise BackupError(f"{path} is no archive of pg_dump.")
    listed = _tool("pg_restore", {}, "--list", str(path))
    if f" {MINE} " not in listed:
        raise BackupError(f"{path} is an archive, but none of timelines.")


def _name(using: str) -> str:
    return str(connections[using].settings_dict["NAME"])


def _run(program: str, using: str, *arguments: str) -> str:
    """One of PostgreSQL's programs, connected as we are."""
    parameters = connections[using].get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER"}
    names |= {"password": "PGPASSWORD", "sslmode": "PGSSLMODE"}
    environment = {"PGDATABASE": _name(using)}
    for name, variable in names.items():
        if parameters.get(name):
            environment[variable] = str(parameters[name])
    connections[using].close()
    return _tool(program, environment, *arguments)


def _tool(program: str, environment: dict[str, str], *arguments: str) -> str:
    found = shutil.which(program)
    newest = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{program}"))
    if found is None and newest:
        found = str(newest[-1])
    if found is None:
        raise BackupError(f"The program {program} is missing: install postgresql.")
    done = subprocess.run(
        [found, *arguments],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        lines = done.stderr.strip().splitlines()
        raise BackupError(lines[-1] if lines else f"{program} failed.")
    return done.stdout
