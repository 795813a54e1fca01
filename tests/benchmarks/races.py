"""Two editors in the same instant, and eight processes that save at once.

    .venv/bin/python -m tests.benchmarks.races [--races 1000] [--postgres URL]

A race: two processes open the same form of the admin or the desk, type different words
and post it in the same instant. Lost: both are told that they saved, or what is stored
is not what the winner typed. Kept: the loser's words stand in the answer. `--postgres`
names a server on which a database for the races is made, and removed.
"""

import json
import os
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

KINDS = ("event", "citation", "dating", "passage", "decision")
PROCESSES, SAVES = 8, 150
HEAD_START = 0.02
"""Seconds from the signal to the instant: both editors wait for it."""
NAME = "timeline_races"


class Process:
    """A process of `editor.py`."""

    def __init__(self, name: str, environment: dict[str, str]) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "tests.benchmarks.editor", name],
            cwd=ROOT,
            env={**os.environ, "LOG_LEVEL": "CRITICAL", **environment},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def tell(self, do: str, **arguments: Any) -> None:
        """Send a command."""
        self.process.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
        self.process.stdin.flush()

    def answer(self) -> dict[str, Any]:
        """Wait for the answer."""
        return json.loads(self.process.stdout.readline())

    def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        """Send a command and wait for its answer."""
        self.tell(do, **arguments)
        return self.answer()

    def end(self) -> None:
        """No more commands."""
        self.process.stdin.close()
        self.process.wait(60)
        self.process.stdout.close()


@contextmanager
def editors(
    names: list[str], environment: dict[str, str], dates: int = 0
) -> Iterator[list[Process]]:
    """A prepared database and a process for each editor."""
    first = Process("prepare", environment)
    first.ask("prepare", names=names, dates=dates)
    first.end()
    started = [Process(name, environment) for name in names]
    try:
        yield started
    finally:
        for process in started:
            process.end()


@contextmanager
def sqlite(settings: str = "timeline.settings") -> Iterator[dict[str, str]]:
    """The environment of a database file of its own."""
    with tempfile.TemporaryDirectory(prefix="timeline-races-") as folder:
        yield {
            "DATA_DIR": folder,
            "DATABASE_URL": "",
            "DJANGO_SETTINGS_MODULE": settings,
        }


@contextmanager
def postgresql(address: str) -> Iterator[dict[str, str]]:
    """The environment of a database of its own on a PostgreSQL server."""
    import psycopg  # only who measures PostgreSQL needs it

    name = f"{NAME}_{os.getpid()}"
    head, _, options = address.partition("?")
    own = f"{head.rpartition('/')[0]}/{name}" + (f"?{options}" if options else "")
    with psycopg.connect(address, autocommit=True) as server:
        server.execute(f"CREATE DATABASE {name}")
        try:
            with sqlite() as environment:
                yield {**environment, "DATABASE_URL": own}
        finally:
            server.execute(f"DROP DATABASE {name} WITH (FORCE)")


def race(pair: list[Process], kind: str, number: int) -> str:
    """One race; how it ended."""
    texts = [f"Typed by {who}, {number}: “{who * 3}” & more." for who in "AB"]
    for process, text in zip(pair, texts, strict=True):
        process.tell("open", kind=kind, text=text, number=number)
    for process in pair:
        process.answer()
    at = time.time() + HEAD_START
    for process in pair:
        process.tell("save", at=at)
    results = [process.answer() for process in pair]
    stored = pair[0].ask("read", kind=kind, number=number)["text"]
    winners = [n for n, result in enumerate(results) if result["saved"]]
    if len(winners) == 2:
        return "lost"
    if not winners:
        return "both refused" if all(r["kept"] for r in results) else "not kept"
    if stored != texts[winners[0]]:
        return "lost"
    return "kept" if results[1 - winners[0]]["kept"] else "not kept"


def races(environment: dict[str, str], count: int) -> Counter[str]:
    """So many races, over the forms in turn; how they ended."""
    with editors(["ann", "ben"], environment, dates=count) as pair:
        ends = (race(pair, KINDS[n % len(KINDS)], n) for n in range(count))
        return Counter(ends)


def many(environment: dict[str, str], saves: int = SAVES) -> Counter[str]:
    """Eight processes that save at once; the sums of what they tell."""
    names = [f"p{number}" for number in range(PROCESSES)]
    with editors(names, environment) as started:
        for process in started:
            process.tell("many", count=saves)
        total: Counter[str] = Counter()
        for process in started:
            total.update(process.answer())
        return total


def row(name: str, ends: Counter[str]) -> list[str]:
    """A line of the table of races."""
    parts = ("kept", "both refused", "lost", "not kept")
    return [name, str(ends.total()), *(str(ends[part]) for part in parts)]


def main() -> None:
    """Run all, and write the figures."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--races", type=int, default=1000)
    parser.add_argument("--postgres", default=os.environ.get("DATABASE_URL", ""))
    options = parser.parse_args()
    with sqlite() as environment:
        lines = [row("SQLite", races(environment, options.races))]
    if options.postgres:
        with postgresql(options.postgres) as environment:
            lines.append(row("PostgreSQL", races(environment, options.races)))
    head = ["races on", "in all", "one saved, the other's words kept"]
    head += ["both refused, all words kept", "updates lost", "words lost"]
    text = table(head, lines)
    lines = []
    for name, settings in (
        ("as this project sets it up", "timeline.settings"),
        ("as Django sets it up", "tests.benchmarks.stock_settings"),
    ):
        with sqlite(settings) as environment:
            total = many(environment)
        whole = PROCESSES * SAVES
        lines.append([name, f"{total['kept']:,} of {whole:,}", str(total["locked"])])
    head = ["SQLite, 8 processes saving at once", "saves kept", "database is locked"]
    write("races", f"{text}\n\n{table(head, lines)}")


if __name__ == "__main__":
    main()
