"""A TEI file comes in at the desk: shown, saved, and its dates proposed."""

import re
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from timeline.models import Document, Event, Proposal

ADDRESS = "/desk/new/"
LETTER = Path(__file__).parent.parent / "data" / "letter.tei.xml"
FIELDS = {
    **{"format": "", "language": "en", "calendar": "julian"},
    **{"year_start": "1 January", "context_date": "1917", "slug": "again"},
}


def saved(client: Client) -> Document:
    file = SimpleUploadedFile("letter.xml", LETTER.read_bytes())
    page = client.post(ADDRESS, {**FIELDS, "text": "", "file": file})
    digest = re.search(r'name="digest" value="(\w+)"', page.content.decode())
    assert digest is not None
    form = page.context["form"]
    values = {**FIELDS, "text": form.data["text"], "format": form.data["format"]}
    answer = client.post(ADDRESS, {**values, "digest": digest[1], "save": "yes"})
    assert answer.status_code == 302, answer.content.decode()
    return Document.objects.get(slug="again")


def test_an_upload_is_known_and_shown(editor: Client) -> None:
    file = SimpleUploadedFile("letter.xml", LETTER.read_bytes())
    page = editor.post(ADDRESS, {**FIELDS, "text": "", "file": file}).content.decode()
    assert "its markup is left out" in page
    assert "note-2" in page
    assert "is corrected to" in page
    assert '<option value="tei" selected>' in page


def test_it_is_saved_with_its_dates(editor: Client) -> None:
    document = saved(editor)
    assert document.creator == "N. Lenin"
    assert document.source_edition == "Marxist Internet Archive"
    proposals = Proposal.objects.filter(document=document).current()
    assert [p.words for p in proposals.filter(passage__key="p3")] == [
        "May 6",
        "August 31",
        "September 12",
    ]
    note = [p.words for p in proposals.filter(passage__key="note-2")]
    assert note == ["Mar 6", "August 31", "September 12", "September 14-22"]


@pytest.mark.parametrize(("given", "context"), [("", "1891-06-24"), ("1892", "1892")])
def test_the_date_a_letter_was_sent_is_its_context(
    editor: Client, given: str, context: str
) -> None:
    """6 July 1891 was 24 June in the Julian calendar that is chosen here."""
    text = (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader><profileDesc><correspDesc>'
        '<correspAction type="sent"><date when="1891-07-06"/></correspAction>'
        "</correspDesc></profileDesc></teiHeader><text><p>One.</p></text></TEI>"
    )
    values = {**FIELDS, "context_date": given, "text": text, "format": "tei"}
    page = editor.post(ADDRESS, values).content.decode()
    digest = re.search(r'name="digest" value="(\w+)"', page)
    assert digest is not None
    editor.post(ADDRESS, {**values, "digest": digest[1], "save": "yes"})
    document = Document.objects.get(slug="again")
    assert document.context_date == context
    assert ("correspDesc" in document.context_basis) == (not given)


def test_a_correction_is_accepted_as_one(editor: Client) -> None:
    document = saved(editor)
    proposal = Proposal.objects.get(document=document, words="Mar 6")
    values = {
        "date": proposal.pk,
        **{"decision": "new", "reading": "1", "title": "Coalition"},
        "seen": proposal.version,
    }
    answer = editor.post("/desk/documents/again/", values)
    assert answer.status_code == 302
    dating = Event.objects.get().datings.get()
    assert (dating.as_written, dating.edtf_written) == ("Mar 6", "1917-05-06")
    assert dating.kind == "correction"
    assert dating.reason == "The edition corrects “Mar 6” to “May 6”."


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('<!DOCTYPE TEI><TEI xmlns="x"/>', "A document type is not taken"),
        ("<TEI><text/></TEI>", "no namespace"),
        ("<TEI><text></TEI>", "line 1, column 18"),
    ],
)
def test_what_is_refused_is_said_at_the_text(
    editor: Client, text: str, message: str
) -> None:
    page = editor.post(ADDRESS, {**FIELDS, "text": text, "format": ""}).content.decode()
    assert message in page
    assert not Document.objects.exists()
