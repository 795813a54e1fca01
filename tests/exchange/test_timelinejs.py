"""TimelineJS: what an author has comes in, goes out, and comes in again."""

import json

import pytest

from timeline.exchange import Report
from timeline.models import Dating, Event, Timeline

from .conftest import counts, empty, exported

pytestmark = pytest.mark.django_db
NAME = "a.timelinejs.json"


def slide(year=1917, headline="Strike", **other):
    date = {"year": year} if not isinstance(year, dict) else year
    return {"start_date": date, "text": {"headline": headline}, **other}


@pytest.fixture
def take(bring):
    def run(*slides, **file):
        options = {"timeline": "t"}
        return bring(json.dumps({"events": list(slides), **file}), NAME, **options)

    return run


def only() -> Dating:
    return Dating.objects.get()


def test_the_format_is_known_by_what_is_in_it(bring) -> None:
    report = bring(json.dumps({"events": [slide()]}), "x.json", timeline="t")
    assert (report.format, counts(report)) == ("timelinejs", (1, 0, 0, 0))


@pytest.mark.parametrize(
    ("date", "edtf"),
    [
        ({"year": 1917}, "1917"),
        ({"year": "1917", "month": "", "day": None}, "1917"),
        ({"year": "1917", "month": "9"}, "1917-09"),
        ({"year": 1917, "month": 9, "day": 28}, "1917-09-28"),
        ({"year": -44, "month": 3, "day": 15}, "-0043-03-15"),  # 44 BC
        ({"year": -1}, "0000"),  # 1 BC
        ({"year": 1917, "month": 9, "day": 28, "hour": 7}, "1917-09-28T07:00:00"),
        ({"year": 1_000_000_000}, "Y1000000000"),
        ({"year": -65_000_000}, "Y-64999999"),
        ({"year": 1905, "display_date": "about 1905"}, "1905~"),
        (
            {"year": 1905, "month": 1, "day": 1, "display_date": "about 1905"},
            "1905~",
        ),
        ({"year": 1910, "display_date": "the war"}, "1910"),
    ],
)
def test_a_date_is_as_coarse_as_it_is_given(take, date, edtf: str) -> None:
    assert counts(take(slide(date))) == (1, 0, 0, 0)
    assert only().edtf == edtf
    assert only().as_written == date.get("display_date", "")


@pytest.mark.parametrize(
    ("date", "column"),
    [
        ({"year": 0}, "start_date.year"),
        ({"year": "soon"}, "start_date.year"),
        ({"year": True}, "start_date.year"),
        ({"year": 1917.5}, "start_date.year"),
        ({"month": 3}, "start_date.year"),
        ({"year": 1917, "day": 3}, "start_date.month"),
        ({"year": 1917, "month": 13}, "start_date.month"),
        ({"year": 1917, "month": 2, "day": 30}, "start_date"),
        ({"year": 10**29}, "start_date"),
        ("1917", "start_date"),
    ],
)
def test_a_date_that_is_none_is_refused_with_its_place(take, date, column) -> None:
    report = take(slide(), {**slide(), "start_date": date})
    assert (report.refused, report.rows) == (1, 2)
    (fault,) = report.faults
    assert (fault.path, fault.column) == ("events[1]", column)
    assert fault.right or fault.wrong
    assert Event.objects.count() == 0


def test_an_end_makes_an_interval(take) -> None:
    take(slide({"year": 1914, "month": 7}, end_date={"year": 1918}))
    assert only().edtf == "1914-07/1918"


def test_an_end_before_the_start_is_refused(take) -> None:
    assert take(slide(1918, end_date={"year": 1914})).refused == 1


def test_words_that_say_another_date_are_told(take) -> None:
    report = take(slide({"year": 1917, "display_date": "1905"}))
    assert only().edtf == "1917"
    assert any("“1905” is shown, and 1917" in note for note in report.notes)


def test_a_slide_without_a_date_stays_without(take) -> None:
    assert counts(take({"text": {"headline": "Some day"}})) == (1, 0, 0, 0)
    assert Dating.objects.count() == 0


FULL = {
    "scale": "human",
    "title": {
        "text": {"headline": "The <i>year</i> 1917", "text": "<p>From spring on</p>"},
        "media": {"url": "https://example.org/title.jpg"},
    },
    "events": [
        {
            "unique_id": "strike",
            "start_date": {"year": 1917, "month": 8, "day": 25, "millisecond": 7},
            "text": {"headline": "Strike &amp; crowd", "text": "<b>Moscow</b> stops"},
            "media": {
                "url": "https://example.org/a.jpg",
                "caption": "A crowd",
                "credit": "Unknown",
                "alt": "People in a square",
                "thumbnail": "https://example.org/small.jpg",
                "link": "https://example.org/",
            },
            "group": "Moscow",
            "background": {"color": "#fff"},
            "autolink": False,
            "mine": [1, {"a": None}],
        },
        {
            "unique_id": "frame",
            "start_date": {"year": -44},
            "text": {"headline": "Frame"},
            "media": {"url": '<iframe src="https://example.org/"></iframe>'},
        },
    ],
    "eras": [
        {
            "start_date": {"year": 1905},
            "end_date": {"year": 1917},
            "text": {"headline": "Between"},
        }
    ],
}


def test_all_an_author_has_comes_back(take) -> None:
    assert counts(take(**FULL)) == (3, 0, 0, 0)
    timeline = Timeline.objects.get()
    assert (timeline.title, timeline.description) == ("The year 1917", "From spring on")
    event = Event.objects.get(slug="strike")
    assert (event.title, event.summary) == ("Strike & crowd", "Moscow stops")
    assert (event.media_alt, event.group) == ("People in a square", "Moscow")
    back = json.loads(exported("timelinejs"))
    assert back["scale"] == "human"
    assert back["title"] == FULL["title"]
    assert back["lost"]
    by_id = {slide["unique_id"]: slide for slide in back["events"]}
    for given in FULL["events"]:
        got = by_id[given["unique_id"]]
        assert {name: got[name] for name in given} == given
    (era,) = back["eras"]
    assert {n: era[n] for n in ("start_date", "end_date", "text")} == FULL["eras"][0]


def test_out_in_out_is_identical_and_the_second_import_changes_nothing(take, bring):
    take(**FULL)
    before = exported("timelinejs")
    again = bring(before, NAME, timeline="t")
    assert [(d.column, d.before, d.after) for d in again.differences] == []
    assert counts(again) == (0, 0, 3, 0)
    empty()
    assert bring(before, NAME, timeline="t").refused == 0
    assert exported("timelinejs") == before


def test_the_same_file_again_changes_nothing(take) -> None:
    take(slide(), slide(), slide(1918, unique_id="x"), **{"scale": "human"})
    assert counts(
        take(slide(), slide(), slide(1918, unique_id="x"), scale="human")
    ) == (*(0, 0, 3, 0),)
    assert Event.objects.count() == 3


def test_the_dates_of_the_letter_survive_without_their_passages(
    letter: Report, bring
) -> None:
    accepted = Dating.objects.filter(status="accepted")
    names = ("event__slug", "edtf", "calendar", "as_written")
    before = sorted(accepted.values_list(*names))
    out = exported("timelinejs")
    days = {s["unique_id"]: s["start_date"] for s in json.loads(out)["events"]}
    assert days["moscow-strike"] == {"year": 1917, "month": 8, "day": 25}
    empty()
    assert bring(out, NAME).new == 6
    assert sorted(Dating.objects.values_list(*names)) == before
    status = Event.objects.get(slug="democratic-conference-date-set").status
    assert status == "scheduled"


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("1917", {"year": 1917}, None),
        ("191X", {"year": 1910}, {"year": 1919}),
        ("1905~", {"year": 1905}, None),
        ("-0043", {"year": -44}, None),
        ("../1917", {"year": 1917}, None),
        ("1917/", {"year": 1917}, None),
        ("1917-21", {"year": 1917, "month": 3}, {"year": 1917, "month": 5}),
        ("[1667,1668]", {"year": 1667}, {"year": 1668}),
        ("1914-07/1918-11-11", {"year": 1914, "month": 7}, None),
    ],
)
def test_no_first_of_january_goes_out_for_a_year(take, bring, edtf, start, end) -> None:
    bring(f'id,title,date\na,A,"{edtf}"\n', timeline="t")
    (out,) = json.loads(exported("timelinejs"))["events"]
    assert out["start_date"] == start
    if end:
        assert out["end_date"] == end
    assert out["display_date"]
    empty()
    bring(json.dumps({"events": [out]}), NAME)
    assert only().edtf == edtf


def test_what_has_no_date_goes_out_beside_the_events(bring) -> None:
    bring("id,title,date\na,A,\n", timeline="t")
    out = json.loads(exported("timelinejs"))
    assert (out["events"], [s["unique_id"] for s in out["undated"]]) == ([], ["a"])
    empty()
    assert bring(json.dumps(out), NAME).new == 1


def test_far_dates_ask_for_the_cosmological_scale(take) -> None:
    take(slide(-65_000_000))
    assert json.loads(exported("timelinejs"))["scale"] == "cosmological"


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", " JaVaScRiPt:alert(1)", "java\tscript:x", "file:///x"],
)
def test_an_address_that_runs_is_refused(take, url: str) -> None:
    report = take(slide(media={"url": url}))
    assert [(f.path, f.column) for f in report.faults] == [("events[0]", "media.url")]


@pytest.mark.parametrize(
    "text",
    [
        '{"events": [{"start_date": {"year": NaN}}]}',
        '{"events": [{"start_date": {"year": 1e999}}]}',
        '{"events": ' + "[" * 100_000,
        '{"events": {"start_date": 1}}',
        '{"events": [], "events": []}',
        '{"eras": []}',
        '{"events": [1',
        "[]",
        '{"events": ["x", null, 3]}',
    ],
)
def test_hostile_files_are_refused_in_a_sentence(bring, text: str) -> None:
    report = bring(text, NAME, format="timelinejs", timeline="t")
    assert report.faults or report.rows == 0
    assert Event.objects.count() == 0


def test_refused_slides_can_be_mended_and_fed_back(bring, tmp_path) -> None:
    bad = slide({"year": "soon"}, "Bad")
    file = json.dumps({"events": [slide(), bad]})
    rejects = tmp_path / "rejects.json"
    report = bring(file, NAME, timeline="t", skip_bad=True, rejects=rejects)
    assert counts(report) == (1, 0, 0, 1)
    assert json.loads(rejects.read_text()) == {"events": [bad]}


TITLE = {"text": {"headline": "The year", "text": "From spring on"}, "background": {}}


def test_the_title_slide_fills_what_a_timeline_has_not(take) -> None:
    Timeline.objects.create(slug="t", title="Ours")
    slides = [slide(unique_id="a")]
    title = {**TITLE, "background": {"color": "#fff"}}
    report = take(*slides, title=title, scale="human")
    assert counts(report) == (1, 1, 0, 0)  # the event, and the timeline
    timeline = Timeline.objects.get()
    assert (timeline.title, timeline.description) == ("Ours", "From spring on")
    kept = {"title": {"background": {"color": "#fff"}}, "scale": "human"}
    assert timeline.extra == {"timelinejs": kept}
    assert any("“The year”; it stays “Ours”" in note for note in report.notes)
    assert counts(take(*slides, title=title, scale="human")) == (0, 0, 1, 0)
    back = json.loads(exported("timelinejs"))
    assert back["title"]["background"] == {"color": "#fff"}
    assert back["title"]["text"] == {"headline": "Ours", "text": "From spring on"}


@pytest.mark.parametrize("title", [{}, {"text": {}}, {"text": {"headline": ""}}, None])
def test_an_empty_title_slide_says_nothing(take, title) -> None:
    assert counts(take(slide(), title=title)) == (1, 0, 0, 0)
    assert Timeline.objects.get().title == "t"


def test_a_file_without_a_title_slide_may_say_more_of_the_whole(take) -> None:
    assert counts(take(slide(unique_id="a"), scale="human")) == (1, 0, 0, 0)
    timeline = Timeline.objects.get()
    assert (timeline.title, timeline.extra) == ("t", {"timelinejs": {"scale": "human"}})
    # What is new of the whole is a change of the timeline, and counted as one.
    assert counts(take(slide(unique_id="a"), scale="human", font="x")) == (0, 1, 1, 0)


@pytest.mark.parametrize(
    "title",
    [
        "The year",
        {"text": "The year"},
        {"text": {"headline": ["x"]}},
        {"text": {"headline": "x" * 501}},
        {"text": {"headline": "a\x00b"}},
        {"text": {"headline": "x"}, "media": {"url": "javascript:alert(1)"}},
    ],
)
def test_a_title_slide_that_is_none_is_refused(take, title) -> None:
    report = take(slide(), title=title)
    assert [fault.path for fault in report.faults] == ["title"]
    assert (report.refused, Timeline.objects.count()) == (1, 0)


def test_an_era_that_has_no_end_here_stays_an_era(take) -> None:
    era = {"start_date": {"year": 1905}, "text": {"headline": "E"}, "unique_id": "e"}
    take(eras=[era])
    before = exported("timelinejs")
    assert counts(take(**json.loads(before))) == (0, 0, 1, 0)
    assert Event.objects.get().extra == {"timelinejs": {"slide": "era"}}


ASSET = {"media": "https://example.org/a.jpg", "credit": "Her", "caption": "A street"}
OLD_SLIDE = {
    **{"startDate": "1917,9,28", "endDate": "1917,10,5", "headline": "Conference"},
    **{"text": "<p>Met</p>", "tag": "Petrograd", "classname": "x", "asset": ASSET},
}


def old(*dates, **other) -> str:
    file = {"headline": "The year", "type": "default", "text": "Words", "asset": ASSET}
    return json.dumps({"timeline": {**file, "date": list(dates), **other}})


@pytest.mark.parametrize("before", ["", "storyjs_jsonp_data = ", "var d ="])
def test_a_file_of_version_2_is_the_file_it_would_be_today(bring, before: str) -> None:
    moment = {"startDate": "1917,9,28,10,30", "headline": "Vote", "text": ""}
    era = {"startDate": "1914", "endDate": "1918", "headline": "War"}
    report = bring(before + old(OLD_SLIDE, moment, era=[era]), "a.txt", timeline="t")
    assert (report.format, counts(report)) == ("timelinejs", (3, 0, 0, 0))
    dates = dict(Dating.objects.values_list("event__title", "edtf"))
    assert dates == {
        "Conference": "1917-09-28/1917-10-05",
        "Vote": "1917-09-28T10:30:00",
        "War": "1914/1918",
    }
    event = Event.objects.get(title="Conference")
    assert (event.summary, event.group) == ("Met", "Petrograd")
    assert (event.media_url, event.media_credit) == (ASSET["media"], "Her")
    assert event.extra["timelinejs"]["classname"] == "x"
    timeline = Timeline.objects.get()
    assert (timeline.title, timeline.description) == ("The year", "Words")
    assert timeline.extra["timelinejs"]["title"]["media"]["credit"] == "Her"
    out = exported("timelinejs")
    assert counts(bring(out, NAME)) == (0, 0, 3, 0)
    assert len(json.loads(out)["eras"]) == 1


def test_assets_may_be_nothing(bring) -> None:
    one = {"startDate": "1899,9,10", "endDate": "1899,9,10", "headline": "1899"}
    report = bring(old({**one, "asset": None}, asset=None), "a.json", timeline="t")
    assert counts(report) == (1, 0, 0, 0)
    assert (only().edtf, Timeline.objects.get().title) == ("1899-09-10", "The year")


def test_slides_in_a_timeline_are_its_events(bring) -> None:
    file = {"timeline": {"slides": [slide(uniqueid="", type="overview"), slide(1918)]}}
    report = bring(json.dumps(file), "a.json", timeline="t")
    assert (report.format, counts(report)) == ("timelinejs", (2, 0, 0, 0))


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"startDate": "soon"}, "startDate"),
        ({"startDate": "1917,13"}, "start_date.month"),
        ({"startDate": 3.5}, "startDate"),
        ({"asset": {**ASSET, "media": "javascript:alert(1)"}}, "media.url"),
        ({"asset": "x"}, "asset"),
    ],
)
def test_what_is_wrong_in_version_2_has_its_place(bring, wrong, column: str) -> None:
    report = bring(old(OLD_SLIDE, {**OLD_SLIDE, **wrong}), "a.json", timeline="t")
    assert [(f.path, f.column) for f in report.faults] == [("timeline.date[1]", column)]


def test_a_version_2_of_other_things_is_refused(bring) -> None:
    for wrong in ({"date": 3}, {"slides": {}}, {"date": {}}):
        file = {"timeline": {"headline": "A", **wrong}}
        report = bring(json.dumps(file), "a.json", format="timelinejs", timeline="t")
        assert counts(report) == (0, 0, 0, 1), wrong


@pytest.mark.parametrize(
    ("markup", "words"),
    [
        ('<p>One.</p><span class="tl-note">Two</span>', "One.\nTwo"),
        ("One.\n<p><span>Two</span>", "One.\nTwo"),
        ("<ul><li>One</li>\n<li>Two</li></ul> ", "One\nTwo"),
        ("<p>One</p>\n\n<p>Two</p>", "One\nTwo"),
        ("One\nTwo", "One\nTwo"),  # as it was typed in a cell
    ],
)
def test_blocks_are_lines_and_no_words_run_together(take, markup, words) -> None:
    take(slide(text={"headline": "A<p>B</p>", "text": markup}))
    event = Event.objects.get()
    assert (event.title, event.summary) == ("A B", words)
    (out,) = json.loads(exported("timelinejs"))["events"]
    assert out["text"] == {"headline": "A<p>B</p>", "text": markup}


@pytest.mark.parametrize("digits", [4_301, 100_000])
def test_a_reference_of_thousands_of_digits_is_no_character(bring, digits: int) -> None:
    """Python reads no number of more than 4,300; the slide comes in all the same."""
    text = f"before &#{'9' * digits}; after"
    slide = {"start_date": {"year": "1917"}, "text": {"headline": text, "text": text}}
    report = bring(json.dumps({"events": [slide]}), "a.json", timeline="t")
    assert report.faults == []
    assert Event.objects.get().summary == "before \ufffd after"


def test_a_title_that_cannot_come_in_is_counted_among_the_refused(bring) -> None:
    slide = {"start_date": {"year": "1917"}, "text": {"headline": "Strike"}}
    title = {"text": {"headline": "A\x00B"}}
    file = json.dumps({"title": title, "events": [slide]})
    report = bring(file, "a.json", timeline="t", skip_bad=True)
    assert len(report.faults) == 1
    assert (report.new, report.refused) == (1, 1)
