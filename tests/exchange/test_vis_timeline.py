"""vis-timeline items."""

import json

import pytest

from timeline.exchange import Report
from timeline.models import Dating, Event

from .conftest import counts, empty, exported

pytestmark = pytest.mark.django_db


MOMENT = "1917-09-28T10:30:00+03:00"


@pytest.fixture
def take(bring):
    def run(*items, **file):
        value = {"items": list(items), **file} if file else list(items)
        return bring(json.dumps(value), "a.json", timeline="t")

    return run


def item(start="1917-09-28", **other) -> dict:
    return {"id": 1, "content": "Strike", "start": start, **other}


@pytest.mark.parametrize(
    ("start", "edtf"),
    [
        ("1917-09-28", "1917-09-28"),
        ("1917-09", "1917-09"),
        ("1917", "1917"),
        ("1917-09-28T00:00:00.000Z", "1917-09-28"),
        ("1917-09-28T07:30:00Z", "1917-09-28T07:30:00Z"),
        ("-000043-03-15", "-0043-03-15"),
        (0, "1970-01-01"),
        (-1, "1969-12-31T23:59:59Z"),
        (-1_649_376_000_000, "1917-09-26"),  # 19,090 days before 1970
    ],
)
def test_a_start_as_the_program_takes_it(take, start, edtf: str) -> None:
    report = take(item(start))
    assert (report.format, counts(report)) == ("vis-timeline", (1, 0, 0, 0))
    assert Dating.objects.get().edtf == edtf


@pytest.mark.parametrize(
    ("start", "end", "edtf", "kept"),
    [
        ("2014-01-23T09:00", "2014-01-25", "2014-01-23/2014-01-25", ["start"]),
        ("2014-01-23", 1_390_651_200_000, "2014-01-23/2014-01-25", ["end"]),
        ("2014-01-23T09:00", "Jan 23 2014 11:00", "2014-01-23T09:00:00", ["end"]),
        ("2014-01-23T00:00", "2014-01-25T00:00Z", "2014-01-23/2014-01-25", []),
    ],
)
def test_times_that_the_date_does_not_hold_are_kept(
    bring, take, start, end, edtf: str, kept: list[str]
) -> None:
    take(item(start, end=end))
    assert Dating.objects.get().edtf == edtf
    given = {"start": start, "end": end}
    assert Event.objects.get().extra.get("vis", {}) == {n: given[n] for n in kept}
    before = exported("vis-timeline")
    (out,) = json.loads(before)["items"]
    assert {n: out[n] for n in kept} == {n: given[n] for n in kept}
    assert counts(bring(before, "a.vis.json")) == (0, 0, 1, 0)
    empty()
    bring(before, "a.vis.json")
    assert exported("vis-timeline") == before


def test_an_end_that_no_longer_says_the_date_stays_at_home(bring, take) -> None:
    take(item("2014-01-23", end="2014-01-25T11:00"))
    bring("id,title,date\n1,Strike,2014-01-23/2014-01-26\n", timeline="t")
    Dating.objects.filter(edtf="2014-01-23/2014-01-25").delete()
    Event.objects.get().follow(Dating.objects.get(), "")
    (out,) = json.loads(exported("vis-timeline"))["items"]
    assert (out["start"], out["end"]) == ("2014-01-23", "2014-01-26")


def test_groups_have_their_words_and_the_rest_is_kept(take) -> None:
    groups = [{"id": 7, "content": "<b>Moscow</b>"}]
    one = item(end="1917-10-05", group=7, type="range", className="red", title="Tip")
    take(one, groups=groups)
    event = Event.objects.get()
    assert (event.group, event.summary) == ("Moscow", "Tip")
    assert event.extra["vis"] == {"type": "range", "className": "red", "group": "7"}
    assert Dating.objects.get().edtf == "1917-09-28/1917-10-05"


@pytest.mark.parametrize(
    "date",
    ["1917", "1905~", "191X", "-0043", "../1917", "1914-07/1918", "", "Y17E7", MOMENT],
)
def test_out_in_out_is_identical(bring, date: str) -> None:
    bring(f'id,title,date,description\na,A & <b>,"{date}",x\n', timeline="t")
    before = exported("vis-timeline")
    empty()
    assert counts(bring(before, "a.vis.json", timeline="t")) == (1, 0, 0, 0)
    assert [d.edtf for d in Dating.objects.all()] == ([date] if date else [])
    assert exported("vis-timeline") == before


def test_a_moment_goes_out_with_its_time(take) -> None:
    take(item(MOMENT))
    (out,) = json.loads(exported("vis-timeline"))["items"]
    assert out["start"] == MOMENT and "end" not in out


def test_the_letter_goes_out_in_days_of_the_gregorian_calendar(letter: Report) -> None:
    file = json.loads(exported("vis-timeline"))
    by_id = {one["id"]: one for one in file["items"]}
    one = by_id["democratic-conference"]
    assert (one["start"], one["end"]) == ("1917-09-27", "1917-10-05")
    assert file["lost"]


@pytest.mark.parametrize(
    ("wrong", "column"),
    [
        ({"start": "", "end": "1917"}, "start"),
        ({"start": []}, "start"),
        ({"start": 9e15}, "start"),
        ({"start": "1917-02-30"}, "start"),
        ({"start": "soon"}, "start"),
        ({"content": {}}, "content"),
        ({"content": ""}, "content"),
    ],
)
def test_what_is_wrong_has_its_place(take, wrong, column: str) -> None:
    report = take({**item(), **wrong})
    assert [(f.path, f.column) for f in report.faults] == [("[0]", column)]


SCRIPT = """// from the page
var items = new vis.DataSet([
  {id: 1, content: 'One', start: new Date(2014, 3, 20)},
  {id: 2, content: "Two", start: '2014-04-14', type: 'point'},
]);
"""


def test_a_script_of_one_list_is_read(bring) -> None:
    report = bring(SCRIPT, "items.js", timeline="t")
    assert (report.format, counts(report)) == ("vis-timeline", (2, 0, 0, 0))
    assert [d.edtf for d in Dating.objects.order_by("edtf")] == [
        "2014-04-14",
        "2014-04-20",
    ]


def test_a_list_that_shows_no_words_is_told_so(bring) -> None:
    report = bring('[{"player": "Brazil", "start": "2014-06-28T13:00"}]', timeline="t")
    (fault,) = report.faults
    assert (report.format, fault.path, fault.column) == (
        *("vis-timeline", "[0]", "content"),
    )


def test_our_own_objects_are_no_items(bring, take) -> None:
    take(item(content="<i>Strike</i>"))
    for name in ("json", "jsonl"):
        assert bring(exported(name), "a.txt").format == name


def test_an_item_without_content_is_named_by_its_tooltip(take) -> None:
    take(item(content="", title="Strike<br>in Moscow"))
    assert Event.objects.get().title == "Strike in Moscow"


def test_groups_and_what_a_file_has_beside_go_out_again(bring, take) -> None:
    groups = [
        {"id": 7, "content": "<b>Moscow</b>", "className": "red", "order": 2},
        {"id": "none", "content": "Nobody", "nestedGroups": [7]},
    ]
    options = {"stack": False}
    assert counts(take(item(group=7), groups=groups, options=options)) == (1, 0, 0, 0)
    before = exported("vis-timeline")
    out = json.loads(before)
    assert (out["groups"], out["options"]) == (groups, options)
    assert out["items"][0]["group"] == "7"
    assert counts(bring(before, "a.vis.json")) == (0, 0, 1, 0)
    empty()
    bring(before, "a.vis.json")
    assert exported("vis-timeline") == before


def test_hostile_files_are_refused(bring) -> None:
    for text in ("{}", "[" * 100_000, '[{"content": "a", "start": NaN}]', "3", '["x"]'):
        report = bring(text, "a.json", format="vis-timeline", timeline="t")
        assert report.refused == 1, text[:20]
    assert Event.objects.count() == 0
