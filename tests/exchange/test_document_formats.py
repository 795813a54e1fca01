"""Documents in each format: what is read from a file and what is stored."""

from pathlib import Path

import pytest

from timeline.exchange import DOCUMENT_FORMATS, read_document_text


@pytest.mark.parametrize("name", sorted(DOCUMENT_FORMATS))
def test_the_same_letter_in_each_format(name: str, tmp_path: Path) -> None:
    """One title, a paragraph with a marker, and the note that the marker leads to."""
    files = {
        "text": "The Letter\n\nIt was on May 6.[1]\n\n[1] In print, Mar 6.",
        "markdown": "# The Letter\n\nIt was on May 6.[^1]\n\n[^1]: In print, Mar 6.",
        "html": '<h1>The Letter</h1><p>It was on May 6.<a href="#fn">1</a></p>'
        '<p id="fn">In print, Mar 6.</p>',
        "tei": '<TEI xmlns="http://www.tei-c.org/ns/1.0"><text><body><head>The Letter'
        '</head><p>It was on May 6.<ref target="#fn">1</ref></p>'
        '<note xml:id="fn">In print, Mar 6.</note></body></text></TEI>',
    }
    path = tmp_path / "letter"
    path.write_text(files[name], encoding="utf-8")
    cut = DOCUMENT_FORMATS[name](read_document_text(path, name))
    assert [one.key for one in cut.passages] == ["title", "p1", "note-1"]
    assert [(one.passage, one.note) for one in cut.markers] == [("p1", "note-1")]
    if name not in ("html", "tei"):
        assert cut.joined == files[name]
