"""The rules of the post subsidy (岗位补贴).

There is no national number: form and amounts are local. Gansu limits them from 2006.
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Final

from attrs import Factory

from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import NO_TEXT
from gansu_reemployment.law.series import wages_of_the_year_before
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level

ZHONGFA_2002_12: Final = find_instrument("中发[2002]12号")

_FIRST = date(2002, 9, 30)
_SECOND = date(2006, 1, 1)
_ASSUMED_2002 = ZHONGFA_2002_12.assumed()
_REPORTED_2005 = find_instrument("国发[2005]36号").reported()
_HARD = frozenset(Group) - {Group.GENERAL}
_OF_INSURANCE = _("Reported for the insurance subsidy in these posts; taken to hold here too.")


class PostForm(Choice):
    """How the subsidy of a month is computed (岗位补贴标准的形式)."""

    FIXED = "定额", "a fixed amount"
    MINIMUM_WAGE = "最低工资标准的一定比例", "a share of the minimum wage"
    AVERAGE_WAGE = "上年度月平均工资的一定比例", "a share of last year's monthly average wage"
    LADDER = "按年递增的定额", "an amount that rises from year to year"


class Contract(Choice):
    """Whether a contract of some length is required (合同期限要求)."""

    NOT_ASKED = "未见规定", "no length is asked"
    ASKED = "有规定", "a length is asked"


class Ceiling(Choice):
    """The upper bound of the subsidy (岗位补贴上限)."""

    NONE = "无上限", "nothing"
    AVERAGE_WAGE = "上年度平均工资的一定比例", "a share of last year's average wage"


class Floor(Choice):
    """The lower bound of the subsidy (岗位补贴下限)."""

    NONE = "无下限", "nothing"
    MINIMUM_WAGE = "最低工资标准的一定比例", "a share of the minimum wage"


class WageSource(Choice):
    """Where the minimum wage is found (最低工资标准的来源)."""

    CLAIM = "按申请所填", "as the claim states it"
    PLACE = "按当地规定", "as the rules of the place state it"


@rule_table("post", checked=date(2026, 11, 28))
class PostRules:
    """The rules of the post subsidy; a region may set all of them but the average wage."""

    kinds: Rule[frozenset[Group]] = stated(
        "岗位补贴的对象",
        "who is subsidised in a public-service post",
        Provision(_FIRST, frozenset({Group.OLDER}), _ASSUMED_2002, note=_OF_INSURANCE),
        Provision(_SECOND, _HARD, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    retirement: Reading = reading(
        "未退休（退休即停发）",
        "not retired (retirement ends the subsidy)",
        Provision(
            _FIRST,
            None,
            _ASSUMED_2002,
            note=_OF_INSURANCE,
        ),
    )
    contract: Rule[Contract] = stated(
        "是否要求合同期限",
        "whether a contract of some length is needed",
        Provision(_FIRST, Contract.NOT_ASKED, _ASSUMED_2002, note=NO_TEXT),
        Provision(_SECOND, Contract.ASKED, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    contract_years: Rule[int] = stated(
        "劳动合同期限（年以上）",
        "length of the contract (years or more)",
        Provision(_SECOND, 1, _REPORTED_2005),
        delegated_to=Level.COUNTY,
    )
    form: Rule[PostForm] = stated(
        "岗位补贴标准的形式", "how the month's subsidy is found", delegated_to=Level.COUNTY
    )
    amount: Rule[Yuan] = stated("月补贴定额", "fixed amount of a month", delegated_to=Level.COUNTY)
    wage_share: Rule[Fraction] = stated(
        "占工资标准的比例", "share of the wage it rests on", delegated_to=Level.COUNTY
    )
    ladder: Rule[tuple[Yuan, ...]] = stated(
        "各年补贴额（每人每年）", "amounts of each year", delegated_to=Level.COUNTY
    )
    ceiling: Rule[Ceiling] = stated(
        "岗位补贴上限",
        "what the subsidy may not exceed",
        Provision(_FIRST, Ceiling.NONE, _ASSUMED_2002, note=NO_TEXT),
        # A place sets its own amount, under the cap of the province.
        delegated_to=Level.PROVINCE,
    )
    cap_share: Rule[Fraction] = stated(
        "上限占上年度平均工资的比例",
        "cap as a share of last year's average wage",
        delegated_to=Level.PROVINCE,
    )
    locality: Reading = reading(
        "“当地”指市（州），县（区）从其所属市（州）",
        "the locality is the prefecture; a county takes that of its prefecture",
        cited(_FIRST, _ASSUMED_2002).noted(
            "No text says whether the locality of the cap is the prefecture or the county. "
            "Average wages are published by prefecture."
        ),
    )
    floor: Rule[Floor] = stated(
        "岗位补贴下限",
        "what the subsidy may not fall short of",
        Provision(_FIRST, Floor.NONE, _ASSUMED_2002, note=NO_TEXT),
        delegated_to=Level.COUNTY,
    )
    floor_share: Rule[Fraction] = stated(
        "下限占最低工资标准的比例",
        "floor as a share of the minimum wage",
        delegated_to=Level.COUNTY,
    )
    minimum_wage_from: Rule[WageSource] = stated(
        "最低工资标准的来源",
        "where the minimum wage is found",
        # The area class of each place is unknown, so that the claim states the wage.
        Provision(_FIRST, WageSource.CLAIM, CONVENTION),
        delegated_to=Level.COUNTY,
    )
    minimum_wage: Rule[Yuan] = stated(
        "当地月最低工资标准", "monthly minimum wage of the place", delegated_to=Level.COUNTY
    )
    # The wages on which the bases of the insurance subsidy rest too.
    average_wage: Mapping[str, Rule[Yuan]] = Factory(
        partial(wages_of_the_year_before, "insurance.average_wage")
    )
