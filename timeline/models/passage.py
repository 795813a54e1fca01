"""Passages of a document, the note markers in them, and the states its text was in."""

import hashlib
from collections.abc import Iterable
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q
from simple_history.models import HistoricalRecords

from .fields import SourceCharField, SourceTextField
from .imports import Imported
from .keys import validate_key
from .natural import NaturalManager, related
from .publication import PublicationQuerySet
from .reading import NoteLinkReading, PassageReading
from .versioned import Versioned


def digest_of(text: str) -> str:
    """The SHA-256 of a text in UTF-8, in hexadecimal."""
    return hashlib.sha256(text.encode()).hexdigest()


RESTED_ON = frozenset({"text", "after", "key", "document", "document_id"})
"""What a citation rests on: it is never written past the citation."""


def refuse_in_bulk(columns: Iterable[str]) -> None:
    """Refuse to write in bulk what citations rest on."""
    if RESTED_ON & set(columns):
        raise TypeError(
            "Text and address of passages are not written in bulk: save each passage, "
            "or revise the document, so that its citations are carried along."
        )


class PassageQuerySet(PassageReading, PublicationQuerySet):
    """Queries for passages; a passage is as public as its document."""

    public_paths = ("document",)

    def current(self) -> "PassageQuerySet":
        """The passages of the text as it stands, in its order."""
        return self.filter(retired_in=None).order_by("order", "pk")

    def update(self, **columns: Any) -> int:
        """Update in bulk all but the words and the address, which citations rest on."""
        refuse_in_bulk(columns)
        return super().update(**columns)

    def bulk_create(self, objs: Any, *args: Any, **options: Any) -> list["Passage"]:
        """Create in bulk, over no passage that is there."""
        refuse_in_bulk(options.get("update_fields") or ())
        return super().bulk_create(objs, *args, **options)


class PassageManager(NaturalManager.from_queryset(PassageQuerySet)):
    """Passages by the slug of their document and their key."""

    natural = ("document__slug", "key")


class Passage(Versioned):
    """A citable stretch of a document: `text`, then `after` up to the next passage."""

    class Kind(models.TextChoices):
        """What a passage is in the document."""

        TITLE = "title", "title"
        SUBTITLE = "subtitle", "subtitle"
        HEADING = "heading", "heading"
        PARAGRAPH = "paragraph", "paragraph"
        VERSE = "verse", "verse"
        BREAK = "break", "break"
        SIGNATURE = "signature", "signature"
        NOTE = "note", "note"
        SOURCE = "source", "source line"

    document = models.ForeignKey(
        "timeline.Document", on_delete=models.CASCADE, related_name="passages"
    )
    key = models.CharField(
        max_length=80,
        validators=[validate_key],
        help_text="Stands in public addresses; never used again for another passage.",
    )
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PARAGRAPH)
    number = models.PositiveIntegerField(null=True, blank=True)
    section = models.PositiveIntegerField(default=1)
    order = models.PositiveIntegerField()
    text = SourceTextField(blank=True)
    after = SourceTextField(
        blank=True, help_text="The characters between this passage and the next."
    )
    retired_in = models.ForeignKey(
        "Revision",
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="retired_passages",
    )

    edited_by: str = ""
    edited_why: str = ""
    """Of an edit about to be saved: what its revision says."""

    history = HistoricalRecords()
    objects = PassageManager()

    class Meta:
        ordering = ("document", "order", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "key"], name="passage_document_key"
            )
        ]
        indexes = [models.Index(fields=["document", "order"], name="passage_order")]

    def __str__(self) -> str:
        return f"{self.document.slug} {self.label()}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save; one passage of a document at a time, because a revision may follow."""
        with transaction.atomic(using=kwargs.get("using")):
            rows = type(self.document)._base_manager.using(kwargs.get("using"))
            rows.select_for_update().filter(pk=self.document_id).first()
            super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str, str]:
        """The document's slug and the key."""
        return (related(self, "document").slug, self.key)

    natural_key.dependencies = ["timeline.document"]

    def label(self) -> str:
        """How a reader names the passage: "¶ 3", "note 2", "title"."""
        if self.kind == self.Kind.PARAGRAPH and self.number is not None:
            return f"¶ {self.number}"
        if self.kind == self.Kind.NOTE and self.number is not None:
            return f"note {self.number}"
        return self.key


class Revision(Imported):
    """A state the text of a document was in."""

    document = models.ForeignKey(
        "timeline.Document", on_delete=models.CASCADE, related_name="revisions"
    )
    number = models.PositiveIntegerField()
    text = SourceTextField()
    digest = models.CharField(max_length=64, editable=False)
    who = SourceCharField(max_length=150, blank=True)
    when = models.DateTimeField()
    why = SourceTextField(blank=True)

    class Manager(NaturalManager):
        """Revisions by the slug of their document and their number."""

        natural = ("document__slug", "number")

    objects = Manager()

    class Meta:
        ordering = ("document", "number")
        constraints = [
            models.UniqueConstraint(
                fields=["document", "number"], name="revision_document_number"
            )
        ]

    def __str__(self) -> str:
        return f"{self.document.slug} revision {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Save with the digest of the text."""
        self.digest = digest_of(self.text)
        super().save(*args, **kwargs)

    def natural_key(self) -> tuple[str, int]:
        """The document's slug and the number."""
        return (related(self, "document").slug, self.number)

    natural_key.dependencies = ["timeline.document"]


class NoteLinkQuerySet(NoteLinkReading, models.QuerySet):
    """Queries for note links."""


class NoteLinkManager(NaturalManager.from_queryset(NoteLinkQuerySet)):
    """Note links by the natural key of their marker passage and their start."""

    natural = ("marker_passage__document__slug", "marker_passage__key", "start")


class NoteLink(Versioned):
    """A note marker in the text and the note it leads to, if there is one."""

    marker_passage = models.ForeignKey(
        Passage, on_delete=models.CASCADE, related_name="note_markers"
    )
    start = models.PositiveIntegerField(help_text="Code points inside the passage.")
    end = models.PositiveIntegerField()
    label = SourceCharField(max_length=40)
    note_passage = models.ForeignKey(
        Passage,
        on_delete=models.RESTRICT,
        null=True,
        blank=True,
        related_name="marked_by",
        help_text="Empty when the document has no such note.",
    )
    basis = SourceTextField(
        blank=True, help_text="Why the marker leads there, or to no note."
    )

    history = HistoricalRecords()
    objects = NoteLinkManager()

    class Meta:
        ordering = ("marker_passage", "start")
        constraints = [
            models.UniqueConstraint(
                fields=["marker_passage", "start"], name="note_link_place"
            ),
            models.CheckConstraint(
                condition=Q(start__lt=F("end")), name="note_link_start_before_end"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.marker_passage} {self.label}"

    def natural_key(self) -> tuple[str, str, int]:
        """The marker passage's natural key and the start."""
        return (*related(self, "marker_passage").natural_key(), self.start)

    natural_key.dependencies = ["timeline.passage"]
