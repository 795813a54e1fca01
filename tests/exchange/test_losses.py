"""An export says what is not in the file: of the format, and with numbers."""

import io

import pytest
from django.core.management import call_command

from timeline.exchange import FORMATS, Report, export_to, format_named
from timeline.models import Event, Timeline

pytestmark = pytest.mark.django_db


def losses(name: str, timeline: str | None = None) -> list[str]:
    return export_to(io.StringIO(), format_named(name), timeline)


@pytest.fixture
def uncited(letter: Report) -> None:
    """Two events that cite nothing and have no date."""
    timeline = Timeline.objects.create(slug="other", title="Other")
    for slug in ("a", "b"):
        Event.objects.create(timeline=timeline, slug=slug, title=slug)


def test_a_fixture_loses_nothing(uncited: None) -> None:
    assert losses("json") == losses("jsonl") == []


@pytest.mark.parametrize("name", ["bibtex", "ris", "csl-json"])
def test_events_without_a_citation_are_counted(uncited: None, name: str) -> None:
    always = list(FORMATS[name].losses)
    assert losses(name) == [*always, "2 events without a citation."]
    assert losses(name, "letter") == always


def test_what_a_calendar_cannot_place_is_counted(uncited: None) -> None:
    *_, last = losses("icalendar")
    assert last == "2 events that a calendar cannot place, named in it."


def test_the_command_tells_them(uncited: None, tmp_path) -> None:
    err = io.StringIO()
    call_command("export_events", output=tmp_path / "sources.bib", stderr=err)
    assert "Not in this format: 2 events without a citation.\n" in err.getvalue()
