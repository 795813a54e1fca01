"""A quote is placed, or refused with what would help: on the event's page and alone."""

from typing import Any

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, open_form
from timeline.models import Citation, Document, Event, Passage


@pytest.fixture
def event(letter: Document) -> Event:
    return Event.objects.get(slug="moscow-strike")


def cite(client: Client, event: Event, passage: str, quoted: str, **more: Any) -> Any:
    """Send a new citation of the letter by the form of its own page."""
    page = address("citation", "add")
    form = open_form(client, page)
    passage_pk = Passage.objects.get(document__slug="letter", key=passage).pk
    typed = {"event": event.pk, "passage": passage_pk, "quoted": quoted, **more}
    return client.post(page, {**form, "role": "mention", **typed})


def test_once_is_enough(editor: Client, event: Event) -> None:
    cite(editor, event, "p3", "August 31")
    citation = Citation.objects.latest("pk")
    assert (citation.start, citation.end, citation.state) == (115, 124, "exact")
    assert citation.passage.text[115:124] == citation.exact == "August 31"


def test_absent_names_the_passages_that_hold_it(editor: Client, event: Event) -> None:
    """m09 stands in note 2 only."""
    errors = errors_of(cite(editor, event, "p3", "September 14-22"))
    assert "does not hold these words" in errors
    assert "another passage of this document: note 2" in errors


def test_absent_offers_the_nearest_words_and_takes_none(
    editor: Client, event: Event
) -> None:
    before = Citation.objects.count()
    errors = errors_of(cite(editor, event, "p3", "Augst 31"))
    assert "Nearest words: … events from May 6 to [August 31]" in errors
    assert Citation.objects.count() == before


def test_twice_shows_each_place_with_five_words(editor: Client, event: Event) -> None:
    """In p3 “the people” stands twice, by counting in the printed text."""
    text = Passage.objects.get(document__slug="letter", key="p3").text
    first, second = text.find("the people"), text.rfind("the people")
    assert text.count("the people") == 2
    errors = errors_of(cite(editor, event, "p3", "the people"))
    assert "stand twice" in errors
    before = " ".join(text[:first].split()[-5:])
    after = " ".join(text[second + 10 :].split()[:5])
    assert f"1: … {before} [the people]" in errors
    assert f"[the people] {after} … (start {second})" in errors
    assert "Which of the 2 places?" in errors


@pytest.mark.parametrize("choice", ["occurrence", "start", "prefix", "suffix"])
def test_the_editor_chooses_the_place(
    editor: Client, event: Event, choice: str
) -> None:
    text = Passage.objects.get(document__slug="letter", key="p3").text
    second = text.rfind("the people")
    hints = {
        "occurrence": {"occurrence": "2"},
        "start": {"given_start": str(second)},
        "prefix": {"given_prefix": text[second - 10 : second]},
        "suffix": {"given_suffix": text[second + 10 : second + 20]},
    }
    response = cite(editor, event, "p3", "the people", **hints[choice])
    assert response.status_code == 302, errors_of(response)
    assert Citation.objects.latest("pk").start == second


@pytest.mark.parametrize(
    ("hints", "error"),
    [
        ({"occurrence": "3"}, "only 2 ×"),
        ({"given_start": "7"}, "stand twice"),
        ({"given_prefix": "nowhere"}, "stand twice"),
    ],
)
def test_a_choice_that_fits_no_place_is_refused(
    editor: Client, event: Event, hints: dict, error: str
) -> None:
    assert error in errors_of(cite(editor, event, "p3", "the people", **hints))


@pytest.mark.parametrize(
    ("hints", "error"),
    [
        ({"given_start": "7"}, "stand at 115"),
        ({"given_prefix": "nowhere"}, "Before the words stands"),
        ({"given_suffix": "nowhere"}, "After the words stands"),
        ({"occurrence": "2"}, "only 1 ×"),
    ],
)
def test_a_wrong_hint_is_refused_even_where_the_words_stand_once(
    editor: Client, event: Event, hints: dict, error: str
) -> None:
    assert error in errors_of(cite(editor, event, "p3", "August 31", **hints))


@pytest.mark.parametrize("quoted", [" ", "\r\n", "\N{NO-BREAK SPACE}"])
def test_empty_is_refused(editor: Client, event: Event, quoted: str) -> None:
    assert "The quote is empty" in errors_of(cite(editor, event, "p3", quoted))


def test_nothing_is_refused(editor: Client, event: Event) -> None:
    assert "required" in errors_of(cite(editor, event, "p3", ""))


def test_across_passages_is_refused(editor: Client, event: Event) -> None:
    texts = {
        key: Passage.objects.get(document__slug="letter", key=key).text
        for key in ("p5", "p6")
    }
    quoted = texts["p5"][-20:] + "\r\n\r\n" + texts["p6"][:20]
    errors = errors_of(cite(editor, event, "p5", quoted))
    assert "run across passages, from ¶ 5 to ¶ 6" in errors


def test_an_exact_double_is_refused(editor: Client, event: Event) -> None:
    cite(editor, event, "p3", "August 31")
    errors = errors_of(cite(editor, event, "p3", "August 31"))
    assert "already cited for this event" in errors
    assert cite(editor, event, "p3", "August 31", role="gloss").status_code == 302


def test_two_doubles_in_one_submission_are_refused(
    editor: Client, event: Event
) -> None:
    page = address("event", "change", event.pk)
    form = open_form(editor, page)
    count = int(form["citations-TOTAL_FORMS"])
    passage = Passage.objects.get(document__slug="letter", key="p3")
    for number in (count - 1, count):
        form |= {
            f"citations-{number}-passage": passage.pk,
            f"citations-{number}-quoted": "August 31",
            f"citations-{number}-role": "mention",
        }
    form["citations-TOTAL_FORMS"] = str(count + 1)
    response = editor.post(page, form)
    assert "already cited for this event" in errors_of(response)


def test_a_refusal_keeps_what_was_typed(editor: Client, event: Event) -> None:
    response = cite(editor, event, "p3", "the <b>people", note="keep me")
    assert b"the &lt;b&gt;people" in response.content
    assert b"keep me" in response.content


def test_a_new_quote_moves_the_citation_within_its_passage(
    editor: Client, letter: Document
) -> None:
    citation = Citation.objects.get(key="m04")
    page = address("citation", "change", citation.pk)
    form = open_form(editor, page)
    editor.post(page, {**form, "quoted": "strike of August 12"})
    citation.refresh_from_db()
    assert citation.exact == "strike of August 12"
    assert citation.end == 389  # the end of “August 12”, as printed
    assert citation.key == "m04"


def test_another_role_leaves_the_place_alone(editor: Client, letter: Document) -> None:
    """“August 31” stands once in p3; its stored place is not asked for again."""
    citation = Citation.objects.get(key="m02")
    page = address("citation", "change", citation.pk)
    editor.post(page, {**open_form(editor, page), "note": "seen"})
    citation.refresh_from_db()
    assert (citation.start, citation.end, citation.note) == (115, 124, "seen")


def test_a_retired_passage_takes_no_citation(
    editor: Client, event: Event, letter: Document
) -> None:
    passage = letter.passages.get(key="p3")
    passage.retired_in = letter.revisions.get()
    passage.save()
    errors = errors_of(cite(editor, event, "p3", "August 31"))
    assert "no longer part of the text" in errors
