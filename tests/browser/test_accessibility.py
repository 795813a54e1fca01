"""axe finds nothing on any page, light and dark, on a phone and on a wide screen.

A new kind of page is one line in PAGES.
"""

from typing import Any

import pytest

from tests.factories import (
    make_citation,
    make_document,
    make_event,
    make_timeline,
)
from timeline.models import Citation

from .axe import WCAG, found
from .conftest import Open, make_crowd

pytestmark = [pytest.mark.browser, pytest.mark.usefixtures("letter", "others")]

PAGES = {
    "home": "/",
    "timelines": "/timelines/",
    "documents": "/documents/",
    "timeline": "/timelines/letter/",
    "timeline, picked": "/timelines/letter/?style=gregorian&text=corrected#c-m06",
    "timeline, empty": "/timelines/none/",
    "timeline, crowded": "/timelines/many/?limit=150",
    "timeline, a part": "/timelines/many/?limit=20&from=1900-02-01",
    "event": "/timelines/letter/events/coalition-government-announced/",
    "event, range": "/timelines/letter/events/democratic-conference/",
    "document": "/documents/letter/",
    "document, a part": "/documents/letter/at/p3/",
    "citation lost": "/citations/lost/",
    "citation gone": "/citations/gone/",
    "nothing there": "/timelines/nowhere/",
    "not understood": "/timelines/letter/?limit=many",
    "admin, sign in": "/admin/login/",
    "admin": "/admin/",
    "admin, import": "/admin/timeline/import/add/",
    "admin, imports": "/admin/timeline/import/",
    "admin, no such upload": f"/admin/timeline/import/upload/{'A' * 32}/",
    "admin, export": "/admin/timeline/export/",
}
STATUS = {"citation gone": 410, "nothing there": 404, "not understood": 400}
STATUS |= {"admin, no such upload": 404}
OURS = [*WCAG, "best-practice"]  # Django's admin keeps the standard, not every advice


@pytest.fixture
def others(letter: None) -> None:
    """Pages that the letter has none of."""
    make_timeline("none")
    passage = make_document(passages=["The words that were cited."]).passages.get()
    make_crowd(150)
    event = make_event(make_timeline("few"), day=None)
    make_citation(event, passage, "words", key="gone").delete()
    make_citation(event, passage, "cited", key="lost")
    Citation.objects.filter(key="lost").update(start=None, end=None, state="lost")


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing(open_page: Open, axe: Any, name: str, width: int) -> None:
    user = "editor" if name.startswith("admin") and "sign in" not in name else ""
    status = STATUS.get(name, 200)
    page = open_page(PAGES[name], width=width, status=status, user=user)
    page.wait_for_load_state("networkidle")
    is_stock = PAGES[name].startswith("/admin/")
    rules = WCAG if is_stock else OURS
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        assert found(axe, page, rules, sheets=not is_stock) == [], scheme
