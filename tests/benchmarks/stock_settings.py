"""The project's settings with SQLite as Django sets it up by itself."""

from timeline.settings import *  # noqa: F403  all of them, and then the stock database
from timeline.settings import DATABASE

DATABASES = {"default": {key: DATABASE[key] for key in ("ENGINE", "NAME")}}
