"""Doubt marked on a whole date, as ISO 8601-2 writes it."""

import pytest
from django.core.exceptions import ValidationError

from timeline.dates import Calendar, parse_edtf
from timeline.models import doubted


@pytest.mark.parametrize(
    ("date", "uncertain", "approximate", "marked"),
    [
        ("1917-05-06", False, False, "1917-05-06"),
        ("1917-05-06", True, False, "1917-05-06?"),
        ("1917-05", False, True, "1917-05~"),
        ("1917", True, True, "1917%"),
        ("1917~", True, False, "1917?"),
        ("1917-05-06/1917-05-10", True, False, "1917-05-06?/1917-05-10?"),
        ("../1917-05-10", False, True, "../1917-05-10~"),
        ("1917/", False, True, "1917~/"),
    ],
)
def test_a_date_is_marked(
    date: str, uncertain: bool, approximate: bool, marked: str
) -> None:
    given = parse_edtf(date, Calendar.JULIAN)
    found = doubted(given, uncertain, approximate)
    assert (found.edtf_written, found.calendar) == (marked, Calendar.JULIAN)
    assert (found.first_day, found.last_day) == (given.first_day, given.last_day)


def test_what_cannot_be_marked_whole_is_refused() -> None:
    with pytest.raises(ValidationError, match="as a whole"):
        doubted(parse_edtf("[1917-05-06,1917-06-05]"), True, False)
