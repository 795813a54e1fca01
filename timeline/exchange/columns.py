"""The columns of our tables, the names people give them, and the formula mark.

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
SYNONYMS = {
    "id": ("unique_id", "uid", "slug", "event_id", "identifier"),
    "title": ("headline", "name", "event", "label"),
    "date": ("start_date", "when", "display_date"),
    "description": ("summary", "text", "details", "body"),
    "document": ("source_document", "doc"),
    "passage": ("paragraph",),
    "quote": ("quotation", "quoted", "exact", "words"),
    "url": ("link", "href", "address"),
    "end_date": ("date_end", "until", "to"),
    "group": ("category", "type"),
    "tags": ("keywords", "subjects", "tag"),
    "media_url": ("media", "image", "picture"),
    "media_caption": ("caption",),
    "media_credit": ("credit",),
    "media_alt": ("alt", "alt_text"),
    "importance": ("weight", "priority"),
    "publication": ("published",),
}
_KNOWN = {name: name for name in COLUMNS}
_KNOWN |= {other: name for name, others in SYNONYMS.items() for other in others}
_FORMULA = re.compile(r"'*[=+\-@＝＋－＠\t\r]")
_MARKED = re.compile(r"'+[=+\-@＝＋－＠\t\r]")


def protected(cell: str) -> str:
    """The cell, marked when a spreadsheet would run it (or take it for marked)."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unprotected(cell: str) -> str:
    """The cell without the mark of `protected`."""
    return cell[1:] if _MARKED.match(cell) else cell


def folded(name: str) -> str:
    """A column's name without case, and with one underscore for what separates."""
    return re.sub(r"[\s_\-]+", "_", name.strip().casefold())


def recognised(names: list[str]) -> list[str]:
    """Our name for each column of a file; "" for a column that is not ours.

    Of two columns that mean the same the one with our own name is taken.
    """
    ours = [name if (name := folded(n)) in COLUMNS else "" for n in names]
    for at, name in enumerate(names):
        known = _KNOWN.get(folded(name), "")
        if not ours[at] and known not in ours:
            ours[at] = known
    return ours
