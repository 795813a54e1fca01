"""A small run of the accuracy benchmark: random edits whose truth is known."""

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

PATH = Path(__file__).parents[1] / "benchmarks" / "alignment_accuracy.py"


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("alignment_accuracy", PATH)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


accuracy = load()


@pytest.fixture(scope="module")
def text() -> str:
    words: str = accuracy.Prose(accuracy.random.Random(77)).text(40_000)
    return words


@pytest.mark.parametrize("name", list(accuracy.EDITS))
def test_no_pointer_is_wrong_and_nearly_all_are_right(name: str, text: str) -> None:
    outcome, seconds = accuracy.measure(text, name, 77, 200)
    count = outcome["right"] + outcome["wrong"] + outcome["handed over"]
    assert count > 150
    assert outcome["wrong"] == 0
    least = 0.9 if name == "paragraphs copied" else 0.98
    assert outcome["right"] >= least * count
    assert seconds < 5


def test_the_benchmark_knows_what_it_altered() -> None:
    """The truth follows characters: what is cut has no place, what stays keeps it."""
    text = "On May 6 it rained.\n\nOn June 7 it snowed."
    chance, prose = accuracy.random.Random(1), accuracy.Prose(accuracy.random.Random(1))
    for name, edit in accuracy.EDITS.items():
        new, origins = accuracy.joined(edit(accuracy.cells(text), chance, prose))
        assert len(new) == len(origins)
        kept = [
            (new[at], text[origin])
            for at, origin in enumerate(origins)
            if origin is not None
        ]
        if name in ("paragraphs moved", "paragraphs deleted", "paragraphs inserted"):
            assert kept and all(now == before for now, before in kept)
