"""`import_document` and `revise_document`, as used at the command line."""

import json
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from timeline.models import Citation, Document

pytestmark = pytest.mark.django_db

SEED = Path(__file__).parent.parent / "data" / "letter.txt"


def run(*args: object, **options: object) -> list[dict]:
    out = StringIO()
    call_command(*map(str, args), stdout=out, **options)
    return [json.loads(line) for line in out.getvalue().splitlines()]


def test_the_letter_is_cut_where_it_is_printed() -> None:
    lines = run("import_document", SEED, slug="again", calendar="julian")
    passages = {line["passage"]: line for line in lines if "passage" in line}
    text = SEED.read_bytes().decode()
    # Counted in the file: note 1 begins at 4436, note 2 at 4930.
    assert (passages["note-1"]["start"], passages["note-2"]["start"]) == (4436, 4930)
    assert passages["p3"]["number"] == 3
    assert text[passages["p19"]["start"] :].startswith("By taking power")
    doubts = {line["at"]: line["doubt"] for line in lines if "doubt" in line}
    assert set(doubts) == {3564, 4436}  # the marker [6], and note 1
    document = Document.objects.get(slug="again")
    assert document.text() == text
    assert document.title == "The Bolsheviks Must Assume Power"
    assert document.calendar == "julian"


def test_a_dry_run_writes_nothing() -> None:
    assert run("import_document", SEED, slug="again", dry_run=True)
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"caf\xe9", "byte 3 is 0xe9"),
        (b"One.\n\nTw\x00o.", r"U\+0000"),
        (b"", "no words"),
        (b"\xef\xbb\xbf \n\n \t", "no words"),
    ],
)
def test_what_cannot_be_stored_is_refused_whole(
    tmp_path: Path, content: bytes, message: str
) -> None:
    file = tmp_path / "bad.txt"
    file.write_bytes(content)
    with pytest.raises(CommandError, match=message):
        run("import_document", file, slug="bad")
    assert not Document.objects.exists()


@pytest.mark.parametrize(
    ("file", "message"),
    [
        ("/dev/zero", "/dev/zero is not a file"),
        ("/", "/ is not a file"),
        ("/no/such\nfile", r"^/no/such\\nfile: No such file or directory\.$"),
    ],
)
def test_what_is_no_file_is_refused_unread(file: str, message: str) -> None:
    """A device may have no end."""
    with pytest.raises(CommandError, match=message):
        run("import_document", file, slug="bad")


@pytest.mark.parametrize(
    ("date", "calendar", "is_read"),
    [
        ("1917-02-29", "gregorian", False),
        ("1900-02-29", "julian", True),
        ("1900-02-29", None, False),
        ("never", None, False),
    ],
)
def test_a_context_date_is_edtf_in_the_calendar(
    date: str, calendar: str | None, is_read: bool
) -> None:
    options = {"slug": "again", "context_date": date, "calendar": calendar}
    if is_read:
        run("import_document", SEED, **options)
        assert Document.objects.get().context_date == date
        return
    with pytest.raises(CommandError, match=f"The context date “{date}”") as told:
        run("import_document", SEED, **options)
    assert told.value.returncode == 2
    assert not Document.objects.exists()


def test_a_slug_in_use_is_refused() -> None:
    run("import_document", SEED, slug="again")
    with pytest.raises(CommandError, match="already exists"):
        run("import_document", SEED, slug="again")


def test_line_ends_stay_as_they_come(tmp_path: Path) -> None:
    file = tmp_path / "crlf.txt"
    file.write_bytes(b"\xef\xbb\xbfA title\r\n\r\nOne.\r\n\r\nTwo.\r\n")
    run("import_document", file, slug="crlf")
    assert Document.objects.get().text() == "A title\r\n\r\nOne.\r\n\r\nTwo.\r\n"


class TestRevise:
    @pytest.fixture(autouse=True)
    def letter(self) -> None:
        call_command("loaddata", "letter", verbosity=0)

    def corrected(self, tmp_path: Path, old: str, new: str) -> Path:
        text = SEED.read_bytes().decode()
        assert text.count(old) == 1
        file = tmp_path / "corrected.txt"
        file.write_bytes(text.replace(old, new).encode())
        return file

    def test_each_citation_says_what_becomes_of_it(self, tmp_path: Path) -> None:
        cut = " from May 6 to August 31 and to September 12"
        file = self.corrected(tmp_path, cut, "")
        lines = run("revise_document", "letter", file)
        citations = {line["citation"]: line for line in lines if "citation" in line}
        assert len(citations) == Citation.objects.count() == 15
        assert citations["m02"] == {
            "citation": "m02",
            "event": "petrograd-soviet-resolution",
            "before": {"passage": "p3", "start": 115, "end": 124, "exact": "August 31"},
            "after": None,
            "state": "lost",
        }
        assert citations["m07"]["state"] == "exact"
        note = {line["passage"]: line for line in lines if "passage" in line}["note-2"]
        assert note["start"] == 4930 - len(cut)

    def test_an_inserted_word_moves_what_follows_it(self, tmp_path: Path) -> None:
        file = self.corrected(tmp_path, "The majority of the people", "Most people")
        lines = run("revise_document", "letter", file)
        m01 = next(line for line in lines if line.get("citation") == "m01")
        shift = len("Most people") - len("The majority of the people")
        assert m01["after"] == {
            "passage": "p3",
            "start": 106 + shift,
            "end": 111 + shift,
            "exact": "May 6",
        }
        assert m01["state"] == "exact"

    def test_a_dry_run_writes_nothing(self, tmp_path: Path) -> None:
        file = self.corrected(tmp_path, "[2] Mar 6:", "[2] May 6:")
        lines = run("revise_document", "letter", file, dry_run=True)
        m06 = next(line for line in lines if line.get("citation") == "m06")
        assert (m06["state"], m06["after"]["exact"]) == ("changed", "May 6")
        assert Citation.objects.get(key="m06").exact == "Mar 6"

    @pytest.mark.parametrize("words", ["", " \n\n"])
    @pytest.mark.parametrize("dry_run", [True, False])
    def test_an_empty_file_corrects_nothing(
        self, tmp_path: Path, words: str, dry_run: bool
    ) -> None:
        file = tmp_path / "empty.txt"
        file.write_text(words)
        with pytest.raises(CommandError, match="no words"):
            run("revise_document", "letter", file, dry_run=dry_run)
        assert Document.objects.get().text() == SEED.read_bytes().decode()
        assert not Citation.objects.filter(state="lost").exists()

    def test_more_parts_than_a_document_holds(self, tmp_path: Path) -> None:
        file = tmp_path / "long.txt"
        file.write_text("a\n\n" * 50_001)
        with pytest.raises(CommandError, match="more than 50,000 passages"):
            run("revise_document", "letter", file)

    def test_an_unknown_document_is_named(self, tmp_path: Path) -> None:
        with pytest.raises(CommandError, match="no document “diary”"):
            run("revise_document", "diary", SEED)


def test_a_document_keeps_the_format_it_came_in(tmp_path: Path) -> None:
    """The corrected Markdown may come in a file of any name."""
    text = "# The log\n\nSailed on 3 May 1821.\n\nAfter\n-----\n\nAll was well.\n"
    file, corrected = tmp_path / "log.md", tmp_path / "corrected.txt"
    file.write_text(text)
    corrected.write_text(text + "\nLater\n-----\n\nAll was lost.\n")
    run("import_document", file, slug="log")
    document = Document.objects.get(slug="log")
    assert document.format == "markdown"
    run("revise_document", "log", corrected)
    kinds = document.passages.current().values_list("kind", flat=True)
    assert [kind for kind in kinds if kind in ("heading", "break")] == ["heading"] * 2
    assert document.text() == corrected.read_text()


def test_plain_text_is_plain_text(tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    file.write_text(
        "The log\n\nSailed on 3 May 1821 from Cork.\n\nAfter\n-----\n\nWell."
    )
    run("import_document", file, slug="log")
    document = Document.objects.get(slug="log")
    assert document.format == "text"
    assert "break" in document.passages.values_list("kind", flat=True)
