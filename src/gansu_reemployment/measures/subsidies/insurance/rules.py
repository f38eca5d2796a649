"""The rules of the social insurance subsidy (社会保险补贴), with those that a region may set.

They add to the rules of who is subsidised and how long: which insurances, and how much. The
medical rate and the ratio of flexible workers are local; the amounts that Gansu's measures of
2003 set are not known. The rate of the employer's pension contribution, the bounds of the base
and their rounding are readings, and shown as such.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Final

from attrs import Factory

from gansu_reemployment.i18n import _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import NO_TEXT, Bound
from gansu_reemployment.law.series import wages_of_the_year_before
from gansu_reemployment.measures.subsidies.insurance.entitlement_rules import EntitlementRules
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BaseForm,
    FlexibleForm,
    Insurance,
    Limit,
    WageUntilNew,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level

GUOFA_1997_26: Final = find_instrument("国发[1997]26号")
GUOFA_2005_36: Final = find_instrument("国发[2005]36号")
GUOFA_2008_5: Final = find_instrument("国发[2008]5号")
SHIYE_BAOXIAN_TIAOLI: Final = find_instrument("国务院令第258号")
ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")

_FIRST = date(2002, 9, 30)
_OWN_RATE_RISES = date(2004, 1, 1)
_SECOND = date(2006, 1, 1)
_THIRD = date(2008, 2, 3)
_REPORTED_2002 = ZHONGFA_2002_12.reported()
_ASSUMED_2002 = ZHONGFA_2002_12.assumed()
_REPORTED_2005 = GUOFA_2005_36.reported()
_ASSUMED_2005 = GUOFA_2005_36.assumed()
_REPORTED_2008 = GUOFA_2008_5.reported()
_PENSION = GUOFA_1997_26.assumed()
_REPORTED_PENSION = GUOFA_1997_26.reported()
_PENSION_2005 = find_instrument("国发[2005]38号").reported()
_UNEMPLOYMENT = SHIYE_BAOXIAN_TIAOLI.at("第六条")

_BASE = _("Reported for many places; assumed for Gansu in 2003.")
_OWN_RATE = _(
    "The document sets a least path: 4 % in 1997, from 1998 one point more every two years, 8 % "
    "at last. The steps of Gansu are not known."
)


@rule_table("insurance", checked=date(2026, 11, 28))
class InsuranceRules(EntitlementRules):
    """The rules of the subsidy, with those that a region may set."""

    insurances: Rule[frozenset[Insurance]] = stated(
        "补贴的险种",
        "insurances counted",
        Provision(_FIRST, frozenset({Insurance.PENSION, Insurance.UNEMPLOYMENT}), _REPORTED_2002),
        Provision(_SECOND, frozenset(Insurance), _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    base_form: Rule[BaseForm] = stated(
        "缴费基数的确定",
        "how the base is found",
        Provision(_FIRST, BaseForm.WAGE, _ASSUMED_2002, note=_BASE),
        delegated_to=Level.COUNTY,
    )
    base_floor: Rule[Fraction] = stated(
        "缴费基数下限（占上年度月平均工资）",
        "floor of the base (of last year's monthly average wage)",
        Provision(_FIRST, Fraction(60, 100), _PENSION, note=_BASE),
        delegated_to=Level.PROVINCE,
    )
    base_cap: Rule[Fraction] = stated(
        "缴费基数上限（占上年度月平均工资）",
        "cap of the base (of last year's monthly average wage)",
        Provision(_FIRST, Fraction(300, 100), _PENSION, note=_BASE),
        delegated_to=Level.PROVINCE,
    )
    base_unit: Rule[int] = stated(
        "上下限四舍五入的单位（分）",
        "unit to which floor and cap are rounded half up (fen)",
        Provision(_FIRST, 100, _PENSION).noted(
            "Another place published whole yuan in a later year: that half a yuan is rounded "
            "up, and that Gansu does so, is assumed."
        ),
        delegated_to=Level.COUNTY,
    )
    base_share: Rule[Fraction] = stated(
        "缴费基数占上年度月平均工资的比例",
        "base as a share of last year's monthly average wage",
        delegated_to=Level.COUNTY,
    )
    fixed_base: Rule[Yuan] = stated("定额缴费基数", "fixed base", delegated_to=Level.COUNTY)
    pension_rate: Rule[Fraction] = stated(
        "养老保险单位费率",
        "employer's pension rate",
        Provision(_FIRST, Fraction(20, 100), _PENSION).noted(
            "20 % is the ceiling of the document; the rate itself is the province's."
        ),
        delegated_to=Level.PROVINCE,
        bounds=(Bound(_FIRST, _REPORTED_PENSION, most=Fraction(20, 100)),),
    )
    medical_rate: Rule[Fraction] = stated(
        "医疗保险单位费率", "employer's medical rate", delegated_to=Level.COUNTY
    )
    unemployment_rate: Rule[Fraction] = stated(
        "失业保险单位费率",
        "employer's unemployment rate",
        Provision(_FIRST, Fraction(2, 100), _UNEMPLOYMENT),
        delegated_to=Level.PROVINCE,
    )
    own_pension_rate: Rule[Fraction] = stated(
        "养老保险个人费率",
        "person's pension rate",
        Provision(_FIRST, Fraction(7, 100), _REPORTED_PENSION, note=_OWN_RATE),
        Provision(_OWN_RATE_RISES, Fraction(8, 100), _REPORTED_PENSION, note=_OWN_RATE),
        delegated_to=Level.PROVINCE,
        bounds=(
            Bound(_FIRST, _REPORTED_PENSION, least=Fraction(7, 100)),
            Bound(_OWN_RATE_RISES, _REPORTED_PENSION, least=Fraction(8, 100)),
        ),
    )
    own_medical_rate: Rule[Fraction] = stated(
        "医疗保险个人费率", "person's medical rate", delegated_to=Level.COUNTY
    )
    own_unemployment_rate: Rule[Fraction] = stated(
        "失业保险个人费率",
        "person's unemployment rate",
        Provision(_FIRST, Fraction(1, 100), _UNEMPLOYMENT),
        delegated_to=Level.PROVINCE,
    )
    ratio: Rule[Fraction] = stated(
        "补贴占单位缴费的比例",
        "share of the employer's contributions",
        Provision(_FIRST, Fraction(1), _ASSUMED_2002).noted(
            "No national text that is known gives employers a part only."
        ),
        delegated_to=Level.COUNTY,
    )
    limit: Rule[Limit] = stated(
        "月补贴限额",
        "monthly limit",
        Provision(_FIRST, Limit.NONE, _ASSUMED_2002, note=NO_TEXT),
        delegated_to=Level.COUNTY,
    )
    limit_amount: Rule[Yuan] = stated(
        "月补贴限额（元）", "amount of the monthly limit", delegated_to=Level.COUNTY
    )
    flexible_form: Rule[FlexibleForm] = stated(
        "灵活就业补贴的算法",
        "how flexible workers are subsidised",
        Provision(_SECOND, FlexibleForm.PAID, _ASSUMED_2005).noted(
            "Later texts pay a ratio of what was paid; that it was so from 2006, where no "
            "place says otherwise, is a reading."
        ),
        delegated_to=Level.COUNTY,
    )
    flexible_ratio: Rule[Fraction] = stated(
        "灵活就业补贴比例",
        "ratio for flexible workers",
        delegated_to=Level.COUNTY,
        bounds=(Bound(_THIRD, _REPORTED_2008, most=Fraction(2, 3)),),
    )
    flexible_base_ratio: Rule[Fraction] = stated(
        "灵活就业按基数补贴的比例",
        "ratio for flexible workers where it is computed from the base",
        delegated_to=Level.COUNTY,
    )
    flexible_rate: Rule[Fraction] = stated(
        "灵活就业人员养老保险费率",
        "pension rate of flexible workers",
        Provision(_SECOND, Fraction(20, 100), _PENSION_2005),
        delegated_to=Level.COUNTY,
    )
    wage_until_new: Rule[WageUntilNew] = stated(
        "上年度平均工资公布前的缴费基数依据",
        "which average wage counts until that of the year before is out",
        Provision(_FIRST, WageUntilNew.LAST_PUBLISHED, _ASSUMED_2002).noted(
            "No text says it. The wage that was published last on the first day of the "
            "quarter counts for the whole quarter."
        ),
        delegated_to=Level.COUNTY,
    )
    average_wage: Mapping[str, Rule[Yuan]] = Factory(
        partial(wages_of_the_year_before, "insurance.average_wage")
    )
