"""Reading and writing for the commands of an office's files (出表的命令所用)."""

from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

import click
from attrs import frozen

from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.sheets import Filing, Sheet

if TYPE_CHECKING:
    from gansu_reemployment.charts import Chart
    from gansu_reemployment.measures.targets.facts import Factor

F = TypeVar("F", bound=CheckedFacts)
_PICTURES: Final = frozenset({".svg", ".png"})


def is_chart(path: Path) -> bool:
    """Return whether a file is a picture."""
    return path.suffix.lower() in _PICTURES


def chart_of(measure: str, value: Any, locale: str) -> "Chart":
    """Draw the result of a measure that has a chart."""
    from gansu_reemployment.charts import hires_chart, instalments_chart  # noqa: PLC0415 - an extra

    draw = instalments_chart if measure == "instalments" else hires_chart
    return draw(value, locale)


def table_of(measure: str, value: Any, filing: Filing) -> Sheet:
    """Build the table of the result of a measure that has one."""
    from gansu_reemployment.sheets import hires_sheet, instalments_sheet  # noqa: PLC0415 - on demand

    if measure == "instalments":
        return instalments_sheet(value, filing=filing)
    return hires_sheet(value)


@frozen
class Rows(Generic[F]):
    """The rows of a register: facts and names; *stopped* if faulty rows prevent the file."""

    facts: tuple[F, ...]
    names: tuple[str, ...]
    stopped: bool


def read_rows(setting: Setting, path: Path, kind: type[F], *, skip_faulty: bool) -> Rows[F]:
    """Read a register; faulty rows go to a file beside it, and are printed as a number."""
    from gansu_reemployment.registers import read_register  # noqa: PLC0415 - slow

    rejects = path.with_name(f"{path.stem}-rejects.csv")
    with read_register(path, kind, rejects=rejects) as register:
        entries = list(register)
        rejected = register.counts.rejected
    if rejected:
        text = _("{number} row(s) with faults: {path}")
        setting.print(text, err=True, number=rejected, path=rejects)
    stopped = bool(rejected) and not skip_faulty
    if stopped:
        setting.print(_("Nothing was written; --skip-faulty writes the others."), err=True)
    names = tuple(entry.person.name or "" for entry in entries)
    return Rows(tuple(entry.facts for entry in entries), names, stopped)


def factors_of(path: Path, shares: Sequence[str], language: str) -> "tuple[Factor, ...]":
    """Read the factors of a breakdown from a table: a column of weights for each.

    Raises:
        InvalidFactsError: a weight is not a number; every such cell is named.
        RegisterError: the file is not a table, or a share is not a ratio.
    """
    from gansu_reemployment.measures.targets.facts import Factor  # noqa: PLC0415 - on demand
    from gansu_reemployment.measures.targets.filled_table.files import read_table  # noqa: PLC0415 - on demand
    from gansu_reemployment.measures.targets.filled_table.table import unreadable  # noqa: PLC0415 - on demand
    from gansu_reemployment.registers.cells import read_ratio  # noqa: PLC0415 - slow

    table = read_table(path)
    columns = [column for column in table.columns[1:] if column]
    if faults := [Fault(one.cell, one.problem) for one in unreadable(table, columns)]:
        raise InvalidFactsError(faults)
    if len(shares or ("",)) != len(columns):
        text = _("The file has {number} factors: each needs its --share.")
        raise click.UsageError(Message(text, {"number": len(columns)}).say(language))
    parts = [read_ratio(share) for share in shares] or [Fraction(1)]
    return tuple(
        Factor(
            name=column,
            share=part,
            weights={row.name: table.number(row, column) for row in table.rows},
        )
        for column, part in zip(columns, parts, strict=True)
    )
