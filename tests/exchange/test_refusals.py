"""Each bad row is refused with its place, its value and what would be right."""

import hashlib
import json

import pytest

from timeline.exchange import Report
from timeline.models import Citation, Dating, Event, Import, Revision, Tag, Timeline

from .conftest import counts, exported, faults

pytestmark = pytest.mark.django_db
HEADER = "id,title,date,document,passage,quote,timeline\n"


def event(**fields: object) -> dict:
    values = {"timeline": ["t"], "slug": "e", "title": "E", **fields}
    return {"model": "timeline.event", "fields": values}


def timeline(**fields: object) -> dict:
    return {
        "model": "timeline.timeline",
        "fields": {"slug": "t", "title": "T", **fields},
    }


class TestDates:
    @pytest.mark.parametrize(
        ("date", "calendar", "first", "last"),
        [
            ("1917-09-28", "", 2421500, 2421500),
            ("1917-09-15", "julian", 2421500, 2421500),
            ("-0043-03-15", "julian", 1705426, 1705426),  # 15 March 44 BC
            ("-0043-03-13", "", 1705426, 1705426),  # the same day, Gregorian
            ("28 September 1917", "", 2421500, 2421500),
        ],
    )
    def test_read_as_the_calendar_says(
        self, bring, date: str, calendar: str, first: int, last: int
    ) -> None:
        bring(f"id,title,date,calendar,timeline\ne,E,{date},{calendar},t\n")
        dating = Dating.objects.get()
        assert (dating.start_min, dating.end_max) == (first, last)
        assert Event.objects.get().mark.sort_start == first

    def test_the_option_is_the_calendar_of_rows_that_name_none(self, bring) -> None:
        rows = "id,title,date,calendar\na,A,1917-09-15,\nb,B,1917-09-28,gregorian\n"
        bring(rows, timeline="t", calendar="julian")
        assert set(Dating.objects.values_list("start_min", flat=True)) == {2421500}

    def test_edtf_is_gregorian_even_in_a_julian_document(
        self, letter: Report, bring
    ) -> None:
        bring(HEADER + "a,A,1917-09-28,letter,,,\nb,B,September 15,letter,,,\n")
        found = Dating.objects.filter(event__slug__in="ab").order_by("event__slug")
        assert [d.start_min for d in found] == [2421500, 2421500]
        assert [d.calendar for d in found] == ["gregorian", "julian"]
        supplied = {part["what"]: part["value"] for part in found[1].supplied}
        assert supplied == {"year": "1917", "calendar": "julian"}
        assert found[1].as_written == "September 15"

    def test_a_calendar_that_the_row_names_is_not_said_to_be_the_documents(
        self, letter: Report, bring
    ) -> None:
        rows = (
            "id,title,date,calendar,document\na,A,28 September 1917,gregorian,letter\n"
        )
        bring(rows)
        (supplied,) = Dating.objects.get(event__slug="a").supplied
        assert supplied["value"] == "gregorian"
        assert supplied["from"] == {"source": "calendar named by the import"}

    @pytest.mark.parametrize(
        ("date", "words"),
        [
            ("1917-02-29", "28 days"),
            ("1917-13-01", "month"),
            ("31.2.1920", "February 1920 has 29 days"),
            ("31/2/1920", "February 1920 has 29 days"),
            ("19170", "cannot stand here"),
            ("3/4/1917", "Ambiguous"),
            ("May 6", "No year"),
            ("the other day", "not read as a date"),
            ("1000000000000000000", "cannot stand here"),
        ],
    )
    def test_what_is_no_date_is_refused(self, bring, date: str, words: str) -> None:
        report = bring(f"id,title,date,timeline\nok,A,1917,t\ne,E,{date},t\n")
        assert faults(report) == [(3, "date")]
        (fault,) = report.faults
        assert fault.value == date
        assert fault.right
        assert words in fault.wrong + fault.right
        assert not Event.objects.exists()

    def test_a_row_gives_one_date(self, bring) -> None:
        more = json.dumps({"dating": {"edtf_written": "1800"}}).replace('"', '""')
        rows = f'id,title,date,more\na,A,1917,"{more}"\n'
        assert faults(bring(rows, timeline="t")) == [(2, "date")]
        assert bring(rows.replace("1917", "1800"), timeline="t").new == 1
        assert Dating.objects.get().edtf == "1800"

    @pytest.mark.parametrize("date", ["~1917", "?2004-06-~11", "%1917-09"])
    def test_edtf_stays_as_it_is_typed(self, bring, date: str) -> None:
        bring(f"id,title,date\na,A,{date}\n", timeline="t")
        assert Dating.objects.get().edtf_written == date
        assert f"a,A,{date}," in exported("csv")

    def test_start_and_end_make_an_interval(self, bring) -> None:
        rows = "id,title,date,end_date,timeline\n"
        bring(rows + "a,A,1917-09-27,1917-10-05,t\nb,B,1 May 1917,3 May 1917,t\n")
        edtf = Dating.objects.order_by("event__slug").values_list("edtf", flat=True)
        assert list(edtf) == ["1917-09-27/1917-10-05", "1917-05-01/1917-05-03"]

    def test_an_end_before_the_start_is_refused(self, bring) -> None:
        report = bring("id,title,date,end_date,timeline\na,A,1917,1916,t\n")
        assert report.refused == 1

    def test_no_date_is_an_event_without_a_dating(self, bring) -> None:
        assert bring("id,title,date,timeline\na,A,,t\n").new == 1
        assert not Dating.objects.exists()


class TestQuotes:
    def test_anchored_where_they_stand(self, letter: Report, bring) -> None:
        bring(HEADER + "e,E,1917-09-28,letter,p3,May 6,\n")
        citation = Citation.objects.get(event__slug="e")
        assert (citation.start, citation.end) == (106, 111)
        assert citation.prefix == "d painful course of events from "
        assert citation.state == "exact"
        assert citation.datings.get().event.slug == "e"

    @pytest.mark.parametrize(
        ("passage", "quote", "words"),
        [
            ("p3", "May 7", "does not hold"),
            ("p3", "to", "times"),
            ("p99", "May 6", "no such passage"),
            ("", "August 31", "Several passages"),
            ("", "Mars 6", "No passage of the document"),
        ],
    )
    def test_absent_or_twice_is_refused(
        self, letter: Report, bring, passage: str, quote: str, words: str
    ) -> None:
        report = bring(HEADER + f"e,E,1917,letter,{passage},{quote},\n")
        (fault,) = report.faults
        assert words in fault.wrong
        assert fault.line == 2
        assert fault.column in ("quote", "passage")

    def test_a_quote_finds_its_passage_when_one_holds_it(
        self, letter: Report, bring
    ) -> None:
        bring(HEADER + "e,E,1917,letter,,Insurrection is an art,\n")
        assert Citation.objects.get(event__slug="e").passage.key == "p16"

    @pytest.mark.parametrize(
        "which", [("prefix", "from ", 124), ("suffix", " to September", 124)]
    )
    def test_context_decides(self, letter: Report, bring, which: tuple) -> None:
        # "and" stands at 124–127 ("August 31 and to September") and further on.
        column, words, _ = which
        passage = Citation.objects.get(key="m01").passage.text
        assert passage.count(" and ") > 1
        at = passage.index(" and to September 12")
        words = {"prefix": passage[at - 9 : at], "suffix": " to September"}[column]
        quote = " and"
        rows = f"id,title,date,document,passage,quote,{column}\n"
        bring(f'{rows}e,E,1917,letter,p3,"{quote}","{words}"\n')
        assert Citation.objects.get(event__slug="e").start == at

    def test_start_decides(self, letter: Report, bring) -> None:
        passage = Citation.objects.get(key="m01").passage.text
        second = passage.index("the ", passage.index("the ") + 1)
        rows = "id,title,date,document,passage,quote,start\n"
        bring(f'{rows}e,E,1917,letter,p3,"the ",{second}\n')
        assert Citation.objects.get(event__slug="e").start == second

    def test_near_words_are_looked_for_as_long_as_there_is_time(
        self, bring, monkeypatch
    ) -> None:
        text = "On Tuesday the assembly met. " * 40
        monkeypatch.setattr("timeline.exchange.batch.MOST_SEARCHED", 2 * len(text))
        document = {"slug": "d", "title": "D"}
        passage = {"document": ["d"], "key": "p1", "order": 1, "text": text}
        texts = [
            {"model": "timeline.document", "fields": document},
            {"model": "timeline.passage", "fields": passage},
        ]
        bring(texts, "texts.jsonl")
        rows = "".join(f"e{n},E,1917,d,p1,the assembly meets,\n" for n in range(4))
        report = bring(HEADER + rows)
        near = ["Nearest" in fault.right for fault in report.faults]
        assert near == [True, True, False, False]

    def test_a_fixture_with_a_wrong_place_is_refused(
        self, letter: Report, bring
    ) -> None:
        lines = exported().replace('"start": 106', '"start": 107')
        report = bring(lines, "all.jsonl")
        (fault,) = report.faults
        assert fault.column == "exact"
        assert "ay 6" in fault.wrong
        assert "stand at 106" in fault.right

    def test_the_text_of_a_passage_does_not_change(self, letter: Report, bring) -> None:
        report = bring(exported().replace("wretched waverings", "waverings"), "a.jsonl")
        assert {fault.column for fault in report.faults} == {"text"}
        assert "revise_document" in report.faults[0].right


class TestMore:
    """The cell `more`: what it says is taken, or its row is refused."""

    @pytest.mark.parametrize(
        "more",
        [
            {"datings": [{"key": "k", "edtf_written": "1917", "event": ["t", "b"]}]},
            {"citations": [{"key": "k", "exact": "x", "event": None}]},
            {"dating": {"event": ["t", "b"]}},
            {"citation": {"note": "There is no quote."}},
        ],
    )
    def test_nothing_of_it_is_dropped(self, bring, more: dict) -> None:
        cell = json.dumps(more).replace('"', '""')
        report = bring(f'id,title,date,more\na,A,1917,"{cell}"\n', timeline="t")
        assert (report.rows, report.refused) == (1, 1)
        assert not Event.objects.exists()

    def test_it_may_name_the_event_of_the_row(self, bring) -> None:
        more = {"datings": [{"key": "k", "edtf_written": "1917", "event": ["t", "a"]}]}
        cell = json.dumps(more).replace('"', '""')
        bring(f'id,title,date,more\na,A,,"{cell}"\n', timeline="t")
        assert Dating.objects.get().event.slug == "a"


class TestRevisions:
    TEXT = "May 6 (19), 1917\n"
    DIGEST = hashlib.sha256(TEXT.encode()).hexdigest()

    def lines(self, **fields: object) -> list[dict]:
        given = {"document": ["d"], "number": 1, "text": self.TEXT}
        given |= {"when": "1917-05-06T07:08:09Z", **fields}
        document = {"slug": "d", "title": "D"}
        return [
            {"model": "timeline.document", "fields": document},
            {"model": "timeline.revision", "fields": given},
        ]

    def test_the_digest_follows_from_the_text(self, bring) -> None:
        assert bring(self.lines(), "a.jsonl").new == 2
        assert Revision.objects.get().digest == self.DIGEST
        assert counts(bring(exported(), "b.jsonl")) == (0, 0, 2, 0)
        assert counts(bring(self.lines(), "a.jsonl")) == (0, 0, 2, 0)

    @pytest.mark.parametrize(
        "when",
        [
            *("0001-01-01T00:00:00+23:59", "9999-12-31T23:59:59-23:59"),
            *("0000-00-00T00:00:00Z", "1917-05-06T07:08:09", "1917", 1917),
        ],
    )
    def test_a_moment_is_one_in_utc_too(self, bring, when: object) -> None:
        report = bring(self.lines(when=when), "a.jsonl")
        assert faults(report) == [(2, "when")]

    def test_another_digest_is_refused(self, bring) -> None:
        report = bring(self.lines(digest="0" * 64), "a.jsonl")
        assert faults(report) == [(2, "digest")]
        assert self.DIGEST in report.faults[0].right


class TestTimelines:
    def test_option_then_column_then_document(self, letter: Report, bring) -> None:
        rows = HEADER + "a,A,1917,letter,,,other\nb,B,1917,letter,,,\n"
        bring(rows)
        found = dict(
            Event.objects.filter(slug__in="ab").values_list("slug", "timeline")
        )
        named = {t.pk: t.slug for t in Timeline.objects.all()}
        assert {s: named[t] for s, t in found.items()} == {"a": "other", "b": "letter"}
        bring(rows, timeline="third")
        assert Event.objects.filter(timeline__slug="third").count() == 2

    def test_refused_when_nothing_says_it(self, bring) -> None:
        report = bring("id,title,date\na,A,1917\n")
        assert faults(report) == [(2, "timeline")]


class TestFixtures:
    @pytest.mark.parametrize(
        "model", ["auth.user", "auth.permission", "admin.logentry", "timeline.mark", ""]
    )
    def test_only_our_own_models_come_in(self, bring, model: str) -> None:
        root = {"model": model, "pk": 1, "fields": {"username": "root"}}
        report = bring([timeline(), root], "all.jsonl")
        assert faults(report) == [(2, "model")]
        assert not Timeline.objects.exists()

    @pytest.mark.parametrize(
        ("fields", "column"),
        [
            ({"link": "javascript:alert(1)"}, "link"),
            ({"media_url": "data:text/html,x"}, "media_url"),
            ({"title": ""}, "title"),
            ({"title": "x" * 501}, "title"),
            ({"title": "a\x00b"}, "title"),
            ({"title": "a\ud800b"}, "title"),
            ({"title": 5}, "title"),
            ({"importance": 2**31}, "importance"),
            ({"importance": True}, "importance"),
            ({"importance": 1.0}, "importance"),
            ({"status": "happened"}, "status"),
            ({"slug": "."}, "slug"),
            ({"timeline": ["nowhere"]}, "timeline"),
            ({"timeline": 1}, "timeline"),
            ({"timeline": ["a\x00"]}, "timeline"),
            ({"tags": [["topic", "none"]]}, "tags"),
            ({"tags": "war"}, "tags"),
            ({"extra": []}, "extra"),
            ({"extra": {"a\x00": 1}}, "extra"),
            ({"colour": "red"}, "colour"),
            ({"version": 7}, "version"),
            ({"imported_by": None}, "imported_by"),
        ],
    )
    def test_each_field_by_its_rules(self, bring, fields: dict, column: str) -> None:
        report = bring([timeline(), event(**fields)], "all.jsonl")
        assert faults(report) == [(2, column)]
        assert counts(report) == (1, 0, 0, 1)
        assert not Timeline.objects.exists()
        assert not report.written

    @pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
    def test_no_number_that_json_lacks(self, bring, number: str) -> None:
        line = json.dumps(event(extra={"n": 0})).replace(": 0", f": {number}")
        report = bring(f"{json.dumps(timeline())}\n{line}\n", "all.jsonl")
        assert [fault.line for fault in report.faults] == [2]
        assert not Timeline.objects.exists()

    def test_a_name_twice_in_an_object_is_refused(self, bring) -> None:
        line = json.dumps(event()).replace('"title": "E"', '"title": "E", "title": "F"')
        report = bring(f"{json.dumps(timeline())}\n{line}\n", "all.jsonl")
        assert faults(report) == [(2, "title")]

    def test_deep_json_is_refused(self, bring) -> None:
        deep = "[" * 100_000 + "]" * 100_000
        line = json.dumps(event(extra={"n": 0})).replace(": 0", f": {deep}")
        for name in ("all.jsonl", "all.json"):
            text = f"{json.dumps(timeline())}\n{line}\n"
            text = (
                f"[{text.strip().replace(chr(10), ',')}]" if "l" not in name else text
            )
            assert bring(text, name).refused >= 1
        assert not Timeline.objects.exists()

    def test_somewhat_deep_json_is_refused_too(self, bring) -> None:
        value: object = 1
        for _ in range(70):
            value = [value]
        report = bring([timeline(), event(extra={"n": value})], "all.jsonl")
        assert faults(report) == [(2, "extra")]

    def test_a_key_stands_once_in_a_file(self, bring) -> None:
        report = bring([timeline(), event(), event(title="F")], "all.jsonl")
        (fault,) = report.faults
        assert fault.line == 3
        many = [event(slug=f"e{n}") for n in range(2_500)]
        report = bring([timeline(), *many, event(slug="e7")], "all.jsonl")
        (fault,) = report.faults
        assert fault.line == 2_502
        assert "line 9" in fault.wrong

    def test_at_most_one_accepted_dating(self, bring) -> None:
        dating = {"event": ["t", "e"], "edtf_written": "1917", "status": "accepted"}
        two = [
            {"model": "timeline.dating", "fields": {**dating, "key": key}}
            for key in ("a", "b")
        ]
        report = bring([timeline(), event(), *two], "all.jsonl")
        assert faults(report) == [(4, "status")]

    def test_a_dating_rests_on_its_own_events_citation(
        self, letter: Report, bring
    ) -> None:
        lines = exported().replace('"citation": ["m04"]', '"citation": ["m05"]')
        report = bring(lines, "all.jsonl")
        assert [fault.column for fault in report.faults] == ["citation"]

    def test_the_same_words_once_for_each_role(self, letter: Report, bring) -> None:
        lines = exported().splitlines()
        twin = next(line for line in lines if '"key": "m04"' in line)
        report = bring(twin.replace('"m04"', '"twin"') + "\n", "all.jsonl")
        assert [fault.column for fault in report.faults] == ["start"]
        gloss = twin.replace('"m04"', '"twin"').replace("witness", "mention")
        assert bring(gloss + "\n", "all.jsonl").new == 1


class TestTables:
    def test_missing_columns_are_named(self, bring) -> None:
        report = bring("id,name of it,when exactly\na,A,1917\n")
        (fault,) = report.faults
        assert (fault.line, fault.column) == (1, "title")
        assert "when exactly" in fault.right

    def test_synonyms_case_and_separators(self, bring) -> None:
        rows = "\ufeffUnique ID;Headline;Start Date;Summary\r\na;A;1917;so\r\n"
        assert bring(rows, timeline="t").new == 1
        assert Event.objects.get().summary == "so"

    def test_unknown_columns_are_kept(self, bring) -> None:
        bring("id,title,date,Shelf mark\na,A,1917,MS 7\nb,B,1917,\n", timeline="t")
        assert Event.objects.get(slug="a").extra == {"Shelf mark": "MS 7"}
        assert Event.objects.get(slug="b").extra == {}

    def test_a_crooked_row_is_refused_and_the_others_checked(self, bring) -> None:
        rows = "id,title,date\na,A, b,1917\nb,B\nc,C,never\nd,D,1917\n"
        report = bring(rows, timeline="t")
        assert [fault.line for fault in report.faults] == [2, 3, 4]
        assert report.rows == 4

    def test_lines_are_those_of_the_file(self, bring) -> None:
        rows = 'id,title,date\na,"A\nand\nmore",1917\n\nb,B,never\n'
        report = bring(rows, timeline="t")
        assert faults(report) == [(6, "date")]

    def test_an_open_quotation_mark_ends_the_reading(self, bring) -> None:
        report = bring('id,title,date\na,A,1917\nb,"B,1917\nc,C,1917\n', timeline="t")
        assert report.faults[0].line == 3
        assert report.refused
        assert not Event.objects.exists()

    def test_formula_marks_come_off_once(self, bring) -> None:
        rows = "id,title,date,description\na,'=1+1,'-0043,''=x\nb,'tis,1917,–5\n"
        bring(rows, timeline="t")
        a, b = Event.objects.order_by("slug")
        assert (a.title, a.summary) == ("=1+1", "'=x")
        assert a.datings.get().edtf == "-0043"
        assert (b.title, b.summary) == ("'tis", "–5")
        for line in exported("csv").splitlines():
            for cell in line.split(","):
                assert not cell.lstrip('"').startswith(("=", "+", "-", "@"))

    @pytest.mark.parametrize("bad", ["1.5", "seven", "1e3", "٣"])
    def test_numbers_are_whole(self, bring, bad: str) -> None:
        report = bring(f"id,title,date,importance\na,A,1917,{bad}\n", timeline="t")
        assert faults(report) == [(2, "importance")]

    def test_one_tag_one_name(self, bring) -> None:
        rows = (
            "id,title,date,tags\na,A,1917,C; place:Moscow\nb,B,1917,c\nc,C,1917,C++\n"
        )
        report = bring(rows, timeline="t")
        assert faults(report) == [(4, "tags")]
        assert report.faults[0].right == "Write it as “C”."
        bring(rows.replace("C++", "war"), timeline="t")
        found = set(Tag.objects.values_list("kind", "slug", "name"))
        assert found == {
            ("topic", "c", "C"),
            ("place", "moscow", "Moscow"),
            ("topic", "war", "war"),
        }


class TestEncodings:
    ROWS = "id,title,date\na,Жизнь,1917\n"

    @pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
    def test_what_is_certain_is_read(self, bring, encoding: str) -> None:
        assert bring(self.ROWS.encode(encoding), timeline="t").new == 1
        assert Event.objects.get().title == "Жизнь"

    @pytest.mark.parametrize(
        ("encoding", "text", "name"),
        [
            ("cp1251", "Жизнь и борьба за власть Советов в Петрограде" * 2, "1251"),
            ("cp1252", "Žižek – “été”", "1252"),
            ("utf-16-le", "Жизнь", "UTF-16"),
        ],
    )
    def test_what_could_be_guessed_is_refused_by_name(
        self, bring, encoding: str, text: str, name: str
    ) -> None:
        rows = f"id,title,date\nb,plain,1917\na,{text},1917\n"
        report = bring(rows.encode(encoding), timeline="t")
        (fault,) = report.faults
        assert name in fault.wrong
        assert "--encoding" in fault.right
        if encoding != "utf-16-le":
            assert fault.line == 3
        assert not Event.objects.exists()
        assert bring(rows.encode(encoding), timeline="t", encoding=encoding).new == 2
        assert Event.objects.get(slug="a").title == text

    @pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "idna", "punycode"])
    def test_a_named_encoding_that_it_is_not(self, bring, encoding: str) -> None:
        report = bring("id,title,date\na,A,1917\n", timeline="t", encoding=encoding)
        (fault,) = report.faults
        assert encoding in fault.wrong
        assert not Event.objects.exists()

    @pytest.mark.parametrize("name", ["a.csv", "no-suffix"])
    def test_lines_may_end_with_a_carriage_return(self, bring, name: str) -> None:
        assert bring("id,title,date\ra,A,1917\rb,B,1918\r", name, timeline="t").new == 2
        assert bring("Year,Headline\r1917,C\r", "b", timeline="t").new == 1

    def test_a_line_without_end_is_refused(self, bring) -> None:
        report = bring("id,title,date\na," + "A" * 17_000_000 + ",1917\n", timeline="t")
        (fault,) = report.faults
        assert fault.line == 2
        assert "longer" in fault.wrong


class TestSkipBad:
    ROWS = "id,title,date\na,A,1917\nb,B,never\nc,C,1918\n"

    def test_the_good_rows_come_in_and_the_bad_ones_go_out(
        self, bring, tmp_path
    ) -> None:
        rejects = tmp_path / "bad.csv"
        report = bring(self.ROWS, timeline="t", skip_bad=True, rejects=rejects)
        assert counts(report) == (2, 0, 0, 1)
        assert report.written
        assert rejects.read_text() == "id,title,date\nb,B,never\n"
        mended = rejects.read_text().replace("never", "1919")
        assert counts(bring(mended, timeline="t")) == (1, 0, 0, 0)

    @pytest.mark.parametrize("name", ["all.json", "all.jsonl"])
    def test_rejects_of_a_fixture_are_a_fixture(
        self, bring, tmp_path, name: str
    ) -> None:
        objects = [timeline(), event(slug="a"), event(slug="b", title=""), event()]
        text = json.dumps(objects)
        if name.endswith("l"):
            text = "\n".join(map(json.dumps, objects))
        rejects = tmp_path / f"bad-{name}"
        report = bring(text, name, skip_bad=True, rejects=rejects)
        assert counts(report) == (3, 0, 0, 1)
        mended = rejects.read_text().replace('"title": ""', '"title": "B"')
        assert counts(bring(mended, name)) == (1, 0, 0, 0)

    def test_nothing_hangs_on_a_refused_row(self, bring) -> None:
        dating = {
            "model": "timeline.dating",
            "fields": {"key": "d", "event": ["t", "e"], "edtf_written": "1917"},
        }
        report = bring([timeline(), event(title=""), dating], "a.jsonl", skip_bad=True)
        assert counts(report) == (1, 0, 0, 2)
        assert not Dating.objects.exists()

    def test_a_dry_run_writes_nothing(self, bring) -> None:
        report = bring(self.ROWS.replace("never", "1917"), timeline="t", dry_run=True)
        assert counts(report) == (3, 0, 0, 0)
        assert not report.written
        assert not Event.objects.exists()
        assert not Import.objects.exists()


def test_publication_takes_its_right(letter: Report, bring) -> None:
    rows = "id,title,date,publication\nmoscow-strike,Strike in Moscow,1917,draft\n"
    rows += "new,New,1917,published\n"
    report = bring(rows, timeline="letter", may_publish=False)
    assert "timeline.publish_event" in report.permissions
    assert Event.objects.get(slug="moscow-strike").publication == "published"
    assert Event.objects.get(slug="new").publication == "draft"


def document(**fields: object) -> dict:
    values = {"slug": "d", "title": "D", **fields}
    return {"model": "timeline.document", "fields": values}


class TestDocuments:
    """What their forms refuse is refused here too, with its place."""

    @pytest.mark.parametrize(
        ("date", "calendar"), [("never", "julian"), ("1900-02-29", "gregorian")]
    )
    def test_a_context_date_is_edtf(self, bring, date: str, calendar: str) -> None:
        rows = [timeline(), document(context_date=date, calendar=calendar)]
        report = bring(rows, "a.jsonl")
        assert faults(report) == [(2, "context_date")]
        assert report.faults[0].value == date

    def test_a_context_date_is_in_the_calendar_of_the_document(self, bring) -> None:
        assert bring(
            [document(context_date="1900-02-29", calendar="julian")], "a.jsonl"
        ).written
        report = bring([document(calendar="gregorian")], "a.jsonl")
        assert faults(report) == [(1, "context_date")]
        assert counts(bring([document(context_date="")], "a.jsonl")) == (0, 1, 0, 0)

    @pytest.mark.parametrize(
        ("model", "more"),
        [
            ("notelink", {"marker_passage": ["letter", "p3"], "label": "[9]"}),
            (
                "proposal",
                {"document": ["letter"], "passage": ["letter", "p3"], "words": "x"},
            ),
        ],
    )
    @pytest.mark.parametrize("end", [3, 5])
    def test_a_place_has_an_end_after_its_start(
        self, letter: Report, bring, model: str, more: dict, end: int
    ) -> None:
        """The database refused the whole import, and nobody knew which row."""
        row = {"model": f"timeline.{model}", "fields": {"start": 5, "end": end, **more}}
        report = bring([timeline(), row], "a.jsonl")
        assert (report.written, faults(report)) == (False, [(2, "end")])
        assert Import.objects.count() == 1

    @pytest.mark.parametrize(
        "reading",
        [
            1,
            {},
            {"edtf_written": "1917", "calendar": "klingon"},
            {"edtf_written": "never", "calendar": "julian"},
            {"edtf_written": 1917, "calendar": "julian"},
            {"edtf_written": "1917", "calendar": "julian", "supplied": [{"what": "x"}]},
            {"edtf_written": "1917", "calendar": "julian", "warnings": 5},
            {"edtf_written": "1917", "calendar": "julian", "kind": "lie"},
        ],
    )
    def test_a_reading_that_the_desk_could_not_show(
        self, letter: Report, bring, reading: object
    ) -> None:
        """Its page answered 500, for every proposal of the document."""
        assert self.proposed(bring, [reading]) == [(1, "readings")]

    def test_a_reading_is_a_date_in_a_calendar(self, letter: Report, bring) -> None:
        part = {"what": "year", "value": "1917", "source": "the document"}
        reading = {"edtf_written": "1917-05-06", "calendar": "julian"}
        more = {"why": "", "supplied": [part], "warnings": ["w"], "kind": "correction"}
        assert self.proposed(bring, [reading, {**reading, **more}]) == []

    def proposed(self, bring, readings: list) -> list:
        place = {"document": ["letter"], "passage": ["letter", "p3"], "words": "The m"}
        fields = {**place, "start": 0, "end": 5, "readings": readings}
        return faults(
            bring([{"model": "timeline.proposal", "fields": fields}], "a.jsonl")
        )


@pytest.mark.parametrize(
    ("objects", "wrong"),
    [
        ([event(nothing=1)], "An event has no such field."),
        ([timeline(nothing=1)], "A timeline has no such field."),
        ([{"model": "timeline.event", "fields": {"slug": "e"}}], "An event needs it."),
        ([event(timeline=["t", "u"])], "This is no natural key of a timeline."),
        ([event(timeline=[1])], "A part of this key is not a text."),
    ],
)
def test_sentences_have_the_article_of_their_noun(bring, objects, wrong) -> None:
    faults = bring(objects, "a.jsonl").faults
    assert wrong in [fault.wrong for fault in faults]
