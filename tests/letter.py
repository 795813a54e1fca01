"""The letter in the database, as `loaddata letter` leaves it, without its half second.

The first test of a process loads the fixture and keeps the rows of every table of ours;
later ones insert these rows. Where other rows are in their way, the fixture is loaded.
"""

from django.apps import apps
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import IntegrityError, connection, models
from django.db.transaction import atomic

from timeline.models import Document

_rows: dict[str, list[tuple]] = {}


def load_letter() -> Document:
    """Put the letter into the database; return the document."""
    try:
        if _rows:
            insert_rows()
        else:
            load_and_keep()
    except IntegrityError:  # rows are in the way
        call_command("loaddata", "letter", verbosity=0)
    return Document.objects.get(slug="letter")


def load_and_keep() -> None:
    """Load the fixture; keep its rows if they are the only ones."""
    is_alone = not any(model._base_manager.exists() for model in our_models())
    call_command("loaddata", "letter", verbosity=0)
    if is_alone:
        with connection.cursor() as cursor:
            for model in our_models():
                cursor.execute(f"SELECT {columns(model)} FROM {table(model)}")
                _rows[table(model)] = cursor.fetchall()


def our_models() -> list[type[models.Model]]:
    """Every table of the application, histories and many-to-many tables included."""
    app = apps.get_app_config("timeline")
    return list(app.get_models(include_auto_created=True))


def table(model: type[models.Model]) -> str:
    """The quoted name of a model's table."""
    return connection.ops.quote_name(model._meta.db_table)


def columns(model: type[models.Model]) -> str:
    """The quoted names of a model's columns."""
    fields = model._meta.concrete_fields
    return ", ".join(connection.ops.quote_name(field.column) for field in fields)


@atomic
def insert_rows() -> None:
    """Insert the rows that were kept, and count on from them."""
    with connection.cursor() as cursor:
        for model in our_models():
            if rows := _rows[table(model)]:
                places = ", ".join(["%s"] * len(rows[0]))
                names = f"{table(model)} ({columns(model)})"
                cursor.executemany(f"INSERT INTO {names} VALUES ({places})", rows)
        for sql in connection.ops.sequence_reset_sql(no_style(), our_models()):
            cursor.execute(sql)
