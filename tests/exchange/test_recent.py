"""What an import remembers of the rows before: the latest, within bounds."""

from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange.lookup import Recent


@given(st.lists(st.integers(0, 30), max_size=200), st.integers(2, 20))
def test_it_forgets_but_never_errs(keys: list[int], room: int) -> None:
    """The latest half of its room is there; what is there is what was put."""
    recent: Recent[int, str] = Recent(room)
    for key in keys:
        recent.put(key, f"value {key}")
    assert len(recent._newer) + len(recent._older) <= room
    latest = set(keys[-(room // 2) :])
    assert all(recent.get(key) == f"value {key}" for key in latest)
    assert all(recent.get(key) is None for key in set(range(31)) - set(keys))


def test_what_is_asked_for_stays() -> None:
    recent: Recent[str, int] = Recent(10)
    recent.put("asked", 1)
    for number in range(100):
        assert recent.get("asked") == 1
        recent.put(f"other {number}", number)
    assert recent.get("other 0") is None


def test_values_take_the_room_that_their_size_says() -> None:
    texts: Recent[int, str] = Recent(100, len)
    texts.update({1: "a" * 30, 2: "b" * 20})
    texts.put(3, "c" * 40)
    assert (texts.get(1), texts.get(3)) == ("a" * 30, "c" * 40)
    texts.put(4, "d" * 51)  # more than half of it
    assert texts.get(4) is None
    for number in range(10, 20):
        texts.put(number, "e" * 50)
    assert texts.get(3) is None
