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
...     new_post=True, wage=Yuan(400), average_wage=Yuan(900), months=1, months_used=0,
... )
>>> subsidy = insurance_subsidy(case, case.read(claim), InsuranceRules()).value
>>> subsidy.base, subsidy.total, subsidy.own
(Yuan('540.00'), Yuan('118.80'), Yuan('43.20'))
"""

from typing import Final

from gansu_reemployment.facts import Known
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.subsidies.insurance.amounts import (
    InsuranceSubsidy,
    employer_amounts,
    flexible_amounts,
)
from gansu_reemployment.measures.subsidies.insurance.conditions import check_employment
from gansu_reemployment.measures.subsidies.insurance.facts import (
    Employer,
    Extension,
    InsuranceClaim,
    NearRetirement,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason

MONTHS_A_YEAR: Final = 12
#: The contract bounds the time only of those whom an enterprise hires.
UNBOUND: Final = frozenset({Employer.PUBLIC_POST, Employer.FLEXIBLE})

RETIRED = Reason("retired", _("The person has retired."))
USED_UP = Reason("months-used-up", _("The months of the subsidy are used up."))


@measure("社会保险补贴", "social insurance subsidy")
def insurance_subsidy(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules
) -> InsuranceSubsidy:
    """Compute the contributions that the fund repays for one person's months (社会保险补贴核定).

    Months are granted within the contract and within the longest time; months beyond that only
    where the law or the place allows them. Each insurance of a month is rounded to the fen.
    """
    w.refuse(rules.retirement, claim.retired, RETIRED)
    check_employment(w, claim, rules)
    left = w.use(rules.term_months) - claim.months_used
    ordinary = ordinary_months(w, claim, left)
    extended = extended_months(w, claim, rules, left, ordinary)
    months = w.step(_("months granted"), ordinary + extended)
    w.refuse(rules.term_months, months == 0 and left <= 0, USED_UP)
    if claim.employer == Employer.FLEXIBLE:
        return flexible_amounts(w, claim, rules, months, extended)
    return employer_amounts(w, claim, rules, months, extended)


@formula
def ordinary_months(w: Working, claim: InsuranceClaim[Known], left: int) -> int:  # noqa: ARG001 - the translation asks it
    """Compute the months within the longest time, and within an enterprise's contract."""
    if claim.employer in UNBOUND:
        return min(claim.months, max(left, 0))
    return min(claim.months, max(min(claim.contract_years * MONTHS_A_YEAR, left), 0))


@formula
def extended_months(
    w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules, left: int, ordinary: int
) -> int:
    """Compute the months beyond the longest time, within an enterprise's contract (延长月数)."""
    if claim.months <= left:
        return 0
    if not (near_retirement(w, claim, rules) or extended_by_place(w, claim, rules)):
        return 0
    further = claim.months - ordinary
    if claim.employer in UNBOUND:
        return further
    return min(further, claim.contract_years * MONTHS_A_YEAR - ordinary)


@formula
def near_retirement(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> bool:
    """Return whether the subsidy goes on to retirement, which is near (接近退休)."""
    match w.use(rules.near_retirement):
        case NearRetirement.STOPS:
            return False
        case NearRetirement.TO_RETIREMENT:
            return claim.years_to_retirement < w.use(rules.near_years)


@formula
def extended_by_place(w: Working, claim: InsuranceClaim[Known], rules: InsuranceRules) -> bool:
    """Return whether the place extends the time of an older person in a public-service post."""
    match w.use(rules.extension):
        case Extension.NONE:
            return False
        case Extension.LOCAL_COST | Extension.YEARLY:
            older_post = claim.employer == Employer.PUBLIC_POST and claim.hardship == Group.OLDER
            return older_post and claim.extended
