"""The short way answers as the grammar does, or leaves the text to it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Calendar, DateContext, read_date
from timeline.dates.reading_plain import plain

MONTHS = {
    "en": "January February March April May June July August September October",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre",
    "ru": "января февраля марта апреля мая июня июля августа сентября октября",
}
CALENDARS = st.sampled_from([None, Calendar.GREGORIAN, Calendar.JULIAN])


@given(
    day=st.integers(0, 33),
    month=st.integers(0, 9),
    year=st.integers(1, 2999),
    language=st.sampled_from(list(MONTHS)),
    calendar=CALENDARS,
    form=st.sampled_from(["{d} {m} {y}", "{m} {d}, {y}", "{m} {y}", "{y}"]),
    before=st.sampled_from(["", "", " BC", " BCE"]),
)
def test_it_answers_as_the_grammar(
    day: int,
    month: int,
    year: int,
    language: str,
    calendar: Calendar | None,
    form: str,
    before: str,
) -> None:
    name = MONTHS[language].split()[month]
    text = form.format(d=day, m=name, y=year) + before
    context = DateContext(calendar=calendar, language=language)
    # A space behind the text sends it to the grammar.
    assert read_date(text, context) == read_date(f"{text} ", context)


@given(
    years=st.tuples(st.integers(1, 2999), st.integers(1, 2999)),
    eras=st.tuples(*[st.sampled_from(["", " BC", " BCE", " AD"])] * 2),
    between=st.sampled_from([" to ", "–", " – ", "-", " until "]),
    language=st.sampled_from(list(MONTHS)),
    calendar=CALENDARS,
)
def test_two_years_as_the_grammar(
    years: tuple[int, int],
    eras: tuple[str, str],
    between: str,
    language: str,
    calendar: Calendar | None,
) -> None:
    text = f"{years[0]}{eras[0]}{between}{years[1]}{eras[1]}"
    context = DateContext(calendar=calendar, language=language)
    assert read_date(text, context) == read_date(f"{text} ", context)


@pytest.mark.parametrize(
    "text",
    [
        *("6 May 1917", "May 6, 1917", "31 December 1999", "6 may 1917"),
        *("May 1917", "44 BC", "March 440 BC", "15 March 44 BCE", "March 15, 44 BC"),
        *("1812 to 1815", "1812–1815", "300 BCE to 250 BCE"),
    ],
)
def test_common_forms_are_answered_here(text: str) -> None:
    assert plain(text, DateContext()) is not None


@pytest.mark.parametrize(
    "text",
    [
        "31 June 1917",
        "6 Mai 1917",
        "6 May 917",
        "May 917",
        "May 31 BC",
        "1917",
        "1815 to 1812",
        "300 to 250 BC",
        "1812 to 44 BC",
        "6 May 1917 ",
        "6  May 1917",
        "6 Order 1917",
        "",
    ],
)
def test_the_rest_is_left_to_the_grammar(text: str) -> None:
    assert plain(text, DateContext()) is None
