"""`axis.js`: the ticks and labels for every span from days to millions of years."""

from itertools import pairwise, product
from typing import Any

import pytest

from .conftest import Run

pytestmark = pytest.mark.browser

DRAW = """
  const {scale} = await import("/scale.js");
  const [days, width, style] = arg;
  const measure = (text) => 7 * text.length;
  return m.axis(scale(days, [4, width - 4]), style, measure);
"""
JULIAN_6_MAY = 2421368  # 1917, = 19 May Gregorian
LETTER = [2421297, 2421518]


def draw(
    run: Run, days: list[float], width: int, style: str = "julian"
) -> dict[str, Any]:
    """The axis of these days on that width; a letter is 7 pixels wide."""
    return run("axis", DRAW, [days, width, style])


def boxes(labels: list[dict[str, Any]], middle: bool) -> list[tuple[float, float]]:
    """From where to where the labels reach."""
    widths = [7 * len(label["text"]) for label in labels]
    shift = 0.5 if middle else 0
    return [
        (label["x"] - shift * width, label["x"] + (1 - shift) * width)
        for label, width in zip(labels, widths, strict=True)
    ]


def texts(labels: list[dict[str, Any]]) -> list[str]:
    """What the labels say."""
    return [label["text"] for label in labels]


STYLES = ("julian", "gregorian")
SPANS = [3, 12, 40, 90, 221, 800, 2000, 9000, 40_000, 400_000, 3_000_000, 10**9]


@pytest.mark.parametrize("span", SPANS)
def test_labels_never_touch(run: Run, span: int) -> None:
    starts = (2421297, -300_000, 1721000 - span // 2, 2421297.37)
    for width, style, first in product((320, 700, 1280), STYLES, starts):
        check(draw(run, [first, first + span], width, style), width)


def check(axis: dict[str, Any], width: int) -> None:
    """There are labels, apart from each other and from the edges; ticks in order."""
    assert axis["labels"] or axis["above"]
    for labels, middle in ((axis["labels"], True), (axis["above"], False)):
        places = boxes(labels, middle)
        assert all(a >= 4 and b <= width - 4 for a, b in places)
        gaps = [b[0] - a[1] for a, b in pairwise(places)]
        assert all(gap >= 2 for gap in gaps), (texts(labels), gaps)
    for ticks in (axis["major"], axis["minor"]):
        assert ticks == sorted(set(ticks))
        assert all(4 <= x <= width - 4 for x in ticks)


def test_the_letter_on_a_wide_screen_has_its_months_in_full(run: Run) -> None:
    axis = draw(run, LETTER, 1280)
    assert ", ".join(texts(axis["labels"])) == (
        "March, April, May, June, July, August, September"
    )
    assert texts(axis["above"]) == ["1917"]


def test_the_letter_on_a_phone_has_its_months_short(run: Run) -> None:
    axis = draw(run, LETTER, 320)
    assert " ".join(texts(axis["labels"])) == "Mar Apr May June July Aug Sept"


def test_three_years_on_a_phone_keep_every_label_apart(run: Run) -> None:
    axis = draw(run, [2396759, 2397855], 320, "gregorian")
    assert texts(axis["labels"])[:2] == ["1850", "1851"]


@pytest.mark.parametrize(
    ("style", "first_of_may"),
    [("julian", JULIAN_6_MAY - 5), ("gregorian", JULIAN_6_MAY - 5 - 13)],
)
def test_months_begin_where_the_style_has_them(
    run: Run, style: str, first_of_may: int
) -> None:
    """6 May Old Style is 19 May New Style: 13 days lie between the two first of May."""
    axis = draw(run, LETTER, 1280, style)
    place = 4 + (first_of_may - LETTER[0]) * 1272 / (LETTER[1] - LETTER[0])
    assert min(abs(x - place) for x in axis["major"]) < 0.01


def test_there_is_no_year_0(run: Run) -> None:
    axis = draw(run, [1721058 - 40_000, 1721058 + 40_000], 1280, "gregorian")
    words = texts(axis["labels"])
    assert "0" not in words
    assert words[words.index("1") - 1].endswith("BC")
    assert run(
        "axis", "return [1, 0, -43, -9999, -11999].map((y) => m.wordYear(y))"
    ) == [
        "1",
        "1 BC",
        "44 BC",
        "10,000 BC",
        "12,000 BC",
    ]


def test_millions_of_years_are_worded(run: Run) -> None:
    axis = draw(run, [-900_000_000, 2_500_000], 1280, "gregorian")
    assert "1 million BC" in texts(axis["labels"])
    assert not any("." in text and len(text) > 16 for text in texts(axis["labels"]))


def test_few_days_name_their_month_above(run: Run) -> None:
    axis = draw(run, [JULIAN_6_MAY - 10, JULIAN_6_MAY + 10], 1280)
    assert texts(axis["above"]) == ["April 1917", "May 1917"]
    assert "6" in texts(axis["labels"])


def test_without_room_for_a_label_the_axis_is_bare(run: Run) -> None:
    bare = {"major": [], "minor": [], "labels": [], "above": []}
    assert draw(run, LETTER, 10) == bare
