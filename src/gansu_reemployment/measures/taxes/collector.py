"""The authority that collects a tax, in whose ledger its relief is (征收机关).

No text that was read says so: the split of 2002, and the change of 2009 for enterprises
registered from then on, are assumed, and shown as such.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> levy = Levy(tax=Tax.ENTERPRISE_INCOME_TAX, registered_on=date(2002, 1, 1))
>>> case = CaseWorking(on=date(2003, 9, 30))
>>> collector(case, case.read(levy), CollectorRules()).value
<Authority.STATE_TAX: '国税'>
"""

from datetime import date
from typing import Final, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact, happened
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.taxes.facts import TAXES, Tax
from gansu_reemployment.working import Working, measure

GUOSHUIFA_2008_120: Final = find_instrument("国税发[2008]120号")

_FIRST = date(2003, 6, 10)
_DIVIDED = date(2002, 1, 1)
_LATER = date(2009, 1, 1)
_DIVISION = find_instrument("国发[2001]37号").assumed()
_NOT_READ = _("The division of the time is assumed: its text was not read.")
_LOCAL = frozenset(TAXES) - {Tax.ENTERPRISE_INCOME_TAX}


class Authority(Choice):
    """The authorities that keep a relief ledger (台账单位)."""

    STATE_TAX = "国税", "state tax"
    LOCAL_TAX = "地税", "local tax"
    COMMERCE = "工商", "industry and commerce"


@rule_table("collector", checked=date(2026, 11, 28))
class CollectorRules:
    """The taxes of each authority (征收机关规定)."""

    local_taxes: Rule[frozenset[Tax]] = stated(
        "地税征收税种",
        "taxes collected by local tax offices",
        Provision(
            _FIRST,
            _LOCAL,
            _DIVISION,
            note=_NOT_READ,
        ),
    )
    state_since: Rule[date] = stated(
        "企业所得税由国税征收的登记日",
        "registration from which state tax offices collect income tax",
        Provision(
            _FIRST,
            _DIVIDED,
            _DIVISION,
            note=_NOT_READ,
        ),
    )
    by_turnover_tax: Rule[bool] = stated(
        "企业所得税随流转税征收",
        "income tax goes where the main turnover tax goes",
        Provision(_DIVIDED, False, _DIVISION).noted(
            "Before 2009 the day of registration decides; the text was not read."
        ),
        Provision(_LATER, True, GUOSHUIFA_2008_120.assumed()).noted(
            "Of enterprises registered from 2009 on; the text was not read."
        ),
    )


@frozen(kw_only=True, slots=False)
class Levy(CheckedFacts, Generic[U]):
    """A tax or fee of one taxpayer.

    Args:
        registered_on: the day of the enterprise's registration; only income tax needs it.
        pays_business_tax: whether business tax, not value-added tax, is its main turnover tax;
            only income tax of enterprises registered from 2009 needs it.
    """

    tax: Tax | U = fact("税费种类", "tax")
    registered_on: date | U = fact("登记日期", "date of registration", happened)
    pays_business_tax: bool | U = fact("以缴纳营业税为主", "pays mainly business tax")


@measure("征收机关", "collecting authority")
def collector(w: Working, levy: Levy[Known], rules: CollectorRules) -> Authority:
    """Return the authority that collects a tax, in whose ledger its relief is (征收机关).

    The day of the law is the day of the payment.
    """
    if levy.tax in w.use(rules.local_taxes):
        return Authority.LOCAL_TAX
    if levy.tax == Tax.FEES:
        return Authority.COMMERCE
    if levy.registered_on < w.use(rules.state_since):
        return Authority.LOCAL_TAX
    if w.as_of(levy.registered_on).use(rules.by_turnover_tax) and levy.pays_business_tax:
        return Authority.LOCAL_TAX
    return Authority.STATE_TAX
