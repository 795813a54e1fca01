"""The project's settings with two more addresses, to measure against."""

from timeline.settings import *  # noqa: F403  all of them, and then two others
from timeline.settings import INSTALLED_APPS as OURS

INSTALLED_APPS = [*OURS, "tests.benchmarks.plain"]
ROOT_URLCONF = "tests.benchmarks.peer_urls"
