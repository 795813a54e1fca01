"""Labels that notes begin with, and markers that lead to them."""

import pytest

from timeline.passages.labels import markers, note_label


@pytest.mark.parametrize(
    ("line", "name", "form"),
    [
        ("[1] These letters", "1", "bracket"),
        ("  [12]\u00a0These", "12", "bracket"),
        ("[*] These", "*", "bracket"),
        ("[a] These", "a", "bracket"),
        ("[^1]: These", "1", "caret"),
        ("[^long-name]: These", "long-name", "caret"),
        ("[Footnote 3: These", "3", "word"),
        ("[Note 3: These", "3", "word"),
        ("(1) These", "1", "parenthesis"),
        ("1. These", "1", "number"),
        ("1) These", "1", "number"),
        ("* These", "*", "symbol"),
        ("†These", "†", "symbol"),
        ("¹² These", "12", "superscript"),
    ],
)
def test_a_note_begins_with_its_label(line: str, name: str, form: str) -> None:
    label = note_label(line)
    assert label is not None
    assert (label.name, label.form) == (name, form)


@pytest.mark.parametrize(
    "line",
    [
        *("These", "[1]", "[2].", "[1917] These", "1917. These", "1.5 parts", "* * *"),
        *("", "[ibid] These", "[1]These", "1.", "---"),
    ],
)
def test_other_lines_begin_no_note(line: str) -> None:
    assert note_label(line) is None


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("to September 12.[2] The majority", ["2"]),
        ('"an art", [6] etc.', ["6"]),
        ("so[^1] and[^b].", ["1", "b"]),
        ("so¹ and¹² of", ["1", "12"]),
        ("so* and† then", ["*", "†"]),
        ("so(1) then (2).", ["1", "2"]),
        ("on September 15 (28), 1917", []),
        ("[1917] and [sic] and [ ]", []),
        ("a * b ** c", []),
        ("[^1]: a note", []),
    ],
)
def test_markers_of_a_text(text: str, names: list[str]) -> None:
    assert [marker.name for marker in markers(text)] == names


def test_a_marker_has_its_place() -> None:
    (marker,) = markers("to September 12.[2] The")
    assert (marker.start, marker.end) == (16, 19)


@pytest.mark.parametrize(
    ("one", "other", "follows"),
    [
        ("[1] a", "[2] b", True),
        ("[2] a", "[1] b", False),
        ("[1] a", "2. b", False),
        ("[a] x", "[b] y", True),
    ],
)
def test_a_label_follows_one_of_its_form(one: str, other: str, follows: bool) -> None:
    first, second = note_label(one), note_label(other)
    assert first is not None and second is not None
    assert second.follows(first) is follows
