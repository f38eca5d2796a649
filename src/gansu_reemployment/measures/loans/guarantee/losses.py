"""Losses on small guaranteed loans (贷款损失分担、年度代偿): who bears them.

The guarantee agency (担保机构) pays the bank (经办银行) when a borrower does not; fund, bank, the
fund above and finance (财政部门) share what is lost.

>>> from gansu_reemployment.working.case import CaseWorking
>>> from datetime import date
>>> case = CaseWorking(on=date(2004, 7, 1))
>>> loss = LoanLoss(loss=Yuan(10000), agency=False, prefecture_fund=True)
>>> shares = loss_shares(case, case.read(loss), GuaranteeRules()).value
>>> shares.bank, shares.fund, shares.upper_fund
(Yuan('2000.00'), Yuan('7200.00'), Yuan('800.00'))
"""

from fractions import Fraction
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact, not_negative, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.loans.guarantee.rules import GuaranteeRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Term, Working

_ZERO: Final = Yuan(0)


@frozen(kw_only=True, slots=False)
class LoanLoss(CheckedFacts):
    """A loss on small guaranteed loans (贷款损失).

    Args:
        loss: the loss, in yuan.
        agency: whether a guarantee agency stands behind the loans.
        enterprise: whether they are loans to small enterprises.
        prefecture_fund: whether the fund is a prefecture's, with the provincial one above it.
    """

    loss: Yuan | None = fact("损失金额", "loss", not_negative)
    agency: bool | None = fact("有担保机构", "with a guarantee agency")
    enterprise: bool | None = fact("小企业贷款", "loans to small enterprises", default=False)
    prefecture_fund: bool | None = fact("市级担保基金", "fund of a prefecture")


@frozen
class LossShares:
    """Who bears a loss (损失分担), in yuan; the shares add up to it."""

    bank: Yuan = result_field("银行承担", "bank")
    fund: Yuan = result_field("担保基金承担", "fund")
    upper_fund: Yuan = result_field("上级基金承担", "upper fund")
    central: Yuan = result_field("中央财政承担", "central finance")
    local: Yuan = result_field("地方财政承担", "local finance")


@frozen(kw_only=True, slots=False)
class YearOfCompensation(CheckedFacts):
    """What a fund paid for defaults in a year (年度代偿), in yuan."""

    balance: Yuan | None = fact("贷款余额", "balance of the loans", not_negative)
    compensated: Yuan | None = fact("当年代偿额", "to be paid in the year", not_negative)
    fund: Yuan | None = fact("担保基金可用余额", "what the fund has", not_negative)


@frozen
class CompensationGap:
    """How the payments of a year are borne (代偿分担), in yuan."""

    ceiling: Yuan = result_field("年度代偿上限", "ceiling of the year")
    fund: Yuan = result_field("担保基金代偿", "paid by the fund")
    finance: Yuan = result_field("财政弥补", "made good by finance")
    beyond: Yuan = result_field("超出上限", "beyond the ceiling")


def loss_shares(w: Working[Out_co], loss: Facts[LoanLoss], rules: GuaranteeRules) -> Out_co:
    """Share a loss between bank, fund, upper fund and finance (损失分担).

    Raises:
        RuleNotInForceError: the day is before 2004-03-31; no shares are known.
    """
    return w.outcome(
        w.branch(
            loss.enterprise,
            lambda: _firm_loss(w, loss, rules),
            lambda: _personal_loss(w, loss, rules),
        )
    )


def compensation_gap(
    w: Working[Out_co], year: Facts[YearOfCompensation], rules: GuaranteeRules
) -> Out_co:
    """Tell what fund and finance bear of the payments of a year (年度代偿分担).

    Within the ceiling finance makes good what the fund cannot bear.
    """
    ceiling: Term[Yuan] = w.keep(w.share(year.balance, w.use(rules.yearly_ceiling)))
    within: Term[Yuan] = w.keep(w.least(year.compensated, ceiling))
    paid: Term[Yuan] = w.keep(w.least(within, year.fund))
    return w.outcome(
        w.record(
            CompensationGap,
            ceiling=w.step(_("ceiling of the year"), ceiling),
            fund=paid,
            finance=within - paid,
            beyond=year.compensated - within,
        )
    )


def _personal_loss(w: Working[Out_co], loss: Facts[LoanLoss], rules: GuaranteeRules) -> Any:
    bank_share: Term[Fraction] = w.branch(
        loss.agency,
        lambda: w.use(rules.bank_share_with_agency),
        lambda: w.use(rules.bank_share),
    )
    bank: Term[Yuan] = w.share(loss.loss, bank_share)
    rest = loss.loss - bank
    upper: Term[Yuan] = w.branch(
        loss.prefecture_fund, lambda: w.share(rest, w.use(rules.upper_share)), lambda: _ZERO
    )
    return w.record(
        LossShares, bank=bank, fund=rest - upper, upper_fund=upper, central=_ZERO, local=_ZERO
    )


def _firm_loss(w: Working[Out_co], loss: Facts[LoanLoss], rules: GuaranteeRules) -> Any:
    paid = w.share(loss.loss, w.use(rules.firm_share))
    central = w.share(paid, w.use(rules.firm_central_share))
    return w.record(
        LossShares,
        bank=loss.loss - paid,
        fund=_ZERO,
        upper_fund=_ZERO,
        central=central,
        local=paid - central,
    )


LOSS_SHARES: Measure[LoanLoss, LossShares] = Measure(
    "loss_shares", "损失分担", "Shares of a loss", loss_shares, LoanLoss, GuaranteeRules
)
COMPENSATION_GAP: Measure[YearOfCompensation, CompensationGap] = Measure(
    "compensation_gap",
    "年度代偿分担",
    "Payments of a year",
    compensation_gap,
    YearOfCompensation,
    GuaranteeRules,
)
