"""The offset of every office, tax and quarter from the relief ledger (减免税台账抵减汇总).

Three ledgers are kept: of the state tax offices, of the local tax offices, and of the industry
and commerce offices with the finance departments. Only entries that are approved count.

>>> from datetime import date
>>> entry = ReliefEntry(
...     taxpayer="某饮食店", authority=Authority.LOCAL_TAX, office="秦城分局",
...     tax=Tax.BUSINESS_TAX, year=2003, quarter=3, approved=True, amount=Yuan("1200.50"),
... )
>>> task = OfficeTask(
...     authority=Authority.LOCAL_TAX, office="秦城分局", tax=Tax.BUSINESS_TAX, year=2003,
...     quarter=3, task=Yuan(10_000),
... )
>>> ledger = OffsetLedger(entries=(entry,), tasks=(task,))
>>> table = office_offsets(CaseWorking(on=date(2003, 9, 30)), ledger, OffsetRules()).value
>>> table.rows[0].relief, table.rows[0].result.adjusted_task
(Yuan('1200.50'), Yuan('8799.50'))
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive
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
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

_ZERO = Yuan(0)


def _is_quarter(value: int) -> Message | None:
    return None if value in range(1, 5) else Message(_("a quarter is 1 to 4"))


@frozen(kw_only=True, slots=False)
class ReliefEntry(CheckedFacts):
    """An entry of the relief ledger (减免税台账); *amount* is yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    taxpayer: str = fact("纳税人", "taxpayer")
    authority: Authority = fact("台账单位", "authority")
    office: str = fact("基层单位", "office")
    tax: Tax = fact("税费种类", "tax")
    year: int = fact("年度", "year", positive)
    quarter: int = fact("季度", "quarter", _is_quarter)
    approved: bool = fact("已批准", "approved")
    amount: Yuan = fact("减免税额", "relief", not_negative)


@frozen(kw_only=True, slots=False)
class OfficeTask(CheckedFacts):
    """The collection task of one office for one tax and quarter, in yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    authority: Authority = fact("台账单位", "authority")
    office: str = fact("基层单位", "office")
    tax: Tax = fact("税费种类", "tax")
    year: int = fact("年度", "year", positive)
    quarter: int = fact("季度", "quarter", _is_quarter)
    task: Yuan | None = fact("收入任务", "collection task", not_negative)
    collected: Yuan | None = fact("已征收", "collected", not_negative, default=_ZERO)
    granted: bool | None = fact("同意抵减", "offset granted", default=True)


#: Authority, office, tax, year and quarter (0 for the whole year).
Key = tuple[Authority, str, Tax, int, int]


@frozen(kw_only=True, slots=False)
class OffsetLedger(CheckedFacts):
    """The entries and tasks of any number of offices.

    Args:
        entries: 减免税台账.
        tasks: 收入任务, at most one for an office, tax and quarter.
        yearly: settle whole years instead of quarters.

    Raises:
        InvalidFactsError: with every fault.
    """

    entries: tuple[ReliefEntry, ...] = fact("减免税台账", "relief ledger", default=())
    tasks: tuple[OfficeTask, ...] = fact("收入任务", "tasks", default=())
    yearly: bool = fact("按年度清算", "settled by year", default=False)

    def contradictions(self) -> list[Fault]:
        """Give the tasks that are set twice, and years in which the offset is granted in part."""
        keys = [_key(task, yearly=False) for task in self.tasks or ()]
        faults = [
            Fault.at(f"tasks[{place}]", _("this task is given twice"))
            for place, key in enumerate(keys)
            if key in keys[:place]
        ]
        years = _grouped(self.tasks or (), yearly=True).values() if self.yearly else ()
        if any(len({task.granted for task in tasks}) > 1 for tasks in years):
            faults.append(Fault.at("tasks", _("an offset is granted for a part of the year only")))
        return faults


@frozen
class OfficeOffset:
    """One line of the table: *result* is ``None`` where the task is not known or not open."""

    authority: Authority = fact("台账单位", "authority")
    office: str = fact("基层单位", "office")
    tax: Tax = fact("税费种类", "tax")
    year: int = fact("年度", "year")
    quarter: int = fact("季度", "quarter")
    relief: Yuan = fact("减免税额", "relief")
    result: CollectionOffset | None = fact("抵减结果", "offset")


@frozen
class OffsetTable:
    """The lines of the table, by authority, office, tax and period; 0 is the whole year."""

    rows: tuple[OfficeOffset, ...] = fact("抵减表", "table of offsets")

    def of(self, authority: Authority) -> tuple[OfficeOffset, ...]:
        """Give the lines of one authority's ledger."""
        return tuple(row for row in self.rows if row.authority is authority)


def office_offsets(w: CaseWorking, x: OffsetLedger, rules: OffsetRules) -> Outcome[OffsetTable]:
    """Work the offset of every office, tax and quarter (抵减汇总表).

    For single cases only; over a frame of entries use ``bureau.columns.office_offsets``.
    """
    w.require(rules.permitted, w.use(rules.permitted), NOT_PERMITTED)
    w.use(rules.method)
    reliefs = _grouped([e for e in x.entries if e.approved], yearly=x.yearly)
    tasks = _grouped(x.tasks, yearly=x.yearly)
    keys = sorted({**reliefs, **tasks}, key=_order)
    rows = [_row(w.on, rules, key, reliefs.get(key, []), tasks.get(key, [])) for key in keys]
    return w.outcome(OffsetTable(tuple(rows)))


def _key(row: Any, *, yearly: bool) -> Key:
    return (row.authority, row.office, row.tax, row.year, 0 if yearly else row.quarter)


def _order(key: Key) -> tuple[int, str, int, int, int]:
    authority, office, tax, year, quarter = key
    return (list(Authority).index(authority), office, list(Tax).index(tax), year, quarter)


def _grouped(rows: Sequence[Any], *, yearly: bool) -> dict[Key, list[Any]]:
    groups: dict[Key, list[Any]] = {}
    for row in rows:
        groups.setdefault(_key(row, yearly=yearly), []).append(row)
    return groups


def _row(
    on: date, rules: OffsetRules, key: Key, entries: list[ReliefEntry], tasks: list[OfficeTask]
) -> OfficeOffset:
    facts = Collection(
        task=_sum([task.task for task in tasks]),
        reliefs=tuple(entry.amount for entry in entries),
        collected=_sum([task.collected for task in tasks]),
        granted=tasks[0].granted if tasks else None,
    )
    case = CaseWorking(on)
    outcome = collection_offset(case, case.read(facts), rules)
    return OfficeOffset(*key, sum(facts.reliefs or (), _ZERO), outcome.value)


def _sum(amounts: list[Yuan | None]) -> Yuan | None:
    """Add the amounts; where one is unknown, or there is none, the sum is unknown."""
    known = [amount for amount in amounts if amount is not None]
    return sum(known, _ZERO) if known and len(known) == len(amounts) else None


OFFICE_OFFSETS: Measure[OffsetLedger, OffsetTable] = Measure(
    "office_offsets",
    "抵减汇总表",
    "offsets by office, tax and quarter",
    office_offsets,
    OffsetLedger,
    OffsetRules,
    columns=False,
)
