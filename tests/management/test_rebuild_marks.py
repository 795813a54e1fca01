"""`manage.py rebuild_marks`: the marks as if every dating had just been accepted."""

from io import StringIO

import pytest
from django.core.management import call_command

from timeline.management.commands import rebuild_marks
from timeline.models import Dating, Mark

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def letter() -> None:
    """The letter with its six events."""
    call_command("loaddata", "letter", verbosity=0)


def rebuild() -> str:
    """Run the command; what it prints."""
    out = StringIO()
    call_command("rebuild_marks", stdout=out)
    return out.getvalue().strip()


def marks() -> list[dict]:
    """Every mark, every column."""
    return list(Mark.objects.order_by("pk").values())


@pytest.mark.parametrize("batch", [1, 4, 6, 1000])
def test_marks_that_are_gone_come_back(
    batch: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rebuild_marks, "BATCH", batch)
    before = marks()
    Mark.objects.all().delete()
    assert rebuild() == "6 events, 6 marks"
    assert marks() == before


def test_marks_that_stand_wrong_are_put_right() -> None:
    before = marks()
    Mark.objects.update(sort_start=0, sort_end=1, visible=False)
    rebuild()
    assert marks() == before


def test_an_event_that_follows_no_dating_has_no_mark() -> None:
    Dating.objects.filter(event__slug="moscow-strike").update(status="open")
    assert rebuild() == "6 events, 5 marks"
    assert not Mark.objects.filter(event__slug="moscow-strike").exists()


def test_an_empty_database_has_no_marks() -> None:
    for model in (Dating, Mark):
        model.objects.all().delete()
    assert rebuild() == "6 events, 0 marks"
