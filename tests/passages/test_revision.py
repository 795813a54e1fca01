"""The letter corrected in many ways: what each of its nine dates becomes."""

import unicodedata
from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.steps import steps
from timeline.passages import (
    Carried,
    Former,
    Kind,
    Pointer,
    Revised,
    State,
    carry,
    revise,
    segment,
    segment_markdown,
)

CITED = {
    "m01": ("p3", "May 6", 106),
    "m02": ("p3", "August 31", 115),
    "m03": ("p3", "September 12", 132),
    "m04": ("p4", "August 12", 380),
    "m05": ("note-1", "September 15 (28), 1917", 61),
    "m06": ("note-2", "Mar 6", 4),
    "m07": ("note-2", "August 31", 71),
    "m08": ("note-2", "September 12", 222),
    "m09": ("note-2", "September 14-22", 569),
}
POINTERS = [
    Pointer(key, passage, start, start + len(words), words)
    for key, (passage, words, start) in CITED.items()
]
DATES_OF_P3 = " from May 6 to August 31 and to September 12"
SENTENCE = (
    " This was proved by the long and painful course of events from May 6 to August 31 "
    "and to September 12.[2]"
)


def formers(text: str) -> list[Former]:
    return [
        Former(one.key, one.text, one.kind, one.number)
        for one in segment(text).passages
    ]


def edited(letter: str, *changes: tuple[str, str]) -> str:
    for old, new in changes:
        assert letter.count(old) == 1, old
        letter = letter.replace(old, new)
    return letter


def paragraph(letter: str, key: str) -> str:
    return segment(letter).passage(key).text


def revised(letter: str, text: str) -> Revised:
    """The revision, after the checks that every revision must pass."""
    result = revise(formers(letter), text, POINTERS)
    assert result.segmentation.joined == text
    keys = [one.key for one in result.segmentation.passages]
    assert len(set(keys)) == len(keys)
    for one in result.carried:
        if one.after is None:
            assert one.state is State.LOST and one.why
        else:
            there = result.segmentation.passage(one.after.passage).text
            assert there[one.after.start : one.after.end] == one.after.exact
    return result


def outcome(carried: Sequence[Carried]) -> dict[str, tuple[str, str | None, str]]:
    """State, passage and words of every pointer that is not exact where it was."""
    found = {}
    for one in carried:
        given_at = (one.pointer.passage, one.pointer.start)
        now = one.after and (one.after.passage, one.after.start)
        if one.state is State.EXACT and now == given_at:
            continue
        passage = one.after.passage if one.after else None
        words = one.after.exact if one.after else ""
        found[one.pointer.key] = (str(one.state), passage, words)
    return found


def test_the_same_text_again_changes_nothing(letter: str) -> None:
    result = revised(letter, letter)
    assert outcome(result.carried) == {}
    assert (result.added, result.retired) == ((), ())
    assert result.segmentation == segment(letter)


@pytest.mark.parametrize("left", ["", " from  to  and to "])
def test_dates_cut_from_p3_are_lost_and_never_move_to_note_2(
    letter: str, left: str
) -> None:
    result = revised(letter, edited(letter, (DATES_OF_P3, left)))
    gone = ("lost", None, "")
    assert outcome(result.carried) == {"m01": gone, "m02": gone, "m03": gone}


def test_a_sentence_moved_to_another_paragraph_takes_no_pointer_along(
    letter: str,
) -> None:
    text = edited(
        letter, (SENTENCE, ""), ("leading the people.", "the people." + SENTENCE)
    )
    gone = ("lost", None, "")
    assert outcome(revised(letter, text).carried) == {
        "m01": gone,
        "m02": gone,
        "m03": gone,
    }


def test_a_sentence_moved_inside_its_paragraph_keeps_its_pointers(letter: str) -> None:
    text = edited(
        letter, (SENTENCE, ""), ("the same thing.", "the same thing." + SENTENCE)
    )
    assert outcome(revised(letter, text).carried) == {
        "m01": ("exact", "p3", "May 6"),
        "m02": ("exact", "p3", "August 31"),
        "m03": ("exact", "p3", "September 12"),
    }


def test_altered_dates_are_changed_in_place(letter: str) -> None:
    text = edited(
        letter,
        ("strike of August 12.", "strike of September 3."),
        ("[2] Mar 6:", "[2] May 6:"),
        ("September 15 (28), 1917", "September 15, 1917"),
        ("to September 12.[2]", "to 12 September 1917.[2]"),
    )
    assert outcome(revised(letter, text).carried) == {
        "m03": ("changed", "p3", "12 September 1917"),
        "m04": ("changed", "p4", "September 3"),
        "m05": ("changed", "note-1", "September 15, 1917"),
        "m06": ("changed", "note-2", "May 6"),
    }


def test_a_date_written_in_other_words_is_lost(letter: str) -> None:
    """No program knows that the middle of summer is August 12."""
    text = edited(letter, ("strike of August 12.", "strike of the middle of summer."))
    assert outcome(revised(letter, text).carried) == {"m04": ("lost", None, "")}


def test_a_date_written_in_part_otherwise_is_what_stands_between(letter: str) -> None:
    text = edited(letter, ("strike of August 12.", "strike of the middle of August."))
    assert outcome(revised(letter, text).carried) == {
        "m04": ("changed", "p4", "the middle of August")
    }


def test_misprints_beside_a_date_leave_it_exact(letter: str) -> None:
    text = edited(
        letter,
        ("course of events from May 6", "corse of evnts form May 6"),
        ("to August 31 and to", "to Augst 31 and to"),
    )
    assert outcome(revised(letter, text).carried) == {
        "m01": ("exact", "p3", "May 6"),
        "m02": ("changed", "p3", "Augst 31"),
        "m03": ("exact", "p3", "September 12"),
    }


def test_another_dress_is_normalised(letter: str) -> None:
    text = edited(
        letter, ("14-22", "14 – 22"), ("September 12.[2]", "September\n12.[2]")
    )
    assert outcome(revised(letter, text).carried) == {
        "m03": ("normalised", "p3", "September\n12"),
        "m09": ("normalised", "note-2", "September 14 – 22"),
    }


@pytest.mark.parametrize("form", ["NFD", "NFC"])
def test_unicode_form_moves_no_pointer(letter: str, form: str) -> None:
    text = unicodedata.normalize(form, letter)  # type: ignore[arg-type]
    assert outcome(revised(letter, text).carried) == {}


def test_pointers_follow_the_part_of_a_split_paragraph(letter: str) -> None:
    result = revised(letter, edited(letter, ("our side. This", "our side.\n\nThis")))
    assert (result.became["p3"], result.added) == (("p3", "p20"), ("p20",))
    kept = {one.pointer.key: one for one in result.carried}
    assert kept["m01"].state is State.EXACT
    assert outcome(result.carried).keys() == {"m01", "m02", "m03"}
    assert result.retired == ()


def test_the_first_part_of_a_split_paragraph_keeps_the_key(letter: str) -> None:
    result = revised(letter, edited(letter, (".[2] The", ".[2]\n\nThe")))
    assert outcome(result.carried) == {}
    assert result.became["p3"] == ("p3", "p20")
    assert result.segmentation.passage("p20").text.startswith("The majority gained")


def test_pointers_follow_a_merged_paragraph(letter: str) -> None:
    result = revised(letter, edited(letter, ("thing.\n\nThe Dem", "thing. The Dem")))
    assert outcome(result.carried) == {"m04": ("exact", "p3", "August 12")}
    assert (result.retired, result.became["p4"]) == (("p4",), ("p3",))
    expected = len(paragraph(letter, "p3")) + 1 + CITED["m04"][2]
    assert result.carried[3].after is not None
    assert result.carried[3].after.start == expected


def test_a_moved_paragraph_keeps_key_and_pointers(letter: str) -> None:
    p3 = paragraph(letter, "p3")
    text = edited(letter, (p3 + "\n\n", ""), ("N. Lenin", p3 + "\n\nN. Lenin"))
    result = revised(letter, text)
    assert outcome(result.carried) == {}
    keys = [one.key for one in result.segmentation.passages]
    assert keys.index("p3") == keys.index("p19") + 1


def test_an_inserted_paragraph_gets_the_next_key_that_none_had(letter: str) -> None:
    come = "From May 6 to August 31 and to September 12 much was said.\n\n"
    text = edited(
        letter, ("The majority of the people", come + "The majority of the people")
    )
    result = revise(formers(letter), text, POINTERS, used_keys=["p20", "p22"])
    assert outcome(result.carried) == {}
    assert (result.added, result.retired) == (("p23",), ())
    keys = [one.key for one in result.segmentation.passages]
    assert keys[keys.index("p2") :][:3] == ["p2", "p23", "p3"]
    assert result.segmentation.passage("p3").number == 3


def test_a_deleted_paragraph_retires_and_its_pointers_are_lost(letter: str) -> None:
    result = revised(letter, edited(letter, (paragraph(letter, "p3") + "\n\n", "")))
    assert result.retired == ("p3",) and result.became["p3"] == ()
    assert outcome(result.carried).keys() == {"m01", "m02", "m03"}
    assert {one.why for one in result.carried[:3]} == {"The passage is gone."}


def test_notes_in_another_order_keep_their_keys(letter: str) -> None:
    one, other = paragraph(letter, "note-1"), paragraph(letter, "note-2")
    text = edited(letter, (one, "@"), (other, one))
    result = revised(letter, text.replace("@", other))
    assert outcome(result.carried) == {}
    assert [marker.note for marker in result.segmentation.markers] == ["note-2", None]


def test_an_empty_text_loses_everything(letter: str) -> None:
    result = revised(letter, "")
    assert {one.state for one in result.carried} == {State.LOST}
    assert len(result.retired) == len(segment(letter).passages)


def test_a_known_kind_stands_above_the_rules_of_thumb() -> None:
    former = [Former("heading-1", "Monday in the capital", Kind.HEADING)]
    text = "Monday in the capital\n\nIt rained the whole day, and nobody came to us."
    passage = revise(former, text).segmentation.passages[0]
    assert (passage.key, passage.kind) == ("heading-1", Kind.HEADING)


def test_a_text_in_markdown_is_cut_as_markdown() -> None:
    text = "# Title\n\nPart\n---\n\nIt rained on May 6.[^1]\n\n[^1]: So they say.\n"
    former = [
        Former(one.key, one.text, one.kind) for one in segment_markdown(text).passages
    ]
    new = text.replace("Part", "First part").replace("rained", "snowed")
    result = revise(former, new, cut=segment_markdown)
    assert [one.key for one in result.segmentation.passages] == [
        *("title", "heading-1", "p1", "note-1")
    ]


# One passage.


def one_edit(old: str, new: str, words: str, nth: int = 0) -> Carried:
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    pointer = Pointer("k", "p1", start, start + len(words), words)
    return carry(old, new, [pointer])[0]


ENTRY = "On May 6 he wrote to the council, and on May 6 they answered him."


@pytest.mark.parametrize("nth", [0, 1])
def test_a_repeated_word_stays_the_one_it_was(nth: int) -> None:
    new = ENTRY.replace("he wrote", "he had himself written")
    carried = one_edit(ENTRY, new, "May 6", nth)
    assert carried.after is not None and carried.state is State.EXACT
    assert carried.after.start == [3, new.rindex("May 6")][nth]


def test_one_of_two_that_cannot_be_told_apart_is_handed_over() -> None:
    for nth in (0, 1):
        carried = one_edit(
            "It rained May 6, May 6, it is said.",
            "It rained May 6, it is said.",
            "May 6",
            nth,
        )
        assert carried.state is State.LOST


def test_a_second_copy_put_beside_it_is_handed_over() -> None:
    carried = one_edit(
        "It rained on May 6 all day.", "It rained on May 6 on May 6 all day.", "May 6"
    )
    assert carried.state is State.LOST


def test_the_same_words_in_a_rewritten_passage_are_not_accepted() -> None:
    old = "Of the strike in the capital on May 6 the papers wrote little or nothing."
    new = "Rain fell upon every garden; May 6 saw no visitor, and letters stayed away."
    carried = one_edit(old, new, "May 6")
    assert carried.state is State.LOST


def test_a_cut_next_to_the_same_word_leaves_the_other() -> None:
    old = "They met in May, in June and in July of that year to speak of bread."
    new = old.replace("in June and ", "")
    assert one_edit(old, new, "July").state is State.EXACT
    assert one_edit(old, new, "June").state is State.LOST


def test_a_quote_in_part_deleted_is_changed_to_what_is_left() -> None:
    old = "The committee met from 14 to 22 September 1917 in Petrograd."
    carried = one_edit(old, old.replace("14 to 22 ", ""), "14 to 22 September 1917")
    assert carried.after is not None
    assert (carried.state, carried.after.exact) == (State.CHANGED, "September 1917")


def test_words_put_into_a_quote_change_it() -> None:
    old = "The committee met on 14 September in Petrograd."
    carried = one_edit(old, old.replace("14 Sept", "14 (27) Sept"), "14 September")
    assert carried.after is not None
    assert (carried.state, carried.after.exact) == (State.CHANGED, "14 (27) September")


def test_words_put_beside_a_quote_leave_it() -> None:
    old = "The committee met on 14 September in Petrograd."
    new = old.replace("on 14 September in", "on the 14 September last in")
    assert one_edit(old, new, "14 September").state is State.EXACT


def test_a_pointer_may_begin_and_end_inside_words() -> None:
    old = "Printed in the mid-1840s by order of the council, in two parts."
    new = "Printed, it seems, in the mid–1840s by order of the town council."
    carried = one_edit(old, new, "1840")
    assert carried.after is not None
    assert (carried.state, carried.after.start) == (State.EXACT, new.index("1840"))


def test_white_space_at_the_edges_goes_with_the_words() -> None:
    old = "The committee met on 14 September in Petrograd."
    new = old.replace(" ", "\n").replace("committee", "whole committee")
    carried = one_edit(old, new, " 14 September ")
    assert carried.after is not None
    assert carried.after.exact == "\n14\nSeptember\n"


def test_a_pointer_to_no_words_is_lost() -> None:
    assert one_edit("one  two", "one two", "  ").state is State.LOST
    assert carry("old", "new", []) == ()


# Any text.

pieces = st.sampled_from(
    [
        *("May", "6", "August", "31", "the", "of", "and", ",", ".", "é", "\n", "\n\n"),
        *("[1]", "* * *", "“", '"', "-", "—", "strike", "council", "Petrograd", "𝔐"),
    ]
)
texts = st.lists(pieces, max_size=60).map(" ".join)


@settings(max_examples=60)
@given(texts, texts, st.data())
def test_a_revision_keeps_its_promises(old: str, new: str, data: st.DataObject) -> None:
    former = formers(old)
    pointers = []
    for number, one in enumerate(former):
        start = data.draw(st.integers(0, len(one.text) - 1))
        end = data.draw(st.integers(start + 1, len(one.text)))
        words = one.text[start:end]
        pointers.append(Pointer(str(number), one.key, start, end, words))
    result = revise(former, new, pointers)
    assert result.segmentation.joined == new
    keys = [one.key for one in result.segmentation.passages]
    assert len(set(keys)) == len(keys)
    before = {one.key for one in former}
    assert set(result.added) == set(keys) - before
    assert set(result.retired) == before - set(keys)
    assert [one.pointer for one in result.carried] == pointers
    for one in result.carried:
        if one.after is None:
            assert one.state is State.LOST
            continue
        text = result.segmentation.passage(one.after.passage).text
        assert text[one.after.start : one.after.end] == one.after.exact
        assert one.after.passage in result.became[one.pointer.passage]
        assert (one.state is State.EXACT) == (one.after.exact == one.pointer.quoted)


@settings(max_examples=60)
@given(texts)
def test_the_same_text_keeps_every_word_where_it_was(text: str) -> None:
    former = formers(text)
    pointers = [
        Pointer(one.key, one.key, 0, len(one.text), one.text)
        for one in former
        if one.text.strip()
    ]
    result = revise(former, text, pointers)
    assert (result.added, result.retired) == ((), ())
    for one in result.carried:
        assert one.after is not None
        assert (one.after.start, one.state) == (0, State.EXACT)


def test_what_an_editor_said_is_no_note_takes_in_no_paragraph_later() -> None:
    text = (
        "A log\n\nSailed on 3 May 1821 from Cork.\n\n[1] rum, a cask of it.\n\n"
        "    Then a storm came up, and the mast went overboard at Ushant.\n\n"
        "[2] bread, for nine men and a boy.\n"
    )
    first = text.index("[1]")
    alone = segment(text, {first: Kind.PARAGRAPH})
    assert [one.kind for one in alone.passages][2:4] == [Kind.PARAGRAPH] * 2
    former = [Former(one.key, one.text, one.kind, one.number) for one in alone.passages]
    again = revise(former, text.replace("nine men", "ten men")).segmentation
    assert [(one.key, one.kind) for one in again.passages] == [
        (one.key, one.kind) for one in alone.passages
    ]


def test_a_kind_that_was_decided_stands_where_its_words_stand() -> None:
    text = "A log\n\nSailed on 3 May 1821.\n\nWritten by hand\n\nN. N."
    at = text.index("Written")
    decided = segment(text, {at: Kind.HEADING})
    former = [
        Former(one.key, one.text, one.kind, one.number) for one in decided.passages
    ]
    new = text.replace("Sailed", "She sailed")
    again = revise(former, new).segmentation
    kinds = {one.text: one.kind for one in again.passages}
    assert kinds["Written by hand"] is Kind.HEADING


ALIKE = [
    lambda number: "They met again in the hall.",
    lambda number: f"They met again.\nIn the hall, on day {number:06d}.",
]


@pytest.mark.parametrize("words", ALIKE, ids=["the same words", "the same first line"])
def test_many_passages_that_begin_alike_are_looked_for_once(words) -> None:
    def work(count: int) -> int:
        paragraphs = [words(number) for number in range(count)]
        text = "\n\n".join(paragraphs)
        paragraphs[::3] = ["They met no more."] * len(paragraphs[::3])
        return steps(lambda: revise(formers(text), "\n\n".join(paragraphs)))

    assert work(800) <= work(200) * 2.5 * 2.5
