"""Who did what when: per field, with the difference, and back."""

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, open_form
from timeline.models import Citation, Dating, Document, Event, Passage, Tag


def edit(client: Client, model: str, pk: int, **typed: str) -> None:
    page = address(model, "change", pk)
    response = client.post(page, {**open_form(client, page), **typed})
    assert response.status_code == 302, errors_of(response)


def former(client: Client, row: object) -> str:
    """The address of the state before the latest."""
    name = row._meta.model_name
    return address(name, "simple_history", row.pk, row.history.all()[1].pk)


@pytest.fixture
def event(letter: Document) -> Event:
    return Event.objects.get(slug="moscow-strike")


def test_it_names_who_what_and_the_difference(editor: Client, event: Event) -> None:
    edit(editor, "event", event.pk, title="A strike")
    content = editor.get(address("event", "history", event.pk)).content.decode()
    assert "edith" in content
    assert "<bdi>Strike in Moscow</bdi> → <bdi>A strike</bdi>" in content
    assert "style=" not in content


def test_a_former_state_comes_back(editor: Client, event: Event) -> None:
    edit(editor, "event", event.pk, title="A strike", summary="x")
    summary = event.summary
    page = former(editor, event)
    form = open_form(editor, page)
    assert form["title"] == "Strike in Moscow"
    assert editor.post(page, form).status_code == 302
    event.refresh_from_db()
    assert (event.title, event.summary, event.version) == (
        "Strike in Moscow",
        summary,
        3,
    )
    assert event.history.count() == 3


def test_tags_come_back_too(editor: Client, event: Event) -> None:
    event.tags.set([])
    event.save()
    tag = Tag.objects.create(slug="x", name="X")
    edit(editor, "event", event.pk, tags=[str(tag.pk)])
    assert list(event.tags.all()) == [tag]
    before = next(h for h in event.history.all() if not h.tags.exists())
    page = address("event", "simple_history", event.pk, before.pk)
    editor.post(page, open_form(editor, page))
    assert list(event.tags.all()) == []


def test_a_revert_over_a_newer_version_is_refused(
    editor: Client, second_editor: Client, event: Event
) -> None:
    edit(editor, "event", event.pk, title="A strike")
    page = former(editor, event)
    form = open_form(editor, page)
    edit(second_editor, "event", event.pk, title="Theirs")
    response = editor.post(page, form)
    assert response.status_code == 200
    event.refresh_from_db()
    assert event.title == "Theirs"


def test_an_editor_publishes_nothing_by_going_back(
    editor: Client, publisher: Client, event: Event
) -> None:
    edit(publisher, "event", event.pk, publication="draft")
    page = former(editor, event)  # published then
    editor.post(page, open_form(editor, page))
    event.refresh_from_db()
    assert event.publication == "draft"


def test_nor_takes_back_what_is_published(
    editor: Client, publisher: Client, event: Event
) -> None:
    edit(publisher, "event", event.pk, publication="draft")
    edit(publisher, "event", event.pk, publication="published")
    page = former(editor, event)  # a draft then
    editor.post(page, open_form(editor, page))
    event.refresh_from_db()
    assert event.publication == "published"


def test_a_passage_comes_back_with_its_citations(
    editor: Client, letter: Document
) -> None:
    passage = letter.passages.get(key="p3")
    text = passage.text
    edit(editor, "passage", passage.pk, text="Indeed. " + text.replace("\n", "\r\n"))
    assert Citation.objects.get(key="m01").start == 106 + 8
    page = former(editor, passage)
    response = editor.post(page, open_form(editor, page))
    assert response.status_code == 302, errors_of(response)
    passage.refresh_from_db()
    assert passage.text == text
    assert Citation.objects.get(key="m01").start == 106


def test_a_dating_that_was_accepted_comes_back_by_following(
    editor: Client, letter: Document
) -> None:
    event = Event.objects.get(slug="coalition-government-announced")
    may, march = (event.datings.get(citation__key=key) for key in ("m01", "m06"))
    event.follow(march, "a better print")
    page = former(editor, may)
    form = open_form(editor, page)
    assert form["status"] == "accepted"
    response = editor.post(page, {**form, "reason": "the print was a reprint"})
    assert response.status_code == 302, errors_of(response)
    assert event.accepted_dating() == may
    assert Dating.objects.filter(event=event, status="accepted").count() == 1


def test_a_citation_whose_words_went_does_not_come_back(
    editor: Client, letter: Document
) -> None:
    """Its former place holds other words now."""
    citation = Citation.objects.get(key="m04")
    edit(editor, "citation", citation.pk, quoted="strike of August 12")
    passage: Passage = citation.passage
    edit(editor, "passage", passage.pk, text="New. " + passage.text)
    first = citation.history.last()
    page = address("citation", "simple_history", citation.pk, first.pk)
    response = editor.post(page, open_form(editor, page))
    assert response.status_code == 200
    citation.refresh_from_db()
    assert citation.passage.text[citation.start : citation.end] == citation.exact
