"""An import killed without warning at random moments: all of it is there, or nothing.

    .venv/bin/python -m tests.benchmarks.import_killed [--rounds 200] [--rows 5000]

Each round starts `manage.py import_events` on a file of new events and one changed
event of the letter, and kills the process (SIGKILL), every other one while it writes.
Then: what `Event.objects` shows,
what the next command says, whether a hidden row is left and whether SQLite finds the
database sound. With DATABASE_URL on that PostgreSQL database, which must be empty.
Exit code 1 when an import was there in part, or a database was damaged.
"""

import argparse
import os
import random
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

CHANGED = "moscow-strike"
PATIENCE = 20.0  # seconds for PostgreSQL to notice that its client is gone


def rows(count: int) -> str:
    """New events, and one that is there with another title."""
    lines = [f"e{n},Event {n},{1000 + n % 1000},war\n" for n in range(count)]
    lines.insert(count // 2, f"{CHANGED},Another title,,\n")
    return "id,title,date,tags\n" + "".join(lines)


class Rounds:
    """A database to import into, and what came of each round."""

    def __init__(self, folder: Path, count: int) -> None:
        self.count, self.folder = count, folder
        self.file = folder / "rows.csv"
        self.file.write_text(rows(count))
        self.outcomes: Counter[str] = Counter()
        self.manage("migrate", "-v0").communicate()
        self.manage("import_events", "fixtures/letter.json").communicate()
        self.check_only_the_letter()
        began = time.monotonic()
        process = self.start()
        self.until_it_writes(process)
        writes = time.monotonic()
        process.communicate()
        self.whole, self.writing = time.monotonic() - began, time.monotonic() - writes
        self.undo()

    def check_only_the_letter(self) -> None:
        """Rows of others would be taken for a part of an import."""
        from timeline.models import Event

        if Event._base_manager.count() != 6:
            raise SystemExit("The database is not empty: name another one.")

    def manage(self, *arguments: str) -> subprocess.Popen[str]:
        """A command of the project."""
        return subprocess.Popen(
            [sys.executable, "manage.py", *arguments],
            cwd=ROOT,
            env={**os.environ, "DATA_DIR": str(self.folder)},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def start(self) -> subprocess.Popen[str]:
        """The import."""
        return self.manage("import_events", "--timeline=letter", str(self.file))

    def undo(self) -> None:
        """Take the last import back."""
        from timeline.exchange import undo
        from timeline.models import Import

        undo(Import.objects.first())

    def until_it_writes(self, process: subprocess.Popen[str]) -> None:
        """Wait for the record of the import, or for its end."""
        from timeline.models import Import

        while process.poll() is None and not Import.objects.unfinished().exists():
            time.sleep(0.002)

    def one(self, share: float, while_it_writes: bool) -> None:
        """Kill an import after a share of its time, and look."""
        process = self.start()
        after = share * self.whole
        if while_it_writes:
            self.until_it_writes(process)
            after = share * self.writing
        try:
            process.communicate(timeout=after)
            self.outcomes["ended before it was killed"] += 1
        except subprocess.TimeoutExpired:
            process.kill()
            process.communicate()
        self.look()

    def look(self) -> None:
        """What is there now, and what the next command makes of it."""
        from django.db import connection

        from timeline.models import Event, Import

        shown, hidden = Event.objects.count() - 6, Event._base_manager.count() - 6
        title = Event.objects.get(slug=CHANGED).title
        died = Import.objects.unfinished().exists()
        whole = (shown, title) == (self.count, "Another title")
        nothing = (shown, title) == (0, "Strike in Moscow")
        if not (whole or nothing):
            self.outcomes["PARTIAL"] += 1
        said = self.next_command(died)
        if died:
            self.outcomes["died while it wrote"] += 1
            self.outcomes["with hidden rows"] += bool(hidden)
            self.outcomes["told in one sentence"] += said == 1
        else:
            self.outcomes["all there" if whole else "nothing written yet"] += 1
        if whole:
            self.undo()
        if Event._base_manager.count() != 6 or Import.objects.unfinished().exists():
            self.outcomes["ROWS LEFT"] += 1
        if connection.vendor == "sqlite" and not self.is_sound():
            self.outcomes["DAMAGED"] += 1
        connection.close()

    def next_command(self, died: bool) -> int:
        """How many sentences the next command says about it."""
        from timeline.models import Import

        until = time.monotonic() + PATIENCE
        while True:
            _, said = self.manage("undo_import").communicate()
            if not died or not Import.objects.unfinished().exists():
                return said.count("nothing of it is left.")
            if time.monotonic() > until:
                return 0

    def is_sound(self) -> bool:
        """What SQLite says about its file."""
        with sqlite3.connect(self.folder / "timeline.sqlite3") as database:
            (found,) = database.execute("PRAGMA integrity_check").fetchone()
            broken = database.execute("PRAGMA foreign_key_check").fetchone()
        database.close()
        return found == "ok" and broken is None


def main() -> None:
    """The rounds, and their sum."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--rounds", type=int, default=200)
    arguments.add_argument("--rows", type=int, default=5_000)
    arguments.add_argument("--seed", type=int, default=1917)
    chosen = arguments.parse_args()
    chance = random.Random(chosen.seed)
    with tempfile.TemporaryDirectory(prefix="timeline-killed-") as folder:
        os.environ["DATA_DIR"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "timeline.settings"
        import django

        django.setup()
        from django.db import connection

        rounds = Rounds(Path(folder), chosen.rows)
        for number in range(chosen.rounds):
            rounds.one(chance.uniform(0, 1.05), while_it_writes=number % 2 == 0)
        vendor = connection.vendor
    found = rounds.outcomes
    lines = [[name, str(found[name])] for name in sorted(found)]
    bad = found["PARTIAL"] + found["ROWS LEFT"] + found["DAMAGED"]
    bad += found["died while it wrote"] - found["told in one sentence"]
    text = table([f"of {chosen.rounds} imports of {chosen.rows:,} rows", ""], lines)
    end = f"0 partial imports, 0 damaged databases: {'no' if bad else 'yes'}."
    write(f"killed {vendor}", f"{text}\n\n{end}")
    raise SystemExit(1 if bad else 0)


if __name__ == "__main__":
    main()
