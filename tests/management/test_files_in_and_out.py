"""What stands where a file is meant: devices, pipes, links, names that are no text."""

import io
import os
import stat
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from timeline.models import Event, Import

pytestmark = pytest.mark.django_db
ROWS = "id,title,date\na,A,1917\nb,B,never\n"


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "events.csv"
    path.write_text(ROWS)
    return path


def run(path: Path | str, **options: Any) -> str:
    out = io.StringIO()
    call_command("import_events", str(path), timeline="t", stdout=out, **options)
    return out.getvalue()


def pipe(folder: Path) -> Path:
    os.mkfifo(folder / "pipe")
    return folder / "pipe"


def link(folder: Path, to: str) -> Path:
    (folder / "link").symlink_to(to)
    return folder / "link"


@pytest.mark.parametrize(
    "made",
    [
        lambda folder: folder,
        lambda folder: folder / "missing.csv",
        lambda folder: folder / ("long" * 100),
        lambda folder: folder / "a\nb\x1b[31m.csv",
        lambda folder: folder / os.fsdecode(b"\xff.csv"),
        lambda folder: Path("/dev/zero"),
        lambda folder: link(folder, "nowhere"),
        lambda folder: link(folder, "link"),
        pipe,
    ],
    ids=[
        "folder",
        "missing",
        "long",
        "escape",
        "bytes",
        "zero",
        "dead",
        "loop",
        "pipe",
    ],
)
def test_what_is_no_file_is_named(tmp_path: Path, made: Any) -> None:
    with pytest.raises(CommandError) as told:
        run(made(tmp_path))
    assert told.value.returncode == 2
    assert str(told.value).isprintable()
    assert str(told.value).encode()
    assert not Import.objects.exists()


def test_a_link_to_a_file_is_read(tmp_path: Path, table: Path) -> None:
    table.write_text(ROWS.replace("never", "1918"))
    assert "2 new" in run(link(tmp_path, str(table)))


@pytest.mark.parametrize(
    "name", ["a\nb.csv", "a\x1b[31m.csv", os.fsdecode(b"\xff.csv")]
)
def test_a_name_that_is_no_text_is_recorded_as_one(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(ROWS.replace("never", "1918"))
    run(path)
    kept = Import.objects.get().file_name
    assert kept.isprintable()
    assert kept == f"{name[:-4]!r}"[1:-1] + ".csv"


def test_refused_rows_never_replace_the_file_itself(
    tmp_path: Path, table: Path
) -> None:
    for rejects in (table, link(tmp_path, str(table))):
        with pytest.raises(CommandError) as told:
            run(table, skip_bad=True, rejects=rejects)
        assert told.value.returncode == 2
    assert table.read_text() == ROWS
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("rejects", "wrong"),
    [("/nowhere/x", "There is no folder /nowhere."), ("/", "/ is a folder.")],
)
def test_refused_rows_need_a_place(table: Path, rejects: str, wrong: str) -> None:
    """Said at once, not when the first row is refused."""
    with pytest.raises(CommandError, match=f"^{wrong}$") as told:
        run(table, skip_bad=True, rejects=Path(rejects))
    assert told.value.returncode == 2
    assert not Event.objects.exists()


@pytest.mark.parametrize("name", ["undefined", "rot13", "hex", "no such\x1b", "\udcff"])
def test_an_encoding_that_is_none(table: Path, name: str) -> None:
    with pytest.raises(CommandError, match="There is no encoding") as told:
        run(table, encoding=name)
    assert str(told.value).isprintable()


@pytest.mark.parametrize("option", ["timeline", "document", "language"])
def test_options_are_text(table: Path, option: str) -> None:
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("import_events", str(table), f"--{option}=a\udcff")


def test_a_report_that_nobody_takes(table: Path) -> None:
    """The rows are in all the same, and that is said."""

    class Full(io.StringIO):
        def write(self, text: str) -> int:
            raise OSError(28, "No space left on device")

    table.write_text(ROWS.replace("never", "1918"))
    with pytest.raises(CommandError, match=r"could not be written.* The rows are in"):
        call_command("import_events", str(table), timeline="t", stdout=Full())
    assert Event.objects.count() == 2


def test_an_export_goes_through_a_link(tmp_path: Path, table: Path) -> None:
    table.write_text("")
    out = link(tmp_path, str(table))
    call_command("export_events", format="csv", output=out)
    assert out.is_symlink()
    assert table.read_text().startswith("id,title,date")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["events.csv", "link"]


def test_an_export_into_a_pipe_leaves_it_one(tmp_path: Path) -> None:
    at = pipe(tmp_path)
    reader = os.open(at, os.O_RDONLY | os.O_NONBLOCK)
    try:
        call_command("export_events", format="csv", output=at)
        assert os.read(reader, 100).startswith(b"id,title,date")
    finally:
        os.close(reader)
    assert stat.S_ISFIFO(at.stat().st_mode)


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device")
@pytest.mark.parametrize("output", [(), ("--output", "/dev/full")])
def test_an_export_to_a_full_disk(tmp_path: Path, output: tuple[str, ...]) -> None:
    """As a process: a traceback of the interpreter's end would be seen too."""
    environment = {**os.environ, "DATA_DIR": str(tmp_path), "DATABASE_URL": ""}

    def manage(*arguments: str, **options: Any) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "manage.py", *arguments],
            cwd=settings.BASE_DIR,
            env=environment,
            stderr=subprocess.PIPE,
            text=True,
            **options,
        )

    assert manage("migrate", "-v0").returncode == 0
    with Path("/dev/full").open("w") as full:
        done = manage("export_events", "--format=csv", *output, stdout=full)
    assert done.returncode == 1
    assert done.stderr.count("\n") == 1
    assert "No space left on device" in done.stderr
    assert stat.S_ISCHR(Path("/dev/full").stat().st_mode)
