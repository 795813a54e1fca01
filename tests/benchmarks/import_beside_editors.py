"""Two editors go on saving while a large file comes in: how long do they wait?

    .venv/bin/python -m tests.benchmarks.import_beside_editors [COUNT] [--changed]

Two processes save an event of the letter each, through the model with its version and
history, every 50 to 200 ms, on SQLite with the project's settings. Their waits before
the import, during it and in its last transaction are told apart. `--changed` imports
the file once before, and then again with every row changed. Exit code 1 when a save
was refused, or waited longer than is promised.
"""

import argparse
import csv
import json
import os
import random
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tests.benchmarks.events_data import write as write_data
from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

SCRATCH = Path(tempfile.gettempdir()) / "timeline-import-speed"
P99, LONGEST = 1.0, 3.0  # seconds, promised
EDITED = ("moscow-strike", "democratic-conference")
QUIET = 3.0  # seconds of saving before the import


def edit(slug: str, seed: int) -> None:
    """In a process of its own: save until the input ends, then tell every wait."""
    import django

    django.setup()
    from django.db import OperationalError

    from timeline.models import Event

    chance = random.Random(seed)
    event = Event.objects.get(slug=slug)
    waits: list[tuple[float, float]] = []
    refused = 0
    while not select.select([sys.stdin], [], [], chance.uniform(0.05, 0.2))[0]:
        event.summary = f"Saved {len(waits)} times."
        at, began = time.time(), time.perf_counter()
        try:
            event.save()
        except OperationalError:
            refused += 1
        waits.append((at, time.perf_counter() - began))
    event.refresh_from_db()
    kept = event.summary == f"Saved {len(waits) - 1} times."
    print(json.dumps({"waits": waits, "refused": refused, "kept": kept}))


def environment(data: Path) -> dict[str, str]:
    """A data folder of its own, on SQLite."""
    return {
        **os.environ,
        "DATA_DIR": str(data),
        "DATABASE_URL": "",
        "DJANGO_SETTINGS_MODULE": "timeline.settings",
    }


def manage(data: Path, *arguments: str) -> None:
    """A command of the project, to its end."""
    subprocess.run(
        [sys.executable, "manage.py", *arguments],
        cwd=ROOT,
        env=environment(data),
        check=True,
        stdout=subprocess.DEVNULL,
    )


@contextmanager
def editors(data: Path) -> Iterator[list[dict[str, Any]]]:
    """Both editors at work; afterwards what each has to tell."""
    told: list[dict[str, Any]] = []
    at_work = [
        subprocess.Popen(
            [sys.executable, "-m", __spec__.name, "--edit", slug],
            cwd=ROOT,
            env=environment(data),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for slug in EDITED
    ]
    yield told
    told += [json.loads(editor.communicate()[0]) for editor in at_work]


def import_watched(data: Path, path: Path) -> dict[str, float]:
    """The import as a process; when each of its steps began, and when it ended."""
    begins = {}
    process = subprocess.Popen(
        [sys.executable, "-m", __spec__.name, "--import-file", str(path)],
        cwd=ROOT,
        env=environment(data),
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    for line in process.stdout:
        step, _, at = line.partition(" ")
        begins[step] = float(at)
    if process.wait():
        raise SystemExit("The import failed.")
    return begins


def import_told(path: Path) -> None:
    """In a process of its own: import, and tell when each step begins."""
    import django

    django.setup()
    from timeline.exchange import Options, import_file

    begun = set()

    def tell(step: str, done: int, total: int) -> None:
        name = "last" if step == "write" and done == total else step
        if name not in begun:
            begun.add(name)
            print(name, time.time(), flush=True)

    report = import_file(path, Options(tell=tell))
    print("end", time.time(), flush=True)
    if report.refused:
        raise SystemExit(report.faults[0].sentence())


def changed(path: Path) -> Path:
    """The same rows with other titles."""
    other = path.with_name("changed.csv")
    with path.open(newline="") as file, other.open("w", newline="") as out:
        rows, lines = csv.reader(file), csv.writer(out)
        lines.writerow(next(rows))
        lines.writerows([row[0], f"{row[1]} again", *row[2:]] for row in rows)
    return other


def row_of(name: str, waits: list[float]) -> list[str]:
    """Number, median, 99th percentile and longest of some waits."""
    waits = sorted(waits)
    if not waits:
        return [name, "0", "", "", ""]
    at = [waits[len(waits) // 2], waits[int(len(waits) * 0.99)], waits[-1]]
    return [name, f"{len(waits):,}", *(f"{1000 * wait:,.0f} ms" for wait in at)]


def main() -> None:
    """Prepare, let all three work, and tell the waits."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("count", type=int, nargs="?", default=1_000_000)
    arguments.add_argument("--changed", action="store_true")
    arguments.add_argument("--edit")
    arguments.add_argument("--import-file", type=Path)
    chosen = arguments.parse_args()
    if chosen.edit:
        edit(chosen.edit, seed=EDITED.index(chosen.edit))
    elif chosen.import_file:
        import_told(chosen.import_file)
    else:
        measure(chosen.count, chosen.changed)


def measure(count: int, is_changed: bool) -> None:
    """One run."""
    source = SCRATCH / str(count)
    write_data(source, count)
    with tempfile.TemporaryDirectory(prefix="timeline-editors-") as folder:
        data, path = Path(folder), source / "events.csv"
        manage(data, "migrate", "-v0")
        manage(data, "loaddata", "letter", "-v0")
        manage(data, "import_events", str(source / "texts.jsonl"))
        if is_changed:
            manage(data, "import_events", str(path))
            path = changed(path)
        with editors(data) as told:
            time.sleep(QUIET)
            steps = import_watched(data, path)
    tell(count, is_changed, steps, told)


def tell(
    count: int, is_changed: bool, steps: dict[str, float], told: list[dict[str, Any]]
) -> None:
    """The table, and whether what is promised held."""
    saves = [tuple(wait) for editor in told for wait in editor["waits"]]
    begin, last, end = steps["check"], steps["last"], steps["end"]
    during = [wait for at, wait in saves if begin <= at + wait and at <= end]
    refused = sum(editor["refused"] for editor in told)
    kept = all(editor["kept"] for editor in told)
    rows = [
        row_of("before", [wait for at, wait in saves if at + wait < begin]),
        row_of("during the import", during),
        row_of("of these in its last transaction",
               [wait for at, wait in saves if last <= at + wait and at <= end]),
    ]  # fmt: skip
    what = "changed rows" if is_changed else "new events"
    text = table(["saves", "number", "median wait", "p99", "longest"], rows)
    text += (
        f"\n\n{count:,} {what} in {end - begin:.0f} s, the last transaction "
        f"{end - last:.1f} s; {refused} saves refused, "
        f"{'none lost' if kept else 'SOME LOST'}."
    )
    write(f"editors {'changed' if is_changed else 'new'}", text)
    p99 = sorted(during)[int(len(during) * 0.99)]
    if refused or not kept or p99 > P99 or max(during) > LONGEST:
        raise SystemExit(1)


if __name__ == "__main__":
    main()
