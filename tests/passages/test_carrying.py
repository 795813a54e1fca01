"""One pointer through one edit of one passage: cases a historian can read."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.passages import Carried, Pointer, State, carry, describe
from timeline.passages.carrying import Carrier
from timeline.passages.sides import Side, end_of, start_of
from timeline.passages.words import words_of

OLD = (
    "The conference was called for September 12, and the strike of August 12 was over "
    "when, on May 6, they had read the news of the year before."
)


def carried(old: str, new: str, words: str, at: int | None = None) -> Carried:
    start = old.index(words) if at is None else at
    pointer = Pointer("k", "p1", start, start + len(words), words)
    return carry(old, new, [pointer])[0]


def result(old: str, new: str, words: str) -> tuple[str, str | None]:
    found = carried(old, new, words)
    return str(found.state), found.after.exact if found.after else None


@pytest.mark.parametrize(
    ("cut", "put", "words", "state", "now"),
    [
        # untouched, though much is altered near by
        ("called for", "set for the", "September 12", "exact", "September 12"),
        ("September 12", "October 1", "August 12", "exact", "August 12"),
        ("strike of", "strike on", "August 12", "exact", "August 12"),
        ("The conference was", "It was", "September 12", "exact", "September 12"),
        ("when, on May 6, they", "when they", "August 12", "exact", "August 12"),
        # altered in place
        ("September 12", "September 14", "September 12", "changed", "September 14"),
        ("September 12", "Sept. 12", "September 12", "changed", "Sept. 12"),
        ("September 12", "Septmber 12", "September 12", "changed", "Septmber 12"),
        ("September 12", "Septem ber 12", "September 12", "changed", "Septem ber 12"),
        ("September 12", "12 September", "September 12", "changed", "12 September"),
        ("September 12", "september 12", "September 12", "changed", "september 12"),
        ("September 12", "September [12]", "September 12", "changed", "September [12"),
        ("May 6", "the sixth of May", "May 6", "changed", "the sixth of May"),
        ("September 12", "October 1", "September 12", "changed", "October 1"),
        ("May 6", "May 6", "on May 6, they", "exact", "on May 6, they"),
        ("May 6, they", "May 7, all", "on May 6, they", "changed", "on May 7, all"),
        # another dress
        ("September 12", "September\n12", "September 12", "normalised", None),
        ("September 12", "September\u00a012", "September 12", "normalised", None),
        ("on May 6, they", "on  May 6,\nthey", "May 6, they", "normalised", None),
        # other words stand there, which say nothing of the date
        ("May 6", "Saturday", "May 6", "lost", None),
        ("for September 12,", "for that summer,", "September 12", "lost", None),
        ("strike of August 12", "strike of the miners", "August 12", "lost", None),
        # gone
        ("for September 12,", "for", "September 12", "lost", None),
        ("September 12", "", "September 12", "lost", None),
        (" of August 12", "", "August 12", "lost", None),
        (" the strike of August 12 was over when,", "", "August 12", "lost", None),
    ],
)
def test_a_pointer_through_an_edit(
    cut: str, put: str, words: str, state: str, now: str | None
) -> None:
    assert OLD.count(cut) == 1
    new = OLD.replace(cut, put)
    found = result(OLD, new, words)
    if state == "normalised":
        assert found[0] == state and found[1] in new
    else:
        assert found == (state, now)


def test_the_same_figure_near_by_is_not_taken_for_it() -> None:
    """ "12" stands twice: cutting the first does not move its pointer to the other."""
    at = OLD.index("12")
    new = OLD.replace("September 12, and", "September, and")
    found = carried(OLD, new, "12", at)
    assert found.state is State.LOST
    other = carried(OLD, new, "12", OLD.index("12", at + 1))
    assert other.after is not None
    assert (other.state, other.after.start) == (State.EXACT, new.index("12"))


def test_the_place_is_the_same_word_even_where_it_stands_again() -> None:
    new = "In September 12 were called. " + OLD
    found = carried(OLD, new, "September 12")
    assert found.after is not None
    assert found.after.start == new.index("September 12,")


def test_state_is_measured_against_the_first_quote_not_the_last_words() -> None:
    """An editor cited "May 6"; the text had become "Mar 6" and is now corrected."""
    old, new = "On Mar 6 it was announced.", "On May 6 it was announced."
    pointer = Pointer("k", "p1", 3, 8, "May 6")
    (found,) = carry(old, new, [pointer])
    assert found.after is not None and found.after.exact == "May 6"
    assert found.state is State.EXACT


def test_a_whole_passage_may_be_pointed_to() -> None:
    found = carried(OLD, OLD.replace("read", "heard"), OLD)
    assert found.after is not None
    assert (found.after.start, found.state) == (0, State.CHANGED)
    assert found.after.end == len(OLD) + 1


def test_every_pointer_has_its_answer_in_order() -> None:
    pointers = [
        Pointer(word, "p1", OLD.index(word), OLD.index(word) + len(word), word)
        for word in ("year", "The", "news", "May")
    ]
    found = carry(OLD, OLD.upper(), pointers)
    assert [one.pointer.key for one in found] == ["year", "The", "news", "May"]
    assert {one.state for one in found} == {State.CHANGED}


def test_overlapping_pointers_do_not_hinder_each_other() -> None:
    pointers = [
        Pointer("a", "p1", 0, 40, OLD[:40]),
        Pointer("b", "p1", 30, 42, OLD[30:42]),
        Pointer("c", "p1", 30, 60, OLD[30:60]),
    ]
    found = carry(OLD, "Well: " + OLD, pointers)
    assert [one.after and one.after.start for one in found] == [6, 36, 36]


def test_the_answer_can_be_described_anew() -> None:
    new = OLD.replace("August", "late August")
    found = carried(OLD, new, "strike")
    assert found.after is not None
    selector = describe(new, found.after.start, found.after.end)
    assert (selector.exact, selector.suffix[:8]) == ("strike", " of late")


@given(st.text("ab .,", max_size=30), st.text("ab .,", max_size=30))
def test_text_put_before_and_after_moves_a_pointer_by_its_length(
    before: str, after: str
) -> None:
    new = f"{before}; {OLD} ;{after}"
    found = carried(OLD, new, "September 12")
    assert found.after is not None
    shift = len(before) + 2
    assert (found.state, found.after.start) == (State.EXACT, 30 + shift)


words = st.lists(st.sampled_from(["may", "6", "and", "the", "12", ","]), max_size=12)


@given(words, words, st.data())
def test_no_answer_is_called_exact_unless_the_words_stand_there(
    old_words: list[str], new_words: list[str], data: st.DataObject
) -> None:
    old, new = " ".join(old_words), " ".join(new_words)
    if not old:
        return
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    pointer = Pointer("k", "p1", start, end, old[start:end])
    (found,) = carry(old, new, [pointer])
    if found.after is None:
        assert found.state is State.LOST
    else:
        assert new[found.after.start : found.after.end] == found.after.exact
        assert (found.state is State.EXACT) == (found.after.exact == old[start:end])


# Sides: several passages as one list of words.


def side(**texts: str) -> Side:
    return Side([(key, text, words_of(text)) for key, text in texts.items()])


def test_a_side_knows_in_which_passage_a_word_stands() -> None:
    both = side(p1="On May 6.", p2="", p3="It rained.")
    assert both.words == ["on", "may", "6", ".", "it", "rained", "."]
    assert [both.keys[both.part_of(word)] for word in range(7)] == ["p1"] * 4 + [
        "p3"
    ] * 3
    assert both.span(1, 2) == (0, 3, 8)
    assert both.span(4, 5) == (2, 0, 9)


@pytest.mark.parametrize(
    ("start", "end", "covered"),
    [(0, 2, (0, 1)), (3, 8, (1, 3)), (4, 5, (1, 2)), (2, 3, (1, 1)), (0, 9, (0, 4))],
)
def test_a_stretch_covers_the_words_it_touches(
    start: int, end: int, covered: tuple[int, int]
) -> None:
    assert side(p1="On May 6.").covered(0, start, end) == covered


def test_words_carried_into_another_passage_of_the_group_name_it() -> None:
    old = "It was May 6 when they met in the hall. They spoke of bread all day long."
    one, other = old.split(". ")
    carrier = Carrier(side(p1=old), side(p1=one + ".", p20=other))
    start = old.index("bread")
    found = carrier.carry(Pointer("k", "p1", start, start + 5, "bread"))
    assert found.after is not None
    assert (found.after.passage, found.after.exact) == ("p20", "bread")


def test_words_torn_apart_keep_the_greater_part() -> None:
    old = "It was May 6 when they met in the hall. They spoke of bread all day long."
    one, other = old.split(". ")
    carrier = Carrier(side(p1=old), side(p1=one + ".", p20=other))
    quote = "hall. They spoke of bread"
    start = old.index(quote)
    found = carrier.carry(Pointer("k", "p1", start, start + len(quote), quote))
    assert found.after is not None
    assert (found.state, found.after.passage) == (State.CHANGED, "p20")
    assert found.after.exact == "They spoke of bread"


@pytest.mark.parametrize(
    ("old", "pointed", "new", "expected"),
    [
        ("in mid-1840", 3, "in mid-1840", 3),  # at the word
        ("in  mid", 2, "at  mid", 2),  # with the space before it
        ("in  mid", 2, "at mid", 2),  # with less space, as much as there is
        ("in mids", 5, "in mids", 5),  # inside the word
        ("in mids", 5, "in bids", 3),  # the word begins otherwise: all of it
    ],
)
def test_where_a_pointer_begins(
    old: str, pointed: int, new: str, expected: int
) -> None:
    word_old = old.index("mid")
    word_new = new.index("mid") if "mid" in new else new.index("bid")
    assert start_of(old, pointed, word_old, new, word_new) == expected


@pytest.mark.parametrize(
    ("old", "pointed", "new", "expected"),
    [
        ("mids on", 4, "mids on", 4),
        ("mids  on", 6, "mids  on", 6),
        ("mids  on", 6, "mids on", 5),
        ("mids on", 3, "mids on", 3),
    ],
)
def test_where_a_pointer_ends(old: str, pointed: int, new: str, expected: int) -> None:
    assert end_of(old, pointed, 4, new, 4) == expected
