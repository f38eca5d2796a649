"""Rules of 深圳市 (深圳市地方规定): who may borrow from 2003 on, and the subsidies of 2006."""

from datetime import date
from fractions import Fraction
from typing import Any, Final

from gansu_reemployment import find_instrument
from gansu_reemployment import plugins as p
from gansu_reemployment.facts import PostForm
from gansu_reemployment.measures.subsidies.insurance.facts import Limit

GUANGDONG: Final = p.Region("440000", "广东省", "Guangdong Province", p.Level.PROVINCE)
SHENZHEN: Final = p.Region("440300", "深圳市", "Shenzhen City", p.Level.PREFECTURE, "440000")

_CHECKED: Final = date(2026, 11, 23)
_LOANS_2003: Final = find_instrument("深劳[2003]133号").at()
_2003: Final = date(2003, 9, 8)
_SUBSIDIES_2006: Final = find_instrument("深府[2006]78号").at(standing=p.Standing.REPORTED)
_2006: Final = date(2006, 5, 15)

NOT_REGISTERED: Final = p.Reason(
    "shenzhen-not-registered", p.Bilingual("没有失业证。", "The person has no unemployment card.")
)
NOT_RESIDENT: Final = p.Reason(
    "shenzhen-not-resident", p.Bilingual("不是深圳市户口。", "The household is not of Shenzhen.")
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


@p.formula
def borrower(w: p.Working, application: Any, rules: BorrowerRules) -> None:
    """Require the unemployment card and a household of the city."""
    w.require(rules.registered, application.registered, NOT_REGISTERED)
    w.require(rules.resident, application.resident, NOT_RESIDENT)


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
        ),
    ),
    checked_on=_CHECKED,
)
