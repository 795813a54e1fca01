"""What TimelineJS wrote before version 3: `startDate`, `asset`, `tag`; and its sheet.

A slide becomes the slide it is today, a file the file; what neither has a place for
stays beside. Dates are `2011,12,10` in JSON and 12/10/2011 in the sheet, month first,
as TimelineJS itself reads both.
"""

import re
from typing import Any

from .foreign import record, words
from .rows import Wrong

OLD_LISTS = {
    "timeline.date": "events",
    "timeline.slides": "events",
    "timeline.era": "eras",
}
PARTS = ("year", "month", "day", "hour", "minute", "second", "millisecond")
MOVED = {"startDate": "start_date", "endDate": "end_date", "tag": "group"}
MEDIA = {"media": "url"}
_COMMAS = re.compile(r"(-?\d{1,11})((?:\s*,\s*\d{1,3}){0,6})\s*,?")
_ISO = re.compile(r"([+-]?\d{4,6})-(\d{2})(?:-(\d{2}))?")
_SLASHES = re.compile(
    r"(\d{1,2})/(?:(\d{1,2})/)?(-?\d{3,6})(?:\s+(\d\d?:\d\d(?::\d\d)?))?"
)


def date_parts(text: str, column: str) -> dict[str, str]:
    """A date in one text as the numbers TimelineJS reads in it."""
    text = text.strip()
    if found := _COMMAS.fullmatch(text):
        numbers = [found[1], *re.findall(r"\d+", found[2])]
        return dict(zip(PARTS, numbers, strict=False))
    if found := _ISO.fullmatch(text):
        return {n: v for n, v in zip(PARTS, found.groups(), strict=False) if v}
    if found := _SLASHES.fullmatch(text):
        month, day, year, clock = found.groups()
        named = {"year": year, "month": month, "day": day}
        named |= dict(zip(PARTS[3:], (clock or "").split(":"), strict=False))
        return {name: number for name, number in named.items() if number}
    right = "A year, 2011,12,10 or 12/10/2011, month first."
    raise Wrong("This is not a date of TimelineJS.", right, column)


def is_old(file: Any) -> bool:
    """Whether a file has its slides in an object `timeline`."""
    old = file.get("timeline") if isinstance(file, dict) else None
    return isinstance(old, dict) and not old.keys().isdisjoint(("date", "slides"))


def file_of_today(file: dict[str, Any]) -> tuple[dict[str, Any], dict[str, str]]:
    """The file as it would be today, and where its lists stand in it."""
    old = dict(file["timeline"])
    rest = {name: value for name, value in file.items() if name != "timeline"}
    if "slides" in old:
        slides = old.pop("slides")
        return {**rest, **old, "events": slides}, {"events": "timeline.slides"}
    events, eras = old.pop("date"), old.pop("era", None)
    title = {
        name: old.pop(name) for name in ("headline", "text", "asset") if name in old
    }
    if isinstance(title.get("asset") or {}, dict):
        title = slide_of_today({"headline": "", **title})
    found = {**rest, **old, "title": title, "events": events}
    places = {"events": "timeline.date", "eras": "timeline.era"}
    return ({**found, "eras": eras} if eras else found), places


def slide_of_today(slide: dict[str, Any]) -> dict[str, Any]:
    """A slide with its dates in numbers, its words in `text`, its asset in `media`."""
    if "headline" not in slide and "startDate" not in slide:
        return slide
    found = {k: v for k, v in slide.items() if k not in ("headline", "text", "asset")}
    for old, new in MOVED.items():
        if old in found:
            value = words(found.pop(old), old)
            found[new] = date_parts(value, old) if "Date" in old and value else value
    found["text"] = {n: slide[n] for n in ("headline", "text") if n in slide}
    if asset := record(slide.get("asset"), "asset"):
        found["media"] = {MEDIA.get(name, name): v for name, v in asset.items()}
    return found
