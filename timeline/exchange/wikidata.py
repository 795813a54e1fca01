"""Entities of Wikidata as events of their times; docs/formats/wikidata.md.

An answer of the API or of Special:EntityData (`{"entities": …}`), one entity, or the
list of a dump, which is read in a stream. Nothing is fetched: what an entity refers to
has a name only when it is in the same file.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any
from urllib.parse import quote

from .event_rows import derived_key
from .fixture import FixtureReader
from .foreign import ForeignReader, Found, record, whole_json, words
from .formats import Format
from .rows import Row, Wrong
from .source import BadFile
from .wikidata_dates import CALENDARS, stretch_of
from .wikidata_statements import (
    END,
    POINT,
    START,
    Statement,
    date_in_qualifiers,
    listed,
    plain,
    read_date,
    reason,
    statements,
    statuses,
)

NAME = "wikidata"
PAGE = "https://www.wikidata.org/wiki/"
FILE = "https://commons.wikimedia.org/wiki/File:"
OWN = (POINT, START, END)  # the times of the entity itself
EVENTS = {
    "P569": "date of birth",
    "P1636": "date of baptism",
    "P570": "date of death",
    "P4602": "date of burial or cremation",
    "P571": "inception",
    "P576": "dissolved, abolished or demolished",
    "P577": "publication date",
    "P575": "time of discovery or invention",
    "P1191": "date of first performance",
    "P1249": "time of earliest written record",
    "P1619": "date of official opening",
    "P3999": "date of official closure",
    "P1317": "floruit",
}
HAPPENED = "P793"  # significant event: its date stands in qualifiers
MOST_NOTES = 500
_ID = re.compile(r"Q[1-9][0-9]{0,11}")
_SNIFF = re.compile(r'"id"\s*:\s*"Q[0-9]+"')
CALENDAR_NAMES = {calendar: model for model, calendar in CALENDARS.items()}


class _Listed(FixtureReader):
    """The entities of a list, in a stream."""

    made = staticmethod(lambda value, line, path, raw: (value, line, path))


class WikidataReader(ForeignReader):
    """The events of the entities of a file."""

    lacks_ids = False

    def found(self) -> Iterator[Found | Row]:
        """An event for each time of an entity that the table above names."""
        self.labels: dict[str, str] = {}
        self.left: Counter[str] = Counter()
        languages = (self.defaults.language, self.defaults.language.partition("-")[0])
        self.languages = dict.fromkeys((*filter(None, languages), "mul", "en"))
        for entity in self._entities():
            if isinstance(entity, Row):
                yield entity
                continue
            value, line, path = entity
            try:
                yield from self._events(record(value, ""), line)
            except Wrong as error:
                yield self.refused(path, value, error, line)
        for what, count in self.left.most_common(MOST_NOTES):
            self.notes.append(f"{what}: {count:,}.")

    def _entities(self) -> Iterator[Any]:
        if self.source.head_text().lstrip().startswith("["):
            yield from _Listed(self.source, self.defaults)
            return
        file = whole_json(self.source)
        if isinstance(file, dict) and "entities" not in file and "id" in file:
            file = {"entities": [file]}
        entities = file.get("entities") if isinstance(file, dict) else None
        if isinstance(entities, dict):
            entities = list(entities.values())
        if not isinstance(entities, list):
            right = '{"entities": {"Q42": { … }}}, one entity, or a list of them.'
            raise BadFile("There are no entities.", right, column="entities")
        for entity in entities:
            if isinstance(entity, dict) and isinstance(entity.get("id"), str):
                self.labels[entity["id"]] = self._text(entity, "labels")
        for number, entity in enumerate(entities):
            yield entity, None, f"entities[{number}]"

    def _text(self, entity: dict[str, Any], name: str) -> str:
        """A label or description: in the language chosen, for all, or in English."""
        texts = entity.get(name)
        for language in self.languages if isinstance(texts, dict) else ():
            found = texts.get(language)
            if isinstance(found, dict) and isinstance(found.get("value"), str):
                return found["value"]
        return ""

    def _events(
        self, entity: dict[str, Any], line: int | None
    ) -> Iterator[Found | Row]:
        name = words(entity.get("id"), "id")
        if "missing" in entity or entity.get("type", "item") != "item":
            self.left["Entities that are no items, or missing"] += 1
            return
        if not _ID.fullmatch(name):
            raise Wrong("This is no id of an item.", "As Q42.", "id")
        claims = record(entity.get("claims") or None, "claims")
        self._count_others(claims)
        kinds = [OWN] if claims.keys() & set(OWN) else []
        kinds += [(property_,) for property_ in EVENTS if property_ in claims]
        if not kinds and HAPPENED not in claims:
            self.left["Items without a date that is taken"] += 1
        for kind in kinds:
            yield from self._made(entity, kind, line, self._one, kind)
        happened = listed(claims.get(HAPPENED), f"claims.{HAPPENED}")
        for number in range(len(happened)):
            yield from self._made(
                entity, (HAPPENED,), line, self._happened, HAPPENED, number
            )

    def _made(
        self, entity: dict[str, Any], kind: Any, line: int | None, make: Any, *what: Any
    ) -> Iterator[Found | Row]:
        """One event, or the row that says what is wrong with it."""
        names = ("id", "type", "labels", "descriptions")
        raw = {name: entity[name] for name in names if name in entity}
        claims = {n: c for n, c in entity["claims"].items() if n in kind}
        raw["claims"], path = claims, f"{entity['id']}.{kind[0]}"
        try:
            found = make(entity, *what)
        except Wrong as error:
            yield self.refused(path, raw, error, line)
            return
        if found is not None:
            found.path, found.raw, found.line = path, raw, line
            yield found

    def _count_others(self, claims: dict[str, Any]) -> None:
        taken = {*OWN, *EVENTS, HAPPENED}
        for name, some in claims.items():
            if name in taken or not isinstance(some, list) or not some:
                continue
            first = some[0] if isinstance(some[0], dict) else {}
            snak = first.get("mainsnak")
            if isinstance(snak, dict) and snak.get("datatype") == "time":
                self.left[f"Dates of {name}, which are not taken"] += len(some)

    def _one(self, entity: dict[str, Any], kind: tuple[str, ...]) -> Found | None:
        """The event of one kind of time: all its statements are datings of it."""
        name = entity["id"]
        by = {p: statements(entity["claims"], p) for p in kind}
        found = [one for some in by.values() for one in some]
        dated = [one for one in by.get(POINT, by[kind[0]]) if self._is_dated(name, one)]
        if kind == OWN:
            dated += self._stretches(name, by[START], by[END])
        if not dated and all(one.kind == "novalue" for one in found):
            return None
        what = "" if kind == OWN else EVENTS[kind[0]]
        slug = name if kind == OWN else f"{name}-{kind[0]}"
        return self._event(entity, slug, what, dated, [one.kept for one in found])

    def _is_dated(self, name: str, one: Statement) -> bool:
        """Read the date of a statement; one that has none is told."""
        one.date = read_date(one)
        if one.date is None:
            told = "no value" if one.kind == "novalue" else "an unknown value"
            self._note(f"{name} {one.path}: {told}.")
        return one.date is not None

    def _stretches(
        self, name: str, starts: list[Statement], ends: list[Statement]
    ) -> list[Statement]:
        """Start and end as one dating; each by itself where one of them is doubtful."""
        start, end = self._only(name, starts), self._only(name, ends)
        others = [one for one in (*starts, *ends) if one not in (start, end)]
        dates = [
            read_date(one) if one and self._is_dated(name, one) else None
            for one in (start, end)
        ]
        dated = []
        if (lead := start or end) and any(dates):
            lead.date = stretch_of(*dates, end is not None and end.kind == "novalue")
            lead.partner = end if lead is start else None
            dated.append(lead)
        for one in others:
            if self._is_dated(name, one):
                sides = (one.date, None) if one in starts else (None, one.date)
                one.date = stretch_of(*sides, False)
                dated.append(one)
        return dated

    def _only(self, name: str, some: list[Statement]) -> Statement | None:
        """The one statement of the best rank; of several none is chosen."""
        best = [one for one in some if one.rank == some[0].rank]
        if not best or best[0].rank == "deprecated":
            return None
        if len(best) > 1:
            self._note(f"{name} {best[0].path}: {len(best)} of the same rank.")
            return None
        return best[0]

    def _happened(self, entity: dict[str, Any], name: str, number: int) -> Found | None:
        """A significant event, whose date stands in its qualifiers."""
        claims = {name: [entity["claims"][name][number]]}
        (one,) = statements(claims, name)
        one.date = date_in_qualifiers(one)
        if one.date is None:
            self.left["Significant events (P793) without a date"] += 1
            return None
        value = str(plain(one.snak, f"{one.path}.mainsnak"))
        key = derived_key("", f"${one.id}")[:9]
        slug = f"{entity['id']}-{name}-{key}"
        label = self.labels.get(value) or value
        return self._event(entity, slug, label, [one], [one.kept])

    def _event(
        self,
        entity: dict[str, Any],
        slug: str,
        what: str,
        dated: list[Statement],
        kept: list[Any],
    ) -> Found:
        name = entity["id"]
        label = self._text(entity, "labels") or name
        cells = {"id": slug, "title": f"{label} ({what})" if what else label}
        cells |= {"description": self._text(entity, "descriptions")}
        cells["url"] = f"{PAGE}{name}"
        if image := _image(entity["claims"]):
            cells["media_url"] = f"{FILE}{quote(image.replace(' ', '_'))}"
        given = statuses(dated)
        if dated and not {"accepted", "rejected"} & set(given):
            self._note(f"{slug}: the dates contradict each other; none is followed.")
        pairs = zip(dated, given, strict=True)
        datings = [self._dating(slug, one, status) for one, status in pairs]
        extra = {NAME: {"entity": name, "statements": kept}}
        return Found("", cells, extra, {"datings": datings})

    def _dating(self, slug: str, one: Statement, status: str) -> dict[str, Any]:
        assert one.date is not None
        timeline = self.defaults.timeline or self.defaults.document
        model = CALENDAR_NAMES[one.date.calendar]
        return {
            "key": derived_key(timeline, f"{slug}${one.id}"),
            "edtf_written": one.date.edtf,
            "calendar": one.date.calendar.value,
            "_calendar_basis": f"Wikidata names the calendar ({model}).",
            "_status": status,
            "_reason": self._why(one),
            "_who": self.defaults.who,
        }

    def _why(self, one: Statement) -> str:
        told = [reason(each, self.labels) for each in (one, one.partner) if each]
        return " ".join(filter(None, told))

    def _note(self, text: str) -> None:
        if len(self.notes) < MOST_NOTES:
            self.notes.append(text)
        else:
            self.left["More notes like these"] += 1

    def rejected(self, row: Row) -> str:
        """The entity with the statements of this event."""
        return json.dumps(row.raw, ensure_ascii=False)


def _image(claims: dict[str, Any]) -> str:
    """The name of the file of an image, for its page."""
    if not claims.get("P18"):
        return ""
    name = statements(claims, "P18")[0].kept["value"]
    return name if isinstance(name, str) else ""


def sniff(head: str) -> bool:
    """Items with labels or claims."""
    start = head.lstrip("\ufeff \t\r\n")
    named = '"claims"' in start or '"labels"' in start
    return start[:1] in ("{", "[") and named and _SNIFF.search(start) is not None


WIKIDATA = Format(
    name=NAME,
    suffixes=(".wikidata.json",),
    sniff=sniff,
    read=WikidataReader,
    about="entities of Wikidata (JSON)",
)
