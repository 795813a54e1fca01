"""`revise_document`: a corrected text takes the place of a document's text."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError
from django.db import transaction

from timeline.exchange import (
    DOCUMENT_FORMATS,
    document_format,
    read_document_text,
)
from timeline.management.database import DatabaseCommand
from timeline.management.documents import file_refusals, refuse_no_words
from timeline.models import (
    Document,
    Outcome,
    Plan,
    plan_revision,
    propose_tagged,
    revise,
)


class Command(DatabaseCommand):
    """Say what each citation becomes, as JSON Lines, and store the corrected text."""

    help = "Replace a document's text; prints what each passage and citation becomes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The contract's options, and why the text was corrected."""
        parser.add_argument("slug")
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=sorted(DOCUMENT_FORMATS))
        parser.add_argument("--why", default="")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Revise the whole document, or nothing."""
        try:
            document = Document.objects.get(slug=options["slug"])
        except Document.DoesNotExist as error:
            message = f"There is no document “{options['slug']}”."
            raise CommandError(message) from error
        with file_refusals(options["file"]):
            text = read_document_text(options["file"], options["format"])
            plan = self.revised(document, text, options)
        self.report(plan)

    def revised(self, document: Document, text: str, options: dict[str, Any]) -> Plan:
        """What the text does to the document, written unless this is a dry run."""
        file = options["file"].name
        name = options["format"] or revision_format(document, file, text)
        cut = DOCUMENT_FORMATS[name]
        if options["dry_run"]:
            plan = plan_revision(document, text, cut=cut)
            refuse_no_words(plan.passages)
            return plan
        why = options["why"] or f"Corrected after {options['file'].name}."
        with transaction.atomic():
            plan = revise(document, text, why=why, cut=cut)
            refuse_no_words(plan.passages)
            propose_tagged(document, plan.segmentation)
        return plan

    def report(self, plan: Plan) -> None:
        """A line for each passage of the new text, then a line for each citation."""
        for part in plan.passages:
            self.line(passage=part.key, start=part.start, end=part.end)
        for outcome in plan.outcomes:
            self.line(**line_of(outcome))

    def line(self, **values: Any) -> None:
        """One JSON object on standard output."""
        self.stdout.write(json.dumps(values, ensure_ascii=False))


def revision_format(document: Document, file: str, text: str) -> str:
    """TEI where the file is TEI; HTML where the document came so, and the file too.

    Else the text as it stands, to the character, cut as Markdown where it came so.
    """
    found = document_format(file, text)
    if found == "tei" or (found == "html" and document.format == "html"):
        return found
    return "markdown" if document.format == "markdown" else "text"


def line_of(outcome: Outcome) -> dict[str, Any]:
    """What a citation was and what it becomes."""
    return {
        "citation": outcome.row.key,
        "event": outcome.row.event.slug,
        "before": outcome.before._asdict(),
        "after": asdict(outcome.after) if outcome.after else None,
        "state": outcome.state.value,
    }
