"""The columns of a plain date, without the long way: the same, or none."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.dates import Calendar, DateError, parse_edtf
from timeline.models import derived_values, plain_values

DATES = st.from_regex(r"-?[0-9]{4}(-[01][0-9](-[0-3][0-9])?)?[?~]?", fullmatch=True)


@given(
    st.one_of(DATES, st.builds("{}/{}".format, DATES, DATES), st.text(max_size=6)),
    st.sampled_from(Calendar),
)
def test_the_short_way_gives_what_the_long_one_gives(
    text: str, calendar: Calendar
) -> None:
    found = plain_values(text, calendar)
    if found is not None:
        assert found == derived_values(parse_edtf(text, calendar))
        assert {type(value) for value in found} == {str, int}


def test_the_dates_that_go_it() -> None:
    """Day numbers as the Julian Day Number counts: 15 (28) September 1917."""
    day = 2421500
    assert plain_values("1917-09-15", Calendar.JULIAN) == (
        *("1917-09-28", day, day, day, day),
        *("known", "known", "point", "", 0),
    )
    interval = plain_values("1917-09-28/1917-09-29", Calendar.GREGORIAN)
    assert interval[1:] == (
        *(day, day, day + 1, day + 1),
        *("known", "known", "interval", "", 0),
    )
    for text in ("", "1917~", "191X", "1917-02-29", "1917-09-28/1917-09-27", "../1917"):
        assert plain_values(text, Calendar.GREGORIAN) is None
    assert plain_values("5677", Calendar.HEBREW) is None


@given(st.text(max_size=12))
def test_any_text_is_no_plain_date_or_one(text: str) -> None:
    try:
        parse_edtf(text)
    except DateError:
        assert plain_values(text, Calendar.GREGORIAN) is None
