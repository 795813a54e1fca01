"""The web server: granian in one worker process that ends when its parent does."""

import multiprocessing
import os
import signal
import socket
import threading
import time
from collections.abc import Callable
from multiprocessing.connection import wait
from typing import Any

from django.conf import settings
from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from .readiness import Address

THREADS = 4
"""Requests answered at once; more would only wait for the interpreter's lock."""

START_SECONDS, STOP_SECONDS = 60, 10


def load_application() -> Callable[..., Any]:
    """The WSGI application, loaded in the worker process."""
    from timeline.wsgi import application  # needs the process's own settings

    os.setpgrp()  # Ctrl-C goes to the parent alone, which ends the worker once
    threading.Thread(target=end_with_parent, daemon=True).start()
    return application


def end_with_parent() -> None:
    """Stop this worker when the process that started it is gone, however it went."""
    if (parent := multiprocessing.parent_process()) is not None:
        wait([parent.sentinel])
        os.kill(os.getpid(), signal.SIGTERM)


def logging_config() -> dict[str, Any]:
    """The project's logging, which the server's own messages join."""
    server = {"handlers": ["console"], "propagate": False}
    loggers = {**settings.LOGGING["loggers"], "_granian": server}
    return {**settings.LOGGING, "loggers": loggers}


def serve(address: Address, when_ready: Callable[[], None]) -> bool:
    """Serve until a signal ends it; call `when_ready` once connections are taken.

    Returns whether the end was asked for.
    """
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "timeline.wsgi:application",
        address=address.ip,
        port=address.port,
        interface=Interfaces.WSGI,
        blocking_threads=THREADS,
        workers_kill_timeout=STOP_SECONDS,
        log_level=LogLevels.warning,
        log_dictconfig=logging_config(),
    )
    waiting = threading.Thread(
        target=wait_until_ready, args=(address, when_ready), daemon=True
    )
    server.on_startup(waiting.start)
    server.on_startup(
        lambda: signal.signal(signal.SIGHUP, server.signal_handler_interrupt)
    )
    try:
        server.serve(target_loader=load_application, wrap_loader=False)
    except SystemExit:
        return bool(server.interrupt_signal)
    return True


def wait_until_ready(address: Address, when_ready: Callable[[], None]) -> None:
    """Knock until the worker opens, then tell."""
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            socket.create_connection((address.ip, address.port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            when_ready()
            return
