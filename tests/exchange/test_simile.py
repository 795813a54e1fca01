"""SIMILE Timeline: four-point dates, and what an event is when it does not say."""

import json
from xml.etree import ElementTree

import pytest

from timeline.models import Dating, Event, Timeline

from .conftest import counts, empty, exported

pytestmark = pytest.mark.django_db
BETWEEN = {"start": "1914-07-28", "end": "1918-11-11"}


@pytest.fixture
def from_json(bring):
    def run(**event):
        text = json.dumps({"events": [{"title": "War", **event}]})
        return bring(text, "a.json", timeline="t")

    return run


@pytest.fixture
def from_xml(bring):
    def run(text: str = "", **attributes):
        given = "".join(f' {name}="{value}"' for name, value in attributes.items())
        data = f'<data>\n<event title="War"{given}>{text}</event></data>'
        return bring(data, "a.xml", timeline="t")

    return run


def edtf() -> str:
    return Dating.objects.get().edtf


LASTS, ONCE = "1914-07-28/1918-11-11", "[1914-07-28..1918-11-11]"


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({}, LASTS),  # JSON: a duration by default
        ({"durationEvent": True}, LASTS),
        ({"durationEvent": False}, ONCE),
        ({"isDuration": True}, ONCE),  # read by the program as its opposite
        ({"isDuration": False}, LASTS),
        ({"isDuration": "false"}, ONCE),  # a text that is not empty is true there
        ({"isDuration": None, "durationEvent": None}, LASTS),
    ],
)
def test_json_is_a_duration_unless_it_says_otherwise(from_json, says, expected) -> None:
    report = from_json(**BETWEEN, **says)
    assert (report.format, counts(report)) == ("simile-json", (1, 0, 0, 0))
    assert edtf() == expected


@pytest.mark.parametrize(
    ("says", "expected"),
    [
        ({}, ONCE),  # XML: an instant by default
        ({"isDuration": "true"}, LASTS),
        ({"durationEvent": "true"}, LASTS),
        ({"isDuration": "false"}, ONCE),
    ],
)
def test_xml_is_an_instant_unless_it_says_otherwise(from_xml, says, expected) -> None:
    report = from_xml(**BETWEEN, **says)
    assert (report.format, counts(report)) == ("simile-xml", (1, 0, 0, 0))
    assert edtf() == expected


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ("1917", "1917"),
        (1917, "1917"),  # a number is the year it looks like
        (-43, "-0043"),
        (19170928, "1917-09-28"),
        ("-43", "-0043"),  # years with a sign are astronomical
        ("44 BC", "-0043"),
        ("19170928", "1917-09-28"),
        ("1917-09-28T00:00:00Z", "1917-09-28"),
        ("May 20 1961 00:00:00 GMT-0600", "1961-05-20"),
        ("Fri Nov 22 1963 13:00:00 GMT-0600", "1963-11-22T13:00:00-06:00"),
        ("Sep 25 2010 17:00:00 EST", "2010-09-25T17:00:00-05:00"),
        ("Jul 4, 2010 17:00:00 PDT", "2010-07-04T17:00:00-07:00"),
        ("28 September 1917", "1917-09-28"),
    ],
)
def test_a_start_as_the_program_takes_it(from_json, start, expected: str) -> None:
    assert from_json(start=start).refused == 0
    assert edtf() == expected


def test_points_that_make_a_year_are_a_year(from_json) -> None:
    from_json(
        start="1914-01-01",
        latestStart="1914-12-31",
        earliestEnd="1918-11-01",
        end="1918-11-30",
    )
    assert edtf() == "1914/1918-11"


def test_points_that_edtf_cannot_say_are_kept(from_json) -> None:
    points = {"start": "1914-07-28", "latestStart": "1914-08-04", "end": "1918-11-11"}
    from_json(**points)
    assert edtf() == LASTS
    assert Event.objects.get().extra["simile"] == points


def test_the_times_of_one_day_are_kept(from_xml) -> None:
    points = {"start": "1963-11-22T12:15:00Z", "end": "1963-11-22T12:20:00Z"}
    from_xml(**points)
    assert edtf() == "1963-11-22"  # not 12:15: it was some time until 12:20
    assert Event.objects.get().extra["simile"] == points
    out = ElementTree.fromstring(exported("simile-xml")).find("event")
    assert {n: out.get(n) for n in points} == points


FOUR = {"start": "1871", "latestStart": "1872", "earliestEnd": "1878", "end": 1879}


@pytest.mark.parametrize("name", ["simile-json", "simile-xml"])
@pytest.mark.parametrize("lasts", [True, False])
def test_four_points_go_out_as_they_came(bring, from_json, name: str, lasts) -> None:
    from_json(**FOUR, durationEvent=lasts)
    assert edtf() == ("1871/1879" if lasts else "[1871..1879]")
    before = exported(name)
    if name == "simile-json":
        (out,) = json.loads(before)["events"]
        assert {n: out[n] for n in FOUR} == FOUR and out["durationEvent"] == lasts
    else:
        out = ElementTree.fromstring(before).find("event")
        assert {n: out.get(n) for n in FOUR} == {n: str(v) for n, v in FOUR.items()}
    assert counts(bring(before, f"a.{name}")) == (0, 0, 1, 0)
    empty()
    bring(before, f"a.{name}")
    assert exported(name) == before


def test_points_that_no_longer_say_the_date_stay_at_home(bring, from_json) -> None:
    from_json(**FOUR)
    event = Event.objects.get()
    bring(f"id,title,date\n{event.slug},War,1871/1880\n", timeline="t")
    Dating.objects.filter(edtf="1871/1879").delete()
    event.follow(Dating.objects.get(), "")
    (out,) = json.loads(exported("simile-json"))["events"]
    assert (out["start"], out["latestStart"]) == ("1871-01-01", "1871-12-31")
    assert out["end"] == "1880-12-31"


def test_a_moment_goes_out_with_its_time(from_json) -> None:
    from_json(start="Fri Nov 22 1963 12:30:40 GMT-0600")
    (out,) = json.loads(exported("simile-json"))["events"]
    assert out["start"] == "1963-11-22T12:30:40-06:00" and "end" not in out


@pytest.mark.parametrize("name", ["simile-json", "simile-xml"])
@pytest.mark.parametrize(
    "date",
    [
        "1917",
        "1917-09-28",
        "191X",
        "1905~",
        "../1917",
        "1917/",
        "1914-07/1918",
        "-0043",
        "1917-09-28T10:30:00Z",
    ],
)
def test_out_in_out_is_identical(bring, name: str, date: str) -> None:
    title = "A \"quoted\" <b> & 'title' – é"
    bring(
        "id,title,date,description\n"
        + f'a,"{title.replace(chr(34), chr(34) * 2)}","{date}","One\nTwo & <three>"\n',
        timeline="t",
    )
    before = exported(name)
    empty()
    assert counts(bring(before, f"a.{name}", timeline="t")) == (1, 0, 0, 0)
    event = Event.objects.get()
    assert (event.title, event.summary) == (title, "One\nTwo & <three>")
    assert edtf() == date
    assert exported(name) == before


def test_a_year_goes_out_as_an_instant_within_it(bring) -> None:
    bring("id,title,date\na,A,1917\n", timeline="t")
    (event,) = json.loads(exported("simile-json"))["events"]
    assert (event["start"], event["end"]) == ("1917-01-01", "1917-12-31")
    assert event["durationEvent"] is False
    (element,) = ElementTree.fromstring(exported("simile-xml"))
    assert element.get("durationEvent") == "false"


BOMB = (
    '<!DOCTYPE data [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><data><event title="&b;"/>'
)


@pytest.mark.parametrize(
    "text",
    [
        BOMB + "</data>",
        '<!DOCTYPE data SYSTEM "file:///etc/passwd"><data/>',
        "<data><event title='x'></data>",
        "<data>" + "<event>" * 100_000,
        "<svg/>",
        "<data><x/></data>",
        "<data><event title='x'>&nbsp;</event></data>",
        "",
    ],
)
def test_hostile_xml_is_refused_in_a_sentence(bring, text: str) -> None:
    report = bring(text, "a.xml", format="simile-xml", timeline="t")
    assert len(report.faults) == 1
    assert Event.objects.count() == 0


@pytest.mark.parametrize(
    ("event", "column"),
    [
        ({"start": "", "end": "1917"}, "start"),
        ({"start": True}, "start"),
        ({"start": 1e300}, "start"),
        ({"start": 1917.5}, "start"),
        ({"start": 1505347200000}, "start"),
        ({"start": "1917-02-30"}, "start"),
        ({"start": "soon"}, "start"),
        ({"start": "1918", "end": "1914"}, "start"),
        ({"start": "1917", "link": "javascript:alert(1)"}, "link"),
    ],
)
def test_what_is_wrong_has_its_place(from_json, event, column: str) -> None:
    report = from_json(**event)
    assert [(f.path, f.column) for f in report.faults] == [("events[0]", column)]


SCRIPT = """var timeline_data = {  // for the page
'dateTimeFormat': 'iso8601',
'wikiSection': "A section",
'events' : [
    {'start': '1900',
     'end': '1904',
     'title': 'The painter\\'s studio',
     'image': 'https://example.org/1.jpg',
     durationEvent : true, /* a bar */
    },
    {'start': '-43', 'title': 'Ides'},
]};
"""


@pytest.mark.parametrize("name", ["art.js", "art.json", "art"])
def test_a_script_that_holds_the_events_is_read(bring, name: str) -> None:
    report = bring(SCRIPT, name, timeline="t")
    assert (report.format, counts(report)) == ("simile-json", (2, 0, 0, 0))
    titles = dict(Dating.objects.values_list("event__title", "edtf"))
    assert titles == {"The painter's studio": "1900/1904", "Ides": "-0043"}


def test_a_script_that_computes_names_its_line(bring) -> None:
    computed = SCRIPT.replace("'1904'", "new Date(year, 1)")
    report = bring(computed, "art.js", format="simile-json", timeline="t")
    assert counts(report) == (0, 0, 0, 1)
    assert report.faults[0].line == 6
    assert not Event.objects.exists()


INDENTED = """Born in the Rue Laffitte,
        in the  9th arrondissement.
        &lt;p&gt;
          His father &amp;amp; mother:
          &lt;i&gt;Parisians&lt;/i&gt;.&lt;br&gt; Both.
        &lt;/p&gt;"""


def test_a_description_is_the_lines_that_a_browser_shows(bring, from_xml) -> None:
    from_xml(INDENTED, id="birth", start="1840-11-14")
    event = Event.objects.get()
    first, second, third = event.summary.split("\n")
    assert first == "Born in the Rue Laffitte, in the 9th arrondissement."
    assert (second, third) == ("His father & mother: Parisians.", "Both.")
    out = ElementTree.fromstring(exported("simile-xml")).find("event")
    assert out.text == ElementTree.fromstring(f"<a>{INDENTED}</a>").text
    assert counts(bring(exported("simile-xml"), "b.xml")) == (0, 0, 1, 0)


@pytest.mark.parametrize("name", ["simile-json", "simile-xml"])
@pytest.mark.parametrize("summary", ["One\n\nTwo", " a  b \n\tc ", "\nThree\n", "<p>"])
def test_lines_of_ours_come_back(bring, name: str, summary: str) -> None:
    bring(f'id,title,date,description\na,A,1917,"{summary}"\n', timeline="t")
    before = exported(name)
    empty()
    bring(before, f"a.{name}")
    assert Event.objects.get().summary == summary
    assert exported(name) == before


def test_an_event_without_a_title_is_named_by_its_first_words(from_json) -> None:
    text = "by <i>Albert Gleizes</i>,<br>" + "French painter " * 10
    assert counts(from_json(title="", start="1881", description=text)) == (1, 0, 0, 0)
    title = Event.objects.get().title
    assert title.startswith("by Albert Gleizes, French painter") and len(title) == 80


WIKI = {"wikiURL": "http://example.org/shelf/", "wikiSection": "Painters", "page": 3}


@pytest.mark.parametrize("name", ["simile-json", "simile-xml"])
def test_what_a_file_says_beside_its_events_goes_out_again(bring, name: str) -> None:
    events = [{"id": "a", "title": "A", "start": "1917"}]
    file = {"dateTimeFormat": "iso8601", **WIKI, "events": events}
    assert counts(bring(json.dumps(file), timeline="t")) == (1, 0, 0, 0)
    assert Timeline.objects.get().extra == {"simile": WIKI}
    before = exported(name)
    assert counts(bring(before, f"a.{name}")) == (0, 0, 1, 0)
    empty()
    bring(before, f"a.{name}")
    assert Timeline.objects.get().extra == {"simile": WIKI}
    assert exported(name) == before


@pytest.mark.parametrize("said", [" Source:\n  a handbook ", "", "a - b", " <b>&amp; "])
def test_comments_are_kept_and_go_out_again(bring, said: str) -> None:
    text = f'<data>\n<!--{said}-->\n<event title="A" start="1917"></event></data>'
    assert counts(bring(text, timeline="t")) == (1, 0, 0, 0)
    assert Timeline.objects.get().extra == {"simile": {"comments": [said]}}
    before = exported("simile-xml")
    assert f"<!--{said}-->" in before
    assert counts(bring(before, "a.xml")) == (0, 0, 1, 0)
    empty()
    bring(before, "a.xml")
    assert exported("simile-xml") == before


@pytest.mark.parametrize(
    "said", ["a--b", "b-", "a\rb", " Not in this file: x", 3, "\ufffe"]
)
def test_what_is_no_comment_of_xml_comes_back_too(bring, said) -> None:
    bring('<data><event title="A" start="1917"></event></data>', timeline="t")
    Timeline.objects.update(extra={"simile": {"comments": [said]}})
    before = exported("simile-xml")
    empty()
    bring(before, "a.xml")
    assert Timeline.objects.get().extra == {"simile": {"comments": [said]}}


def test_a_file_of_several_timelines_has_nowhere_for_what_it_says(bring) -> None:
    events = [{"title": n, "start": "1917", "timeline": n} for n in ("a", "b")]
    report = bring(json.dumps({**WIKI, "events": events}), "a.json")
    assert "Not kept, for want of one timeline: wikiURL, wikiSection, page." in (
        report.notes
    )
    assert [timeline.extra for timeline in Timeline.objects.all()] == [{}, {}]
