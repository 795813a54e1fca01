"""Markup, scripts and bidi controls in every text field are shown as text."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_citation, make_document, make_event, make_timeline
from tests.web.conftest import parse
from timeline.models import Event, Tag
from timeline.web.addresses import event_address, web_link

pytestmark = pytest.mark.django_db

EVIL = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>\u202e{{ 7 }}&amp;"
PAGES = [
    "/",
    "/timelines/",
    "/documents/",
    "/timelines/evil/",
    "/timelines/evil/events/{slug}/",
    "/documents/evil/",
    "/documents/evil/at/p1/",
]


@pytest.fixture
def evil() -> Event:
    """One event with markup in each of its texts, and in those of its document."""
    texts = ("subtitle", "creator", "place", "source_repository", "source_edition")
    more = ("source_rights", "calendar_basis", "context_basis")
    document = make_document(
        "evil",
        passages=[f"{EVIL} May 6 {EVIL}"],
        title=EVIL,
        calendar="julian",
        context_date="1917",
        **dict.fromkeys(texts + more, EVIL),
    )
    line = make_timeline("evil", title=EVIL, description=EVIL)
    event = make_event(
        line,
        EVIL.replace("/", "∕"),
        "1917-05-06",
        "julian",
        title=EVIL,
        summary=EVIL,
        group=EVIL,
        media_url="https://example.org/picture.png",
        media_caption=EVIL,
        media_credit=EVIL,
        link='https://example.org/?q="><script>',
    )
    event.tags.add(Tag.objects.create(kind="topic", slug="evil", name=EVIL))
    make_citation(event, document.passages.get(), f"May 6 {EVIL}", note=EVIL)
    supplied = {"what": EVIL, "value": EVIL, "from": {"source": EVIL}, "why": EVIL}
    event.datings.update(supplied=[supplied], reason=EVIL, who=EVIL)
    event.datings.create(
        edtf_written="1917-03-06",
        kind="variant",
        reason=EVIL,
        who=EVIL,
        as_written=EVIL,
    )
    return event


@pytest.mark.parametrize("address", PAGES)
def test_markup_is_shown_as_text(evil: Event, client: Client, address: str) -> None:
    address = address.replace("/timelines/evil/events/{slug}/", "EVENT")
    if address == "EVENT":
        address = event_address("evil", evil.slug)
    response = client.get(address)
    assert response.status_code == 200
    page = parse(response.content)
    scripts = [values for tag, values in page.tags if tag == "script"]
    assert all("timeline.js" in str(values["src"]) for values in scripts)
    assert not [tag for tag, _ in page.tags if tag == "img"]
    assert not [v for _, v in page.tags if any(name.startswith("on") for name in v)]
    assert "<script>alert(1)</script>" in page.words


def test_source_text_cannot_turn_the_page_round(evil: Event, client: Client) -> None:
    """Each right-to-left override stands inside `<bdi>`, which ends its effect."""
    for address in ("/", "/timelines/evil/", "/documents/evil/"):
        content = client.get(address).content.decode().split("</head>")[1]
        outside = content
        while "<bdi>" in outside:
            start = outside.index("<bdi>")
            outside = outside[:start] + outside[outside.index("</bdi>", start) + 6 :]
        text = "".join(parse(outside.encode()).text)
        assert "\u202e" not in text, address


def test_json_is_data(evil: Event, client: Client) -> None:
    for address in ("/timelines/evil.json", "/documents/evil.json"):
        response = client.get(address)
        assert response["Content-Type"] == "application/json"
        assert response["X-Content-Type-Options"] == "nosniff"
        assert EVIL in str(response.json()["title"])


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://example.org/a?b=c", True),
        ("http://example.org", True),
        ("javascript:alert(1)", False),
        ("JavaScript:alert(1)", False),
        ("data:text/html,x", False),
        ("//example.org", False),
        ("https:example.org", False),
        ("http://[", False),
        ("", False),
    ],
)
def test_only_addresses_of_the_web_are_links(address: str, shown: bool) -> None:
    assert web_link(address) == (address if shown else "")


def test_a_link_that_slipped_in_is_not_a_link(client: Client) -> None:
    event = make_event(make_timeline("line"), "one")
    bad: dict[str, Any] = {
        "link": "javascript:alert(1)",
        "media_url": "data:text/html,",
    }
    Event.objects.filter(pk=event.pk).update(**bad)
    page = parse(client.get("/timelines/line/events/one/").content)
    assert not [href for href in page.hrefs if href.startswith(("javascript", "data"))]


def test_outside_links_tell_nobody_where_the_reader_came_from(
    evil: Event, client: Client
) -> None:
    page = parse(client.get(event_address("evil", evil.slug)).content)
    outside = [
        v for t, v in page.tags if t == "a" and str(v["href"]).startswith("http")
    ]
    assert len(outside) == 2
    for values in outside:
        assert values["rel"] == "noopener noreferrer nofollow"


@pytest.mark.parametrize(
    "slug",
    [
        "plain",
        "with spaces",
        " edges ",
        "a/b/c",
        "../up",
        "a/../b",
        "50% of?it#all",
        "ends.json",
        "ends/",
        "Москва 1917",
        "6.5.1917",
        "%2e%2e",
        "+plus&and=",
        "\u202eturned",
        "\\back",
    ],
)
def test_any_text_is_an_address(client: Client, slug: str) -> None:
    make_event(make_timeline("line"), slug)
    (found,) = client.get("/timelines/line.json").json()["events"]
    assert found["slug"] == slug
    page = client.get(found["url"])
    assert page.status_code == 200
    twin = found["url"].rstrip("/") + ".json"
    assert client.get(twin).json()["slug"] == slug
    assert f'href="{found["url"]}"' in client.get("/timelines/line/").content.decode()


def test_a_megabyte_of_summary(client: Client) -> None:
    summary = "word " * 200_000 + "the end"
    make_event(make_timeline("line"), "long", summary=summary)
    listed = client.get("/timelines/line/").content.decode()
    assert len(listed) < 20_000
    assert "the whole summary" in listed
    assert "the end" in client.get("/timelines/line/events/long/").content.decode()
    (event,) = client.get("/timelines/line.json").json()["events"]
    assert event["summary_is_cut"]
    assert len(event["summary"]) == 1_000
    whole = client.get("/timelines/line/events/long.json").json()
    assert whole["summary"] == summary
    assert not whole["summary_is_cut"]
