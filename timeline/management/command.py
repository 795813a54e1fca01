"""The commands of this project end in a sentence, never in a traceback.

Three things happen to any program at a terminal: somebody presses Ctrl-C, nobody takes
what it writes (`| head`, a full disk), or it is started with a stream closed (`>&-`).
"""

import os
import sys
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand, OutputWrapper

INTERRUPTED = 130  # as a shell counts: 128 and the number of the signal


class SentenceCommand(BaseCommand):
    """A command that tells what stopped it."""

    interrupted = "Interrupted."

    def run_from_argv(self, argv: list[str]) -> None:
        """Run it from the command line."""
        if open_closed_streams():
            self.stdout = OutputWrapper(sys.stdout)
            self.stderr = OutputWrapper(sys.stderr)
        try:
            super().run_from_argv(argv)
            self.stdout.flush()
        except KeyboardInterrupt:
            self.end(self.interrupted, INTERRUPTED)
        except OSError as error:
            place = f"{error.filename}" if error.filename else "The output"
            self.end(f"{place} could not be written: {error.strerror or error}.", 1)

    def end(self, sentence: str, code: int) -> Any:
        """Say why, and exit; what still waits to be written is let go of."""
        let_go_of_output()
        with suppress(OSError):
            self.stderr.write(sentence)
        sys.exit(code)


def let_go_of_output() -> None:
    """Nobody takes what waits to be written, and the interpreter will not ask again."""
    with suppress(OSError, ValueError):
        sys.stdout.flush()
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)


def open_closed_streams() -> bool:
    """Put the null device where a stream is closed; whether one was.

    Otherwise the next file that is opened, such as the database, gets its number.
    """
    if None not in (sys.stdin, sys.stdout, sys.stderr):
        return False
    while (number := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(number)
    for at, (name, mode) in enumerate(
        (("stdin", "r"), ("stdout", "w"), ("stderr", "w"))
    ):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(at, mode, encoding="utf-8", closefd=False))
    return True
