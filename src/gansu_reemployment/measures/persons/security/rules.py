"""The rules of the three security lines (三条保障线)."""

from datetime import date
from typing import Final

from gansu_reemployment.i18n import Choice
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.regions import Level

DIBAO_TIAOLI: Final = find_instrument("国务院令第271号")
SHIYE_BAOXIAN_TIAOLI: Final = find_instrument("国务院令第258号")
_FIRST = date(2002, 9, 30)
_CENTRES = find_instrument("中发[1998]10号").assumed()
_ARTICLE_17 = SHIYE_BAOXIAN_TIAOLI.at("第十七条")
_ARTICLE_18 = SHIYE_BAOXIAN_TIAOLI.at("第十八条")


class AfterAgreement(Choice):
    """The treatment after the agreement with the centre ends (协议期满后)."""

    LEAVES = "出中心，解除劳动关系", "leaves the centre and the labour relation ends"
    STAYS_WHERE_NOT_ENDED = (
        "原则上出中心；暂时无法解除劳动关系的继续保障",
        "leaves in principle; is still secured while the labour relation cannot be ended",
    )


class Duty(Choice):
    """The duty of an able recipient of the living allowance (低保人员的义务)."""

    NONE = "无", "none"
    WORK = "参加社区公益性服务劳动", "community work"
    WORK_AND_TRAINING = "参加社区公益性劳动和就业培训", "community work and training"


@rule_table("security", checked=date(2026, 11, 28))
class SecurityRules:
    """The rules of the lines."""

    after_agreement: Rule[AfterAgreement] = stated(
        "协议期满后",
        "when the agreement has ended",
        Provision(_FIRST, AfterAgreement.LEAVES, _CENTRES).noted(
            "The opinion of Gansu says so in principle and leaves exceptions; that it was the "
            "national rule from 2002-09-30 is a reading."
        ),
        delegated_to=Level.COUNTY,
    )
    agreement: Reading = reading(
        "协议期内由再就业服务中心保障基本生活",
        "the centre secures basic living while the agreement runs",
        cited(_FIRST, _CENTRES).noted(
            "No text says what holds if the labour relation ends before the agreement: the "
            "agreement is taken to run on. Outside a centre the labour relation is not asked."
        ),
    )
    household: Reading = reading(
        "符合低保条件的及时纳入最低生活保障",
        "a household below the standard enters the minimum living allowance",
        cited(_FIRST, DIBAO_TIAOLI.assumed("第二条")).noted(
            "Article 10 of the regulations was read, Article 2 was not; the opinion of Gansu "
            "says the same from 2003-06-10."
        ),
    )
    least_years: Rule[int] = stated(
        "领取失业保险金的最低缴费年限",
        "years paid before any benefit",
        Provision(_FIRST, 1, _ARTICLE_17),
    )
    months_by_years: Rule[tuple[tuple[int, int], ...]] = stated(
        "领取期限（缴费满年数，最长月数）",
        "longest benefit (years paid, months)",
        Provision(_FIRST, ((1, 12), (5, 18), (10, 24)), _ARTICLE_17),
    )
    below_minimum_wage: Reading = reading(
        "失业保险金低于最低工资标准",
        "the benefit is below the minimum wage",
        cited(_FIRST, _ARTICLE_18),
    )
    above_allowance: Reading = reading(
        "失业保险金高于最低生活保障标准",
        "the benefit is above the living allowance",
        cited(_FIRST, _ARTICLE_18),
    )
    duty: Rule[Duty] = stated(
        "有劳动能力的低保人员的义务",
        "duty of an able recipient of the living allowance",
        Provision(_FIRST, Duty.WORK, DIBAO_TIAOLI.at("第十条")),
        delegated_to=Level.COUNTY,
    )
