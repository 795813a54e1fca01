"""Documents: a text with its source statement, made of passages."""

from typing import Any

from django.db import models, transaction
from django.utils import timezone
from simple_history.models import HistoricalRecords
from simple_history.utils import bulk_create_with_history

from timeline.dates import Calendar
from timeline.passages import Cutter, Segmentation, segment, segment_markdown

from .fields import EditorNoteField, SourceCharField, SourceTextField
from .keys import validate_slug
from .natural import NaturalManager
from .passage import NoteLink, Passage, digest_of
from .publication import Publication, PublicationQuerySet
from .versioned import Versioned

CALENDARS = [(c.value, c.value.replace("_", " ")) for c in Calendar]
ORDER_STEP = 10
"""Distance between the orders of neighbours, so that a passage fits between two."""


def _passages(document: "Document", cut: Segmentation) -> list[Passage]:
    return [
        Passage(
            document=document,
            key=part.key,
            kind=part.kind.value,
            number=part.number,
            section=part.section,
            order=index * ORDER_STEP,
            text=part.text,
            after=part.after,
        )
        for index, part in enumerate(cut.passages, start=1)
    ]


def _markers(document: "Document", cut: Segmentation) -> list[NoteLink]:
    stored = {passage.key: passage for passage in document.passages.all()}
    return [
        NoteLink(
            marker_passage=stored[marker.passage],
            start=marker.start,
            end=marker.end,
            label=marker.label,
            note_passage=stored.get(marker.note or ""),
        )
        for marker in cut.markers
    ]


class DocumentQuerySet(PublicationQuerySet):
    """Queries for documents."""


class DocumentManager(NaturalManager.from_queryset(DocumentQuerySet)):
    """Documents by slug."""

    natural = ("slug",)

    def from_segmentation(
        self, slug: str, cut: Segmentation, who: str = "", why: str = "", **fields: Any
    ) -> "Document":
        """A new document with its passages, note markers and first revision.

        `fields` are columns of the document. All is written, or nothing.
        """
        text = cut.joined
        with transaction.atomic():
            document = self.create(slug=slug, digest=digest_of(text), **fields)
            document.revisions.create(
                number=1, text=text, who=who, when=timezone.now(), why=why
            )
            bulk_create_with_history(_passages(document, cut), Passage, batch_size=500)
            bulk_create_with_history(_markers(document, cut), NoteLink, batch_size=500)
        return document


class Document(Versioned):
    """A text with its source statement, and the calendar its dates are in."""

    class Format(models.TextChoices):
        """How a text is written down."""

        TEXT = "text", "plain text"
        MARKDOWN = "markdown", "Markdown"
        HTML = "html", "HTML"
        TEI = "tei", "TEI"

    slug = models.CharField(max_length=80, unique=True, validators=[validate_slug])
    title = SourceCharField(max_length=500)
    subtitle = SourceCharField(max_length=1000, blank=True)
    creator = SourceCharField(max_length=300, blank=True)
    language = models.CharField(max_length=35, default="en")
    place = SourceCharField(max_length=300, blank=True)
    source_repository = SourceCharField(max_length=300, blank=True)
    source_edition = SourceTextField(blank=True)
    source_url = models.URLField(max_length=1000, blank=True)
    source_rights = SourceTextField(blank=True)
    calendar = models.CharField(
        max_length=20, choices=CALENDARS, default=Calendar.GREGORIAN.value
    )
    calendar_basis = SourceTextField(
        blank=True, help_text="How it is known which calendar the dates are in."
    )
    context_date = SourceCharField(
        max_length=200,
        blank=True,
        help_text="EDTF syntax, in the document's calendar: where partial dates "
        "take their year from.",
    )
    context_basis = SourceTextField(
        blank=True, help_text="How the context date is known."
    )
    year_start = models.CharField(
        max_length=20,
        default="1 January",
        choices=[(s, s) for s in ("1 January", "25 March", "1 September", "Easter")],
    )
    digest = models.CharField(
        max_length=64,
        blank=True,
        editable=False,
        help_text="SHA-256 of the text as received.",
    )
    format = models.CharField(
        max_length=10,
        choices=Format.choices,
        default=Format.TEXT,
        help_text="What the text came as: a corrected one is cut in the same way.",
    )
    publication = models.CharField(
        max_length=10, choices=Publication.choices, default=Publication.DRAFT
    )
    editor_note = EditorNoteField()

    history = HistoricalRecords()
    objects = DocumentManager()

    class Meta:
        ordering = ("title", "slug")

    def __str__(self) -> str:
        return self.title

    def natural_key(self) -> tuple[str]:
        """The slug."""
        return (self.slug,)

    @property
    def cutter(self) -> Cutter:
        """What cuts the text as it is stored: HTML and TEI are stored as plain text."""
        is_markdown = self.format == self.Format.MARKDOWN
        return segment_markdown if is_markdown else segment

    def text(self) -> str:
        """The whole text, every character of it, from the passages in use."""
        rows = self.passages.current().values_list("text", "after")
        return "".join(text + after for text, after in rows)
