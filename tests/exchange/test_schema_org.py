"""schema.org: events, and the quotations they are the subject of."""

import json

import pytest

from timeline.exchange import Report

from .conftest import exported

pytestmark = pytest.mark.django_db


def graph() -> dict[str, dict]:
    return {node["name"]: node for node in json.loads(exported("schema-org"))["@graph"]}


def test_an_event_is_the_subject_of_its_quotations(letter: Report) -> None:
    event = graph()["Strike in Moscow"]
    assert event["startDate"] == "1917-08-25"
    words = {part["text"]: part for part in event["subjectOf"]}
    part = words["August 12"]
    assert (part["@type"], part["position"]) == ("Quotation", "para. 4")
    assert part["isPartOf"]["author"]["name"] == "N. Lenin"


@pytest.mark.parametrize(
    ("date", "start", "end"),
    [
        ("1917", "1917", None),
        ("1917-09", "1917-09", None),
        ("191X", "1910", "1919"),
        ("1905~", "1905", None),
        ("1914/1918", "1914", "1918"),
        ("-0043", None, None),
        ("Y170000", None, None),
        ("../1917", None, "1917"),
        ("", None, None),
    ],
)
def test_dates_are_never_made_finer(bring, date: str, start, end) -> None:
    bring(f'id,title,date\na,A,"{date}"\n', timeline="t")
    node = graph()["A"]
    assert (node.get("startDate"), node.get("endDate")) == (start, end)
    assert bool(date) == ("disambiguatingDescription" in node)
