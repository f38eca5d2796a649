"""The cap of the post subsidy (岗位补贴上限).

From 2006 Gansu allows at most 25 % of the average wage of the place in the year before.

>>> from datetime import date
>>> from gansu_reemployment.bureau import Bureau
>>> Bureau.of("兰州市").work("post_subsidy_cap", PostWage(), on=date(2006, 3, 1)).value
PostCap(cap=Yuan('353.33'))
"""

from typing import Final

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, fact, positive, result_field
from gansu_reemployment.measures.subsidies.post.rules import PostRules
from gansu_reemployment.measures.subsidies.wages import wages_of_place
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, measure

_MONTHS_A_YEAR: Final = 12


@frozen(kw_only=True, slots=False)
class PostWage(CheckedFacts):
    """The average wage on which the cap rests; if ``None``, the published one of the place.

    Args:
        average_wage: the average wage of the place in the year before, in yuan a year.
    """

    average_wage: Yuan | None = fact(
        "上年度年平均工资", "yearly average wage of the year before", positive
    )


@frozen
class PostCap:
    """The cap of a month's post subsidy (岗位补贴月上限)."""

    cap: Yuan = result_field("月补贴上限", "cap of a month")


@measure("岗位补贴上限", "cap of the post subsidy", columns=False)
def post_subsidy_cap(w: CaseWorking, given: PostWage, rules: PostRules) -> PostCap:
    """Compute the cap of a month's post subsidy, rounded half up to the fen (岗位补贴上限).

    The day of the law is the day of the payment. This is a case function: it looks the wage of
    the place up if none is given, and a case of which no cap or wage is known is undecided.
    """
    share_of_year = w.use(rules.cap_share) * w.ratio(1, _MONTHS_A_YEAR)
    wage = given.average_wage
    if wage is None:
        w.cite(rules.locality)
        wage = w.use(wages_of_place(w, rules.average_wage))
    return PostCap(cap=w.share(wage, share_of_year))
