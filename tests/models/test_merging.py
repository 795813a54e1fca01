"""Two events merged: no citation, dating or address is lost, or nothing happens."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_citation, make_document, make_event, make_timeline
from timeline.models import (
    Citation,
    Dating,
    Document,
    Event,
    FormerAddress,
    StaleVersion,
    Tag,
    merge_events,
)


@pytest.fixture
def document(db: None) -> Document:
    return make_document(passages=["Told on 3 May 1821, and again on 5 May 1821."])


@pytest.fixture
def kept(document: Document) -> Event:
    event = make_event(make_timeline(), "kept", "1821-05-03")
    make_citation(event, document.passages.get(), "3 May 1821", key="first")
    return event


def other(kept: Event, day: str | None = "1821-05-05") -> Event:
    event = make_event(kept.timeline, "other", day)
    passage = Document.objects.get().passages.get()
    make_citation(event, passage, "5 May 1821", key="second")
    return event


def test_everything_goes_over_with_its_key(kept: Event) -> None:
    merged = other(kept)
    keys = set(Dating.objects.values_list("key", flat=True))
    merged.tags.add(Tag.objects.create(slug="sea", name="Sea"))
    merge_events(kept, merged)
    assert set(Citation.objects.values_list("key", "event")) == {
        ("first", kept.pk),
        ("second", kept.pk),
    }
    assert set(kept.datings.values_list("key", flat=True)) == keys
    assert kept.tags.get().slug == "sea"
    assert Event.objects.get() == kept


def test_what_was_noted_for_the_next_editor_is_kept(kept: Event) -> None:
    merged = other(kept)
    kept.editor_note, merged.editor_note = "Ask Cork.", "Ask Ushant."
    kept.save()
    merged.save()
    merge_events(kept, merged)
    assert Event.objects.get().editor_note == "Ask Cork.\n\nAsk Ushant."


def test_another_date_stays_open(kept: Event) -> None:
    merge_events(kept, other(kept))
    assert kept.accepted_dating().edtf == "1821-05-03"
    assert kept.datings.get(edtf="1821-05-05").status == "open"


def test_the_same_date_agrees(kept: Event) -> None:
    merge_events(kept, other(kept, "1821-05-03"))
    assert sorted(kept.datings.values_list("status", flat=True)) == [
        "accepted",
        "agrees",
    ]


def test_an_undated_event_takes_the_others_date(kept: Event) -> None:
    merged = other(kept)
    kept.datings.all().delete()
    merge_events(kept, merged)
    assert kept.accepted_dating().edtf == "1821-05-05"
    kept = Event.objects.get(pk=kept.pk)
    assert kept.mark.sort_start == kept.accepted_dating().start_min


def test_two_citations_of_the_same_words_are_refused(kept: Event) -> None:
    merged = other(kept)
    passage = Document.objects.get().passages.get()
    make_citation(merged, passage, "3 May 1821", key="double")
    with pytest.raises(ValidationError, match="3 May 1821"):
        merge_events(kept, merged)
    assert Event.objects.count() == 2
    assert merged.citations.count() == 2


def test_a_newer_version_is_not_merged_unseen(kept: Event) -> None:
    merged = other(kept)
    seen = Event.objects.get(pk=merged.pk)
    merged.title = "Another title"
    merged.save()
    with pytest.raises(StaleVersion):
        merge_events(kept, seen)
    assert Event.objects.count() == 2


def test_not_with_itself(kept: Event) -> None:
    with pytest.raises(ValidationError):
        merge_events(kept, Event.objects.get(pk=kept.pk))


def test_addresses_go_over_too(kept: Event) -> None:
    merged = other(kept)
    merged.slug = "renamed"
    merged.save()
    merge_events(kept, merged)
    former = FormerAddress.objects.order_by("slug")
    assert list(former.values_list("slug", "event")) == [
        ("other", kept.pk),
        ("renamed", kept.pk),
    ]
