"""Short permanent keys that stand in public addresses."""

import secrets

from django.core.validators import RegexValidator

ALPHABET = "abcdefghijklmnopqrstuvwxyz"
validate_key = RegexValidator(
    r"\A[A-Za-z0-9][A-Za-z0-9_.-]{0,79}\Z",
    "A key is 1 to 80 letters, digits, points, hyphens or underscores.",
)
validate_slug = RegexValidator(
    r"\A[\w-]{1,80}\Z", "A slug is 1 to 80 letters, digits, hyphens or underscores."
)


def new_key() -> str:
    """Ten random lower-case characters."""
    return "".join(secrets.choice(ALPHABET) for _ in range(10))
