"""The table of divisions (行政区划表), ``data/gansu_divisions.csv``, read as dated regions.

The table lists the divisions as of 2003-06-10 and the approval of each change. The titles and
codes that its notes mention are repeated here as data; a test keeps the two equal.
"""

import csv
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Final

from attrs import evolve, frozen

from gansu_reemployment.regions import (
    GANSU_ID,
    NATION_ID,
    REFERENCE_DAY,
    Dated,
    Level,
    Region,
)

_TABLE: Final = Path(__file__).parent / "data" / "gansu_divisions.csv"

#: Title and code before the approval that gave the unit those of 2003-06-10.
BEFORE: Final = {
    "620600": ("武威地区", "622300"),
    "620602": ("武威市", "622301"),
    "620700": ("张掖地区", "622200"),
    "620702": ("张掖市", "622201"),
    "620800": ("平凉地区", "622700"),
    "620802": ("平凉市", "622701"),
    "620900": ("酒泉地区", "622100"),
    "620902": ("酒泉市", "622102"),
    "621000": ("庆阳地区", "622800"),
    "621002": ("西峰市", "622801"),
    "621021": ("庆阳县", "622821"),
    "621100": ("定西地区", "622400"),
    "621102": ("定西县", "622421"),
}
#: Title since an approval after 2003-06-10.
AFTER: Final = {
    "620502": "秦州区",
    "620503": "麦积区",
    "620824": "华亭市",
    "620922": "瓜州县",
    "622600": "陇南市",
    "622621": "武都区",
}
#: Code in the civil-affairs list, where it differs from that of the statistics list.
CIVIL_AFFAIRS: Final = {"620922": "620925"}

_Row = Mapping[str, str]


@frozen
class _Act:
    """An approval (批准) and its day."""

    day: date
    symbol: str


def read_divisions() -> tuple[Region, ...]:
    """Read the nation, the province and the divisions of the table, in its order."""
    with _TABLE.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(line for line in lines if not line.startswith("#")))
    by_id = {row["code_200306"]: row for row in rows}
    return (
        Region(NATION_ID, "全国", "China", Level.NATION, parent=None),
        Region(GANSU_ID, "甘肃省", "Gansu Province", Level.PROVINCE),
        *(_region(row, by_id.get(row["parent"])) for row in rows),
    )


def _region(row: _Row, prefecture: _Row | None) -> Region:
    # A county without an approval of its own was recoded by that of its prefecture.
    acts = [act for unit in (row, prefecture) if unit and (act := _act(unit))]
    first = next((act for act in acts if act.day <= REFERENCE_DAY), None)
    last = next((act for act in acts if act.day > REFERENCE_DAY), None)
    return Region(
        id=row["code_200306"],
        name=row["name_zh"],
        en=row["name_en"],
        level=Level.COUNTY if prefecture else Level.PREFECTURE,
        parent=row["parent"],
        names=_names(row, first, last),
        codes=_codes(row, first, last),
    )


def _act(row: _Row) -> _Act | None:
    if not row["approval"]:
        return None
    return _Act(date.fromisoformat(row["approval_date"]), row["approval"])


def _names(row: _Row, first: _Act | None, last: _Act | None) -> tuple[Dated, ...]:
    before, _ = BEFORE.get(row["code_200306"], ("", ""))
    after = AFTER.get(row["code_200306"], "")
    return _dated((before, row["name_zh"], after), first if before else None, last)


def _codes(row: _Row, first: _Act | None, last: _Act | None) -> tuple[Dated, ...]:
    now = row["code_200306"]
    _, before = BEFORE.get(now, ("", row["code_200212"]))
    rows = _dated((before, now, row["code_now"]), first, last)
    if now not in CIVIL_AFFAIRS or last is None:
        return rows
    return (*rows, evolve(rows[0], value=CIVIL_AFFAIRS[now], until=last.day))


def _dated(
    values: tuple[str, str, str], first: _Act | None, last: _Act | None
) -> tuple[Dated, ...]:
    """Date the values before, on and after 2003-06-10 by the approvals; empty means no change."""
    before, now, after = values
    since, symbol = (first.day, first.symbol) if first else (None, None)
    until = last.day if last and after else None
    rows = [Dated(now, since, until, symbol)]
    if before:
        rows.insert(0, Dated(before, until=since))
    if last and after:
        rows.append(Dated(after, last.day, approval=last.symbol))
    return tuple(rows)
