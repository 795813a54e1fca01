"""What is not published is 404, and in no page, count, list or JSON; editors see it."""

import itertools
from typing import Any

import pytest
from django.test import Client

from tests.factories import make_citation, make_document, make_event, make_timeline

pytestmark = pytest.mark.django_db
SECRET = "vespertine"
STATES = ("draft", "reviewed", "published")


def make(timeline: str, event: str, document: str) -> None:
    """One event with one citation; every text of it is recognisable."""
    line = make_timeline("line", publication=timeline, title=f"{SECRET} timeline")
    page = make_document(
        "page",
        passages=[f"It rained on May 6, {SECRET}."],
        publication=document,
        title=f"{SECRET} document",
    )
    happened = make_event(line, "rain", publication=event, title=f"{SECRET} event")
    passage = page.passages.get()
    make_citation(happened, passage, f"May 6, {SECRET}", key="rain1")


def public(*states: str) -> bool:
    return all(state == "published" for state in states)


ADDRESSES = {
    "/timelines/line/": ("timeline",),
    "/timelines/line.json": ("timeline",),
    "/timelines/line/events/rain/": ("timeline", "event"),
    "/timelines/line/events/rain.json": ("timeline", "event"),
    "/documents/page/": ("document",),
    "/documents/page.json": ("document",),
    "/documents/page/at/p1/": ("document",),
    "/citations/rain1/": ("timeline", "event", "document"),
}


@pytest.mark.parametrize(
    ("timeline", "event", "document"), list(itertools.product(STATES, repeat=3))
)
def test_the_public_sees_what_is_published(
    client: Client, timeline: str, event: str, document: str
) -> None:
    states = {"timeline": timeline, "event": event, "document": document}
    make(**states)
    for address, needs in ADDRESSES.items():
        shown = public(*(states[name] for name in needs))
        status = client.get(address).status_code
        assert (status in (200, 302)) == shown, address
        assert status in (200, 302, 404)


def body(client: Client, address: str) -> str:
    return client.get(address).content.decode()


def test_a_draft_event_is_in_no_list_and_count(client: Client) -> None:
    make("published", "draft", "published")
    for address in ("/", "/timelines/", "/timelines/line/", "/documents/page/"):
        assert f"{SECRET} event" not in body(client, address)
        assert "1 event" not in body(client, address)
        assert "1 date cited" not in body(client, address)
    assert client.get("/timelines/line.json").json()["total"] == 0
    assert client.get("/documents/page.json").json()["citations"] == []


def test_a_draft_timeline_keeps_its_citations_from_the_document(client: Client) -> None:
    make("draft", "published", "published")
    assert f"{SECRET} event" not in body(client, "/documents/page/")
    assert client.get("/documents/page.json").json()["citations"] == []
    assert f"{SECRET} timeline" not in body(client, "/") + body(client, "/timelines/")


def test_a_draft_document_keeps_its_words_from_the_event(client: Client) -> None:
    make("published", "published", "draft")
    for address in (
        *("/", "/documents/", "/timelines/line/", "/timelines/line.json"),
        *("/timelines/line/events/rain/", "/timelines/line/events/rain.json"),
    ):
        found = body(client, address)
        assert f"May 6, {SECRET}" not in found
        assert f"{SECRET} document" not in found
        assert "rain1" not in found
        assert "/documents/page" not in found
    assert "its passage is not public" in body(client, "/timelines/line/")
    (dating,) = client.get("/timelines/line/events/rain.json").json()["datings"]
    assert (dating["citation"], dating["as_written"]) == (None, "")


def test_a_supplied_part_does_not_name_a_draft_document(client: Client) -> None:
    make("published", "published", "published")
    make_document("hidden", passages=["1917"], publication="draft")
    event = make_event(make_timeline("other"), "other", day=None)
    part: dict[str, Any] = {
        **{"what": "year", "value": "1917", "why": f"{SECRET} why"},
        "from": {"document": "hidden", "passage": "p1"},
    }
    event.datings.create(edtf_written="1917-05-06", supplied=[part], status="accepted")
    for address in ("/timelines/other/", "/timelines/other.json"):
        found = body(client, address)
        assert "hidden" not in found.replace(" hidden>", "").replace(" hidden ", "")
        assert f"{SECRET} why" not in found
        assert "a document that is not public" in found


def test_editors_see_drafts(editor: Client) -> None:
    make("draft", "reviewed", "draft")
    for address in ADDRESSES:
        assert editor.get(address).status_code in (200, 302)
    for address in ("/", "/timelines/line/", "/timelines/line/events/rain/"):
        assert "not published" in body(editor, address)


def test_someone_signed_in_without_rights_is_the_public(
    client: Client, django_user_model: Any
) -> None:
    make("draft", "draft", "draft")
    client.force_login(django_user_model.objects.create_user("reader", is_staff=True))
    for address in ADDRESSES:
        assert client.get(address).status_code == 404
