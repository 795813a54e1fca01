"""Whether the process behind an unfinished import still lives.

A living import holds a lock that the system lets go when the process ends, however it
ends: a lock on a file beside a SQLite database, an advisory lock of the session on
PostgreSQL.
"""

import fcntl
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from django.db import connections

from .bulk import is_sqlite

FAMILY = 0x494D50  # "IMP": apart from advisory locks of others


class StillRunning(Exception):
    """Somebody else's process holds the lock."""


@contextmanager
def held(using: str, number: int) -> Iterator[None]:
    """Hold the lock of an import; `StillRunning` when another process does."""
    if is_sqlite(using):
        with _file_lock(using, number):
            yield
    else:
        with _session_lock(using, number):
            yield


def lock_path(using: str, number: int) -> Path:
    """The file to lock for an import into a SQLite database."""
    database = str(connections[using].settings_dict["NAME"])
    if "mode=memory" in database or database == ":memory:":  # of this process alone
        return Path(tempfile.gettempdir()) / f".import-{os.getpid()}-{number}.lock"
    return Path(database).parent / f".import-{number}.lock"


@contextmanager
def _file_lock(using: str, number: int) -> Iterator[None]:
    path = lock_path(using, number)
    file: IO[bytes]
    with path.open("wb") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise StillRunning(f"Import {number} is running.") from None
        try:
            yield
        finally:
            with suppress(OSError):
                path.unlink()


@contextmanager
def _session_lock(using: str, number: int) -> Iterator[None]:
    with connections[using].cursor() as cursor:
        cursor.execute("SELECT pg_try_advisory_lock(%s, %s)", [FAMILY, number])
        if not cursor.fetchone()[0]:
            raise StillRunning(f"Import {number} is running.")
    try:
        yield
    finally:
        with suppress(Exception), connections[using].cursor() as cursor:
            cursor.execute("SELECT pg_advisory_unlock(%s, %s)", [FAMILY, number])
