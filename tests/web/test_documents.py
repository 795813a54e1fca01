"""Documents: long ones in parts, whole in JSON page by page; citations in the text."""

from itertools import pairwise

import pytest
from django.test import Client
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.factories import make_citation, make_document, make_event, make_timeline
from timeline.models import Passage, PassageSize
from timeline.web.document_text import (
    PART_CHARACTERS,
    PART_PASSAGES,
    part_round,
    starts,
)

SIZES = st.lists(
    st.one_of(st.integers(0, 300), st.integers(50_000, 300_000)), max_size=30
)


@settings(deadline=None)
@given(SIZES, st.integers(1, 60))
def test_parts_are_bounded_and_leave_nothing_out(
    lengths: list[int], times: int
) -> None:
    sizes = [PassageSize(f"p{n}", size) for n, size in enumerate(lengths * times)]
    borders = [*starts(sizes), len(sizes)]
    assert borders[0] == 0
    for first, last in pairwise(borders):
        characters = sum(size.characters for size in sizes[first:last])
        assert last - first <= PART_PASSAGES
        assert characters <= PART_CHARACTERS or last - first == 1


def test_the_part_round_a_passage() -> None:
    sizes = [PassageSize(f"p{n}", 10) for n in range(1, 1001)]
    middle = part_round(sizes, "p500")
    assert middle is not None
    assert (middle.first, middle.last) == (400, 800)
    assert (middle.previous, middle.next) == ("p1", "p801")
    first = part_round(sizes, None)
    assert first is not None
    assert (first.first, first.previous, first.next) == (0, None, "p401")
    assert part_round(sizes, "p1001") is None


@pytest.fixture
def long(db: None) -> list[Passage]:
    """A document of 900 passages; the last one is cited."""
    words = [f"Paragraph {n}, 6 May." for n in range(1, 901)]
    passages = list(make_document("long", passages=words).passages.order_by("order"))
    event = make_event(make_timeline("line"), "rain")
    make_citation(event, passages[-1], "6 May", key="last")
    return passages


def test_a_long_document_is_never_served_whole(
    long: list[Passage], client: Client
) -> None:
    content = client.get("/documents/long/").content.decode()
    assert 'id="p400"' in content
    assert 'id="p401"' not in content
    assert 'href="/documents/long/at/p401/#p401"' in content
    middle = client.get("/documents/long/at/p450/").content.decode()
    assert 'id="p401"' in middle
    assert 'id="p800"' in middle
    assert 'href="/documents/long/at/p1/#p1"' in middle
    assert client.get("/documents/long/at/p901/").status_code == 404


def test_a_citation_of_a_long_document_leads_to_its_part(
    long: list[Passage], client: Client
) -> None:
    target = client.get("/citations/last/")["Location"]
    assert target == "/documents/long/at/p900/#c-last"
    content = client.get(target.split("#")[0]).content.decode()
    assert 'id="c-last"' in content
    assert 'data-event="rain"' in content


def test_the_timeline_shows_the_part_it_cites(
    long: list[Passage], client: Client
) -> None:
    content = client.get("/timelines/line/").content.decode()
    assert 'id="p900"' in content
    assert 'href="#c-last"' in content


@pytest.mark.parametrize("limit", ["", "?limit=90", "?limit=500"])
def test_the_json_pages_joined_are_the_text(
    long: list[Passage], client: Client, limit: str
) -> None:
    text, cited, address = "", [], f"/documents/long.json{limit}"
    while address:
        page = client.get(address).json()
        assert len(page["passages"]) <= 500
        text += "".join(p["text"] + p["after"] for p in page["passages"])
        cited += [citation["key"] for citation in page["citations"]]
        address = page["next"]
    assert text == long[0].document.text()
    assert cited == ["last"]


def test_the_json_is_bounded_by_characters_too(db: None, client: Client) -> None:
    make_document("wide", passages=["x" * 150_000, "y" * 150_000, "z" * 1_000_000])
    address, lengths = "/documents/wide.json", []
    while address:
        page = client.get(address).json()
        lengths.append([len(passage["text"]) for passage in page["passages"]])
        address = page["next"]
    assert lengths == [[150_000], [150_000], [1_000_000]]


def test_an_unknown_place_in_a_document(long: list[Passage], client: Client) -> None:
    response = client.get("/documents/long.json?after=p9999")
    assert response.status_code == 400
    assert "key of a passage" in response.json()["error"]
    assert client.get("/documents/long.json?after=%00").status_code == 400


def test_overlapping_citations_each_stand_once(db: None, client: Client) -> None:
    text = "In the strike of August 12 it began.[1]"
    passage = make_document("page", passages=[text]).passages.get()
    line = make_timeline("line")
    strike = make_event(line, "strike")
    other = make_event(line, "other")
    make_citation(strike, passage, "the strike of August 12", key="g1", role="gloss")
    make_citation(strike, passage, "August 12", key="m1")
    make_citation(other, passage, "August 12 it began", key="m2")
    make_citation(other, passage, "August 12", key="x1", role="mention")
    content = client.get("/documents/page/").content.decode()
    for key in ("g1", "m1", "m2", "x1"):
        assert content.count(f'id="c-{key}"') == 1
    assert 'data-citations="g1 m1 x1 m2"' in content


def test_a_document_without_events_and_without_text(db: None, client: Client) -> None:
    make_document("bare", passages=["Nothing is dated here."])
    make_document("empty")
    bare = client.get("/documents/bare/").content.decode()
    assert "No event cites this text yet." in bare
    assert "0 events" in bare
    assert client.get("/documents/empty/").status_code == 200
    found = client.get("/documents/empty.json").json()
    assert (found["passages"], found["next"]) == ([], None)


def test_a_retired_passage_is_not_in_the_text(db: None, client: Client) -> None:
    document = make_document("page", text="First here.\n\nSecond here.\n\nThird here.")
    revision = document.revisions.get()
    second = document.passages.get(text="Second here.")
    second.retired_in = revision
    second.save()
    assert "Second here." not in client.get("/documents/page/").content.decode()
    found = client.get("/documents/page.json").json()["passages"]
    assert "Second here." not in [passage["text"] for passage in found]
    assert client.get(f"/documents/page/at/{second.key}/").status_code == 404
