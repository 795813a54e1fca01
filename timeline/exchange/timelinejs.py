"""TimelineJS 3 JSON: slides with a date, words and media; docs/formats/timelinejs.md.

Eras come in as events. The title slide names a timeline that is new; it and whatever
else the file says about the whole are kept in `extra` of the first event.
"""

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, TextIO

from timeline.dates import Calendar, DateError, HistoricalDate, parse_edtf
from timeline.models import Timeline

from .event_records import EventRecord
from .foreign import (
    ForeignReader,
    Found,
    address,
    html_of,
    plain_text,
    record,
    records_in,
    whole_json,
    words,
)
from .formats import Format
from .rows import Item, Row, Wrong
from .source import BadFile
from .timelinejs_dates import FAR, NUMBERS, cells_of_dates, slide_dates
from .written_dates import date_of, own_dating, wording

NAME = "timelinejs"
MEDIA = {"caption": "media_caption", "credit": "media_credit", "alt": "media_alt"}
TEXTS = {"headline": "title", "text": "description"}
KEEPS = "keeps_file"
OWN = ("status", "importance", "link", "timeline")
_SNIFF = re.compile(r'"(?:events|eras)"\s*:\s*\[')


class TimelineJSReader(ForeignReader):
    """The slides of a file, then its eras."""

    opening, closing = '{"events": [\n', "\n]}\n"

    def found(self) -> Iterator[Found | Row]:
        """Each slide and era as an event."""
        file = whole_json(self.source)
        if not isinstance(file, dict) or "events" not in file:
            right = '{"events": [ … ], "title": { … }}'
            raise BadFile("There is no list “events”.", right, column="events")
        lists = {name: records_in(file[name], name) for name in _lists(file)}
        skipped = {*lists, "lost"}
        whole = {k: v for k, v in file.items() if k not in skipped and v}
        yield from self._timeline(whole)
        keeper = _keeper(lists)
        for name, slides in lists.items():
            for number, slide in enumerate(slides):
                path = f"{name}[{number}]"
                try:
                    found = self._found(slide, path, "era" if name == "eras" else "")
                except Wrong as error:
                    yield self.refused(path, slide, error)
                    keeper = "" if path == keeper else keeper
                    continue
                if whole and keeper in (path, ""):
                    found.extra.setdefault(NAME, {})["file"], whole = whole, {}
                yield found

    def _timeline(self, whole: dict[str, Any]) -> Iterator[Row]:
        """The title slide names the timeline, when the timeline is new."""
        slug = self.defaults.timeline or self.defaults.document
        title = whole.get("title")
        text = title.get("text") if isinstance(title, dict) else None
        if not slug or not isinstance(text, dict):
            return
        headline = plain_text(str(text.get("headline") or "")).strip()
        if 0 < len(headline) <= 500:
            fields = {"slug": slug, "title": headline}
            fields["description"] = plain_text(str(text.get("text") or ""))
            row = Row(None, [Item("timeline", fields, ensured=True)], path="title")
            row.counted = False
            yield row

    def _found(self, slide: Any, path: str, kind: str) -> Found:
        return found_in_slide(record(slide, ""), path, kind, self.notes)


def _lists(file: dict[str, Any]) -> list[str]:
    """The names that hold events; `undated` is where our export puts those."""
    return [name for name in ("events", "eras", "undated") if name in file]


def _keeper(lists: dict[str, list[Any]]) -> str:
    """The slide that keeps what is said of the whole: as before, or the first."""
    paths = [
        (f"{n}[{i}]", slide)
        for n, all_ in lists.items()
        for i, slide in enumerate(all_)
    ]
    kept = [p for p, slide in paths if isinstance(slide, dict) and slide.get(KEEPS)]
    return next(iter(kept or [path for path, _ in paths]), "")


def found_in_slide(
    slide: dict[str, Any], path: str, kind: str, notes: list[str]
) -> Found:
    """A slide as the cells of a row, and what the cells have no place for."""
    kept: dict[str, Any] = {"slide": kind} if kind else {}
    cells = {"id": words(slide.get("unique_id"), "unique_id").strip()}
    text, media = (record(slide.get(name), name) for name in ("text", "media"))
    cells |= _markup(text, TEXTS, "text", kept)
    cells["title"] = " ".join(cells["title"].split())
    if not cells["title"]:
        cells["title"] = _title_from(cells["description"], media)
    _keep(kept, "text", text, TEXTS)
    cells |= _markup(media, MEDIA, "media", kept)
    cells["media_url"] = address(media.get("url"), "media.url")
    if media.get("url") and not cells["media_url"]:
        kept.setdefault("media", {})["url"] = media["url"]
    _keep(kept, "media", media, {"url", *MEDIA})
    cells["group"] = words(slide.get("group"), "group").strip()
    dated, display, rest = cells_of_dates(slide, notes, path)
    own = own_date(slide)
    if own is not None:
        dated = {"date": own.edtf_written, "calendar": own.calendar.value}
        if display == wording(own):
            display = ""
    cells |= dated
    kept |= rest
    for name in OWN:
        if slide.get(name) not in (None, ""):
            cells["url" if name == "link" else name] = words(slide[name], name)
    used = {"unique_id", "text", "media", "group", "start_date", "end_date"}
    used |= {"display_date", "dating", KEEPS, *OWN}
    kept |= {k: v for k, v in slide.items() if k not in used and v not in (None, "")}
    more = {"dating": {"as_written": display}} if display and dated else {}
    extra = {NAME: kept} if kept else {}
    return Found(path, cells, extra, more, slide, ours=own is not None)


def _markup(
    part: dict[str, Any], names: dict[str, str], path: str, kept: dict[str, Any]
) -> dict[str, str]:
    """HTML as words; kept as it is where the words alone would not give it back."""
    cells = {}
    for name, cell in names.items():
        markup = words(part.get(name), f"{path}.{name}")
        cells[cell] = plain_text(markup)
        if markup and html_of(cells[cell]) != markup:
            kept.setdefault(path, {})[name] = markup
    return cells


def _title_from(description: str, media: dict[str, Any]) -> str:
    """A slide without a headline is named by the first words it shows."""
    text = " ".join(
        (description or plain_text(str(media.get("caption") or ""))).split()
    )
    return text if len(text) <= 80 else f"{text[:79]}…"


def _keep(kept: dict[str, Any], name: str, part: dict[str, Any], used: Any) -> None:
    rest = {k: v for k, v in part.items() if k not in used and v not in (None, "")}
    if rest:
        kept.setdefault(name, {}).update(rest)


def own_date(slide: dict[str, Any]) -> HistoricalDate | None:
    """The date we wrote ourselves, if it still is what the slide shows."""
    own = slide.get("dating")
    try:
        date = parse_edtf(own["edtf_written"], Calendar(own["calendar"]))  # type: ignore[index]
    except (KeyError, DateError, ValueError, TypeError, AttributeError):
        return None
    shown = {n: slide[n] for n in ("start_date", "end_date") if slide.get(n)}
    numbers = {
        n: {k: v for k, v in d.items() if k in NUMBERS} for n, d in shown.items()
    }
    return date if slide_dates(date) == numbers else None


def sniff(head: str) -> bool:
    """An object with a list of events that have headlines or dates."""
    start = head.lstrip("\ufeff \t\r\n")
    named = '"headline"' in start or '"start_date"' in start
    return start.startswith("{") and named and _SNIFF.search(start) is not None


def slide_of(event: EventRecord) -> tuple[str, dict[str, Any]]:
    """Where a slide belongs (`events`, `eras` or `undated`), and the slide."""
    values = event.values
    kept = json.loads(values["extra"]).get(NAME)
    kept = dict(kept) if isinstance(kept, dict) else {}
    keeps = {KEEPS: True} if kept.pop("file", None) else {}
    kind = kept.pop("slide", "")
    slide: dict[str, Any] = {"unique_id": values["slug"], **kept, **keeps}
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
    return _with_dates(event, slide, kind)


def _with_dates(
    event: EventRecord, slide: dict[str, Any], kind: str
) -> tuple[str, dict[str, Any]]:
    date = date_of(event)
    dates = slide_dates(date) if date else {}
    if date is None or not dates:
        return "undated", slide
    for name, numbers in dates.items():
        kept = slide.get(name)
        slide[name] = {**kept, **numbers} if isinstance(kept, dict) else numbers
    written = (event.accepted or {})["as_written"]
    slide["display_date"] = written or wording(date)
    slide["dating"] = own_dating(event)
    return ("eras" if kind == "era" and "end_date" in dates else "events"), slide


def _with_markup(kept: Any, texts: dict[str, str]) -> dict[str, Any]:
    """Words as HTML; the file's own HTML where it still shows these words."""
    kept = dict(kept) if isinstance(kept, dict) else {}
    for name, text in texts.items():
        markup = kept.get(name)
        shown = plain_text(markup) if isinstance(markup, str) else None
        if name == "headline" and shown is not None:
            shown = " ".join(shown.split())
        if shown != text and (text or name in kept):
            kept[name] = text if name == "url" else html_of(text)
    return kept


def write(events: Iterable[list[EventRecord]], out: TextIO) -> None:
    """The slides in a stream; eras, title and what has no date after them."""
    whole: dict[str, Any] = {}
    later: dict[str, list[Any]] = {"eras": [], "undated": []}
    timelines: set[str] = set()
    before, far = "\n", False
    out.write('{"events": [')
    for some in events:
        for event in some:
            timelines.add(event.timeline)
            kept = json.loads(event.values["extra"]).get(NAME)
            if isinstance(kept, dict) and isinstance(kept.get("file"), dict):
                whole = whole or kept["file"]
            where, slide = slide_of(event)
            far = far or abs(slide.get("start_date", {}).get("year", 0)) > FAR
            if where != "events":
                later[where].append(slide)
                continue
            out.write(before + _text(slide))
            before = ",\n"
    whole = {**whole, **{name: slides for name, slides in later.items() if slides}}
    if far:
        whole["scale"] = "cosmological"
    if len(timelines) == 1:
        whole["title"] = _title(timelines.pop(), whole.get("title"))
    whole["lost"] = list(LOSSES)
    out.write("\n]")
    for name in sorted(whole):
        out.write(f",\n{_text(name)}: {_text(whole[name])}")
    out.write("}\n")


def _title(slug: str, kept: Any) -> dict[str, Any]:
    """The title slide: the timeline's own title, with what the file had beside it."""
    timeline = Timeline.objects.get(slug=slug)
    slide = dict(kept) if isinstance(kept, dict) else {}
    texts = {"headline": timeline.title, "text": timeline.description}
    slide["text"] = _with_markup(slide.get("text"), texts)
    return slide


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
