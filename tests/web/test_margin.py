"""What stands in the margin of a passage: as much as has room, nothing twice."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    make_citation,
    make_dating,
    make_document,
    make_event,
    make_timeline,
)
from timeline.models import Passage
from timeline.web.margin import LABEL_LINE, MOST, Label, margin

LONG = "The first of all assemblies that were ever called together in the old town hall"


def test_titles_stand_whole_where_there_is_room() -> None:
    labels = [Label("6 May", "Strike"), Label("7 May", "Talks")]
    assert margin(labels, 500) == labels
    assert margin([], 500) == []


def test_a_long_title_is_cut_between_words() -> None:
    ((_, title, _),) = margin([Label("6 May", LONG)], 500)
    assert title.endswith("…")
    assert LONG.startswith(title[:-1])
    assert LONG[len(title) - 1] == " "
    assert len(title) <= MOST * LABEL_LINE


@pytest.mark.parametrize("title", ["x" * 300, "Überlieferungsgeschichten" * 9])
def test_a_word_without_end_is_cut(title: str) -> None:
    ((_, cut, _),) = margin([Label("6 May", title)], 10)
    assert 10 < len(cut) <= MOST * LABEL_LINE


@pytest.mark.parametrize("length", [1, 60, 300, 5_000])
@pytest.mark.parametrize("count", [1, 2, 12, 400])
def test_labels_take_no_more_room_than_the_passage_has(count: int, length: int) -> None:
    labels = [Label(f"{n} May", LONG) for n in range(count)]
    found = margin(labels, length)
    assert [label.day for label in found] == [f"{n} May" for n in range(len(found))]
    assert len(found) + found[-1].more == count
    lines = sum(-(-len(f"{day} {title}") // LABEL_LINE) for day, title, _ in found)
    assert lines <= max(MOST, 2 * (2 + length // 70))


def labels(page: str) -> list[tuple[str, str]]:
    return re.findall(
        r'class="beside"[^>]*data-day="([^"]*)" data-title="([^"]*)"', page
    )


@pytest.mark.parametrize("address", ["/timelines/letter/", "/documents/letter/"])
def test_the_letter_has_its_events_in_the_margin(
    letter: Any, client: Client, address: str
) -> None:
    page = client.get(address).content.decode()
    assert [day for day, _ in labels(page)] == ["6 May", "31 Aug", "12 Sept", "12 Aug"]
    assert labels(page)[3] == ("12 Aug", "Strike in Moscow")
    assert re.search(
        r'id="c-m04"[^>]*>August 12<span class="beside"[^>]*></span></a>', page
    )


@pytest.fixture
def passage(db: None) -> Passage:
    return make_document(
        "page", passages=["In May and in June, in <May>."]
    ).passages.get()


def test_an_event_dated_twice_in_a_passage_stands_there_once(
    passage: Passage, client: Client
) -> None:
    event = make_event(make_timeline("line"), title='"<b>"')
    make_citation(event, passage, "June", key="second")
    make_citation(event, passage, "In May", key="first")
    page = client.get("/documents/page/").content.decode()
    assert labels(page) == [("6 May", "&quot;&lt;b&gt;&quot;")]
    assert (
        page.index('id="c-first"') < page.index("beside") < page.index('id="c-second"')
    )


def test_who_only_explains_or_is_not_public_stands_nowhere(
    passage: Passage, client: Client
) -> None:
    event = make_event(make_timeline("line"))
    make_citation(event, passage, "June", role="gloss")
    draft = make_event(event.timeline, "draft", publication="draft")
    make_citation(draft, passage, "In May")
    assert labels(client.get("/documents/page/").content.decode()) == []


def test_an_event_without_an_accepted_date_is_named_too(
    passage: Passage, client: Client
) -> None:
    event = make_event(make_timeline("line"), day=None, title="Talks")
    citation = make_citation(event, passage, "June")
    make_dating(event, "1917-06", citation=citation, status="open")
    page = client.get("/documents/page/").content.decode()
    assert labels(page) == [("", "Talks")]
