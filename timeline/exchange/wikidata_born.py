"""What an event has from Wikidata: its entity, and the statements as they came."""

import json
import re
from dataclasses import dataclass, field
from typing import Any

from .event_records import EventRecord
from .event_rows import derived_key
from .rows import Wrong
from .wikidata_events import EVENTS, HAPPENED, OWN, Times, times_of
from .wikidata_own import RANKS
from .wikidata_snaks import wrapped, wrapped_all
from .wikidata_statements import Statement

NAME = "wikidata"
ID = re.compile(r"Q[1-9][0-9]{0,11}")
Claims = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Born:
    """An event's part of an entity; nothing for an event that came from elsewhere."""

    entity: str = ""
    label: str = ""
    kind: tuple[str, ...] = OWN
    claims: Claims = field(default_factory=dict)
    dated: dict[str, tuple[Statement, str]] = field(default_factory=dict)

    def statement(self, one: Statement) -> dict[str, Any]:
        """A statement in its claims, by its id."""
        (found,) = (s for s in self.claims[one.property] if s["id"] == one.id)
        return found


def born(event: EventRecord) -> Born:
    """What `extra` keeps of an entity, if it is whole."""
    kept = json.loads(event.values["extra"]).get(NAME)
    if not isinstance(kept, dict) or not ID.fullmatch(str(kept.get("entity"))):
        return Born()
    entity, label = kept["entity"], kept.get("label")
    label = label if isinstance(label, str) else ""
    try:
        claims = claims_of(kept.get("statements", []))
        kind = _kind(claims)
        times = times_of(claims, kind, lambda _: None)
        dated = _by_key(event, times)
    except (Wrong, KeyError, TypeError, AttributeError, ValueError):
        return Born(entity, label)
    return Born(entity, label, kind, claims, dated)


def claims_of(kept: list[dict[str, Any]]) -> Claims:
    """Statements as `extra` keeps them, as Wikidata has them."""
    claims: Claims = {}
    for one in kept:
        claims.setdefault(one["property"], []).append(_statement(one))
    ids = [one["id"] for one in kept]
    if len(ids) != len(set(ids)):
        raise ValueError("Two statements of one id.")
    return claims


def _statement(one: dict[str, Any]) -> dict[str, Any]:
    if one["rank"] not in RANKS or not isinstance(one["id"], str):
        raise ValueError("No statement of Wikidata.")
    found: dict[str, Any] = {"id": one["id"], "type": "statement", "rank": one["rank"]}
    found["mainsnak"] = wrapped(one["property"], one["value"])
    return {**found, **beside(one.get("qualifiers", {}), one.get("references", []))}


def beside(
    qualifiers: dict[str, list[Any]], references: list[dict[str, list[Any]]]
) -> dict[str, Any]:
    """Qualifiers and references of a statement."""
    found: dict[str, Any] = {}
    if qualifiers:
        found["qualifiers"] = wrapped_all(qualifiers)
        found["qualifiers-order"] = sorted(qualifiers)
    if references:
        found["references"] = [
            {"snaks": wrapped_all(each), "snaks-order": sorted(each)}
            for each in references
        ]
    return found


def _kind(claims: Claims) -> tuple[str, ...]:
    """The kind of time that the statements are about."""
    names = set(claims)
    if names <= set(OWN):
        return OWN
    (name,) = names
    if name not in (*EVENTS, HAPPENED) or (name == HAPPENED and len(claims[name]) > 1):
        raise ValueError("No time that is taken.")
    return (name,)


def _by_key(event: EventRecord, times: Times) -> dict[str, tuple[Statement, str]]:
    """The datings that the statements make when they come in, by their keys."""
    slug = event.values["slug"]
    return {
        derived_key(event.timeline, f"{slug}${one.id}"): (one, status)
        for one, status in times.statuses()
    }
