"""The social insurance subsidy (社会保险补贴): the contributions that the fund repays.

Service and retail enterprises that newly hire certificate holders, and public-service posts for
the older, get back the employer's pension and unemployment contributions, from 2006 the medical
ones too; flexible workers are subsidised from 2006, in part. Paid first, claimed back after the
quarter (先缴后补): the labour authority (劳动保障部门) checks, finance (财政部门) pays.

>>> from datetime import date
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 7, 1))
>>> claim = InsuranceClaim(
...     employer=Employer.SERVICE, contract_years=3, group=EntitledGroup.LAID_OFF_SOE,
...     new_post=True, wage=Yuan(400), average_wage=Yuan(10_800), months=1, months_used=0,
...     retired=False, approved_on=date(2003, 7, 1),
... )
>>> subsidy = insurance_subsidy(case, case.read(claim), InsuranceRules()).value
>>> subsidy.base, subsidy.total, subsidy.own
(Yuan('540.00'), Yuan('118.80'), Yuan('43.20'))
"""

from typing import Final

from gansu_reemployment.fact_model import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.subsidies.insurance.amounts import (
    MONTHS_A_YEAR,
    InsuranceSubsidy,
    employer_amounts,
    flexible_amounts,
)
from gansu_reemployment.measures.subsidies.insurance.conditions import (
    HARD_TO_EMPLOY,
    check_approval,
)
from gansu_reemployment.measures.subsidies.insurance.facts import (
    Employer,
    Extension,
    InsuranceClaim,
    NearRetirement,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.measures.subsidies.reasons import RETIRED
from gansu_reemployment.working import Reason, Working, formula, measure

#: The contract bounds the time only of those whom an enterprise hires.
UNBOUND: Final = frozenset({Employer.PUBLIC_POST, Employer.FLEXIBLE})

CONTRACT_USED_UP = Reason(
    "contract-used-up", _("The months of the labour contract are already subsidised.")
)
USED_UP = Reason("months-used-up", _("The months of the subsidy are used up."))


@measure("社会保险补贴", "social insurance subsidy")
def insurance_subsidy(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules
) -> InsuranceSubsidy:
    """Compute the contributions that the fund repays for one person's months (社会保险补贴核定).

    The day of the law is the last day of the months claimed: contributions, rates and insurances
    are of that day, the conditions of approval are of the day of approval. A claim that spans a
    change of the law is divided, as :func:`~.claim.insurance_claim` does.

    Months are granted within the contract and within the longest time; months beyond that only
    where the law or the place allows them. Each insurance of a month is rounded to the fen.
    """
    w.refuse(rules.retirement, claim.retired, RETIRED)
    check_approval(w, claim, rules)
    left = w.use(rules.term_months) - claim.months_used
    w.cite(rules.clock)
    wanted = months_wanted(w, claim, rules)
    # A contract of no year is too short already.
    w.refuse(rules.contract_term, wanted <= 0 and claim.contract_years > 0, CONTRACT_USED_UP)
    ordinary = min(wanted, max(left, 0))
    extended = extended_months(w, claim, rules, wanted - ordinary)
    used_up = left <= 0 and not goes_on(w, claim, rules)
    w.refuse(rules.term_months, used_up, USED_UP)
    months = w.step(_("months granted"), ordinary + extended)
    if claim.employer == Employer.FLEXIBLE:
        return flexible_amounts(w, claim, rules, months, extended)
    return employer_amounts(w, claim, rules, months, extended)


@formula
def months_wanted(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> int:
    """Return the months claimed that lie within an enterprise's contract (相应期限)."""
    if claim.employer in UNBOUND:
        return claim.months
    w.cite(rules.contract_term)
    contract = claim.contract_years * MONTHS_A_YEAR
    if claim.months_used + claim.months <= contract:
        return claim.months
    return max(min(claim.months, contract - claim.months_in_contract), 0)


@formula
def extended_months(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules, beyond: int
) -> int:
    """Return the months wanted *beyond* the longest time, where it is prolonged (延长月数)."""
    if beyond <= 0:
        return 0
    return beyond if goes_on(w, claim, rules) else 0


@formula
def goes_on(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> bool:
    """Return whether the subsidy goes on beyond the longest time (期满后延长)."""
    return extended_by_place(w, claim, rules) or near_retirement(w, claim, rules)


@formula
def near_retirement(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> bool:
    """Return whether the subsidy goes on to retirement, by the law of the approval (接近退休)."""
    approval = w.as_of(claim.approved_on)
    if approval.use(rules.near_retirement) == NearRetirement.STOPS:
        return False
    near = claim.years_left_at_approval < approval.use(rules.near_years)
    return near and claim.hardship in HARD_TO_EMPLOY


@formula
def extended_by_place(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> bool:
    """Return whether the place extends the time of an older person in a public-service post."""
    match w.use(rules.extension):
        case Extension.NONE:
            return False
        case Extension.LOCAL_COST | Extension.YEARLY:
            older_post = claim.employer == Employer.PUBLIC_POST and claim.hardship == Group.OLDER
            return older_post and claim.extended
