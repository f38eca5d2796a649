"""Progress towards a yearly target (目标完成进度): the share done against the share of time.

The opinion has the targets followed by month and by quarter (一(一)), and the provincial labour
authority (省劳动保障厅) circulates them. The comparison with the time elapsed (时序进度) is later
practice, and no text states a tolerance: whoever judges states one, in percentage points.

It suits counts that add up over the year, not a level such as the registered unemployment
rate, which is compared with its bound.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> case = CaseWorking(on=date(2003, 6, 30))
>>> count = Count(target=100_000, done=43_000, passed=6, parts=12, tolerance=5)
>>> pace = progress(case, case.read(count), ProgressRules()).value
>>> pace.share, pace.elapsed, pace.forecast, pace.mark.en
(Fraction(43, 100), Fraction(1, 2), Fraction(86000, 1), 'behind')
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final, TypeVar

import attrs
from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.gansu import GANSU_OPINION_2003
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Term, Working

K = TypeVar("K")

_OPINION_DAY: Final = date(2003, 6, 10)
_PERCENT: Final = 100
_MONTHS: Final = 12


class Yardstick(Choice):
    """What the share done is compared with (进度参照)."""

    TIME = "时序进度", "time elapsed"


class Mark(Choice):
    """The judgement of progress (进度评价)."""

    AHEAD = "超前", "ahead"
    ON_TIME = "同步", "on time"
    BEHIND = "滞后", "behind"


@rule_table("progress", checked=date(2026, 11, 23))
class ProgressRules:
    """What progress is compared with; the tolerance is a fact, for no text states one."""

    yardstick: Rule[Yardstick] = stated(
        "进度参照",
        "what progress is compared with",
        Provision(_OPINION_DAY, Yardstick.TIME, GANSU_OPINION_2003.at("一(一)", Standing.ASSUMED)),
    )


@frozen(kw_only=True, slots=False)
class Count(CheckedFacts):
    """A count that adds up over the year, with its target (目标完成情况).

    *passed* of the year's *parts* have passed: 6 of 12 months, or 181 of 365 days.
    *tolerance* is in percentage points: within it, the end included, progress is on time.
    """

    target: int | None = fact("全年目标", "target of the year", positive)
    done: int | None = fact("累计完成", "done since January", not_negative)
    passed: int | None = fact("已过月（天）数", "months or days passed", positive)
    parts: int | None = fact("全年月（天）数", "months or days of the year", positive)
    tolerance: int | None = fact("容许差距（百分点）", "tolerance (points)", not_negative)

    def contradictions(self) -> list[Fault]:
        """Refuse a year of which more has passed than it has."""
        both = (self.passed, self.parts)
        if all(type(number) is int for number in both) and self.passed > self.parts:  # type: ignore[operator]
            return [Fault.at("passed", _("must not be above {parts}"), parts=self.parts)]
        return []


@frozen(kw_only=True)
class Pace:
    """How a count stands against the time elapsed (完成进度).

    *forecast* is the count at the end of the year at the pace so far, as an exact ratio.
    """

    share: Fraction = attrs.field(metadata={"zh": "完成率", "en": "share done"})
    elapsed: Fraction = attrs.field(metadata={"zh": "时序进度", "en": "time elapsed"})
    forecast: Fraction = attrs.field(metadata={"zh": "全年预计", "en": "forecast"})
    mark: Mark = attrs.field(metadata={"zh": "评价", "en": "judgement"})


def progress(w: Working[Out_co], count: Facts[Count], rules: ProgressRules) -> Out_co:
    """Compare the share of the target that is done with the share of the year elapsed."""
    w.use(rules.yardstick)
    return w.outcome(
        w.record(
            Pace,
            share=w.step(_("share done"), w.ratio(count.done, count.target)),
            elapsed=w.step(_("time elapsed"), w.ratio(count.passed, count.parts)),
            forecast=w.ratio(count.done * count.parts, count.passed),
            mark=_mark(w, count),
        )
    )


def _mark(w: Working[Out_co], count: Facts[Count]) -> Term[Mark]:
    """Compare in whole units: points of the target, times the parts of the year."""
    done = count.done * count.parts * _PERCENT
    expected = count.passed * count.target * _PERCENT
    room = count.tolerance * count.target * count.parts
    late = w.choose(done + room < expected, Mark.BEHIND, Mark.ON_TIME)
    return w.choose(done > expected + room, Mark.AHEAD, late)


def months_passed(day: date) -> tuple[int, int]:
    """Give the months of the year that have passed at the end of the month of *day*, of 12."""
    return day.month, _MONTHS


def days_passed(day: date) -> tuple[int, int]:
    """Give the days of the year that have passed at the end of *day*, and the year's days."""
    return day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday


def rank(shares: Mapping[K, Fraction | None]) -> dict[K, int | None]:
    """Rank by share, the highest first (排名); equal shares share a rank, the next is skipped.

    What is not known has no rank.
    """
    places: dict[Fraction, int] = {}
    known = (share for share in shares.values() if share is not None)
    for place, share in enumerate(sorted(known, reverse=True), 1):
        places.setdefault(share, place)
    return {key: None if share is None else places[share] for key, share in shares.items()}


PROGRESS: Measure[Count, Pace] = Measure(
    "progress", "目标完成进度", "progress towards a target", progress, Count, ProgressRules
)
