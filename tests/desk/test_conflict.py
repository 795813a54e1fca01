"""A conflict is settled with a reason; the loser stays readable."""

import pytest
from django.test import Client

from tests.factories import make_dating, make_document, make_event, make_timeline
from timeline.models import Dating, Event, find_proposals

from .test_document import decide


@pytest.fixture
def torn(db: None) -> Event:
    event = make_event(make_timeline(), "mast", "1821-06-04")
    make_dating(event, "1821-07-04", key="july")
    make_dating(event, "1821-06", key="june")
    return event


def post(client: Client, event: Event, key: str, reason: str = "The log.", **more):
    """Settle as the page would."""
    rows = event.datings.filter(status__in=("accepted", "open"))
    values = {
        "dating": event.datings.get(key=key).pk,
        "reason": reason,
        "seen": [f"{row.pk}:{row.version}" for row in rows],
        **more,
    }
    address = f"/desk/conflicts/{event.pk}/"
    return client.post(address, values, follow=True).content.decode()


def statuses(event: Event) -> dict[str, str]:
    return dict(event.datings.values_list("edtf", "status"))


def test_another_dating_is_followed(editor: Client, torn: Event) -> None:
    page = post(editor, torn, "july", kind="misprint")
    assert "No words" not in page and "Nothing to settle here." in page
    assert statuses(torn) == {
        "1821-06-04": "rejected",
        "1821-07-04": "accepted",
        "1821-06": "rejected",
    }
    loser = torn.datings.get(edtf="1821-06-04")
    assert (loser.reason, loser.kind) == ("The log.", "misprint")
    assert torn.datings.get(key="july").who == "edith"
    assert torn.mark.sort_start == torn.datings.get(key="july").start_min


def test_the_followed_one_is_kept(editor: Client, torn: Event) -> None:
    accepted = torn.accepted_dating()
    post(editor, torn, accepted.key)
    assert statuses(torn) == {
        "1821-06-04": "accepted",
        "1821-07-04": "rejected",
        "1821-06": "open",  # it meets the day, so nothing excludes it
    }


@pytest.mark.parametrize("reason", ["", "  "])
def test_without_a_reason_nothing_is_settled(
    editor: Client, torn: Event, reason: str
) -> None:
    assert "Say why" in post(editor, torn, "july", reason)
    assert statuses(torn)["1821-06-04"] == "accepted"


def test_datings_changed_meanwhile(editor: Client, torn: Event) -> None:
    page = post(editor, torn, "july", seen=[])
    assert "Somebody changed these datings" in page
    assert ">The log.</textarea>" in page
    assert statuses(torn)["1821-06-04"] == "accepted"


def test_a_dating_of_another_event_is_refused(editor: Client, torn: Event) -> None:
    other = make_event(torn.timeline, "other", None)
    foreign = make_dating(other, "1900")
    page = editor.post(
        f"/desk/conflicts/{torn.pk}/", {"dating": foreign.pk, "reason": "x"}
    )
    assert "Choose the dating" in page.content.decode()


def test_from_the_text_to_the_settled_date(editor: Client) -> None:
    event = make_event(make_timeline("log"), "mast", "1821-06-04")
    find_proposals(make_document("log", "The mast broke on 5 June 1821 off Ushant."))
    decide(editor, "5 June 1821", "existing", event=event.pk)
    assert (
        f"/desk/conflicts/{event.pk}/"
        in editor.get("/desk/conflicts/").content.decode()
    )
    page = editor.get(f"/desk/conflicts/{event.pk}/").content.decode()
    assert "<mark>5 June 1821</mark>" in page
    dating = Dating.objects.get(as_written="5 June 1821")
    post(editor, event, dating.key)
    assert event.accepted_dating() == dating


def test_the_page_asks_a_fixed_number_of_queries(
    editor: Client, torn: Event, django_assert_max_num_queries: object
) -> None:
    for year in range(1700, 1730):
        make_dating(torn, str(year))
    with django_assert_max_num_queries(8):
        assert editor.get(f"/desk/conflicts/{torn.pk}/").status_code == 200
