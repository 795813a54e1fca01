"""Static files into the data folder, hashed and compressed, when they have changed."""

import hashlib
import shutil
from pathlib import Path

import django
from django.conf import settings
from django.contrib.staticfiles.finders import get_finders
from django.core.management import call_command


def fingerprint() -> str:
    """What the collected files depend on: names, sizes and times of their sources."""
    digest = hashlib.sha256(f"{django.VERSION} {settings.STORAGES}".encode())
    for finder in get_finders():
        for name, storage in sorted(finder.list([]), key=lambda found: found[0]):
            stat = Path(storage.path(name)).stat()
            digest.update(f"{name}\0{stat.st_size}\0{stat.st_mtime_ns}\n".encode())
    return digest.hexdigest()


def collect_when_changed() -> bool:
    """Collect the static files unless the last collection had the same sources."""
    folder = Path(settings.STATIC_ROOT)
    stamp = folder.with_name(f"{folder.name}.collected")
    current = fingerprint()
    if folder.is_dir() and stamp.exists() and stamp.read_text() == current:
        return False
    stamp.unlink(missing_ok=True)
    shutil.rmtree(folder, ignore_errors=True)
    call_command("collectstatic", interactive=False, verbosity=0)
    stamp.write_text(current)
    return True
