"""Documents from files: each format is one entry in the table.

Plain text and Markdown are kept to the character: line ends stay as they come, so that
the offsets reported are those of the file; of HTML they are those of the stored text.
A byte order mark is no character of the text.
"""

from collections.abc import Callable
from pathlib import Path

from timeline.passages import Segmentation, segment, segment_html, segment_markdown

MOST_BYTES = 10 * 1024 * 1024


class DocumentFileError(ValueError):
    """A file that is no document, with the place and what would be right."""


DOCUMENT_FORMATS: dict[str, Callable[[str], Segmentation]] = {
    "text": segment,
    "markdown": segment_markdown,
    "html": segment_html,
}


def read_document_file(path: Path, name: str | None = None) -> Segmentation:
    """The file as passages, notes and doubts.

    Raises `DocumentFileError`, or `OSError` when the file cannot be read.
    """
    return DOCUMENT_FORMATS[name or "text"](read_document_text(path))


def read_document_text(path: Path) -> str:
    """The text of a file in UTF-8, every character of it."""
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise DocumentFileError(
            f"{path} has {size:,} bytes; a document has at most {MOST_BYTES:,}. "
            "Import it in parts."
        )
    raw = path.read_bytes()
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise DocumentFileError(
            f"{path} is not UTF-8: byte {error.start} is 0x{raw[error.start]:02x}. "
            "Save it as UTF-8."
        ) from error
