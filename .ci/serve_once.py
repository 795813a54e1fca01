"""Run the README's command for the server, fetch its page, end it with Ctrl-C."""

import os
import re
import signal
import subprocess
import sys
import threading
import urllib.request

SECONDS = 300


def main(command: str) -> None:
    """Exit with a sentence when the page does not come or the end is not clean."""
    server = subprocess.Popen(
        ["bash", "-c", command], stdout=subprocess.PIPE, text=True, process_group=0
    )
    limit = threading.Timer(SECONDS, server.kill)
    limit.daemon = True
    limit.start()
    try:
        for line in server.stdout:
            print("   ", line, end="")
            if found := re.search(r"http://\S+", line):
                break
        else:
            raise SystemExit("The server printed no address.")
        with urllib.request.urlopen(found[0] + "timelines/letter/", timeout=30) as page:
            assert "May 6" in page.read().decode(), "The page does not show the letter."
    finally:
        os.killpg(server.pid, signal.SIGINT)
    if server.wait(30) != 0:
        raise SystemExit(f"Ctrl-C ended the server with {server.returncode}.")


if __name__ == "__main__":
    main(sys.argv[1])
