"""`import_events`: a file of events, or a whole fixture, comes in or is refused."""

import csv
import getpass
import sys
from argparse import ArgumentParser, ArgumentTypeError
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from timeline.dates import Calendar
from timeline.exchange import (
    FORMATS,
    REPORTS,
    ImportCancelled,
    ImportFailed,
    Options,
    Report,
    import_file,
    visible,
)
from timeline.management.command import let_go_of_output
from timeline.management.database import DatabaseCommand
from timeline.management.dead_imports import taken_back
from timeline.models import Document


class Command(DatabaseCommand):
    """Check the whole file, then write all of it; see docs/exchange.md."""

    help = (
        "Imports events. The whole file is checked first; one fault refuses it, "
        "unless --skip-bad. Exit code 0: all in; 1: refused; 2: wrong use."
    )

    requires_system_checks: list[str] = []  # pages are no concern of ours

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The contract's options, and the encoding."""
        readable = sorted(name for name, f in FORMATS.items() if f.read)
        parser.add_argument("file", type=Path)
        parser.add_argument("--format", choices=readable, default="")
        parser.add_argument(
            "--timeline", type=text, default="", help="slug; made when not there"
        )
        parser.add_argument(
            "--document", type=text, default="", help="slug of the document cited"
        )
        parser.add_argument("--calendar", choices=[c.value for c in Calendar])
        parser.add_argument(
            "--language", type=text, default="", help="of printed dates: en, ru …"
        )
        parser.add_argument("--encoding", default="", help="when it is not UTF-8")
        parser.add_argument(
            "--columns",
            type=columns,
            default={},
            help="of a table: 'File name=date,Other name=title,Third=' …",
        )
        parser.add_argument("--dry-run", action="store_true", help="only check")
        parser.add_argument("--skip-bad", action="store_true", help="write good rows")
        parser.add_argument("--rejects", type=Path, help="file for the refused rows")
        parser.add_argument("--report", choices=sorted(REPORTS), default="text")

    def handle(self, *args: Any, **options: Any) -> None:
        """Import; the report on standard output, the outcome as exit code."""
        path: Path = options["file"]
        check_files(path, options["rejects"])
        report = self.run_import(path, self.chosen(options))
        self.tell(REPORTS[options["report"]](report), report)
        if report.fault_total:
            sys.exit(1)

    def tell(self, text: str, report: Report) -> None:
        """The report; where nobody takes it, what became of the file is told still."""
        try:
            self.stdout.write(text, ending="")
            self.stdout.flush()
        except (OSError, KeyboardInterrupt) as error:
            let_go_of_output()
            done = "Nothing was written."
            if report.written:
                done = f"The rows are in, as import {report.import_id}."
            why = getattr(error, "strerror", "interrupted")
            wrong = f"The report could not be written: {why}. {done}"
            raise CommandError(wrong) from None

    def chosen(self, options: dict[str, Any]) -> Options:
        """The options, made sure to name what there is."""
        slug = options["document"]
        if slug and not Document.objects.filter(slug=slug).exists():
            wrong = f"There is no document “{visible(slug)}”."
            raise CommandError(wrong, returncode=2)
        try:
            "".encode(options["encoding"] or "utf-8")
        except (LookupError, UnicodeError):
            wrong = f"There is no encoding “{visible(options['encoding'])}”."
            raise CommandError(wrong, returncode=2) from None
        names = ("format", "timeline", "document", "language", "encoding")
        return Options(
            **{name: options[name] for name in names},
            calendar=options["calendar"] or "",
            columns=options["columns"],
            dry_run=options["dry_run"],
            skip_bad=options["skip_bad"],
            rejects=options["rejects"],
            who=user_name(),
            tell=self.progress if self.stderr.isatty() else quiet,
        )

    def run_import(self, path: Path, options: Options) -> Any:
        """The report; what the machine refuses becomes one sentence."""
        try:
            for sentence in taken_back():
                self.stderr.write(sentence)
            return import_file(path, options)
        except (ImportFailed, ImportCancelled) as error:
            raise CommandError(str(error)) from error
        except OSError as error:
            name = visible(str(error.filename or path))
            wrong = f"{name}: {error.strerror or error}."
            raise CommandError(wrong, returncode=2) from error
        except KeyboardInterrupt:
            raise CommandError("Cancelled: nothing was imported.") from None
        finally:
            if self.stderr.isatty():
                self.stderr.write("", ending="\n")

    def progress(self, step: str, done: int, total: int) -> None:
        """A bar on the terminal."""
        share = done / total if total else 1.0
        bar = "#" * int(30 * share)
        self.stderr.write(f"\r{step:5} [{bar:30}] {share:4.0%}", ending="")


def check_files(path: Path, rejects: Path | None) -> None:
    """There is a file, and what is refused goes into another one."""
    try:
        name = visible(str(path))
        if not path.is_file():
            wrong = (
                f"{name} is not a file."
                if path.exists()
                else f"There is no file {name}."
            )
            raise CommandError(wrong, returncode=2)
        if rejects is not None:
            check_folder(rejects)
        if rejects is not None and rejects.exists() and rejects.samefile(path):
            wrong = "The refused rows would be written over the file itself."
            raise CommandError(f"{wrong} Name another file.", returncode=2)
    except OSError as error:
        name = visible(str(error.filename))
        raise CommandError(f"{name}: {error.strerror}.", returncode=2) from None


def check_folder(path: Path) -> None:
    """What is to be written has a folder, and is none."""
    if path.is_dir():
        raise CommandError(f"{visible(str(path))} is a folder.", returncode=2)
    if not path.parent.is_dir():
        wrong = f"There is no folder {visible(str(path.parent))}."
        raise CommandError(wrong, returncode=2)


def text(argument: str) -> str:
    """What is text in the encoding of the command line."""
    if not argument.isprintable():
        raise ArgumentTypeError(f"“{visible(argument)}” cannot be read")
    return argument


def columns(argument: str) -> dict[str, str]:
    """`File name=date,Other=title`, a name with a comma in quotation marks."""
    found = {}
    try:
        parts = next(csv.reader([argument]), [])
    except csv.Error as error:
        raise ArgumentTypeError(f"“{visible(argument)}”: {error}") from None
    for part in parts:
        name, sign, use = part.rpartition("=")
        if not sign:
            raise ArgumentTypeError(f"“{part}” is not of the form NAME=COLUMN")
        found[name.strip()] = use.strip()
    return found


def quiet(step: str, done: int, total: int) -> None:
    """No progress where nobody looks."""


def user_name() -> str:
    """Who runs the command, as far as the system says."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "command line"
