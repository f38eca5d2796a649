"""The order in which posts are offered, as an official sheet (公益性岗位安置顺序表)."""

from collections.abc import Iterable, Mapping
from typing import Final

from gansu_reemployment.measures.persons.candidates import Offer
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import Column, Sheet

_TITLE: Final = Label("公益性岗位安置顺序表", "Order of candidates for public-service posts")
_COLUMNS: Final = (
    Column(Label("顺序", "Place")),
    Column(Label("台账编号", "Number")),
    Column(Label("姓名", "Name"), names=True),
    Column(Label("就业困难程度", "Hardship")),
    Column(Label("优先等次", "Rank")),
)


def candidates_sheet(
    offers: Iterable[Offer], names: Mapping[str, str], title: Label = _TITLE
) -> Sheet:
    """Build the sheet of the order; *names* are the names of the persons by their number."""
    rows = [
        (one.place, one.number, names.get(one.number, ""), one.hardship, one.rank) for one in offers
    ]
    return Sheet(title=title, columns=_COLUMNS, rows=rows)
