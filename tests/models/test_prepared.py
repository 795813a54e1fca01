"""A prepared query answers as the queryset it was made from, for every shape."""

from collections.abc import Sequence
from typing import Any

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from tests.factories import make_dating, make_document, make_events, make_timeline
from timeline.models import Cursor, Dating, Event, dated_events
from timeline.models.prepared import prepared

pytestmark = pytest.mark.django_db


def columns(events: Sequence[int], least: int | None, *, limit: int = 10) -> QuerySet:
    rows = Dating.objects.filter(event__in=events).order_by("pk")
    if least is not None:
        rows = rows.filter(start_min__gte=least)
    return rows.values_list("event_id", "edtf", "supplied")[:limit]


@pytest.fixture
def ten() -> list[Event]:
    """Ten events, a day apart from 1 January 1900 (day 2415021)."""
    passage = make_document("page", passages=["word " * 9]).passages.get()
    return make_events(make_timeline("line"), passage, 10)


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 7, 8, 9, 10])
@pytest.mark.parametrize("least", [None, 0, 2415025, 2415029])
def test_every_shape_answers_as_the_queryset(
    ten: list[Event], count: int, least: int | None
) -> None:
    ask = prepared(Dating)(columns)
    ids = [event.pk for event in ten[:count]]
    for _ in range(2):
        assert ask(ids, least) == list(columns(ids, least))


def test_a_shape_is_compiled_once(ten: list[Event]) -> None:
    calls: list[Any] = []

    def build(events: Sequence[int]) -> QuerySet:
        calls.append(events)
        return columns(events, None)

    ask = prepared(Dating)(build)
    ids = [event.pk for event in ten]
    for count in (5, 6, 7, 8):
        assert len(ask(ids[:count])) == count
    assert len(calls) == 1


def test_keyword_arguments_are_part_of_the_shape(ten: list[Event]) -> None:
    ask = prepared(Dating)(columns)
    ids = [event.pk for event in ten]
    assert len(ask(ids, None, limit=3)) == 3
    assert len(ask(ids, None, limit=4)) == 4


def test_columns_come_as_python_values(ten: list[Event]) -> None:
    parts = [{"what": "year", "value": "1917", "from": {"source": "x"}, "why": "y"}]
    dating = make_dating(ten[0], "1917", supplied=parts)
    (row,) = prepared(Dating)(columns)([ten[0].pk], dating.start_min)
    assert row == (ten[0].pk, "1917", parts)


def test_nothing_asked_is_not_asked(ten: list[Event]) -> None:
    with CaptureQueriesContext(connection) as queries:
        assert prepared(Dating)(columns)([], None) == []
    assert len(queries) == 0


def test_large_numbers_are_values_like_others(ten: list[Event]) -> None:
    line = ten[0].timeline_id
    far = 2**53 - 1
    assert dated_events(line, -far, far, None, None, 500)[9].slug == "e0010"
    assert dated_events(line, far, None, None, None, 500) == []
    after = Cursor(2415028, 0, far)
    slugs = [event.slug for event in dated_events(line, None, None, after, None, 500)]
    assert slugs == ["e0009", "e0010"]
