"""The admin's pages keep the content security policy while they are open."""

import pytest

from .conftest import Open

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("letter")]

FORMS = ("document", "event", "passage", "citation", "dating", "timeline")


@pytest.mark.parametrize("name", FORMS)
def test_the_admin_breaks_no_rule_of_its_own(open_page: Open, name: str) -> None:
    page = open_page(f"/admin/timeline/{name}/", user="editor")
    page.locator("#result_list tbody th a").first.click()
    page.locator("input[name=_save]").wait_for()
    page.wait_for_load_state("networkidle")
