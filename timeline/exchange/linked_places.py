"""GeoJSON-T and the Linked Places format: features with `when`, in and out.

A feature becomes an event; its geometry and whatever else it has is kept in `extra`.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO
from urllib.parse import quote, unquote

from .event_records import EventRecord
from .foreign import (
    Found,
    ObjectReader,
    record,
    records_in,
    whole_text,
    words,
)
from .formats import Format
from .json_values import decode
from .outgoing import Outgoing
from .own_dating import own_dating, taken_back
from .program_dates import given_in
from .rows import Row, Wrong
from .source import BadFile
from .time_spans import SHOWN, date_cell, is_shown, spans_given, when_of
from .whole_file import whole_of, whole_rows
from .written_dates import date_of

NAME = "geojson-t"
CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
CONTEXT += "linkedplaces-context-v1.1.jsonld"
TITLES = ("title", "name", "label")
PARTS = ("names", "types", "relations")
OURS = ("type", "features", "lost")
_FEATURE = re.compile(r'"type"\s*:\s*"Feature"')
_LINES = re.compile(r"\x1e?\{[^\n]*\}[ \t\r]*\n[\x1e\s]*\{").match
_OWN_ID = re.compile(r"/timelines/([^/]+)/events/[^/]+/")


class LinkedPlacesReader(ObjectReader):
    """The features of a collection."""

    opening, list_name = '{"type": "FeatureCollection", ', "features"
    date_name = "when"

    def found(self) -> Iterator[Found | Row]:
        """Each feature as an event."""
        file = collection_of(whole_text(self.source))
        if not isinstance(file, dict) or "features" not in file:
            right = '{"type": "FeatureCollection", "features": [ … ]}'
            raise BadFile("There are no features.", right, column="features")
        features = records_in(file["features"], "features")
        beside = {k: v for k, v in file.items() if k not in OURS}
        if beside.get("@context") == CONTEXT:
            del beside["@context"]
        yield from whole_rows(self, NAME, beside, _own_timeline(features))
        elsewhere = 0
        for number, feature in enumerate(features):
            path = f"features[{number}]"
            try:
                one = record(feature, "")
                found = found_in_feature(one, path, self.notes)
                elsewhere += not found.cells.get("date") and _is_dated_within(one)
                yield found
            except Wrong as error:
                yield self.refused(path, feature, error)
        if elsewhere:
            what = "times only of their geometries, names, types or relations"
            self.notes.append(f"Features with {what}: {elsewhere}; kept, not counted.")


def collection_of(text: str) -> Any:
    """The collection in a file, which may be one feature, or have one on each line."""
    try:
        file = decode(text)
    except BadFile:
        if not _LINES(text):
            raise
        lines = enumerate(text.replace("\x1e", "").split("\n"), start=1)
        return {"features": [decode(one, n) for n, one in lines if one.strip()]}
    is_one = isinstance(file, dict) and file.get("type") == "Feature"
    return {"features": [file]} if is_one else file


def _is_dated_within(feature: dict[str, Any]) -> bool:
    """Whether parts of a place have times, which the place itself has not."""
    geometry = feature.get("geometry")
    inner = geometry.get("geometries") if isinstance(geometry, dict) else None
    lists = [[geometry], inner, *(feature.get(name) for name in PARTS)]
    parts = [part for some in lists if isinstance(some, list) for part in some]
    return any(isinstance(part, dict) and part.get("when") for part in parts)


def _own_timeline(features: list[Any]) -> str:
    """The timeline of all features, in a file of ours."""
    ids = [one.get("@id") for one in features if isinstance(one, dict)]
    own = [_OWN_ID.fullmatch(one) for one in ids if isinstance(one, str)]
    named = {found[1] if found else "" for found in own}
    return unquote(named.pop()) if len(named) == 1 else ""


def found_in_feature(feature: dict[str, Any], path: str, notes: list[str]) -> Found:
    """A feature as the cells of a row."""
    properties = dict(record(feature.get("properties"), "properties"))
    at = "when" if "when" in feature else "properties.when"
    when = dict(record(feature.get("when", properties.pop("when", None)), at))
    own_id = _OWN_ID.fullmatch(words(feature.get("@id"), "@id"))
    cells = {"id": words(properties.pop("slug", feature.get("@id")), "@id")}
    cells["id"] = cells["id"] or words(feature.get("id"), "id")
    cells["timeline"] = unquote(own_id[1]) if own_id else ""
    name = next((name for name in TITLES if properties.get(name)), "title")
    cells["title"] = words(properties.get(name), f"properties.{name}")
    properties.pop("title", None)  # other names are kept, and go out beside it
    cells["title"] = cells["title"] or _first(feature.get("names"), "toponym")
    if isinstance(properties.get("description"), str):
        cells["description"] = properties.pop("description")
    elif text := _first(feature.get("descriptions"), "value"):
        cells["description"] = text  # and is kept where it stands
    given = given_in(properties.get("dating"))
    own = taken_back(properties.get("dating"), lambda date: is_shown(when, date, given))
    rest = {k: v for k, v in when.items() if k not in SHOWN}
    if own is not None:
        cells, more, rest = cells | own.cells, own.more, rest | own.given
        del properties["dating"]
    else:
        cells["date"], is_all = date_cell(when, at)
        label = words(when.get("label"), f"{at}.label").strip()
        more = {"dating": {"as_written": label}} if label and cells["date"] else {}
        spans = when.get("timespans") or []
        if not is_all and [s.get("start") != s.get("end") for s in spans] == [True]:
            counted = f"{cells['date']} is counted, and they are kept"
            notes.append(f"{path}: the ends have limits of their own; {counted}.")
        if not is_all or "T" in json.dumps(spans):  # and times of day are kept
            rest["timespans"] = spans
    kept = {"properties": properties, "when": rest}
    names = {"@id", "id", "type", "properties", "when"}
    kept |= {k: v for k, v in feature.items() if k not in names}
    kept = {name: value for name, value in kept.items() if value}
    return Found(path, cells, {NAME: kept} if kept else {}, more, feature)


def _first(value: Any, name: str) -> str:
    """The text of the first in a list of Linked Places."""
    first = value[0] if isinstance(value, list) and value else None
    text = first.get(name) if isinstance(first, dict) else None
    return text if isinstance(text, str) else ""


def feature_of(event: EventRecord) -> dict[str, Any]:
    """An event as a feature, with the geometry it came with, or none."""
    values, date = event.values, date_of(event)
    kept = json.loads(values["extra"]).get(NAME)
    kept = dict(kept) if isinstance(kept, dict) else {}
    properties = kept.pop("properties", {})
    properties = dict(properties) if isinstance(properties, dict) else {}
    properties |= {"title": values["title"], "slug": values["slug"]}
    if values["summary"]:
        properties["description"] = values["summary"]
    rest = kept.pop("when", {})
    rest = dict(rest) if isinstance(rest, dict) else {}
    slug = quote(values["slug"], safe="")
    feature = {
        "geometry": None,
        **kept,
        "@id": f"/timelines/{quote(event.timeline, safe='')}/events/{slug}/",
        "type": "Feature",
    }
    if date is not None:
        given = {"timespans": rest.pop("timespans")} if "timespans" in rest else {}
        properties["dating"] = own_dating(event, given)
        feature["when"] = {**rest, **when_of(date), **spans_given(given, date)}
    elif rest:
        feature["when"] = rest
    return {**feature, "properties": properties}


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A collection of features, in a stream; then what the file has beside them."""
    timelines: set[str] = set()
    out.write('{"type": "FeatureCollection",\n"features": [')
    before = "\n"
    for some in events:
        for event in some:
            timelines.add(event.timeline)
            out.write(before + _text(feature_of(event)))
            before = ",\n"
    beside = {"@context": CONTEXT, **whole_of(timelines, NAME, events.using)}
    beside = {k: v for k, v in beside.items() if k not in OURS}
    out.write("\n]")
    for name in sorted(beside):
        out.write(f",\n{_text(name)}: {_text(beside[name])}")
    out.write(f',\n"lost": {_text(list(LOSSES))}}}\n')


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def sniff(head: str) -> bool:
    """A collection of features, or a feature."""
    start = head.lstrip("\ufeff\x1e \t\r\n")
    collected = '"features"' in start and '"FeatureColl' in start
    one = _FEATURE.search(start) is not None and '"model"' not in start
    return start.startswith("{") and (collected or one)


LOSSES = (
    "Documents, passages and citations; datings other than the accepted one.",
    "Doubt, open ends, sets of dates and calendars: `label` has them in words, "
    "`dating` as they are.",
    "Status, group, links, tags, media, importance, publication, versions, history.",
)
LINKED_PLACES = Format(
    name=NAME,
    suffixes=(".geojson", ".lp.json"),
    sniff=sniff,
    read=LinkedPlacesReader,
    write=write,
    losses=LOSSES,
    about="GeoJSON-T and Linked Places",
)
