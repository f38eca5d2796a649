"""Targets, tasks, indicators and transfers (目标分解、任务、指标、转移支付)."""

from datetime import date
from fractions import Fraction

from attrs import evolve

from gansu_reemployment.desks.desk import Desk
from gansu_reemployment.measures.targets.assessment.assessment import (
    ASSESSMENT,
    Ranking,
    ScoreSheet,
)
from gansu_reemployment.measures.targets.breakdown.breakdown import BREAKDOWN, Breakdown
from gansu_reemployment.measures.targets.breakdown.table import (
    TARGET_TABLE,
    TargetPlan,
    TargetTable,
)
from gansu_reemployment.measures.targets.facts import Factor, Target
from gansu_reemployment.measures.targets.indicators import (
    ISSUE_RATE,
    LEDGER_RATE,
    NET_NEW_JOBS,
    NEW_JOBS,
    REEMPLOYMENT_RATE,
    SHORT_UNEMPLOYMENT_RATE,
    UNEMPLOYMENT_RATE,
    CertificateCount,
    Coverage,
    EmployedStock,
    LabourForce,
    LedgerCount,
    NewlyEmployed,
    Reemployment,
    ShortLabourForce,
)
from gansu_reemployment.measures.targets.progress import PROGRESS, Count, Pace
from gansu_reemployment.measures.targets.tasks.tasks import DUE_TASKS, Duty, Span
from gansu_reemployment.measures.targets.transfers import ALLOCATE, Appropriation, Transfer
from gansu_reemployment.working.outcome import Outcome


class TargetDesk(Desk):
    """The desk for targets, tasks, indicators and transfers (目标窗口)."""

    def breakdown(self, target: Target, *, on: date) -> Outcome[Breakdown]:
        """Divide a target among its units (目标分解).

        Where the target has no factors, the weights are those that a plugin gives for this
        place and the year of *on*.

        Raises:
            InvalidFactsError: no division is possible; every fault says where and by how much.
        """
        weights = self.host.weights(self.region, on.year) if target.factors is None else None
        if weights:
            target = evolve(target, factors=(Factor(weights=weights),))
        return self._decide(BREAKDOWN, target, on)

    def target_table(self, plan: TargetPlan, *, on: date) -> Outcome[TargetTable]:
        """Divide several indicators and assign rates in one table (目标任务表).

        Raises:
            InvalidFactsError: a column cannot be divided; every fault says where and by how much.
        """
        return self._decide(TARGET_TABLE, plan, on)

    def net_new_jobs(self, stock: EmployedStock, *, on: date) -> Outcome[int]:
        """Give the net new jobs of a period (净增就业)."""
        return self._decide(NET_NEW_JOBS, stock, on)

    def new_jobs(self, moves: NewlyEmployed, *, on: date) -> Outcome[int]:
        """Give the new jobs of a period (新增就业)."""
        return self._decide(NEW_JOBS, moves, on)

    def unemployment_rate(self, force: LabourForce, *, on: date) -> Outcome[Fraction]:
        """Give the registered urban unemployment rate (城镇登记失业率)."""
        return self._decide(UNEMPLOYMENT_RATE, force, on)

    def short_unemployment_rate(self, force: ShortLabourForce, *, on: date) -> Outcome[Fraction]:
        """Give the short form of that rate, for prefecture data (登记失业率简式)."""
        return self._decide(SHORT_UNEMPLOYMENT_RATE, force, on)

    def reemployment_rate(self, count: Reemployment, *, on: date) -> Outcome[Fraction]:
        """Give the re-employment rate on the stated base (再就业率)."""
        return self._decide(REEMPLOYMENT_RATE, count, on)

    def issue_rate(self, count: CertificateCount, *, on: date) -> Outcome[Coverage]:
        """Give the share of the entitled who hold their certificate (优惠证发放率)."""
        return self._decide(ISSUE_RATE, count, on)

    def ledger_rate(self, count: LedgerCount, *, on: date) -> Outcome[Coverage]:
        """Give the share of the “4050” persons who have a ledger (建账率)."""
        return self._decide(LEDGER_RATE, count, on)

    def allocate(self, transfer: Transfer, *, on: date) -> Outcome[Appropriation]:
        """Divide money by factors, exact to the fen (专项转移支付分配)."""
        return self._decide(ALLOCATE, transfer, on)

    def assessment(self, sheet: ScoreSheet, *, on: date) -> Outcome[Ranking]:
        """Add points, rank places and put them into bands (考核)."""
        return self._decide(ASSESSMENT, sheet, on)

    def progress(self, count: Count, *, on: date) -> Outcome[Pace]:
        """Compare a count with its target and the time elapsed (目标完成进度)."""
        return self._decide(PROGRESS, count, on)

    def due_tasks(self, span: Span, *, on: date) -> Outcome[tuple[Duty, ...]]:
        """List the tasks of the Gansu opinion that fall due in a span of days (应办任务)."""
        return self._decide(DUE_TASKS, span, on)
