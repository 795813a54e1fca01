"""Documents from files: each format is one entry in the table.

Plain text and Markdown are kept to the character: line ends stay as they come, so that
the offsets reported are those of the file; of HTML and TEI they are those of the stored
text. A byte order mark is no character of the text.
"""

from collections.abc import Callable
from pathlib import Path

from timeline.dates import Calendar, DateError, date_in_calendar, parse_edtf
from timeline.passages import Segmentation, segment, segment_html, segment_markdown

from .document_error import DocumentFileError
from .rows import Wrong
from .tei_document import segment_tei
from .tei_xml import declares_encoding, decoded_xml, looks_like_tei, sentence

MOST_BYTES = 10 * 1024 * 1024


DOCUMENT_FORMATS: dict[str, Callable[[str], Segmentation]] = {
    "text": segment,
    "markdown": segment_markdown,
    "html": segment_html,
    "tei": segment_tei,
}
SUFFIXES = {
    "markdown": (".md", ".markdown"),
    "html": (".html", ".htm", ".xhtml"),
    "tei": (".tei", ".tei.xml"),
}


def said_of_document(
    cut: Segmentation, calendar: str, context_date: str
) -> dict[str, str]:
    """What a file says of its document, its date in the document's own calendar.

    Nothing of its date where an editor gave one.
    """
    found = dict(cut.about)
    given, basis = found.pop("context_date", ""), found.pop("context_basis", "")
    if not given or context_date:
        return found
    try:
        date = parse_edtf(given, Calendar.GREGORIAN)
        date = date_in_calendar(date, Calendar(calendar))
    except DateError:
        return found
    return {**found, "context_date": date.edtf_written, "context_basis": basis}


def document_format(name: str, text: str) -> str:
    """The format of a document: TEI by its first element, others by the file's name."""
    if looks_like_tei(text):
        return "tei"
    for format_, suffixes in SUFFIXES.items():
        if name.lower().endswith(suffixes):
            return format_
    return "text"


def read_document_text(path: Path, name: str | None = None) -> str:
    """The text of a file, every character of it; UTF-8 where XML says nothing else."""
    if path.exists() and not path.is_file():  # a device may have no end
        raise DocumentFileError(f"{path} is not a file.")
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise DocumentFileError(
            f"{path} has {size:,} bytes; a document has at most {MOST_BYTES:,}. "
            "Import it in parts."
        )
    return decoded_document(path.read_bytes(), str(path), name)


def decoded_document(raw: bytes, file: str, name: str | None = None) -> str:
    """The characters of a document; XML may declare another encoding than UTF-8."""
    is_xml = name == "tei" or (not name and declares_encoding(raw))
    try:
        return decoded_xml(raw) if is_xml else raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentFileError(
            f"{file} is not UTF-8: byte {error.start} is 0x{raw[error.start]:02x}. "
            "Save it as UTF-8."
        ) from error
    except Wrong as error:
        raise DocumentFileError(f"{file}: {sentence(error)}") from error
