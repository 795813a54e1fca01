"""Dates that the markup names become proposals with its readings."""

import pytest

from timeline.exchange import DOCUMENT_FORMATS
from timeline.models import Document, Proposal, find_proposals, propose_tagged
from timeline.passages import Segmentation

pytestmark = pytest.mark.django_db

FRAME = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def stored(body: str, **fields: str) -> tuple[Document, Segmentation]:
    cut = DOCUMENT_FORMATS["tei"](FRAME.format(body))
    values = {"title": "D", "calendar": "julian", "context_date": "1917", **fields}
    document = Document.objects.from_segmentation("d", cut, **values)
    propose_tagged(document, cut)
    return document, cut


def readings(proposal: Proposal) -> list[tuple[str, str, str]]:
    return [
        (r["edtf_written"], r["calendar"], r.get("kind", "plain"))
        for r in proposal.readings
    ]


def test_words_and_markup_that_agree_are_one_reading() -> None:
    """19 May 1917 is 6 May in Old Style, and the year is supplied by the document."""
    stored('<p>On <date when="1917-05-19">May 6</date>.</p>')
    proposal = Proposal.objects.get()
    assert (proposal.start, proposal.end, proposal.words) == (3, 8, "May 6")
    assert readings(proposal) == [("1917-05-06", "julian", "plain")]
    assert [s["what"] for s in proposal.readings[0]["supplied"]] == ["year", "calendar"]
    assert 'when="1917-05-19"' in proposal.why


def test_words_and_markup_that_differ_are_both_shown() -> None:
    stored('<p>On <date when="1917-05-06">May 6</date>.</p>')
    proposal = Proposal.objects.get()
    assert readings(proposal) == [
        ("1917-05-06", "gregorian", "plain"),
        ("1917-05-06", "julian", "plain"),
    ]
    assert proposal.certainty == "ambiguous"
    assert "The words say another date" in proposal.why


def test_words_that_are_no_date_are_read_by_the_markup() -> None:
    stored('<p>On <date when="1917-05-19">that day</date>.</p>')
    proposal = Proposal.objects.get()
    assert readings(proposal) == [("1917-05-19", "gregorian", "plain")]
    (supplied,) = proposal.readings[0]["supplied"]
    assert supplied["source"] == "the markup of the edition"


def test_a_date_without_attributes_is_read_by_its_words() -> None:
    stored("<p>On <date>May 6</date>, or <date>then</date>.</p>")
    one, other = Proposal.objects.order_by("start")
    assert readings(one) == [("1917-05-06", "julian", "plain")]
    assert (other.words, other.readings) == ("then", [])


def test_a_corrected_date_has_both_readings() -> None:
    """As the letter's note 2: “Mar 6” is printed, May 6 is meant."""
    stored("<p><choice><sic>Mar 6</sic><corr>May 6</corr></choice>: so.</p>")
    proposal = Proposal.objects.get()
    assert proposal.words == "Mar 6"
    assert readings(proposal) == [
        ("1917-05-06", "julian", "correction"),
        ("1917-03-06", "julian", "misprint"),
    ]
    told = "The edition corrects “Mar 6” to “May 6”."
    assert proposal.readings[0]["reason"] == told
    assert proposal.why.startswith(told)


def test_a_correction_inside_a_tagged_date() -> None:
    stored(
        '<p><date when="1917-05-19"><choice><sic>Mar</sic><corr>May</corr></choice>'
        " 6</date>.</p>"
    )
    proposal = Proposal.objects.get()
    assert proposal.words == "Mar 6"
    kinds = {(date, kind) for date, _, kind in readings(proposal)}
    assert ("1917-05-06", "correction") in kinds
    assert ("1917-03-06", "misprint") in kinds


def test_another_witness_is_a_variant() -> None:
    stored('<p>On <app><lem>May 6</lem><rdg wit="#B">May 7</rdg></app>.</p>')
    assert readings(Proposal.objects.get()) == [
        ("1917-05-06", "julian", "plain"),
        ("1917-05-07", "julian", "variant"),
    ]


def test_a_correction_that_is_no_date_makes_no_proposal() -> None:
    stored("<p><choice><sic>teh</sic><corr>the</corr></choice> day.</p>")
    assert not Proposal.objects.exists()


def test_the_finder_neither_doubles_nor_loses_them() -> None:
    document, cut = stored('<p><date when="1917-05-19">May 6</date>, May 7.</p>')
    assert find_proposals(document) == 1
    before = list(Proposal.objects.order_by("start").values("start", "why", "readings"))
    assert find_proposals(document) == 0
    assert propose_tagged(document, cut) == 0
    after = list(Proposal.objects.order_by("start").values("start", "why", "readings"))
    assert after == before
    assert [row["start"] for row in after] == [0, 7]
