"""Interest of a running loan, period by period (计息、结息).

Interest is charged on the 20th of the month or of the quarter's last month, or together with
the principal; a loan of more than a year is fixed again once a year (一年一定). The bank
(经办银行) charges it. Settlement goes round in a loop, so single cases only are worked.

>>> from gansu_reemployment.money import Yuan
>>> loan = RunningLoan(
...     principal=Yuan(20000), annual_rate=Fraction("0.0549"),
...     drawn_on=date(2003, 7, 15), months=24,
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

import attrs
from attrs import frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.facts import Unknown, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.measures.loans.accrual.course import Course, Dated, Period
from gansu_reemployment.measures.loans.accrual.rules import AccrualRules, Compounding, Penalty
from gansu_reemployment.measures.loans.facts import Contract, RunningLoan
from gansu_reemployment.measures.loans.rates import tier_of
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Reason

REFIXING_NOT_ALLOWED = Reason(
    "refixing-not-allowed", _("The law does not let the rate be fixed again in this way.")
)
PENALTY_OUTSIDE = Reason(
    "penalty-outside-limits", _("The penalty rate lies outside what the law allows.")
)


@frozen
class InterestSchedule:
    """Every settled period of a loan, and what is charged altogether (计息表)."""

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


def interest_periods(
    w: CaseWorking, loan: RunningLoan, rules: AccrualRules
) -> Outcome[InterestSchedule]:
    """Charge the interest of a loan period by period (分期计息); for single cases only.

    What the contract may say is read on *on*, which is the day of drawing; a rate that is
    fixed again is that of its own day. Without a day of repayment the loan is repaid when due.

    Raises:
        RuleNotInForceError: a rate is needed on a day for which none is known.
    """
    contract, form = loan.contract(), w.use(rules.penalty)
    unknown = _unknown(loan) if contract is None else _unagreed(loan, contract, form)
    if contract is None or unknown:
        return w.outcome(Unknown(unknown))
    for reading in (rules.settlement, rules.settlement_day, rules.due_day, rules.rounding):
        w.cite(reading)
    w.require(rules.refixings, loan.refixing in w.use(rules.refixings), REFIXING_NOT_ALLOWED)
    periods = tuple(
        w.step(_("settled period"), period)
        for period in _course(w, loan, contract, rules, form).periods()
    )
    total = sum((period.amount for period in periods), Yuan(0))
    return w.outcome(InterestSchedule(periods, w.step(_("interest in all"), total)))


def _unknown(loan: RunningLoan) -> tuple[str, ...]:
    return tuple(f.name for f in attrs.fields(Contract) if f.name in loan.unknown)


def _unagreed(loan: RunningLoan, contract: Contract, form: Penalty) -> tuple[str, ...]:
    """Name the multiples that the contract must have set."""
    if form is Penalty.DAILY:
        return ()
    late = _is_late(loan, contract) and loan.overdue_daily is None
    needed = {"overdue_multiple": late, "diverted_multiple": loan.diverted_on is not None}
    return tuple(name for name, asked in needed.items() if asked and name in loan.unknown)


def _is_late(loan: RunningLoan, contract: Contract) -> bool:
    late = loan.repaid_on is not None and loan.repaid_on > contract.due_on
    return late or not loan.interest_paid


def _course(
    w: CaseWorking, loan: RunningLoan, contract: Contract, rules: AccrualRules, form: Penalty
) -> Course:
    year_days = w.use(rules.year_days)
    rates = tuple(_rates(w, loan, contract, rules))
    penal = _by_multiple if form is Penalty.MULTIPLE else _by_the_day
    overdue = penal(w, _overdue(loan, contract, rules), rates, year_days)
    if loan.overdue_daily is not None:
        overdue = ((contract.drawn_on, loan.overdue_daily * year_days),)
    return Course(
        loan=loan,
        contract=contract,
        rates=rates,
        overdue=overdue,
        diverted=penal(w, _diverted(loan, contract, rules), rates, year_days),
        compounds_penal=w.use(rules.compounding) is Compounding.PENALTY,
        year_days=year_days,
        month_days=w.use(rules.month_days),
    )


def _rates(
    w: CaseWorking, loan: RunningLoan, contract: Contract, rules: AccrualRules
) -> Iterator[Dated]:
    """Give the rate of the contract, and those of the days on which it is fixed again."""
    yield contract.drawn_on, contract.annual_rate
    every = loan.refixing.every
    if every is None or contract.months <= w.use(rules.refixed_over):
        return
    w.cite(rules.refixing_day)
    rate = rules.rates[tier_of(contract.months)]
    for months in range(every, contract.months, every):
        day = add_months(contract.drawn_on, months)
        if loan.repaid_on is None or day < loan.repaid_on:
            yield day, w.use_at(rate, day) + loan.uplift


@frozen
class _Penal:
    """What sets a penalty rate: the days that need it, the agreed multiple, the rules."""

    since: date | None
    until: date
    multiple: Fraction | None
    daily: Rule[Fraction]
    least: Rule[Fraction]
    most: Rule[Fraction]


def _overdue(loan: RunningLoan, contract: Contract, rules: AccrualRules) -> _Penal:
    return _Penal(
        contract.due_on if _is_late(loan, contract) else None,
        loan.repaid_on or contract.due_on,
        loan.overdue_multiple,
        rules.overdue_daily,
        rules.overdue_least,
        rules.overdue_most,
    )


def _diverted(loan: RunningLoan, contract: Contract, rules: AccrualRules) -> _Penal:
    return _Penal(
        loan.diverted_on,
        loan.repaid_on or contract.due_on,
        loan.diverted_multiple,
        rules.diverted_daily,
        rules.diverted_least,
        rules.diverted_most,
    )


def _by_the_day(
    w: CaseWorking, penal: _Penal, _rates: tuple[Dated, ...], year_days: int
) -> tuple[Dated, ...]:
    """Give the law's penalty rate, split where it changes (分段计息)."""
    if penal.since is None:
        return ()
    changes = [first for first, _last, _row in penal.daily.segments()]
    days = [penal.since, *(day for day in changes if penal.since < day < penal.until)]
    return tuple((day, w.use_at(penal.daily, day) * year_days) for day in days)


def _by_multiple(
    w: CaseWorking, penal: _Penal, rates: tuple[Dated, ...], _year_days: int
) -> tuple[Dated, ...]:
    """Give the rates of the contract, raised by what was agreed within the limits."""
    if penal.since is None or penal.multiple is None:
        return ()
    least, most = w.use(penal.least), w.use(penal.most)
    w.require(penal.most, least <= penal.multiple <= most, PENALTY_OUTSIDE)
    return tuple((day, rate * penal.multiple) for day, rate in rates)


INTEREST_PERIODS: Measure[RunningLoan, InterestSchedule] = Measure(
    "interest_periods",
    "分期计息",
    "Interest by period",
    interest_periods,
    RunningLoan,
    AccrualRules,
    columns=False,
)
