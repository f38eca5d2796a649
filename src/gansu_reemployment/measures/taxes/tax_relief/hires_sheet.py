"""The worth of further hires as an official sheet (招用测算表)."""

from typing import Final

from gansu_reemployment.measures.taxes.tax_relief.hires import NeededHires
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import Column, Sheet

_TITLE: Final = Label("再招用人数与应纳税额", "Further hires and tax payable")
_HIRES: Final = Label("再招用人数", "Further hires")
_SHARE: Final = Label("招用比例", "Share of staff")
_RELIEF: Final = Label("减免税额", "Relief")
_PAYABLE: Final = Label("应纳税额", "Tax payable")
_YUAN: Final = Label("元", "yuan")


def hires_sheet(result: NeededHires) -> Sheet:
    """Build the table, with a row for each number of further hires (招用测算表)."""
    return Sheet(
        title=_TITLE,
        unit=_YUAN,
        columns=(Column(_HIRES), Column(_SHARE), Column(_RELIEF), Column(_PAYABLE)),
        rows=[(step.hires, step.share, step.relief, step.payable) for step in result.steps],
    )
