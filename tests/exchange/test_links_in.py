"""Note markers and proposals on the way in: they stand where they say."""

from typing import Any

import pytest

from timeline.exchange import Report
from timeline.models import (
    Citation,
    Document,
    NoteLink,
    Proposal,
    find_proposals,
    revise,
)
from timeline.passages import segment

from .conftest import counts, empty, exported, faults

pytestmark = pytest.mark.django_db

TEXT = "It began on May 6 [1] and ended."


def row(model: str, **fields: object) -> dict:
    return {"model": f"timeline.{model}", "fields": fields}


def texts() -> list[dict]:
    """Two documents: the second has a note of its own."""
    return [
        row("document", slug="d", title="D"),
        row("document", slug="other", title="O"),
        row("passage", document=["d"], key="p1", order=1, text=TEXT),
        row("passage", document=["d"], key="note-1", order=2, text="[1] A note."),
        row("passage", document=["other"], key="note-1", order=1, text="[1] Else."),
    ]


def link(**fields: object) -> dict:
    given = {"marker_passage": ["d", "p1"], "start": 18, "end": 21, "label": "1"}
    return row("notelink", **{**given, "note_passage": ["d", "note-1"], **fields})


def proposal(**fields: object) -> dict:
    given = {"document": ["d"], "passage": ["d", "p1"], "start": 12, "end": 17}
    return row("proposal", **{**given, "words": "May 6", **fields})


def test_what_stands_where_it_says_comes_in(bring) -> None:
    assert counts(bring([*texts(), link(), proposal()], "a.jsonl")) == (7, 0, 0, 0)


WRONG = [
    (link(end=33), "end", "33", "32 characters", "up to 32"),
    (link(start=32, end=33), "start", "32", "32 characters", "up to 31"),
    (link(note_passage=["other", "note-1"]), "note_passage", "other", "another", "“d”"),
    (proposal(start=30, end=40), "end", "40", "32 characters", "up to 32"),
    (proposal(words="May 7"), "words", "May 7", "not the words", "“May 6”"),
    (proposal(start=11), "words", "May 6", "not the words", "stand at 12–17"),
    (proposal(document=["other"]), "document", "other", "another document", "“d”"),
]


@pytest.mark.parametrize("is_stored", [False, True])
@pytest.mark.parametrize(("wrong", "column", "value", "what", "right"), WRONG)
def test_what_does_not_is_refused(
    bring, is_stored: bool, wrong: dict, column: str, value: str, what: str, right: str
) -> None:
    """Pages and desk cut words out of passages by these places."""
    rows = texts()
    if is_stored:
        bring(rows, "texts.jsonl")
        rows = []
    report = bring([*rows, wrong], "a.jsonl")
    assert faults(report) == [(len(rows) + 1, column)]
    (fault,) = report.faults
    assert value in fault.value
    assert what in fault.wrong
    assert right in fault.right
    assert not NoteLink.objects.exists()
    assert not Proposal.objects.exists()


def test_a_stored_row_is_not_changed_to_what_is_wrong(bring) -> None:
    bring([*texts(), link(), proposal()], "a.jsonl")
    report = bring([link(end=99), proposal(words="May 7")], "b.jsonl")
    assert faults(report) == [(1, "end"), (2, "words")]
    del (change := proposal(decision="later"))["fields"]["words"]
    assert counts(bring([change, link(basis="Seen.")], "c.jsonl")) == (0, 2, 0, 0)


def test_a_place_that_misses_its_end_is_told_once(bring) -> None:
    del (short := link())["fields"]["end"]
    assert faults(bring([*texts(), short], "a.jsonl")) == [(6, "end")]


def test_what_a_revision_left_comes_back_as_it_went(letter: Report, bring) -> None:
    """Passages taken out, markers without their note, proposals moved."""
    document = Document.objects.get()
    find_proposals(document)
    gone = document.passages.get(key="note-2").text
    moved = document.text().replace(gone, "").replace("May 6 to", "about May 6 to")
    revise(document, moved, why="The note is of the editors.")
    assert document.passages.exclude(retired_in=None).exists()
    assert NoteLink.objects.filter(note_passage=None).count() == 2
    before = exported()
    assert bring(before, "again.jsonl").refused == 0
    empty()
    assert bring(before, "all.jsonl").refused == 0
    assert exported() == before


def test_a_proposal_in_a_passage_that_was_taken_out_has_its_words(
    letter: Report, bring
) -> None:
    """The text of such a passage stays, and so do the places in it."""
    document = Document.objects.get()
    find_proposals(document)
    document.passages.filter(key="p3").update(retired_in=document.revisions.get())
    before = exported()
    assert Proposal.objects.filter(passage__key="p3").count() == 3
    empty()
    assert bring(before, "all.jsonl").refused == 0
    assert exported() == before


@pytest.mark.parametrize(
    ("fields", "right"),
    [
        ({"lost_in": ["letter", 1]}, "null, as the words are there."),
        (
            {"lost_in": ["other", 1], "state": "lost", "start": None, "end": None},
            "A revision of the document “letter”.",
        ),
    ],
)
def test_what_is_not_lost_names_no_revision(
    letter: Report, bring, fields: dict[str, Any], right: str
) -> None:
    cut = segment("Title\n\nWords that are here.\n")
    other = Document.objects.from_segmentation("other", cut, who="", why="")
    assert other.revisions.count() == 1
    m01 = Citation.objects.get(key="m01")
    given = {"key": "m01", "passage": ["letter", m01.passage.key], **fields}
    report = bring([{"model": "timeline.citation", "fields": given}], "c.jsonl")
    (fault,) = report.faults
    assert (fault.column, fault.right) == ("lost_in", right)
    m01.refresh_from_db()
    assert (m01.state, m01.lost_in) == ("exact", None)


def test_what_is_lost_names_the_revision_it_was_lost_in(letter: Report, bring) -> None:
    lost = {"state": "lost", "start": None, "end": None, "lost_in": ["letter", 1]}
    given = {"key": "m01", "passage": ["letter", "p3"], **lost}
    report = bring([{"model": "timeline.citation", "fields": given}], "c.jsonl")
    assert report.faults == []
    assert Citation.objects.get(key="m01").lost_in.number == 1
