"""Long rows: as many are held at once as there is room for, on the way in and out."""

from pathlib import Path

import pytest

from timeline.exchange import Options, foreign, import_file, run, stream
from timeline.exchange.plan import Plan
from timeline.exchange.rows import Row
from timeline.exchange.stream import pages, snapshot
from timeline.models import Event

pytestmark = pytest.mark.django_db
NUMBERS = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 900) "
    "SELECT i, CASE WHEN i > 300 THEN CAST(%s AS text) ELSE 'short' END FROM n"
)


def test_long_rows_are_checked_a_few_at_a_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sizes: list[int] = []
    take = Plan.take

    def counted(plan: Plan, rows: list[Row]) -> list[Row]:
        sizes.append(len(rows))
        return take(plan, rows)

    monkeypatch.setattr(Plan, "take", counted)
    monkeypatch.setattr(run, "BATCH_BYTES", 100_000)
    file = tmp_path / "long.csv"
    rows = [f"e{number},T,1917,long,{'x' * 50_000}\n" for number in range(20)]
    file.write_text("id,title,date,timeline,description\n" + "".join(rows))
    assert import_file(file).counts()["new"] == 20
    assert max(sizes) <= 5  # three of them, and what the readers hold in advance
    assert Event.objects.count() == 20


def test_pages_have_fewer_rows_where_they_are_long(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(stream, "ROOM", 100_000)
    with snapshot("default"):
        found = list(pages("default", NUMBERS, ["x" * 10_000]))
    assert [i for page in found for i, _ in page] == list(range(1, 901))
    assert len(found[0]) < len(found[1]) <= stream.PAGE
    assert {len(page) for page in found[-20:-1]} == {10}
    assert len(found[-1]) <= 10


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("many.json", '{"events": [' + ",".join(['{"text": {}}'] * 13) + "]}"),
        ("many.xml", "<data>" + "<event/>" * 10 + "</data>"),
    ],
)
def test_a_file_of_very_many_values_is_refused_unparsed(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(foreign, "MOST_PARTS", 11)
    file = tmp_path / name
    file.write_text(text)
    format_ = "timelinejs" if name.endswith(".json") else "simile-xml"
    report = import_file(file, Options(format=format_))
    assert report.counts() == {
        **dict.fromkeys(("new", "changed", "unchanged"), 0),
        **{"rows": 1, "refused": 1},
    }
    assert "more than 11 values" in report.faults[0].wrong
    assert "in parts" in report.faults[0].right


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("timelinejs", '{"events": [{}, {}], "eras": [{}, {}]}'),
        ("vis-timeline", '{"items": [{}, {}], "undated": [{}, {}]}'),
        ("vis-timeline", "[{}, {}, {}, {}]"),
        ("simile-json", '{"events": [{}, {}, {}, {}]}'),
        ("simile-xml", "<data><event/><event/><event/><event/></data>"),
        ("geojson-t", '{"features": [{}, {}, {}, {}]}'),
        ("geojson-t", '{"type": "Feature"}\n' * 4),
        ("web-annotation", '{"items": [{}, {}, {}, {}]}'),
        ("web-annotation", "[{}, {}, {}, {}]"),
    ],
)
def test_a_file_of_very_many_events_is_refused_unread(
    name: str, text: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "many"
    file.write_text(text)
    for most, is_refused in ((4, False), (3, True)):
        monkeypatch.setattr(foreign, "MOST_EVENTS", most)
        report = import_file(file, Options(format=name, timeline="t"))
        told = "The file has more than 3 events."
        assert (report.faults[0].wrong == told) is is_refused
    assert (report.refused, report.faults[0].right[:19]) == (1, "Import it in parts,")
