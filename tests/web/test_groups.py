"""One group of a timeline's events: by the page, by its address, by its JSON."""

import re

import pytest
from django.test import Client

from tests.factories import make_document, make_event, make_events, make_timeline
from timeline.models import Event, Timeline
from timeline.web import groups

pytestmark = pytest.mark.django_db
ADDRESS = "/timelines/line/"


@pytest.fixture
def line(db: None) -> Timeline:
    """Six dated events: three of `War & <b>`, one of `Peace`; and one undated."""
    line = make_timeline("line")
    passage = make_document("page", passages=["word " * 20]).passages.get()
    events = make_events(line, passage, 6)
    war = [event.pk for event in events[:3]]
    Event.objects.filter(pk__in=war).update(group="War & <b>")
    Event.objects.filter(pk=events[3].pk).update(group="Peace")
    make_event(line, "undated", day=None)
    Event.objects.filter(slug="undated").update(group="Peace")
    return line


def listed(page: str) -> list[str]:
    return re.findall(r'<li class="event"[^>]*data-event="([^"]*)"', page)


def offered(page: str) -> list[str]:
    return re.findall(r'<option value="([^"]*)"', page)


def test_the_groups_stand_in_a_form_that_needs_no_script(
    line: Timeline, client: Client
) -> None:
    page = client.get(ADDRESS).content.decode()
    assert offered(page) == ["", "Peace", "War &amp; &lt;b&gt;"]
    assert "selected" not in page
    assert len(listed(page)) == 7


def test_one_group_is_listed_and_the_others_are_counted(
    line: Timeline, client: Client
) -> None:
    page = client.get(ADDRESS, {"group": "War & <b>"}).content.decode()
    assert listed(page) == ["e0001", "e0002", "e0003"]
    assert 'value="War &amp; &lt;b&gt;" selected' in page
    assert offered(page) == ["", "Peace", "War &amp; &lt;b&gt;"]
    assert "4 events not drawn: in other groups, or in none." in page
    page = client.get(ADDRESS, {"group": "Peace"}).content.decode()
    assert listed(page) == ["e0004", "undated"]


def test_the_json_is_of_the_same_group(line: Timeline, client: Client) -> None:
    query = {"group": "War & <b>", "limit": "2"}
    first = client.get("/timelines/line.json", query).json()
    second = client.get(first["next"]).json()
    slugs = [event["slug"] for page in (first, second) for event in page["events"]]
    assert slugs == ["e0001", "e0002", "e0003"]
    assert (second["next"], second["group"]) == (None, "War & <b>")
    for page in (first, second):
        counted = sum(one["count"] for one in page["undrawn"]) + len(page["events"])
        assert page["total"] == counted == 7
    assert client.get("/timelines/line.json").json()["group"] is None


@pytest.mark.parametrize("query", ["from=1899&to=1950", "undated=yes", "limit=1"])
def test_what_else_was_asked_stays(line: Timeline, client: Client, query: str) -> None:
    page = client.get(f"{ADDRESS}?{query}&group=Peace").content.decode()
    for pair in query.split("&"):
        name, value = pair.split("=")
        assert re.search(rf'<input [^>]*name="{name}" value="{value}"', page)
    assert 'name="group" value' not in page


def test_undated_events_of_a_group_have_their_own_list(
    line: Timeline, client: Client
) -> None:
    found = client.get("/timelines/line.json?undated=yes&group=Peace").json()
    assert [event["slug"] for event in found["events"]] == ["undated"]
    assert sum(one["count"] for one in found["undrawn"]) == 6


def test_a_group_that_is_not_there_has_no_events(
    line: Timeline, client: Client
) -> None:
    answer = client.get(ADDRESS, {"group": "Nowhere"})
    page = answer.content.decode()
    assert (answer.status_code, listed(page)) == (200, [])
    assert "7 events not drawn: in other groups, or in none." in page


@pytest.mark.parametrize("group", ["a\0b", "x" * 201])
def test_what_no_group_can_be_called_is_refused(
    line: Timeline, client: Client, group: str
) -> None:
    assert client.get(ADDRESS, {"group": group}).status_code == 400


def test_groups_of_drafts_are_for_editors(line: Timeline, client: Client) -> None:
    Event.objects.filter(group="Peace").update(publication="draft")
    page = client.get(ADDRESS, {"limit": "1"}).content.decode()
    assert offered(page) == ["", "War &amp; &lt;b&gt;"]
    found = client.get("/timelines/line.json?group=Peace").json()
    assert (found["events"], found["total"]) == ([], 5)


def test_a_timeline_without_groups_has_no_form(client: Client) -> None:
    line = make_timeline("line")
    make_events(line, make_document("page", passages=["word"]).passages.get(), 2)
    assert "ui-group" not in client.get(ADDRESS).content.decode()


def test_a_large_timeline_offers_the_groups_of_its_page(
    line: Timeline, client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(groups, "LARGE", 5)
    page = client.get(ADDRESS, {"limit": "2"}).content.decode()
    assert "War &amp; &lt;b&gt;" in offered(page)


@pytest.mark.parametrize("count", [1, 6, 600])
@pytest.mark.parametrize(("address", "budget"), [("", 15), (".json", 6)])
def test_queries_do_not_grow_with_events(
    client: Client,
    django_assert_max_num_queries: object,
    count: int,
    address: str,
    budget: int,
) -> None:
    line = make_timeline("line")
    make_events(
        line, make_document("page", passages=["word " * 200]).passages.get(), count
    )
    Event.objects.filter(pk__gt=0).update(group="War")
    make_event(line, "other", day=None)
    path = f"/timelines/line{address or '/'}"
    with django_assert_max_num_queries(budget):  # type: ignore[operator]
        assert client.get(path, {"group": "War"}).status_code == 200
