"""Offset of relief against collection tasks (抵减税费收缴任务).

The Gansu opinion of 2003-06-10 lets relief that was granted under the policy be offset against
the collection tasks of the basic units (基层单位). No known text says how: the method here is
assumed, and shown as such, and a region may set the other one by a local rule. The offset is
allowed, not owed: the higher tax, or industry and commerce, authority decides.

>>> from gansu_reemployment.working.case import CaseWorking
>>> quarter = Collection(
...     task=Yuan(1_000_000), reliefs=(Yuan(120_000), Yuan("30000.50")), collected=Yuan(850_000),
...     granted=True,
... )
>>> case = CaseWorking(on=date(2003, 9, 30))
>>> result = collection_offset(case, case.read(quarter), OffsetRules()).value
>>> result.adjusted_task, result.completion >= 1
(Yuan('849999.50'), True)
"""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Any, ClassVar, Final, Generic

from attrs import frozen

from gansu_reemployment.fact_model import (
    CheckedFacts,
    Known,
    U,
    each_not_negative,
    fact,
    not_negative,
    result_field,
)
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.law import Provision, Rule, rule_table, stated
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Level
from gansu_reemployment.working import Reason, Working, formula, measure

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")
GUOSHUIFA_2003_62: Final = find_instrument("国税发[2003]62号")

_FIRST = date(2003, 6, 10)

NOT_PERMITTED = Reason("offset-not-permitted", _("Relief is not offset against the task."))


class OffsetMethod(Choice):
    """How the relief is counted (抵减办法)."""

    TASK_REDUCED = "抵减任务", "taken off the task"
    DEEMED_COLLECTED = "视同入库", "counted as collected"


@rule_table("collection_offset", checked=date(2026, 11, 28))
class OffsetRules:
    """The rules of the offset, with those that a region may set."""

    permitted: Rule[bool] = stated(
        "减免税费可以抵减任务",
        "relief may be offset",
        Provision(_FIRST, True, GANSU_OPINION_2003.at("二(五)")),
        delegated_to=Level.COUNTY,
    )
    method: Rule[OffsetMethod] = stated(
        "抵减办法",
        "method of the offset",
        Provision(_FIRST, OffsetMethod.TASK_REDUCED, GUOSHUIFA_2003_62.assumed()).noted(
            "The words “offset against the task” (抵减任务) favour a smaller task over relief "
            "counted as collected; the notice's text is not known."
        ),
        delegated_to=Level.PROVINCE,
    )


@frozen(kw_only=True, slots=False)
class Collection(CheckedFacts, Generic[U]):
    """One office's task for one tax and quarter, or for a year at settlement, in yuan.

    Args:
        reliefs: the approved entries of the relief ledger (减免税台账); a column holds their
            sum.
        collected: the tax collected.
        granted: whether the higher authority grants the offset.
    """

    usual: ClassVar[Mapping[str, Any]] = {"granted": True}

    task: Yuan | U = fact("收入任务", "collection task", not_negative)
    reliefs: tuple[Yuan, ...] | U = fact("减免税额", "reliefs", each_not_negative)
    collected: Yuan | U = fact("已征收", "collected", not_negative)
    granted: bool | U = fact("同意抵减", "offset granted")


@frozen
class CollectionOffset:
    """The task after the offset, in yuan; *excess* is relief beyond the task.

    *completion* is the part of the task that is fulfilled; where no task is left, ``None``.
    """

    offset: Yuan = result_field("抵减额", "offset")
    adjusted_task: Yuan = result_field("抵减后任务", "adjusted task")
    completion: Fraction | None = result_field("完成比例", "completion")
    excess: Yuan = result_field("超出任务的减免额", "excess")


@measure("抵减收缴任务", "offset against the collection task")
def collection_offset(
    w: Working, office: Collection[Known], rules: OffsetRules
) -> CollectionOffset:
    """Offset the relief of an office against its task, never below zero (抵减收缴任务).

    The day of the law is the last day of the quarter.
    """
    w.require(rules.permitted, w.use(rules.permitted), NOT_PERMITTED)
    relief = w.step(_("relief"), w.total(office.reliefs))
    offset = w.step(_("offset"), min(relief, office.task) if office.granted else Yuan(0))
    excess = relief - offset if office.granted else Yuan(0)
    match w.use(rules.method):
        case OffsetMethod.TASK_REDUCED:
            return task_reduced(w, office, offset, excess)
        case OffsetMethod.DEEMED_COLLECTED:
            return deemed_collected(w, office, offset, excess)


@formula
def task_reduced(
    w: Working, office: Collection[Known], offset: Yuan, excess: Yuan
) -> CollectionOffset:
    """Subtract the offset from the task, and count the tax collected (抵减任务)."""
    left = w.step(_("adjusted task"), office.task - offset)
    return CollectionOffset(
        offset=offset,
        adjusted_task=left,
        completion=completion(w, office.collected, left),
        excess=excess,
    )


@formula
def deemed_collected(
    w: Working, office: Collection[Known], offset: Yuan, excess: Yuan
) -> CollectionOffset:
    """Leave the task as it is, and count the offset as collected (视同入库)."""
    return CollectionOffset(
        offset=offset,
        adjusted_task=office.task,
        completion=completion(w, office.collected + offset, office.task),
        excess=excess,
    )


@formula
def completion(w: Working, collected: Yuan, task: Yuan) -> Fraction | None:
    """Return the part of the task that is fulfilled, if there is a task (完成比例)."""
    return w.ratio(collected, task) if task > Yuan(0) else None
