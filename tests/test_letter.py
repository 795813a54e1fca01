"""The quick way of the tests to the letter leaves what `loaddata` leaves."""

import json
from io import StringIO

import pytest
from django.core.management import call_command

from tests.factories import make_timeline
from tests.letter import insert_rows, load_letter, our_models
from timeline.models import Timeline


def everything() -> list[dict]:
    """Every row of the application, derived columns included."""
    out = StringIO()
    call_command("dumpdata", "timeline", stdout=out)
    dumped = json.loads(out.getvalue())
    return [
        *dumped,
        *(row for m in our_models() for row in m.objects.order_by("pk").values()),
    ]


@pytest.mark.django_db
def test_the_rows_are_those_of_loaddata() -> None:
    load_letter()  # keeps the rows, unless an earlier test did
    for model in our_models():
        model._base_manager.all()._raw_delete("default")
    insert_rows()
    quick = everything()
    call_command("loaddata", "letter", verbosity=0)
    assert everything() == quick
    assert load_letter().passages.count() > 19


@pytest.mark.django_db
def test_new_rows_get_numbers_of_their_own() -> None:
    load_letter()
    make_timeline("another")
    assert Timeline.objects.count() == 2


@pytest.mark.django_db
def test_with_rows_in_the_way_the_letter_comes_all_the_same() -> None:
    make_timeline("first")
    load_letter()
    assert set(Timeline.objects.values_list("slug", flat=True)) == {"first", "letter"}
