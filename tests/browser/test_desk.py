"""From a pasted text to a public timeline by the keyboard; axe on every page."""

import re
from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from tests.factories import make_dating, make_document, make_event, make_timeline
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Proposal,
    find_proposals,
)

from .waiting import until

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
WCAG = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]

# Written for this test: the words that are dates, and what each sentence tells.
DATES = (
    ("14 February 1803", "The lighthouse company is founded"),
    ("March 3, 1804", "The rock is leased"),
    ("9 May 1805", "The first stone is landed"),
    ("12 August 1805", "The works stop for want of lime"),
    ("2 September 1806", "A storm carries the crane away"),
    ("21 November 1806", "The crane is raised again"),
    ("January 17, 1807", "The engineer resigns"),
    ("4 April 1807", "A second engineer is engaged"),
    ("30 June 1808", "The tower reaches forty feet"),
    ("July 11, 1808", "The governor visits the rock"),
    ("1 October 1809", "The lantern arrives from Leith"),
    ("24 December 1809", "The barracks burn"),
    ("8 February 1810", "New barracks are voted"),
    ("15 March 1811", "The last stone is laid"),
    ("May 29, 1812", "The lamp is lit"),
    ("6 July 1813", "A brig strands in fog"),
    ("19 August 1814", "The keeper's wife is buried"),
    ("September 22, 1815", "The bell is hung"),
    ("10 October 1816", "The boat is lost"),
    ("3 November 1817", "A subscription is opened"),
    ("25 January 1818", "A new boat is launched"),
    ("13 April 1819", "The company is wound up"),
    ("June 7, 1820", "The Crown takes the light"),
    ("28 July 1821", "The lamp is changed to oil"),
    ("5 September 1822", "The road to the pier is made"),
    ("16 October 1823", "A pupil is appointed"),
    ("November 20, 1824", "The great gale"),
    ("31 December 1824", "The damage is reckoned"),
    ("11 May 1826", "The pier is mended"),
    ("18 June 1827", "The history is written down"),
)
TEXT = "The Light on the Rock\n\n" + "\n\n".join(
    f"{what} on {when}, as the book of the company has it \U0001f56f, and of that "
    "nothing more is told here."
    for when, what in DATES
)


def signed_in(live_server: Any, group: str = "Publisher") -> dict[str, Any]:
    """The state of a browser in which a member of the group is signed in."""
    user = User.objects.create_user(f"one-{group}", is_staff=True)
    user.groups.set(Group.objects.filter(name=group))
    client = Client()
    client.force_login(user)
    cookie = {
        **{"name": "sessionid", "value": client.cookies["sessionid"].value},
        **{"domain": "localhost", "path": "/", "expires": -1},
        **{"httpOnly": True, "secure": False, "sameSite": "Lax"},
    }
    return {"cookies": [cookie], "origins": []}


@pytest.fixture
def desk(open_page: Open, transactional_db: None, live_server: Any) -> Open:
    """Open a page of the desk as a publisher."""
    state = signed_in(live_server)
    return lambda address, **options: open_page(
        f"/desk/{address}", storage_state=state, **options
    )


def tab_to(page: Any, selector: str) -> None:
    """Press the tab key until the element has the focus."""
    for _ in range(120):
        if page.evaluate("s => document.activeElement?.matches(s)", selector):
            return
        page.keyboard.press("Tab")
    raise AssertionError(f"The keyboard does not reach {selector}.")


def press(page: Any, key: str) -> None:
    """Press a key that leads to another page, and wait for it."""
    with page.expect_navigation():
        page.keyboard.press(key)


def heading(page: Any) -> str:
    """The date that is decided now."""
    return page.inner_text("#ui-queue-head")


def test_a_text_becomes_a_public_timeline_by_the_keyboard(
    desk: Open, open_page: Open
) -> None:
    page = desk("new/")
    tab_to(page, "#id_slug")
    page.keyboard.insert_text("light")
    tab_to(page, "#id_text")
    page.keyboard.insert_text(TEXT)
    tab_to(page, "form button:not([name])")
    press(page, "Enter")
    tab_to(page, "button[name=save]")
    press(page, "Enter")
    assert "30 dates found" in page.inner_text("main")

    for number, (when, what) in enumerate(DATES):
        assert heading(page) == f"“{when}”"
        if number == 3:
            press(page, "l")
        elif number == 5:
            press(page, "n")
        elif number == 7:  # the source is wrong by a day
            page.keyboard.press("c")
            page.keyboard.insert_text("5 April 1807")
            page.keyboard.press("Tab")
            page.keyboard.insert_text("The contract has the fifth.")
            page.keyboard.press("Escape")
            press(page, "a")
        elif number == 9:
            page.keyboard.press("t")
            page.keyboard.insert_text(f"{what}!")
            press(page, "Enter")
        else:
            press(page, "a")
    assert "28 of 30 expressions cited, 1 refused, 1 put off" in page.inner_text("main")
    tab_to(page, ".queue a[href^='?date=']")
    press(page, "Enter")
    assert heading(page) == "“12 August 1805”"
    press(page, "a")
    assert "29 of 30 expressions cited, 1 refused" in page.inner_text("main")

    tab_to(page, "a[href$='/review/']")
    press(page, "Enter")
    tab_to(page, "button[value=publish]")
    press(page, "Enter")
    assert "31 rows are now published" in page.inner_text("main")

    visitor = open_page("/timelines/light/")
    body = visitor.inner_text("body")
    assert "29 events" in body
    assert "A storm carries the crane away" in body
    assert "The governor visits the rock!" in body
    assert "4 April 1807" in body  # as the text prints it
    dates = Dating.objects.filter(status="accepted").values_list("edtf", flat=True)
    assert "1807-04-05" in dates and "1807-04-04" not in dates
    assert Document.objects.get(slug="light").text() == TEXT


def test_keys_rest_while_somebody_types_and_when_they_are_off(desk: Open) -> None:
    find_proposals(make_document("log", "It sank on 3 May 1821 off Cork, they say."))
    page = desk("documents/log/")
    page.keyboard.press("t")
    page.keyboard.type("an ellen")
    assert page.input_value("#ui-title") == "an ellen"
    page.keyboard.press("Escape")
    page.click("#ui-keys")
    page.keyboard.press("n")
    page.keyboard.press("a")
    page.reload()
    assert page.get_attribute("#ui-keys", "aria-pressed") == "false"
    assert Proposal.objects.get().decision == "open"
    assert not Event.objects.exists()


def test_a_reading_is_chosen_by_its_number(desk: Open) -> None:
    find_proposals(make_document("log", "It was sold on 05/07/1822 to a stranger."))
    page = desk("documents/log/")
    shown = page.locator(".reading").all_inner_texts()
    number = next(n for n, words in enumerate(shown, 1) if "5 July 1822" in words)
    page.keyboard.press(str(number))
    press(page, "a")
    assert Dating.objects.get().edtf == "1822-07-05"


def test_the_event_of_these_days_is_taken_by_one_key(desk: Open) -> None:
    text = "It sank on 3 May 1821 off Cork.\n\nThe loss of 3 May 1821 was told late."
    find_proposals(make_document("log", text))
    page = desk("documents/log/")
    press(page, "a")
    press(page, "e")
    assert Event.objects.get().citations.count() == 2
    statuses = Dating.objects.values_list("status", flat=True)
    assert sorted(statuses) == ["accepted", "agrees"]


PAGES = {
    "desk": "",
    "conflicts": "conflicts/",
    "changed": "changed/",
    "new": "new/",
    "document": "documents/letter/",
    "a date": "documents/log/",
    "review": "documents/letter/review/",
    "edit": "documents/letter/edit/?passage=p3",
    "revisions": "documents/letter/revisions/",
    "cite": "documents/letter/cite/",
    "conflict": "conflicts/{torn}/",
    "merge": "events/{torn}/merge/?q=event",
    "notes": "notes/",
    "a note": "events/{torn}/note/",
    "history": "history/event/{torn}/",
}


def change_and_lose() -> None:
    """A citation of the letter changes, another is lost with its like near by."""
    passages = Document.objects.get(slug="letter").passages
    for key, old, new in (
        ("p4", "August 12", "August 13"),
        ("p3", " from May 6 to August 31", ""),
        ("p3", "The majority", "In May or August it was not so. The majority"),
    ):
        passage = passages.get(key=key)
        passage.text = passage.text.replace(old, new, 1)
        passage.save()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("name", PAGES)
def test_axe_finds_nothing_and_no_page_is_wider_than_the_window(
    desk: Open, letter: None, name: str, width: int
) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    find_proposals(Document.objects.get(slug="letter"))
    words = "Sold on 05/07/1822 or about May 1822, if the ledger may be believed."
    find_proposals(make_document("log", words))
    torn = make_event(make_timeline("torn"))
    make_dating(torn, "1800")
    make_event(torn.timeline, "twin")
    torn.editor_note, torn.title = "Ask the archive first.", "Torn between two days"
    torn.save()
    change_and_lose()
    page = desk(PAGES[name].format(torn=torn.pk), width=width)
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        report = axe.run(page, options={"runOnly": WCAG}).response["violations"]
        found = [(v["id"], n["html"][:200]) for v in report for n in v["nodes"]]
        assert found == [], scheme
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= width


def test_the_preview_in_axe(desk: Open) -> None:
    axe = pytest.importorskip("axe_playwright_python.sync_playwright").Axe()
    page = desk("new/", width=360)
    page.fill("#id_text", TEXT + "\n\n[3] A note without a marker.")
    page.click("text=Show the passages")
    report = axe.run(page, options={"runOnly": WCAG}).response["violations"]
    assert [(v["id"], n["html"]) for v in report for n in v["nodes"]] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert re.search(r"\d+ passages", page.inner_text("#ui-preview"))


class TestCiteThis:
    TEXT = "The \U0001f56f lamp \U0001f56f was lit late, and the crew came home."

    @pytest.fixture
    def page(self, desk: Open) -> Any:
        make_event(make_timeline("log"), "lamp", None)
        make_document("log", self.TEXT)
        return desk("documents/log/")

    def test_words_selected_by_the_keyboard(self, page: Any) -> None:
        page.keyboard.press("s")
        while page.evaluate("getSelection().toString()").strip() != "was":
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Shift+ArrowRight")
        words = page.evaluate("getSelection().toString()").strip()
        assert words == "was lit"
        press(page, "Enter")
        assert page.input_value("#id_quoted") == words
        tab_to(page, "#id_event")
        page.keyboard.press("ArrowDown")
        tab_to(page, "form[method=post] button")
        press(page, "Enter")
        citation = Citation.objects.get()
        assert citation.exact == words
        assert self.TEXT[citation.start : citation.end] == citation.exact

    def test_words_behind_two_astral_characters(self, page: Any) -> None:
        page.evaluate("""() => {
          const node = document.querySelector(".words").firstChild;
          const at = node.data.indexOf("was lit");
          getSelection().setBaseAndExtent(node, at, node, at + 7);
        }""")
        until(page, "document.querySelector('#ui-cite').search.includes('start')")
        page.click("#ui-cite")
        assert page.input_value("#id_quoted") == "was lit"
        assert page.input_value("#id_start") == str(self.TEXT.index("was lit"))
