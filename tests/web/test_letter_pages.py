"""The letter of September 1917 as a reader sees it, without scripts and hovering."""

import hashlib
import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from timeline.models import Document

SHA256 = "b3b4aa8f45b302644a403e06efd71ab1f5102cf94f7413680cb90a0a355a7e3f"
CITED = {
    "m01": ("p3", 106, 111, "May 6"),
    "m02": ("p3", 115, 124, "August 31"),
    "m03": ("p3", 132, 144, "September 12"),
    "m04": ("p4", 380, 389, "August 12"),
    "m05": ("note-1", 61, 84, "September 15 (28), 1917"),
    "m06": ("note-2", 4, 9, "Mar 6"),
    "m07": ("note-2", 71, 80, "August 31"),
    "m08": ("note-2", 222, 234, "September 12"),
    "m09": ("note-2", 569, 584, "September 14-22"),
}
EVENTS = {
    "coalition-government-announced": ("6 May 1917", "19 May 1917"),
    "moscow-strike": ("12 August 1917", "25 August 1917"),
    "petrograd-soviet-resolution": ("31 August 1917", "13 September 1917"),
    "democratic-conference-date-set": ("12 September 1917", "25 September 1917"),
    "democratic-conference": (
        "14–22 September 1917",
        "27 September – 5 October 1917",
    ),
    "central-committee-discussion": ("15 September 1917", "28 September 1917"),
}
READING = ["/documents/letter/", "/documents/letter/at/note-1/", "/timelines/letter/"]

Read = Callable[..., Any]


def get_json(client: Client, address: str) -> Any:
    response = client.get(address)
    assert response.status_code == 200
    assert response["Content-Type"] == "application/json"
    return json.loads(response.content)


def test_the_json_gives_the_text_back(letter: Document, client: Client) -> None:
    passages = get_json(client, "/documents/letter.json")["passages"]
    text = "".join(passage["text"] + passage["after"] for passage in passages)
    assert hashlib.sha256(text.encode()).hexdigest() == SHA256


def test_every_citation_stands_at_its_words(letter: Document, client: Client) -> None:
    found = get_json(client, "/documents/letter.json")
    texts = {passage["key"]: passage["text"] for passage in found["passages"]}
    citations = {citation["key"]: citation for citation in found["citations"]}
    assert set(CITED) <= set(citations)
    for citation in citations.values():
        text = texts[citation["passage"]]
        assert text[citation["start"] : citation["end"]] == citation["exact"]
    for key, (passage, start, end, words) in CITED.items():
        row = citations[key]
        place = (row["passage"], row["start"], row["end"], row["exact"])
        assert place == (passage, start, end, words)


def test_the_json_reports_both_orphans(letter: Document, client: Client) -> None:
    notes = get_json(client, "/documents/letter.json")["notes"]
    p3 = {"passage": "p3", "start": 145, "end": 148}
    p16 = {"passage": "p16", "start": 86, "end": 89}
    assert notes == [
        {"label": "2", "marker": p3, "passage": "note-2"},
        {"label": "6", "marker": p16, "passage": None},
        {"label": "1", "marker": None, "passage": "note-1"},
    ]


def test_the_timeline_in_json(letter: Document, client: Client) -> None:
    found = get_json(client, "/timelines/letter.json")
    days = {
        event["slug"]: next(
            (d["first_day"], d["last_day"])
            for d in event["datings"]
            if d["status"] == "accepted"
        )
        for event in found["events"]
    }
    assert list(days.items()) == [
        ("coalition-government-announced", (2421368, 2421368)),
        ("moscow-strike", (2421466, 2421466)),
        ("petrograd-soviet-resolution", (2421485, 2421485)),
        ("democratic-conference-date-set", (2421497, 2421497)),
        ("democratic-conference", (2421499, 2421507)),
        ("central-committee-discussion", (2421500, 2421500)),
    ]
    assert (found["total"], found["undrawn"], found["next"]) == (6, [], None)


def test_the_misprint_in_json(letter: Document, client: Client) -> None:
    address = "/timelines/letter/events/coalition-government-announced.json"
    event = get_json(client, address)
    datings = {dating["citation"]: dating for dating in event["datings"]}
    assert datings["m01"]["status"] == "accepted"
    misprint = datings["m06"]
    assert (misprint["status"], misprint["kind"]) == ("rejected", "misprint")
    assert misprint["as_written"] == "Mar 6"
    assert (misprint["first_day"], misprint["edtf"]) == (2421307, "1917-03-19")
    assert misprint["reason"]
    year = misprint["supplied"][0]
    assert (year["what"], year["value"]) == ("year", "1917")
    assert year["from"] == {"document": "letter", "passage": "note-1"}


@pytest.mark.parametrize("address", READING)
def test_every_event_stands_in_both_styles(
    letter: Document, read: Read, address: str
) -> None:
    words = read(address).words
    for old, new in EVENTS.values():
        assert f"{old} Old Style" in words
        assert f"{new} New Style" in words


@pytest.mark.parametrize("address", READING)
def test_the_conflict_is_told_in_the_list(
    letter: Document, read: Read, address: str
) -> None:
    words = read(address).words
    assert "6 May] ¶ 3 · 6 Mar note 2 (misprint)" in words
    assert "Followed: ¶ 3. Note 2 explains" in words
    assert "Not followed: note 2. A misprint for May 6." in words
    assert "[recte May 6]" in words
    assert words.count("(misprint)") == 1


@pytest.mark.parametrize("address", READING)
def test_what_was_supplied_is_told_with_its_source(
    letter: Document, read: Read, address: str
) -> None:
    page = read(address)
    supplied = "Supplied: year 1917, from note 1 · Old Style, from note 1"
    assert page.words.count(supplied) == 5
    assert "month of the end September, from note 2" in page.words
    assert "#note-1" in page.hrefs


@pytest.mark.parametrize("address", READING)
def test_the_scheduled_day_is_not_a_meeting(
    letter: Document, read: Read, address: str
) -> None:
    words = read(address).words
    title = "Date first set for the Democratic Conference"
    assert f"{title} scheduled, not held" in words
    assert words.count("scheduled, not held") == 1


@pytest.mark.parametrize("address", READING)
def test_both_orphans_are_reported(letter: Document, read: Read, address: str) -> None:
    words = read(address).words
    assert words.count("Note 6 is not in this document.") == 1
    assert words.count("No marker for this note stands in the text.") == 1


@pytest.mark.parametrize("address", READING)
def test_every_event_is_a_link_to_its_words_and_back(
    letter: Document, read: Read, address: str
) -> None:
    page = read(address)
    assert len(page.ids) == len(set(page.ids)), "an id stands twice"
    fragments = {href[1:] for href in page.hrefs if href.startswith("#")}
    assert fragments <= set(page.ids)
    for key in CITED:
        assert page.ids.count(f"c-{key}") == 1
    marked = [values for _, values in page.tags if "data-citations" in values]
    stretches = [values for values in marked if values.get("href")]
    assert {values["href"] for values in stretches} == {
        f"#ui-e-{number}" for number in range(1, 7)
    }


def test_note_two_leads_back_to_its_marker(letter: Document, read: Read) -> None:
    page = read("/documents/letter/")
    assert "#note-2" in page.hrefs
    assert "#ui-ref-2" in page.hrefs
    assert "ui-ref-6" in page.ids


@pytest.mark.parametrize("address", READING)
def test_the_page_prints_every_character(
    letter: Document, client: Client, address: str
) -> None:
    content = client.get(address).content.decode()
    content = re.sub(r'<span class="recte".*?</span>', "", content)
    found: dict[str, str] = {}
    for key, inner in re.findall(
        r'<(?:p|h1|h3|div)[^>]* data-key="([^"]+)".*?<bdi>(.*?)</bdi>', content, re.S
    ):
        found[key] = re.sub(r"<[^>]+>", "", inner)
    passages = letter.passages.current().values_list("key", "text")
    quoted = str.maketrans({'"': "&quot;", "'": "&#x27;"})
    assert found == {key: text.translate(quoted) for key, text in passages}


def test_the_source_statement_and_the_evidence(letter: Document, read: Read) -> None:
    words = read("/documents/letter/").words
    assert "Source: Marxist Internet Archive" in words
    assert "N. Lenin" in words
    assert "6 events" in words
    assert "9 dates cited" in words
    assert "Old Style. Note 1 prints one day in both styles" in words
    assert SHA256 in words


def test_the_event_page_of_the_misprint(letter: Document, read: Read) -> None:
    page = read("/timelines/letter/events/coalition-government-announced/")
    assert "6 May 1917 Old Style" in page.words
    assert "19 May 1917 New Style" in page.words
    assert (
        "This was proved by the long and painful course of events from May 6 to "
        "August 31 and to September 12.[2]" in page.words
    )
    assert "6 May] ¶ 3 · 6 Mar note 2 (misprint)" in page.words
    assert "Supplied: year 1917, from note 1 · Old Style, from note 1" in page.words
    assert [tag for tag, _ in page.tags].count("mark") == 3
    assert {"/citations/m01/", "/citations/m06/"} <= set(page.hrefs)


@pytest.mark.parametrize("event", EVENTS)
def test_every_event_has_its_page(letter: Document, read: Read, event: str) -> None:
    words = read(f"/timelines/letter/events/{event}/").words
    old, new = EVENTS[event]
    assert f"{old} Old Style {new} New Style" in words
    assert ("Scheduled, not held" in words) == (event.endswith("date-set"))


def test_nothing_is_said_only_in_a_tooltip(letter: Document, read: Read) -> None:
    for address in [*READING, "/timelines/letter/events/democratic-conference/"]:
        assert not [tag for tag, values in read(address).tags if "title" in values]


def test_no_script_or_style_is_inline(letter: Document, client: Client) -> None:
    for address in [*READING, "/", "/timelines/letter/events/moscow-strike/"]:
        content = client.get(address).content.decode()
        assert "<style" not in content
        assert not re.search(r'\s(style|on\w+)="', content)
        assert re.findall(r"<script(?![^>]* src=)", content) == []


@pytest.mark.parametrize(("key", "fragment"), [("m01", "c-m01"), ("g03", "c-g03")])
def test_a_citation_leads_to_its_words(
    letter: Document, client: Client, read: Read, key: str, fragment: str
) -> None:
    response = client.get(f"/citations/{key}/")
    assert response.status_code == 302
    assert response["Location"] == f"/documents/letter/#{fragment}"
    assert fragment in read("/documents/letter/").ids
