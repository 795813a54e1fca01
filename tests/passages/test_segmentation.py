"""The letter cut as its description says, and any text given back whole."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.passages import Kind, segment

LETTER_KEYS = [
    *("title", "subtitle", "p1", "p2", "p3", "p4", "p5", "p6", "break-1"),
    *("p7", "p8", "p9", "p10", "p11", "p12", "break-2"),
    *("p13", "p14", "p15", "p16", "break-3", "p17", "p18", "p19"),
    *("signature", "note-1", "note-2", "source"),
]

# The nine dates: passage, words, place in the file, place in the passage.
LETTER_DATES = [
    ("p3", "May 6", 909, 106),
    ("p3", "August 31", 918, 115),
    ("p3", "September 12", 935, 132),
    ("p4", "August 12", 1599, 380),
    ("note-1", "September 15 (28), 1917", 4497, 61),
    ("note-2", "Mar 6", 4934, 4),
    ("note-2", "August 31", 5001, 71),
    ("note-2", "September 12", 5152, 222),
    ("note-2", "September 14-22", 5499, 569),
]

lines = st.sampled_from(
    [
        *("", "  ", "* * *", "---", "[1] A note.", "[2]Not a note", "1. One", "* star"),
        *("Notes", "Word.[1]", "CHAPTER I", "A line of prose.", "N. Lenin"),
        *("Source: here", "    indented", "x" * 200, "\ufeff", "\u2028", "¹ note"),
        *("[^a]: b", "Word¹ and (1) and*", "(1) paren", "[Footnote 1: so]"),
    ]
)
documents = st.lists(
    st.tuples(lines | st.text(max_size=30), st.sampled_from(["\n", "\r\n", "\r", ""])),
    max_size=25,
).map(lambda parts: "".join(line + end for line, end in parts))


def test_letter_has_its_passages_in_order(letter: str) -> None:
    assert [passage.key for passage in segment(letter).passages] == LETTER_KEYS


def test_letter_comes_back_character_for_character(letter: str) -> None:
    result = segment(letter)
    assert result.joined == letter
    for passage in result.passages:
        assert letter[passage.start : passage.end] == passage.text


def test_dates_of_the_letter_stand_where_they_are_known_to_stand(letter: str) -> None:
    result = segment(letter)
    for key, words, in_file, in_passage in LETTER_DATES:
        passage = result.passage(key)
        assert passage.start + in_passage == in_file
        assert passage.text.startswith(words, in_passage)


def test_letter_paragraphs_are_numbered_in_four_sections(letter: str) -> None:
    passages = segment(letter).passages
    paragraphs = [one for one in passages if one.kind is Kind.PARAGRAPH]
    assert [one.number for one in paragraphs] == list(range(1, 20))
    assert [one.section for one in paragraphs] == [1] * 6 + [2] * 6 + [3] * 4 + [4] * 3
    notes = [one for one in passages if one.kind is Kind.NOTE]
    assert [(one.number, one.label) for one in notes] == [(1, "1"), (2, "2")]
    others = {one.number for one in passages} - {*range(1, 20)}
    assert others == {None}


def test_letter_markers_lead_to_note_2_and_to_nothing(letter: str) -> None:
    result = segment(letter)
    places = [
        (marker.label, result.passage(marker.passage).start + marker.start, marker.note)
        for marker in result.markers
    ]
    assert places == [("2", 948, "note-2"), ("6", 3564, None)]


def test_letter_reports_both_orphans_and_nothing_else(letter: str) -> None:
    doubts = segment(letter).doubts
    assert [(doubt.text, doubt.at) for doubt in doubts] == [
        ("The marker [6] has no note.", 3564),
        ("Note 1 has no marker in the text.", 4436),
    ]
    assert {doubt.decision for doubt in doubts} == {"attached to nothing"}


@given(documents | st.text())
def test_any_text_is_given_back(text: str) -> None:
    result = segment(text)
    assert result.joined == text
    keys = [passage.key for passage in result.passages]
    assert len(set(keys)) == len(keys)
    for passage in result.passages:
        assert text[passage.start : passage.end] == passage.text
        assert passage.text


@given(documents)
def test_a_marker_stands_where_it_says_and_leads_to_a_note(text: str) -> None:
    result = segment(text)
    for marker in result.markers:
        words = result.passage(marker.passage).text[marker.start : marker.end]
        assert words
        if marker.note is not None:
            assert result.passage(marker.note).kind is Kind.NOTE


def test_a_marker_inside_its_own_note_leads_nowhere() -> None:
    text = "T\n\nWords [1] more.\n\nText.\n\n[1] A note. See [1] above.\n"
    result = segment(text)
    inside = text.rindex("[1]")
    assert [(m.passage, m.note) for m in result.markers] == [
        ("p1", "note-1"),
        ("note-1", None),
    ]
    told = {doubt.at: doubt.text for doubt in result.doubts}
    assert told[inside] == "The marker [1] stands in the note of its own name."
