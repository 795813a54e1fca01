"""The letter of September 1917, as `loaddata letter` puts it into the database.

The tables below are copied from the printed letter and its notes by hand; New Style
is Old Style and 13 days, the difference between 1 March 1900 and 28 February 2100.
"""

import hashlib
import json
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import call_command

from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Mark,
    NoteLink,
    Passage,
    Tag,
    Timeline,
)

pytestmark = pytest.mark.django_db

OUR_MODELS = (
    *("timeline", "document", "revision", "passage", "notelink"),
    *("tag", "event", "citation", "dating"),
)
SEED = Path(__file__).parent.parent / "data" / "letter.txt"

# key: passage, words, start and end in the passage, start in the file
MENTIONS = {
    "m01": ("p3", "May 6", 106, 111, 909),
    "m02": ("p3", "August 31", 115, 124, 918),
    "m03": ("p3", "September 12", 132, 144, 935),
    "m04": ("p4", "August 12", 380, 389, 1599),
    "m05": ("note-1", "September 15 (28), 1917", 61, 84, 4497),
    "m06": ("note-2", "Mar 6", 4, 9, 4934),
    "m07": ("note-2", "August 31", 71, 80, 5001),
    "m08": ("note-2", "September 12", 222, 234, 5152),
    "m09": ("note-2", "September 14-22", 569, 584, 5499),
}

# citation: event, Old Style, New Style, first and last day, dating's status
DATES = {
    "m01": ("coalition-government-announced", "1917-05-06", "1917-05-19", "accepted"),
    "m02": ("petrograd-soviet-resolution", "1917-08-31", "1917-09-13", "accepted"),
    "m03": ("democratic-conference-date-set", "1917-09-12", "1917-09-25", "accepted"),
    "m04": ("moscow-strike", "1917-08-12", "1917-08-25", "accepted"),
    "m05": ("central-committee-discussion", "1917-09-15", "1917-09-28", "accepted"),
    "m06": ("coalition-government-announced", "1917-03-06", "1917-03-19", "rejected"),
    "m07": ("petrograd-soviet-resolution", "1917-08-31", "1917-09-13", "agrees"),
    "m08": ("democratic-conference-date-set", "1917-09-12", "1917-09-25", "agrees"),
    "m09": (
        "democratic-conference",
        "1917-09-14/1917-09-22",
        "1917-09-27/1917-10-05",
        "accepted",
    ),
}

# 28 September 1917 is day 2421500; the others are counted from it.
DAYS = {
    "m01": (2421368, 2421368),
    "m02": (2421485, 2421485),
    "m03": (2421497, 2421497),
    "m04": (2421466, 2421466),
    "m05": (2421500, 2421500),
    "m06": (2421307, 2421307),
    "m07": (2421485, 2421485),
    "m08": (2421497, 2421497),
    "m09": (2421499, 2421507),
}


@pytest.fixture
def letter(db: None) -> Document:
    call_command("loaddata", "letter", verbosity=0)
    return Document.objects.get(slug="letter")


def dump(*models: str) -> list[dict]:
    path = Path(settings.DATA_DIR) / "dump.json"
    path.parent.mkdir(parents=True, exist_ok=True)
    labels = [f"timeline.{model}" for model in models]
    call_command(
        "dumpdata",
        *labels,
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
        output=str(path),
        verbosity=0,
    )
    return json.loads(path.read_text())


def state() -> list:
    """Every column of every row, the derived ones and the versions included."""
    models = (Timeline, Document, Passage, NoteLink, Tag, Event, Citation, Dating, Mark)
    rows = [list(model.objects.order_by("pk").values_list()) for model in models]
    return [*rows, Event.history.count(), Dating.history.count()]


def test_the_text_is_the_letter_as_received(letter: Document) -> None:
    seed = SEED.read_bytes()
    assert letter.text().encode() == seed
    assert letter.digest == hashlib.sha256(seed).hexdigest()
    assert letter.revisions.get().text.encode() == seed


def test_the_structure_is_the_printed_one(letter: Document) -> None:
    keys = list(letter.passages.current().values_list("key", flat=True))
    paragraphs = [f"p{number}" for number in range(1, 20)]
    assert keys == [
        "title",
        "subtitle",
        *paragraphs[:6],
        "break-1",
        *paragraphs[6:12],
        "break-2",
        *paragraphs[12:16],
        "break-3",
        *paragraphs[16:],
        "signature",
        "note-1",
        "note-2",
        "source",
    ]
    assert letter.passages.get(key="subtitle").text.endswith("\N{NO-BREAK SPACE}")


@pytest.mark.parametrize("key", MENTIONS)
def test_a_mention_stands_where_it_is_printed(letter: Document, key: str) -> None:
    passage, words, start, end, in_file = MENTIONS[key]
    citation = Citation.objects.get(key=key)
    assert (citation.passage.key, citation.start, citation.end) == (passage, start, end)
    assert citation.passage.text[start:end] == words
    assert citation.quoted == citation.exact == words
    assert letter.text()[in_file : in_file + len(words)] == words


@pytest.mark.parametrize("key", DATES)
def test_a_mention_is_dated_as_the_source_means(letter: Document, key: str) -> None:
    event, old_style, new_style, status = DATES[key]
    dating = Dating.objects.get(citation__key=key)
    assert dating.event.slug == event
    assert (dating.calendar, dating.edtf_written) == ("julian", old_style)
    assert dating.edtf == new_style
    assert (dating.start_min, dating.end_max) == DAYS[key]
    assert dating.status == status
    assert dating.as_written == MENTIONS[key][1]


def test_the_events_and_nothing_else(letter: Document) -> None:
    assert set(Event.objects.values_list("slug", flat=True)) == {
        event for event, *_ in DATES.values()
    }
    witnesses = Citation.objects.filter(role="witness")
    assert set(witnesses.values_list("key", flat=True)) == set(MENTIONS)
    assert Dating.objects.count() == 9
    scheduled = Event.objects.filter(status="scheduled")
    assert [e.slug for e in scheduled] == ["democratic-conference-date-set"]


def test_every_event_has_a_gloss_that_names_it(letter: Document) -> None:
    for event in Event.objects.all():
        assert event.citations.filter(role="gloss").exists(), event.slug


def test_the_misprint_keeps_its_reading_and_its_reason(letter: Document) -> None:
    misprint = Dating.objects.get(citation__key="m06")
    assert (misprint.kind, misprint.status) == ("misprint", "rejected")
    assert "May 6" in misprint.reason
    assert Citation.objects.get(key="m06").exact == "Mar 6"


def test_supplied_parts_name_their_evidence(letter: Document) -> None:
    supplied = {
        dating.citation.key: [part["what"] for part in dating.supplied]
        for dating in Dating.objects.all()
    }
    assert supplied.pop("m05") == []
    assert supplied.pop("m09") == ["year", "calendar", "month of the end"]
    assert set(map(tuple, supplied.values())) == {("year", "calendar")}
    for dating in Dating.objects.exclude(citation__key="m05"):
        for part in dating.supplied[:2]:
            assert part["from"] == {"document": "letter", "passage": "note-1"}
            assert part["why"]


def test_both_orphans_stay_orphans(letter: Document) -> None:
    links = {
        link.label: (link.marker_passage.key, link.note_passage)
        for link in NoteLink.objects.all()
    }
    note_2 = letter.passages.get(key="note-2")
    assert links == {"2": ("p3", note_2), "6": ("p16", None)}
    assert not letter.passages.get(key="note-1").marked_by.exists()


def test_loading_twice_changes_nothing(letter: Document) -> None:
    before = state()
    call_command("loaddata", "letter", verbosity=0)
    assert state() == before


def test_dumpdata_gives_the_fixture_back(letter: Document) -> None:
    fixture = json.loads((settings.BASE_DIR / "fixtures" / "letter.json").read_text())
    assert dump(*OUR_MODELS) == fixture


def test_the_fixture_has_no_primary_keys_and_nothing_derived() -> None:
    fixture = json.loads((settings.BASE_DIR / "fixtures" / "letter.json").read_text())
    assert not [row for row in fixture if "pk" in row]
    names = {name for row in fixture for name in row["fields"]}
    assert not names & {"edtf", "start_min", "end_max", "shape", "seconds", "version"}
    assert "timeline.mark" not in {row["model"] for row in fixture}


def test_a_changed_row_of_a_fixture_gets_a_new_version(letter: Document) -> None:
    Event.objects.filter(slug="moscow-strike").update(title="Edited meanwhile")
    before = Event.objects.get(slug="moscow-strike").version
    call_command("loaddata", "letter", verbosity=0)
    event = Event.objects.get(slug="moscow-strike")
    assert event.title == "Strike in Moscow"
    assert event.version == before + 1
