"""The levels of the three security lines (三条保障线标准).

A place keeps minimum wage > unemployment benefit > living allowance. The levels of Gansu in 2003
are unknown.
"""

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.security.facts import Levels
from gansu_reemployment.measures.persons.security.rules import SecurityRules
from gansu_reemployment.working import Reason, Working, measure

NOT_BELOW_WAGE = Reason(
    "benefit-not-below-minimum-wage",
    _("The unemployment benefit is not below the minimum wage."),
)
NOT_ABOVE_ALLOWANCE = Reason(
    "benefit-not-above-allowance",
    _("The unemployment benefit is not above the minimum living allowance."),
)


@measure("三条保障线标准", "levels of the three lines")
def security_levels(w: Working, levels: Levels[Known], rules: SecurityRules) -> bool:
    """Check that a place keeps minimum wage > benefit > living allowance (三条保障线标准).

    The day of the law is the day for which the levels are compared.
    """
    below = levels.benefit < levels.minimum_wage
    w.require(rules.below_minimum_wage, below, NOT_BELOW_WAGE)
    above = levels.benefit > levels.allowance
    w.require(rules.above_allowance, above, NOT_ABOVE_ALLOWANCE)
    return True
