"""Which column of a table is which: by name in four languages, or as was said."""

import pytest
from django.core.management import CommandError, call_command

from timeline.exchange.header import (
    KEEP,
    LEAVE_OUT,
    TITLE_AND_ID,
    id_of,
    proposed,
    recognised,
)
from timeline.exchange.source import likely_encoding
from timeline.exchange.synonyms import PROPOSED, SYNONYMS, bare
from timeline.models import Event

from .conftest import counts


@pytest.mark.parametrize(
    "header",
    [
        "id,title,date,description,quote,end_date,tags",
        "ID,Title,Date,Description,Quote,End Date,Tags",
        "Kennung,Titel,Datum,Beschreibung,Zitat,Enddatum,Schlagwörter",
        "identifiant,Événement,date de début,Résumé,Extrait,Date de fin,Mots-clés",
        "ид,Событие,Дата,Описание,Цитата,Дата окончания,Ключевые слова",
        "uid,Headline:,Start Date*,Summary,Quotation,until,Keywords",
        "UID , evenement ,QUAND,resume,extrait,DATE_FIN,mots cles",
    ],
)
def test_names_are_known_in_four_languages(header: str) -> None:
    ours = ["id", "title", "date", "description", "quote", "end_date", "tags"]
    assert recognised(header.split(",")) == ours


def test_no_name_means_two_columns() -> None:
    meant = [
        (bare(other), name)
        for table in (SYNONYMS, PROPOSED)
        for name, others in table.items()
        for other in others
    ]
    names = {name for name, _ in meant}
    assert len(set(meant)) == len(names)


@pytest.mark.parametrize(
    ("header", "uses"),
    [
        ("Year,What,Mood", ["date", TITLE_AND_ID, KEEP]),
        ("Nr,Titel,Jahr,Quelle", ["id", "title", "date", "document"]),
        ("id,title,start,end", ["id", "title", "date", "end_date"]),
        (
            "id,title,date,quote,start,end",
            ["id", "title", "date", "quote", "start", "end"],
        ),
        ("id,title,date,", ["id", "title", "date", LEAVE_OUT]),
        ("Wann genau,Was geschah", ["date", TITLE_AND_ID]),
        ("Shelf mark of the copy,Mood", [KEEP, KEEP]),
    ],
)
def test_what_is_likely_is_offered(header: str, uses: list[str]) -> None:
    assert proposed(header.split(",")) == uses


@pytest.mark.django_db
class TestChosen:
    TABLE = "When,What happened,Mood,Remarks\n1917-05-19,First coalition,tense,no\n"

    def test_a_likely_name_alone_is_not_enough(self, bring) -> None:
        report = bring("Nr,Titel,Jahr\n1,Streik,1917\n", timeline="t")
        (fault,) = report.faults
        assert (fault.line, fault.column) == (1, "id")
        assert "Nr=id,Titel=title,Jahr=date" in fault.right

    def test_columns_are_taken_as_said(self, bring) -> None:
        columns = {"What happened": "title+id", "Mood": "extra", "Remarks": ""}
        report = bring(self.TABLE, timeline="t", columns=columns)
        assert counts(report) == (1, 0, 0, 0), report.faults
        event = Event.objects.get()
        assert (event.slug, event.title) == ("first-coalition", "First coalition")
        assert event.extra == {"Mood": "tense"}

    def test_the_same_file_again_changes_nothing(self, bring) -> None:
        columns = {"What happened": "title+id"}
        bring(self.TABLE, timeline="t", columns=columns)
        again = bring(self.TABLE, timeline="t", columns=columns)
        assert counts(again) == (0, 0, 1, 0)

    def test_two_events_of_one_title_are_not_made_one(self, bring) -> None:
        table = "When,What\n1917,Strike\n1918,Strike\n"
        report = bring(table, timeline="t", columns={"What": "title+id"})
        assert [(fault.line, fault.column) for fault in report.faults] == [(3, "id")]

    def test_a_choice_outweighs_the_name(self, bring) -> None:
        table = "id,date,title,Datum\na,noted yesterday,A,1917-05-19\n"
        columns = {"Datum": "date", "date": "extra"}
        assert bring(table, timeline="t", columns=columns).new == 1
        event = Event.objects.get()
        assert event.extra == {"date": "noted yesterday"}
        assert event.datings.get().edtf == "1917-05-19"

    @pytest.mark.parametrize(
        ("columns", "column"),
        [
            ({"Nowhere": "date"}, "Nowhere"),
            ({"When": "dates"}, "When"),
            ({"When": "date", "Mood": "date"}, "date"),
            ({"When": "title", "What happened": "title+id"}, "title"),
        ],
    )
    def test_a_choice_that_cannot_be_is_refused(
        self, bring, columns: dict[str, str], column: str
    ) -> None:
        report = bring(self.TABLE, timeline="t", columns=columns)
        (fault,) = report.faults
        assert fault.column == column
        assert report.broken


@pytest.mark.django_db
class TestHeaders:
    @pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
    @pytest.mark.parametrize("end", ["\n", "\r\n"])
    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
    def test_separators_line_ends_and_marks(
        self, bring, separator: str, end: str, encoding: str
    ) -> None:
        rows = [["id", "название", "Дата"], ["a", "Забастовка, 1-я", "1917-08-25"]]
        quoted = [[f'"{c}"' if separator in c else c for c in row] for row in rows]
        text = end.join(separator.join(row) for row in quoted) + end
        assert bring(text.encode(encoding), timeline="t").new == 1
        assert Event.objects.get().title == "Забастовка, 1-я"

    def test_the_line_that_names_the_separator_is_no_header(self, bring) -> None:
        report = bring("sep=;\r\n\r\nid;title;date\r\na;A;never\r\n", timeline="t")
        assert [(f.line, f.column) for f in report.faults] == [(4, "date")]

    def test_columns_without_name_and_content_are_no_fault(self, bring) -> None:
        table = "id,title,date,,\na,A,1917,,\nb,B,1918,,stray\n"
        report = bring(table, timeline="t", skip_bad=True)
        assert counts(report) == (1, 0, 0, 1)
        assert (report.faults[0].line, report.faults[0].value) == (3, "stray")

    @pytest.mark.parametrize(
        ("encoding", "name"), [("cp1251", "Windows-1251"), ("cp1252", "Windows-1252")]
    )
    def test_another_encoding_is_refused_by_name_and_read_when_named(
        self, bring, encoding: str, name: str
    ) -> None:
        words = "Événements à Genève" if encoding == "cp1252" else "Забастовка рабочих"
        rows = "".join(f"e{n},{words},1917\n" for n in range(10))
        content = f"id,title,date\n{rows}".encode(encoding)
        (fault,) = bring(content, timeline="t").faults
        assert (fault.line, name in fault.wrong) == (2, True)
        assert bring(content, timeline="t", encoding=encoding).new == 10
        assert Event.objects.first().title == words


@pytest.mark.parametrize(
    ("encoding", "words", "name"),
    [
        ("koi8-r", "Съезд Советов", "KOI8-R"),
        ("cp866", "Съезд Советов рабочих", "CP 866"),
        ("cp1252", "Café à Paris", "Windows-1252 or ISO 8859-1"),
        ("cp1252", "It’s “here” – now", "Windows-1252 or ISO 8859-1"),
        # Nothing is better than a wrong name.
        ("mac-roman", "Café à Paris", ""),
        ("shift-jis", "日本語の年表", ""),
        ("gb18030", "俄国十月革命的历史", ""),
        ("cp1255", "שלום עולם", ""),
    ],
)
def test_what_an_encoding_looks_like(encoding: str, words: str, name: str) -> None:
    assert likely_encoding(f"id,title\na,{words}\n".encode(encoding)) == name


def test_a_named_encoding_is_not_guessed_against(bring) -> None:
    """Whoever named one is told where it is wrong, not what else it might be."""
    content = "id,title,date\na,caf\u00e9,1917\n".encode("latin-1")
    (fault,) = bring(content, timeline="t", encoding="shift_jis").faults
    assert (fault.line, fault.wrong) == (2, "Not shift_jis: byte 0xe9 at character 5.")


@pytest.mark.parametrize("encoding", ["latin-1", "cp1251", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("again", [True, False])
def test_refused_rows_come_back_by_the_same_command(
    bring, tmp_path, encoding: str, again: bool
) -> None:
    """Refused rows are UTF-8; whoever names the encoding of the file once more gets
    the same letters all the same."""
    words = "Съезд" if encoding == "cp1251" else "Événement"
    content = f"id,title,date\na,{words},1917\nb,{words},never\n".encode(encoding)
    rejects = tmp_path / "rejects.csv"
    options = {"timeline": "t", "encoding": encoding}
    report = bring(content, **options, skip_bad=True, rejects=rejects)
    assert counts(report) == (1, 0, 0, 1)
    mended = rejects.read_text("utf-8").replace("never", "1918")
    if not again:
        del options["encoding"]
    assert counts(bring(mended, "mended.csv", **options)) == (1, 0, 0, 0)
    assert set(Event.objects.values_list("title", flat=True)) == {words}


def test_refused_rows_of_utf_8_have_no_mark(bring, tmp_path) -> None:
    rejects = tmp_path / "rejects.csv"
    bring("id,title,date\na,é,never\n", timeline="t", rejects=rejects)
    assert rejects.read_bytes() == "id,title,date\na,é,never\n".encode()


def test_an_id_of_a_title_is_short_and_keeps_its_letters() -> None:
    assert id_of("Забастовка в Москве!") == "забастовка-в-москве"
    assert len(id_of("word " * 40)) <= 80


@pytest.mark.django_db
def test_the_command_takes_columns(tmp_path, capsys) -> None:
    path = tmp_path / "a.csv"
    path.write_text('"When, then",What\n1917,Strike\n')
    columns = '"When, then=date",What=title+id'
    call_command("import_events", path, "--timeline=t", f"--columns={columns}")
    assert Event.objects.get().slug == "strike"
    with pytest.raises(CommandError, match="NAME=COLUMN"):
        call_command("import_events", path, "--columns=What")
    with pytest.raises(CommandError, match="new-line character"):
        call_command("import_events", path, "--columns=What=title\nWhen=date")
