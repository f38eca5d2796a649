"""The commands that move a ledger (台账迁移的命令): ``ledger copy``, ``export`` and ``import``."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from gansu_reemployment.i18n import _

if TYPE_CHECKING:
    from gansu_reemployment.cli.main import Setting
    from gansu_reemployment.ledger import Ledger, Moved


@click.group()
def ledger() -> None:
    """Copy a ledger into another one, or by way of a file."""


@ledger.command("copy")
@click.argument("source")
@click.argument("target")
@click.pass_obj
def copy_(setting: "Setting", source: str, target: str) -> None:
    """Copy every entry of the ledger SOURCE into the ledger TARGET; both are URLs."""
    from gansu_reemployment.ledger import copy_ledger  # noqa: PLC0415 - loads cattrs

    with _open(setting, source, make=False) as one, _open(setting, target, make=True) as other:
        _print(setting, copy_ledger(one, other))


@ledger.command("export")
@click.argument("url")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_obj
def export_(setting: "Setting", url: str, file: Path) -> None:
    """Write every entry of the ledger URL to FILE, which only its owner can read."""
    from gansu_reemployment.ledger import export_ledger  # noqa: PLC0415 - loads cattrs

    with _open(setting, url, make=False) as source:
        _print(setting, export_ledger(source, file))


@ledger.command("import")
@click.argument("file", type=click.Path(path_type=Path))
@click.argument("url")
@click.pass_obj
def import_(setting: "Setting", file: Path, url: str) -> None:
    """Enter every entry of FILE into the ledger URL, in one transaction."""
    from gansu_reemployment.ledger import import_ledger  # noqa: PLC0415 - loads cattrs

    with _open(setting, url, make=True) as target:
        _print(setting, import_ledger(file, target))


@contextmanager
def _open(setting: "Setting", url: str, *, make: bool) -> "Iterator[Ledger]":
    from gansu_reemployment.ledger import open_ledger  # noqa: PLC0415 - loads cattrs

    with open_ledger(url, setting.host.ledgers, make=make) as opened:
        yield opened


def _print(setting: "Setting", moved: "Moved") -> None:
    text = _("{cases} cases and {records} records are new, {known} were known.")
    known = moved.cases.known + moved.records.known
    cases, records = moved.cases.added, moved.records.added
    setting.print(text, cases=cases, records=records, known=known)
