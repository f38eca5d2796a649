"""From reports to the circular of June 2003, with its table and charts (月度通报).

Neither the division of Gansu's target of 2003 nor counts by prefecture are known: targets and
reports here are invented. With a folder the circular is also written there as a page of A4 and as
a spreadsheet, with its two charts.

Usage: ``python examples/monthly_circular.py [FOLDER]``
"""

import sys
from datetime import date
from pathlib import Path

from gansu_reemployment.charts import progress_chart, progress_map
from gansu_reemployment.measures.targets.circular.circular import Circular, circular
from gansu_reemployment.measures.targets.circular.reports import Counted
from gansu_reemployment.measures.targets.circular.words import sentences
from gansu_reemployment.regions import find_region
from gansu_reemployment.sheets import Filing, as_markdown, as_xlsx, circular_html, circular_sheet

UNTIL = date(2003, 6, 30)
#: Percentage points within which progress is on time: the issuer's choice.
TOLERANCE = 5
OFFICE = Filing(by="甘肃省劳动和社会保障厅", on=date(2003, 7, 5))

#: Target of the year, the count of January to May, and the count of June.
LEDGER = {
    "兰州市": (29_300, 14_900, 2_600),
    "嘉峪关市": (2_000, 800, 150),
    "金昌市": (4_200, 1_500, 250),
    "白银市": (8_000, 2_900, 600),
    "天水市": (8_900, 4_000, 700),
    "武威市": (4_700, 2_300, 420),
    "张掖市": (4_500, 2_100, 380),
    "平凉市": (6_000, 2_200, 310),
    "酒泉市": (4_700, 2_250, 400),
    "庆阳市": (4_800, 1_700, 450),
    "定西市": (4_900, 1_600, 300),
    "陇南地区": (5_300, 2_000, None),
    "临夏州": (7_000, 2_400, 500),
    "甘南州": (5_700, 2_700, 480),
}


def reports() -> list[Counted]:
    """Return the reports received; that of 陇南 for June is missing."""
    made = []
    for name, (_target, until_may, june) in LEDGER.items():
        place = find_region(name)
        spring = date(2003, 1, 1), date(2003, 5, 31), until_may
        for since, until, number in (spring, (date(2003, 6, 1), UNTIL, june)):
            if number is not None:
                made.append(Counted(place=place, since=since, until=until, number=number))
    return made


def june() -> Circular:
    """Build the circular of June."""
    targets = {find_region(name): target for name, (target, *_counts) in LEDGER.items()}
    return circular(targets, reports(), until=UNTIL, tolerance=TOLERANCE)


def main(folder: Path | None = None) -> None:
    """Print the circular."""
    made = june()
    for phrase in sentences(made):
        print(phrase.show("zh_CN"))
    print()
    print(as_markdown(circular_sheet(made), "zh_CN"))
    if folder:
        (folder / "circular.html").write_text(
            circular_html(made, "zh_CN", OFFICE), encoding="utf-8"
        )
        (folder / "circular.xlsx").write_bytes(
            as_xlsx(circular_sheet(made, OFFICE), locale="zh_CN")
        )
        progress_chart(made, "zh_CN").save(folder / "progress.svg")
        progress_map(made, "zh_CN").save(folder / "map.svg")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
