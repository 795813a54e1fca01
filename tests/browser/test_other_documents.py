"""A timeline whose events rest on several documents shows the words all the same."""

from typing import Any

import pytest

from tests.factories import make_citation, make_document, make_event, make_timeline

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXTS = {
    "north": "In the north the river rose on 3 May.",
    "south": "In the south it rose on 9 May, and fell again.",
}


@pytest.fixture
def rivers(transactional_db: None) -> None:
    """Two events, each cited from a document of its own."""
    timeline = make_timeline("rivers")
    for slug, day in (("north", "1917-05-03"), ("south", "1917-05-09")):
        document = make_document(slug, passages=[TEXTS[slug], "More words."])
        event = make_event(timeline, slug, day)
        words = f"{day[-1]} May"
        make_citation(event, document.passages.get(key="p1"), words, key=slug)


def read(page: Any, key: str) -> str:
    """The paragraph that holds the lit words of a citation."""
    page.wait_for_selector(f"#c-{key}.on")
    return page.locator(f".passage:has(#c-{key}) bdi").inner_text()


def test_a_pick_brings_the_text_that_holds_the_words(
    open_page: Open, rivers: None
) -> None:
    page = open_page("/timelines/rivers/")
    assert page.locator("#ui-text").count() == 0
    page.locator('li[data-event="north"] a.pick').click()
    assert read(page, "north") == TEXTS["north"]
    assert page.locator("#ui-text h2").inner_text().lower() == "document north"
    page.locator('.mark[aria-label^="9 May"] .hit').click()
    assert read(page, "south") == TEXTS["south"]
    assert page.locator("#ui-text").count() == 1
    assert page.url.endswith("/timelines/rivers/#c-south")


def test_back_and_reload_bring_it_too(open_page: Open, rivers: None) -> None:
    page = open_page("/timelines/rivers/")
    page.locator('li[data-event="north"] a.pick').click()
    read(page, "north")
    page.locator('li[data-event="south"] a.pick').click()
    read(page, "south")
    page.go_back()
    assert read(page, "north") == TEXTS["north"]
    page.reload()
    assert read(page, "north") == TEXTS["north"]


def test_the_words_lead_back_to_this_list(open_page: Open, rivers: None) -> None:
    page = open_page("/timelines/rivers/#c-south")
    read(page, "south")
    page.locator("#c-south").click()
    page.wait_for_url("**/timelines/rivers/#ui-e-2")
    assert page.locator("#ui-e-2.on").get_attribute("data-event") == "south"


def test_without_scripts_the_link_opens_the_document(
    open_page: Open, rivers: None
) -> None:
    page = open_page("/timelines/rivers/", java_script_enabled=False)
    page.locator('li[data-event="south"] a.pick').click()
    assert page.url.endswith("/documents/south/#c-south")
