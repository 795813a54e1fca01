"""The lists of a timeline: bounded, walked page by page, nothing dropped in silence."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    make_citation,
    make_dating,
    make_document,
    make_event,
    make_events,
    make_timeline,
)
from timeline.models import Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def thirty(db: None) -> Timeline:
    """27 events a day apart from 1 January 1900, and 3 without an accepted date."""
    line = make_timeline("line")
    passage = make_document("page", passages=["word " * 20]).passages.get()
    make_events(line, passage, 27)
    for number in range(3):
        make_event(line, f"undated {number}", day=None)
    return line


def walk(client: Client, address: str | None) -> list[dict[str, Any]]:
    """Every page of a list, as `next` leads."""
    pages = []
    while address:
        pages.append(client.get(address).json())
        address = pages[-1]["next"]
    return pages


@pytest.mark.parametrize("limit", [1, 5, 26, 27, 28, 500])
def test_pages_joined_are_the_list(
    thirty: Timeline, client: Client, limit: int
) -> None:
    pages = walk(client, f"/timelines/line.json?limit={limit}")
    slugs = [event["slug"] for page in pages for event in page["events"]]
    assert slugs == [f"e{number:04}" for number in range(1, 28)]
    assert len(pages) == -(-27 // limit)


@pytest.mark.parametrize(
    "query",
    [
        "",
        "?limit=4",
        "?from=1900-01-10",
        "?from=1900-01-10&to=1900-01-12&limit=2",
        "?to=1899",
        "?from=2415021&to=2415022",
        "?undated=yes",
        "?undated=yes&limit=2",
    ],
)
def test_every_event_is_drawn_or_counted(
    thirty: Timeline, client: Client, query: str
) -> None:
    for page in walk(client, f"/timelines/line.json{query}"):
        undrawn = sum(reason["count"] for reason in page["undrawn"])
        assert page["total"] == 30
        assert len(page["events"]) + undrawn == 30
        assert all(reason["count"] > 0 for reason in page["undrawn"])


def test_the_reasons(thirty: Timeline, client: Client) -> None:
    address = "/timelines/line.json?from=1900-01-10&to=1900-01-12&limit=2"
    found = client.get(address).json()
    assert [event["slug"] for event in found["events"]] == ["e0010", "e0011"]
    assert found["undrawn"] == [
        {"why": "no accepted date", "count": 3},
        {"why": "outside the dates asked for", "count": 24},
        {"why": "on other pages of this list", "count": 1},
    ]
    assert (found["from"], found["to"]) == (2415030, 2415032)


def test_undated_events_have_a_list_of_their_own(
    thirty: Timeline, client: Client
) -> None:
    pages = walk(client, "/timelines/line.json?undated=yes&limit=2")
    slugs = [event["slug"] for page in pages for event in page["events"]]
    assert slugs == ["undated 0", "undated 1", "undated 2"]


def test_a_page_says_what_it_does_not_draw(thirty: Timeline, client: Client) -> None:
    content = client.get("/timelines/line/?limit=5").content.decode()
    assert "3 events not drawn: no accepted date." in content
    assert "22 events not drawn: on other pages of this list." in content
    assert 'rel="next"' in content
    for number in range(3):
        assert f"Event undated {number}" in content


def test_events_of_one_day_keep_the_order_they_were_entered_in(client: Client) -> None:
    line = make_timeline("line")
    for slug in ("second", "first", "third"):
        make_event(line, slug, "1917-05-06")
    make_event(line, "century", "18XX")
    make_event(line, "noon", "1917-05-06T12:00:00")
    (page,) = walk(client, "/timelines/line.json")
    slugs = [event["slug"] for event in page["events"]]
    assert slugs == ["century", "second", "first", "third", "noon"]
    pages = walk(client, "/timelines/line.json?limit=1")
    assert [event["slug"] for one in pages for event in one["events"]] == slugs


def test_a_range_is_found_by_any_of_its_days(client: Client) -> None:
    line = make_timeline("line")
    make_event(line, "century", "1801/1900")
    make_event(line, "open", "1850/..")
    make_event(line, "unknown end", "1850/")
    for query, slugs in [
        ("from=1850&to=1850", {"century", "open", "unknown end"}),
        ("from=1901", {"open", "unknown end"}),
        ("to=1800", set()),
        ("to=1801-01-01", {"century"}),
    ]:
        found = client.get(f"/timelines/line.json?{query}").json()
        assert {event["slug"] for event in found["events"]} == slugs


def test_open_ends_are_null_and_named(client: Client) -> None:
    make_event(make_timeline("line"), "reign", "1850/..")
    (event,) = client.get("/timelines/line.json").json()["events"]
    (dating,) = event["datings"]
    assert (dating["last_day"], dating["end_kind"]) == (None, "open")
    assert (dating["first_day"], dating["start_kind"]) == (2396759, "known")


def test_a_date_without_a_passage_says_so(client: Client) -> None:
    line = make_timeline("line")
    event = make_event(line, "bare", day=None)
    make_dating(event, "1917-05-06", status="accepted", who="E. Archivist")
    make_event(line, "nothing", day=None)
    content = client.get("/timelines/line/").content.decode()
    assert "no passage: entered by <bdi>E. Archivist</bdi>" in content
    assert "no passage: entered by <bdi>an editor whose name" in content
    page = client.get("/timelines/line/events/bare/").content.decode()
    assert "no passage: entered by <bdi>E. Archivist</bdi>" in page


def test_a_gregorian_date_has_one_line_and_no_style(client: Client) -> None:
    make_event(make_timeline("line"), "one", "1917-05-06")
    content = client.get("/timelines/line/").content.decode()
    assert "6 May 1917" in content
    assert "Style" not in content.replace("stylesheet", "")


def test_another_calendar_is_named(client: Client) -> None:
    make_event(make_timeline("line"), "one", "5678-01-01", calendar="hebrew")
    content = client.get("/timelines/line/").content.decode()
    assert "Hebrew calendar" in content
    assert "Gregorian calendar" in content
    assert "Old Style" not in content


def test_an_open_reading_is_a_conflict_told(client: Client) -> None:
    passage = make_document("page", passages=["May 6 or May 7."]).passages.get()
    event = make_event(make_timeline("line"), "one", "1917-05-06")
    make_citation(event, passage, "May 6")
    other = make_citation(event, passage, "May 7")
    make_dating(
        event, "1917-05-07", citation=other, reason="A later hand.", status="open"
    )
    content = client.get("/timelines/line/").content.decode()
    assert "7 May" in content
    assert "(open)" in content
    assert "Open: ¶ 1. <bdi>A later hand.</bdi>" in content


@pytest.mark.parametrize(
    "query",
    ["from=x", "to=1917-02-30", "limit=0", "limit=501", "after=x", "from=2&to=1"],
)
def test_a_bad_query_is_refused_with_words(
    thirty: Timeline, client: Client, query: str
) -> None:
    response = client.get(f"/timelines/line.json?{query}")
    assert response.status_code == 400
    assert list(response.json()) == ["error"]
    page = client.get(f"/timelines/line/?{query}")
    assert page.status_code == 400
    assert "not understood" in page.content.decode()


def test_a_timeline_of_two_documents_names_them_and_shows_no_text(
    client: Client,
) -> None:
    line = make_timeline("line")
    for slug in ("diary", "gazette"):
        passage = make_document(slug, passages=["Rain on May 6."]).passages.get()
        make_citation(make_event(line, f"{slug} rain"), passage, "May 6", key=slug)
    content = client.get("/timelines/line/").content.decode()
    assert 'id="ui-text"' not in content
    for slug in ("diary", "gazette"):
        assert (
            f'<a href="/citations/{slug}/">¶ 1</a> of <bdi>Document {slug}' in content
        )
        assert f'<a href="/documents/{slug}/">' in content


def test_a_date_no_other_calendar_can_name(client: Client) -> None:
    make_event(make_timeline("line"), "far", "Y17E7")
    assert client.get("/timelines/line/").status_code == 200
    assert client.get("/timelines/line.json").status_code == 200
