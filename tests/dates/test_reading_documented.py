"""The tables of docs/dates.md on printed dates say what the code does."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from .reading_cases import read, written

PAGE = (Path(__file__).parents[2] / "docs" / "dates.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = PAGE.split(f"### {heading}\n")[1].split("\n##")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in lines[2:]
    ]


@pytest.mark.parametrize(
    "row", rows("What is printed, and what it means"), ids=lambda row: row[0]
)
def test_what_is_printed(row: list[str]) -> None:
    found = re.fullmatch(r"(.*?)(?: \((ru|fr|de)\))?", row[0])
    assert found is not None
    text, language = found.groups()
    assert written(text, language or "en") == row[1]


@pytest.mark.parametrize(
    "row", rows("What is refused as no date"), ids=lambda row: row[0]
)
def test_what_is_refused(row: list[str]) -> None:
    assert read(row[0]).is_refused
