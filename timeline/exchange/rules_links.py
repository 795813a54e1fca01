"""Rules for what points into a passage beside citations: note markers and proposals.

Their places lie in the passage, a proposal has the words that stand there, and none
leads out of the document of its passage.
"""

from collections.abc import Iterator
from typing import Any

from .batch import Batch, Entry, sound
from .report import shown
from .rows import Item, Key, Row, Wrong
from .tables import Table


def note_links(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """A marker stands in its passage; its note is of the same document."""
    for row, item, text in _with_texts(batch, entries, "marker_passage"):
        _check(row, item, text)
        note, (slug, _) = item.refs.get("note_passage"), item.refs["marker_passage"]
        if note and note[0] != slug:
            right = f"A note of the document “{shown(slug)}”, or null."
            _other_document(row, item, "note_passage", note, right)
    return sound(entries)


def proposals(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """A proposal has the words of its place, and the document of its passage."""
    for row, item, text in _with_texts(batch, entries, "passage"):
        _check(row, item, text)
        document, (slug, _) = item.refs.get("document"), item.refs["passage"]
        if document and document[0] != slug:
            right = f"The passage is of “{shown(slug)}”."
            _other_document(row, item, "document", document, right)
    return sound(entries)


def _with_texts(
    batch: Batch, entries: list[Entry], name: str
) -> Iterator[tuple[Row, Item, str]]:
    """Each with the text of the passage it stands in, which its key names."""
    column = f"{name}_id"
    refs = {item.values[column] for _, item in entries}
    texts = batch.references.passage_texts(refs)
    for row, item in entries:
        yield row, item, texts[item.values[column]]


def _check(row: Row, item: Item, text: str) -> None:
    """The place lies in the text, with its words where the row has words."""
    stored, values = item.stored or {}, item.values
    start, end, words = (
        values.get(name, stored.get(name)) for name in ("start", "end", "words")
    )
    if start is None or end is None or start >= end:
        return  # told of every place, wherever it is
    try:
        _check_inside(start, end, len(text))
        if words is not None:
            _check_words(text, start, end, words)
    except Wrong as error:
        value = values.get(error.column, stored.get(error.column))
        row.refuse(error.wrong, error.right, item.column(error.column), value)


def _check_inside(start: int, end: int, length: int) -> None:
    name, most = ("end", length) if start < length else ("start", length - 1)
    if end > length:
        wrong = f"The passage has {length:,} characters."
        right = f"A number up to {most:,}." if length else "A passage with words."
        raise Wrong(wrong, right, name)


def _check_words(text: str, start: int, end: int, words: Any) -> None:
    found = text[start:end]
    if found != words:
        wrong = "These are not the words of the passage at that place."
        right = f"At {start}–{end} stands “{shown(found)}”"
        at = text.find(words)
        more = f"; these words stand at {at}–{at + len(words)}." if at >= 0 else "."
        raise Wrong(wrong, right + more, "words")


def _other_document(row: Row, item: Item, name: str, key: Key, right: str) -> None:
    """A row does not lead from its passage into another document."""
    wrong = "This is another document than that of the passage."
    row.refuse(wrong, right, item.column(name), " ".join(key))
