"""A document has an end: more parts than it holds are refused, before they are cut."""

import re

import pytest

from timeline.exchange import DOCUMENT_FORMATS
from timeline.passages import (
    Kind,
    TooManyParts,
    segment,
    segment_html,
    segment_markdown,
)

VERSES = 31_102  # as many as a Bible has


def tei(body: str) -> str:
    return (
        '<TEI xmlns="http://www.tei-c.org/ns/1.0"><teiHeader/><text><body>'
        f"{body}</body></text></TEI>"
    )


def test_a_bible_is_no_document_too_long() -> None:
    text = "".join(f"In verse {n} it is written.\n\n" for n in range(VERSES))
    assert len(segment(text).passages) == VERSES
    assert len(segment_markdown(text).passages) == VERSES


def test_a_verse_more_than_a_document_holds_is_one_too_many() -> None:
    assert len(segment("a.\n\n" * 50_000).passages) == 50_000
    with pytest.raises(TooManyParts, match=r"more than 50,000 passages"):
        segment("a.\n\n" * 50_001)


@pytest.mark.parametrize(
    ("name", "text", "what"),
    [
        ("text", "a\n\n" * 60_000, "50,000 passages"),
        ("text", "a\n" * 500_001, "500,000 lines"),
        ("text", "words[1] " * 50_001, "50,000 note markers"),
        ("text", ("words[1] " * 6_000 + "\n\n") * 10, "50,000 note markers"),
        ("markdown", "# a\n\n" * 60_000, "50,000 passages"),
        ("markdown", "words[^1] " * 50_001, "50,000 note markers"),
        ("html", "<p>a" * 50_002, "50,000 passages"),
        ("html", "<b></b>" * 300_001, "600,000 signs “<” of markup"),
        ("tei", tei("<p>a</p>" * 50_001), "50,000 passages"),
        ("tei", tei("<p>a<note>b</note></p>" * 50_001), "50,000 note markers"),
        ("tei", tei("<p>a" + "<hi/>" * 600_000 + "</p>"), "600,000 signs “<” of"),
        (
            "tei",
            tei("<p>" + '<date when="1917-05-06">6 May</date> ' * 60_001 + "</p>"),
            "60,000 dates, corrections and gaps",
        ),
    ],
    ids=lambda value: str(value)[:24],
)
def test_more_than_a_document_holds_is_refused_with_the_most(
    name: str, text: str, what: str
) -> None:
    with pytest.raises(TooManyParts, match=re.escape(what)) as refused:
        DOCUMENT_FORMATS[name](text)
    assert "Make several documents of it." in str(refused.value)


def test_a_long_row_of_dashes_is_no_break() -> None:
    """And is told from one in one look, not in as many as it has dashes."""
    row = "- " * 40_000 + "x"
    assert segment(f"One.\n\n{row}").passages[1].kind is Kind.PARAGRAPH
    assert segment("One.\n\n* * *\n\nTwo.").passages[1].kind is Kind.BREAK


class TestUnclosed:
    """The end of a page inside a tag or a comment: no browser shows it."""

    @pytest.mark.parametrize(
        "end", ["<p class=", "<!-- a comment", "</p", "<!DOCTYPE", "<?pi"]
    )
    def test_it_is_left_out_and_told(self, end: str) -> None:
        result = segment_html(f"<p>May 6</p>{end}")
        assert result.joined == "May 6"
        assert any(f"{len(end)} characters" in d.text for d in result.doubts)

    def test_signs_that_open_no_tag_are_words(self) -> None:
        result = segment_html("<p>5 < 6 and <3")
        assert result.joined == "5 < 6 and <3"
        assert not any("closed" in doubt.text for doubt in result.doubts)

    def test_many_of_them_are_answered_at_once(self) -> None:
        """Each looked for its end anew: half a million took minutes."""
        result = segment_html("<p>May 6</p>" + "<a " * 500_000)
        assert result.joined == "May 6"


def test_notes_of_a_page_are_marked_where_the_links_stood() -> None:
    """Several markers in one part: each in its own place."""
    result = segment_html(
        '<p>One<a href="#fn1">1</a>, two<a href="#fn2">2</a>; three.</p>'
        '<p id="fn1">1. The first.</p><p id="fn2">2. The second.</p>'
    )
    assert result.passages[0].text == "One[1], two[2]; three."
