"""What a new database is given: its tables, the letter, and an administrator."""

import secrets

from django.contrib.auth import get_user_model
from django.core.management import call_command

from timeline.models import Document, Timeline, find_proposals


def migrate() -> None:
    """Bring the tables up to the code."""
    call_command("migrate", interactive=False, verbosity=0)


def load_letter_when_empty() -> bool:
    """Load the letter into a database that has no document and no timeline.

    Its dates are looked for as well, so that its page says how many of them are cited.
    """
    if Document.objects.exists() or Timeline.objects.exists():
        return False
    call_command("loaddata", "letter", verbosity=0)
    find_proposals(Document.objects.get(slug="letter"))
    return True


def create_first_administrator() -> str | None:
    """Create `admin` when there is no user at all; return the password, shown once."""
    users = get_user_model().objects
    if users.exists():
        return None
    password = secrets.token_urlsafe(12)
    users.create_superuser("admin", password=password)
    return password
