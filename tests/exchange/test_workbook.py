"""A workbook of strings: nothing cut in silence; what breaks off leaves nothing."""

import io
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange import Report, export_to, format_named, workbook
from timeline.exchange.source import BadFile
from timeline.exchange.workbook import Workbook, is_too_long, spelt, unspelt
from timeline.exchange.xlsx import NAMED
from timeline.models import Event

from .conftest import counts

openpyxl = pytest.importorskip("openpyxl")


def sheets_of(content: bytes) -> dict[str, list[list[Any]]]:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True)
    return {
        sheet.title: [list(row) for row in sheet.iter_rows(values_only=True)]
        for sheet in book.worksheets
    }


def made(*tables: Any) -> bytes:
    file = io.BytesIO()
    with Workbook(file) as book:
        for table in tables:
            book.table(*table)
    return file.getvalue()


def export() -> tuple[bytes, list[str]]:
    file = io.BytesIO()
    text = io.TextIOWrapper(file, "utf-8", write_through=True)
    told = export_to(text, format_named("xlsx"))
    text.detach()
    return file.getvalue(), told


@pytest.mark.parametrize(
    "text",
    [
        *(" a ", "a\nb", "<a>&amp;", "1917", "=1+1", "ß日🜁", "\ta"),
        *("\xa0a", "\u2028", "a\x85b", "]]>", '"', "'"),
    ],
)
def test_a_text_comes_back_as_it_is(text: str) -> None:
    assert sheets_of(made(("s", ["h"], [[text]])))["s"] == [["h"], [text]]


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a\rb", "a_x000D_b"),
        ("a\x01\ufffe\ud800b", "a_x0001__xFFFE__xD800_b"),
        ("_x000D_", "_x005F_x000D_"),
        ("_x00", "_x00"),
    ],
)
def test_what_xml_does_not_keep_is_spelt_as_excel_spells_it(
    text: str, cell: str
) -> None:
    assert sheets_of(made(("s", ["h"], [[text]])))["s"][1] == [cell]
    assert unspelt(cell) == text


@given(st.text())
def test_spelling_loses_nothing(text: str) -> None:
    assert unspelt(spelt(text)) == text


def test_empty_cells_keep_their_column() -> None:
    wide = [str(number) for number in range(60)]
    rows = [["", "b", ""], ["", "", "c"]]
    found = sheets_of(made(("s", ["x", "y", "z"], rows), ("wide", wide, [wide])))
    assert found["s"] == [["x", "y", "z"], [None, "b"], [None, None, "c"]]
    assert found["wide"] == [wide, wide]


@pytest.mark.parametrize(
    ("count", "sizes"), [(0, [1]), (9, [10]), (10, [10, 2]), (20, [10, 10, 3])]
)
def test_a_full_sheet_is_followed_by_another(
    monkeypatch: pytest.MonkeyPatch, count: int, sizes: list[int]
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 10)
    rows = [[str(number)] for number in range(count)]
    found = sheets_of(made(("events", ["id"], rows)))
    assert [len(sheet) for sheet in found.values()] == sizes
    assert list(found) == ["events", "events 2", "events 3"][: len(sizes)]
    assert [row for sheet in found.values() for row in sheet[1:]] == rows
    assert all(sheet[0] == ["id"] for sheet in found.values())


def test_what_breaks_off_leaves_nothing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def rows() -> Iterator[list[str]]:
        yield from [["a"]] * 2_000
        raise ZeroDivisionError

    file = io.BytesIO()
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    with pytest.raises(ZeroDivisionError), Workbook(file) as book:
        book.table("events", ["id"], rows())
    assert file.getvalue() == b""
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("text", "is_long"),
    [
        *(("a" * 32_767, False), ("a" * 32_768, True)),
        *(("ж" * 32_767, False), ("ж" * 32_768, True)),
        *(("🜁" * 16_383, False), ("🜁" * 16_384, True)),  # two code units each
    ],
)
def test_a_cell_is_as_long_as_excel_counts(text: str, is_long: bool) -> None:
    assert is_too_long(text) is is_long


@pytest.mark.django_db
def test_who_has_a_cell_that_is_too_long_is_named_and_counted(bring) -> None:
    table = f"id,title,date,description\na,A,1917,{'x' * 32_768}\nb,B,1917,x\n"
    assert counts(bring(table, timeline="t")) == (2, 0, 0, 0)
    content, told = export()
    found = sheets_of(content)
    assert [row[0] for row in found["events"]] == ["id", "b"]
    assert found["lost"][-1][0].endswith("32,767 characters: t/a")
    wrong = "1 events with a cell longer than 32,767 characters, named in the sheet"
    assert told[-1] == f"{wrong} “lost”."


@pytest.mark.django_db
def test_only_the_first_of_many_are_named(bring) -> None:
    bring(
        "id,title,date\n" + "".join(f"e{n},E,1917\n" for n in range(NAMED + 2)),
        "a.csv",
        timeline="t",
    )
    Event.objects.update(summary="x" * 32_768)
    lost = sheets_of(export()[0])["lost"]
    assert lost[-1] == ["… and 2 more."]
    assert sum("left out" in row[0] for row in lost) == NAMED


@pytest.mark.django_db
def test_further_sheets_are_told(
    letter: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 4)
    found = sheets_of(export()[0])
    assert list(found)[:2] == ["events", "events 2"]
    assert sum(len(found[name]) - 1 for name in ("events", "events 2")) == 6
    lost = [row[0] for name, rows in found.items() if "lost" in name for row in rows]
    assert "further sheets" in lost[-1]


@pytest.mark.django_db
def test_without_the_package_the_refusal_says_what_to_do(
    letter: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(BadFile, match="openpyxl") as refused:
        export()
    assert "CSV" in refused.value.right
