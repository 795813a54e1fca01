"""Object literals of JavaScript, read as the values that a browser would see."""

import json
import time
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.exchange.js_literal import json_of_literal
from timeline.exchange.source import BadFile

LITERALS = [
    ("{'a': 'b'}", {"a": "b"}),
    ("{a: 1, $b: -2.5, _c: 1e3}", {"a": 1, "$b": -2.5, "_c": 1000.0}),
    ("[1, 2, 3,]", [1, 2, 3]),
    ("{'a': [1, 2,], }", {"a": [1, 2]}),
    ("{'a': 1, // the first\n 'b': 2 /* the\n second */}", {"a": 1, "b": 2}),
    ("var timeline_data = {'events': []};", {"events": []}),
    ("const x = [true, false, null, undefined]", [True, False, None, None]),
    ("window.data = {'a': 1}", {"a": 1}),
    ("({'a': 1});", {"a": 1}),
    ("""{'a': 'It\\'s "so"'}""", {"a": 'It\'s "so"'}),
    ('{"a": "It\'s // no comment, no: {end}"}', {"a": "It's // no comment, no: {end}"}),
    ("['\\x41\\u00e9\\n\\\n']", ["Aé\n"]),
    (
        r"""['\\', '\\\'', "\"\'", '"\"', '\/\q\v\0\ud83d\ude00']""",
        ["\\", "\\'", "\"'", '""', "/q\v\0\U0001f600"],
    ),
    ("['\t\x01', \"\t\", 'a\\\r\nb\\\u2028c']", ["\t\x01", "\t", "abc"]),
    ("[1 /* one */, /* none */ ]; // end", [1]),
    ("{a : 'b', c\n: [ , ]}".replace(" , ", " "), {"a": "b", "c": []}),
    ("['a' /* , */, ' ', /* */ ']']", ["a", " ", "]"]),
    ("{'true': true, null: 'x,}'}", {"true": True, "null": "x,}"}),
    ("  // by hand\n{'a': 1}", {"a": 1}),
    ("/* my\n data */ // 2\n var data = {'a': 1};", {"a": 1}),
    ("var items = new vis.DataSet([{a: 1},]);", [{"a": 1}]),
    ("[new Date(2015, 3, 17)]", ["2015-04-17"]),  # months count from 0
    ("[new Date(2015, 11)]", ["2015-12-01"]),
    ("[new Date(2014,0,23,9,30)]", ["2014-01-23T09:30:00.000"]),
    ("[new Date(-4300, 2, 15)]", ["-004300-03-15"]),
    ("[new Date('2015-04-17T00:00:00Z')]", ["2015-04-17T00:00:00Z"]),
    ("[new Date(1429228800000)]", [1429228800000]),
]
NO_LITERALS = (
    *("[new Date()]", "[new Date(17, 3, 1)]", "[new Date(2015, 12, 1)]"),
    *("[new Date(2015, 0, 32)]", "[new Date(y, 0, 1)]", "[new Date(2015, 0, 1 + 1)]"),
    *("[new Date(2015, , 1)]", "[Date.now()]", "[new Date(new Date())]"),
    *(r"['\u']", r"['\u00e']", r"['\u{e9}']", r"['\x4']", r"['\101']", r"['\01']"),
    *("['a", "['a\nb']", "[1 /* no end]", "[1; 2]", "[a b]", "{a: b: 1}", "[0x10]"),
    *("[1]; 2", "[.5]", "[-]", "['a' 'b']"),
)


@pytest.mark.parametrize("literal", NO_LITERALS)
def test_what_would_have_to_be_run_is_no_value(literal: str) -> None:
    with pytest.raises(json.JSONDecodeError):
        json.loads(json_of_literal(literal))


@pytest.mark.parametrize(("literal", "value"), LITERALS)
def test_a_literal_means(literal: str, value: object) -> None:
    assert json.loads(json_of_literal(literal)) == value


VALUES = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(),
    lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
    max_leaves=20,
)


@given(VALUES)
def test_json_is_a_literal_too(value: object) -> None:
    text = json.dumps([value], indent=1)
    assert json.loads(json_of_literal(text)) == [value]


@pytest.mark.parametrize(
    ("text", "line"),
    [("{'a':\n new Date(2, 1)}", 2), ("{'a': 1 +\n\n f()}", 1), ("[1\n,\n,2]", 3)],
)
def test_what_is_no_plain_value_keeps_its_line(text: str, line: int) -> None:
    with pytest.raises(json.JSONDecodeError) as error:
        json.loads(json_of_literal(text))
    assert error.value.lineno == line


MANY = 300_000
HOSTILE = [
    "['" + "\\'" * MANY + "']",
    "['" + "\\x41" * MANY + "']",
    "['" + "\\qab" * MANY + "']",
    "['" + "\\'" * MANY,  # no end: no sign is looked at twice
    "[" + "/*" * MANY,
    "[" + "a " * MANY,
    "[" + "a[" * MANY,
    "[]" + ";" * MANY + "x",
]


@pytest.mark.parametrize("literal", HOSTILE, ids=lambda text: text[:8])
def test_a_literal_takes_little_for_each_sign(literal: str) -> None:
    before = time.process_time()
    tracemalloc.start()
    try:
        json_of_literal(literal)
        most = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert most < 30 * MANY
    assert time.process_time() - before < 10  # traced, which takes longer


def test_a_literal_of_too_many_parts_is_refused(monkeypatch) -> None:
    monkeypatch.setattr("timeline.exchange.js_literal.MOST_TOKENS", 8)
    assert json_of_literal("{a: 1, b: 2}")
    with pytest.raises(BadFile, match="more than 8 names and values"):
        json_of_literal("{a: 1, b: 2, c: 3, d: 4, e: 5}")
