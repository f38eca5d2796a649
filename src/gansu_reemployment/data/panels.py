"""Panels (统计数据表): published figures by place and year, as printed, with suspect ones marked.

Each file of ``data/`` names its source in the first line. A blank cell is ``None``, never zero,
and a suspect one is kept as printed. Figures are ``Decimal`` with the decimals that were
printed; the suffix of an indicator is its unit: ``_wan`` is 10,000 persons (万人), ``_pct`` per
cent.

>>> panel = gansu_panel()
>>> panel.column("unit_wan", 2004)["兰州"]
Decimal('59.27')
>>> len(panel.column("unit_wan", 2004)), sum(panel.column("unit_wan", 2004).values())
(12, Decimal('176.66'))
>>> [(cell.unit, cell.value) for cell in panel.suspects("unemp_persons", 2003)]
[('天水', Decimal('38000'))]
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Final

from attrs import field, frozen

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.documents import Standing

_DATA: Final = Path(__file__).parents[1] / "data"
_Row = Mapping[str, str]


@frozen
class Cell:
    """One figure of a panel by unit, year and indicator; *value* is ``None`` where blank."""

    unit: str
    year: int
    indicator: str
    value: Decimal | None
    suspect: bool = False


@frozen(slots=False)
class Panel:
    """A table of figures (统计数据表), in the order of its file, with its *source*."""

    source: str
    cells: tuple[Cell, ...] = field(repr=False)

    @property
    def units(self) -> tuple[str, ...]:
        """Each unit once, in order."""
        return tuple(dict.fromkeys(cell.unit for cell in self.cells))

    @property
    def indicators(self) -> tuple[str, ...]:
        """Each indicator once, in order."""
        return tuple(dict.fromkeys(cell.indicator for cell in self.cells))

    @property
    def years(self) -> tuple[int, ...]:
        """Each year once, in ascending order."""
        return tuple(sorted({cell.year for cell in self.cells}))

    def column(self, indicator: str, year: int) -> dict[str, Decimal | None]:
        """Return the figures of one indicator and year by unit; units without a row are absent.

        Raises:
            UnknownNameError: the panel has no such indicator, or not in that year.
        """
        return {cell.unit: cell.value for cell in self._cells(indicator, year)}

    def suspects(self, indicator: str | None = None, year: int | None = None) -> tuple[Cell, ...]:
        """Return the suspect cells, of one indicator or year if given."""
        return tuple(
            cell
            for cell in self.cells
            if cell.suspect and cell.indicator == (indicator or cell.indicator)
            if cell.year == (year or cell.year)
        )

    def _cells(self, indicator: str, year: int) -> list[Cell]:
        found = [c for c in self.cells if (c.indicator, c.year) == (indicator, year)]
        if not found:
            known = sorted({f"{cell.indicator} {cell.year}" for cell in self.cells})
            raise UnknownNameError(Message(_("column")), f"{indicator} {year}", known)
        return found


@cache
def gansu_panel() -> Panel:
    """Return population, employment and unemployment by prefecture of Gansu, 2001-2006.

    临夏 and 甘南 are missing in every year, 定西 starts in 2003 and 陇南 in 2004. Use the figures
    for shares, not for levels: they do not add up to those of the province.
    """
    source, rows = _read("gansu_prefecture_panel.csv")
    cells = (
        Cell(
            row["prefecture"],
            int(row["year"]),
            row["indicator"],
            _number(row["value"]),
            suspect=row["suspect"] == "suspect",
        )
        for row in rows
    )
    return Panel(source, tuple(cells))


@cache
def laid_off_panel() -> Panel:
    """Return the laid-off workers of state enterprises by province at year-end, 1998-2004.

    The only indicator is ``laid_off_wan``; the row 全国 is the printed national figure.
    """
    source, rows = _read("soe_laid_off_by_province.csv")
    columns = {str(year): ("laid_off_wan", year) for year in range(1998, 2005)}
    return Panel(source, tuple(_wide(rows, "area_zh", columns)))


@cache
def registered_panel() -> Panel:
    """Return registered unemployed (``unemployed_wan``) and rates (``rate_pct``) by province.

    The years are 1990 and 2003-2005.
    """
    source, rows = _read("registered_unemployed_by_province.csv")
    columns = {
        f"{indicator}_{year}": (indicator, year)
        for indicator in ("unemployed_wan", "rate_pct")
        for year in (1990, 2003, 2004, 2005)
    }
    return Panel(source, tuple(_wide(rows, "area_zh", columns)))


@cache
def cities_panel(province: str) -> Panel:
    """Return the cities of 陕西 or 江西 in 2003, with the indicators of :func:`gansu_panel`.

    Raises:
        UnknownNameError: the panel has no cities of that province.
    """
    source, rows = _read("cities_shaanxi_jiangxi_2003.csv")
    known = tuple(dict.fromkeys(row["province_zh"] for row in rows))
    if province not in known:
        raise UnknownNameError(Message(_("province")), province, known)
    found = [row for row in rows if row["province_zh"] == province]
    names = ("pop_wan", "unit_wan", "priv_persons", "unemp_persons")
    return Panel(source, tuple(_wide(found, "city_zh", {name: (name, 2003) for name in names})))


@frozen
class YearTarget:
    """A target of a year and its result (年度目标和完成情况); ``None`` where unknown.

    *bound* is ``at_least`` or ``at_most``, and empty for an amount without a target. Each figure
    has its own standing.
    """

    year: int
    indicator: str
    unit: str
    target: Decimal | None
    bound: str
    target_standing: Standing | None
    result: Decimal | None
    result_standing: Standing | None
    note: str


def national_targets() -> tuple[YearTarget, ...]:
    """Return the yearly national targets of 2003-2008 and their results."""
    return _targets("全国")


def gansu_targets() -> tuple[YearTarget, ...]:
    """Return the targets of Gansu that are known, of 2003, 2007, 2009 and 2010."""
    return _targets("甘肃省")


@cache
def _targets(place: str) -> tuple[YearTarget, ...]:
    _source, rows = _read("national_targets.csv")
    return tuple(
        YearTarget(
            int(row["year"]),
            row["indicator"],
            row["unit"],
            _number(row["target"]),
            row["bound"],
            _standing(row["target_standing"]),
            _number(row["result"]),
            _standing(row["result_standing"]),
            row["note"],
        )
        for row in rows
        if row["place_zh"] == place
    )


def _read(name: str) -> tuple[str, list[_Row]]:
    with (_DATA / name).open(encoding="utf-8", newline="") as lines:
        source = next(lines).removeprefix("# source: ").rstrip("\n")
        return source, list(csv.DictReader(lines))


def _wide(
    rows: Iterable[_Row], unit: str, columns: Mapping[str, tuple[str, int]]
) -> Iterator[Cell]:
    """Read rows of one unit each; the column *suspect* names the columns of suspect cells."""
    for row in rows:
        doubtful = row["suspect"].split(";")
        for column, (indicator, year) in columns.items():
            value = _number(row[column])
            yield Cell(row[unit], year, indicator, value, suspect=column in doubtful)


def _number(text: str) -> Decimal | None:
    return Decimal(text) if text else None


def _standing(text: str) -> Standing | None:
    return Standing.read(text) if text else None
