"""Markdown: its signs give the kinds, and its text is stored as typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.passages import Kind, Segmentation, segment_markdown


def cut(text: str) -> Segmentation:
    result = segment_markdown(text)
    assert result.joined == text
    return result


def kinds(text: str) -> list[tuple[str, str]]:
    return [(one.key, one.text) for one in cut(text).passages]


@pytest.mark.parametrize(
    "title", ["# The Letter", "The Letter\n==========", "## A *b*"]
)
def test_the_first_heading_is_the_title(title: str) -> None:
    assert kinds(f"{title}\nIt is late.\n\n## Part\n\nOne more.\n") == [
        ("title", title),
        ("p1", "It is late."),
        ("heading-1", "## Part"),
        ("p2", "One more."),
    ]


def test_dashes_under_a_line_make_a_heading_and_alone_a_break() -> None:
    assert kinds("# T\n\nPart\n---\n\nText.\n\n---\n\nMore.") == [
        ("title", "# T"),
        ("heading-1", "Part\n---"),
        ("p1", "Text."),
        ("break-1", "---"),
        ("p2", "More."),
    ]


def test_a_line_with_seven_signs_or_none_after_a_space_is_no_heading() -> None:
    assert [key for key, _ in kinds("####### seven\n\n#five\n\nText.")] == [
        "p1",
        "p2",
        "p3",
    ]


def test_footnotes_with_their_indented_paragraphs() -> None:
    result = cut(
        "Text.[^1] And.[^n-2]\n\n[^1]: One.\n\n    More.\n[^n-2]: Two\nlines.\n"
    )
    assert [one.text for one in result.passages] == [
        "Text.[^1] And.[^n-2]",
        "[^1]: One.\n\n    More.",
        "[^n-2]: Two\nlines.",
    ]
    assert [(one.label, one.start, one.note) for one in result.markers] == [
        ("1", 5, "note-1"),
        ("n-2", 14, "note-2"),
    ]
    assert result.doubts == ()


def test_a_footnote_without_marker_is_reported() -> None:
    doubts = cut("Text.[^a]\n\n[^b]: Other.").doubts
    assert [(one.text, one.at) for one in doubts] == [
        ("The marker [^a] has no note.", 5),
        ("Note b has no marker in the text.", 11),
    ]


@pytest.mark.parametrize(
    "lines",
    ["The wall fell  \nthe river rose", "The wall\\\nfell", "| The wall\n| fell"],
)
def test_hard_line_ends_make_verse(lines: str) -> None:
    passages = cut(f"Text.\n\n{lines}\n").passages
    assert [one.kind for one in passages] == [Kind.PARAGRAPH, Kind.VERSE]


def test_a_fence_keeps_its_blank_lines_and_is_reported() -> None:
    text = "Text.\n\n```\na\n\n# b\n```\nAfter."
    assert kinds(text)[1] == ("verse-1", "```\na\n\n# b\n```")
    assert [one.at for one in cut(text).doubts] == [7]


def test_a_fence_that_is_never_closed_reaches_to_the_end() -> None:
    assert kinds("Text.\n\n~~~\na\n\nb\n")[1] == ("verse-1", "~~~\na\n\nb")


def test_front_matter_stands_before_the_title() -> None:
    matter = "---\ntitle: x\n\ndate: 1917\n---"
    assert kinds(f"{matter}\n# The Letter\n\nText.") == [
        ("source", matter),
        ("title", "# The Letter"),
        ("p1", "Text."),
    ]


def test_a_first_line_is_no_title_without_its_sign() -> None:
    assert [key for key, _ in kinds("The Letter\n\nIt is late.")] == ["p1", "p2"]


signs = st.sampled_from(
    [
        *(
            "# A",
            "## B",
            "===",
            "---",
            "***",
            "```",
            "~~~~",
            "[^1]: x",
            "    y",
            "",
            "",
        ),
        *("text[^1]", "line  ", "line\\", "| bar", "- item", "[1] z", "1. w", "> q"),
    ]
)


@given(
    st.lists(st.tuples(signs | st.text(max_size=6), st.sampled_from(["\n", "\r\n"])))
)
def test_any_text_is_given_back(parts: list[tuple[str, str]]) -> None:
    result = cut("".join(line + end for line, end in parts))
    keys = [one.key for one in result.passages]
    assert len(set(keys)) == len(keys)
    assert all(one.text for one in result.passages)
