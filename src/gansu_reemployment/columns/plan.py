"""The plan of an evaluation (计算方案): everything that is added to a frame, without any frame.

A question is asked of a frame: it makes the plan for frames of a profile. Question and plan can
be pickled, so that they reach the workers of a cluster without the rulebook.
"""

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from functools import cached_property, partial
from types import MappingProxyType
from typing import Any, Final, TypeVar

import narwhals as nw
from attrs import evolve, frozen

from gansu_reemployment.columns.looked import Looked
from gansu_reemployment.columns.outcome import ColumnOutcome
from gansu_reemployment.columns.profile import Profile
from gansu_reemployment.columns.schema import FrameColumn, Money
from gansu_reemployment.errors import ColumnsError, Fault
from gansu_reemployment.fact_model.contradictions import Contradiction
from gansu_reemployment.i18n import _

Stage = Mapping[str, nw.Expr]
T = TypeVar("T")
#: The number of kinds of frames for which a question keeps the work of an engine.
_KEPT: Final = 16


@frozen
class Plan:
    """The outcomes that are evaluated in one pass, and the columns they read and add.

    Args:
        outcomes: the outcomes.
        columns: the columns that are read; one that several measures read may be there twice.
        defaults: the values of columns that the frame may lack.
        results: the columns of values.
        money: the form of amounts in the results; whole fen are read only with ``fen``.
        before: columns ahead of the outcomes, which are dropped at the end.
        after: stages over the results.
        lists: whether reasons and missing facts are lists, not texts joined by ``;``.
        status: whether each measure has a column of statuses.
        impossible: the contradictions that the facts declare.
        presumed: by the name of the column that names them, the facts that are presumed in order
            where the frame lacks their columns.
    """

    outcomes: tuple[ColumnOutcome, ...]
    columns: tuple[FrameColumn, ...]
    defaults: Mapping[str, Any]
    results: tuple[FrameColumn, ...]
    money: Money = "fen"
    before: Mapping[str, Looked] = MappingProxyType({})
    after: tuple[Stage, ...] = ()
    lists: bool = False
    status: bool = False
    impossible: tuple[Contradiction, ...] = ()
    presumed: Mapping[str, tuple[str, ...]] = MappingProxyType({})

    @property
    def reads(self) -> dict[str, FrameColumn]:
        """The columns that are read, by name."""
        return {column.name: column for column in self.columns}

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that are added, in order."""
        own = (outcome.added for outcome in self.outcomes)
        added = [*own, self.statuses, tuple(self.presumed), *self.after]
        return tuple(dict.fromkeys(name for names in added for name in names))

    @property
    def statuses(self) -> tuple[str, ...]:
        """The names of the columns of statuses."""
        return tuple(outcome.status for outcome in self.outcomes) if self.status else ()

    def needed(self, types: Mapping[str, Any]) -> list[str]:
        """Return the columns that are read of a frame with columns of these types.

        Raises:
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        reject([*{fault.path: fault for fault in self._faults(types)}.values()])
        return [name for name in self.reads if name in types]

    def _faults(self, types: Mapping[str, Any]) -> Iterator[Fault]:
        # The column of days may be that of a fact too, so that one name has several columns.
        for column in dict.fromkeys(self.columns):
            name = column.name
            if name in types:
                fault = column.fault(types[name], self.money)
                yield from [fault] if fault else []
            elif name not in self.defaults:
                yield column.missing(other for other in types if other not in self.reads)


def reject(faults: list[Fault]) -> None:
    """Raise all faults of a frame at once.

    Raises:
        ColumnsError: there are faults.
    """
    if faults:
        raise ColumnsError(_("The frame has {number} fault(s)."), faults, number=len(faults))


@frozen(slots=False, eq=False)
class Question:
    """A question to a frame (计算请求).

    Args:
        plan: makes the plan for frames of a profile.
        whole: whether the frame is not a part of another one, so that a column without any code
            is a mistake.
    """

    plan: Callable[[Profile], Plan]
    whole: bool = True

    @cached_property
    def general(self) -> Plan:
        """The plan for any frame. It reads every column that a profiled plan may read."""
        return self.plan({})

    def keep(self, alike: Hashable, make: Callable[[], T]) -> T:
        """Return what was made for frames that are alike; make it if this is the first one."""
        if alike not in self._kept:
            while len(self._kept) >= _KEPT:
                self._kept.pop(next(iter(self._kept)))
            self._kept[alike] = make()
        found: T = self._kept[alike]
        return found

    @cached_property
    def _kept(self) -> dict[Hashable, Any]:
        return {}

    def __reduce__(self) -> tuple[Any, ...]:
        # In another process there is no law to ask, and the frame is a part.
        return Question, (partial(_always, self.general), False)


def _always(plan: Plan, _profile: Profile) -> Plan:
    return plan


def joined(plans: Iterable[Plan]) -> Plan:
    """Join plans for the same frame into one pass."""
    first, *others = plans
    for plan in others:
        first = evolve(
            first,
            outcomes=(*first.outcomes, *plan.outcomes),
            columns=tuple(dict.fromkeys((*first.columns, *plan.columns))),
            defaults={**first.defaults, **plan.defaults},
            results=(*first.results, *plan.results),
            after=(*first.after, *plan.after),
            impossible=(*first.impossible, *plan.impossible),
            presumed={**first.presumed, **plan.presumed},
        )
    return first
