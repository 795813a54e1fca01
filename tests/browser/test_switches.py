"""Old and New Style, as printed and as corrected, zoom: by pointer, keys, address."""

from typing import Any

import pytest

from .conftest import Open
from .waiting import until

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("letter")]

LETTER = "/timelines/letter/"
PLACES = """() => Object.fromEntries(
  [...document.querySelectorAll(".mark")].map((mark) => {
    const shape = mark.querySelector("circle, rect.bar");
    const x = shape.getAttribute("cx") ?? shape.getAttribute("x");
    return [mark.dataset.key, [x, shape.getAttribute("width")]];
  }))"""
LABELS = """() => [...document.querySelectorAll(".label .day")]
  .map((day) => day.textContent).sort()"""


def wait_for_label(page: Any, day: str) -> None:
    """Wait until some label of the axis begins with this day."""
    page.locator(".label .day", has_text=day).first.wait_for()


def test_the_style_relabels_and_no_mark_moves(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    before = page.evaluate(PLACES)
    assert len(before) == 7
    assert "12 Sept" in page.evaluate(LABELS)
    first_tick = page.locator(".tick.major").first.get_attribute("x1")

    page.get_by_role("button", name="New Style").click()
    wait_for_label(page, "19 May")
    assert page.evaluate(PLACES) == before
    assert page.evaluate(LABELS) == sorted(
        [
            "13 Sept",
            "19 Mar",
            "19 May",
            "25 Aug",
            "25 Sept",
            "27 Sept – 5 Oct",
            "28 Sept",
        ]
    )
    assert page.locator(".tick.major").first.get_attribute("x1") != first_tick
    assert page.evaluate("location.search") == "?style=gregorian"

    page.get_by_role("button", name="Old Style").click()
    wait_for_label(page, "6 May")
    assert page.evaluate(PLACES) == before


def test_the_address_keeps_both_switches_and_the_pick(open_page: Open) -> None:
    page = open_page(f"{LETTER}?style=gregorian&text=corrected#c-m06")
    wait_for_label(page, "19 May")
    for name in ("New Style", "As corrected"):
        button = page.get_by_role("button", name=name)
        assert button.get_attribute("aria-pressed") == "true"
    page.get_by_role("button", name="As printed").click()
    page.get_by_role("button", name="As printed", pressed=True).wait_for()
    assert page.evaluate("location.hash") == "#c-m06"
    assert page.evaluate("location.search") == "?style=gregorian&text=printed"


def test_as_corrected_keeps_what_is_printed_beside_it(open_page: Open) -> None:
    page = open_page(LETTER)
    words = """() => {
      const stretch = document.querySelector("#c-m06");
      const part = (name) => {
        const {content} = getComputedStyle(stretch, name);
        return content === "none" ? "" : content.replace(/" "|"/g, "");
      };
      const recte = document.querySelector(".recte");
      const hidden = getComputedStyle(recte).display === "none";
      const beside = hidden ? "" : recte.textContent;
      return part("::before") + stretch.textContent + part("::after") + beside;
    }"""
    page.get_by_role("button", name="As printed", pressed=True).wait_for()
    assert page.evaluate(words) == "Mar 6 [recte May 6]"
    page.get_by_role("button", name="As corrected").click()
    page.get_by_role("button", name="As corrected", pressed=True).wait_for()
    assert page.evaluate(words) == "May 6 [printed: Mar 6]"
    assert page.locator("#c-m06").inner_text().startswith("Mar 6")


def test_the_axis_is_one_tab_stop_and_arrows_go_along_it(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    assert page.locator('.mark[tabindex="0"]').count() == 1
    page.locator('.mark[tabindex="0"]').focus()
    name = "document.activeElement.getAttribute('aria-label')"
    seen = [page.evaluate(name)]
    for _ in range(6):
        page.keyboard.press("ArrowRight")
        seen.append(page.evaluate(name))
    assert [said.split(":")[0].split(",")[0] for said in seen] == [
        "6 Mar 1917",
        "6 May 1917",
        "12 Aug 1917",
        "31 Aug 1917",
        "12 Sept 1917",
        "15 Sept 1917",
        "14–22 Sept 1917",
    ]
    page.keyboard.press("Home")
    page.keyboard.press("ArrowRight")
    assert page.evaluate(name).startswith("6 May")
    page.keyboard.press("Enter")
    page.wait_for_selector('li.event.on[data-event="coalition-government-announced"]')
    assert page.evaluate("location.hash") == "#c-m01"


def test_focus_on_a_mark_can_be_seen(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    page.locator('.mark[tabindex="0"]').focus()
    page.keyboard.press("ArrowRight")
    stroke = "getComputedStyle(document.activeElement.querySelector('.hit')).stroke"
    assert page.evaluate(stroke) not in ("none", "rgba(0, 0, 0, 0)")


def test_plus_minus_and_0_zoom(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    before = page.evaluate(PLACES)
    page.locator('.mark[aria-label^="12 Aug 1917:"]').focus()
    for _ in range(4):
        page.keyboard.press("+")
    page.wait_for_selector(".band.zoomed")
    page.locator(".axisnote", has_text="outside this view").wait_for()
    assert page.evaluate("document.activeElement.dataset.key") == "ui-e-2"
    page.keyboard.press("-")
    page.keyboard.press("0")
    page.wait_for_selector(".band:not(.zoomed)")
    assert page.evaluate(PLACES) == before


def test_arrows_bring_marks_into_a_zoomed_view(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    page.locator('.mark[aria-label^="31 Aug 1917:"]').focus()
    for _ in range(6):
        page.keyboard.press("+")
    page.wait_for_selector(".band.zoomed")
    for _ in range(12):
        page.keyboard.press("ArrowLeft")
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("6 Mar")


def test_buttons_zoom_and_move_for_those_who_cannot_drag(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    assert not page.get_by_role("button", name="Later").is_visible()
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    page.wait_for_selector(".band.zoomed")
    for _ in range(6):
        page.get_by_role("button", name="Later").click()
    page.locator('.mark[aria-label^="14–22 Sept"]').wait_for()
    page.get_by_role("button", name="Show the whole timeline").click()
    page.wait_for_selector(".band:not(.zoomed)")


def test_the_wheel_zooms_with_ctrl_and_else_scrolls_the_page(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    page.locator("#ui-axis").hover()
    page.mouse.wheel(0, 300)
    until(page, "scrollY > 0")
    assert page.locator(".band.zoomed").count() == 0
    page.locator("#ui-axis").hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -300)
    page.keyboard.up("Control")
    page.wait_for_selector(".band.zoomed")


def test_dragging_moves_and_picks_nothing(open_page: Open) -> None:
    page = open_page(LETTER)
    wait_for_label(page, "6 May")
    dot = page.locator('.mark[aria-label^="12 Aug 1917:"] .dot')
    dot.hover()
    page.keyboard.down("Control")
    page.mouse.wheel(0, -400)
    page.keyboard.up("Control")
    page.wait_for_selector(".band.zoomed")
    before = dot.get_attribute("cx")
    dot.hover()
    box = dot.bounding_box()
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    page.mouse.down()
    page.mouse.move(x + 40, y, steps=4)
    page.mouse.up()
    until(
        page,
        "([dot, before]) => dot.isConnected && dot.getAttribute('cx') != before"
        " || !dot.isConnected",
        arg=[dot.element_handle(), before],
    )
    assert float(dot.get_attribute("cx")) == pytest.approx(float(before) + 40, abs=1)
    assert page.locator("li.event.on").count() == 0
    assert page.evaluate("location.hash") == ""


def test_two_fingers_zoom(open_page: Open) -> None:
    page = open_page(LETTER, width=360, height=740, has_touch=True)
    page.wait_for_selector("svg.axis .base", state="attached")
    box = page.locator("svg.axis").bounding_box()
    y = box["y"] + box["height"] / 2
    device = page.context.new_cdp_session(page)

    def touch(kind: str, *xs: float) -> None:
        points = [{"x": x, "y": y, "id": n} for n, x in enumerate(xs)]
        device.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})

    touch("touchStart", 150, 210)
    for spread in (40, 60, 80, 100):
        touch("touchMove", 180 - spread, 180 + spread)
    touch("touchEnd")
    page.wait_for_selector(".band.zoomed")
    assert page.locator("li.event.on").count() == 0
