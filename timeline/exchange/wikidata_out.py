"""Events as entities of Wikidata: a list, as its dumps are, an entity for each event.

An event that came from there keeps its id, and statements that are as they came go out
as they came. What is ours has no id: Wikidata gives one when it takes it.
"""

import re
from typing import Any, TextIO
from urllib.parse import quote, unquote

from timeline.dates import Calendar, HistoricalDate, parse_edtf

from .cited_sources import Sources, json_text, line
from .event_records import EventRecord, Values
from .outgoing import Outgoing
from .wikidata_born import Born, Claims, beside, born
from .wikidata_events import HAPPENED, OWN, said_by
from .wikidata_own import NAME as MARK
from .wikidata_own import Own, OwnEntity
from .wikidata_snaks import wrapped
from .wikidata_statements import QUOTATION, REFERENCE_URL, Statement, statements
from .wikidata_times import MODELS, told

PAGE = "https://www.wikidata.org/wiki/"
FILE = "https://commons.wikimedia.org/wiki/File:"
DESCRIBED_AT, TITLE, SECTION, IMAGE = "P973", "P1476", "P958", "P18"
ANY_LANGUAGE, NO_LANGUAGE = "mul", "und"
RANKS = {"accepted": "preferred", "rejected": "deprecated"}
_GAPS = re.compile(r",|X-[0-9]")  # some of the days between the first and the last
LONGEST = 250  # characters of a label or description that Wikidata takes


class Writer:
    """Makes entities of events, and counts what they leave out."""

    def __init__(self, events: Outgoing[list[EventRecord]]) -> None:
        self.lose, self.sources = events.lose, Sources(events)

    def entity(self, event: EventRecord) -> dict[str, Any]:
        """An event as an entity."""
        values, came = event.values, born(event)
        claims: Claims = {name: list(some) for name, some in came.claims.items()}
        rest = self._came(event, came)
        for dating in rest:
            self._add(claims, event, dating, came.kind)
        own = self._own(event, came)
        self._beside(claims, values, own)
        self._count(event, rest)
        found: dict[str, Any] = {MARK: own.written(), "type": "item"}
        if came.entity:
            found["id"] = came.entity
        found["labels"] = _term(own.label)
        found["descriptions"] = _term(values["summary"])
        return {**found, "claims": claims}

    def _own(self, event: EventRecord, came: Born) -> OwnEntity:
        """How we know the event again."""
        values = event.values
        title, link = values["title"], values["link"]
        label = came.label if title.startswith(f"{came.label} (") else title
        page = link if link == f"{PAGE}{came.entity}" else ""
        kind = "" if came.kind == OWN else came.kind[0]
        slug = values["slug"]
        return OwnEntity(event.timeline, slug, kind, title, label or title, page)

    def _came(self, event: EventRecord, came: Born) -> list[Values]:
        """Mark the statements that are as they came; the datings that are not."""
        left = dict(came.dated)
        rest = []
        for dating in event.datings:
            one, status = came.dated.get(dating["key"], (None, ""))
            if one is None or not _is_of(one, dating):
                rest.append(dating)
                continue
            del left[dating["key"]]
            rank = one.rank
            if dating["status"] != status:
                rank = _rank(dating, event.datings)
            _mark(came, one, dating, rank)
        for one, _ in left.values():
            for each in filter(None, (one, one.partner)):
                came.statement(each)[MARK] = Own(passed="yes").written()
        return rest

    def _add(
        self, claims: Claims, event: EventRecord, dating: Values, kind: tuple[str, ...]
    ) -> None:
        """A dating as statements of ours: one, or a start and an end."""
        if kind[0] == HAPPENED:
            self.lose(NOT_HAPPENED)
            return
        calendar = Calendar(dating["calendar"])
        values = told(dating["edtf_written"], calendar, kind[0])
        own = _own_dating(dating)
        made = {}
        for name, (value, qualifiers) in values.items():
            rank = _rank(dating, event.datings)
            one = {"type": "statement", "rank": rank, "mainsnak": wrapped(name, value)}
            one |= beside(qualifiers, self._references(event, dating))
            made[name] = {**one, MARK: own.written()}
            claims.setdefault(name, []).append(made[name])
            own = Own(dating=dating["key"])
        self._count_inexact(dating, calendar, made)

    def _references(
        self, event: EventRecord, dating: Values
    ) -> list[dict[str, list[Any]]]:
        """The words a dating rests on, in their document."""
        cited = (c for c in event.citations if c["key"] == dating["citation"])
        citation = next(cited, None)
        if citation is None:
            return []
        slug, key = citation["passage"]
        document = self.sources.document(slug)
        language = document.language or NO_LANGUAGE
        found: dict[str, list[Any]] = {}
        if document.source_url.startswith(("http://", "https://")):
            found[REFERENCE_URL] = [document.source_url]
        words = {TITLE: line(document.title), QUOTATION: line(citation["exact"])}
        for name, text in words.items():
            found[name] = [{"language": language, "text": text}]
        return [{**found, SECTION: [self.sources.locator(slug, key)]}]

    def _beside(self, claims: Claims, values: Values, own: OwnEntity) -> None:
        """The address and the picture of the event."""
        if (link := values["link"]) and not own.link:
            _claim(claims, DESCRIBED_AT, link)
        if media := values["media_url"]:
            name = unquote(media.removeprefix(FILE)).replace("_", " ")
            if f"{FILE}{quote(name.replace(' ', '_'))}" == media:
                _claim(claims, IMAGE, name)
            else:
                self.lose("pictures that are not files of Wikimedia Commons")

    # What is left out

    def _count(self, event: EventRecord, rest: list[Values]) -> None:
        values = event.values
        if max(len(values["title"]), len(values["summary"])) > LONGEST:
            self.lose(f"events with more words than Wikidata takes ({LONGEST})")
        written = {dating["citation"] for dating in rest}
        unsaid = sum(c["key"] not in written for c in event.citations)
        self.lose("citations that no date here rests on", unsaid)

    def _count_inexact(
        self, dating: Values, calendar: Calendar, made: dict[str, dict[str, Any]]
    ) -> None:
        """Compare the date with what others read in the statements."""
        if not dating["edtf_written"]:
            return
        if calendar not in MODELS:
            self.lose("dates of other calendars, written as Gregorian days")
            return
        read = [statements({name: [one]}, name)[0] for name, one in made.items()]
        said, date = said_by(read), parse_edtf(dating["edtf_written"], calendar)
        other = parse_edtf(said.edtf, said.calendar) if said else None
        if (
            other is None
            or _meaning(other) != _meaning(date)
            or _GAPS.search(date.edtf)
        ):
            self.lose("dates that Wikidata can say in part only")


def _is_of(one: Statement, dating: Values) -> bool:
    """Whether a dating still is what the statement says."""
    assert one.date is not None
    said = one.date.edtf, one.date.calendar.value
    return said == (dating["edtf_written"], dating["calendar"])


def _mark(came: Born, one: Statement, dating: Values, rank: str) -> None:
    """Beside a statement that is as it came: what we hold of it."""
    own = Own(status=dating["status"], reason=dating["reason"], who=dating["who"])
    for each in filter(None, (one, one.partner)):
        found = came.statement(each)
        before = each.rank if rank != each.rank else ""
        found["rank"] = rank if each is one or before else found["rank"]
        mine = Own(**{**own.written(), "rank": before}) if each is one else None
        found[MARK] = (mine or Own(rank=before)).written()


def _own_dating(dating: Values) -> Own:
    return Own(
        dating=dating["key"],
        edtf=dating["edtf_written"],
        calendar=dating["calendar"],
        as_written=dating["as_written"],
        kind=dating["kind"],
        status=dating["status"],
        reason=dating["reason"],
        who=dating["who"],
        basis=dating["calendar_basis"],
    )


def _rank(dating: Values, datings: list[Values]) -> str:
    """Of several the one that is followed is preferred; a rejected one deprecated."""
    rank = RANKS.get(dating["status"], "normal")
    return "normal" if rank == "preferred" and len(datings) == 1 else rank


def _meaning(date: HistoricalDate) -> tuple[Any, ...]:
    """The days and the doubt of a date."""
    bounds = date.start_min, date.start_max, date.end_min, date.end_max
    return (*bounds, date.start_kind, date.end_kind, date.qualifier, date.seconds)


def _claim(claims: Claims, name: str, value: Any) -> None:
    snak = wrapped(name, value)
    claims[name] = [{"type": "statement", "rank": "normal", "mainsnak": snak}]


def _term(text: str) -> dict[str, dict[str, str]]:
    """Words whose language nothing says."""
    if not text:
        return {}
    return {ANY_LANGUAGE: {"language": ANY_LANGUAGE, "value": text}}


def write(events: Outgoing[list[EventRecord]], out: TextIO) -> None:
    """A list of entities, one a line."""
    writer, before = Writer(events), "\n"
    out.write("[")
    for some in events:
        for event in some:
            parts = writer.entity(event).items()
            text = ", ".join(f'"{name}": {json_text(part)}' for name, part in parts)
            out.write(f"{before}{{{text}}}")
            before = ",\n"
    out.write("\n]\n")


NOT_HAPPENED = "datings of significant events (P793) that are not from Wikidata"
LOSSES = (
    "Documents, passages, notes and revisions; citations but as references (quotation, "
    "title, place) of the dates that rest on them.",
    "Tags, group, importance, status, media but images of Commons, publication.",
    "Times of day, sets of dates, calendars but the Gregorian and Julian, what was "
    "supplied: the whole date stands beside the statement, for us to read.",
    "Row versions and history.",
)
