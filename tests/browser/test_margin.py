"""The events in the margin of a text: beside their words, on nothing else."""

from itertools import pairwise
from typing import Any

import pytest

from tests.factories import make_citation, make_document, make_event, make_timeline

from .axe import WCAG, found
from .conftest import Open

pytestmark = pytest.mark.browser

LETTER = "/documents/letter/"
TITLE = "The assembly of all that were called together in the old hall"
BOXES = """(selector) => [...document.querySelectorAll(selector)].map((node) => {
  const {left, right, top, bottom, width} = node.getBoundingClientRect();
  const words = node.closest("a")?.getClientRects()[0];
  return {left, right, top, bottom, width, line: words?.top ?? 0};
})"""


def boxes(page: Any, selector: str) -> list[dict[str, float]]:
    return page.evaluate(BOXES, selector)


def settled(page: Any) -> Any:
    page.wait_for_selector("svg.axis .base", state="attached")
    page.evaluate("document.fonts.ready")
    return page


def stand_apart(page: Any) -> list[dict[str, float]]:
    """The labels, each under the one before, between the text and the notes."""
    labels = boxes(page, ".beside")
    for a, b in pairwise(labels):
        assert a["bottom"] <= b["top"]
    text = max(box["right"] for box in boxes(page, ".text .passage"))
    notes = [box["left"] for box in boxes(page, ".note")]
    for box in labels:
        assert box["left"] > text
        assert box["right"] < min(notes, default=page.viewport_size["width"])
    return labels


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("width", [1400, 1600, 1920])
@pytest.mark.parametrize("scripts", [True, False])
def test_they_stand_beside_their_words(
    open_page: Open, width: int, scripts: bool
) -> None:
    page = open_page(LETTER, width=width, height=1150, java_script_enabled=scripts)
    if scripts:
        settled(page)
    labels = stand_apart(page)
    assert len(labels) == 4
    first, *_, last = labels
    assert abs(first["top"] - first["line"]) < 20
    assert abs(last["top"] - last["line"]) < 20
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("width", [360, 900, 1280])
def test_where_there_is_no_margin_the_list_has_them(
    open_page: Open, width: int
) -> None:
    page = settled(open_page(LETTER, width=width))
    assert all(box["width"] == 0 for box in boxes(page, ".beside"))
    assert page.locator("#ui-events li").count() == 6


@pytest.mark.usefixtures("letter")
def test_the_words_stay_those_of_the_source(open_page: Open) -> None:
    page = settled(open_page(LETTER, width=1400))
    text = page.locator("#p4 bdi").first.text_content()
    assert "the Moscow strike of August 12. Those are" in text
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#p4 bdi'))")
    assert "Strike in Moscow" not in page.evaluate("getSelection().toString()")
    assert page.get_by_role("link", name="August 12", exact=True).count() == 1
    page.emulate_media(media="print")
    assert all(box["width"] == 0 for box in boxes(page, ".beside"))


@pytest.mark.usefixtures("letter")
def test_a_label_is_picked_and_lights_up(open_page: Open) -> None:
    page = settled(open_page(LETTER, width=1400, height=1150))
    colour = "getComputedStyle(document.querySelector('#c-m04 .beside')).color"
    before = page.evaluate(colour)
    page.locator("#c-m04 .beside").click()
    page.wait_for_selector("#c-m04.on")
    assert page.url.endswith("#c-m04")
    assert page.locator("li.event.on").inner_text().count("Strike in Moscow")
    assert page.evaluate(colour) != before


def test_a_chronicle_keeps_each_beside_its_line(
    open_page: Open, transactional_db: None
) -> None:
    """Fifty lines with a date each, and a paragraph of thirty dates."""
    line = make_timeline("line")
    short = [f"In {1800 + n} they met again, and parted." for n in range(50)]
    dense = " ".join(f"in {1900 + n} they met;" for n in range(30))
    document = make_document("page", passages=[*short, dense, "The end, in 1950."])
    for passage in document.passages.all():
        years = [w.strip(",.;") for w in passage.text.split() if w[:2] in ("18", "19")]
        for year in years:
            event = make_event(line, f"in-{year}", year, title=TITLE)
            make_citation(event, passage, year)
    page = settled(open_page("/documents/page/", width=1400, height=1150))
    labels = stand_apart(page)
    assert 50 < len(labels) < 80
    assert all(box["top"] - box["line"] < 60 for box in labels[:50])
    assert labels[-1]["top"] - labels[-1]["line"] < 120
    titles = page.locator(".beside").evaluate_all(
        "all => all.map((n) => n.dataset.title)"
    )
    (said,) = [title for title in titles if title.endswith(" more")]
    assert len(labels) + int(said.split()[-2]) == 81


@pytest.mark.usefixtures("letter")
def test_axe_finds_nothing(open_page: Open, axe: Any) -> None:
    page = settled(open_page(f"{LETTER}#c-m04", width=1400, height=1150))
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found(axe, page, [*WCAG, "best-practice"]) == [], scheme
