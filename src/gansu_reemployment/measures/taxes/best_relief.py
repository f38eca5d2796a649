"""Overlapping reliefs: the older one of labour-service enterprises, and the choice (择优享受).

Where several reliefs apply to one tax, the taxpayer chooses the best and never adds them up
(财税[2002]208号, article 9). The other side of the choice is mostly the older relief of
labour-service enterprises (劳动就业服务企业) under 财税字[1994]001号.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> firm = LabourServiceFirm(
...     exempted_before=True, original_staff=80, placed=30, income_tax=Yuan(10_000)
... )
>>> case = CaseWorking(on=date(2007, 12, 31))
>>> labour_service_relief(case, case.read(firm), LabourServiceRules()).value
LabourServiceRelief(ratio=Fraction(3, 8), relief=Yuan('5000.00'), payable=Yuan('5000.00'), years=2)
"""

from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive
from gansu_reemployment.i18n import _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.taxes import CAISHUI_2002_208, CAISHUIZI_1994_001
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Working

_FIRST = date(2003, 1, 1)
#: A published example is of the tax year 2007.
_END = date(2007, 12, 31)
_OLDER = CAISHUIZI_1994_001.at(standing=Standing.REPORTED)

TOO_FEW_PLACED = Reason("too-few-placed", _("Too few persons are placed."))


@rule_table("labour_service_relief", checked=date(2026, 11, 23), covered_until=_END)
class LabourServiceRules:
    """The rules of the older relief, as far as the choice needs them."""

    new_share: Rule[Fraction] = stated(
        "新办企业安置比例（超过）",
        "share placed in a new enterprise (above)",
        Provision(_FIRST, Fraction(60, 100), _OLDER),
    )
    exemption: Rule[Fraction] = stated(
        "新办企业免征比例",
        "share exempted in a new enterprise",
        Provision(_FIRST, Fraction(1), _OLDER),
    )
    exemption_years: Rule[int] = stated(
        "免征年数", "years of exemption", Provision(_FIRST, 3, _OLDER)
    )
    later_share: Rule[Fraction] = stated(
        "免税期满后安置比例（含）",
        "share placed after the exemption (included)",
        Provision(_FIRST, Fraction(30, 100), _OLDER),
    )
    reduction: Rule[Fraction] = stated(
        "免税期满后减征比例",
        "reduction after the exemption",
        Provision(_FIRST, Fraction(1, 2), _OLDER),
    )
    reduction_years: Rule[int] = stated(
        "减征年数", "years of reduction", Provision(_FIRST, 2, _OLDER)
    )


@frozen(kw_only=True, slots=False)
class LabourServiceFirm(CheckedFacts):
    """A labour-service enterprise (劳动就业服务企业); ``None`` means that nobody knows.

    Args:
        exempted_before: whether its exemption has expired.
        original_staff: staff before the placing, with temporary, contract and retired staff.
        placed: job-waiting persons placed (安置待业人员).
        income_tax: enterprise income tax due, yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    exempted_before: bool | None = fact("免税期已满", "exemption expired")
    original_staff: int | None = fact("原从业人员", "original staff", positive)
    placed: int | None = fact("安置待业人员", "persons placed", not_negative)
    income_tax: Yuan | None = fact("应纳企业所得税", "income tax due", not_negative)


@frozen
class LabourServiceRelief:
    """The older relief of the income tax, in yuan."""

    ratio: Fraction = fact("安置比例", "share placed")
    relief: Yuan = fact("减免税额", "relief")
    payable: Yuan = fact("应纳税额", "tax payable")
    years: int = fact("减免期限（年）", "term in years")


def labour_service_relief(
    w: Working[Out_co], x: Facts[LabourServiceFirm], rules: LabourServiceRules
) -> Out_co:
    """Work out the older relief of a labour-service enterprise (劳服企业所得税减免)."""
    whole = w.choose(x.exempted_before, x.original_staff, x.original_staff + x.placed)
    part: Any = w.step(_("share placed"), w.ratio(x.placed, whole))
    w.branch(
        x.exempted_before,
        lambda: w.require(rules.later_share, part >= w.use(rules.later_share), TOO_FEW_PLACED),
        lambda: w.require(rules.new_share, part > w.use(rules.new_share), TOO_FEW_PLACED),
    )
    share = w.branch(
        x.exempted_before, lambda: w.use(rules.reduction), lambda: w.use(rules.exemption)
    )
    years = w.branch(
        x.exempted_before,
        lambda: w.use(rules.reduction_years),
        lambda: w.use(rules.exemption_years),
    )
    relief = w.share(x.income_tax, share)
    payable = x.income_tax - relief
    return w.outcome(
        w.record(LabourServiceRelief, ratio=part, relief=relief, payable=payable, years=years)
    )


@rule_table("best_relief", checked=date(2026, 11, 23))
class OverlapRules:
    """The rule on reliefs that overlap."""

    best_only: Reading = reading(
        "择优享受，不得重复",
        "the best is chosen, never added",
        # The beginning of the article was read, its full wording is reported.
        cited(_FIRST, CAISHUI_2002_208.at("第九条", Standing.REPORTED)),
    )


@frozen(kw_only=True, slots=False)
class Offer(CheckedFacts):
    """A relief that could be had: its scheme, and what it takes off, in yuan.

    Raises:
        InvalidFactsError: with every fault.
    """

    scheme: str = fact("政策", "scheme")
    relief: Yuan | None = fact("减免税额", "relief", not_negative)


@frozen(kw_only=True, slots=False)
class Overlap(CheckedFacts):
    """The reliefs that apply to the same taxes of the same period.

    Raises:
        InvalidFactsError: with every fault.
    """

    offers: tuple[Offer, ...] = fact("可享受的政策", "offers")

    def contradictions(self) -> list[Fault]:
        """Ask for something to choose from."""
        return [] if self.offers else [Fault.at("offers", _("at least one is needed"))]


@frozen
class BestRelief:
    """The relief that is chosen, in yuan; of equal ones the first."""

    scheme: str = fact("政策", "scheme")
    relief: Yuan = fact("减免税额", "relief")


def best_relief(w: CaseWorking, x: Overlap, rules: OverlapRules) -> Outcome[BestRelief]:
    """Choose the best of several reliefs, and none besides (择优享受). For single cases only."""
    w.cite(rules.best_only)
    best: Any = None
    for offer in x.offers:
        view: Any = w.read(offer)
        found = w.record(BestRelief, scheme=offer.scheme, relief=view.relief)
        best = found if best is None else _better(w, found, best)
    return w.outcome(best)


def _better(w: CaseWorking, found: Any, best: Any) -> Any:
    return w.choose(w.field(found, "relief") > w.field(best, "relief"), found, best)


LABOUR_SERVICE_RELIEF: Measure[LabourServiceFirm, LabourServiceRelief] = Measure(
    "labour_service_relief",
    "劳服企业所得税减免",
    "older relief of labour-service enterprises",
    labour_service_relief,
    LabourServiceFirm,
    LabourServiceRules,
)
BEST_RELIEF: Measure[Overlap, BestRelief] = Measure(
    "best_relief", "择优享受", "the best relief", best_relief, Overlap, OverlapRules, columns=False
)
