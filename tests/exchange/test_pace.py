"""An import that writes for long: others get in, and the log does not grow on."""

import sqlite3
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from timeline.exchange import pace


class Connection:
    """As much of a connection of Django's as pacing needs."""

    vendor = "sqlite"

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path, isolation_level=None, timeout=0)
        self.connection.execute("PRAGMA journal_mode=WAL")

    def cursor(self) -> "Cursor":
        """A cursor for `with`."""
        return Cursor(self.connection.cursor())


class Cursor:
    """A cursor for `with`."""

    def __init__(self, cursor: sqlite3.Cursor) -> None:
        self.cursor = cursor

    def __enter__(self) -> sqlite3.Cursor:
        return self.cursor

    def __exit__(self, *_: object) -> None:
        self.cursor.close()


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Connection]:
    """A file with a log, and a clock that only sleeping moves on."""
    one = Connection(tmp_path / "paced.sqlite3")
    one.connection.execute("CREATE TABLE t (x)")
    monkeypatch.setattr(pace, "connections", {"default": one})
    monkeypatch.setattr(pace, "is_sqlite", lambda using: True)
    yield one
    one.connection.close()


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> SimpleNamespace:
    now = SimpleNamespace(now=100.0, slept=[])

    def sleep(seconds: float) -> None:
        now.slept.append(seconds)
        now.now += seconds

    fake = SimpleNamespace(monotonic=lambda: now.now, sleep=sleep)
    monkeypatch.setattr(pace, "time", fake)
    return now


def written(paced: pace.Pace, one: Connection, clock: Any, seconds: float) -> None:
    """A transaction that takes this long."""
    with paced.turn():
        one.connection.execute("BEGIN IMMEDIATE")
        one.connection.execute("INSERT INTO t VALUES (zeroblob(100000))")
        clock.now += seconds
        one.connection.execute("COMMIT")


def test_alone_it_pauses_rarely(database: Connection, clock: SimpleNamespace) -> None:
    paced = pace.Pace("default")
    for _ in range(30):
        written(paced, database, clock, 0.1)
    assert 1 <= len(clock.slept) <= 2
    assert all(0 < seconds <= pace.GAP for seconds in clock.slept)


def test_beside_others_it_pauses_often(
    database: Connection, clock: SimpleNamespace, tmp_path: Path
) -> None:
    paced = pace.Pace("default")
    other = sqlite3.connect(tmp_path / "paced.sqlite3", isolation_level=None, timeout=0)
    other.execute("INSERT INTO t VALUES (1)")
    for _ in range(30):
        written(paced, database, clock, 0.1)
    other.close()
    assert len(clock.slept) == 10


def test_in_a_pause_the_log_is_copied(
    database: Connection, clock: SimpleNamespace, tmp_path: Path
) -> None:
    """And nobody needs to wait for that: the next log begins anew."""
    with pace.room_to_write("default"):
        paced = pace.Pace("default")
        log = tmp_path / "paced.sqlite3-wal"
        sizes = []
        for _ in range(60):
            written(paced, database, clock, 0.2)
            sizes.append(log.stat().st_size)
    assert (tmp_path / "paced.sqlite3").stat().st_size > 5_000_000
    assert max(sizes) == sizes[-1] < 2_000_000


def test_a_pause_that_copying_fills_is_no_longer_for_that(
    database: Connection, clock: SimpleNamespace, monkeypatch: pytest.MonkeyPatch
) -> None:
    paced = pace.Pace("default")
    monkeypatch.setattr(
        paced, "_copy_log", lambda: setattr(clock, "now", clock.now + 9)
    )
    written(paced, database, clock, 2.0)
    assert clock.slept == [0.0]


def test_afterwards_the_settings_are_as_they_were(database: Connection) -> None:
    names = tuple(pace.ROOM)
    before = [database.connection.execute(f"PRAGMA {n}").fetchone() for n in names]
    with pytest.raises(RuntimeError), pace.room_to_write("default"):
        during = [database.connection.execute(f"PRAGMA {n}").fetchone() for n in names]
        assert during == [(value,) for value in pace.ROOM.values()]
        raise RuntimeError
    after = [database.connection.execute(f"PRAGMA {n}").fetchone() for n in names]
    assert after == before
