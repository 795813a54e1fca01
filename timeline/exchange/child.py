"""Commands in processes of their own, for what would keep a request too long.

They outlive the request, and the server too.
"""

import subprocess
import sys
import threading
from collections.abc import Sequence

from django.conf import settings


def start_command(*arguments: str, handed: Sequence[int] = ()) -> None:
    """Begin `manage.py` with these arguments; files by number are handed to it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "django", *arguments],
        cwd=settings.BASE_DIR,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        pass_fds=handed,
        start_new_session=True,
    )
    threading.Thread(target=process.wait, daemon=True).start()  # leaves no zombie
