"""An enterprise's year under the yearly limit: month by month, then settled (年度清算).

During the year the planned limit is used on business tax, construction tax and education
surcharge as they fall due. By the end of January the limit is worked out again from the months
really worked: what is left then cuts the enterprise income tax, what was used beyond it is
repaid. Local texts of 2006 say so. The tax office (税务机关) decides.

>>> from datetime import date
>>> from gansu_reemployment.law.tables import amended
>>> from gansu_reemployment.law.instruments.taxes import CAISHUI_2005_186
>>> from gansu_reemployment.law.rules import Provision
>>> national = OrderedReliefRules()
>>> row = Provision(date(2006, 1, 1), Yuan(4_000), CAISHUI_2005_186.at("第一条"))
>>> rules = amended(national, standard=national.standard.amended([row]))
>>> year = OrderedYear(
...     planned=24, worked=21, enterprise_income_tax=Yuan(9_000),
...     months=(TaxMonth(month=1, business_tax=Yuan(3_000)), TaxMonth(month=2)),
... )
>>> settled = ordered_year(CaseWorking(on=date(2006, 12, 31)), year, rules).value
>>> settled.used, settled.limit, settled.income_tax_relief
(Yuan('3000.00'), Yuan('7000.00'), Yuan('4000.00'))
"""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, Unknown, fact, not_negative
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.taxes.facts import Tax
from gansu_reemployment.measures.taxes.ordered_relief.rules import OrderedReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

_ZERO = Yuan(0)
#: The taxes that the limit is used on during the year, in their order.
_MONTHLY = (Tax.BUSINESS_TAX, Tax.CONSTRUCTION_TAX, Tax.EDUCATION_SURCHARGE)


def _is_month(value: int) -> Message | None:
    return None if value in range(1, 13) else Message(_("a month is 1 to 12"))


@frozen(kw_only=True, slots=False)
class TaxMonth(CheckedFacts):
    """The taxes of a month in yuan; one that is not named is not due.

    Args:
        month: 1 to 12.
        business_tax: 营业税.
        construction_tax: 城市维护建设税.
        education_surcharge: 教育费附加.

    Raises:
        InvalidFactsError: with every fault.
    """

    month: int = fact("月份", "month", _is_month)
    business_tax: Yuan | None = fact("营业税", "business tax", not_negative, default=_ZERO)
    construction_tax: Yuan | None = fact(
        "城市维护建设税", "construction tax", not_negative, default=_ZERO
    )
    education_surcharge: Yuan | None = fact(
        "教育费附加", "education surcharge", not_negative, default=_ZERO
    )


@frozen(kw_only=True, slots=False)
class OrderedYear(CheckedFacts):
    """An enterprise's year (年度); months of persons are those of all hired persons, added up.

    Args:
        planned: months of persons planned at the beginning.
        worked: months of persons really worked.
        months: the months with their taxes, in order.
        enterprise_income_tax: income tax of the year, yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    planned: int | None = fact("预计月数", "planned months of persons", not_negative)
    worked: int | None = fact("实际月数", "months of persons worked", not_negative)
    months: tuple[TaxMonth, ...] = fact("各月税额", "taxes by month", default=())
    enterprise_income_tax: Yuan | None = fact(
        "企业所得税", "enterprise income tax", not_negative, default=_ZERO
    )

    def contradictions(self) -> list[Fault]:
        """Give the faults that show only between the months."""
        pairs = pairwise(row.month for row in self.months or ())
        if any(after <= before for before, after in pairs):
            return [Fault.at("months", _("each month must come after the one before"))]
        return []


@frozen
class MonthUse:
    """The relief of one month, and what is left of the planned limit, in yuan."""

    month: int = fact("月份", "month")
    relief: Yuan = fact("当月减免", "relief of the month")
    left: Yuan = fact("限额余额", "limit left")


@frozen
class SettledYear:
    """The settled year in yuan; *repaid* was used beyond the real limit, *unused* is lost."""

    planned_limit: Yuan = fact("预计限额", "planned limit")
    limit: Yuan = fact("实际限额", "limit")
    months: tuple[MonthUse, ...] = fact("各月减免", "relief by month")
    used: Yuan = fact("当年已减免", "used in the year")
    income_tax_relief: Yuan = fact("企业所得税减免", "income tax relief")
    income_tax_payable: Yuan = fact("应纳企业所得税", "income tax payable")
    repaid: Yuan = fact("应补缴", "repaid")
    unused: Yuan = fact("未用限额", "limit unused")


def ordered_year(w: CaseWorking, x: OrderedYear, rules: OrderedReliefRules) -> Outcome[SettledYear]:
    """Work an enterprise's year through and settle it (年度清算). For single cases only."""
    open_ = _unknown(x)
    if open_:
        return w.outcome(Unknown(open_))
    standard: Yuan = w.use(rules.standard)
    months: int = w.use(rules.person_months)
    planned: Yuan = w.step(_("planned limit"), w.share(standard, w.ratio(x.planned, months)))
    limit: Yuan = w.step(_("limit of the year"), w.share(standard, w.ratio(x.worked, months)))
    for reading in (rules.order, rules.settlement, rules.rounding):
        w.cite(reading)
    uses = tuple(_uses(x.months, planned))
    used: Yuan = w.step(_("used in the year"), sum((use.relief for use in uses), _ZERO))
    tax: Any = x.enterprise_income_tax
    relief: Yuan = w.least(tax, w.most(limit - used, _ZERO))
    return w.outcome(
        SettledYear(
            planned_limit=planned,
            limit=limit,
            months=uses,
            used=used,
            income_tax_relief=w.step(_("income tax relief"), relief),
            income_tax_payable=tax - relief,
            repaid=w.step(_("repaid"), w.most(used - limit, _ZERO)),
            unused=w.most(limit - used - relief, _ZERO),
        )
    )


def _uses(months: tuple[TaxMonth, ...], limit: Yuan) -> Iterator[MonthUse]:
    left = limit
    for row in months:
        due = sum((getattr(row, tax.code) for tax in _MONTHLY), _ZERO)
        relief = min(due, left)
        left -= relief
        yield MonthUse(row.month, relief, left)


def _unknown(x: OrderedYear) -> tuple[str, ...]:
    inner = (f"months[{n}].{name}" for n, row in enumerate(x.months) for name in row.unknown)
    return (*x.unknown, *inner)


ORDERED_YEAR: Measure[OrderedYear, SettledYear] = Measure(
    "ordered_year",
    "限额扣减年度清算",
    "settlement of the yearly limit",
    ordered_year,
    OrderedYear,
    OrderedReliefRules,
    columns=False,
)
