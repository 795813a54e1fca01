"""What a file had as an era is told to the drawing; the list has it like any event."""

import re
from typing import Any

import pytest
from django.test import Client

from tests.factories import make_event, make_timeline
from timeline.models import Event

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("extra", "is_era"),
    [
        ({"timelinejs": {"slide": "era", "text": {"headline": "The war"}}}, True),
        ({"timelinejs": {"slide": "event"}}, False),
        ({"timelinejs": {"slide": {"era": "era"}}}, False),
        ({"timelinejs": {"slide": 3}}, False),
        ({"timelinejs": "era"}, False),
        ({"slide": "era"}, False),
        ({}, False),
    ],
)
def test_an_era_is_marked_for_the_drawing(
    client: Client, extra: dict[str, Any], is_era: bool
) -> None:
    make_event(make_timeline("line"), "war")
    Event.objects.update(extra=extra)
    page = client.get("/timelines/line/").content.decode()
    (item,) = re.findall(r'<li class="event"[^>]*>', page)
    assert (" data-era" in item) is is_era
    assert client.get("/timelines/line.json").json()["events"][0]["slug"] == "war"
