"""Assessment of places (考核): points by item, ranks and bands, by a stated scheme.

Governments and departments are assessed on five goals (一(一)). The Gansu opinion states neither
the assessing office nor the points, so both are facts. Schemes of other places are in
:data:`~.assessment.schemes.SCHEMES`.

>>> from datetime import date
>>> from gansu_reemployment.measures.targets.assessment.schemes import SCHEMES
>>> sheet = ScoreSheet(
...     items=(Item("政策", "policy", 60), Item("服务", "service", 40)),
...     bands=SCHEMES["shanwei_2010"].bands,
...     scores={"兰州": {"政策": 55, "服务": 30}, "天水": {"政策": 40, "服务": 30}},
... )
>>> ranking = assessment(CaseWorking(on=date(2003, 12, 31)), sheet, AssessmentRules()).value
>>> {unit: band.zh for unit, band in ranking.bands.items()}
{'兰州': '达标', '天水': '不达标'}
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final, Generic

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import CheckedFacts, Known, U, Unit, fact, result_field
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Reading, Rule, cited, reading, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.targets.assessment.schemes import Band, Item
from gansu_reemployment.measures.targets.facts import exact_numbers, number_faults
from gansu_reemployment.objects.frozen import immutable
from gansu_reemployment.working import CaseWorking, Incomplete, measure
from gansu_reemployment.working.tabular import Tabular

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

_OPINION: Final = date(2003, 6, 10)


class Goal(Choice):
    """The five goals of the assessment of governments and departments (考核目标)."""

    NET_NEW_JOBS = "净增就业岗位", "net new jobs"
    POLICY = "落实再就业政策", "carrying out re-employment policy"
    SERVICE = "强化再就业服务", "stronger re-employment service"
    FUNDS = "加大再就业资金投入", "more re-employment money"
    HARDSHIP = "帮助困难群体就业", "help for groups in difficulty"


def _exact_scores(scores: Any) -> Any:
    if not isinstance(scores, Mapping):
        return scores
    return {unit: exact_numbers(points) for unit, points in scores.items()}


@frozen(kw_only=True, slots=False)
class ScoreSheet(CheckedFacts, Generic[U]):
    """The points of each place (考核评分).

    Args:
        items: the items with their full points.
        bands: the bands, the highest first; the lowest begins at zero.
        scores: by place, the points of every item by its Chinese name.
    """

    items: tuple[Item, ...] | U = fact("考核项目", "items")
    bands: tuple[Band, ...] = fact("等次", "bands", default=())
    scores: Mapping[str, Mapping[str, Fraction | U]] | U = field(
        default=None, converter=_exact_scores, metadata={"zh": "评分", "en": "scores"}
    )

    def contradictions(self) -> list[Fault]:
        """Return the faults between items, bands and points."""
        items = self.items if isinstance(self.items, tuple) else ()
        scores = self.scores if isinstance(self.scores, Mapping) else {}
        faults = [*_item_faults(items), *_band_faults(self.bands)]
        for unit, points in scores.items() if items else ():
            faults += _score_faults(f"scores.{unit}", points, items)
        return faults


def _item_faults(items: tuple[Item, ...]) -> Iterator[Fault]:
    for number, item in enumerate(items):
        if item.points is None:
            text = _("the points of {item} are not known")
            yield Fault.at(f"items[{number}].points", text, item=item)


def _band_faults(bands: tuple[Band, ...]) -> Iterator[Fault]:
    starts = [band.at_least for band in bands]
    if bands and (starts != sorted(set(starts), reverse=True) or starts[-1] != 0):
        yield Fault.at("bands", _("bands go from the highest down to one that begins at zero"))


def _score_faults(path: str, points: Mapping[str, Any], items: tuple[Item, ...]) -> Iterator[Fault]:
    full = {item.zh: item.points for item in items}
    yield from number_faults(path, points)
    for name in points:
        if name not in full:
            yield Fault.at(f"{path}.{name}", _("there is no such item"))
    for name, most in full.items():
        own = points.get(name)
        if own is None:
            yield Fault.at(f"{path}.{name}", _("points are needed; a blank is not zero"))
        elif most is not None and isinstance(own, Fraction) and own > most:
            yield Fault.at(f"{path}.{name}", _("more than the {most} points"), most=most)


@rule_table("assessment", checked=date(2026, 11, 28))
class AssessmentRules:
    """The goals, and the convention for the limit on a band."""

    goals: Rule[tuple[Goal, ...]] = stated(
        "考核五项目标",
        "the five goals of assessment",
        Provision(_OPINION, tuple(Goal), GANSU_OPINION_2003.at("一(一)")),
    )
    limits: Reading = reading(
        "等次限额取整数，同分不能全部列入的全部降一等次",
        "a limit counts whole places; equal points that do not all fit fall together",
        cited(_OPINION, CONVENTION),
    )


@frozen
class Ranking(Tabular):
    """The result of an assessment (考核结果): points, rank and band of each place.

    Equal points have the same rank, and the next rank is skipped.
    """

    totals: Mapping[str, Fraction] = result_field(
        "得分", "points", unit=Unit.NUMBER, converter=immutable
    )
    ranks: Mapping[str, int] = result_field("排名", "ranks", converter=immutable)
    bands: Mapping[str, Band] = result_field("等次", "bands", converter=immutable)


@measure("考核", "assessment", columns=False)
def assessment(w: CaseWorking, sheet: ScoreSheet[Known], rules: AssessmentRules) -> Ranking:
    """Add the points of each place, and assign ranks and bands (考核评分和等次).

    The day of the law is the day of the assessment.

    It is by nature a loop, so it evaluates single cases only.
    """
    if sheet.unknown:
        raise Incomplete(*sheet.unknown)
    w.use(rules.goals)
    if any(band.most is not None for band in sheet.bands):
        w.cite(rules.limits)
    totals = {unit: sum(points.values(), Fraction(0)) for unit, points in sheet.scores.items()}
    ordered = sorted(totals.values(), reverse=True)
    ranks = {unit: ordered.index(total) + 1 for unit, total in totals.items()}
    return Ranking(totals, ranks, banded(totals, sheet.bands))


def banded(totals: Mapping[str, Fraction], bands: Iterable[Band]) -> dict[str, Band]:
    """Assign each place to the first band that it reaches and that has room."""
    assigned: dict[str, Band] = {}
    for band in bands:
        reached = {u: n for u, n in totals.items() if u not in assigned and n >= band.at_least}
        if band.most is not None:
            reached = fitting(reached, int(len(totals) * band.most))
        assigned |= dict.fromkeys(reached, band)
    return {unit: assigned[unit] for unit in totals if unit in assigned}


def fitting(totals: Mapping[str, Fraction], room: int) -> dict[str, Fraction]:
    """Remove the places with the lowest points until the others fit."""
    fit = dict(totals)
    while len(fit) > room:
        lowest = min(fit.values())
        fit = {unit: total for unit, total in fit.items() if total > lowest}
    return fit
