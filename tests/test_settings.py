"""What the environment may say, read by a fresh process as a user would start it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PRINT = """
import json
from django.conf import settings as s
names = ("HTTPS SECURE_SSL_REDIRECT SESSION_COOKIE_SECURE CSRF_COOKIE_SECURE "
    "SECURE_HSTS_SECONDS SECURE_PROXY_SSL_HEADER ALLOWED_HOSTS CSRF_TRUSTED_ORIGINS "
    "DATABASES SECRET_KEY DATA_DIR").split()
print(json.dumps({n: getattr(s, n) for n in names}, default=str))
"""


def run(*arguments: str, cwd: Path = ROOT, **environment: str) -> tuple[int, str, str]:
    """Exit code, output and errors of a fresh Python with exactly these settings."""
    kept = {k: os.environ[k] for k in ("PATH", "HOME", "LANG") if k in os.environ}
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        env={
            **kept,
            "PYTHONPATH": str(ROOT),
            "DJANGO_SETTINGS_MODULE": "timeline.settings",
            **environment,
        },
        capture_output=True,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def settings(**environment: str) -> dict:
    """The settings that matter here, in a process of their own."""
    code, out, err = run("-c", PRINT, **environment)
    assert code == 0, err
    return json.loads(out)


@pytest.fixture
def data(tmp_path: Path) -> str:
    """A data folder that does not exist yet."""
    return str(tmp_path / "new folder #1")


def test_production_settings_pass_the_deployment_check(data: str) -> None:
    code, _, err = run(
        *("manage.py", "check", "--deploy", "--fail-level", "WARNING"),
        DATA_DIR=data,
        HTTPS="on",
        ALLOWED_HOSTS="timeline.example",
    )
    assert (code, err) == (0, "")


def test_https_turns_on_what_needs_tls(data: str) -> None:
    found = settings(DATA_DIR=data, HTTPS="on", HSTS_SECONDS="60")
    assert found["SECURE_SSL_REDIRECT"] is True
    assert found["SESSION_COOKIE_SECURE"] is True
    assert found["CSRF_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] == 60
    assert found["SECURE_PROXY_SSL_HEADER"] == ["HTTP_X_FORWARDED_PROTO", "https"]


def test_https_without_a_proxy_trusts_no_header(data: str) -> None:
    found = settings(DATA_DIR=data, HTTPS="on", BEHIND_PROXY="off")
    assert found["SECURE_PROXY_SSL_HEADER"] is None


def test_plain_http_is_the_default_and_trusts_no_header(data: str) -> None:
    found = settings(DATA_DIR=data)
    assert found["SECURE_SSL_REDIRECT"] is False
    assert found["SESSION_COOKIE_SECURE"] is False
    assert found["SECURE_PROXY_SSL_HEADER"] is None
    assert found["ALLOWED_HOSTS"] == ["localhost", "127.0.0.1", "[::1]"]


def test_the_key_is_made_once_private_and_kept(data: str) -> None:
    first, second = settings(DATA_DIR=data), settings(DATA_DIR=data)
    assert first["SECRET_KEY"] == second["SECRET_KEY"]
    assert len(first["SECRET_KEY"]) >= 50
    kept = Path(data) / "secret-key"
    assert kept.stat().st_mode & 0o077 == 0
    assert [p.name for p in kept.parent.iterdir()] == ["secret-key"]


def test_two_data_folders_have_two_keys(tmp_path: Path) -> None:
    keys = {settings(DATA_DIR=str(tmp_path / n))["SECRET_KEY"] for n in ("a", "b")}
    assert len(keys) == 2


def test_a_key_may_come_from_a_file(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text("a key from a file\n")
    found = settings(DATA_DIR=str(tmp_path), SECRET_KEY_FILE=str(secret))
    assert found["SECRET_KEY"] == "a key from a file"


def test_a_data_folder_that_cannot_be_written_still_lets_commands_run() -> None:
    assert len(settings(DATA_DIR="/dev/null/folder")["SECRET_KEY"]) >= 50


def test_sqlite_in_the_data_folder_is_the_default(data: str) -> None:
    database = settings(DATA_DIR=data)["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.sqlite3"
    assert database["NAME"] == f"{data}/timeline.sqlite3"
    assert database["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert "journal_mode=WAL" in database["OPTIONS"]["init_command"]


def test_a_relative_data_folder_is_relative_to_where_one_stands(tmp_path: Path) -> None:
    code, out, err = run("-c", PRINT, cwd=tmp_path, DATA_DIR="here")
    assert code == 0, err
    assert json.loads(out)["DATA_DIR"] == str(tmp_path / "here")


def test_postgresql_by_its_address(data: str) -> None:
    found = settings(
        DATA_DIR=data,
        DATABASE_URL="postgres://editor:p%40ss@db.example:5433/letters",
        CONN_MAX_AGE="5",
    )
    database = found["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"]) == ("editor", "p@ss")
    assert (database["HOST"], database["PORT"]) == ("db.example", 5433)
    assert (database["NAME"], database["CONN_MAX_AGE"]) == ("letters", 5)


def test_lists_are_separated_by_commas(data: str) -> None:
    found = settings(
        DATA_DIR=data,
        ALLOWED_HOSTS="a.example, b.example,",
        CSRF_TRUSTED_ORIGINS="https://a.example",
    )
    assert found["ALLOWED_HOSTS"] == ["a.example", "b.example"]
    assert found["CSRF_TRUSTED_ORIGINS"] == ["https://a.example"]


@pytest.mark.parametrize(
    ("name", "value", "says"),
    [
        ("HTTPS", "enabled", "HTTPS is “enabled”; it is on or off."),
        ("DEBUG", "2", "DEBUG is “2”; it is on or off."),
        ("BEHIND_PROXY", "perhaps", "BEHIND_PROXY is “perhaps”; it is on or off."),
        ("LOG_FORMAT", "xml", "LOG_FORMAT is “xml”; it is one of: text, json."),
        ("LOG_LEVEL", "loud", "LOG_LEVEL is “loud”; it is one of: DEBUG, INFO,"),
        ("DATABASE_URL", "mysql://me:hush@h/d", "DATABASE_URL is not the address"),
        ("DATABASE_URL", "hush", "DATABASE_URL is not the address"),
        ("DATABASE_URL", "postgres://me:hush@h:99999/d", "is not the address"),
        ("SECRET_KEY_FILE", "/dev/null/key", "SECRET_KEY_FILE names /dev/null/key"),
    ],
)
def test_a_word_a_setting_does_not_know_is_refused(
    data: str, name: str, value: str, says: str
) -> None:
    code, out, err = run("manage.py", "check", DATA_DIR=data, **{name: value})
    assert (code, out) == (1, "")
    assert says in err
    assert err.count("\n") == 1, "one sentence, no traceback"
    assert "hush" not in err, "an address may hold a password"


@pytest.mark.parametrize(
    ("name", "more"),
    [
        ("HSTS_SECONDS", {"HTTPS": "on"}),
        ("CONN_MAX_AGE", {"DATABASE_URL": "postgres://h/d"}),
    ],
)
def test_seconds_are_a_number(data: str, name: str, more: dict[str, str]) -> None:
    code, _, err = run("manage.py", "check", DATA_DIR=data, **more, **{name: "-1"})
    assert code == 1
    assert f"{name} is “-1”; it is a number of seconds." in err


@pytest.mark.parametrize("value", ["0", "-1", "much"])
def test_megabytes_are_a_number(data: str, value: str) -> None:
    code, _, err = run("manage.py", "check", DATA_DIR=data, UPLOAD_MEGABYTES=value)
    assert code == 1
    assert f"UPLOAD_MEGABYTES is “{value}”; it is a number of megabytes." in err


def test_log_lines_are_json_when_asked_for(data: str) -> None:
    code, _, err = run(
        "-c",
        "import django, logging; django.setup();"
        "logging.getLogger('timeline').warning('a “quoted” word')",
        DATA_DIR=data,
        LOG_FORMAT="json",
    )
    line = json.loads(err)
    assert code == 0
    assert line["message"] == "a “quoted” word"
    assert (line["levelname"], line["name"]) == ("WARNING", "timeline")
