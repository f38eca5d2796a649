"""Which authority collects a tax (征收机关), and so whose ledger its relief is in.

No text that is known says so for the offset: the split is a reading, shown as such.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> levy = Levy(tax=Tax.ENTERPRISE_INCOME_TAX, registered_on=date(2002, 1, 1))
>>> case = CaseWorking(on=date(2003, 9, 30))
>>> collector(case, case.read(levy), CollectorRules()).value
<Authority.STATE_TAX: '国税'>
"""

from datetime import date

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.gansu import GANSU_OPINION_2003
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.measures.taxes.facts import Tax
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Working

_FIRST = date(2003, 6, 10)
_ASSUMED = GANSU_OPINION_2003.at("（五）", Standing.ASSUMED)
_LOCAL = frozenset(
    {
        Tax.BUSINESS_TAX,
        Tax.CONSTRUCTION_TAX,
        Tax.EDUCATION_SURCHARGE,
        Tax.INDIVIDUAL_INCOME_TAX,
    }
)


class Authority(Choice):
    """Whose ledger it is (台账单位)."""

    STATE_TAX = "国税", "state tax"
    LOCAL_TAX = "地税", "local tax"
    COMMERCE = "工商", "industry and commerce"


@rule_table("collector", checked=date(2026, 11, 23))
class CollectorRules:
    """Which authority collects a tax."""

    local_taxes: Rule[frozenset[Tax]] = stated(
        "地税征收税种", "taxes collected by local tax offices", Provision(_FIRST, _LOCAL, _ASSUMED)
    )
    state_since: Rule[date] = stated(
        "企业所得税由国税征收的登记日",
        "registration from which state tax offices collect income tax",
        Provision(_FIRST, date(2002, 1, 1), _ASSUMED),
    )


@frozen(kw_only=True, slots=False)
class Levy(CheckedFacts):
    """A tax or fee of one taxpayer.

    Args:
        tax: 税费种类.
        registered_on: the enterprise's registration; asked for where income tax is meant.

    Raises:
        InvalidFactsError: with every fault.
    """

    tax: Tax | None = fact("税费种类", "tax")
    registered_on: date | None = fact("登记日期", "date of registration")


def collector(w: Working[Out_co], x: Facts[Levy], rules: CollectorRules) -> Out_co:
    """Tell which authority collects a tax, and so whose ledger its relief is in (征收机关)."""
    return w.outcome(
        w.branch(
            w.among(x.tax, w.use(rules.local_taxes)),
            lambda: Authority.LOCAL_TAX,
            lambda: w.branch(
                x.tax == Tax.FEES,
                lambda: Authority.COMMERCE,
                lambda: w.choose(
                    x.registered_on >= w.use(rules.state_since),
                    Authority.STATE_TAX,
                    Authority.LOCAL_TAX,
                ),
            ),
        )
    )


COLLECTOR: Measure[Levy, Authority] = Measure(
    "collector", "征收机关", "collecting authority", collector, Levy, CollectorRules
)
