"""How fast everything goes out, beside `dumpdata` with natural keys, in one run.

    .venv/bin/python -m tests.benchmarks.export_speed [COUNT] [--repeat N] [--only ours]

Each method runs in a process of its own, in turn, on one database; time is that of the
call alone, memory that of its process, *first byte* the time until the file gets one.
With DATABASE_URL on that PostgreSQL database, which must be empty.
"""

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from tests.benchmarks.events_data import write as write_data
from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

METHODS = {"ours jsonl": "jsonl", "ours csv": "csv", "dumpdata": "json"}
SCRATCH = Path(tempfile.gettempdir()) / "timeline-import-speed"


class Watched:
    """A file that remembers when it got its first characters."""

    def __init__(self, path: Path) -> None:
        self.file = path.open("w", encoding="utf-8", newline="")
        self.first = 0.0

    def write(self, text: str) -> int:
        """Write through."""
        if not self.first and text.strip("[\n"):
            self.first = time.perf_counter()
        return self.file.write(text)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.file, name)


def run(method: str, folder: Path) -> None:
    """In a process of its own: export, print the figures."""
    import django

    django.setup()
    from django.core.management import call_command

    from timeline.exchange import export_to, format_named

    bare = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    out: Any = Watched(folder / f"out.{METHODS[method]}")
    wall, cpu = time.perf_counter(), time.process_time()
    if method == "dumpdata":
        call_command(
            "dumpdata",
            "timeline",
            exclude=["timeline.import", "timeline.importchange"],
            use_natural_primary_keys=True,
            use_natural_foreign_keys=True,
            stdout=out,
            verbosity=0,
        )
    else:
        export_to(out, format_named(METHODS[method]))
    out.flush()
    cpu = time.process_time() - cpu
    ended = time.perf_counter()
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print("FIGURES", ended - wall, cpu, out.first - wall, memory, bare)


def python(*arguments: str) -> str:
    """A module of ours or the project's command, with the scratch database."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "DATA_DIR": str(SCRATCH / "export"),
            "DJANGO_SETTINGS_MODULE": "timeline.settings",
        },
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stdout[-500:]} {done.stderr[-2000:]}")
    return done.stdout


def main() -> None:
    """Each method in turn, as often as asked for; medians and ratios."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("count", type=int, nargs="?", default=10_000)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--method")
    chosen = arguments.parse_args()
    folder = SCRATCH / str(chosen.count)
    if chosen.method:
        run(chosen.method, folder)
        return
    write_data(folder, chosen.count)
    for old in SCRATCH.glob("export/timeline.sqlite3*"):
        old.unlink()
    python("manage.py", "migrate", "-v0")
    python("manage.py", "flush", "--no-input", "-v0")
    for name in ("texts.jsonl", "events.csv"):
        python("manage.py", "import_events", str(folder / name))
    only = chosen.only.split(",") if chosen.only else METHODS
    figures: dict[str, list[list[float]]] = {}
    for number in range(chosen.repeat):
        for method in METHODS:
            if method in only and not (number and method == "dumpdata"):
                call = ("-m", __spec__.name, str(chosen.count), "--method", method)
                one = python(*call).split("FIGURES")[1].split()
                figures.setdefault(method, []).append([float(part) for part in one])
    tell(figures, chosen.count)


def tell(figures: dict[str, list[list[float]]], count: int) -> None:
    """A line for each method, with its ratio to `dumpdata`."""
    median = {
        method: [statistics.median(column) for column in zip(*runs, strict=True)]
        for method, runs in figures.items()
    }
    rows = []
    for method, (wall, cpu, first, memory, bare) in median.items():
        ratios = ["", ""]
        if "dumpdata" in median:
            peer = median["dumpdata"]
            ratios = [f"{peer[1] / cpu:.1f}", f"{peer[0] / wall:.1f}"]
        rows.append(
            [
                method,
                f"{count / wall:,.0f}",
                f"{wall:.2f} s",
                f"{cpu:.2f} s",
                *ratios,
                f"{1000 * first:,.0f} ms",
                f"{memory:.0f} MB ({bare:.0f})",
            ]
        )
    head = ["method", "events/s", "time", "CPU", "× dumpdata, CPU", "× dumpdata, time"]
    head += ["first byte", "memory (of it bare)"]
    vendor = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"
    text = table(head, rows)
    write(
        f"export {vendor} {count}",
        f"{count:,} events, everything; medians, dumpdata of one run.\n\n{text}",
    )


if __name__ == "__main__":
    main()
