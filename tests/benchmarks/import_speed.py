"""How fast files come in, beside `loaddata` and a bare `executemany`, in one run.

    python -m tests.benchmarks.import_speed [COUNT] [--repeat N] [--only ours,raw]

Each method runs in a process of its own, in turn, into a fresh database with the same
tables and indexes; the time is that of the loading call alone, the memory that of its
process. *raw* reads the CSV and writes events, tags, citations, datings and marks with
`executemany` (on PostgreSQL: COPY) in one transaction; it checks nothing, reads no date
and finds no quote. The documents are there before, except for `loaddata` and for the
fixture, which hold them. With DATABASE_URL the same on PostgreSQL.
"""

import argparse
import csv
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tests.benchmarks.events_data import write as write_data
from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

METHODS = ("ours csv", "raw", "ours json", "loaddata", "ours csv again")
SCRATCH = Path(tempfile.gettempdir()) / "timeline-import-speed"


def prepare(method: str, folder: Path) -> None:
    """An empty database, or one with the documents, or one with everything."""
    manage("migrate", "-v0")
    manage("flush", "--no-input", "-v0")
    if method in ("ours csv", "ours csv again", "raw"):
        manage("import_events", str(folder / "texts.jsonl"))
    if method == "ours csv again":
        manage("import_events", str(folder / "events.csv"))


def manage(*arguments: str) -> None:
    """A command of the project on the scratch database."""
    python("manage.py", *arguments)


def run(method: str, count: int, folder: Path) -> None:
    """In a process of its own: load, print the figures."""
    import django

    django.setup()
    load = {"raw": raw, "loaddata": loaddata}.get(method, ours)
    suffix = "json" if method in ("ours json", "loaddata") else "csv"
    bare = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    wall, cpu = time.perf_counter(), time.process_time()
    load(folder / f"events.{suffix}")
    wall, cpu = time.perf_counter() - wall, time.process_time() - cpu
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    check(count)
    print("FIGURES", wall, cpu, memory, bare)


def check(count: int) -> None:
    """Every method has made the same number of rows."""
    from timeline.models import Citation, Dating, Event, Mark

    for model in (Event, Citation, Dating, Mark):
        if model.objects.count() != count:
            raise SystemExit(f"{model.objects.count()} rows of {model}, not {count}")


def ours(path: Path) -> None:
    """Through the door, with every check."""
    from timeline.exchange import import_file

    report = import_file(path)
    if report.refused:
        raise SystemExit(report.faults[0].sentence())


def loaddata(path: Path) -> None:
    """Django's own."""
    from django.core.management import call_command

    call_command("loaddata", str(path), verbosity=0)


def raw(path: Path) -> None:
    """Rows into tables, and nothing else."""
    from django.db import connection, transaction

    insert = raw_postgresql if connection.vendor == "postgresql" else raw_sqlite
    with transaction.atomic():
        insert(connection, raw_chunks(path))


Chunk = dict[str, list[tuple[Any, ...]]]


def raw_chunks(path: Path) -> Iterator[tuple[dict[str, tuple[str, ...]], Chunk]]:
    """Rows of a file as tuples for the tables, five thousand at a time."""
    from timeline.models import Citation, Dating, Event, Mark, Passage, Tag, Timeline

    tags = {f"tag{n}": n + 1 for n in range(40)}
    Tag.objects.bulk_create(
        Tag(pk=pk, kind="topic", slug=name, name=name) for name, pk in tags.items()
    )
    timeline = Timeline.objects.get().pk
    passages = {
        (document, key): pk
        for document, key, pk in Passage.objects.values_list(
            "document__slug", "key", "pk"
        )
    }
    models = {"event": Event, "citation": Citation, "dating": Dating, "mark": Mark}
    names = {
        model._meta.db_table: tuple(f.column for f in model._meta.concrete_fields)
        for model in models.values()
    }
    through = Event.tags.through._meta.db_table
    names[through] = ("event_id", "tag_id")
    event, citation, dating, mark = list(names)[:4]
    templates = {
        name: {f.column: f.get_default() for f in model._meta.concrete_fields}
        for name, model in zip(names, models.values(), strict=False)
    }
    order = {name: list(columns) for name, columns in names.items()}

    def tuple_of(name: str, **values: Any) -> tuple[Any, ...]:
        full = {**templates[name], **values}
        return tuple([full[column] for column in order[name]])

    chunk: Chunk = {name: [] for name in names}
    with path.open(newline="") as file:
        for pk, row in enumerate(csv.reader(file)):
            if not pk:
                continue
            day = 2_000_000 + pk
            chunk[event].append(
                tuple_of(
                    event,
                    id=pk,
                    timeline_id=timeline,
                    slug=row[0],
                    title=row[1],
                    summary=row[2],
                    importance=int(row[5]),
                    extra="{}",
                )
            )
            for tag in row[6].split("; "):
                chunk[through].append((pk, tags[tag]))
            chunk[citation].append(
                tuple_of(
                    citation,
                    id=pk,
                    key=row[0],
                    event_id=pk,
                    quoted=row[9],
                    passage_id=passages[row[7], row[8]],
                    exact=row[9],
                    start=1,
                    end=40,
                    prefix=row[2][:32],
                    suffix=row[2][:32],
                )
            )
            chunk[dating].append(
                tuple_of(
                    dating,
                    id=pk,
                    key=row[0],
                    event_id=pk,
                    citation_id=pk,
                    calendar=row[4],
                    edtf_written=row[3],
                    edtf=row[3],
                    supplied="[]",
                    status="accepted",
                    start_min=day,
                    start_max=day,
                    end_min=day,
                    end_max=day,
                    start_kind="known",
                    end_kind="known",
                    shape="point",
                )
            )
            chunk[mark].append(
                tuple_of(
                    mark,
                    event_id=pk,
                    timeline_id=timeline,
                    sort_start=day,
                    sort_end=day,
                    importance=int(row[5]),
                    visible=False,
                )
            )
            if pk % 5_000 == 0:
                yield names, chunk
                chunk = {name: [] for name in names}
    yield names, chunk


def raw_sqlite(connection: Any, chunks: Any) -> None:
    """`executemany`, table by table."""
    for names, chunk in chunks:
        for into, rows in chunk.items():
            columns = ", ".join(f'"{name}"' for name in names[into])
            places = ", ".join("?" * len(names[into]))
            sql = f"INSERT INTO {into} ({columns}) VALUES ({places})"
            connection.connection.executemany(sql, rows)


def raw_postgresql(connection: Any, chunks: Any) -> None:
    """COPY, row by row."""
    with connection.cursor() as cursor:
        for names, chunk in chunks:
            for into, rows in chunk.items():
                columns = ", ".join(f'"{name}"' for name in names[into])
                with cursor.copy(f"COPY {into} ({columns}) FROM STDIN") as copy:
                    for row in rows:
                        copy.write_row(row)


def python(*arguments: str) -> str:
    """A program in a process of its own, on the scratch database."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "DATA_DIR": str(SCRATCH / "data"),
            "DJANGO_SETTINGS_MODULE": "timeline.settings",
        },
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise SystemExit(f"{arguments}: {done.stdout[-500:]} {done.stderr[-2000:]}")
    return done.stdout


def measured(method: str, count: int, folder: Path) -> list[float]:
    """Wall and CPU seconds and megabytes of one method in a fresh process."""
    for old in SCRATCH.glob("data/timeline.sqlite3*"):
        old.unlink()
    prepare(method, folder)
    told = python("-m", __spec__.name, str(count), "--method", method)
    return [float(part) for part in told.split("FIGURES")[1].split()]


def main() -> None:
    """Each method in turn, as often as asked for; medians and ratios."""
    arguments = argparse.ArgumentParser()
    arguments.add_argument("count", type=int, nargs="?", default=10_000)
    arguments.add_argument("--repeat", type=int, default=3)
    arguments.add_argument("--only", default="")
    arguments.add_argument("--method")
    chosen = arguments.parse_args()
    folder = SCRATCH / str(chosen.count)
    write_data(folder, chosen.count)
    if chosen.method:
        run(chosen.method, chosen.count, folder)
        return
    only = chosen.only.split(",") if chosen.only else METHODS
    figures: dict[str, list[list[float]]] = {}
    for number in range(chosen.repeat):
        for method in METHODS:
            if method in only and not (number and method == "loaddata"):
                one = measured(method, chosen.count, folder)
                figures.setdefault(method, []).append(one)
    tell(figures, chosen.count)


def tell(figures: dict[str, list[list[float]]], count: int) -> None:
    """A line for each method, with its ratio to the two it is set against."""
    median = {
        method: [statistics.median(column) for column in zip(*runs, strict=True)]
        for method, runs in figures.items()
    }
    peers = [peer for peer in ("loaddata", "raw") if peer in median]
    rows = []
    for method, (wall, cpu, memory, bare) in median.items():
        ratios = []
        for peer in peers:
            other = median[peer]
            ratios += [f"{other[1] / cpu:.2f}", f"{other[0] / wall:.2f}"]
        rows.append(
            [
                method,
                f"{count / wall:,.0f}",
                f"{wall:.2f} s",
                f"{cpu:.2f} s",
                *ratios,
                f"{memory:.0f} MB ({bare:.0f})",
            ]
        )
    head = ["method", "events/s", "time", "CPU"]
    head += [f"× {peer}, {kind}" for peer in peers for kind in ("CPU", "time")]
    head += ["memory (of it bare)"]
    vendor = "postgresql" if os.environ.get("DATABASE_URL") else "sqlite"
    runs = len(next(iter(figures.values())))
    note = (
        f"{count:,} events; medians of {runs} runs, loaddata of one."
        if runs > 1
        else f"{count:,} events."
    )
    write(f"import {vendor} {count}", f"{note}\n\n{table(head, rows)}")


if __name__ == "__main__":
    main()
