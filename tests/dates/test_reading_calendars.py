"""Printed dates that name another calendar, or the month before or after the letter.

Days of the Hebrew and the tabular Islamic calendar are those of published tables.
"""

from __future__ import annotations

import pytest

from timeline.dates import Calendar, DateContext, parse_edtf, read_date


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        # Passover 5677 was 7 April 1917; AH 1335 began on 28 October 1916 (tabular).
        ("15 Nisan 5677", "1917-04-07"),
        ("15th of Nisan, 5677", "1917-04-07"),
        ("1 Tishri 5678", "1917-09-17"),
        ("1 Muharram 1335", "1916-10-28"),
        ("1st of Muḥarram 1335 A.H.", "1916-10-28"),
        ("2nd half of 1914", "1914-07/1914-12"),
        ("3rd quarter of the 18th century", "1751/1775"),
        ("14 June [1842]", "1842-06-14"),
        ("10mo. 3rd, 1842", "1842-10-03"),
        ("15 Dec^r 1841", "1841-12-15"),
    ],
)
def test_months_that_name_their_calendar(text: str, edtf: str) -> None:
    result = read_date(text)
    assert result.reading is not None, result.why
    assert result.reading.date.edtf == edtf


@pytest.mark.parametrize(
    ("text", "language", "why"),
    [
        ("Ramadan 1917", "en", "The year 1917 is not one of the calendar"),
        ("15 Nisan 1917", "en", "The year 1917 is not one of the calendar"),
        ("лето 7208", "ru", "The year 7208 is not counted from Christ"),
        ("Lady Day 1741/2", "en", "which of the two years"),
    ],
)
def test_years_of_another_count_are_refused(text: str, language: str, why: str) -> None:
    result = read_date(text, DateContext(language=language))
    assert not result.readings
    assert why in result.why


@pytest.mark.parametrize(
    "calendar",
    [Calendar.HEBREW, Calendar.ISLAMIC_CIVIL],
)
def test_a_bare_year_may_be_of_either_count(calendar: Calendar) -> None:
    """EDTF form is Gregorian; in such a document it may as well be its own."""
    result = read_date("1335", DateContext(calendar=calendar))
    if calendar is Calendar.ISLAMIC_CIVIL:
        assert [each.date.edtf for each in result.readings] == [
            "1916-10-28/1917-10-16",
            "1335",
        ]
    assert result.reading is None


@pytest.mark.parametrize(
    ("text", "edtf"),
    [
        ("Dec. last", "1861-12"),
        ("the 3d of June last", "1861-06-03"),
        ("May next", "1863-05"),
        ("June next", "1862-06"),
    ],
)
def test_the_nearest_such_month(text: str, edtf: str) -> None:
    """In a letter of 20 May 1862."""
    result = read_date(text, DateContext(document_date=parse_edtf("1862-05-20")))
    assert result.reading is not None, result.why
    assert result.reading.date.edtf == edtf
