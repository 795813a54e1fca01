"""Rules for what points into a passage beside citations: note markers and proposals.

Their places lie in the passage, a proposal has the words that stand there, and none
leads out of the document of its passage.
"""

from typing import Any

from .batch import Batch, Entry, sound
from .report import shown
from .rows import Item, Row, Wrong
from .tables import Table


def note_links(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """A marker stands in its passage; its note is of the same document."""
    right = "A note of the document “{}”, or null."
    return _checked(batch, entries, "marker_passage", "note_passage", right)


def proposals(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """A proposal has the words of its place, and the document of its passage."""
    return _checked(batch, entries, "passage", "document", "The passage is of “{}”.")


def _checked(
    batch: Batch, entries: list[Entry], home: str, other: str, right: str
) -> list[Entry]:
    """Each stands in the passage `home`; what it names as `other` has its document."""
    column = f"{home}_id"
    refs = {item.values[column] for _, item in entries}
    texts = batch.references.passage_texts(refs)
    for row, item in entries:
        _check(row, item, texts[item.values[column]])
        named, slug = item.refs.get(other), item.refs[home][0]
        if named and named[0] != slug:
            wrong = "This is another document than that of the passage."
            told = right.format(shown(slug))
            row.refuse(wrong, told, item.column(other), " ".join(named))
    return sound(entries)


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
