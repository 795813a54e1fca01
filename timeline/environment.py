"""Settings from the environment: `NAME`, or `NAME_FILE` naming a file that holds it.

A word that a setting does not know is refused, never read as "off" or as a default.
"""

import warnings
from collections.abc import Iterable
from contextlib import suppress
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

SWITCH = {
    **dict.fromkeys(("on", "true", "yes", "1"), True),
    **dict.fromkeys(("off", "false", "no", "0"), False),
}
ENGINES = ("django.db.backends.sqlite3", "django.db.backends.postgresql")

_env = environ.FileAwareEnv()


def setting(name: str, default: str = "") -> str:
    """The text of a setting; empty counts as not given."""
    try:
        return _env.str(name, default="").strip() or default
    except OSError as error:
        raise ImproperlyConfigured(
            f"{name}_FILE names {error.filename}, which cannot be read "
            f"({error.strerror})."
        ) from error


def choice(name: str, default: str, words: Iterable[str]) -> str:
    """A setting that is one of a few words."""
    value = setting(name, default)
    if value not in words:
        raise ImproperlyConfigured(
            f"{name} is “{value}”; it is one of: {', '.join(words)}."
        )
    return value


def switch(name: str, default: bool = False) -> bool:
    """A setting that is on or off."""
    value = setting(name, "on" if default else "off").lower()
    if value not in SWITCH:
        raise ImproperlyConfigured(f"{name} is “{value}”; it is on or off.")
    return SWITCH[value]


def seconds(name: str, default: int) -> int:
    """A setting that counts whole seconds."""
    value = setting(name, str(default))
    if not (value.isascii() and value.isdigit()):
        raise ImproperlyConfigured(f"{name} is “{value}”; it is a number of seconds.")
    return int(value)


def megabytes(name: str, default: int) -> int:
    """A setting that counts megabytes, as bytes."""
    value = setting(name, str(default))
    if not (value.isascii() and value.isdigit() and int(value)):
        raise ImproperlyConfigured(f"{name} is “{value}”; it is a number of megabytes.")
    return int(value) * 1024 * 1024


def names(name: str, default: str = "") -> list[str]:
    """A setting that is a list, separated by commas."""
    return [
        word for part in setting(name, default).split(",") if (word := part.strip())
    ]


def database(name: str, default: dict[str, Any]) -> dict[str, Any]:
    """A database by its address, which is never repeated: it may hold a password."""
    if not (url := setting(name)):
        return default
    config: dict[str, Any] = {}
    with warnings.catch_warnings(), suppress(ValueError):
        warnings.simplefilter("ignore")  # it would print the address
        config = environ.Env.db_url_config(url)
    if config.get("ENGINE") not in ENGINES:
        raise ImproperlyConfigured(
            f"{name} is not the address of a database this program knows; "
            "it looks like sqlite:////folder/file.sqlite3 "
            "or postgres://user:password@host:5432/name."
        )
    return config
