"""`notes.js`: notes level with their markers, never over each other."""

import pytest

from .conftest import Run

pytestmark = pytest.mark.browser


def test_notes_stand_level_with_their_markers_or_lower(run: Run) -> None:
    notes = [
        {"height": 100, "wanted": 0},
        {"height": 200, "wanted": 380},
        {"height": 50, "wanted": 400},
        {"height": 50, "wanted": 2000},
    ]
    assert run("notes", "return m.stack(arg, 20)", notes) == [0, 380, 600, 2000]
