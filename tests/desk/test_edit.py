"""A corrected text: shown before it is saved, never written over another unseen."""

import html
import re

import pytest
from django.test import Client

from timeline.models import Citation, Document

ADDRESS = "/desk/documents/letter/edit/"
REVISIONS = "/desk/documents/letter/revisions/"


def field(page: str, name: str) -> str:
    """The value of a hidden field."""
    found = re.search(rf'name="{name}" value="(\w*)"', page)
    return found[1] if found else ""


def typed(page: str) -> str:
    """What stands in the text area."""
    found = re.search(r'<textarea name="text"[^>]*>\r?\n?(.*?)</textarea>', page, re.S)
    return html.unescape(found[1])


class Desk:
    """An editor who has opened a text, and works on it."""

    def __init__(self, client: Client, query: str = "") -> None:
        self.client, self.address = client, ADDRESS + query
        self.page = client.get(self.address).content.decode()

    def look(self, text: str) -> str:
        """Ask what the text does."""
        values = {"text": text, "seen": field(self.page, "seen"), "why": "Proofread."}
        self.page = self.client.post(self.address, values).content.decode()
        return self.page

    def save(self, text: str) -> str:
        """Save the text, looked at or not."""
        values = {
            **{"text": text, "why": "Proofread.", "save": "yes"},
            **{name: field(self.page, name) for name in ("seen", "looked")},
        }
        answer = self.client.post(self.address, values, follow=True)
        self.page = answer.content.decode()
        return self.page


def citation(key: str) -> Citation:
    return Citation.objects.get(key=key)


class TestWholeText:
    def test_the_text_is_shown_to_the_character(
        self, editor: Client, letter: Document
    ) -> None:
        assert typed(Desk(editor).page) == letter.text()

    def test_looking_stores_nothing(self, editor: Client, letter: Document) -> None:
        text = letter.text()
        page = Desk(editor).look(text.replace("May 6 to", "May 9 to"))
        assert "What the citations become" in page
        assert "“May 6”" in page and "“May 9”" in page
        assert ">changed<" in page
        assert letter.text() == text
        assert citation("m01").exact == "May 6"

    def test_saving_without_looking_shows_first(
        self, editor: Client, letter: Document
    ) -> None:
        text = letter.text()
        Desk(editor).save(text.replace("May 6 to", "May 9 to"))
        assert letter.text() == text

    def test_a_changed_and_a_lost_citation(
        self, editor: Client, letter: Document
    ) -> None:
        new = letter.text().replace("May 6 to", "May 9 to")
        new = new.replace(" of August 12.", ".")
        assert "August 12" in letter.text() and "August 12" not in new
        desk = Desk(editor)
        assert "1 lost" in desk.look(new)
        assert "The text is saved." in desk.save(new)
        assert letter.text() == new
        assert (citation("m01").exact, citation("m01").state) == ("May 9", "changed")
        assert (citation("m04").start, citation("m04").state) == (None, "lost")
        assert citation("m05").state == "exact"
        last = letter.revisions.last()
        assert (last.text, last.who, last.why) == (new, "edith", "Proofread.")

    def test_lost_words_are_answered_with_the_nearest(
        self, editor: Client, letter: Document
    ) -> None:
        """In the same passage, also where the whole text is edited."""
        old = " from May 6 to August 31 and to September 12.[2]"
        new = letter.text().replace(old, ".[2]")
        new = new.replace(
            "The majority of", "In May or August it was not. The majority of"
        )
        page = Desk(editor).look(new)
        assert re.search(r"Nearest words: <bdi>… .*August", page)

    def test_the_same_text_again_changes_nothing(
        self, editor: Client, letter: Document
    ) -> None:
        count = letter.revisions.count()
        desk = Desk(editor)
        desk.look(letter.text())
        desk.save(letter.text())
        assert letter.revisions.count() == count

    def test_another_text_than_the_one_looked_at_is_looked_at_first(
        self, editor: Client, letter: Document
    ) -> None:
        text = letter.text()
        desk = Desk(editor)
        desk.look(text + "\n\nOne line more.")
        desk.save(text + "\n\nAnother line.")
        assert letter.text() == text

    @pytest.mark.parametrize("text", ["", "  \n", "a\x00b"])
    def test_no_text(self, editor: Client, letter: Document, text: str) -> None:
        before = letter.text()
        page = Desk(editor).look(text)
        assert 'class="error"' in page
        assert letter.text() == before

    def test_more_than_ten_megabytes(self, editor: Client, letter: Document) -> None:
        answer = editor.post(ADDRESS, {"text": "x" * (13 * 1024 * 1024)})
        assert answer.status_code == 413
        assert "at most 10 MB" in answer.content.decode()

    def test_more_passages_than_a_document_holds(
        self, editor: Client, letter: Document
    ) -> None:
        desk = Desk(editor)
        assert "more than 50,000 passages" in desk.look("a.\n\n" * 50_001)
        assert field(desk.page, "looked") == ""
        letter.refresh_from_db()
        assert not letter.text().startswith("a.")

    def test_a_forged_form_is_refused(self, editor: Client, letter: Document) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(editor.user)
        assert strict.post(ADDRESS, {"text": "Mine."}).status_code == 403

    def test_who_may_not_change_documents_is_refused(
        self, editor: Client, letter: Document
    ) -> None:
        group = editor.user.groups.get()
        group.permissions.remove(group.permissions.get(codename="change_document"))
        assert editor.get(ADDRESS).status_code == 403


class TestTwoEditors:
    def test_the_second_sees_both_texts_and_keeps_the_typed_one(
        self, editor: Client, second_editor: Client, letter: Document
    ) -> None:
        text = letter.text()
        first, second = text.replace("May 6 to", "May 7 to"), text + "\n\nMine."
        one, other = Desk(editor), Desk(second_editor)
        one.look(first)
        other.look(second)
        one.save(first)
        page = other.save(second)
        assert "Somebody saved another text" in page
        assert typed(page) == second
        assert "<del>7</del><ins>6</ins>" in page
        assert letter.text() == first

    def test_a_passage_saved_elsewhere_counts_too(
        self, editor: Client, letter: Document
    ) -> None:
        text = letter.text()
        desk = Desk(editor)
        desk.look(text + "\n\nMine.")
        passage = letter.passages.get(key="p19")
        passage.text += " More."
        passage.save()
        assert "Somebody saved another text" in desk.save(text + "\n\nMine.")
        assert "More." in letter.text()
        assert "Mine." not in letter.text()

    def test_looked_at_again_it_is_saved(
        self, editor: Client, second_editor: Client, letter: Document
    ) -> None:
        text = letter.text()
        one, other = Desk(editor), Desk(second_editor)
        one.look(text + "\n\nHis.")
        one.save(text + "\n\nHis.")
        other.look(text + "\n\nMine.")
        other.look(text + "\n\nMine.")
        assert "The text is saved." in other.save(text + "\n\nMine.")
        assert letter.text() == text + "\n\nMine."


class TestOnePassage:
    def test_only_its_words_are_shown_and_saved(
        self, editor: Client, letter: Document
    ) -> None:
        passage = letter.passages.get(key="p3")
        desk = Desk(editor, "?passage=p3")
        assert typed(desk.page) == passage.text
        new = passage.text.replace("May 6", "May 8").replace(" to August 31", "")
        page = desk.look(new)
        assert "1 changed, 1 lost" in page
        desk.save(new)
        passage.refresh_from_db()
        assert passage.text == new
        assert citation("m01").exact == "May 8"
        assert citation("m02").state == "lost"
        assert citation("m03").state == "exact"
        assert citation("m07").state == "exact"  # the same words in note 2 stay there
        last = letter.revisions.last()
        assert (last.who, last.why) == ("edith", "¶ 3 edited: Proofread.")

    def test_a_passage_that_is_not_there(
        self, editor: Client, letter: Document
    ) -> None:
        assert editor.get(f"{ADDRESS}?passage=p99").status_code == 404


class TestRevisions:
    def test_compared_and_restored(self, editor: Client, letter: Document) -> None:
        old = letter.text()
        new = old.replace("May 6 to", "May 9 to")
        desk = Desk(editor)
        desk.look(new)
        desk.save(new)
        first, last = letter.revisions.first(), letter.revisions.last()
        page = editor.get(f"{REVISIONS}?old={first.number}&new={last.number}")
        assert "<del>6</del><ins>9</ins>" in page.content.decode()
        assert "Proofread." in page.content.decode()
        back = Desk(editor, f"?revision={first.number}")
        assert typed(back.page) == old
        assert "restored" in back.page
        back.look(old)
        back.save(old)
        assert letter.text() == old
        assert citation("m01").state == "exact"
        assert letter.revisions.count() == 3

    def test_a_revision_that_is_not_there(
        self, editor: Client, letter: Document
    ) -> None:
        assert editor.get(f"{REVISIONS}?old=1&new=77").status_code == 404
        assert editor.get(f"{ADDRESS}?revision=77").status_code == 404

    def test_the_texts_are_not_read_for_the_list(
        self, editor: Client, letter: Document, django_assert_max_num_queries: object
    ) -> None:
        with django_assert_max_num_queries(9):
            assert editor.get(REVISIONS).status_code == 200
