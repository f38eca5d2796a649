"""The commands about a whole ledger (台账的命令): moving it, and verifying its chain."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

import click

from gansu_reemployment.cli.help_page import Commands
from gansu_reemployment.cli.options import FILE
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.i18n import Message, _

if TYPE_CHECKING:
    from typing import TextIO

    from gansu_reemployment.ledger import Checkpoint, Kind, Ledger, Moved

#: The first bytes of a ledger in a file; an exported one begins with ``{``.
_SQLITE: Final = b"SQLite format 3\0"


@click.group(cls=Commands, short_help="Copy, export and verify a ledger.")
def ledger() -> None:
    """Copy a ledger into another one or by way of a file, and verify that nothing was changed."""


@ledger.command("copy")
@click.argument("source")
@click.argument("target")
@click.pass_obj
def copy_(setting: Setting, source: str, target: str) -> None:
    """Copy every entry of the ledger SOURCE into the ledger TARGET; both are URLs.

    Entries that TARGET has with other contents are named and not copied; all others are.
    """
    from gansu_reemployment.ledger import copy_ledger  # noqa: PLC0415 - loads cattrs

    with _open(setting, source, make=False) as one, _open(setting, target, make=True) as other:
        moved = copy_ledger(one, other)
    _print(setting, moved)
    if moved.conflicts:
        from gansu_reemployment.ledger.cases import show_key  # noqa: PLC0415 - loads cattrs

        text = _("Not copied, because {target} has other contents or another correction: {keys}")
        keys = tuple(show_key(key) for key in moved.conflicts)
        setting.print(text, err=True, target=target, keys=keys)
        click.get_current_context().exit(1)


@ledger.command("export")
@click.argument("url")
@click.argument("file", type=FILE)
@click.pass_obj
def export_(setting: Setting, url: str, file: Path) -> None:
    """Write every entry of the ledger URL to FILE, which only its owner can read."""
    from gansu_reemployment.ledger import export_ledger  # noqa: PLC0415 - loads cattrs

    with _open(setting, url, make=False) as source:
        _print(setting, export_ledger(source, file))


@ledger.command("import")
@click.argument("file", type=FILE)
@click.argument("url")
@click.pass_obj
def import_(setting: Setting, file: Path, url: str) -> None:
    """Enter every entry of FILE into the ledger URL, in one transaction."""
    from gansu_reemployment.ledger import import_ledger  # noqa: PLC0415 - loads cattrs

    with _open(setting, url, make=True) as target:
        _print(setting, import_ledger(file, target))


@ledger.command()
@click.argument("file")
@click.pass_obj
def verify(setting: Setting, file: str) -> None:
    """Verify the chain of FILE; name the first entry that was changed, removed or inserted.

    FILE is a ledger in a file, an exported ledger, or the URL of a ledger.
    """
    from gansu_reemployment.ledger.links import NOUNS  # noqa: PLC0415 - loads cattrs

    with _verified(setting, file, None) as (found, later):
        text = _("The chain is whole: {cases} cases and {records} records.")
        setting.print(text, cases=found.cases.count, records=found.records.count)
        for kind, (entries, day) in later.items():
            text = _("The first {entries} {kinds} are older than the chain and joined it on {day}.")
            setting.print(text, entries=entries, kinds=Message(NOUNS[kind]), day=day)


@ledger.command()
@click.argument("file")
@click.option(
    "--check",
    type=click.File(encoding="utf-8"),
    help="Check the ledger against the line in this file (- for standard input).",
)
@click.pass_obj
def checkpoint(setting: Setting, file: str, check: "TextIO | None") -> None:
    """Print one line with the heads of the chain of FILE, their counts and the day.

    Keep the line elsewhere, on paper or with another office. It shows later whether an entry
    was changed, even if the whole chain was computed again. FILE is as in ledger verify.
    """
    from gansu_reemployment.ledger import Checkpoint  # noqa: PLC0415 - loads cattrs

    against = Checkpoint.read(check.read()) if check else None
    with _verified(setting, file, against) as (found, _later):
        if against is None:
            echo(str(found))
        else:
            text = _("The ledger contains the {cases} cases and {records} records of {day}.")
            cases, records = against.cases.count, against.records.count
            setting.print(text, cases=cases, records=records, day=against.day)


@contextmanager
def _verified(
    setting: Setting, file: str, against: "Checkpoint | None"
) -> "Iterator[tuple[Checkpoint, Mapping[Kind, tuple[int, date]]]]":
    """Verify a ledger or an exported file; yield its checkpoint and what joined the chain later."""
    from gansu_reemployment.ledger import verify_export, verify_ledger  # noqa: PLC0415 - cattrs
    from gansu_reemployment.ledger.protocol import SQLITE  # noqa: PLC0415 - the same

    path = Path(file)
    if path.is_file() and not _is_database(path):
        yield verify_export(path, against), {}
        return
    url = f"{SQLITE}{file}" if path.is_file() or ":" not in file else file
    with _open(setting, url, make=False) as opened:
        yield verify_ledger(opened, against), opened.chained_later()


def _is_database(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(len(_SQLITE)) == _SQLITE


@contextmanager
def _open(setting: Setting, url: str, *, make: bool) -> "Iterator[Ledger]":
    from gansu_reemployment.ledger import open_ledger  # noqa: PLC0415 - loads cattrs

    with open_ledger(url, setting.host.ledgers, make=make) as opened:
        yield opened


def _print(setting: Setting, moved: "Moved") -> None:
    text = _("{cases} cases and {records} records are new, {known} were known.")
    known = moved.cases.known + moved.records.known
    cases, records = moved.cases.added, moved.records.added
    setting.print(text, cases=cases, records=records, known=known)
