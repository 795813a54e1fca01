"""Valid EDTF strings with their first and last day: a table to read, and its source.

`L0`, `L1` and `L2` are the levels of the Library of Congress specification of
4 February 2019; "ISO 9.2.2" a clause of ISO 8601-2:2019; other sources by their name.
Days are Gregorian, with astronomical years; `None` is open or unknown.
"""

from __future__ import annotations

from typing import NamedTuple

Day = tuple[int, int, int]


class Case(NamedTuple):
    """An EDTF string, its first and last day, and why."""

    text: str
    first: Day | None
    last: Day | None
    source: str


DATES = [
    Case("1985-04-12", (1985, 4, 12), (1985, 4, 12), "L0 date, example 1"),
    Case("1985-04", (1985, 4, 1), (1985, 4, 30), "L0 date, example 2"),
    Case("1985", (1985, 1, 1), (1985, 12, 31), "L0 date, example 3"),
    Case("0000", (0, 1, 1), (0, 12, 31), "ISO 8601-1, 4.3.2: year 0 is a year"),
    Case("0000-02-29", (0, 2, 29), (0, 2, 29), "year 0 is divisible by 400"),
    Case("2000-02", (2000, 2, 1), (2000, 2, 29), "divisible by 400"),
    Case("1900-02", (1900, 2, 1), (1900, 2, 28), "a century not divisible by 400"),
    Case("1917-09-28", (1917, 9, 28), (1917, 9, 28), "letter of September 1917"),
    Case("0476-09-04", (476, 9, 4), (476, 9, 4), "leading zero is part of a year"),
    Case("9999-12-31", (9999, 12, 31), (9999, 12, 31), "last day of four digits"),
    Case("1985-04-12T23:20:30", (1985, 4, 12), (1985, 4, 12), "L0 date and time, 1"),
    Case("1985-04-12T23:20:30Z", (1985, 4, 12), (1985, 4, 12), "L0 date and time, 2"),
    Case("1985-04-12T23:20:30-04", (1985, 4, 12), (1985, 4, 12), "L0 time, 3"),
    Case("1985-04-12T23:20:30+04:30", (1985, 4, 12), (1985, 4, 12), "L0 time, 4"),
    Case("1912-04-15T02:20:00", (1912, 4, 15), (1912, 4, 15), "the Titanic sank"),
    Case("2016-12-31T23:59:60Z", (2016, 12, 31), (2016, 12, 31), "IERS Bulletin C 52"),
]

NEGATIVE_AND_LONG_YEARS = [
    Case("-1985", (-1985, 1, 1), (-1985, 12, 31), "L1 negative year"),
    Case("-0001", (-1, 1, 1), (-1, 12, 31), "2 BC, the year before year 0"),
    Case("-0043-03-15", (-43, 3, 15), (-43, 3, 15), "44 BC is year -43"),
    Case("-0004-02-29", (-4, 2, 29), (-4, 2, 29), "divisible by 4"),
    Case("Y170000002", (170000002, 1, 1), (170000002, 12, 31), "L1 prefixed year, 1"),
    Case("Y-170000002", (-170000002, 1, 1), (-170000002, 12, 31), "L1 prefixed, 2"),
    Case("Y10000", (10000, 1, 1), (10000, 12, 31), "first year beyond four digits"),
    Case("Y-17E7", (-170000000, 1, 1), (-170000000, 12, 31), "L2 exponential year"),
    Case("Y17E7", (170000000, 1, 1), (170000000, 12, 31), "ISO A.6.2"),
    Case("Y1E4", (10000, 1, 1), (10000, 12, 31), "ten thousand, by exponent"),
    Case("1950S2", (1900, 1, 1), (1999, 12, 31), "L2 significant digits, 1"),
    Case("Y171010000S3", (171000000, 1, 1), (171999999, 12, 31), "L2 significant, 2"),
    Case("Y3388E2S3", (338000, 1, 1), (338999, 12, 31), "L2 significant digits, 3"),
    Case("1950S4", (1950, 1, 1), (1950, 12, 31), "ISO 4.4.3: all four digits"),
    Case("1950S1", (1000, 1, 1), (1999, 12, 31), "ISO 4.4.3: one digit of four"),
    Case("-1950S2", (-1999, 1, 1), (-1900, 12, 31), "digits are those of the size"),
]

GROUPINGS = [
    Case("2001-21", (2001, 3, 1), (2001, 5, 31), "L1 seasons: spring"),
    Case("2001-22", (2001, 6, 1), (2001, 8, 31), "summer"),
    Case("2001-23", (2001, 9, 1), (2001, 11, 30), "autumn"),
    Case("2001-24", (2001, 12, 1), (2002, 2, 28), "winter begins in its year"),
    Case("1999-24", (1999, 12, 1), (2000, 2, 29), "winter into a leap year"),
    Case("2001-25", (2001, 3, 1), (2001, 5, 31), "L2: spring, northern hemisphere"),
    Case("2001-28", (2001, 12, 1), (2002, 2, 28), "L2: winter, northern"),
    Case("2001-29", (2001, 9, 1), (2001, 11, 30), "L2: spring, southern"),
    Case("2001-30", (2001, 12, 1), (2002, 2, 28), "L2: summer, southern"),
    Case("2001-31", (2001, 3, 1), (2001, 5, 31), "L2: autumn, southern"),
    Case("2001-32", (2001, 6, 1), (2001, 8, 31), "L2: winter, southern"),
    Case("2001-33", (2001, 1, 1), (2001, 3, 31), "L2: quarter 1"),
    Case("2001-34", (2001, 4, 1), (2001, 6, 30), "L2 sub-year groupings, example"),
    Case("2001-36", (2001, 10, 1), (2001, 12, 31), "L2: quarter 4"),
    Case("2001-37", (2001, 1, 1), (2001, 4, 30), "L2: quadrimester 1"),
    Case("2001-38", (2001, 5, 1), (2001, 8, 31), "L2: quadrimester 2"),
    Case("2001-39", (2001, 9, 1), (2001, 12, 31), "L2: quadrimester 3"),
    Case("2001-40", (2001, 1, 1), (2001, 6, 30), "L2: semestral 1"),
    Case("2001-41", (2001, 7, 1), (2001, 12, 31), "L2: semestral 2"),
    Case("-0043-21", (-43, 3, 1), (-43, 5, 31), "the Ides of March fell in spring"),
    Case("190X-21", (1900, 3, 1), (1909, 5, 31), "a spring of the years 1900–1909"),
]

UNSPECIFIED = [
    Case("201X", (2010, 1, 1), (2019, 12, 31), "L1 unspecified digit, 1"),
    Case("20XX", (2000, 1, 1), (2099, 12, 31), "L1 unspecified digit, 2"),
    Case("2004-XX", (2004, 1, 1), (2004, 12, 31), "L1 unspecified digit, 3"),
    Case("1985-04-XX", (1985, 4, 1), (1985, 4, 30), "L1 unspecified digit, 4"),
    Case("1985-XX-XX", (1985, 1, 1), (1985, 12, 31), "L1 unspecified digit, 5"),
    Case("156X-12-25", (1560, 12, 25), (1569, 12, 25), "L2 unspecified digit, 1"),
    Case("15XX-12-25", (1500, 12, 25), (1599, 12, 25), "L2 unspecified digit, 2"),
    Case("XXXX-12-XX", (0, 12, 1), (9999, 12, 31), "L2 unspecified digit, 3"),
    Case("1XXX-XX", (1000, 1, 1), (1999, 12, 31), "L2 unspecified digit, 4"),
    Case("1XXX-12", (1000, 12, 1), (1999, 12, 31), "L2 unspecified digit, 5"),
    Case("1984-1X", (1984, 10, 1), (1984, 12, 31), "L2 unspecified digit, 6"),
    Case("1560-X2", (1560, 2, 1), (1560, 12, 31), "ISO 9.2.2: February or December"),
    Case("1560-XX-25", (1560, 1, 25), (1560, 12, 25), "a 25th of the year"),
    Case("15XX-12-XX", (1500, 12, 1), (1599, 12, 31), "a December day of a century"),
    Case("1XX3", (1003, 1, 1), (1993, 12, 31), "ISO 9.2.2"),
    Case("XXXX", (0, 1, 1), (9999, 12, 31), "ISO 9.2.1.2"),
    Case("2004-XX-31", (2004, 1, 31), (2004, 12, 31), "months that have a 31st"),
    Case("2004-0X-31", (2004, 1, 31), (2004, 8, 31), "September has none"),
    Case("2004-1X-31", (2004, 10, 31), (2004, 12, 31), "November has none"),
    Case("XXXX-02-29", (0, 2, 29), (9996, 2, 29), "leap years only"),
    Case("19XX-02-29", (1904, 2, 29), (1996, 2, 29), "1900 was none"),
    Case("1900-02-2X", (1900, 2, 20), (1900, 2, 28), "28 days in February 1900"),
    Case("2000-02-2X", (2000, 2, 20), (2000, 2, 29), "29 days in February 2000"),
    Case("1917-05-3X", (1917, 5, 30), (1917, 5, 31), "30 or 31 May"),
    Case("1917-05-0X", (1917, 5, 1), (1917, 5, 9), "there is no day 0"),
    Case("1917-0X-14", (1917, 1, 14), (1917, 9, 14), "there is no month 0"),
    Case("-1XXX", (-1999, 1, 1), (-1000, 12, 31), "years count backwards"),
    Case("-000X", (-9, 1, 1), (-1, 12, 31), "there is no year -0000"),
    Case("-004X-03-15", (-49, 3, 15), (-40, 3, 15), "41 to 50 BC"),
]

QUALIFIED = [
    Case("1984?", (1984, 1, 1), (1984, 12, 31), "L1 qualification, 1"),
    Case("2004-06~", (2004, 6, 1), (2004, 6, 30), "L1 qualification, 2"),
    Case("2004-06-11%", (2004, 6, 11), (2004, 6, 11), "L1 qualification, 3"),
    Case("2004-06~-11", (2004, 6, 11), (2004, 6, 11), "L2 group, 2"),
    Case("2004?-06-11", (2004, 6, 11), (2004, 6, 11), "L2 group, 3"),
    Case("?2004-06-~11", (2004, 6, 11), (2004, 6, 11), "L2 individual, 1"),
    Case("2004-%06-11", (2004, 6, 11), (2004, 6, 11), "L2 individual, 2"),
    Case("2011-~06-~04", (2011, 6, 4), (2011, 6, 4), "month and day approximate"),
    Case("2004-06?-~11", (2004, 6, 11), (2004, 6, 11), "ISO 8.4.6: both together"),
    Case("191X~", (1910, 1, 1), (1919, 12, 31), "about: a bound does not move"),
    Case("2011-23~", (2011, 9, 1), (2011, 11, 30), "a season, approximate"),
    Case("Y-17E7~", (-170000000, 1, 1), (-170000000, 12, 31), "a long year"),
    Case("-0275~", (-275, 1, 1), (-275, 12, 31), "a negative year"),
]

INTERVALS = [
    Case("1964/2008", (1964, 1, 1), (2008, 12, 31), "L0 interval, 1"),
    Case("2004-06/2006-08", (2004, 6, 1), (2006, 8, 31), "L0 interval, 2"),
    Case("2004-02-01/2005-02-08", (2004, 2, 1), (2005, 2, 8), "L0 interval, 3"),
    Case("2004-02-01/2005-02", (2004, 2, 1), (2005, 2, 28), "L0 interval, 4"),
    Case("2004-02-01/2005", (2004, 2, 1), (2005, 12, 31), "L0 interval, 5"),
    Case("2005/2006-02", (2005, 1, 1), (2006, 2, 28), "L0 interval, 6"),
    Case("1985-04-12/..", (1985, 4, 12), None, "L1 open end, 1"),
    Case("1985-04/..", (1985, 4, 1), None, "L1 open end, 2"),
    Case("1985/..", (1985, 1, 1), None, "L1 open end, 3"),
    Case("../1985-04-12", None, (1985, 4, 12), "L1 open start, 1"),
    Case("../1985", None, (1985, 12, 31), "L1 open start, 3"),
    Case("1985-04-12/", (1985, 4, 12), None, "L1 unknown end, 1"),
    Case("1985/", (1985, 1, 1), None, "L1 unknown end, 3"),
    Case("/1985-04-12", None, (1985, 4, 12), "L1 unknown start, 1"),
    Case("/1985", None, (1985, 12, 31), "L1 unknown start, 3"),
    Case("../..", None, None, "open at both ends"),
    Case("/..", None, None, "begun when is not known, and not ended"),
    Case("../", None, None, "without beginning; when it ended is not known"),
    Case("/", None, None, "neither is known"),
    Case("1984?/2004%", (1984, 1, 1), (2004, 12, 31), "ISO 10.3.2"),
    Case("1984-01-02~/2004-06-04", (1984, 1, 2), (2004, 6, 4), "ISO 10.3.2"),
    Case("../1985-04-12?", None, (1985, 4, 12), "ISO A.5.6, 8"),
    Case("1985-04-12~/", (1985, 4, 12), None, "ISO A.5.6, 9"),
    Case("2004-06-~01/2004-06-~20", (2004, 6, 1), (2004, 6, 20), "L2 interval, 1"),
    Case("2004-06-XX/2004-07-03", (2004, 6, 1), (2004, 7, 3), "L2 interval, 2"),
    Case("..2004-06-01/2004-06-~20", None, (2004, 6, 20), "ISO 10.6: on or before"),
    Case("2004-06-01~/2004-06-20..", (2004, 6, 1), None, "ISO 10.6: on or after"),
    Case("1905-21/1905-22", (1905, 3, 1), (1905, 8, 31), "spring to summer"),
    Case("2003-22/2003-22", (2003, 6, 1), (2003, 8, 31), "within one summer"),
    Case("191X/192X", (1910, 1, 1), (1929, 12, 31), "from the 1910s to the 1920s"),
    Case("-0100/0014", (-100, 1, 1), (14, 12, 31), "across year 0"),
    Case("Y-20000/-9999", (-20000, 1, 1), (-9999, 12, 31), "from a long year"),
    Case("1917-09/1917", (1917, 9, 1), (1917, 12, 31), "September to the year's end"),
    Case("1919-XX-02/1919-XX-01", (1919, 1, 2), (1919, 12, 1), "2nd before a 1st"),
]

SETS = [
    Case("[1667,1668,1670..1672]", (1667, 1, 1), (1672, 12, 31), "L2 one of, 1"),
    Case("[..1760-12-03]", None, (1760, 12, 3), "L2 one of, 2"),
    Case("[1760-12..]", (1760, 12, 1), None, "L2 one of, 3"),
    Case("[1760-01,1760-02,1760-12..]", (1760, 1, 1), None, "L2 one of, 4"),
    Case("[1667,1760-12]", (1667, 1, 1), (1760, 12, 31), "L2 one of, 5"),
    Case("[..1984]", None, (1984, 12, 31), "L2 one of, 6"),
    Case("{1667,1668,1670..1672}", (1667, 1, 1), (1672, 12, 31), "L2 all of, 1"),
    Case("{1960,1961-12}", (1960, 1, 1), (1961, 12, 31), "L2 all of, 2"),
    Case("{..1984}", None, (1984, 12, 31), "L2 all of, 3"),
    Case("{1961-12,1960}", (1960, 1, 1), (1961, 12, 31), "the hull needs no order"),
    Case("[1917-09-14..1917-09-22]", (1917, 9, 14), (1917, 9, 22), "a range of days"),
    Case("{2001-01..2002-05}", (2001, 1, 1), (2002, 5, 31), "a range of months"),
    Case("[-1667,1668]", (-1667, 1, 1), (1668, 12, 31), "across year 0"),
    Case("[1999]", (1999, 1, 1), (1999, 12, 31), "one member"),
    Case("[1917?,191X]", (1910, 1, 1), (1919, 12, 31), "doubt and digits inside"),
    Case("[1905-21,1905-23]", (1905, 3, 1), (1905, 11, 30), "seasons inside"),
    Case(
        "{..1983-12-31,1984-10-10..1984-11-01,1984-11-05..}",
        None,
        None,
        "ISO 6.3 d: open at both sides",
    ),
]

VALID = [
    *DATES,
    *NEGATIVE_AND_LONG_YEARS,
    *GROUPINGS,
    *UNSPECIFIED,
    *QUALIFIED,
    *INTERVALS,
    *SETS,
]
