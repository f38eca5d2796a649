"""The guarantee fund (贷款担保基金): what it can carry, its fee, and when a bank stops lending.

Each province and prefecture-level city keeps a fund in a bank account; the guarantee agency
(担保机构) promises out of it, the handling bank (经办银行) lends, finance (财政部门) pays the fee.

>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 7, 15))
>>> fund = GuaranteeFund(fund=Yuan(1_000_000), outstanding=Yuan(4_200_000))
>>> room = guarantee_capacity(case, case.read(fund), GuaranteeRules()).value
>>> room.capacity, room.headroom, room.excess
(Yuan('5000000.00'), Yuan('800000.00'), Yuan('0.00'))
>>> payment_by(date(2005, 7, 15), GuaranteeRules())
datetime.date(2005, 10, 15)
"""

from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive, result_field
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.measures.loans.guarantee.rules import FeeBase, GuaranteeRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Term, Working

_ZERO: Final = Yuan(0)


@frozen(kw_only=True, slots=False)
class GuaranteeFund(CheckedFacts):
    """A guarantee fund (担保基金): its deposit at the bank and what it guarantees, in yuan."""

    fund: Yuan | None = fact("担保基金存款余额", "deposit of the fund", not_negative)
    outstanding: Yuan | None = fact("担保责任余额", "guaranteed balance", not_negative)


@frozen
class Capacity:
    """What a fund can carry (担保能力), in yuan; *headroom* is never negative."""

    capacity: Yuan = result_field("最高担保责任余额", "highest guaranteed balance")
    headroom: Yuan = result_field("可新增担保额", "room left")
    excess: Yuan = result_field("超出额", "beyond what is allowed")


@frozen(kw_only=True, slots=False)
class GuaranteedLoans(CheckedFacts):
    """Loans guaranteed for a year (担保贷款), in yuan."""

    principal: Yuan | None = fact("实际担保的贷款本金", "principal guaranteed", not_negative)
    balance: Yuan | None = fact("贷款余额", "balance of the loans", not_negative)


@frozen
class GuaranteeFee:
    """The fee of a year at the highest rate (担保费), in yuan, and who pays it."""

    fee: Yuan = result_field("担保费", "fee")
    finance: Yuan = result_field("财政支付", "paid by finance")
    borrower: Yuan = result_field("借款人支付", "paid by the borrower")


@frozen(kw_only=True, slots=False)
class BankBook(CheckedFacts):
    """The small guaranteed loans of one bank (经办银行贷款), in yuan.

    Args:
        balance: all that is owed.
        bad: of that, bad loans (不良贷款).
        stopped: whether the bank has stopped new loans.
        fund_paid: whether the fund has paid for the defaults.
    """

    balance: Yuan | None = fact("贷款余额", "balance of the loans", positive)
    bad: Yuan | None = fact("不良贷款余额", "bad loans", not_negative)
    stopped: bool | None = fact("已停止发放", "has stopped new loans", default=False)
    fund_paid: bool | None = fact("担保基金已代偿", "the fund has paid")

    def contradictions(self) -> list[Fault]:
        """Give bad loans of more than is owed."""
        known = isinstance(self.balance, Yuan) and isinstance(self.bad, Yuan)
        if known and self.bad > self.balance:  # type: ignore[operator]
            return [Fault.at("bad", _("more than the balance of {amount}"), amount=self.balance)]
        return []


class Lending(Choice):
    """Whether a bank makes new loans (是否发放新的贷款)."""

    GOES_ON = "继续发放", "goes on"
    STOPS = "停止发放", "stops"
    STAYS_STOPPED = "继续停止发放", "stays stopped"
    RESUMES = "恢复发放", "resumes"


def guarantee_capacity(
    w: Working[Out_co], fund: Facts[GuaranteeFund], rules: GuaranteeRules
) -> Out_co:
    """Give what a fund can carry, the room left and what lies beyond (担保能力).

    Exactly the multiple is allowed, and leaves no room.
    """
    capacity = w.step(_("highest balance"), fund.fund * w.use(rules.multiple))
    return w.outcome(
        w.record(
            Capacity,
            capacity=capacity,
            headroom=_rest(w, capacity, fund.outstanding),
            excess=_rest(w, fund.outstanding, capacity),
        )
    )


def guarantee_fee(
    w: Working[Out_co], loans: Facts[GuaranteedLoans], rules: GuaranteeRules
) -> Out_co:
    """Give the guarantee fee of a year at the highest rate, and who pays it (担保费)."""
    bases = {FeeBase.PRINCIPAL: lambda: loans.principal, FeeBase.BALANCE: lambda: loans.balance}
    base: Term[Yuan] = w.match(rules.fee_base, bases)
    fee: Term[Yuan] = w.keep(w.share(base, w.use(rules.fee)))
    borrower: Term[Yuan] = w.keep(w.share(fee, w.use(rules.borrower_pays)))
    return w.outcome(w.record(GuaranteeFee, fee=fee, finance=fee - borrower, borrower=borrower))


def bank_lending(w: Working[Out_co], book: Facts[BankBook], rules: GuaranteeRules) -> Out_co:
    """Tell whether a bank goes on lending, stops, or resumes (停止和恢复发放).

    It stops at the ratio itself, and resumes below it once the fund has paid.
    """
    ratio: Term[Fraction] = w.step(_("bad-loan ratio"), w.ratio(book.bad, book.balance))
    at_the_stop = w.keep(ratio >= w.use(rules.stop))
    stops: Any = w.choose(at_the_stop, Lending.STOPS, Lending.GOES_ON)
    return w.outcome(
        w.branch(book.stopped, lambda: _resumes(w, book, rules, at_the_stop), lambda: stops)
    )


def payment_by(defaulted_on: date, rules: GuaranteeRules) -> date:
    """Give the last day for the guarantor's payment after a default at maturity (代偿期限).

    Raises:
        RuleNotInForceError: no rule is known for that day.
    """
    return add_months(defaulted_on, rules.payment_months.on(defaulted_on).value)


def _rest(w: Working[Out_co], amount: Term[Yuan], other: Term[Yuan]) -> Term[Yuan]:
    return w.most(amount - other, _ZERO)


def _resumes(
    w: Working[Out_co], book: Facts[BankBook], rules: GuaranteeRules, at_the_stop: Any
) -> Any:
    w.cite(rules.resume)
    resumed: Any = w.choose(book.fund_paid, Lending.RESUMES, Lending.STAYS_STOPPED)
    return w.choose(at_the_stop, Lending.STAYS_STOPPED, resumed)


GUARANTEE_CAPACITY: Measure[GuaranteeFund, Capacity] = Measure(
    "guarantee_capacity",
    "担保能力",
    "Capacity of the guarantee fund",
    guarantee_capacity,
    GuaranteeFund,
    GuaranteeRules,
)
GUARANTEE_FEE: Measure[GuaranteedLoans, GuaranteeFee] = Measure(
    "guarantee_fee", "担保费", "Guarantee fee", guarantee_fee, GuaranteedLoans, GuaranteeRules
)
BANK_LENDING: Measure[BankBook, Lending] = Measure(
    "bank_lending",
    "停止和恢复发放贷款",
    "Stop and resumption of lending",
    bank_lending,
    BankBook,
    GuaranteeRules,
)
