"""The income of a year (年所得额), as the income taxes read it."""

from typing import ClassVar, Generic

from attrs import frozen

from gansu_reemployment.fact_model import CheckedFacts, U, fact, not_negative
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import _
from gansu_reemployment.money import Yuan


@frozen(kw_only=True, slots=False)
class YearIncome(CheckedFacts, Generic[U]):
    """The income of a year, in yuan.

    Args:
        income: income before earlier losses are made up (弥补亏损前所得).
        losses: losses of earlier years that may still be made up.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove(
            "losses", "income", _("more losses than income; only what the income covers is made up")
        ),
    )

    income: Yuan | U = fact("所得额", "income", not_negative)
    losses: Yuan | U = fact("以前年度亏损", "earlier losses", not_negative)
