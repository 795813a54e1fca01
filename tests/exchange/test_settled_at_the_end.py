"""Rows that only the end of the file refuses: their event follows another dating."""

from pathlib import Path
from typing import Any

from timeline.exchange import Report
from timeline.models import Citation, Dating, Event, Import

from .conftest import counts, exported

STRIKE = ["letter", "moscow-strike"]


def dating(key: str, **fields: Any) -> dict[str, Any]:
    """A dating of the strike that wants to be followed."""
    given = {"key": key, "event": STRIKE, "edtf_written": "1917-08-26"}
    fields = {**given, "calendar": "gregorian", "status": "accepted", **fields}
    return {"model": "timeline.dating", "fields": fields}


def test_a_new_dating_is_counted_as_refused(letter: Report, bring) -> None:
    before = exported()
    report = bring([dating("another")], "d.jsonl")
    assert counts(report) == (0, 0, 0, 1)
    assert "follows another dating" in report.faults[0].wrong
    assert exported() == before


def test_a_changed_dating_too(letter: Report, bring) -> None:
    bring([dating("another", status="open")], "d.jsonl")
    before = exported()
    assert counts(bring([dating("another")], "d.jsonl")) == (0, 0, 0, 1)
    assert exported() == before


def test_the_good_rows_come_in_and_this_one_is_among_the_refused(
    letter: Report, bring, tmp_path: Path
) -> None:
    rejects = tmp_path / "rejects.jsonl"
    rows = [dating("first", status="open"), dating("another"), dating("third", **OPEN)]
    report = bring(rows, "d.jsonl", skip_bad=True, rejects=rejects)
    assert counts(report) == (2, 0, 0, 1)
    job = Import.objects.get(pk=report.import_id)
    assert (job.new, job.changed, job.refused) == (2, 0, 1)
    keys = Dating.objects.filter(key__in=["first", "another", "third"])
    assert sorted(keys.values_list("key", flat=True)) == ["first", "third"]
    mended = rejects.read_text().replace('"accepted"', '"open"')
    assert '"another"' in mended
    assert counts(bring(mended, "mended.jsonl")) == (1, 0, 0, 0)


OPEN = {"status": "open", "edtf_written": "1917-08-27"}


def test_the_one_that_is_given_up_in_the_same_file_makes_room(
    letter: Report, bring
) -> None:
    held = Dating.objects.get(event__slug=STRIKE[1], status="accepted")
    given_up = {"model": "timeline.dating", "fields": {"key": held.key, **OPEN}}
    report = bring([dating("another"), given_up], "d.jsonl")
    assert (report.faults, counts(report)) == ([], (1, 1, 0, 0))
    event = Event.objects.get(slug=STRIKE[1])
    assert event.mark.sort_start == Dating.objects.get(key="another").start_min


def test_nothing_else_of_such_a_row_comes_in(letter: Report, bring) -> None:
    """A row of a table brings a citation too, and other words of the event."""
    held = Dating.objects.get(event__slug=STRIKE[1], status="accepted")
    before, cited = exported(), Citation.objects.count()
    more = (
        '"{""dating"": {""key"": ""another"", ""status"": ""accepted""}, '
        '""citation"": {""key"": ""new-one""}}"'
    )
    table = (
        "id,title,date,document,passage,quote,more,timeline\n"
        f"{STRIKE[1]},Changed,1917-08-26,letter,p4,Moscow strike of,{more},letter\n"
    )
    report = bring(table, skip_bad=True)
    assert report.refused == 1
    assert (Citation.objects.count(), exported()) == (cited, before)
    held.refresh_from_db()
    assert held.status == "accepted"
