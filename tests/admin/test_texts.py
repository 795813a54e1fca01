"""Any text in any field: shown as text everywhere, or refused with its place."""

from typing import Any
from urllib.parse import urlencode

import pytest
from django.db.models import QuerySet
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, open_form
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    NoteLink,
    Passage,
    Tag,
    Timeline,
)

EVIL = "</textarea></script><script>alert('evil')</script><img src=x onerror=evil()>"
MODELS = (Timeline, Document, Passage, NoteLink, Event, Tag, Citation, Dating)
SHORT = {"label": 40, "edtf_written": 0, "context_date": 0, "digest": 0, "edtf": 0}


@pytest.fixture
def hostile(letter: Document) -> None:
    """The markup in every text column that takes free text, past all forms."""
    for model in MODELS:
        for field in model._meta.concrete_fields:
            if type(field).__name__ in ("SourceCharField", "SourceTextField"):
                length = SHORT.get(field.name, field.max_length or 1000)
                if length >= len(EVIL) and field.name not in ("slug", "exact"):
                    QuerySet.update(model.objects.all(), **{field.name: EVIL})
    Dating.objects.update(citation=None)
    Citation.objects.all().delete()
    for event in Event.objects.all():
        event.citations.create(
            passage=Passage.objects.first(),
            exact=EVIL,
            quoted=EVIL,
            start=0,
            end=len(EVIL),
            prefix=EVIL,
            suffix=EVIL,
        )
        event.extra = {EVIL: EVIL}
        event.title = EVIL
        event._change_reason = EVIL
        event.save()


@pytest.mark.parametrize("page", ["change", "history", "delete", "changelist"])
@pytest.mark.parametrize("model", MODELS)
def test_markup_is_shown_as_text(
    hostile: None, owner: Client, model: type, page: str
) -> None:
    for row in model.objects.all()[:3]:
        args = [] if page == "changelist" else [row.pk]
        content = owner.get(address(model._meta.model_name, page, *args)).content
        assert b"<img src=x" not in content
        assert b"alert('evil')" not in content
        if page == "change":
            assert b"alert(&#x27;evil&#x27;)" in content


def test_markup_in_an_error_and_a_message_is_text(
    editor: Client, letter: Document
) -> None:
    page = address("event", "add")
    timeline = Timeline.objects.get()
    typed = {
        "timeline": timeline.pk,
        "title": EVIL,
        "slug": "evil",
        "citations-0-passage": letter.passages.get(key="p3").pk,
        "citations-0-quoted": EVIL,
        "datings-0-as_written": EVIL,
    }
    refused = editor.post(page, {**open_form(editor, page), **typed})
    assert errors_of(refused)
    assert b"<img src=x" not in refused.content
    typed = {"timeline": timeline.pk, "title": EVIL, "slug": "evil"}
    saved = editor.post(page, {**open_form(editor, page), **typed}, follow=True)
    assert b"<img src=x" not in saved.content
    assert Event.objects.get(slug="evil").title == EVIL
    answer = editor.get(
        "/admin/autocomplete/?app_label=timeline&model_name=dating"
        "&field_name=event&term=alert"
    )
    assert answer["Content-Type"] == "application/json"
    assert EVIL in answer.json()["results"][0]["text"]


REFUSED = {"\x00": "U+0000", "\x07": "U+0007", "\x1b": "U+001B"}


@pytest.mark.parametrize("character", REFUSED)
@pytest.mark.parametrize("field", ["title", "summary", "slug", "group", "link"])
def test_control_characters_are_refused_with_their_place(
    editor: Client, letter: Document, character: str, field: str
) -> None:
    event = Event.objects.first()
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    typed = f"ab{character}cd"
    response = editor.post(page, {**form, field: typed})
    assert response.status_code == 200
    if field != "link":  # an address is refused for what it is
        assert f"Character 2 is {REFUSED[character]}" in errors_of(response)
    event.refresh_from_db()
    assert character not in getattr(event, field)


def test_a_lone_surrogate_never_reaches_a_column(
    editor: Client, letter: Document
) -> None:
    """Its three bytes are no UTF-8; the framework reads them as U+FFFD."""
    event = Event.objects.first()
    page = address("event", "change", event.pk)
    form = {**open_form(editor, page), "title": "MARK"}
    body = urlencode(form, doseq=True).encode().replace(b"MARK", b"a%ED%A0%80b")
    kind = "application/x-www-form-urlencoded"
    assert editor.post(page, body, content_type=kind).status_code == 302
    event.refresh_from_db()
    assert event.title == "a\ufffd\ufffd\ufffdb"


@pytest.mark.parametrize(
    ("extra", "error"),
    [
        ("{", "valid JSON"),
        ('{"a": "x\\u0000"}', "Character 1 is U+0000"),
        ('{"a\\ud800": 1}', "Character 1 is U+D800"),
        ('{"a": ["\\u0007"]}', "Character 0 is U+0007"),
    ],
)
def test_json_is_checked_to_its_leaves(
    editor: Client, letter: Document, extra: str, error: str
) -> None:
    page = address("event", "change", Event.objects.first().pk)
    response = editor.post(page, {**open_form(editor, page), "extra": extra})
    assert error in errors_of(response)


def test_json_is_kept(editor: Client, letter: Document) -> None:
    event = Event.objects.first()
    page = address("event", "change", event.pk)
    form: dict[str, Any] = open_form(editor, page)
    editor.post(page, {**form, "extra": '{"Ж": ["<b>", 1.5, null]}'})
    event.refresh_from_db()
    assert event.extra == {"Ж": ["<b>", 1.5, None]}


@pytest.mark.parametrize("key", ["x", "9" * 40, "'; --", "-1", "\u0663"])
def test_a_key_that_is_none_is_an_error_and_not_a_crash(
    editor: Client, letter: Document, key: str
) -> None:
    page = address("event", "change", Event.objects.first().pk)
    form = open_form(editor, page)
    for name in ("timeline", "tags", "citations-0-passage", "datings-0-citation"):
        assert editor.post(page, {**form, name: key}).status_code == 200
