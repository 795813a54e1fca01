"""A server to measure: the project's own command, in a data folder of its own."""

import http.client
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
TICKS = os.sysconf("SC_CLK_TCK")
CHRONICLES = (50, 500)


@dataclass
class Running:
    """The server's process and where it listens."""

    pid: int
    host: str
    data: Path

    @property
    def url(self) -> str:
        """The address of the home page."""
        return f"http://{self.host}/"

    def get(self, path: str) -> bytes:
        """The body of a page, which must be there."""
        with keep_alive(self.host) as connection:
            return fetch(connection, path)


@contextmanager
def keep_alive(host: str) -> Iterator[http.client.HTTPConnection]:
    """One connection for many requests."""
    connection = http.client.HTTPConnection(host, timeout=60)
    try:
        yield connection
    finally:
        connection.close()


def fetch(connection: http.client.HTTPConnection, path: str) -> bytes:
    """One request and its whole answer."""
    connection.request("GET", path)
    answer = connection.getresponse()
    body = answer.read()
    if answer.status != 200:
        raise SystemExit(f"{path} answered {answer.status}")
    return body


def manage(data: Path, *arguments: str, **options: object) -> subprocess.Popen[str]:
    """`manage.py` with the benchmark's settings."""
    return subprocess.Popen(
        [sys.executable, *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "DATA_DIR": str(data),
            "DJANGO_SETTINGS_MODULE": "tests.benchmarks.peer_settings",
        },
        text=True,
        **options,
    )


FILL = """
import django; django.setup()
from tests.benchmarks.chronicle import make_chronicle
for count in {counts}: make_chronicle(count)
"""


@contextmanager
def serving() -> Iterator[Running]:
    """The letter, a chronicle of 50 events and one of 500, served."""
    with tempfile.TemporaryDirectory(prefix="timeline-benchmark-") as folder:
        data = Path(folder)
        serve = ("manage.py", "serve", "--port", "0", "--no-admin")
        process = manage(data, *serve, stdout=subprocess.PIPE)
        try:
            host = re.search(r"http://(\S+)/", process.stdout.readline())[1]
            fill = manage(data, "-c", FILL.format(counts=CHRONICLES))
            if fill.wait() != 0:
                raise SystemExit("The chronicles could not be stored.")
            yield Running(process.pid, host, data)
        finally:
            process.terminate()
            process.wait(30)


def cpu_seconds(pid: int) -> float:
    """User and system time of a process and of all below it, from /proc."""
    times, children = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            fields = (folder / "stat").read_text().rpartition(")")[2].split()
        except OSError:
            continue  # it ended meanwhile
        times[int(folder.name)] = (int(fields[11]) + int(fields[12])) / TICKS
        children.setdefault(int(fields[1]), []).append(int(folder.name))
    total, todo = 0.0, [pid]
    while todo:
        one = todo.pop()
        total += times.get(one, 0.0)
        todo += children.get(one, [])
    return total


def cost_of(server: Running, path: str, seconds: float) -> float:
    """Server CPU in milliseconds a request, over as many as fit into the time."""
    with keep_alive(server.host) as connection:
        for _ in range(5):
            fetch(connection, path)
        count, before = 0, cpu_seconds(server.pid)
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            for _ in range(5):
                fetch(connection, path)
            count += 5
        return 1000 * (cpu_seconds(server.pid) - before) / count
