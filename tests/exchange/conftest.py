"""Import and export as calls, and the letter as a starting point."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings

from timeline.exchange import Options, Report, export_to, format_named, import_file
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Mark,
    NoteLink,
    Passage,
    Proposal,
    Revision,
    Tag,
    Timeline,
)

LETTER = settings.BASE_DIR / "fixtures" / "letter.json"
MODELS = (
    *(Proposal, Mark, Dating, Citation, Event, Tag, NoteLink, Passage, Revision),
    *(Document, Timeline),
)


@pytest.fixture
def bring(tmp_path: Path, db: None) -> Callable[..., Report]:
    """Import a text (or bytes, or objects of a fixture) as a file of this name."""

    def run(content: Any, name: str = "events.csv", **options: Any) -> Report:
        path = tmp_path / name
        if isinstance(content, list):
            content = "\n".join(json.dumps(each) for each in content)
        if isinstance(content, str):
            content = content.encode()
        path.write_bytes(content)
        return import_file(path, Options(**options))

    return run


@pytest.fixture
def letter(db: None) -> Report:
    """The letter, through the door."""
    return import_file(LETTER)


def exported(name: str = "jsonl", timeline: str | None = None) -> str:
    """Everything, or one timeline, in a format."""
    out = io.StringIO()
    export_to(out, format_named(name), timeline)
    return out.getvalue()


def empty(*kept: type) -> None:
    """Remove every row but those of the kept models."""
    Event.tags.through.objects.all().delete()
    for model in MODELS:
        if model not in kept:
            model._base_manager.all()._raw_delete("default")


def counts(report: Report) -> tuple[int, int, int, int]:
    """New, changed, unchanged, refused."""
    return report.new, report.changed, report.unchanged, report.refused


def faults(report: Report) -> list[tuple[int | None, str]]:
    """Line and column of each fault."""
    return [(fault.line, fault.column) for fault in report.faults]
