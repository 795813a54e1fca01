"""What goes out in another program's format changes nothing when it comes in again."""

import json
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from timeline.exchange import Report
from timeline.models import Dating, Event, Timeline

from .conftest import counts, empty, exported
from .test_round_trip import HOSTILE, JSON, SLUG, TITLE

pytestmark = pytest.mark.django_db
ANY = settings(
    max_examples=25,
    deadline=None,
    phases=[Phase.generate],  # a case of this size takes minutes to shrink
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
FORMATS = {
    "simile-json": "a.simile.json",
    "simile-xml": "a.simile.xml",
    "vis-timeline": "a.vis.json",
    "geojson-t": "a.geojson",
    "timelinejs": "a.timelinejs.json",
    "timelinejs-csv": "a.timelinejs.csv",
    "wikidata": "a.wikidata.json",
}
both = pytest.mark.parametrize("name", FORMATS)
programs = pytest.mark.parametrize("name", [n for n in FORMATS if n != "wikidata"])
DATES = (
    *("1917-09-14/1917-09-22", "1917-09-15", "1917-09", "1917", "-0043", "-0043-03-15"),
    *("0000", "191X", "19XX", "1905~", "1905?", "1905%", "../1917", "1917/.."),
    *("1917/", "/1917", "[1667,1668]", "{1667,1668..1670}", "[..1670]", "1917-21"),
    *("Y17E7", "Y-170000000", "1914-07/1918?", "1985-04-12T23:20:30", "", "XXXX"),
    *("0988-XX-15", "-0753/0476", "../.."),
)

# Beyond four digits years are Gregorian, whatever the calendar.
JULIAN = [text for text in DATES if not text.startswith(("Y", "XXXX"))]


def again(bring, name: str, content: str, **options) -> Report:
    return bring(content, FORMATS[name], **options)


def changes(report: Report) -> list[tuple[str, str, str, str]]:
    found = report.differences
    return [(d.row, d.column, str(d.before), str(d.after)) for d in found]


def dated(texts: list[str], calendar: str, **fields: str) -> None:
    timeline = Timeline.objects.create(slug="t", title="T")
    for number, text in enumerate(texts):
        event = Event.objects.create(timeline=timeline, slug=f"e{number}", title="E")
        Dating.objects.create(
            event=event,
            edtf_written=text,
            calendar=calendar,
            status="accepted",
            **fields,
        )


def stored() -> list[tuple]:
    names = ("event__slug", "edtf_written", "calendar", "edtf", "as_written")
    return sorted(Dating.objects.values_list(*names))


@both
@pytest.mark.parametrize("who", ["", "teacher"])
def test_the_letter_over_itself_changes_nothing(
    letter: Report, bring, name: str, who: str
) -> None:
    before = exported()
    report = again(bring, name, exported(name), who=who)
    assert changes(report) == []
    assert (report.format, counts(report)) == (name, (0, 0, 6, 0))
    assert exported() == before


def test_the_annotations_of_the_letter_change_nothing(letter: Report, bring) -> None:
    before = exported()
    out = exported("web-annotation")
    report = bring(out, "a.jsonld", timeline="letter", who="teacher")
    assert (changes(report), counts(report)) == ([], (0, 0, 6, 0))
    assert exported() == before


@programs
def test_the_letter_comes_back_with_its_julian_dates(
    letter: Report, bring, name: str
) -> None:
    out = exported(name)
    julian = Dating.objects.filter(status="accepted", calendar="julian")
    written = sorted(julian.values_list("event__slug", "edtf_written"))
    assert ("democratic-conference", "1917-09-14/1917-09-22") in written
    empty()
    assert counts(again(bring, name, out)) == (6, 0, 0, 0)
    assert list(Timeline.objects.values_list("slug", flat=True)) == ["letter"]
    julian = Dating.objects.filter(calendar="julian")
    assert sorted(julian.values_list("event__slug", "edtf_written")) == written
    assert exported(name) == out


@both
@pytest.mark.parametrize("calendar", ["gregorian", "julian"])
def test_every_kind_of_date_comes_back(bring, name: str, calendar: str) -> None:
    dates = list(DATES if calendar == "gregorian" else JULIAN)
    dated(dates, calendar)
    before, out = exported(), exported(name)
    report = again(bring, name, out, timeline="t", who="teacher")
    assert changes(report) == []
    assert counts(report) == (0, 0, len(dates), 0)
    assert exported() == before
    wanted = [row for row in stored() if row[1]]
    empty()
    assert again(bring, name, out, timeline="t").refused == 0
    assert [row for row in stored() if row[1]] == wanted


@both
def test_the_words_of_the_source_come_back(bring, name: str) -> None:
    words = "Sept. 15 (28) 1917, or “about then”"
    dated(["1917-09-15"], "julian", as_written=words)
    out = exported(name)
    assert counts(again(bring, name, out, timeline="t")) == (0, 0, 1, 0)
    empty()
    again(bring, name, out, timeline="t")
    assert stored() == [("e0", "1917-09-15", "julian", "1917-09-28", words)]


@programs
def test_a_date_that_was_edited_there_is_believed(bring, name: str) -> None:
    dated(["1917-09-15"], "julian")
    out = exported(name)
    shown = {"timelinejs": '"day": 28', "timelinejs-csv": "1917,9,28"}
    shown = shown.get(name, '"1917-09-28"')
    if name.startswith("timelinejs"):
        edited = out.replace(shown, shown.replace("28", "29"))
    else:
        parts = out.split(shown)  # the first is the start; the rest is our `dating`
        at = out.index("start")
        at = out.index(shown, at)
        assert len(parts) > 1
        edited = out[:at] + '"1917-09-29"' + out[at + len(shown) :]
    assert counts(again(bring, name, edited, timeline="t")) == (0, 1, 0, 0)
    assert Dating.objects.get().edtf == date(1917, 9, 29).isoformat()


@both
def test_what_other_files_gave_stays(bring, name: str) -> None:
    bring("id,title,date,Shelf mark\na,A,1917,MS 7\n", timeline="t")
    before = exported()
    assert counts(again(bring, name, exported(name), timeline="t")) == (0, 0, 1, 0)
    assert exported() == before


KEEPS = {
    "simile-json": "simile",
    "simile-xml": "simile",
    "vis-timeline": "vis",
    "geojson-t": "geojson-t",
    "timelinejs": "timelinejs",
}
NAMES = st.sampled_from(("color", "a b", '"><x', "é", "icon", "text", "caption"))


@both
@ANY
@given(data=st.data())
def test_hostile_content_comes_back(bring, name: str, data: st.DataObject) -> None:
    empty()
    draw = data.draw
    timeline = Timeline.objects.create(
        slug="t", title=draw(TITLE), description=draw(HOSTILE)
    )
    for slug in draw(st.lists(SLUG, min_size=1, max_size=3, unique=True)):
        extra = draw(st.dictionaries(HOSTILE, JSON, max_size=1))
        event = Event.objects.create(
            timeline=timeline,
            slug=slug,
            title=draw(TITLE),
            summary=draw(HOSTILE),
            group=draw(HOSTILE.filter(lambda s: not s or s.strip())),
            media_caption=draw(HOSTILE),
            media_alt=draw(HOSTILE),
            extra=extra,
        )
        Dating.objects.create(
            event=event,
            edtf_written=draw(st.sampled_from(JULIAN)),
            calendar=draw(st.sampled_from(["gregorian", "julian"])),
            as_written=draw(HOSTILE),
            status="accepted",
        )
    before, out = exported(), exported(name)
    report = again(bring, name, out, timeline="t")
    assert report.faults == []
    assert changes(report) == []
    assert exported() == before


@ANY
@given(data=st.data())
@pytest.mark.parametrize("name", KEEPS)
def test_what_a_file_had_besides_comes_back(
    bring, name: str, data: st.DataObject
) -> None:
    empty()
    timeline = Timeline.objects.create(slug="t", title="T")
    kept = data.draw(st.dictionaries(NAMES, JSON.filter(bool), max_size=3))
    place = {"properties": kept} if name == "geojson-t" else kept
    Event.objects.create(
        timeline=timeline, slug="e", title="E", summary="S", extra={KEEPS[name]: place}
    )
    normal = exported()
    empty()
    bring(normal, "all.jsonl")
    before, out = exported(), exported(name)
    report = again(bring, name, out, timeline="t")
    assert report.faults == []
    assert exported() == before, json.dumps(changes(report))
