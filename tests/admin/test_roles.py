"""Who may do what: editors enter and review, publishers publish."""

from typing import Any

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.management import call_command
from django.test import Client

from tests.admin.addresses import address
from tests.admin.conftest import signed_in
from tests.admin.page import open_form
from tests.factories import make_document
from timeline.models import Citation, Document, Event, Tag, Timeline
from timeline.roles import EDITOR, PUBLISHER

ENTERED = (
    *("timeline", "document", "passage", "notelink"),
    *("event", "tag", "citation", "dating"),
)


@pytest.fixture
def draft(letter: Document) -> Event:
    timeline = Timeline.objects.get(slug="letter")
    return Event.objects.create(timeline=timeline, slug="draft", title="Draft")


def rights(group: str) -> set[str]:
    found = Permission.objects.filter(group__name=group)
    return set(found.values_list("codename", flat=True))


def test_the_groups_are_made_by_migrate(db: None) -> None:
    for model in ENTERED:
        for verb in ("add", "change", "view", "delete"):
            assert f"{verb}_{model}" in rights(EDITOR)
    assert "publish_event" not in rights(EDITOR)
    assert rights(PUBLISHER) - rights(EDITOR) == {"publish_event"}
    assert not {name for name in rights(PUBLISHER) if name.endswith("_user")}


def test_making_them_again_changes_nothing(db: None) -> None:
    before = rights(EDITOR), rights(PUBLISHER)
    own = Permission.objects.get(codename="view_user")
    Group.objects.get(name=EDITOR).permissions.add(own)
    call_command("migrate", verbosity=0)
    assert (rights(EDITOR), rights(PUBLISHER)) == (before[0] | {"view_user"}, before[1])
    assert Group.objects.count() == 2


@pytest.mark.parametrize("page", ["changelist", "add"])
@pytest.mark.parametrize("model", ENTERED)
def test_without_a_role_nothing_is_open(db: None, model: str, page: str) -> None:
    assert Client().get(address(model, page)).status_code == 302
    assert signed_in("reader").get(address(model, page)).status_code == 403


class TestPublishing:
    """By form, in every model that has the state."""

    @pytest.mark.parametrize("model", [Event, Timeline, Document])
    def test_an_editor_reviews_and_does_not_publish(
        self, editor: Client, letter: Document, draft: Event, model: type
    ) -> None:
        row = draft if model is Event else model.objects.first()
        row.publication = "draft"
        row.save()
        page = address(model._meta.model_name, "change", row.pk)
        form = open_form(editor, page)
        assert (
            editor.post(page, {**form, "publication": "published"}).status_code == 200
        )
        row.refresh_from_db()
        assert row.publication == "draft"
        form = open_form(editor, page)
        assert editor.post(page, {**form, "publication": "reviewed"}).status_code == 302
        row.refresh_from_db()
        assert row.publication == "reviewed"

    @pytest.mark.parametrize("model", [Event, Timeline, Document])
    @pytest.mark.parametrize("state", ["draft", "reviewed", ""])
    def test_an_editor_takes_nothing_back(
        self, editor: Client, letter: Document, model: type, state: str
    ) -> None:
        row = model.objects.first()
        page = address(model._meta.model_name, "change", row.pk)
        form = {**open_form(editor, page), "publication": state, "title": "Corrected"}
        editor.post(page, form)
        row.refresh_from_db()
        assert row.publication == "published"

    def test_an_editor_corrects_what_is_published(
        self, editor: Client, letter: Document
    ) -> None:
        event = Event.objects.first()
        page = address("event", "change", event.pk)
        editor.post(page, {**open_form(editor, page), "title": "Corrected"})
        event.refresh_from_db()
        assert (event.title, event.publication) == ("Corrected", "published")

    def test_an_editor_adds_no_published_row(
        self, editor: Client, letter: Document
    ) -> None:
        page = address("timeline", "add")
        typed = {"title": "T", "slug": "t", "publication": "published"}
        editor.post(page, {**open_form(editor, page), **typed})
        assert not Timeline.objects.filter(slug="t").exists()

    def test_a_publisher_does_both(self, publisher: Client, draft: Event) -> None:
        page = address("event", "change", draft.pk)
        for state in ("published", "draft"):
            form = {**open_form(publisher, page), "publication": state}
            assert publisher.post(page, form).status_code == 302
            draft.refresh_from_db()
            assert draft.publication == state


class TestBulk:
    """By the actions of a list."""

    def act(self, client: Client, action: str, *events: Event) -> Any:
        keys = [event.pk for event in events]
        typed = {"action": action, "_selected_action": keys}
        return client.post(address("event", "changelist"), typed, follow=True)

    def test_an_editor_marks_as_reviewed(self, editor: Client, draft: Event) -> None:
        other = Event.objects.exclude(pk=draft.pk).first()
        self.act(editor, "mark_reviewed", draft, other)
        draft.refresh_from_db()
        assert (draft.publication, draft.version) == ("reviewed", 2)
        other.refresh_from_db()
        assert other.publication == "published"

    @pytest.mark.parametrize("action", ["publish", "take_back"])
    def test_an_editor_has_no_other_action(
        self, editor: Client, draft: Event, action: str
    ) -> None:
        page = editor.get(address("event", "changelist")).content.decode()
        assert f'value="{action}"' not in page
        before = list(Event.objects.order_by("pk").values_list("publication"))
        self.act(editor, action, *Event.objects.all())
        assert list(Event.objects.order_by("pk").values_list("publication")) == before

    def test_a_publisher_publishes_and_takes_back(
        self, publisher: Client, draft: Event
    ) -> None:
        self.act(publisher, "publish", draft)
        draft.refresh_from_db()
        assert draft.publication == "published"
        latest = draft.history.first()
        assert latest.history_user == publisher.user
        assert latest.history_change_reason == "published"
        self.act(publisher, "take_back", draft)
        draft.refresh_from_db()
        assert draft.publication == "reviewed"

    def test_a_thousand_at_most(self, publisher: Client, letter: Document) -> None:
        timeline = Timeline.objects.create(slug="big", title="Big")
        rows = (Event(timeline=timeline, slug=f"e{n}", title="E") for n in range(1_001))
        Event.objects.bulk_create(rows)
        typed = {"action": "publish", "select_across": "1", "_selected_action": ["1"]}
        page = address("event", "changelist") + f"?timeline__id__exact={timeline.pk}"
        response = publisher.post(page, typed, follow=True)
        assert "More than 1000 rows" in response.content.decode()
        assert not timeline.events.filter(publication="published").exists()

    def test_marks_follow(self, publisher: Client, letter: Document) -> None:
        event = Event.objects.get(slug="moscow-strike")
        self.act(publisher, "take_back", event)
        event.mark.refresh_from_db()
        assert not event.mark.visible


class TestDeleting:
    """What is published goes only by those who may take it back."""

    def test_an_editor_deletes_a_draft(self, editor: Client, draft: Event) -> None:
        page = address("event", "delete", draft.pk)
        assert editor.post(page, {"post": "yes"}).status_code == 302
        assert not Event.objects.filter(pk=draft.pk).exists()

    def test_an_editor_deletes_a_draft_document(self, editor: Client, db: None) -> None:
        """With its passages, its revision and the markers in it; nothing is cited."""
        document = make_document("d", text="One.[1]\n\n[1] Two.", publication="draft")
        page = address("document", "delete", document.pk)
        assert editor.post(page, {"post": "yes"}).status_code == 302
        assert not Document.objects.filter(pk=document.pk).exists()

    @pytest.mark.parametrize("model", [Event, Citation, Document])
    def test_an_editor_deletes_nothing_published(
        self, editor: Client, letter: Document, model: type
    ) -> None:
        row = model.objects.first()
        name = model._meta.model_name
        assert editor.get(address(name, "delete", row.pk)).status_code == 403
        typed = {"action": "delete_selected", "_selected_action": [row.pk]}
        editor.post(address(name, "changelist"), {**typed, "post": "yes"})
        assert model.objects.filter(pk=row.pk).exists()

    def test_nor_a_row_of_it_inline(self, editor: Client, letter: Document) -> None:
        event = Event.objects.get(slug="moscow-strike")
        page = address("event", "change", event.pk)
        form = {**open_form(editor, page), "datings-0-DELETE": "on"}
        editor.post(page, form)
        assert event.datings.count() == 1

    def test_an_unused_tag_goes(self, editor: Client, db: None) -> None:
        tag = Tag.objects.create(slug="t", name="T")
        page = address("tag", "delete", tag.pk)
        assert editor.post(page, {"post": "yes"}).status_code == 302
        assert not Tag.objects.filter(pk=tag.pk).exists()


def test_revisions_are_looked_at_and_never_changed(
    owner: Client, letter: Document
) -> None:
    revision = letter.revisions.get()
    page = address("revision", "change", revision.pk)
    assert owner.get(page).status_code == 200
    assert owner.post(page, {"text": "other"}).status_code == 403
    assert owner.get(address("revision", "add")).status_code == 403
    gone = address("revision", "delete", revision.pk)
    assert owner.get(gone).status_code == owner.post(gone).status_code == 403
    typed = {"action": "delete_selected", "_selected_action": [revision.pk]}
    owner.post(address("revision", "changelist"), {**typed, "post": "yes"})
    assert letter.revisions.exists()
