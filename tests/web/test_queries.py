"""Each page has its number of queries, whatever the number of events."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_document, make_events, make_timeline

pytestmark = pytest.mark.django_db

BUDGET = {
    "/": 6,
    "/timelines/": 3,
    "/documents/": 3,
    "/timelines/line/": 10,
    "/timelines/line/events/e0001/": 6,
    "/documents/page/": 9,
    "/timelines/line.json": 5,
    "/timelines/line/events/e0001.json": 4,
    "/documents/page.json": 5,
    "/citations/{key}/": 2,
}


@pytest.mark.parametrize("count", [1, 6, 500])
@pytest.mark.parametrize("address", BUDGET)
def test_queries_do_not_grow_with_events(
    client: Client, django_assert_num_queries: Any, address: str, count: int
) -> None:
    document = make_document("page", passages=["word " * 200])
    events = make_events(make_timeline("line"), document.passages.get(), count)
    key = events[0].citations.get().key
    with django_assert_num_queries(BUDGET[address]):
        assert client.get(address.format(key=key)).status_code in (200, 302)


def test_a_page_of_500_lists_500(client: Client) -> None:
    document = make_document("page", passages=["word " * 200])
    make_events(make_timeline("line"), document.passages.get(), 501)
    for address in ("/timelines/line/", "/documents/page/"):
        content = client.get(address).content.decode()
        assert content.count('<li class="event"') == 500
        assert "1 event not drawn" in content


def test_the_letter_within_its_budget(
    letter: Any, client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(10):
        client.get("/timelines/letter/")
    with django_assert_num_queries(9):
        client.get("/documents/letter/")


def test_a_reader_without_a_cookie_costs_no_session(
    letter: Any, client: Client, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(10) as queries:
        response = client.get("/timelines/letter/")
    assert not any("session" in q["sql"] or "auth_" in q["sql"] for q in queries)
    assert not response.cookies
