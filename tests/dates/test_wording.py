"""Dates in words: tables to read, in four languages, and back again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.dates.edtf_cases import VALID, Case
from tests.dates.edtf_strategies import edtf_strings
from tests.steps import steps
from timeline.dates import (
    Calendar,
    DateContext,
    DateError,
    civil_date,
    parse_edtf,
    read_date,
    word_date,
)
from timeline.dates.wording_back import read_wording

JULIAN, GREGORIAN = Calendar.JULIAN, Calendar.GREGORIAN
LANGUAGES = ("en", "fr", "de", "ru")

ENGLISH = [
    ("1917-05-06", "6 May 1917"),
    ("1917-05", "May 1917"),
    ("1917", "1917"),
    ("1917-09-14/1917-09-22", "14–22 September 1917"),
    ("1917-09-27/1917-10-05", "27 September – 5 October 1917"),
    ("1916-12-30/1917-01-02", "30 December 1916 – 2 January 1917"),
    ("1917-05/1917-06", "May – June 1917"),
    ("1916-12/1917-01", "December 1916 – January 1917"),
    ("1914/1918", "1914–1918"),
    ("1917-05-06/1917", "6 May 1917 – 1917"),
    ("1917~", "about 1917"),
    ("1917?", "1917 (uncertain)"),
    ("1917%", "about 1917 (uncertain)"),
    ("1917?-05-06", "6 May 1917 (year uncertain)"),
    ("1917-~05-~06", "6 May 1917 (month and day approximate)"),
    ("?1917-~05-06", "6 May 1917 (year uncertain, month approximate)"),
    ("1914~/1918", "1914 (approximate) – 1918"),
    ("1914/1918~", "1914 – about 1918"),
    ("1914%/1918?", "1914 (approximate and uncertain) – 1918 (uncertain)"),
    ("1914~/1918~", "about 1914 – about 1918"),
    ("1917/..", "from 1917 on"),
    ("../1917-05-06", "until 6 May 1917"),
    ("1917/", "from 1917, end unknown"),
    ("/1917", "until 1917, start unknown"),
    ("..1917/1918..", "1917 or earlier – 1918 or later"),
    ("191X", "1910s"),
    ("190X", "1900s"),
    ("19XX", "1900–1999 (year not given)"),
    ("1XXX", "1000–1999 (year not given)"),
    ("191X-05-06", "6 May 1910s"),
    ("XXXX-05-06", "6 May (year not given)"),
    ("1917-05-XX", "May 1917 (day not given)"),
    ("1917-XX", "1917 (month not given)"),
    ("1917-XX-XX", "1917 (month and day not given)"),
    ("1984-1X", "1984-1X"),  # no words for it: EDTF as it is
    ("1905-21", "spring 1905"),
    ("1905-30", "summer 1905 (southern hemisphere)"),
    ("1905-34", "1905, quarter 2"),
    ("1905-41", "1905, half-year 2"),
    ("1905-21/1905-22", "spring 1905 – summer 1905"),
    ("-0043-03-15", "15 March 44 BC"),
    ("0000", "1 BC"),
    ("0001", "AD 1"),
    ("0476-09-04", "4 September AD 476"),
    ("-0043/0014", "44 BC – AD 14"),
    ("Y12345", "year 12345"),
    ("Y-17000", "17001 BC"),
    ("1950S2", "1950 (significant digits: 2)"),
    ("[1917,1918]", "1917 or 1918"),
    ("[1917-05-06,1917-05-08,1917-06]", "6 May 1917, 8 May 1917 or June 1917"),
    ("[1667,1670..1672]", "one of: 1667; 1670 to 1672"),
    ("[..1984]", "one of: 1984 or earlier"),
    ("{1914,1916}", "1914 and 1916"),
    ("{1914,1916..}", "all of: 1914; 1916 or later"),
    ("1917-10-25T21:40:00", "25 October 1917, 21:40:00"),
    ("1985-04-12T23:20:30Z", "12 April 1985, 23:20:30 UTC"),
    ("1985-04-12T23:20:30+04:30", "12 April 1985, 23:20:30 UTC+04:30"),
    ("../..", "without start or end"),
]

OTHER_LANGUAGES = [
    ("1917-05-01", "1er mai 1917", "1. Mai 1917", "1 мая 1917 г."),
    ("1917-05", "mai 1917", "Mai 1917", "май 1917 г."),
    ("1917", "1917", "1917", "1917 г."),
    ("1914/1918", "1914–1918", "1914–1918", "1914–1918 гг."),
    ("1917~", "vers 1917", "etwa 1917", "примерно 1917 г."),
    ("1905-21", "printemps 1905", "Frühling 1905", "весна 1905 г."),
    ("191X", "années 1910", "1910er Jahre", "1910-е годы"),
    ("-0043", "44 av. J.-C.", "44 v. Chr.", "44 г. до н. э."),
    ("0014", "14 apr. J.-C.", "14 n. Chr.", "14 г. н. э."),
    ("../1917-05", "jusque : mai 1917", "bis Mai 1917", "по май 1917 г."),
    ("[1917,1918]", "1917 ou 1918", "1917 oder 1918", "1917 г. или 1918 г."),
    (
        "1917-09-14/1917-09-22",
        "14–22 septembre 1917",
        "14.–22. September 1917",
        "14–22 сентября 1917 г.",
    ),
    (
        "1917-09-27/1917-10-05",
        "27 septembre – 5 octobre 1917",
        "27. September – 5. Oktober 1917",
        "27 сентября – 5 октября 1917 г.",
    ),
    (
        "1917-05-06?",
        "6 mai 1917 (incertain)",
        "6. Mai 1917 (unsicher)",
        "6 мая 1917 г. (под вопросом)",
    ),
]

CALENDARS = [
    (Calendar.FRENCH_REPUBLICAN, "0008-02-18", "18 Brumaire VIII"),
    (Calendar.FRENCH_REPUBLICAN, "0008", "year VIII"),
    (
        Calendar.FRENCH_REPUBLICAN,
        "0002-11-09/0002-12-03",
        "9 Thermidor – 3 Fructidor II",
    ),
    (Calendar.FRENCH_REPUBLICAN, "0003-13-06", "complementary day 6, year III"),
    (Calendar.FRENCH_REPUBLICAN, "0003-13", "complementary days III"),
    (Calendar.FRENCH_REPUBLICAN, "0079-08-16", "16 Floréal LXXIX"),
    (Calendar.HEBREW, "5708-02-05", "5 Iyar 5708"),
    (Calendar.HEBREW, "5784-12-30", "30 Adar I 5784"),
    (Calendar.HEBREW, "5784-13-14", "14 Adar II 5784"),
    (Calendar.HEBREW, "5677-12-01", "1 Adar 5677"),
    (Calendar.ISLAMIC_CIVIL, "1335-12-10", "10 Dhu al-Hijja 1335"),
    (Calendar.SWEDISH, "1712-02-30", "30 February 1712"),
]


@pytest.mark.parametrize(("edtf", "words"), ENGLISH)
def test_english(edtf: str, words: str) -> None:
    assert word_date(parse_edtf(edtf)) == words


@pytest.mark.parametrize(("edtf", "french", "german", "russian"), OTHER_LANGUAGES)
def test_french_german_russian(
    edtf: str, french: str, german: str, russian: str
) -> None:
    date = parse_edtf(edtf)
    told = [word_date(date, locale=locale) for locale in ("fr", "de", "ru")]
    assert told == [french, german, russian]


@pytest.mark.parametrize(("calendar", "written", "words"), CALENDARS)
def test_other_calendars(calendar: Calendar, written: str, words: str) -> None:
    assert word_date(parse_edtf(written, calendar)) == words


@pytest.mark.parametrize(
    ("written", "old_style", "new_style"),
    [  # both styles, as pages and forms show them
        ("1917-05-06", "6 May 1917", "19 May 1917"),
        (
            "1917-09-14/1917-09-22",
            "14–22 September 1917",
            "27 September – 5 October 1917",
        ),
        ("1917-05", "May 1917", "14 May – 13 June 1917"),
        ("1917", "1917", "14 January 1917 – 13 January 1918"),
        ("1917-05~", "about May 1917", "about 14 May 1917 – about 13 June 1917"),
        ("1917-05/..", "from May 1917 on", "from 14 May 1917 on"),
    ],
)
def test_both_styles(written: str, old_style: str, new_style: str) -> None:
    date = parse_edtf(written, JULIAN)
    assert word_date(date) == word_date(date, JULIAN) == old_style
    assert word_date(date, GREGORIAN) == new_style


@pytest.mark.parametrize(
    ("locale", "words"),
    [("de-AT", "6. Mai 1917"), ("fr_CA", "6 mai 1917"), ("it", "6 May 1917")],
)
def test_a_region_has_its_language_and_another_language_english(
    locale: str, words: str
) -> None:
    assert word_date(parse_edtf("1917-05-06"), locale=locale) == words


def test_a_date_outside_a_calendar_has_no_words_in_it() -> None:
    with pytest.raises(DateError, match="outside"):
        word_date(parse_edtf("1917"), Calendar.SWEDISH)


def context(calendar: Calendar, language: str) -> DateContext:
    return DateContext(calendar=calendar, language=language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("case", VALID, ids=lambda case: case.text)
def test_what_is_told_is_read_back(case: Case, language: str) -> None:
    date = parse_edtf(case.text)
    words = word_date(date, locale=language)
    result = read_date(words, context(GREGORIAN, language))
    assert result.reading is not None, (words, result.why)
    assert result.reading.date == date


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("calendar", "written", "_words"), CALENDARS)
def test_other_calendars_are_read_back(
    calendar: Calendar, written: str, _words: str, language: str
) -> None:
    date = parse_edtf(written, calendar)
    result = read_date(word_date(date, locale=language), context(calendar, language))
    assert result.reading is not None, result.why
    assert result.reading.date.edtf == date.edtf


def test_a_bare_year_is_edtf_and_so_gregorian() -> None:
    """The one wording that does not come back: its text has EDTF form."""
    result = read_date(word_date(parse_edtf("1917", JULIAN)), context(JULIAN, "en"))
    assert result.reading is not None
    assert result.reading.date == parse_edtf("1917")


def day_text(calendar: Calendar, day: int) -> str:
    year, month, number = civil_date(calendar, day)
    return f"{'-' if year < 0 else ''}{abs(year):04}-{month:02}-{number:02}"


DAYS = st.integers(-1_800_000, 5_300_000)


@given(DAYS, st.integers(0, 2000), st.sampled_from(LANGUAGES))
def test_any_days_are_read_back(day: int, length: int, language: str) -> None:
    """A day, or from a day to a day, in Old Style."""
    first, last = (day_text(JULIAN, number) for number in (day, day + length))
    date = parse_edtf(f"{first}/{last}" if length else first, JULIAN)
    result = read_date(word_date(date, locale=language), context(JULIAN, language))
    assert result.reading is not None, result.why
    assert result.reading.date == date


@given(
    st.integers(1000, 9998),
    st.integers(1, 12),
    st.sampled_from(["{}", "{}?", "{}~", "{}%", "{}/..", "../{}", "{}/", "/{}"]),
    st.sampled_from(LANGUAGES),
)
def test_any_month_is_read_back(
    year: int, month: int, form: str, language: str
) -> None:
    date = parse_edtf(form.format(f"{year:04}-{month:02}"), JULIAN)
    result = read_date(word_date(date, locale=language), context(JULIAN, language))
    assert result.reading is not None, result.why
    assert result.reading.date == date


@given(edtf_strings(), st.sampled_from(LANGUAGES), st.sampled_from([JULIAN, GREGORIAN]))
def test_all_words_are_read_back(text: str, language: str, calendar: Calendar) -> None:
    """Also where `read_date` would follow the document or the law of EDTF form."""
    try:
        date = parse_edtf(text, calendar)
    except DateError:
        return
    words = word_date(date, locale=language)
    assert read_wording(words, calendar, language) == date


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", range(21, 42))
@pytest.mark.parametrize("year", ["1917", "191X", "19XX", "XXXX", "-0043"])
def test_seasons_and_quarters_are_read_back(
    year: str, code: int, language: str
) -> None:
    date = parse_edtf(f"{year}-{code}")
    words = word_date(date, locale=language)
    assert read_wording(words, GREGORIAN, language) == date


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("XXXX-21", "spring (year not given)"),
        ("XXXX-28", "winter (northern hemisphere) (year not given)"),
        ("XXXX-33", "quarter 1 (year not given)"),
    ],
)
def test_a_season_of_no_given_year(text: str, words: str) -> None:
    assert word_date(parse_edtf(text)) == words


@given(st.text(max_size=80), st.sampled_from(LANGUAGES))
def test_other_words_are_not_ours(text: str, language: str) -> None:
    """Whatever is read is told in just these words; the rest is left to others."""
    date = read_wording(text, GREGORIAN, language)
    assert date is None or word_date(date, locale=language) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "may be sixty",
        "six in favour",
        "1 or 2",
        "32 May 1917",
        "one of: ",
        "one of: 1917; ",
        "about about 1917",
        "1917 (uncertain) (uncertain)",
        "from on",
        "May",
        "6 May",
        "1917 (doubtful)",
        "31 June 1917",
        "1918–1914",
    ],
)
def test_what_we_never_say_is_not_read_as_ours(text: str) -> None:
    assert read_wording(text) is None


HOSTILE = [
    "one of: " + "1917; " * 32,
    " – " * 66,
    "about " * 33,
    "(" * 200,
    "1 or " * 40,
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
@pytest.mark.parametrize("language", LANGUAGES)
def test_no_words_take_long(text: str, language: str) -> None:
    read_wording("6 May 1917", locale=language)  # the tables are made once
    assert steps(lambda: read_wording(text, locale=language)) < 100_000
    assert read_wording(text, locale=language) is None


def test_the_link_of_a_list_may_stand_in_a_doubt() -> None:
    for text in ("{1917-01-01,1917-01-%02}", "[1917-01-%01,1917-01-%02]"):
        date = parse_edtf(text, JULIAN)
        assert read_wording(word_date(date), JULIAN, "en") == date
