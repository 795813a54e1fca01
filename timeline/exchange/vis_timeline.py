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
    SPACE,
    ForeignReader,
    Found,
    html_of,
    html_of_line,
    plain_line,
    plain_text,
    record,
    records_in,
    whole_json,
    words,
)
from .formats import Format
from .own_dating import own_dating, taken_back
from .program_dates import stated
from .rows import Row, Wrong
from .source import BadFile
from .written_dates import Parts, date_of, parts, wording

NAME = "vis"
SIDES = ("start", "end")
USED = {"id", "content", "title", "start", "end", "group", "status", "words"}
USED |= {"dating", "timeline"}
MARKUP = {
    "content": ("title", plain_line, html_of_line),
    "title": ("description", plain_text, html_of),
}
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
    cells = {name: words(item.get(name), name) for name in ("id", "timeline")}
    for name, (cell, plain, markup) in MARKUP.items():
        text = words(item.get(name), name).strip(SPACE)
        cells[cell] = plain(text)
        if markup(cells[cell]) != text:
            kept[name] = text
    group = words(item.get("group"), "group")
    cells["group"] = groups.get(group) or group
    if cells["group"] != group:
        kept["group"] = group
    if status := words(item.get("status"), "status"):
        cells["status"] = status
    own = taken_back(item.get("dating"), lambda date: is_shown(item, date))
    if own is not None:
        cells |= own.cells
        kept |= own.given
    else:
        cells["date"] = _date(item)
        ends = ("end",) if "T" in cells["date"] else SIDES
        kept |= {n: item[n] for n in ends if stated(item.get(n), n).time}
    extra, more = {NAME: kept} if kept else {}, own.more if own else {}
    return Found(path, cells, extra, more, item)


def _date(item: dict[str, Any]) -> str:
    start, end = stated(item.get("start"), "start"), stated(item.get("end"), "end")
    if not start.date and end.date:
        raise Wrong("There is an end and no start.", "A date.", "start")
    if not end.date or end.date == start.date:
        return start.date + start.time
    return f"{start.date}/{end.date}"


def is_shown(item: dict[str, Any], date: HistoricalDate) -> bool:
    """Whether start and end of an item are those of this date."""
    return dates_of(date) == {n: item[n] for n in SIDES if n in item}


def dates_of(date: HistoricalDate) -> dict[str, str]:
    """First and last day; an open start is shown at its end."""
    first, last = date.start_min, date.end_max
    days = [day for day in (first, last) if day is not None]
    named = zip(SIDES, dict.fromkeys(days), strict=False)
    return {name: browser_iso(parts(day)) for name, day in named}


def browser_iso(day: Parts) -> str:
    """ISO 8601 as browsers read it: six digits for years that have not four."""
    text = day.iso
    return f"-{-day.year:06d}{text[5:]}" if -9999 <= day.year < 0 else text


def item_of(event: EventRecord, groups: dict[str, str]) -> dict[str, Any]:
    """An event as an item; without a date it has no start."""
    values, date = event.values, date_of(event)
    kept = json.loads(values["extra"]).get(NAME)
    kept = dict(kept) if isinstance(kept, dict) else {}
    item = {"id": values["slug"], "timeline": event.timeline}
    item["content"] = html_of_line(values["title"])
    item |= {"title": html_of(values["summary"])} if values["summary"] else {}
    for name, (_, plain, markup) in MARKUP.items():
        given = kept.pop(name, None)
        if isinstance(given, str) and markup(plain(given)) == item.get(name):
            item[name] = given
    given = {name: kept.pop(name) for name in SIDES if name in kept}
    item = {**kept, **item, "status": values["status"]}
    if values["group"]:
        item["group"] = _group_of(values["group"], item.get("group"), groups)
    if date is not None:
        item |= {"words": wording(date), **dates_of(date)}
        item["dating"] = own_dating(event, given)
    return item


def _group_of(name: str, given: Any, groups: dict[str, str]) -> str:
    """The id of a group, as a file gave it, unless another group has that."""
    key = given if isinstance(given, str) else name
    return key if groups.setdefault(key, name) == name else name


def write(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """Items in a stream; then the groups and what has no date."""
    groups: dict[str, str] = {}
    undated, before = [], "\n"
    out.write('{"items": [')
    for some in events:
        for event in some:
            item = item_of(event, groups)
            if "start" not in item:
                undated.append(item)
                continue
            out.write(before + _text(item))
            before = ",\n"
    named = [{"id": key, "content": html_of(groups[key])} for key in sorted(groups)]
    out.write(f'\n],\n"groups": {_text(named)},\n')
    out.write(f'"lost": {_text(list(LOSSES))},\n"undated": {_text(undated)}}}\n')


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def sniff(head: str) -> bool:
    """Items have content and a start."""
    start = head.lstrip("\ufeff \t\r\n")
    return start[:1] in ("[", "{") and '"start"' in start and bool(_SNIFF.search(start))


LOSSES = (
    "Documents, passages, citations; datings other than the accepted one.",
    "Links, tags, media, importance, publication, versions and history.",
    "Doubt, open ends, calendars: `words` and `dating` say them, the program shows "
    "neither.",
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
