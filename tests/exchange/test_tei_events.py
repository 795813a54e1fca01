"""TEI events of other people: dates, calendars, corrections, citations, faults."""

import re
from xml.etree import ElementTree

import pytest

from timeline.exchange import Report
from timeline.models import Citation, Dating, Event, Import

from .conftest import counts, faults

pytestmark = pytest.mark.django_db
TEI = "http://www.tei-c.org/ns/1.0"
HEADER = (
    "<teiHeader><profileDesc><calendarDesc><calendar xml:id='OS'><p>Julian calendar"
    "</p></calendar></calendarDesc></profileDesc></teiHeader>"
)


def tei(events: str, header: str = HEADER) -> str:
    return (
        f'<TEI xmlns="{TEI}">{header}<standOff><listEvent>\n{events}\n'
        "</listEvent></standOff></TEI>"
    )


@pytest.fixture
def take(bring):
    def run(events: str, **options) -> Report:
        options.setdefault("timeline", "t")
        return bring(tei(events), "a.xml", **options)

    return run


def accepted() -> Dating:
    return Dating.objects.get(status="accepted")


class TestDates:
    @pytest.mark.parametrize(
        ("attributes", "calendar", "written", "edtf"),
        [
            ('when="1917-09-28"', "gregorian", "1917-09-28", "1917-09-28"),
            ('when="1917-09-28" calendar="#OS"', "julian", "1917-09-15", "1917-09-28"),
            (
                'when-custom="1917-09-15" datingMethod="#OS"',
                *("julian", "1917-09-15", "1917-09-28"),
            ),
            # 15 March 44 BC (Julian) was 13 March; TEI counts without a year 0.
            ('when="-0044-03-13"', "gregorian", "-0043-03-13", "-0043-03-13"),
            (
                'notBefore="1917-01-01" notAfter="1917-02-15"',
                *("gregorian", "[1917-01-01..1917-02-15]", "[1917-01-01..1917-02-15]"),
            ),
            (
                'from="1917-09-27" to="1917-10-05" calendar="#OS"',
                *("julian", "1917-09-14/1917-09-22", "1917-09-27/1917-10-05"),
            ),
            ('when="1917" precision="low"', "gregorian", "1917~", "1917~"),
        ],
    )
    def test_of_the_event(
        self, take, attributes: str, calendar: str, written: str, edtf: str
    ) -> None:
        report = take(f'<event xml:id="e" {attributes}><label>A</label></event>')
        assert (report.format, counts(report)) == ("tei", (1, 0, 0, 0))
        dating = accepted()
        assert (dating.calendar, dating.edtf_written) == (calendar, written)
        assert dating.edtf == edtf

    def test_the_label_holds_the_date(self, take) -> None:
        take(
            '<event xml:id="e"><label>On <date when="1917-05-19" calendar="#OS">May 6'
            "</date>: so</label></event>"
        )
        dating = accepted()
        assert (dating.as_written, dating.edtf_written) == ("May 6", "1917-05-06")
        assert Event.objects.get().title == "On May 6: so"

    def test_a_date_in_words_is_read(self, take) -> None:
        take("<event><desc>On <date>5 March 1917</date>, so.</desc></event>")
        assert accepted().edtf == "1917-03-05"

    def test_an_ambiguous_date_is_refused(self, take) -> None:
        report = take('<event xml:id="e"><desc>On <date>3/4/1917</date></desc></event>')
        assert counts(report)[3] == 1
        assert "Ambiguous" in report.faults[0].wrong

    def test_a_label_that_is_nothing_but_a_date_is_the_date(self, take) -> None:
        """As calendars of letters have it: the day, and what was written on it."""
        take(
            '<event xml:id="e"><label>1657-01-03</label><desc>Den 3. dito 3 schreiben'
            "</desc></event>"
        )
        assert accepted().edtf == "1657-01-03"
        assert Event.objects.get().title == "1657-01-03"

    @pytest.mark.parametrize("label", ["1984", "1657-1660", "12-01-03", "Room 1657-01"])
    def test_a_label_that_may_be_a_name_is_no_date(self, take, label: str) -> None:
        report = take(f'<event xml:id="e"><label>{label}</label></event>')
        assert Event.objects.get().title == label
        assert not Dating.objects.exclude(edtf_written="").exists()
        assert report.notes == ["1 × event without a date."]

    def test_a_custom_day_of_every_year_is_refused_as_such(self, take) -> None:
        report = take(
            '<event><label>A</label><desc><date when-custom="--09-11" '
            'datingMethod="#OS">11.9.</date></desc></event>'
        )
        assert report.faults[0].wrong == "The date has no year."

    def test_event_and_label_must_agree(self, take) -> None:
        report = take(
            '<event when="1917"><label>In <date when="1918">x</date></label></event>'
        )
        assert "different days" in report.faults[0].wrong

    def test_a_corrected_date_keeps_both_readings(self, take) -> None:
        """As the letter's note 2: “Mar 6” is printed, 6 May (19 May) is meant."""
        take(
            '<event xml:id="e"><label><date when="1917-05-19" calendar="#OS"><choice>'
            "<sic>Mar 6</sic><corr>May 6</corr></choice></date>: so</label></event>"
        )
        dating = accepted()
        assert (dating.as_written, dating.kind) == ("Mar 6", "correction")
        assert dating.reason == "The file corrects “Mar 6” to “May 6”."
        misprint = Dating.objects.get(status="rejected")
        assert (misprint.edtf_written, misprint.edtf) == ("1917-03-06", "1917-03-19")
        assert (misprint.kind, misprint.calendar) == ("misprint", "julian")
        assert Event.objects.get().title == "Mar 6: so"

    def test_no_date_is_no_date(self, take) -> None:
        take('<event xml:id="e"><label>A</label></event>')
        assert not Dating.objects.exists()

    def test_what_a_date_cannot_hold_is_kept(self, take) -> None:
        take('<event from="1810" notAfter="1815" ana="#x"><label>A</label></event>')
        assert accepted().edtf == "1810/1815"
        assert Event.objects.get().extra == {
            "tei": {"attributes": {"ana": "#x"}, "dating": {"notAfter": "1815"}}
        }


class TestEvents:
    def test_what_an_event_says(self, take) -> None:
        take(
            '<event xml:id="e1" type="politics"><label>A\n  strike</label>'
            "<desc>In <placeName>Moscow</placeName>.<note>n</note></desc>"
            "<desc>Two.</desc>"
            "<note>See there.</note>"
            '<bibl>CW 26 <ptr target="https://example.org/x"/></bibl></event>'
        )
        event = Event.objects.get()
        assert (event.slug, event.title, event.group) == ("e1", "A strike", "politics")
        assert event.summary == "In Moscow.\n\nTwo."
        assert event.link == "https://example.org/x"
        assert event.extra["tei"] == {"notes": ["See there."], "sources": ["CW 26"]}

    def test_an_event_without_a_name_gets_one(self, take) -> None:
        report = take(
            '<event when="1917"><label>A strike</label></event>'
            '<event when="1917"><label>A strike</label></event>'
        )
        assert counts(report) == (2, 0, 0, 0)
        slugs = set(Event.objects.values_list("slug", flat=True))
        assert slugs == {"a-strike-1917", "a-strike-1917-2"}

    def test_events_inside_events(self, take) -> None:
        take(
            '<event xml:id="war"><label>War</label><listEvent><event xml:id="battle">'
            "<label>Battle</label><desc>x</desc></event></listEvent></event>"
        )
        titles = dict(Event.objects.values_list("slug", "title"))
        assert titles == {"war": "War", "battle": "Battle"}
        assert Event.objects.get(slug="war").summary == ""

    def test_a_list_without_a_tei_round_it(self, bring) -> None:
        text = f'<listEvent xmlns="{TEI}"><event><label>A</label></event></listEvent>'
        assert counts(bring(text, "a.xml", timeline="t")) == (1, 0, 0, 0)

    def test_prefixed_names_are_names(self, bring) -> None:
        text = (
            f'<t:TEI xmlns:t="{TEI}"><t:standOff><t:listEvent><t:event when="1917">'
            "<t:label>A</t:label></t:event></t:listEvent></t:standOff></t:TEI>"
        )
        assert counts(bring(text, "a.xml", timeline="t")) == (1, 0, 0, 0)

    def test_a_second_import_changes_nothing(self, letter: Report, take) -> None:
        events = (
            '<event xml:id="e" when="1917-09-13"><label>A</label>'
            '<cit><quote>August 31</quote><ptr target="documents/letter#p3"/></cit>'
            '<cit><quote>May 6</quote><ptr target="documents/letter#p3"/></cit></event>'
            "<event><label><date when='1917-05-19'><choice><sic>Mar 6</sic>"
            "<corr>May 6</corr></choice></date></label></event>"
        )
        assert counts(take(events)) == (2, 0, 0, 0)
        assert counts(take(events)) == (0, 0, 2, 0)

    def test_what_is_passed_over_is_told(self, take) -> None:
        report = take(
            "<event><label>A</label></event><listRelation><relation/></listRelation>"
        )
        assert "1 × relation: not read as events." in report.notes

    INCLUDE = '<x:include xmlns:x="http://www.w3.org/2001/XInclude" href="b.xml">'

    def test_a_file_that_is_included_is_not_followed(self, take) -> None:
        inside = f"<event><label>A</label>{self.INCLUDE}</x:include></event>"
        report = take(f"{inside}{self.INCLUDE}</x:include>")
        assert counts(report) == (1, 0, 0, 0)
        told = "2 × xi:include: not followed; import by themselves the files it names"
        assert f"{told} (b.xml)." in report.notes

    def test_an_event_in_place_of_a_file_is_read_and_told(self, take) -> None:
        event = "<event><label>A</label></event>"
        in_place = f"{self.INCLUDE}<x:fallback>{event}</x:fallback></x:include>"
        report = take(f"{in_place}<event><label>B</label></event>")
        assert counts(report) == (2, 0, 0, 0)
        why = "read, because the file they stand in for is not"
        assert f"1 × event in xi:fallback: {why}." in report.notes

    def test_a_file_of_nothing_but_other_files_names_them(self, take) -> None:
        report = take(f"{self.INCLUDE}</x:include>")
        assert report.faults[0].right == "Import the files that it includes (b.xml)."


class TestCitations:
    def test_a_quote_beside_a_pointer(self, letter: Report, take) -> None:
        take(
            '<event xml:id="e" when="1917-09-13"><label>A</label><cit>'
            '<quote>August 31</quote><bibl><ref target="documents/letter#p3"/></bibl>'
            "</cit></event>"
        )
        citation = Citation.objects.get(event__slug="e")
        assert (citation.passage.key, citation.start, citation.end) == ("p3", 115, 124)
        assert accepted_of("e").citation == citation

    @pytest.mark.parametrize("name", ["source", "corresp"])
    def test_the_event_points_to_the_passage(
        self, letter: Report, take, name: str
    ) -> None:
        take(
            f'<event xml:id="e" {name}="#p4"><label>A</label>'
            "<desc><quote>August 12</quote></desc></event>",
            document="letter",
        )
        citation = Citation.objects.get(event__slug="e")
        assert (citation.passage.key, citation.start) == ("p4", 380)

    def test_a_pointer_without_a_quote_is_kept(self, letter: Report, take) -> None:
        take('<event xml:id="e" source="documents/letter#p4"><label>A</label></event>')
        event = Event.objects.get(slug="e")
        assert not event.citations.exists()
        assert event.extra["tei"]["passage"] == "letter#p4"

    def test_a_quote_that_is_not_there_is_refused(self, letter: Report, take) -> None:
        report = take(
            '<event xml:id="e" source="documents/letter#p4"><label>A</label>'
            "<q>Augst 12</q></event>"
        )
        assert counts(report)[3] == 1
        assert report.faults[0].value == "Augst 12"


def accepted_of(slug: str) -> Dating:
    return Dating.objects.get(event__slug=slug, status="accepted")


class TestFaults:
    def test_each_has_its_line_its_value_and_what_is_right(self, take) -> None:
        report = take(
            '<event xml:id="a" when="1917-13"><label>A</label></event>\n'
            '<event xml:id="b" when="0000"><label>B</label></event>\n'
            '<event xml:id="c"/>\n'
            '<event xml:id="d"><label>D</label><ptr target="javascript:x()"/></event>\n'
            '<event xml:id="e" when-custom="5" datingMethod="#maya"><label>E</label>'
            "</event>\n"
            '<event xml:id="f"><label>F</label></event>\n'
            '<event xml:id="f"><label>F</label></event>'
        )
        assert faults(report) == [
            (2, "when"),
            (3, "when"),
            (4, "label"),
            (5, "target"),
            (6, "datingMethod"),
            (8, "id"),
        ]
        values = [fault.value for fault in report.faults]
        assert values[:2] == ["1917-13", "0000"]
        assert values[3:5] == ["javascript:x()", "#maya"]
        assert all(fault.right for fault in report.faults)
        assert not Event.objects.exists()

    def test_bad_rows_come_back_as_a_file(self, take, bring, tmp_path) -> None:
        rejects = tmp_path / "rejects.xml"
        bad = '<event xml:id="b" when-custom="1917-13" datingMethod="#OS">'
        report = take(
            f'<event xml:id="a"><label>A</label></event>{bad}<label>B &amp; "C"</label>'
            "<desc>One<lb/>two</desc></event>"
            '<event xml:id="c" when="0000"><label>C</label></event>',
            skip_bad=True,
            rejects=rejects,
        )
        assert counts(report) == (1, 0, 0, 2)
        mended = rejects.read_text().replace("1917-13", "1917-05-06")
        ElementTree.fromstring(mended)
        report = bring(mended.replace("0000", "1917"), "mended.xml", timeline="t")
        assert counts(report) == (2, 0, 0, 0)
        event = Event.objects.get(slug="b")
        assert (event.title, event.summary) == ('B & "C"', "One two")
        assert event.datings.get().calendar == "julian"

    @pytest.mark.parametrize(
        ("text", "words", "line"),
        [
            (tei("<event><label>A</event>"), "line 2, column 18", 2),
            (tei("<event><label>&x;</label></event>"), "undefined entity", 2),
            (tei("<event><label>&#0;</label></event>"), "invalid character", 2),
            (tei("<event><label>\x01</label></event>"), "line 2, column 15", 2),
            (tei("<event when='1' when='2'/>"), "duplicate attribute", 2),
            (tei(""), "There are no events", None),
            (tei("").replace(TEI, "urn:x"), "namespace “urn:x”", 1),
            ("<TEI.2><standOff/></TEI.2>", "TEI P4 is not read", 1),
        ],
    )
    def test_a_broken_file(
        self, bring, text: str, words: str, line: int | None
    ) -> None:
        report = bring(text, "a.tei.xml", timeline="t", format="tei")
        assert words in report.faults[0].wrong
        assert report.faults[0].line == line
        assert not Import.objects.exists()

    @pytest.mark.parametrize(
        "prolog",
        [
            "<!DOCTYPE TEI>",
            '<!-- c -->\n<!DOCTYPE TEI SYSTEM "http://localhost:1/x.dtd">',
            '<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;&a;">]>',
            '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        ],
    )
    def test_a_document_type_is_refused(self, bring, prolog: str) -> None:
        text = prolog + tei("<event><label>&b;&x;</label></event>")
        report = bring(text, "a.xml", timeline="t", format="tei")
        assert "A document type is not taken" in report.faults[0].wrong
        assert counts(report) == (0, 0, 0, 1)

    @pytest.mark.parametrize("depth", [300, 1_000_000])
    def test_deep_nesting(self, take, depth: int) -> None:
        report = take("<event><desc>" + "<hi>" * depth)
        assert "more than 100 deep" in report.faults[0].wrong

    def test_an_event_of_too_many_parts(self, take) -> None:
        report = take("<event><desc>" + "<hi/>" * 30_000 + "</desc></event>")
        assert "more than 20,000 elements" in report.faults[0].wrong

    def test_an_encoding_that_is_not_the_one_read(self, bring) -> None:
        text = "<?xml version='1.0' encoding='ISO-8859-1'?>" + tei(
            "<event><label>é</label></event>"
        )
        report = bring(text, "a.xml", timeline="t")
        assert "says that it is ISO-8859-1" in report.faults[0].wrong
        content = text.encode("iso-8859-1")
        report = bring(content, "a.xml", timeline="t", encoding="iso-8859-1")
        assert counts(report) == (1, 0, 0, 0)
        assert Event.objects.get().title == "é"

    def test_the_line_is_right_far_down(self, bring) -> None:
        """Beyond 65,535 lines, where libxml2 stops counting."""
        good = "<event><label>A</label>\n</event>"
        many = "\n".join(
            f'<event xml:id="e{n}">\n<label>A</label>\n</event>' for n in range(30_000)
        )
        bad = '<event when="0000">\n<label>A</label></event>'
        report = bring(
            tei(f"{many}\n{bad}\n{good}"), "a.xml", timeline="t", dry_run=True
        )
        assert faults(report) == [(2 + 90_000, "when")]


def test_a_document_of_tei_is_known_for_one() -> None:
    """The format is found by the first element, whatever the file is called."""
    from timeline.exchange.tei_events import sniff

    assert sniff(f'<?xml version="1.0"?>\n<TEI xmlns="{TEI}">')
    assert sniff(f'<!-- c --><tei:listEvent xmlns:tei="{TEI}">')
    assert not sniff("<data><event title='x'/></data>")
    assert not sniff("id,title,date\n")
    assert re.match("<", "<TEI")


class TestWhatElseTheEventSays:
    """Traits of indices of editions: people and places beside the label, figures."""

    def test_the_address_of_a_place_is_not_that_of_the_event(self, take) -> None:
        take(
            '<event xml:id="e"><label>A</label><listPlace><place><placeName>Passau'
            '</placeName><idno type="GEONAMES">https://sws.geonames.org/2855328/</idno>'
            "</place></listPlace><idno>https://e.org/7</idno></event>"
        )
        event = Event.objects.get()
        assert event.link == "https://e.org/7"
        (place,) = event.extra["tei"]["elements"]
        assert place == (
            "<listPlace><place><placeName>Passau</placeName><idno "
            'type="GEONAMES">https://sws.geonames.org/2855328/</idno></place>'
            "</listPlace>"
        )

    def test_words_of_a_figure_are_not_the_title(self, take) -> None:
        take(
            '<event xml:id="e"><desc>\n <eventName>The wedding <figure><figDesc>A '
            "painting</figDesc></figure></eventName> in Passau</desc></event>"
        )
        event = Event.objects.get()
        assert (event.title, event.summary) == ("The wedding", "The wedding in Passau")
        assert "<figDesc>A painting</figDesc>" in event.extra["tei"]["elements"][0]

    def test_other_names_and_kinds_of_descriptions_are_kept(self, take) -> None:
        take(
            '<event xml:id="e"><label>March</label><label xml:lang="fr">Mars</label>'
            '<label/><desc type="recipient">St. Lawrence</desc><desc>x</desc></event>'
        )
        event = Event.objects.get()
        assert (event.title, event.summary) == ("March", "St. Lawrence\n\nx")
        assert event.extra["tei"]["elements"] == [
            '<label xml:lang="fr">Mars</label>',
            '<desc type="recipient">St. Lawrence</desc>',
        ]

    def test_what_says_more_than_its_words_is_kept_as_xml(self, take) -> None:
        name = '<eventName n="Probe">Rehearsal</eventName>'
        desc = '<desc>With <persName key="p9">Bahr</persName></desc>'
        note = '<note><org role="host"><orgName key="p3">Theatre</orgName></org></note>'
        link = '<idno type="URL" subtype="pmb">https://example.org/296755</idno>'
        plain = "<desc>In <placeName>Wien</placeName></desc><note>Seen.</note>"
        day = '<desc>On <date when="1901-10-08">8 October</date></desc>'
        page = '<ptr target="https://example.org/2"/>'
        take(f"<event>{name}{desc}{note}{link}{plain}{day}{page}</event>")
        event = Event.objects.get()
        assert event.summary == "With Bahr\n\nIn Wien\n\nOn 8 October"
        kept = event.extra["tei"]
        assert kept["elements"] == [name, desc, note, link]
        assert kept["notes"] == ["Theatre", "Seen."]

    def test_the_head_of_a_list_is_told(self, take) -> None:
        report = take(
            '<head>Calendar</head><event when="1917"><label>A</label></event>'
        )
        assert "1 × head of a list: not read as events." in report.notes

    def test_an_event_of_a_person_says_whose_it_is(self, take) -> None:
        take(
            '<listPerson xmlns="http://www.tei-c.org/ns/1.0"><person xml:id="p3">'
            "<persName>Najeeb\n <surname>Arbeely</surname></persName><persName>N. A."
            '</persName><event when="1878"><p>Migration</p></event></person><place>'
            '<placeName>Wien</placeName></place></listPerson><event when="1879">'
            "<p>Return</p></event>"
        )
        of_person, of_nobody = Event.objects.order_by("slug")
        assert of_person.extra["tei"]["inside"] == {
            "person": "p3",
            "name": "Najeeb Arbeely",
        }
        assert of_nobody.extra == {}

    def test_an_event_inside_another_says_in_which(self, take) -> None:
        take(
            '<event xml:id="war"><label>War</label><event xml:id="siege"><label>Siege'
            "</label></event></event>"
        )
        inside = Event.objects.get(slug="siege").extra["tei"]["inside"]
        assert inside == {"event": "war"}

    def test_markup_of_other_namespaces_comes_back_as_xml(self, take) -> None:
        take(
            '<event xml:id="e"><label>A</label><m:math xmlns:m="http://m.org/"><m:x '
            f'a="1"/><desc xmlns="{TEI}">&lt;</desc></m:math></event>'
        )
        (math,) = Event.objects.get().extra["tei"]["elements"]
        assert math == (
            '<math xmlns="http://m.org/"><x a="1"/>'
            f'<desc xmlns="{TEI}">&lt;</desc></math>'
        )
        ElementTree.fromstring(math)
