"""The application, and the receivers it connects when it is ready."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class TimelineConfig(AppConfig):
    """Dated events that answer to their passages."""

    name = "timeline"
    verbose_name = "Timeline"

    def ready(self) -> None:
        """Connect the one place that fills derived columns, and the two roles."""
        from .models import derived, former_address, passage_edit
        from .roles import make_roles

        derived.connect()
        passage_edit.connect()
        former_address.connect()
        post_migrate.connect(make_roles, sender=self)
