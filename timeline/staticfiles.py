"""Static files under names that carry their digest, ES-module imports rewritten too."""

from whitenoise.storage import CompressedManifestStaticFilesStorage


class ModuleStorage(CompressedManifestStaticFilesStorage):
    """One import statement in a module becomes one hashed address.

    A name missing from the manifest falls back to the plain one, so that tests and
    commands run before `collectstatic`.
    """

    support_js_module_import_aggregation = True
    manifest_strict = False

    def stored_name(self, name: str) -> str:
        """The name with its digest, or the plain one when nothing is collected."""
        try:
            return str(super().stored_name(name))
        except ValueError:  # not collected, so there is nothing to take a digest of
            return name
