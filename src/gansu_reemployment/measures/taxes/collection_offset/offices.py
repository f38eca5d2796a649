"""The offset of every office, tax and quarter from the relief ledger (减免税台账抵减汇总).

Three ledgers are kept: one by the state tax offices, one by the local tax offices, and one by
the industry and commerce offices with the finance departments. Only approved entries count.

>>> entry = ReliefEntry(
...     taxpayer="某饮食店", authority=Authority.LOCAL_TAX, office="秦城分局",
...     tax=Tax.BUSINESS_TAX, year=2003, quarter=3, approved=True, amount=Yuan("1200.50"),
... )
>>> task = OfficeTask(
...     authority=Authority.LOCAL_TAX, office="秦城分局", tax=Tax.BUSINESS_TAX, year=2003,
...     quarter=3, task=Yuan(10_000), collected=Yuan(9_000), granted=True,
... )
>>> ledger = OffsetLedger(entries=(entry,), tasks=(task,))
>>> table = office_offsets(CaseWorking(on=date(2003, 9, 30)), ledger, OffsetRules()).value
>>> table.rows[0].relief, table.rows[0].result.adjusted_task
(Yuan('1200.50'), Yuan('8799.50'))
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TypeVar

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    fact,
    meaning,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.taxes.collection_offset.offset import (
    NOT_PERMITTED,
    Collection,
    CollectionOffset,
    OffsetRules,
    collection_offset,
)
from gansu_reemployment.measures.taxes.collector import Authority
from gansu_reemployment.measures.taxes.facts import Tax
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, measure
from gansu_reemployment.working.tabular import Tabular


def _is_quarter(value: int) -> Message | None:
    return None if value in range(1, 5) else Message(_("a quarter is 1 to 4"))


@frozen(kw_only=True, slots=False)
class ReliefEntry(CheckedFacts):
    """An entry of the relief ledger (减免税台账); *amount* is yuan."""

    taxpayer: str = field(metadata=meaning("纳税人", "taxpayer"))
    authority: Authority = field(metadata=meaning("台账单位", "authority"))
    office: str = field(metadata=meaning("基层单位", "office"))
    tax: Tax = field(metadata=meaning("税费种类", "tax"))
    year: int = field(metadata=meaning("年度", "year", positive))
    quarter: int = field(metadata=meaning("季度", "quarter", _is_quarter))
    approved: bool = field(metadata=meaning("已批准", "approved"))
    amount: Yuan = field(metadata=meaning("减免税额", "relief", not_negative))


@frozen(kw_only=True, slots=False)
class OfficeTask(CheckedFacts):
    """The collection task of one office for one tax and quarter, in yuan."""

    authority: Authority = field(metadata=meaning("台账单位", "authority"))
    office: str = field(metadata=meaning("基层单位", "office"))
    tax: Tax = field(metadata=meaning("税费种类", "tax"))
    year: int = field(metadata=meaning("年度", "year", positive))
    quarter: int = field(metadata=meaning("季度", "quarter", _is_quarter))
    task: Yuan | None = fact("收入任务", "collection task", not_negative)
    collected: Yuan | None = fact("已征收", "collected", not_negative)
    granted: bool | None = fact("同意抵减", "offset granted")


#: Authority, office, tax, year and quarter (0 for the whole year).
Key = tuple[Authority, str, Tax, int, int]
Row = TypeVar("Row", ReliefEntry, OfficeTask)


@frozen(kw_only=True, slots=False)
class OffsetLedger(CheckedFacts):
    """The entries and tasks of any number of offices.

    Args:
        tasks: 收入任务, at most one for an office, tax and quarter.
        yearly: whether whole years are settled, not quarters.
    """

    entries: tuple[ReliefEntry, ...] = fact("减免税台账", "relief ledger", default=())
    tasks: tuple[OfficeTask, ...] = fact("收入任务", "tasks", default=())
    yearly: bool = fact("按年度清算", "settled by year", default=False)

    def contradictions(self) -> list[Fault]:
        """Return the tasks that are set twice, and a year of which a part is granted."""
        keys = [key_of(task, yearly=False) for task in self.tasks or ()]
        faults = [
            Fault.at(f"tasks[{place}]", _("this task is given twice"))
            for place, key in enumerate(keys)
            if key in keys[:place]
        ]
        years = grouped(self.tasks or (), yearly=True).values() if self.yearly else ()
        if any(len({task.granted for task in tasks}) > 1 for tasks in years):
            faults.append(Fault.at("tasks", _("an offset is granted for a part of the year only")))
        return faults


@frozen
class OfficeOffset:
    """One line of the table; its *result* is ``None`` unless the offset is decided."""

    authority: Authority = result_field("台账单位", "authority")
    office: str = result_field("基层单位", "office")
    tax: Tax = result_field("税费种类", "tax")
    year: int = result_field("年度", "year")
    quarter: int = result_field("季度", "quarter")
    relief: Yuan = result_field("减免税额", "relief")
    result: CollectionOffset | None = result_field("抵减结果", "offset")


@frozen
class OffsetTable(Tabular):
    """The lines of the table, by authority, office, tax and period; 0 is the whole year."""

    rows: tuple[OfficeOffset, ...] = result_field("抵减表", "table of offsets")

    def of(self, authority: Authority) -> tuple[OfficeOffset, ...]:
        """Return the lines of one authority's ledger."""
        return tuple(row for row in self.rows if row.authority is authority)


@measure("抵减汇总表", "offsets by office, tax and quarter", columns=False)
def office_offsets(w: CaseWorking, ledger: OffsetLedger, rules: OffsetRules) -> OffsetTable:
    """Offset the relief of every office, tax and quarter against its task (抵减汇总表).

    The day of the law is the last day of the quarter.

    A case function: it decides one offset for each line of the table. Over a frame of entries
    use ``bureau.columns.office_offsets``.
    """
    w.require(rules.permitted, w.use(rules.permitted), NOT_PERMITTED)
    w.cite(rules.method)
    approved = [entry for entry in ledger.entries if entry.approved]
    entries = grouped(approved, yearly=ledger.yearly)
    tasks = grouped(ledger.tasks, yearly=ledger.yearly)
    keys = sorted({*entries, *tasks}, key=place)
    lines = (line(w.on, rules, key, entries.get(key, []), tasks.get(key, [])) for key in keys)
    return OffsetTable(tuple(lines))


def key_of(row: ReliefEntry | OfficeTask, *, yearly: bool) -> Key:
    """Return the line of the table in which an entry or task counts (归入行次)."""
    return (row.authority, row.office, row.tax, row.year, 0 if yearly else row.quarter)


def place(key: Key) -> tuple[int, str, int, int, int]:
    """Return the place of a line in the table (排列顺序)."""
    authority, office, tax, year, quarter = key
    return (list(Authority).index(authority), office, list(Tax).index(tax), year, quarter)


def grouped(rows: Sequence[Row], *, yearly: bool) -> dict[Key, list[Row]]:
    """Return the entries or tasks of each line (分组)."""
    groups: dict[Key, list[Row]] = {}
    for row in rows:
        groups.setdefault(key_of(row, yearly=yearly), []).append(row)
    return groups


def line(
    on: date, rules: OffsetRules, key: Key, entries: list[ReliefEntry], tasks: list[OfficeTask]
) -> OfficeOffset:
    """Compute one line: the relief of its entries, and their offset (抵减表行)."""
    reliefs = tuple(entry.amount for entry in entries)
    facts = Collection(
        task=sum_known(task.task for task in tasks),
        reliefs=reliefs,
        collected=sum_known(task.collected for task in tasks),
        granted=tasks[0].granted if tasks else None,
    )
    case = CaseWorking(on)
    outcome = collection_offset(case, case.read(facts), rules)
    return OfficeOffset(*key, sum(reliefs, Yuan(0)), outcome.value)


def sum_known(amounts: Iterable[Yuan | None]) -> Yuan | None:
    """Add the amounts; where there is none, or one is unknown, the sum is unknown."""
    total: Yuan | None = None
    for amount in amounts:
        if amount is None:
            return None
        total = amount if total is None else total + amount
    return total
