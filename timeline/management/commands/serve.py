"""`manage.py serve`: prepare the database, print the addresses, serve the pages."""

import os
import sys
from argparse import ArgumentParser
from pathlib import Path
from typing import Any, ClassVar

from django.conf import settings
from django.db import DatabaseError, connection, connections

from timeline.management import first_run, readiness, server
from timeline.management.command import SentenceCommand
from timeline.management.dead_imports import taken_back
from timeline.management.readiness import Address, CannotServe
from timeline.management.static_files import collect_when_changed


class Command(SentenceCommand):
    """Serve the timelines; see docs/commands.md."""

    help = (
        "Prepares the database (migrations; the letter when it is empty; an "
        "administrator on the first run), prints the addresses and serves."
    )

    requires_system_checks: ClassVar[list[str]] = []  # they may need the database

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Where to listen, and whether to create the administrator."""
        parser.add_argument(
            "--host", default="127.0.0.1", help="name or address to listen on"
        )
        parser.add_argument(
            "--port", default="8000", help="port to listen on; 0 takes a free one"
        )
        parser.add_argument(
            "--no-admin",
            action="store_true",
            help="create no administrator on the first run",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Check, prepare, tell, serve."""
        try:
            self.serve(options)
        except KeyboardInterrupt:
            raise CannotServe("Interrupted before the server had started.") from None

    def serve(self, options: dict[str, Any]) -> None:
        """The way from the command line to the running server."""
        port = readiness.port_number(options["port"])
        readiness.check_folder(settings.DATA_DIR)
        readiness.check_database(connection)
        self.check()
        address = readiness.check_address(options["host"], port)
        told = self.prepare(with_admin=not options["no_admin"])
        allow_host(address)
        connections.close_all()
        if not server.serve(address, lambda: self.tell(address, told)):
            raise CannotServe("The server ended by itself; its messages say why.")

    def prepare(self, with_admin: bool) -> list[str]:
        """Bring database and static files up to date; return what to tell about it."""
        told = []
        try:
            first_run.migrate()
            told += taken_back()
            if first_run.load_letter_when_empty():
                told.append("The database was empty: the letter is in it now.")
            password = first_run.create_first_administrator() if with_admin else None
        except DatabaseError as error:
            raise CannotServe(
                f"{readiness.place_of(connection)} cannot be brought up to date "
                f"({readiness.in_a_line(error)})."
            ) from error
        if password:
            told.append(
                f"The first administrator is admin, with the password {password}\n"
                "(shown only this once)."
            )
        try:
            collect_when_changed()
        except OSError as error:
            raise CannotServe(
                f"The static files cannot be written to {settings.STATIC_ROOT} "
                f"({os.strerror(error.errno or 0)})."
            ) from error
        return told

    def tell(self, address: Address, told: list[str]) -> None:
        """Print where the pages are and how to become an administrator."""
        python = Path(sys.executable).name if sys.executable else "python"
        lines = [
            f"Timelines: {address.url}",
            f"Admin:     {address.url}admin/",
            *told,
            f"Another administrator: {python} manage.py createsuperuser",
        ]
        if settings.HTTPS:
            lines.append(
                "HTTPS is on: pages are answered through a proxy that speaks TLS and "
                "sends X-Forwarded-Proto."
            )
        elif address.ip in ("0.0.0.0", "::"):
            names = ", ".join(settings.ALLOWED_HOSTS)
            lines.append(f"Answers to the names in ALLOWED_HOSTS: {names}")
        self.stdout.write("\n".join([*lines, "Ctrl-C ends the server."]))
        self.stdout.flush()


def allow_host(address: Address) -> None:
    """Let the worker answer to the host named on the command line."""
    if address.ip not in ("0.0.0.0", "::"):
        host = f"[{address.host}]" if ":" in address.host else address.host
        hosts = dict.fromkeys([*settings.ALLOWED_HOSTS, host])
        os.environ.pop("ALLOWED_HOSTS_FILE", None)
        os.environ["ALLOWED_HOSTS"] = ",".join(hosts)
