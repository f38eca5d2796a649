"""The quarterly claim of the insurance subsidy (社会保险补贴季度申请): a roster made a claim sheet.

The employer pays the contributions, lists the hires apart, and claims after the end of the
quarter (先缴后补). Each month of each person is worked by itself under the law of the month's
last day, so that a quarter comes out as its months do. The labour authority (劳动保障部门)
checks, finance (财政部门) pays.

>>> from datetime import date
>>> from gansu_reemployment.measures.subsidies.insurance.facts import Employer
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup
>>> hire = Hire(
...     number="1", group=EntitledGroup.LAID_OFF_SOE, new_post=True,
...     hired_on=date(2003, 7, 1), contract_years=3, wage=Yuan(700), months_used=0,
...     paid_first=True, paid_second=True, paid_third=True,
... )
>>> claim = QuarterlyClaim(
...     employer=Employer.SERVICE, first_day=date(2003, 7, 1), claimed_on=date(2003, 10, 8),
...     in_arrears=False, papers_complete=True, average_wage=Yuan(900), hires=(hire,),
... )
>>> insurance_claim(CaseWorking(on=claim.claimed_on), claim, InsuranceRules()).value.total
Yuan('462.00')
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Final

from attrs import evolve

from gansu_reemployment.dates import add_months, term_end
from gansu_reemployment.facts import Unknown
from gansu_reemployment.i18n import _
from gansu_reemployment.law.series import average_wage
from gansu_reemployment.measures.subsidies.insurance.amounts import InsuranceSubsidy
from gansu_reemployment.measures.subsidies.insurance.months import (
    INSURANCE_SUBSIDY,
    InsuranceClaim,
    insurance_subsidy,
)
from gansu_reemployment.measures.subsidies.insurance.roster import (
    ClaimLine,
    ClaimSheet,
    Hire,
    NotGranted,
    QuarterlyClaim,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Basis, Outcome
from gansu_reemployment.working.terms import Reason

__all__ = [
    "INSURANCE_CLAIM",
    "ClaimLine",
    "ClaimSheet",
    "Hire",
    "NotGranted",
    "QuarterlyClaim",
    "insurance_claim",
]

_DAY: Final = timedelta(days=1)
_QUARTER: Final = 3
_MONTHS_A_YEAR: Final = 12
#: The fact that tells whether the first, second and third month was paid.
_PAID: Final = ("paid_first", "paid_second", "paid_third")

TOO_EARLY = Reason("claimed-too-early", _("The quarter has not ended."))
IN_ARREARS = Reason("in-arrears", _("The employer is behind with contributions."))
INCOMPLETE = Reason("papers-incomplete", _("The papers are not complete."))
NOT_PAID = Reason("not-paid", _("The contributions of the month were not paid."))
OUTSIDE_CONTRACT = Reason("outside-contract", _("The contract does not cover the month."))


def insurance_claim(
    w: CaseWorking, claim: QuarterlyClaim, rules: InsuranceRules
) -> Outcome[ClaimSheet]:
    """Check an employer's claim for a quarter, person by person and month by month.

    One claim at a time. An employer who claims too early, is in arrears or brings incomplete
    papers gets nothing; the persons are judged one by one.

    Raises:
        RuleNotInForceError: a rate or the average wage of the place is not known.
    """
    view = w.read(claim)
    ends = add_months(claim.first_day, _QUARTER) - _DAY
    w.require(rules.reimbursed, ends < claim.claimed_on, TOO_EARLY)
    w.refuse(rules.reimbursed, view.in_arrears, IN_ARREARS)
    w.require(rules.reimbursed, view.papers_complete, INCOMPLETE)
    if claim.employer is None:
        return w.outcome(Unknown(("employer",)))
    if claim.average_wage is None:
        claim = _with_published_wage(w, claim, rules)
    worked = [result for hire in claim.hires for result in _quarter(w, claim, hire, rules)]
    lines = tuple(result for result in worked if isinstance(result, ClaimLine))
    total = sum((line.subsidy.total for line in lines), Yuan(0))
    others = tuple(result for result in worked if isinstance(result, NotGranted))
    return w.outcome(ClaimSheet(lines, others, w.step(_("total of the claim"), total)))


def _with_published_wage(
    w: CaseWorking, claim: QuarterlyClaim, rules: InsuranceRules
) -> QuarterlyClaim:
    """Give the claim with the wage of the place in the year before the quarter, by year."""
    region = w.basis.region or NATION_ID
    known = rules.average_wage.get(region)
    wage = known.on(claim.first_day) if known else average_wage(region, claim.first_day.year - 1)
    w.step(_("average wage of the year before"), wage.value)
    return evolve(claim, average_wage=wage.value, average_months=_MONTHS_A_YEAR)


def _quarter(
    w: CaseWorking, claim: QuarterlyClaim, hire: Hire, rules: InsuranceRules
) -> Iterator[ClaimLine | NotGranted]:
    """Work the months one after the other, each with the months used before it."""
    granted = 0
    for n in range(_QUARTER):
        month = add_months(claim.first_day, n)
        result = _outside(hire, month, _PAID[n]) or _month(w, claim, hire, month, granted, rules)
        if isinstance(result, ClaimLine):
            granted += result.subsidy.months
        yield result


def _month(
    w: CaseWorking,
    claim: QuarterlyClaim,
    hire: Hire,
    month: date,
    granted: int,
    rules: InsuranceRules,
) -> ClaimLine | NotGranted:
    last = add_months(month, 1) - _DAY
    case = CaseWorking(last, w.basis.part or Basis(INSURANCE_SUBSIDY, w.basis.region))
    used = None if hire.months_used is None else hire.months_used + granted
    facts = InsuranceClaim(
        employer=claim.employer,
        contract_years=hire.contract_years,
        group=hire.group,
        hardship=hire.hardship,
        new_post=hire.new_post,
        wage=hire.wage,
        average_wage=claim.average_wage,
        average_months=claim.average_months,
        months=1,
        months_used=used,
        retired=hire.retired,
        extended=hire.extended,
        years_to_retirement=hire.years_to_retirement,
        approved_on=hire.approved_on,
    )
    outcome: Outcome[InsuranceSubsidy] = insurance_subsidy(case, case.read(facts), rules)
    if outcome.value is not None:
        return ClaimLine(hire.number, month, outcome.value)
    reasons = tuple(Reason(refusal.code, refusal.text) for refusal in outcome.refusals)
    return NotGranted(hire.number, month, reasons, outcome.missing)


def _outside(hire: Hire, month: date, paid: str) -> NotGranted | None:
    """Refuse a month that was not paid, or that the contract does not touch."""
    needed = (paid, "hired_on", "contract_years")
    missing = tuple(name for name in needed if getattr(hire, name) is None)
    if missing or hire.hired_on is None or hire.contract_years is None:
        return NotGranted(hire.number, month, (), missing)
    ends = term_end(hire.hired_on, hire.contract_years * _MONTHS_A_YEAR)
    reasons = [] if getattr(hire, paid) else [NOT_PAID]
    if month > ends or add_months(month, 1) <= hire.hired_on:
        reasons.append(OUTSIDE_CONTRACT)
    return NotGranted(hire.number, month, tuple(reasons)) if reasons else None


INSURANCE_CLAIM: Measure[QuarterlyClaim, ClaimSheet] = Measure(
    "insurance_claim",
    "社会保险补贴季度申请",
    "quarterly claim of the insurance subsidy",
    insurance_claim,
    QuarterlyClaim,
    InsuranceRules,
    columns=False,
    part=INSURANCE_SUBSIDY,
)
