"""Opening a row and saving it untouched changes nothing: no character, no version."""

from typing import Any

import pytest
from django.db import models
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, open_form
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    NoteLink,
    Passage,
    Revision,
    Tag,
    Timeline,
)

MODELS = (Timeline, Document, Passage, NoteLink, Event, Tag, Citation, Dating)


def state() -> list[Any]:
    """Every column of every row, and how long each history is."""
    rows = [list(m.objects.order_by("pk").values_list()) for m in (*MODELS, Revision)]
    return [*rows, *(m.history.count() for m in MODELS)]


def save_untouched(client: Client, row: models.Model) -> None:
    page = address(row._meta.model_name, "change", row.pk)
    response = client.post(page, open_form(client, page))
    assert response.status_code == 302, errors_of(response)


@pytest.mark.parametrize("model", MODELS)
def test_nothing_changes(letter: Document, publisher: Client, model: type) -> None:
    before = state()
    for row in model.objects.all():
        save_untouched(publisher, row)
    assert state() == before


AWKWARD = {
    "no-break space at the end": "Committees\N{NO-BREAK SPACE}",
    "trailing white space": "words \t \n\n ",
    "leading line feeds": "\n\n  words",
    "only line feeds": "\n\n",
    "carriage returns": "one\rtwo\r\nthree\n",
    "combining and astral": "e\u0301 😀 \u202e \ufeff",
    "markup": "</textarea><script>alert(1)</script>&amp; &nbsp;",
    "empty": "",
}


@pytest.mark.parametrize("name", AWKWARD)
@pytest.mark.parametrize("model", [Passage, Document])
def test_an_awkward_text_is_kept(
    letter: Document, editor: Client, name: str, model: type
) -> None:
    """On the passage's own page and on its document's."""
    document = Document.objects.create(slug="awkward", title=" A\u00a0title ")
    passage = Passage.objects.create(
        document=document, key="p1", order=1, text=AWKWARD[name], after="\r\n \n"
    )
    before = state()
    save_untouched(editor, {Passage: passage, Document: document}[model])
    assert state() == before


def test_a_title_with_a_line_break_is_kept(letter: Document, editor: Client) -> None:
    """A one-line input would drop it, so the form gives it a text area."""
    event = Event.objects.first()
    event.title = "Two\nlines"
    event.save()
    before = state()
    save_untouched(editor, event)
    assert state() == before
