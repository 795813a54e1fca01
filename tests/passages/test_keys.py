"""Keys of passages: stable, unique, never given twice."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.passages import Kind
from timeline.passages.keys import Keys


def test_keys_of_a_new_document_count_from_one() -> None:
    keys = Keys()
    assert keys.give(Kind.TITLE) == ("title", None)
    assert keys.give(Kind.PARAGRAPH) == ("p1", 1)
    assert keys.give(Kind.BREAK) == ("break-1", None)
    assert keys.give(Kind.PARAGRAPH) == ("p2", 2)
    assert keys.give(Kind.NOTE, "2") == ("note-2", 2)
    assert keys.give(Kind.SIGNATURE) == ("signature", None)


def test_a_later_paragraph_takes_the_number_after_the_greatest_ever_given() -> None:
    assert Keys(["p1", "p19", "p7", "note-30"]).give(Kind.PARAGRAPH) == ("p20", 20)


def test_a_note_is_named_by_its_label_and_a_second_one_is_told_apart() -> None:
    keys = Keys(["note-1"])
    assert keys.give(Kind.NOTE, "1") == ("note-1-2", 1)
    assert keys.give(Kind.NOTE, "1") == ("note-1-3", 1)
    assert keys.give(Kind.NOTE, "b") == ("note-b", None)


def test_a_sign_is_no_name_for_an_address() -> None:
    keys = Keys()
    assert keys.give(Kind.NOTE, "3") == ("note-3", 3)
    assert keys.give(Kind.NOTE, "*") == ("note-4", 4)


def test_a_second_title_has_a_key_of_its_own() -> None:
    assert Keys(["title", "title-2"]).give(Kind.TITLE) == ("title-3", None)


@given(
    st.lists(st.sampled_from(["p1", "p2", "note-1", "note-1-2", "title", "p9x", "p0"])),
    st.lists(st.tuples(st.sampled_from(Kind), st.sampled_from(["", "1", "*", "é"]))),
)
def test_no_key_is_given_twice(used: list[str], asked: list[tuple[Kind, str]]) -> None:
    keys = Keys(used)
    given_keys = [keys.give(kind, label)[0] for kind, label in asked]
    assert len({*given_keys, *used}) == len(given_keys) + len(set(used))
