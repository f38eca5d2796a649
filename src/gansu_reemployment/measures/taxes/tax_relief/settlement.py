"""Income tax relief at the annual settlement (汇算清缴), first regime.

At settlement the average of the year's monthly shares decides, not the share at approval. The
rule is worded for the enterprise income tax; whether it also applies to the business tax is
unknown, so only the income tax is settled here. The tax office (税务机关) decides.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import (
...     Enterprise, EnterpriseKind, Formation, Trade,
... )
>>> from gansu_reemployment.money import Yuan
>>> firm = Enterprise.in_order(
...     enterprise=EnterpriseKind.NEW_SERVICE, trade=Trade.CATERING, contract_years=3,
...     formation=Formation.SET_UP, mixed=False, approved_on=date(2003, 7, 1),
...     enterprise_income_tax=Yuan(100_000),
... )
>>> months = (StaffMonth(month=11, hired=1, staff=10), StaffMonth(month=12, hired=5, staff=20))
>>> case = CaseWorking(on=date(2003, 12, 31))
>>> settled_relief(case, ReliefSettlement(firm=firm, months=months), ReliefRules()).value.relief
Yuan('35000.00')
"""

from collections.abc import Sequence
from fractions import Fraction

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    meaning,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.taxes.facts import Enterprise
from gansu_reemployment.measures.taxes.tax_relief.amounts import relief_at
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, measure


def _is_month(value: int) -> Message | None:
    return None if value in range(1, 13) else Message(_("a month is 1 to 12"))


@frozen(kw_only=True, slots=False)
class StaffMonth(CheckedFacts):
    """The staff in one month (各月人数).

    Args:
        month: 1 to 12.
        hired: laid-off persons newly hired in the year who are on the staff.
        staff: the whole that the kind of enterprise requires: the total staff or, in an
            existing enterprise, that at the end of last year and all new hires.
    """

    month: int = field(metadata=meaning("月份", "month", _is_month))
    hired: int = field(
        metadata=meaning("当年新招用下岗失业人员", "laid-off persons hired", not_negative)
    )
    staff: int = field(metadata=meaning("职工总数", "total staff", positive))


@frozen(kw_only=True, slots=False)
class ReliefSettlement(CheckedFacts):
    """An enterprise at the annual settlement (汇算清缴), with its months of trade.

    Args:
        firm: the enterprise with the taxes of the year; its own counts of staff are not read.
        months: the months of the year in which it traded.
    """

    firm: Enterprise = field(metadata=meaning("企业", "enterprise"))
    months: tuple[StaffMonth, ...] = field(metadata=meaning("各月人数", "staff by month"))

    def contradictions(self) -> list[Fault]:
        """Return the faults that show only between the months."""
        numbers = [month.month for month in self.months or ()]
        if not numbers:
            return [Fault.at("months", _("at least one month is needed"))]
        if len(set(numbers)) < len(numbers):
            return [Fault.at("months", _("a month is given twice"))]
        return []


@frozen
class SettledRelief:
    """The income tax relief of a year; *share* is the part relieved, amounts are yuan."""

    average: Fraction = result_field("各月平均比例", "average share of staff")
    share: Fraction = result_field("减免比例", "share relieved")
    relief: Yuan = result_field("减免税额", "relief")
    payable: Yuan = result_field("应纳税额", "tax payable")


@measure("企业所得税减免汇算清缴", "income tax relief at settlement", columns=False)
def settled_relief(
    w: CaseWorking, settlement: ReliefSettlement, rules: ReliefRules
) -> SettledRelief:
    """Settle the enterprise income tax of a year (年终汇算清缴).

    The day of the law is the last day of the year.

    A case function: the average is taken over the months of the year.
    """
    w.cite(rules.average)
    average = average_share(settlement.months)
    year = relief_at(w, w.read(settlement.firm), rules, average)
    return SettledRelief(
        average=average,
        share=year.share.enterprise_income_tax,
        relief=year.relief.enterprise_income_tax,
        payable=year.payable.enterprise_income_tax,
    )


def average_share(months: Sequence[StaffMonth]) -> Fraction:
    """Return the exact mean of the monthly shares (各月比例的平均数)."""
    shares = [Fraction(month.hired, month.staff) for month in months]
    return sum(shares, Fraction(0)) / len(shares)
