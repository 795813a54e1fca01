"""`export_events`: timelines with everything they rest on, as a file."""

import io
import os
import sys
from argparse import ArgumentParser
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import ENOENT
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError

from timeline.exchange import (
    FORMATS,
    TEMPLATES,
    Wrong,
    export_to,
    format_for_output,
    format_named,
    visible,
)
from timeline.management.database import DatabaseCommand
from timeline.management.dead_imports import taken_back
from timeline.models import Timeline


class Command(DatabaseCommand):
    """Write events in the order of their natural keys, in a stream."""

    help = "Exports all timelines, or one; JSON Lines on standard output by default."

    requires_system_checks: list[str] = []  # pages are no concern of ours

    def add_arguments(self, parser: ArgumentParser) -> None:
        """The contract's options."""
        writable = sorted(name for name, f in FORMATS.items() if f.write)
        parser.add_argument("--timeline", help="slug; all timelines by default")
        parser.add_argument("--format", choices=writable)
        parser.add_argument("--output", type=Path, help="file; else standard output")
        parser.add_argument(
            "--template",
            action="store_true",
            help=f"no events: a table to begin with ({', '.join(TEMPLATES)})",
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Find the format, then write."""
        output: Path | None = options["output"]
        if options["template"]:
            self.template(output, options["format"], options["timeline"])
            return
        format_ = format_named(options["format"] or "jsonl")
        if output is not None and not options["format"]:
            format_ = format_for_output(output)
        try:
            for sentence in taken_back():
                self.stderr.write(sentence)
            if output is None:
                losses = self.to_standard_output(format_, options["timeline"])
            else:
                losses = self.to_file(output, format_, options["timeline"])
        except Timeline.DoesNotExist:
            wrong = f"There is no timeline “{options['timeline']}”."
            raise CommandError(wrong, returncode=2) from None
        except Wrong as error:
            raise CommandError(f"{error.wrong} {error.right}") from None
        except OSError as error:
            name = visible(str(error.filename or output or "standard output"))
            raise CommandError(f"{name}: {error.strerror or error}.") from error
        for loss in losses:
            self.stderr.write(f"Not in this format: {loss}")

    def to_standard_output(self, format_: Any, timeline: str | None) -> list[str]:
        """Bytes in UTF-8, whatever the terminal's encoding."""
        stream = getattr(self.stdout, "_out", sys.stdout)
        if not hasattr(stream, "buffer"):
            return export_to(stream, format_, timeline)
        stream.flush()
        out = io.TextIOWrapper(stream.buffer, "utf-8", newline="", write_through=False)
        losses: list[str] = []
        try:
            losses = export_to(out, format_, timeline)
            out.flush()
        except BrokenPipeError:
            with suppress(OSError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        finally:
            with suppress(ValueError, OSError):
                out.detach()
        return losses

    def to_file(self, path: Path, format_: Any, timeline: str | None) -> list[str]:
        """A file that is whole, or not there at all."""
        with whole(path) as draft, draft.open("w", encoding="utf-8", newline="") as out:
            return export_to(out, format_, timeline)

    def template(self, path: Path | None, name: str | None, timeline: Any) -> None:
        """The usual columns and three rows, as the import page offers them."""
        name = name or (format_for_output(path).name if path else "csv")
        if timeline or name not in TEMPLATES:
            known = ", ".join(TEMPLATES)
            wrong = f"A template is of the format {known}, and of no timeline."
            raise CommandError(wrong, returncode=2)
        try:
            content = TEMPLATES[name]()
            if path is None:
                self.put(content)
                return
            with whole(path) as draft:
                draft.write_bytes(content)
        except Wrong as error:
            raise CommandError(f"{error.wrong} {error.right}") from None
        except OSError as error:
            wrong = f"{error.filename or path}: {error.strerror or error}."
            raise CommandError(wrong) from error

    def put(self, content: bytes) -> None:
        """Bytes on standard output."""
        stream = getattr(self.stdout, "_out", sys.stdout)
        stream.flush()
        stream.buffer.write(content)
        stream.buffer.flush()


@contextmanager
def whole(path: Path) -> Iterator[Path]:
    """A draft beside a file, which takes its place when the block ends well.

    A device or a pipe is written to, not replaced; so is what a link leads to.
    """
    if path.exists() and not path.is_file():
        yield path
        return
    path = path.resolve()
    if not path.parent.is_dir():
        raise FileNotFoundError(ENOENT, os.strerror(ENOENT), str(path.parent))
    draft = path.with_name(f".{path.name}.part")
    try:
        yield draft
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
