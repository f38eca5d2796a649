"""The command that assesses a register (批量认定的命令): ``assess``."""

from datetime import date
from pathlib import Path

import click

from gansu_reemployment.cli.options import FILE, in_region, of_measure, on_day
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.i18n import _

#: The ledger that is lost at the end of the command.
MEMORY = "memory:"


@click.command(short_help="Assess a register and enter its cases into a ledger.")
@click.argument("file", type=FILE)
@on_day
@in_region
@of_measure
@click.option(
    "--ledger",
    "url",
    default=MEMORY,
    show_default=True,
    help="Where cases are kept: sqlite:///FILE.",
)
@click.option(
    "--out",
    type=FILE,
    default=Path(),
    show_default=True,
    help="The folder for the rejects file.",
)
@click.option(
    "--chart",
    type=FILE,
    help="Also draw the summary to this file: .svg or .png.",
)
@click.pass_obj
def assess(
    setting: Setting,
    file: Path,
    on: date,
    region: str,
    measure: str,
    url: str,
    out: Path,
    chart: Path | None,
) -> None:
    """Assess the register FILE (CSV, xlsx, xls, dbf) and enter the cases into a ledger."""
    from gansu_reemployment.assessing import (  # noqa: PLC0415 - loads cattrs
        assess_register,
        print_assessment,
    )
    from gansu_reemployment.ledger import open_ledger  # noqa: PLC0415 - loads cattrs

    bureau = setting.bureau(region)
    out.mkdir(parents=True, exist_ok=True)
    rejects = out / f"{file.stem}-rejects.csv"
    earlier = rejects.exists()
    with open_ledger(url, setting.host.ledgers) as ledger:
        result = assess_register(file, bureau, measure, on=on, ledger=ledger, rejects=rejects)
    print_assessment(result, setting.language, echo)
    if result.counts.rejected:
        setting.print(_("Rejects: {path}"), path=rejects)
    if earlier:
        setting.print(_("The earlier rejects file was removed."))
    _print_ledger(setting, url)
    if chart:
        from gansu_reemployment.charts import register_chart  # noqa: PLC0415 - an extra

        register_chart(result, setting.language).save(chart)
        setting.print(_("Written: {path}"), path=chart)


def _print_ledger(setting: Setting, url: str) -> None:
    """Print where the cases are, and how to list them."""
    if url == MEMORY:
        setting.print(_("The cases were not kept; --ledger sqlite:///cases.db keeps them."))
        return
    # The URL of a server may contain a password: before an @, or as a parameter.
    secret = not url.startswith("sqlite:") and ("@" in url or "?" in url)
    shown = f"{url.partition(':')[0]}:…" if secret else url
    setting.print(_("Ledger: {path}"), path=shown)
    text = _("List its cases: python -m gansu_reemployment cases --ledger {url}")
    setting.print(text, url=shown)
