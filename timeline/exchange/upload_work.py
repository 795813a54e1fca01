"""Work on an upload: checking it, then importing it, wherever that is done.

A small file is worked on at once, a large one by a process of its own, so that the
server goes on answering. Either way the state stands in the upload's folder, and a
touch of `cancel` there stops the work.
"""

import json
import logging
import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any

from django.db import DatabaseError

from .child import start_command
from .report import REPORTS, Report
from .run import ImportCancelled, ImportFailed, Options, import_file
from .uploads import Upload, uploads

log = logging.getLogger(__name__)

AT_ONCE = 512 * 1024
"""Bytes up to which a file is worked on inside the request."""
AT_ONCE_PACKED = 64 * 1024
"""The same for workbooks, which are packed."""
MOST_AT_ONCE = 2
"""Large files worked on at the same time."""
PAUSE = 0.3
"""Seconds between two notes of the progress."""
CHOSEN = ("format", "timeline", "document", "calendar", "language", "encoding")
BROKEN = "The program failed here; nothing was imported. The log says more."


class Busy(Exception):
    """Enough large files are being worked on."""


def start_work(upload: Upload, step: str) -> None:
    """Check (`check`) or import (`write`, `write good`) an upload.

    Returns when it is done, or for a large file when it has begun. Raises `Busy`, and
    `StillWorking` when the work on it goes on already.
    """
    about = upload.about()
    limit = AT_ONCE_PACKED if about["ending"] == ".xlsx" else AT_ONCE
    if about["size"] <= limit:
        with upload.held():
            begin(upload, step)
            work_on(upload)
        return
    if sum(other.is_worked_on() for other in uploads()) >= MOST_AT_ONCE:
        raise Busy(
            f"{MOST_AT_ONCE} large files are being worked on. "
            "Try again when one of them is done."
        )
    with upload.held() as lock:
        begin(upload, step)
        _start_process(upload, lock)


def begin(upload: Upload, step: str) -> None:
    """Note what is to be done; a file that is gone was worked on already."""
    if not upload.file.is_file():
        raise Busy("The file was imported or cancelled already.")
    upload.note(skip_bad=step == "write good", writes=step != "check")
    upload.rejects.unlink(missing_ok=True)
    upload.tell("check")


def _start_process(upload: Upload, lock: int) -> None:
    """`manage.py import_upload`: it outlives the request, and the server too."""
    start_command("import_upload", upload.token, handed=[lock])


def work_on(upload: Upload) -> None:
    """Do what is noted; every outcome stands in the upload's state afterwards."""
    about = upload.about()
    try:
        report = import_file(upload.file, options_of(upload, about))
    except ImportCancelled as error:
        upload.forget_file()
        upload.tell("cancelled", why=str(error))
    except ImportFailed as error:
        upload.tell("failed", why=str(error))
    except (OSError, DatabaseError) as error:
        log.exception("work on an upload")
        upload.tell("failed", why=f"Nothing was imported: {type(error).__name__}.")
    except Exception:
        log.exception("work on an upload")
        upload.tell("failed", why=BROKEN)
    else:
        _end(upload, report)


def _end(upload: Upload, report: Report) -> None:
    texts = {kind: write(report) for kind, write in REPORTS.items()}
    kept = json.loads(texts["json"])
    kept["broken"] = report.broken
    texts["json"] = json.dumps(kept, ensure_ascii=False, sort_keys=True) + "\n"
    upload.keep_report(texts)
    if report.written:
        upload.forget_file()
    upload.tell("written" if report.written else "checked")


def options_of(upload: Upload, about: Mapping[str, Any]) -> Options:
    """What was chosen, for the importer."""
    return Options(
        **{name: about.get(name, "") for name in CHOSEN},
        columns=about.get("columns", {}),
        file_name=about["name"],
        dry_run=not about["writes"],
        skip_bad=about["skip_bad"],
        rejects=upload.rejects,
        who=about["who"],
        rights=about["rights"],
        tell=Teller(upload),
    )


@dataclass(slots=True)
class Teller:
    """Notes the progress now and then; stops the work when that is asked for."""

    upload: Upload
    last: float = field(default=0.0)

    def __call__(self, step: str, done: int, total: int) -> None:
        """Called often by the importer."""
        if self.upload.is_cancelled():
            raise ImportCancelled
        now = time.monotonic()
        if now - self.last > PAUSE:
            self.last = now
            with suppress(OSError):
                self.upload.tell(step, done, total)
