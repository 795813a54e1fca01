"""The editor's workplace: documents in, dates decided, work-lists, revisions."""
