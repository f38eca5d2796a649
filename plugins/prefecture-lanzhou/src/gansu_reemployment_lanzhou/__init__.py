"""Local rules of 兰州市 (兰州市地方规定): medical insurance, and the fund for women's loans."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final, Generic

from attrs import frozen

from gansu_reemployment import plugins as p

# The titles are descriptive: the documents' own titles are unknown.
MEDICAL: Final = p.Instrument("", "兰州市城镇职工基本医疗保险费率规定", ("兰州市",), None, None)
WOMEN: Final = p.Instrument(
    "", "兰州市妇女小额担保贷款规定", ("兰州市",), None, None, known_by=date(2011, 12, 31)
)

# When the rows below were last compared with their sources.
CHECKED_ON: Final = date(2026, 11, 23)

# The day on which the rates took effect is unknown; from this day the nation subsidises them.
_SUBSIDISED: Final = date(2006, 1, 1)
# The employer's rate is 8 % from 2014 on, after the days that the rules cover.
_SIX_UNTIL: Final = date(2013, 12, 31)
# About 2010-2011: the first day of 2010 is assumed.
_2010: Final = date(2010, 1, 1)
_FUND: Final = WOMEN.assumed()
_ABOUT_2010: Final = p.Bilingual(
    "约2010年至2011年的做法；自2010年1月1日起施行属假定。",
    "The practice of about 2010 to 2011; that it began on 2010-01-01 is assumed.",
)
_OWN_RATE: Final = p.Bilingual(
    "据转述，2014年调整时个人缴费率2%未变；2006年起即为2%属假定。",
    "Two per cent is reported as left unchanged in 2014; that it was so from 2006 on is assumed.",
)

TOO_SMALL: Final = p.Reason(
    "lanzhou-fund-too-small",
    p.Bilingual("县区出资不足。", "The county contributes less than the least amount."),
)


@frozen(kw_only=True, slots=False)
class CountyContribution(p.CheckedFacts, Generic[p.U]):
    """What a county puts into the fund for women's loans (县区担保基金出资)."""

    county: p.Yuan | p.U = p.fact("县区出资", "contribution of the county", p.not_negative)


@frozen
class WomensFund:
    """The fund for women's loans of a county (妇女小额担保贷款担保基金)."""

    province: p.Yuan = p.result_field("省出资", "contribution of the province")
    city: p.Yuan = p.result_field("市出资", "contribution of the city")
    total: p.Yuan = p.result_field("基金总额", "fund in all")


@p.rule_table("lanzhou_fund", checked=CHECKED_ON)
class FundRules:
    """The contributions to the fund for women's loans."""

    equal: p.Reading = p.reading(
        "省、市、县区按1∶1∶1出资",
        "province, city and county contribute equally",
        p.cited(_2010, _FUND, note=_ABOUT_2010),
    )
    least: p.Rule[p.Yuan] = p.stated(
        "县区出资下限",
        "least contribution of a county",
        p.Provision(_2010, p.Yuan(5_000_000), _FUND, note=_ABOUT_2010),
    )


@p.measure("妇女小额担保贷款担保基金", "guarantee fund for women's loans")
def lanzhou_womens_fund(
    w: p.Working, given: CountyContribution[p.Known], rules: FundRules
) -> WomensFund:
    """Compute the fund that a county's contribution brings about (省、市、县区1∶1∶1)."""
    w.require(rules.least, given.county >= w.use(rules.least), TOO_SMALL)
    w.cite(rules.equal)
    return WomensFund(province=given.county, city=given.county, total=given.county * 3)


@p.hookimpl
def local_rules() -> p.LocalRules:
    """Return the local rules of 兰州市."""
    reported, assumed = (
        MEDICAL.at(standing=known) for known in (p.Standing.REPORTED, p.Standing.ASSUMED)
    )
    return p.LocalRules(
        region="兰州市",
        amendments=(
            p.Amendment(
                "insurance.medical_rate", _SUBSIDISED, Fraction(6, 100), reported, "", _SIX_UNTIL
            ),
            p.Amendment(
                "insurance.own_medical_rate",
                _SUBSIDISED,
                Fraction(2, 100),
                assumed,
                "",
                note=_OWN_RATE,
            ),
        ),
        checked_on=CHECKED_ON,
    )


@p.hookimpl
def local_measures() -> Sequence[p.Measure[Any, Any]]:
    """Return the measure of 兰州市."""
    return [lanzhou_womens_fund]
