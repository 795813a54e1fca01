"""A JavaScript object literal as JSON text, line for line.

Timelines of the years before JSON was common stand in files of scripts: names without
quotes, strings in single ones, comments, a comma before the closing bracket, and
`var data =` in front (ECMA-262, section 13.2). Nothing is run: what is no plain value
(`new Date(…)`, a call, a sum) stays as it is, and the JSON reader names its line.
"""

import json
import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<double>"(?:[^"\\\n]|\\.)*")"""
    r"""|(?P<single>'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<name>[^\W\d][\w$]*|\$[\w$]*)"""
    r"""|(?P<other>[\d.eE+-]+|.)""",
    re.DOTALL,
)
_OPENING = re.compile(
    r"\s*(?:(?:var|let|const)\s+[\w$]+|[\w$.]+)\s*=(?=\s*[\[{/])|\s*\(?(?=\s*[\[{])"
)
_COLON = re.compile(r"\s*:")
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|\r\n|.)", re.DOTALL)
_MEANT = {
    **{"n": "\n", "t": "\t", "r": "\r", "b": "\b", "f": "\f", "v": "\v", "0": "\0"},
    **{"\n": "", "\r\n": ""},
}
_VALUES = {"true": "true", "false": "false", "null": "null", "undefined": "null"}


def json_of_literal(text: str) -> str:
    """The same value in JSON; lines stay where they are, so that faults keep theirs."""
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    lines = "\n" * text.count("\n", 0, start)
    return lines + "".join(_pieces(text, start))


def _pieces(text: str, start: int) -> Iterator[str]:
    comma = ""
    depth = 0
    for token in _TOKEN.finditer(text, start):
        kind, piece = token.lastgroup, token.group()
        if kind == "space":
            yield "\n" * piece.count("\n") or " "
            continue
        if depth == 0 and piece in (";", ")"):
            continue
        if piece not in ("]", "}"):
            yield comma
        comma = ""
        if piece == ",":
            comma = ","
            continue
        depth += (piece in ("[", "{")) - (piece in ("]", "}"))
        is_key = kind == "name" and _COLON.match(text, token.end())
        yield json.dumps(piece) if is_key else _as_json(kind, piece)
    yield comma


def _as_json(kind: str | None, piece: str) -> str:
    if kind == "name":
        return _VALUES.get(piece) or json.dumps(piece)
    if kind in ("double", "single"):
        return json.dumps(_ESCAPE.sub(_meant, piece[1:-1]))
    return piece


def _meant(escape: re.Match[str]) -> str:
    told = escape.group(1)
    if len(told) > 1 and told[0] in "xu":
        return chr(int(told[1:], 16))
    return _MEANT.get(told, told)
