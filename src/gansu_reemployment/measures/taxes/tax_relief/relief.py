"""Tax relief for those who take on laid-off persons, first regime (税收减免，2003-2005年批准).

Enterprises that newly hire certificate holders, spun-off entities and laid-off sole traders
pay less tax, or none, for up to three years. The labour authority (劳动保障部门) certifies
the enterprise, the tax office (税务机关) audits it and grants the relief. Relief granted
by the end of 2005 runs on until its term is full; value-added tax is never relieved.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import Enterprise, EnterpriseKind, Trade
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> firm = Enterprise(
...     enterprise=EnterpriseKind.NEW_SERVICE, trade=Trade.CATERING, hired=10, staff=100,
...     contract_years=3, enterprise_income_tax=Yuan(100_000),
... )
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> relief = tax_relief(case, case.read(firm), ReliefRules()).value
>>> relief.relief.enterprise_income_tax, relief.next_threshold
(Yuan('20000.00'), Fraction(3, 10))
"""

from gansu_reemployment.measures.taxes.facts import Enterprise
from gansu_reemployment.measures.taxes.tax_relief.amounts import (
    TaxRelief,
    hired_share,
    worked_relief,
)
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Working


def tax_relief(w: Working[Out_co], x: Facts[Enterprise], rules: ReliefRules) -> Out_co:
    """Work out the relief of one enterprise or stall for the taxes of one period (税收减免).

    The share of hired persons is that of the day, as verified for prepayment; at the annual
    settlement the average of the year counts (:mod:`~.tax_relief.settlement`). Relief is rounded
    half up to the fen for each tax, the share itself never. Refused are excluded trades, old
    or feigned formations, contracts that are too short, and terms that are over.
    """
    return w.outcome(worked_relief(w, x, rules, lambda: hired_share(w, x)))


TAX_RELIEF: Measure[Enterprise, TaxRelief] = Measure(
    "tax_relief", "税收减免", "tax relief", tax_relief, Enterprise, ReliefRules
)
