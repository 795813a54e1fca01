"""The tables of docs/dates.md say what the code does, and name all that is public."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import timeline.dates
from timeline.dates import Calendar, DateError, civil_date, parse_edtf, word_date

PAGE = (Path(__file__).parents[2] / "docs" / "dates.md").read_text("utf-8")


def rows(heading: str) -> list[list[str]]:
    """The cells of the table under a heading, without its head."""
    section = PAGE.split(f"### {heading}\n")[1].split("\n###")[0]
    lines = [line for line in section.splitlines() if line.startswith("|")]
    return [
        [cell.strip().strip("`") for cell in line.strip("|").split("|")]
        for line in lines[2:]
    ]


def day(number: int | None) -> str:
    if number is None:
        return ""
    year, month, day_of_month = civil_date(Calendar.GREGORIAN, number)
    sign = "-" if year < 0 else ""
    return f"{sign}{abs(year):04}-{month:02}-{day_of_month:02}"


@pytest.mark.parametrize("row", rows("What is read as EDTF"), ids=lambda row: row[0])
def test_what_is_read(row: list[str]) -> None:
    date = parse_edtf(row[0])
    if not row[0].startswith("Y"):
        assert [day(date.first_day), day(date.last_day)] == row[1:3]


@pytest.mark.parametrize("row", rows("What is refused"), ids=lambda row: row[0])
def test_what_is_refused(row: list[str]) -> None:
    with pytest.raises(DateError) as refusal:
        parse_edtf(row[0])
    assert str(refusal.value.column) == row[1]


@pytest.mark.parametrize("row", rows("Words"), ids=lambda row: row[0])
def test_how_it_is_told(row: list[str]) -> None:
    assert word_date(parse_edtf(row[0])) == row[1]


def test_every_calendar_is_described() -> None:
    told = {name for row in rows("Day numbers") for name in re.findall(r"\w+", row[0])}
    assert told == set(Calendar)


def test_the_front_door_names_only_what_exists() -> None:
    assert sorted(timeline.dates.__all__, key=str.lower) == sorted(
        set(timeline.dates.__all__), key=str.lower
    )
    for name in timeline.dates.__all__:
        assert getattr(timeline.dates, name).__doc__ or name.isupper(), name
