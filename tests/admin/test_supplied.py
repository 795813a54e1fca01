"""Supplied parts are typed as rows: what, value, from a passage or a source, why."""

import pytest
from django.test import Client

from tests.admin.addresses import address
from tests.admin.page import errors_of, form_of, open_form
from timeline.models import Dating, Document, Event


@pytest.fixture
def dating(letter: Document) -> Dating:
    return Event.objects.get(slug="moscow-strike").accepted_dating()


def page_of(dating: Dating) -> str:
    return address("dating", "change", dating.pk)


def row(number: int, **words: str) -> dict[str, str]:
    return {f"supplied_{name}_{number}": value for name, value in words.items()}


def test_the_parts_stand_in_rows_with_two_free_ones(
    editor: Client, dating: Dating
) -> None:
    form = open_form(editor, page_of(dating))
    count = len(dating.supplied)
    assert count
    assert form["supplied_what_0"] == dating.supplied[0]["what"]
    assert form["supplied_passage_0"] == dating.supplied[0]["from"]["passage"]
    assert form[f"supplied_what_{count + 1}"] == ""
    assert f"supplied_what_{count + 2}" not in form


def test_untouched_they_change_nothing(editor: Client, dating: Dating) -> None:
    page = page_of(dating)
    assert editor.post(page, open_form(editor, page)).status_code == 302
    again = Dating.objects.get(pk=dating.pk)
    assert (again.version, again.supplied) == (dating.version, dating.supplied)


def test_a_part_from_a_passage_of_the_cited_document(
    editor: Client, dating: Dating
) -> None:
    form, count = open_form(editor, page_of(dating)), len(dating.supplied)
    part = row(count, what="hour", value="12", passage="note-1", why="Told there.")
    assert editor.post(page_of(dating), {**form, **part}).status_code == 302
    dating.refresh_from_db()
    assert dating.supplied[-1] == {
        "what": "hour",
        "value": "12",
        "from": {"document": "letter", "passage": "note-1"},
        "why": "Told there.",
    }
    assert len(dating.supplied) == count + 1


def test_a_part_from_a_source_and_one_taken_out(editor: Client, dating: Dating) -> None:
    form = open_form(editor, page_of(dating))
    for number in range(len(dating.supplied)):
        blank = dict.fromkeys(("what", "value", "document", "passage", "source"), "")
        form |= row(number, **blank, why="")
    form |= row(0, what="year", value="1917", source="Collected Works, vol. 26")
    assert editor.post(page_of(dating), form).status_code == 302
    dating.refresh_from_db()
    assert dating.supplied == [
        {
            "what": "year",
            "value": "1917",
            "from": {"source": "Collected Works, vol. 26"},
            "why": "",
        }
    ]


@pytest.mark.parametrize(
    ("words", "error"),
    [
        ({"what": "year", "source": "A book"}, "needs its value"),
        ({"value": "1917", "source": "A book"}, "needs its what"),
        ({"what": "year", "value": "1917"}, "name the passage it is from"),
        (
            {"what": "year", "value": "1917", "passage": "p3", "source": "A book"},
            "name the passage it is from",
        ),
        ({"what": "year", "value": "1917", "passage": "p99"}, "no passage p99"),
        ({"what": "year", "value": "1\x007", "source": "A book"}, "U+0000"),
    ],
)
def test_what_is_missing_is_said_and_what_was_typed_stays(
    editor: Client, dating: Dating, words: dict[str, str], error: str
) -> None:
    form, count = open_form(editor, page_of(dating)), len(dating.supplied)
    answer = editor.post(page_of(dating), {**form, **row(count, **words)})
    assert answer.status_code == 200
    assert error in errors_of(answer)
    shown = form_of(answer)
    for name, value in words.items():
        assert shown[f"supplied_{name}_{count}"] == value.replace("\x00", "\x00")
    dating.refresh_from_db()
    assert len(dating.supplied) == count


def test_inside_the_page_of_the_event(editor: Client, dating: Dating) -> None:
    page = address("event", "change", dating.event_id)
    form, count = open_form(editor, page), len(dating.supplied)
    new = {"what": "hour", "value": "12", "source": "The diary"}
    typed = {f"datings-0-supplied_{k}_{count}": v for k, v in new.items()}
    assert editor.post(page, {**form, **typed}).status_code == 302
    dating.refresh_from_db()
    assert dating.supplied[-1]["from"] == {"source": "The diary"}
