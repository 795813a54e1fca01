"""Editors in processes of their own: no save is lost, and no loser's words.

A few rounds of what `tests/benchmarks/races.py` does a thousand times.
"""

import os

import pytest

from tests.benchmarks.races import KINDS, PROCESSES, many, postgresql, races, sqlite


def test_of_two_editors_one_saves_and_the_other_keeps_the_words() -> None:
    with sqlite() as environment:
        ends = races(environment, 2 * len(KINDS))
    assert ends.total() == 2 * len(KINDS)
    assert ends["lost"] == ends["not kept"] == 0


@pytest.mark.postgresql
def test_on_postgresql_too() -> None:
    with postgresql(os.environ["DATABASE_URL"]) as environment:
        ends = races(environment, 2 * len(KINDS))
    assert ends["lost"] == ends["not kept"] == 0


def test_eight_processes_that_save_at_once_wait_for_each_other() -> None:
    with sqlite() as environment:
        total = many(environment, saves=5)
    assert total["kept"] == total["saved"] == 5 * PROCESSES
    assert total["locked"] == 0
