"""An event entered by hand: document, passage, event, quote and date, by words only."""

from typing import Any

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, open_form
from timeline.models import Citation, Dating, Document, Event, Passage, Timeline

pytestmark = pytest.mark.django_db

DIARY = {
    "title": "A diary",
    "slug": "diary",
    "language": "en",
    "calendar": "julian",
    "calendar_basis": "The diarist lives in Moscow.",
    "context_date": "1917",
    "context_basis": "The title page prints 1917.",
    "passages-0-key": "p1",
    "passages-0-kind": "paragraph",
    "passages-0-number": "1",
    "passages-0-text": "On May 6 we marched. On August 12 we struck.\r\nThen rain.",
}


def add(client: Client, model: str, **typed: Any) -> Any:
    """Fill in the form for a new row and send it."""
    form = open_form(client, address(model, "add"))
    return client.post(address(model, "add"), {**form, **typed}, follow=True)


@pytest.fixture
def passage(editor: Client) -> Passage:
    response = add(editor, "document", **DIARY)
    assert not errors_of(response)
    return Passage.objects.get()


@pytest.fixture
def timeline(editor: Client) -> Timeline:
    add(editor, "timeline", title="Moscow", slug="moscow")
    return Timeline.objects.get()


def event_form(timeline: Timeline, passage: Passage, **typed: Any) -> dict[str, Any]:
    return {
        "timeline": timeline.pk,
        "title": "Strike",
        "slug": "strike",
        "citations-0-passage": passage.pk,
        "citations-0-quoted": "August 12",
        "citations-0-role": "witness",
        "citations-0-date": "August 12",
        **typed,
    }


def test_an_event_is_entered_by_hand(
    editor: Client, timeline: Timeline, passage: Passage
) -> None:
    response = add(editor, "event", **event_form(timeline, passage))
    assert not errors_of(response)
    event = Event.objects.get()
    citation = event.citations.get()
    # “On May 6 we marched. On ” has 24 characters, “August 12” has 9.
    assert (citation.start, citation.end) == (24, 33)
    assert citation.exact == citation.quoted == "August 12"
    assert citation.prefix == "On May 6 we marched. On "
    assert citation.suffix == " we struck.\nThen rain."
    assert citation.state == "exact"
    dating = event.datings.get()
    assert (dating.as_written, dating.calendar) == ("August 12", "julian")
    # 12 August Old Style is 25 August New Style: 13 days in 1917.
    assert (dating.edtf_written, dating.edtf) == ("1917-08-12", "1917-08-25")
    assert (dating.status, dating.who) == ("accepted", "edith")
    assert dating.citation == citation
    assert event.mark.sort_start == 2421466
    assert "12 August 1917 Julian (Old Style) = 25 August 1917" in str(response.content)


def test_supplied_parts_name_the_basis_of_the_document(
    editor: Client, timeline: Timeline, passage: Passage
) -> None:
    add(editor, "event", **event_form(timeline, passage))
    supplied = {part["what"]: part for part in Dating.objects.get().supplied}
    assert supplied["year"]["value"] == "1917"
    assert supplied["year"]["from"] == {"source": "The title page prints 1917."}
    assert supplied["calendar"]["from"] == {"source": "The diarist lives in Moscow."}
    assert Dating.objects.get().calendar_basis == "The diarist lives in Moscow."


def test_the_text_is_kept_with_line_feeds_and_a_revision(passage: Passage) -> None:
    text = "On May 6 we marched. On August 12 we struck.\nThen rain."
    assert passage.text == text
    revision = passage.document.revisions.get()
    assert (revision.number, revision.text, revision.who) == (1, text, "edith")


def test_two_witnesses_of_one_submission(
    editor: Client, timeline: Timeline, passage: Passage
) -> None:
    """The first date is followed; another date is open, the same date agrees."""
    second = {
        "citations-TOTAL_FORMS": "3",
        "citations-1-passage": passage.pk,
        "citations-1-quoted": "May 6",
        "citations-1-role": "witness",
        "citations-1-date": "May 6",
        "citations-2-passage": passage.pk,
        "citations-2-quoted": "On August 12",
        "citations-2-role": "witness",
        "citations-2-date": "August 12",
    }
    response = add(editor, "event", **event_form(timeline, passage, **second))
    assert not errors_of(response)
    statuses = Dating.objects.order_by("citation__quoted").values_list(
        "citation__quoted", "status"
    )
    assert list(statuses) == [
        ("August 12", "accepted"),
        ("May 6", "open"),
        ("On August 12", "agrees"),
    ]


def test_a_dating_without_a_passage_names_its_editor(
    editor: Client, timeline: Timeline
) -> None:
    """Text in EDTF form is Gregorian unless a calendar is chosen."""
    typed = {
        "timeline": timeline.pk,
        "title": "Strike",
        "slug": "strike",
        "datings-0-as_written": "1917-08-25",
    }
    assert not errors_of(add(editor, "event", **typed))
    dating = Dating.objects.get()
    assert (dating.calendar, dating.edtf) == ("gregorian", "1917-08-25")
    assert (dating.citation, dating.who, dating.status) == (None, "edith", "accepted")


def test_edtf_form_takes_the_calendar_that_was_chosen(
    editor: Client, timeline: Timeline
) -> None:
    typed = {
        "timeline": timeline.pk,
        "title": "Strike",
        "slug": "strike",
        "datings-0-as_written": "1917-08-12",
        "datings-0-calendar": "julian",
    }
    assert not errors_of(add(editor, "event", **typed))
    assert Dating.objects.get().edtf == "1917-08-25"


def test_a_megabyte_of_summary_is_kept(
    editor: Client, timeline: Timeline, passage: Passage
) -> None:
    summary = "Ж😀 <b>x</b>\n" * 80_000
    typed = event_form(timeline, passage, summary=summary.replace("\n", "\r\n"))
    assert not errors_of(add(editor, "event", **typed))
    event = Event.objects.get()
    assert event.summary == summary
    assert len(event.summary.encode()) > 1_000_000
    assert editor.get(address("event", "change", event.pk)).status_code == 200
    assert editor.get(address("event", "history", event.pk)).status_code == 200
    assert editor.get(address("event", "changelist")).status_code == 200


def test_every_other_row_by_hand(
    editor: Client, timeline: Timeline, passage: Passage
) -> None:
    add(editor, "tag", kind="place", name="Moscow", slug="moscow")
    add(editor, "event", timeline=timeline.pk, title="Rain", slug="rain")
    event = Event.objects.get()
    more = {"key": "note-1", "kind": "note", "number": "1", "text": "[1] A note."}
    add(editor, "passage", document=passage.document_id, **more)
    note = Passage.objects.get(key="note-1")
    assert note.order > passage.order
    marker = {"marker_passage": passage.pk, "label": "rain", "start": "50", "end": "54"}
    add(editor, "notelink", **marker, note_passage=note.pk)
    assert passage.note_markers.get().note_passage == note
    cited = {"event": event.pk, "passage": passage.pk, "quoted": "May 6"}
    assert not errors_of(add(editor, "citation", **cited, role="witness", date="May 6"))
    citation = Citation.objects.get()
    assert citation.datings.get().edtf == "1917-05-19"
    agreeing = {"event": event.pk, "citation": citation.pk, "as_written": "6 May 1917"}
    assert not errors_of(add(editor, "dating", **agreeing))
    assert Dating.objects.get(as_written="6 May 1917").status == "agrees"
    assert Document.objects.get().text() == passage.text + note.text


def test_a_marker_is_not_led_into_another_document(
    editor: Client, passage: Passage
) -> None:
    """Also where nothing else of it is changed."""
    marker = passage.note_markers.create(label="rain", start=50, end=54)
    page = editor.get(address("notelink", "change", marker.pk))
    form = page.context["adminform"].form
    elsewhere = Document.objects.create(slug="elsewhere", title="Elsewhere")
    note = elsewhere.passages.create(
        key="note-1", kind="note", order=10, text="[1] A note."
    )
    values = {name: form[name].value() for name in form.fields}
    values = {name: "" if v is None else v for name, v in values.items()}
    values["note_passage"] = note.pk
    answer = editor.post(address("notelink", "change", marker.pk), values)
    assert "This note is of another document." in answer.content.decode()
    marker.refresh_from_db()
    assert marker.note_passage is None
