"""Everything out, into an empty database, and out again: are the bytes the same?

    .venv/bin/python -m tests.benchmarks.round_trip [COUNT]
    DATABASE_URL=postgres://… .venv/bin/python -m tests.benchmarks.round_trip [COUNT]

Hostile events (see `hostile_data`) come in and go out as JSON Lines, JSON and CSV.
Each of the three then comes into an empty database, the CSV into one that holds its
documents, and goes out again. The same file a second time must change nothing, and take
less CPU than the first. The digests are the same on both databases. With DATABASE_URL
on that PostgreSQL database, which is emptied. Exit code 1 where something differs.
"""

import argparse
import hashlib
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from tests.benchmarks.report import table
from tests.benchmarks.report import write as write_figures
from tests.benchmarks.server import ROOT

TABLE_LACKS = ("timeline", "document", "revision", "passage", "notelink", "tag",
               "proposal")  # fmt: skip
NOTE = re.compile(r'"editor_note": "(?:[^"\\]|\\.)*"')
UNCHANGED = re.compile(r"([\d,]+) rows, 0 new, 0 changed, \1 unchanged, 0 refused")


class Database:
    """A database to fill and empty; what each command took."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.cpu = 0.0
        self.memory = 0

    def run(self, *arguments: str, out: Path | None = None) -> str:
        """A command of the project to its end; what it says."""
        said = self.folder / "said.txt"
        with said.open("wb") as text, (out or said).open("ab") as file:
            process = subprocess.Popen(
                [sys.executable, "manage.py", *arguments],
                cwd=ROOT,
                env={**os.environ, "DATA_DIR": str(self.folder)},
                stdout=file,
                stderr=text,
            )
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        self.cpu, self.memory = used.ru_utime + used.ru_stime, used.ru_maxrss // 1024
        told = said.read_text(errors="replace")
        if process.returncode:
            raise SystemExit(f"FAIL {arguments}: {told[:2000]}")
        return told

    def empty(self) -> None:
        """No row is left."""
        for old in self.folder.glob("timeline.sqlite3*"):
            old.unlink()
        self.run("migrate", "-v0")
        self.run("flush", "--no-input", "-v0")

    def bring(self, path: Path) -> str:
        """Import a file."""
        told = self.run("import_events", str(path))
        print(f"  in   {path.name:12} {self.cpu:8.2f} s CPU {self.memory:5} MB  "
              f"{told.strip().splitlines()[-1][:90]}", flush=True)  # fmt: skip
        return told

    def take_out(self, path: Path) -> Path:
        """Export everything to a file."""
        self.run("export_events", "--output", str(path))
        print(f"  out  {path.name:12} {self.cpu:8.2f} s CPU {self.memory:5} MB  "
              f"{path.stat().st_size:,} bytes", flush=True)  # fmt: skip
        return path


class Trip:
    """All ways out and in; `failed` is set by the first difference."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder, self.count, self.failed = folder, count, False
        self.checks: list[list[str]] = []
        self.database = Database(folder)
        self.first = {name: folder / f"all.{name}" for name in ("jsonl", "json", "csv")}

    def check(self, what: str, holds: bool, told: str = "") -> None:
        """Say whether something held."""
        self.failed |= not holds
        self.checks.append([what, "yes" if holds else "NO", told[:64]])
        print(f"{'PASS' if holds else 'FAIL'} {what} {told}".rstrip(), flush=True)

    def same(self, what: str, one: Path, other: Path) -> None:
        """Two files are the same bytes; where they part, if not."""
        digests = [digest(path) for path in (one, other)]
        self.check(what, digests[0] == digests[1], digests[0])
        if digests[0] != digests[1]:
            print(difference(one, other))

    def all(self) -> None:
        """The whole journey."""
        made = self.folder / "made.jsonl"
        self.make(made)
        self.database.empty()
        self.database.bring(made)
        for path in self.first.values():
            self.database.take_out(path)
        for name in ("jsonl", "json"):
            self.and_back(name)
        self.table_and_back()

    def make(self, path: Path) -> None:
        """The hostile file; it takes the models, so it is made by another process."""
        subprocess.run(
            [sys.executable, "-m", __spec__.name, str(self.count), "--make", str(path)],
            cwd=ROOT,
            check=True,
            env={**os.environ, "DJANGO_SETTINGS_MODULE": "timeline.settings"},
        )

    def and_back(self, name: str) -> None:
        """Into an empty database and out again, then the same file once more."""
        self.database.empty()
        path = self.first[name]
        self.database.bring(path)
        cpu = self.database.cpu
        self.same(f"{name}, in and out", path, self.out(name))
        self.same(f"csv from it, as {name}", self.first["csv"], self.out("csv"))
        self.again(name, cpu)

    def again(self, name: str, cpu: float) -> None:
        """The second import of a file."""
        told = self.database.bring(self.first[name])
        self.check(f"{name} again changes nothing", bool(UNCHANGED.search(told)))
        less = self.database.cpu < cpu
        took = f"{cpu:.2f} s, then {self.database.cpu:.2f} s CPU"
        self.check(f"{name} again takes less", less, took)
        self.same(f"{name} again, out", self.first[name], self.out(name))

    def table_and_back(self) -> None:
        """The table into a database that holds its documents."""
        self.database.empty()
        self.database.bring(documents_of(self.first["jsonl"]))
        self.database.bring(self.first["csv"])
        cpu = self.database.cpu
        self.same("csv, in and out", self.first["csv"], self.out("csv"))
        out = self.out("jsonl")
        self.same(
            "events, citations and datings of the csv as jsonl",
            events_of(self.first["jsonl"]),
            events_of(out),
        )
        self.again("csv", cpu)

    def out(self, name: str) -> Path:
        """Export again."""
        return self.database.take_out(self.folder / f"again.{name}")


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def difference(one: Path, other: Path) -> str:
    """The first line in which two files differ."""
    with one.open("rb") as left, other.open("rb") as right:
        for number, (was, is_now) in enumerate(zip(left, right, strict=False), 1):
            if was != is_now:
                pairs = enumerate(zip(was, is_now, strict=False))
                at = next((n for n, (a, b) in pairs if a != b), 0)
                start = max(0, at - 200)
                shown = [line[start : at + 200] for line in (was, is_now)]
                return f"line {number}, byte {at}:\n  {shown[0]!r}\n  {shown[1]!r}"
    return f"one is longer: {one.stat().st_size} and {other.stat().st_size} bytes"


def documents_of(lines: Path) -> Path:
    """What a table does not hold: documents and what belongs to them."""
    path = lines.with_name("documents.jsonl")
    models = ("document", "revision", "passage", "notelink")
    ends = tuple(f'"model": "timeline.{name}"}}\n' for name in models)
    with lines.open(newline="") as all_lines, path.open("w", newline="") as out:
        out.writelines(line for line in all_lines if line.endswith(ends))
    return path


def events_of(lines: Path) -> Path:
    """What a table holds; the note between editors is not in it."""
    path = lines.with_name(f"events-{lines.stem}.jsonl")
    ends = tuple(f'"model": "timeline.{name}"}}\n' for name in TABLE_LACKS)
    with lines.open(newline="") as all_lines, path.open("w", newline="") as out:
        for line in all_lines:
            if not line.endswith(ends):
                out.write(NOTE.sub('"editor_note": ""', line))
    return path


def main() -> None:
    """The journey, and whether everything held."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("count", type=int, nargs="?", default=100_000)
    arguments.add_argument("--make", type=Path)
    chosen = arguments.parse_args()
    if chosen.make:
        from tests.benchmarks.hostile_data import write

        write(chosen.make, chosen.count)
        return
    with tempfile.TemporaryDirectory(prefix="timeline-round-trip-") as folder:
        trip = Trip(Path(folder), chosen.count)
        trip.all()
    vendor = "PostgreSQL" if os.environ.get("DATABASE_URL") else "SQLite"
    end = "FAIL" if trip.failed else "PASS"
    print(f"{end}: {chosen.count:,} events on {vendor}")
    text = table(["", "holds", "SHA-256 of the bytes, or CPU"], trip.checks)
    name = f"round trip {vendor.lower()}"
    write_figures(name, f"{chosen.count:,} hostile events.\n\n{text}")
    raise SystemExit(trip.failed)


if __name__ == "__main__":
    main()
