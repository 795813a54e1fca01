"""What the database refuses is one sentence, with what would be right."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.db import OperationalError

from timeline.management import database
from timeline.models import Event

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(
    "command",
    [
        ["export_events"],
        ["import_events", "fixtures/letter.json"],
        ["import_document", "README.md", "--slug=x"],
        ["undo_import"],
        ["check_citations"],
        ["rebuild_marks"],
    ],
)
def test_a_database_without_tables(command: list[str], tmp_path: Path) -> None:
    env = {**os.environ, "DATA_DIR": str(tmp_path)}
    env.pop("DATABASE_URL", None)
    ran = subprocess.run(
        [sys.executable, "manage.py", *command],
        cwd=ROOT,
        env=env,
        capture_output=True,
        text=True,
        check=False,
    )
    assert ran.returncode == 1
    assert "has no tables of ours: make them with manage.py migrate" in ran.stderr
    assert "Traceback" not in ran.stderr


@pytest.mark.django_db
def test_any_other_failure(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError("disk I/O\n error.")

    monkeypatch.setattr(Event.objects, "filter", fail)
    with pytest.raises(CommandError, match=r"^The database failed: disk I/O error\.$"):
        call_command("rebuild_marks")


@pytest.mark.django_db
def test_tables_are_found() -> None:
    assert database.has_tables()


@pytest.mark.django_db
@pytest.mark.parametrize(
    "why",
    ["unable to open database file", "attempt to write a readonly database"],
)
def test_a_database_that_cannot_be_written_is_named(
    monkeypatch: pytest.MonkeyPatch, why: str
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise OperationalError(why)

    monkeypatch.setattr(Event.objects, "filter", fail)
    told = rf"^The database .+ cannot be used \({why}\): see that it is there"
    with pytest.raises(CommandError, match=told):
        call_command("rebuild_marks")
