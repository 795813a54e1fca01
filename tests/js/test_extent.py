"""`extent.js` and `layout.js`: where an event lies, what fades, what is left out."""

from typing import Any

import pytest

from .conftest import Run

pytestmark = pytest.mark.browser


def event(**fields: Any) -> dict[str, Any]:
    """A day of no doubt, number 100, unless said otherwise."""
    first = fields.pop("day", 100)
    return {
        "id": "ui-e-1",
        "title": "Event",
        "first": first,
        "firstMax": first,
        "lastMin": first,
        "last": first,
        "firstKind": "known",
        "lastKind": "known",
        "status": "occurred",
        "qualifier": "",
        "shape": "point",
        "importance": 0,
        "short": {"julian": "1 May", "gregorian": "14 May"},
        "rejected": [],
        **fields,
    }


EXTENT = """
  const {scale} = await import("/scale.js");
  return m.extent(arg, scale([0, 200], [0, 2000]));
"""


def extent(run: Run, **fields: Any) -> dict[str, Any]:
    """The extent on an axis where a day is 10 pixels wide."""
    return run("extent", EXTENT, event(**fields))


def test_a_day_is_a_dot_in_its_middle(run: Run) -> None:
    found = extent(run)
    assert (found["dot"], found["x"]) == (True, 1005)
    assert found["from"] == found["to"] == 1005


def test_about_a_day_fades_to_both_sides(run: Run) -> None:
    found = extent(run, qualifier="approximate")
    assert found["dot"]
    assert found["from"] < found["x"] < found["to"]


def test_a_range_of_days_is_a_bar_without_fades(run: Run) -> None:
    found = extent(
        run, shape="interval", first=100, firstMax=100, lastMin=108, last=108
    )
    assert not found["dot"]
    assert [found["from"], found["to"]] == found["core"] == [1000, 1090]


def test_a_month_known_without_its_day_fades_to_both_sides(run: Run) -> None:
    found = extent(run, first=100, firstMax=130, lastMin=100, last=130)
    assert [found["from"], found["to"]] == [1000, 1310]
    assert 1000 < found["core"][0] < found["core"][1] < 1310


def test_an_open_start_runs_off_the_edge(run: Run) -> None:
    found = extent(run, first=None, firstMax=None, firstKind="open", shape="interval")
    assert found["from"] < 0
    assert found["to"] == 1010


def test_an_unknown_end_soon_fades_away(run: Run) -> None:
    found = extent(run, lastMin=None, last=None, lastKind="unknown", shape="interval")
    assert found["from"] == 1000
    assert 1000 < found["to"] < 1100
    assert found["core"][1] < found["to"]


def test_what_has_no_day_or_lies_out_of_sight_has_no_extent(run: Run) -> None:
    nothing = dict.fromkeys(("first", "firstMax", "lastMin", "last"))
    assert run("extent", EXTENT, event(**nothing)) is None
    assert run("extent", EXTENT, event(day=900)) is None


def test_the_whole_axis_holds_all_events_and_rejected_readings(run: Run) -> None:
    rejected = [{"first": 20, "last": 20}]
    events = [event(day=100, rejected=rejected), event(day=180)]
    first, last = run("extent", "return m.wholeOf(arg)", events)
    assert first < 20
    assert last > 181
    assert run("extent", "return m.wholeOf([])") is None


LAYOUT = """
  const {scale} = await import("/scale.js");
  const [events, [first, last], lanes] = arg;
  const plan = m.layout(events, {
    scale: scale([first, last], [0, 1200]), style: "julian", picked: null, lanes,
    sparse: false, widest: 200, measure: (text) => 7 * text.length,
  });
  const shown = plan.marks.flatMap(({members, event, reading}) =>
    members ? members.map((one) => one.event.id) : reading ? [] : [event.id]);
  return {...plan, marks: plan.marks.length, shown, named: plan.labels.length};
"""


@pytest.mark.parametrize("count", [1, 6, 500])
@pytest.mark.parametrize("window", [[0, 400], [100, 130], [300, 900]])
def test_every_event_is_drawn_or_counted(
    run: Run, count: int, window: list[int]
) -> None:
    events = [event(id=f"ui-e-{n}", day=n) for n in range(1, count + 1)]
    plan = run("layout", LAYOUT, [events, window, 4])
    assert len(plan["shown"]) == len(set(plan["shown"]))
    assert len(plan["shown"]) + plan["outside"] == count
    assert plan["named"] + plan["unnamed"] == len(plan["shown"])


def era(name: str, first: int, last: int, **fields: Any) -> dict[str, Any]:
    """An era of known days."""
    days = {"first": first, "firstMax": first, "lastMin": last, "last": last}
    shown = {"id": name, "title": name, "era": True, "shape": "interval"}
    return event(**shown, **days, **fields)


def test_eras_are_bands_with_their_names_and_take_no_label(run: Run) -> None:
    events = [era("War", 20, 120), era("Peace", 130, 180), event(day=60)]
    plan = run("layout", LAYOUT, [events, [0, 200], 4])
    assert [band["text"] for band in plan["eras"]] == ["War", "Peace"]
    # 1,200 pixels for 200 days: 6 pixels a day, the last day included
    assert [(band["left"], band["right"]) for band in plan["eras"]] == [
        *((120, 726), (780, 1086)),
    ]
    assert (plan["marks"], plan["named"], plan["unnamed"]) == (3, 1, 0)
    assert plan["eraRows"] == 1


def test_a_name_begins_where_its_era_comes_into_sight(run: Run) -> None:
    plan = run("layout", LAYOUT, [[era("War", -900, 120)], [0, 200], 4])
    (band,) = plan["eras"]
    assert (band["left"], band["text"]) == (0, "War")
    assert 0 < band["at"] < 10


def test_eras_that_overlap_have_their_names_below_each_other(run: Run) -> None:
    events = [era(f"Era {n}", 10 + n, 150 + n) for n in range(5)]
    plan = run("layout", LAYOUT, [events, [0, 200], 4])
    assert [band["level"] for band in plan["eras"]] == [0, 1, 2, 2, 2]
    assert [bool(band["text"]) for band in plan["eras"]] == [True] * 3 + [False] * 2
    assert (plan["eraRows"], plan["unnamed"]) == (3, 2)


def test_a_band_that_begins_further_down_is_drawn_later(run: Run) -> None:
    events = [era("Long", 10, 90), era("Within", 50, 150), era("Next", 100, 180)]
    plan = run("layout", LAYOUT, [events, [0, 200], 4])
    named = [(band["event"]["title"], band["level"]) for band in plan["eras"]]
    assert named == [("Long", 0), ("Next", 0), ("Within", 1)]


def test_an_era_without_room_is_a_dot_or_has_no_name(run: Run) -> None:
    events = [era("Day", 20, 20), era("Week", 100, 104)]
    plan = run("layout", LAYOUT, [events, [0, 200], 4])
    assert [band["text"] for band in plan["eras"]] == [""]
    assert (plan["marks"], plan["named"], plan["unnamed"]) == (2, 1, 1)


def test_a_rejected_reading_is_a_mark_of_its_own_on_an_arc(run: Run) -> None:
    reading = {
        "key": "not-d06",
        "first": 20,
        "firstMax": None,
        "lastMin": None,
        "last": 20,
        "label": "misprint in note 2",
        "short": {"julian": "6 Mar", "gregorian": "19 Mar"},
    }
    plan = run("layout", LAYOUT, [[event(day=100, rejected=[reading])], [0, 200], 4])
    assert plan["marks"] == 2
    assert [(arc["x"], arc["accepted"]) for arc in plan["arcs"]] == [(123, 603)]
    words = sorted(f"{label['day']} {label['text']}" for label in plan["labels"])
    assert words == ["1 May Event", "6 Mar · misprint in note 2"]


def test_a_long_title_ends_with_a_whole_word(run: Run) -> None:
    script = "return m.fit(arg[0], arg[1], (text) => 10 * text.length)"
    title = "Petrograd Soviet passes a resolution"
    assert run("layout", script, [title, 1000]) == title
    assert run("layout", script, [title, 260]) == "Petrograd Soviet passes a…"
    assert run("layout", script, ["Unabbreviated", 50]) == "Unab…"
