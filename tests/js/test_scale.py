"""`scale.js` and `zoom.js`: days to pixels and back, as values that do not change."""

import pytest

from .conftest import Run

pytestmark = pytest.mark.browser


def test_ends_and_middle(run: Run) -> None:
    script = """
      const s = m.scale([2421300, 2421500], [100, 1100]);
      return [s.apply(2421300), s.apply(2421500), s.apply(2421400), s.invert(600),
              s.perDay];
    """
    assert run("scale", script) == [100, 1100, 600, 2421400, 5]


@pytest.mark.parametrize("days", [[0, 1], [-(10**12), 10**12], [2421300, 2421301]])
def test_there_and_back(run: Run, days: list[int]) -> None:
    script = """
      const s = m.scale(arg, [20, 1300]);
      return [20, 77, 500, 1299].map((x) => Math.abs(s.apply(s.invert(x)) - x));
    """
    assert max(run("scale", script, days)) < 0.01


def test_a_scale_and_a_zoom_cannot_be_changed(run: Run) -> None:
    assert run("scale", "return Object.isFrozen(m.scale([0, 1], [0, 1]))")
    assert run("zoom", "return Object.isFrozen(m.zoom(2, 3))")


def test_zooming_keeps_what_is_under_the_pointer(run: Run) -> None:
    script = """
      const before = m.zoom(2, -300);
      const after = before.by(3, 450);
      return [before.invert(450), after.invert(450), after.k];
    """
    before, after, k = run("zoom", script)
    assert before == after
    assert k == 6


@pytest.mark.parametrize(
    ("view", "why"),
    [
        ([0.2, 0], "less than the whole"),
        ([1, 400], "moved, though all is in sight"),
        ([4, 5000], "beyond the left end"),
        ([4, -50000], "beyond the right end"),
        ([900, -100], "more than the most"),
    ],
)
def test_a_bounded_view_shows_only_what_there_is(
    run: Run, view: list[float], why: str
) -> None:
    script = """
      const edges = {left: 4, right: 1204};
      const v = m.bounded(m.zoom(...arg), edges, 50);
      return {k: v.k, left: v.invert(4), right: v.invert(1204)};
    """
    shown = run("zoom", script, view)
    assert 1 <= shown["k"] <= 50, why
    assert shown["left"] >= 4 - 1e-6
    assert shown["right"] <= 1204 + 1e-6


def test_a_zoomed_scale_agrees_with_the_zoom(run: Run) -> None:
    script = """
      const {scale} = await import("/scale.js");
      const whole = scale([1000, 2000], [0, 500]);
      const view = m.zoom(5, -700);
      const shown = m.zoomed(whole, view);
      return [1300, 1450.5, 1777].map(
        (day) => Math.abs(shown.apply(day) - view.apply(whole.apply(day))));
    """
    assert max(run("zoom", script)) < 1e-6
