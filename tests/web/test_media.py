"""Media, groups and the title slide are links and words; nothing is fetched."""

import json

import pytest
from django.test import Client

from tests.factories import make_event, make_timeline
from timeline.models import Event, Timeline

from .conftest import parse

pytestmark = pytest.mark.django_db
PICTURE = "https://example.org/strike.jpg"
FRAME = '<iframe width="9" src="https://example.org/embed/7"></iframe>'


@pytest.fixture
def strike() -> Event:
    return make_event(
        make_timeline("t", title="The year 1917"),
        "strike",
        "1917-08-25",
        title="Strike",
        group="Moscow",
        media_url=PICTURE,
        media_caption="A crowd",
        media_credit="Unknown hand",
        media_alt="People in a square",
    )


def page(client: Client, path: str = "/timelines/t/events/strike/"):
    answer = client.get(path)
    assert answer.status_code == 200
    return parse(answer.content)


def test_an_event_shows_its_media_as_a_link_and_words(client, strike) -> None:
    found = page(client)
    assert PICTURE in found.hrefs
    for words in ("A crowd", "Unknown hand", "What it shows: People in a square"):
        assert words in found.words
    tags = {tag for tag, _ in found.tags}
    assert not tags & {"img", "iframe", "video", "audio", "embed", "object"}


def test_words_without_an_address_are_shown_too(client, strike) -> None:
    Event.objects.update(media_url="", media_caption="", media_alt="")
    assert "Unknown hand" in page(client).words
    Event.objects.update(media_credit="")
    assert "figure" not in {tag for tag, _ in page(client).tags}


def test_of_an_embedded_frame_the_address_is_a_link(client, strike) -> None:
    kept = {"timelinejs": {"media": {"url": FRAME}}}
    Event.objects.update(media_url="", extra=kept)
    found = page(client)
    assert "https://example.org/embed/7" in found.hrefs
    assert "iframe" not in {tag for tag, _ in found.tags}


def test_a_quotation_in_place_of_an_address_is_shown_as_words(client, strike) -> None:
    """As a TimelineJS author may have it: markup, of which the words stay."""
    quotation = "<blockquote>All power<br>to <i>x</i> &lt;b&gt;</blockquote>"
    kept = {"timelinejs": {"media": {"url": quotation}}}
    Event.objects.update(media_url="", extra=kept)
    found = page(client)
    assert "All power" in found.words and "to x <b>" in found.words
    assert {"blockquote", "figure"} <= {tag for tag, _ in found.tags}
    twin = json.loads(client.get("/timelines/t/events/strike.json").content)
    assert twin["media"]["words"] == "All power\nto x <b>"
    Event.objects.update(media_url=PICTURE)
    assert "blockquote" not in {tag for tag, _ in page(client).tags}


@pytest.mark.parametrize(
    "extra",
    [
        {"timelinejs": []},
        {"timelinejs": {"media": "x", "title": 3}},
        {"timelinejs": {"media": {"url": 7}, "title": {"media": []}}},
        {"timelinejs": {"media": {"url": '<a src="javascript:alert(1)">'}}},
        {"timelinejs": {"title": {"media": {"url": "javascript:alert(1)"}}}},
    ],
)
def test_what_is_kept_may_be_anything(client, strike, extra) -> None:
    Event.objects.update(media_url="", extra=extra)
    Timeline.objects.update(extra=extra)
    for path in ("/timelines/t/", "/timelines/t/events/strike/"):
        hrefs = page(client, path).hrefs
        assert not [href for href in hrefs if href.startswith("javascript")]


def test_the_json_has_the_media_too(client, strike) -> None:
    twin = json.loads(client.get("/timelines/t/events/strike.json").content)
    assert twin["media"] == {
        **{"url": PICTURE, "words": "", "caption": "A crowd"},
        **{"credit": "Unknown hand", "alt": "People in a square"},
    }
    assert twin["is_era"] is False
    Event.objects.update(media_url="javascript:alert(1)", media_caption="")
    twin = json.loads(client.get("/timelines/t/events/strike.json").content)
    assert twin["media"]["url"] == ""
    nothing = dict.fromkeys(("media_credit", "media_alt"), "")
    Event.objects.update(extra={"timelinejs": {"slide": "era"}}, **nothing)
    twin = json.loads(client.get("/timelines/t/events/strike.json").content)
    assert (twin["media"], twin["is_era"]) == (None, True)
    line = json.loads(client.get("/timelines/t.json").content)
    assert line["media"] is None
    kept = {"timelinejs": {"title": {"media": {"url": PICTURE}}}}
    Timeline.objects.update(extra=kept)
    line = json.loads(client.get("/timelines/t.json").content)
    assert line["media"]["url"] == PICTURE
    assert line["events"][0]["is_era"] is True


def test_an_era_is_called_one(client, strike) -> None:
    assert "the source says. era" not in page(client).words
    Event.objects.update(extra={"timelinejs": {"slide": "era"}})
    assert "the source says. era" in page(client).words
    assert "Strike era" in page(client, "/timelines/t/").words


def test_a_group_stands_in_list_page_and_json(client, strike) -> None:
    assert "Group Moscow" in page(client).words
    assert "Group Moscow" in page(client, "/timelines/t/").words
    twin = json.loads(client.get("/timelines/t/events/strike.json").content)
    assert twin["group"] == "Moscow"


def test_the_title_slide_stands_at_the_head_of_its_timeline(client, strike) -> None:
    media = {"url": PICTURE, "caption": "<b>The</b> square", "credit": "Nobody"}
    Timeline.objects.update(
        description="From spring on", extra={"timelinejs": {"title": {"media": media}}}
    )
    found = page(client, "/timelines/t/")
    assert PICTURE in found.hrefs
    assert "From spring on The" not in found.words
    assert "The square Nobody" in found.words
