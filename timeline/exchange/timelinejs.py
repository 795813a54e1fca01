"""TimelineJS 3 JSON: slides with a date, words and media; docs/formats/timelinejs.md.

Eras come in as events. The title slide names a timeline that is new; what else it has,
and what the file says of the whole, is kept in `extra` of the timeline.
"""

import json
import re
from collections.abc import Iterator
from typing import Any, TextIO

from timeline.dates import HistoricalDate
from timeline.models import Timeline

from .event_records import EventRecord
from .foreign import (
    Found,
    ObjectReader,
    address,
    html_of,
    html_of_line,
    plain_line,
    plain_text,
    record,
    records_in,
    refuse_many,
    title_from,
    whole_literal,
    whole_number,
    words,
)
from .formats import Format
from .outgoing import Outgoing
from .own_dating import own_dating, taken_back
from .rows import Item, Row, Wrong
from .source import BadFile
from .timelinejs_dates import (
    FAR,
    NUMBERS,
    SIDES,
    TIME,
    cells_of_dates,
    left_over,
    slide_dates,
)
from .timelinejs_old import OLD_LISTS, file_of_today, is_old, slide_of_today
from .whole_file import named_by_all
from .written_dates import date_of, wording

NAME = "timelinejs"
MEDIA = {"caption": "media_caption", "credit": "media_credit", "alt": "media_alt"}
TEXTS = {"headline": "title", "text": "description"}
MARKUP = {"headline": (plain_line, html_of_line)}  # everything else is a text
OWN = ("status", "importance", "link", "timeline")
_SNIFF = re.compile(r'"(?:events|eras|date|slides)"\s*:\s*\[')
_SCRIPT = re.compile(r"\A(?:var\s+)?[\w$.]+\s*=\s*")


class TimelineJSReader(ObjectReader):
    """The slides of a file, then its eras."""

    date_name = "start_date"

    def found(self) -> Iterator[Found | Row]:
        """Each slide and era as an event."""
        file, places = whole_literal(self.source), {}
        if is_old(file):
            file, places = file_of_today(file)
        if not isinstance(file, dict) or "events" not in file:
            right = '{"events": [ … ], "title": { … }}'
            raise BadFile("There is no list “events”.", right, column="events")
        lists = {name: records_in(file[name], name) for name in _lists(file)}
        skipped = {*lists, "lost"}
        slides = [slide for some in lists.values() for slide in some]
        refuse_many(len(slides))
        whole = {k: v for k, v in file.items() if k not in skipped and v}
        if whole.get("scale") == "cosmological" and any(map(_is_far, slides)):
            del whole["scale"]  # so it goes out again
        slug = self.defaults.timeline or self.defaults.document or named_by_all(slides)
        self.around = whole if slug else {}
        try:
            yield from title_row(slug, whole)
        except Wrong as error:
            yield self.refused("title", whole.get("title"), error)
        for name, some in lists.items():
            for number, slide in enumerate(some):
                path = f"{places.get(name, name)}[{number}]"
                try:
                    yield self._found(slide, path, "era" if name == "eras" else "")
                except Wrong as error:
                    yield self.refused(path, slide, error)

    def list_of(self, row: Row) -> str:
        """The list of today that a slide stood in; the title is no slide."""
        name = row.path.rpartition("[")[0]
        return OLD_LISTS.get(name, name)

    def rejected(self, row: Row) -> str:
        """The slide as it stood in the file; the title stands beside the slides."""
        return super().rejected(row) if self.list_of(row) else ""

    def _found(self, slide: Any, path: str, kind: str) -> Found:
        today = slide_of_today(record(slide, ""))
        return found_in_slide(today, path, kind, self.notes)


def _lists(file: dict[str, Any]) -> list[str]:
    """The names that hold events; `undated` is where our export puts those."""
    return [name for name in ("events", "eras", "undated") if name in file]


def _is_far(slide: Any) -> bool:
    start = slide.get("start_date") if isinstance(slide, dict) else None
    try:
        year = whole_number(start.get("year") if isinstance(start, dict) else 0, "year")
    except Wrong:
        return False
    return abs(year or 0) > FAR


def title_row(
    slug: str, whole: dict[str, Any], line: int | None = None, raw: Any = None
) -> Iterator[Row]:
    """What a file says of the whole: the title slide, the scale and so on."""
    if not slug or not whole:
        return
    title, kept = dict(record(whole.get("title"), "title")), {}
    text = record(title.pop("text", None), "title.text")
    told = _markup(text, TEXTS, "text", kept)
    _keep(kept, "text", text, TEXTS)
    if media := record(title.get("media"), "title.media"):
        address(media.get("url"), "title.media.url")
    rest = {k: v for k, v in whole.items() if k != "title"}
    rest |= {"title": {**title, **kept}} if title or kept else {}
    fields: dict[str, Any] = {"slug": slug}
    fields |= {f"_{name}": words for name, words in told.items() if words}
    fields |= {"_extra": {NAME: rest}} if rest else {}
    columns = {"title": "text.headline", "description": "text.text", "extra": ""}
    if len(fields) == 1:
        return
    item = Item("timeline", fields, columns=columns)
    yield Row(line, [item], raw or whole, "" if line else "title", counted=False)


def found_in_slide(
    slide: dict[str, Any], path: str, kind: str, notes: list[str]
) -> Found:
    """A slide as the cells of a row, and what the cells have no place for."""
    kept: dict[str, Any] = {"slide": kind} if kind else {}
    cells = {"id": words(slide.get("unique_id"), "unique_id")}
    text, media = (record(slide.get(name), name) for name in ("text", "media"))
    cells |= _markup(text, TEXTS, "text", kept)
    _keep(kept, "text", text, TEXTS)
    cells |= _markup(media, MEDIA, "media", kept)
    if not cells["title"]:
        cells["title"] = title_from(cells["description"] or cells["media_caption"])
    cells["media_url"] = address(media.get("url"), "media.url")
    if media.get("url") and not cells["media_url"]:
        kept.setdefault("media", {})["url"] = media["url"]
    _keep(kept, "media", media, {"url", *MEDIA})
    cells["group"] = words(slide.get("group"), "group")
    own = taken_back(slide.get("dating"), lambda date: is_shown(slide, date))
    if own is not None:
        cells |= own.cells
        rest = left_over(slide, is_timed(own.date))
        display = words(slide.get("display_date"), "display_date")
        if display == wording(own.date) or not display.strip():
            display = own.as_written
    else:
        dated, display, rest = cells_of_dates(slide, notes, path)
        cells |= dated
        display = display if dated else ""
    kept |= rest
    for name in OWN:
        if slide.get(name) not in (None, ""):
            cells["url" if name == "link" else name] = words(slide[name], name)
    used = {"unique_id", "text", "media", "group", "start_date", "end_date"}
    used |= {"display_date", *OWN}
    dating = slide.get("dating")
    if own is not None or (isinstance(dating, dict) and "edtf_written" in dating):
        used.add("dating")  # ours, or what was ours before somebody edited the numbers
    kept |= {k: v for k, v in slide.items() if k not in used and v not in (None, "")}
    more = {"dating": {"as_written": display}} if display else {}
    return Found(path, cells, {NAME: kept} if kept else {}, more, slide)


def _markup(
    part: dict[str, Any], names: dict[str, str], path: str, kept: dict[str, Any]
) -> dict[str, str]:
    """HTML as words; kept as it is where the words alone would not give it back."""
    cells = {}
    for name, cell in names.items():
        markup = words(part.get(name), f"{path}.{name}")
        plain, as_markup = MARKUP.get(name, (plain_text, html_of))
        cells[cell] = plain(markup)
        if markup and as_markup(cells[cell]) != markup:
            kept.setdefault(path, {})[name] = markup
    return cells


def _keep(kept: dict[str, Any], name: str, part: dict[str, Any], used: Any) -> None:
    rest = {k: v for k, v in part.items() if k not in used and v not in (None, "")}
    if rest:
        kept.setdefault(name, {}).update(rest)


def is_shown(slide: dict[str, Any], date: HistoricalDate) -> bool:
    """Whether the numbers of a slide are those of this date."""
    names = NUMBERS if is_timed(date) else NUMBERS - set(TIME)
    shown = {n: record(slide[n], n) for n in SIDES if slide.get(n)}
    numbers = {
        name: {k: whole_number(v, k) for k, v in one.items() if k in names}
        for name, one in shown.items()
    }
    return slide_dates(date) == numbers


def is_timed(date: HistoricalDate) -> bool:
    """Whether the numbers of the date go down to its time."""
    return "hour" in slide_dates(date).get("start_date", {})


def sniff(head: str) -> bool:
    """An object with a list of events that have headlines or dates, of any age."""
    start = _SCRIPT.sub("", head.lstrip("\ufeff \t\r\n"))
    named = any(f'"{name}"' in start for name in ("headline", "start_date"))
    return start.startswith("{") and named and _SNIFF.search(start) is not None


def slide_of(event: EventRecord) -> tuple[str, dict[str, Any]]:
    """Where a slide belongs (`events`, `eras` or `undated`), and the slide."""
    values = event.values
    kept = json.loads(values["extra"]).get(NAME)
    kept = dict(kept) if isinstance(kept, dict) else {}
    kind = kept.pop("slide", "")
    slide: dict[str, Any] = {**kept, "unique_id": values["slug"]}
    slide["text"] = _with_markup(
        kept.get("text"), {"headline": values["title"], "text": values["summary"]}
    )
    media = {"url": values["media_url"]} if values["media_url"] else {}
    media |= {name: values[field] for name, field in MEDIA.items() if values[field]}
    if media or "media" in kept:
        slide["media"] = _with_markup(kept.get("media"), media)
    slide |= {"group": values["group"]} if values["group"] else {}
    slide |= {name: values[name] for name in ("status", "link") if values[name]}
    slide |= {"importance": values["importance"]} if values["importance"] else {}
    slide["timeline"] = event.timeline
    where, slide = _with_dates(event, slide, kind)
    return where, {**slide, "slide": kind} if kind and where != "eras" else slide


def _with_dates(
    event: EventRecord, slide: dict[str, Any], kind: str
) -> tuple[str, dict[str, Any]]:
    date = date_of(event)
    dates = slide_dates(date) if date else {}
    if date is not None:
        slide["dating"] = own_dating(event)
    if date is None or not dates:
        return "undated", slide
    for name, numbers in dates.items():
        kept = slide.get(name)
        slide[name] = {**kept, **numbers} if isinstance(kept, dict) else numbers
    written = (event.accepted or {})["as_written"]
    slide["display_date"] = written or wording(date)
    return ("eras" if kind == "era" and "end_date" in dates else "events"), slide


def _with_markup(kept: Any, texts: dict[str, str]) -> dict[str, Any]:
    """Words as HTML; the file's own HTML where it still shows these words."""
    kept = dict(kept) if isinstance(kept, dict) else {}
    for name, text in texts.items():
        markup = kept.get(name)
        plain, as_markup = MARKUP.get(name, (plain_text, html_of))
        shown = plain(markup) if isinstance(markup, str) else None
        if shown != text and (text or name in kept):
            kept[name] = text if name == "url" else as_markup(text)
    return kept


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """The slides in a stream; eras, title and what has no date after them."""
    later: dict[str, list[Any]] = {"eras": [], "undated": []}
    timelines: set[str] = set()
    before, far = "\n", False
    out.write('{"events": [')
    for some in events:
        for event in some:
            timelines.add(event.timeline)
            where, slide = slide_of(event)
            far = far or abs(slide.get("start_date", {}).get("year", 0)) > FAR
            if where != "events":
                later[where].append(slide)
                continue
            out.write(before + _text(slide))
            before = ",\n"
    whole = whole_of(timelines.pop(), events.using) if len(timelines) == 1 else {}
    whole |= {name: slides for name, slides in later.items() if slides}
    if far:
        whole["scale"] = "cosmological"
    whole["lost"] = list(LOSSES)
    out.write("\n]")
    for name in sorted(whole):
        out.write(f",\n{_text(name)}: {_text(whole[name])}")
    out.write("}\n")


def whole_of(slug: str, using: str) -> dict[str, Any]:
    """What goes out of a timeline: its title slide, and what its file had beside."""
    timeline = Timeline.objects.using(using).get(slug=slug)
    kept = timeline.extra.get(NAME)
    whole = dict(kept) if isinstance(kept, dict) else {}
    title = whole.get("title")
    title = dict(title) if isinstance(title, dict) else {}
    texts = {"headline": timeline.title, "text": timeline.description}
    title["text"] = _with_markup(title.get("text"), texts)
    return {**whole, "title": title}


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


LOSSES = (
    "Documents, passages and citations: a slide has no place for the words cited.",
    "Datings other than the one the event follows, with their reasons.",
    "Tags, publication, row versions and history.",
    "TimelineJS itself shows neither `status` nor the list `undated`; its dates are "
    "Gregorian, the date as written stands in `display_date` and `dating`.",
)
TIMELINEJS = Format(
    name=NAME,
    suffixes=(".timelinejs.json",),
    sniff=sniff,
    read=TimelineJSReader,
    write=write,
    losses=LOSSES,
    about="TimelineJS 3 JSON",
)
