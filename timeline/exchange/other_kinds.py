"""Files that hold no events in any format of ours, known by their first bytes.

Without this a picture is “not UTF-8”, and a workbook of an old program “of no format”:
true, and of no help to who brought it.
"""

from pathlib import Path
from zipfile import is_zipfile

from .source import BadFile

HEAD = 64 * 1024
TABLE = "Save it as .xlsx or as CSV in the program that made it."
DOCUMENT = "A text comes in as a document; events as a table, such as .xlsx or CSV."
KINDS = (
    (b"\x89PNG\r\n\x1a\n", "a picture (PNG)", DOCUMENT),
    (b"\xff\xd8\xff", "a picture (JPEG)", DOCUMENT),
    (b"GIF8", "a picture (GIF)", DOCUMENT),
    (b"%PDF-", "a PDF", DOCUMENT),
    (b"{\\rtf", "a text (RTF)", DOCUMENT),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office file (.xls, .doc)", TABLE),
    (b"\x1f\x8b", "a packed file (gzip)", "Unpack it first."),
    (b"7z\xbc\xaf\x27\x1c", "a packed file (7z)", "Unpack it first."),
    (b"Rar!\x1a\x07", "a packed file (RAR)", "Unpack it first."),
    (b"SQLite format 3\0", "a database (SQLite)", "Backups come back by restore."),
)
INSIDE = (  # of a ZIP archive: names of parts, which stand in it as they are
    (b"word/", "a text (.docx)", DOCUMENT),
    (b"ppt/", "slides (.pptx)", DOCUMENT),
    (b"opendocument.spreadsheet", "a table (.ods)", TABLE),
    (b"opendocument.text", "a text (.odt)", DOCUMENT),
    (b"application/epub", "a book (EPUB)", DOCUMENT),
)
WORKBOOK = (b"xl/", b"[Content_Types]")


def refuse_other_kinds(path: Path) -> None:
    """Refuse a file that is empty, or of a kind that holds no events for us."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if not head:
        raise BadFile("The file is empty.", "A file with events.")
    for sign, kind, right in KINDS:
        if head.startswith(sign):
            raise BadFile(f"The file is {kind}.", right)
    if head.startswith(b"PK\x03\x04") and is_zipfile(path):
        _refuse_archive(head)


def _refuse_archive(head: bytes) -> None:
    for sign, kind, right in INSIDE:
        if sign in head:
            raise BadFile(f"The file is {kind}.", right)
    if not any(sign in head for sign in WORKBOOK):
        raise BadFile("The file is an archive (ZIP).", "Unpack it first.")
