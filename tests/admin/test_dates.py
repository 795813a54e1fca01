"""A date is read in its document, or refused with every reading or the reason."""

from typing import Any

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, open_form
from timeline.models import Citation, Dating, Document, Event


@pytest.fixture
def event(letter: Document) -> Event:
    return Event.objects.get(slug="moscow-strike")


def date(client: Client, event: Event, key: str | None = "m04", **typed: Any) -> Any:
    """Send a new dating of an event, resting on a citation of it."""
    page = address("dating", "add")
    citation = Citation.objects.get(key=key).pk if key else ""
    form = {**open_form(client, page), "event": event.pk, "citation": citation}
    return client.post(page, {**form, **typed})


def test_words_take_calendar_and_year_from_the_document(
    editor: Client, event: Event
) -> None:
    response = date(editor, event, as_written="August 12")
    assert response.status_code == 302, errors_of(response)
    dating = Dating.objects.latest("pk")
    # 12 August Old Style and 13 days.
    assert (dating.calendar, dating.edtf) == ("julian", "1917-08-25")
    assert dating.status == "agrees"
    assert [part["what"] for part in dating.supplied] == ["year", "calendar"]
    assert "Note 1 prints the year" in dating.supplied[0]["from"]["source"]
    assert "28 − 15 = 13" in dating.calendar_basis


def test_a_dual_date_needs_nothing_supplied(editor: Client, event: Event) -> None:
    date(editor, event, as_written="Sept. 15 (28), 1917")
    dating = Dating.objects.latest("pk")
    assert (dating.edtf_written, dating.edtf) == ("1917-09-15", "1917-09-28")
    assert dating.supplied == []
    assert dating.start_min == 2421500
    assert dating.status == "open"


def test_edtf_form_is_gregorian_whatever_the_document_says(
    editor: Client, event: Event
) -> None:
    date(editor, event, as_written="1917-08-12")
    dating = Dating.objects.latest("pk")
    assert (dating.calendar, dating.edtf) == ("gregorian", "1917-08-12")


@pytest.mark.parametrize("field", ["as_written", "edtf_written"])
def test_edtf_form_takes_the_calendar_the_editor_sets(
    editor: Client, event: Event, field: str
) -> None:
    date(editor, event, calendar="julian", **{field: "1917-08-12"})
    dating = Dating.objects.latest("pk")
    assert (dating.calendar, dating.edtf) == ("julian", "1917-08-25")


def test_several_readings_are_all_shown_and_none_is_taken(
    editor: Client, event: Event
) -> None:
    before = Dating.objects.count()
    errors = errors_of(date(editor, event, as_written="3/4/1917"))
    assert "has 2 readings" in errors
    # 3 April and 4 March Old Style are 16 April and 17 March New Style.
    for style in ("3 April 1917 Julian", "16 April 1917 Gregorian"):
        assert style in errors
    for style in ("4 March 1917 Julian", "17 March 1917 Gregorian"):
        assert style in errors
    assert "EDTF 1917-03-04, julian" in errors
    assert Dating.objects.count() == before


def test_the_editor_chooses_a_reading(editor: Client, event: Event) -> None:
    typed = {"edtf_written": "1917-03-04", "calendar": "julian"}
    response = date(editor, event, as_written="3/4/1917", **typed)
    assert response.status_code == 302, errors_of(response)
    dating = Dating.objects.latest("pk")
    assert (dating.as_written, dating.edtf) == ("3/4/1917", "1917-03-17")


@pytest.mark.parametrize(
    ("typed", "field", "reason"),
    [
        ({"as_written": "30 February 1917"}, "as_written", "28 days in the Julian"),
        ({"as_written": "September 15 (29), 1917"}, "as_written", "at character 14"),
        ({"as_written": "no date at all"}, "as_written", "not read as a date"),
        ({"as_written": "n.d."}, "as_written", "no date"),
        ({"edtf_written": "1917-02-30"}, "edtf_written", "1917-02-30"),
        ({"edtf_written": "1900-02-29"}, "edtf_written", "1900-02-29"),
        ({"edtf_written": "1917-1x"}, "edtf_written", "at character"),
        ({}, "as_written", "Type the date"),
        ({"as_written": " "}, "as_written", "Type the date"),
    ],
)
def test_what_is_no_date_is_refused_with_the_reason(
    editor: Client, event: Event, typed: dict, field: str, reason: str
) -> None:
    response = date(editor, event, **typed)
    assert reason in errors_of(response)
    assert list(response.context["adminform"].form.errors) == [field]


def test_the_julian_calendar_has_29_february_1900(editor: Client, event: Event) -> None:
    response = date(editor, event, edtf_written="1900-02-29", calendar="julian")
    assert response.status_code == 302, errors_of(response)
    # 28 February Old Style is 12 March New Style, by 12 days; this is the day after.
    assert Dating.objects.latest("pk").edtf == "1900-03-13"


def test_an_unknown_date_is_said_to_be_unknown(editor: Client, event: Event) -> None:
    date(editor, event, as_written="n.d.", is_unknown="on")
    dating = Dating.objects.latest("pk")
    assert (dating.as_written, dating.edtf, dating.start_min) == ("n.d.", "", None)


def test_unknown_and_typed_exclude_each_other(editor: Client, event: Event) -> None:
    response = date(editor, event, edtf_written="1917", is_unknown="on")
    assert "not unknown" in errors_of(response)


class TestWordsAndDate:
    """A plain dating says the day its words say; any other kind may differ."""

    TYPED = {
        "as_written": "August 12",
        "edtf_written": "1917-08-13",
        "calendar": "julian",
    }

    def test_a_plain_one_is_refused(self, editor: Client, event: Event) -> None:
        errors = errors_of(date(editor, event, **self.TYPED))
        assert "reads as 12 August 1917 Julian" in errors
        assert "this is 13 August 1917 Julian" in errors

    def test_another_kind_says_why(self, editor: Client, event: Event) -> None:
        response = date(editor, event, **self.TYPED, kind="correction")
        assert response.status_code == 302, errors_of(response)
        assert Dating.objects.latest("pk").edtf == "1917-08-26"

    def test_a_changed_wording_does_not_keep_the_old_day(
        self, editor: Client, event: Event
    ) -> None:
        """The date field still holds the day of the old words."""
        dating = event.datings.get()
        page = address("dating", "change", dating.pk)
        form = {**open_form(editor, page), "as_written": "August 13"}
        assert "reads as 13 August" in errors_of(editor.post(page, form))
        assert editor.post(page, {**form, "edtf_written": ""}).status_code == 302
        dating.refresh_from_db()
        assert (dating.edtf_written, dating.calendar) == ("1917-08-13", "julian")


def test_a_citation_of_another_event_is_refused(editor: Client, event: Event) -> None:
    errors = errors_of(date(editor, event, key="m01", as_written="May 6"))
    assert "of another event" in errors


def test_who_is_the_user_unless_somebody_is_named(editor: Client, event: Event) -> None:
    date(editor, event, as_written="August 12")
    assert Dating.objects.latest("pk").who == "edith"
    date(editor, event, as_written="August 12", who="A. Archivist")
    assert Dating.objects.latest("pk").who == "A. Archivist"


def test_a_context_date_of_a_document_is_read_in_its_calendar(
    editor: Client, letter: Document
) -> None:
    page = address("document", "change", letter.pk)
    form = open_form(editor, page)
    refused = editor.post(page, {**form, "context_date": "1917-02-30"})
    assert "28 days" in errors_of(refused)
    assert "Julian" in errors_of(refused)
    assert editor.post(page, {**form, "context_date": "1917-09"}).status_code == 302


class TestPreview:
    """The live answer is the one the form gives."""

    def ask(self, client: Client, **typed: Any) -> dict[str, Any]:
        return client.post("/admin/timeline/dating/read/", typed).json()

    def test_words_in_their_document(self, editor: Client, letter: Document) -> None:
        citation = Citation.objects.get(key="m01").pk
        answer = self.ask(editor, as_written="May 6", citation=citation)
        assert answer["lines"] == [
            "6 May 1917 Julian (Old Style) = 19 May 1917 Gregorian (New Style)",
            "Supplied: year 1917 (document date), calendar julian (document calendar)",
        ]
        assert answer["ok"]

    def test_words_without_a_document(self, editor: Client) -> None:
        answer = self.ask(editor, as_written="May 6")
        assert not answer["ok"]

    def test_several_readings(self, editor: Client, letter: Document) -> None:
        passage = letter.passages.get(key="p3").pk
        answer = self.ask(editor, as_written="3/4/1917", passage=passage)
        assert not answer["ok"]
        assert len(answer["lines"]) == 3

    def test_edtf_in_a_calendar(self, editor: Client) -> None:
        answer = self.ask(editor, edtf_written="1917-09-15", calendar="julian")
        assert answer["edtf"] == "1917-09-28"

    @pytest.mark.parametrize(
        "typed",
        [
            {"as_written": "1" * 501},
            {"as_written": "x\x00"},
            {"edtf_written": "9" * 500},
            {"as_written": "1917", "calendar": "martian"},
            {"as_written": "May 6", "citation": "9" * 40},
            {"as_written": "May 6", "passage": "'; drop table"},
        ],
    )
    def test_bad_input_is_answered(self, editor: Client, typed: dict) -> None:
        answer = self.ask(editor, **typed)
        assert answer["lines"]
        assert not answer["ok"]

    def test_nothing_is_read_as_nothing(self, editor: Client) -> None:
        assert self.ask(editor, as_written=" ") == {"lines": [], "ok": True}

    @pytest.mark.parametrize("view", ["dating/read/", "citation/find/"])
    def test_it_is_for_editors_only(self, db: None, view: str) -> None:
        from tests.admin.conftest import signed_in

        page = f"/admin/timeline/{view}"
        assert Client().post(page).status_code == 302
        assert signed_in("reader").post(page).status_code == 403
        editor = signed_in("again", "Editor")
        assert editor.get(page).status_code == 405
        assert Client(enforce_csrf_checks=True).post(page).status_code in (302, 403)

    def test_a_quote(self, editor: Client, letter: Document) -> None:
        page = "/admin/timeline/citation/find/"
        passage = letter.passages.get(key="p3").pk
        typed = {"passage": passage, "quoted": "August 31"}
        answer = editor.post(page, typed).json()
        assert answer["ok"]
        assert answer["lines"][0].startswith("Characters 115–124: …")
        absent = editor.post(page, {**typed, "quoted": "September 14-22"}).json()
        assert not absent["ok"]
        assert "note 2" in " ".join(absent["lines"])
        assert not editor.post(page, {"quoted": "x"}).json()["ok"]
