"""The quarterly claim of the insurance subsidy (社会保险补贴季度申请): a roster made a claim sheet.

The employer pays the contributions, lists the hires, and claims after the end of the quarter
(先缴后补). Each month of each person is decided under the law of the month's last day, so that a
quarter comes out as its months do. The labour authority (劳动保障部门) checks, finance (财政部门)
pays.

>>> from datetime import date
>>> from gansu_reemployment.measures.subsidies.insurance.facts import Employer
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup
>>> hire = Hire(
...     number="1", group=EntitledGroup.LAID_OFF_SOE, new_post=True,
...     hired_on=date(2003, 7, 1), contract_years=3, wage=Yuan(700), months_used=0,
...     months_in_contract=0, retired=False, approved_on=date(2003, 7, 1),
...     paid_first=True, paid_second=True, paid_third=True,
... )
>>> claim = QuarterlyClaim(
...     employer=Employer.SERVICE, first_day=date(2003, 7, 1), claimed_on=date(2003, 10, 8),
...     in_arrears=False, papers_complete=True, average_wage=Yuan(10_800), hires=(hire,),
... )
>>> insurance_claim(CaseWorking(on=claim.claimed_on), claim, InsuranceRules()).value.total
Yuan('462.00')
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from attrs import evolve

from gansu_reemployment.dates import ONE_DAY, add_months, term_end
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.subsidies.insurance.amounts import (
    MONTHS_A_YEAR,
    InsuranceSubsidy,
)
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BegunMonth,
    InsuranceClaim,
    WageUntilNew,
)
from gansu_reemployment.measures.subsidies.insurance.months import insurance_subsidy
from gansu_reemployment.measures.subsidies.insurance.roster import (
    ClaimSheet,
    Hire,
    InsuranceLine,
    NotGranted,
    QuarterlyClaim,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.measures.subsidies.wages import wages_of_place
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, Incomplete, Reason, measure
from gansu_reemployment.working.outcome import Basis, Outcome

QUARTER: Final = 3
#: The facts on the payment of the first, second and third month.
PAID: Final = ("paid_first", "paid_second", "paid_third")

TOO_EARLY = Reason("claimed-too-early", _("The quarter has not ended."))
IN_ARREARS = Reason("in-arrears", _("The employer is behind with contributions."))
INCOMPLETE = Reason("papers-incomplete", _("The papers are not complete."))
NOT_PAID = Reason("not-paid", _("The contributions of the month were not paid."))
OUTSIDE_CONTRACT = Reason("outside-contract", _("The contract does not cover the month."))


@measure(
    "社会保险补贴季度申请",
    "quarterly claim of the insurance subsidy",
    columns=False,
    part=insurance_subsidy,
)
def insurance_claim(w: CaseWorking, claim: QuarterlyClaim, rules: InsuranceRules) -> ClaimSheet:
    """Check an employer's claim for a quarter, person by person and month by month.

    A case function: the months used grow from month to month. An employer who claims too early,
    is in arrears or submits incomplete papers gets nothing; each person is decided alone. The day
    of the law is the day of the claim; each month is decided under the law of its last day.
    """
    view = w.read(claim)
    ends = add_months(claim.first_day, QUARTER) - ONE_DAY
    w.require(rules.reimbursed, ends < claim.claimed_on, TOO_EARLY)
    w.refuse(rules.reimbursed, view.in_arrears, IN_ARREARS)
    w.require(rules.reimbursed, view.papers_complete, INCOMPLETE)
    if claim.employer is None:
        raise Incomplete("employer")
    if claim.average_wage is None:
        claim = evolve(claim, average_wage=published_wage(w, claim.first_day, rules))
    decided = [result for hire in claim.hires for result in quarter(w, claim, hire, rules)]
    lines = tuple(result for result in decided if isinstance(result, InsuranceLine))
    others = tuple(result for result in decided if isinstance(result, NotGranted))
    total = sum((line.subsidy.total for line in lines), Yuan(0))
    return ClaimSheet(lines, others, w.step(_("total of the claim"), total))


def published_wage(w: CaseWorking, first_day: date, rules: InsuranceRules) -> Yuan:
    """Return the yearly wage of the place on which the bases of the quarter rest (平均工资).

    It is the wage of the year before or, until that is published and if the rule says so, of the
    year before that.
    """
    wages = wages_of_place(w, rules.average_wage)
    row, day = wages.reading(first_day), first_day
    unpublished = row is not None and first_day < row.provision.known_on
    if w.use(rules.wage_until_new) is WageUntilNew.LAST_PUBLISHED and unpublished:
        day = add_months(first_day, -MONTHS_A_YEAR)
    wage: Yuan = w.step(_("average wage of the year before"), w.use_at(wages, day))
    return wage


def quarter(
    w: CaseWorking, claim: QuarterlyClaim, hire: Hire, rules: InsuranceRules
) -> Iterator[InsuranceLine | NotGranted]:
    """Yield the person's months in order, each decided with the months used before it."""
    granted = 0
    begun = w.use(rules.begun_month)
    result: InsuranceLine | NotGranted | None
    for number, paid in enumerate(PAID):
        month = add_months(claim.first_day, number)
        result = outside(hire, month, paid, begun) or decided_month(
            w, claim, hire, month, granted, rules
        )
        if isinstance(result, InsuranceLine):
            granted += result.subsidy.months
        yield result


def decided_month(
    w: CaseWorking,
    claim: QuarterlyClaim,
    hire: Hire,
    month: date,
    granted: int,
    rules: InsuranceRules,
) -> InsuranceLine | NotGranted:
    """Decide one month of a person under the law of its last day."""
    last = add_months(month, 1) - ONE_DAY
    case = CaseWorking(last, w.basis.part or Basis(insurance_subsidy, w.basis.region))
    facts = InsuranceClaim(
        employer=claim.employer,
        contract_years=hire.contract_years,
        group=hire.group,
        hardship=hire.hardship,
        new_post=hire.new_post,
        wage=hire.wage,
        average_wage=claim.average_wage,
        months=1,
        months_used=plus(hire.months_used, granted),
        months_in_contract=plus(hire.months_in_contract, granted),
        retired=hire.retired,
        extended=hire.extended,
        years_left_at_approval=hire.years_left_at_approval,
        approved_on=hire.approved_on,
    )
    outcome: Outcome[InsuranceSubsidy] = insurance_subsidy(case, case.read(facts), rules)
    if outcome.value is not None:
        return InsuranceLine(hire.number, month, outcome.value)
    reasons = tuple(Reason(refusal.code, refusal.text) for refusal in outcome.refusals)
    return NotGranted(hire.number, month, reasons, outcome.missing)


def plus(months: int | None, further: int) -> int | None:
    """Return the sum of months, unknown if *months* is."""
    return None if months is None else months + further


def outside(hire: Hire, month: date, paid: str, begun: BegunMonth) -> NotGranted | None:
    """Return why the month is not subsidised, if it was not paid or is outside the contract."""
    needed = (paid, "hired_on", "contract_years")
    missing = tuple(name for name in needed if getattr(hire, name) is None)
    if missing or hire.hired_on is None or hire.contract_years is None:
        return NotGranted(hire.number, month, (), missing)
    reasons = [] if getattr(hire, paid) else [NOT_PAID]
    if not covers(hire.hired_on, hire.contract_years, month, begun):
        reasons.append(OUTSIDE_CONTRACT)
    return NotGranted(hire.number, month, tuple(reasons), ()) if reasons else None


def covers(hired_on: date, years: int, month: date, begun: BegunMonth) -> bool:
    """Return whether the contract covers the month (合同期内的月份)."""
    last = add_months(month, 1) - ONE_DAY
    ends = term_end(hired_on, years * MONTHS_A_YEAR)
    match begun:
        case BegunMonth.WHOLE:
            return hired_on <= last and month <= ends
        case BegunMonth.NOT:
            return hired_on <= month and last <= ends
