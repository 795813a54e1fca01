"""Ctrl-C: before the last transaction is over nothing is there, after it all of it."""

from collections.abc import Callable
from typing import Any

import pytest

from timeline.exchange import Report, roll_back_dead_imports, writer
from timeline.models import Event, Import

from .conftest import counts

pytestmark = pytest.mark.django_db
TABLE = "id,title,date,timeline\na,A,1917,t\n"
CHANGED = "id,title,date,timeline\na,Another,1917,t\nb,B,1918,t\n"


@pytest.fixture
def before(bring) -> Report:
    return bring(TABLE)


def interrupt(monkeypatch: pytest.MonkeyPatch, name: str, after: bool = False) -> None:
    """Interrupt a step of the writer, before it or right after it."""
    step: Callable[..., Any] = getattr(writer, name)

    def interrupted(*args: Any, **kwargs: Any) -> None:
        if after:
            step(*args, **kwargs)
        raise KeyboardInterrupt

    monkeypatch.setattr(writer, name, interrupted)


@pytest.mark.parametrize("name", ["_reserve", "_write_hidden", "_show"])
def test_before_it_is_in_nothing_is_there(
    before: Report, bring, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    interrupt(monkeypatch, name)
    with pytest.raises(KeyboardInterrupt):
        bring(CHANGED)
    assert list(Event.objects.values_list("title", flat=True)) == ["A"]
    assert Import.objects.latest("pk").state == Import.State.ROLLED_BACK


@pytest.mark.parametrize(
    ("name", "after"), [("_show", True), ("_end", False), ("note", False)]
)
def test_once_it_is_in_the_report_says_so(
    before: Report, bring, monkeypatch: pytest.MonkeyPatch, name: str, after: bool
) -> None:
    with monkeypatch.context() as patched:
        interrupt(patched, name, after)
        report = bring(CHANGED)
    assert report.written
    assert counts(report) == (1, 1, 0, 0)
    assert any("interrupted when all of it was in" in note for note in report.notes)
    assert set(Event.objects.values_list("title", flat=True)) == {"Another", "B"}
    job = Import.objects.get(pk=report.import_id)
    assert (job.state, job.finished) == (Import.State.DONE, None)
    roll_back_dead_imports()
    job.refresh_from_db()
    assert job.finished is not None
    reasons = Event.objects.get(slug="a").history.values_list("history_change_reason")
    assert (f"import {job.pk}",) in reasons


def test_after_its_end_too(
    before: Report, bring, monkeypatch: pytest.MonkeyPatch
) -> None:
    interrupt(monkeypatch, "_end", after=True)
    assert bring(CHANGED).written
    assert Event.objects.count() == 2
