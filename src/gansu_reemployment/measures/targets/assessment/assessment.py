"""Assessment of places (考核): points by item, ranks and bands, by a scheme that is stated.

Governments and departments are assessed on five goals (一(一)); who assesses and with how many
points the Gansu opinion does not say. Schemes of other places are in
:data:`~.assessment.schemes.SCHEMES`. It is by nature a loop, so it works single cases only.

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

from collections.abc import Iterator, Mapping
from datetime import date
from fractions import Fraction
from typing import Any, Final

from attrs import field, frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, Unknown, fact
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.gansu import GANSU_OPINION_2003
from gansu_reemployment.law.provisions import Provision, cited
from gansu_reemployment.law.rules import Reading, Rule
from gansu_reemployment.law.tables import reading, rule_table, stated
from gansu_reemployment.measures.targets.assessment.schemes import Band, Item
from gansu_reemployment.measures.targets.facts import exact_numbers, number_faults, readable
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

_OPINION: Final = date(2003, 6, 10)


class Goal(Choice):
    """The five goals that governments and departments are assessed on (考核目标)."""

    NET_NEW_JOBS = "净增就业岗位", "net new jobs"
    POLICY = "落实再就业政策", "carrying out re-employment policy"
    SERVICE = "强化再就业服务", "stronger re-employment service"
    FUNDS = "加大再就业资金投入", "more re-employment money"
    HARDSHIP = "帮助困难群体就业", "help for groups in difficulty"


@rule_table("assessment", checked=date(2026, 11, 23))
class AssessmentRules:
    """The goals, and how a limit on a band is read."""

    goals: Rule[tuple[Goal, ...]] = stated(
        "考核五项目标",
        "the five goals of assessment",
        Provision(_OPINION, tuple(Goal), GANSU_OPINION_2003.at("一(一)")),
    )
    limits: Reading = reading(
        "等次限额取整数，同分不能全部列入的全部降一等次",
        "a limit counts whole places; equal points that do not all fit fall together",
        cited(_OPINION, GANSU_OPINION_2003.at("一(一)", Standing.ASSUMED)),
    )


def _exact_scores(scores: Any) -> Any:
    if not isinstance(scores, Mapping):
        return scores
    return {unit: exact_numbers(points) for unit, points in scores.items()}


@frozen(kw_only=True, slots=False)
class ScoreSheet(CheckedFacts):
    """The points that each place was given (考核评分).

    Args:
        items: the items with their full points.
        bands: the bands, the highest first; the lowest begins at zero.
        scores: by place, the points of every item by its Chinese name.

    Raises:
        InvalidFactsError: with every fault.
    """

    items: tuple[Item, ...] | None = fact("考核项目", "items")
    bands: tuple[Band, ...] = fact("等次", "bands", default=())
    scores: Mapping[str, Mapping[str, Fraction | None]] | None = field(
        default=None, converter=_exact_scores, metadata={"zh": "评分", "en": "scores"}
    )

    def contradictions(self) -> list[Fault]:
        """Give the faults between items, bands and points."""
        if not readable(self):
            return []
        faults = [*_item_faults(self.items or ()), *_band_faults(self.bands)]
        if self.items:
            for unit, points in (self.scores or {}).items():
                faults += _score_faults(f"scores.{unit}", points, self.items)
        return faults


@frozen
class Ranking:
    """What an assessment gives (考核结果): points, rank and band by place.

    Equal points share a rank, and the next rank is skipped.
    """

    totals: dict[str, Fraction] = field(metadata={"zh": "得分", "en": "points"})
    ranks: dict[str, int] = field(metadata={"zh": "排名", "en": "ranks"})
    bands: dict[str, Band] = field(metadata={"zh": "等次", "en": "bands"})


def assessment(w: CaseWorking, sheet: ScoreSheet, rules: AssessmentRules) -> Outcome[Ranking]:
    """Add the points of each place, rank them and put them into bands (考核评分和等次)."""
    if sheet.unknown:
        return w.outcome(Unknown(tuple(sheet.unknown)))
    w.use(rules.goals)
    if any(band.most is not None for band in sheet.bands):
        w.cite(rules.limits)
    totals = {
        unit: sum((point or Fraction(0) for point in points.values()), Fraction(0))
        for unit, points in (sheet.scores or {}).items()
    }
    ordered = sorted(totals.values(), reverse=True)
    ranks = {unit: ordered.index(total) + 1 for unit, total in totals.items()}
    return w.outcome(Ranking(totals, ranks, _banded(totals, sheet.bands)))


def _banded(totals: Mapping[str, Fraction], bands: tuple[Band, ...]) -> dict[str, Band]:
    """Put each place into the first band that it reaches and that has room."""
    placed: dict[str, Band] = {}
    for band in bands:
        reached = [u for u, total in totals.items() if u not in placed and total >= band.at_least]
        if band.most is not None:
            reached = _fitting(reached, totals, int(len(totals) * band.most))
        placed |= dict.fromkeys(reached, band)
    return {unit: placed[unit] for unit in totals if unit in placed}


def _fitting(units: list[str], totals: Mapping[str, Fraction], room: int) -> list[str]:
    """Leave out the lowest, and those equal to them, until the others fit."""
    while len(units) > room:
        lowest = min(totals[unit] for unit in units)
        units = [unit for unit in units if totals[unit] > lowest]
    return units


def _item_faults(items: tuple[Item, ...]) -> Iterator[Fault]:
    for number, item in enumerate(items):
        if item.points is None:
            text = _("the points of {item} are not known")
            yield Fault.at(f"items[{number}].points", text, item=item)


def _band_faults(bands: tuple[Band, ...]) -> Iterator[Fault]:
    starts = [band.at_least for band in bands]
    if bands and (starts != sorted(set(starts), reverse=True) or starts[-1] != 0):
        yield Fault.at("bands", _("bands go from the highest down to one that begins at zero"))


def _score_faults(
    path: str, points: Mapping[str, Fraction | None], items: tuple[Item, ...]
) -> Iterator[Fault]:
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


ASSESSMENT: Measure[ScoreSheet, Ranking] = Measure(
    "assessment", "考核", "assessment", assessment, ScoreSheet, AssessmentRules, columns=False
)
