"""Documents made from a segmented text."""

from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from django.core.management import call_command

from timeline.models import Document, NoteLink, Passage
from timeline.passages import segment

pytestmark = pytest.mark.django_db

SEED = (Path(__file__).parent.parent / "data" / "letter.txt").read_bytes().decode()
COLUMNS = ("key", "kind", "number", "section", "text", "after")


def test_the_segmented_letter_equals_the_fixture() -> None:
    """The fixture's passages were cut by hand; segmentation must agree with them."""
    call_command("loaddata", "letter", verbosity=0)
    made = Document.objects.from_segmentation("again", segment(SEED), title="Again")
    fixture = Document.objects.get(slug="letter")
    assert list(made.passages.current().values_list(*COLUMNS)) == list(
        fixture.passages.current().values_list(*COLUMNS)
    )
    places = ("marker_passage__key", "start", "end", "label", "note_passage__key")
    links = NoteLink.objects.order_by("marker_passage__order").values_list(*places)
    assert list(links.filter(marker_passage__document=made)) == list(
        links.filter(marker_passage__document=fixture)
    )


def test_it_keeps_the_text_and_begins_its_history() -> None:
    text = "  A title\n\nOne.\r\n\r\nTwo, 😀.  \n"
    made = Document.objects.from_segmentation(
        "d", segment(text), who="editor", why="pasted", title="D"
    )
    assert made.text() == text
    revision = made.revisions.get()
    assert (revision.number, revision.text, revision.who) == (1, text, "editor")
    assert Passage.history.filter(document=made).count() == made.passages.count()


def test_nothing_is_left_when_a_passage_is_refused() -> None:
    with pytest.raises(ValidationError, match=r"U\+0000"):
        Document.objects.from_segmentation("d", segment("One.\n\nTw\x00o."), title="D")
    assert not Document.objects.exists()
    assert not Passage.objects.exists()
