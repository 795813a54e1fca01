"""The words for a date: which lines and styles it has, and its short form."""

import pytest

from timeline.web.labels import UNKNOWN, date_label, short, supplied_words


@pytest.mark.parametrize(
    ("edtf", "calendar", "words", "style", "other", "other_style"),
    [
        ("1917-05-06", "julian", "6 May 1917", "Old Style", "19 May 1917", "New Style"),
        ("1917-05-06", "gregorian", "6 May 1917", "", "", ""),
        (
            *("1712-02-30", "swedish", "30 February 1712", "Swedish calendar"),
            *("11 March 1712", "Gregorian calendar"),
        ),
    ],
)
def test_old_and_new_style_are_said_of_julian_dates_only(
    edtf: str, calendar: str, words: str, style: str, other: str, other_style: str
) -> None:
    label = date_label(edtf, calendar)
    found = (label.words, label.style, label.other, label.other_style)
    assert found == (words, style, other, other_style)


def test_the_long_form_of_the_axis_keeps_the_year() -> None:
    label = date_label("1917-12-26", "julian")
    assert (label.short_julian, label.long_julian) == ("26 Dec", "26 Dec 1917")
    assert (label.short_gregorian, label.long_gregorian) == ("8 Jan", "8 Jan 1918")


def test_no_date_is_an_unknown_date() -> None:
    assert date_label("", "julian") is UNKNOWN


@pytest.mark.parametrize("edtf", ["Y17E7", "Y-100000", "18XX", "../1917", "1917?"])
def test_no_date_is_too_far_for_a_page(edtf: str) -> None:
    label = date_label(edtf, "gregorian")
    assert label.words
    assert label.other == ""


@pytest.mark.parametrize(
    ("words", "shortened"),
    [
        ("6 May 1917", "6 May"),
        ("14–22 September 1917", "14–22 Sept"),
        ("27 September – 5 October 1917", "27 Sept – 5 Oct"),
        ("30 December 1899 – 2 January 1900", "30 Dec 1899 – 2 Jan 1900"),
        ("6 May 1917 (uncertain)", "6 May (uncertain)"),
        ("May 1917", "May 1917"),
        ("1917", "1917"),
        ("15 March 44 BC", "15 Mar 44 BC"),
        ("19 July AD 622", "19 July AD 622"),
        ("1801–1900", "1801–1900"),
    ],
)
def test_the_short_form_drops_the_year_only_beside_a_day(
    words: str, shortened: str
) -> None:
    assert short(words) == shortened


def test_supplied_parts_in_words() -> None:
    assert supplied_words("year", "1917") == "year 1917"
    assert supplied_words("calendar", "julian") == "Old Style"
    assert supplied_words("calendar", "hebrew") == "Hebrew calendar"
    assert supplied_words("calendar", "lunar") == "lunar"
