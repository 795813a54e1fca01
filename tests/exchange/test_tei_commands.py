"""TEI at the command line: a document comes in, and a corrected one takes its place."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from timeline.models import Citation, Document, NoteLink, Proposal, find_proposals

pytestmark = pytest.mark.django_db

DATA = Path(__file__).parent.parent / "data"
LETTER = DATA / "letter.tei.xml"
FRAME = '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body>{}</body></text></TEI>'


def run(*args: object, **options: object) -> list[dict]:
    out = StringIO()
    call_command(*map(str, args), stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_letter_comes_in() -> None:
    lines = run("import_document", LETTER, slug="again", calendar="julian")
    document = Document.objects.get(slug="again")
    assert (document.creator, document.language) == ("N. Lenin", "en")
    text = document.text()
    places = {line["passage"]: line for line in lines if "passage" in line}
    for passage in document.passages.current():
        line = places[passage.key]
        assert text[line["start"] : line["end"]] == passage.text
    doubts = [line["doubt"] for line in lines if "doubt" in line]
    assert "The marker [6] has no note." in doubts
    assert "“Mar 6” is corrected to “May 6” (#editor)." in doubts
    assert NoteLink.objects.get(label="2").note_passage.key == "note-2"
    assert Proposal.objects.count() == 5


def test_options_stand_above_the_header() -> None:
    options = {"title": "Mine", "language": "ru", "context_date": "1917"}
    run("import_document", LETTER, slug="again", **options)
    document = Document.objects.get(slug="again")
    assert (document.title, document.language) == ("Mine", "ru")


SENT = (
    "<teiHeader><profileDesc><langUsage><language ident='de'/></langUsage><correspDesc>"
    "<correspAction type='sent'><date when='1891-07-06'/></correspAction></correspDesc>"
    "</profileDesc></teiHeader><text>"
)


@pytest.mark.parametrize(
    ("options", "context", "basis"),
    [
        ({}, "1891-07-06", "The header says"),
        (
            {"calendar": "julian"},
            "1891-06-24",
            "The header says when the letter was sent (corr",
        ),
        ({"context_date": "1892"}, "1892", ""),
    ],
)
def test_the_date_of_a_letter_serves_its_dates(
    tmp_path: Path, options: dict[str, str], context: str, basis: str
) -> None:
    """6 July 1891 was 24 June in Russia: twelve days apart in that century."""
    file = tmp_path / "letter.xml"
    text = "<p>Dienstag, den <date>7. Juli d. J.</date></p>"
    file.write_text(FRAME.format(text).replace("<text>", SENT))
    run("import_document", file, slug="a", **options)
    document = Document.objects.get(slug="a")
    assert (document.context_date, document.language) == (context, "de")
    assert document.context_basis.startswith(basis)
    assert bool(document.context_basis) == bool(basis)
    if not options:
        (reading,) = Proposal.objects.get().readings
        assert reading["edtf_written"] == "1891-07-07"


def test_the_title_of_the_header_serves_where_the_text_has_none(tmp_path: Path) -> None:
    header = (
        "<teiHeader><fileDesc><titleStmt><title>A Log</title></titleStmt></fileDesc>"
        "</teiHeader><text>"
    )
    file = tmp_path / "log.xml"
    file.write_text(FRAME.format("<p>One.</p>").replace("<text>", header))
    run("import_document", file, slug="log")
    document = Document.objects.get(slug="log")
    assert (document.title, document.text()) == ("A Log", "One.")


@pytest.mark.parametrize("name", ["a.xml", "a.tei", "a.txt", "a"])
def test_tei_is_known_by_its_content(tmp_path: Path, name: str) -> None:
    file = tmp_path / name
    file.write_text("<?xml version='1.0'?>\n" + FRAME.format("<p>One.</p>"))
    run("import_document", file, slug="a")
    assert Document.objects.get(slug="a").text() == "One."


@pytest.mark.parametrize("encoding", ["iso-8859-1", "windows-1251", "utf-16", "UTF-8"])
def test_the_declared_encoding_is_honoured(tmp_path: Path, encoding: str) -> None:
    words = "мая" if "1251" in encoding else "mai 1814 é"
    source = f"<?xml version='1.0' encoding='{encoding}'?>" + FRAME.format(
        f"<p>{words}</p>"
    )
    file = tmp_path / "a.xml"
    file.write_bytes(source.encode(encoding))
    run("import_document", file, slug="a")
    assert Document.objects.get(slug="a").text() == words


@pytest.mark.parametrize(
    ("declared", "content", "message"),
    [
        ("UTF-8", b"caf\xe9", "byte 0xe9 in line 1, column"),
        ("klingon", b"x", "encoding “klingon” is not known"),
        ("rot13", b"x", "encoding “rot13” is not known"),
        ("utf-16", b"x", "without a byte order mark"),
        ("UTF-8", b"<!DOCTYPE x>", "not XML"),
    ],
)
def test_refused_whole(
    tmp_path: Path, declared: str, content: bytes, message: str
) -> None:
    head, tail = FRAME.split("{}")
    file = tmp_path / "a.xml"
    file.write_bytes(
        f"<?xml version='1.0' encoding='{declared}'?>".encode()
        + head.encode()
        + b"<p>" + content + b"</p>"
        + tail.encode()
    )  # fmt: skip
    with pytest.raises(CommandError, match=message):
        run("import_document", file, slug="a")
    assert not Document.objects.exists()


class TestRevise:
    @pytest.fixture(autouse=True)
    def letter(self) -> None:
        call_command("loaddata", "letter", verbosity=0)

    def corrected(self, tmp_path: Path, old: str, new: str) -> Path:
        text = LETTER.read_text(encoding="utf-8")
        assert text.count(old) == 1
        file = tmp_path / "corrected.xml"
        file.write_text(text.replace(old, new), encoding="utf-8")
        return file

    def test_every_citation_follows_its_words(self, tmp_path: Path) -> None:
        file = self.corrected(tmp_path, "The majority of the people", "Most people")
        lines = run("revise_document", "letter", file)
        citations = {line["citation"]: line for line in lines if "citation" in line}
        assert len(citations) == Citation.objects.count()
        assert {line["state"] for line in citations.values()} == {"exact"}
        shift = len("Most people") - len("The majority of the people")
        after = citations["m01"]["after"]
        assert (after["passage"], after["start"]) == ("p3", 106 + shift)
        links = NoteLink.objects.filter(marker_passage__document__slug="letter")
        assert set(links.values_list("label", "note_passage__key")) == {
            ("2", "note-2"),
            ("6", None),
        }

    def test_words_that_are_cited_are_proposed_as_accepted(
        self, tmp_path: Path
    ) -> None:
        file = self.corrected(tmp_path, "carry the people", "take the people")
        run("revise_document", "letter", file)
        proposal = Proposal.objects.get(passage__key="p3", words="May 6")
        assert (proposal.decision, proposal.citation.key) == ("accepted", "m01")

    def test_tagged_dates_are_proposed_once(self, tmp_path: Path) -> None:
        file = self.corrected(
            tmp_path, "at this very moment", '<date when="1917-09-27">now</date>'
        )
        document = Document.objects.get(slug="letter")
        find_proposals(document)
        run("revise_document", "letter", file)
        known = Proposal.objects.filter(document=document, passage__retired_in=None)
        assert known.filter(words="now").count() == 1
        assert known.filter(words="Mar 6").count() == 1

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        before = Document.objects.get(slug="letter").text()
        file = self.corrected(tmp_path, "<sic>Mar 6</sic>", "<sic>May 6</sic>")
        lines = run("revise_document", "letter", file, dry_run=True)
        m06 = next(line for line in lines if line.get("citation") == "m06")
        assert m06["state"] == "changed"
        assert Document.objects.get(slug="letter").text() == before
