"""Citations for reference managers: CSL-JSON, BibTeX, RIS."""

import json

import pytest

from timeline.exchange import Report
from timeline.exchange.bibtex import escaped
from timeline.models import Citation, Document

from .conftest import exported

pytestmark = pytest.mark.django_db


def test_an_item_for_each_citation_with_its_place(letter: Report) -> None:
    items = {item["id"]: item for item in json.loads(exported("csl-json"))}
    assert len(items) == Citation.objects.count()
    places = {item["note"]: item["locator"] for item in items.values()}
    assert places["Mar 6"] == "n. 2"
    assert places["August 12"] == "para. 4"
    one = items["m05"]
    assert one["author"] == [{"literal": "N. Lenin"}]
    assert one["issued"] == {"date-parts": [[1917]]}


def test_bibtex_has_the_place_as_note(letter: Report) -> None:
    text = exported("bibtex")
    assert text.count("@misc{") == Citation.objects.count()
    entry = text[text.index("@misc{m06,") :].partition("\n}\n")[0]
    assert "  note = {n. 2}" in entry
    assert "  year = {1917}" in entry
    assert "“Mar 6”" in entry


def test_tex_finds_no_commands() -> None:
    assert escaped("\\input{x} 50% #1") == r"\textbackslash{}input\{x\} 50\% \#1"


def test_ris_has_a_field_a_line(letter: Report) -> None:
    Document.objects.update(title="A\nER  - \r\nTY  - X")
    text = exported("ris")
    assert text.count("\r\nER  - \r\n") == Citation.objects.count()
    assert text.count("TY  - GEN\r\n") == Citation.objects.count()
    assert "SP  - para. 3\r\n" in text
    assert text.count("\n") == text.count("\r\n")
