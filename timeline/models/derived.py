"""The one place that fills derived columns and marks, and checks a row on its way in.

`save` and `loaddata` both fire the signals connected here; bulk writing fires none
and calls `refresh_marks` itself.
"""

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, connections, models
from django.db.models.signals import m2m_changed, post_delete, post_save, pre_save

from .citation import Citation
from .dating import Dating, validate_supplied
from .document import Document
from .event import Event, Tag, Timeline
from .fields import validate_json_text
from .imports import (
    remember_first_relations,
    remember_first_state,
    remember_loaded_state,
)
from .mark import OPEN_END
from .natural import stored
from .passage import NoteLink, Passage
from .proposal import Proposal
from .publication import Publication
from .versioned import Versioned

VERSIONED = (
    Timeline,
    Document,
    Passage,
    NoteLink,
    Event,
    Tag,
    Citation,
    Dating,
    Proposal,
)


# The mark an event gets from its accepted dating: the one place that says so.
MARKS = f"""
    INSERT INTO timeline_mark (event_id, timeline_id, sort_start, sort_end,
        sort_seconds, importance, visible, imported_by_id)
    SELECT e.id, e.timeline_id, COALESCE(d.start_min, -{OPEN_END}),
        COALESCE(d.end_max, {OPEN_END}), d.seconds, e.importance,
        e.publication = '{Publication.PUBLISHED.value}', e.imported_by_id
    FROM timeline_dating d JOIN timeline_event e ON e.id = d.event_id
    WHERE d.status = '{Dating.Status.ACCEPTED.value}' AND """
AGAIN = """
    ON CONFLICT (event_id) DO UPDATE SET timeline_id = excluded.timeline_id,
        sort_start = excluded.sort_start, sort_end = excluded.sort_end,
        sort_seconds = excluded.sort_seconds, importance = excluded.importance,
        visible = excluded.visible, imported_by_id = excluded.imported_by_id"""
AT_ONCE = 500
"""Events in one statement."""


def refresh_marks(events: Iterable[int], using: str | None = None) -> int:
    """Make the marks of these events (by primary key) follow their accepted datings.

    Returns the number of marks; an event without an accepted dating has none.
    """
    events = list(events)
    made = 0
    with connections[using or DEFAULT_DB_ALIAS].cursor() as cursor:
        for at in range(0, len(events), AT_ONCE):
            made += _refresh(cursor, events[at : at + AT_ONCE])
    return made


def _refresh(cursor: Any, events: list[int]) -> int:
    _drop(cursor, events)
    return _make(cursor, events)


def _drop(cursor: Any, events: list[int]) -> None:
    places = ", ".join(["%s"] * len(events))
    cursor.execute(
        f"DELETE FROM timeline_mark WHERE event_id IN ({places}) AND NOT EXISTS "
        "(SELECT 1 FROM timeline_dating d WHERE d.event_id = timeline_mark.event_id "
        f"AND d.status = '{Dating.Status.ACCEPTED.value}')",
        events,
    )


def _make(cursor: Any, events: list[int]) -> int:
    places = ", ".join(["%s"] * len(events))
    cursor.execute(f"{MARKS} e.id IN ({places}) {AGAIN}", events)
    return cursor.rowcount


def make_mark(event: int, using: str | None = None) -> None:
    """Make the mark of an event that has none to lose."""
    with connections[using or DEFAULT_DB_ALIAS].cursor() as cursor:
        _make(cursor, [event])


def refresh_marks_of(events: str, using: str | None = None) -> None:
    """The same for all events that a statement selects, whatever their number."""
    with connections[using or DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute(
            f"DELETE FROM timeline_mark WHERE event_id IN ({events}) AND NOT EXISTS "
            "(SELECT 1 FROM timeline_dating d "
            "WHERE d.event_id = timeline_mark.event_id "
            f"AND d.status = '{Dating.Status.ACCEPTED.value}')"
        )
        cursor.execute(f"{MARKS} e.id IN ({events}) {AGAIN}")


def add_marks(first: int, last: int, using: str | None = None) -> None:
    """Make the marks of new events whose datings have these primary keys."""
    with connections[using or DEFAULT_DB_ALIAS].cursor() as cursor:
        # In the order of their index: a page of it is then written once for all.
        cursor.execute(
            f"{MARKS} d.id BETWEEN %s AND %s ORDER BY e.timeline_id, d.start_min",
            [first, last],
        )


def keep_version(
    sender: type[Versioned], instance: Any, raw: bool, **kwargs: Any
) -> None:
    """A row that `loaddata` changes gets a new version; an equal row keeps its own.

    A new one begins its history when it is first changed, not when its tags follow.
    """
    instance.is_loaded_over = False
    if is_new := vars(instance).pop("is_loaded_new", False):
        del instance.skip_history_when_saving
    if not raw:
        return
    current = stored(sender, instance.pk, kwargs.get("using"))
    if current is None or is_new:  # `loaddata` saves twice what names later rows
        instance.is_loaded_new = instance.skip_history_when_saving = True
        return
    instance.stored_before = current
    fields = [f for f in sender._meta.concrete_fields if f.serialize]
    changed = any(
        getattr(current, f.attname) != getattr(instance, f.attname) for f in fields
    )
    instance.is_loaded_over = changed
    instance.version = current.version + changed
    instance.imported_by_id = current.imported_by_id


def check_citation(instance: Citation, **kwargs: Any) -> None:
    """No save and no fixture puts a citation where its words are not."""
    instance.check_words()


def check_json(instance: models.Model, **kwargs: Any) -> None:
    """The texts inside JSON columns follow the rule of all texts."""
    for field in instance._meta.concrete_fields:
        if isinstance(field, models.JSONField):
            validate_json_text(getattr(instance, field.attname))


def fill_dating(instance: Dating, **kwargs: Any) -> None:
    """Compute the dating's columns before it is written."""
    instance.fill()
    validate_supplied(instance.supplied)
    instance.check_citation()


def check_link(instance: Event, **kwargs: Any) -> None:
    """A fixture gets no address past the check that a form makes."""
    for name in ("link", "media_url"):
        field = instance._meta.get_field(name)
        value = getattr(instance, name)
        if value:
            try:
                field.run_validators(value)
            except ValidationError as error:
                raise ValidationError({name: error.messages}) from error


def mark_event(
    instance: Event, created: bool, raw: bool, using: str | None = None, **kwargs: Any
) -> None:
    """An event was saved: its mark carries its timeline, importance and visibility.

    A new one has no datings yet, unless a fixture names them first.
    """
    if not created:
        refresh_marks([instance.pk], using)
    elif raw:
        make_mark(instance.pk, using)


def mark_dating(
    instance: Dating, created: bool = False, using: str | None = None, **kwargs: Any
) -> None:
    """A dating was saved or deleted: the mark of its event follows, and of a former."""
    if not created:
        before = instance.stored_before or instance
        refresh_marks({instance.event_id, before.event_id}, using)
    elif instance.status == Dating.Status.ACCEPTED:
        make_mark(instance.event_id, using)


def connect() -> None:
    """Connect the receivers; called once, when the application is ready."""
    for model in VERSIONED:
        _on(pre_save, model, keep_version)
        _on(pre_save, model, remember_first_state)
        _on(post_save, model, remember_loaded_state)
    for model in (Event, Dating, Proposal):
        _on(pre_save, model, check_json)
    _on(m2m_changed, Event.tags.through, remember_first_relations)
    _on(pre_save, Citation, check_citation)
    _on(pre_save, Dating, fill_dating)
    _on(pre_save, Event, check_link)
    _on(post_save, Event, mark_event)
    _on(post_save, Dating, mark_dating)
    _on(post_delete, Dating, mark_dating)


def _on(signal: Any, model: type[models.Model], receiver: Any) -> None:
    uid = f"{model.__name__}.{receiver.__name__}"
    signal.connect(receiver, sender=model, dispatch_uid=uid)
