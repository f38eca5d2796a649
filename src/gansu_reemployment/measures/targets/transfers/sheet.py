"""A special transfer divided among places as an official sheet (专项转移支付分配表)."""

from typing import Any, Final

from gansu_reemployment.measures.targets.transfers.allocate import Appropriation
from gansu_reemployment.sheets.labels import Label, place_name
from gansu_reemployment.sheets.sheet import SUM, Column, Sheet

_TITLE: Final = Label("再就业专项转移支付分配表", "Special transfer divided")
_MOVED: Final = Label(
    "各因素影响为与该因素取平均数时相比的增减，合计为零。",
    "What a factor moves is the change from its mean; it adds up to zero.",
)


def transfer_sheet(result: Appropriation, title: Label = _TITLE) -> Sheet:
    """Build the sheet of the amounts, with the effect of each factor."""
    factors = tuple(result.moved)
    moved = Column(
        Label("其中：各因素影响", "Moved by each factor"),
        columns=[Column(one, total=SUM) for one in factors],
    )
    columns = [
        Column(Label("地区", "Place"), names=True),
        Column(Label("分配数", "Amount"), total=SUM),
        *([moved] if factors else ()),
    ]

    def row(place: str) -> tuple[Any, ...]:
        moves = (result.moved[one][place] for one in factors)
        return place_name(place), result.amounts[place], *moves

    return Sheet(
        title=title,
        unit=Label("元", "yuan"),
        columns=columns,
        rows=map(row, result.amounts),
        notes=[_MOVED] if factors else (),
        landscape=True,
    )
