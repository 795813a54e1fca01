"""The permanent address of a citation: found, lost, deleted, never there."""

from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from tests.factories import make_citation, make_document, make_event, make_timeline
from timeline.models import Citation

pytestmark = pytest.mark.django_db


@pytest.fixture
def cited() -> Citation:
    """One citation of public words for a public event."""
    passage = make_document("page", text="It rained on May 6.").passages.get()
    event = make_event(make_timeline("line"), "rain")
    return make_citation(event, passage, "May 6", key="rain1")


def lose(citation: Citation) -> None:
    revision = citation.passage.document.revisions.create(
        number=2, text="It rained.", when=timezone.now(), why="A better copy."
    )
    citation.start = citation.end = None
    citation.state, citation.lost_in = "lost", revision
    citation.save()


def test_found(cited: Citation, client: Client) -> None:
    assert client.get("/citations/rain1/")["Location"] == "/documents/page/#c-rain1"


def test_lost(cited: Citation, client: Client) -> None:
    lose(cited)
    response = client.get("/citations/rain1/")
    content = response.content.decode()
    assert response.status_code == 200
    assert "“<bdi>May 6</bdi>”" in content
    assert "revision 2" in content
    assert "A better copy." in content
    assert "/timelines/line/events/rain/" in content
    event = client.get("/timelines/line/events/rain/").content.decode()
    assert "The words no longer stand in the text." in event
    page = client.get("/documents/page/").content.decode()
    assert "no longer stand in the text" in page
    (found,) = client.get("/documents/page.json").json()["citations"]
    assert (found["state"], found["start"], found["end"]) == ("lost", None, None)


def test_lost_and_not_public(cited: Citation, client: Client) -> None:
    lose(cited)
    cited.event.publication = "draft"
    cited.event.save()
    assert client.get("/citations/rain1/").status_code == 404


def delete(citation: Citation) -> None:
    citation.event.datings.all().delete()
    citation.delete()


def test_deleted(cited: Citation, client: Client) -> None:
    delete(cited)
    response = client.get("/citations/rain1/")
    assert response.status_code == 410
    assert "“<bdi>May 6</bdi>”" in response.content.decode()


@pytest.mark.parametrize("hidden", ["event", "timeline", "document"])
def test_deleted_and_not_public(cited: Citation, client: Client, hidden: str) -> None:
    rows = {
        "event": cited.event,
        "timeline": cited.event.timeline,
        "document": cited.passage.document,
    }
    rows[hidden].publication = "draft"
    rows[hidden].save()
    delete(cited)
    assert client.get("/citations/rain1/").status_code == 404


def test_deleted_with_its_event(cited: Citation, client: Client) -> None:
    event = cited.event
    event.datings.all().delete()
    event.delete()
    assert client.get("/citations/rain1/").status_code == 410


def test_deleted_with_a_draft_event(cited: Citation, client: Client) -> None:
    event = cited.event
    event.publication = "draft"
    event.save()
    event.datings.all().delete()
    event.delete()
    assert client.get("/citations/rain1/").status_code == 404


def test_editors_see_what_was_deleted(cited: Citation, editor: Client) -> None:
    cited.event.publication = "draft"
    cited.event.save()
    delete(cited)
    assert editor.get("/citations/rain1/").status_code == 410


@pytest.mark.parametrize("key", ["never", "m01", "a" * 81, "..", "%00", "é"])
def test_unknown(client: Client, key: str) -> None:
    assert client.get(f"/citations/{key}/").status_code == 404


def test_a_key_is_exact(cited: Citation, client: Client) -> None:
    for key in ("RAIN1", "rain1 ", "rain"):
        assert client.get(f"/citations/{key}/").status_code == 404


def test_a_misprint_is_corrected_beside_the_text(client: Client) -> None:
    passage = make_document("page", text="It rained on Mar 6.").passages.get()
    event = make_event(make_timeline("line"), "rain", "1917-05-06")
    made: dict[str, Any] = {"kind": "misprint", "status": "rejected"}
    citation = make_citation(event, passage, "Mar 6", role="gloss")
    event.datings.create(edtf_written="1917-03-06", citation=citation, **made)
    content = client.get("/documents/page/").content.decode()
    assert ">Mar 6</a>" in content
    assert "[<i>recte</i> <bdi>6 May</bdi>]" in content
