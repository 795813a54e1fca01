"""Corrected texts: each pointer follows its words or is reported lost."""

from pathlib import Path

import pytest
from django.core.management import call_command

from tests.factories import make_document
from tests.letter import load_letter
from timeline.models import (
    Citation,
    Document,
    NoteLink,
    Passage,
    Proposal,
    StaleVersion,
    plan_revision,
    revise,
)
from timeline.passages import segment_markdown

pytestmark = pytest.mark.django_db

SEED = (Path(__file__).parent.parent / "data" / "letter.txt").read_bytes().decode()
FROM_MAY = " from May 6 to August 31 and to September 12.[2]"


@pytest.fixture
def letter(db: None) -> Document:
    return load_letter()


def states() -> dict[str, str]:
    return dict(Citation.objects.values_list("key", "state"))


def assert_words_stand() -> None:
    for citation in Citation.objects.select_related("passage"):
        if citation.start is None:
            assert citation.state == "lost"
        else:
            found = citation.passage.text[citation.start : citation.end]
            assert found == citation.exact, citation.key


def test_the_same_text_changes_nothing(letter: Document) -> None:
    before = list(Citation.objects.values_list())
    plan = revise(letter, SEED)
    assert {o.state.value for o in plan.outcomes} == {"exact"}
    assert list(Citation.objects.values_list()) == before
    assert letter.revisions.count() == 1


def test_a_paragraph_inserted_before_moves_no_pointer(letter: Document) -> None:
    at = SEED.index("The majority of the people")
    new = SEED[:at] + "A paragraph that was left out.\n\n" + SEED[at:]
    revise(letter, new, who="editor", why="collated")
    assert letter.text() == new
    assert set(states().values()) == {"exact"}
    assert Citation.objects.get(key="m01").passage.key == "p3"
    inserted = letter.passages.get(text="A paragraph that was left out.")
    assert inserted.key == "p20"  # a number no paragraph ever had
    assert [r.why for r in letter.revisions.all()] == [
        "The text as received.",
        "collated",
    ]
    assert_words_stand()


def test_dates_cut_from_paragraph_3_do_not_move_to_note_2(letter: Document) -> None:
    new = SEED.replace(FROM_MAY, ".[2]")
    assert new != SEED
    revise(letter, new)
    lost = Citation.objects.filter(state="lost")
    assert {c.key for c in lost} == {"m01", "m02", "m03"}
    for citation in lost:
        assert citation.passage.key == "p3"
        assert citation.exact == citation.quoted
        assert citation.lost_in == letter.revisions.last()
    assert states()["m07"] == states()["m08"] == "exact"
    assert_words_stand()


def test_a_restored_text_brings_the_citations_back(letter: Document) -> None:
    revise(letter, SEED.replace(FROM_MAY, ".[2]"))
    revise(Document.objects.get(slug="letter"), SEED)
    assert set(states().values()) == {"exact"}
    assert Citation.objects.get(key="m01").lost_in is None
    assert_words_stand()


def test_a_cut_and_restored_paragraph_is_the_same_passage(letter: Document) -> None:
    paragraph = letter.passages.get(key="p4")
    revise(letter, SEED.replace(paragraph.text + paragraph.after, ""))
    gone = Passage.objects.get(pk=paragraph.pk)
    assert gone.retired_in == letter.revisions.last()
    assert states()["m04"] == "lost"
    revise(Document.objects.get(slug="letter"), SEED)
    back = letter.passages.get(text=paragraph.text)
    assert (back.pk, back.key, back.retired_in) == (paragraph.pk, "p4", None)
    assert states()["m04"] == "exact"
    assert letter.text() == SEED


def test_a_corrected_date_is_changed_and_keeps_its_quote(letter: Document) -> None:
    revise(letter, SEED.replace("[2] Mar 6:", "[2] May 6:"))
    citation = Citation.objects.get(key="m06")
    assert (citation.state, citation.quoted, citation.exact) == (
        "changed",
        "Mar 6",
        "May 6",
    )
    assert_words_stand()


def test_a_plan_writes_nothing(letter: Document) -> None:
    plan = plan_revision(letter, SEED.replace(FROM_MAY, ".[2]"))
    lost = {o.row.key for o in plan.outcomes if o.after is None}
    assert lost == {"m01", "m02", "m03"}
    assert letter.text() == SEED
    assert set(states().values()) == {"exact"}


def test_note_markers_follow(letter: Document) -> None:
    revise(letter, SEED.replace("The majority of the people are", "Most people are"))
    link = NoteLink.objects.get(marker_passage__key="p3")
    assert link.marker_passage.text[link.start : link.end] == "[2]"
    assert link.note_passage.key == "note-2"


def test_a_note_that_goes_leaves_its_marker_without_note(letter: Document) -> None:
    note = letter.passages.get(key="note-2")
    revise(letter, SEED.replace(note.text + note.after, ""))
    link = NoteLink.objects.get(marker_passage__key="p3")
    assert link.note_passage is None
    assert "note 2" in link.basis


def test_a_refused_proposal_follows_its_words(letter: Document) -> None:
    passage = letter.passages.get(key="p16")
    proposal = Proposal.objects.create(
        document=letter,
        passage=passage,
        start=86,
        end=89,
        words="[6]",
        decision="refused",
    )
    revise(letter, SEED.replace("We must remember and weigh", "We must weigh"))
    proposal.refresh_from_db()
    proposal.passage.refresh_from_db()
    text = proposal.passage.text
    assert text[proposal.start : proposal.end] == "[6]"
    assert proposal.decision == "refused"


class TestParagraphs:
    """Split, merged, moved and inserted: keys and pointers hold, and all comes back."""

    def edited(self) -> str:
        """Paragraph 4 split, 5 and 6 merged, 9 moved to the end, one inserted."""
        text = SEED.replace("prove nothing. Compare", "prove nothing.\n\nCompare")
        text = text.replace("nor land.\n\nA Bolshevik", "nor land. A Bolshevik")
        moved = text[text.index("And it is not in our power") :]
        moved = moved[: moved.index("\n\n") + 2]
        text = text.replace(moved, "").replace("N. Lenin\n", f"{moved}N. Lenin\n", 1)
        start = "The Democratic Conference is"
        return text.replace(start, f"A word more.\n\n{start}", 1)

    def test_keys_and_pointers_hold(self, letter: Document) -> None:
        text = self.edited()
        keys = {p.text: p.key for p in letter.passages.current()}
        revise(letter, text)
        assert letter.text() == text
        now = {p.text: p.key for p in letter.passages.current()}
        moved = next(t for t in now if t.startswith("And it is not in our power"))
        assert now[moved] == keys[moved]
        split = next(t for t in now if t.startswith("The Democratic Conference rep"))
        assert now[split] == "p4"
        merged = next(t for t in now if t.endswith("demands of the peasants."))
        assert now[merged] in ("p5", "p6")
        for words in ("A word more.", "Compare the elections to the city"):
            found = next(t for t in now if t.startswith(words))
            assert now[found] not in keys.values()
        assert set(states().values()) == {"exact"}
        assert_words_stand()
        strike = Citation.objects.get(key="m04").passage
        assert strike.text.startswith("Compare the elections")

    def test_the_former_text_is_restored_with_its_keys(self, letter: Document) -> None:
        keys = list(letter.passages.current().values_list("key", "text"))
        revise(letter, self.edited())
        revise(Document.objects.get(slug="letter"), letter.revisions.first().text)
        assert letter.text() == SEED
        assert list(letter.passages.current().values_list("key", "text")) == keys
        assert set(states().values()) == {"exact"}
        assert Citation.objects.get(key="m04").passage.key == "p4"
        assert_words_stand()


class TestOnePassage:
    """A passage saved by itself, by whatever way."""

    def test_its_citations_go_along(self, letter: Document) -> None:
        passage = letter.passages.get(key="p3")
        passage.text = "Indeed: " + passage.text
        passage.save()
        assert set(states().values()) == {"exact"}
        assert Citation.objects.get(key="m01").start == 106 + len("Indeed: ")
        assert letter.revisions.count() == 2
        assert letter.revisions.last().text == letter.text()
        assert_words_stand()

    def test_words_cut_out_are_lost(self, letter: Document) -> None:
        passage = letter.passages.get(key="p4")
        passage.text = passage.text.replace(" of August 12", "")
        passage.save()
        assert states()["m04"] == "lost"
        assert_words_stand()

    def test_a_save_without_change_is_no_revision(self, letter: Document) -> None:
        for passage in letter.passages.all():
            passage.save()
        assert letter.revisions.count() == 1

    def test_loaddata_over_an_edited_passage_is_a_revision(
        self, letter: Document
    ) -> None:
        passage = letter.passages.get(key="p3")
        passage.text = passage.text.replace("May 6", "6 May")
        passage.save()
        call_command("loaddata", "letter", verbosity=0)
        assert letter.text() == SEED
        assert set(states().values()) == {"exact"}
        assert letter.revisions.count() == 3
        assert_words_stand()

    def test_bulk_writing_of_text_is_refused(self, letter: Document) -> None:
        passages = list(letter.passages.all())
        with pytest.raises(TypeError, match="save each passage"):
            letter.passages.update(text="")
        with pytest.raises(TypeError, match="save each passage"):
            Passage.objects.bulk_update(passages, ["text"])


def test_a_revision_over_a_newer_document_is_refused(letter: Document) -> None:
    Document.objects.get(pk=letter.pk).save()
    with pytest.raises(StaleVersion):
        revise(letter, SEED + "\n\nMore.")
    assert letter.text() == SEED


class TestFormat:
    """A corrected text is cut as the one before was."""

    MARKDOWN = (
        "# The log\n\nSailed on 3 May 1821.[^a]\n\n- rum\n- bread\n\n[^a]: Old Style.\n"
    )

    def test_markdown_stays_markdown(self, db: None) -> None:
        cut = segment_markdown(self.MARKDOWN)
        document = Document.objects.from_segmentation(
            "log", cut, title="Log", format="markdown"
        )
        kinds = list(document.passages.current().values_list("key", "kind"))
        more = "\nAfter\n-----\n\nAll was well.\n"
        revise(document, self.MARKDOWN.replace("bread", "biscuit") + more)
        now = list(document.passages.current().values_list("key", "kind"))
        assert now[: len(kinds)] == kinds
        assert [kind for _, kind in now[len(kinds) :]] == ["heading", "paragraph"]

    def test_in_plain_text_the_same_line_is_a_break(self, db: None) -> None:
        document = make_document("log", "The log\n\nSailed on 3 May 1821 from Cork.")
        revise(document, document.text() + "\n\nAfter\n-----\n\nAll was well.\n")
        assert "break" in document.passages.current().values_list("kind", flat=True)
