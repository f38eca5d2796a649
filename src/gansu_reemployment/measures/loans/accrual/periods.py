"""Interest of a running loan, period by period (计息、结息).

Interest is charged on the 20th of the month or of the quarter's last month, or together with
the principal. The rate of a loan over one year is fixed again once a year (一年一定). The bank
(经办银行) charges the interest.

>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> loan = RunningLoan(
...     principal=Yuan(20000), annual_rate=Fraction("0.0549"),
...     drawn_on=date(2003, 7, 15), months=24, interest_paid=True,
... )
>>> case = CaseWorking(on=date(2003, 7, 15))
>>> schedule = interest_periods(case, loan, AccrualRules()).value
>>> print(schedule.first.show("en"))
2003-07-15 to 2003-09-20, 68 days: 207.40 yuan
>>> len(schedule.periods), schedule.total
(9, Yuan('2229.55'))
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final

import attrs
from attrs import frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.fact_model import result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Rule
from gansu_reemployment.measures.loans.accrual.course import Course, Dated, Period
from gansu_reemployment.measures.loans.accrual.rules import AccrualRules, Compounding, Penalty
from gansu_reemployment.measures.loans.facts import Contract, Counting, RunningLoan
from gansu_reemployment.measures.loans.rates import of_basis_points, tier_of
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Incomplete, Reason, Working, formula, measure
from gansu_reemployment.working.tabular import Tabular

REFIXING_NOT_ALLOWED = Reason(
    "refixing-not-allowed", _("The law does not allow the rate to be fixed again in this way.")
)
OVERDUE_OUTSIDE = Reason(
    "overdue-multiple-outside-limits",
    _("The penalty rate on overdue days is outside the limits of the law."),
)
DIVERTED_OUTSIDE = Reason(
    "diverted-multiple-outside-limits",
    _("The penalty rate on diverted days is outside the limits of the law."),
)
#: The facts without which no interest can be computed.
NEEDED: Final = (*(field.name for field in attrs.fields(Contract)), "interest_paid")


@frozen
class InterestSchedule(Tabular):
    """The settled periods of a loan, and all interest charged (计息表)."""

    periods: tuple[Period, ...] = result_field("结息期", "periods")
    total: Yuan = result_field("利息合计", "interest in all")

    @property
    def first(self) -> Period:
        """The first period."""
        return self.periods[0]

    @property
    def last(self) -> Period:
        """The last period."""
        return self.periods[-1]


@measure("分期计息", "Interest by period", columns=False)
def interest_periods(w: Working, loan: RunningLoan, rules: AccrualRules) -> InterestSchedule:
    """Compute the interest of a loan, period by period (分期计息).

    A case function: unpaid interest of a period is carried into the next. The day of the law is
    that of the calculation, and changes nothing: the law on the contract is that of the day of
    drawing, and a rate that is fixed again is that of its own day. Without a day of repayment the
    loan is repaid when due.
    """
    contract = loan.contract()
    if loan.drawn_on is None:
        raise Incomplete(*unknown_terms(loan))
    drawn = w.as_of(loan.drawn_on)
    check_refixing(drawn, loan, rules)
    if contract is None or loan.interest_paid is None:
        raise Incomplete(*unknown_terms(loan))
    for penal in (overdue_days(loan, contract, rules), diverted_days(loan, contract, rules)):
        if penal.since is not None and penal.multiple is not None:
            check_multiple(drawn, penal.multiple, penal, rules)
    form = drawn.use(rules.penalty)
    if missing := multiples_not_agreed(loan, contract, form):
        raise Incomplete(*missing)
    for reading in (rules.settlement, rules.settlement_day, rules.due_day, rules.rounding):
        drawn.cite(reading)
    course = course_of(drawn, loan, contract, rules, form)
    periods = tuple(w.step(_("settled period"), period) for period in course.periods())
    total = sum((period.amount for period in periods), Yuan(0))
    return InterestSchedule(periods, w.step(_("interest in all"), total))


def unknown_terms(loan: RunningLoan) -> list[str]:
    """List the terms of the loan that are needed and unknown."""
    return [name for name in NEEDED if name in loan.unknown]


@formula
def check_refixing(w: Working, loan: RunningLoan, rules: AccrualRules) -> None:
    """Refuse a way of fixing the rate again that the law does not allow (利率调整方式)."""
    w.require(rules.refixings, loan.refixing in w.use(rules.refixings), REFIXING_NOT_ALLOWED)


@formula
def check_multiple(w: Working, multiple: Fraction, penal: "PenalDays", rules: AccrualRules) -> None:
    """Refuse a penalty multiple outside the limits of the law (罚息倍数)."""
    if w.use(rules.penalty) == Penalty.MULTIPLE:
        within = w.use(penal.least) <= multiple <= w.use(penal.most)
        w.require(penal.most, within, penal.outside)


def multiples_not_agreed(loan: RunningLoan, contract: Contract, form: Penalty) -> list[str]:
    """List the penalty multiples that the contract needs and does not state."""
    if form is Penalty.DAILY:
        return []
    missing = []
    if is_late(loan, contract) and loan.overdue_daily is None and loan.overdue_multiple is None:
        missing.append("overdue_multiple")
    if loan.diverted_on is not None and loan.diverted_multiple is None:
        missing.append("diverted_multiple")
    return missing


def is_late(loan: RunningLoan, contract: Contract) -> bool:
    """Return whether the loan has overdue principal or unpaid interest (逾期)."""
    late = loan.repaid_on is not None and loan.repaid_on > contract.due_on
    return late or not loan.interest_paid


def course_of(
    w: Working, loan: RunningLoan, contract: Contract, rules: AccrualRules, form: Penalty
) -> Course:
    """Build the course of the loan with the rates of its days."""
    year_days = w.use(rules.year_days)
    if loan.counting is Counting.MONTHS:
        w.cite(rules.whole_months)
    rates = tuple(contract_rates(w, loan, contract, rules))
    overdue = penal_rates(w, overdue_days(loan, contract, rules), form, rates, year_days)
    if loan.overdue_daily is not None:
        overdue = ((contract.drawn_on, loan.overdue_daily * year_days),)
    diverted = penal_rates(w, diverted_days(loan, contract, rules), form, rates, year_days)
    if is_late(loan, contract) or diverted:
        w.cite(rules.penal_days)
    return Course(
        loan=loan,
        contract=contract,
        rates=rates,
        overdue=overdue,
        diverted=diverted,
        compounds_penal=w.use(rules.compounding) is Compounding.PENALTY,
        year_days=year_days,
        month_days=w.use(rules.month_days),
    )


def contract_rates(
    w: Working, loan: RunningLoan, contract: Contract, rules: AccrualRules
) -> Iterator[Dated]:
    """Yield the rate of the contract, and those of the days on which it is fixed again."""
    yield contract.drawn_on, contract.annual_rate
    every = loan.refixing.every
    if every is None or contract.months <= w.use(rules.refixed_over):
        return
    w.cite(rules.refixing_day)
    rate = rules.rates[tier_of(contract.months)]
    for months in range(every, contract.months, every):
        day = add_months(contract.drawn_on, months)
        if loan.repaid_on is None or day < loan.repaid_on:
            yield day, w.use_at(rate, day) + of_basis_points(w, loan.uplift)


@frozen
class PenalDays:
    """Overdue or diverted days, with the agreed multiple and the rules of their rate."""

    since: date | None
    until: date
    multiple: Fraction | None
    daily: Rule[Fraction]
    least: Rule[Fraction]
    most: Rule[Fraction]
    outside: Reason


def overdue_days(loan: RunningLoan, contract: Contract, rules: AccrualRules) -> PenalDays:
    """Return the overdue days of the loan (逾期)."""
    return PenalDays(
        contract.due_on if is_late(loan, contract) else None,
        loan.repaid_on or contract.due_on,
        loan.overdue_multiple,
        rules.overdue_daily,
        rules.overdue_least,
        rules.overdue_most,
        OVERDUE_OUTSIDE,
    )


def diverted_days(loan: RunningLoan, contract: Contract, rules: AccrualRules) -> PenalDays:
    """Return the days on which the loan was used otherwise than agreed (挪用)."""
    return PenalDays(
        loan.diverted_on,
        loan.repaid_on or contract.due_on,
        loan.diverted_multiple,
        rules.diverted_daily,
        rules.diverted_least,
        rules.diverted_most,
        DIVERTED_OUTSIDE,
    )


def penal_rates(
    w: Working, penal: PenalDays, form: Penalty, rates: tuple[Dated, ...], year_days: int
) -> tuple[Dated, ...]:
    """Return the penalty rates of the days, if there are such days (罚息利率)."""
    if penal.since is None:
        return ()
    if form is Penalty.MULTIPLE and penal.multiple is not None:
        return tuple((day, rate * penal.multiple) for day, rate in rates)
    # The law's rate a day, split where it changes (分段计息).
    changes = [first for first, _last, _row in penal.daily.segments()]
    days = [penal.since, *(day for day in changes if penal.since < day < penal.until)]
    return tuple((day, w.use_at(penal.daily, day) * year_days) for day in days)
