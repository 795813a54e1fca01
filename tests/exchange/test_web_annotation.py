"""Citations as W3C Web Annotations."""

import json

import pytest

from timeline.exchange import Report
from timeline.models import Citation, Document, Event, Tag

from .conftest import counts, empty, exported
from .test_round_trip import TEXTS

pytestmark = pytest.mark.django_db
NAME = "a.anno.json"


def items() -> dict[str, dict]:
    page = json.loads(exported("web-annotation"))
    return {one["id"]: one for one in page["items"]}


def statements() -> list[str]:
    """Every citation and dating, with all its fields."""
    kinds = ('"timeline.citation"}', '"timeline.dating"}')
    return [line for line in exported().splitlines() if line.endswith(kinds)]


def test_a_citation_is_a_fragment_refined_by_quote_and_position(letter: Report) -> None:
    found = [
        one["target"]
        for one in items().values()
        if one["target"]["selector"]["refinedBy"][0]["exact"] == "Mar 6"
    ]
    (target,) = found
    assert target["source"] == "/documents/letter/"
    selector = target["selector"]
    assert (selector["type"], selector["value"]) == ("FragmentSelector", "note-2")
    quote, place = selector["refinedBy"]
    assert (quote["type"], quote["exact"]) == ("TextQuoteSelector", "Mar 6")
    assert (place["type"], place["start"], place["end"]) == (
        *("TextPositionSelector", 4, 9),
    )


def test_the_letter_comes_back_with_all_its_citations_and_datings(
    letter: Report, bring
) -> None:
    before, page = statements(), exported("web-annotation")
    empty(*TEXTS)
    assert counts(bring(page, NAME)) == (6, 0, 0, 0)
    assert statements() == before
    assert exported("web-annotation") == page
    assert counts(bring(page, NAME)) == (0, 0, 6, 0)


def test_what_cites_nothing_is_named(letter: Report, bring) -> None:
    bring("id,title,date,timeline\nx,X,1900,t\n")
    page = json.loads(exported("web-annotation"))
    assert page["tl:withoutPassage"] == ["t/x"]
    assert page["tl:lost"]


def foreign(**target) -> dict:
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": "#a1",
        "type": "Annotation",
        "body": [
            {
                "type": "TextualBody",
                "value": "The <b>strike</b>",
                "purpose": "commenting",
            },
            {"type": "TextualBody", "value": "Moscow", "purpose": "tagging"},
        ],
        "target": {"source": "https://example.org/documents/letter/", **target},
        "creator": {"id": "u1"},
    }


QUOTE = {"type": "TextQuoteSelector", "exact": "the Moscow strike of August 12"}


def test_an_annotation_of_another_program_is_an_event_that_cites(
    letter: Report, bring
) -> None:
    one = foreign(
        selector=[QUOTE, {"type": "TextPositionSelector", "start": 9, "end": 12}]
    )
    assert counts(bring(json.dumps([one]), NAME, timeline="t")) == (1, 0, 0, 0)
    event = Event.objects.get(timeline__slug="t")
    assert (event.title, event.extra["web_annotation"]["creator"]) == (
        *("The strike", {"id": "u1"}),
    )
    (citation,) = event.citations.all()
    assert (citation.passage.key, citation.exact) == ("p4", QUOTE["exact"])
    assert Tag.objects.get(kind="topic", slug="moscow").events.get() == event
    assert not event.datings.exists()


@pytest.mark.parametrize(
    ("selector", "column"),
    [
        ([{**QUOTE, "exact": "no such words"}], "passage"),
        ([{"type": "XPathSelector", "value": "/p"}], "target.selector.type"),
        ([], "target.selector"),
        ([{"type": "FragmentSelector", "value": "p99", "refinedBy": QUOTE}], "passage"),
        # These words stand in two passages, and nothing says which.
        ([{"type": "TextQuoteSelector", "exact": "August 31"}], "passage"),
    ],
)
def test_words_that_are_not_there_are_refused(
    letter: Report, bring, selector, column: str
) -> None:
    before = Citation.objects.count()
    report = bring(json.dumps([foreign(selector=selector)]), NAME, timeline="t")
    assert [(f.path, f.column) for f in report.faults] == [("[0]", column)]
    assert Citation.objects.count() == before


def test_a_document_that_is_not_here_is_refused(bring) -> None:
    report = bring(json.dumps([foreign(selector=QUOTE)]), NAME, timeline="t")
    assert report.refused == 1
    assert not Document.objects.exists()


def test_deep_and_broken_files_are_refused(letter: Report, bring) -> None:
    deep: dict = dict(QUOTE)
    for _ in range(50):
        deep = {**QUOTE, "refinedBy": deep}
    events = Event.objects.count()
    for text in (
        json.dumps([foreign(selector=deep)]),
        '{"items": ' + "[" * 100_000,
        '{"items": [NaN]}',
        '{"items": {}}',
        '{"type": "Annotation"}',
        '[1, null, "x"]',
        '[{"target": [1, 2]}, {"target": {"source": []}}]',
        '[{"tl:event": 1, "target": "x"}, {"tl:event": {"slug": {}}}]',
    ):
        report = bring(text, NAME, format="web-annotation", timeline="t")
        assert report.refused, text[:40]
    assert Event.objects.count() == events
