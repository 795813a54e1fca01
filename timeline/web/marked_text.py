"""Passages as the page prints them: pieces of text, cited stretches, note markers."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from timeline.models import CitationRow, NoteLinkRow, PassageRow

from .addresses import event_address, passage_address
from .document_text import TextPart
from .margin import Label, margin
from .segments import Span, Stretch, cut

_ROLES = {"witness": "d witness", "gloss": "g", "mention": "m"}
_RANK = {"witness": 0, "gloss": 1, "mention": 2}
_LABEL_NAME = re.compile(r"[A-Za-z0-9]{1,40}")


@dataclass(slots=True)
class Piece:
    """A stretch of a passage: plain, cited, a marker, or the label of a note."""

    text: str
    css: str = ""
    id: str = ""
    extra_ids: tuple[str, ...] = ()
    href: str = ""
    keys: str = ""
    event: str = ""
    recte: list[tuple[str, str]] = field(default_factory=list)
    beside: list[Label] = field(default_factory=list)


@dataclass(slots=True)
class PassageItem:
    """A passage with its pieces, and what is missing about its notes."""

    key: str
    kind: str
    number: int | None
    pieces: list[Piece]
    warnings: list[str]

    @property
    def name(self) -> str:
        """How the passage is called aloud: "Paragraph 3"."""
        name = self.kind.capitalize()
        return name if self.number is None else f"{name} {self.number}"


@dataclass(frozen=True, slots=True)
class Links:
    """Where things on this page lead: events in the list, and misprints' corrections.

    `anchors` gives the list item of an event (by timeline and slug) on this page;
    `corrections` the right words for the key of a misprinted citation, `labels` what
    stands of an event in the margin.
    """

    anchors: Mapping[tuple[str, str], str]
    corrections: Mapping[str, str]
    labels: Mapping[tuple[str, str], Label]

    def event(self, citation: CitationRow) -> str:
        """The event of a citation: its list item here, else its own page."""
        anchor = self.anchors.get((citation.timeline, citation.event))
        if anchor:
            return f"#{anchor}"
        return event_address(citation.timeline, citation.event)


def marked_passages(part: TextPart, links: Links) -> list[PassageItem]:
    """The passages of a part, ready to print."""
    cited: dict[int, list[CitationRow]] = {}
    for citation in part.citations:
        if citation.start is not None:
            cited.setdefault(citation.passage_id, []).append(citation)
    markers: dict[int, list[NoteLinkRow]] = {}
    for marker in part.markers:
        markers.setdefault(marker.passage_id, []).append(marker)
    names = marker_names(part.markers)
    backs = note_backs(part.markers, names)
    lonely = {note.pk for note in part.orphan_notes}
    writer = _Writer(part, links, names)
    return [
        PassageItem(
            passage.key,
            passage.kind,
            passage.number,
            writer.pieces(
                passage,
                cited.get(passage.pk, []),
                markers.get(passage.pk, []),
                backs.get(passage.pk),
            ),
            warnings(markers.get(passage.pk, []), passage.pk in lonely),
        )
        for passage in part.passages
    ]


def warnings(markers: list[NoteLinkRow], is_orphan: bool) -> list[str]:
    """What is said below a passage about markers without notes, and the reverse."""
    said = [
        f"Note {marker.label} is not in this document."
        for marker in markers
        if marker.note_id is None
    ]
    if is_orphan:
        said.append("No marker for this note stands in the text.")
    return said


def marker_names(markers: list[NoteLinkRow]) -> dict[tuple[int, int], str]:
    """An id of the page for each marker; the plain label for the first to have it."""
    names: dict[tuple[int, int], str] = {}
    used: set[str] = set()
    for count, marker in enumerate(markers, start=1):
        name = f"ui-ref-{marker.label}"
        if not _LABEL_NAME.fullmatch(marker.label) or name in used:
            name = f"ui-ref-at-{count}"
        used.add(name)
        names[marker.passage_id, marker.start] = name
    return names


def note_backs(
    markers: list[NoteLinkRow], names: Mapping[tuple[int, int], str]
) -> dict[int, tuple[str, str]]:
    """For each note its label and the id of the first marker that leads to it."""
    backs: dict[int, tuple[str, str]] = {}
    for marker in markers:
        if marker.note_id is not None:
            name = names[marker.passage_id, marker.start]
            backs.setdefault(marker.note_id, (marker.label, name))
    return backs


def label_span(text: str, label: str) -> Span | None:
    """The printed label a note begins with, brackets and point included."""
    printed = rf"\s*(\[\^?{re.escape(label)}\]:?|\(?{re.escape(label)}[.)]?)(?=\W|$)"
    found = re.match(printed, text)
    return Span("back", found.start(1), found.end(1)) if found else None


@dataclass(frozen=True, slots=True)
class _Writer:
    """Turns the stretches of a passage into pieces."""

    part: TextPart
    links: Links
    names: Mapping[tuple[int, int], str]

    def pieces(
        self,
        passage: PassageRow,
        cited: list[CitationRow],
        markers: list[NoteLinkRow],
        back: tuple[str, str] | None,
    ) -> list[Piece]:
        """The passage's text, every character of it, in pieces."""
        by_key = {citation.key: citation for citation in cited}
        by_place = {str(marker.start): marker for marker in markers}
        spans = [Span(str(m.start), m.start, m.end) for m in markers]
        label = label_span(passage.text, back[0]) if back else None
        spans += [label] if label else []
        places = [Span(c.key, c.start or 0, c.end or 0) for c in cited]
        beside = {} if passage.kind == "note" else self.beside(cited, passage.text)
        written = []
        for stretch in cut(passage.text, places, spans):
            piece = self.cited(stretch, by_key)
            piece.beside = [beside[key] for key in stretch.begin if key in beside]
            if stretch.marker == "back" and back:
                piece.css, piece.href = "back", f"#{back[1]}"
            elif stretch.marker is not None:
                self.mark(piece, by_place[stretch.marker], stretch.start)
            written.append(piece)
        return written

    def beside(self, cited: list[CitationRow], text: str) -> dict[str, Label]:
        """What stands beside a passage: each event once, where it is first dated."""
        first: dict[tuple[str, str], str] = {}
        for citation in sorted(cited, key=lambda c: c.start or 0):
            event = citation.timeline, citation.event
            if citation.role == "witness" and event in self.links.labels:
                first.setdefault(event, citation.key)
        labels = margin([self.links.labels[event] for event in first], len(text))
        return dict(zip(first.values(), labels, strict=False))

    def cited(self, stretch: Stretch, by_key: Mapping[str, CitationRow]) -> Piece:
        """A stretch with the citations it lies in; the first id is its own."""
        if not stretch.citations:
            return Piece(stretch.text)
        inside = [by_key[key] for key in stretch.citations]
        inside.sort(key=lambda c: (_RANK[c.role], (c.end or 0) - (c.start or 0)))
        ids = tuple(f"c-{key}" for key in stretch.begin)
        corrections = self.links.corrections
        return Piece(
            stretch.text,
            css=" ".join(dict.fromkeys(_ROLES[c.role] for c in inside)),
            id=ids[-1] if ids else "",
            extra_ids=ids[:-1],
            href=self.links.event(inside[0]),
            keys=" ".join(stretch.citations),
            event=inside[0].event,
            recte=[(k, corrections[k]) for k in stretch.finish if k in corrections],
        )

    def mark(self, piece: Piece, marker: NoteLinkRow, start: int) -> None:
        """Make a piece the marker: a link to its note, or a marker without one."""
        if piece.id:
            piece.extra_ids = (*piece.extra_ids, piece.id)
        is_first = start == marker.start
        piece.id = self.names[marker.passage_id, marker.start] if is_first else ""
        if marker.note is None:
            piece.css, piece.href = "fn orphan", ""
        elif marker.note in self.part.keys:
            piece.css, piece.href = "fn", f"#{marker.note}"
        else:
            piece.css = "fn"
            piece.href = passage_address(self.part.document.slug, marker.note)
