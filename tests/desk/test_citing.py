"""Words cited by hand: their place in code points; doubles refused, overlaps not."""

import pytest
from django.test import Client

from tests.factories import make_document, make_event, make_timeline
from timeline.models import Citation, Document, Event

ADDRESS = "/desk/documents/log/cite/"
TEXT = "The 😀 mast broke, and the mast was mended on 5 June 1821."


@pytest.fixture
def event(db: None) -> Event:
    make_document("log", passages=[TEXT])
    return make_event(make_timeline("log"), "mast", None)


def cite(client: Client, event: Event | None, words: str, **fields: object) -> str:
    values = {"passage": "p1", "quoted": words, "role": "gloss", **fields}
    if event:
        values["event"] = event.pk
    return client.post(ADDRESS, values, follow=True).content.decode()


def test_the_words_at_a_place_are_offered(editor: Client, event: Event) -> None:
    page = editor.get(f"{ADDRESS}?passage=p1&start=4&end=10").content.decode()
    assert ">\r\n😀 mast</textarea>" in page or ">\n😀 mast</textarea>" in page
    assert 'name="start" value="4"' in page


def test_the_selector_is_complete(editor: Client, event: Event) -> None:
    assert "is cited for “Event mast”" in cite(editor, event, "mast broke")
    citation = Citation.objects.get()
    assert TEXT[citation.start : citation.end] == citation.exact == "mast broke"
    assert citation.start == 6  # the character beyond the first plane is one
    assert (citation.prefix, citation.role) == ("The 😀 ", "gloss")
    assert citation.suffix == ", and the mast was mended on 5 June 1821."[:32]


def test_words_that_stand_twice_need_their_place(editor: Client, event: Event) -> None:
    assert "stand twice" in cite(editor, event, "mast")
    assert not Citation.objects.exists()
    cite(editor, event, "mast", occurrence=2)
    assert Citation.objects.get().start == TEXT.rindex("mast")
    cite(editor, event, "mast", start=6)
    assert Citation.objects.filter(start=6).exists()


def test_words_that_are_not_there(editor: Client, event: Event) -> None:
    page = cite(editor, event, "mast brake")
    assert "does not hold these words" in page
    assert "Nearest words" in page


def test_exact_doubles_are_refused_and_overlaps_allowed(
    editor: Client, event: Event
) -> None:
    cite(editor, event, "mast broke")
    assert "already cited for this event" in cite(editor, event, "mast broke")
    cite(editor, event, "broke, and")
    cite(editor, event, "mast broke", role="mention")
    assert Citation.objects.count() == 3


def test_a_new_event_with_its_date(editor: Client, event: Event) -> None:
    cite(
        editor,
        None,
        "mended on 5 June 1821",
        title="The mast is mended",
        timeline=event.timeline.pk,
        date="5 June 1821",
        role="witness",
    )
    made = Event.objects.get(title="The mast is mended")
    dating = made.accepted_dating()
    assert (dating.edtf, dating.citation) == ("1821-06-05", Citation.objects.get())


@pytest.mark.parametrize(
    ("fields", "why"),
    [
        ({}, "Choose an event"),
        ({"title": "New"}, "A new event needs its timeline"),
        ({"title": "New", "date": "5 Brumble"}, "is not read as a date"),
        ({"passage": "p9"}, "no passage of this key"),
    ],
)
def test_what_is_missing_is_said(
    editor: Client, event: Event, fields: dict, why: str
) -> None:
    assert why in cite(editor, None, "mast broke", **fields)
    assert not Citation.objects.exists()
    assert Event.objects.count() == 1


def test_an_event_is_found_by_its_title(editor: Client, event: Event) -> None:
    make_event(make_timeline("far"), "sale", None, title="Sale of the brig")
    page = editor.get(f"{ADDRESS}?q=BRIG").content.decode()
    assert "Sale of the brig" in page
    assert "Event mast" not in page


def test_the_letters_overlapping_citations_stay(
    editor: Client, letter: Document
) -> None:
    event = Event.objects.get(slug="moscow-strike")
    values = {
        **{"passage": "note-2", "quoted": "August 31", "role": "mention"},
        "event": event.pk,
    }
    editor.post("/desk/documents/letter/cite/", values)
    assert event.citations.filter(role="mention").get().passage.key == "note-2"
    assert Citation.objects.get(key="m07").exact == "August 31"
