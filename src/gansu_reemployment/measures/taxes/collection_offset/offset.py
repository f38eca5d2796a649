"""Offset of relief against collection tasks (抵减税费收缴任务).

The Gansu opinion of 2003-06-10 lets relief that was granted under the policy be offset against
the collection tasks of the basic units (基层单位). How, no text that is known says: the method
here is a reading, shown as such, and a region may set the other one by a local rule. The
offset is allowed, not owed: the higher tax, or industry and commerce, authority decides.

>>> from datetime import date
>>> from gansu_reemployment.working.case import CaseWorking
>>> quarter = Collection(
...     task=Yuan(1_000_000), reliefs=(Yuan(120_000), Yuan("30000.50")), collected=Yuan(850_000)
... )
>>> case = CaseWorking(on=date(2003, 9, 30))
>>> result = collection_offset(case, case.read(quarter), OffsetRules()).value
>>> result.adjusted_task, result.completion >= 1
(Yuan('849999.50'), True)
"""

from datetime import date
from fractions import Fraction
from typing import Any

from attrs import frozen

from gansu_reemployment.facts import CheckedFacts, fact, not_negative
from gansu_reemployment.i18n import Choice, Message, _
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments.gansu import GANSU_OPINION_2003
from gansu_reemployment.law.instruments.taxes import GUOSHUIFA_2003_62
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Term, Working

_FIRST = date(2003, 6, 10)
_ZERO = Yuan(0)

NOT_PERMITTED = Reason("offset-not-permitted", _("Relief is not offset against the task."))


class OffsetMethod(Choice):
    """What the relief is put to (抵减办法)."""

    TASK_REDUCED = "抵减任务", "taken off the task"
    DEEMED_COLLECTED = "视同入库", "counted as collected"


@rule_table("collection_offset", checked=date(2026, 11, 23))
class OffsetRules:
    """The rules of the offset, and what a region may set."""

    permitted: Rule[bool] = stated(
        "减免税费可以抵减任务",
        "relief may be offset",
        Provision(_FIRST, True, GANSU_OPINION_2003.at("（五）")),
        delegated=True,
    )
    method: Rule[OffsetMethod] = stated(
        "抵减办法",
        "method of the offset",
        Provision(
            _FIRST, OffsetMethod.TASK_REDUCED, GUOSHUIFA_2003_62.at(standing=Standing.ASSUMED)
        ),
        delegated=True,
    )


def _all_not_negative(amounts: tuple[Any, ...]) -> Message | None:
    wrong = [a for a in amounts if not isinstance(a, Yuan) or not_negative(a)]
    return Message(_("each must be an amount of zero or more")) if wrong else None


@frozen(kw_only=True, slots=False)
class Collection(CheckedFacts):
    """One office's task for one tax and quarter, or for a year at settlement, in yuan.

    Args:
        task: 收入任务.
        reliefs: the approved entries of the relief ledger (减免税台账); a column holds their
            sum.
        collected: what was collected; nothing if it is not named.
        granted: whether the higher authority grants the offset.

    Raises:
        InvalidFactsError: with every fault.
    """

    task: Yuan | None = fact("收入任务", "collection task", not_negative)
    reliefs: tuple[Yuan, ...] | None = fact("减免税额", "reliefs", _all_not_negative)
    collected: Yuan | None = fact("已征收", "collected", not_negative, default=_ZERO)
    granted: bool | None = fact("同意抵减", "offset granted", default=True)


@frozen
class CollectionOffset:
    """The task after the offset, in yuan; *excess* is relief beyond the task.

    *completion* is the part of the task that is fulfilled, ``None`` where no task is left.
    """

    offset: Yuan = fact("抵减额", "offset")
    adjusted_task: Yuan = fact("抵减后任务", "adjusted task")
    completion: Fraction | None = fact("完成比例", "completion")
    excess: Yuan = fact("超出任务的减免额", "excess")


def collection_offset(w: Working[Out_co], x: Facts[Collection], rules: OffsetRules) -> Out_co:
    """Offset the relief of an office against its task, never below zero (抵减收缴任务)."""
    w.require(rules.permitted, w.use(rules.permitted), NOT_PERMITTED)
    relief = w.keep(w.step(_("relief"), w.total(x.reliefs)))
    offset = w.keep(w.step(_("offset"), w.choose(x.granted, w.least(relief, x.task), _ZERO)))
    excess: Any = w.choose(x.granted, relief - offset, _ZERO)
    result = w.match(
        rules.method,
        {
            OffsetMethod.TASK_REDUCED: lambda: _task_reduced(w, x, offset, excess),
            OffsetMethod.DEEMED_COLLECTED: lambda: _deemed_collected(w, x, offset, excess),
        },
    )
    return w.outcome(result)


def _task_reduced(
    w: Working[Any], x: Facts[Collection], offset: Any, excess: Any
) -> Term[CollectionOffset]:
    left = w.step(_("adjusted task"), x.task - offset)
    return w.record(
        CollectionOffset,
        offset=offset,
        adjusted_task=left,
        completion=_completion(w, x.collected, left),
        excess=excess,
    )


def _deemed_collected(
    w: Working[Any], x: Facts[Collection], offset: Any, excess: Any
) -> Term[CollectionOffset]:
    return w.record(
        CollectionOffset,
        offset=offset,
        adjusted_task=x.task,
        completion=_completion(w, x.collected + offset, x.task),
        excess=excess,
    )


def _completion(w: Working[Any], collected: Any, task: Any) -> Term[Any]:
    return w.branch(task > _ZERO, lambda: w.ratio(collected, task), lambda: None)


COLLECTION_OFFSET: Measure[Collection, CollectionOffset] = Measure(
    "collection_offset",
    "抵减收缴任务",
    "offset against the collection task",
    collection_offset,
    Collection,
    OffsetRules,
)
