"""Server CPU and size of the desk's pages: a document of 1 MB, and 100,000 events.

    .venv/bin/python -m tests.benchmarks.desk [--events 100000]

Pages are asked for in a process of their own, with a database file of its own; each is
asked for once before, and the best of some times counts.
"""

import os
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable
from typing import Any

from tests.benchmarks.races import sqlite
from tests.benchmarks.report import table, write
from tests.benchmarks.server import ROOT

TIMES = 3
WORDS = "The fleet lay at anchor, and nothing else is told of that day. " * 10
CHILD = "TIMELINE_DESK_BENCHMARK"
PAGES = {
    "a document of 1 MB": "/desk/documents/mega/",
    "its middle, with a date": "/desk/documents/mega/?at=p800",
    "the first page of the desk": "/desk/",
    "the same, everything counted": "/desk/?count=all",
    "conflicts": "/desk/conflicts/",
    "events without a passage": "/desk/without-passage/",
    "undated events": "/desk/undated/",
    "scheduled events": "/desk/scheduled/",
    "citations that changed": "/desk/changed/",
    "notes": "/desk/notes/",
}


def best(work: Callable[[], Any]) -> float:
    """The least CPU of some runs, in milliseconds."""
    work()
    costs = []
    for _ in range(TIMES):
        started = time.process_time()
        work()
        costs.append(time.process_time() - started)
    return 1000 * min(costs)


def fill(events: int) -> None:
    """The events, a tenth of a percent of them to settle, and a document of 1 MB."""
    from tests.factories import make_document, make_events, make_timeline
    from timeline.models import Citation, Event, find_proposals

    document = make_document("many", passages=["x y " * (events // 2)])
    made = make_events(make_timeline("many"), document.passages.get(), events)
    some = [event.pk for event in made[:: max(1, events // 100)]]
    Event.objects.filter(pk__in=some).update(status="scheduled", editor_note="Look.")
    Citation.objects.filter(event__in=some).update(state="changed")
    text = "\n\n".join(f"On 3 May {1000 + n} {WORDS}" for n in range(1_650))
    find_proposals(make_document("mega", text))


def measure(events: int) -> None:
    """Fill the database of this process and ask for the pages."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth.models import User
    from django.core.management import call_command
    from django.test import Client

    settings.ALLOWED_HOSTS.append("testserver")
    call_command("migrate", verbosity=0)
    fill(events)
    client = Client()
    client.force_login(User.objects.create_superuser("editor"))
    rows = []
    for name, address in PAGES.items():
        cost = best(lambda address=address: client.get(address))
        size = len(client.get(address).content)
        rows.append([name, f"{cost:.0f} ms", f"{size:,}"])
    head = [f"desk, with {events:,} events", "CPU", "bytes"]
    write("desk", table(head, rows))


def main() -> None:
    """Measure in a process with settings of its own."""
    parser = ArgumentParser(description=__doc__)
    parser.add_argument("--events", type=int, default=100_000)
    events = parser.parse_args().events
    if os.environ.get(CHILD):
        measure(events)
        return
    with sqlite() as environment:
        command = [sys.executable, "-W", "ignore", "-m", "tests.benchmarks.desk"]
        subprocess.run(
            [*command, "--events", str(events)],
            cwd=ROOT,
            env={**os.environ, **environment, CHILD: "1", "LOG_LEVEL": "CRITICAL"},
            check=True,
        )


if __name__ == "__main__":
    main()
