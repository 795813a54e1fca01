"""Eras on the axis: bands behind the events, and links like all other marks."""

from typing import Any

import pytest

from tests.factories import make_timeline
from timeline.models import Event

from .axe import WCAG, found
from .conftest import Open, dating_of

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("eras")]
ADDRESS = "/timelines/eras/"


@pytest.fixture
def eras(transactional_db: None) -> None:
    """Two eras that overlap, and three events; one era holds all of them."""
    line = make_timeline("eras")
    spans = {
        "The war": ("1914-08-01/1918-11-11", True),
        "The commune": ("1917-03-15/1917-11-07", True),
        "Abdication": ("1917-03-15", False),
        "Offensive": ("1916-06-04/1916-09-20", False),
        "Treaty": ("1918-03-03", False),
    }
    for title, (written, is_era) in spans.items():
        extra = {"timelinejs": {"slide": "era"}} if is_era else {}
        event = Event.objects.create(
            **{"timeline": line, "slug": title.split()[-1], "title": title},
            **{"publication": "published", "extra": extra},
        )
        dating = dating_of(event, 0)
        dating.edtf_written = written
        dating.save()


def test_they_are_bands_with_their_names(open_page: Open) -> None:
    page = open_page(ADDRESS)
    page.locator(".axis").wait_for()
    assert page.locator(".eraname").all_text_contents() == ["The war", "The commune"]
    assert page.locator(".bar").count() == 1
    labels = page.locator(".axis .label").all_text_contents()
    assert not any("war" in label or "commune" in label for label in labels)
    boxes = [band.bounding_box() for band in page.locator(".era:not(.doubt)").all()]
    war, commune = boxes
    for band, name in zip(boxes, page.locator(".eraname").all(), strict=True):
        assert name.bounding_box()["x"] > band["x"] + 2
    assert war["x"] < commune["x"]
    assert commune["x"] + commune["width"] < war["x"] + war["width"]


def test_the_name_of_a_coarse_era_stands_in_its_certain_part(open_page: Open) -> None:
    dating = Event.objects.get(slug="war").datings.get()
    dating.edtf_written = "1914/1918"
    dating.save()
    page = open_page(ADDRESS)
    page.locator(".axis").wait_for()
    band = page.locator(".era:not(.doubt)").first.bounding_box()
    name = page.locator(".eraname").first.bounding_box()
    assert name["x"] > band["x"] + 2
    assert name["x"] + name["width"] < band["x"] + band["width"]


def test_a_name_leads_to_the_page_of_its_era(open_page: Open) -> None:
    page = open_page(ADDRESS)
    page.get_by_role("link", name="The commune").first.locator(".hit").click()
    page.wait_for_url("**/events/commune/")


def test_the_keyboard_reaches_every_mark(open_page: Open) -> None:
    page = open_page(ADDRESS)
    page.locator('.axis a[tabindex="0"]').focus()
    page.keyboard.press("Home")
    names = set()
    for _ in range(5):
        names.add(page.evaluate("document.activeElement.getAttribute('aria-label')"))
        page.keyboard.press("ArrowRight")
    assert len(names) == 5
    assert sum("The war" in name for name in names) == 1


@pytest.mark.parametrize("width", [360, 1280])
def test_axe_finds_nothing(open_page: Open, axe: Any, width: int) -> None:
    page = open_page(ADDRESS, width=width)
    page.locator(".axis").wait_for()
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found(axe, page, WCAG) == [], scheme
    assert page.evaluate("document.documentElement.scrollWidth") <= width
