"""Losses on small guaranteed loans (贷款损失分担、年度代偿), and who bears them.

The guarantee agency (担保机构) pays the bank (经办银行) when a borrower does not. The bank, the
fund, the upper fund and finance (财政部门) share the loss.

>>> from gansu_reemployment.working.case import CaseWorking
>>> from datetime import date
>>> case = CaseWorking(on=date(2004, 7, 1))
>>> loss = LoanLoss(loss=Yuan(10000), agency=False, enterprise=False, prefecture_fund=True)
>>> shares = loss_shares(case, case.read(loss), GuaranteeRules()).value
>>> shares.bank, shares.fund, shares.upper_fund
(Yuan('2000.00'), Yuan('7200.00'), Yuan('800.00'))
"""

from typing import Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact, not_negative, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.loans.guarantee.rules import GuaranteeRules
from gansu_reemployment.money import ZERO, Yuan
from gansu_reemployment.working import Working, formula, measure


@frozen(kw_only=True, slots=False)
class LoanLoss(CheckedFacts, Generic[U]):
    """A loss on small guaranteed loans (贷款损失).

    Args:
        loss: the amount lost.
        agency: whether a guarantee agency guarantees the loans.
        enterprise: whether they are loans to small enterprises.
        prefecture_fund: whether the fund is a prefecture's, below the provincial one.
    """

    loss: Yuan | U = fact("损失金额", "loss", not_negative)
    agency: bool | U = fact("有担保机构", "with a guarantee agency")
    enterprise: bool | U = fact("小企业贷款", "loans to small enterprises")
    prefecture_fund: bool | U = fact("市级担保基金", "fund of a prefecture")


@frozen
class LossShares:
    """The shares of a loss (损失分担), which add up to it."""

    bank: Yuan = result_field("银行承担", "bank")
    fund: Yuan = result_field("担保基金承担", "fund")
    upper_fund: Yuan = result_field("上级基金承担", "upper fund")
    central: Yuan = result_field("中央财政承担", "central finance")
    local: Yuan = result_field("地方财政承担", "local finance")


@frozen(kw_only=True, slots=False)
class YearOfCompensation(CheckedFacts, Generic[U]):
    """The payments of a fund for the defaults of a year (年度代偿)."""

    balance: Yuan | U = fact("贷款余额", "balance of the loans", not_negative)
    compensated: Yuan | U = fact("当年代偿额", "to be paid in the year", not_negative)
    fund: Yuan | U = fact("担保基金可用余额", "what the fund has", not_negative)


@frozen
class CompensationGap:
    """The payments of a year, and who bears them (代偿分担)."""

    ceiling: Yuan = result_field("年度代偿上限", "ceiling of the year")
    fund: Yuan = result_field("担保基金代偿", "paid by the fund")
    finance: Yuan = result_field("财政弥补", "made good by finance")
    beyond: Yuan = result_field("超出上限", "beyond the ceiling")


@measure("损失分担", "Shares of a loss")
def loss_shares(w: Working, loss: LoanLoss[Known], rules: GuaranteeRules) -> LossShares:
    """Share a loss between the bank, the fund, the upper fund and finance (损失分担).

    The day of the law is the day on which the loss is found.
    """
    if loss.enterprise:
        return enterprise_loss(w, loss, rules)
    return personal_loss(w, loss, rules)


@formula
def personal_loss(w: Working, loss: LoanLoss[Known], rules: GuaranteeRules) -> LossShares:
    """Share a loss on loans to persons between the bank and the funds."""
    share = w.use(rules.bank_share_with_agency) if loss.agency else w.use(rules.bank_share)
    bank = w.share(loss.loss, share)
    rest = loss.loss - bank
    upper = w.share(rest, w.use(rules.upper_share)) if loss.prefecture_fund else ZERO
    return LossShares(bank=bank, fund=rest - upper, upper_fund=upper, central=ZERO, local=ZERO)


@formula
def enterprise_loss(w: Working, loss: LoanLoss[Known], rules: GuaranteeRules) -> LossShares:
    """Share a loss on loans to small enterprises between the bank and finance (小企业贷款)."""
    finance = w.share(loss.loss, w.use(rules.firm_share))
    central = w.share(finance, w.use(rules.firm_central_share))
    return LossShares(
        bank=loss.loss - finance,
        fund=ZERO,
        upper_fund=ZERO,
        central=central,
        local=finance - central,
    )


@measure("年度代偿分担", "Payments of a year")
def compensation_gap(
    w: Working, year: YearOfCompensation[Known], rules: GuaranteeRules
) -> CompensationGap:
    """Compute how fund and finance bear the payments of a year (年度代偿分担).

    The day of the law is the last day of the year. Within the ceiling, finance pays what the fund
    cannot.
    """
    ceiling = w.step(_("ceiling of the year"), w.share(year.balance, w.use(rules.yearly_ceiling)))
    within = min(year.compensated, ceiling)
    paid = min(within, year.fund)
    return CompensationGap(
        ceiling=ceiling, fund=paid, finance=within - paid, beyond=year.compensated - within
    )
