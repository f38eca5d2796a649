"""The guarantee fund (贷款担保基金): its capacity, its fee, and when a bank stops lending.

Each province and prefecture-level city keeps a fund in a bank account. The guarantee agency
(担保机构) guarantees loans out of it, the lending bank (经办银行) makes them. Finance (财政部门)
pays the fee.

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
from typing import ClassVar, Generic

from attrs import frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.measures.loans.guarantee.rules import FeeBase, GuaranteeRules
from gansu_reemployment.money import ZERO, Yuan
from gansu_reemployment.working import Working, formula, measure


@frozen(kw_only=True, slots=False)
class GuaranteeFund(CheckedFacts, Generic[U]):
    """A guarantee fund (担保基金): its deposit at the bank and the balance that it guarantees."""

    fund: Yuan | U = fact("担保基金存款余额", "deposit of the fund", not_negative)
    outstanding: Yuan | U = fact("担保责任余额", "guaranteed balance", not_negative)


@frozen
class Capacity:
    """The capacity of a fund (担保能力); *headroom* is never negative."""

    capacity: Yuan = result_field("最高担保责任余额", "highest guaranteed balance")
    headroom: Yuan = result_field("可新增担保额", "room left")
    excess: Yuan = result_field("超出额", "beyond what is allowed")


@frozen(kw_only=True, slots=False)
class GuaranteedLoans(CheckedFacts, Generic[U]):
    """Loans guaranteed for a year (担保贷款)."""

    principal: Yuan | U = fact("实际担保的贷款本金", "principal guaranteed", not_negative)
    balance: Yuan | U = fact("贷款余额", "balance of the loans", not_negative)


@frozen
class GuaranteeFee:
    """The fee of a year at the highest rate (担保费), and who pays it."""

    fee: Yuan = result_field("担保费", "fee")
    finance: Yuan = result_field("财政支付", "paid by finance")
    borrower: Yuan = result_field("借款人支付", "paid by the borrower")


@frozen(kw_only=True, slots=False)
class BankBook(CheckedFacts, Generic[U]):
    """The small guaranteed loans of one bank's branch at prefecture level (经办银行贷款).

    Args:
        balance: the balance of all loans.
        bad: of that, the bad loans (不良贷款).
        stopped: whether the branch has stopped new loans.
        fund_paid: whether the fund has paid for the defaults.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove("bad", "balance", _("more than the balance of {amount}")),
    )

    balance: Yuan | U = fact("贷款余额", "balance of the loans", positive)
    bad: Yuan | U = fact("不良贷款余额", "bad loans", not_negative)
    stopped: bool | U = fact("已停止发放", "has stopped new loans")
    fund_paid: bool | U = fact("担保基金已代偿", "the fund has paid")


class Lending(Choice):
    """Whether a bank makes new loans (是否发放新的贷款)."""

    GOES_ON = "继续发放", "goes on"
    STOPS = "停止发放", "stops"
    STAYS_STOPPED = "继续停止发放", "stays stopped"
    RESUMES = "恢复发放", "resumes"


@measure("担保能力", "Capacity of the guarantee fund")
def guarantee_capacity(w: Working, fund: GuaranteeFund[Known], rules: GuaranteeRules) -> Capacity:
    """Compute the capacity of a fund, the room left and the excess (担保能力).

    The day of the law is that of the balances. A balance of exactly the multiple is allowed, and
    leaves no room.
    """
    capacity = w.step(_("highest balance"), fund.fund * w.use(rules.multiple))
    return Capacity(
        capacity=capacity,
        headroom=max(capacity - fund.outstanding, ZERO),
        excess=max(fund.outstanding - capacity, ZERO),
    )


@measure("担保费", "Guarantee fee")
def guarantee_fee(w: Working, loans: GuaranteedLoans[Known], rules: GuaranteeRules) -> GuaranteeFee:
    """Compute the guarantee fee of a year at the highest rate, and who pays it (担保费).

    The day of the law is the day on which the fee of the year is paid.
    """
    fee = w.share(fee_base(w, loans, rules), w.use(rules.fee))
    borrower = w.share(fee, w.use(rules.borrower_pays))
    return GuaranteeFee(fee=fee, finance=fee - borrower, borrower=borrower)


@formula
def fee_base(w: Working, loans: GuaranteedLoans[Known], rules: GuaranteeRules) -> Yuan:
    """Return the amount that the fee is charged on (担保费计费基数)."""
    match w.use(rules.fee_base):
        case FeeBase.PRINCIPAL:
            return loans.principal
        case FeeBase.BALANCE:
            return loans.balance


@measure("停止和恢复发放贷款", "Stop and resumption of lending")
def bank_lending(w: Working, book: BankBook[Known], rules: GuaranteeRules) -> Lending:
    """Decide whether a bank's branch goes on lending, stops, or resumes (停止和恢复发放).

    The day of the law is that of the balances. The branch stops at the ratio itself, and resumes
    below it once the fund has paid.
    """
    ratio = w.step(_("bad-loan ratio"), w.ratio(book.bad, book.balance))
    at_the_stop = ratio >= w.use(rules.stop)
    if not book.stopped:
        return Lending.STOPS if at_the_stop else Lending.GOES_ON
    w.cite(rules.resume)
    if at_the_stop or not book.fund_paid:
        return Lending.STAYS_STOPPED
    return Lending.RESUMES


def payment_by(defaulted_on: date, rules: GuaranteeRules) -> date:
    """Return the last day for the guarantor's payment after a default at maturity (代偿期限).

    Raises:
        RuleNotInForceError: no rule is known for that day.
    """
    return add_months(defaulted_on, rules.payment_months.on(defaulted_on).value)
