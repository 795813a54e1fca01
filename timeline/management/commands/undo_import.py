"""`undo_import`: takes an import back as a whole; without a number, lists them."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from timeline.exchange import CannotUndo, StillRunning, undo
from timeline.management.database import DatabaseCommand
from timeline.management.dead_imports import taken_back
from timeline.models import Import

LISTED = 50


class Command(DatabaseCommand):
    """Undo an import, as long as nobody touched its rows."""

    help = "Takes back everything an import did; without a number, lists imports."
    requires_system_checks: list[str] = []
    interrupted = (
        "Interrupted. What had begun to be undone is undone by the next import, export "
        "or start of the server."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which."""
        parser.add_argument("number", type=int, nargs="?", help="as import_events said")

    def handle(self, *args: Any, **options: Any) -> None:
        """List, or undo."""
        for sentence in taken_back():
            self.stderr.write(sentence)
        if options["number"] is None:
            for job in Import.objects.all()[:LISTED]:
                self.stdout.write(line_of(job))
            return
        try:
            job = Import.objects.get(pk=options["number"])
            undo(job)
        except Import.DoesNotExist:
            wrong = f"There is no import {options['number']}."
            raise CommandError(wrong, returncode=2) from None
        except (CannotUndo, StillRunning) as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Import {job.pk} of {job.file_name} is undone.")


def line_of(job: Import) -> str:
    """An import on one line."""
    counts = f"{job.new} new, {job.changed} changed, {job.unchanged} unchanged"
    when = f"{job.started:%Y-%m-%d %H:%M}"
    return f"{job.pk}  {when}  {job.who}  {job.file_name}: {counts}; {job.state}"
