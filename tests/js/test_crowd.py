"""`crowd.js`: dots that climb, dots that are counted, bars on tracks."""

import random
from itertools import pairwise

import pytest

from .conftest import Run

pytestmark = pytest.mark.browser

GATHER = """
  return m.gatherDots(arg.map(([x, name]) => ({x, name}))).map(
    ({x, members, level}) => ({x, level, names: members.map(({name}) => name)}));
"""


def test_dots_apart_stay_on_the_line(run: Run) -> None:
    found = run("crowd", GATHER, [[10, "a"], [60, "b"], [110, "c"]])
    assert [(dot["level"], dot["names"]) for dot in found] == [
        (0, ["a"]),
        (0, ["b"]),
        (0, ["c"]),
    ]


def test_two_on_one_day_stand_above_each_other(run: Run) -> None:
    found = run("crowd", GATHER, [[50, "a"], [50, "b"]])
    assert [(dot["x"], dot["level"]) for dot in found] == [(50, 0), (50, 1)]


def test_seven_on_one_day_are_counted(run: Run) -> None:
    found = run("crowd", GATHER, [[50, str(n)] for n in range(7)])
    assert len(found) == 1
    assert found[0]["x"] == 50
    assert found[0]["names"] == [str(n) for n in range(7)]


def test_nobody_is_lost_in_a_crowd_and_numbers_do_not_overlap(run: Run) -> None:
    chance = random.Random(3)
    dots = [[chance.uniform(0, 1280), str(n)] for n in range(500)]
    found = run("crowd", GATHER, dots)
    names = [name for dot in found for name in dot["names"]]
    assert sorted(names) == sorted(name for _, name in dots)
    numbered = sorted(dot["x"] for dot in found if len(dot["names"]) > 1)
    assert len(numbered) > 20
    gaps = [b - a for a, b in pairwise(numbered)]
    assert min(gaps) >= 20


def test_moving_the_axis_changes_no_group(run: Run) -> None:
    script = """
      const groups = (shift) => m
        .gatherDots(arg.map((x) => ({x: x + shift, was: x})), shift)
        .map(({members}) => members.map(({was}) => was));
      return JSON.stringify(groups(0)) === JSON.stringify(groups(-137.5));
    """
    chance = random.Random(5)
    assert run("crowd", script, [chance.uniform(0, 900) for _ in range(200)])


def test_bars_that_overlap_take_tracks_of_their_own(run: Run) -> None:
    script = "return m.trackBars(arg.map(([from, to]) => ({from, to})), 9)"
    assert run("crowd", script, [[0, 100], [50, 80], [60, 200], [110, 120]]) == [
        0,
        1,
        2,
        0,
    ]
