"""Writing to SQLite for long: with more room, and leaving other writers their turns.

SQLite has no queue. Who finds the database locked tries again, after 100 ms at the
longest; a gap somewhat longer than that lets everybody in who waits. Gaps come rarely
while nobody else writes, and often as soon as somebody does. In a gap the log is copied
into the database file, which keeps no writer waiting.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import Any

from django.db import DatabaseError, connections

from .bulk import is_sqlite

GAP = 0.115  # seconds; SQLite's busy handler sleeps 100 ms at most
ALONE, TOGETHER = 1.5, 0.25  # seconds of writing between two gaps
TURN = 0.15  # seconds after which a transaction should end
REMEMBERED = 60.0  # seconds after which a foreign write is forgotten
# Pages of indexes are written again and again: more of them stay in memory (kibibytes,
# as a negative number), and the log is copied to the file in the gaps, not at a commit,
# unless it has many pages already.
ROOM = {"cache_size": -6_000, "wal_autocheckpoint": 40_000}


@contextmanager
def room_to_write(using: str) -> Iterator[None]:
    """What a long writer needs of SQLite; afterwards it is as it was."""
    if not is_sqlite(using):
        yield
        return
    with connections[using].cursor() as cursor:
        before = {name: _setting(cursor, name) for name in ROOM}
        _set(cursor, ROOM)
        try:
            yield
        finally:
            _set(cursor, before)


def _setting(cursor: Any, name: str) -> int:
    cursor.execute(f"PRAGMA {name}")
    return int(cursor.fetchone()[0])


def _set(cursor: Any, settings: dict[str, int]) -> None:
    for name, value in settings.items():
        cursor.execute(f"PRAGMA {name} = {value}")


class Turn:
    """A transaction that should end soon."""

    def __init__(self, until: float) -> None:
        self._until = until

    def is_over(self) -> bool:
        """Whether it should take nothing more."""
        return time.monotonic() >= self._until


class Pace:
    """Counts how long the lock was held since the last gap."""

    def __init__(self, using: str) -> None:
        self._using, self._is_sqlite = using, is_sqlite(using)
        self._held = 0.0
        self._version = self._data_version()
        self._others_until = 0.0

    def _data_version(self) -> int:
        """A number that changes when another connection has written."""
        if not self._is_sqlite:
            return 0
        with connections[self._using].cursor() as cursor:
            cursor.execute("PRAGMA data_version")
            return int(cursor.fetchone()[0])

    @contextmanager
    def turn(self) -> Iterator["Turn"]:
        """One short transaction; the gap comes after it."""
        began = time.monotonic()
        yield Turn(began + TURN)
        now = time.monotonic()
        self._held += now - began
        if not self._is_sqlite:
            return
        if (version := self._data_version()) != self._version:
            self._version, self._others_until = version, now + REMEMBERED
        if self._held > (TOGETHER if now < self._others_until else ALONE):
            self._copy_log()
            time.sleep(max(0.0, now + GAP - time.monotonic()))
            self._held = 0.0

    def _copy_log(self) -> None:
        """A checkpoint that waits for nobody; what it leaves, the next one takes."""
        with suppress(DatabaseError), connections[self._using].cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(PASSIVE)")
