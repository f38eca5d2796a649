"""The social insurance subsidy (社会保险补贴): the employer's contributions that the fund repays.

Service and retail enterprises that newly hire certificate holders, and public-service posts for
the older, get back the employer's pension and unemployment contributions, from 2006 the medical
ones too; flexible workers are subsidised from 2006, in part. Paid first, claimed back after the
quarter (先缴后补): the labour authority (劳动保障部门) checks, finance (财政部门) pays.

>>> from datetime import date
>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup
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

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Final

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group
from gansu_reemployment.measures.subsidies.insurance.amounts import (
    InsuranceSubsidy,
    employer_amounts,
    flexible_amounts,
)
from gansu_reemployment.measures.subsidies.insurance.conditions import (
    check_flexible,
    check_hire,
    check_post,
)
from gansu_reemployment.measures.subsidies.insurance.facts import (
    Employer,
    Extension,
    Insurance,
    NearRetirement,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Condition, Facts, Out_co, Reason, Term, Working

__all__ = [
    "INSURANCE_SUBSIDY",
    "Employer",
    "Insurance",
    "InsuranceClaim",
    "InsuranceRules",
    "InsuranceSubsidy",
    "insurance_subsidy",
]

_MONTHS_A_YEAR: Final = 12
#: The contract bounds the time only of those whom an enterprise hires.
_UNBOUND: Final = frozenset({Employer.PUBLIC_POST, Employer.FLEXIBLE})

RETIRED = Reason("retired", _("The person has retired."))
USED_UP = Reason("months-used-up", _("The months of the subsidy are used up."))


@frozen(kw_only=True, slots=False)
class InsuranceClaim(CheckedFacts):
    """One person's months that are claimed (补贴申请); ``None`` means that nobody knows.

    Args:
        employer: where the person works.
        contract_years: length of the labour contract in whole years.
        group: which of the policy's groups the person belongs to.
        hardship: the “4050” classification.
        new_post: newly hired into a new post.
        wage: the wage of a month.
        average_wage: last year's average wage of the place, by month.
        average_months: the months that this wage covers: 1, or 12 where the yearly one is given,
            so that floor and cap are rounded once.
        months: months claimed, all under the law of one day.
        months_used: months already paid for the person.
        retired: has reached or gone through legal retirement; no, unless said.
        extended: the place has approved an extension beyond the longest time.
        years_to_retirement: full years left at the first approval.
        approved_on: the day on which the subsidy was first approved.
        paid_pension: what a flexible worker paid in a month for the pension.
        paid_medical: the same for the medical insurance.
        paid_unemployment: the same for the unemployment insurance.

    Raises:
        InvalidFactsError: with every fault.
    """

    employer: Employer | None = fact("用人单位类别", "employer")
    contract_years: int | None = fact("劳动合同年限", "contract years", not_negative)
    group: EntitledGroup | None = fact("人员类别", "group")
    hardship: Group | None = fact("就业困难程度", "hardship")
    new_post: bool | None = fact("新增岗位新招用", "new post")
    wage: Yuan | None = fact("月工资", "monthly wage", not_negative)
    average_wage: Yuan | None = fact("上年度月平均工资", "last year's monthly average", positive)
    average_months: int | None = fact(
        "平均工资所含月数", "months in the average wage", positive, default=1
    )
    months: int | None = fact("申请月数", "months claimed", positive)
    months_used: int | None = fact("已补贴月数", "months used", not_negative)
    retired: bool | None = fact("已退休", "retired", default=False)
    extended: bool | None = fact("经批准延长", "extension approved")
    years_to_retirement: int | None = fact("距退休年数", "years to retirement", not_negative)
    approved_on: date | None = fact("首次批准日期", "first approved on")
    paid_pension: Yuan | None = fact("本人月缴养老保险费", "pension paid a month", not_negative)
    paid_medical: Yuan | None = fact("本人月缴医疗保险费", "medical paid a month", not_negative)
    paid_unemployment: Yuan | None = fact(
        "本人月缴失业保险费", "unemployment paid a month", not_negative
    )


def insurance_subsidy(
    w: Working[Out_co], claim: Facts[InsuranceClaim], rules: InsuranceRules
) -> Out_co:
    """Say what is repaid of the contributions for one person's months (社会保险补贴核定).

    The months are granted up to the contract's and to what is left of the longest time; months
    beyond that only where the place extends it. Each insurance of a month is rounded to the fen.
    """
    w.refuse(rules.retirement, claim.retired, RETIRED)
    w.branch(
        claim.employer == Employer.PUBLIC_POST,
        lambda: check_post(w, claim, rules),
        lambda: w.branch(
            claim.employer == Employer.FLEXIBLE,
            lambda: check_flexible(w, claim, rules),
            lambda: check_hire(w, claim, rules),
        ),
    )
    left = w.keep(w.use(rules.term_months) - claim.months_used)
    ordinary = w.keep(_ordinary_months(w, claim, left))
    extended = w.keep(_extended_months(w, claim, rules, left, ordinary))
    months: Term[int] = w.step(_("months granted"), w.keep(ordinary + extended))
    w.refuse(rules.term_months, (months == 0) & (left <= 0), USED_UP)
    return w.outcome(
        w.branch(
            claim.employer == Employer.FLEXIBLE,
            lambda: flexible_amounts(w, claim, rules, months, extended),
            lambda: employer_amounts(w, claim, rules, months, extended),
        )
    )


def _ordinary_months(
    w: Working[Out_co], claim: Facts[InsuranceClaim], left: Term[int]
) -> Term[int]:
    """Give the months within the longest time, and within the contract that an enterprise made."""
    limit = w.branch(
        w.among(claim.employer, _UNBOUND),
        lambda: left,
        lambda: w.least(claim.contract_years * _MONTHS_A_YEAR, left),
    )
    return w.least(claim.months, w.most(limit, 0))


def _extended_months(
    w: Working[Out_co],
    claim: Facts[InsuranceClaim],
    rules: InsuranceRules,
    left: Term[int],
    ordinary: Term[int],
) -> Term[int]:
    """Give the months beyond the longest time; it is over where fewer are left than claimed."""

    def beyond(allowed: Callable[[], Condition]) -> Term[int]:
        def months() -> Term[int]:
            further: Term[int] = w.choose(allowed(), claim.months - ordinary, 0)
            return _within_contract(w, claim, ordinary, further)

        return w.branch(claim.months > left, months, _none)

    approved = partial(_approved, w, claim)
    near = partial(_near, w, claim, rules)
    either = partial(_near, w, claim, rules, approved)
    stops, goes_on = NearRetirement.STOPS, NearRetirement.TO_RETIREMENT
    nowhere = {stops: _none, goes_on: lambda: beyond(near)}
    by_place = {stops: lambda: beyond(approved), goes_on: lambda: beyond(either)}
    return w.match(
        rules.extension,
        {
            Extension.NONE: lambda: w.match(rules.near_retirement, nowhere),
            Extension.LOCAL_COST: lambda: w.match(rules.near_retirement, by_place),
            Extension.YEARLY: lambda: w.match(rules.near_retirement, by_place),
        },
    )


def _near(
    w: Working[Out_co],
    claim: Facts[InsuranceClaim],
    rules: InsuranceRules,
    otherwise: Callable[[], Condition | bool] | None = None,
) -> Condition:
    """Say whether retirement is near; where it is not, ask *otherwise*."""
    near: Condition = claim.years_to_retirement < w.use(rules.near_years)
    return w.branch(near, _yes, otherwise) if otherwise else near


def _approved(w: Working[Out_co], claim: Facts[InsuranceClaim]) -> Condition:
    """Say whether the place extends; it may for the older in public-service posts only."""
    older_post = (claim.employer == Employer.PUBLIC_POST) & (claim.hardship == Group.OLDER)
    return w.branch(older_post, lambda: claim.extended, _no)


def _within_contract(
    w: Working[Out_co], claim: Facts[InsuranceClaim], ordinary: Term[int], months: Term[int]
) -> Term[int]:
    """Bound months beyond the longest time by what an enterprise's contract has left."""
    return w.branch(
        w.among(claim.employer, _UNBOUND),
        lambda: months,
        lambda: w.least(months, claim.contract_years * _MONTHS_A_YEAR - ordinary),
    )


def _none() -> int:
    return 0


def _yes() -> bool:
    return True


def _no() -> bool:
    return False


INSURANCE_SUBSIDY: Measure[InsuranceClaim, InsuranceSubsidy] = Measure(
    "insurance_subsidy",
    "社会保险补贴",
    "social insurance subsidy",
    insurance_subsidy,
    InsuranceClaim,
    InsuranceRules,
)
