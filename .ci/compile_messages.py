"""Compile the message catalogues while a wheel is built; the repository has no binaries."""

from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


def compile_catalogues(root: Path) -> None:
    """Write the .mo file of each .po file below *root*, in the same folder.

    A file that is up to date is not written again: a process may be reading it.
    """
    for source in root.glob("src/gansu_reemployment/locale/*/LC_MESSAGES/*.po"):
        with source.open("rb") as text:
            catalogue = read_po(text, locale=source.parts[-3])
        # The time of the build, which the catalogue would have, is not part of its contents.
        catalogue.creation_date = datetime.fromtimestamp(0, UTC)
        compiled = BytesIO()
        write_mo(compiled, catalogue)
        target = source.with_suffix(".mo")
        if not target.exists() or target.read_bytes() != compiled.getvalue():
            target.write_bytes(compiled.getvalue())


class CompileMessages(BuildHookInterface):  # type: ignore[type-arg]
    """The build hook of hatchling, for both ordinary and editable wheels."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002
        """Compile the catalogues before the files are collected."""
        compile_catalogues(Path(self.root))
