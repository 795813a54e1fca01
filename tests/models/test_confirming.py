"""Changed and lost words: confirmed, or others cited instead, by an editor alone."""

import pytest
from django.core.exceptions import ValidationError

from tests.factories import make_citation, make_document, make_event, make_timeline
from timeline.models import (
    Citation,
    Passage,
    StaleVersion,
    cite_instead,
    confirm_words,
    offers_for,
    revise,
)

TEXT = (
    "Sailed on 3 May 1821 from Cork with nine men and a boy.\n\n"
    "Of the voyage nothing else is known to us."
)


@pytest.fixture
def passage(db: None) -> Passage:
    document = make_document("log", TEXT)
    found = document.passages.get(text__startswith="Sailed")
    event = make_event(make_timeline(), "sailed", None)
    make_citation(event, found, "3 May 1821", key="k")
    return found


def edit(passage: Passage, old: str, new: str) -> Passage:
    passage.text = passage.text.replace(old, new)
    passage.save()
    return passage


def cited() -> Citation:
    return Citation.objects.select_related("passage__document").get(key="k")


def test_changed_words_are_confirmed(passage: Passage) -> None:
    edit(passage, "3 May 1821", "5 May 1821")
    assert (cited().state, cited().quoted) == ("changed", "3 May 1821")
    confirm_words(cited())
    assert (cited().state, cited().quoted, cited().exact) == (
        *("exact", "5 May 1821", "5 May 1821"),
    )


def test_the_nearest_words_are_offered_and_taken(passage: Passage) -> None:
    edit(passage, " on 3 May 1821 from Cork", "")
    edit(passage, "Sailed with", "In early May 1821 she sailed with")
    assert cited().state == "lost"
    offer = offers_for(cited())[0]
    assert "May 1821" in offer.place.words
    place = offer.place
    cite_instead(cited(), offer.passage, place.start, place.end, place.words)
    row = cited()
    assert (row.state, row.lost_in, row.quoted) == ("exact", None, place.words)
    assert passage.text[row.start : row.end] == row.exact == row.quoted


def test_where_the_passage_went_the_same_words_are_offered_elsewhere(
    passage: Passage,
) -> None:
    document = passage.document
    new = "Quite another beginning.\n\nOf a ship: it was 3 May 1821, a Thursday."
    revise(document, new)
    assert cited().state == "lost"
    assert cited().passage.retired_in is not None
    (offer,) = offers_for(cited())
    assert offer.place.words == "3 May 1821"
    assert offer.passage.retired_in is None


def test_lost_words_are_not_confirmed(passage: Passage) -> None:
    edit(passage, " on 3 May 1821 from Cork", "")
    with pytest.raises(ValidationError, match="lost"):
        confirm_words(cited())


def test_words_that_moved_meanwhile_are_refused(passage: Passage) -> None:
    edit(passage, " on 3 May 1821 from Cork", "")
    with pytest.raises(ValidationError, match="no longer stand there"):
        cite_instead(cited(), passage, 0, 6, "Sailor")
    assert cited().state == "lost"


def test_words_of_another_document_are_refused(passage: Passage) -> None:
    edit(passage, " on 3 May 1821 from Cork", "")
    other = make_document("other", passages=["On 3 May 1821."]).passages.get()
    with pytest.raises(ValidationError, match="not part of the text"):
        cite_instead(cited(), other, 3, 13, "3 May 1821")


def test_an_exact_double_is_refused(passage: Passage) -> None:
    first = cited()
    make_citation(first.event, passage, "Cork")
    edit(passage, " on 3 May 1821 from", " from")
    assert Citation.objects.get(exact="Cork").state == "exact"
    start = passage.text.index("Cork")
    with pytest.raises(ValidationError):
        cite_instead(cited(), passage, start, start + 4, "Cork")


def test_somebody_else_was_quicker(passage: Passage) -> None:
    edit(passage, "3 May 1821", "5 May 1821")
    mine, theirs = cited(), cited()
    confirm_words(theirs)
    mine.note = "mine"
    with pytest.raises(StaleVersion):
        confirm_words(mine)
