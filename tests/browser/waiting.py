"""Waiting for something a page does, asked anew at each frame.

Playwright's own `wait_for_function` asks a second time from inside the page, where the
content security policy forbids it to evaluate a text: it fails where the first answer
is no. Each question here comes from outside.
"""

import time
from typing import Any

LONGEST = 15.0  # seconds
NEXT_FRAME = "new Promise((done) => requestAnimationFrame(done))"


def until(page: Any, condition: str, arg: Any = None) -> None:
    """Return once the condition, JavaScript, holds in the page."""
    end = time.monotonic() + LONGEST
    while not page.evaluate(condition, arg):
        assert time.monotonic() < end, f"It never came to hold: {condition}"
        page.evaluate(NEXT_FRAME)
