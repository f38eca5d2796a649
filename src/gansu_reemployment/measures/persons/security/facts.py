"""The facts of the three security lines (三条保障线): a person, and the levels of a place."""

from datetime import date
from typing import Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, U, fact, not_negative, positive
from gansu_reemployment.money import Yuan


@frozen(kw_only=True, slots=False)
class Secured(CheckedFacts, Generic[U]):
    """A person on one of the lines or before it; ``None`` means unknown.

    Args:
        in_centre: whether in a re-employment centre (再就业服务中心), now or last.
        agreement_ends: the last day of the agreement with the centre.
        labour_relation_ended: whether the labour relation with the enterprise has ended.
        years_paid: full years for which unemployment insurance was paid.
        benefit_from: the first day of the unemployment benefit.
        qualifies: whether the household is below the line of the minimum living allowance,
            whatever else the person receives or earns.
        employed: whether in work on the day.
    """

    in_centre: bool | U = fact("进入再就业服务中心", "in a re-employment centre")
    agreement_ends: date | U = fact("协议期满日", "agreement ends on")
    labour_relation_ended: bool | U = fact("已解除劳动关系", "labour relation ended")
    years_paid: int | U = fact("失业保险缴费年限", "years paid", not_negative)
    benefit_from: date | U = fact("失业保险金起领日", "benefit from")
    qualifies: bool | U = fact("符合低保条件", "qualifies for the living allowance")
    able: bool | U = fact("有劳动能力", "able to work")
    willing: bool | U = fact("有就业愿望", "willing to work")
    employed: bool | U = fact("在业", "in work")


@frozen(kw_only=True, slots=False)
class Levels(CheckedFacts, Generic[U]):
    """The monthly levels of a place, the highest first (最低工资、失业保险金、低保标准)."""

    minimum_wage: Yuan | U = fact("月最低工资标准", "minimum wage", positive)
    benefit: Yuan | U = fact("失业保险金标准", "unemployment benefit", positive)
    allowance: Yuan | U = fact("最低生活保障标准", "living allowance", positive)
