"""References of a file: a whole column at once says what each would say alone."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange.references import key_of, keys_of
from timeline.exchange.rows import Wrong

PARTS = st.one_of(
    st.text(max_size=4), st.integers(-1, 2**31), st.none(), st.booleans(), st.floats()
)
VALUES = st.one_of(PARTS, st.lists(PARTS, max_size=4), st.just(["letter", "p1"]))


def one_by_one(values: list[Any], table: str) -> list[Any] | None:
    try:
        return [key_of(value, table) for value in values]
    except Wrong:
        return None


@given(
    st.lists(VALUES, min_size=1, max_size=4),
    st.sampled_from(["event", "passage", "revision", "tag", "citation"]),
)
def test_what_passes_at_once_passes_one_by_one(values: list[Any], table: str) -> None:
    found = keys_of(values, table)
    assert found is None or found == one_by_one(values, table)


@pytest.mark.parametrize(
    ("values", "table"),
    [
        ([["letter", "p1"], ["letter", "n2"]], "passage"),
        ([["letter", 0], ["letter", 2**31 - 1]], "revision"),
        ([["a"], ["b"]], "citation"),
    ],
)
def test_keys_pass_at_once(values: list[Any], table: str) -> None:
    assert keys_of(values, table) == [tuple(value) for value in values]


@pytest.mark.parametrize(
    ("values", "table"),
    [
        ([["letter", "p1"], None], "passage"),
        ([["letter", "p1"], ["letter"]], "passage"),
        ([["letter", "p1"], ["letter", 1]], "passage"),
        ([["letter", "p\x00"]], "passage"),
        ([["letter", -1]], "revision"),
        ([["letter", 2**31]], "revision"),
        ([["letter", True]], "revision"),
        (["letter"], "citation"),
    ],
)
def test_one_that_is_none_sends_all_the_long_way(values: list[Any], table: str) -> None:
    assert keys_of(values, table) is None
    assert one_by_one([v for v in values if v is not None], table) is None or (
        None in values
    )
