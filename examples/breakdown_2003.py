"""100,000 jobs over the prefectures of Gansu, by one factor and by two (目标分解试算).

The actual division of the target of 2003 is unknown, and no document states weights: this is a
calculation, not history. The factors are urban unit employment and registered unemployed of
2004, the first year with figures for twelve of the fourteen prefectures. 临夏 and 甘南 are in no
year of the panel, so they are skipped, not counted as zero.

Usage: ``python examples/breakdown_2003.py [FOLDER]``; with a folder the table is also written
there as a workbook with a chart, and both methods as a picture.
"""

import sys
from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from pathlib import Path

from gansu_reemployment import Bureau, Outcome
from gansu_reemployment.charts import Chart, breakdown_chart
from gansu_reemployment.data.panels import gansu_panel
from gansu_reemployment.measures.targets.breakdown.breakdown import Breakdown
from gansu_reemployment.measures.targets.facts import Factor, Target
from gansu_reemployment.measures.targets.filled_table.check import AddsUp, check_table
from gansu_reemployment.measures.targets.filled_table.files import read_table
from gansu_reemployment.sheets import SUM, Column, Graph, Label, Sheet, as_markdown, as_xlsx

DAY = date(2003, 6, 10)
TOTAL = 100_000
#: The split between the two factors, and the multiple, are the issuer's choice.
SHARES = (Fraction(60, 100), Fraction(40, 100))
LOT = 50

EMPLOYED = gansu_panel().column("unit_wan", 2004)
UNEMPLOYED = gansu_panel().column("unemp_persons", 2004)


def main(folder: Path | None = None) -> None:
    """Divide the target by one factor and by two, explain the first and print both."""
    one, two = divided()
    print(one.explain("zh_CN"), "\n")
    table = sheet(allocated(one), allocated(two))
    print(as_markdown(table, "zh_CN"))
    if folder:
        write(folder / "breakdown_2003.xlsx", table)
        chart(one.unwrap(), two.unwrap()).save(folder / "breakdown_2003.svg")


def divided() -> tuple[Outcome[Breakdown], Outcome[Breakdown]]:
    """Divide the target by one factor and by two."""
    bureau = Bureau.of("甘肃省")
    one = Target(total=TOTAL, factors=(Factor(weights=EMPLOYED),))
    two = Target(
        total=TOTAL,
        factors=(
            Factor(name="单位从业人员", share=SHARES[0], weights=EMPLOYED),
            Factor(name="登记失业人员", share=SHARES[1], weights=UNEMPLOYED),
        ),
        lot=LOT,
    )
    return bureau.breakdown(one, on=DAY), bureau.breakdown(two, on=DAY)


def sheet(one: Mapping[str, int], two: Mapping[str, int]) -> Sheet:
    """Build the official table of both divisions."""
    return Sheet(
        title=Label("新增就业目标分解试算表", "Trial breakdown of the target of new jobs"),
        unit=Label("人", "persons"),
        columns=(
            Column(Label("地区", "Place"), names=True),
            Column(
                Label("新增就业目标", "Target of new jobs"),
                columns=(
                    Column(Label("单因素", "One factor"), total=SUM),
                    Column(Label("双因素", "Two factors"), total=SUM),
                ),
            ),
        ),
        rows=[(place, one[place], two[place]) for place in one],
        notes=(
            Label("试算，非历史分解。", "A calculation, not a historical breakdown."),
            Label(
                "单因素：2004年单位从业人员。双因素：单位从业人员60%，登记失业人员40%，取50的整数倍。",
                "One factor: unit employment of 2004. Two: 60% of it and 40% registered "
                "unemployed, in multiples of 50.",
            ),
            Label("临夏、甘南无数据。", "There are no figures for 临夏 and 甘南."),
        ),
        graph=Graph(names=0, bars=(1, 2)),
    )


def chart(one: Breakdown, two: Breakdown) -> Chart:
    """Draw both divisions, with their words in both languages."""
    return breakdown_chart(
        {"单因素 one factor": one, "双因素 two factors": two},
        title="新增就业目标分解试算 · Trial breakdown of a target of new jobs",
        under="试算，非历史分解；临夏、甘南无数据 · a calculation, not history; no figures for two",
    )


def write(path: Path, table: Sheet) -> None:
    """Write the workbook, then read and check it like any filled table."""
    path.write_bytes(as_xlsx(table))
    filled = read_table(path, header=3, depth=2)
    findings = check_table(filled, [AddsUp("合计", rows=tuple(EMPLOYED))])
    print(f"{path.name}: {len(findings)} 处不符")


def allocated(outcome: Outcome[Breakdown]) -> Mapping[str, int]:
    """Return the allocation of a decided outcome."""
    return outcome.unwrap().allocation


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
