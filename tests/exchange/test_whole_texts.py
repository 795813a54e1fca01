"""A text that is whole stays whole, whatever a fixture says of its passages."""

import json
from pathlib import Path

import pytest

from timeline.exchange import Report
from timeline.models import Document, Passage, Revision, Timeline, digest_of, revise

from .conftest import counts, empty, exported, faults

pytestmark = pytest.mark.django_db

TEXT = "One.\n\nTwo.\n\nThree."
OTHER = {"model": "timeline.timeline", "fields": {"slug": "t", "title": "T"}}


def row(model: str, **fields: object) -> dict:
    return {"model": f"timeline.{model}", "fields": {"document": ["d"], **fields}}


def document(**fields: object) -> dict:
    given = {"slug": "d", "title": "D", "digest": digest_of(TEXT)}
    return {"model": "timeline.document", "fields": {**given, **fields}}


def revision(number: int = 1, text: str = TEXT) -> dict:
    return row("revision", number=number, text=text, when="1917-05-06T07:08:09Z")


def passage(number: int, text: str, after: str = "\n\n", **fields: object) -> dict:
    given = {"key": f"p{number}", "order": number, "number": number}
    return row("passage", **{**given, "text": text, "after": after, **fields})


def whole() -> list[dict]:
    three = passage(1, "One."), passage(2, "Two."), passage(3, "Three.", "")
    return [document(), revision(), *three]


def is_whole(text: str = TEXT) -> bool:
    held = Document.objects.get(slug="d")
    newest = held.revisions.order_by("number").last()
    return held.text() == newest.text == text and held.digest == digest_of(text)


TOUCHING = [
    (document(digest="0" * 64), "digest"),
    (document(digest=""), "digest"),
    (revision(2, "Another."), "number"),
    (passage(4, "Four."), "key"),
    (passage(4, "Four.", order=0), "key"),
    (row("passage", key="p2", order=9), "order"),
    (row("passage", key="p2", order=0), "order"),
    (row("passage", key="p2", retired_in=["d", 1]), "retired_in"),
]


@pytest.mark.parametrize(("touching", "column"), TOUCHING)
def test_what_would_break_a_text_is_refused(bring, touching: dict, column: str) -> None:
    """The passages, joined, were no text any more that the document ever had."""
    bring(whole(), "whole.jsonl")
    report = bring([OTHER, touching], "a.jsonl")
    assert faults(report) == [(2, column)]
    assert "“d” is whole" in report.faults[0].wrong
    assert (report.written, is_whole()) == (False, True)


@pytest.mark.parametrize(("touching", "column"), TOUCHING)
def test_all_other_rows_come_in(
    bring, tmp_path: Path, touching: dict, column: str
) -> None:
    bring(whole(), "whole.jsonl")
    rejects = tmp_path / "rejects.jsonl"
    report = bring(
        [OTHER, touching, *whole()], "a.jsonl", skip_bad=True, rejects=rejects
    )
    if touching in (TOUCHING[3][0], TOUCHING[4][0]):
        assert counts(report) == (1, 0, 5, 1)
    assert (2, column) in faults(report)
    assert report.written
    assert json.loads(rejects.read_text().splitlines()[0]) == touching
    assert is_whole()
    assert Timeline.objects.get().slug == "t"


def test_what_cites_a_refused_passage_is_refused_too(bring) -> None:
    bring(whole(), "whole.jsonl")
    event = {"timeline": ["t"], "slug": "e", "title": "E"}
    cited = {"key": "c", "event": ["t", "e"], "passage": ["d", "p4"], "exact": "Four"}
    rows = [OTHER, passage(4, "Four."), {"model": "timeline.event", "fields": event}]
    rows += [{"model": "timeline.citation", "fields": cited}]
    report = bring(rows, "a.jsonl", skip_bad=True)
    assert (counts(report), report.written) == ((2, 0, 0, 2), True)
    assert faults(report) == [(2, "key"), (4, "passage")]


def test_a_passage_is_not_taken_out_by_a_revision_of_another_document(bring) -> None:
    other = document(slug="o", title="O")
    by = {**revision()["fields"], "document": ["o"]}
    rows = [other, {"model": "timeline.revision", "fields": by}]
    report = bring(
        [*rows, *whole()[:4], passage(3, "", retired_in=["o", 1])], "a.jsonl"
    )
    assert faults(report) == [(7, "retired_in")]
    assert report.faults[0].value == "o 1"


def test_mended_rows_make_a_text_whole(bring, tmp_path: Path) -> None:
    rows, rejects = whole(), tmp_path / "rejects.jsonl"
    rows[3]["fields"]["kind"] = "parragraph"
    report = bring(rows, "a.jsonl", skip_bad=True, rejects=rejects)
    assert counts(report) == (4, 0, 0, 1)
    assert "“d” is not whole yet" in report.notes[0]
    mended = rejects.read_text().replace("parragraph", "paragraph")
    report = bring(mended, "b.jsonl")
    assert (counts(report), report.notes) == ((1, 0, 0, 0), [])
    assert is_whole()


@pytest.mark.parametrize("at", [1, 2, 3, 4])
def test_a_document_comes_in_two_files(bring, at: int) -> None:
    bring(whole()[:at], "a.jsonl")
    report = bring(whole()[at:], "b.jsonl")
    assert (counts(report), report.notes) == ((5 - at, 0, 0, 0), [])
    assert is_whole()


def test_what_leaves_the_text_as_it_is_comes_in(bring) -> None:
    bring(whole(), "whole.jsonl")
    moved = [
        row("passage", key=f"p{n}", order=n * 10, kind="verse", number=n + 1)
        for n in (3, 2, 1)
    ]
    gone = passage(0, "Zero.", retired_in=["d", 1])
    assert counts(bring([*moved, gone], "a.jsonl")) == (1, 3, 0, 0)
    assert is_whole()


LATER = "One.\n\nThree.\n\nFour."


def later() -> list[dict]:
    """What an export says of the document after its second revision."""
    return [
        document(digest=digest_of(LATER)),
        revision(),
        revision(2, LATER),
        passage(1, "One."),
        passage(2, "Two.", retired_in=["d", 2]),
        passage(3, "Three.", after=""),
        passage(4, "\n\nFour.", after=""),
    ]


def test_a_later_state_comes_in_whole(bring) -> None:
    bring(whole(), "whole.jsonl")
    assert counts(bring(later(), "a.jsonl")) == (2, 2, 3, 0)
    assert is_whole(LATER)


@pytest.mark.parametrize("missing", [0, 2, 4, 6])
def test_or_nothing_of_it(bring, missing: int) -> None:
    """With --skip-bad half of a revision would come in."""
    bring(whole(), "whole.jsonl")
    rows = later()
    del rows[missing]
    report = bring(rows, "a.jsonl", skip_bad=True)
    assert (report.new, report.changed, report.refused) == (0, 0, 3)
    assert is_whole()


def test_a_text_of_many_passages_is_joined_in_pieces(bring, monkeypatch) -> None:
    monkeypatch.setattr("timeline.exchange.whole_texts.AT_ONCE", 2)
    rows = whole()
    assert bring([*rows[:2], rows[3], rows[4], rows[2]], "a.jsonl").notes == []
    assert is_whole()
    assert bring(later(), "b.jsonl").refused == 0
    assert is_whole(LATER)


def test_what_a_revision_made_comes_back_as_it_went(letter: Report, bring) -> None:
    held = Document.objects.get()
    text = held.text()
    first = held.passages.get(key="p4")
    without = text.replace(first.text + first.after, "")
    revise(held, without)
    revise(held, without + "\n\nA last line.")
    before = exported()
    assert counts(bring(before, "again.jsonl"))[:2] == (0, 0)
    empty()
    report = bring(before, "all.jsonl")
    assert (report.refused, report.notes) == (0, [])
    assert exported() == before
    assert Revision.objects.count() == 3
    assert Passage.objects.exclude(retired_in=None).exists()
