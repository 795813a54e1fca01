"""A note to the next editor: on the desk and in the admin, nowhere in public."""

import io
import json
import re

import pytest
from django.core.management import call_command
from django.test import Client

from timeline.exchange import FORMATS
from timeline.models import Document, Event

SECRET = "Ask the archive of Perm whether the leaf is genuine."


@pytest.fixture
def event(letter: Document) -> Event:
    return Event.objects.get(slug="moscow-strike")


def seen(page: str) -> str:
    return re.search(r'name="seen" value="(\d+)"', page)[1]


def leave(client: Client, address: str, words: str) -> str:
    """Open the note, type it and save it; the page that answers."""
    page = client.get(address).content.decode()
    form = {"note": words, "seen": seen(page)}
    return client.post(address, form, follow=True).content.decode()


def test_at_a_document(editor: Client, letter: Document) -> None:
    page = leave(editor, "/desk/documents/letter/note/", SECRET)
    assert "is saved" in page and SECRET in page
    letter.refresh_from_db()
    assert letter.editor_note == SECRET
    assert letter.history.first().history_user == editor.user
    for address in ("/desk/documents/letter/review/", "/desk/documents/letter/"):
        assert SECRET in editor.get(address).content.decode()
    assert ">note<" in editor.get("/desk/").content.decode()


def test_at_an_event_it_is_on_a_list_until_it_is_settled(
    editor: Client, event: Event
) -> None:
    address = f"/desk/events/{event.pk}/note/"
    page = leave(editor, address, f"{SECRET} <b>soon</b>")
    assert SECRET in page and "&lt;b&gt;soon&lt;/b&gt;" in page
    assert "1 event." in page
    for where in (f"/desk/conflicts/{event.pk}/", "/desk/documents/letter/review/"):
        assert SECRET in editor.get(where).content.decode()
    admin = editor.get(f"/admin/timeline/event/{event.pk}/change/")
    assert SECRET in admin.content.decode()
    assert "0 events." in leave(editor, address, "")


def test_the_later_of_two_sees_both(
    editor: Client, second_editor: Client, event: Event
) -> None:
    address = f"/desk/events/{event.pk}/note/"
    old = seen(editor.get(address).content.decode())
    leave(second_editor, address, "Theirs.")
    answer = editor.post(address, {"note": "Mine.", "seen": old})
    page = answer.content.decode()
    assert "Somebody saved this row" in page
    assert "Theirs." in page and "Mine." in page
    event.refresh_from_db()
    assert event.editor_note == "Theirs."
    editor.post(address, {"note": "Mine.", "seen": seen(page)})
    event.refresh_from_db()
    assert event.editor_note == "Mine."


@pytest.mark.parametrize("words", ["a\x00b", "x" * 20_001])
def test_what_cannot_be_stored_is_refused(
    editor: Client, event: Event, words: str
) -> None:
    page = editor.get(f"/desk/events/{event.pk}/note/").content.decode()
    form = {"note": words, "seen": seen(page)}
    answer = editor.post(f"/desk/events/{event.pk}/note/", form)
    assert 'role="alert"' in answer.content.decode()
    event.refresh_from_db()
    assert event.editor_note == ""


@pytest.fixture
def noted(event: Event) -> Event:
    event.editor_note = SECRET
    event.save()
    document = Document.objects.get(slug="letter")
    document.editor_note = SECRET
    document.save()
    return event


@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/documents/",
        "/timelines/",
        "/timelines/letter/",
        "/timelines/letter.json",
        "/timelines/letter/events/moscow-strike/",
        "/timelines/letter/events/moscow-strike.json",
        "/documents/letter/",
        "/documents/letter.json",
        "/documents/letter/at/p4/",
        "/citations/m04/",
        "/citations/m04.json",
    ],
)
def test_no_public_page_has_it(client: Client, noted: Event, address: str) -> None:
    answer = client.get(address, follow=True)
    assert "Perm" not in answer.content.decode()
    assert "editor_note" not in answer.content.decode()


def exported(name: str) -> str:
    out = io.StringIO()
    call_command("export_events", format=name, stdout=out)
    return out.getvalue()


def test_our_own_formats_carry_it_and_no_other(noted: Event) -> None:
    """Fixtures and JSON Lines are the whole of the data, for who keeps it."""
    rows = [json.loads(line) for line in exported("jsonl").splitlines()]
    notes = [r["fields"]["editor_note"] for r in rows if "editor_note" in r["fields"]]
    assert notes.count(SECRET) == 2
    written = {name for name, format_ in FORMATS.items() if format_.write}
    others = written - {"json", "jsonl"}
    assert len(others) > 8
    for name in others - {"xlsx"}:
        assert "Perm" not in exported(name), name
