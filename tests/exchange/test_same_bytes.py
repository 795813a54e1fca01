"""Both databases give the same bytes: those of two files kept in `tests/data`.

The files hold what breaks careless writers: cells that begin a formula or a mark, years
before 1, quotes that begin with a dash, bidirectional controls, characters beyond the
first plane, CR, LF and tabs inside a text, and names that sort otherwise by language.
"""

from pathlib import Path

import pytest

from timeline.exchange import Options, import_file
from timeline.models import Document, Event, NoteLink, Passage, Revision

from .conftest import counts, empty, exported

pytestmark = pytest.mark.django_db
DATA = Path(__file__).parents[1] / "data"
LEFT_OUT = ('"timeline.timeline"}', '"timeline.tag"}')
LINES, TABLE = DATA / "hostile.jsonl", DATA / "hostile.csv"


def text_of(path: Path) -> str:
    return path.read_bytes().decode()


def test_lines_come_back_byte_for_byte() -> None:
    report = import_file(LINES)
    assert (report.faults, report.new) == ([], 87)
    assert exported("jsonl") == text_of(LINES)
    assert exported("csv") == text_of(TABLE)


def test_the_table_comes_back_byte_for_byte() -> None:
    import_file(LINES)
    empty(Document, Passage, Revision, NoteLink)
    report = import_file(TABLE)
    assert (report.faults, report.new) == ([], Event.objects.count())
    assert exported("csv") == text_of(TABLE)
    assert of_events(exported("jsonl")) == of_events(text_of(LINES))


def of_events(lines: str) -> list[str]:
    """What a table carries whole: no timelines, and no tags that no event has."""
    return [line for line in lines.split("\n") if not line.endswith(LEFT_OUT)]


def test_the_list_holds_the_same_objects(tmp_path: Path) -> None:
    import_file(LINES)
    whole = exported("json")
    path = tmp_path / "all.json"
    path.write_bytes(whole.encode())
    empty()
    assert import_file(path).refused == 0
    assert exported("json") == whole
    assert whole == "[\n" + text_of(LINES)[:-1].replace("\n", ",\n") + "\n]\n"


@pytest.mark.parametrize("path", [LINES, TABLE], ids=lambda path: path.suffix)
def test_again_is_no_change(path: Path) -> None:
    import_file(LINES)
    report = import_file(path, Options())
    assert counts(report)[:2] == (0, 0)
    assert report.refused == 0
