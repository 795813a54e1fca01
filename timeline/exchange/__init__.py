"""What goes in and out: the front door of the room."""

from .alive import StillRunning
from .backup import BackupError, back_up, restore
from .document_files import (
    DOCUMENT_FORMATS,
    DocumentFileError,
    read_document_file,
    read_document_text,
)
from .export_file import export_to
from .registry import FORMATS, UnknownFormat, format_for_output, format_named
from .report import REPORTS, Fault, Report
from .run import ImportCancelled, ImportFailed, Options, import_file
from .writer import CannotUndo, roll_back_dead_imports, undo

__all__ = [
    "DOCUMENT_FORMATS",
    "FORMATS",
    "REPORTS",
    "BackupError",
    "CannotUndo",
    "DocumentFileError",
    "Fault",
    "ImportCancelled",
    "ImportFailed",
    "Options",
    "Report",
    "StillRunning",
    "UnknownFormat",
    "back_up",
    "export_to",
    "format_for_output",
    "format_named",
    "import_file",
    "read_document_file",
    "read_document_text",
    "restore",
    "roll_back_dead_imports",
    "undo",
]
