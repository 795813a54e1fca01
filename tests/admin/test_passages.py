"""Editing a passage: its pointers hold, or the editor is told and confirms."""

from typing import Any

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, form_of, open_form
from timeline.models import Citation, Document, NoteLink, Passage


@pytest.fixture
def passage(letter: Document) -> Passage:
    """p3: May 6 (m01), August 31 (m02), September 12 (m03) and the marker of note 2."""
    return letter.passages.get(key="p3")


def edit(client: Client, passage: Passage, old: str, new: str, **more: Any) -> Any:
    page = address("passage", "change", passage.pk)
    form = open_form(client, page)
    assert form["text"].count(old) == 1
    return client.post(page, {**form, "text": form["text"].replace(old, new), **more})


def test_an_edit_that_moves_words_carries_them(
    editor: Client, passage: Passage
) -> None:
    response = edit(editor, passage, "The majority of", "Indeed, the majority of")
    assert response.status_code == 302, errors_of(response)
    citation = Citation.objects.get(key="m01")
    assert citation.start == 106 + len("Indeed, ")
    assert (citation.exact, citation.state) == ("May 6", "exact")
    link = NoteLink.objects.get(label="2")
    assert link.start == 148 - 3 + len("Indeed, ")  # 948 − 803, where p3 starts


@pytest.mark.parametrize(
    ("old", "new", "outcome"),
    [
        ("May 6", "May 7", "“May 6”, cited for"),
        ("from May 6 to August 31 and to September 12.[2]", "", "is lost"),
        ("[2]", "", "“[2]”, a note marker, is lost"),
    ],
)
def test_an_edit_that_changes_cited_words_asks_first(
    editor: Client, passage: Passage, old: str, new: str, outcome: str
) -> None:
    before = passage.text
    response = edit(editor, passage, old, new)
    errors = errors_of(response)
    assert "Not saved yet" in errors
    assert outcome in errors
    passage.refresh_from_db()
    assert passage.text == before
    assert Citation.objects.get(key="m01").exact == "May 6"
    page = address("passage", "change", passage.pk)
    again = editor.post(page, {**form_of(response), "carry_citations": "on"})
    assert again.status_code == 302, errors_of(again)
    passage.refresh_from_db()
    assert passage.text == before.replace(old, new)


def test_the_citation_says_what_became_of_its_words(
    editor: Client, passage: Passage
) -> None:
    edit(editor, passage, "May 6", "May 7", carry_citations="on")
    citation = Citation.objects.get(key="m01")
    assert citation.quoted == "May 6"
    assert citation.state in ("changed", "lost")
    if citation.start is not None:
        assert citation.passage.text[citation.start : citation.end] == citation.exact


def test_every_edit_is_a_revision(
    editor: Client, passage: Passage, letter: Document
) -> None:
    before = letter.text()
    edit(editor, passage, "Indeed" if "Indeed" in before else "wavering", "doubt")
    revisions = list(letter.revisions.order_by("number"))
    assert [r.text for r in revisions] == [before, letter.text()]
    assert revisions[-1].who == "edith"


def test_the_same_holds_on_the_page_of_the_document(
    editor: Client, passage: Passage, letter: Document
) -> None:
    page = address("document", "change", letter.pk)
    form = open_form(editor, page)
    name = next(n for n, v in form.items() if v == str(passage.pk) and "-id" in n)
    name = name.replace("-id", "-text")
    typed = {**form, name: form[name].replace("May 6", "May 7")}
    response = editor.post(page, typed)
    assert "Not saved yet" in errors_of(response)
    confirmed = form_of(response) | {name.replace("text", "carry_citations"): "on"}
    assert editor.post(page, confirmed).status_code == 302
    passage.refresh_from_db()
    assert "May 7" in passage.text


class TestDeleting:
    """What is cited stays: on the object's page, in the list, in an inline."""

    def test_a_cited_passage(self, publisher: Client, passage: Passage) -> None:
        page = address("passage", "delete", passage.pk)
        shown = publisher.get(page)
        assert b"protected related objects" in shown.content
        assert "“May 6” (¶ 3)" in shown.content.decode()
        publisher.post(page, {"post": "yes"})
        assert Passage.objects.filter(pk=passage.pk).exists()

    def test_a_cited_document(self, publisher: Client, letter: Document) -> None:
        page = address("document", "delete", letter.pk)
        assert b"protected related objects" in publisher.get(page).content
        publisher.post(page, {"post": "yes"})
        assert Document.objects.filter(pk=letter.pk).exists()

    @pytest.mark.parametrize("model", ["passage", "document"])
    def test_by_the_bulk_action(
        self, publisher: Client, passage: Passage, model: str
    ) -> None:
        pk = passage.pk if model == "passage" else passage.document_id
        typed = {"action": "delete_selected", "_selected_action": [pk]}
        page = address(model, "changelist")
        assert b"protected related" in publisher.post(page, typed).content
        publisher.post(page, {**typed, "post": "yes"})
        assert Passage.objects.filter(pk=passage.pk).exists()

    def test_in_the_page_of_its_document(
        self, publisher: Client, passage: Passage
    ) -> None:
        page = address("document", "change", passage.document_id)
        form = open_form(publisher, page)
        name = next(n for n, v in form.items() if v == str(passage.pk) and "-id" in n)
        response = publisher.post(page, {**form, name.replace("-id", "-DELETE"): "on"})
        assert "protected related objects" in errors_of(response)
        assert Passage.objects.filter(pk=passage.pk).exists()

    def test_an_uncited_passage_may_go(
        self, publisher: Client, letter: Document
    ) -> None:
        cited = Citation.objects.values("passage")
        passage = letter.passages.exclude(pk__in=cited).get(key="p1")
        page = address("passage", "delete", passage.pk)
        assert publisher.post(page, {"post": "yes"}).status_code == 302
        assert not Passage.objects.filter(pk=passage.pk).exists()

    def test_a_citation_that_a_dating_rests_on(
        self, publisher: Client, letter: Document
    ) -> None:
        citation = Citation.objects.get(key="m01")
        page = address("citation", "delete", citation.pk)
        assert b"protected related objects" in publisher.get(page).content
        publisher.post(page, {"post": "yes"})
        assert Citation.objects.filter(key="m01").exists()


def test_a_public_key_is_never_changed(editor: Client, passage: Passage) -> None:
    page = address("passage", "change", passage.pk)
    editor.post(page, {**open_form(editor, page), "key": "other", "section": "3"})
    passage.refresh_from_db()
    assert (passage.key, passage.section) == ("p3", 3)


def test_a_long_document_still_opens(editor: Client, letter: Document) -> None:
    """Beyond fifty its passages are reached by their list."""
    long = Document.objects.create(slug="long", title="Long")
    Passage.objects.bulk_create(
        Passage(document=long, key=f"p{n}", number=n, order=n, text=f"Passage {n}.")
        for n in range(1, 1_201)
    )
    response = editor.get(address("document", "change", long.pk))
    content = response.content.decode()
    assert len(content) < 100_000
    assert "passages (1200)" in content
    assert "passages-TOTAL_FORMS" not in form_of(response)
    listed = editor.get(
        address("passage", "changelist") + f"?document__id__exact={long.pk}"
    )
    assert "1200 passages" in listed.content.decode()
    assert len(listed.content) < 200_000


def test_passages_typed_without_an_order_come_last(
    editor: Client, letter: Document
) -> None:
    page = address("document", "change", letter.pk)
    form = open_form(editor, page)
    last = int(form["passages-TOTAL_FORMS"]) - 1
    new = {f"passages-{last}-key": "p20", f"passages-{last}-text": "Written later."}
    assert editor.post(page, {**form, **new}).status_code == 302
    assert letter.passages.current().last().key == "p20"
    assert letter.revisions.latest("number").text.endswith("Written later.")
