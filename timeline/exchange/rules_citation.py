"""Rules for citations on the way in: the words stand in their passage, once a role."""

from typing import Any

from .adopt import adopt, rows_of_events
from .batch import Batch, Entry, sound
from .lookup import match
from .quotes import LOST, place_words
from .report import shown
from .rows import Item, Key, Row, Wrong
from .seen import NEW
from .tables import BY_NAME, Table

Place = tuple[Any, ...]  # the columns of `WHERE`
WHERE = ("event_id", "passage_id", "start", "end", "role")
DEFAULT = {**dict.fromkeys(WHERE), "role": "witness"}
PLACE = ("quoted", "exact", "prefix", "suffix", "start", "end", "state")


def citations(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """Anchor each quote in its passage."""
    for row, item in entries:
        if "_document" in item.fields and not item.stored:
            _search(batch, row, item)
    entries = sound(entries)
    _adopt(batch, entries)
    texts = _texts(batch, entries)
    for row, item in entries:
        passage = _passage(item)
        if passage is None:
            row.refuse("A citation needs a passage.", column=item.column("passage"))
        elif not _is_known(item):
            _place(batch, row, item, texts[passage])
    kept = sound(entries)
    _check_places(batch, kept)
    return sound(kept)


def _search(batch: Batch, row: Row, item: Item) -> None:
    """The one passage of the document that holds the words."""
    slug = item.fields["_document"]
    words = item.values.get("exact", "")
    document = batch.references.find("document", [(slug,)]).get((slug,))
    if document is None:
        wrong = "There is no such document, in the database or earlier in this file."
        row.refuse(wrong, column=item.column("document"), value=slug)
        return
    found = batch.references.passages_with(document, words)
    if len(found) == 1:
        item.values["passage_id"] = found[0][1]
        return
    keys = ", ".join(key for key, _ in found)
    right = f"Say which: {keys}." if found else "The very words of a passage."
    wrong = "Several passages hold" if found else "No passage of the document holds"
    row.refuse(f"{wrong} these words.", right, item.column("passage"), words)


def _passage(item: Item) -> int | None:
    stored = item.stored["passage_id"] if item.stored else None
    return item.values.get("passage_id", stored)


def _texts(batch: Batch, entries: list[Entry]) -> dict[int, str]:
    refs = {ref for _, item in entries if (ref := _passage(item)) is not None}
    return batch.references.passage_texts(refs)


def _place(batch: Batch, row: Row, item: Item, text: str) -> None:
    values = item.values
    if item.stored and not item.loose:
        for name in ("start", "end", "exact", "quoted", "state"):
            values.setdefault(name, item.stored[name])
    words = values.get("exact") or values.get("quoted") or ""
    try:
        place_words(item, text, batch.may_search)
    except Wrong as error:
        column = item.column(error.column or "exact")
        row.refuse(error.wrong, error.right, column, words)
    if revision := item.refs.get("lost_in"):
        _check_lost_in(row, item, revision)


def _check_lost_in(row: Row, item: Item, revision: Key) -> None:
    """A revision of its document is named by what was lost in it, and by it alone."""
    passage = item.refs.get("passage")
    right = ""
    if item.values.get("state") != LOST:
        right = "null, as the words are there."
    elif passage and passage[0] != revision[0]:
        right = f"A revision of the document “{shown(passage[0])}”."
    if right:
        wrong = "The citation was not lost in this revision."
        name = " ".join(map(str, revision))
        row.refuse(wrong, right, item.column("lost_in"), name)


def _is_known(item: Item) -> bool:
    """A table quotes what is cited already: the citation knows where it stands."""
    stored, values = item.stored, item.values
    if not item.loose or not stored:
        return False
    words = values.get("exact") or values.get("quoted")
    if words not in (stored["quoted"], stored["exact"]):
        return False
    if values.get("passage_id") != stored["passage_id"]:
        return False
    start = values.get("start")
    if stored["state"] != LOST and start not in (None, stored["start"]):
        return False
    for name in PLACE:
        values.pop(name, None)
    return True


def _adopt(batch: Batch, entries: list[Entry]) -> None:
    """A row without keys means the citation of the same words, if there is one."""
    held = rows_of_events(batch, "citation", entries)
    for _, item in entries:
        if not item.loose or item.stored:
            continue
        values = item.values
        words = values.get("exact") or values.get("quoted")
        for pk, stored in sorted(held.get(values["event_id"], ()), key=_first):
            if (
                stored["passage_id"] == values.get("passage_id")
                and words in (stored["quoted"], stored["exact"])
                and stored["role"] == values.get("role", "witness")
                and values.get("start") in (None, stored["start"])
            ):
                adopt(batch, item, pk, stored)
                break


def _first(row: tuple[int, Any]) -> int:
    return row[0]


def _check_places(batch: Batch, entries: list[Entry]) -> None:
    """An event does not cite the same words twice in one role."""
    at: dict[Place, Entry] = {}
    for row, item in entries:
        if item.single and not item.stored and item.values["event_id"] >= NEW:
            continue  # the only citation of a new event
        stored, values = item.stored, item.values
        if stored and all(values.get(n, stored[n]) == stored[n] for n in WHERE):
            continue  # it stays where it is
        place = _place_of(values, stored or DEFAULT)
        if place[2] is None:
            continue
        if place in at:
            _same_place(row, item)
        at[place] = (row, item)
    by_text = {" ".join(map(str, place)): entry for place, entry in at.items()}
    places = [(text, id(i), row.line, None) for text, (row, i) in by_text.items()]
    for text in batch.seen.add("place", places) if places else ():
        _same_place(*by_text[text])
    _check_stored(batch, at)


def _place_of(values: dict[str, Any], stored: dict[str, Any]) -> Place:
    """Where an event cites what, in which role; what the file does not say stays."""
    return tuple([values[n] if n in values else stored[n] for n in WHERE])


def _check_stored(batch: Batch, at: dict[Place, Entry]) -> None:
    keys = {place: entry for place, entry in at.items() if max(place[:2]) < NEW}
    if not keys:
        return
    columns = 't.id, t.event_id, t.passage_id, t.start, t."end", t.role'
    table = BY_NAME["citation"].db_table
    for pk, *found in match(batch.using, table, WHERE, keys, columns):
        row, item = keys[tuple(found)]
        if item.ref != pk:
            _same_place(row, item)


def _same_place(row: Row, item: Item) -> None:
    row.refuse(
        "The event cites these words in this role already.",
        "Each place once for each role.",
        item.column("start"),
        item.key[0],
    )
