"""Who did what and when, field by field; a former state restored over no newer one."""

import re

import pytest
from django.test import Client

from timeline.models import Citation, Dating, Document, Event, Tag, Timeline


@pytest.fixture
def event(letter: Document) -> Event:
    return Event.objects.get(slug="moscow-strike")


def change(client: Client, event: Event, **values: str) -> None:
    """A change of the event as its editor makes it."""
    row = Event.objects.get(pk=event.pk)
    for name, value in values.items():
        setattr(row, name, value)
    row._history_user = client.user
    row.save()


def forms(page: str) -> list[dict[str, str]]:
    """The forms that restore a state, the latest first."""
    found = re.findall(r'<form method="post">(.*?)</form>', page, re.S)
    return [
        dict(re.findall(r'name="(entry|seen)" value="(\d+)"', form)) for form in found
    ]


def address(kind: str, pk: int) -> str:
    return f"/desk/history/{kind}/{pk}/"


def test_each_field_is_told_with_who_and_when(editor: Client, event: Event) -> None:
    change(editor, event, title="The strike of Moscow", summary="Told <b>anew</b>.")
    page = editor.get(address("event", event.pk)).content.decode()
    assert "edith" in page
    assert "<del>Strike in Moscow</del> <ins>The strike of Moscow</ins>" in page
    assert "Told &lt;b&gt;anew&lt;/b&gt;." in page


def test_of_long_texts_the_words_that_differ(editor: Client, event: Event) -> None:
    long = "It began in the morning and lasted a day. " * 10
    change(editor, event, summary=long)
    change(editor, event, summary=long.replace("a day. ", "a night. ", 1))
    page = editor.get(address("event", event.pk)).content.decode()
    assert "<del>day</del><ins>night</ins>" in page


def test_a_state_is_restored(editor: Client, event: Event) -> None:
    event.tags.add(Tag.objects.create(slug="strike", name="Strike"))
    before = event.title
    change(editor, event, title="Wrong")
    Event.objects.get(pk=event.pk).tags.clear()
    page = editor.get(address("event", event.pk)).content.decode()
    first = forms(page)[-1]
    answer = editor.post(address("event", event.pk), first, follow=True)
    assert "The state of" in answer.content.decode()
    event.refresh_from_db()
    assert event.title == before
    assert "moscow" in event.tags.values_list("slug", flat=True)
    assert event.history.first().history_user == editor.user
    assert "restored" in event.history.first().history_change_reason


def test_not_over_a_newer_version(editor: Client, event: Event) -> None:
    change(editor, event, title="First")
    form = forms(editor.get(address("event", event.pk)).content.decode())[-1]
    change(editor, event, title="Second")
    answer = editor.post(address("event", event.pk), form, follow=True)
    assert "was saved by somebody else" in answer.content.decode()
    event.refresh_from_db()
    assert event.title == "Second"


def test_it_neither_publishes_nor_takes_back(
    editor: Client, publisher: Client, event: Event
) -> None:
    change(publisher, event, publication="draft")
    form = forms(editor.get(address("event", event.pk)).content.decode())[-1]
    editor.post(address("event", event.pk), form)
    event.refresh_from_db()
    assert event.publication == "draft"
    form = forms(publisher.get(address("event", event.pk)).content.decode())[-1]
    publisher.post(address("event", event.pk), form)
    event.refresh_from_db()
    assert event.publication == "published"


def test_what_an_event_follows_stays(editor: Client, letter: Document) -> None:
    event = Event.objects.get(slug="coalition-government-announced")
    accepted, rejected = event.accepted_dating(), event.datings.get(status="rejected")
    event.follow(rejected, "tried")
    page = editor.get(address("dating", accepted.pk)).content.decode()
    editor.post(address("dating", accepted.pk), forms(page)[-1])
    assert event.accepted_dating() == rejected
    assert Dating.objects.get(pk=accepted.pk).status == "rejected"


def test_a_citation_goes_back_only_to_words_that_stand(
    editor: Client, letter: Document
) -> None:
    passage = letter.passages.get(key="p4")
    passage.text = passage.text.replace("August 12", "August 13")
    passage.save()
    citation = Citation.objects.get(key="m04")
    page = editor.get(address("citation", citation.pk)).content.decode()
    answer = editor.post(address("citation", citation.pk), forms(page)[-1], follow=True)
    assert "“August 13”" in answer.content.decode()
    assert Citation.objects.get(key="m04").exact == "August 13"


@pytest.mark.parametrize("kind", ["timeline", "document", "citation", "dating"])
def test_every_kind_has_its_page(editor: Client, letter: Document, kind: str) -> None:
    models = {"timeline": Timeline, "document": Document}
    model = {**models, "citation": Citation, "dating": Dating}[kind]
    row = model.objects.first()
    row.save()
    assert editor.get(address(kind, row.pk)).status_code == 200
    assert editor.get(address(kind, 999_999)).status_code == 404


def test_an_entry_of_another_row_is_refused(editor: Client, event: Event) -> None:
    other = Event.objects.exclude(pk=event.pk).first()
    other.save()
    entry = other.history.first().history_id
    form = {"entry": entry, "seen": event.version}
    assert editor.post(address("event", event.pk), form).status_code == 410
    event.refresh_from_db()
    assert event.title != other.title


def test_queries_do_not_grow(
    editor: Client, event: Event, django_assert_max_num_queries: object
) -> None:
    for number in range(35):
        change(editor, event, title=f"Title {number}")
    with django_assert_max_num_queries(110):
        page = editor.get(address("event", event.pk)).content.decode()
    assert page.count("<h2>") == 30
    assert "Earlier entries" in page
