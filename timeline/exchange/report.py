"""What an import did, or would do: counts, every fault, and what changes.

rows = new + changed + unchanged + refused, always. The first thousand faults and
changes are kept, and the total of each.
"""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

KEPT = 1_000
SAMPLES = 10
TIMELINES = 20
SHOWN = 120  # characters of a value in a report
TEXTS = ("wrong", "right", "column", "value", "path")


def shown(value: Any) -> str:
    """A value as a report shows it: short, on one line."""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    text = text.encode("utf-8", "backslashreplace").decode()
    text = "".join(c if c.isprintable() else repr(c)[1:-1] for c in text[: SHOWN + 1])
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def visible(text: str) -> str:
    """A text without what a terminal would obey, or no file could hold."""
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in text)


@dataclass(slots=True)
class Fault:
    """One thing that is wrong, where it stands, and what would be right."""

    wrong: str
    right: str = ""
    column: str = ""
    value: str = ""
    line: int | None = None
    path: str = ""

    def sentence(self) -> str:
        """The fault for a person to read."""
        place = f"line {self.line}" if self.line is not None else "the file"
        where = ", ".join(part for part in (place, self.path, self.column) if part)
        value = f" “{self.value}”" if self.value else ""
        return f"{where}{value}: {self.wrong}" + (f" {self.right}" * bool(self.right))


@dataclass(slots=True)
class Difference:
    """A column of a row that is in the database already, before and after."""

    line: int | None
    row: str
    column: str
    before: Any
    after: Any


@dataclass(slots=True)
class Sample:
    """One of the first new events, as it was read."""

    line: int | None
    timeline: str
    title: str
    as_written: str = ""
    edtf_written: str = ""
    calendar: str = ""


@dataclass(slots=True)
class Report:
    """What came of a file."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    refused: int = 0
    faults: list[Fault] = field(default_factory=list)
    fault_total: int = 0
    differences: list[Difference] = field(default_factory=list)
    difference_total: int = 0
    samples: list[Sample] = field(default_factory=list)
    conflicts: int = 0
    notes: list[str] = field(default_factory=list)
    new_timelines: list[str] = field(default_factory=list)  # that rows call for
    broken: bool = False  # the file could not be read to its end
    written: bool = False
    import_id: int | None = None
    format: str = ""
    digest: str = ""
    permissions: set[str] = field(default_factory=set)

    @property
    def rows(self) -> int:
        """Every row of the file is counted once."""
        return self.new + self.changed + self.unchanged + self.refused

    def add_fault(self, fault: Fault) -> None:
        """Count a fault, and keep it if it is one of the first."""
        self.fault_total += 1
        if len(self.faults) < KEPT:
            for name in TEXTS:
                setattr(fault, name, visible(getattr(fault, name)))
            self.faults.append(fault)

    @property
    def is_full(self) -> bool:
        """Whether further changes are only counted."""
        return len(self.differences) >= KEPT

    def add_difference(self, difference: Difference) -> None:
        """Count a change of a column, and keep it if it is one of the first."""
        self.difference_total += 1
        if len(self.differences) < KEPT:
            difference.row = visible(difference.row)
            self.differences.append(difference)

    def note(self, text: str) -> None:
        """Say something once."""
        if text not in self.notes and len(self.notes) < KEPT:
            self.notes.append(visible(text))

    def add_timeline(self, slug: str) -> None:
        """A row calls for a timeline that is not here yet."""
        if len(self.new_timelines) < TIMELINES:
            self.new_timelines.append(visible(slug))

    def counts(self) -> dict[str, int]:
        """The sum that always comes out even."""
        names = ("rows", "new", "changed", "unchanged", "refused")
        return {name: getattr(self, name) for name in names}

    def as_dict(self) -> dict[str, Any]:
        """The whole report as plain values."""
        return {
            **self.counts(),
            "written": self.written,
            "import": self.import_id,
            "format": self.format,
            "digest": self.digest,
            "conflicts": self.conflicts,
            "notes": self.notes,
            "new_timelines": self.new_timelines,
            "first_new": [
                {name: getattr(sample, name) for name in Sample.__slots__}
                for sample in self.samples
            ],
            "fault_total": self.fault_total,
            "faults": [
                {name: getattr(fault, name) for name in Fault.__slots__}
                for fault in self.faults
            ],
            "change_total": self.difference_total,
            "changes": [
                {name: getattr(change, name) for name in Difference.__slots__}
                for change in self.differences
            ],
        }


def _sentences(report: Report) -> Iterator[str]:
    for fault in report.faults:
        yield fault.sentence()
    if (left := report.fault_total - len(report.faults)) > 0:
        yield f"… and {left} more faults."
    for one in report.differences:
        before, after = shown(one.before), shown(one.after)
        place = f"line {one.line}, " if one.line is not None else ""
        yield f"{place}{one.row}, {one.column}: “{before}” → “{after}”"
    if (left := report.difference_total - len(report.differences)) > 0:
        yield f"… and {left} more changes."
    yield from report.notes
    for slug in report.new_timelines:
        yield f"There was no timeline “{slug}” before."
    sums = ", ".join(f"{number} {name}" for name, number in report.counts().items())
    end = f"written as import {report.import_id}" if report.import_id else "written"
    yield f"{sums}; {end if report.written else 'nothing was written'}."


def as_text(report: Report) -> str:
    """The report for a person."""
    return "\n".join(_sentences(report)) + "\n"


def as_json(report: Report) -> str:
    """The report for a program."""
    return json.dumps(report.as_dict(), ensure_ascii=False, sort_keys=True) + "\n"


def as_csv(report: Report) -> str:
    """The faults as a table, for the person who mends the spreadsheet."""
    out = io.StringIO()
    table = csv.writer(out)
    table.writerow(("line", "path", "column", "value", "wrong", "right"))
    for f in report.faults:
        table.writerow((f.line, f.path, f.column, f.value, f.wrong, f.right))
    return out.getvalue()


REPORTS = {"text": as_text, "json": as_json, "csv": as_csv}
