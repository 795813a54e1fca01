"""`export_events --template`: a table to begin with, that comes in as it is."""

from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from django.core.management import CommandError, call_command

from tests.letter import load_letter
from timeline.exchange import TEMPLATES, import_file


def template(path: Path, **options: Any) -> bytes:
    call_command("export_events", template=True, output=path, **options)
    return path.read_bytes()


def without_time(content: bytes) -> object:
    """A file; of a workbook its parts, without those that say when it was made."""
    if not content.startswith(b"PK"):
        return content
    with ZipFile(BytesIO(content)) as parts:
        names = set(parts.namelist()) - {"docProps/core.xml"}
        return {name: parts.read(name) for name in names}


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx"])
@pytest.mark.django_db
def test_over_the_letter_it_changes_nothing(tmp_path: Path, name: str) -> None:
    load_letter()
    path = tmp_path / f"template.{name}"
    template(path)
    report = import_file(path)
    assert report.faults == []
    assert (report.new, report.changed, report.unchanged) == (0, 0, 3)


@pytest.mark.parametrize("name", ["csv", "tsv", "xlsx"])
def test_the_format_is_the_one_named_else_that_of_the_file(
    tmp_path: Path, name: str
) -> None:
    expected = without_time(TEMPLATES[name]())
    assert without_time(template(tmp_path / "a.txt", format=name)) == expected
    assert without_time(template(tmp_path / f"a.{name}")) == expected


def test_on_standard_output_it_is_a_csv(capfdbinary: Any) -> None:
    call_command("export_events", template=True)
    assert capfdbinary.readouterr().out == TEMPLATES["csv"]()


@pytest.mark.parametrize(
    "options", [{"format": "jsonl"}, {"format": "csv", "timeline": "letter"}]
)
def test_of_other_formats_and_of_a_timeline_there_is_none(
    tmp_path: Path, options: dict[str, str]
) -> None:
    with pytest.raises(CommandError) as raised:
        template(tmp_path / "a", **options)
    assert raised.value.returncode == 2
    assert not list(tmp_path.iterdir())


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    folder = tmp_path / "nowhere"
    with pytest.raises(CommandError, match=f"^{folder}: No such file or directory"):
        template(tmp_path / "nowhere" / "a.csv")
