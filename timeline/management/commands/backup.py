"""`backup`: the whole database as one file."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from timeline.exchange import BackupError, back_up
from timeline.management.database import DatabaseCommand


class Command(DatabaseCommand):
    """Write a backup while others go on working."""

    help = "Writes the whole database to a file, and reads it back."
    requires_system_checks: list[str] = []
    interrupted = "Interrupted: there is no backup."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to."""
        parser.add_argument("file", type=Path)

    def handle(self, *args: Any, **options: Any) -> None:
        """Back up, or say why not."""
        path: Path = options["file"]
        try:
            back_up(path)
        except BackupError as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            place = error.filename or path
            raise CommandError(f"{place}: {error.strerror or error}.") from error
        size = path.stat().st_size
        self.stdout.write(f"{path}: {size:,} bytes, read back.")
