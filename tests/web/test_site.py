"""Home and lists, empty states, error pages, headers."""

import json
from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.db import connection
from django.template.loader import get_template
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.views.defaults import server_error

from tests.factories import make_document, make_event, make_timeline
from timeline.models import Timeline

pytestmark = pytest.mark.django_db


def test_an_empty_site_tells_an_editor_what_to_do(client: Client) -> None:
    content = client.get("/").content.decode()
    assert "There is no timeline to read yet." in content
    assert "There is no document to read yet." in content
    assert 'href="/admin/"' in content
    for address in ("/timelines/", "/documents/"):
        assert client.get(address).status_code == 200


def test_home_lists_what_there_is(letter: Any, client: Client) -> None:
    content = client.get("/").content.decode()
    assert 'href="/timelines/letter/"' in content
    assert 'href="/documents/letter/"' in content
    assert "6 events" in content
    assert "9 dates cited" in content


def test_lists_are_bounded_and_walked(client: Client) -> None:
    Timeline.objects.bulk_create(
        Timeline(slug=f"t{n:03}", title=f"T {n // 7}", publication="published")
        for n in range(230)
    )
    assert client.get("/").content.decode().count('href="/timelines/t') == 20
    found: list[str] = []
    address = "/timelines/"
    while address:
        content = client.get(address).content.decode()
        found += [part[:4] for part in content.split('href="/timelines/')[1:]]
        found = [slug for slug in found if slug.startswith("t")]
        after = content.split('href="/timelines/?')[1:]
        address = f"/timelines/?{after[0].split(chr(34))[0]}" if after else ""
    assert len(found) == len(set(found)) == 230
    for after in ("none", "%00", "a b"):
        assert client.get(f"/timelines/?after={after}").status_code == 400


def test_an_empty_timeline(client: Client) -> None:
    make_timeline("line")
    assert "has no events yet" in client.get("/timelines/line/").content.decode()
    assert client.get("/timelines/line.json").json()["events"] == []


def test_a_timeline_without_any_date(client: Client) -> None:
    make_event(make_timeline("line"), "one", day=None, summary="Some day.")
    content = client.get("/timelines/line/").content.decode()
    assert "Event one" in content
    assert "date unknown" in content
    assert "1 event not drawn: no accepted date." in content


def test_an_event_without_anything_has_its_page(client: Client) -> None:
    make_event(make_timeline("line"), "one", day=None)
    content = client.get("/timelines/line/events/one/").content.decode()
    assert "date unknown" in content
    assert "No passage is cited for this date." in content


@pytest.mark.parametrize(
    "address",
    [
        *("/nothing/", "/timelines/none/", "/documents/none/"),
        *("/timelines/none/events/x/", "/documents/none/at/p1/"),
        "/timelines/a%00b/events/%00/",
    ],
)
def test_nothing_there(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert "Nothing public stands at this address" in response.content.decode()


@pytest.mark.parametrize(
    "address",
    ["/timelines/none.json", "/documents/none.json", "/timelines/x/events/y.json"],
)
def test_nothing_there_in_json(client: Client, address: str) -> None:
    response = client.get(address)
    assert response.status_code == 404
    assert list(json.loads(response.content)) == ["error"]


def test_the_error_page_asks_nothing_of_the_database(rf: Any) -> None:
    with CaptureQueriesContext(
        connection,
    ) as queries:
        response = server_error(rf.get("/"))
    assert response.status_code == 500
    assert "The page could not be made" in response.content.decode()
    assert len(queries) == 0


def test_error_pages_need_no_context() -> None:
    for name in ("404.html", "500.html"):
        assert "<h1>" in get_template(name).render()


@pytest.mark.parametrize("method", ["post", "put", "delete", "patch"])
def test_pages_are_only_read(client: Client, method: str) -> None:
    make_timeline("line")
    for address in ("/", "/timelines/line/", "/timelines/line.json"):
        assert getattr(client, method)(address).status_code == 405


def test_head_answers_like_get(client: Client) -> None:
    make_timeline("line")
    response = client.head("/timelines/line/")
    assert response.status_code == 200
    assert response.content == b""


def test_a_missing_last_slash_leads_to_the_page(client: Client) -> None:
    make_timeline("line")
    response = client.get("/timelines/line")
    assert response.status_code == 301
    assert response["Location"] == "/timelines/line/"


@pytest.mark.parametrize("address", ["/", "/timelines/line/", "/timelines/line.json"])
def test_headers_keep_others_out(client: Client, address: str) -> None:
    make_timeline("line")
    headers = client.get(address).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["Referrer-Policy"] == "same-origin"


def test_every_page_names_its_twin(letter: Any, client: Client) -> None:
    for page in (
        "/timelines/letter/",
        "/documents/letter/",
        "/timelines/letter/events/moscow-strike/",
    ):
        twin = page[:-1] + ".json"
        assert (
            f'type="application/json" href="{twin}"'
            in client.get(page).content.decode()
        )
        assert client.get(twin).status_code == 200


def test_slugs_of_other_scripts(client: Client) -> None:
    make_timeline("летопись")
    make_document("книга", passages=["6 мая 1917."])
    for address in ("/timelines/летопись/", "/documents/книга/"):
        assert client.get(address).status_code == 200
        assert client.get(address[:-1] + ".json").status_code == 200


KEYS = {
    "timeline": "slug title description from to total undrawn events next",
    "document": "slug title language calendar passages notes citations next",
    "passage": "key kind number text after",
    "event": "slug timeline title summary status link url datings citations",
    "citation": "key url document passage quoted exact prefix suffix start end role "
    "state timeline event",
    "dating": "key as_written calendar calendar_basis edtf_written edtf first_day "
    "last_day start_kind end_kind status kind reason supplied citation",
    "supplied": "what value from why",
}


@pytest.mark.parametrize("shape", KEYS)
def test_the_keys_that_programs_rely_on(
    letter: Any, client: Client, shape: str
) -> None:
    timeline = client.get("/timelines/letter.json").json()
    document = client.get("/documents/letter.json").json()
    event = timeline["events"][0]
    dating = event["datings"][0]
    found = {
        "timeline": timeline,
        "document": document,
        "passage": document["passages"][0],
        "event": event,
        "citation": event["citations"][0],
        "dating": dating,
        "supplied": dating["supplied"][0],
    }
    assert set(found[shape]) >= set(KEYS[shape].split())


def test_a_page_for_others_says_what_it_takes(client: Client) -> None:
    user = get_user_model().objects.create_user("guest", is_staff=True)
    client.force_login(user)
    answer = client.get("/admin/timeline/event/")
    assert answer.status_code == 403
    page = answer.content.decode()
    assert "This page is not for your account" in page
    assert 'href="/timelines/"' in page
