"""The command after an import that died takes it back, and says so in one sentence."""

import io

import pytest
from django.core.management import call_command

from timeline.models import Event, Import, Timeline

pytestmark = pytest.mark.django_db


@pytest.fixture
def died() -> Import:
    """An import whose process is gone, with one row that nobody sees."""
    job = Import.objects.create(file_name="Rows.csv", format="csv")
    timeline = Timeline.objects.create(slug="t", title="T")
    event = Event.objects.create(timeline=timeline, slug="e", title="E")
    Event.objects.update(imported_by=job)
    job.blocks = {"event": [event.pk, event.pk]}
    job.save()
    return job


@pytest.mark.parametrize("command", ["export_events", "undo_import"])
def test_told_once(died: Import, command: str) -> None:
    assert Event.objects.count() == 0
    for sentences in (1, 0):
        err = io.StringIO()
        call_command(command, stdout=io.StringIO(), stderr=err)
        sentence = f"Import {died.pk} of Rows.csv had died; nothing of it is left.\n"
        assert err.getvalue() == sentence * sentences
    assert Event._base_manager.count() == 0
    died.refresh_from_db()
    assert (died.state, died.why) == ("rolled_back", "The process died.")
