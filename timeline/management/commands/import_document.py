"""`import_document`: a text file becomes a document with passages, notes and doubts."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from timeline.dates import Calendar, DateError, parse_edtf
from timeline.exchange import (
    DOCUMENT_FORMATS,
    document_format,
    read_document_text,
    said_of_document,
    visible,
)
from timeline.management.database import DatabaseCommand
from timeline.management.documents import file_refusals, refuse_no_words
from timeline.models import Document, propose_tagged
from timeline.passages import Segmentation


class Command(DatabaseCommand):
    """Read a file, report each passage and each doubt as JSON Lines, and store it."""

    help = "Make a document from a text file; prints passages and doubts as JSON Lines."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The contract's options, and those of the source statement."""
        parser.add_argument("file", type=Path)
        parser.add_argument("--slug", required=True)
        parser.add_argument("--format", choices=sorted(DOCUMENT_FORMATS))
        parser.add_argument("--title", default="")
        parser.add_argument("--language")
        parser.add_argument("--calendar", choices=[c.value for c in Calendar])
        parser.add_argument("--context-date", default="")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Refuse the whole file, or store the whole document."""
        check_context_date(options["context_date"], options["calendar"])
        with file_refusals(options["file"]):
            text = read_document_text(options["file"], options["format"])
            name = options["format"] or document_format(options["file"].name, text)
            cut = DOCUMENT_FORMATS[name](text)
            refuse_no_words(cut.passages)
            with transaction.atomic():
                self.store(cut, {**options, "format": name})
                if options["dry_run"]:
                    transaction.set_rollback(True)
        self.report(cut)

    def store(self, cut: Segmentation, options: dict[str, Any]) -> None:
        """Make the document; raises `ValidationError` for what cannot be stored."""
        calendar = options["calendar"] or Calendar.GREGORIAN.value
        fields = {
            "context_date": options["context_date"],
            **said_of_document(cut, calendar, options["context_date"]),
            "title": options["title"] or title_of(cut) or options["slug"],
            "language": options["language"] or cut.about.get("language", "en"),
            "calendar": calendar,
            "format": options["format"],
        }
        Document(slug=options["slug"], **fields).full_clean()
        why = f"Imported from {options['file'].name}."
        document = Document.objects.from_segmentation(
            options["slug"], cut, why=why, **fields
        )
        propose_tagged(document, cut)

    def report(self, cut: Segmentation) -> None:
        """A line for each passage, then a line for each doubt."""
        for part in cut.passages:
            self.line(
                passage=part.key,
                kind=part.kind.value,
                number=part.number,
                start=part.start,
                end=part.end,
            )
        for doubt in cut.doubts:
            self.line(doubt=doubt.text, at=doubt.at, decision=doubt.decision)

    def line(self, **values: Any) -> None:
        """One JSON object on standard output."""
        self.stdout.write(json.dumps(values, ensure_ascii=False))


def check_context_date(text: str, calendar: str | None) -> None:
    """A context date is EDTF in the document's calendar, as its form asks."""
    try:
        if text:
            parse_edtf(text, Calendar(calendar or Calendar.GREGORIAN))
    except DateError as error:
        wrong = f"The context date “{visible(text)}” cannot be read: {error.message}"
        raise CommandError(wrong, returncode=2) from None


def title_of(cut: Segmentation) -> str:
    """The words of the title passage, white space folded, cut to what a title holds.

    Where there is none, the title that the file itself gives.
    """
    words = (p.text for p in cut.passages if p.kind == "title")
    return " ".join(next(words, cut.about.get("title", "")).split())[:500]
