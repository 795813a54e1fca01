"""`manage.py serve` as a user runs it: a process of its own, its page fetched."""

import http.client
import os
import queue
import re
import secrets
import shutil
import signal
import socket
import sqlite3
import stat
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote, urlencode

import psycopg
import pytest
from django.db import connections

Start = Callable[..., "Server"]

ROOT = Path(__file__).parent.parent
DEADLINE = 90
"""Seconds after which a wait is a failure; a run takes two or three."""


class Server:
    """A running `manage.py serve`, its output read line by line."""

    def __init__(self, data: Path, *arguments: str, **environment: str) -> None:
        kept = {k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ}
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", *arguments],
            cwd=ROOT,
            env={**kept, "DATA_DIR": str(data), **environment},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            start_new_session=True,
        )
        self.lines: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=self._read, daemon=True).start()
        self.output = ""

    def _read(self) -> None:
        for line in self.process.stdout:
            self.lines.put(line)
        self.lines.put(None)

    def read_until(self, words: str) -> str:
        """The output up to a line with these words."""
        while words not in self.output:
            line = self.lines.get(timeout=DEADLINE)
            if line is None:
                pytest.fail(f"ended: {self.output} {self.process.stderr.read()}")
            self.output += line
        return self.output

    @property
    def address(self) -> str:
        """Host and port it printed."""
        return re.search(r"http://(\S+)/", self.read_until("Ctrl-C"))[1]

    def get(self, path: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of a page."""
        connection = http.client.HTTPConnection(self.address, timeout=DEADLINE)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        return answer.status, dict(answer.getheaders()), body

    def stop(self, number: int = signal.SIGINT) -> tuple[int, str]:
        """Send a signal to the process; its exit code and what it wrote as errors."""
        self.process.send_signal(number)
        return self.ended()

    def stop_when_ready(self) -> int:
        """Wait until it serves, end it, and tell its exit code."""
        self.read_until("Ctrl-C")
        return self.stop()[0]

    def ended(self) -> tuple[int, str]:
        """Exit code and errors once it has ended."""
        code = self.process.wait(DEADLINE)
        return code, self.process.stderr.read()


def close(server: Server) -> None:
    """End a server that may still run, and its pipes."""
    if server.process.poll() is None:
        server.process.terminate()
    server.process.wait(DEADLINE)
    server.process.stdout.close()
    server.process.stderr.close()


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder after one run without administrator, to be copied."""
    data = tmp_path_factory.mktemp("serve") / "data"
    server = Server(data, "--port", "0", "--no-admin")
    assert server.stop_when_ready() == 0
    close(server)
    return data


@pytest.fixture
def start(tmp_path: Path, prepared: Path) -> Iterator[Start]:
    """Start servers on free ports; whatever still runs is ended after the test.

    The data folder is a copy of `prepared` unless another one is named.
    """
    running: list[Server] = []

    def start(*arguments: str, data: Path | None = None, **env: str) -> Server:
        ports = () if "--port" in arguments else ("--port", "0")
        if data is None and not (data := tmp_path / "data").exists():
            shutil.copytree(prepared, data)
        running.append(Server(data, *ports, *arguments, **env))
        return running[-1]

    yield start
    for server in running:
        close(server)


@pytest.fixture
def new(tmp_path: Path) -> Path:
    """A data folder that does not exist yet."""
    return tmp_path / "new"


def is_closed(address: str) -> bool:
    """Whether nobody listens there any more, within the deadline."""
    host, port = address.rsplit(":", 1)
    deadline = time.monotonic() + DEADLINE
    while time.monotonic() < deadline:
        try:
            socket.create_connection((host, int(port)), timeout=1).close()
        except OSError:
            return True
        threading.Event().wait(0.05)
    return False


def test_first_run_serves_the_letter_and_names_an_administrator(
    start: Start, new: Path
) -> None:
    server = start(data=new)
    told = server.read_until("Ctrl-C")
    status, headers, body = server.get("/timelines/letter/")
    assert status == 200
    assert "May 6" in body.decode()
    assert "default-src 'none'" in headers["content-security-policy"]
    assert re.search(r"administrator is admin, with the password \S{16}\n", told)
    assert "manage.py createsuperuser" in told
    assert f"http://{server.address}/admin/" in told
    assert server.stop()[0] == 0


def test_the_printed_password_opens_the_admin(start: Start) -> None:
    server = start()  # no user is in its database yet
    password = re.search(r"password (\S+)", server.read_until("Ctrl-C"))[1]
    _, headers, body = server.get("/admin/login/")
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', body.decode())[1]
    cookie = re.search(r"csrftoken=\w+", headers["set-cookie"])[0]
    connection = http.client.HTTPConnection(server.address, timeout=DEADLINE)
    connection.request(
        "POST",
        "/admin/login/?next=/admin/",
        f"csrfmiddlewaretoken={token}&username=admin&password={password}",
        {"Cookie": cookie, "Content-Type": "application/x-www-form-urlencoded"},
    )
    answer = connection.getresponse()
    assert (answer.status, answer.getheader("location")) == (302, "/admin/")
    connection.close()


def test_static_files_are_served_compressed_and_for_ever(start: Start) -> None:
    server = start()
    page = server.get("/admin/login/")[2].decode()
    sheet = re.search(r'href="(/static/admin/css/base\.[0-9a-f]{12}\.css)"', page)[1]
    status, headers, _ = server.get(sheet, **{"Accept-Encoding": "br"})
    assert (status, headers["content-encoding"]) == (200, "br")
    assert "immutable" in headers["cache-control"]


def test_a_second_run_changes_nothing(start: Start, new: Path) -> None:
    first = start(data=new)
    assert "the letter is in it now" in first.read_until("Ctrl-C")
    assert first.stop()[0] == 0
    rows = counts(new / "timeline.sqlite3")
    files = sorted((new / "static").rglob("*"))
    times = [path.stat().st_mtime_ns for path in files]

    second = start(data=new)
    told = second.read_until("Ctrl-C")
    assert "password" not in told
    assert "the letter is in it now" not in told
    assert second.stop()[0] == 0
    assert counts(new / "timeline.sqlite3") == rows
    assert sorted((new / "static").rglob("*")) == files
    assert [path.stat().st_mtime_ns for path in files] == times


def test_changed_static_files_are_collected_again(start: Start, tmp_path: Path) -> None:
    server = start("--no-admin")
    assert server.stop_when_ready() == 0
    (tmp_path / "data" / "static.collected").write_text("of other files")
    (tmp_path / "data" / "static" / "left-over.css").write_text("")
    again = start("--no-admin")
    assert again.get("/static/left-over.css")[0] == 404
    assert again.get("/static/admin/css/base.css")[0] == 200


def counts(database: Path) -> dict[str, int]:
    """The number of rows of every table."""
    connection = sqlite3.connect(database)
    query = "SELECT name FROM sqlite_master WHERE type = 'table'"
    tables = [name for (name,) in connection.execute(query)]
    found = {
        t: connection.execute(f'SELECT count(*) FROM "{t}"').fetchone()[0]
        for t in tables
    }
    connection.close()
    return found


def test_no_admin_creates_no_administrator(start: Start, tmp_path: Path) -> None:
    server = start("--no-admin")
    assert "password" not in server.read_until("Ctrl-C")
    assert server.stop()[0] == 0
    assert counts(tmp_path / "data" / "timeline.sqlite3")["auth_user"] == 0


def test_a_database_with_a_timeline_of_its_own_gets_no_letter(
    start: Start, tmp_path: Path
) -> None:
    assert start("--no-admin").stop_when_ready() == 0
    file = tmp_path / "data" / "timeline.sqlite3"
    connection = sqlite3.connect(file)
    tables = ("mark", "dating", "citation", "event_tags", "event", "notelink")
    for table in (*tables, "passage", "revision", "document"):
        connection.execute(f"DELETE FROM timeline_{table}")
    connection.commit()
    connection.close()
    again = start("--no-admin")
    assert "the letter is in it now" not in again.read_until("Ctrl-C")
    assert again.get("/timelines/letter/")[0] == 200
    assert counts(file)["timeline_document"] == 0


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
@pytest.mark.parametrize("to", ["process", "group"])
def test_a_signal_ends_it_cleanly(start: Start, number: int, to: str) -> None:
    server = start("--no-admin")
    address = server.address
    idle = http.client.HTTPConnection(address, timeout=DEADLINE)
    idle.request("GET", "/admin/login/")
    idle.getresponse().read()  # the connection stays open, as a browser's does
    if to == "group":  # as a terminal does
        os.killpg(server.process.pid, number)
    else:
        server.process.send_signal(number)
    code, errors = server.ended()
    assert code == 0
    # A worker that is too slow is ended, and that is said; nothing else may be.
    assert [line for line in errors.splitlines() if "gracefully stop" not in line] == []
    assert is_closed(address)
    idle.close()


def test_when_it_is_killed_its_worker_goes_too(start: Start) -> None:
    server = start("--no-admin")
    address = server.address
    server.process.kill()
    assert is_closed(address)


def test_it_answers_to_the_host_it_was_given(start: Start) -> None:
    server = start("--no-admin", "--host", "127.0.0.2")
    assert server.address.startswith("127.0.0.2:")
    assert server.get("/admin/login/")[0] == 200
    assert server.get("/admin/login/", Host="elsewhere.example")[0] == 400


def test_under_https_it_answers_a_proxy_and_sends_others_to_tls(start: Start) -> None:
    server = start("--no-admin", HTTPS="on", ALLOWED_HOSTS="letters.example")
    plain = server.get("/admin/login/", Host="letters.example")
    assert plain[0] == 301
    assert plain[1]["location"] == "https://letters.example/admin/login/"
    proxied = server.get(
        "/admin/login/", Host="letters.example", **{"X-Forwarded-Proto": "https"}
    )
    assert proxied[0] == 200
    assert "max-age=31536000" in proxied[1]["strict-transport-security"]
    assert "Secure" in proxied[1]["set-cookie"]


def assert_refused(server: Server, *words: str) -> None:
    """It ended with 1 and one sentence on standard error, which has these words."""
    code, err = server.ended()
    assert code == 1
    assert server.lines.get(timeout=DEADLINE) is None, "nothing on standard output"
    assert err.startswith("CannotServe: ")
    assert err.count("\n") == 1, err
    for word in words:
        assert word in err


def test_a_port_in_use_is_refused(start: Start) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        assert_refused(start("--port", port), f"Port {port} on 127.0.0.1 is in use")


def test_a_second_server_on_the_port_is_refused(start: Start, tmp_path: Path) -> None:
    port = start("--no-admin").address.rsplit(":", 1)[1]
    assert_refused(start("--port", port, data=tmp_path / "b"), f"Port {port}", "in use")


@pytest.mark.parametrize("port", ["65536", "-1", "http", "", "8000.5", "٨٠٠٠"])
def test_what_is_no_port_is_refused(start: Start, port: str) -> None:
    assert_refused(start("--port", port), f"“{port}” is not a number from 0 to 65535")


@pytest.mark.parametrize(
    ("host", "says"),
    [
        ("no-such-host.invalid", "“no-such-host.invalid” is not known"),
        ("192.0.2.1", "192.0.2.1 is not an address of this machine"),
    ],
)
def test_a_host_of_somewhere_else_is_refused(
    start: Start, host: str, says: str
) -> None:
    assert_refused(start("--host", host), says, "--host")


def test_a_folder_that_cannot_be_made_is_refused(start: Start, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    folder = tmp_path / "file" / "data"
    assert_refused(start(data=folder), str(folder), "cannot be written", "DATA_DIR")


def test_a_folder_that_cannot_be_written_is_refused(start: Start) -> None:
    assert_refused(start(data=Path("/proc/self")), "/proc/self cannot be written")


def test_a_database_that_cannot_be_reached_is_refused(start: Start) -> None:
    with socket.socket() as unused:
        unused.bind(("127.0.0.1", 0))  # bound and not listening: connections fail
        port = unused.getsockname()[1]
        url = f"postgres://editor:hush@127.0.0.1:{port}/letters"
        server = start(DATABASE_URL=url)
        where = f"The database “letters” at 127.0.0.1, port {port} cannot be used"
        assert_refused(server, where, "DATABASE_URL")


def test_a_file_that_is_no_database_is_refused(start: Start, tmp_path: Path) -> None:
    file = tmp_path / "letters.sqlite3"
    file.write_text("Dear comrades, " * 100)
    assert_refused(start(DATABASE_URL=f"sqlite:///{file}"), str(file), "not a database")
    assert file.read_text() == "Dear comrades, " * 100


def test_a_database_in_memory_is_refused(start: Start) -> None:
    assert_refused(
        start(DATABASE_URL="sqlite://:memory:"), "in memory", "keeps nothing"
    )


def test_a_database_of_a_newer_version_is_refused(start: Start, tmp_path: Path) -> None:
    assert start("--no-admin").address
    file = tmp_path / "data" / "timeline.sqlite3"
    connection = sqlite3.connect(file)
    connection.execute(
        "INSERT INTO django_migrations (app, name, applied) "
        "VALUES ('timeline', '9999_from_the_future', '2100-01-01')"
    )
    connection.commit()
    connection.close()
    before = counts(file)
    assert_refused(start(), str(file), "newer version", "timeline.9999_from_the_future")
    assert counts(file) == before


@pytest.mark.postgresql
def test_it_prepares_and_serves_an_empty_postgresql(start: Start) -> None:
    settings = connections["default"].settings_dict
    host = settings["HOST"] or settings["OPTIONS"].get("host", "")
    name = f"serve_{secrets.token_hex(4)}"
    query = urlencode({"host": host, "port": settings["PORT"] or 5432})
    login = f"{quote(settings['USER'])}:{quote(settings['PASSWORD'])}"
    with psycopg.connect(
        f"postgres://{login}@/postgres?{query}", autocommit=True
    ) as admin:
        admin.execute(f"CREATE DATABASE {name}")
        try:
            server = start(DATABASE_URL=f"postgres://{login}@/{name}?{query}")
            assert "the letter is in it now" in server.read_until("Ctrl-C")
            assert server.get("/timelines/letter/")[0] == 200
            assert server.stop()[0] == 0
        finally:
            close(server)
            admin.execute(f"DROP DATABASE {name}")


def test_the_data_folder_keeps_its_secrets(start: Start, tmp_path: Path) -> None:
    assert start("--no-admin").address
    mode = (tmp_path / "data" / "secret-key").stat().st_mode
    assert stat.S_IMODE(mode) == 0o600
