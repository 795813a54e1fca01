"""A row deleted while its form is open: what was typed is shown, nothing comes back."""

import re

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, form_of, open_form
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

TEXT_FIELDS = {
    Timeline: "description",
    Document: "creator",
    Passage: "text",
    NoteLink: "basis",
    Event: "summary",
    Tag: "name",
    Citation: "note",
    Dating: "reason",
}
MINE = "Mine: «six» words\r\nof <b>two</b> lines."


def lone_row(model: type) -> object:
    """A row of the kind on which no other rests."""
    if model is Timeline:
        return Timeline.objects.create(slug="lone", title="Lone")
    if model is Document:
        return Document.objects.create(slug="lone", title="Lone")
    if model is Passage:
        return Passage.objects.create(
            document=Document.objects.get(slug="letter"), key="p99", order=999
        )
    if model is Tag:
        return Tag.objects.create(slug="lone", name="Lone")
    if model is Citation:
        return Citation.objects.filter(datings=None).first()
    return model.objects.first()


@pytest.mark.parametrize("model", TEXT_FIELDS)
def test_every_typed_word_is_shown(
    letter: Document, owner: Client, model: type
) -> None:
    row = lone_row(model)
    page = address(model._meta.model_name, "change", row.pk)
    form = open_form(owner, page)
    row.delete()
    answer = owner.post(page, {**form, TEXT_FIELDS[model]: MINE})
    assert answer.status_code == 410
    text = answer.content.decode()
    assert "Nothing of yours is stored" in text
    assert "Mine: «six» words\r\nof &lt;b&gt;two&lt;/b&gt; lines." in text
    assert "csrfmiddlewaretoken" not in re.sub(r"<form.*?</form>", "", text, flags=re.S)
    assert not model.objects.filter(version__gt=1, pk=form.get("id") or 0).exists()
    assert not model._base_manager.filter(**{TEXT_FIELDS[model]: MINE}).exists()


def test_who_deleted_it_is_named_and_its_history_brings_it_back(
    letter: Document, editor: Client, second_editor: Client
) -> None:
    event = Event.objects.get(slug="moscow-strike")
    event.datings.all().delete()
    Event.objects.filter(pk=event.pk).update(publication="draft")
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    gone = address("event", "delete", event.pk)
    assert second_editor.post(gone, {"post": "yes"}).status_code == 302
    answer = editor.post(page, {**form, "summary": "Mine."})
    text = answer.content.decode()
    assert "sam</bdi> deleted this event" in text
    assert f'href="{address("event", "history", event.pk)}"' in text


def number_of(form: dict[str, str], relation: str, pk: int) -> int:
    """The number of the form of a row."""
    rows = [n for n in range(9) if form.get(f"{relation}-{n}-id") == str(pk)]
    return rows[0]


@pytest.mark.parametrize("which", [0, 1])
def test_a_row_of_an_event_becomes_a_new_one_when_saved_again(
    letter: Document, editor: Client, which: int
) -> None:
    event = Event.objects.get(slug="petrograd-soviet-resolution")
    rows = list(event.datings.order_by("pk"))
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    gone, stays = rows[which], rows[1 - which]
    mine = f"datings-{number_of(form, 'datings', gone.pk)}-reason"
    also = f"datings-{number_of(form, 'datings', stays.pk)}-reason"
    Dating.objects.get(pk=gone.pk).delete()
    answer = editor.post(page, {**form, mine: "Mine.", also: "Also mine."})
    assert answer.status_code == 200
    assert "was deleted by somebody else" in errors_of(answer)
    kept = form_of(answer)
    assert (kept["datings-0-reason"], kept["datings-1-reason"]) == (
        "Also mine.",
        "Mine.",
    )
    assert kept["datings-INITIAL_FORMS"] == "1"
    assert not Dating.objects.filter(reason="Mine.").exists()
    assert editor.post(page, kept).status_code == 302
    anew = event.datings.get(reason="Mine.")
    assert anew.edtf == gone.edtf
    assert event.datings.get(reason="Also mine.").pk == stays.pk


def test_a_citation_of_an_event_becomes_a_new_one(
    letter: Document, editor: Client
) -> None:
    event = Event.objects.get(slug="moscow-strike")
    event.datings.all().delete()
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    event.citations.all().delete()
    answer = editor.post(page, {**form, "citations-0-note": "Mine."})
    assert "was deleted by somebody else" in errors_of(answer)
    assert form_of(answer)["citations-0-note"] == "Mine."
    assert editor.post(page, form_of(answer)).status_code == 302
    assert event.citations.get(note="Mine.").version == 1


def test_rows_that_others_added_move_none(letter: Document, editor: Client) -> None:
    """The added dating sorts before the two that are on the page."""
    event = Event.objects.get(slug="petrograd-soviet-resolution")
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    Dating.objects.create(event=event, edtf_written="1800", status="open")
    answer = editor.post(page, {**form, "datings-0-reason": "Mine.", "title": ""})
    assert answer.status_code == 200
    inline = next(
        each
        for each in answer.context["inline_admin_formsets"]
        if each.opts.model is Dating
    )
    pairs = [(each.form.instance, each.original) for each in inline if each.original]
    assert len(pairs) == 2
    assert all(one.pk == other.pk for one, other in pairs)


def test_the_reason_for_following_a_dating(letter: Document, editor: Client) -> None:
    dating = Dating.objects.filter(status="rejected").first()
    page = address("dating", "follow", dating.pk)
    dating.delete()
    answer = editor.post(page, {"reason": "The proofs have it."})
    assert answer.status_code == 410
    assert "The proofs have it." in answer.content.decode()
