"""Parts that a markup names: keys, offsets, markers, and what is said of stretches."""

from dataclasses import replace

from timeline.dates import DateContext, parse_edtf
from timeline.passages import (
    Alternative,
    Beside,
    Dated,
    Doubt,
    Former,
    Kind,
    Link,
    MarkedPart,
    Other,
    Pointer,
    Segmentation,
    assemble,
    corrected_mention,
    revise,
)

PARTS = (
    MarkedPart(Kind.HEADING, "May"),
    MarkedPart(
        Kind.PARAGRAPH,
        "One x 2 [3]",
        links=[Link(4, 5, "x", 3)],
        dates=[Dated(0, 3, None, "tagged")],
        others=[Other(0, 3, "Two", Beside.VARIANT, "#B")],
        doubts=[Doubt("A gap.", 3, "nothing")],
    ),
    MarkedPart(Kind.PARAGRAPH, "* * *"),
    MarkedPart(Kind.NOTE, "Words", label="x"),
)


def test_parts_become_passages() -> None:
    cut = assemble(PARTS)
    assert cut.joined == "May\n\nOne x 2 [3]\n\n* * *\n\nWords"
    assert [p.key for p in cut.passages] == ["heading-1", "p1", "break-1", "note-x"]
    assert [(p.start, p.end) for p in cut.passages] == [
        (0, 3),
        (5, 16),
        (18, 23),
        (25, 30),
    ]
    assert all(cut.joined[p.start : p.end] == p.text for p in cut.passages)


def test_markers_are_those_given_and_those_in_brackets() -> None:
    cut = assemble(PARTS)
    assert [(m.label, m.start, m.note) for m in cut.markers] == [
        ("x", 4, "note-x"),
        ("3", 8, None),
    ]
    assert [m.label for m in cut.given] == ["x"]
    assert [(d.text, d.at) for d in cut.doubts] == [
        ("A gap.", 8),
        ("The marker [3] has no note.", 13),
    ]


def test_what_is_said_goes_with_the_key() -> None:
    cut = assemble(PARTS)
    assert [(d.passage, d.start, d.end, d.why) for d in cut.dates] == [
        ("p1", 0, 3, "tagged")
    ]
    assert [(o.passage, o.words, o.source) for o in cut.alternatives] == [
        ("p1", "Two", "#B")
    ]


def test_renamed_goes_everywhere() -> None:
    cut = assemble(PARTS).renamed({"p1": "p9", "note-x": "note-y"})
    assert cut.passages[1].key == "p9"
    assert {m.passage for m in (*cut.markers, *cut.given)} == {"p9"}
    assert {m.note for m in cut.given} == {"note-y"}
    assert cut.dates[0].passage == cut.alternatives[0].passage == "p9"


def test_a_revision_keeps_the_markers_that_the_markup_names() -> None:
    def cutter(text: str, decisions: object = None) -> Segmentation:
        first, marked, *rest = PARTS
        marked = replace(marked, links=[Link(4, 5, "x", 4)])
        new = MarkedPart(Kind.PARAGRAPH, "A new beginning.")
        return assemble((new, first, marked, *rest))

    former = [Former(p.key, p.text, p.kind, p.number) for p in assemble(PARTS).passages]
    revised = revise(former, "", [Pointer("c", "p1", 0, 3, "One")], cut=cutter)
    cut = revised.segmentation
    assert [p.key for p in cut.passages] == [
        "p2",
        "heading-1",
        "p1",
        "break-1",
        "note-x",
    ]
    assert [(m.passage, m.label, m.note) for m in cut.markers] == [
        ("p1", "x", "note-x"),
        ("p1", "3", None),
    ]
    assert cut.dates[0].passage == "p1"


class TestCorrected:
    CONTEXT = DateContext(document_date=parse_edtf("1917"))

    def read(self, text: str, start: int, end: int, words: str) -> tuple | None:
        other = Alternative("p1", start, end, words, Beside.CORRECTION)
        found = corrected_mention(text, other, self.CONTEXT)
        if found is None:
            return None
        return found.start, found.end, found.text, found.readings[0].date.edtf_written

    def test_a_month(self) -> None:
        assert self.read("[2] Mar 6: told", 4, 7, "May") == (
            4,
            9,
            "May 6",
            "1917-05-06",
        )

    def test_a_whole_date(self) -> None:
        found = self.read("On Mai 6t, so", 3, 9, "May 6")
        assert found == (3, 9, "May 6", "1917-05-06")

    def test_a_missing_figure(self) -> None:
        found = self.read("On May , 1917", 7, 7, "6")
        assert found is not None
        assert found[3] == "1917-05-06"

    def test_words_that_are_no_date(self) -> None:
        assert self.read("teh day", 0, 3, "the") is None
