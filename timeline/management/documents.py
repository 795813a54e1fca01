"""A file of a document at the command line: what is wrong with it, in one sentence."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError

from timeline.exchange import DocumentFileError, visible
from timeline.passages import Segment, TooManyParts


@contextmanager
def file_refusals(path: Path) -> Iterator[None]:
    """Round the reading of a file: what it is refused for ends the command."""
    try:
        yield
    except OSError as error:
        name = visible(str(error.filename or path))
        raise CommandError(f"{name}: {error.strerror or error}.") from error
    except (DocumentFileError, TooManyParts) as error:
        raise CommandError(visible(str(error))) from error
    except ValidationError as error:
        raise CommandError("; ".join(error.messages)) from error


def refuse_no_words(passages: Iterable[Segment]) -> None:
    """An empty file is no document; as a correction it would lose every citation."""
    if not any(part.text.strip() for part in passages):
        raise CommandError("There are no words in the text.")
