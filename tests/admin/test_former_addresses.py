"""Former addresses in the admin: seen from their row, taken away by publishers."""

import pytest
from django.test import Client

from tests.admin.addresses import address
from timeline.models import Document, Event, FormerAddress


@pytest.fixture
def event(letter: Document) -> Event:
    found = Event.objects.get(slug="moscow-strike")
    found.slug = "strike-of-moscow"
    found.save()
    return found


def test_the_page_of_an_event_leads_to_them(editor: Client, event: Event) -> None:
    page = editor.get(address("event", "change", event.pk)).content.decode()
    assert "former addresses (1)" in page
    listed = f"{address('formeraddress', 'changelist')}?event__id__exact={event.pk}"
    assert listed in page
    rows = editor.get(listed).content.decode()
    assert "moscow-strike" in rows
    assert address("event", "change", event.pk) in rows


def test_nobody_types_one(publisher: Client, event: Event) -> None:
    assert publisher.get(address("formeraddress", "add")).status_code == 403
    pk = FormerAddress.objects.get().pk
    page = publisher.get(address("formeraddress", "change", pk))
    assert page.status_code == 200
    assert "_save" not in page.content.decode()


def test_only_a_publisher_takes_one_away(
    editor: Client, publisher: Client, event: Event
) -> None:
    gone = address("formeraddress", "delete", FormerAddress.objects.get().pk)
    assert editor.post(gone, {"post": "yes"}).status_code == 403
    assert publisher.post(gone, {"post": "yes"}).status_code == 302
    assert not FormerAddress.objects.exists()
