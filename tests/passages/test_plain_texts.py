"""Other plain texts than the letter: books, diaries, lists, letters with asterisks."""

import pytest

from tests.steps import steps
from timeline.passages import Kind, Segmentation, segment

BOOK = """\
THE HISTORY OF A TOWN

BY A CITIZEN

CHAPTER I.

The town was founded in 1204, and the
charter was given in 1210.[1] It was
burned in 1350.[2]

     The walls fell down,
     The river rose,
     And nobody knew
     Where the miller goes.

[1] The charter is kept in the archive
of the county.

[2] Some say 1351.

CHAPTER II.

A new wall was built.[1]

[1] By Master John.
"""


def cut(text: str) -> Segmentation:
    result = segment(text)
    assert result.joined == text
    return result


def keys(result: Segmentation) -> list[str]:
    return [passage.key for passage in result.passages]


def links(result: Segmentation) -> list[tuple[str, str, str | None]]:
    return [(one.passage, one.label, one.note) for one in result.markers]


def doubts(result: Segmentation) -> list[tuple[str, int]]:
    return [(doubt.text, doubt.at) for doubt in result.doubts]


def test_a_book_has_headings_verse_and_notes_by_chapter() -> None:
    result = cut(BOOK)
    assert keys(result) == [
        *("title", "subtitle", "heading-1", "p1", "verse-1", "note-1", "note-2"),
        *("heading-2", "p2", "note-1-2"),
    ]
    assert [one.section for one in result.passages] == [1] * 7 + [2] * 3
    assert links(result) == [
        ("p1", "1", "note-1"),
        ("p1", "2", "note-2"),
        ("p2", "1", "note-1-2"),
    ]
    assert result.doubts == ()


def test_verse_keeps_its_lines_and_indents() -> None:
    verse = cut(BOOK).passage("verse-1")
    assert verse.text.splitlines()[0] == "     The walls fell down,"
    assert len(verse.text.splitlines()) == 4


def test_wrapped_prose_is_no_verse() -> None:
    text = "They came on\nthe 3rd of May to the\ntown and stayed."
    assert [one.kind for one in cut(text).passages] == [Kind.PARAGRAPH]


@pytest.mark.parametrize("rule", ["***", "* * *", "  *  *  *", "-----", "___", "⁂"])
def test_a_rule_is_a_break_with_or_without_blank_lines(rule: str) -> None:
    for gap in ("\n", "\n\n"):
        text = f"One sentence stands here.{gap}{rule}{gap}Another stands here."
        result = cut(text)
        assert keys(result) == ["p1", "break-1", "p2"]
        assert [one.section for one in result.passages] == [1, 1, 2]


def test_notes_with_signs_answer_to_signs_after_words() -> None:
    result = cut(
        "Dear Sir,\n\nI had yours of the 3rd.* We met on Tuesday.†\n\n"
        "Yours truly,\nJ. H. Smith\n\n* It is lost.\n† 4 May.\n"
    )
    assert keys(result) == ["p1", "p2", "signature", "note-1", "note-2"]
    assert links(result) == [("p2", "*", "note-1"), ("p2", "†", "note-2")]


def test_numbers_with_full_stops_are_notes_under_a_heading() -> None:
    result = cut(
        "A Report\n\nFirst text.¹ Second text.² Of 10⁵ men.\n\nNotes\n\n"
        "1. See the archive.\n\nIt goes on here.\n\n2. And there.\n4. Not here.\n\n"
        "Source: The Archive, 1917.\n"
    )
    assert keys(result) == [
        *("title", "p1", "heading-1", "note-1", "note-2", "note-4", "source")
    ]
    assert result.passage("note-1").text.endswith("It goes on here.")
    assert links(result) == [("p1", "1", "note-1"), ("p1", "2", "note-2")]
    assert [text for text, _ in doubts(result)] == [
        "Note 4 has no marker in the text.",
        "Note 4 comes after note 2.",
    ]


def test_a_numbered_list_is_no_list_of_notes() -> None:
    text = "The council orders:\n\n1. Bread is sold.\n2. Doors are shut.\n"
    assert {one.kind for one in cut(text).passages} == {Kind.PARAGRAPH}


def test_numbered_paragraphs_without_other_text_are_no_notes() -> None:
    result = cut("[1] The court met.\n\n[2] The court rose.")
    assert keys(result) == ["p1", "p2"] and result.markers == ()
    assert [at for _, at in doubts(result)] == [0, 20]


def test_the_second_day_of_a_dual_date_is_no_marker() -> None:
    text = "Written on 15 (28) September, in haste.(1)\n\n(1) Or later.\n\n(28) Or not."
    assert links(cut(text)) == [("p1", "1", "note-1")]


def test_a_marker_at_the_start_of_a_wrapped_line_begins_no_note() -> None:
    result = cut("The course of events to September 12.\n[2] The majority came.")
    assert keys(result) == ["p1"]
    assert links(result) == [("p1", "2", None)]


def test_footnotes_of_markdown_and_of_old_electronic_texts() -> None:
    result = cut(
        "Text with notes.[^1] And another.[^b]\n\n[^1]: The note.\n\n"
        "    Its second paragraph.\n[^b]: Second.\n\nMore text.[3]\n\n"
        "[Footnote 3: The third.]"
    )
    assert keys(result) == ["p1", "note-1", "note-b", "p2", "note-3"]
    assert links(result) == [
        ("p1", "1", "note-1"),
        ("p1", "b", "note-b"),
        ("p2", "3", "note-3"),
    ]


def test_a_marker_that_stands_twice_is_reported() -> None:
    result = cut("It was so.[1] It was said again.[1]\n\n[1] In the archive.")
    assert links(result) == [("p1", "1", "note-1")] * 2
    assert doubts(result) == [("The marker 1 stands more than once.", 32)]


def test_a_first_line_with_a_figure_may_be_a_date() -> None:
    result = cut("Monday, 3 May 1665\n\nUp betimes and to the office all the morning.")
    assert keys(result) == ["title", "p1"]
    assert doubts(result) == [("The first line may be a title or a date.", 0)]


def test_an_address_of_a_letter_is_no_title() -> None:
    assert keys(cut("Comrades,\n\nWe write to you.\n\nIt is late.")) == [
        "p1",
        "p2",
        "p3",
    ]


def test_where_lines_are_not_wrapped_each_is_a_paragraph() -> None:
    long = "word " * 40
    assert keys(cut(f"{long}\n{long}\nThe end.")) == ["p1", "p2", "p3"]


def test_line_ends_stay_as_they_came() -> None:
    result = cut("One line,\r\nanother.\r\n\r\nA second one.\r")
    assert [(one.text, one.after) for one in result.passages] == [
        ("One line,\r\nanother.", "\r\n\r\n"),
        ("A second one.", "\r"),
    ]


def test_leading_space_belongs_to_the_first_text_and_other_space_to_after() -> None:
    result = cut("\n\n  First one.  \n \nSecond one.\u00a0\n")
    assert [(one.text, one.after) for one in result.passages] == [
        ("\n\n  First one.", "  \n \n"),
        ("Second one.\u00a0", "\n"),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("", []), (" \n\t\n", ["p1"]), ("x", ["p1"]), ("* * *", ["break-1"])],
)
def test_small_texts(text: str, expected: list[str]) -> None:
    assert keys(cut(text)) == expected


def test_an_editor_decides_what_a_passage_is() -> None:
    text = "Monday, 3 May 1665\n\nUp betimes.\n\n[1] Said the clerk.\n\nN. P."
    decided = segment(text, {0: Kind.HEADING, 33: Kind.PARAGRAPH, 54: Kind.PARAGRAPH})
    kinds = [one.kind for one in decided.passages]
    assert kinds == [Kind.HEADING, Kind.PARAGRAPH, Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert decided.doubts == () and decided.joined == text


def test_an_editor_may_call_any_passage_a_note() -> None:
    result = segment("It was so.[1]\n\nSaid the clerk.", {15: Kind.NOTE})
    assert [(one.key, one.number) for one in result.passages] == [
        ("p1", 1),
        ("note-1", 1),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ab\n\n" * 20_000,
        "text\n\n[1] a\n\n" + "    b\n\n" * 12_000,
        "Notes\n\n" + "1. x\n\n" * 12_000,
        "* " * 80_000,
        "[1] a\n" * 16_000,
        "A. " * 40_000,
    ],
    ids=["paragraphs", "one long note", "same notes", "stars", "labels", "names"],
)
def test_hostile_texts_are_cut_in_time_that_grows_with_their_length(text: str) -> None:
    assert steps(lambda: cut(text)) <= 100 * len(text)  # quadratic work is thousands
