"""What the context supplies, what it decides, and where it does not suffice."""

from __future__ import annotations

import pytest

from timeline.dates import Calendar, DateContext, parse_edtf, read_date

from .reading_cases import read, written

LETTER_1862 = "1862-05-20"

# text, document date, EDTF, what was supplied
DOCUMENT = [
    ("May 14", LETTER_1862, "1862-05-14", {"year"}),
    ("14 May", LETTER_1862, "1862-05-14", {"year"}),
    ("the 14th of May", LETTER_1862, "1862-05-14", {"year"}),
    ("14th inst.", LETTER_1862, "1862-05-14", {"month", "year"}),
    ("the 14th instant", LETTER_1862, "1862-05-14", {"month", "year"}),
    ("28th ult.", LETTER_1862, "1862-04-28", {"month", "year"}),
    ("28th ultimo", LETTER_1862, "1862-04-28", {"month", "year"}),
    ("the 3d prox.", LETTER_1862, "1862-06-03", {"month", "year"}),
    ("5th ult.", "1863-01-10", "1862-12-05", {"month", "year"}),
    ("5th prox.", "1862-12-10", "1863-01-05", {"month", "year"}),
    ("May 14th of last year", LETTER_1862, "1861-05-14", {"year"}),
    ("May 14, this year", LETTER_1862, "1862-05-14", {"year"}),
    ("May", LETTER_1862, "1862-05", {"year"}),
    ("spring", LETTER_1862, "1862-21", {"year"}),
    ("Easter", LETTER_1862, "1862-04-20", {"year"}),
    ("yesterday", LETTER_1862, "1862-05-19", {"date"}),
    ("today", LETTER_1862, "1862-05-20", {"date"}),
    ("to-day", LETTER_1862, "1862-05-20", {"date"}),
    ("to-morrow", LETTER_1862, "1862-05-21", {"date"}),
    ("the day before yesterday", LETTER_1862, "1862-05-18", {"date"}),
    ("last Tuesday", "1862-05-21", "1862-05-20", {"date"}),  # 21 May was a Wednesday
    ("last Wednesday", "1862-05-21", "1862-05-14", {"date"}),
    ("next Friday", "1862-05-21", "1862-05-23", {"date"}),
    ("Friday last", "1862-05-21", "1862-05-16", {"date"}),
    ("three weeks ago", LETTER_1862, "1862-04-29", {"date"}),
    ("two days ago", LETTER_1862, "1862-05-18", {"date"}),
    ("14 May '61", LETTER_1862, "1861-05-14", {"century"}),
    ("May 14th, ’61", LETTER_1862, "1861-05-14", {"century"}),
    ("in '48", LETTER_1862, "1848", {"century"}),
    ("14/5/62", LETTER_1862, "1862-05-14", {"century"}),
    ("the forties", LETTER_1862, "184X", {"century"}),
    ("September 14-22", "1917", "1917-09-14/1917-09-22", {"year", "end month"}),
    ("14 and 16 September", "1917", "{1917-09-14,1917-09-16}", {"year"}),
    ("30 Sept.–2 Oct.", "1917", "1917-09-30/1917-10-02", {"year"}),
    ("28 Dec.–3 Jan.", "1916", "1916-12-28/1917-01-03", {"year"}),
    # The turn of the year: a letter of January speaks of the December before.
    ("December 28", "1863-01-03", "1862-12-28", {"year"}),
    ("January 5", "1862-12-20", "1863-01-05", {"year"}),
]


@pytest.mark.parametrize(
    ("text", "document", "edtf", "supplied"), DOCUMENT, ids=[c[0] for c in DOCUMENT]
)
def test_the_document_supplies(
    text: str, document: str, edtf: str, supplied: set[str]
) -> None:
    reading = read(text, document_date=document).reading
    assert reading is not None
    assert reading.date.edtf == edtf
    assert {each.what for each in reading.supplied} == supplied
    assert all(
        each.source in ("document date", "the same words") for each in reading.supplied
    )


PREVIOUS = [
    ("two days later", "1917-05-06", "1917-05-08"),
    ("the next day", "1917-05-06", "1917-05-07"),
    ("the following day", "1917-05-31", "1917-06-01"),
    ("the same day", "1917-05-06", "1917-05-06"),
    ("the day before", "1917-05-01", "1917-04-30"),
    ("a week later", "1917-05-06", "1917-05-13"),
    ("a fortnight later", "1917-05-06", "1917-05-20"),
    ("three months later", "1917-11", "1918-02"),
    ("two years later", "1917", "1919"),
    ("the 14th", "1917-05-06", "1917-05-14"),
    ("14 May of the same year", "1917-03-06", "1917-05-14"),
    ("14 June", "1917-05-06", "1917-06-14"),
]


@pytest.mark.parametrize(
    ("text", "previous", "edtf"), PREVIOUS, ids=[c[0] for c in PREVIOUS]
)
def test_the_date_before_supplies(text: str, previous: str, edtf: str) -> None:
    result = read(text, previous=previous)
    assert result.reading is not None, result.why
    assert result.reading.date.edtf == edtf
    assert {each.source for each in result.reading.supplied} == {"previous date"}


OTHER_LANGUAGES = [
    ("hier", "fr", "1862-05-19"),
    ("avant-hier", "fr", "1862-05-18"),
    ("demain", "fr", "1862-05-21"),
    ("mardi dernier", "fr", "1862-05-13"),
    ("il y a trois jours", "fr", "1862-05-17"),
    ("le 14 courant", "fr", "1862-05-14"),
    ("gestern", "de", "1862-05-19"),
    ("vorgestern", "de", "1862-05-18"),
    ("vor drei Tagen", "de", "1862-05-17"),
    ("letzten Dienstag", "de", "1862-05-13"),
    ("am 14. d. M.", "de", "1862-05-14"),
    ("14. v. M.", "de", "1862-04-14"),
    ("вчера", "ru", "1862-05-19"),
    ("14-го сего месяца", "ru", "1862-05-14"),
    ("три дня назад", "ru", "1862-05-17"),
    ("в прошлый вторник", "ru", "1862-05-13"),
]


@pytest.mark.parametrize(
    ("text", "language", "edtf"), OTHER_LANGUAGES, ids=[c[0] for c in OTHER_LANGUAGES]
)
def test_told_from_the_document(text: str, language: str, edtf: str) -> None:
    assert written(text, language, document_date="1862-05-20") == edtf


LATER = [
    ("deux jours plus tard", "fr", "1917-05-08"),
    ("le lendemain", "fr", "1917-05-07"),
    ("zwei Tage später", "de", "1917-05-08"),
    ("am nächsten Tag", "de", "1917-05-07"),
    ("два дня спустя", "ru", "1917-05-08"),
    ("через два дня", "ru", "1917-05-08"),
    ("на следующий день", "ru", "1917-05-07"),
]


@pytest.mark.parametrize(("text", "language", "edtf"), LATER, ids=[c[0] for c in LATER])
def test_told_from_the_date_before(text: str, language: str, edtf: str) -> None:
    assert written(text, language, previous="1917-05-06") == edtf


def test_the_calendar_of_the_document_is_named() -> None:
    reading = read("6 May 1917", calendar="julian").reading
    assert reading is not None
    assert reading.date.edtf_written == "1917-05-06"
    assert reading.date.edtf == "1917-05-19"  # 13 days in the 20th century
    assert [(s.what, s.value, s.source) for s in reading.supplied] == [
        ("calendar", "julian", "document calendar")
    ]


def test_edtf_form_is_gregorian_wherever_it_stands() -> None:
    reading = read("1917-05-06", calendar="julian").reading
    assert reading is not None
    assert reading.date.calendar is Calendar.GREGORIAN
    assert reading.date.edtf == "1917-05-06"
    assert reading.supplied == ()


def test_the_text_overrules_the_calendar_of_the_document() -> None:
    reading = read("6 May 1917 N.S.", calendar="julian").reading
    assert reading is not None
    assert reading.date.calendar is Calendar.GREGORIAN
    assert reading.supplied == ()


def test_the_date_before_is_nearer_than_the_document() -> None:
    assert written("May 14", document_date="1862-05-20", previous="1848-02-22") == (
        "1848-05-14"
    )


def test_a_weekday_alone_is_either_side_of_the_document() -> None:
    result = read("Friday", document_date="1862-05-21")
    assert result.is_ambiguous
    assert [each.date.edtf for each in result.readings] == ["1862-05-16", "1862-05-23"]


def test_a_day_after_the_documents_day_may_be_of_either_month() -> None:
    result = read("the 25th", document_date="1862-05-20")
    assert [each.date.edtf for each in result.readings] == ["1862-04-25", "1862-05-25"]


def test_a_document_of_several_years_supplies_no_year() -> None:
    result = read("May 6", document_date="1914/1918")
    assert result.is_refused
    assert "more than one year" in result.why


def test_the_order_of_figures_may_be_given() -> None:
    for order, edtf in (("day first", "1917-04-03"), ("month first", "1917-03-04")):
        result = read_date("3/4/1917", DateContext(order=order))
        assert result.reading is not None
        assert result.reading.date.edtf == edtf


@pytest.mark.parametrize(
    ("language", "edtf"),
    [("en-GB", "1917-04-03"), ("en-US", "1917-03-04"), ("fr", "1917-04-03")],
)
def test_the_language_may_give_the_order_of_figures(language: str, edtf: str) -> None:
    assert written("3/4/1917", language) == edtf


def test_a_year_supplied_is_not_doubtful() -> None:
    context = DateContext(document_date=parse_edtf("1862"))
    reading = read_date("May 14", context).reading
    assert reading is not None
    assert reading.date.qualifier == ""
