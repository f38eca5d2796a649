"""Local rules of 张掖市 (张掖市地方规定): an amendment, a condition and a measure of its own."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Generic

from attrs import frozen

from gansu_reemployment import plugins as p
from gansu_reemployment.facts import AgeDay

SINCE = date(2003, 7, 1)
RULES = p.Instrument("张政发〔2003〕1号", "再就业实施办法", ("张掖市人民政府",), SINCE, SINCE)

AGE_DAY = p.Amendment("hardship.age_day", SINCE, AgeDay.YEAR_END, RULES.at("第三条"), "")
NOT_RESIDENT = p.Reason(
    "not-resident", p.Bilingual("不是本市户口。", "Not a resident of the city.")
)


@p.rule_table("zhangye", checked=date(2003, 8, 1))
class ZhangyeRules:
    """The rules of the condition."""

    resident: p.Rule[bool] = p.stated(
        "本市户口", "resident of the city", p.Provision(SINCE, True, RULES.at("第五条"))
    )


@p.formula
def resident(w: p.Working, worker: Any, rules: ZhangyeRules) -> None:
    """Require a resident of the city."""
    w.require(rules.resident, worker.resident, NOT_RESIDENT)


@frozen(kw_only=True, slots=False)
class Stall(p.CheckedFacts, Generic[p.U]):
    """A stall that is rented (摊位)."""

    rent: p.Yuan | p.U = p.fact("月租金", "monthly rent")
    months: int | p.U = p.fact("月数", "months")


@p.rule_table("stall_rent", checked=date(2003, 8, 1))
class StallRules:
    """The rules of the subsidy."""

    share: p.Rule[Fraction] = p.stated(
        "补贴比例", "share that is paid", p.Provision(SINCE, Fraction(1, 2), RULES.at("第八条"))
    )
    cap: p.Rule[p.Yuan] = p.stated(
        "月补贴上限", "cap of a month", p.Provision(SINCE, p.Yuan(150), RULES.at("第八条"))
    )


@p.measure("场地租金补贴", "stall rent subsidy")
def stall_rent(w: p.Working, stall: Stall[p.Known], rules: StallRules) -> p.Yuan:
    """Compute the part of the rent that the city pays (场地租金补贴)."""
    month = min(w.share(stall.rent, w.use(rules.share)), w.use(rules.cap))
    return w.step(p.Bilingual("月补贴", "subsidy of a month"), month) * stall.months


@p.hookimpl
def local_rules() -> p.LocalRules:
    """Return the rules of 张掖市."""
    return p.LocalRules(
        region="张掖市",
        amendments=(AGE_DAY,),
        conditions=(p.LocalCondition("hardship", resident),),
        facts=(p.LocalFacts("hardship", resident=p.fact("本市户口", "resident of the city")),),
        checked_on=date(2003, 8, 1),
    )


@p.hookimpl
def local_measures() -> Sequence[p.Measure[Any, Any]]:
    """Return the measures of 张掖市."""
    return [stall_rent]
