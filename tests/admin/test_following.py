"""Which dating an event follows changes with a reason, demoted first."""

from typing import Any

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, open_form
from timeline.models import Dating, Document, Event


@pytest.fixture
def event(letter: Document) -> Event:
    """m01 (6 May) is followed, m06 (6 March, a misprint) is rejected."""
    return Event.objects.get(slug="coalition-government-announced")


def row_of(form: dict[str, Any], key: str) -> str:
    """The prefix of a dating's row on the page of its event."""
    pk = str(Dating.objects.get(citation__key=key).pk)
    found = [n for n, v in form.items() if n.startswith("datings-") and v == pk]
    return next(name for name in found if name.endswith("-id")).removesuffix("-id")


def standing(event: Event) -> dict[str, tuple[str, str]]:
    rows = event.datings.values_list("citation__key", "status", "reason")
    return {key: (status, reason) for key, status, reason in rows}


def test_two_accepted_in_one_submission_are_refused(
    editor: Client, event: Event
) -> None:
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    before = standing(event)
    response = editor.post(page, {**form, f"{row_of(form, 'm06')}-status": "accepted"})
    assert "At most one is" in errors_of(response)
    assert standing(event) == before


def test_a_change_of_mind_needs_a_reason(editor: Client, event: Event) -> None:
    Dating.objects.filter(event=event).update(reason="")
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    may, march = row_of(form, "m01"), row_of(form, "m06")
    typed = {
        **form,
        f"{may}-status": "rejected",
        f"{march}-status": "accepted",
        f"{march}-kind": "plain",
    }
    assert "Say why" in errors_of(editor.post(page, typed))
    typed[f"{march}-reason"] = "a better print"
    assert editor.post(page, typed).status_code == 302
    assert standing(event) == {
        "m01": ("rejected", ""),
        "m06": ("accepted", "a better print"),
    }
    # 6 March Old Style is 19 March New Style: 2421307, counted from 28 September.
    event.mark.refresh_from_db()
    assert event.mark.sort_start == 2421307


def test_the_rows_of_one_page_may_swap_and_a_new_one_be_followed(
    editor: Client, event: Event
) -> None:
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    new = f"datings-{int(form['datings-TOTAL_FORMS']) - 1}"
    typed = {
        **form,
        f"{row_of(form, 'm01')}-status": "open",
        f"{new}-edtf_written": "1917-05-18",
        f"{new}-status": "accepted",
        f"{new}-reason": "the decree itself",
    }
    response = editor.post(page, typed)
    assert response.status_code == 302, errors_of(response)
    assert standing(event)["m01"][0] == "open"
    assert standing(event)[None] == ("accepted", "the decree itself")


def test_the_page_of_a_dating_asks_for_the_reason(editor: Client, event: Event) -> None:
    march = event.datings.get(citation__key="m06")
    page = address("dating", "change", march.pk)
    form = {**open_form(editor, page), "status": "accepted"}
    refused = editor.post(page, {**form, "reason": ""})
    assert "The event follows “May 6” now" in errors_of(refused)
    assert editor.post(page, {**form, "reason": "a better print"}).status_code == 302
    assert standing(event) == {
        "m01": ("rejected", "a better print"),
        "m06": ("accepted", "a better print"),
    }


class TestFollowPage:
    """Without scripts: one question, one answer."""

    def page(self, event: Event) -> str:
        pk = event.datings.get(citation__key="m06").pk
        return f"/admin/timeline/dating/{pk}/follow/"

    def test_it_says_what_happens(self, editor: Client, event: Event) -> None:
        content = editor.get(self.page(event)).content.decode()
        assert "6 March 1917 Julian (Old Style) = 19 March 1917" in content
        assert "May 6" in content

    def test_it_wants_a_reason(self, editor: Client, event: Event) -> None:
        assert editor.post(self.page(event), {"reason": ""}).status_code == 200
        assert event.accepted_dating().citation.key == "m01"

    def test_it_follows(self, editor: Client, event: Event) -> None:
        response = editor.post(self.page(event), {"reason": "a better print"})
        assert response.status_code == 302
        assert event.accepted_dating().citation.key == "m06"
        assert standing(event)["m01"] == ("rejected", "a better print")

    def test_it_is_for_editors(self, event: Event, client: Client) -> None:
        from tests.admin.conftest import signed_in

        assert client.get(self.page(event)).status_code == 302
        assert signed_in("reader").get(self.page(event)).status_code == 403

    def test_a_dating_that_is_not_there(self, editor: Client, event: Event) -> None:
        assert editor.get("/admin/timeline/dating/999999/follow/").status_code == 404
