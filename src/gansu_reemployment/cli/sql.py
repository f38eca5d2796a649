"""The command that writes a measure as SQL (导出 SQL 的命令): ``sql``."""

from typing import Any

import click

from gansu_reemployment.cli.options import in_region
from gansu_reemployment.cli.setting import Setting


@click.command(short_help="Print a measure as a query for a database.")
@click.argument("measure")
@click.option("--on", required=True, help="The day whose law applies, or the column of days.")
@in_region
@click.option(
    "--dialect",
    required=True,
    help="postgresql, mysql, sqlite, duckdb, oracle, sqlserver, clickhouse or spark.",
)
@click.option("--table", default="register", show_default=True, help="The table of the register.")
@click.option("--keep", multiple=True, help="A column to select beside the results; repeatable.")
@click.option("--lacks", multiple=True, help="A fact that has no column; repeatable.")
@click.option(
    "--money",
    type=click.Choice(["yuan", "fen"]),
    default="yuan",
    show_default=True,
    help="The form of amounts: yuan with decimals, or whole fen.",
)
@click.option("--status", is_flag=True, help="Also a column: decided, refused or undecided.")
@click.pass_obj
def sql(setting: Setting, /, measure: str, region: str, **options: Any) -> None:
    """Print the text of one query that evaluates MEASURE for every row of a table."""
    click.echo(setting.bureau(region).columns.sql(measure, **options))
