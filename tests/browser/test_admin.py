"""The admin's pages keep the content security policy, and axe finds nothing on them."""

from typing import Any

import pytest

from .axe import WCAG, found
from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("letter")]

FORMS = ("document", "event", "passage", "citation", "dating", "timeline")


@pytest.mark.parametrize("name", FORMS)
def test_the_admin_breaks_no_rule_of_its_own(open_page: Open, name: str) -> None:
    page = open_page(f"/admin/timeline/{name}/", user="editor")
    page.locator("#result_list tbody th a").first.click()
    page.locator("input[name=_save]").wait_for()
    page.wait_for_load_state("networkidle")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", FORMS)
def test_axe_finds_nothing(open_page: Open, axe: Any, name: str, width: int) -> None:
    page = open_page(f"/admin/timeline/{name}/", user="editor", width=width)
    assert found(axe, page, WCAG, sheets=False) == []
    page.locator("#result_list tbody th a").first.click()
    page.locator("input[name=_save]").wait_for()
    page.wait_for_load_state("networkidle")
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found(axe, page, WCAG, sheets=False) == [], scheme


def test_a_box_that_opens_has_a_name(open_page: Open, axe: Any) -> None:
    page = open_page("/admin/timeline/dating/add/", user="editor")
    page.get_by_role("combobox", name="Event").click()
    page.locator(".select2-results__option").first.wait_for()
    assert found(axe, page, WCAG, sheets=False) == []
