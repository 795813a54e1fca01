"""An import that finds the disk full, at many sizes: one sentence, and nothing of it.

    .venv/bin/python -m tests.benchmarks.import_disk_full [--sizes 20] [--rows 20000]

The process may write no file longer than so many bytes (RLIMIT_FSIZE), so the database,
its log and the files of the check in the temporary folder all meet the real error, at
sizes from less than the database holds to nearly what the import needs. Then the limit
is taken away: the database must be sound and hold what it held, and the import must go
through. Exit code 1 when it does not.
"""

import argparse
import os
import resource
import sqlite3
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from tests.benchmarks.import_killed import CHANGED, rows
from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

SENTENCE = "The disk is full: nothing was imported. Make room first."


def manage(
    folder: Path, *arguments: str, most: int = 0
) -> subprocess.CompletedProcess[str]:
    """A command of the project; `most` bytes in a file."""

    def limit() -> None:
        if most:
            resource.setrlimit(resource.RLIMIT_FSIZE, (most, most))

    return subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env={**os.environ, "DATA_DIR": str(folder), "DATABASE_URL": ""},
        capture_output=True,
        text=True,
        preexec_fn=limit,
    )


class Sizes:
    """A database, and what came of the import at each size."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder, self.count = folder, count
        self.file = folder / "rows.csv"
        self.file.write_text(rows(count))
        self.database = folder / "timeline.sqlite3"
        self.outcomes: Counter[str] = Counter()
        manage(folder, "migrate", "-v0")
        manage(folder, "import_events", "fixtures/letter.json")

    def one(self, most: int) -> bool:
        """Import with a limit; whether it was refused."""
        done = self.start(most)
        if done.returncode == 0:
            return False
        self.outcomes["refused"] += 1
        said = [line for line in done.stderr.splitlines() if line.strip()]
        self.outcomes["in one sentence"] += said[-1:] == [f"CommandError: {SENTENCE}"]
        self.outcomes["TRACEBACK"] += "Traceback" in done.stderr
        shown, title, hidden, sound = self.look()
        nothing = (shown, title) == (0, "Strike in Moscow")
        self.outcomes["NOT SOUND"] += not sound
        self.outcomes["PARTIAL"] += not nothing
        self.outcomes["with hidden rows left for the next command"] += hidden > 0
        manage(self.folder, "undo_import")
        self.outcomes["ROWS LEFT"] += self.look()[2] > 0
        return True

    def start(self, most: int = 0) -> subprocess.CompletedProcess[str]:
        """The import."""
        call = ("import_events", "--timeline=letter", str(self.file))
        return manage(self.folder, *call, most=most)

    def look(self) -> tuple[int, str, int, bool]:
        """Rows shown, a title, rows hidden, and whether the database is sound."""
        with sqlite3.connect(self.database) as database:
            (found,) = database.execute("PRAGMA integrity_check").fetchone()
            broken = database.execute("PRAGMA foreign_key_check").fetchone()
            hidden = (
                "imported_by_id IN (SELECT id FROM timeline_import "
                "WHERE state IN ('running', 'undoing'))"
            )
            (all_rows,) = database.execute(
                "SELECT count(*) FROM timeline_event"
            ).fetchone()
            (not_shown,) = database.execute(
                f"SELECT count(*) FROM timeline_event WHERE {hidden}"
            ).fetchone()
            (title,) = database.execute(
                "SELECT title FROM timeline_event WHERE slug = ?", [CHANGED]
            ).fetchone()
        database.close()
        sound = found == "ok" and broken is None
        return all_rows - not_shown - 6, title, not_shown, sound


def main() -> None:
    """Each size in turn; then without a limit."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--sizes", type=int, default=20)
    arguments.add_argument("--rows", type=int, default=20_000)
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory(prefix="timeline-full-") as folder:
        os.environ["TMPDIR"] = folder
        sizes = Sizes(Path(folder), chosen.rows)
        least = 100_000
        most = sizes.database.stat().st_size + 330 * chosen.rows
        for number in range(chosen.sizes):
            sizes.one(least + (most - least) * number // chosen.sizes)
        done = sizes.start()
        shown, title, *_ = sizes.look()
        whole = (shown, title) == (chosen.rows, "Another title")
        sizes.outcomes["all in, once there is room"] += whole and not done.returncode
    found = sizes.outcomes
    bad = found["refused"] - found["in one sentence"]
    bad += sum(number for name, number in found.items() if name.isupper())
    bad += not found["all in, once there is room"]
    lines = [[name, str(found[name])] for name in found if found[name]]
    text = table([f"{chosen.sizes} sizes, {chosen.rows:,} rows", ""], lines)
    end = f"0 partial imports, 0 damaged databases: {'no' if bad else 'yes'}."
    write("disk full", f"{text}\n\n{end}")
    raise SystemExit(1 if bad else 0)


if __name__ == "__main__":
    main()
