"""Former addresses travel in fixtures by what they say, not by their numbers."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command

from tests.factories import make_document, make_event, make_timeline
from timeline.models import Event, FormerAddress, merge_events


@pytest.fixture
def renamed(db: None) -> Event:
    """A timeline, a document and an event, each renamed once; one event merged."""
    timeline, document = make_timeline("old"), make_document("draft")
    event = make_event(timeline, "first", None)
    timeline.slug, document.slug = "new", "fair-copy"
    timeline.save()
    document.save()
    event.slug = "second"
    event.save()
    merge_events(event, make_event(timeline, "twin", None))
    return event


def dumped() -> list[dict]:
    out = io.StringIO()
    call_command(
        "dumpdata",
        "timeline.formeraddress",
        use_natural_foreign_keys=True,
        use_natural_primary_keys=True,
        stdout=out,
    )
    return json.loads(out.getvalue())


def keys() -> set[tuple]:
    return {address.natural_key() for address in FormerAddress.objects.all()}


EXPECTED = {
    ("timeline", None, "old"),
    ("document", None, "draft"),
    ("event", "new", "first"),
    ("event", "new", "twin"),
}


def test_they_are_told_apart_by_kind_timeline_and_slug(renamed: Event) -> None:
    assert keys() == EXPECTED
    for key in EXPECTED:
        assert FormerAddress.objects.get_by_natural_key(*key).natural_key() == key


def test_a_fixture_has_no_numbers_and_loads_twice(
    renamed: Event, tmp_path: Path
) -> None:
    rows = dumped()
    assert len(rows) == 4 and not any("pk" in row for row in rows)
    path = tmp_path / "addresses.json"
    path.write_text(json.dumps(rows))
    FormerAddress.objects.all().delete()
    for _ in range(2):
        call_command("loaddata", str(path), verbosity=0)
        assert keys() == EXPECTED
    leads = {address.slug: address.leads_to for address in FormerAddress.objects.all()}
    assert leads["first"] == leads["twin"] == renamed
