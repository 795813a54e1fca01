"""JSON on its way in: what the standard allows, and what can be given back.

Python's reader takes NaN, Infinity and a name that stands twice in an object; here
all three are refused, and so is what is nested too deep.
"""

import json
import math
from collections import Counter
from typing import Any

from .rows import Wrong
from .source import BadFile

DEEP = "The JSON is nested too deep."
LONG = "A whole number has too many digits."  # Python reads no more than 4,300


def _constant(name: str) -> Any:
    raise Wrong(f"{name} is no JSON number.", "A number, or null.")


def _number(text: str) -> float:
    value = float(text)
    if math.isinf(value):
        raise Wrong(f"{text[:40]} is too large a number.")
    return value


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        ((twice, _),) = Counter(name for name, _ in pairs).most_common(1)
        raise Wrong("The object has this name twice.", "Each name once.", twice)
    return found


DECODER = json.JSONDecoder(
    object_pairs_hook=_object, parse_constant=_constant, parse_float=_number
)
LENIENT = json.JSONDecoder()
"""Finds the end of a value that is refused."""


def decode(text: str, line: int = 1) -> Any:
    """The value of a JSON text; `BadFile` says where it is wrong."""
    try:
        return DECODER.decode(text)
    except json.JSONDecodeError as error:
        raise malformed(error, line) from None
    except RecursionError:
        raise BadFile(DEEP, line=line) from None
    except ValueError:  # a number of thousands of digits
        raise BadFile(LONG, "4,300 at most.", line) from None


def malformed(error: json.JSONDecodeError, line: int) -> BadFile:
    """Where and why a text is not JSON."""
    at = f"character {error.colno}"
    near = error.doc[error.pos : error.pos + 20]
    return BadFile(
        f"This is not JSON: {error.msg}.", "", line + error.lineno - 1, at, near
    )
