"""What is wrong with a file that was to be a document."""


class DocumentFileError(ValueError):
    """A file that is no document, with the place and what would be right."""
