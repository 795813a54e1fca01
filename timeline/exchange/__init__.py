"""What goes in and out: the front door of the room."""

from .alive import StillRunning
from .backup import BackupError, back_up, restore
from .child import start_command
from .document_error import DocumentFileError
from .document_files import (
    DOCUMENT_FORMATS,
    decoded_document,
    document_format,
    read_document_text,
    said_of_document,
)
from .export_file import export_to
from .export_stream import export_pieces
from .header import CHOICES as COLUMN_CHOICES
from .kept_media import is_era, kept_address, kept_words, title_media
from .registry import FORMATS, UnknownFormat, format_for_output, format_named
from .report import REPORTS, Fault, Report, visible
from .rights import lacking, may_import, rights_of
from .rows import Wrong
from .run import ImportCancelled, ImportFailed, Options, import_file
from .table_head import Column, TableHead, table_head
from .template_table import COLUMNS as COLUMNS_HELP
from .template_table import TEMPLATES
from .upload_work import Busy, start_work, work_on
from .uploads import (
    NoUpload,
    StillWorking,
    Upload,
    find_upload,
    keep_upload,
    sweep_uploads,
)
from .workbook import has_xlsx
from .writer import CannotUndo, roll_back_dead_imports, undo

__all__ = [
    "COLUMNS_HELP",
    "COLUMN_CHOICES",
    "DOCUMENT_FORMATS",
    "FORMATS",
    "REPORTS",
    "TEMPLATES",
    "BackupError",
    "Busy",
    "CannotUndo",
    "Column",
    "DocumentFileError",
    "Fault",
    "ImportCancelled",
    "ImportFailed",
    "NoUpload",
    "Options",
    "Report",
    "StillRunning",
    "StillWorking",
    "TableHead",
    "UnknownFormat",
    "Upload",
    "Wrong",
    "back_up",
    "decoded_document",
    "document_format",
    "export_pieces",
    "export_to",
    "find_upload",
    "format_for_output",
    "format_named",
    "has_xlsx",
    "import_file",
    "is_era",
    "keep_upload",
    "kept_address",
    "kept_words",
    "lacking",
    "may_import",
    "read_document_text",
    "restore",
    "rights_of",
    "roll_back_dead_imports",
    "said_of_document",
    "start_command",
    "start_work",
    "sweep_uploads",
    "table_head",
    "title_media",
    "undo",
    "visible",
    "work_on",
]
