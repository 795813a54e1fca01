"""Items of vis-timeline: content, start, perhaps end, group; JSON, in and out.

The program takes a list of items; a file may also be an object with `items`, `groups`.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from timeline.dates import HistoricalDate

from .event_records import EventRecord
from .foreign import (
    SPACE,
    Found,
    ObjectReader,
    html_of,
    html_of_line,
    plain_line,
    plain_text,
    record,
    records_in,
    refuse_many,
    title_from,
    whole_literal,
    words,
)
from .formats import Format
from .outgoing import Outgoing
from .own_dating import own_dating, taken_back
from .program_dates import given_in, says, stated
from .rows import Row, Wrong
from .source import BadFile
from .whole_file import named_by_all, whole_of, whole_rows
from .written_dates import Parts, date_of, moment, parts, wording

NAME = "vis"
SIDES = ("start", "end")
ITEMS = ("", "items", "undated")
OURS = {*ITEMS, "groups", "lost"}
USED = {"id", "content", "title", "start", "end", "group", "status", "words"}
USED |= {"dating", "timeline"}
MARKUP = {
    "content": ("title", plain_line, html_of_line),
    "title": ("description", plain_text, html_of),
}
_NAMES = re.compile(r"""["']?\b(\w+)["']?\s*:""")
_OPENS = re.compile(
    r"\ufeff?\s*(?:[\[{(]|(?:var|let|const)\s|[\w$.]+\s*=|//|/\*)"
).match


class VisReader(ObjectReader):
    """The items of a file."""

    list_name, date_name = "items", "start"

    def found(self) -> Iterator[Found | Row]:
        """Each item as an event, those without a date too."""
        file = whole_literal(self.source)
        self._is_list = isinstance(file, list)
        lists = {"": file} if self._is_list else file
        if not isinstance(lists, dict) or not {"", "items"} & lists.keys():
            right = '[{"content": …, "start": …}]'
            raise BadFile("There are no items.", right, column="items")
        found = {name: records_in(lists.get(name), name) for name in ITEMS}
        groups = _groups(lists.get("groups"))
        beside = {k: v for k, v in lists.items() if k not in OURS}
        every = [item for items in found.values() for item in items]
        refuse_many(len(every))
        telling = _telling(groups, every)
        beside |= {"groups": telling} if telling else {}
        yield from whole_rows(self, NAME, beside, named_by_all(every))
        self._groups = groups
        self.around["groups"] = list(telling.values())
        names = {key: _words(group) for key, group in groups.items()}
        for name, items in found.items():
            for number, item in enumerate(items):
                path = f"{name}[{number}]"
                try:
                    yield found_in_item(record(item, ""), path, names)
                except Wrong as error:
                    yield self.refused(path, item, error)

    def leading(self, row: Row, is_first: bool) -> str:
        """A list is a list again; an object names the groups of its items."""
        if self._is_list:
            return "[\n" if is_first else self.between
        return super().leading(row, is_first)

    @property
    def closing(self) -> str:  # type: ignore[override]
        """The end of the list, or of the object."""
        return "\n]\n" if self._is_list else super().closing

    def list_of(self, row: Row) -> str:
        """The list that an item stood in."""
        return row.path.partition("[")[0]

    def rejected(self, row: Row) -> str:
        """The item as it stood in the file; its group goes with it."""
        named = row.raw.get("group", "") if isinstance(row.raw, dict) else ""
        group = self._groups.get(str(named))
        if group is not None and group not in self.around["groups"]:
            self.around["groups"].append(group)
        return super().rejected(row)


def _groups(value: Any) -> dict[str, dict[str, Any]]:
    """The groups by their ids."""
    groups = [g for g in records_in(value, "groups") if isinstance(g, dict)]
    return {str(group["id"]): group for group in groups if group.get("id") is not None}


def _telling(
    groups: dict[str, dict[str, Any]], items: list[Any]
) -> dict[str, dict[str, Any]]:
    """The groups that say more than the words their items take of them."""
    used = {str(item.get("group")) for item in items if isinstance(item, dict)}
    plain = {k: {"id": k, "content": html_of(_words(g))} for k, g in groups.items()}
    return {
        key: group
        for key, group in groups.items()
        if key not in used or {**group, "id": key} != plain[key]
    }


def _words(group: dict[str, Any]) -> str:
    return plain_text(str(group.get("content") or ""))


def found_in_item(item: dict[str, Any], path: str, groups: dict[str, str]) -> Found:
    """An item as the cells of a row; its tooltip is the summary."""
    kept = {k: v for k, v in item.items() if k not in USED and v not in (None, "")}
    cells = {name: words(item.get(name), name) for name in ("id", "timeline")}
    for name, (cell, plain, markup) in MARKUP.items():
        text = words(item.get(name), name).strip(SPACE)
        cells[cell] = plain(text)
        if markup(cells[cell]) != text:
            kept[name] = text
    if not cells["title"]:
        cells["title"] = title_from(cells["description"])
    if not cells["title"]:
        raise Wrong("The item shows no words.", "A text.", "content")
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
    given = given_in(item.get("dating"))
    return dates_given(given, date) == {n: item[n] for n in SIDES if n in item}


def dates_given(given: dict[str, Any], date: HistoricalDate) -> dict[str, Any]:
    """First and last day; as the file had them that the item came from, while they
    say the same."""
    days = dates_of(date)
    both = {**days, **{n: given[n] for n in SIDES if n in given}}
    try:
        return both if both != days and says(_date(both), date) else days
    except Wrong:
        return days


def dates_of(date: HistoricalDate) -> dict[str, str]:
    """First and last day; an open start is shown at its end."""
    first, last = date.start_min, date.end_max
    days = [day for day in (first, last) if day is not None]
    if (text := moment(date)) and first == last:
        return {"start": text}
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
        item |= {"words": wording(date), **dates_given(given, date)}
        item["dating"] = own_dating(event, given)
    return item


def _group_of(name: str, given: Any, groups: dict[str, str]) -> str:
    """The id of a group, as a file gave it, unless another group has that."""
    key = given if isinstance(given, str) else name
    return key if groups.setdefault(key, name) == name else name


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """Items in a stream; then the groups, what has no date, and the rest of a file."""
    groups: dict[str, str] = {}
    timelines: set[str] = set()
    undated, before = [], "\n"
    out.write('{"items": [')
    for some in events:
        for event in some:
            timelines.add(event.timeline)
            item = item_of(event, groups)
            if "start" not in item:
                undated.append(item)
                continue
            out.write(before + _text(item))
            before = ",\n"
    beside = whole_of(timelines, NAME, events.using)
    named = _named(groups, beside.get("groups"))
    out.write(f'\n],\n"groups": {_text(named)},\n')
    for name in sorted(beside.keys() - OURS):
        out.write(f"{_text(name)}: {_text(beside[name])},\n")
    out.write(f'"lost": {_text(list(LOSSES))},\n"undated": {_text(undated)}}}\n')


def _named(groups: dict[str, str], kept: Any) -> list[dict[str, Any]]:
    """The groups of the items, and those a file had, each with all it said of them."""
    kept = kept if isinstance(kept, dict) else {}
    found = {key: dict(one) for key, one in kept.items() if isinstance(one, dict)}
    for key, name in groups.items():
        group = found.setdefault(key, {"id": key})
        if _words(group) != name:
            group["content"] = html_of(name)
    return [found[key] for key in sorted(found)]


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def sniff(head: str) -> bool:
    """Items have a start; and content, if they are not simply a list."""
    names = set(_NAMES.findall(head))
    ours = {"model", "fields"} <= names
    plain = head.lstrip("\ufeff \t\r\n").startswith("[")
    items = "start" in names and ("content" in names or plain)
    return items and not ours and bool(_OPENS(head))


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
