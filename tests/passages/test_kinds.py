"""What a block is: title, heading, verse, signature, source line; and the doubts."""

import pytest

from timeline.passages import Kind, segment
from timeline.passages.kinds import heading, is_source

PROSE = (
    "It was a long winter, and the council met every day in the hall to speak of bread "
    "and of the price of salt, and then of the roads, which nobody had mended."
)


def kinds(*blocks: str) -> list[Kind]:
    return [one.kind for one in segment("\n\n".join(blocks)).passages]


@pytest.mark.parametrize(
    "words",
    [
        *(
            "CHAPTER I",
            "CHAPTER I.",
            "Chapter 12",
            "CHAPTER XII. The Return",
            "Part Two",
        ),
        *("Book the First", "SECTION 4: Of Salt", "IV", "IV.", "§ 12", "ACT II"),
        *("THE SIEGE", "THE SIEGE OF THE TOWN, 1640", "# A heading", "Глава 3"),
    ],
)
def test_headings(words: str) -> None:
    assert heading(words)


@pytest.mark.parametrize(
    "words",
    [
        *("Part 2 was refused by all.", "Section heads met.", "I went home.", "mild"),
        *(
            "Civil",
            "OK",
            "The siege",
            "He read chapter 3.",
            "1917",
            "Letter to a friend",
        ),
    ],
)
def test_no_headings(words: str) -> None:
    assert not heading(words)


@pytest.mark.parametrize(
    "words",
    [
        *(
            "Source: Marxist Internet Archive.",
            "Sources: two.",
            "Printed in: Works, 26.",
        ),
        *("First published in Pravda, 1921.", "Quelle: Archiv", "Источник: архив"),
    ],
)
def test_source_lines(words: str) -> None:
    assert is_source(words)


@pytest.mark.parametrize(
    "words", ["The source is near.", "Sourced from afar:", "From: me"]
)
def test_no_source_lines(words: str) -> None:
    assert not is_source(words)


@pytest.mark.parametrize(
    "name",
    [
        "N. Lenin",
        "J. H. Smith",
        "Johann von Goethe",
        "S. P.",
        "Yours truly,\nMary Shelley",
    ],
)
def test_a_name_under_the_body_is_a_signature(name: str) -> None:
    assert kinds("A Letter", PROSE, name)[-1] is Kind.SIGNATURE


@pytest.mark.parametrize(
    "words",
    ["It is late.", "he went home", "Farewell, my friends and brothers!", "The End."],
)
def test_other_last_lines_are_paragraphs(words: str) -> None:
    assert kinds("A Letter", PROSE, words)[-1] is Kind.PARAGRAPH


def test_a_name_amid_the_body_is_no_signature() -> None:
    assert kinds("A Letter", PROSE, "Johann Goethe", PROSE)[2] is Kind.PARAGRAPH


def test_a_single_word_at_the_end_is_in_doubt() -> None:
    result = segment(f"A Letter\n\n{PROSE}\n\nLenin")
    assert result.passages[-1].kind is Kind.SIGNATURE
    assert [one.at for one in result.doubts] == [result.passages[-1].start]


def test_title_and_subtitle() -> None:
    assert kinds("The Letter", "A Report to the Council", PROSE)[:2] == [
        Kind.TITLE,
        Kind.SUBTITLE,
    ]
    assert kinds("The Letter", PROSE) == [Kind.TITLE, Kind.PARAGRAPH]
    assert kinds("Dear Sir,", PROSE) == [Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert kinds("The Letter", "* * *", PROSE)[0] is Kind.PARAGRAPH


def test_a_subtitle_without_a_sign_of_one_is_in_doubt() -> None:
    result = segment(f"The Letter\n\nWritten in haste\n\n{PROSE}")
    assert result.passages[1].kind is Kind.SUBTITLE
    assert [one.at for one in result.doubts] == [12]


def test_a_short_line_without_a_full_stop_is_in_doubt() -> None:
    result = segment(f"{PROSE}\n\nMonday at home\n\n{PROSE}")
    assert result.passages[1].kind is Kind.PARAGRAPH
    assert [(one.text, one.decision) for one in result.doubts] == [
        ("A short line without a full stop may be a heading.", "taken as paragraph")
    ]


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        (["The walls fell down,", "The river rose,", "And nobody knew."], Kind.VERSE),
        (["“The walls fell down,", "  ‘The river rose,’"], Kind.VERSE),
        (["The walls fell", "down in the night."], Kind.PARAGRAPH),
        (["The walls " + "fell " * 14, "The river rose."], Kind.PARAGRAPH),
        (["The walls fell."], Kind.PARAGRAPH),
    ],
)
def test_verse(lines: list[str], kind: Kind) -> None:
    assert kinds(PROSE, "\n".join(lines), PROSE)[1] is kind
