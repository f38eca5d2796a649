"""Offset against collection tasks: worked cases, ledgers by office, sums to the fen."""

from collections.abc import Callable
from contextlib import nullcontext
from datetime import date
from fractions import Fraction
from typing import Any

import polars as pl
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment.columns.offices import grouped_reliefs
from gansu_reemployment.errors import AmendmentError, InvalidFactsError
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.measures.taxes.collection_offset.offices import (
    OfficeTask,
    OffsetLedger,
    OffsetTable,
    ReliefEntry,
    office_offsets,
)
from gansu_reemployment.measures.taxes.collection_offset.offset import (
    Collection,
    CollectionOffset,
    OffsetRules,
    collection_offset,
)
from gansu_reemployment.measures.taxes.collector import (
    Authority,
    CollectorRules,
    Levy,
    collector,
)
from gansu_reemployment.measures.taxes.facts import Tax
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking

DAY = date(2003, 9, 30)
ENTRY = ReliefEntry(
    taxpayer="某饮食店",
    authority=Authority.LOCAL_TAX,
    office="甲所",
    tax=Tax.BUSINESS_TAX,
    year=2003,
    quarter=3,
    approved=True,
    amount=Yuan("100.01"),
)
TASK = OfficeTask(
    authority=Authority.LOCAL_TAX,
    office="甲所",
    tax=Tax.BUSINESS_TAX,
    year=2003,
    quarter=3,
    task=Yuan(1_000),
    collected=Yuan(450),
    granted=True,
)

amounts = st.integers(0, 10**9).map(Yuan.from_fen)
entries = st.builds(
    ReliefEntry,
    taxpayer=st.just("某户"),
    authority=st.sampled_from(Authority),
    office=st.sampled_from(["甲所", "乙所"]),
    tax=st.sampled_from([Tax.BUSINESS_TAX, Tax.FEES]),
    year=st.just(2003),
    quarter=st.integers(3, 4),
    approved=st.booleans(),
    amount=amounts,
)


def table(
    *rows: ReliefEntry, tasks: tuple[OfficeTask, ...] = (), yearly: bool = False
) -> OffsetTable:
    """Return the table of a ledger."""
    ledger = OffsetLedger(entries=rows, tasks=tasks, yearly=yearly)
    value = office_offsets(CaseWorking(DAY), ledger, OffsetRules()).value
    assert value is not None
    return value


def offset(facts: Collection, on: date = DAY) -> CollectionOffset:
    """Return the value of a case that is decided."""
    case = CaseWorking(on)
    value = collection_offset(case, case.read(facts), OffsetRules()).value
    assert value is not None
    return value


@pytest.mark.parametrize("name", ["collection_offset", "collection_offset_more"])
def test_worked_cases(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """Every worked case comes out as written, to the fen."""
    assert {} == {r.vector.name: r.failures for r in run_vectors(name) if r.failures}


def test_method_is_marked_as_assumed() -> None:
    """No official formula is known, and the explanation says so."""
    case = CaseWorking(DAY)
    facts = case.read(Collection(task=Yuan(1), reliefs=(), collected=Yuan(0), granted=True))
    outcome = collection_offset(case, facts, OffsetRules())
    standings = {u.rule.path: u.provision.cite.standing for u in outcome.citations}
    assert Standing.ASSUMED is standings["collection_offset.method"]
    assert Standing.READ is standings["collection_offset.permitted"]


@pytest.mark.parametrize(("region", "refused"), [("620000", False), ("620600", True)])
def test_method_is_set_by_the_province(region: str, *, refused: bool) -> None:
    """The opinion 二(五) asks four provincial bodies for the measure, and no place below."""
    rule = OffsetRules().method
    with pytest.raises(AmendmentError) if refused else nullcontext():
        rule.check_delegated(region)


def test_offset_is_permitted_from_the_opinion_on() -> None:
    """The day before the Gansu opinion no rule is known, on the day it is."""
    facts = Collection(task=Yuan(1), reliefs=(Yuan(1),), collected=Yuan(0), granted=True)
    case = CaseWorking(date(2003, 6, 9))
    outcome = collection_offset(case, case.read(facts), OffsetRules())
    assert date(2003, 6, 9) == lacking(outcome)["collection_offset.permitted"]
    assert Yuan(0) == offset(facts, date(2003, 6, 10)).adjusted_task


def test_no_task_left_has_no_completion() -> None:
    """Nothing can be divided by a task of zero."""
    assert (
        None
        is offset(
            Collection(task=Yuan(1), reliefs=(Yuan(1),), collected=Yuan(0), granted=True)
        ).completion
    )


@pytest.mark.parametrize("reliefs", [(Yuan(-1),), ("-1.00",), (1.0,)])
def test_reliefs_are_amounts(reliefs: Any) -> None:
    """A negative relief, or one that is not an amount, is a fault."""
    with pytest.raises(InvalidFactsError) as caught:
        Collection(task=Yuan(1), reliefs=reliefs)
    assert {"reliefs"} == {fault.path.partition("[")[0] for fault in caught.value.faults}


@given(task=amounts, reliefs=st.lists(amounts, max_size=5), granted=st.booleans())
def test_offset_conserves(task: Yuan, reliefs: list[Yuan], *, granted: bool) -> None:
    """Offset and excess make up the relief; the task is never below zero."""
    facts = Collection(task=task, reliefs=tuple(reliefs), collected=Yuan(0), granted=granted)
    result = offset(facts)
    assert (sum(reliefs, Yuan(0)) if granted else Yuan(0)) == result.offset + result.excess
    assert task == result.offset + result.adjusted_task
    assert result.adjusted_task >= Yuan(0)


collections = st.builds(
    Collection,
    task=st.none() | amounts,
    reliefs=st.lists(amounts, max_size=3).map(tuple),
    collected=st.none() | amounts,
    granted=st.none() | st.booleans(),
)


@settings(max_examples=25)
@given(st.lists(collections, min_size=5, max_size=15))
def test_columns_equal_cases(both: Callable[..., Any], facts: list[Collection]) -> None:
    """Columns of sums give what one explained case gives."""
    cases, rows = both(collection_offset, facts, DAY)
    assert [readable(row) for row in cases] == [readable(row) for row in rows]


def readable(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row with its completion as an exact number and what is missing sorted."""
    completion = row["collection_offset_completion"]
    missing = row["collection_offset_missing"]
    return {
        **row,
        "collection_offset_completion": None if completion is None else Fraction(completion),
        "collection_offset_missing": missing and sorted(missing.split(";")),
    }


class TestLedger:
    """The relief ledger by office, tax and quarter."""

    def test_only_approved_entries_count(self) -> None:
        """An entry that waits for approval takes nothing off the task."""
        waiting = evolve(ENTRY, approved=False, amount=Yuan(50))
        (row,) = table(ENTRY, waiting, tasks=(TASK,)).rows
        assert row.result is not None
        assert (Yuan("100.01"), Yuan("899.99")) == (row.relief, row.result.adjusted_task)

    def test_entries_without_a_task_are_shown(self) -> None:
        """Their relief is in the table, without a result."""
        (row,) = table(ENTRY).rows
        assert (Yuan("100.01"), None) == (row.relief, row.result)

    def test_tasks_without_entries_are_shown(self) -> None:
        """Their task stays as it is."""
        (row,) = table(tasks=(TASK,)).rows
        assert row.result is not None
        assert (Yuan(0), Yuan(1_000)) == (row.relief, row.result.adjusted_task)

    def test_year_is_settled_as_a_whole(self) -> None:
        """Relief beyond one quarter's task is offset in the year."""
        later = evolve(TASK, quarter=4)
        much = evolve(ENTRY, amount=Yuan(1_500))
        quarters = table(much, tasks=(TASK, later)).rows
        assert [Yuan(500), Yuan(0)] == [row.result.excess for row in quarters if row.result]
        (year,) = table(much, tasks=(TASK, later), yearly=True).rows
        assert year.result is not None
        assert (0, Yuan(500), Yuan(0)) == (
            year.quarter,
            year.result.adjusted_task,
            year.result.excess,
        )

    def test_unknown_task_of_a_quarter_leaves_the_year_open(self) -> None:
        """A sum with an unknown part is unknown."""
        (row,) = table(tasks=(TASK, evolve(TASK, quarter=4, task=None)), yearly=True).rows
        assert row.result is None

    def test_task_given_twice_is_a_fault(self) -> None:
        """An office has one task for a tax and quarter."""
        with pytest.raises(InvalidFactsError) as caught:
            OffsetLedger(tasks=(TASK, TASK))
        assert ["tasks[1]"] == [fault.path for fault in caught.value.faults]

    def test_year_is_granted_whole_or_not(self) -> None:
        """A year whose offset is granted for some quarters only cannot be settled as one."""
        with pytest.raises(InvalidFactsError, match="tasks: "):
            OffsetLedger(tasks=(TASK, evolve(TASK, quarter=4, granted=False)), yearly=True)

    @pytest.mark.parametrize("quarter", [0, 5])
    def test_quarter_lies_in_the_year(self, quarter: int) -> None:
        """There are four quarters."""
        with pytest.raises(InvalidFactsError, match="quarter: "):
            evolve(ENTRY, quarter=quarter)

    @given(st.lists(entries, max_size=12))
    def test_sums_by_office_equal_the_entries(self, rows: list[ReliefEntry]) -> None:
        """Nothing is lost between the ledger and the table, to the fen."""
        result = table(*rows)
        approved = sum((row.amount for row in rows if row.approved), Yuan(0))
        assert approved == sum((row.relief for row in result.rows), Yuan(0))
        by_ledger = [line for authority in Authority for line in result.of(authority)]
        assert list(result.rows) == by_ledger

    @settings(max_examples=20)
    @given(st.lists(entries, max_size=12))
    def test_frame_groups_as_the_case_does(self, rows: list[ReliefEntry]) -> None:
        """The grouped frame has the same sums as the table, entries without a task included."""
        frame = grouped_reliefs(frame_of(rows), tasks_frame(), "fen")
        sums = {
            (r["authority"], r["office"], r["tax"], r["quarter"]): r["reliefs"]
            for r in frame.to_dicts()
        }
        expected = {
            (r.authority.code, r.office, r.tax.code, r.quarter): r.relief.fen
            for r in table(*rows, tasks=(TASK,)).rows
        }
        assert expected == sums


def frame_of(rows: list[ReliefEntry]) -> pl.DataFrame:
    """Build a frame of entries."""
    schema = {
        "authority": pl.String,
        "office": pl.String,
        "tax": pl.String,
        "year": pl.Int64,
        "quarter": pl.Int64,
        "approved": pl.Boolean,
        "amount": pl.Int64,
    }
    data = [
        (r.authority.code, r.office, r.tax.code, r.year, r.quarter, r.approved, r.amount.fen)
        for r in rows
    ]
    return pl.DataFrame(data, schema=schema, orient="row")


def tasks_frame() -> pl.DataFrame:
    """Build a frame of the one task."""
    return pl.DataFrame(
        {
            "authority": ["local_tax"],
            "office": ["甲所"],
            "tax": ["business_tax"],
            "year": [2003],
            "quarter": [3],
            "task": [100_000],
            "collected": [45_000],
            "granted": [True],
        }
    )


@pytest.mark.parametrize(
    ("tax", "registered_on", "authority"),
    [
        (Tax.BUSINESS_TAX, None, Authority.LOCAL_TAX),
        (Tax.FEES, None, Authority.COMMERCE),
        (Tax.ENTERPRISE_INCOME_TAX, date(2001, 12, 31), Authority.LOCAL_TAX),
        (Tax.ENTERPRISE_INCOME_TAX, date(2002, 1, 1), Authority.STATE_TAX),
    ],
)
def test_three_ledgers(tax: Tax, registered_on: date | None, authority: Authority) -> None:
    """Income tax of enterprises registered from 2002 on is the state tax bureau's."""
    case = CaseWorking(DAY)
    facts = Levy(tax=tax, registered_on=registered_on)
    assert authority is collector(case, case.read(facts), CollectorRules()).value


def test_income_tax_asks_for_the_registration() -> None:
    """Without the day of registration the ledger is open, as may be the main turnover tax."""
    case = CaseWorking(DAY)
    facts = Levy(tax=Tax.ENTERPRISE_INCOME_TAX)
    asked = collector(case, case.read(facts), CollectorRules()).missing
    assert ("registered_on", "pays_business_tax") == asked
