"""Tax relief for enterprises that hire laid-off persons, first regime (税收减免，2003-2005年批准).

Enterprises that newly hire certificate holders, spun-off entities and laid-off sole traders
pay less tax, or none, for up to three years. The labour authority (劳动保障部门) certifies
the enterprise, the tax office (税务机关) audits it and grants the relief. Relief granted
by the end of 2005 runs on until its term is full; value-added tax is never relieved.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import (
...     Enterprise, EnterpriseKind, Formation, Trade,
... )
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> firm = Enterprise.in_order(
...     enterprise=EnterpriseKind.NEW_SERVICE, trade=Trade.CATERING, hired=10, staff=100,
...     contract_years=3, formation=Formation.SET_UP, mixed=False, approved_on=date(2003, 7, 1),
...     enterprise_income_tax=Yuan(100_000),
... )
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> relief = tax_relief(case, case.read(firm), ReliefRules()).value
>>> relief.relief.enterprise_income_tax, relief.next_threshold
(Yuan('20000.00'), Fraction(3, 10))
"""

from gansu_reemployment.fact_model import Known
from gansu_reemployment.measures.taxes.facts import Enterprise
from gansu_reemployment.measures.taxes.tax_relief.amounts import TaxRelief, relief_at
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.measures.taxes.tax_relief.shares import hired_share
from gansu_reemployment.working import Working, measure


@measure("税收减免", "tax relief")
def tax_relief(w: Working, firm: Enterprise[Known], rules: ReliefRules) -> TaxRelief:
    """Compute the relief of one enterprise or stall for the taxes of one period (税收减免).

    The day of the law is one of the period of the taxes; the conditions are tested by the law of
    the day of approval.

    The share of hired persons is that of the day, as verified for prepayment; at the annual
    settlement the average of the year counts (:mod:`~.tax_relief.settlement`). Relief is rounded
    half up to the fen for each tax, the share itself never. Excluded trades, old or
    feigned formations, contracts that are too short, and terms that are over are refused.
    """
    return relief_at(w, firm, rules, hired_share(w, firm))
