"""The choice between overlapping reliefs (择优享受).

Where several reliefs apply to one tax, the taxpayer chooses the best and never adds them up
(财税[2002]208号, article 9). The other side of the choice is usually the older relief of
labour-service enterprises (:mod:`~.taxes.labour_service_relief`).

>>> from datetime import date
>>> offers = (
...     ReliefOffer(scheme="劳服企业", relief=Yuan(5_000)),
...     ReliefOffer(scheme="服务型企业", relief=Yuan(8_000)),
... )
>>> best_relief(CaseWorking(date(2004, 12, 31)), Overlap(offers=offers), OverlapRules()).value
BestRelief(scheme='服务型企业', relief=Yuan('8000.00'))
"""

from datetime import date
from operator import attrgetter
from typing import Final, Generic

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import CheckedFacts, U, fact, meaning, not_negative, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law import Reading, cited, reading, rule_table
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, Incomplete, measure

CAISHUI_2002_208: Final = find_instrument("财税[2002]208号")


@frozen(kw_only=True, slots=False)
class ReliefOffer(CheckedFacts, Generic[U]):
    """A relief that is open to the taxpayer: its scheme and its amount, in yuan."""

    scheme: str = field(metadata=meaning("政策", "scheme"))
    relief: Yuan | U = fact("减免税额", "relief", not_negative)


@frozen(kw_only=True, slots=False)
class Overlap(CheckedFacts):
    """The reliefs that apply to the same taxes of the same period."""

    offers: tuple[ReliefOffer, ...] = field(metadata=meaning("可享受的政策", "offers"))

    def contradictions(self) -> list[Fault]:
        """Return a fault if there is no relief to choose."""
        return [] if self.offers else [Fault.at("offers", _("at least one is needed"))]


@frozen
class BestRelief:
    """The relief that is chosen, in yuan; of equal ones the first."""

    scheme: str = result_field("政策", "scheme")
    relief: Yuan = result_field("减免税额", "relief")


@rule_table("best_relief", checked=date(2026, 11, 28))
class OverlapRules:
    """The rule on reliefs that overlap."""

    best_only: Reading = reading(
        "择优享受，不得重复",
        "the best is chosen, never added",
        # The beginning of the article was read, its full wording is reported.
        cited(date(2003, 1, 1), CAISHUI_2002_208.reported("第九条")),
    )


@measure("择优享受", "the best relief", columns=False)
def best_relief(w: CaseWorking, overlap: Overlap, rules: OverlapRules) -> BestRelief:
    """Choose the best of several reliefs, of equal ones the first (择优享受).

    The day of the law is one of the period of the taxes.

    A case function: it compares the reliefs one by one.
    """
    w.cite(rules.best_only)
    known = [
        BestRelief(scheme=offer.scheme, relief=offer.relief)
        for offer in overlap.offers
        if offer.relief is not None
    ]
    if len(known) < len(overlap.offers):
        raise Incomplete("relief")
    return max(known, key=attrgetter("relief"))
