"""What must be so before the server starts; a refusal is one sentence with a place."""

import errno
import os
import socket
import tempfile
from dataclasses import dataclass
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError
from django.db import DatabaseError
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.migrations.loader import MigrationLoader
from django.db.transaction import atomic


class CannotServe(CommandError):
    """Why the server cannot start, and what would be right."""


@dataclass(frozen=True, slots=True)
class Address:
    """Where the server listens: the host as asked for, its address, and the port."""

    host: str
    ip: str
    port: int

    @property
    def url(self) -> str:
        """The address to type into a browser on this machine."""
        host = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(self.ip, self.host)
        return f"http://{f'[{host}]' if ':' in host else host}:{self.port}/"


def check_folder(folder: Path) -> None:
    """Refuse a data folder that cannot be made or written."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        raise CannotServe(
            f"The data folder {folder} cannot be written "
            f"({os.strerror(error.errno or 0)}); make it writable for this user, "
            "or name another one in DATA_DIR."
        ) from error


def port_number(text: str) -> int:
    """The port named on the command line; 0 asks for any free one."""
    if not (text.isascii() and text.isdigit() and int(text) <= 65535):
        raise CannotServe(f"The port “{text}” is not a number from 0 to 65535.")
    return int(text)


def check_address(host: str, port: int) -> Address:
    """Refuse a host and port that cannot be listened on; give port 0 a number."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        family, _, _, _, address = min(found, key=lambda entry: entry[0])
        with socket.socket(family, socket.SOCK_STREAM) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            probe.bind(address)
            return Address(host, str(address[0]), probe.getsockname()[1])
    except socket.gaierror as error:
        raise CannotServe(
            f"The host “{host}” is not known on this machine; --host takes a name "
            "or address of this machine, such as 127.0.0.1 or 0.0.0.0."
        ) from error
    except OSError as error:
        raise CannotServe(f"{refused(host, port, error)}") from error


def refused(host: str, port: int, error: OSError) -> str:
    """Why the operating system refuses to listen there."""
    if error.errno == errno.EADDRINUSE:
        return f"Port {port} on {host} is in use; name another one with --port."
    if error.errno in (errno.EACCES, errno.EPERM):
        return (
            f"Port {port} on {host} is not permitted for this user; "
            "name one above 1023 with --port."
        )
    if error.errno == errno.EADDRNOTAVAIL:
        return f"The host {host} is not an address of this machine; see --host."
    return f"Cannot listen on {host}, port {port}: {os.strerror(error.errno or 0)}."


def place_of(connection: BaseDatabaseWrapper) -> str:
    """The database in words, without its password."""
    settings = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"The database file {settings['NAME']}"
    port = f", port {settings['PORT']}" if settings["PORT"] else ""
    host = settings["HOST"] or "the local socket"
    return f"The database “{settings['NAME']}” at {host}{port}"


def in_a_line(error: Exception) -> str:
    """The message of an error on one line, without a full stop."""
    return " ".join(str(error).split()).rstrip(".")


def check_database(connection: BaseDatabaseWrapper) -> None:
    """Refuse a database that cannot be reached, written, or is newer than the code."""
    if connection.vendor == "sqlite" and connection.is_in_memory_db():
        raise CannotServe(
            "DATABASE_URL names a database in memory, which keeps nothing; "
            "it needs a file, such as sqlite:////folder/file.sqlite3."
        )
    try:
        with atomic(connection.alias):
            connection.introspection.table_names()
        check_not_newer(connection)
    except (DatabaseError, ImproperlyConfigured) as error:
        raise CannotServe(
            f"{place_of(connection)} cannot be used ({in_a_line(error)}); "
            "see that it is there and may be written, "
            "or name another one in DATABASE_URL."
        ) from error


def check_not_newer(connection: BaseDatabaseWrapper) -> None:
    """Refuse a database with migrations that the installed code does not have."""
    loader = MigrationLoader(connection, ignore_no_migrations=True)
    known = set(loader.disk_migrations)
    known.update(key for m in loader.disk_migrations.values() for key in m.replaces)
    strange = sorted(
        f"{app}.{name}"
        for app, name in loader.applied_migrations
        if app in loader.migrated_apps and (app, name) not in known
    )
    if strange:
        raise CannotServe(
            f"{place_of(connection)} was written by a newer version of this program "
            f"(it has {strange[-1]}); update the program, "
            "or name another database in DATABASE_URL."
        )
