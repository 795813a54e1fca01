"""The page on which two events are merged."""

import re

import pytest
from django.test import Client

from tests.factories import make_event, make_timeline
from timeline.models import Event


@pytest.fixture
def events(db: None) -> tuple[Event, Event]:
    timeline = make_timeline()
    return (
        make_event(timeline, "one", "1821-05-03", title="The mast breaks"),
        make_event(timeline, "two", "1821-05-04", title="The mast broke"),
    )


def form(client: Client, address: str) -> dict[str, str]:
    page = client.get(address).content.decode()
    names = "other|kept_version|other_version"
    return dict(re.findall(rf'name="({names})" value="(\d+)"', page))


def test_found_looked_at_and_merged(
    publisher: Client, events: tuple[Event, Event]
) -> None:
    kept, other = events
    address = f"/desk/events/{kept.pk}/merge/"
    found = publisher.get(f"{address}?q=MAST").content.decode()
    assert f"?other={other.pk}" in found
    assert f"?other={kept.pk}" not in found
    publisher.post(address, form(publisher, f"{address}?other={other.pk}"))
    assert Event.objects.get() == kept
    assert kept.datings.count() == 2


def test_a_change_meanwhile_is_told(
    publisher: Client, events: tuple[Event, Event]
) -> None:
    kept, other = events
    address = f"/desk/events/{kept.pk}/merge/"
    values = form(publisher, f"{address}?other={other.pk}")
    other.summary = "More is known."
    other.save()
    page = publisher.post(address, values).content.decode()
    assert "changed meanwhile" in page
    assert "More is known." in page
    assert Event.objects.count() == 2


def test_who_may_not_delete_events_may_not_merge(
    editor: Client, events: tuple[Event, Event]
) -> None:
    group = editor.user.groups.get()
    group.permissions.remove(group.permissions.get(codename="delete_event"))
    assert editor.get(f"/desk/events/{events[0].pk}/merge/").status_code == 403
