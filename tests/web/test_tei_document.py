"""A diary in TEI, from the file to the page that a reader sees."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client

from timeline.models import Document, Proposal, find_proposals

pytestmark = pytest.mark.django_db
DIARY = Path(__file__).parent.parent / "data" / "diary.tei.xml"


@pytest.fixture
def diary() -> Document:
    options = {"slug": "diary", "calendar": "julian", "context_date": "1812"}
    call_command("import_document", str(DIARY), stdout=StringIO(), **options)
    document = Document.objects.get(slug="diary")
    document.publication = "published"
    document.save()
    return document


def test_the_document_is_what_the_file_prints(diary: Document) -> None:
    assert (diary.title, diary.creator) == (
        "A Diary kept at Riga",
        "A. Merchant",
    )
    assert diary.source_repository == "Town Archive"
    assert diary.text() == (
        "24 June 1812\n\n"
        "The French have crossed the river.[a] We hear that they did so two days "
        "since, or one.\n\n"
        "June 28\n\n"
        "Rain all day. Genl Essen is expected\non Tuesday; the bridge his down.\n\n"
        "The river rose,\nthe bridge gave way.\n\n"
        "A. M.\n\n"
        "[a] At Kovno."
    )


def test_the_page_links_the_note(diary: Document, client: Client) -> None:
    page = client.get("/documents/diary/").content.decode()
    assert 'href="#note-a"' in page
    assert 'id="verse-1"' in page
    found = json.loads(client.get("/documents/diary.json").content)
    assert [p["key"] for p in found["passages"]] == [
        *("heading-1", "p1", "heading-2", "p2", "verse-1", "signature", "note-a"),
    ]
    (note,) = found["notes"]
    assert note["marker"] == {"passage": "p1", "start": 34, "end": 37}
    assert note["passage"] == "note-a"


def test_each_date_is_proposed_as_the_edition_reads_it(diary: Document) -> None:
    """Old Style is 12 days behind in 1812: 24 June is 6 July."""
    find_proposals(diary)
    rows = Proposal.objects.filter(document=diary).current()
    said = {
        row.words: [(r["edtf_written"], r["calendar"]) for r in row.readings]
        for row in rows
    }
    assert said == {
        "24 June 1812": [("1812-06-24", "julian")],
        "two days since, or one": [("[1812-07-04..1812-07-05]", "gregorian")],
        "June 28": [("1812-06-28", "julian")],
        "Tuesday": [("1812-07-14", "gregorian")],
    }
