"""An event as the cells of a row: what `event_rows` reads, written.

Whatever the columns cannot say stands in `more`, so that nothing is lost: keys that do
not follow from the row's id, further datings and citations, tags that need a slug.
"""

import json
from functools import lru_cache

from timeline.passages import state_of

from .checks import canonical
from .columns import COLUMNS
from .event_records import EventRecord, Values
from .event_rows import EVENT, derived_key, tag_slug

Tag = tuple[str, str, str]  # kind, slug and name
CITATION = (
    *("key", "passage", "role", "quoted", "exact", "prefix", "suffix", "start"),
    *("end", "state", "lost_in", "note"),
)
DATING = (
    *("key", "citation", "as_written", "calendar", "calendar_basis", "edtf_written"),
    *("supplied", "status", "kind", "reason", "who"),
)
PLAIN_DATING = {
    "as_written": "",
    "calendar_basis": "",
    "supplied": "[]",
    "kind": "plain",
    "reason": "",
    "who": "",
}


def cells_of(event: EventRecord) -> list[str]:
    """The cells in the order of `COLUMNS`."""
    values, more = event.values, {}
    cells = {column: values[field] for column, field in EVENT.items()}
    cells |= {"id": values["slug"], "timeline": event.timeline}
    cells |= {name: values[name] for name in ("status", "publication")}
    cells["importance"] = str(values["importance"])
    key = derived_key(event.timeline, values["slug"])
    cells["tags"], rest = _tags(tuple(event.tags))
    if rest:
        more["tags"] = list(map(list, rest))
    if values["extra"] != "{}":
        more["extra"] = json.loads(values["extra"])
    witness, accepted = event.witness, event.accepted
    if witness is not None:
        cells |= _witness_cells(witness)
        if own := _own_citation(witness, key):
            more["citation"] = own
    if accepted is not None:
        cells |= _date_cells(accepted)
        own = _own_dating(accepted, key, witness)
        if own or not accepted["edtf_written"]:
            more["dating"] = own
    further = [_plain(c, CITATION) for c in event.citations if c is not witness]
    if further:
        more["citations"] = further
    further = [_resting(d) for d in event.datings if d is not accepted]
    if further:
        more["datings"] = further
    cells["more"] = canonical(more) if more else ""
    return [cells.get(column, "") for column in COLUMNS]


@lru_cache(maxsize=2_000)  # many events have the same tags
def _tags(tags: tuple[Tag, ...]) -> tuple[str, tuple[Tag, ...]]:
    """Tags whose slug follows from the name, in words; the others whole."""
    named, rest = [], list[Tag]()
    for kind, slug, name in tags:
        plain = name == name.strip() and not any(sign in name for sign in ";,:")
        if plain and tag_slug(name) == slug:
            named.append(name if kind == "topic" else f"{kind}:{name}")
        else:
            rest.append((kind, slug, name))
    return "; ".join(named), tuple(rest)


def _witness_cells(citation: Values) -> dict[str, str]:
    document, passage = citation["passage"]
    return {
        "document": document,
        "passage": passage,
        "quote": citation["exact"],
        "prefix": citation["prefix"],
        "suffix": citation["suffix"],
        "start": str(citation["start"]),
        "end": str(citation["end"]),
    }


def _own_citation(citation: Values, key: str) -> Values:
    """What the columns do not say of the witness."""
    own: Values = {}
    if citation["key"] != key:
        own["key"] = citation["key"]
    if citation["quoted"] != citation["exact"]:
        own["quoted"] = citation["quoted"]
    if citation["role"] != "witness":
        own["role"] = citation["role"]
    if citation["state"] != state_of(citation["quoted"], citation["exact"]).value:
        own["state"] = citation["state"]
    if not citation["prefix"] and citation["start"]:
        own["prefix"] = ""
    if not citation["suffix"]:
        own["suffix"] = ""
    for name, plain in (("note", ""), ("lost_in", None)):
        if citation[name] != plain:
            own[name] = citation[name]
    return own


def _date_cells(dating: Values) -> dict[str, str]:
    """The date in EDTF syntax in its calendar; an interval in two columns."""
    date, end = dating["edtf_written"], ""
    if dating["shape"] == "interval" and date.count("/") == 1:
        start, _, last = date.partition("/")
        if start and last and ".." not in (start, last):
            date, end = start, last
    calendar = dating["calendar"] if date else ""
    return {"date": date, "end_date": end, "calendar": calendar}


def _own_dating(dating: Values, key: str, witness: Values | None) -> Values:
    """What the columns do not say of the accepted dating."""
    own: Values = {}
    if dating["key"] != key:
        own["key"] = dating["key"]
    for name, plain in PLAIN_DATING.items():
        if dating[name] != plain:
            own[name] = dating[name]
    if "supplied" in own:
        own["supplied"] = json.loads(own["supplied"])
    if not dating["edtf_written"]:
        own["edtf_written"] = ""
        own["calendar"] = dating["calendar"]
    at = witness["key"] if witness else None
    if dating["citation"] != at:
        own["citation"] = [dating["citation"]] if dating["citation"] else None
    return own


def _plain(values: Values, names: tuple[str, ...]) -> Values:
    return {name: values[name] for name in names}


def _resting(dating: Values) -> Values:
    values = _plain(dating, DATING)
    values["supplied"] = json.loads(values["supplied"])
    if values["citation"] is not None:
        values["citation"] = [values["citation"]]
    return values
