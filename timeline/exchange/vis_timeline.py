"""Items of vis-timeline: content, start, perhaps end, group; JSON, in and out.

The program takes a list of items; a file may also be an object with `items`, `groups`.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from timeline.dates import HistoricalDate

from .event_records import EventRecord
from .foreign import (
    ForeignReader,
    Found,
    html_of,
    plain_text,
    record,
    records_in,
    whole_json,
    words,
)
from .formats import Format
from .program_dates import day_bounds, stated
from .rows import Row, Wrong
from .source import BadFile
from .written_dates import Parts, date_of, parts, wording

NAME = "vis"
USED = {"id", "content", "title", "start", "end", "group", "edtf", "status", "words"}
_SNIFF = re.compile(r'"content"\s*:')


class VisReader(ForeignReader):
    """The items of a file."""

    def found(self) -> Iterator[Found | Row]:
        """Each item as an event, those without a date too."""
        file = whole_json(self.source)
        lists = {"": file} if isinstance(file, list) else file
        if not isinstance(lists, dict) or not {"", "items"} & lists.keys():
            right = '[{"content": …, "start": …}]'
            raise BadFile("There are no items.", right, column="items")
        groups = _groups(lists.get("groups"))
        for name in ("", "items", "undated"):
            for number, item in enumerate(records_in(lists.get(name), name)):
                path = f"{name}[{number}]"
                try:
                    yield found_in_item(record(item, ""), path, groups)
                except Wrong as error:
                    yield self.refused(path, item, error)


def _groups(value: Any) -> dict[str, str]:
    """The words of each group by its id."""
    groups = [g for g in records_in(value, "groups") if isinstance(g, dict)]
    return {
        str(group.get("id")): plain_text(str(group.get("content") or ""))
        for group in groups
    }


def found_in_item(item: dict[str, Any], path: str, groups: dict[str, str]) -> Found:
    """An item as the cells of a row; its tooltip is the summary."""
    kept = {k: v for k, v in item.items() if k not in USED and v not in (None, "")}
    cells = {"id": words(item.get("id"), "id").strip()}
    for name, cell in (("content", "title"), ("title", "description")):
        markup = words(item.get(name), name).strip()
        cells[cell] = plain_text(markup)
        if html_of(cells[cell]) != markup:
            kept[name] = markup
    cells["title"] = " ".join(cells["title"].split())
    group = words(item.get("group"), "group")
    cells["group"] = groups.get(group) or group
    if cells["group"] != group:
        kept["group"] = group
    if status := words(item.get("status"), "status"):
        cells["status"] = status
    own = own_date(item)
    if own is not None:
        cells |= {"date": own.edtf, "calendar": "gregorian"}
    else:
        cells["date"] = _date(item)
        if item.get("end") and "T" in str(item["end"]):
            kept["end"] = item["end"]
    extra = {NAME: kept} if kept else {}
    return Found(path, cells, extra, {}, item, ours=own is not None)


def _date(item: dict[str, Any]) -> str:
    start, end = stated(item.get("start"), "start"), stated(item.get("end"), "end")
    if not start.date and end.date:
        raise Wrong("There is an end and no start.", "A date.", "start")
    if not end.date or end.date == start.date:
        return start.date + start.time
    return f"{start.date}/{end.date}"


def own_date(item: dict[str, Any]) -> HistoricalDate | None:
    """The date we wrote ourselves, if start and end still are those of it."""
    edtf = item.get("edtf")
    date = day_bounds(edtf) if isinstance(edtf, str) else None
    shown = {name: item[name] for name in ("start", "end") if name in item}
    return date if date is not None and shown == dates_of(date) else None


def dates_of(date: HistoricalDate) -> dict[str, str]:
    """First and last day; an open start is shown at its end."""
    first, last = date.start_min, date.end_max
    days = [day for day in (first, last) if day is not None]
    named = zip(("start", "end"), dict.fromkeys(days), strict=False)
    return {name: browser_iso(parts(day)) for name, day in named}


def browser_iso(day: Parts) -> str:
    """ISO 8601 as browsers read it: six digits for years that have not four."""
    text = day.iso
    return f"-{-day.year:06d}{text[5:]}" if -9999 <= day.year < 0 else text


def item_of(event: EventRecord) -> dict[str, Any]:
    """An event as an item; without a date it has no start."""
    values, date = event.values, date_of(event)
    kept = json.loads(values["extra"]).get(NAME)
    kept = dict(kept) if isinstance(kept, dict) else {}
    item = {"id": values["slug"], "content": html_of(values["title"])}
    item |= {"title": html_of(values["summary"])} if values["summary"] else {}
    for name in ("content", "title"):
        markup = kept.pop(name, None)
        if isinstance(markup, str) and _shows(markup) == item.get(name):
            item[name] = markup
    kept.pop("end", None), kept.pop("group", None)
    item = {**kept, **item, "status": values["status"]}
    if values["group"]:
        item["group"] = values["group"]
    dates = dates_of(date) if date is not None else {}
    if date is not None and dates:
        item |= {**dates, "edtf": date.edtf, "words": wording(date)}
        item.setdefault("type", "range" if "end" in dates else "point")
    return item


def _shows(markup: str) -> str:
    return html_of(plain_text(markup))


def write(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """Items in a stream; then the groups and what has no date."""
    groups: dict[str, dict[str, str]] = {}
    undated, before = [], "\n"
    out.write('{"items": [')
    for some in events:
        for event in some:
            item = item_of(event)
            if group := item.get("group"):
                groups[group] = {"id": group, "content": html_of(group)}
            if "start" not in item:
                undated.append(item)
                continue
            out.write(before + _text(item))
            before = ",\n"
    out.write(f'\n],\n"groups": {_text([groups[name] for name in sorted(groups)])},\n')
    out.write(f'"lost": {_text(list(LOSSES))},\n"undated": {_text(undated)}}}\n')


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def sniff(head: str) -> bool:
    """Items have content and a start."""
    start = head.lstrip("\ufeff \t\r\n")
    return start[:1] in ("[", "{") and '"start"' in start and bool(_SNIFF.search(start))


LOSSES = (
    "Documents, passages, citations; datings other than the accepted one; calendars.",
    "Links, tags, media, importance, publication, versions and history.",
    "Doubt and open ends: `words` and `edtf` say them, the program shows neither.",
)
VIS = Format(
    name="vis-timeline",
    suffixes=(".vis.json",),
    sniff=sniff,
    read=VisReader,
    write=write,
    losses=LOSSES,
    about="vis-timeline items",
)
