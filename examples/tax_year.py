"""A restaurant's tax year: its taxes, its relief, and the effect of further hires.

The restaurant is invented: newly established in Tianshui, audited by the tax office on
1 September 2003, with 25 laid-off persons in a staff of 100. With a folder the chart is also
written there as SVG.

Usage: ``python examples/tax_year.py [FOLDER]``
"""

import sys
from datetime import date
from pathlib import Path

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.charts import hires_chart
from gansu_reemployment.i18n import show
from gansu_reemployment.measures.taxes.facts import Enterprise, EnterpriseKind, Formation, Trade
from gansu_reemployment.measures.taxes.tax_relief.hires import NeededHires
from gansu_reemployment.measures.taxes.tax_relief.settlement import ReliefSettlement, StaffMonth
from gansu_reemployment.measures.taxes.turnover_taxes import Place, TaxItem, Turnover
from gansu_reemployment.measures.taxes.year_income import YearIncome
from gansu_reemployment.sheets import as_markdown, hires_sheet

AUDIT = date(2003, 9, 1)
YEAR_END = date(2003, 12, 31)
#: Laid-off persons and total staff from September to December.
STAFF = {9: (25, 100), 10: (30, 105), 11: (36, 111), 12: (36, 111)}


def main(folder: Path | None = None) -> None:
    """Print the restaurant's relief from the audit to the annual settlement."""
    bureau = Bureau.of("天水市")
    firm = owing(bureau)
    print(bureau.tax_relief(firm, on=AUDIT).explain("zh_CN"), end="\n\n")
    hires = bureau.needed_hires(firm, on=AUDIT).value
    if hires:
        print(f"再招用 {hires.hires} 人即达到下一档，少缴税 {hires.worth} 元\n")
        print(as_markdown(hires_sheet(hires), "zh_CN"))
        write(folder, hires)
    print(settled(bureau, firm))


def owing(bureau: Bureau) -> Enterprise:
    """Return the restaurant with the taxes that it would owe without relief."""
    turnover = Turnover(
        item=TaxItem.SERVICE, turnover=Yuan(800_000), place=Place.CITY, other_taxes=Yuan(0)
    )
    taxes = bureau.turnover_taxes(turnover, on=YEAR_END).value
    income = bureau.income_tax(YearIncome(income=Yuan(180_000), losses=Yuan(0)), on=YEAR_END).value
    if taxes is None:
        raise SystemExit(1)
    return Enterprise(
        enterprise=EnterpriseKind.NEW_SERVICE,
        trade=Trade.CATERING,
        hired=25,
        staff=100,
        contract_years=3,
        formation=Formation.SET_UP,
        mixed=False,
        approved_on=AUDIT,
        business_tax=taxes.business_tax,
        construction_tax=taxes.construction_tax,
        education_surcharge=taxes.education_surcharge,
        enterprise_income_tax=income,
        individual_income_tax=Yuan(0),
    )


def settled(bureau: Bureau, firm: Enterprise) -> str:
    """Return the income tax settled by the average of the four months."""
    months = tuple(
        StaffMonth(month=month, hired=hired, staff=staff) for month, (hired, staff) in STAFF.items()
    )
    outcome = bureau.settled_relief(ReliefSettlement(firm=firm, months=months), on=YEAR_END)
    return f"汇算清缴：{show(outcome.value.payable, 'zh_CN') if outcome.value else outcome.status}"


def write(folder: Path | None, hires: NeededHires) -> None:
    """Write the chart if a folder is given."""
    if folder:
        hires_chart(hires).save(folder / "hires.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
