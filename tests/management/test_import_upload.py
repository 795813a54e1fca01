"""A large upload is worked on by a process that outlives the one that began it."""

import fcntl
import json
import os
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
ROWS = 20_000  # about 700 kB: more than is worked on at once
BEGIN = """
import django, sys
django.setup()
from timeline.exchange import find_upload, keep_upload, start_work
step, token, bad = sys.argv[1:]
if token:
    upload = find_upload(token)
else:
    rows = (b"e%d,An event,%s\\n" % (n, b"1917-08-25") for n in range(int(bad)))
    about = dict(format="", timeline="t", document="", calendar="", language="")
    upload = keep_upload("large.csv", [b"id,title,date\\n", *rows], owner=1, who="E",
                         rights=["*"], encoding="", **about)
start_work(upload, step)
print(upload.token)
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with its tables."""
    data = tmp_path_factory.mktemp("uploads")
    run(data, "-m", "django", "migrate", "--verbosity=0")
    return data


def run(data: Path, *arguments: str) -> str:
    """A Python of its own, with this data folder."""
    kept = {k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ}
    env = {**kept, "DATA_DIR": str(data), "DJANGO_SETTINGS_MODULE": "timeline.settings"}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=ROOT,
        env=env,
        stdout=subprocess.PIPE,  # not the errors: the process that goes on holds them
        text=True,
        check=True,
        timeout=120,
    )
    return done.stdout.strip()


def begin(data: Path, step: str, token: str = "") -> Path:
    """Begin the work in a process that ends at once; the folder of the upload."""
    token = run(data, "-c", BEGIN, step, token, str(ROWS))
    return data / "uploads" / token


def ended(folder: Path) -> str:
    """Wait until nobody holds the lock; how far it came."""
    with (folder / "lock").open("rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_SH)
    return str(json.loads((folder / "state.json").read_text())["step"])


def number_of_events(data: Path) -> int:
    with sqlite3.connect(data / "timeline.sqlite3") as database:
        (count,) = database.execute("SELECT count(*) FROM timeline_event").fetchone()
    database.close()
    return int(count)


def test_checked_cancelled_and_imported(data: Path) -> None:
    folder = begin(data, "check")
    assert ended(folder) == "checked"
    assert json.loads((folder / "report.json").read_text())["new"] == ROWS
    assert number_of_events(data) == 0

    other = begin(data, "write")
    (other / "cancel").touch()
    assert ended(other) == "cancelled"
    assert not list(other.glob("upload*"))
    assert number_of_events(data) == 0

    assert begin(data, "write", folder.name) == folder
    assert ended(folder) == "written"
    assert not list(folder.glob("upload*"))
    assert number_of_events(data) == ROWS
