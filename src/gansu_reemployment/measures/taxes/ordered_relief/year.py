"""An enterprise's year under the yearly limit: month by month, then settled (年度清算).

During the year the planned limit is used on business tax, construction tax and education
surcharge as they fall due. By the end of January the limit is computed again from the months
really worked: the rest reduces the enterprise income tax, use beyond it is repaid. So the local
texts of 2006. The tax office (税务机关) decides.

>>> from datetime import date
>>> from gansu_reemployment.law.tables import amended
>>> from gansu_reemployment.law.instruments import find_instrument
>>> CAISHUI_2005_186 = find_instrument("财税[2005]186号")
>>> from gansu_reemployment.law.rules import Provision
>>> national = OrderedReliefRules()
>>> row = Provision(date(2006, 1, 1), Yuan(4_000), CAISHUI_2005_186.at("第一条"))
>>> rules = amended(national, standard=national.standard.amended([row]))
>>> year = OrderedYear(
...     planned=24, worked=21, enterprise_income_tax=Yuan(9_000),
...     months=(
...         TaxMonth.in_order(month=1, business_tax=Yuan(3_000)), TaxMonth.in_order(month=2)
...     ),
... )
>>> settled = ordered_year(CaseWorking(on=date(2006, 12, 31)), year, rules).value
>>> settled.used, settled.limit, settled.income_tax_relief
(Yuan('3000.00'), Yuan('7000.00'), Yuan('4000.00'))
"""

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Generic

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    meaning,
    not_negative,
    result_field,
)
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.taxes.facts import TurnoverTaxesDue, taxes_last
from gansu_reemployment.measures.taxes.ordered_relief.rules import OrderedReliefRules
from gansu_reemployment.money import ZERO, Yuan
from gansu_reemployment.working import CaseWorking, Incomplete, measure
from gansu_reemployment.working.tabular import Tabular


def _is_month(value: int) -> Message | None:
    return None if value in range(1, 13) else Message(_("a month is 1 to 12"))


@frozen(kw_only=True, slots=False, field_transformer=taxes_last)
class TaxMonth(TurnoverTaxesDue[U]):
    """The taxes of a month in yuan; one that is not named is unknown.

    Args:
        month: 1 to 12.
    """

    month: int = field(metadata=meaning("月份", "month", _is_month))


@frozen(kw_only=True, slots=False)
class OrderedYear(CheckedFacts, Generic[U]):
    """An enterprise's year (年度); months of persons are those of all hired persons, added up.

    Args:
        planned: months of persons planned at the beginning.
        worked: months of persons really worked.
        months: the months with their taxes, in order.
        enterprise_income_tax: income tax of the year, yuan.
    """

    planned: int | U = fact("预计月数", "planned months of persons", not_negative)
    worked: int | U = fact("实际月数", "months of persons worked", not_negative)
    months: tuple[TaxMonth[U], ...] = fact("各月税额", "taxes by month", default=())
    enterprise_income_tax: Yuan | U = fact("企业所得税", "enterprise income tax", not_negative)

    def contradictions(self) -> list[Fault]:
        """Return the faults that show only between the months."""
        pairs = pairwise(row.month for row in self.months or ())
        if any(after <= before for before, after in pairs):
            return [Fault.at("months", _("each month must come after the one before"))]
        return []


@frozen
class MonthUse:
    """The relief of one month, and the rest of the planned limit, in yuan."""

    month: int = result_field("月份", "month")
    relief: Yuan = result_field("当月减免", "relief of the month")
    left: Yuan = result_field("限额余额", "limit left")


@frozen
class SettledYear(Tabular):
    """The settled year in yuan; *repaid* was used beyond the real limit, *unused* is lost."""

    planned_limit: Yuan = result_field("预计限额", "planned limit")
    limit: Yuan = result_field("实际限额", "limit")
    months: tuple[MonthUse, ...] = result_field("各月减免", "relief by month")
    used: Yuan = result_field("当年已减免", "used in the year")
    income_tax_relief: Yuan = result_field("企业所得税减免", "income tax relief")
    income_tax_payable: Yuan = result_field("应纳企业所得税", "income tax payable")
    repaid: Yuan = result_field("应补缴", "repaid")
    unused: Yuan = result_field("未用限额", "limit unused")


@measure("限额扣减年度清算", "settlement of the yearly limit", columns=False)
def ordered_year(w: CaseWorking, year: OrderedYear, rules: OrderedReliefRules) -> SettledYear:
    """Compute the relief of an enterprise's months and settle the year (年度清算).

    The day of the law is the last day of the year.

    A case function: what one month leaves of the limit goes to the next.
    """
    unknown = tuple(unknown_facts(year))
    if unknown:
        raise Incomplete(*unknown)
    return settled(w, w.read(year), rules)


def unknown_facts(year: OrderedYear) -> Iterator[str]:
    """Yield the unknown facts of the year and of its months."""
    yield from year.unknown
    for place, row in enumerate(year.months):
        for name in row.unknown:
            yield f"months[{place}].{name}"


def settled(w: CaseWorking, year: OrderedYear[Known], rules: OrderedReliefRules) -> SettledYear:
    """Compute the planned and the real limit, and what they relieve (清算)."""
    standard, whole = w.use(rules.standard), w.use(rules.person_months)
    planned: Yuan = w.step(_("planned limit"), w.share(standard, w.ratio(year.planned, whole)))
    limit: Yuan = w.step(_("limit of the year"), w.share(standard, w.ratio(year.worked, whole)))
    w.cite(rules.order)
    w.cite(rules.settlement)
    w.cite(rules.rounding)
    months = tuple(used_by_month(year.months, planned))
    used: Yuan = w.step(_("used in the year"), w.total(month.relief for month in months))
    tax = year.enterprise_income_tax
    relief = min(tax, max(limit - used, ZERO))
    return SettledYear(
        planned_limit=planned,
        limit=limit,
        months=months,
        used=used,
        income_tax_relief=w.step(_("income tax relief"), relief),
        income_tax_payable=tax - relief,
        repaid=w.step(_("repaid"), max(used - limit, ZERO)),
        unused=max(limit - used - relief, ZERO),
    )


def used_by_month(months: Sequence[TaxMonth[Known]], limit: Yuan) -> Iterator[MonthUse]:
    """Yield the part of the planned *limit* that each month uses, and the rest (各月减免)."""
    left = limit
    for row in months:
        due = row.business_tax + row.construction_tax + row.education_surcharge
        relief = min(due, left)
        left = left - relief
        yield MonthUse(month=row.month, relief=relief, left=left)
