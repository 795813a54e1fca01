"""A document comes in: what is shown before it is saved, and what is stored."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from timeline.models import Document, Proposal

ADDRESS = "/desk/new/"
TEXT = (
    "A Voyage\n\n"
    "We sailed on 3 May 1821.[1] Nothing else is known of that day, so the log "
    "says, and of the night that followed it.\n\n"
    "[2] A note without a marker.\n"
)


def post(client: Client, text: str = TEXT, save: bool = False, **fields: object):
    """Post the form; to save, the page before it is looked at first, as one must."""
    values = {
        **{"text": text, "format": "text", "language": "en"},
        **{"calendar": "gregorian", "year_start": "1 January"},
        **fields,
    }
    answer = client.post(ADDRESS, values)
    if save:
        page = answer.content.decode()
        digest = re.search(r'name="digest" value="(\w+)"', page)[1]
        answer = client.post(ADDRESS, {**values, "digest": digest, "save": "yes"})
    return answer


class TestPreview:
    def test_nothing_is_stored_before_it_is_looked_at(self, editor: Client) -> None:
        page = post(editor).content.decode()
        assert "Nothing is stored yet" in page
        assert not Document.objects.exists()
        assert post(editor, digest="", save=False).context is not None
        answer = editor.post(ADDRESS, {"text": TEXT, "format": "text", "save": "yes"})
        assert answer.status_code == 200
        assert not Document.objects.exists()

    def test_passages_and_doubts_are_shown(self, editor: Client) -> None:
        page = post(editor).content.decode()
        for words in ("A Voyage", "We sailed on 3 May 1821.[1]", "A note without"):
            assert words in page
        assert "In doubt" in page
        assert "joined, are the text below to the character" in page

    def test_more_passages_than_a_document_holds(self, editor: Client) -> None:
        page = post(editor, "a.\n\n" * 50_001).content.decode()
        assert "more than 50,000 passages" in page
        assert "Make several documents of it." in page

    def test_a_kind_is_changed_before_saving(self, editor: Client) -> None:
        start = TEXT.index("We sailed")
        changed = {f"kind-{start}": "verse", "slug": "voyage"}
        assert post(editor, save=True, **changed).status_code == 302
        kinds = Document.objects.get().passages.values_list("kind", flat=True)
        assert "verse" in list(kinds)

    def test_kinds_of_another_text_are_not_taken_over(self, editor: Client) -> None:
        first = post(editor).content.decode()
        digest = re.search(r'name="digest" value="(\w+)"', first)[1]
        other = "Another text altogether, of one paragraph, which is long enough."
        answer = post(editor, other, digest=digest, **{"kind-0": "verse"})
        assert '<option value="verse" selected>' not in answer.content.decode()


class TestSaving:
    def test_the_text_is_kept_to_the_character(self, editor: Client) -> None:
        text = "\n\n  Title “of” sorts \u00a0\n\n\tOn 3 May\u200b 1821 …  \n\n\n"
        assert post(editor, text, save=True, slug="sorts").status_code == 302
        document = Document.objects.get(slug="sorts")
        assert document.text() == text
        assert document.revisions.get().text == text
        assert document.revisions.get().who == "edith"
        assert document.publication == "draft"

    def test_title_and_slug_come_from_the_text(self, editor: Client) -> None:
        answer = post(editor, save=True)
        assert answer["Location"] == "/desk/documents/a-voyage/"
        assert Document.objects.get().title == "A Voyage"

    def test_its_dates_are_found(self, editor: Client) -> None:
        post(editor, save=True)
        assert Proposal.objects.get().words == "3 May 1821"

    def test_the_context_supplies_a_year(self, editor: Client) -> None:
        known = {"context_date": "1821", "context_basis": "The title page."}
        text = "On 3 May the ship left Cork and was not seen again for eleven weeks."
        post(editor, text, save=True, slug="x", calendar="julian", **known)
        (reading,) = Proposal.objects.get().readings
        assert reading["edtf_written"] == "1821-05-03"
        assert reading["calendar"] == "julian"

    def test_posted_line_ends_become_line_feeds(self, editor: Client) -> None:
        post(editor, "One\r\n\r\nTwo on 3 May 1821.", save=True, slug="lines")
        assert Document.objects.get().text() == "One\n\nTwo on 3 May 1821."

    def test_a_file_stands_for_the_text(self, editor: Client) -> None:
        upload = SimpleUploadedFile("a.txt", "\ufeffÉté 1821".encode())
        page = post(editor, "", file=upload).content.decode()
        assert "Été 1821</textarea>" in page


class TestRefused:
    def test_a_slug_that_is_taken(self, editor: Client) -> None:
        post(editor, save=True)
        page = post(editor, "Another text.", slug="a-voyage").content.decode()
        assert "There is a document “a-voyage” already." in page

    @pytest.mark.parametrize(
        ("text", "why"),
        [
            ("ab\x00c", "Character 2 is U+0000"),
            ("abc\x1bd", "Character 3 is U+001B"),
            (" \n ", "Paste a text"),
        ],
    )
    def test_texts(self, editor: Client, text: str, why: str) -> None:
        assert why in post(editor, text).content.decode()
        assert not Document.objects.exists()

    def test_a_file_that_is_not_utf8(self, editor: Client) -> None:
        upload = SimpleUploadedFile("a.txt", b"caf\xe9")
        page = post(editor, "", file=upload).content.decode()
        assert "byte 3 is 0xe9" in page

    def test_a_context_date_that_is_none(self, editor: Client) -> None:
        page = post(editor, context_date="1821-13").content.decode()
        assert "is not read as a date" in page

    def test_more_than_ten_megabytes(self, editor: Client) -> None:
        page = post(editor, "x" * (10 * 1024 * 1024 + 1)).content.decode()
        assert "at most 10 MB" in page
        answer = post(editor, "x" * (13 * 1024 * 1024))
        assert answer.status_code == 413
        assert "at most 10 MB" in answer.content.decode()
        assert not Document.objects.exists()


class TestSafety:
    def test_hostile_text_is_stored_as_it_came_and_escaped(
        self, editor: Client
    ) -> None:
        text = (
            "<script>alert(1)</script>\u202e right to left\u2066, "
            f"e{chr(0x301) * 10_000} and </textarea><b>on 3 May 1821</b>."
        )
        page = post(editor, text).content.decode()
        assert "<script>alert" not in page
        assert "</textarea><b>" not in page
        post(editor, text, save=True, slug="hostile")
        assert Document.objects.get().text() == text
        page = editor.get("/desk/documents/hostile/").content.decode()
        assert "<script>alert" not in page
        assert "<b>" not in page

    def test_a_forged_form_is_refused(self, editor: Client) -> None:
        strict = Client(enforce_csrf_checks=True)
        strict.force_login(editor.user)
        assert strict.post(ADDRESS, {"text": TEXT}).status_code == 403

    def test_who_may_not_add_documents_is_refused(self, editor: Client) -> None:
        group = editor.user.groups.get()
        group.permissions.remove(group.permissions.get(codename="add_document"))
        assert editor.get(ADDRESS).status_code == 403
