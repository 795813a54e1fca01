"""Pick a mark, a list entry or a date in the text: all three light up."""

from typing import Any

import pytest

from .conftest import Open
from .waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("letter")]

LETTER = "/timelines/letter/"
LIT = """() => ({
  list: [...document.querySelectorAll("li.event.on")].map((li) => li.dataset.event),
  current: document.querySelectorAll('.pick[aria-current="true"]').length,
  marks: [...document.querySelectorAll(".mark.on .dot, .mark.on .bar, .mark.on .ring")]
    .length,
  words: [...document.querySelectorAll(".d.on")].map((node) => node.id),
  hash: location.hash,
})"""


def lit(page: Any, event: str) -> dict[str, Any]:
    """What is lit once the list shows this event picked."""
    page.wait_for_selector(f'li.event.on[data-event="{event}"]')
    return page.evaluate(LIT)


def in_sight(page: Any, selector: str) -> None:
    """Wait until an element stands below the band and above the lower edge."""
    until(
        page,
        """(selector) => {
          const box = (one) => document.querySelector(one).getBoundingClientRect();
          const {top, bottom} = box(selector);
          return top >= Math.max(0, box("#ui-band").bottom) && bottom <= innerHeight;
        }""",
        arg=selector,
    )


MAY = {
    "list": ["coalition-government-announced"],
    "current": 1,
    "marks": 1,
    "words": ["c-m01", "c-m06"],
    "hash": "#c-m01",
}


def test_a_mark_leads_to_the_words(open_page: Open) -> None:
    page = open_page(LETTER)
    page.get_by_role("link", name="6 May 1917: First coalition").locator(".hit").click()
    assert lit(page, "coalition-government-announced") == MAY
    in_sight(page, "#c-m01")


def test_the_label_of_a_mark_leads_to_the_words(open_page: Open) -> None:
    page = open_page(LETTER)
    page.locator(".label", has_text="Strike in Moscow").click()
    assert lit(page, "moscow-strike")["hash"] == "#c-m04"
    in_sight(page, "#c-m04")


def test_a_list_entry_leads_to_the_words(open_page: Open) -> None:
    page = open_page(LETTER)
    page.locator("#ui-events a.pick", has_text="6 May 1917").click()
    assert lit(page, "coalition-government-announced") == MAY
    in_sight(page, "#c-m01")


def test_a_date_in_the_text_leads_to_the_mark(open_page: Open) -> None:
    page = open_page(LETTER)
    page.locator("#c-m06").click()
    found = lit(page, "coalition-government-announced")
    assert found == {**MAY, "hash": "#c-m06"}
    in_sight(page, "li.event.on .pick")


def test_a_date_picked_already_leads_to_the_list(open_page: Open) -> None:
    page = open_page(LETTER)
    page.locator("#c-m01").click()
    lit(page, "coalition-government-announced")
    page.locator("#c-m01").click()
    page.wait_for_url("**/#ui-e-1")
    assert lit(page, "coalition-government-announced")["marks"] == 1


def test_the_rejected_reading_leads_to_its_own_words(open_page: Open) -> None:
    page = open_page(LETTER)
    page.get_by_role("link", name="6 Mar 1917, rejected").locator(".hit").click()
    assert lit(page, "coalition-government-announced")["hash"] == "#c-m06"
    in_sight(page, "#c-m06")


def test_a_deep_link_picks_and_scrolls_on_load(open_page: Open) -> None:
    page = open_page(f"{LETTER}#c-m08")
    found = lit(page, "democratic-conference-date-set")
    assert found["words"] == ["c-m03", "c-m08"]
    page.wait_for_selector("html.settled")
    in_sight(page, "#c-m08")
    in_sight(page, "li.event.on .pick")


def test_the_permanent_address_ends_at_the_words(open_page: Open) -> None:
    page = open_page("/citations/m05/")
    assert page.url.endswith("/documents/letter/#c-m05")
    assert lit(page, "central-committee-discussion")["words"] == ["c-m05"]


def test_back_and_forward_follow_the_picks(open_page: Open) -> None:
    page = open_page(LETTER)
    page.locator("#ui-events a.pick", has_text="6 May 1917").click()
    lit(page, "coalition-government-announced")
    page.locator("#c-m02").click()
    lit(page, "petrograd-soviet-resolution")
    page.go_back()
    assert lit(page, "coalition-government-announced") == MAY
    page.go_back()
    page.wait_for_selector("li.event.on", state="detached")
    page.go_forward()
    assert lit(page, "coalition-government-announced") == MAY


@pytest.mark.parametrize("fragment", ["#c-nothing", "#%", "#c-%E0%A4%A", "#ui-e-99"])
def test_a_fragment_that_names_nothing_picks_nothing(
    open_page: Open, fragment: str
) -> None:
    page = open_page(LETTER + fragment)
    page.wait_for_selector("html.settled")
    assert page.locator("li.event.on").count() == 0
    page.locator("#c-m04").click()
    assert lit(page, "moscow-strike")["hash"] == "#c-m04"


def test_escape_clears_the_pick(open_page: Open) -> None:
    page = open_page(f"{LETTER}?style=gregorian#c-m01")
    lit(page, "coalition-government-announced")
    page.keyboard.press("Escape")
    page.wait_for_selector("li.event.on", state="detached")
    assert page.evaluate("location.hash") == ""
    assert page.evaluate("location.search") == "?style=gregorian"
    assert page.locator(".d.on, .mark.on").count() == 0


def test_a_pick_is_told_to_a_screen_reader(open_page: Open) -> None:
    page = open_page(LETTER)
    page.locator("#c-m04").click()
    page.get_by_role("status").filter(has_text="Strike in Moscow").wait_for()


def test_the_notes_link_to_their_markers_and_back(open_page: Open) -> None:
    page = open_page(LETTER)
    page.locator("#ui-ref-2").click()
    page.wait_for_url("**/#note-2")
    in_sight(page, "#note-2 .back")
    page.locator("#note-2 .back").click()
    page.wait_for_url("**/#ui-ref-2")
    in_sight(page, "#ui-ref-2")


@pytest.mark.parametrize(
    ("motion", "behaviour"), [("no-preference", "smooth"), ("reduce", "auto")]
)
def test_motion_is_left_out_where_it_is_not_wanted(
    open_page: Open, motion: str, behaviour: str
) -> None:
    page = open_page(LETTER, reduced_motion=motion)
    page.wait_for_selector("html.settled")
    style = "getComputedStyle(document.documentElement).scrollBehavior"
    assert page.evaluate(style) == behaviour


def test_without_scripts_every_event_leads_to_its_words_and_back(
    open_page: Open,
) -> None:
    page = open_page(LETTER, java_script_enabled=False)
    assert not page.locator("#ui-band").is_visible()
    assert page.locator("button:visible").count() == 0
    picks = page.locator("#ui-events a.pick")
    hrefs = [picks.nth(n).get_attribute("href") for n in range(picks.count())]
    assert sorted(hrefs) == ["#c-m01", "#c-m02", "#c-m03", "#c-m04", "#c-m05", "#c-m09"]
    for href in hrefs:
        page.locator(f'#ui-events a.pick[href="{href}"]').click()
        assert page.url.endswith(href)
        words = page.locator(href)
        assert words.is_visible()
        words.click()
        assert page.locator(f"#{page.url.split('#')[1]}.event").is_visible()
