"""Draft, reviewed, published: who may take which step, and what the public sees."""

import pytest
from django.test import Client

from tests.factories import make_citation, make_document, make_event, make_timeline
from timeline.models import Document, Event

ADDRESS = "/desk/documents/log/review/"
PUBLIC = "/timelines/log/events/mast/"


@pytest.fixture
def log(db: None) -> Document:
    draft = {"publication": "draft"}
    document = make_document(
        "log", passages=["The mast broke on 4 June 1821."], **draft
    )
    event = make_event(make_timeline("log", **draft), "mast", "1821-06-04", **draft)
    make_citation(event, document.passages.get(), "4 June 1821")
    return document


def step(client: Client, action: str, *rows: object) -> object:
    """Tick these rows and press the button."""
    keys: dict[str, list[int]] = {}
    for row in rows:
        keys.setdefault(type(row).__name__.lower(), []).append(row.pk)
    return client.post(ADDRESS, {"action": action, **keys}, follow=True)


def states(document: Document) -> list[str]:
    """How far the document, its timeline and its event have come."""
    event = Event.objects.select_related("timeline").get()
    document.refresh_from_db()
    return [row.publication for row in (document, event.timeline, event)]


class TestSteps:
    def test_an_editor_reviews_and_does_not_publish(
        self, editor: Client, client: Client, log: Document
    ) -> None:
        event = Event.objects.get()
        rows = (log, event.timeline, event)
        assert (
            "3 rows are now reviewed" in step(editor, "review", *rows).content.decode()
        )
        assert states(log) == ["reviewed"] * 3
        assert step(editor, "publish", *rows).status_code == 403
        assert "Publish</button>" not in editor.get(ADDRESS).content.decode()
        assert states(log) == ["reviewed"] * 3
        assert client.get(PUBLIC).status_code == 404

    def test_a_publisher_publishes_and_takes_back(
        self, publisher: Client, client: Client, log: Document
    ) -> None:
        event = Event.objects.get()
        step(publisher, "publish", log, event.timeline, event)
        assert states(log) == ["published"] * 3
        assert "4 June 1821" in client.get(PUBLIC).content.decode()
        step(publisher, "take-back", event)
        assert states(log) == ["published", "published", "reviewed"]
        assert client.get(PUBLIC).status_code == 404

    def test_what_is_not_ticked_stays(self, publisher: Client, log: Document) -> None:
        step(publisher, "publish", log)
        assert states(log) == ["published", "draft", "draft"]

    def test_review_does_not_take_back(self, publisher: Client, log: Document) -> None:
        event = Event.objects.get()
        step(publisher, "publish", event)
        step(publisher, "review", event)
        assert states(log)[2] == "published"

    def test_each_row_has_it_in_its_history(
        self, publisher: Client, log: Document
    ) -> None:
        event = Event.objects.get()
        step(publisher, "publish", event)
        entry = event.history.first()
        assert entry.publication == "published"
        assert entry.history_user == publisher.user
        assert entry.history_change_reason == "published"

    def test_an_unknown_step_changes_nothing(
        self, publisher: Client, log: Document
    ) -> None:
        page = step(publisher, "delete", Event.objects.get()).content.decode()
        assert "There is no such step" in page
        assert states(log) == ["draft"] * 3


class TestPage:
    def test_it_lists_each_event_once_and_only_those_of_the_document(
        self, editor: Client, log: Document
    ) -> None:
        event = Event.objects.get()
        make_citation(event, log.passages.get(), "mast", role="gloss")
        make_event(make_timeline("other"), "elsewhere")
        page = editor.get(ADDRESS).content.decode()
        assert page.count('name="event"') == 1
        assert "elsewhere" not in page
        assert page.count('name="timeline"') == 1

    def test_an_event_in_conflict_is_not_ticked(
        self, editor: Client, log: Document
    ) -> None:
        Event.objects.get().datings.create(edtf_written="1800", status="open")
        page = editor.get(ADDRESS).content.decode()
        assert f'name="event" value="{Event.objects.get().pk}">' in page

    def test_the_queries_do_not_grow(
        self, editor: Client, log: Document, django_assert_max_num_queries: object
    ) -> None:
        passage, timeline = log.passages.get(), Event.objects.get().timeline
        for at in range(12):
            event = make_event(timeline, f"e{at}", "1821")
            make_citation(event, passage, passage.text[at])
        with django_assert_max_num_queries(14):
            page = editor.get(ADDRESS).content.decode()
        assert page.count('name="event"') == 13
