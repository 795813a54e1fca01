"""What a citation cites, for a reference manager: the document and the place."""

import json
from dataclasses import dataclass
from typing import Any

from timeline.dates import Calendar, DateError, parse_edtf
from timeline.models import Document, Passage

from .event_records import EventRecord, Values
from .lookup import Recent
from .outgoing import Outgoing
from .written_dates import Parts, ends

SHORT = {"paragraph": "para.", "note": "n."}


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation with what it is a citation of."""

    key: str
    document: Document
    locator: str
    quote: str
    event: str
    dated: Parts | None


class Sources:
    """Finds documents and places, and remembers the latest ones."""

    def __init__(self, events: Outgoing[list[EventRecord]]) -> None:
        self._using, self._lose = events.using, events.lose
        self._documents: Recent[str, Document] = Recent(500)
        self._places: Recent[Any, str] = Recent(4_000)

    def cited(self, event: EventRecord) -> list[Cited]:
        """The citations of an event."""
        if not event.citations:
            self._lose(UNCITED)
        return [self._cited(event, citation) for citation in event.citations]

    def _cited(self, event: EventRecord, citation: Values) -> Cited:
        slug, key = citation["passage"]
        document = self.document(slug)
        return Cited(
            *(citation["key"], document, self.locator(slug, key)),
            *(citation["exact"], event.values["title"], date_of_document(document)),
        )

    def document(self, slug: str) -> Document:
        """A document by its slug."""
        found = self._documents.get(slug)
        if found is None:
            found = Document.objects.using(self._using).get(slug=slug)
            self._documents.put(slug, found)
        return found

    def locator(self, document: str, key: str) -> str:
        """“para. 3”, “n. 2”; a passage without a number by what it is."""
        found = self._places.get((document, key))
        if found is None:
            here = Passage.objects.using(self._using)
            passages = here.filter(document__slug=document, key=key)
            kind, number = passages.values_list("kind", "number").get()
            found = f"{SHORT.get(kind, kind)} {number}" if number else kind
            self._places.put((document, key), found)
        return found


def date_of_document(document: Document) -> Parts | None:
    """The document's own date, as coarse as it is known."""
    try:
        date = parse_edtf(document.context_date, Calendar(document.calendar))
    except DateError:
        return None
    start, end = ends(date)
    return start if end is None else Parts(start.year) if start else None


def line(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def json_text(value: Any) -> str:
    """JSON with sorted names, on one line."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


UNCITED = "events without a citation"
LOSSES = (
    "Events without a citation; of the others, all but the title.",
    "Datings, tags, media, publication, versions and history.",
    "The text of the documents, but for the words cited.",
)
