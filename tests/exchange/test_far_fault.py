"""A fault far down in a file: its line and column, and no row of the file."""

import gc

import pytest

from timeline.exchange import Report
from timeline.exchange.rows import Row
from timeline.models import Event

pytestmark = pytest.mark.django_db
ROWS, BAD = 3_500, 2_777


def test_one_fault_far_down_refuses_the_file(letter: Report, bring) -> None:
    lines, at = ["id,title,description,date"], 1
    for number in range(1, ROWS + 1):
        date = "1917-02-30" if number == BAD else f"{1000 + number % 900}-05"
        text = '"two\nlines"' if number % 3 == 0 else "one line"
        if number == BAD:
            at = sum(line.count("\n") + 1 for line in lines) + 1
        lines.append(f"e{number},Event {number},{text},{date}")
    report = bring("\n".join(lines) + "\n", timeline="new")
    assert [(f.line, f.column, f.value) for f in report.faults] == [
        (at, "date", "1917-02-30")
    ]
    assert (report.refused, report.new) == (1, ROWS - 1)
    assert not report.written
    assert Event._base_manager.count() == 6


def test_changes_beyond_the_first_thousand_are_counted(bring) -> None:
    def rows(title: str) -> str:
        lines = [f"e{number},{title} {number},1917" for number in range(1_300)]
        return "\n".join(["id,title,date", *lines]) + "\n"

    bring(rows("Event"), timeline="new")
    report = bring(rows("Other"), timeline="new", dry_run=True)
    assert (report.changed, report.difference_total) == (1_300, 1_300)
    assert len(report.differences) == 1_000
    assert report.differences[-1].after == "Other 999"


@pytest.mark.parametrize(
    ("column", "value"),
    [("id", ".."), ("url", "javascript:x"), ("title", "a\x01"), ("date", "1917-02-30")],
)
def test_refused_rows_are_let_go_of(bring, column: str, value: str) -> None:
    """Errors that refer to themselves would hold their batch until a collection."""
    cells = {"id": "a", "title": "A", "date": "1917", "url": "", column: value}
    table = f"{','.join(cells)}\n{','.join(cells.values())}\n"
    gc.collect()
    gc.disable()
    try:
        report = bring(table, timeline="new")
        held = [one for one in gc.get_objects() if isinstance(one, Row)]
    finally:
        gc.enable()
    assert report.refused == 1
    assert held == []
