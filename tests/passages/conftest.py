from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def letter() -> str:
    """The letter of 1917 as received, bytes untouched."""
    path = Path(__file__).parents[1] / "data" / "letter.txt"
    return path.read_bytes().decode("utf-8")
