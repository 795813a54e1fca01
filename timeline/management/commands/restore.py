"""`restore`: the whole database from a backup."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management import call_command
from django.core.management.base import CommandError

from timeline.exchange import BackupError, restore
from timeline.management.database import DatabaseCommand


class Command(DatabaseCommand):
    """Replace everything by what a backup holds."""

    help = "Replaces the whole database by a backup; the file is checked first."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where from."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Restore, bring the tables up to the code, and say what became of the old."""
        path: Path = options["file"]
        try:
            former = restore(path)
        except BackupError as error:
            raise CommandError(f"{error} Nothing was changed.") from error
        except OSError as error:
            place = error.filename or path
            raise CommandError(f"{place}: {error.strerror or error}.") from error
        call_command("migrate", interactive=False, verbosity=0)
        self.stdout.write(f"The database is that of {path}.")
        if former is not None:
            self.stdout.write(f"What was there before is in {former}.")
