"""Commands that work on the database: what it refuses becomes one sentence."""

from typing import Any

from django.core.management.base import CommandError
from django.db import DatabaseError, connection

from timeline.models import Event

from .command import SentenceCommand
from .readiness import in_a_line, place_of

CLOSED = ("unable to open", "readonly database")  # as SQLite says it


class DatabaseCommand(SentenceCommand):
    """A command without a traceback where there is no database, or no room in it."""

    def execute(self, *args: Any, **options: Any) -> Any:
        """Run it; raises `CommandError` for whatever the database raises."""
        try:
            return super().execute(*args, **options)
        except DatabaseError as error:
            raise CommandError(sentence_of(error)) from error


def sentence_of(error: DatabaseError) -> str:
    """What is wrong with the database, and what would be right."""
    if not has_tables():
        return (
            f"{place_of(connection)} has no tables of ours: make them with "
            "manage.py migrate, or name another one in DATABASE_URL."
        )
    if any(sign in str(error) for sign in CLOSED):
        return (
            f"{place_of(connection)} cannot be used ({in_a_line(error)}): see that it "
            "is there and that it and its folder may be written."
        )
    return f"The database failed: {in_a_line(error)}."


def has_tables() -> bool:
    """Whether the migrations have run; true where the database cannot say."""
    try:
        return Event._meta.db_table in connection.introspection.table_names()
    except DatabaseError:
        return True
