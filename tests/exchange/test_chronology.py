"""A chronology: in order, with doubt in words, nothing left out."""

import pytest

from timeline.exchange import Report

from .conftest import exported

pytestmark = pytest.mark.django_db


def test_the_letter_in_order_with_its_words_and_places(letter: Report) -> None:
    text = exported("text")
    titles = ["Strike in Moscow", "Petrograd Soviet passes", "Democratic Conference, P"]
    places = [text.index(title) for title in titles]
    assert places == sorted(places)
    assert "12 August 1917 (Julian), 25 August 1917 (Gregorian)" in text
    assert "“August 12” (The Bolsheviks Must Assume Power, para. 4)" in text
    assert "[scheduled]" in text


def test_dates_stay_as_coarse_as_they_are(bring) -> None:
    rows = 'c,C,\nb,B,1905~\na,A,-0043-03-15\nd,D,"../0100"\n'
    bring(f"id,title,date\n{rows}", timeline="t")
    text = exported("text")
    headings = [line for line in text.splitlines() if line and line[0] != " "][2:]
    assert headings == [
        *("until AD 100", "15 March 44 BC", "about 1905", "without a date"),
    ]
    assert text.count("no passage: entered by") == 4
