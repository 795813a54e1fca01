"""Importing takes the rights that typing the same rows would take."""

import pytest
from django.contrib.auth.models import AnonymousUser, Group, Permission, User

from timeline.exchange import Report, lacking, may_import, rights_of
from timeline.models import Event

from .conftest import counts, exported

pytestmark = pytest.mark.django_db
ROW = "id,title,date,timeline\nmoscow-strike,Strike in Moscow,,letter\n"


def editor(*rights: str, **fields: bool) -> User:
    """A user of the staff with these rights, named without the application."""
    user = User.objects.create_user("ed", is_staff=True, **fields)
    for right in rights:
        user.user_permissions.add(Permission.objects.get(codename=right))
    return User.objects.get(pk=user.pk)


def test_the_command_line_may_import_everything() -> None:
    assert may_import(None)
    assert lacking(rights_of(None), {"timeline.add_document"}) == []


@pytest.mark.parametrize(
    ("rights", "fields", "may"),
    [
        (["add_event"], {}, True),
        (["change_event"], {}, True),
        (["view_event", "add_tag"], {}, False),
        (["add_event"], {"is_active": False}, False),
        ([], {"is_superuser": True}, True),
    ],
)
def test_who_may_type_events_may_import(rights, fields, may: bool) -> None:
    assert may_import(editor(*rights, **fields)) is may


def test_a_visitor_may_not_import() -> None:
    assert not may_import(AnonymousUser())


def test_the_report_says_which_rights_a_file_takes(letter: Report, bring) -> None:
    def needed(text: str, name: str = "events.csv") -> set[str]:
        return bring(text, name, dry_run=True).permissions

    assert needed(ROW) == set()
    assert needed(ROW.replace("in Moscow", "of Moscow")) == {"timeline.change_event"}
    row = "id,title,date,timeline\nnew,New,1917,letter\n"
    assert needed(row) == {"timeline.add_event", "timeline.add_dating"}
    assert letter.permissions == {
        *(f"timeline.add_{name}" for name in ("timeline", "document", "passage")),
        *(f"timeline.add_{name}" for name in ("event", "citation", "dating", "tag")),
        "timeline.publish_event",
    }


@pytest.mark.parametrize(
    ("row", "rights", "refused"),
    [
        ("new,New,,letter", ["add_event"], 0),
        ("new,New,,letter", ["change_event", "add_dating"], 1),
        ("new,New,1917,letter", ["add_event"], 1),
        ("new,New,1917,letter", ["add_event", "add_dating"], 0),
        ("new,New,,other", ["add_event"], 1),
        ("new,New,,other", ["add_event", "add_timeline"], 0),
        ("moscow-strike,Strike,,letter", ["add_event"], 1),
        ("moscow-strike,Strike,,letter", ["change_event"], 0),
        ("moscow-strike,Strike in Moscow,,letter", ["add_event"], 0),
    ],
)
def test_a_row_without_the_right_is_refused(
    letter: Report, bring, row: str, rights: list[str], refused: int
) -> None:
    before = exported()
    text = f"id,title,date,timeline\n{row}\n"
    report = bring(text, rights=rights_of(editor(*rights)))
    assert report.refused == refused
    assert report.written is (refused == 0)
    if refused:
        assert exported() == before
        assert report.fault_total >= 1
        assert "You may not" in report.faults[0].wrong
        assert report.faults[0].line == 2


def test_published_state_is_not_raised(letter: Report, bring) -> None:
    rows = "id,title,date,timeline,publication\nnew,New,1917,letter,published\n"
    user = editor()
    user.groups.add(Group.objects.get(name="Editor"))
    report = bring(rows, rights=rights_of(User.objects.get(pk=user.pk)))
    assert counts(report) == (1, 0, 0, 0)
    assert Event.objects.get(slug="new").publication == "draft"
    assert "takes the right to publish" in report.notes[0]
