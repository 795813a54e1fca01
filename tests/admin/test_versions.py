"""Two editors at once: the later one sees the newer values and loses no word."""

from typing import Any

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, form_of, open_form
from timeline.admin.versions import SeenVersionField
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    NoteLink,
    Passage,
    StaleVersion,
    Tag,
    Timeline,
)

TEXT_FIELDS = {
    Timeline: "description",
    Document: "creator",
    Passage: "after",
    NoteLink: "basis",
    Event: "summary",
    Tag: "name",
    Citation: "note",
    Dating: "reason",
}


@pytest.mark.parametrize("model", TEXT_FIELDS)
def test_the_later_save_is_refused_with_both_versions(
    letter: Document, editor: Client, second_editor: Client, model: type
) -> None:
    row, field = model.objects.first(), TEXT_FIELDS[model]
    page = address(model._meta.model_name, "change", row.pk)
    mine, theirs = open_form(editor, page), open_form(second_editor, page)
    assert second_editor.post(page, {**theirs, field: "theirs"}).status_code == 302
    response = editor.post(page, {**mine, field: "mine"})
    assert response.status_code == 200
    errors = errors_of(response)
    assert "was saved by sam after you opened it" in errors
    assert "Stored now: “theirs”" in errors
    assert form_of(response)[field] == "mine"
    row.refresh_from_db()
    assert getattr(row, field) == "theirs"
    # Having seen both, the editor may save again.
    assert editor.post(page, form_of(response)).status_code == 302
    row.refresh_from_db()
    assert getattr(row, field) == "mine"


def test_a_form_without_its_version_is_refused(
    letter: Document, editor: Client
) -> None:
    event = Event.objects.first()
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    del form["seen_version"]
    response = editor.post(page, {**form, "summary": "blind"})
    assert response.status_code == 200
    event.refresh_from_db()
    assert event.summary != "blind"


@pytest.mark.parametrize(
    ("prefix", "field"), [("citations-0", "note"), ("datings-0", "reason")]
)
def test_it_holds_for_the_rows_of_an_event(
    letter: Document, editor: Client, second_editor: Client, prefix: str, field: str
) -> None:
    page = address("event", "change", Event.objects.get(slug="moscow-strike").pk)
    name = f"{prefix}-{field}"
    mine, theirs = open_form(editor, page), open_form(second_editor, page)
    assert second_editor.post(page, {**theirs, name: "theirs"}).status_code == 302
    response = editor.post(page, {**mine, name: "mine"})
    assert "Stored now: “theirs”" in errors_of(response)
    assert form_of(response)[name] == "mine"


def test_it_holds_for_the_passages_of_a_document(
    letter: Document, editor: Client, second_editor: Client
) -> None:
    page = address("document", "change", letter.pk)
    mine, theirs = open_form(editor, page), open_form(second_editor, page)
    name = "passages-0-text"
    assert second_editor.post(page, {**theirs, name: "Theirs"}).status_code == 302
    response = editor.post(page, {**mine, name: "Mine"})
    assert "Stored now: “Theirs”" in errors_of(response)
    assert form_of(response)[name] == "Mine"
    assert letter.passages.get(key="title").text == "Theirs"


def test_rows_that_others_saved_are_no_hindrance_where_nothing_was_typed(
    letter: Document, editor: Client, second_editor: Client
) -> None:
    """Two editors may work on different datings of one event."""
    event = Event.objects.get(slug="petrograd-soviet-resolution")
    page = address("event", "change", event.pk)
    first, second = event.datings.order_by("pk")
    alone = address("dating", "change", first.pk)
    theirs = {**open_form(second_editor, alone), "reason": ""}
    mine = open_form(editor, page)
    assert second_editor.post(alone, theirs).status_code == 302
    rows = {mine[f"datings-{n}-id"]: n for n in (0, 1)}
    name = f"datings-{rows[str(second.pk)]}-reason"
    assert editor.post(page, {**mine, name: "mine"}).status_code == 302


def test_a_save_in_the_same_instant_is_answered_too(
    letter: Document, editor: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The other save lands between the form's look and the row's own."""
    event = Event.objects.first()
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    save, calls = Event.save, []

    def late(self: Event, *args: Any, **kwargs: Any) -> None:
        calls.append(self)
        if len(calls) == 1:
            other = Event.objects.get(pk=self.pk)
            other.summary, other.version = "theirs", other.version + 1
            raise StaleVersion(other)
        save(self, *args, **kwargs)

    monkeypatch.setattr(Event, "save", late)
    response = editor.post(page, {**form, "summary": "mine"})
    assert response.status_code in (200, 302)
    assert len(calls) == 2


def test_a_version_is_never_a_change() -> None:
    assert not SeenVersionField().has_changed(1, "2")
