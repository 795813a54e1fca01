"""When places changed calendar: the table, the warnings, the suggestions."""

from __future__ import annotations

import pytest

from timeline.dates import (
    Calendar,
    DateContext,
    calendar_warnings,
    changeover_at,
    day_number,
    parse_edtf,
    read_date,
    suggest_calendar,
)
from timeline.dates.changeovers import CHANGEOVERS, Changeover

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN


@pytest.mark.parametrize("change", CHANGEOVERS, ids=lambda change: change.place)
def test_the_first_new_day_follows_the_last_old_one(change: Changeover) -> None:
    last = day_number(JULIAN, *change.last_julian)
    assert day_number(GREGORIAN, *change.first_gregorian) == last + 1
    assert change.source


def test_no_name_stands_for_two_places() -> None:
    names = [name for change in CHANGEOVERS for name in (change.place, *change.also)]
    assert len({name.casefold() for name in names}) == len(names)


@pytest.mark.parametrize(
    ("place", "found"),
    [
        ("Russia", "Russia"),
        ("petrograd", "Russia"),
        ("Petrograd, Russia", "Russia"),
        ("  London,  England ", "Great Britain"),
        ("Helsinki, Finland", "Sweden"),
        ("Atlantis", None),
        ("", None),
    ],
)
def test_places_are_found_by_their_names(place: str, found: str | None) -> None:
    change = changeover_at(place)
    assert (change.place if change else None) == found


@pytest.mark.parametrize(
    ("edtf", "calendar", "place", "says"),
    [
        ("1582-10-10", GREGORIAN, "Rome", "no such day"),
        ("1582-10-15", GREGORIAN, "Rome", None),
        ("1582-12-15", GREGORIAN, "France", "9 December 1582 was followed by 20"),
        ("1752-09-05", GREGORIAN, "England", "no such day"),
        ("1752-09-02", GREGORIAN, "England", "kept the Julian calendar until 2 Sep"),
        ("1752-09-14", GREGORIAN, "England", None),
        ("1752-09-02", JULIAN, "England", None),
        ("1752-09-03", JULIAN, "England", "from 14 September 1752 on"),
        ("1918-02-05", GREGORIAN, "Moscow", "no such day"),
        ("1917-11-07", GREGORIAN, "Petrograd", "kept the Julian calendar"),
        ("1917-10-25", JULIAN, "Petrograd", None),
        ("1918-02-14", GREGORIAN, "Petrograd", None),
        ("1918-01-20/1918-03-01", GREGORIAN, "Petrograd", None),
        ("1917-11-07/..", GREGORIAN, "Petrograd", None),
        ("1582-10-10", GREGORIAN, "", "October 1582, these days were left out"),
        ("1582-10-15", GREGORIAN, "", None),
        ("1582-10-04", GREGORIAN, "", None),
        ("1582-10-10", JULIAN, "", None),
        ("1918-02-05", GREGORIAN, "", None),
    ],
)
def test_warnings(edtf: str, calendar: Calendar, place: str, says: str | None) -> None:
    warnings = calendar_warnings(parse_edtf(edtf, calendar), place)
    if says is None:
        assert warnings == ()
    else:
        assert len(warnings) == 1
        assert says in warnings[0]


def test_a_warning_changes_nothing() -> None:
    context = DateContext(calendar=GREGORIAN, place="London, England")
    reading = read_date("5 September 1752", context).reading
    assert reading is not None
    assert reading.date == parse_edtf("1752-09-05")
    assert any("no such day" in warning for warning in reading.warnings)


@pytest.mark.parametrize(
    ("place", "date", "calendar"),
    [
        ("Russia", (1917, 9, 28), JULIAN),
        ("Russia", (1918, 2, 13), JULIAN),
        ("Russia", (1918, 2, 14), GREGORIAN),
        ("Great Britain", (1752, 9, 14), GREGORIAN),
        ("Greece", (1922, 1, 1), JULIAN),
    ],
)
def test_suggestions_for_a_document(
    place: str, date: tuple[int, int, int], calendar: Calendar
) -> None:
    suggestion = suggest_calendar(place, day_number(GREGORIAN, *date))
    assert suggestion is not None
    assert suggestion.calendar is calendar
    assert "kept the Julian calendar until" in suggestion.why


def test_no_suggestion_without_knowledge_of_the_place() -> None:
    assert suggest_calendar("Atlantis", 2_421_500) is None
