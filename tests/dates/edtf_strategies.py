"""EDTF strings of all levels for property tests, from a grammar of their own."""

from __future__ import annotations

from hypothesis import strategies as st

DIGIT = st.sampled_from("0123456789X")
MARK = st.sampled_from(["", "", "", "?", "~", "%"])
MONTH = st.sampled_from([f"{month:02}" for month in range(1, 13)] + ["XX", "0X", "1X"])
DAY = st.sampled_from([f"{day:02}" for day in range(1, 32)] + ["XX", "1X", "X1"])


@st.composite
def one_date(draw: st.DrawFn) -> str:
    """A date of levels 0 to 2, a season or a long year; some do not exist."""
    kind = draw(st.sampled_from(["date", "date", "date", "season", "long"]))
    if kind == "long":
        year = draw(st.integers(10_000, 10_000_000))
        return f"Y{draw(st.sampled_from(['', '-']))}{year}{draw(MARK)}"
    year_text = draw(st.sampled_from(["", "-"])) + "".join(
        draw(st.tuples(DIGIT, DIGIT, DIGIT, DIGIT))
    )
    parts = [draw(MARK) + year_text + draw(MARK)]
    if kind == "season":
        parts.append(f"{draw(st.integers(21, 41))}{draw(MARK)}")
    for part in (MONTH, DAY) if kind == "date" else ():
        if draw(st.booleans()):
            break
        parts.append(draw(MARK) + draw(part) + draw(MARK))
    return "-".join(parts)


@st.composite
def edtf_strings(draw: st.DrawFn) -> str:
    """Dates, intervals with every kind of end, and sets."""
    kind = draw(st.sampled_from(["date", "interval", "set"]))
    if kind == "date":
        return draw(one_date())
    if kind == "interval":
        end = st.one_of(one_date(), st.sampled_from(["", ".."]))
        return f"{draw(end)}/{draw(end)}"
    members = draw(st.lists(one_date(), min_size=1, max_size=4))
    brackets = draw(st.sampled_from(["[]", "{}"]))
    return f"{brackets[0]}{','.join(members)}{brackets[1]}"
