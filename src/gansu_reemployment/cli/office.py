"""The commands that write an office's files (出表的命令): sheet, circular, claim, breakdown.

The ending of OUT chooses its form: ``.xlsx``, ``.docx``, ``.html`` or ``.md``, and for what can be
drawn ``.svg`` or ``.png``.
"""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

import click
from attrs import evolve

from gansu_reemployment.cli.cases import read_case
from gansu_reemployment.cli.office_files import (
    chart_of,
    factors_of,
    is_chart,
    read_rows,
    table_of,
)
from gansu_reemployment.cli.options import DAY, FILE, filing_options, in_region, of_measure, on_day
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.dates import add_months
from gansu_reemployment.i18n import _
from gansu_reemployment.registers.files import private_file
from gansu_reemployment.sheets import Filing, decision_sheet, write_sheet

if TYPE_CHECKING:
    from gansu_reemployment.measures.targets.circular.circular import Circular

#: The measures whose result is a table with a chart; that of others is a decision sheet.
TABLES: Final = frozenset({"instalments", "needed_hires"})
_skipping = click.option(
    "--skip-faulty", is_flag=True, help="Write the file without the faulty rows."
)


@click.command(short_help="Write the sheet of one case.")
@click.argument("facts", type=FILE)
@click.argument("out", type=FILE)
@of_measure
@on_day
@in_region
@click.option("--number", default="", help="The number of the case.")
@click.option("--person", default="", help="The name of the applicant.")
@filing_options
@click.pass_obj
def sheet(
    setting: Setting,
    facts: Path,
    out: Path,
    measure: str,
    on: date,
    region: str,
    number: str,
    person: str,
    filing: Filing,
) -> None:
    """Decide the case in FACTS, and write its sheet to OUT.

    It is the decision sheet or, for instalments and needed_hires, the table of the result; with
    the ending .svg or .png its chart.
    """
    bureau = setting.bureau(region)
    outcome = bureau.work(measure, read_case(facts, bureau.find_measure(measure).facts), on=on)
    if measure not in TABLES:
        filed = decision_sheet(
            outcome,
            office=filing.by,
            number=number,
            person=person,
            filed_on=filing.on,
        )
        write_sheet(filed, out, setting.language)
    elif is_chart(out):
        chart_of(measure, outcome.unwrap(), setting.language).save(out)
    else:
        table = table_of(measure, outcome.unwrap(), filing)
        write_sheet(table, out, setting.language)
    setting.print(_("Written: {path}"), path=out)


@click.command(short_help="Write a circular on targets.")
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option("--until", type=DAY, required=True, help="The last day of the month or quarter.")
@click.option(
    "--tolerance",
    type=int,
    required=True,
    help="The percentage points within which progress is on time.",
)
@click.option("--quarterly", is_flag=True, help="A circular on the quarter, not on the month.")
@_skipping
@filing_options
@click.pass_obj
def circular(
    setting: Setting,
    file: Path,
    out: Path,
    until: date,
    tolerance: int,
    *,
    quarterly: bool,
    skip_faulty: bool,
    filing: Filing,
) -> int:
    """Write the circular on the returns in FILE to OUT: one page of A4 as .html.

    FILE is a table with the columns 地区, 全年目标, 前期累计 and 本期完成: the place, its target of
    the year, the count of the year before the period, and that of the period. A blank count is
    not reported.
    """
    from gansu_reemployment.measures.targets.circular.circular import circular as made  # noqa: PLC0415 - on demand
    from gansu_reemployment.measures.targets.circular.reports import PeriodReport  # noqa: PLC0415 - on demand
    from gansu_reemployment.measures.targets.circular.words import sentences  # noqa: PLC0415 - on demand

    every: Literal[1, 3] = 3 if quarterly else 1
    rows = read_rows(setting, file, PeriodReport, skip_faulty=skip_faulty)
    if rows.stopped:
        return 1
    first = add_months(until.replace(day=1), 1 - every)
    counted = [one for row in rows.facts for one in row.counted(first, until)]
    targets = {row.place: row.target for row in rows.facts}
    found = made(targets, counted, until=until, tolerance=tolerance, every=every)
    for phrase in sentences(found):
        echo(phrase.show(setting.language))
    _write_circular(found, out, setting.language, filing)
    setting.print(_("Written: {path}"), path=out)
    return 0


def _write_circular(found: "Circular", out: Path, language: str, filing: Filing) -> None:
    """Draw a circular, or write it as one page or as a table, by the ending of *out*."""
    from gansu_reemployment.charts import progress_chart  # noqa: PLC0415 - loads measures
    from gansu_reemployment.sheets import circular_html, circular_sheet  # noqa: PLC0415 - on demand

    if is_chart(out):
        progress_chart(found, language).save(out)
    elif out.suffix.lower() == ".html":
        with private_file(out, encoding="utf-8") as page:
            page.write(circular_html(found, language, filing))
    else:
        write_sheet(circular_sheet(found, filing), out, language)


@click.command(short_help="Write a bank's claim for the interest subsidy.")
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option("--settled-on", type=DAY, required=True, help="The settlement day of the quarter.")
@in_region
@_skipping
@filing_options
@click.pass_obj
def claim(
    setting: Setting,
    file: Path,
    out: Path,
    settled_on: date,
    region: str,
    *,
    skip_faulty: bool,
    filing: Filing,
) -> int:
    """Write the claim for the interest subsidy of the loans in FILE to OUT, with its details.

    FILE is a bank's register of loans; the columns are the facts of a loan, which the command
    facts interest_claim lists. --by is the name of the bank.
    """
    from gansu_reemployment.measures.loans.interest.facts import BankClaim, RegisterLoan  # noqa: PLC0415 - on demand
    from gansu_reemployment.sheets import detail_sheet, summary_sheet  # noqa: PLC0415 - on demand

    rows = read_rows(setting, file, RegisterLoan, skip_faulty=skip_faulty)
    if rows.stopped:
        return 1
    made = BankClaim(settled_on=settled_on, loans=tuple(rows.facts))
    found = setting.bureau(region).interest_claim(made, on=settled_on).unwrap()
    names = {one.number or "": name for one, name in zip(rows.facts, rows.names, strict=True)}
    sheets = (
        summary_sheet(settled_on, found, filing),
        detail_sheet(settled_on, found, names, filing),
    )
    write_sheet(sheets, out, setting.language)
    text = _("{number} loans, {amount} claimed; {left} loans wait for their facts.")
    setting.print(text, number=found.number, amount=found.amount, left=len(found.open))
    setting.print(_("Written: {path}"), path=out)
    return 0


@click.command(short_help="Divide a target among places.")
@click.argument("file", type=FILE)
@click.argument("out", type=FILE)
@click.option("--total", type=int, required=True, help="The target that is divided.")
@click.option("--on", type=DAY, required=True, help="The day of the division.")
@in_region
@click.option("--share", multiple=True, help="The share of a factor, such as 60%; one for each.")
@click.option("--lot", default=1, show_default=True, help="Every cell is a multiple of it.")
@click.option("--map", "mapped", is_flag=True, help="Draw the grid of the prefectures.")
@filing_options
@click.pass_obj
def breakdown(
    setting: Setting,
    file: Path,
    out: Path,
    total: int,
    on: date,
    region: str,
    share: Sequence[str],
    lot: int,
    *,
    mapped: bool,
    filing: Filing,
) -> None:
    """Divide a target by the factors in FILE, and write the table or the chart to OUT.

    FILE is a table: the places in the first column, and a column of weights for each factor.
    With several factors each needs its --share, in the order of the columns.
    """
    from gansu_reemployment.charts import breakdown_chart, breakdown_map  # noqa: PLC0415 - loads measures
    from gansu_reemployment.measures.targets.facts import Target  # noqa: PLC0415 - on demand
    from gansu_reemployment.sheets import breakdown_sheet  # noqa: PLC0415 - on demand

    factors = factors_of(file, share, setting.language)
    target = Target(total=total, factors=factors, lot=lot)
    found = setting.bureau(region).breakdown(target, on=on).unwrap()
    if is_chart(out) and mapped:
        breakdown_map(found, setting.language).save(out)
    elif is_chart(out):
        named = "+".join(factor.name for factor in factors)
        breakdown_chart({named: found}, setting.language).save(out)
    else:
        table = evolve(breakdown_sheet(target, found), filing=filing)
        write_sheet(table, out, setting.language)
    setting.print(_("Written: {path}"), path=out)
