"""No page asks the database once per row, however many rows there are."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.admin.addresses import address
from tests.factories import make_citation, make_dating, make_event
from timeline.models import Document, Event, NoteLink, Passage, Tag, Timeline

LISTS = (
    *("timeline", "document", "passage", "notelink"),
    *("event", "tag", "citation", "dating", "revision"),
)


def queries(client: Client, page: str) -> int:
    client.get(page)
    with CaptureQueriesContext(
        connection,
    ) as caught:
        assert client.get(page).status_code == 200
    return len(caught)


def fill(letter: Document, count: int) -> None:
    """More of everything, all hanging together."""
    timeline = Timeline.objects.get(slug="letter")
    passage = letter.passages.get(key="p2")
    for number in range(count):
        slug = f"more-{Event.objects.count()}"
        event = make_event(timeline, slug)
        event.tags.add(Tag.objects.create(slug=slug, name=slug))
        make_citation(event, passage, passage.text[number : number + 3], number)
        Timeline.objects.create(slug=slug, title=slug)
        document = Document.objects.create(slug=slug, title=slug)
        document.revisions.create(number=1, text=slug, when="2026-01-01T00:00Z")
        other = Passage.objects.create(document=document, key="p1", order=1, text=slug)
        NoteLink.objects.create(marker_passage=other, start=0, end=1, label="m")


@pytest.mark.parametrize("model", LISTS)
def test_lists(letter: Document, editor: Client, model: str) -> None:
    fill(letter, 3)
    page = address(model, "changelist")
    few = queries(editor, page)
    fill(letter, 12)
    assert queries(editor, page) == few


def test_an_event_with_many_citations_and_datings(
    letter: Document, editor: Client
) -> None:
    event = Event.objects.get(slug="moscow-strike")
    passage = letter.passages.get(key="p2")
    page = address("event", "change", event.pk)

    def more(first: int, last: int) -> None:
        for number in range(first, last):
            words = passage.text[number : number + 3]
            citation = make_citation(event, passage, words, number)
            make_dating(event, "1917", citation=citation)

    more(0, 3)
    few = queries(editor, page)
    more(3, 20)
    assert queries(editor, page) == few


def test_a_document_with_many_passages(letter: Document, editor: Client) -> None:
    document = Document.objects.create(slug="d", title="D")
    page = address("document", "change", document.pk)

    def more(first: int, last: int) -> None:
        for n in range(first, last):
            Passage.objects.create(document=document, key=f"p{n}", order=n, text="x")

    more(0, 3)
    few = queries(editor, page)
    more(3, 40)
    assert queries(editor, page) == few


@pytest.mark.parametrize(
    ("model", "field"),
    [("citation", "passage"), ("citation", "event"), ("dating", "citation")],
)
def test_autocomplete(letter: Document, editor: Client, model: str, field: str) -> None:
    page = (
        f"/admin/autocomplete/?app_label=timeline&model_name={model}"
        f"&field_name={field}&term="
    )
    fill(letter, 3)
    few = queries(editor, page)
    fill(letter, 9)
    assert queries(editor, page) == few


def test_history_asks_for_a_page_and_no_more(letter: Document, editor: Client) -> None:
    """The difference of tags costs two queries an entry; a page has twenty entries."""
    event = Event.objects.get(slug="moscow-strike")
    page = address("event", "history", event.pk)

    def more(count: int) -> None:
        for number in range(count):
            event.title = f"Title {number}"
            event.save()

    more(30)
    few = queries(editor, page)
    assert few < 60
    more(30)
    assert queries(editor, page) == few
