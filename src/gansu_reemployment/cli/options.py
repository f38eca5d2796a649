"""The options that several commands share (共用选项)."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import click

from gansu_reemployment.dates import read_date
from gansu_reemployment.sheets import Filing

if TYPE_CHECKING:
    _ParamType = click.ParamType[Any]
else:
    # It is generic in newer versions of click only.
    _ParamType = click.ParamType


class Day(_ParamType):
    """A day as registers write it, such as 2003-07-01 or 2003年7月1日."""

    name = "day"

    def convert(self, value: Any, param: Any, ctx: Any) -> date:  # noqa: ARG002 - click's form
        """Read the day."""
        return value if isinstance(value, date) else read_date(value)


DAY: Final = Day()
FILE: Final = click.Path(path_type=Path)

in_region: Final[Callable[[Any], Any]] = click.option(
    "--region", default="甘肃省", show_default=True, help="The place: any name or code."
)
on_day: Final[Callable[[Any], Any]] = click.option(
    "--on", type=DAY, required=True, help="The day whose law applies."
)
of_measure: Final[Callable[[Any], Any]] = click.option(
    "--measure", default="hardship", show_default=True, help="The measure, such as hardship."
)


def filing_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options for who files a sheet; the command gets them as its argument *filing*."""

    @click.option("--by", default="", help="The office or bank that files the sheet.")
    @click.option("--checked-by", default="", help="Who has checked the sheet.")
    @click.option("--made-by", default="", help="Who has prepared the sheet.")
    @click.option("--filed-on", type=DAY, help="The day on the sheet; without it left blank.")
    @wraps(command)
    def run(
        *args: Any, by: str, checked_by: str, made_by: str, filed_on: date | None, **values: Any
    ) -> Any:
        filing = Filing(by=by, checked_by=checked_by, made_by=made_by, on=filed_on)
        return command(*args, filing=filing, **values)

    return run
