"""A fault far down in a long file: is its place named, and nothing of the file there?

    .venv/bin/python -m tests.benchmarks.far_fault [COUNT] [--row 777777]

One row of a CSV of COUNT events is wrong; so is one object of as many in JSON Lines, in
JSON with an object a line and in JSON on one line. A last CSV has faults of seven kinds
in every five-hundredth row: the total is told, and the first thousand by their places.
Each is refused by `import_events` as a process; the database must be the same bytes
afterwards (on PostgreSQL: hold as many rows), and memory below 80 MB. Exit code 1 where
that is not so.
"""

import argparse
import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from itertools import islice
from pathlib import Path
from typing import Any

from tests.benchmarks.events_data import COLUMNS, objects, objects_of_texts, rows
from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

MOST_MEMORY = 80  # MB, promised
OFTEN = 500
BAD = {  # column, what stands in it
    "date": "1917-02-30",
    "importance": "seven",
    "calendar": "mayan",
    "title": "",
    "quote": "words that stand nowhere",
    "passage": "p99",
    "id": "..",
}
Place = dict[str, Any]
# `wait4` would count the memory of this process, from which the command is forked.
COMMAND = """
import atexit, re, runpy, sys
def tell():
    status = open("/proc/self/status").read()
    open(%r, "w").write(re.search(r"VmHWM:\\s+(\\d+)", status)[1])
atexit.register(tell)
runpy.run_path("manage.py", run_name="__main__")
"""


def one_bad_row(path: Path, count: int, at: int) -> Place:
    """A table whose `at`-th row has no such day."""
    with path.open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        for number, row in enumerate(rows(count), start=1):
            out.writerow(with_cell(row, "date") if number == at else row)
    return {"line": at + 1, "column": "date", "value": BAD["date"]}


def with_cell(row: tuple[str, ...], column: str) -> tuple[str, ...]:
    """A row that is wrong in one column."""
    at = COLUMNS.index(column)
    return (*row[:at], BAD[column], *row[at + 1 :])


def many_bad_rows(path: Path, count: int, at: int) -> list[Place]:
    """A table with a fault in every five-hundredth row."""
    places, kinds = [], tuple(BAD)
    with path.open("w", newline="") as file:
        out = csv.writer(file, lineterminator="\n")
        out.writerow(COLUMNS)
        for number, row in enumerate(rows(count), start=1):
            if number % OFTEN == 0:
                column = kinds[number // OFTEN % len(kinds)]
                places.append({"line": number + 1, "column": column})
                row = with_cell(row, column)
            out.writerow(row)
    return places


def objects_with_fault(count: int, at: int) -> Iterator[str]:
    """So many objects as JSON texts; the `at`-th one has a field too many."""
    for number, one in enumerate(islice(objects(count), count), start=1):
        if number == at:
            one["fields"]["colour"] = "red"
        yield json.dumps(one)


def lines(path: Path, count: int, at: int) -> Place:
    """JSON Lines."""
    with path.open("w") as file:
        file.writelines(f"{text}\n" for text in objects_with_fault(count, at))
    return {"line": at, "column": "colour"}


def a_list(path: Path, count: int, at: int, between: str = ",\n") -> Place:
    """JSON with an object a line."""
    with path.open("w") as file:
        texts = objects_with_fault(count, at)
        file.write(f"[{next(texts)}")
        file.writelines(f"{between}{text}" for text in texts)
        file.write("]\n")
    line = at if "\n" in between else 1
    return {"line": line, "column": "colour", "path": f"[{at - 1}]"}


def on_one_line(path: Path, count: int, at: int) -> Place:
    """JSON without a line break."""
    return a_list(path, count, at, ", ")


FILES: dict[str, Callable[[Path, int, int], Any]] = {
    "bad.csv": one_bad_row,
    "bad.jsonl": lines,
    "bad.json": a_list,
    "one-line.json": on_one_line,
    "many.csv": many_bad_rows,
}


class Database:
    """A database with the texts, and what it holds."""

    def __init__(self, folder: Path, count: int) -> None:
        self.folder = folder
        self.run("migrate", "-v0")
        self.run("flush", "--no-input", "-v0")
        texts = folder / "texts.jsonl"
        with texts.open("w") as file:
            file.writelines(f"{json.dumps(o)}\n" for o in objects_of_texts(count))
        self.run("import_events", str(texts))

    def run(self, *arguments: str) -> tuple[int, str, float, int]:
        """A command: exit code, standard output, CPU seconds, megabytes."""
        out, most = self.folder / "said.json", self.folder / "memory"
        with out.open("wb") as file:
            process = subprocess.Popen(
                [sys.executable, "-c", COMMAND % str(most), *arguments],
                cwd=ROOT,
                env={**os.environ, "DATA_DIR": str(self.folder)},
                stdout=file,
            )
            _, status, used = os.wait4(process.pid, 0)
        process.returncode = code = os.waitstatus_to_exitcode(status)
        cpu = used.ru_utime + used.ru_stime
        return code, out.read_text(), cpu, int(most.read_text()) // 1024

    def held(self) -> str:
        """The bytes of SQLite's files, or the number of rows of each table."""
        files = sorted(self.folder.glob("timeline.sqlite3*"))
        if not files:
            code = "from django.apps import apps as a\n"
            code += "for m in a.get_models(): print(m, m._base_manager.count())"
            return self.run("shell", "-v0", "-c", code)[1]
        return " ".join(f"{file.name} {digest(file)}" for file in files)


def digest(path: Path) -> str:
    """The SHA-256 of a file."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def is_named(report: dict[str, Any], wanted: Any) -> bool:
    """Whether the report names the place, or the first thousand and the total.

    What hangs on a refused object, up to three faults, is refused with it.
    """
    found, total = report["faults"], report["fault_total"]
    if isinstance(wanted, list):
        right = total == len(wanted) and len(found) == min(1_000, total)
    else:
        wanted, right = [wanted], 1 <= total <= 4
    return right and all(
        all(fault[name] == value for name, value in place.items())
        for fault, place in zip(found, wanted, strict=False)
    )


def main() -> None:
    """Each file, and what was said of it."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("count", type=int, nargs="?", default=1_000_000)
    arguments.add_argument("--row", type=int, default=0)
    chosen = arguments.parse_args()
    at, failed = chosen.row or int(chosen.count * 0.777777), False
    told = []
    with tempfile.TemporaryDirectory(prefix="timeline-far-fault-") as folder:
        database = Database(Path(folder), chosen.count)
        for name, make in FILES.items():
            path = Path(folder) / name
            wanted = make(path, chosen.count, at)
            before = database.held()
            code, said, cpu, memory = database.run(
                "import_events", str(path), "--report", "json"
            )
            report = json.loads(said)
            same = database.held() == before
            named = is_named(report, wanted) and code == 1
            good = named and same and memory <= MOST_MEMORY
            failed |= not good
            first = report["faults"][0]
            place = {n: first[n] for n in ("line", "path", "column") if first[n]}
            print(
                f"{'PASS' if good else 'FAIL'} {name:14} {report['rows']:,} rows, "
                f"{report['fault_total']:,} faults, first {place}; database "
                f"{'unchanged' if same else 'CHANGED'}; {cpu:.1f} s CPU, {memory} MB",
                flush=True,
            )
            told.append(
                [
                    *(name, f"{report['fault_total']:,}"),
                    ", ".join(f"{n} {value}" for n, value in place.items()),
                    "yes" if named else "NO",
                    "unchanged" if same else "CHANGED",
                    *(f"{cpu:.1f} s", f"{memory} MB"),
                ]
            )
            path.unlink()
    head = ["file", "faults", "first fault named", "as it is", "database", "CPU"]
    vendor = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"
    text = table([*head, "memory"], told)
    write(
        f"far fault {vendor}", f"Files of {chosen.count:,} rows or objects.\n\n{text}"
    )
    raise SystemExit(failed)


if __name__ == "__main__":
    main()
