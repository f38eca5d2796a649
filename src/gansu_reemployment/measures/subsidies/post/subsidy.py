"""The post subsidy (岗位补贴): a monthly sum for a person in a public-service post.

The nation names no number: the place sets form and amount, and local finance (财政部门) pays.
From 2006 Gansu allows at most 25 % of the average wage of the place in the year before.

>>> from datetime import date
>>> from gansu_reemployment.bureau import Bureau
>>> Bureau.of("兰州市").work("post_subsidy_cap", PostWage(), on=date(2006, 3, 1)).value
PostCap(cap=Yuan('353.33'))
"""

from typing import Any, Final

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law.series import average_wage
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.subsidies.post.rules import (
    Ceiling,
    Contract,
    Floor,
    PostForm,
    PostRules,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import NATION_ID
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Term, Working

__all__ = [
    "POST_SUBSIDY",
    "POST_SUBSIDY_CAP",
    "PostCap",
    "PostClaim",
    "PostRules",
    "PostSubsidy",
    "PostWage",
    "post_subsidy",
    "post_subsidy_cap",
]

_MONTHS_A_YEAR: Final = 12

NOT_HARD = Reason("not-hard-to-employ", _("The person is not of the kinds that are subsidised."))
TOO_SHORT = Reason("contract-too-short", _("The labour contract is too short."))
ABOVE_CAP = Reason("above-cap", _("The standard of the place is above what the law allows."))
BELOW_FLOOR = Reason("below-floor", _("The standard of the place is below what the law asks."))


@frozen(kw_only=True, slots=False)
class PostClaim(CheckedFacts):
    """One person's months in a public-service post; ``None`` means that nobody knows.

    Args:
        hardship: the “4050” classification.
        contract_years: length of the labour contract in whole years.
        months: months claimed, all under the law of one day.
        months_used: months already paid for the person.
        minimum_wage: the minimum wage of the place, by month.
        average_wage: the average wage of the place in the year before, by year.

    Raises:
        InvalidFactsError: with every fault.
    """

    hardship: Group | None = fact("就业困难程度", "hardship")
    contract_years: int | None = fact("劳动合同年限", "contract years", not_negative)
    months: int | None = fact("申请月数", "months claimed", positive)
    months_used: int | None = fact("已补贴月数", "months used", not_negative)
    minimum_wage: Yuan | None = fact("月最低工资标准", "monthly minimum wage", positive)
    average_wage: Yuan | None = fact("上年度平均工资", "average wage of the year before", positive)


@frozen
class PostSubsidy:
    """The subsidy of a month, on average where it rises, and of all months claimed."""

    monthly: Yuan = result_field("月补贴额", "amount of a month")
    total: Yuan = result_field("补贴合计", "total")


@frozen(kw_only=True, slots=False)
class PostWage(CheckedFacts):
    """The average wage that the cap is taken from; the published one of the place, unless given.

    Args:
        average_wage: the average wage of the place in the year before, by year.
    """

    average_wage: Yuan | None = fact("上年度平均工资", "average wage of the year before", positive)


@frozen
class PostCap:
    """The cap of a month's post subsidy (岗位补贴月上限)."""

    cap: Yuan = result_field("月补贴上限", "cap of a month")


def post_subsidy(w: Working[Out_co], claim: Facts[PostClaim], rules: PostRules) -> Out_co:
    """Say what is paid for one person's months in a public-service post (岗位补贴核定).

    Raises:
        RuleNotInForceError: the place has set no form or amount.
    """
    w.require(rules.kinds, w.among(claim.hardship, w.use(rules.kinds)), NOT_HARD)
    w.match(
        rules.contract,
        {Contract.NOT_ASKED: _nothing, Contract.ASKED: lambda: _check_contract(w, claim, rules)},
    )
    return w.outcome(
        w.match(
            rules.form,
            {
                PostForm.FIXED: lambda: _by_month(w, claim, rules, w.use(rules.amount)),
                PostForm.MINIMUM_WAGE: lambda: _by_month(
                    w, claim, rules, w.share(claim.minimum_wage, w.use(rules.wage_share))
                ),
                PostForm.AVERAGE_WAGE: lambda: _by_month(
                    w, claim, rules, _monthly_share(w, claim.average_wage, w.use(rules.wage_share))
                ),
                PostForm.LADDER: lambda: _by_year(w, claim, rules),
            },
        )
    )


def post_subsidy_cap(w: CaseWorking, given: PostWage, rules: PostRules) -> Outcome[PostCap]:
    """Give the cap of a month's post subsidy in the place, half up to the fen (岗位补贴上限).

    One case at a time: without a wage given, the published one of the place is looked up.

    Raises:
        RuleNotInForceError: no cap is set for the place, or its average wage is not known.
    """
    share = w.use(rules.cap_share)
    wage = given.average_wage or _published(w, rules)
    return w.outcome(w.record(PostCap, cap=_monthly_share(w, wage, share)))


def _check_contract(w: Working[Out_co], claim: Facts[PostClaim], rules: PostRules) -> None:
    long_enough = claim.contract_years >= w.use(rules.contract_years)
    w.require(rules.contract_years, long_enough, TOO_SHORT)


def _published(w: CaseWorking, rules: PostRules) -> Any:
    region = w.basis.region or NATION_ID
    known = rules.average_wage.get(region)
    if known is None:
        return average_wage(region, w.on.year - 1).value
    return w.use(known)


def _monthly_share(w: Working[Any], yearly: Any, share: Any) -> Any:
    """Round once, at the end: a rounded monthly wage would move the result by a fen."""
    return w.share(yearly, share * w.ratio(1, _MONTHS_A_YEAR))


def _by_month(
    w: Working[Out_co], claim: Facts[PostClaim], rules: PostRules, monthly: Term[Yuan]
) -> Term[PostSubsidy]:
    amount: Term[Yuan] = w.step(_("amount of a month"), monthly)
    total = amount * claim.months
    _check(w, claim, rules, total)
    return w.record(PostSubsidy, monthly=amount, total=total)


def _by_year(w: Working[Out_co], claim: Facts[PostClaim], rules: PostRules) -> Term[PostSubsidy]:
    """Pay each month its part of the amount of its year; after the last year nothing."""
    until = w.keep(claim.months_used + claim.months)
    total: Any = Yuan(0)
    for year, amount in enumerate(w.use(rules.ladder)):  # type: ignore[arg-type,var-annotated]
        first = year * _MONTHS_A_YEAR
        ended = w.least(until, first + _MONTHS_A_YEAR)
        months = w.keep(w.most(ended - w.most(claim.months_used, first), 0))
        total = total + w.share(amount, w.ratio(months, _MONTHS_A_YEAR))
    total = w.keep(total)
    monthly = w.share(total, w.ratio(1, claim.months))
    _check(w, claim, rules, total)
    return w.record(PostSubsidy, monthly=monthly, total=w.step(_("amount of the years"), total))


def _check(
    w: Working[Out_co], claim: Facts[PostClaim], rules: PostRules, total: Term[Yuan]
) -> None:
    """Hold the amount against cap and floor, both unrounded."""
    w.match(
        rules.ceiling,
        {
            Ceiling.NONE: _nothing,
            Ceiling.AVERAGE_WAGE: lambda: w.require(
                rules.cap_share,
                w.ratio(total * _MONTHS_A_YEAR, claim.average_wage * claim.months)
                <= w.use(rules.cap_share),
                ABOVE_CAP,
            ),
        },
    )
    w.match(
        rules.floor,
        {
            Floor.NONE: _nothing,
            Floor.MINIMUM_WAGE: lambda: w.require(
                rules.floor_share,
                w.ratio(total, claim.minimum_wage * claim.months) >= w.use(rules.floor_share),
                BELOW_FLOOR,
            ),
        },
    )


def _nothing() -> None:
    """Ask for nothing more."""


POST_SUBSIDY: Measure[PostClaim, PostSubsidy] = Measure(
    "post_subsidy", "岗位补贴", "post subsidy", post_subsidy, PostClaim, PostRules
)
POST_SUBSIDY_CAP: Measure[PostWage, PostCap] = Measure(
    "post_subsidy_cap",
    "岗位补贴上限",
    "cap of the post subsidy",
    post_subsidy_cap,
    PostWage,
    PostRules,
    columns=False,
)
