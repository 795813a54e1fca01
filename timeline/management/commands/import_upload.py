"""`import_upload`: the work on an uploaded file, begun by the page that took it."""

from argparse import ArgumentParser
from typing import Any

from django.core.management.base import CommandError

from timeline.exchange import NoUpload, find_upload, work_on
from timeline.management.database import DatabaseCommand


class Command(DatabaseCommand):
    """Check or import an upload, as was chosen on its page."""

    help = "Works on an uploaded file; the import page starts it for large files."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Which."""
        parser.add_argument("token", help="as in the address of the upload's page")

    def handle(self, *args: Any, **options: Any) -> None:
        """The outcome stands in the upload's folder, for its page to show."""
        try:
            work_on(find_upload(options["token"]))
        except NoUpload:
            raise CommandError("There is no such upload.", returncode=2) from None
