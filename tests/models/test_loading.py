"""`loaddata` never calls `save`: derived values, marks and history all the same."""

import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from timeline.models import Dating, Event, Mark, Tag

pytestmark = pytest.mark.django_db
T = {"model": "timeline.timeline", "fields": {"slug": "t", "title": "T"}}
MOST_QUERIES = 23  # an event with two tags, a citation and a dating


def row(model: str, **fields: Any) -> dict[str, Any]:
    return {"model": f"timeline.{model}", "fields": fields}


def tag(slug: str) -> dict[str, Any]:
    return row("tag", kind="topic", slug=slug, name=slug)


def event(slug: str = "e", *tags: str, **more: Any) -> dict[str, Any]:
    keys = [["topic", name] for name in tags]
    given = {"timeline": ["t"], "slug": slug, "title": slug, "tags": keys}
    return row("event", **{**given, **more})


def dating(key: str = "d", event: str = "e", **more: Any) -> dict[str, Any]:
    given = {"key": key, "event": ["t", event], "edtf_written": "1917-09-28"}
    return row("dating", **{**given, "status": "accepted", **more})


@pytest.fixture
def load(tmp_path: Path) -> Any:
    def run(*rows: dict[str, Any]) -> None:
        path = tmp_path / "some.json"
        path.write_text(json.dumps(rows))
        call_command("loaddata", str(path), verbosity=0)

    return run


def marks() -> dict[str, tuple[int, int, bool]]:
    names = ("sort_start", "importance", "visible")
    return {
        m.event.slug: tuple(getattr(m, n) for n in names) for m in Mark.objects.all()
    }


def test_values_and_marks_are_there_at_once(load: Any) -> None:
    load(T, event(importance=3, publication="published"), dating())
    assert Dating.objects.get().start_min == 2421500
    assert marks() == {"e": (2421500, 3, True)}


def test_rows_that_come_before_what_they_refer_to(load: Any) -> None:
    load(T, event("e", "war", importance=7), dating(), tag("war"))
    assert Event.objects.get().tags.get().slug == "war"
    assert not Event.history.exists()
    assert Dating.objects.get().start_min == 2421500
    assert marks() == {"e": (2421500, 7, False)}


def test_numbered_rows_in_any_order(load: Any) -> None:
    numbered = [
        {**dating(event="e"), "pk": 5},
        {**event(importance=2), "pk": 4},
        {**T, "pk": 3},
    ]
    numbered[0]["fields"]["event"] = 4
    numbered[1]["fields"]["timeline"] = 3
    load(*numbered)
    assert marks() == {"e": (2421500, 2, False)}


def test_what_is_loaded_over_is_marked_anew(load: Any) -> None:
    load(T, event(), dating())
    load(event(importance=9, publication="published"))
    assert marks() == {"e": (2421500, 9, True)}
    load(dating(edtf_written="1917-09-29"))
    assert marks() == {"e": (2421501, 9, True)}
    load(dating(status="rejected"))
    assert marks() == {}


def test_only_the_accepted_dating_makes_a_mark(load: Any) -> None:
    load(T, event(), dating(status="open"))
    assert marks() == {}
    load(dating("other"))
    assert marks() == {"e": (2421500, 0, False)}


@pytest.mark.parametrize("way", ["loaddata", "save"])
def test_a_dating_that_goes_to_another_event_takes_the_mark_along(
    load: Any, way: str
) -> None:
    load(T, event("e"), event("f"), dating())
    if way == "loaddata":
        load(dating(event="f"))
    else:
        moved = Dating.objects.get()
        moved.event = Event.objects.get(slug="f")
        moved.save()
    assert marks() == {"f": (2421500, 0, False)}


class TestHistory:
    def tags(self) -> list[list[str]]:
        entries = Event.objects.get().history.order_by("history_id")
        return [sorted(t.tag.slug for t in entry.tags.all()) for entry in entries]

    def test_it_begins_when_a_loaded_row_is_changed(self, load: Any) -> None:
        load(T, tag("war"), tag("peace"), event("e", "war"))
        assert self.tags() == []
        load(T, tag("war"), event("e", "war"))
        assert self.tags() == []
        first = Event.objects.get()
        first.title = "Another"
        first.save()
        assert self.tags() == [["war"], ["war"]]

    def test_tags_that_a_fixture_changes_are_in_it(self, load: Any) -> None:
        load(T, tag("war"), tag("peace"), event("e", "war"))
        load(event("e", "peace"))
        assert self.tags()[0] == ["war"]
        assert self.tags()[-1] == ["peace"]

    def test_tags_that_an_editor_changes_are_in_it(self, load: Any) -> None:
        load(T, tag("war"), tag("peace"), event("e", "war"))
        Event.objects.get().tags.add(Tag.objects.get(slug="peace"))
        assert self.tags() == [["war"], ["peace", "war"]]

    def test_a_loaded_object_that_is_saved_has_its_history(self, load: Any) -> None:
        load(T)
        made = Event(timeline_id=1, slug="e", title="E")
        made.timeline = (
            type(made)._meta.get_field("timeline").related_model.objects.get()
        )
        made.save_base(raw=True)
        made.title = "Another"
        made.save()
        titles = [e.title for e in made.history.order_by("history_id")]
        assert titles == ["E", "Another"]


def test_an_event_takes_so_many_queries(load: Any) -> None:
    document = row("document", slug="d", title="D")
    passage = row("passage", document=["d"], key="p", order=1, text="May 6 " * 40)
    load(T, tag("war"), tag("peace"), document, passage)

    def of(number: int) -> list[dict[str, Any]]:
        slug, at = f"e{number}", number * 6
        words = {"quoted": "May 6", "exact": "May 6", "start": at, "end": at + 5}
        place = {"event": ["t", slug], "passage": ["d", "p"]}
        return [
            event(slug, "war", "peace"),
            row("citation", key=f"c{number}", **place, **words),
            dating(f"d{number}", slug, citation=[f"c{number}"]),
        ]

    with CaptureQueriesContext(
        connection,
    ) as few:
        load(*of(0))
    with CaptureQueriesContext(connection) as many:
        load(*(one for number in range(1, 21) for one in of(number)))
    each = (len(many) - len(few)) / 19
    assert each <= MOST_QUERIES
    assert Mark.objects.count() == 21
