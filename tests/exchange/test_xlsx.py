"""XLSX: the same table in a workbook; strings out, and no formula in."""

import io
from datetime import datetime
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from timeline.exchange import Report, export_to, format_named
from timeline.models import Dating, Event

from .conftest import counts, empty, exported
from .test_round_trip import TEXTS

openpyxl = pytest.importorskip("openpyxl")
pytestmark = pytest.mark.django_db


def workbook(*rows: list, more: str = "") -> bytes:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    if more:
        book.create_sheet(more)
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def out() -> bytes:
    file = io.BytesIO()
    text = io.TextIOWrapper(file, "utf-8", write_through=True)
    export_to(text, format_named("xlsx"))
    text.detach()
    return file.getvalue()


HEADER = ["id", "title", "date"]


def test_the_first_sheet_is_a_table(bring) -> None:
    rows = [["a", "Strike", "1917-08-25"], [1, "Number", 1917], ["c", "Year", 1918.0]]
    report = bring(workbook(HEADER, *rows, more="Notes"), "a.xlsx", timeline="t")
    assert (report.format, counts(report)) == ("xlsx", (3, 0, 0, 0))
    dates = dict(Dating.objects.values_list("event__slug", "edtf"))
    assert dates == {"a": "1917-08-25", "1": "1917", "c": "1918"}
    assert any("Not read: Notes" in note for note in report.notes)


def test_a_date_cell_is_its_day(bring) -> None:
    row = ["a", "Strike", datetime(1917, 8, 25)]
    assert counts(bring(workbook(HEADER, row), "a.xlsx", timeline="t")) == (1, 0, 0, 0)
    assert Dating.objects.get().edtf == "1917-08-25"


def test_the_spreadsheet_of_timelinejs_in_a_workbook(bring) -> None:
    rows = ["Year", "Month", "Headline"], [1917, 8, "Strike"]
    assert counts(bring(workbook(*rows), "a.xlsx", timeline="t")) == (1, 0, 0, 0)
    assert Dating.objects.get().edtf == "1917-08"


def test_a_formula_is_refused_with_its_row_and_column(bring) -> None:
    rows = [["a", "A", "1917"], ["b", "=1+1", "1917"]]
    report = bring(workbook(HEADER, *rows), "a.xlsx", timeline="t")
    assert [(f.line, f.column) for f in report.faults] == [(3, "title")]
    assert Event.objects.count() == 0


def test_the_letter_comes_back_from_a_workbook(letter: Report, bring) -> None:
    before, book = exported("csv"), out()
    empty(*TEXTS)
    assert counts(bring(book, "a.xlsx")) == (6, 0, 0, 0)
    assert exported("csv") == before


def test_every_cell_that_goes_out_is_a_string(bring) -> None:
    table = "id,title,date,description\na,'=1+1,'-0043,'@x\n"
    bring(table, timeline="t")
    before = exported("csv")
    sheet = openpyxl.load_workbook(io.BytesIO(out()))["events"]
    kinds = {cell.data_type for row in sheet.iter_rows() for cell in row if cell.value}
    assert kinds == {"s"}
    assert sheet["B2"].value == "=1+1"
    book = out()
    empty()
    bring(book, "a.xlsx", timeline="t")
    assert exported("csv") == before


def part(name: str, content: bytes) -> bytes:
    """A sound workbook with one part exchanged."""
    file, old = io.BytesIO(), ZipFile(io.BytesIO(workbook(HEADER, ["a", "A", "1917"])))
    with ZipFile(file, "w", ZIP_DEFLATED) as new:
        for info in old.infolist():
            new.writestr(
                info.filename, content if info.filename == name else old.read(info)
            )
    return file.getvalue()


def test_hostile_workbooks_are_refused(bring) -> None:
    entity = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><sst>&a;</sst>'
    sheet = "xl/worksheets/sheet1.xml"
    for content in (
        part(sheet, b"\0" * (80 * 1024 * 1024)),
        part(sheet, entity),
        part("xl/styles.xml", entity.decode().encode("utf-16")),
        part("xl/workbook.xml", b"<x/>"),
        part(sheet, b"<worksheet><sheetData><row>"),
        b"PK\x03\x04 [Content_Types].xml and nothing more",
        workbook(),
    ):
        report = bring(content, "a.xlsx", format="xlsx", timeline="t")
        assert report.faults, content[:40]
    assert Event.objects.count() == 0
