"""Rows by natural key and by reference: one question each, the same rows as before."""

from typing import Any

import pytest
from django.core.management import call_command

from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    Import,
    NoteLink,
    Passage,
    Revision,
    Tag,
    Timeline,
)
from timeline.models.natural import related, stored

pytestmark = pytest.mark.django_db
KEYED = (Timeline, Document, Revision, Passage, NoteLink, Event, Citation, Dating)


@pytest.fixture
def letter() -> None:
    call_command("loaddata", "letter", verbosity=0)


@pytest.mark.parametrize("model", KEYED, ids=lambda model: model.__name__)
def test_every_row_is_found_whole_by_its_key(letter: None, model: Any) -> None:
    rows = list(model.objects.order_by("pk"))
    assert rows
    for row in rows:
        found = model.objects.get_by_natural_key(*row.natural_key())
        names = [field.attname for field in model._meta.concrete_fields]
        assert [getattr(found, n) for n in names] == [getattr(row, n) for n in names]
        assert not found._state.adding


def test_json_comes_back_as_values() -> None:
    timeline = Timeline.objects.create(slug="t", title="T", extra={"a": [1, None]})
    assert Timeline.objects.get_by_natural_key("t").extra == timeline.extra


@pytest.mark.parametrize("key", [("topic", "x"), ("person", "war"), ("", "war")])
def test_another_key_finds_nothing(key: tuple) -> None:
    Tag.objects.create(kind="topic", slug="war", name="War")
    with pytest.raises(Tag.DoesNotExist):
        Tag.objects.get_by_natural_key(*key)


def test_half_a_key_is_none() -> None:
    with pytest.raises(TypeError):
        Tag.objects.get_by_natural_key("war")


def test_rows_of_an_import_that_runs_are_not_found() -> None:
    job = Import.objects.create(digest="", format="csv")
    timeline = Timeline.objects.create(slug="t", title="T", imported_by=job)
    with pytest.raises(Timeline.DoesNotExist):
        Timeline.objects.get_by_natural_key("t")
    assert stored(Timeline, timeline.pk).title == "T"
    Import.objects.update(state=Import.State.DONE)
    assert Timeline.objects.get_by_natural_key("t") == timeline


def test_one_question_and_none_for_what_is_at_hand(
    letter: None, django_assert_num_queries: Any
) -> None:
    with django_assert_num_queries(1):
        citation = Citation.objects.get_by_natural_key("m04")
    with django_assert_num_queries(1):
        assert related(citation, "passage").key == "p4"
    with django_assert_num_queries(0):
        assert related(citation, "passage") is citation.passage
    assert related(citation, "lost_in") is None


def test_a_reference_to_nothing_is_what_django_says() -> None:
    citation = Citation(key="x", passage_id=17)
    with pytest.raises(Passage.DoesNotExist):
        related(citation, "passage")


def test_the_row_before_nothing_is_none(letter: None) -> None:
    assert stored(Event, None) is None
    assert stored(Event, 10**9) is None
