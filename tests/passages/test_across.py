"""Quotes that stand in another passage, or run from one to the next."""

from timeline.passages import find_across, segment


def texts(letter: str) -> list[tuple[str, str]]:
    return [(passage.key, passage.text) for passage in segment(letter).passages]


def test_every_passage_with_the_words_is_named(letter: str) -> None:
    assert find_across(texts(letter), "August 31").holding == ("p3", "note-2")
    assert find_across(texts(letter), "August 31").running == ()


def test_a_quote_over_two_passages_names_both(letter: str) -> None:
    found = find_across(texts(letter), "neither peace nor land.\n\nA Bolshevik")
    assert (found.holding, found.running) == ((), ("p5", "p6"))


def test_a_quote_over_a_break_names_all_it_runs_through(letter: str) -> None:
    found = find_across(texts(letter), "the peasants. * * * Why must")
    assert found.running == ("p6", "break-1", "p7")


def test_absent_and_empty_quotes_are_nowhere(letter: str) -> None:
    for quote in ("July 4", "", " \n"):
        found = find_across(texts(letter), quote)
        assert (found.holding, found.running) == ((), ())
