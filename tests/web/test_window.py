"""What `from`, `to`, `after` and `limit` may say, and how refusals are worded.

Day 2421500 is 28 September 1917 (Gregorian); 1 January 1917 is 270 days before it, and
31 December 1917 is 94 days after it.
"""

import pytest
from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from timeline.models import Cursor
from timeline.web.window import BadQuery, Window, read_cursor, read_day, read_window


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("1917", 2421230, 2421594),
        ("1917-09-28", 2421500, 2421500),
        ("2421500", 2421500, 2421500),
        ("+1917", 1917, 1917),
        ("01917", 1917, 1917),
        ("0", 0, 0),
        ("-43", -43, -43),
        ("-00043", -43, -43),
        ("1917-09-28/..", 2421500, None),
        ("../1917-09-28", None, 2421500),
    ],
)
def test_a_bound_is_a_date_or_a_day_number(
    text: str, first: int | None, last: int | None
) -> None:
    for name, day in (("from", first), ("to", last)):
        if day is None:
            with pytest.raises(BadQuery, match="known day"):
                read_day(name, text)
        else:
            assert read_day(name, text) == day


def test_four_digits_with_a_minus_are_a_year() -> None:
    """1 January of the year 0 is day 1721060; ten of the 43 years before are leap."""
    assert read_day("from", "-0043") == 1721060 - (43 * 365 + 10)


@pytest.mark.parametrize(
    "query",
    [
        "from=yesterday",
        "from=1917-02-30",
        "from= 1917",
        "from=+1917",
        "to=9007199254740992",
        "from=1918&to=1917",
        "limit=0",
        "limit=501",
        "limit=-1",
        "limit=ten",
        "limit=²",
        "after=moscow-strike",
        "after=1.2",
        "after=9007199254740993.0.1",
        "undated=no",
        "undated=yes&from=1917",
        "from=%00",
    ],
)
def test_what_is_not_understood_is_refused(query: str) -> None:
    with pytest.raises(BadQuery):
        read_window(QueryDict(query))


def test_a_refusal_says_what_would_be_right() -> None:
    with pytest.raises(BadQuery, match=r"EDTF.*day number"):
        read_window(QueryDict("from=yesterday"))
    with pytest.raises(BadQuery, match="1 to 500"):
        read_window(QueryDict("limit=501"))


def test_nothing_asked_is_everything() -> None:
    assert read_window(QueryDict("")) == Window()
    assert read_window(QueryDict("from=&to=&after=&limit=")) == Window()


@given(
    st.integers(-(2**53) + 1, 2**53 - 1), st.integers(0, 86399), st.integers(1, 2**40)
)
def test_the_place_to_go_on_from_comes_back(start: int, seconds: int, pk: int) -> None:
    query = Window(asked=(("from", "1917"),)).next_query(Cursor(start, seconds, pk))
    asked = QueryDict(query.removeprefix("?"))
    assert asked["from"] == "1917"
    assert read_cursor(asked["after"]) == Cursor(start, seconds, pk)
