"""Repayment of a loan in monthly instalments (分期还款：等额本息、等额本金).

Lender and borrower agree how a loan is repaid (银发[2002]394号第三条). Instalments go round in a
loop, so single cases only are worked.

>>> loan = InstalmentLoan(
...     principal=Yuan(20000), annual_rate=Fraction("0.0549"),
...     drawn_on=date(2003, 7, 15), months=24, method=Method.LEVEL,
... )
>>> case = CaseWorking(on=date(2003, 7, 15))
>>> schedule = instalments(case, loan, InstalmentRules()).value
>>> schedule.instalment, schedule.rows[-1].payment, schedule.principal_sum
(Yuan('881.82'), Yuan('881.89'), Yuan('20000.00'))
"""

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, Unknown, fact, positive, result_field
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.loans import BANKING_PRACTICE, YINFA_2002_394
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.loans.facts import FIRST_LOAN, FIRST_RATE, Method, from_first_rate
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

_ZERO: Final = Yuan(0)
_NEEDED: Final = ("principal", "annual_rate", "drawn_on", "months", "method")


class Prepaying(Choice):
    """What a prepayment changes (提前还款后的调整方式)."""

    SMALLER = "减少每期还款额", "smaller instalments"
    SHORTER = "缩短还款期限", "fewer instalments"


@rule_table("instalments", checked=date(2026, 11, 23))
class InstalmentRules:
    """How instalments are computed."""

    agreed: Reading = reading(
        "还款方式由借贷双方商定",
        "lender and borrower agree how the loan is repaid",
        cited(FIRST_LOAN, YINFA_2002_394.at("第三条")),
    )
    year_months: Rule[int] = stated(
        "年利率折算月利率的月数",
        "months of a year of interest",
        Provision(FIRST_RATE, 12, BANKING_PRACTICE.at()),
    )
    rounding: Reading = reading(
        "每期还款额和利息四舍五入到分，末期结清",
        "each instalment and its interest rounded to the fen, the last balances",
        cited(FIRST_RATE, BANKING_PRACTICE.at(standing=Standing.ASSUMED)),
    )


@frozen(kw_only=True, slots=False)
class Prepayment(CheckedFacts):
    """Principal repaid beside an instalment (提前还款)."""

    number: int = fact("期次", "number of the instalment", positive)
    amount: Yuan = fact("提前还本金额", "principal repaid", positive)


@frozen(kw_only=True, slots=False)
class InstalmentLoan(CheckedFacts):
    """A loan repaid month by month at one rate (分期还款贷款).

    Args:
        principal: the sum lent.
        annual_rate: the rate a year, for the whole term.
        drawn_on: day of drawing; instalments fall due on that day of each month.
        months: the number of instalments.
        method: level instalments, or equal parts of the principal.
        prepayments: principal repaid beside instalments.
        prepaying: what a prepayment changes.

    Raises:
        InvalidFactsError: with every fault.
    """

    principal: Yuan | None = fact("贷款金额", "principal", positive)
    annual_rate: Fraction | None = fact("年利率", "rate a year", positive)
    drawn_on: date | None = fact("放款日期", "day of drawing", from_first_rate)
    months: int | None = fact("贷款期限（月）", "term in months", positive)
    method: Method | None = fact("还款方式", "method")
    prepayments: tuple[Prepayment, ...] = fact("提前还款", "prepayments", default=())
    prepaying: Prepaying = fact(
        "提前还款后的调整方式", "what a prepayment changes", default=Prepaying.SMALLER
    )

    def contradictions(self) -> list[Fault]:
        """Give prepayments that come after the last instalment, or twice with one."""
        numbers = [prepayment.number for prepayment in self.prepayments]
        after = _("the last instalment is number {months}")
        twice = _("there is another prepayment with this instalment")
        faults = []
        for place, number in enumerate(numbers):
            path = f"prepayments[{place}].number"
            if isinstance(self.months, int) and number > self.months:
                faults.append(Fault(path, Message(after, {"months": self.months})))
            if number in numbers[:place]:
                faults.append(Fault(path, Message(twice)))
        return faults


@frozen
class Instalment:
    """One instalment (一期还款); *balance* is what is owed after it and any prepayment."""

    number: int = result_field("期次", "number")
    due_on: date = result_field("还款日期", "due on")
    payment: Yuan = result_field("还款额", "payment")
    principal: Yuan = result_field("本金", "principal")
    interest: Yuan = result_field("利息", "interest")
    prepaid: Yuan = result_field("提前还本", "prepaid")
    balance: Yuan = result_field("贷款余额", "balance")

    def show(self, locale: str) -> str:
        """Say the day, the payment and what is left."""
        text = _("{number}. {due_on}: {payment}, of it interest {interest}; {balance} are left")
        names = ("number", "due_on", "payment", "interest", "balance")
        return Message(text, {name: getattr(self, name) for name in names}).say(locale)


@frozen
class InstalmentSchedule:
    """Every instalment (还款计划); *instalment* is the first payment, the level one if level."""

    instalment: Yuan = result_field("每期还款额", "instalment")
    rows: tuple[Instalment, ...] = result_field("还款计划", "instalments")
    principal_sum: Yuan = result_field("本金合计", "principal in all")
    interest_sum: Yuan = result_field("利息合计", "interest in all")


def instalments(
    w: CaseWorking, loan: InstalmentLoan, rules: InstalmentRules
) -> Outcome[InstalmentSchedule]:
    """Give the instalments of a loan (分期还款计划); for single cases only.

    The principal parts and the prepayments add up to the principal exactly. A prepayment of
    more than is owed ends the loan.
    """
    unknown = tuple(name for name in _NEEDED if name in loan.unknown)
    terms: Any = tuple(getattr(loan, name) for name in _NEEDED)
    if unknown:
        return w.outcome(Unknown(unknown))
    w.cite(rules.agreed)
    w.cite(rules.rounding)
    plan = _Plan(*(*terms, loan.prepaying, Fraction(1, w.use(rules.year_months))))
    prepaid = {prepayment.number: prepayment.amount for prepayment in loan.prepayments}
    rows = tuple(w.step(_("instalment"), row) for row in plan.rows(prepaid))
    principal = sum((row.principal + row.prepaid for row in rows), _ZERO)
    interest = sum((row.interest for row in rows), _ZERO)
    return w.outcome(InstalmentSchedule(rows[0].payment, rows, principal, interest))


@frozen
class _Plan:
    """The known terms of a loan in instalments."""

    principal: Yuan
    annual_rate: Fraction
    drawn_on: date
    months: int
    method: Method
    prepaying: Prepaying
    month: Fraction

    def rows(self, prepaid: Mapping[int, Yuan]) -> Iterator[Instalment]:
        """Give the instalments until nothing is left."""
        rate = self.annual_rate * self.month
        balance, part = self.principal, self._part(self.principal, self.months)
        number = 0
        while balance:
            number += 1
            interest = balance.share(rate)
            principal = min(self._principal(part, interest), balance)
            if number == self.months:
                principal = balance
            extra = min(prepaid.get(number, _ZERO), balance - principal)
            balance -= principal + extra
            due_on = add_months(self.drawn_on, number)
            yield Instalment(
                number, due_on, principal + interest, principal, interest, extra, balance
            )
            if balance and extra and self.prepaying is Prepaying.SMALLER:
                part = self._part(balance, self.months - number)

    def _part(self, balance: Yuan, months: int) -> Yuan:
        """Give the level payment, or the equal part of the principal."""
        if self.method is Method.EQUAL_PRINCIPAL:
            return balance.share(Fraction(1, months))
        rate = self.annual_rate * self.month
        growth = (1 + rate) ** months
        return balance.share(rate * growth / (growth - 1))

    def _principal(self, part: Yuan, interest: Yuan) -> Yuan:
        if self.method is Method.EQUAL_PRINCIPAL:
            return part
        return max(part - interest, _ZERO)


INSTALMENTS: Measure[InstalmentLoan, InstalmentSchedule] = Measure(
    "instalments",
    "分期还款",
    "Instalments",
    instalments,
    InstalmentLoan,
    InstalmentRules,
    columns=False,
)
