"""Repayment of a loan in monthly instalments (分期还款：等额本息、等额本金).

Lender and borrower agree how a loan is repaid (银发[2002]394号第三条).

>>> from gansu_reemployment.working.case import CaseWorking
>>> loan = InstalmentLoan(
...     principal=Yuan(20000), annual_rate=Fraction("0.0549"),
...     drawn_on=date(2003, 7, 15), months=24, method=Method.LEVEL,
... )
>>> case = CaseWorking(on=date(2003, 7, 15))
>>> schedule = instalments(case, loan, InstalmentRules()).value
>>> schedule.instalment, schedule.rows[-1].payment, schedule.principal_sum
(Yuan('881.82'), Yuan('881.89'), Yuan('20000.00'))
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from typing import Final, Generic, TypeGuard

from attrs import field, frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    at_most_one,
    fact,
    meaning,
    positive,
    result_field,
)
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.loans.facts import (
    FIRST_LOAN,
    FIRST_RATE,
    Method,
    from_first_rate,
)
from gansu_reemployment.money import ZERO, Yuan
from gansu_reemployment.working import Incomplete, Reason, Working, measure
from gansu_reemployment.working.tabular import Tabular

BANKING_PRACTICE: Final = find_instrument("银行计息惯例")
YINFA_2002_394: Final = find_instrument("银发[2002]394号")


class Prepaying(Choice):
    """The change that a prepayment makes (提前还款后的调整方式)."""

    SMALLER = "减少每期还款额", "smaller instalments"
    SHORTER = "缩短还款期限", "fewer instalments"


@rule_table("instalments", checked=date(2026, 11, 28))
class InstalmentRules:
    """The rules of instalments."""

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
        cited(FIRST_RATE, BANKING_PRACTICE.assumed()).noted(
            "No text says where an instalment is rounded; the last one takes the remainder, so "
            "that the principal adds up."
        ),
    )


@frozen(kw_only=True, slots=False)
class Prepayment(CheckedFacts):
    """Principal repaid with an instalment and above it (提前还款)."""

    number: int = field(metadata=meaning("期次", "number of the instalment", positive))
    amount: Yuan = field(metadata=meaning("提前还本金额", "principal repaid", positive))


@frozen(kw_only=True, slots=False)
class InstalmentLoan(CheckedFacts, Generic[U]):
    """A loan repaid month by month at one rate (分期还款贷款).

    Args:
        principal: the amount lent.
        annual_rate: the rate a year, for the whole term.
        drawn_on: day of drawing; instalments fall due on that day of each month.
        months: the number of instalments.
        method: level instalments, or equal parts of the principal.
        prepayments: principal repaid above the instalments.
    """

    principal: Yuan | U = fact("贷款金额", "principal", positive)
    annual_rate: Fraction | U = fact("年利率", "rate a year", positive, at_most_one)
    drawn_on: date | U = fact("放款日期", "day of drawing", from_first_rate)
    months: int | U = fact("贷款期限（月）", "term in months", positive)
    method: Method | U = fact("还款方式", "method")
    prepayments: tuple[Prepayment, ...] = fact("提前还款", "prepayments", default=())
    prepaying: Prepaying = fact(
        "提前还款后的调整方式", "what a prepayment changes", default=Prepaying.SMALLER
    )

    def contradictions(self) -> list[Fault]:
        """Reject a prepayment after the last instalment, and two with one instalment."""
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
    """One instalment (一期还款); *balance* is owed after it and its prepayment."""

    number: int = result_field("期次", "number")
    due_on: date = result_field("还款日期", "due on")
    payment: Yuan = result_field("还款额", "payment")
    principal: Yuan = result_field("本金", "principal")
    interest: Yuan = result_field("利息", "interest")
    prepaid: Yuan = result_field("提前还本", "prepaid")
    balance: Yuan = result_field("贷款余额", "balance")

    def show(self, locale: str) -> str:
        """Format the day, the payment and the balance."""
        text = _("{number}. {due_on}: {payment}, of it interest {interest}; {balance} are left")
        names = ("number", "due_on", "payment", "interest", "balance")
        return Message(text, {name: getattr(self, name) for name in names}).say(locale)


@frozen
class InstalmentSchedule(Tabular):
    """All instalments (还款计划); *instalment* is the first payment."""

    instalment: Yuan = result_field("每期还款额", "instalment")
    rows: tuple[Instalment, ...] = result_field("还款计划", "instalments")
    principal_sum: Yuan = result_field("本金合计", "principal in all")
    interest_sum: Yuan = result_field("利息合计", "interest in all")


MORE_THAN_OWED = Reason("more-than-owed", _("A prepayment is more than is owed at that time."))
AGREED_TOO_LATE = Reason("agreed-too-late", _("The loan had fallen due before the agreement."))


@measure("分期还款", "Instalments", columns=False)
def instalments(w: Working, loan: InstalmentLoan, rules: InstalmentRules) -> InstalmentSchedule:
    """Compute the instalments of a loan (分期还款计划).

    A case function: the interest of an instalment is that of the balance before it. The
    principal parts and the prepayments add up to the principal exactly. A prepayment above what
    is owed is refused. The day of the law is that of the agreement on the instalments, before
    the loan falls due.
    """
    if not is_known(loan):
        raise Incomplete(*loan.unknown)
    w.require(rules.agreed, w.day() < add_months(loan.drawn_on, loan.months), AGREED_TOO_LATE)
    w.cite(rules.rounding)
    rate = loan.annual_rate * Fraction(1, w.use(rules.year_months))
    plan = tuple(repayment_plan(loan, rate))
    prepaid = {row.number: row.prepaid for row in plan}
    owed = all(prepaid.get(p.number) == p.amount for p in loan.prepayments)
    w.require(rules.agreed, owed, MORE_THAN_OWED)
    rows = tuple(w.step(_("instalment"), row) for row in plan)
    principal = sum((row.principal + row.prepaid for row in rows), ZERO)
    interest = sum((row.interest for row in rows), ZERO)
    return InstalmentSchedule(rows[0].payment, rows, principal, interest)


def is_known(loan: InstalmentLoan) -> TypeGuard[InstalmentLoan[Known]]:
    """Return whether every term of the loan is known."""
    return not loan.unknown


def repayment_plan(loan: InstalmentLoan[Known], rate: Fraction) -> Iterator[Instalment]:
    """Yield the instalments at a monthly *rate* until the balance is zero."""
    prepayments = {prepayment.number: prepayment.amount for prepayment in loan.prepayments}
    balance = loan.principal
    part = fixed_part(loan.method, rate, balance, loan.months)
    number = 0
    while balance:
        number += 1
        interest = balance.share(rate)
        principal = principal_part(loan.method, part, interest)
        if number == loan.months or principal > balance:
            principal = balance
        prepaid = min(prepayments.get(number, ZERO), balance - principal)
        balance -= principal + prepaid
        due_on = add_months(loan.drawn_on, number)
        yield Instalment(
            number, due_on, principal + interest, principal, interest, prepaid, balance
        )
        if balance and prepaid and loan.prepaying is Prepaying.SMALLER:
            part = fixed_part(loan.method, rate, balance, loan.months - number)


def fixed_part(method: Method, rate: Fraction, balance: Yuan, months: int) -> Yuan:
    """Return the level payment (等额本息), or the equal part of the principal (等额本金)."""
    match method:
        case Method.EQUAL_PRINCIPAL:
            return balance.share(Fraction(1, months))
        case Method.LEVEL:
            growth = (1 + rate) ** months
            return balance.share(rate * growth / (growth - 1))


def principal_part(method: Method, part: Yuan, interest: Yuan) -> Yuan:
    """Return the principal in an instalment: the equal part, or the level payment's rest."""
    match method:
        case Method.EQUAL_PRINCIPAL:
            return part
        case Method.LEVEL:
            return max(part - interest, ZERO)
