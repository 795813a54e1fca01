"""A chronology: in order, with doubt in words, nothing left out."""

import io
from collections.abc import Iterator

import pytest

from timeline.exchange import Report
from timeline.exchange.chronology import write
from timeline.exchange.event_records import EventRecord
from timeline.exchange.outgoing import Outgoing
from timeline.models import Event, Import

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


def headings_and_titles(text: str) -> list[tuple[str, str]]:
    lines = text.splitlines()
    return [
        (line, lines[number + 1].strip())
        for number, line in enumerate(lines[:-1])
        if line and line[0] not in " =" and lines[number + 1].startswith("    ")
    ]


def test_one_day_goes_by_hour_then_by_end_then_by_id(bring) -> None:
    rows = (
        ("d", "late", "1917-11-07T21:40:00"),
        ("c", "early", "1917-11-07T02:00:00"),
        ("z", "day", "1917-11-07"),
        ("b", "second of the same", "1917-11-07/1917-11-08"),
        ("a", "first of the same", "1917-11-07/1917-11-08"),
    )
    table = "".join(f"{','.join(row)}\n" for row in rows)
    bring(f"id,title,date\n{table}", timeline="t")
    titles = [title for _, title in headings_and_titles(exported("text"))]
    assert titles == ["day", "first of the same", "second of the same", "early", "late"]


def test_without_a_date_comes_last_by_id_whatever_its_dating_lacks(bring) -> None:
    rows = "b,No dating,\nc,Open,../..\nd,Known,1917\n"
    bring(f"id,title,date\n{rows}", timeline="t")
    event = Event.objects.create(
        timeline_id=Event.objects.first().timeline_id, slug="a"
    )
    event.datings.create(status="accepted", as_written="one day", calendar="gregorian")
    text = exported("text")
    slugs = [title for _, title in headings_and_titles(text)]
    assert slugs[:2] == ["Open", "Known"]
    assert text.count("without a date") == 2
    assert text.index("Known") < text.index("without a date") < text.index("No dating")


def test_each_timeline_has_its_heading_once_and_hidden_rows_stay_out(bring) -> None:
    bring("id,title,date\na,First,1917\nc,Undated,\n", timeline="one")
    bring("id,title,date\nb,Second,1916\n", timeline="two")
    hidden = Import.objects.create(file_name="half.csv")
    Event.objects.filter(slug="c").update(imported_by=hidden)
    lines = exported("text").splitlines()
    assert [line for line in lines if line in ("one", "two")] == ["one", "two"]
    assert "    Undated" not in lines
    assert "    Second" in exported("text", "two").splitlines()


def test_nothing_is_held_until_the_end() -> None:
    """What is asked for is written before more is asked for."""
    out, written = io.StringIO(), []

    def pages() -> Iterator[list[EventRecord]]:
        for number in range(3):
            values = {"slug": f"e{number}", "title": "T", "summary": "", "status": ""}
            yield [EventRecord("t", values, [])]
            written.append(out.getvalue().count("without a date"))

    write(Outgoing(pages(), "default"), out)
    assert written == [1, 2, 3]
