"""The values of the general options (通用选项), with which every command begins."""

from functools import cached_property
from pathlib import Path
from typing import Any

from attrs import frozen

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.cli.output import echo
from gansu_reemployment.i18n import Message
from gansu_reemployment.plugins.discovery import discover
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.plugins.source import Source


@frozen(slots=False)
class Setting:
    """The values of the general options: the language and files of local rules."""

    language: str
    rules: tuple[Path, ...] = ()
    plugins: tuple[Path, ...] = ()

    @cached_property
    def host(self) -> Host:
        """The installed plugins, and the files of ``--rules`` and ``--plugin``."""
        files = map(Source.file, self.plugins)
        if not self.rules:
            return load_host([*discover(), *files])
        from gansu_reemployment.plugins.rules_file.read import file_sources  # noqa: PLC0415 - loads cattrs

        return load_host([*discover(), *files, *file_sources(self.rules)])

    def bureau(self, region: str) -> Bureau:
        """Open the bureau of *region*."""
        return Bureau.of(region, host=self.host)

    def print(self, text: str, *, err: bool = False, **values: Any) -> None:
        """Print a marked sentence, with *err* on standard error."""
        echo(Message(text, values).say(self.language), err=err)
