"""Rules for datings on the way in: read dates, and one accepted dating an event."""

from collections.abc import Iterator

from .adopt import adopt, rows_of_events
from .batch import Batch, Entry, sound
from .dating_in import DateSource, derived_columns
from .lookup import match
from .rows import Item, Row, Wrong
from .seen import NEW, key_text
from .tables import BY_NAME, Table

ACCEPTED = "accepted"
DATE = ("edtf_written", "calendar")
CHECKS = BY_NAME["dating"].checks
FIRST = ("reason", "calendar_basis", "who", "status")


def datings(batch: Batch, table: Table, entries: list[Entry]) -> list[Entry]:
    """Read each date; a dating rests on a citation of its own event."""
    _adopt(batch, entries)
    _say_first(batch, entries)
    for row, item in entries:
        try:
            _read(batch, row, item)
        except Wrong as error:
            name = "_date" if "_date" in item.fields else "edtf_written"
            value = item.fields.get(name, "")
            column = item.column(error.column or name)
            row.refuse(error.wrong, error.right, column, value)
    kept = sound(entries)
    _check_citations(batch, kept)
    _check_accepted(batch, sound(kept))
    return sound(kept)


def _adopt(batch: Batch, entries: list[Entry]) -> None:
    """A row without keys means the dating its event follows, if there is one."""
    held = rows_of_events(batch, "dating", entries)
    for _, item in entries:
        if item.loose and not item.stored:
            for pk, stored in held.get(item.values["event_id"], ()):
                if stored["status"] == ACCEPTED:
                    adopt(batch, item, pk, stored)
        if item.loose and item.stored:
            item.values.pop("status", None)  # that is for editors to settle


def _say_first(batch: Batch, entries: list[Entry]) -> None:
    """What a file says of a dating that is new; of others that is for editors."""
    saying = [e for e in entries if "_status" in e[1].fields and not e[1].stored]
    wanted = {(item.values["event_id"], ACCEPTED) for _, item in saying}
    wanted = {(event, status) for event, status in wanted if event < NEW}
    table, by = BY_NAME["dating"].db_table, ("event_id", "status")
    followed = match(batch.using, table, by, wanted, "t.event_id") if wanted else []
    for row, item in saying:
        given = {n: item.fields[f"_{n}"] for n in FIRST if f"_{n}" in item.fields}
        if given["status"] == ACCEPTED and (item.values["event_id"],) in followed:
            given["status"] = "open"
        for name, value in given.items():
            try:
                item.values[name] = CHECKS[name](value)
            except Wrong as error:
                row.refuse(error.wrong, error.right, name, value)


def _read(batch: Batch, row: Row, item: Item) -> None:
    """The columns that follow from the date, whichever way the file gives it."""
    values, fields, stored = item.values, item.fields, item.stored or {}
    if "_date" in fields:
        words, end = fields["_date"], fields.get("_end", "")
        calendar = fields.get("calendar", "")
        meant = batch.dates.edtf(words, end, calendar)
        if meant is None:
            source = _source(batch, fields.get("_document", ""))
            meant = batch.dates.read(words, end, calendar, source)
        for warning in meant.warnings:
            batch.report.note(f"line {row.line}: {warning}")
        edtf = meant.given["edtf_written"]
        if values.get("edtf_written", edtf) != edtf:
            raise Wrong("The row gives two dates.", "One: in its column, or in more.")
        for name, value in meant.given.items():
            if name not in values or name == "calendar":
                values[name] = value
        if not stored or any(stored.get(name) != values[name] for name in DATE):
            values.update(meant.derived)
            if "_who" in fields:  # who brings a date that is not here yet
                values["who"] = CHECKS["who"](fields["_who"])
    elif "edtf_written" in values or "calendar" in values or not stored:
        edtf = values.get("edtf_written", stored.get("edtf_written", ""))
        calendar = values.get("calendar", stored.get("calendar", "gregorian"))
        values.update(derived_columns(edtf, calendar))


def _source(batch: Batch, slug: str) -> DateSource:
    slug = slug or batch.rules.document
    source = batch.references.date_source(slug) if slug else None
    return source or DateSource()


def _event(item: Item) -> int:
    stored = item.stored["event_id"] if item.stored else 0
    return item.values.get("event_id", stored)


def _check_citations(batch: Batch, entries: list[Entry]) -> None:
    """A dating rests on a citation of its own event."""
    resting = [e for e in entries if not e[1].loose and e[1].refs.get("citation")]
    if not resting:
        return
    events = dict(batch.references.events)
    others = [item for _, item in resting if item.values["citation_id"] not in events]
    keys = [key_text(item.refs["citation"]) for item in others]
    events.update(batch.seen.parents("citation", keys))
    stored = {item.values["citation_id"] for item in others}
    wanted = {(ref,) for ref in stored if ref < NEW and not events.get(ref)}
    table = BY_NAME["citation"].db_table
    events.update(match(batch.using, table, ("id",), wanted, "t.id, t.event_id"))
    for row, item in resting:
        if events.get(item.values["citation_id"]) != _event(item):
            key = item.refs["citation"]
            row.refuse(
                "The citation is of another event.",
                "A citation of the dating's own event, or null.",
                item.column("citation"),
                " ".join(key or ()),
            )


def _check_accepted(batch: Batch, entries: list[Entry]) -> None:
    """An event follows one dating at most."""
    following: dict[str, Entry] = {}
    for row, item in entries:
        if item.single and not item.stored and item.values["event_id"] >= NEW:
            continue  # the only dating of a new event
        held = item.stored["status"] if item.stored else "open"
        status = item.values.get("status", held)
        if held == ACCEPTED and status != ACCEPTED:
            batch.given_up.add(item.ref)
        if status != ACCEPTED or held == ACCEPTED:
            continue
        event = _event(item)
        if str(event) in following:
            _two_accepted(row, item)
        following[str(event)] = (row, item)
        if event < NEW:
            batch.followed[event] = (row, item)
    first = [(text, id(i), row.line, None) for text, (row, i) in following.items()]
    for text in batch.seen.add("accepted", first) if first else ():
        _two_accepted(*following[text])


def settle_accepted(batch: Batch) -> Iterator[Entry]:
    """At the end of the file: rows whose event follows another dating still."""
    wanted = {(event, ACCEPTED) for event in batch.followed}
    table = BY_NAME["dating"].db_table
    by = ("event_id", "status")
    for event, pk in match(batch.using, table, by, wanted, "t.event_id, t.id"):
        row, item = batch.followed[event]
        if pk not in batch.given_up and pk != item.ref and not row.faults:
            _two_accepted(row, item)
            yield row, item


def _two_accepted(row: Row, item: Item) -> None:
    row.refuse(
        "The event follows another dating already.",
        "At most one dating of an event is accepted; give the other a status first.",
        item.column("status"),
        " ".join(item.key),
    )
