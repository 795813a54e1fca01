"""Events as TEI: an `event` each, its datings in `desc`, its citations in `cit`.

`when` and its like are Gregorian for every reader of TEI; `when-custom` is the date in
EDTF, in the calendar it was written in, and is what we read back. What TEI has no words
for stands as JSON in a `note`.
"""

import json
from collections.abc import Iterable
from typing import Any, TextIO
from urllib.parse import quote

from timeline.dates import Calendar, Shape, parse_edtf
from timeline.passages import state_of

from .event_cells import CITATION, DATING, PLAIN_DATING
from .event_records import EventRecord, Values
from .tables import BY_NAME
from .tei_stream import CITED, OURS
from .tei_write import NO_XML, is_name, tag, text
from .tei_xml import TEI
from .written_dates import Parts, ends, parts

EVENT = BY_NAME["event"]
PLAIN_CITATION = {"role": "witness", "note": "", "lost_in": None}
PRIVATE = {"editor_note"}  # between editors; in our own formats only
SAID = {"key", "timeline_id", "slug", "title", "summary", "link", "version"}
TEXTS = ("title", "summary", "link")
_ESCAPED = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def event_of(event: EventRecord) -> str:
    """An event with its datings, citations and tags."""
    values, more = event.values, _more(event)
    name = f"{event.timeline}.{values['slug']}"
    attributes = {"xml:id": name if is_name(name) else "", "n": values["slug"]}
    if NO_XML.search(values["slug"]):
        more["slug"] = values["slug"]
    accepted = event.accepted
    attributes |= dated(accepted) if accepted else {}
    inside = [f"\n<label>{text(values['title'])}</label>"]
    if values["summary"]:
        inside.append(f"\n<desc>{text(values['summary'])}</desc>")
    inside += [_dating(dating) for dating in event.datings]
    inside += [_citation(citation) for citation in event.citations]
    if values["link"]:
        pointer = tag("ptr", {"target": values["link"]})
        inside.append(f'\n<bibl type="link">{pointer}</bibl>')
    inside += [_tag(*one) for one in event.tags]
    if more:
        inside.append(f'\n<note type="more">{text(as_json(more))}</note>')
    return tag("event", attributes, "".join(inside) + "\n") + "\n"


def _dating(dating: Values) -> str:
    """A dating: its words; its date unless that is the event's own."""
    is_accepted = dating["status"] == "accepted"
    words = text(dating["as_written"])
    if words and dating["kind"] == "misprint":
        words = f"<sic>{words}</sic>"
    date = tag("date", {} if is_accepted else dated(dating), words)
    attributes = {"type": "dating", "subtype": dating["status"], "n": dating["key"]}
    if dating["citation"]:
        attributes["source"] = f"#{CITED}{dating['citation']}"
    return "\n" + tag("desc", attributes, date)


def _citation(citation: Values) -> str:
    """A citation: the words, and the passage they stand in."""
    document, passage = citation["passage"]
    target = f"documents/{quote(document)}#{quote(passage)}"
    cited = f"<cit><quote>{text(citation['exact'])}</quote>"
    cited += tag("ptr", {"target": target}) + "</cit>"
    role = citation["role"]
    key = citation["key"]
    attributes = {"type": "citation", "subtype": role, "n": key}
    attributes["xml:id"] = f"{CITED}{key}"
    return "\n" + tag("note", attributes, cited)


def _tag(kind: str, slug: str, name: str) -> str:
    attributes = {"type": "tag", "subtype": kind, "n": slug}
    return "\n" + tag("note", attributes, text(name))


def _more(event: EventRecord) -> dict[str, Any]:
    """What the elements do not say."""
    values = event.values
    more: dict[str, Any] = {}
    own = {
        name: json.loads(values[name]) if name in EVENT.json_columns else values[name]
        for name in EVENT.columns
        if name not in SAID | PRIVATE and values[name] != EVENT.defaults[name]
    }
    own |= {name: values[name] for name in TEXTS if NO_XML.search(values[name])}
    datings = {d["key"]: rest for d in event.datings if (rest := _own_dating(d))}
    citations = {c["key"]: _own_citation(c) for c in event.citations}
    tags = [list(one) for one in event.tags if NO_XML.search(one[2])]
    found = {"event": own, "datings": datings, "citations": citations, "tags": tags}
    more |= {name: value for name, value in found.items() if value}
    return more


def _own_dating(dating: Values) -> Values:
    """What the element does not say of a dating."""
    own = {
        name: dating[name]
        for name, plain in PLAIN_DATING.items()
        if name != "as_written" and dating[name] != plain
    }
    if "supplied" in own:
        own["supplied"] = json.loads(own["supplied"])
    if NO_XML.search(dating["as_written"]):
        own["as_written"] = dating["as_written"]
    if not dating["edtf_written"]:
        own["calendar"] = dating["calendar"]
    return {name: own[name] for name in DATING if name in own}


def _own_citation(citation: Values) -> Values:
    """What the element does not say of a citation."""
    own = {name: citation[name] for name in ("prefix", "suffix", "start", "end")}
    own |= {n: citation[n] for n, p in PLAIN_CITATION.items() if citation[n] != p}
    own.pop("role", None)
    if citation["quoted"] != citation["exact"] or citation["state"] == "lost":
        own["quoted"] = citation["quoted"]
    if citation["state"] != state_of(citation["quoted"], citation["exact"]).value:
        own["state"] = citation["state"]
    if NO_XML.search(citation["exact"]):
        own["exact"] = citation["exact"]
    return {name: own[name] for name in CITATION if name in own}


def as_json(value: Any) -> str:
    """JSON in one line, with no character that XML forbids."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True).translate(_ESCAPED)


# Dates


def dated(dating: Values) -> dict[str, str]:
    """The dating attributes of a date."""
    if not dating["edtf_written"]:
        return {}
    calendar = dating["calendar"]
    date = parse_edtf(dating["edtf_written"], Calendar(calendar))
    method = f"#{pointer_of(calendar)}"
    shown: dict[str, str] = {}
    if date.shape is Shape.INTERVAL:
        start, end = ends(date)
        both = end is not None or date.start_min is None or date.end_max is None
        names = ("from", "to") if both else ("when", "")
        shown = {n: w3c(p) for n, p in zip(names, (start, end), strict=True) if n and p}
    elif date.shape is not Shape.ALL_OF:
        start, end = ends(date)
        first, last = date.start_min, date.end_max
        if start and end is None and first is not None and last is not None:
            shown = {"when": w3c(start)}
        else:
            shown = {"notBefore": w3c(parts(first))} if first is not None else {}
            shown |= {"notAfter": w3c(parts(last))} if last is not None else {}
    if date.qualifier.value in ("uncertain", "both"):
        shown["cert"] = "low"
    if date.qualifier.value in ("approximate", "both"):
        shown["precision"] = "low"
    shown |= {"when-custom": date.edtf_written, "datingMethod": method}
    return {**shown, "calendar": method}


def w3c(part: Parts) -> str:
    """A year, month or day by W3C XML Schema 1.0: no year 0, -0001 is 1 BC."""
    year = part.year if part.year > 0 else part.year - 1
    written = f"-{-year:04d}" if year < 0 else f"{year:04d}"
    rest = (f"{each:02d}" for each in part[1:] if each)
    return "-".join((written, *rest))


def pointer_of(calendar: str) -> str:
    """The `xml:id` of a calendar."""
    return calendar.replace("_", "-")


# The file


def head(losses: Iterable[str]) -> str:
    """All that stands before the events."""
    lost = "".join(f"<p>Not in this file: {text(loss)}</p>\n" for loss in losses)
    described = "".join(
        f'<calendar xml:id="{pointer_of(calendar.value)}">'
        f"<p>{calendar.label} calendar; when-custom is EDTF (ISO 8601-2) in it, with "
        "a year 0</p></calendar>\n"
        for calendar in Calendar
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<TEI xmlns="{TEI}">\n<teiHeader>\n<fileDesc>\n'
        "<titleStmt><title>Events</title></titleStmt>\n"
        "<publicationStmt><p>Exported.</p></publicationStmt>\n"
        "<sourceDesc><p>Each event names its sources.</p></sourceDesc>\n"
        "</fileDesc>\n<encodingDesc>\n<appInfo>"
        f'<application ident="{OURS}" version="1.0"><label>{OURS}</label>'
        f"</application></appInfo>\n<editorialDecl>\n{lost}</editorialDecl>\n"
        f"</encodingDesc>\n<profileDesc>\n<calendarDesc>\n{described}"
        "</calendarDesc>\n</profileDesc>\n</teiHeader>\n<standOff>\n"
    )


def frame(calendars: dict[str, str]) -> str:
    """The beginning of a file of other people's events, with its calendars."""
    described = "".join(
        tag("calendar", {"xml:id": name}, f"<p>{text(words.strip())}</p>")
        for name, words in calendars.items()
    )
    root = f'<TEI xmlns="{TEI}">\n'
    if not described:
        return root
    desc = tag("calendarDesc", {}, described)
    return f"{root}<teiHeader><profileDesc>{desc}</profileDesc></teiHeader>\n"


FOOT = "</standOff>\n</TEI>\n"


def list_of(timeline: str) -> str:
    """The beginning of a timeline's events."""
    if not timeline:
        return "<listEvent>\n"
    return f'<listEvent type="timeline" n="{timeline}">\n'


def write(
    events: Iterable[list[EventRecord]], out: TextIO, losses: Iterable[str]
) -> None:
    """The events in a stream, a list for each timeline."""
    out.write(head(losses))
    timeline = None
    for some in events:
        for event in some:
            if event.timeline != timeline:
                out.write("</listEvent>\n" if timeline is not None else "")
                out.write(list_of(event.timeline))
                timeline = event.timeline
            out.write(event_of(event))
    out.write("</listEvent>\n" if timeline is not None else "<listEvent/>\n")
    out.write(FOOT)
