"""What is worked on is deleted meanwhile: the typed words are shown, not lost."""

import pytest
from django.test import Client

from tests.desk.test_edit import Desk
from tests.factories import make_dating, make_document, make_event, make_timeline
from timeline.models import Document, Event, Passage, find_proposals

MINE = "Mine: <b>these</b> words."
SHOWN = "Mine: &lt;b&gt;these&lt;/b&gt; words."


@pytest.fixture
def log(db: None) -> Document:
    document = make_document("log", "It sank on 3 May 1821 off Cork.")
    find_proposals(document)
    return document


def test_a_decision_about_a_date_that_is_gone(editor: Client, log: Document) -> None:
    row = log.proposals.get()
    values = {"date": row.pk, "seen": row.version, "decision": "new", "title": MINE}
    row.delete()
    answer = editor.post("/desk/documents/log/", values)
    assert answer.status_code == 410
    assert SHOWN in answer.content.decode()
    assert not Event.objects.exists()


@pytest.mark.parametrize(
    ("address", "field"),
    [
        ("documents/log/", "title"),
        ("documents/log/edit/", "text"),
        ("documents/log/edit/?passage=p1", "why"),
        ("documents/log/cite/", "note"),
    ],
)
def test_a_document_that_is_gone(
    editor: Client, log: Document, address: str, field: str
) -> None:
    log.delete()
    answer = editor.post(f"/desk/{address}", {field: MINE, "seen": "1"})
    assert answer.status_code == 410
    assert SHOWN in answer.content.decode()
    assert editor.get(f"/desk/{address}").status_code == 404


def test_an_event_in_conflict_that_is_gone(editor: Client, db: None) -> None:
    event = make_event(make_timeline("torn"))
    make_dating(event, "1800")
    pk = event.pk
    event.delete()
    answer = editor.post(f"/desk/conflicts/{pk}/", {"reason": MINE})
    assert answer.status_code == 410
    assert SHOWN in answer.content.decode()


def test_a_passage_that_left_the_text(editor: Client, letter: Document) -> None:
    """Retired between the look at it and the save."""
    desk = Desk(editor, "?passage=p19")
    text = letter.passages.get(key="p19").text + " Mine."
    desk.look(text)
    last = letter.revisions.last()
    Passage.objects.filter(key="p19").update(retired_in=last)
    page = desk.save(text)
    assert "Nothing of yours is stored" in page
    assert text.replace("'", "&#x27;").replace('"', "&quot;") in page


def test_an_event_chosen_and_deleted(editor: Client, log: Document) -> None:
    """The form says so, and keeps what was typed."""
    event = make_event(make_timeline("log"), "gone")
    pk = event.pk
    event.delete()
    row = log.proposals.get()
    values = {"date": row.pk, "seen": row.version, "decision": "existing", "event": pk}
    page = editor.post("/desk/documents/log/", {**values, "why": "Because."})
    assert page.status_code == 200
    assert "Choose the event" in page.content.decode() or "valid" in (
        page.content.decode()
    )
