"""Addresses of the admin, by model and page."""

from typing import Any

from django.urls import reverse


def address(model: str, page: str, *args: Any) -> str:
    """The address of a page of a model: add, change, delete, history, changelist."""
    return reverse(f"admin:timeline_{model}_{page}", args=args)
