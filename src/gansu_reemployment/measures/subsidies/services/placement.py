"""The job-placement subsidy (职业介绍补贴), paid by result to the body that places.

Job introduction is free for the laid-off and unemployed; the province sets the standard.
"""

from typing import Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact, not_negative
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.subsidies.reasons import TOO_SHORT
from gansu_reemployment.measures.subsidies.services.rules import (
    NOT_QUALIFIED,
    Placement,
    ServicesRules,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Reason, Working, formula, measure

NOT_PLACED = Reason("not-placed", _("The person was not placed."))
NOT_KEPT = Reason("not-kept", _("The person was not in the job for long enough."))
TOO_LATE = Reason("claimed-too-late", _("The claim came too late."))
ONCE_A_YEAR = Reason("once-a-year", _("The person was already placed at public cost this year."))


@frozen(kw_only=True, slots=False)
class PlacementClaim(CheckedFacts, Generic[U]):
    """One person placed (职业介绍补贴申请); ``None`` means unknown.

    Args:
        qualified: whether the labour authority recognises the body.
        placed: whether the person is in work.
        contract_years: the length of the labour contract in whole years.
        months_kept: the full months in the job.
        placed_this_year: whether already placed at public cost in the same year.

    Raises:
        InvalidFactsError: the values have faults; it names all of them.
    """

    qualified: bool | U = fact("经资质认定", "recognised")
    placed: bool | U = fact("已就业", "placed")
    contract_years: int | U = fact("劳动合同年限", "contract years", not_negative)
    months_kept: int | U = fact("已稳定就业月数", "months in the job", not_negative)
    placed_this_year: bool | U = fact("当年已享受", "placed at public cost this year")


@measure("职业介绍补贴", "job-placement subsidy")
def placement_subsidy(w: Working, claim: PlacementClaim[Known], rules: ServicesRules) -> Yuan:
    """Return the subsidy for a person placed (职业介绍补贴核定).

    The day of the law is the day of the claim.
    """
    w.require(rules.qualified, claim.qualified, NOT_QUALIFIED)
    w.require(rules.placement, claim.placed, NOT_PLACED)
    if w.use(rules.placement) == Placement.KEPT:
        check_kept(w, claim, rules)
    return w.use(rules.placement_standard)


@formula
def check_kept(w: Working, claim: PlacementClaim[Known], rules: ServicesRules) -> None:
    """Check that the job is under contract and lasted, and the claim in time (稳定就业)."""
    long_enough = claim.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, TOO_SHORT)
    kept = w.use(rules.months_kept)
    w.require(rules.months_kept, claim.months_kept >= kept, NOT_KEPT)
    in_time = claim.months_kept <= kept + w.use(rules.claim_months)
    w.require(rules.claim_months, in_time, TOO_LATE)
    w.refuse(rules.placement, claim.placed_this_year, ONCE_A_YEAR)
