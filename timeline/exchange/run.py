"""The door: a file comes in, and a report comes out."""

import errno
import gc
import sqlite3
from collections.abc import Callable, Collection, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

from django.db import DatabaseError, IntegrityError, OperationalError

from timeline.models import Import

from .batch import Rules
from .formats import Defaults, Format, Reader
from .other_kinds import refuse_other_kinds
from .pending import Overtaken
from .plan import Plan
from .registry import format_named, format_of
from .rejects import Rejects
from .report import Fault, Report, visible
from .rights import ALL, PUBLISH, lacking
from .rows import Row, Wrong
from .source import Source
from .writer import roll_back_dead_imports, write

BATCH = 500
BATCH_BYTES = 8 * 1024 * 1024
NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
FULL = ("disk is full", "No space left", "could not extend", "disk I/O error")
TOO_LATE = (
    "It was interrupted when all of it was in. What it changed is noted in the history "
    "by the next import, export or start of the server."
)
Progress = Callable[[str, int, int], None]


class ImportFailed(Exception):
    """The import could not be finished; nothing of it is there."""


class ImportCancelled(Exception):
    """Raised by `Options.tell` to stop the import; nothing of it is left."""

    def __init__(self, why: str = "Cancelled: nothing was imported.") -> None:
        super().__init__(why)


class _Breaks(Exception):
    """The file breaks the texts of documents that are whole: its rows are told so.

    Only the end of a file shows it; then it is read again, with these texts closed.
    """

    def __init__(self, documents: set[str]) -> None:
        super().__init__(*documents)
        self.documents = documents


@dataclass(frozen=True, slots=True)
class Options:
    """What the importer chose.

    `tell` is called often with what is done: bytes of the file while it is checked
    (`check`), pieces while they are written (`write`), changes while they are made
    (`apply`). It may raise `ImportCancelled`.
    """

    format: str = ""
    timeline: str = ""
    document: str = ""
    calendar: str = ""
    language: str = ""
    encoding: str = ""
    columns: Mapping[str, str] = field(default_factory=dict)  # of the file: ours
    file_name: str = ""  # to record, when the file has another name here
    dry_run: bool = False
    skip_bad: bool = False
    rejects: Path | None = None
    who: str = ""
    may_publish: bool = True
    rights: Collection[str] = ALL  # as `rights_of` says
    using: str = "default"
    tell: Progress = lambda step, done, total: None


def import_file(path: Path, options: Options | None = None) -> Report:
    """Check a file and, unless it is a dry run, write what it brings.

    Raises `OSError` when the file cannot be read, `ImportFailed` when the database
    fails while writing, `ImportCancelled` when `Options.tell` does; everything about
    the file itself stands in the report.
    """
    options = options or Options()
    roll_back_dead_imports(options.using)
    may_publish = options.may_publish and not lacking(options.rights, {PUBLISH})
    rules = Rules(
        *(options.calendar, options.language, options.document),
        may_publish=may_publish,
        rights=options.rights,
    )
    while True:
        try:
            return _import(path, options, rules)
        except _Breaks as error:
            if error.documents <= rules.closed:
                wrong = "Somebody saved the text of a document meanwhile"
                raise ImportFailed(f"{wrong}: import the file again.") from None
            rules = replace(rules, closed=rules.closed | error.documents)


def _import(path: Path, options: Options, rules: Rules) -> Report:
    report = Report()
    try:
        refuse_other_kinds(path)
        source = Source(path, options.encoding)
    except Wrong as error:
        _add(report, error)
        return report
    plan, rejects = Plan(options.using, rules, report), Rejects(options.rejects)
    try:
        with few_collections():
            _check(source, plan, options, report, rejects)
            sound = not report.fault_total or (options.skip_bad and not report.broken)
            if sound and not options.dry_run:
                _write(source, plan, options, report)
    except (OSError, sqlite3.Error) as error:
        raise _failed(error) from error
    except KeyboardInterrupt:
        if not report.written:
            rejects.drop()
            raise
        report.note(TOO_LATE)
    except (ImportCancelled, _Breaks):
        rejects.drop()
        raise
    finally:
        plan.close()
        source.close()
    return report


@contextmanager
def few_collections() -> Iterator[None]:
    """Rows hold no cycles: looking for some at every turn costs a third of the time."""
    before = gc.get_threshold()
    gc.set_threshold(200_000, 20, 50)
    gc.freeze()  # what was there before is not looked through again
    try:
        yield
    finally:
        gc.unfreeze()
        gc.set_threshold(*before)


def _check(
    source: Source, plan: Plan, options: Options, report: Report, rejects: Rejects
) -> None:
    """Read the whole file into the plan."""
    try:
        format_ = _format(source, options)
        report.format = format_.name
        defaults = Defaults(
            options.timeline,
            options.document,
            options.who,
            options.columns,
            options.language,
        )
        assert format_.read is not None
        reader = format_.read(source, defaults)
        try:
            _take(reader, plan, source, options, rejects)
        finally:
            rejects.end(reader)
        for note in reader.notes:
            report.note(note)
    except Wrong as error:
        _add(report, error)
    report.digest = source.rest_digest()


def _format(source: Source, options: Options) -> Format:
    if options.format:
        format_ = format_named(options.format)
    else:
        format_ = format_of(source.path, source.head_text())
    if format_.read is None:
        raise Wrong(f"The format {format_.name} is written, not read.")
    return format_


def _take(
    reader: Reader, plan: Plan, source: Source, options: Options, rejects: Rejects
) -> None:
    rows = iter(reader)
    broken: Wrong | None = None
    ended = False
    while not ended:
        batch: list[Row] = []
        try:
            ended = _fill(batch, rows, source)
        except Wrong as error:
            broken, ended = error, True  # what stands before it is checked all the same
        rejects.keep(plan.take(batch), reader)
        options.tell("check", source.bytes.count, source.size)
    rejects.keep(plan.finish(), reader)
    if documents := plan.broken_texts():
        raise _Breaks(documents)
    if broken is not None:
        raise broken


def _fill(batch: list[Row], rows: Iterator[Row], source: Source) -> bool:
    """Rows to be checked together, fewer where they are long; whether that was all."""
    enough = source.bytes.count + BATCH_BYTES
    for row in rows:
        batch.append(row)
        if len(batch) == BATCH or source.bytes.count > enough:
            return False
    return True


def _add(report: Report, error: Wrong) -> None:
    """A fault of the file as a whole: it counts as one refused row."""
    line = getattr(error, "line", None)
    value = getattr(error, "value", "")
    report.refused += 1
    report.add_fault(Fault(error.wrong, error.right, error.column, value, line))
    report.broken = True


def _write(source: Source, plan: Plan, options: Options, report: Report) -> None:
    using = options.using
    try:
        job = Import.objects.using(using).create(
            file_name=visible(options.file_name or source.name)[:500],
            digest=report.digest,
            format=report.format,
            who=options.who[:150],
        )
        if not write(plan, job, report, using, options.tell):
            report.note(TOO_LATE)
    except IntegrityError as error:
        raise ImportFailed(
            "Somebody wrote rows with the same keys meanwhile; nothing was imported. "
            f"Import the file again. ({_first_line(error)})"
        ) from error
    except Overtaken as error:
        raise ImportFailed(
            f"{error} Nothing was imported; import the file again."
        ) from error
    except (OperationalError, DatabaseError) as error:
        raise _failed(error) from error
    report.written, report.import_id = True, job.pk


def _failed(error: Exception) -> ImportFailed:
    text = _first_line(error)
    full = getattr(error, "errno", None) in NO_ROOM
    if full or any(sign in text for sign in FULL):
        return ImportFailed("The disk is full: nothing was imported. Make room first.")
    if isinstance(error, OSError) and error.strerror:
        text = f"{visible(str(error.filename or 'the file'))}: {error.strerror}."
    return ImportFailed(f"Nothing was imported: {text}")


def _first_line(error: Exception) -> str:
    return (str(error).splitlines() or [type(error).__name__])[0]
