"""What follows from an edit of a text: the order of new passages, the new revision."""

from typing import Any

from django.db.models import Max

from timeline.models import ORDER_STEP, Document, Passage, digest_of, record_revision


def name_of(user: Any) -> str:
    """The name a user is recorded under."""
    return user.get_full_name() or user.get_username()


def place_last(passage: Passage) -> None:
    """Give a passage without an order the one after the last."""
    if passage.order is None:
        others = Passage.objects.filter(document=passage.document_id)
        last = others.aggregate(last=Max("order"))["last"] or 0
        passage.order = last + ORDER_STEP


def keep_revision(document: Document, who: str) -> None:
    """Keep the text as a revision where it is another than the latest one's.

    Saving a changed passage does so itself; added and deleted ones leave it to this.
    """
    text = document.text()
    latest = document.revisions.order_by("-number").only("digest").first()
    if (latest.digest if latest else digest_of("")) != digest_of(text):
        record_revision(document, text, who=who, why="Passages added or deleted.")
