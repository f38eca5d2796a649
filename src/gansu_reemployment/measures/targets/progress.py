"""Progress towards a yearly target (目标完成进度): the share done against the time elapsed.

The opinion requires that targets are followed by month and by quarter (一(一)), and the provincial
labour authority (省劳动保障厅) circulates the results. The comparison with the time elapsed
(时序进度) is later practice, and here a convention. No text states a tolerance, so it is a fact,
in percentage points.

The measure is for counts that add up over the year. A level, such as the registered unemployment
rate, is compared with its ceiling instead.

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
from typing import ClassVar, Final, Generic, TypeVar

from attrs import frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    Unit,
    fact,
    not_negative,
    positive,
    result_field,
)
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.documents import CONVENTION
from gansu_reemployment.working import Working, formula, measure

K = TypeVar("K")

_OPINION_DAY: Final = date(2003, 6, 10)
_PERCENT: Final = 100
_MONTHS: Final = 12


class Yardstick(Choice):
    """The yardstick of the share done (进度参照)."""

    TIME = "时序进度", "time elapsed"


class Mark(Choice):
    """The judgement of progress (进度评价)."""

    AHEAD = "超前", "ahead"
    ON_TIME = "同步", "on time"
    BEHIND = "滞后", "behind"


@rule_table("progress", checked=date(2026, 11, 28))
class ProgressRules:
    """The yardstick of progress (进度参照); the text states no tolerance."""

    yardstick: Rule[Yardstick] = stated(
        "进度参照",
        "yardstick of progress",
        Provision(_OPINION_DAY, Yardstick.TIME, CONVENTION),
    )


@frozen(kw_only=True, slots=False)
class Count(CheckedFacts, Generic[U]):
    """A count that adds up over the year, with its target (目标完成情况).

    Args:
        done: the count since January.
        passed: the months or days that have passed, such as 6 or 181.
        parts: the months or days of the year, such as 12 or 365.
        tolerance: in percentage points; progress is on time up to and including it.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        NotAbove("passed", "parts", _("must not be above {parts}")),
    )

    target: int | U = fact("全年目标", "target of the year", positive)
    done: int | U = fact("累计完成", "done since January", not_negative)
    passed: int | U = fact("已过月（天）数", "months or days passed", positive)
    parts: int | U = fact("全年月（天）数", "months or days of the year", positive)
    tolerance: int | U = fact("容许差距（百分点）", "tolerance (points)", not_negative)


@frozen(kw_only=True)
class Pace:
    """A count compared with the time elapsed (完成进度).

    *forecast* is the count at the end of the year at the pace so far, as an exact ratio.
    """

    share: Fraction = result_field("完成率", "share done")
    elapsed: Fraction = result_field("时序进度", "time elapsed")
    forecast: Fraction = result_field("全年预计", "forecast", unit=Unit.NUMBER)
    mark: Mark = result_field("评价", "judgement")


@measure("目标完成进度", "progress towards a target")
def progress(w: Working, count: Count[Known], rules: ProgressRules) -> Pace:
    """Compare the share of the target done with the share of the year elapsed (目标完成进度).

    The day of the law is the day of the report.
    """
    w.cite(rules.yardstick)
    return Pace(
        share=w.step(_("share done"), w.ratio(count.done, count.target)),
        elapsed=w.step(_("time elapsed"), w.ratio(count.passed, count.parts)),
        forecast=w.ratio(count.done * count.parts, count.passed),
        mark=judgement(w, count),
    )


@formula
def judgement(_w: Working, count: Count[Known]) -> Mark:
    """Return whether progress is ahead, on time or behind (进度评价)."""
    # In hundredths of the target times the parts of the year, so that all numbers are whole.
    done = count.done * count.parts * _PERCENT
    expected = count.passed * count.target * _PERCENT
    tolerated = count.tolerance * count.target * count.parts
    if done > expected + tolerated:
        return Mark.AHEAD
    if done + tolerated < expected:
        return Mark.BEHIND
    return Mark.ON_TIME


def months_passed(day: date) -> tuple[int, int]:
    """Return the months passed at the end of the month of *day*, and the months of a year."""
    return day.month, _MONTHS


def days_passed(day: date) -> tuple[int, int]:
    """Return the days of the year passed at the end of *day*, and the days of that year."""
    return day.timetuple().tm_yday, date(day.year, 12, 31).timetuple().tm_yday


def rank(shares: Mapping[K, Fraction | None]) -> dict[K, int | None]:
    """Rank by share, the highest first (排名).

    Equal shares have the same rank, and the next rank is skipped. An unknown share has no rank.
    """
    ranks: dict[Fraction, int] = {}
    known = (share for share in shares.values() if share is not None)
    for number, share in enumerate(sorted(known, reverse=True), 1):
        ranks.setdefault(share, number)
    return {key: None if share is None else ranks[share] for key, share in shares.items()}
