"""`calendar.js` against the same published values as the Python day numbers."""

import json
from pathlib import Path
from typing import Any

import pytest

from .conftest import Run

pytestmark = pytest.mark.browser

TABLE = Path(__file__).resolve().parents[1] / "data" / "day_numbers.json"
STYLES = ("julian", "gregorian")
ROWS = [row for row in json.loads(TABLE.read_text()) if row["calendar"] in STYLES]


def named(row: dict[str, Any]) -> dict[str, int]:
    """Year, month and day of a row."""
    return {part: row[part] for part in ("year", "month", "day")}


def test_the_table_has_both_calendars() -> None:
    assert {row["calendar"] for row in ROWS} == set(STYLES)
    assert any(row["year"] < -10_000 for row in ROWS)
    assert any(row["year"] > 10_000 for row in ROWS)


def test_dates_become_day_numbers(run: Run) -> None:
    found = run(
        "calendar",
        "return arg.map(({calendar, year, month, day}) =>"
        " m.dayNumber(calendar, year, month, day))",
        ROWS,
    )
    assert found == [row["day_number"] for row in ROWS]


def test_day_numbers_become_dates(run: Run) -> None:
    found = run(
        "calendar",
        "return arg.map(({calendar, day_number}) => m.civilDate(calendar, day_number))",
        ROWS,
    )
    assert found == [named(row) for row in ROWS]


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("middle", [0, 2421500, -8_000_000_000_000_000, 8 * 10**15])
def test_every_day_there_is_comes_back(run: Run, style: str, middle: int) -> None:
    """Four centuries of days, each one day after the one before."""
    script = """
      const [style, middle] = arg;
      const wrong = [];
      let before = m.civilDate(style, middle - 1);
      for (let n = middle; n < middle + 146097; n += 1) {
        const {year, month, day} = m.civilDate(style, n);
        const last = month === 1 ? 12 : month - 1;
        const next = day === 1
          ? before.day >= 28 && before.month === last
          : day === before.day + 1 && month === before.month;
        if (m.dayNumber(style, year, month, day) !== n || !next) wrong.push(n);
        before = {year, month, day};
      }
      return wrong.slice(0, 5);
    """
    assert run("calendar", script, [style, middle]) == []


def test_months_beyond_the_year_carry_over(run: Run) -> None:
    """The thirteenth month of 1916 is January 1917, and month 0 is December before."""
    script = """
      const day = (date) => m.dayNumber("julian", ...date);
      const same = (a, b) => day(a) === day(b);
      return [
        same([1916, 13, 1], [1917, 1, 1]),
        same([1917, 0, 31], [1916, 12, 31]),
        same([0, 1917 * 12 + 9, 15], [1917, 9, 15]),
      ];
    """
    assert run("calendar", script) == [True, True, True]


def test_division_rounds_down_where_floating_point_would_not(run: Run) -> None:
    """(2**53 - 1) div 146097, by Python's integers."""
    number = 2**53 - 1
    found = run(
        "calendar",
        "return [m.floorDiv(arg, 146097), m.floorMod(arg, 146097), m.floorDiv(-1, 4)]",
        number,
    )
    assert found == [number // 146097, number % 146097, -1]
