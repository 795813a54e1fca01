"""The admin in Chromium: previews while typing, every page under the strict policy."""

from collections.abc import Callable
from typing import Any

import pytest
from django.contrib.auth.models import Group, User
from django.test import Client

from timeline.models import Citation, Event, Passage, Timeline

pytestmark = pytest.mark.browser

Open = Callable[..., Any]
MODELS = (
    *("timeline", "document", "passage", "notelink", "event", "tag"),
    *("citation", "dating", "revision", "proposal", "import"),
)
ANSWER = "#id_{} + output.preview"


@pytest.fixture
def session(letter: None, live_server: Any) -> dict[str, Any]:
    """The state of a browser in which a publisher is signed in."""
    user = User.objects.create_user("paula", is_staff=True)
    user.groups.set(Group.objects.filter(name="Publisher"))
    client = Client()
    client.force_login(user)
    cookie = {
        "name": "sessionid",
        "value": client.cookies["sessionid"].value,
        "url": live_server.url,
    }
    return {"cookies": [cookie], "origins": []}


@pytest.fixture
def edit(open_page: Open, session: dict[str, Any]) -> Open:
    """Open a page of the admin as a publisher."""

    def open_one(address: str, **options: Any) -> Any:
        state = {"cookies": [cookie_for(c) for c in session["cookies"]], "origins": []}
        return open_page(f"/admin/{address}", storage_state=state, **options)

    return open_one


def cookie_for(cookie: dict[str, str]) -> dict[str, Any]:
    """A cookie as a stored state wants it."""
    return {
        "name": cookie["name"],
        "value": cookie["value"],
        "domain": "localhost",
        "path": "/",
        "expires": -1,
        "httpOnly": True,
        "secure": False,
        "sameSite": "Lax",
    }


def shows(page: Any, field: str, words: str) -> None:
    """Wait until the answer beside a field has these words."""
    page.locator(ANSWER.format(field)).get_by_text(words).first.wait_for()


def choose(page: Any, field: str, words: str) -> None:
    """Choose a row in an autocomplete by typing."""
    page.click(f"#id_{field} + .select2-container .select2-selection")
    page.fill(".select2-container--open .select2-search__field", words)
    page.click(f".select2-results__option:has-text('{words}')")


def test_a_date_says_what_it_is_read_as_while_it_is_typed(edit: Open) -> None:
    event = Event.objects.get(slug="moscow-strike")
    page = edit(f"timeline/event/{event.pk}/change/")
    field = "datings-1-as_written"
    page.fill(f"#id_{field}", "1917-08-12")
    shows(page, field, "12 August 1917 Gregorian (New Style)")
    shows(page, field, "30 July 1917 Julian (Old Style)")
    page.select_option("#id_datings-1-calendar", "julian")
    shows(page, field, "25 August 1917 Gregorian (New Style)")
    page.fill(f"#id_{field}", "30 February 1917")
    shows(page, field, "February 1917 has 28 days in the Julian calendar")
    assert page.get_attribute(ANSWER.format(field), "aria-live") == "polite"


def test_a_date_takes_its_year_from_the_passage_that_is_chosen(edit: Open) -> None:
    page = edit("timeline/citation/add/")
    choose(page, "passage", "letter ¶ 3")
    page.fill("#id_date", "May 6")
    shows(page, "date", "6 May 1917 Julian (Old Style) = 19 May 1917 Gregorian")
    shows(page, "date", "year 1917 (document date)")
    page.fill("#id_date", "3/4/1917")
    shows(page, "date", "has 2 readings")
    shows(page, "date", "3 April 1917 Julian")
    shows(page, "date", "4 March 1917 Julian")


def test_a_quote_says_where_it_stands(edit: Open) -> None:
    page = edit("timeline/citation/add/")
    page.fill("#id_quoted", "the people")
    shows(page, "quoted", "Choose the passage first")
    choose(page, "passage", "letter ¶ 3")
    shows(page, "quoted", "stand twice in the passage")
    page.fill("#id_occurrence", "2")
    shows(page, "quoted", "[the people]")
    page.fill("#id_occurrence", "")
    page.fill("#id_quoted", "September 14-22")
    shows(page, "quoted", "another passage of this document: note 2")


def test_a_row_that_is_added_answers_too(edit: Open) -> None:
    event = Event.objects.get(slug="moscow-strike")
    page = edit(f"timeline/event/{event.pk}/change/")
    page.get_by_text("Add another Dating").click()
    field = "datings-2-edtf_written"
    page.fill(f"#id_{field}", "1917-09-28")
    shows(page, field, "28 September 1917 Gregorian")


def test_an_event_is_entered_without_scripts(edit: Open) -> None:
    """The answer comes after the save; the choices are made by number."""
    timeline, passage = Timeline.objects.get(), Passage.objects.get(key="p3")
    page = edit(
        f"timeline/event/add/?timeline={timeline.pk}", java_script_enabled=False
    )
    page.fill("#id_title", "The people")
    page.fill("#id_slug", "people")
    assert page.locator("#id_citations-0-quoted").is_visible()
    page.click("[name=_continue]")
    event = Event.objects.get(slug="people")
    page.goto(
        page.url.split("/admin/")[0] + f"/admin/timeline/citation/add/"
        f"?event={event.pk}&passage={passage.pk}"
    )
    page.fill("#id_quoted", "the people")
    page.fill("#id_date", "May 6")
    page.click("[name=_save]")
    assert page.get_by_text("The words stand twice in the passage").is_visible()
    assert page.input_value("#id_date") == "May 6"
    page.fill("#id_occurrence", "2")
    page.click("[name=_continue]")
    citation = Citation.objects.get(event=event)
    assert citation.passage.text.count("the people", 0, citation.start) == 1
    assert event.accepted_dating().edtf == "1917-05-19"


@pytest.mark.parametrize("width", [1280, 360])
def test_no_page_breaks_the_policy_or_runs_over(edit: Open, width: int) -> None:
    """`open_page` fails at the end over any violation, error or foreign request."""
    page = edit("", width=width)
    base = page.url.removesuffix("/admin/")
    addresses = ["/admin/password_change/", "/admin/timeline/"]
    for model in MODELS:
        root = f"/admin/timeline/{model}/"
        page.goto(base + root)
        first = page.locator("#result_list tbody th a").first
        addresses.append(root)
        if first.count():
            row = first.get_attribute("href").split("?")[0].removesuffix("change/")
            addresses += [row + name for name in ("change/", "history/")]
            addresses += [row + "delete/"] if model != "revision" else []
        if model not in ("revision", "proposal", "import"):
            addresses.append(root + "add/")
    broken = []
    for address in addresses:
        answer = page.goto(base + address)
        assert answer.status == 200, address
        violations = page.evaluate("window.violations")
        wide = page.evaluate("document.documentElement.scrollWidth > innerWidth")
        broken += [(address, violations, wide)] if violations or wide else []
    assert broken == []
    assert len(addresses) > 30
