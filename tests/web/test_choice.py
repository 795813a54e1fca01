"""The way through a timeline of more events than a page: days from and to, pages."""

import re

import pytest
from django.test import Client

from tests.factories import make_document, make_events, make_timeline
from timeline.web.choice import TYPED

pytestmark = pytest.mark.django_db
ADDRESS = "/timelines/line/"


@pytest.fixture
def line(db: None) -> None:
    """Thirty events, a day apart from 1 January 1900."""
    passage = make_document("page", passages=["word " * 20]).passages.get()
    make_events(make_timeline("line"), passage, 30)


def shown(client: Client, **query: str) -> str:
    answer = client.get(ADDRESS, query)
    assert answer.status_code == 200
    return answer.content.decode()


def listed(page: str) -> list[str]:
    return re.findall(r'<li class="event"[^>]*data-event="([^"]*)"', page)


def test_a_timeline_that_is_whole_on_its_page_has_no_form(
    line: None, client: Client
) -> None:
    page = shown(client)
    assert "<form" not in page
    assert "and on the axis" not in page


def test_above_the_list_stands_how_much_of_it_is_here(
    line: None, client: Client
) -> None:
    page = shown(client, limit="10")
    assert page.index("10 of 30 events stand here") < page.index('<ol class="events"')
    assert "From the first" not in page
    (following,) = set(re.findall(r'href="(\?[^"]*)" rel="next"', page))
    page = client.get(ADDRESS + following.replace("&amp;", "&")).content.decode()
    assert listed(page)[0] == "e0011"
    assert '<a href="/timelines/line/?limit=10">From the first</a>' in page


def test_days_are_asked_by_a_form_that_needs_no_script(
    line: None, client: Client
) -> None:
    page = shown(client, limit="10")
    assert 'name="from" value=""' in page
    assert '<input type="hidden" name="limit" value="10">' in page
    found = {"limit": "10", "from": "1900-01-05", "to": "1900-01-08"}
    page = shown(client, **found)
    assert listed(page) == ["e0005", "e0006", "e0007", "e0008"]
    assert 'name="from" value="1900-01-05"' in page
    assert 'name="to" value="1900-01-08"' in page
    assert "26 events not drawn: outside the dates asked for." in page


@pytest.mark.parametrize(
    ("typed", "is_let_through"),
    [
        *[(day, True) for day in ("1850", "0850", "-0043", "1917-09-28", "2421500")],
        *[(day, True) for day in ("18XX", "1850~", "Y17000", "1917-05/1918")],
        *[
            (day, False)
            for day in ("850", "-44", "44 BC", "May 1850", "6", "12345", " 1850")
        ],
    ],
)
def test_a_year_of_few_digits_is_no_day_number_unasked(
    typed: str, is_let_through: bool
) -> None:
    assert bool(re.fullmatch(TYPED, typed)) == is_let_through


def test_what_is_not_understood_is_said_with_what_would_be(
    line: None, client: Client
) -> None:
    page = client.get(ADDRESS, {"to": "May 1850"}).content.decode()
    assert "to: “May 1850” is not understood." in page
    assert "-0043 for 44 BC" in page


def test_what_is_typed_comes_back_as_text(line: None, client: Client) -> None:
    answer = client.get(ADDRESS, {"from": '"><script>'})
    assert answer.status_code == 400
    assert "<script>" not in answer.content.decode()


def test_undated_events_have_no_days(line: None, client: Client) -> None:
    page = shown(client, undated="yes", limit="1")
    assert 'name="from"' not in page
    assert "on the axis" not in page
