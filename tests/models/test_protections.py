"""A cited passage on every way to overwrite it: refused, versioned or found."""

import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.contrib.auth.models import User
from django.core.exceptions import ValidationError
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection
from django.db.models import ProtectedError, Value
from django.test import Client
from simple_history.utils import bulk_update_with_history

from tests.factories import make_citation, make_document, make_event, make_timeline
from timeline.models import Citation, Document, Event, Passage, StaleVersion

TEXT = "On 6 May 1917 it rained in Kazan."
OTHER = "On 7 June 1918 it snowed in Perm."


@pytest.fixture
def passage(transactional_db: None) -> Passage:
    """A passage whose date is cited."""
    event = make_event(make_timeline("rain"), "rain", "1917-05-06")
    found = make_document("weather", passages=[TEXT]).passages.get()
    make_citation(event, found, "6 May 1917", key="cited")
    return found


def stored() -> Passage:
    return Passage.objects.get(document__slug="weather", key="p1")


# Deleted by the ORM.

DELETIONS: dict[str, Callable[[Passage], Any]] = {
    "the row": lambda p: p.delete(),
    "a queryset": lambda p: Passage.objects.filter(pk=p.pk).delete(),
    "the passages of the document": lambda p: p.document.passages.all().delete(),
    "all passages": lambda p: Passage.objects.all().delete(),
    "a cascade from the document": lambda p: p.document.delete(),
    "a cascade from documents": lambda p: Document.objects.all().delete(),
    "a cascade from the timeline": lambda p: p.citations.get().event.timeline.delete(),
}


@pytest.mark.parametrize("way", DELETIONS)
def test_no_deletion_by_the_orm(passage: Passage, way: str) -> None:
    with pytest.raises(ProtectedError):
        DELETIONS[way](passage)
    assert stored().text == TEXT
    assert Citation.objects.get(key="cited").passage == stored()


# Overwritten in bulk: refused, because nothing would carry the citations.


def with_text(passage: Passage, text: str) -> Passage:
    passage.text = text
    return passage


def again(passage: Passage) -> Passage:
    """The same passage as if it were new, with another text."""
    return Passage(document=passage.document, key=passage.key, order=1, text=OTHER)


UPSERT = {
    "update_conflicts": True,
    "update_fields": ["text"],
    "unique_fields": ["document", "key"],
}
BULK: dict[str, Callable[[Passage], Any]] = {
    "update": lambda p: Passage.objects.update(text=OTHER),
    "update by an expression": lambda p: Passage.objects.update(text=Value(OTHER)),
    "update of what follows": lambda p: Passage.objects.update(after=OTHER),
    "update by the document": lambda p: p.document.passages.update(text=OTHER),
    "update of the key": lambda p: Passage.objects.update(key="p9"),
    "update of the document": lambda p: Passage.objects.update(
        document=make_document("elsewhere")
    ),
    "bulk_update": lambda p: Passage.objects.bulk_update(
        [with_text(p, OTHER)], ["text"]
    ),
    "bulk_update with history": lambda p: bulk_update_with_history(
        [with_text(p, OTHER)], Passage, ["text"]
    ),
    "bulk_create over it": lambda p: Passage.objects.bulk_create([again(p)], **UPSERT),
}


@pytest.mark.parametrize("way", BULK)
def test_no_overwriting_in_bulk(passage: Passage, way: str) -> None:
    with pytest.raises(TypeError, match="save each passage"):
        BULK[way](passage)
    assert stored().text == TEXT


# Overwritten one by one: the citation goes along or is lost, the former text is kept.


def loaded(passage: Passage, folder: Path, **more: Any) -> None:
    """`loaddata` of a fixture with another text."""
    fields = {"document": ["weather"], "key": "p1", "order": 1, "text": OTHER}
    row = {"model": "timeline.passage", "fields": {**fields, **more.pop("fields", {})}}
    path = folder / "again.json"
    path.write_text(json.dumps([{**row, **more}]))
    call_command("loaddata", str(path), verbosity=0)


def saved(passage: Passage, folder: Path) -> None:
    with_text(passage, OTHER).save()


VERSIONED: dict[str, Callable[[Passage, Path], Any]] = {
    "save": saved,
    "save of one column": lambda p, _: with_text(p, OTHER).save(update_fields=["text"]),
    "update_or_create": lambda p, _: Passage.objects.update_or_create(
        document=p.document, key="p1", defaults={"text": OTHER}
    ),
    "loaddata": loaded,
    "loaddata by primary key": lambda p, f: loaded(
        p, f, pk=p.pk, fields={"document": p.document.pk}
    ),
}


@pytest.mark.parametrize("way", VERSIONED)
def test_overwriting_keeps_the_former_text(
    passage: Passage, tmp_path: Path, way: str
) -> None:
    before = passage.document.text()
    VERSIONED[way](passage, tmp_path)
    assert stored().text == OTHER
    citation = Citation.objects.get(key="cited")
    assert (citation.quoted, citation.state) in (
        ("6 May 1917", "changed"),
        ("6 May 1917", "lost"),
    )
    texts = list(passage.document.revisions.values_list("text", flat=True))
    assert texts[0] == before and len(texts) == 2


def test_what_a_fixture_changes_is_in_the_history(
    passage: Passage, tmp_path: Path
) -> None:
    loaded(passage, tmp_path)
    texts = [entry.text for entry in passage.history.order_by("history_id")]
    assert texts == [TEXT, OTHER]
    assert passage.history.first().history_change_reason == "loaded from a fixture"
    loaded(passage, tmp_path)  # it says the same
    assert passage.history.count() == 2


def test_a_row_typed_anew_under_its_number_is_refused(passage: Passage) -> None:
    """`Passage(pk=…)` claims to be new; it would overwrite a version nobody saw."""
    row = again(passage)
    row.pk, passage.document.title = passage.pk, "as it was"
    passage.save()  # version 2
    with pytest.raises(StaleVersion):
        row.save()
    assert stored().text == TEXT


def test_a_fixture_that_puts_a_citation_elsewhere_is_refused(
    passage: Passage, tmp_path: Path
) -> None:
    path = tmp_path / "citation.json"
    event = ["rain", "rain"]
    fields = {"key": "cited", "event": event, "passage": ["weather", "p1"]}
    words = {"quoted": "6 May", "exact": "6 May", "start": 0, "end": 5}
    row = {"model": "timeline.citation", "fields": {**fields, **words}}
    path.write_text(json.dumps([row]))
    with pytest.raises(ValidationError, match="On 6 "):
        call_command("loaddata", str(path), verbosity=0)
    assert Citation.objects.get(key="cited").exact == "6 May 1917"


# By the admin, as the one who may do everything.


@pytest.fixture
def owner(transactional_db: None) -> Client:
    client = Client()
    client.force_login(User.objects.create_superuser("owner"))
    return client


def post(client: Client, address: str, **values: Any) -> Any:
    return client.post(f"/admin/timeline/{address}/", values, follow=True)


def pk_of(passage: Passage, model: str) -> int:
    event = Citation.objects.get(key="cited").event
    return {
        "passage": passage.pk,
        "document": passage.document_id,
        "timeline": event.timeline_id,
    }[model]


@pytest.mark.parametrize("model", ["passage", "document", "timeline"])
def test_no_deletion_by_the_admin(owner: Client, passage: Passage, model: str) -> None:
    page = post(owner, f"{model}/{pk_of(passage, model)}/delete", post="yes")
    assert "would require deleting the following protected" in page.content.decode()
    assert stored().text == TEXT


@pytest.mark.parametrize("model", ["passage", "document", "timeline"])
def test_no_deletion_by_a_bulk_action(
    owner: Client, passage: Passage, model: str
) -> None:
    page = post(
        owner,
        model,
        action="delete_selected",
        _selected_action=pk_of(passage, model),
        post="yes",
    )
    assert page.status_code == 200
    assert stored().text == TEXT
    assert Event.objects.exists()


# By raw SQL.


def execute(sql: str, *values: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, values)


@pytest.mark.parametrize("table", ["passage", "document"])
def test_raw_deletion_is_refused_by_the_foreign_key(
    passage: Passage, table: str
) -> None:
    pk = passage.pk if table == "passage" else passage.document_id
    with pytest.raises(IntegrityError):
        execute(f"DELETE FROM timeline_{table} WHERE id = %s", pk)
    assert stored().text == TEXT


def test_raw_overwriting_is_found(passage: Passage) -> None:
    execute("UPDATE timeline_passage SET text = %s WHERE id = %s", OTHER, passage.pk)
    out = io.StringIO()
    with pytest.raises(CommandError):
        call_command("check_citations", stdout=out)
    line = out.getvalue()
    assert "rain/rain" in line and "weather p1" in line
    assert "6 May 1917" in line and OTHER[3:13] in line


@pytest.mark.parametrize(
    ("column", "value"), [("exact", "7 June"), ("start", 4), ("passage_id", None)]
)
def test_a_raw_change_of_the_citation_is_found(
    passage: Passage, column: str, value: Any
) -> None:
    if column == "passage_id":
        value = make_document("elsewhere", passages=[OTHER]).passages.get().pk
    column = connection.ops.quote_name(column)
    execute(f"UPDATE timeline_citation SET {column} = %s", value)
    with pytest.raises(CommandError):
        call_command("check_citations", stdout=io.StringIO())
