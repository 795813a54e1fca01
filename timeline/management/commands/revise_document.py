"""`revise_document`: a corrected text takes the place of a document's text."""

import json
from argparse import ArgumentParser
from dataclasses import asdict
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from timeline.exchange import DocumentFileError, read_document_text
from timeline.models import Document, Outcome, Plan, plan_revision, revise


class Command(BaseCommand):
    """Say what each citation becomes, as JSON Lines, and store the corrected text."""

    help = "Replace a document's text; prints what each passage and citation becomes."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The contract's options, and why the text was corrected."""
        parser.add_argument("slug")
        parser.add_argument("file", type=Path)
        parser.add_argument("--why", default="")
        parser.add_argument("--dry-run", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Revise the whole document, or nothing."""
        try:
            document = Document.objects.get(slug=options["slug"])
            text = read_document_text(options["file"])
            if options["dry_run"]:
                plan = plan_revision(document, text)
            else:
                why = options["why"] or f"Corrected after {options['file'].name}."
                plan = revise(document, text, why=why)
        except Document.DoesNotExist as error:
            message = f"There is no document “{options['slug']}”."
            raise CommandError(message) from error
        except (OSError, DocumentFileError) as error:
            raise CommandError(str(error)) from error
        except ValidationError as error:
            raise CommandError("; ".join(error.messages)) from error
        self.report(plan)

    def report(self, plan: Plan) -> None:
        """A line for each passage of the new text, then a line for each citation."""
        for part in plan.passages:
            self.line(passage=part.key, start=part.start, end=part.end)
        for outcome in plan.outcomes:
            self.line(**line_of(outcome))

    def line(self, **values: Any) -> None:
        """One JSON object on standard output."""
        self.stdout.write(json.dumps(values, ensure_ascii=False))


def line_of(outcome: Outcome) -> dict[str, Any]:
    """What a citation was and what it becomes."""
    return {
        "citation": outcome.row.key,
        "event": outcome.row.event.slug,
        "before": outcome.before._asdict(),
        "after": asdict(outcome.after) if outcome.after else None,
        "state": outcome.state.value,
    }
