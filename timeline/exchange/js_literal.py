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
from io import StringIO

from .source import BadFile

_TOKEN = re.compile(
    r"""(?P<json>(?:[ \t\r\n\[\]{}:]++|-?\d[\d.]*+(?:[eE][+-]?\d++)?(?![\w$])"""
    r"""|"[^"\\\x00-\x1f]*+"|,(?=[ \t\r\n]*+[\[{"'\w$-]))++)"""
    r"""|(?P<comma>,)"""
    r"""|(?P<space>\s++|//[^\n]*+|/\*.*?\*/)"""
    r"""|'(?P<simple>[^'"\\\x00-\x1f]*+)'"""
    r"""|"(?P<double>(?:[^"\\\n]++|\\(?:\r\n|.))*+)\""""
    r"""|'(?P<single>(?:[^'\\\n]++|\\(?:\r\n|.))*+)'"""
    r"""|(?P<date>new\s+Date\s*\([^()]{1,60}\))"""
    r"""|(?P<key>[^\W\d][\w$]*+|\$[\w$]*+)(?P<colon>\s*+:)"""
    r"""|(?P<name>[^\W\d][\w$]*+|\$[\w$]*+)""",
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
_CLOSING = re.compile(rf"(?:{_GAP}[;)])*+{_GAP}\Z", re.DOTALL)
_OTHER = re.compile(r"\\([^nrtbfu/0-9]|0(?![0-9]))")  # escapes that JSON has not
_MEANT = {"v": "\\u000b", "0": "\\u0000"}
_RAW = re.compile(r"[\0-\x1f]")
_ESCAPED = {number: f"\\u{number:04x}" for number in range(32)}
_ONE = frozenset(("simple", "double", "single", "date", "name"))
_NOTHING: frozenset[str] = frozenset()
_NOT_AFTER = {"colon": frozenset(("colon",)), **dict.fromkeys(_ONE, _ONE | {"colon"})}
MOST_TOKENS = 6_000_000
_AT_ONCE = 250_000  # characters: every other one may be an escape
_VALUES = {"true": "true", "false": "false", "null": "null", "undefined": "null"}


def json_of_literal(text: str) -> str:
    """The same value in JSON; lines stay where they are, so that faults keep theirs."""
    opening = _OPENING.match(text)
    start = opening.end() if opening else 0
    out = StringIO()  # millions of small pieces: a list of them takes too much
    out.write("\n" * text.count("\n", 0, start))
    for piece in _pieces(text, start):
        out.write(piece)
    return out.getvalue()


def _pieces(text: str, start: int) -> Iterator[str]:
    """Runs of what is JSON already as they are, and what has to be written anew.

    From the first sign that is no value on, the text stays: so the JSON reader
    comes to it, and no sign is looked at more than once.
    """
    comma, before = "", _NOTHING
    at, left = start, MOST_TOKENS
    while token := _TOKEN.match(text, at):
        if (left := left - 1) < 0:
            wrong = f"The script has more than {MOST_TOKENS:,} names and values."
            raise BadFile(wrong, "Import it in parts, or as JSON.")
        kind = token.lastgroup or ""
        if kind in before:
            break  # two values, or two names, with nothing between them
        at = token.end()
        piece = token[kind]
        if kind == "space":
            yield "\n" * piece.count("\n") or " "
            continue
        if kind == "comma":
            yield comma
            comma, before = ",", _NOTHING
            continue
        sign = piece.lstrip(" \t\r\n")[:1] if kind == "json" else kind
        if comma and not sign:
            yield piece
            continue
        if comma and sign not in ("]", "}"):
            yield comma
        comma, before = "", _NOT_AFTER.get(kind, _NOTHING)
        if kind == "json":
            yield piece
        elif kind == "simple":
            yield f'"{piece}"'
        elif kind == "colon":
            yield f'"{token["key"]}"{piece}'
        else:
            yield _as_json(kind, piece)
    yield comma
    yield "" if _CLOSING.match(text, at) else text[at:]


def _as_json(kind: str | None, piece: str) -> str:
    if kind == "name":
        return _VALUES.get(piece) or json.dumps(piece)
    return _date(piece) if kind == "date" else f'"{_string(piece)}"'


def _string(inside: str) -> str:
    """What stands between quotation marks of a script, for those of JSON.

    An escape that scripts of today have not (u without four digits, 101) stays, and the
    JSON reader refuses it.
    """
    if "\\" in inside:
        inside = inside.replace("\\\\", "\\u005c")  # now each begins an escape
        for end in ("\r\n", "\n", "\r", "\u2028", "\u2029"):
            inside = inside.replace("\\" + end, "")
        inside = inside.replace("\\x", "\\u00")
        inside = inside.replace("\\'", "'").replace('\\"', '"')
        inside = "".join(_OTHER.sub(_meant, part) for part in _in_parts(inside))
    inside = inside.replace('"', '\\"')
    return inside.translate(_ESCAPED) if _RAW.search(inside) else inside


def _in_parts(inside: str) -> Iterator[str]:
    """A long text in parts, none of which ends within an escape."""
    start = 0
    while start < len(inside):
        end = start + _AT_ONCE
        end += inside[end - 1 : end] == "\\"
        end += inside[end : end + 1].isdigit()
        yield inside[start:end]
        start = end


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
    return _MEANT.get(escape[1], escape[1])
