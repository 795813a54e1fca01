"""Phone to wide screen, print, crowds and empty timelines: nothing touches or hides."""

from itertools import pairwise
from typing import Any

import pytest

from tests.factories import make_event, make_timeline

from .conftest import Open, make_crowd
from .waiting import until

pytestmark = pytest.mark.browser

LETTER = "/timelines/letter/"
BOXES = """(selector) => [...document.querySelectorAll(selector)].map((node) => {
  const {left, right, top, bottom} = node.getBoundingClientRect();
  return {text: node.textContent, left, right, top, bottom};
})"""


def boxes(page: Any, selector: str) -> list[dict[str, Any]]:
    """Where the elements are, once the axis is drawn."""
    page.wait_for_selector("svg.axis .base", state="attached")
    return page.evaluate(BOXES, selector)


def overlaps(places: list[dict[str, Any]]) -> list[tuple[str, str]]:
    """The pairs whose boxes meet; the height of a line is more than its letters'."""
    return [
        (a["text"], b["text"])
        for i, a in enumerate(places)
        for b in places[:i]
        if a["left"] < b["right"]
        and b["left"] < a["right"]
        and min(a["bottom"], b["bottom"]) - max(a["top"], b["top"]) > 2
    ]


def months_apart(page: Any) -> None:
    """The labels of the months do not meet."""
    months = sorted(boxes(page, ".unit"), key=lambda box: box["left"])
    assert len(months) > 1
    for a, b in pairwise(months):
        assert a["right"] < b["left"], (a["text"], b["text"])


WIDTH = "document.documentElement.scrollWidth"


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("width", [320, 360, 768, 1024, 1280, 1600])
@pytest.mark.parametrize("style", ["julian", "gregorian"])
def test_the_letter_fits(open_page: Open, width: int, style: str) -> None:
    page = open_page(f"{LETTER}?style={style}#c-m01", width=width)
    page.wait_for_selector("li.event.on")
    assert page.evaluate(WIDTH) <= width
    months_apart(page)
    assert overlaps(boxes(page, ".label")) == []


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize("picked", ["", "m01", "m02", "m03", "m04", "m05", "m09"])
def test_every_event_of_the_letter_has_its_label_whichever_is_picked(
    open_page: Open, picked: str
) -> None:
    page = open_page(f"{LETTER}#c-{picked}", width=1400, height=1150)
    page.wait_for_selector("svg.axis .base", state="attached")
    assert page.locator(".label:not(.rejected)").count() == 6
    assert "No room" not in page.inner_text(".axisnote")
    assert overlaps(boxes(page, ".label")) == []


@pytest.mark.usefixtures("letter")
def test_where_there_is_no_text_beside_it_the_list_has_the_summaries(
    open_page: Open,
) -> None:
    make_event(make_timeline("line"), summary="Workers left the mills.")
    page = open_page("/timelines/line/")
    assert page.get_by_text("Workers left the mills.").is_visible()
    page.emulate_media(media="print")
    assert page.get_by_text("Workers left the mills.").is_visible()
    page = open_page(LETTER)
    assert not page.locator("li .summary").first.is_visible()


def test_a_year_of_three_digits_is_not_sent_as_a_day_number(
    open_page: Open, transactional_db: None
) -> None:
    make_crowd(30)
    page = open_page("/timelines/many/?limit=10")
    page.get_by_label("From", exact=True).fill("850")
    page.get_by_role("button", name="Show").click()
    assert page.evaluate("document.querySelector('#ui-from').matches(':invalid')")
    assert "from=" not in page.url
    page.get_by_label("From", exact=True).fill("1900-02")
    page.get_by_role("button", name="Show").click()
    page.wait_for_url("**from=1900-02**")
    assert "Event 16" in page.inner_text("#ui-events")
    assert "Event 15" not in page.inner_text("#ui-events")


def test_labels_say_the_year_where_the_axis_does_not(
    open_page: Open, transactional_db: None
) -> None:
    line = make_timeline("line")
    make_event(line, "first", "1843-12-10")
    page = open_page("/timelines/line/")
    page.wait_for_selector("svg.axis .label")
    days = ".label .day"
    assert page.locator(days).all_text_contents() == ["10 Dec"]  # the year stands below
    make_event(line, "second", "1903-03-05")
    page.reload()
    page.wait_for_selector("svg.axis .label")
    assert page.locator(days).all_text_contents() == ["10 Dec 1843", "5 Mar 1903"]
    mark = page.locator(".mark").first
    assert mark.get_attribute("aria-label").startswith("10 Dec 1843")


@pytest.mark.usefixtures("letter")
@pytest.mark.parametrize(
    "address",
    [
        "/",
        "/documents/",
        "/documents/letter/",
        "/timelines/letter/events/coalition-government-announced/",
    ],
)
def test_nothing_overflows_a_phone(open_page: Open, address: str) -> None:
    page = open_page(address, width=320)
    assert page.evaluate(WIDTH) <= 320


@pytest.mark.usefixtures("letter")
def test_the_band_leaves_a_phone_its_screen(open_page: Open) -> None:
    page = open_page(f"{LETTER}#c-m04", width=360, height=740)
    page.wait_for_selector("li.event.on")
    assert page.locator("#ui-band").bounding_box()["height"] < 740 / 3


@pytest.mark.usefixtures("letter")
def test_the_axis_follows_the_width(open_page: Open) -> None:
    page = open_page(LETTER, width=1280)
    page.locator(".unit", has_text="September").wait_for()
    page.set_viewport_size({"width": 360, "height": 740})
    page.locator(".unit", has_text="September").wait_for(state="detached")
    months_apart(page)
    assert page.evaluate(WIDTH) <= 360


@pytest.mark.usefixtures("letter")
def test_notes_stand_beside_their_paragraph_on_a_wide_screen(open_page: Open) -> None:
    page = open_page(LETTER, width=1400)
    until(
        page,
        """() => {
          const top = (id) => document.getElementById(id).getBoundingClientRect().top;
          return Math.abs(top("note-2") - top("p3")) < 30;
        }""",
    )
    first, second = boxes(page, ".note")
    assert first["bottom"] < second["top"]
    text = page.locator("#p3").bounding_box()
    assert second["left"] > text["x"] + text["width"]


@pytest.mark.usefixtures("letter")
def test_notes_stand_after_the_text_on_a_phone(open_page: Open) -> None:
    page = open_page(LETTER, width=360)
    page.wait_for_selector("svg.axis .base", state="attached")
    text, notes = boxes(page, "#ui-text")[0], boxes(page, ".notes")[0]
    assert notes["top"] >= text["bottom"]


@pytest.mark.usefixtures("letter")
def test_a_line_of_text_has_sixty_to_seventy_characters(open_page: Open) -> None:
    page = open_page(LETTER, width=1280)
    count = """() => {
      const words = document.querySelector("#p2 bdi").firstChild;
      const range = document.createRange();
      range.selectNodeContents(words);
      const tops = [...range.getClientRects()].map(({top}) => Math.round(top));
      const lines = new Set(tops);
      return words.length / (lines.size - 0.5);
    }"""
    assert 60 <= page.evaluate(count) <= 72


@pytest.mark.usefixtures("letter")
def test_paper_shows_the_words_and_no_switch(open_page: Open) -> None:
    page = open_page(LETTER, width=794)
    page.wait_for_selector("svg.axis .base", state="attached")
    page.emulate_media(media="print")
    assert page.locator("button:visible").count() == 0
    assert not page.locator("nav.site").is_visible()
    for selector in ("svg.axis", "#ui-events", "#p19", "#note-2", ".app .why >> nth=0"):
        assert page.locator(selector).is_visible(), selector
    after = "getComputedStyle(document.querySelector('.places a'), '::after').content"
    assert "#c-m01" in page.evaluate(after)
    assert page.evaluate("getComputedStyle(document.querySelector('.list')).overflowY")
    assert page.pdf(prefer_css_page_size=True)[:5] == b"%PDF-"


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("width", [360, 1280])
def test_five_hundred_events(open_page: Open, width: int) -> None:
    make_crowd(500)
    page = open_page("/timelines/many/?limit=500", width=width)
    assert overlaps(boxes(page, ".label")) == []
    months_apart(page)
    note = page.locator(".axisnote").inner_text()
    counts = page.evaluate(
        "() => [...document.querySelectorAll('.count')].map((n) => +n.textContent)"
    )
    assert sum(counts) > 300
    assert f"Numbered dots stand for {sum(counts)} events." in note
    assert page.evaluate(WIDTH) <= width


@pytest.mark.django_db(transaction=True)
def test_a_numbered_dot_opens_into_its_events(open_page: Open) -> None:
    make_crowd(500)
    page = open_page("/timelines/many/?limit=500")
    page.wait_for_selector(".many")
    for _ in range(6):
        if page.locator(".many").count() == 0:
            break
        before = page.locator("svg.axis").inner_html()
        page.locator(".mark:has(.many) .hit").nth(0).click()
        until(
            page,
            "(before) => document.querySelector('svg.axis').innerHTML !== before",
            arg=before,
        )
    assert page.locator(".many").count() == 0
    assert page.locator(".mark .dot").count() > 1
    assert page.evaluate("location.hash") == ""


@pytest.mark.django_db(transaction=True)
def test_a_timeline_without_events_has_no_axis(open_page: Open) -> None:
    make_timeline("none")
    page = open_page("/timelines/none/")
    assert page.locator(".empty").is_visible()
    assert not page.locator("#ui-band").is_visible()
    assert page.locator("button:visible").count() == 0


@pytest.mark.django_db(transaction=True)
def test_one_event_has_an_axis_of_days(open_page: Open) -> None:
    make_event(make_timeline("one"), "only", "1917-05-06")
    page = open_page("/timelines/one/")
    assert len(boxes(page, ".mark")) == 1
    months_apart(page)
    assert [box["text"] for box in boxes(page, ".above")] == ["April 1917", "May 1917"]


@pytest.mark.django_db(transaction=True)
def test_two_on_one_day_are_two_marks(open_page: Open) -> None:
    timeline = make_timeline("two")
    for slug in ("a", "b"):
        make_event(timeline, slug, "1917-05-06")
    page = open_page("/timelines/two/")
    first, second = boxes(page, ".mark .dot")
    assert first["left"] == second["left"]
    assert abs(first["top"] - second["top"]) >= 9
    assert len(boxes(page, ".label")) == 2


SHAPES = {
    "1801/1900": ".bar",
    "1848-03-18": ".dot",
    "../1850": ".fade",
    "1860/..": ".fade",
    "1870-07-19~": ".fade",
    "-0043-03-15": ".dot",
}


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("edtf", SHAPES)
def test_a_mark_has_the_shape_of_its_date(open_page: Open, edtf: str) -> None:
    timeline = make_timeline("shapes")
    make_event(timeline, "shape", edtf)
    make_event(timeline, "other", "1855-01-01")
    page = open_page("/timelines/shapes/")
    page.wait_for_selector(f".mark[data-key] {SHAPES[edtf]}", state="attached")
    assert page.locator(".mark").count() == 2
    assert overlaps(boxes(page, ".label")) == []


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("status", ["scheduled", "planned", "feared"])
def test_what_did_not_happen_is_hollow(open_page: Open, status: str) -> None:
    timeline = make_timeline("hollow")
    make_event(timeline, "day", "1917-09-12", status=status)
    make_event(timeline, "range", "1917-09-14/1917-10-30", status=status)
    page = open_page("/timelines/hollow/")
    page.wait_for_selector(".mark .ring")
    assert page.locator(".mark .bar.hollow").count() == 1
    assert page.locator(".mark .dot").count() == 0
