"""Former addresses redirect to where a thing stands now, drafts excepted."""

import pytest
from django.test import Client

from tests.factories import make_citation, make_document, make_event, make_timeline
from timeline.models import Event, merge_events


@pytest.fixture
def renamed(db: None) -> Event:
    """Everything was called `old` before, and is called `new` now."""
    timeline = make_timeline("old")
    document = make_document("old", passages=["On 3 May 1821."])
    event = make_event(timeline, "old", "1821-05-03")
    make_citation(event, document.passages.get(), "3 May 1821")
    for row in (timeline, document, event):
        row.slug = "new"
        row.save()
    return event


@pytest.mark.parametrize(
    ("former", "present"),
    [
        ("/timelines/old/", "/timelines/new/"),
        ("/timelines/old/?from=1800", "/timelines/new/?from=1800"),
        ("/timelines/old.json", "/timelines/new.json"),
        ("/documents/old/", "/documents/new/"),
        ("/documents/old/at/p1/", "/documents/new/at/p1/"),
        ("/documents/old.json", "/documents/new.json"),
        ("/timelines/old/events/old/", "/timelines/new/events/new/"),
        ("/timelines/new/events/old/", "/timelines/new/events/new/"),
        ("/timelines/old/events/new.json", "/timelines/new/events/new.json"),
    ],
)
def test_a_former_address_leads_to_the_present_one(
    client: Client, renamed: Event, former: str, present: str
) -> None:
    answer = client.get(former)
    assert (answer.status_code, answer.get("Location")) == (301, present)
    assert client.get(present).status_code == 200


@pytest.mark.parametrize(
    "address",
    ["/timelines/gone/", "/documents/gone/", "/timelines/new/events/gone/"],
)
def test_what_never_was_is_not_found(
    client: Client, renamed: Event, address: str
) -> None:
    assert client.get(address).status_code == 404


def test_a_draft_is_not_betrayed(client: Client, renamed: Event) -> None:
    renamed.publication = "draft"
    renamed.save()
    assert client.get("/timelines/old/events/old/").status_code == 404
    assert client.get("/timelines/new/events/old.json").status_code == 404


def test_a_slug_that_is_taken_again_leads_to_its_new_owner(
    client: Client, renamed: Event
) -> None:
    make_timeline("old", title="Quite another")
    answer = client.get("/timelines/old/")
    assert answer.status_code == 200
    assert "Quite another" in answer.content.decode()


def test_a_merged_event_leads_to_the_kept_one(client: Client, renamed: Event) -> None:
    other = make_event(make_timeline("far"), "twin", None)
    merge_events(renamed, other)
    answer = client.get("/timelines/far/events/twin/")
    assert answer["Location"] == "/timelines/new/events/new/"
