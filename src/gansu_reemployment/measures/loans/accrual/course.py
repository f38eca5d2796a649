"""The course of a loan's interest (计息过程): the rate and the balance of each day, and the sums.

Arithmetic only: :mod:`.accrual.periods` reads the rates from the law, each with its first day.
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import cached_property
from itertools import pairwise
from typing import Final

from attrs import frozen

from gansu_reemployment.dates import ONE_DAY, settlement_days, whole_months_and_days
from gansu_reemployment.fact_model import result_field
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.loans.facts import Contract, Counting, OverdueBase, RunningLoan
from gansu_reemployment.money import ZERO, Yuan

#: A yearly rate with its first day.
Dated = tuple[date, Fraction]

_FEN: Final = Yuan.from_fen(1)


@frozen
class Stretch:
    """Days of a period with one balance and one rate (计息段); the rate is yearly."""

    since: date = result_field("起", "from")
    until: date = result_field("止", "to")
    days: int = result_field("天数", "days")
    balance: Yuan = result_field("计息本金", "balance")
    rate: Fraction = result_field("年利率", "rate a year")
    penal: bool = result_field("罚息", "at the penalty rate")

    @property
    def product(self) -> Fraction:
        """Fen × days × rate (积数); divided by the days of a year, the interest in fen."""
        return self.balance.fen * self.days * self.rate


@frozen
class Period:
    """Days that are settled together (结息期), *until* included.

    *interest* is of the term, *penalty* of overdue or diverted days, *compound* of unpaid
    interest.
    """

    since: date = result_field("起", "from")
    until: date = result_field("止", "to")
    days: int = result_field("天数", "days")
    interest: Yuan = result_field("利息", "interest")
    penalty: Yuan = result_field("罚息", "penalty interest")
    compound: Yuan = result_field("复利", "compound interest")
    stretches: tuple[Stretch, ...] = result_field("计息段", "stretches")

    @property
    def amount(self) -> Yuan:
        """All interest of the period."""
        return self.interest + self.penalty + self.compound

    def show(self, locale: str) -> str:
        """Format the days and the amount."""
        text = _("{since} to {until}, {days} days: {amount}")
        values = {"since": self.since, "until": self.until, "days": self.days}
        return Message(text, {**values, "amount": self.amount}).say(locale)


@frozen(kw_only=True, slots=False)
class Course:
    """A loan with its yearly rates, each list oldest first.

    Args:
        loan: the facts of the loan.
        contract: the terms of its contract.
        rates: the rates of the contract.
        overdue: the rates of overdue days, from the first day they are needed.
        diverted: the rates of diverted days.
        compounds_penal: unpaid interest compounds at the penalty rate within the term too.
        year_days: days of a year of interest.
        month_days: days of a whole month.
    """

    loan: RunningLoan
    contract: Contract
    rates: tuple[Dated, ...]
    overdue: tuple[Dated, ...]
    diverted: tuple[Dated, ...]
    compounds_penal: bool
    year_days: int
    month_days: int

    def periods(self) -> Iterator[Period]:
        """Yield the settled periods, the unpaid interest of each carried into the next."""
        unpaid = ZERO
        start = self.contract.drawn_on
        for end in self._ends():
            period = self._period(start, end, unpaid)
            if not self.loan.interest_paid:
                unpaid += period.interest + period.compound
            yield period
            start = end

    def _ends(self) -> list[date]:
        """List the day after the last of each period."""
        last = self.loan.repaid_on or self.contract.due_on
        ends = {last, min(last, self.contract.due_on)}
        if every := self.loan.settlement.every:
            settled = settlement_days(self.contract.drawn_on, last - ONE_DAY, every)
            ends |= {day + ONE_DAY for day in settled}
        return sorted(ends)

    def _period(self, start: date, end: date, unpaid: Yuan) -> Period:
        stretches = tuple(self._stretches(start, end))
        penal = [stretch for stretch in stretches if stretch.penal]
        extra = unpaid if self._charges_unpaid(start) else ZERO
        return Period(
            start,
            end - ONE_DAY,
            sum(stretch.days for stretch in stretches),
            self._sum(stretch.product for stretch in stretches if not stretch.penal),
            self._sum(s.product + extra.fen * s.days * s.rate for s in penal),
            self._compound(stretches, unpaid) if unpaid and not extra else ZERO,
            stretches,
        )

    def _stretches(self, start: date, end: date) -> Iterator[Stretch]:
        changes = (day for day in self._changes if start < day < end)
        marks = [start, *filter(self._divides, changes)]
        for first, after in pairwise([*marks, end]):
            penal = self._penal_rate(first)
            days = (after - first).days if penal else self._count(first, after)
            rate = penal or _rate_on(self.rates, first)
            balance = self._balance(first)
            yield Stretch(first, after - ONE_DAY, days, balance, rate, penal is not None)

    def _compound(self, stretches: tuple[Stretch, ...], unpaid: Yuan) -> Yuan:
        return self._sum(
            unpaid.fen * stretch.days * self._compound_rate(stretch.since) for stretch in stretches
        )

    def _compound_rate(self, day: date) -> Fraction:
        if self.compounds_penal or day >= self.contract.due_on:
            return _rate_on(self.overdue, day)
        return _rate_on(self.rates, day)

    def _divides(self, day: date) -> bool:
        """Return whether a new stretch begins: a rate that stays the same divides no months."""
        by_days = self.loan.counting is Counting.DAYS
        return by_days or self._terms(day - ONE_DAY) != self._terms(day)

    def _terms(self, day: date) -> tuple[object, ...]:
        """Return the balance of a day and every rate that may be charged on it."""
        compound = None if self.loan.interest_paid else self._compound_rate(day)
        rates = (_rate_on(self.rates, day), self._penal_rate(day), compound)
        return (self._balance(day), *rates)

    def _sum(self, products: Iterator[Fraction]) -> Yuan:
        return _FEN.share(sum(products, Fraction(0)) / self.year_days)

    @cached_property
    def _changes(self) -> list[date]:
        """The days on which a balance or a rate changes."""
        days = {day for dated in (self.rates, self.overdue, self.diverted) for day, _rate in dated}
        days |= {repayment.paid_on for repayment in self.loan.repayments}
        days |= {self.loan.diverted_on} if self.loan.diverted_on else set()
        return sorted(days)

    def _charges_unpaid(self, start: date) -> bool:
        with_interest = self.loan.overdue_base is OverdueBase.WITH_INTEREST
        return with_interest and start >= self.contract.due_on

    def _penal_rate(self, day: date) -> Fraction | None:
        diverted_on = self.loan.diverted_on
        if diverted_on is not None and day >= diverted_on:
            return _rate_on(self.diverted, day)
        return _rate_on(self.overdue, day) if day >= self.contract.due_on else None

    def _balance(self, day: date) -> Yuan:
        repaid = (r.amount for r in self.loan.repayments if r.paid_on <= day)
        return self.contract.principal - sum(repaid, ZERO)

    def _count(self, first: date, after: date) -> int:
        if self.loan.counting is Counting.DAYS:
            return (after - first).days
        months, odd = whole_months_and_days(first, after)
        return months * self.month_days + odd


def _rate_on(rates: tuple[Dated, ...], day: date) -> Fraction:
    """Return the rate of *day*."""
    return next(rate for since, rate in reversed(rates) if since <= day)
