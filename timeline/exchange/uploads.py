"""Files that were uploaded and wait: a private folder for each, kept for a day.

A folder holds the file, what was chosen for it, how far the work on it has come, and
what came of it. Its name is a random token: who has it, and the right name, has the
file. Nothing in it is ever served but its reports.
"""

import fcntl
import json
import os
import re
import secrets
import shutil
import time
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.conf import settings

from .registry import FORMATS

KEPT_SECONDS = 24 * 60 * 60
KEPT_EACH = 10
"""Uploads of one person; with one more the oldest goes."""
TOKEN = re.compile(r"[0-9a-f]{32}")  # 128 bits; a hyphen in front would be an option
LONGEST_NAME = 200


class NoUpload(Exception):
    """There is no such upload, or it is gone."""


class StillWorking(Exception):
    """Another process works on this upload."""


def folder_of_all() -> Path:
    """Where uploads wait; nobody but the program looks in."""
    folder: Path = settings.DATA_DIR / "uploads"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    return folder


@dataclass(frozen=True, slots=True)
class Upload:
    """One file that waits in its folder."""

    token: str

    @property
    def folder(self) -> Path:
        """Its folder; the token was looked at when it came in."""
        return folder_of_all() / self.token

    @property
    def file(self) -> Path:
        """The file, under a name that keeps only the ending it came with."""
        return next(iter(self.folder.glob("upload*")), self.folder / "upload")

    @property
    def rejects(self) -> Path:
        """The rows that were refused."""
        return self.folder / "rejects"

    # What was chosen, and how far it is

    def about(self) -> dict[str, Any]:
        """Who brought which file, and what was chosen for it."""
        return self._read("about")

    def state(self) -> dict[str, Any]:
        """How far the work has come."""
        return {"step": "new", "done": 0, "total": 0, **self._read("state")}

    def note(self, **more: Any) -> None:
        """Change what was chosen."""
        self._write("about", {**self.about(), **more})

    def tell(self, step: str, done: int = 0, total: int = 0, why: str = "") -> None:
        """Say how far the work is."""
        state = {"step": step, "done": done, "total": total, "why": why}
        self._write("state", state)

    def _read(self, name: str) -> dict[str, Any]:
        try:
            found = json.loads((self.folder / f"{name}.json").read_text())
        except FileNotFoundError:
            return {}
        return dict(found)

    def _write(self, name: str, value: dict[str, Any]) -> None:
        """Replace a small file at once, so that a reader sees the old or the new."""
        draft = self.folder / f".{name}.{secrets.token_hex(4)}"
        draft.write_text(json.dumps(value))
        draft.replace(self.folder / f"{name}.json")

    # Reports

    def keep_report(self, texts: dict[str, str]) -> None:
        """What came of the file, in each form."""
        for kind, text in texts.items():
            path = self.folder / f"report.{kind}"
            path.write_text(text, encoding="utf-8", newline="")

    def report(self, kind: str) -> str:
        """The report in one form; empty when there is none yet."""
        try:
            return (self.folder / f"report.{kind}").read_text(encoding="utf-8")
        except FileNotFoundError:
            return ""

    # Cancelling, and the end

    def cancel(self) -> None:
        """Ask whoever works on it to stop."""
        (self.folder / "cancel").touch()

    def is_cancelled(self) -> bool:
        """Whether it is to stop."""
        return (self.folder / "cancel").exists()

    def forget_file(self) -> None:
        """Delete the file; what came of it stays until the day is over."""
        self.file.unlink(missing_ok=True)

    def remove(self) -> None:
        """Delete everything."""
        shutil.rmtree(self.folder, ignore_errors=True)

    # Who works on it

    @contextmanager
    def held(self) -> Iterator[int]:
        """Hold the lock; a child process that gets its number goes on holding it."""
        number = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        try:
            try:
                fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                raise StillWorking("The file is being worked on.") from None
            (self.folder / "cancel").unlink(missing_ok=True)
            yield number
        finally:
            os.close(number)

    def is_worked_on(self) -> bool:
        """Whether a process holds the lock."""
        try:
            number = os.open(self.folder / "lock", os.O_RDWR)
        except FileNotFoundError:
            return False
        try:
            fcntl.flock(number, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except OSError:
            return True
        else:
            return False
        finally:
            os.close(number)


def keep_upload(name: str, pieces: Iterable[bytes], **about: Any) -> Upload:
    """Keep an uploaded file in a folder of its own."""
    sweep_uploads()
    make_room(about.get("owner"))
    upload = Upload(secrets.token_hex(16))
    upload.folder.mkdir(mode=0o700)
    size = 0
    try:
        with (upload.folder / f"upload{ending_of(name)}").open("wb") as file:
            for piece in pieces:
                size += file.write(piece)
        name, ending = name[-LONGEST_NAME:], ending_of(name)
        upload.note(name=name, ending=ending, size=size, **about)
    except BaseException:
        upload.remove()
        raise
    return upload


def find_upload(token: str) -> Upload:
    """The upload of a token; `NoUpload` when it is none, or its day is over."""
    if not TOKEN.fullmatch(token):
        raise NoUpload
    upload = Upload(token)
    if not (upload.folder / "about.json").is_file() or is_old(upload):
        raise NoUpload
    return upload


def is_old(upload: Upload) -> bool:
    """Whether its day is over and nobody works on it."""
    try:
        since = time.time() - upload.folder.stat().st_mtime
    except FileNotFoundError:
        return True
    return since > KEPT_SECONDS and not upload.is_worked_on()


def uploads() -> Iterator[Upload]:
    """All that wait."""
    for path in folder_of_all().iterdir():
        if TOKEN.fullmatch(path.name):
            yield Upload(path.name)


def sweep_uploads() -> None:
    """Delete what is older than a day."""
    with suppress(OSError):
        for upload in uploads():
            if is_old(upload):
                upload.remove()


def make_room(owner: Any) -> None:
    """Delete the oldest uploads of somebody who has many."""
    own = [each for each in uploads() if each.about().get("owner") == owner]
    own.sort(key=lambda each: each.folder.stat().st_mtime, reverse=True)
    for upload in own[KEPT_EACH - 1 :]:
        if not upload.is_worked_on():
            upload.remove()


def ending_of(name: str) -> str:
    """The ending by which a format knows its files; "" for any other."""
    endings = {suffix for format_ in FORMATS.values() for suffix in format_.suffixes}
    found = [ending for ending in endings if name.lower().endswith(ending)]
    return max(found, key=len, default="")
