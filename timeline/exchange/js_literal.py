"""A JavaScript object literal as JSON text, line for line.

Timelines of the years before JSON was common stand in files of scripts: names without
quotes, strings in single ones, comments, a comma before the closing bracket, and
`var data =` or `new vis.DataSet(` in front (ECMA-262, section 13.2). Nothing is run:
`new Date(…)` of plain numbers or one text is the date it says, any other call or sum
stays as it is, and the JSON reader names its line.
"""

import json
import re
from collections.abc import Iterator

_TOKEN = re.compile(
    r"""(?P<space>\s+|//[^\n]*|/\*.*?\*/)"""
    r"""|(?P<double>"(?:[^"\\\n]|\\.)*")"""
    r"""|(?P<single>'(?:[^'\\\n]|\\.)*')"""
    r"""|(?P<date>new\s+Date\s*\([^()]{1,60}\))"""
    r"""|(?P<name>[^\W\d][\w$]*|\$[\w$]*)"""
    r"""|(?P<other>[\d.eE+-]+|.)""",
    re.DOTALL,
)
_GAP = r"(?>\s|//[^\n]*|/\*.*?\*/)*+"
_MADE = r"(?:\s*new\s+[\w$.]*DataSet\s*\()?(?=\s*[\[{/])"
_OPENING = re.compile(
    rf"{_GAP}(?:(?:(?:var|let|const)\s+[\w$]+|[\w$.]+)\s*={_MADE}|\(?(?=\s*[\[{{]))",
    re.DOTALL,
)
_DATE = re.compile(r"""new\s+Date\s*\(\s*(?:(["'])([^"'\\\n]*)\1|([-\d,\s]+))\s*\)""")
_LIMITS = ((0, 11), (1, 31), (0, 23), (0, 59), (0, 59), (0, 999))
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
    if kind == "date":
        return _date(piece)
    if kind in ("double", "single"):
        return json.dumps(_ESCAPE.sub(_meant, piece[1:-1]))
    return piece


def _date(call: str) -> str:
    """The text or the milliseconds of a date; parts of one as ISO 8601."""
    found = _DATE.fullmatch(call)
    if found is None:
        return call
    if found[2] is not None:
        return json.dumps(found[2])
    try:
        year, *parts = (int(part) for part in found[3].split(","))
    except ValueError:
        return call
    if not parts:
        return str(year)
    limits = zip(parts, _LIMITS, strict=False)
    fits = all(least <= part <= most for part, (least, most) in limits)
    if len(parts) > len(_LIMITS) or not fits or not 99 < abs(year) < 10**6:
        return call  # 17 would be 1917, and month 12 January of the next year
    month, day, *clock = (*parts, *(1, 0, 0, 0, 0)[len(parts) - 1 :])
    text = f"{year:04d}" if 0 <= year <= 9999 else f"{year:+07d}"
    text += f"-{month + 1:02d}-{day:02d}"
    if any(clock):
        hour, minute, second, thousandth = clock
        text += f"T{hour:02d}:{minute:02d}:{second:02d}.{thousandth:03d}"
    return json.dumps(text)


def _meant(escape: re.Match[str]) -> str:
    told = escape.group(1)
    if len(told) > 1 and told[0] in "xu":
        return chr(int(told[1:], 16))
    return _MEANT.get(told, told)
