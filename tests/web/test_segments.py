"""Cutting a text at the borders of citations and markers loses and doubles nothing."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.web.segments import Span, Stretch, cut


@st.composite
def text_with_spans(draw: st.DrawFn) -> tuple[str, list[Span], list[Span]]:
    text = draw(st.text(max_size=40))
    edge = st.integers(-2, len(text) + 2)

    def spans(prefix: str) -> list[Span]:
        pairs = draw(st.lists(st.tuples(edge, edge), max_size=6))
        return [Span(f"{prefix}{n}", *pair) for n, pair in enumerate(pairs)]

    return text, spans("c"), spans("m")


def inside(span: Span, text: str) -> bool:
    return 0 <= span.start < span.end <= len(text)


@given(text_with_spans())
def test_joined_stretches_are_the_text(
    example: tuple[str, list[Span], list[Span]],
) -> None:
    text, citations, markers = example
    assert "".join(s.text for s in cut(text, citations, markers)) == text


@given(text_with_spans())
def test_each_citation_begins_and_ends_once(
    example: tuple[str, list[Span], list[Span]],
) -> None:
    text, citations, markers = example
    stretches = cut(text, citations, markers)
    expected = sorted(span.key for span in citations if inside(span, text))
    assert sorted(key for s in stretches for key in s.begin) == expected
    assert sorted(key for s in stretches for key in s.finish) == expected


@given(text_with_spans())
def test_the_stretches_of_a_citation_are_its_words(
    example: tuple[str, list[Span], list[Span]],
) -> None:
    text, citations, markers = example
    stretches = cut(text, citations, markers)
    for span in citations:
        own = [s.text for s in stretches if span.key in s.citations]
        expected = text[span.start : span.end] if inside(span, text) else ""
        assert "".join(own) == expected


@given(text_with_spans())
def test_the_stretches_of_a_lone_marker_are_its_label(
    example: tuple[str, list[Span], list[Span]],
) -> None:
    text, citations, markers = example
    for marker in markers:
        own = [s.text for s in cut(text, citations, [marker]) if s.marker]
        expected = text[marker.start : marker.end] if inside(marker, text) else ""
        assert "".join(own) == expected


def test_overlapping_citations_share_the_middle() -> None:
    found = cut("the strike of August 12.", [Span("g", 0, 23), Span("m", 14, 23)])
    assert found == [
        Stretch(0, "the strike of ", ("g",), begin=("g",)),
        Stretch(14, "August 12", ("g", "m"), begin=("m",), finish=("g", "m")),
        Stretch(23, "."),
    ]


def test_a_plain_text_is_one_stretch() -> None:
    assert cut("No date here.", []) == [Stretch(0, "No date here.")]
    assert cut("", []) == []
