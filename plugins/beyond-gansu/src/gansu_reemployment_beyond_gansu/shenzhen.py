"""Rules of 深圳市 (深圳市地方规定): who may borrow from 2003 on, and the subsidies of 2006.

It is a plugin of its own, because its measure belongs to one place.
"""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final, Generic

from attrs import frozen

from gansu_reemployment import find_instrument
from gansu_reemployment import plugins as p
from gansu_reemployment.facts import PostForm
from gansu_reemployment.measures.subsidies.insurance.facts import Limit

GUANGDONG: Final = p.Region("440000", "广东省", "Guangdong Province", p.Level.PROVINCE)
SHENZHEN: Final = p.Region("440300", "深圳市", "Shenzhen City", p.Level.PREFECTURE, "440000")

_CHECKED: Final = date(2026, 11, 23)
_LOANS_2003: Final = find_instrument("深劳[2003]133号").at()
_2003: Final = date(2003, 9, 8)
_SUBSIDIES_2006: Final = find_instrument("深府[2006]78号").reported()
_2006: Final = date(2006, 5, 15)

NOT_REGISTERED: Final = p.Reason(
    "shenzhen-not-registered", p.Bilingual("没有失业证。", "The person has no unemployment card.")
)
NOT_RESIDENT: Final = p.Reason(
    "shenzhen-not-resident", p.Bilingual("不是深圳市户口。", "The household is not of Shenzhen.")
)
NOT_OF_WORKING_AGE: Final = p.Reason(
    "shenzhen-not-of-working-age",
    p.Bilingual("不在法定劳动年龄内。", "The person is not of legal working age."),
)


@p.rule_table("shenzhen_loans", checked=_CHECKED)
class BorrowerRules:
    """What a borrower needs beside the certificate of the nation."""

    registered: p.Rule[bool] = p.stated(
        "持有失业证", "holds the unemployment card", p.Provision(_2003, True, _LOANS_2003)
    )
    resident: p.Rule[bool] = p.stated(
        "本市户口", "household of the city", p.Provision(_2003, True, _LOANS_2003)
    )
    # The document names no age.
    working_age: p.Rule[bool] = p.stated(
        "法定劳动年龄内", "of legal working age", p.Provision(_2003, True, _LOANS_2003)
    )


@p.formula
def borrower(w: p.Working, application: Any, rules: BorrowerRules) -> None:
    """Require the unemployment card, a household of the city, and the legal working age."""
    w.require(rules.registered, application.registered, NOT_REGISTERED)
    w.require(rules.resident, application.resident, NOT_RESIDENT)
    w.require(rules.working_age, application.working_age, NOT_OF_WORKING_AGE)


class Work(p.Choice):
    """What a person was hired for (用工形式)."""

    HIRED = ("用人单位招用", "hired by an employer")
    BOUGHT = ("政府购买的岗位", "work that the government buys")


@frozen(kw_only=True, slots=False)
class HiredMonths(p.CheckedFacts, Generic[p.U]):
    """The months of a person who was hired (招用月数)."""

    work: Work | p.U = p.fact("用工形式", "kind of work")
    months: int | p.U = p.fact("月数", "months", p.not_negative)


@p.rule_table("shenzhen_award", checked=_CHECKED)
class AwardRules:
    """What is paid for a month of a person who was hired."""

    award: p.Rule[p.Yuan] = p.stated(
        "招用奖励（每月）",
        "award of a month for hiring",
        p.Provision(_2006, p.Yuan(200), _SUBSIDIES_2006),
    )
    bought: p.Rule[p.Yuan] = p.stated(
        "政府购买岗位（每月合计）",
        "all that is paid for a month of work that the government buys",
        p.Provision(_2006, p.Yuan(500), _SUBSIDIES_2006),
    )


@p.measure("招用奖励和政府购买岗位补贴", "award for hiring, and subsidy of work that is bought")
def shenzhen_award(w: p.Working, hired: HiredMonths[p.Known], rules: AwardRules) -> p.Yuan:
    """Compute what is paid for the months of a person (招用奖励、政府购买岗位)."""
    month = w.use(rules.award) if hired.work == Work.HIRED else w.use(rules.bought)
    return month * hired.months


RULES: Final = p.LocalRules(
    region="深圳市",
    declares=(GUANGDONG, SHENZHEN),
    amendments=(
        p.Amendment("insurance.ratio", _2006, Fraction(80, 100), _SUBSIDIES_2006, ""),
        p.Amendment("insurance.limit", _2006, Limit.AMOUNT, _SUBSIDIES_2006, ""),
        p.Amendment("insurance.limit_amount", _2006, p.Yuan(300), _SUBSIDIES_2006, ""),
        p.Amendment("post.form", _2006, PostForm.FIXED, _SUBSIDIES_2006, ""),
        p.Amendment("post.amount", _2006, p.Yuan(800), _SUBSIDIES_2006, ""),
    ),
    conditions=(p.LocalCondition("loan_terms", borrower),),
    facts=(
        p.LocalFacts(
            "loan_terms",
            registered=p.fact("持有失业证", "holds the unemployment card"),
            resident=p.fact("本市户口", "household of the city"),
            working_age=p.fact("在法定劳动年龄内", "of legal working age"),
        ),
    ),
    checked_on=_CHECKED,
)


@p.hookimpl
def local_rules() -> p.LocalRules:
    """Return the rules of 深圳市."""
    return RULES


@p.hookimpl
def local_measures() -> Sequence[p.Measure[Any, Any]]:
    """Return the measure of 深圳市."""
    return [shenzhen_award]
