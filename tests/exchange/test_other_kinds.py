"""A file that is no format of ours is told by what it is, with what to do."""

import io
import zipfile

import pytest

from timeline.models import Import

from .conftest import counts

pytestmark = pytest.mark.django_db


def archive(**parts: str) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as made:
        for name, text in parts.items():
            made.writestr(name.replace("__", "/").replace("_dot_", "."), text)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "wrong"),
    [
        (b"", "empty"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "a picture (PNG)"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "a picture (JPEG)"),
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3", "a PDF"),
        (b"{\\rtf1\\ansi Dear Sir}", "a text (RTF)"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500, "an old Office file"),
        (b"\x1f\x8b\x08\0\0\0\0\0", "a packed file (gzip)"),
        (b"SQLite format 3\0" + b"\x10\0" * 40, "a database (SQLite)"),
        (archive(events_dot_csv="id,title,date\n"), "an archive (ZIP)"),
        (archive(word__document_dot_xml="<a/>"), "a text (.docx)"),
        (
            archive(mimetype="application/vnd.oasis.opendocument.spreadsheet"),
            "a table (.ods)",
        ),
    ],
)
@pytest.mark.parametrize("name", ["events.csv", "events.xlsx", "events"])
def test_it_is_named_and_nothing_is_written(
    bring, content: bytes, wrong: str, name: str
) -> None:
    report = bring(content, name, timeline="t")
    assert counts(report) == (0, 0, 0, 1)
    assert wrong in report.faults[0].wrong
    assert report.faults[0].right
    assert not Import.objects.exists()


@pytest.mark.parametrize("content", ["\n", "\n\n  \n", "sep=;\n", ",,\n"])
def test_a_table_without_a_header_says_so(bring, content: str) -> None:
    report = bring(content, "events.csv", timeline="t")
    assert report.faults[0].wrong == "There is no header."
    assert "id, title, date" in report.faults[0].right


def test_words_that_begin_like_another_kind_are_a_table(bring) -> None:
    table = "id,title,date\nPK,GIF8 and %PDF-,1917\n"
    assert counts(bring(table, timeline="t")) == (1, 0, 0, 0)
