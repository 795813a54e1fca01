"""The columns of our tables, and the formula mark.

A spreadsheet runs a cell that begins with `=`, `+`, `-` or `@`. Exported cells that
do get an apostrophe before them; the importer takes exactly one such mark off again,
so that `-0043` and `–` and `'quoted'` come back as they went.
"""

import re

COLUMNS = (
    *("id", "title", "date", "description", "document", "passage", "quote", "url"),
    *("prefix", "suffix", "start", "end", "calendar", "end_date", "status", "group"),
    *("tags", "timeline", "importance", "media_url", "media_caption", "media_credit"),
    *("media_alt", "publication", "more"),
)
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_MARKED = re.compile(r"'+[=+\-@＝＋－＠\t\r]")


def protected(cell: str) -> str:
    """The cell, marked when a spreadsheet would run it (or take it for marked)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unprotected(cell: str) -> str:
    """The cell without the mark of `protected`."""
    return cell[1:] if _MARKED.match(cell) else cell
