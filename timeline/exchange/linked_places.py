"""GeoJSON-T and the Linked Places format: features with `when`, in and out.

A feature becomes an event; its geometry and whatever else it has is kept in `extra`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO
from urllib.parse import quote, unquote

from timeline.dates import HistoricalDate, Shape

from .event_records import EventRecord
from .foreign import (
    ForeignReader,
    Found,
    record,
    records_in,
    whole_json,
    whole_number,
    words,
)
from .formats import Format
from .own_dating import own_dating, taken_back
from .program_dates import Stated, day_bounds, once_between, stated
from .rows import Row, Wrong
from .source import BadFile
from .timelinejs_dates import year_text
from .written_dates import date_of, parts, stretch, wording

NAME = "geojson-t"
CONTEXT = "https://raw.githubusercontent.com/LinkedPasts/linked-places/master/"
CONTEXT += "linkedplaces-context-v1.1.jsonld"
SHOWN, SIDE = ("timespans", "label"), ("in", "earliest", "latest")
_OWN_ID = re.compile(r"/timelines/([^/]+)/events/[^/]+/")


class LinkedPlacesReader(ForeignReader):
    """The features of a collection."""

    opening, closing = '{"type": "FeatureCollection", "features": [\n', "\n]}\n"

    def found(self) -> Iterator[Found | Row]:
        """Each feature as an event."""
        file = whole_json(self.source)
        if not isinstance(file, dict) or "features" not in file:
            right = '{"type": "FeatureCollection", "features": [ … ]}'
            raise BadFile("There are no features.", right, column="features")
        for number, feature in enumerate(records_in(file["features"], "features")):
            path = f"features[{number}]"
            try:
                yield found_in_feature(record(feature, ""), path)
            except Wrong as error:
                yield self.refused(path, feature, error)


def found_in_feature(feature: dict[str, Any], path: str) -> Found:
    """A feature as the cells of a row."""
    properties = dict(record(feature.get("properties"), "properties"))
    at = "when" if "when" in feature else "properties.when"
    when = dict(record(feature.get("when", properties.pop("when", None)), at))
    own_id = _OWN_ID.fullmatch(words(feature.get("@id"), "@id"))
    cells = {"id": words(properties.pop("slug", feature.get("@id")), "@id")}
    cells["id"] = cells["id"] or words(feature.get("id"), "id")
    cells["timeline"] = unquote(own_id[1]) if own_id else ""
    name = "title" if "title" in properties else "name"
    cells["title"] = words(properties.pop(name, None), f"properties.{name}")
    if isinstance(properties.get("description"), str):
        cells["description"] = properties.pop("description")
    elif text := _first_description(feature.get("descriptions")):
        cells["description"] = text  # and is kept where it stands
    own = taken_back(properties.get("dating"), lambda date: is_shown(when, date))
    rest = {k: v for k, v in when.items() if k not in SHOWN}
    if own is not None:
        cells, more, rest = cells | own.cells, own.more, rest | own.given
        del properties["dating"]
    else:
        cells["date"] = date_cell(when, at)
        label = words(when.get("label"), f"{at}.label").strip()
        more = {"dating": {"as_written": label}} if label and cells["date"] else {}
        spans = when.get("timespans") or []
        if len(spans) > 1 or "T" in json.dumps(spans):  # and times of day are kept
            rest["timespans"] = spans
    kept = {"properties": properties, "when": rest}
    names = {"@id", "id", "type", "properties", "when"}
    kept |= {k: v for k, v in feature.items() if k not in names}
    kept = {name: value for name, value in kept.items() if value}
    return Found(path, cells, {NAME: kept} if kept else {}, more, feature)


def _first_description(value: Any) -> str:
    """The first text of the list that Linked Places have for descriptions."""
    first = value[0] if isinstance(value, list) and value else None
    text = first.get("value") if isinstance(first, dict) else None
    return text if isinstance(text, str) else ""


def is_shown(when: dict[str, Any], date: HistoricalDate) -> bool:
    """Whether spans and label are those of this date."""
    return when_of(date) == {k: v for k, v in when.items() if k in SHOWN}


def date_cell(when: dict[str, Any], at: str) -> str:
    """The date of the one time span, or all of several."""
    path = f"{at}.timespans"
    spans = records_in(when.get("timespans"), path)
    found = [_ends(span, f"{path}[{number}]") for number, span in enumerate(spans)]
    if not found:
        return ""
    if len(found) == 1:
        (start, end), *_ = found
        return "/".join((start, end) if end and end != start else (start,))
    each = (f"{s}..{e}" if e and e != s else s for s, e in found)
    text = f"{{{','.join(each)}}}"
    if day_bounds(text) is None:
        right = "Both ends of a span alike: years, months or days."
        raise Wrong("No set of dates holds these time spans.", right, path)
    return text


def _ends(value: Any, path: str) -> tuple[str, str]:
    span = record(value, path)
    start, end = (_side(span.get(name), name) for name in ("start", "end"))
    if not start and not end:
        raise Wrong("The time span is empty.", '{"start": {"in": …}}', path)
    for name, side in (("start", start), ("end", end)):
        if "[" in side and (end or name == "end"):
            wrong = "No date lasts from earliest to latest here."
            raise Wrong(wrong, "A day, a month, a year, or a start alone.", name)
    return start, end


def _side(value: Any, name: str) -> str:
    """One end: `in` a date, or between `earliest` and `latest`."""
    side = record(value, name) if isinstance(value, dict) else {"in": value}
    given = {n: _stated(side.get(n), f"{name}.{n}") for n in SIDE}
    if given["in"].date:
        return given["in"].date
    first, last = given["earliest"].date, given["latest"].date
    if not (first and last):
        if first or last:
            right = "Both, or “in”."
            raise Wrong("One of earliest and latest is missing.", right, name)
        return ""
    return once_between(first, last)


def _stated(value: Any, column: str) -> Stated:
    """A date of ISO 8601; a number is a year."""
    if isinstance(value, int | float) and not isinstance(value, bool):
        value = year_text(whole_number(value, column) or 0)
    return stated(value, column)


def when_of(date: HistoricalDate) -> dict[str, Any]:
    """The date as a time span; each end a day, month or year, or a stretch of days."""
    point = date.shape is not Shape.INTERVAL
    sides = {"start": (date.start_min, date.end_max if point else date.start_max)}
    if not point:
        sides["end"] = (date.end_min, date.end_max)
    span = {}
    for name, (first, last) in sides.items():
        if first is None or last is None:
            continue
        whole = stretch(first, last)
        span[name] = (
            {"in": whole.iso}
            if whole is not None
            else {"earliest": parts(first).iso, "latest": parts(last).iso}
        )
    when: dict[str, Any] = {"timespans": [span]} if span else {}
    return {**when, "label": wording(date)}


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
        given = {"timespans": rest.pop("timespans")} if "timespans" in rest else None
        properties["dating"] = own_dating(event, given)
        feature["when"] = {**rest, **when_of(date)}
    elif rest:
        feature["when"] = rest
    return {**feature, "properties": properties}


def write(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """A collection of features, in a stream."""
    out.write(
        f'{{"@context": "{CONTEXT}",\n"type": "FeatureCollection",\n"features": ['
    )
    before = "\n"
    for some in events:
        for event in some:
            feature = json.dumps(feature_of(event), ensure_ascii=False, sort_keys=True)
            out.write(before + feature)
            before = ",\n"
    out.write(f'\n],\n"lost": {json.dumps(list(LOSSES))}}}\n')


def sniff(head: str) -> bool:
    """A collection of features, one of them with a time."""
    start = head.lstrip("\ufeff \t\r\n")
    return start.startswith("{") and '"features"' in start and '"FeatureColl' in start


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
