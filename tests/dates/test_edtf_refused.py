"""Texts that are no EDTF: refused with the column and what was expected there.

Columns count code points from 0. Sources as in `edtf_cases.py`; "2012" is the draft
whose notation the standard replaced.
"""

from __future__ import annotations

import pytest

from timeline.dates import DateError, parse_edtf

Refusals = list[tuple[str, int, str]]

DAYS_THAT_DO_NOT_EXIST: Refusals = [
    ("2004-06-31", 8, "June has 30 days"),
    ("1900-02-29", 8, "1900 was no Gregorian leap year"),
    ("2001-02-29", 8, "nor was 2001"),
    ("-0001-02-29", 9, "nor was 2 BC"),
    ("1985-04-00", 8, "days begin with 1"),
    ("1985-04-32", 8, "no month has 32 days"),
    ("1985-00", 5, "months begin with 1"),
    ("1985-13", 5, "13 to 20 are nothing"),
    ("1985-20", 5, "13 to 20 are nothing"),
    ("1985-42", 5, "groupings end with 41"),
    ("2001-21-05", 7, "ISO 4.8.3: a season has no day"),
    ("2001-34-01", 7, "nor has a quarter"),
    ("-0000", 0, "ISO 4.4.1.2: the year before 0001 is 0000"),
    ("-0000-01-01", 0, "the same"),
    ("1985-02-3X", 8, "no day of February fits"),
    ("2004-XX-32", 8, "no month has 32 days"),
    ("XXXX-02-30", 8, "no year has it"),
    ("156X-11-31", 8, "November has 30 days"),
    ("X900-02-29", 8, "no year X900 is leap"),
    ("XXX1-02-29", 8, "no odd year is leap"),
    ("2004-2X", 5, "ISO 9.2.2: X stands for months, not seasons"),
    ("2004-XX-00", 8, "days begin with 1"),
    ("2016-05-02T24:00:00", 11, "ISO 8601-1:2019, 5.3.2: no hour 24"),
    ("2016-05-02T12:60:00", 14, "minutes end with 59"),
    ("2016-05-02T01:01:60", 17, "no leap second then"),
    ("1917-12-31T23:59:60", 17, "no leap second before 1972"),
    ("2016-05-02T12:00:00+15:00", 19, "no such offset"),
    ("2016-05-02T12:00:00-13:00", 19, "no such offset"),
    ("2016-05-02T12:00:00-00:00", 19, "ISO 4.3.13: zero is written +00:00"),
    ("2016-05-02T12:00:00+04:60", 19, "minutes end with 59"),
    ("Y24000000000001", 0, "not to be counted exactly in JavaScript"),
    ("Y9E18", 1, "the same"),
]

ORDER: Refusals = [
    ("2002/2001", 5, "ends before it begins"),
    ("1985-04-12/1985-04-11", 11, "by a day"),
    ("2012-24/2012-21", 8, "winter begins in December 2012"),
    ("0800/-0999", 5, "across year 0"),
    ("Y-61000/Y-62000", 8, "long years"),
    ("2004-06-XX/2004-05", 11, "no day of June is in May"),
    ("{2002..2001}", 7, "a range in a set"),
    ("[1917-09-22..1917-09-14]", 13, "a range of days"),
]

SHAPE: Refusals = [
    ("", 0, "nothing"),
    ("19", 2, "a century is written 19XX"),
    ("198", 3, "a decade is written 198X"),
    ("12345", 4, "more than four digits need Y"),
    ("-12345", 5, "the same before year 0"),
    ("19850412", 4, "basic format: not in EDTF"),
    ("1985-102", 7, "ordinal date: not in EDTF"),
    ("1985-W15", 5, "week date: not in EDTF"),
    ("P1Y2M", 0, "duration: not in EDTF"),
    ("1985-4-12", 6, "two digits for the month"),
    ("1985-04-1", 9, "two digits for the day"),
    ("1985-04-", 8, "a day is missing"),
    ("1985-04-123", 10, "too many digits"),
    ("+1985", 0, "no plus sign"),
    ("--1985", 1, "one sign"),
    ("1985/04", 7, "the end needs its own year"),
    ("1985//1990", 5, "two ends"),
    ("1985/1990/1995", 9, "two ends"),
    ("..1984", 0, "only in brackets or an interval"),
    ("1984..", 4, "only in brackets or an interval"),
    ("1670..1672", 4, "only in brackets"),
    ("1985-04-12T23:20", 16, "a time has seconds"),
    ("1985-04-12T23:20:30.5", 19, "no fractions"),
    ("1985-04-12T23:20:30z", 19, "Z is a capital"),
    ("1985-04-12T23:20:30+0430", 19, "the colon is missing"),
    ("1985-04-12T9:20:30", 12, "two digits for the hour"),
    ("1985-04T10:00:00", 7, "a time needs a day"),
    ("1985-04-12/1985-04-13T10:00:00", 21, "L0: time of day is excluded"),
    ("[1985-04-12T10:00:00]", 11, "nor has a member of a set"),
    ("198X-04-12T10:00:00", 10, "a time needs a day that is given"),
    ("1985-04-12?T10:00:00", 11, "and that is not in doubt"),
]

LONG_YEARS: Refusals = [
    ("Y1990", 1, "L1: when and only when it exceeds four digits"),
    ("Y-1990", 2, "the same"),
    ("Y12E2", 1, "1200 has four digits"),
    ("Y012345", 1, "no leading zero"),
    ("Y", 1, "digits are missing"),
    ("Y-", 2, "digits are missing"),
    ("Y17E", 4, "the exponent is missing"),
    ("Y17E0", 4, "an exponent is positive"),
    ("Y17E-3", 4, "an exponent is positive"),
    ("Y17E7-12", 5, "a year alone"),
    ("Y170000002-12-25", 10, "a year alone"),
    ("Y17000000X", 9, "its digits are given"),
    ("1950S0", 5, "at least one digit"),
    ("1950S5", 5, "the year has four"),
    ("Y12345S6", 7, "the year has five"),
    ("1950S", 5, "how many digits?"),
    ("195XS2", 4, "no X beside S"),
    ("1950S2-05", 4, "a year alone"),
]

QUALIFIERS: Refusals = [
    ("?", 1, "doubt about nothing"),
    ("1984?~", 5, "2012; both together are %"),
    ("2004-06~~", 8, "once"),
    ("??2004", 1, "once"),
    ("2004-(06)?-11", 5, "2012: parentheses"),
    ("(2004)?", 0, "2012: parentheses"),
    ("2004-06-11?x", 11, "something after the end"),
    ("[1667,1668]?", 12, "a set has no doubt of its own"),
    ("156x", 3, "X is a capital"),
    ("156u-12-25", 3, "2012: u is now X"),
    ("y17e7", 0, "2012: Y and E are capitals"),
    ("unknown/2004", 0, "2012: now nothing"),
    ("2004/open", 5, "2012: now .."),
    ("2001-21^southernHemisphere", 7, "2012: now 29 to 32"),
]

SETS: Refusals = [
    ("[]", 1, "no member"),
    ("{}", 1, "no member"),
    ("[..]", 1, "open at both sides"),
    ("[1667,]", 6, "a member is missing"),
    ("[1667,,1668]", 6, "a member is missing"),
    ("[1667, 1668]", 6, "ISO 6.1: no spaces"),
    ("[1667", 5, "not closed"),
    ("[1667}", 6, "closed by the other bracket"),
    ("[", 1, "not closed"),
    ("1667]", 4, "not opened"),
    ("[[1667]]", 1, "no set in a set"),
    ("[1667/1668]", 5, "no interval in a set"),
    ("{1987-10..1988}", 10, "ISO 6.3: the same precision"),
    ("[198X..199X]", 1, "the ends of a range are given"),
    ("[1905-21..1905-23]", 1, "a range of seasons has no steps"),
    ("[1984..,1990]", 1, "open after, but not the last"),
    ("[1990,..1984]", 6, "open before, but not the first"),
    ("[1985..1990..1995]", 11, "one range at a time"),
]

CHARACTERS: Refusals = [
    (" 1985", 0, "a space before"),
    ("1985 ", 4, "a space after"),
    ("1985-04-12\n", 10, "a line end"),
    ("1985–04", 4, "an en dash"),
    ("−1985", 0, "a minus sign"),
    ("１９８５", 0, "full-width digits"),
    ("١٩٨٥", 0, "Arabic digits"),
    ("1985\u200f", 4, "a right-to-left mark"),
    ("\u202e1985", 0, "a right-to-left override"),
    ("1985\x00", 4, "NUL"),
    ("\ud800", 0, "half a surrogate pair"),
    ("about 1917", 0, "words"),
    ("12 April 1985", 2, "words"),
]

REFUSED = [
    *DAYS_THAT_DO_NOT_EXIST,
    *ORDER,
    *SHAPE,
    *LONG_YEARS,
    *QUALIFIERS,
    *SETS,
    *CHARACTERS,
]


@pytest.mark.parametrize(("text", "column", "why"), REFUSED, ids=lambda value: None)
def test_refused_at_its_column(text: str, column: int, why: str) -> None:
    with pytest.raises(DateError) as refusal:
        parse_edtf(text)
    assert refusal.value.column == column, (text, why, str(refusal.value))
    assert str(refusal.value).endswith(".")


@pytest.mark.parametrize(
    ("text", "message", "expected"),
    [
        ("1900-02-29", "leap year only in the Julian calendar", "01 to 28"),
        ("2004-06-31", "June 2004 has 30 days", "01 to 30"),
        ("1985-13", "has no month 13", "01 to 12"),
        ("2002/2001", "ends before it begins", "not before the start"),
        ("Y1990", "more than four digits", "without Y"),
        ("1985-4-12", "'-' cannot stand here", "two digits for the month"),
        ("196x", "capital letters", "X"),
        ("1985 ", "no spaces", "no space"),
        ("1985\u200f", r"U\+200F does not occur", "a date"),
        ("[1667", "not closed", "]"),
        ("1985-04-12T24:00:00", "no hour 24", "00 to 23"),
    ],
)
def test_the_reason_is_told_in_words(text: str, message: str, expected: str) -> None:
    with pytest.raises(DateError, match=message) as refusal:
        parse_edtf(text)
    assert expected in (refusal.value.expected or "")
