"""A passage saved with another text, by whatever way: its pointers go along.

The receivers here are reached by `save` and by `loaddata`. `Document` and revision are
written in the same transaction as the passage; writing `text` in bulk is refused
(`PassageQuerySet.update`), because nothing would carry the citations.
"""

from typing import Any

from django.db.models.signals import post_save, pre_save

from timeline.passages import carry

from .passage import Passage
from .placing import Outcome, outcomes_of, place, pointer_of, rows_of
from .revising import record_revision


def plan_passage(passage: Passage, text: str) -> list[Outcome]:
    """What everything that points into a passage becomes with this text."""
    rows = {str(number): row for number, row in enumerate(rows_of([passage]))}
    pointers = [
        pointer_of(name, row, {passage.pk: passage}) for name, row in rows.items()
    ]
    return outcomes_of(rows, carry(passage.text, text, pointers))


def remember_text(instance: Passage, using: str | None = None, **kwargs: Any) -> None:
    """Before the save: the text as stored, where the save changes it."""
    instance.text_before = None
    if instance.pk is None or getattr(instance, "in_revision", False):
        return
    stored = Passage._base_manager.using(using).filter(pk=instance.pk).first()
    if stored and (stored.text, stored.after) != (instance.text, instance.after):
        instance.text_before = stored


def carry_pointers(instance: Passage, **kwargs: Any) -> None:
    """After the save: a revision, and each pointer where its words are now."""
    before: Passage | None = getattr(instance, "text_before", None)
    if before is None:
        return
    instance.text_before = None
    document = instance.document
    if not document.revisions.exists():
        record_revision(document, _text_with(document, before))
    why = "Loaded from a fixture." if kwargs.get("raw") else why_edited(instance)
    who = instance.edited_by
    revision = record_revision(document, document.text(), who=who, why=why)
    outcomes = plan_passage(before, instance.text)
    place(outcomes, {instance.key: instance}, revision)


def why_edited(passage: Passage) -> str:
    """Which passage was edited, and the reason that was given."""
    name, why = passage.label(), passage.edited_why.strip()
    return f"{name} edited: {why}" if why else f"{name} edited."


def _text_with(document: Any, before: Passage) -> str:
    """The document's text as it was with this passage."""
    passages = [before if p.pk == before.pk else p for p in document.passages.current()]
    return "".join(passage.text + passage.after for passage in passages)


def connect() -> None:
    """Connect the receivers; called once, when the application is ready."""
    pre_save.connect(remember_text, sender=Passage, dispatch_uid="remember_text")
    post_save.connect(carry_pointers, sender=Passage, dispatch_uid="carry_pointers")
