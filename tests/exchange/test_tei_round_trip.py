"""Our own TEI: what goes out comes back in, byte for byte."""

import json
from xml.etree import ElementTree

import pytest
from django.core.management import call_command
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from timeline.exchange import Report
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    NoteLink,
    Passage,
    Revision,
    Tag,
    Timeline,
    revise,
)

from .conftest import counts, empty, exported

pytestmark = pytest.mark.django_db
TEXTS = (Document, Passage, Revision, NoteLink)
TEI = {"t": "http://www.tei-c.org/ns/1.0"}


def tree() -> ElementTree.Element:
    return ElementTree.fromstring(exported("tei"))


def event_of(slug: str) -> ElementTree.Element:
    (found,) = (e for e in tree().iterfind(".//t:event", TEI) if e.get("n") == slug)
    return found


class TestTheLetter:
    def test_an_event_says_its_date_in_both_calendars(self, letter: Report) -> None:
        """m01: 6 May 1917 Old Style is 19 May."""
        event = event_of("coalition-government-announced")
        assert event.get("when") == "1917-05-19"
        assert event.get("when-custom") == "1917-05-06"
        assert event.get("datingMethod") == event.get("calendar") == "#julian"
        (calendar,) = (
            c
            for c in tree().iterfind(".//t:calendar", TEI)
            if c.get("{http://www.w3.org/XML/1998/namespace}id") == "julian"
        )
        assert "Julian" in "".join(calendar.itertext())

    def test_the_rejected_reading_is_there(self, letter: Report) -> None:
        event = event_of("coalition-government-announced")
        (desc,) = event.iterfind("t:desc[@subtype='rejected']", TEI)
        date = desc.find("t:date", TEI)
        assert date is not None
        assert (date.get("when"), date.get("when-custom")) == (
            "1917-03-19",
            "1917-03-06",
        )
        assert date.findtext("t:sic", namespaces=TEI) == "Mar 6"

    def test_an_interval(self, letter: Report) -> None:
        event = event_of("democratic-conference")
        assert (event.get("from"), event.get("to")) == ("1917-09-27", "1917-10-05")

    def test_citations_point_to_their_passages(self, letter: Report) -> None:
        event = event_of("moscow-strike")
        (cited,) = event.iterfind("t:note[@n='m04']/t:cit", TEI)
        assert cited.findtext("t:quote", namespaces=TEI) == "August 12"
        pointer = cited.find("t:ptr", TEI)
        assert pointer is not None
        assert pointer.get("target") == "documents/letter#p4"

    def test_the_same_rows_again_change_nothing(self, letter: Report, bring) -> None:
        before = exported("tei")
        assert counts(bring(before, "all.xml")) == (0, 0, 6, 0)
        assert exported("tei") == before
        assert not Event.objects.filter(version__gt=1).exists()

    def test_into_a_database_with_its_documents(self, letter: Report, bring) -> None:
        before, everything = exported("tei"), exported()
        title, description = Timeline.objects.values_list("title", "description")[0]
        empty(*TEXTS)
        assert counts(bring(before, "all.xml")) == (6, 0, 0, 0)
        assert exported("tei") == before
        Timeline.objects.update(
            title=title, description=description, publication="published"
        )
        assert exported() == everything

    def test_into_a_database_without_them(self, letter: Report, bring) -> None:
        before = exported("tei")
        empty()
        report = bring(before, "all.xml")
        assert report.refused == 6
        assert "no such passage" in report.faults[0].wrong

    def test_a_lost_citation_is_lost_still(self, letter: Report, bring) -> None:
        document = Document.objects.get()
        revise(document, document.text().replace(" of August 12", ""))
        assert Citation.objects.get(key="m04").state == "lost"
        before = exported("tei")
        empty(*TEXTS)
        report = bring(before, "all.xml")
        assert report.faults == []
        assert counts(report) == (6, 0, 0, 0)
        assert exported("tei") == before

    def test_a_date_that_was_changed_by_hand(self, letter: Report, bring) -> None:
        changed = exported("tei").replace('when="1917-05-19"', 'when="1917-05-20"')
        report = bring(changed, "all.xml")
        assert "different days" in report.faults[0].wrong
        assert report.refused == 1

    def test_what_we_do_not_know_is_told(self, letter: Report, bring) -> None:
        more = exported("tei").replace("<label>Strike", "<ab>Mine</ab>\n<label>Strike")
        report = bring(more, "all.xml")
        assert "1 × ab: not read as events." in report.notes

    def test_the_losses_stand_in_the_file(self, letter: Report) -> None:
        said = [p.text or "" for p in tree().iterfind(".//t:editorialDecl/t:p", TEI)]
        assert any("Titles, descriptions" in words for words in said)


DATES = {
    "1917-05-19": {"when": "1917-05-19"},
    "1917": {"when": "1917"},
    "-0043": {"when": "-0044"},
    "0000": {"when": "-0001"},
    "Y12000": {"when": "12000"},
    "1917~": {"when": "1917", "precision": "low"},
    "1917?": {"when": "1917", "cert": "low"},
    "1917/1918": {"from": "1917", "to": "1918"},
    "1917/": {"from": "1917"},
    "1917/..": {"from": "1917"},
    "../1917": {"to": "1917"},
    "[1917-05-01..1917-05-20]": {"notBefore": "1917-05-01", "notAfter": "1917-05-20"},
    "[1917..]": {"notBefore": "1917-01-01"},
    "191X": {"notBefore": "1910-01-01", "notAfter": "1919-12-31"},
    "{1917,1919}": {},
}


@pytest.mark.parametrize(("edtf", "expected"), DATES.items())
def test_each_date_as_other_programs_read_it(edtf: str, expected: dict, bring) -> None:
    """`when` and its like by W3C XML Schema: no year 0, so that 44 BC is -0044."""
    timeline = Timeline.objects.create(slug="t", title="t")
    event = Event.objects.create(timeline=timeline, slug="e", title="E")
    Dating.objects.create(event=event, edtf_written=edtf, status="accepted", key="k")
    found = dict(event_of("e").attrib)
    assert found.pop("when-custom") == edtf
    names = ("datingMethod", "calendar", "n")
    given = {k: v for k, v in found.items() if k not in names and "}" not in k}
    assert given == expected
    before = exported("tei")
    assert counts(bring(before, "a.xml")) == (0, 0, 1, 0)
    empty()
    bring(before, "a.xml")
    assert exported("tei") == before
    assert Dating.objects.get().edtf_written == edtf


@pytest.mark.parametrize("calendar", ["hebrew", "islamic_civil", "french_republican"])
def test_every_calendar_comes_back(calendar: str, bring) -> None:
    written = {"hebrew": "5677-09-27", "islamic_civil": "1335-07-27"}
    timeline = Timeline.objects.create(slug="t", title="t")
    event = Event.objects.create(timeline=timeline, slug="e", title="E")
    edtf = written.get(calendar, "0002-02-18")
    Dating.objects.create(event=event, edtf_written=edtf, calendar=calendar, key="k")
    before = exported("tei")
    empty()
    assert counts(bring(before, "a.xml")) == (1, 0, 0, 0)
    assert exported("tei") == before


def test_no_events_make_a_file_all_the_same() -> None:
    assert tree().find(".//t:listEvent", TEI) is not None


def test_the_command_tells_what_is_lost(letter: Report, tmp_path, capsys) -> None:
    path = tmp_path / "all.tei.xml"
    call_command("export_events", output=path)
    ElementTree.fromstring(path.read_text())
    assert "Titles, descriptions" in capsys.readouterr().err


WORDS = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"))
    | st.sampled_from("\t\n\r\"'<>&]]>\u2028\u202e\ufffe\uffff\u0301😀 "),
    max_size=12,
)
SLUGS = WORDS.filter(lambda s: s.strip() and s.strip(".") and s.isprintable())


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(data=st.data())
def test_hostile_content_comes_back_as_it_went(bring, data: st.DataObject) -> None:
    empty()
    draw = data.draw
    text = draw(WORDS) + "words" + draw(WORDS)
    document = Document.objects.create(slug="d", title="D")
    passage = Passage.objects.create(document=document, key="p1", order=1, text=text)
    timeline = Timeline.objects.create(slug="t", title="t")
    tag = Tag.objects.create(kind="topic", slug="s", name=draw(WORDS.filter(bool)))
    for slug in draw(st.lists(SLUGS, min_size=1, max_size=3, unique=True)):
        event = Event.objects.create(
            timeline=timeline,
            slug=slug,
            title=draw(WORDS.filter(bool)),
            summary=draw(WORDS),
            group=draw(WORDS),
            extra=draw(st.dictionaries(WORDS, WORDS, max_size=2)),
        )
        event.tags.set([tag] if draw(st.booleans()) else [])
        start = draw(st.integers(0, len(text) - 1))
        quote = text[start : start + 3]
        citation = Citation.objects.create(
            event=event,
            passage=passage,
            quoted=quote,
            exact=quote,
            prefix=draw(st.sampled_from(["", text[:start][-32:]])),
            start=start,
            end=start + len(quote),
            note=draw(WORDS),
        )
        Dating.objects.create(
            event=event,
            citation=draw(st.sampled_from([None, citation])),
            edtf_written=draw(st.sampled_from(sorted(DATES))),
            as_written=draw(WORDS),
            reason=draw(WORDS),
            kind=draw(st.sampled_from(["plain", "misprint"])),
            status=draw(st.sampled_from(["accepted", "open"])),
        )
    before, rows = exported("tei"), used_rows()
    ElementTree.fromstring(before)
    assert counts(bring(before, "a.xml"))[1::2] == (0, 0)
    empty(*TEXTS)
    report = bring(before, "a.xml")
    assert report.faults == []
    assert exported("tei") == before
    assert used_rows() == rows


def used_rows() -> list[dict]:
    """All rows; a tag that no event has is in no list of events."""
    rows = json.loads(exported("json"))
    return [row for row in rows if row["model"] != "timeline.tag"]
