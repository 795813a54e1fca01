"""Every page of the admin opens, in a number of queries that does not grow."""

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import form_of
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    NoteLink,
    Passage,
    Tag,
    Timeline,
)

MODELS = (Timeline, Document, Passage, NoteLink, Event, Tag, Citation, Dating)
NAMES = [model._meta.model_name for model in MODELS]


@pytest.fixture
def tag(letter: Document) -> Tag:
    tag = Tag.objects.create(slug="strikes", name="Strikes", kind="topic")
    Event.objects.get(slug="moscow-strike").tags.add(tag)
    return tag


@pytest.mark.parametrize("model", [*NAMES, "revision", "proposal", "import"])
@pytest.mark.parametrize("query", ["", "?q=september", "?q=%00"])
def test_every_list_opens(
    letter: Document, editor: Client, model: str, query: str
) -> None:
    response = editor.get(address(model, "changelist") + query)
    assert response.status_code in (200, 302)


@pytest.mark.parametrize("model", NAMES)
def test_every_row_can_be_added(letter: Document, editor: Client, model: str) -> None:
    response = editor.get(address(model, "add"))
    assert response.status_code == 200
    assert "seen_version" in form_of(response)


@pytest.mark.parametrize("page", ["change", "history", "delete"])
@pytest.mark.parametrize("model", MODELS)
def test_every_row_opens(tag: Tag, publisher: Client, model: type, page: str) -> None:
    for row in model.objects.all():
        response = publisher.get(address(model._meta.model_name, page, row.pk))
        assert response.status_code == 200
