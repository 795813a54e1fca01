"""The project's tables behind models as one first writes them, to measure against."""
