"""`manage.py check_citations`: a line for each fault, exit code 1 when there is one."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.utils import timezone

from timeline.models import Citation, Passage, Revision

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def letter() -> None:
    """The letter with its fifteen citations."""
    call_command("loaddata", "letter", verbosity=0)


def check() -> tuple[int, list[str]]:
    """The exit code and the lines of a run."""
    out = StringIO()
    try:
        call_command("check_citations", stdout=out)
    except CommandError as error:
        return error.returncode, out.getvalue().splitlines()
    return 0, out.getvalue().splitlines()


def change(key: str, **columns: object) -> None:
    """Write past every check, as a program with its own SQL could."""
    assert Citation.objects.filter(key=key).update(**columns) == 1


def test_the_letter_has_no_fault() -> None:
    total = Citation.objects.count()
    assert check() == (0, [f"{total} citations, all exact or normalised."])


def test_changed_words_are_named_with_event_and_passage() -> None:
    change("m06", quoted="May 6", state="changed")
    code, (line,) = check()
    assert code == 1
    assert line == (
        "letter/coalition-government-announced, letter note-2, citation m06: "
        "cited “May 6”, now “Mar 6” at 4–9 (changed)"
    )


def test_words_that_moved_away_under_a_citation_are_named() -> None:
    passage = Passage.objects.get(document__slug="letter", key="p3")
    with connection.cursor() as cursor:  # models would carry the citations along
        cursor.execute(
            "UPDATE timeline_passage SET text = %s WHERE id = %s",
            ["Now. " + passage.text, passage.pk],
        )
    code, lines = check()
    assert code == 1
    (fault,) = [line for line in lines if "recorded “May 6”" in line]
    # five characters were put before the words, so 106–111 begins five earlier
    assert "at 106–111, where “from ” stands" in fault
    assert any("cited “May 6”, now “from ” at 106–111 (changed)" in x for x in lines)


def test_a_lost_citation_is_named_with_its_revision_and_last_words() -> None:
    document = Passage.objects.get(document__slug="letter", key="p4").document
    lost_in = Revision.objects.create(
        document=document, number=7, text="another text", when=timezone.now()
    )
    change("m04", start=None, end=None, state="lost", lost_in=lost_in)
    code, (line,) = check()
    assert code == 1
    assert line == (
        "letter/moscow-strike, letter p4, citation m04: cited “August 12”, "
        "now lost since letter revision 7; last “August 12”"
    )


def test_other_dashes_are_normalised_and_no_fault() -> None:
    change("m09", quoted="September 14–22", state="normalised")
    assert check()[0] == 0


def test_a_recorded_state_that_the_words_contradict_is_named() -> None:
    change("m01", state="changed")
    code, (line,) = check()
    assert code == 1
    assert line.endswith("is exact at 106–111, recorded as changed")


def test_words_in_a_passage_that_was_taken_out_are_named() -> None:
    passage = Passage.objects.get(document__slug="letter", key="p4")
    revision = Revision.objects.create(
        document=passage.document, number=7, text="shorter", when=timezone.now()
    )
    Passage.objects.filter(pk=passage.pk).update(retired_in=revision)
    code, lines = check()
    assert code == 1
    assert any("citation m04" in x and "letter revision 7 took out" in x for x in lines)


def test_the_number_of_queries_does_not_grow(django_assert_num_queries) -> None:
    with django_assert_num_queries(1):
        check()
