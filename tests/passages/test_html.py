"""HTML pages: what a reader sees is stored, what is not kept is told."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.steps import steps
from timeline.passages import Kind, Segmentation, segment_html


def texts(result: Segmentation) -> list[tuple[str, str]]:
    return [(passage.key, passage.text) for passage in result.passages]


def told(result: Segmentation) -> list[tuple[str, str]]:
    return [(doubt.text, doubt.decision) for doubt in result.doubts]


def test_elements_give_the_kinds() -> None:
    result = segment_html(
        "<h1>The Letter</h1><p>It is late.</p><h2>Part</h2><p>One more.</p>"
    )
    assert texts(result) == [
        ("title", "The Letter"),
        ("p1", "It is late."),
        ("heading-1", "Part"),
        ("p2", "One more."),
    ]
    assert result.joined == "The Letter\n\nIt is late.\n\nPart\n\nOne more."


def test_white_space_is_folded_as_a_browser_does() -> None:
    result = segment_html("<p> On  <b>May\n 6</b> ,\tthe&nbsp;strike <br>  began. </p>")
    assert result.joined == "On May 6 , the\u00a0strike\nbegan."


def test_entities_are_the_characters_they_stand_for() -> None:
    assert (
        segment_html("<p>R&amp;D &#8217; &lt;p&gt; &#x1D510;").joined == "R&D ’ <p> 𝔐"
    )


@pytest.mark.parametrize(
    ("number", "sign"),
    [("9" * 5_000, "\ufffd"), ("0" * 5_000 + "65", "A"), ("0" * 5_000, "\ufffd")],
)
def test_a_character_of_thousands_of_digits(number: str, sign: str) -> None:
    """Python reads no number of more than 4,300 digits, and said so in a traceback."""
    page = f'<p id="&#{number};">a &#{number}; b</p><p>&#{number}</p>'
    assert [p.text for p in segment_html(page).passages] == [f"a {sign} b", sign]


def test_preformatted_lines_are_kept() -> None:
    passage = segment_html(
        "<p>See:</p><pre>\n  One\n    two\n\n  three</pre>"
    ).passages[1]
    assert (passage.kind, passage.text) == (Kind.VERSE, "  One\n    two\n\n  three")


def test_what_is_not_kept_is_told() -> None:
    result = segment_html(
        "<title>T</title><style>p{}</style><p>Words.<script>alert('x')</script></p>"
        "<!-- c --><hr><p>More<img alt='A'> words.</p>"
    )
    assert texts(result) == [
        ("p1", "Words."),
        ("break-1", "* * *"),
        ("p2", "More words."),
    ]
    assert told(result) == [
        ("The page was HTML.", "its text is stored, its markup is not"),
        ("1 × comment.", "left out of the stored text"),
        ("1 × rule.", "written * * *"),
        ("1 × element img.", "left out of the stored text"),
        ("1 × element script.", "left out of the stored text"),
        ("1 × element style.", "left out of the stored text"),
        ("1 × title in the head of the page.", "left out of the stored text"),
    ]


@pytest.mark.parametrize(
    ("marker", "note"),
    [
        ('<sup><a href="#x">1</a></sup>', '<p id="x">In print.</p>'),
        ('<a href="#fn1">[1]</a>', '<p id="fn1">[1] In print.</p>'),
        ('<sup><a href="#x">1</a></sup>', '<ol><li id="x"><p>In print.</p></li></ol>'),
        ('<a href="#note1">1</a>', '<p><a name="note1"></a>1. In print. <a>↩</a></p>'),
        (
            '<sup id="r"><a href="#n">1</a></sup>',
            '<p id="n"><a href="#r">^</a> In print.',
        ),
    ],
)
def test_links_to_notes_are_markers(marker: str, note: str) -> None:
    result = segment_html(f"<p>It was so.{marker} Indeed.</p>{note}")
    assert texts(result) == [
        ("p1", "It was so.[1] Indeed."),
        ("note-1", "[1] In print."),
    ]
    found = [(one.passage, one.start, one.end, one.note) for one in result.markers]
    assert found == [("p1", 10, 13, "note-1")]
    assert told(result)[-1][0] == "1 × note marker that was a link."


def test_links_to_chapters_and_back_are_no_markers() -> None:
    result = segment_html(
        '<p><a href="#c1">1</a> <a href="#c2">2</a></p><p id="c1">One.</p>'
        '<p id="c2">Two. <sup><a href="#c1">1</a></sup></p>'
    )
    assert result.markers == ()
    assert [text for _, text in texts(result)] == ["1 2", "One.", "Two. 1"]


def test_cells_of_a_table_are_apart() -> None:
    text = "<table><tr><th>Day<th>Act<tr><td>6 May<td>Strike</table>"
    assert segment_html(text).joined == "Day\tAct\n\n6 May\tStrike"


def test_an_empty_page_has_no_passages() -> None:
    assert segment_html("").passages == segment_html("<p> <br> </p>").passages == ()


tags = st.sampled_from(
    [
        *("<p>", "</p>", "<h1>", "</h2>", "<pre>", "</pre>", "<br>", "<hr>", "<sup>"),
        *(
            '<a href="#fn1">',
            "</a>",
            '<li id="fn1">',
            "1",
            "[2]",
            "<script>",
            "</script>",
        ),
        *("words ", "\n\n", "<!--", "-->", "&amp;", "<td>", "<", "&#0;", "* * *", "é"),
    ]
)


@given(st.lists(tags | st.text(max_size=8), max_size=30).map("".join))
def test_any_page_is_cut_and_its_places_are_those_of_the_stored_text(page: str) -> None:
    result = segment_html(page)
    for passage in result.passages:
        assert result.joined[passage.start : passage.end] == passage.text
        assert passage.text
    for marker in result.markers:
        assert result.passage(marker.passage).text[marker.start : marker.end]


@pytest.mark.parametrize(
    "page",
    [
        "<p>" + "<b>x</b>" * 60_000,
        "<div>" * 60_000 + "x",
        "<p>a" * 20_000,
        "<br>" * 60_000 + "x",
        "".join(f'<sup><a href="#n{n}">{n}</a></sup>' for n in range(999))
        + "".join(f'<p id="n{n}">Note.' for n in range(999)),
    ],
    ids=["inline", "nested", "paragraphs", "line ends", "notes"],
)
def test_hostile_pages_take_time_that_grows_with_their_length(page: str) -> None:
    assert steps(lambda: segment_html(page)) <= 100 * len(page)
