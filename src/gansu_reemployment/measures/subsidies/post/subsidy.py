"""The post subsidy (岗位补贴): a monthly amount for a person in a public-service post.

The nation sets no number: the place sets form and amount, and local finance (财政部门) pays.
"""

from typing import Final, Generic

from attrs import frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.subsidies.post.rules import (
    Ceiling,
    Contract,
    Floor,
    PostForm,
    PostRules,
    WageSource,
)
from gansu_reemployment.measures.subsidies.reasons import RETIRED, TOO_SHORT
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Reason, Working, formula, measure

_MONTHS_A_YEAR: Final = 12

NOT_HARD = Reason("not-hard-to-employ", _("The person is not of the kinds that are subsidised."))
ABOVE_CAP = Reason("above-cap", _("The standard of the place is above what the law allows."))
BELOW_FLOOR = Reason("below-floor", _("The standard of the place is below what the law requires."))


@frozen(kw_only=True, slots=False)
class PostClaim(CheckedFacts, Generic[U]):
    """One person's months in a public-service post; ``None`` means unknown.

    Args:
        hardship: the “4050” classification.
        retired: whether of legal retirement age or retired.
        contract_years: the length of the labour contract in whole years.
        months: the months claimed, of which the day of the law ends the last.
        months_used: the months already paid for the person.
        minimum_wage: the minimum wage of the place, by month, unless its rules state it.
        average_wage: the average wage of the place in the year before, in yuan a year.

    Raises:
        InvalidFactsError: the values have faults; it names all of them.
    """

    hardship: Group | U = fact("就业困难程度", "hardship")
    retired: bool | U = fact("已退休", "retired")
    contract_years: int | U = fact("劳动合同年限", "contract years", not_negative)
    months: int | U = fact("申请月数", "months claimed", positive)
    months_used: int | U = fact("已补贴月数", "months used", not_negative)
    minimum_wage: Yuan | U = fact("月最低工资标准", "monthly minimum wage", positive)
    average_wage: Yuan | U = fact(
        "上年度年平均工资", "yearly average wage of the year before", positive
    )


@frozen
class PostSubsidy:
    """The subsidy of a month (an average where it rises) and of all months claimed."""

    monthly: Yuan = result_field("月补贴额", "amount of a month")
    total: Yuan = result_field("补贴合计", "total")


@measure("岗位补贴", "post subsidy")
def post_subsidy(w: Working, claim: PostClaim[Known], rules: PostRules) -> PostSubsidy:
    """Compute the subsidy of one person's months in a public-service post (岗位补贴核定).

    The day of the law is the last day of the months claimed. No text has an approval of this
    subsidy, so the conditions have no day of their own: they follow the months claimed.
    """
    w.refuse(rules.retirement, claim.retired, RETIRED)
    w.require(rules.kinds, claim.hardship in w.use(rules.kinds), NOT_HARD)
    if w.use(rules.contract) == Contract.ASKED:
        long_enough = claim.contract_years >= w.use(rules.contract_years)
        w.require(rules.contract_years, long_enough, TOO_SHORT)
    match w.use(rules.form):
        case PostForm.FIXED:
            return pay_by_month(w, claim, rules, w.use(rules.amount))
        case PostForm.MINIMUM_WAGE:
            monthly = w.share(minimum_wage(w, claim, rules), w.use(rules.wage_share))
            return pay_by_month(w, claim, rules, monthly)
        case PostForm.AVERAGE_WAGE:
            # Rounded once: a rounded monthly wage would move the result by a fen.
            share_of_year = w.use(rules.wage_share) * w.ratio(1, _MONTHS_A_YEAR)
            return pay_by_month(w, claim, rules, w.share(claim.average_wage, share_of_year))
        case PostForm.LADDER:
            return pay_by_year(w, claim, rules)


@formula
def minimum_wage(w: Working, claim: PostClaim[Known], rules: PostRules) -> Yuan:
    """Return the monthly minimum wage: that of the claim, or of the place (最低工资标准)."""
    if w.use(rules.minimum_wage_from) == WageSource.PLACE:
        return w.use(rules.minimum_wage)
    return claim.minimum_wage


@formula
def pay_by_month(
    w: Working, claim: PostClaim[Known], rules: PostRules, monthly: Yuan
) -> PostSubsidy:
    """Return the same amount for each month (按月定额)."""
    amount = w.step(_("amount of a month"), monthly)
    total = amount * claim.months
    check_limits(w, claim, rules, total)
    return PostSubsidy(monthly=amount, total=total)


@formula
def pay_by_year(w: Working, claim: PostClaim[Known], rules: PostRules) -> PostSubsidy:
    """Return for each month its part of the amount of its year, zero after the last (逐年递增)."""
    ladder = enumerate(w.use(rules.ladder))
    parts = (part_of_year(w, claim, year * _MONTHS_A_YEAR, amount) for year, amount in ladder)
    total = sum(parts, Yuan(0))
    monthly = w.share(total, w.ratio(1, claim.months))
    check_limits(w, claim, rules, total)
    return PostSubsidy(monthly=monthly, total=w.step(_("amount of the years"), total))


@formula
def part_of_year(w: Working, claim: PostClaim[Known], begins: int, amount: Yuan) -> Yuan:
    """Return the part of a year's amount for the months claimed from month *begins* of the post."""
    first = max(claim.months_used, begins)
    end = min(claim.months_used + claim.months, begins + _MONTHS_A_YEAR)
    return w.share(amount, w.ratio(max(end - first, 0), _MONTHS_A_YEAR))


@formula
def check_limits(w: Working, claim: PostClaim[Known], rules: PostRules, total: Yuan) -> None:
    """Check the amount against ceiling and floor, both unrounded (上限、下限)."""
    if w.use(rules.ceiling) == Ceiling.AVERAGE_WAGE:
        of_wage = w.ratio(total * _MONTHS_A_YEAR, claim.average_wage * claim.months)
        w.require(rules.cap_share, of_wage <= w.use(rules.cap_share), ABOVE_CAP)
    if w.use(rules.floor) == Floor.MINIMUM_WAGE:
        of_wage = w.ratio(total, minimum_wage(w, claim, rules) * claim.months)
        w.require(rules.floor_share, of_wage >= w.use(rules.floor_share), BELOW_FLOOR)
