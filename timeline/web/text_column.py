"""The text of a page in its places: heading, body, notes, and what is lost."""

from dataclasses import dataclass

from timeline.models import Document

from .addresses import citation_address, document_address, passage_address
from .document_text import TextPart
from .html import join
from .marked_text import PassageItem
from .text_html import passage_html, pieces


@dataclass(slots=True)
class TextColumn:
    """The text of the page, in the order and places it is printed."""

    document: Document
    part: TextPart
    heading: PassageItem | None
    subheading: PassageItem | None
    passages: list[PassageItem]
    notes: list[PassageItem]
    lost: list[tuple[str, str]]
    href: str
    previous: str = ""
    next: str = ""
    has_recte: bool = False

    @property
    def heading_html(self) -> str:
        """The words of the title passage."""
        return pieces(self.heading) if self.heading else ""

    @property
    def subheading_html(self) -> str:
        """The words of the subtitle passage."""
        return pieces(self.subheading) if self.subheading else ""

    @property
    def passages_html(self) -> str:
        """The body of the text."""
        return join(map(passage_html, self.passages))

    @property
    def notes_html(self) -> str:
        """The notes."""
        return join(map(passage_html, self.notes))


def text_column(part: TextPart, passages: list[PassageItem], title: str) -> TextColumn:
    """Body, notes, and the heading lifted out where it repeats the page's title."""
    heading = subheading = None
    body = [passage for passage in passages if passage.kind != "note"]
    if body and body[0].kind == "title" and same(part.passages[0].text, title):
        heading = body.pop(0)
        if body and body[0].kind == "subtitle":
            subheading = body.pop(0)
    slug = part.document.slug
    lost = [
        (c.quoted, citation_address(c.key)) for c in part.citations if c.start is None
    ]
    previous, following = part.part.previous, part.part.next
    return TextColumn(
        document=part.document,
        part=part,
        heading=heading,
        subheading=subheading,
        passages=body,
        notes=[passage for passage in passages if passage.kind == "note"],
        lost=lost,
        href=document_address(slug),
        previous=passage_address(slug, previous) if previous else "",
        next=passage_address(slug, following) if following else "",
    )


def same(one: str, other: str) -> bool:
    """Whether two titles have the same words."""
    return one.split() == other.split()
