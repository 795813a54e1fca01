"""TEI documents: what the source prints is stored, what is not kept is told."""

import re
from pathlib import Path
from xml.etree import ElementTree

import pytest

from timeline.exchange import DOCUMENT_FORMATS, DocumentFileError
from timeline.passages import Kind, Segmentation

SEED = Path(__file__).parent.parent / "data" / "letter.txt"
LETTER = SEED.with_name("letter.tei.xml")
TEI = "http://www.tei-c.org/ns/1.0"


def tei(body: str, header: str = "", text: str = "") -> str:
    head = f"<teiHeader>{header}</teiHeader>" if header else ""
    inner = text or f"<body>{body}</body>"
    return f'<TEI xmlns="{TEI}">{head}<text>{inner}</text></TEI>'


def cut(body: str, **parts: str) -> Segmentation:
    return DOCUMENT_FORMATS["tei"](tei(body, **parts))


def texts(result: Segmentation) -> list[tuple[str, str]]:
    return [(passage.key, passage.text) for passage in result.passages]


def told(result: Segmentation) -> dict[str, str]:
    return {doubt.text: doubt.decision for doubt in result.doubts}


class TestBlocks:
    def test_elements_give_the_kinds(self) -> None:
        result = cut(
            "<head>A Diary</head><head>of a sailor</head>"
            "<div><head>May</head><p>We sailed.</p>"
            "<lg><l>Roses are red,</l><l>violets are blue.</l></lg>"
            '<milestone unit="section"/><ab>After it.</ab>'
            "<closer><salute>Yours,</salute><signed>N. N.</signed></closer></div>"
            "<bibl>Printed in Riga.</bibl>"
        )
        assert [(p.key, p.kind.value, p.section, p.text) for p in result.passages] == [
            ("title", "title", 1, "A Diary"),
            ("subtitle", "subtitle", 1, "of a sailor"),
            ("heading-1", "heading", 1, "May"),
            ("p1", "paragraph", 1, "We sailed."),
            ("verse-1", "verse", 1, "Roses are red,\nviolets are blue."),
            ("break-1", "break", 1, "* * *"),
            ("p2", "paragraph", 2, "After it."),
            ("p3", "paragraph", 2, "Yours,"),
            ("signature", "signature", 2, "N. N."),
            ("source", "source", 2, "Printed in Riga."),
        ]

    def test_a_title_page_has_the_title(self) -> None:
        result = cut(
            "",
            text="<front><titlePage><docTitle><titlePart>The Log</titlePart>"
            '<titlePart type="sub">of the Vega</titlePart></docTitle></titlePage>'
            "</front><body><head>One</head><p>Words.</p></body>",
        )
        kinds = [p.kind for p in result.passages]
        assert kinds == [Kind.TITLE, Kind.SUBTITLE, Kind.HEADING, Kind.PARAGRAPH]

    @pytest.mark.parametrize(
        ("body", "kind"),
        [
            ("<head>A</head><div><p>x</p></div>", "title"),
            ("<div><head>A</head><p>x</p></div>", "title"),
            ("<lg><head>A</head><l>x</l></lg>", "title"),
            ("<div><head>A</head><p>x</p></div><div><p>y</p></div>", "heading"),
            ("<p>x</p><div><head>A</head><p>y</p></div>", "heading"),
        ],
    )
    def test_only_a_heading_of_the_whole_is_the_title(
        self, body: str, kind: str
    ) -> None:
        assert {p.text: p.kind.value for p in cut(body).passages}["A"] == kind

    def test_blocks_inside_a_paragraph_part_it(self) -> None:
        result = cut(
            "<p>He said: <quote>so</quote> and <list><item>one</item>"
            "<item>two</item></list> left.</p>"
        )
        assert texts(result) == [
            ("p1", "He said: so and"),
            ("p2", "one"),
            ("p3", "two"),
            ("p4", "left."),
        ]

    def test_lines_outside_a_stanza_are_one_passage(self) -> None:
        result = cut("<sp><speaker>Ariel</speaker><l>Full</l><l>fathom</l></sp>")
        assert texts(result) == [("p1", "Ariel"), ("verse-1", "Full\nfathom")]

    def test_words_after_verse_are_no_verse(self) -> None:
        result = cut("<p>So: <l>one</l><l>two</l> he sang.</p>")
        assert texts(result) == [
            ("p1", "So:"),
            ("verse-1", "one\ntwo"),
            ("p2", "he sang."),
        ]

    def test_a_row_is_a_line_with_tabs(self) -> None:
        result = cut(
            "<table><row><cell>May</cell>\n<cell>6</cell></row>"
            "<row><cell>June</cell></row></table>"
        )
        assert texts(result) == [("p1", "May\t6"), ("p2", "June")]

    def test_asterisks_are_a_break(self) -> None:
        assert cut("<p>One.</p><p>* * *</p><p>Two.</p>").passages[1].key == "break-1"


class TestWhiteSpace:
    def test_a_run_is_one_space(self) -> None:
        result = cut("<p>\n  On  <hi>May\n\t6</hi> ,\n the&#160;strike.\n </p>")
        assert result.joined == "On May 6 , the\u00a0strike."

    def test_a_line_break_ends_a_line(self) -> None:
        result = cut('<p><lb n="1"/>On May <lb/> 6 the<lb break="no"/>re</p>')
        assert result.joined == "On May\n6 there"
        assert told(result)["1 × lb inside a word."] == "the word is written in one"

    def test_a_page_break_is_nothing_and_told(self) -> None:
        result = cut('<p>one<pb n="2"/>two <pb break="yes"/>three</p>')
        assert result.joined == "onetwo three"
        assert "2 × pb." in told(result)


class TestNotes:
    def test_a_note_among_words_leaves_a_marker(self) -> None:
        result = cut('<p>We sailed <note n="3">By sea.</note> home.</p><p>End.</p>')
        assert texts(result) == [
            ("p1", "We sailed[3] home."),
            ("p2", "End."),
            ("note-3", "[3] By sea."),
        ]
        (marker,) = result.markers
        assert (marker.passage, marker.start, marker.end) == ("p1", 9, 12)
        assert (marker.label, marker.note) == ("3", "note-3")
        assert told(result)["1 × note marker."] == "written in brackets"

    def test_a_pointer_leads_to_its_note(self) -> None:
        result = cut(
            '<p>One<ref target="#a">1</ref>, two<ref target="#b">[2]</ref>, '
            'three<ptr target="#c"/>.</p>'
            '<note xml:id="a">A.</note><note xml:id="b">[2] B.</note>'
            '<note xml:id="c" n="*">C.</note>'
        )
        assert texts(result) == [
            ("p1", "One[1], two[2], three[*]."),
            ("note-1", "[1] A."),
            ("note-2", "[2] B."),
            ("note-3", "[*] C."),
        ]
        assert [(m.start, m.end, m.label, m.note) for m in result.markers] == [
            (3, 6, "1", "note-1"),
            (11, 14, "2", "note-2"),
            (21, 24, "*", "note-3"),
        ]

    def test_a_note_points_at_its_place(self) -> None:
        result = cut(
            '<p>Here<anchor xml:id="x"/> and <seg xml:id="y">there</seg>.</p>'
            '<note target="#x" n="1">One.</note><note target="#y" n="2">Two.</note>'
        )
        assert texts(result)[0] == ("p1", "Here[1] and there[2].")
        assert [m.note for m in result.markers] == ["note-1", "note-2"]

    def test_a_marker_without_note_and_a_note_without_marker(self) -> None:
        result = cut(
            '<p>One<ref target="#gone">[4]</ref>, two [5].</p><note n="7">Alone.</note>'
        )
        assert [(m.label, m.note) for m in result.markers] == [("4", None), ("5", None)]
        doubts = told(result)
        assert doubts["The marker [4] has no note."] == "attached to nothing"
        assert doubts["The marker [5] has no note."] == "attached to nothing"
        assert doubts["Note 7 has no marker in the text."] == "attached to nothing"

    def test_a_note_of_several_paragraphs_is_one_passage(self) -> None:
        result = cut("<p>A<note><p>One.</p> <p>Two.</p></note>.</p>")
        assert texts(result) == [("p1", "A[1]."), ("note-1", "[1] One.\n\nTwo.")]

    def test_a_note_in_a_note(self) -> None:
        result = cut('<p>A<note n="1">One<note n="2">Two.</note>.</note></p>')
        assert texts(result) == [
            ("p1", "A[1]"),
            ("note-1", "[1] One[2]."),
            ("note-2", "[2] Two."),
        ]
        assert [(m.passage, m.note) for m in result.markers] == [
            ("p1", "note-1"),
            ("note-1", "note-2"),
        ]

    def test_two_notes_of_one_id(self) -> None:
        result = cut(
            '<p>A<ref target="#a">1</ref></p>'
            '<note xml:id="a">One.</note><note xml:id="a">Two.</note>'
        )
        assert result.markers[0].note == "note-1"
        assert (
            told(result)["Two notes have the id “a”."] == "pointers lead to the first"
        )

    def test_a_changed_kind_takes_the_note_from_its_marker(self) -> None:
        source = tei('<p>A<ref target="#a">1</ref></p><note xml:id="a">One.</note>')
        result = DOCUMENT_FORMATS["tei"](source, {6: Kind.PARAGRAPH})
        assert [p.key for p in result.passages] == ["p1", "p2"]
        assert result.markers[0].note is None


class TestWhatEditionsHave:
    """Traits of published letters: address lines, spaces, registers, enclosures."""

    def test_lines_of_an_address_are_lines(self) -> None:
        result = cut(
            "<div><address><addrLine>Herrn A.</addrLine><addrLine>I. Giselastr 11"
            "</addrLine></address></div><p>To <address><addrLine>B</addrLine>"
            "</address> now</p>"
        )
        assert [text for _, text in texts(result)] == [
            "Herrn A.\nI. Giselastr 11",
            "To B now",
        ]

    def test_a_space_is_a_blank(self) -> None:
        result = cut('<p>(Eingang)<space unit="chars" quantity="1"/>stattfindenden</p>')
        assert result.joined == "(Eingang) stattfindenden"

    def test_registers_of_persons_and_places_are_no_text(self) -> None:
        body = "<body><p>One.</p></body><back><listPerson><person><persName>A"
        body += "</persName><birth><date when='1866-11-24'>1866-11-24</date></birth>"
        body += "</person></listPerson><listPlace><place><geo>48,2</geo></place>"
        result = cut("", text=f"{body}</listPlace><p>Two.</p></back>")
        assert [text for _, text in texts(result)] == ["One.", "Two."]
        assert result.dates == ()
        doubts = told(result)
        assert doubts["1 × listPerson."] == "left out of the text"
        assert doubts["1 × listPlace."] == "left out of the text"

    def test_text_in_an_element_of_another_namespace_is_text(self) -> None:
        """As the enclosures in the Foreign Relations of the United States."""
        result = cut(
            "<p>I enclose a copy.</p><f:attachment xmlns:f='urn:f' n='1'><head>To B."
            '</head><p>Sir: on <date when="1895-06-19">June 19</date>.</p>'
            "</f:attachment><f:note xmlns:f='urn:f'>x</f:note>"
        )
        assert [text for _, text in texts(result)] == [
            "I enclose a copy.",
            "To B.",
            "Sir: on June 19.",
        ]
        (date,) = result.dates
        assert date.passage == "p2"
        doubts = told(result)
        assert doubts["1 × attachment of the namespace “urn:f”."] == (
            "its words are kept, the element is not"
        )
        assert doubts["1 × note of the namespace “urn:f”."] == "left out of the text"


class TestHeader:
    TITLES = (
        '<title level="s">All letters</title><title type="iso-date">1891-07-06</title>'
        '<title level="a">A to B, 6. 7. 1891</title>'
    )
    SENT = (
        '<correspAction type="sent"><date when="1891-07-06">6. 7. 1891</date>'
        "<placeName>Wien</placeName></correspAction>"
    )

    def test_the_title_is_that_of_the_letter_not_of_the_series(self) -> None:
        titles = f"<fileDesc><titleStmt>{self.TITLES}</titleStmt></fileDesc>"
        result = cut("<p>x</p>", header=titles)
        assert result.about["title"] == "A to B, 6. 7. 1891"
        assert any("2 × title" in text for text in told(result))

    def test_one_language_of_the_header_is_that_of_the_text(self) -> None:
        used = '<profileDesc><langUsage><language ident="de-AT"/>{}</langUsage>'
        used += "</profileDesc>"
        one = cut("<p>x</p>", header=used.format(""))
        assert one.about["language"] == "de-AT"
        two = cut("<p>x</p>", header=used.format('<language ident="fr"/>'))
        assert "language" not in two.about

    def test_when_and_where_it_was_sent_is_known(self) -> None:
        corresp = f"<profileDesc><correspDesc>{self.SENT}</correspDesc></profileDesc>"
        about = cut("<p>x</p>", header=corresp).about
        assert (about["context_date"], about["place"]) == ("1891-07-06", "Wien")
        assert "correspDesc" in about["context_basis"]

    @pytest.mark.parametrize(
        "sent",
        [
            SENT + SENT,
            SENT.replace("1891-07-06", "6. Juli"),
            SENT.replace(' when="1891-07-06"', ""),
            SENT.replace('"sent"', '"received"'),
        ],
    )
    def test_a_date_that_is_not_sure_is_not_taken(self, sent: str) -> None:
        corresp = f"<profileDesc><correspDesc>{sent}</correspDesc></profileDesc>"
        assert "context_date" not in cut("<p>x</p>", header=corresp).about


class TestWordsBesideWords:
    def test_what_is_printed_is_stored(self) -> None:
        result = cut(
            '<p><choice><sic>teh</sic><corr resp="#ed">the</corr></choice> '
            "<choice><reg>September</reg><orig>7ber</orig></choice> "
            "<choice><abbr>St</abbr><expan>Saint</expan></choice> "
            '<app><lem wit="#A">blue</lem><rdg wit="#B">green</rdg></app> '
            "<subst><del>went</del><add>came</add></subst></p>"
        )
        assert result.joined == "teh 7ber St blue came"
        assert [
            (o.start, o.end, o.words, o.kind.value, o.source)
            for o in (result.alternatives)
        ] == [
            (0, 3, "the", "correction", "#ed"),
            (4, 8, "September", "expansion", ""),
            (9, 11, "Saint", "expansion", ""),
            (12, 16, "green", "variant", "#B"),
            (17, 21, "went", "deleted", ""),
        ]
        doubts = told(result)
        assert "“teh” is corrected to “the” (#ed)." in doubts
        assert doubts["“blue”: another reading is “green” (#B)."] == (
            "the text has the lemma"
        )
        assert "“came” stands for “went”, struck out." in doubts

    def test_an_apparatus_without_lemma_says_so(self) -> None:
        result = cut("<p><app><rdgGrp><rdg>a</rdg></rdgGrp><rdg>b</rdg></app></p>")
        assert result.joined == "a"
        assert [o.words for o in result.alternatives] == ["b"]
        assert any("app without lem" in text for text in told(result))

    def test_words_that_print_lacks(self) -> None:
        result = cut("<p>one<choice><sic/><corr> of</corr></choice> them</p>")
        assert result.joined == "one them"
        assert "“of” is not in print here." in told(result)

    def test_words_that_are_struck_out_are_told_and_no_text(self) -> None:
        result = cut(
            '<p>On May <del hand="#me">5</del> 6 <date when="1917-05-06">May '
            "<del>5</del> 6</date> we <subst><del>stay</del><add>leave</add></subst>"
            "</p><p><del>All of it.</del></p>"
        )
        assert texts(result) == [("p1", "On May 6 May 6 we leave")]
        doubts = told(result)
        assert doubts["“5” is struck out (#me)."] == "left out of the text"
        assert doubts["“5” is struck out."] == "left out of the text"
        assert doubts["“All of it.” is struck out."] == "left out of the text"
        assert [(o.start, o.words, o.kind.value) for o in result.alternatives] == [
            (7, "5", "deleted"),
            (13, "5", "deleted"),
            (18, "stay", "deleted"),
        ]

    @pytest.mark.parametrize(
        ("inside", "text"),
        [
            ("<restore>a <del>b</del></restore> c", "a b c"),
            ("a <del>b<note>N</note></del> c", "a b[1] c"),
            ("a<del/> c", "a c"),
        ],
    )
    def test_a_deletion_that_stays(self, inside: str, text: str) -> None:
        assert cut(f"<p>{inside}</p>").passages[0].text == text

    @pytest.mark.parametrize(
        ("inside", "text"),
        [
            ("<supplied>1917</supplied> <corr>May</corr>", "[1917] May"),
            ("Lo<supplied>nd</supplied>on", "Lo[nd]on"),
            ("a<supplied> b </supplied>c", "a [b] c"),
            ("a [<supplied>b</supplied>]", "a [b]"),
            ("a<supplied/> c", "a c"),
            ("a <supplied>b<note>N</note></supplied> c", "a [b[1]] c"),
        ],
    )
    def test_words_that_are_supplied_stand_in_brackets(
        self, inside: str, text: str
    ) -> None:
        """As editions print them: the source does not have them."""
        assert cut(f"<p>{inside}</p>").passages[0].text == text

    def test_a_supplied_block_has_no_brackets(self) -> None:
        result = cut("<p>a <supplied><list><item>b</item></list></supplied></p>")
        assert [text for _, text in texts(result)] == ["a", "b"]
        assert "supplied over several passages" in " ".join(told(result))

    def test_a_year_that_is_supplied_is_part_of_the_date(self) -> None:
        result = cut(
            '<p>On <date when="1917-05-19">May 19, <supplied>1917</supplied></date></p>'
        )
        (date,) = result.dates
        assert result.passages[0].text[date.start : date.end] == "May 19, [1917]"

    def test_supplied_and_corrected_words_are_told(self) -> None:
        result = cut(
            '<p><supplied>1917</supplied> <corr>May</corr> <gap reason="x"/></p>'
        )
        doubts = told(result)
        assert doubts["“1917” is supplied by the edition."] == (
            "it stands in brackets in the text"
        )
        assert doubts["“May” corrects words that the file does not give."] == (
            "it stands in the text"
        )
        assert "A gap (x)." in doubts


class TestDates:
    def test_the_attribute_is_read(self) -> None:
        header = (
            "<profileDesc><calendarDesc><calendar xml:id='os'><p>Julian</p></calendar>"
            "</calendarDesc></profileDesc>"
        )
        result = cut(
            '<p>On <date when="1917-05-19" calendar="#os"> May 6 </date>, in '
            '<date notBefore="1916" notAfter="1917">that time</date>, '
            '<date when="1917-13">soon</date> and <date>once</date>.</p>',
            header=header,
        )
        dates = [(d.start, d.end, d.reading and d.reading.date) for d in result.dates]
        assert [
            (s, e, d and (d.edtf_written, d.calendar.value)) for s, e, d in dates
        ] == [
            (3, 8, ("1917-05-06", "julian")),
            (14, 23, ("[1916..1917]", "gregorian")),
            (25, 29, None),
            (34, 38, None),
        ]
        assert "no month 13" in result.dates[2].why

    def test_a_date_over_two_passages_is_told(self) -> None:
        result = cut('<p>a <date when="1917">b <list><item>c</item></list></date></p>')
        assert result.dates == ()
        assert "1 × date over several passages." in told(result)


class TestReport:
    def test_every_element_is_counted(self) -> None:
        result = cut(
            "<p><persName>Ada</persName> <hi>and</hi> <persName>Bob</persName>"
            "<!-- c --><?pi x?><fw>12</fw><m:x xmlns:m='urn:m'>y</m:x></p>"
            "<figure><graphic url='a.png'/><figDesc>A ship</figDesc></figure>"
        )
        assert result.joined == "Ada and Bob"
        doubts = told(result)
        assert doubts["2 × persName."] == "its words are kept, the element is not"
        assert doubts["1 × hi."] == "its words are kept, the element is not"
        assert doubts["1 × graphic."] == "nothing stands for it in the text"
        for what in ("comment", "processing instruction", "fw", "figDesc"):
            assert doubts[f"1 × {what}."] == "left out of the text"
        assert doubts["1 × x of the namespace “urn:m”."] == "left out of the text"

    def test_ids_are_told_and_are_no_keys(self) -> None:
        result = cut('<p xml:id="first">One.</p><p xml:id="p9">Two.</p>')
        assert [p.key for p in result.passages] == ["p1", "p2"]
        assert "2 × xml:id on a passage: “first” is p1, “p9” is p2." in told(result)

    def test_the_header_is_taken_for_the_document(self) -> None:
        header = (
            "<fileDesc><titleStmt><title>A Log</title><author>Ann</author></titleStmt>"
            "<publicationStmt><p>now</p></publicationStmt><sourceDesc><msDesc>"
            "<msIdentifier><repository>Riga</repository><idno>MS 1</idno>"
            "</msIdentifier></msDesc></sourceDesc></fileDesc>"
        )
        result = cut("<p>One.</p>", header=header)
        assert result.about == {
            "title": "A Log",
            "creator": "Ann",
            "source_repository": "Riga",
            "source_edition": "RigaMS 1",
        }
        assert "In the header: 1 × p, 1 × publicationStmt." in told(result)

    def test_events_beside_the_text_are_told(self) -> None:
        source = tei("<p>One.</p>").replace(
            "<text>", "<standOff><listEvent><event/></listEvent></standOff><text>"
        )
        doubts = told(DOCUMENT_FORMATS["tei"](source))
        assert "import_events" in doubts["1 × standOff."]


class TestTheLetter:
    def test_it_is_the_text_as_received(self) -> None:
        """But for the blank lines, every passage is what the plain text gives."""
        result = DOCUMENT_FORMATS["tei"](LETTER.read_text(encoding="utf-8"))
        plain = DOCUMENT_FORMATS["text"](SEED.read_bytes().decode())
        assert [(p.key, p.kind, p.number, p.text) for p in result.passages] == [
            (p.key, p.kind, p.number, p.text) for p in plain.passages
        ]
        assert {(m.passage, m.start, m.note) for m in result.markers} == {
            ("p3", 145, "note-2"),
            ("p16", 86, None),
        }

    def test_dates_and_the_misprint_have_their_places(self) -> None:
        result = DOCUMENT_FORMATS["tei"](LETTER.read_text(encoding="utf-8"))
        assert [(d.passage, d.start, d.end) for d in result.dates] == [
            ("p3", 106, 111),
            ("p3", 115, 124),
            ("p3", 132, 144),
            ("note-1", 61, 84),
        ]
        (misprint,) = result.alternatives
        assert (misprint.passage, misprint.start, misprint.end) == ("note-2", 4, 9)
        assert misprint.words == "May 6"

    def test_no_word_is_lost(self) -> None:
        """Against another reader of XML, which knows of TEI only what is left out."""
        text = ElementTree.parse(LETTER).getroot().find(f"{{{TEI}}}text")
        assert text is not None
        for parent in list(text.iter()):
            for child in list(parent):
                if child.tag == f"{{{TEI}}}corr":
                    parent.remove(child)
        words = "".join(text.itertext()).split()
        result = DOCUMENT_FORMATS["tei"](LETTER.read_text(encoding="utf-8"))
        stored = result.joined.replace("* * *", "").replace("[1] ", "").split()
        assert stored == words


class TestDecisions:
    def test_the_text_is_the_same_whatever_the_kinds(self) -> None:
        source = tei("<head>A</head><p>B.</p>")
        plain = DOCUMENT_FORMATS["tei"](source)
        changed = DOCUMENT_FORMATS["tei"](source, {3: Kind.VERSE})
        assert [p.key for p in changed.passages] == ["title", "verse-1"]
        assert changed.joined == plain.joined == "A\n\nB."


class TestRefused:
    @pytest.mark.parametrize(
        ("source", "message"),
        [
            ("<TEI><text/></TEI>", "“TEI” in no namespace"),
            ('<TEI xmlns="urn:x"/>', "in the namespace “urn:x”"),
            ("<TEI.2/>", "TEI P4 is not read"),
            (f'<teiCorpus xmlns="{TEI}"/>', "A single <TEI>"),
            (f'<TEI xmlns="{TEI}"/>', "no “text”"),
            (tei("<p> </p>"), "no words"),
            ("<TEI>\n  <text></TEI>", r"line 2, column 15"),
            (tei("<p>&nbsp;</p>"), "Entity 'nbsp' not defined"),
            (tei("<p>&#0;</p>"), "invalid xmlChar value 0"),
            ("", "This is not XML"),
            ("Dear friend", "This is not XML"),
        ],
    )
    def test_what_is_no_tei(self, source: str, message: str) -> None:
        with pytest.raises(DocumentFileError, match=message):
            DOCUMENT_FORMATS["tei"](source)

    @pytest.mark.parametrize(
        "prolog",
        [
            "<!DOCTYPE TEI>",
            '<?xml version="1.0"?>\n<!-- c -->\n<!DOCTYPE TEI SYSTEM "tei.dtd">',
            '<!DOCTYPE TEI [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>',
            '<!DOCTYPE TEI [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
            "\ufeff<?xml-model href='x'?> <!DOCTYPE TEI>",
        ],
    )
    def test_a_document_type_is_refused(self, prolog: str) -> None:
        with pytest.raises(DocumentFileError, match=r"A document type is not taken"):
            DOCUMENT_FORMATS["tei"](prolog + tei("<p>&b;</p>"))

    def test_a_document_type_in_a_comment_is_none(self) -> None:
        source = "<!-- <!DOCTYPE TEI> -->" + tei("<p>A.</p>")
        assert DOCUMENT_FORMATS["tei"](source).joined == "A."

    @pytest.mark.parametrize("depth", [300, 250_000])
    def test_deep_nesting(self, depth: int) -> None:
        source = tei("<p>" + "<hi>" * depth + "x" + "</hi>" * depth + "</p>")
        with pytest.raises(DocumentFileError, match="more than 100 deep"):
            DOCUMENT_FORMATS["tei"](source)

    @pytest.mark.parametrize("name", ["hi", "choice", "app", "note", "list", "ref"])
    def test_as_deep_as_is_allowed(self, name: str) -> None:
        """TEI, text, body and p are four of the hundred."""
        source = "<p>a" + f"<{name}>" * 96 + "x" + f"</{name}>" * 96 + "</p>"
        assert cut(source).joined.startswith("a")
        with pytest.raises(DocumentFileError, match="more than 100 deep"):
            cut(source.replace("x", "<hi>x</hi>"))

    def test_names_of_our_own_methods_are_elements_like_others(self) -> None:
        names = ("walk", "block", "inside", "date", "stretch", "link", "visit", "_ref")
        body = "".join(f"<{name}>a</{name}>" for name in names if name != "link")
        assert cut(f"<p>{body}</p>").joined == "a" * 7

    def test_a_missing_lxml_is_named(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def missing(name: str) -> None:
            raise ImportError(name)

        monkeypatch.setattr("timeline.exchange.tei_xml.import_module", missing)
        with pytest.raises(DocumentFileError, match="extra “tei”"):
            DOCUMENT_FORMATS["tei"](tei("<p>A.</p>"))


def test_a_text_of_many_notes_and_lines_is_read_in_linear_steps() -> None:
    """Each note and line is looked at once: the text is that of its parts."""
    body = "<p>" + "a<lb/>b<note>n</note>" * 2_000 + "</p>"
    result = cut(body)
    assert result.passages[0].text.count("\n") == 2_000
    assert len(result.markers) == 2_000
    assert re.fullmatch(r"\[2000\] n", result.passages[-1].text)
