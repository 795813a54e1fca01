"""Entities of Wikidata as events of their times, in and out; docs/formats/wikidata.md.

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
from .wikidata_born import ID, NAME
from .wikidata_events import (
    CALENDAR_NAMES,
    EVENTS,
    HAPPENED,
    OWN,
    Times,
    dating_fields,
    key_of,
    times_of,
)
from .wikidata_out import DESCRIBED_AT, FILE, IMAGE, LOSSES, PAGE, write
from .wikidata_own import NAME as MARK
from .wikidata_own import OwnEntity, own_of_entity
from .wikidata_snaks import listed, plain
from .wikidata_statements import Statement, reason, statements

BESIDE = (IMAGE, DESCRIBED_AT)
MOST_NOTES = 500
_SNIFF = re.compile(rf'"id"\s*:\s*"Q[0-9]+"|"{MARK}"')


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
        name, own = words(entity.get("id"), "id"), own_of_entity(entity)
        if "missing" in entity or entity.get("type", "item") != "item":
            self.left["Entities that are no items, or missing"] += 1
            return
        if not ID.fullmatch(name) and (name or own is None):
            raise Wrong("This is no id of an item.", "As Q42.", "id")
        if "claims" not in entity and entity.get("statements"):
            right = f"“claims”, as in Special:EntityData/{name}.json."
            raise Wrong("This is an answer of the REST API.", right, "statements")
        claims = record(entity.get("claims") or None, "claims")
        entity = {**entity, "claims": claims}
        if own is not None:
            yield from self._own(entity, own, line)
            return
        self._count_others(claims)
        kinds = [OWN] if claims.keys() & set(OWN) else []
        kinds += [(property_,) for property_ in EVENTS if property_ in claims]
        if not kinds and HAPPENED not in claims:
            self.left["Items without a date that is taken"] += 1
        for kind in kinds:
            yield from self._made(entity, kind, line, self._one, kind)
        happened = listed(claims.get(HAPPENED), f"claims.{HAPPENED}")
        for number in range(len(happened)):
            yield from self._made(entity, (HAPPENED,), line, self._happened, number)

    def _own(
        self, entity: dict[str, Any], own: OwnEntity, line: int | None
    ) -> Iterator[Found | Row]:
        """The one event that we wrote an entity for."""
        if own.kind == HAPPENED and entity["claims"].get(HAPPENED):
            yield from self._made(entity, (HAPPENED,), line, self._happened, 0, own)
        else:
            kind = (own.kind,) if own.kind in EVENTS else OWN
            yield from self._made(entity, kind, line, self._one, kind, own)

    def _made(
        self, entity: dict[str, Any], kind: Any, line: int | None, make: Any, *what: Any
    ) -> Iterator[Found | Row]:
        """One event, or the row that says what is wrong with it."""
        names = (MARK, "id", "type", "labels", "descriptions")
        raw = {name: entity[name] for name in names if name in entity}
        claims = {n: c for n, c in entity["claims"].items() if n in (*kind, *BESIDE)}
        raw["claims"], path = claims, f"{entity.get('id', 'claims')}.{kind[0]}"
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

    def _one(
        self,
        entity: dict[str, Any],
        kind: tuple[str, ...],
        own: OwnEntity | None = None,
    ) -> Found | None:
        """The event of one kind of time: all its statements are datings of it."""
        name = words(entity.get("id"), "id")
        times = times_of(
            entity["claims"], kind, lambda told: self._note(f"{name} {told}")
        )
        if own is None and times.is_none:
            return None
        what = "" if kind == OWN else EVENTS[kind[0]]
        slug = name if kind == OWN else f"{name}-{kind[0]}"
        return self._event(entity, slug, what, times, own)

    def _happened(
        self, entity: dict[str, Any], number: int, own: OwnEntity | None = None
    ) -> Found | None:
        """A significant event, whose date stands in its qualifiers."""
        claims = {HAPPENED: [entity["claims"][HAPPENED][number]]}
        times = times_of(claims, (HAPPENED,), self._note)
        if own is None and not times.dated:
            self.left["Significant events (P793) without a date"] += 1
            return None
        (one,) = times.theirs
        value = str(plain(one.snak, f"{one.path}.mainsnak"))
        key = derived_key("", f"${one.id}")[:9]
        slug = f"{entity['id']}-{HAPPENED}-{key}"
        label = self.labels.get(value) or value
        return self._event(entity, slug, label, times, own)

    def _event(
        self,
        entity: dict[str, Any],
        slug: str,
        what: str,
        times: Times,
        own: OwnEntity | None,
    ) -> Found:
        name = words(entity.get("id"), "id")
        label = self._text(entity, "labels") or name
        slug = own.slug if own else slug
        title = f"{label} ({what})" if what else label
        if own is not None:
            title = own.title if own.title and own.label == label else label
        cells = {"id": slug, "title": title}
        cells |= {"description": self._text(entity, "descriptions")}
        cells["url"] = _link(entity, own) if own else f"{PAGE}{name}"
        if image := _text_of(entity["claims"], IMAGE):
            cells["media_url"] = f"{FILE}{quote(image.replace(' ', '_'))}"
        if own is not None:
            cells["timeline"] = own.timeline
        extra: dict[str, Any] = {"entity": name} if name else {}
        if times.theirs:
            extra["statements"] = [one.kept for one in times.theirs]
        if name and title.startswith(f"{label} ("):
            extra["label"] = label
        datings = self._datings(slug, times, own)
        return Found("", cells, {NAME: extra} if extra else {}, {"datings": datings})

    def _datings(
        self, slug: str, times: Times, own: OwnEntity | None
    ) -> list[dict[str, Any]]:
        timeline = self.defaults.timeline or (own.timeline if own else "")
        timeline = timeline or self.defaults.document
        given = times.statuses()
        if (
            given
            and not times.ours
            and not {"accepted", "rejected"} & {s for _, s in given}
        ):
            self._note(f"{slug}: the dates contradict each other; none is followed.")
        found = [self._dating(timeline, slug, one, status) for one, status in given]
        for one in times.ours:
            assert own is not None
            key = key_of(one.own, timeline, own.timeline, slug)
            found.append(dating_fields(one, key))
        return found

    def _dating(
        self, timeline: str, slug: str, one: Statement, status: str
    ) -> dict[str, Any]:
        assert one.date is not None
        model = CALENDAR_NAMES[one.date.calendar]
        return {
            "key": derived_key(timeline, f"{slug}${one.id}"),
            "edtf_written": one.date.edtf,
            "calendar": one.date.calendar.value,
            "_calendar_basis": f"Wikidata names the calendar ({model}).",
            "_status": status,
            "_reason": one.own.reason or self._why(one),
            "_who": one.own.who or self.defaults.who,
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


def _text_of(claims: dict[str, Any], name: str) -> str:
    """The words of the first statement of a property."""
    if not claims.get(name):
        return ""
    value = statements(claims, name)[0].kept["value"]
    return value if isinstance(value, str) else ""


def _link(entity: dict[str, Any], own: OwnEntity) -> str:
    """The address we wrote, as a statement or, of the page at Wikidata, beside it."""
    return _text_of(entity["claims"], DESCRIBED_AT) or own.link


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
    write=write,
    losses=LOSSES,
    about="entities of Wikidata (JSON)",
)
