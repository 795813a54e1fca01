"""`lanes.js`: no label on another, no pole through a label, always the same answer."""

import random
from typing import Any

import pytest

from .conftest import Run

pytestmark = pytest.mark.browser

WIDTH = 1280


def place(
    run: Run, items: list[dict[str, Any]], lanes: int = 6, **more: Any
) -> list[dict[str, Any] | None]:
    """Where the labels stand."""
    room = {"left": 0, "right": WIDTH, "lanes": lanes, **more}
    return run("lanes", "return m.placeLabels(...arg)", [items, room])


def crowd(count: int, seed: int) -> list[dict[str, Any]]:
    """That many labels of many widths, some on one spot, some more important."""
    chance = random.Random(seed)
    return [
        {
            "x": chance.choice([chance.uniform(5, WIDTH - 5), 640]),
            "width": chance.uniform(30, 280),
            "rank": chance.choice([0, 0, 0, 5]),
        }
        for _ in range(count)
    ]


def conflicts(
    items: list[dict[str, Any]], places: list[dict[str, Any] | None]
) -> list[str]:
    """Every overlap of two labels, and every pole that runs through a label."""
    found = []
    drawn = [(item, at) for item, at in zip(items, places, strict=True) if at]
    for i, (_, a) in enumerate(drawn):
        for j, (other, b) in enumerate(drawn):
            if i == j:
                continue
            if a["lane"] == b["lane"] and a["from"] < b["to"] and b["from"] < a["to"]:
                found.append(f"{a} lies on {b}")
            if a["from"] < other["x"] < a["to"] and b["lane"] >= a["lane"]:
                found.append(f"the pole at {other['x']} runs through {a}")
    return found


@pytest.mark.parametrize("seed", range(5))
@pytest.mark.parametrize("count", [0, 1, 2, 7, 40, 500])
def test_nothing_overlaps_and_nothing_is_crossed(
    run: Run, count: int, seed: int
) -> None:
    items = crowd(count, seed)
    places = place(run, items)
    assert conflicts(items, places) == []
    assert len(places) == count
    for item, at in zip(items, places, strict=True):
        if at:
            assert 0 <= at["from"] <= at["to"] <= WIDTH
            assert at["to"] - at["from"] == pytest.approx(item["width"])
    if count:
        assert any(places)


def test_a_cluster_climbs_like_a_stair(run: Run) -> None:
    """The marks of August and September 1917, with one in May far to the left."""
    xs = [415, 976, 1085, 1154, 1171, 1191]
    places = place(run, [{"x": x, "width": 230} for x in xs])
    assert all(places)
    assert [at["lane"] for at in places if at] == [0, 0, 1, 2, 3, 4]
    assert [at["side"] for at in places if at] == ["start"] + ["end"] * 5


def test_two_on_one_spot_share_a_pole(run: Run) -> None:
    items = [{"x": 300, "width": 100}, {"x": 300, "width": 100}]
    places = place(run, items)
    assert all(places)
    assert conflicts(items, places) == []


def test_a_long_label_leaves_room_for_those_under_it(run: Run) -> None:
    """A century between two of its days: three labels, three places."""
    items = [
        {"x": 480, "width": 85},
        {"x": 504, "width": 165},
        {"x": 668, "width": 95},
    ]
    places = place(run, items, lanes=3)
    assert all(places)
    assert conflicts(items, places) == []


def test_what_matters_more_is_named_first(run: Run) -> None:
    items = [*crowd(300, 1), {"x": 700, "width": 200, "rank": 100}]
    assert place(run, items)[-1] is not None


def test_what_matters_more_leaves_room_for_the_rest(run: Run) -> None:
    """A picked label that reaches over two other poles stands above their labels."""
    items = [
        {"x": 576, "width": 150},
        {"x": 638, "width": 250},
        {"x": 677, "width": 195, "rank": 100},
    ]
    places = place(run, items)
    assert all(places)
    assert conflicts(items, places) == []


def test_labels_keep_above_an_arch(run: Run) -> None:
    places = place(run, [{"x": 100, "width": 200}], arches=[[100, 500]])
    assert places[0] is not None
    assert places[0]["lane"] == 1


def test_the_same_marks_get_the_same_places(run: Run) -> None:
    items = crowd(200, 7)
    assert place(run, items) == place(run, items)
