"""The first page and the work-lists: what they list, and counts that add up."""

import re

import pytest
from django.test import Client

from tests.factories import (
    make_citation,
    make_dating,
    make_document,
    make_event,
    make_timeline,
)
from timeline.models import Document, Event, find_proposals, sums


def listed(client: Client, name: str) -> list[str]:
    """The titles on a work-list."""
    page = client.get(f"/desk/{name}/").content.decode()
    return re.findall(r'<a href="/\S+/\d+/\S*"><bdi>(.*?)</bdi>', page)


@pytest.fixture
def century(db: None) -> dict[str, Event]:
    timeline = make_timeline()
    passage = make_document(passages=["In May 1917, or in June 1917."]).passages.get()
    events = {
        "cited": make_event(timeline, "cited", "1917-05"),
        "bare": make_event(timeline, "bare", "1918"),
        "undated": make_event(timeline, "undated", None),
        "scheduled": make_event(timeline, "scheduled", "1920", status="scheduled"),
        "torn": make_event(timeline, "torn", "1917-05"),
    }
    make_citation(events["cited"], passage, "May 1917")
    make_dating(events["cited"], "1917-05-06")  # open, and inside May: no conflict
    make_dating(events["torn"], "1917-06")
    return events


class TestLists:
    def test_conflicts_are_open_datings_that_do_not_meet(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        assert listed(editor, "conflicts") == ["Event torn"]

    def test_two_open_datings_conflict_without_an_accepted_one(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        make_dating(century["undated"], "1800")
        make_dating(century["undated"], "1900")
        assert listed(editor, "conflicts") == ["Event undated", "Event torn"]

    def test_a_rejected_dating_is_no_conflict(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        century["torn"].datings.filter(status="open").update(status="rejected")
        assert listed(editor, "conflicts") == []

    def test_an_open_end_meets_what_lies_beyond(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        make_dating(century["cited"], "1916/..")
        assert listed(editor, "conflicts") == ["Event torn"]

    def test_events_without_a_passage(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        bare = {"Event bare", "Event undated", "Event scheduled", "Event torn"}
        assert set(listed(editor, "without-passage")) == bare

    def test_undated_and_scheduled(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        assert listed(editor, "undated") == ["Event undated"]
        assert listed(editor, "scheduled") == ["Event scheduled"]

    def test_a_changed_citation(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        passage = century["cited"].citations.get().passage
        passage.text = passage.text.replace("May", "Mai")
        passage.save()
        page = editor.get("/desk/changed/").content.decode()
        assert "“May 1917”" in page
        assert "“Mai 1917”" in page
        assert "1 citation." in page

    def test_a_long_list_goes_on_where_it_stopped(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        timeline = century["bare"].timeline
        for number in range(51):
            make_event(timeline, f"later-{number:02}", None)
        page = editor.get("/desk/undated/").content.decode()
        assert "52 events" in page
        assert page.count('/change/"><bdi>') == 50
        following = re.search(r'rel="next" href="(.*?)"', page)[1]
        rest = editor.get(f"/desk/undated/{following}").content.decode()
        assert re.findall(r"<bdi>(Event later-\d+)", rest) == [
            "Event later-49",
            "Event later-50",
        ]
        assert 'rel="next"' not in rest


class TestCounts:
    def test_each_sum_adds_up(self, century: dict[str, Event]) -> None:
        found = sums()
        citations = found.pop("citations")
        assert {name: sum(parts.values()) for name, parts in found.items()} == {
            "by date": 5,
            "by passage": 5,
            "by status": 5,
        }
        assert citations == {"exact": 1, "normalised": 0, "changed": 0, "lost": 0}

    def test_the_counts_are_those_of_the_lists(
        self, editor: Client, century: dict[str, Event]
    ) -> None:
        page = editor.get("/desk/").content.decode()
        for name in ("conflicts", "without-passage", "undated", "scheduled"):
            count = re.search(rf'{name}/">.*?count">(\d+)<', page)[1]
            assert int(count) == len(listed(editor, name)), name

    def test_progress_of_the_letter(self, editor: Client, letter: Document) -> None:
        assert find_proposals(letter) == 9
        page = editor.get("/desk/").content.decode()
        assert "9 of 9 expressions cited, 0 refused" in page

    def test_the_page_asks_as_much_for_many_documents(
        self, editor: Client, django_assert_max_num_queries: object
    ) -> None:
        for number in range(60):
            make_document(f"d{number}", passages=["On 6 May 1917."])
        with django_assert_max_num_queries(16):
            page = editor.get("/desk/").content.decode()
        assert page.count("no dates looked for") == 50
