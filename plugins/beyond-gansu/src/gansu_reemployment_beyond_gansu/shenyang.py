"""Rules of 沈阳市 (沈阳市2006年规定): posts for the older hard-to-employ, and who pays for them.

“谁开发，谁补贴”: of a post that a district creates the city pays 60 % of the post subsidy and 70 %
of the insurance subsidy. Of flexible workers it subsidises the pension only, until the end of 2007.
It is a plugin of its own, because its measure belongs to one place.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final, Generic

from attrs import frozen

from gansu_reemployment import Group
from gansu_reemployment import plugins as p
from gansu_reemployment.facts import Employer, PostForm
from gansu_reemployment.results import InsuranceSubsidy

LIAONING: Final = p.Region("210000", "辽宁省", "Liaoning Province", p.Level.PROVINCE)
SHENYANG: Final = p.Region("210100", "沈阳市", "Shenyang City", p.Level.PREFECTURE, "210000")

# The title is descriptive: the real one is unknown. Only the year of issue is known.
SHENYANG_2006: Final = p.Instrument(
    "", "沈阳市2006年就业再就业规定", ("沈阳市",), None, None, known_by=date(2006, 12, 31)
)
_CITE: Final = SHENYANG_2006.reported()
# The rules implement 国发[2005]36号; as the day is unknown, its first day is assumed.
_2006: Final = date(2006, 1, 1)
_FLEXIBLE_UNTIL: Final = date(2007, 12, 31)
_CHECKED: Final = date(2026, 11, 23)


class Creator(p.Choice):
    """Who creates a post (岗位开发单位)."""

    CITY = ("市", "the city")
    DISTRICT = ("区", "a district")


@frozen(kw_only=True, slots=False)
class SubsidisedPost(p.CheckedFacts, Generic[p.U]):
    """The subsidies of a post in a month (岗位的月补贴)."""

    creator: Creator | p.U = p.fact("岗位开发单位", "creator of the post")
    post: p.Yuan | p.U = p.fact("岗位补贴", "post subsidy", p.not_negative)
    insurance: p.Yuan | p.U = p.fact("社会保险补贴", "insurance subsidy", p.not_negative)


@frozen
class Payers:
    """What each pays (分担结果)."""

    city: p.Yuan = p.result_field("市负担", "paid by the city")
    district: p.Yuan = p.result_field("区负担", "paid by the district")


@p.rule_table("shenyang_posts", checked=_CHECKED)
class SharingRules:
    """The shares of the city in the subsidies of a post that a district creates."""

    post: p.Rule[Fraction] = p.stated(
        "市负担区开发岗位的岗位补贴比例",
        "share of the city in the post subsidy of a district's post",
        p.Provision(_2006, Fraction(60, 100), _CITE),
    )
    insurance: p.Rule[Fraction] = p.stated(
        "市负担区开发岗位的社会保险补贴比例",
        "share of the city in the insurance subsidy of a district's post",
        p.Provision(_2006, Fraction(70, 100), _CITE),
    )


@p.measure("岗位补贴市区分担", "sharing of post subsidies between city and district")
def shenyang_payers(
    w: p.Working, subsidised: SubsidisedPost[p.Known], rules: SharingRules
) -> Payers:
    """Compute what city and district pay for a post (谁开发，谁补贴)."""
    if subsidised.creator == Creator.CITY:
        return Payers(city=subsidised.post + subsidised.insurance, district=p.Yuan(0))
    post = w.share(subsidised.post, w.use(rules.post))
    insurance = w.share(subsidised.insurance, w.use(rules.insurance))
    w.step(p.Bilingual("市负担的岗位补贴", "post subsidy paid by the city"), post)
    w.step(p.Bilingual("市负担的社会保险补贴", "insurance subsidy paid by the city"), insurance)
    left = subsidised.post - post + (subsidised.insurance - insurance)
    return Payers(city=post + insurance, district=left)


@p.rule_table("shenyang_flexible", checked=_CHECKED)
class FlexibleRules:
    """What is subsidised of the contributions of flexible workers."""

    pension: p.Reading = p.reading(
        "灵活就业人员只补贴养老保险费",
        "of flexible workers the pension only is subsidised",
        p.cited(_2006, _CITE, _FLEXIBLE_UNTIL),
    )


@p.formula
def pension_only(
    w: p.Working, claim: Any, rules: FlexibleRules, result: InsuranceSubsidy
) -> InsuranceSubsidy:
    """Leave out what is paid for the other insurances of a flexible worker."""
    if claim.employer != Employer.FLEXIBLE:
        return result
    w.cite(rules.pension)
    return InsuranceSubsidy(
        base=result.base,
        pension=result.pension,
        medical=p.Yuan(0),
        unemployment=p.Yuan(0),
        total=result.pension,
        own=result.own + result.medical + result.unemployment,
        months=result.months,
        extended_months=result.extended_months,
    )


@p.hookimpl
def local_rules() -> p.LocalRules:
    """Return the rules of 沈阳市."""
    return p.LocalRules(
        region="沈阳市",
        declares=(LIAONING, SHENYANG),
        amendments=(
            p.Amendment("post.kinds", _2006, frozenset({Group.OLDER}), _CITE, ""),
            p.Amendment("post.form", _2006, PostForm.MINIMUM_WAGE, _CITE, ""),
            p.Amendment("post.wage_share", _2006, Fraction(30, 100), _CITE, ""),
            p.Amendment(
                "insurance.flexible_ratio", _2006, Fraction(60, 100), _CITE, "", _FLEXIBLE_UNTIL
            ),
        ),
        adjustments=(p.LocalAdjustment("insurance_subsidy", pension_only),),
        checked_on=_CHECKED,
    )


@p.hookimpl
def local_measures() -> Sequence[p.Measure[Any, Any]]:
    """Return the measure of 沈阳市."""
    return [shenyang_payers]
