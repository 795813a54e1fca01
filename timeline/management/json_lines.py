"""JSON Lines on standard input and output: one line out for each line in, always.

Whatever a line holds, the answer is one JSON object: a line that is not JSON, or not
as the command asks, is answered by `{"error": why, "column": null}`. Answers are
written out whenever the input so far is used up, so that a program may wait for each
answer.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any, BinaryIO, TextIO

from timeline.dates import Calendar, DateError, HistoricalDate, Reading, parse_edtf
from timeline.dates import word_date as words_of

Answer = dict[str, Any]
CHUNK = 1 << 16


class BadRequest(Exception):
    """A line that does not ask what the command answers."""


def answer_lines(
    source: BinaryIO, target: TextIO, answer: Callable[[Mapping[str, Any]], Answer]
) -> None:
    """Answer each line of the source; stop in silence when nobody reads any more."""
    try:
        for lines in batches(source):
            target.write("".join(f"{_answered(line, answer)}\n" for line in lines))
            target.flush()
    except BrokenPipeError:
        return


def batches(source: BinaryIO) -> Iterator[list[bytes]]:
    """The lines that are there, each time as many as can be read without waiting."""
    pending: list[bytes] = []
    while chunk := source.read1(CHUNK):  # type: ignore[attr-defined]
        head, newline, tail = chunk.rpartition(b"\n")
        if newline:
            yield (b"".join(pending) + head).split(b"\n")
            pending = []
        if tail:
            pending.append(tail)
    if pending:
        yield [b"".join(pending)]


def _answered(line: bytes, answer: Callable[[Mapping[str, Any]], Answer]) -> str:
    try:
        return json.dumps(answer(_request(line)))
    except BadRequest as error:
        return json.dumps({"error": str(error), "column": None})


def _request(line: bytes) -> Mapping[str, Any]:
    try:
        found = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadRequest("The line is not UTF-8.") from None
    except (ValueError, RecursionError):
        raise BadRequest("The line is not JSON.") from None
    if not isinstance(found, dict):
        raise BadRequest("The line is not a JSON object.")
    return found


def text_of(request: Mapping[str, Any], key: str, default: str = "") -> str:
    """A text of the request; missing and null are the default."""
    value = request.get(key)
    if value is None:
        return default
    if not isinstance(value, str):
        raise BadRequest(f'"{key}" is not a text.')
    return value


def required_text(request: Mapping[str, Any], key: str = "text") -> str:
    """The text asked about."""
    if request.get(key) is None:
        raise BadRequest(f'"{key}" is missing.')
    return text_of(request, key)


def calendar_of(request: Mapping[str, Any]) -> Calendar | None:
    """The calendar named, if one is."""
    name = text_of(request, "calendar")
    if not name:
        return None
    try:
        return Calendar(name)
    except ValueError:
        known = ", ".join(calendar.value for calendar in Calendar)
        raise BadRequest(f'"calendar" is not one of: {known}.') from None


def date_of(request: Mapping[str, Any], key: str) -> HistoricalDate | None:
    """A date of the request, in EDTF syntax and in the request's calendar."""
    text = text_of(request, key)
    if not text:
        return None
    try:
        return parse_edtf(text, calendar_of(request) or Calendar.GREGORIAN)
    except DateError as error:
        raise BadRequest(f'"{key}": {error.message}') from None


def date_answer(date: HistoricalDate) -> Answer:
    """A date as the contract of the commands has it."""
    return {
        "edtf": date.edtf,
        "edtf_written": date.edtf_written,
        "calendar": date.calendar.value,
        "first_day": date.first_day,
        "last_day": date.last_day,
        "start_min": date.start_min,
        "start_max": date.start_max,
        "end_min": date.end_min,
        "end_max": date.end_max,
        "start_kind": date.start_kind.value,
        "end_kind": date.end_kind.value,
        "shape": date.shape.value,
        "qualifier": date.qualifier.value,
    }


def reading_answer(reading: Reading, language: str) -> Answer:
    """A reading: its date, what was supplied, why, and the date in words."""
    answer = date_answer(reading.date)
    answer["supplied"] = [
        {"what": each.what, "value": each.value, "from": each.source}
        for each in reading.supplied
    ]
    answer["why"] = reading.why
    answer["warnings"] = list(reading.warnings)
    answer["words"] = words_of(reading.date, locale=_locale(language))
    return answer


def _locale(language: str) -> str:
    code = language.partition("-")[0].partition("_")[0].casefold()
    return code if code in ("en", "ru", "fr", "de") else "en"
