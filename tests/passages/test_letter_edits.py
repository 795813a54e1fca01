"""Nine corrections of the letter, and what each of its nine dates becomes by each.

The table is written by hand: the words now in place of the date, found in the corrected
text itself, with the state. `-` stands for lost.
"""

import unicodedata
from collections.abc import Callable

import pytest

from timeline.passages import Former, Pointer, State, revise, segment

PLACES = {
    "m01": (909, 914),
    "m02": (918, 927),
    "m03": (935, 947),
    "m04": (1599, 1608),
    "m05": (4497, 4520),
    "m06": (4934, 4939),
    "m07": (5001, 5010),
    "m08": (5152, 5164),
    "m09": (5499, 5514),
}
AS_PRINTED = {
    "m01": "May 6",
    "m02": "August 31",
    "m03": "September 12",
    "m04": "August 12",
    "m05": "September 15 (28), 1917",
    "m06": "Mar 6",
    "m07": "August 31",
    "m08": "September 12",
    "m09": "September 14-22",
}
PASSAGES = {
    "m01": "p3",
    "m02": "p3",
    "m03": "p3",
    "m04": "p4",
    "m05": "note-1",
    "m06": "note-2",
    "m07": "note-2",
    "m08": "note-2",
    "m09": "note-2",
}


def put(letter: str, old: str, new: str) -> str:
    assert letter.count(old) == 1, old
    return letter.replace(old, new)


def misprint_corrected(letter: str) -> str:
    return put(letter, "[2] Mar 6:", "[2] May 6:")


def dates_cut(letter: str) -> str:
    return put(letter, " from May 6 to August 31 and to September 12.[2]", ".[2]")


def years_added(letter: str) -> str:
    letter = put(letter, "to September 12.[2]", "to September 12, 1917.[2]")
    letter = put(letter, "strike of August 12.", "strike of 12 August 1917.")
    return put(letter, "September 14-22.", "September 14 (27) – 22 (October 5).")


def typeset(letter: str) -> str:
    letter = letter.replace(' "', " “").replace('"', "”").replace("—", " – ")
    return put(letter, "14-22", "14–22").replace("September 1", "September\u00a01")


def wrapped(letter: str) -> str:
    made = []
    for paragraph in letter.split("\n\n"):
        lines = [""]
        for word in paragraph.split(" "):
            if len(lines[-1]) + len(word) > 60:
                lines.append(word)
            else:
                lines[-1] += (" " if lines[-1] else "") + word
        made.append("\n".join(lines))
    return "\n\n".join(made)


def decomposed(letter: str) -> str:
    return unicodedata.normalize("NFD", put(letter, "N. Lenin", "Н. Ленин, émigré"))


def paragraphs_joined_and_moved(letter: str) -> str:
    letter = put(letter, "same thing.\n\nThe Democratic", "same thing. The Democratic")
    start = letter.index("The majority of the people are on our side.")
    end = letter.index("The Democratic Conference is deceiving")
    moved = letter[start:end]
    rest = letter[:start] + letter[end:]
    return put(rest, "It would be naive", moved + "It would be naive")


def note_deleted(letter: str) -> str:
    start = letter.index("[2] Mar 6")
    end = letter.index("Source: Marxist")
    return letter[:start] + letter[end:]


def much_at_once(letter: str) -> str:
    letter = put(letter, "was proved by the long", "is prooved by long")
    letter = put(letter, "from May 6 to", "from 6th May to")
    letter = put(letter, "in Moscow with the Moscow strike of", "with the strike of")
    letter = put(letter, "The vote was six in favour, four against", "Six voted for")
    letter = put(letter, "August 31: the Petrograd", "August 30: the Petrograd")
    intro = "Of May 6, August 31 and September 12 more is said in the notes.\n\n"
    return put(
        letter, "The majority of the people", intro + "The majority of the people"
    )


Table = dict[str, tuple[str, str] | str]
EDITS: list[tuple[Callable[[str], str], Table]] = [
    (misprint_corrected, {"m06": ("changed", "May 6")}),
    (dates_cut, {"m01": "-", "m02": "-", "m03": "-"}),
    (
        years_added,
        {
            "m04": ("changed", "12 August 1917"),
            "m09": ("changed", "September 14 (27) – 22"),
        },
    ),
    (
        typeset,
        {
            "m03": ("normalised", "September\u00a012"),
            "m05": ("normalised", "September\u00a015 (28), 1917"),
            "m08": ("normalised", "September\u00a012"),
            "m09": ("normalised", "September\u00a014–22"),
        },
    ),
    (wrapped, {"m02": ("normalised", "August\n31")}),
    (decomposed, {}),
    (paragraphs_joined_and_moved, {}),
    (note_deleted, {"m06": "-", "m07": "-", "m08": "-", "m09": "-"}),
    (much_at_once, {"m01": ("changed", "6th May"), "m07": ("changed", "August 30")}),
]


@pytest.mark.parametrize(("edit", "table"), EDITS, ids=[e.__name__ for e, _ in EDITS])
def test_each_date_becomes_what_the_table_says(
    letter: str, edit: Callable[[str], str], table: Table
) -> None:
    cut = segment(letter)
    pointers = [
        Pointer(
            key,
            PASSAGES[key],
            start - cut.passage(PASSAGES[key]).start,
            end - cut.passage(PASSAGES[key]).start,
            AS_PRINTED[key],
        )
        for key, (start, end) in PLACES.items()
    ]
    former = [Former(one.key, one.text, one.kind, one.number) for one in cut.passages]
    result = revise(former, edit(letter), pointers)
    found: Table = {}
    for carried in result.carried:
        found[carried.pointer.key] = (
            (str(carried.state), carried.after.exact) if carried.after else "-"
        )
    expected: Table = {key: ("exact", words) for key, words in AS_PRINTED.items()}
    assert found == expected | table


def test_dates_replaced_by_other_words_are_lost(letter: str) -> None:
    """Not taken for the words that now stand where they stood."""
    cut = segment(letter)
    text = cut.passage("p3").text
    pointers = [
        Pointer(key, "p3", text.index(words), text.index(words) + len(words), words)
        for key, words in AS_PRINTED.items()
        if PASSAGES[key] == "p3"
    ]
    former = [Former(one.key, one.text, one.kind, one.number) for one in cut.passages]
    cited = " from May 6 to August 31 and to September 12.[2]"
    new = put(letter, cited, " of that summer.[2]")
    assert [str(one.state) for one in revise(former, new, pointers).carried] == [
        *("lost", "lost", "lost")
    ]


@pytest.mark.parametrize("edit", [edit for edit, _ in EDITS])
def test_dates_that_stand_are_found_at_their_own_place(
    letter: str, edit: Callable[[str], str]
) -> None:
    cut = segment(letter)
    former = [Former(one.key, one.text, one.kind, one.number) for one in cut.passages]
    note = cut.passage("note-2")
    begin = note.text.index("August 31")
    pointer = Pointer("m07", "note-2", begin, begin + 9, "August 31")
    text = edit(letter)
    (carried,) = revise(former, text, [pointer]).carried
    if carried.state in (State.EXACT, State.NORMALISED):
        assert carried.after is not None
        result = revise(former, text).segmentation.passage(carried.after.passage)
        after = result.text[carried.after.end :].replace("\n", " ")
        assert after.startswith(": the Petrograd Soviet of Workers")
