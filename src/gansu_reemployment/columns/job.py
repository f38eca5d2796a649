"""A job (任务): what is to be worked over a frame, apart from any frame or engine.

It can be pickled, so that it reaches the workers of a cluster without the rulebook. Amounts of
Decimal yuan become fen on the way in and, where asked for, yuan again on the way out; the
columns that the frame came with are left as they were.
"""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any, Final, Literal

import attrs
import narwhals as nw
from attrs import evolve, frozen

from gansu_reemployment.columns.facts import MOST, Sure
from gansu_reemployment.columns.outcome import Codes, ColumnOutcome
from gansu_reemployment.columns.schema import MONEY, FrameColumn
from gansu_reemployment.errors import ColumnsError, Fault
from gansu_reemployment.i18n import _
from gansu_reemployment.money import Yuan

#: How amounts go out: whole fen (Int64) or yuan with two decimals (Decimal).
Money = Literal["fen", "yuan"]
Stage = Mapping[str, nw.Expr]
Frame = nw.LazyFrame[Any]
#: Adds columns of joined codes to a frame.
Writer = Callable[[Frame, Mapping[str, Codes]], Frame]

_YUAN_PER_FEN: Final = Decimal("0.01")
_KEPT: Final = "__kept_"


#: The columns that hold in every row a value they may have.
Certain = Mapping[FrameColumn, Sure]
#: Gives a job by the columns that are certain.
Sharpen = Callable[[Certain], "Job"]


def sharpened(make: Sharpen) -> "Job":
    """Give a job for any frame, which may be made anew for one that is known better."""
    return evolve(make({}), sharpen=make)


@frozen
class Job:
    """The outcomes to work in one pass, and the columns they read and add.

    *columns* are those that are read, one of them more than once where several measures read it;
    *defaults* are the values of those that the frame may lack.
    *results* are the columns of values. *before* are stages worked ahead of the outcomes, whose
    columns are dropped at the end; *after* are stages over the results.
    """

    outcomes: tuple[ColumnOutcome, ...]
    columns: tuple[FrameColumn, ...]
    defaults: Mapping[str, Any]
    results: tuple[FrameColumn, ...]
    money: Money = "fen"
    before: tuple[Stage, ...] = ()
    after: tuple[Stage, ...] = ()
    #: Gives the same job for a frame whose *certain* columns are known to hold a value in every
    #: row, and one that the fact may have. It stays behind when a job goes to another process.
    sharpen: "Sharpen | None" = None
    #: Whether the frame is worked as a whole, so that a column without any code is a mistake.
    whole: bool = True

    def __reduce__(self) -> tuple[Any, ...]:
        values = {f.name: getattr(self, f.name) for f in attrs.fields(Job)}
        return Job, tuple((values | {"sharpen": None, "whole": False}).values())

    @property
    def reads(self) -> dict[str, FrameColumn]:
        """The columns that are read, by name."""
        return {column.name: column for column in self.columns}

    @property
    def added(self) -> tuple[str, ...]:
        """The names of the columns that are added, in order."""
        added = [*(outcome.added for outcome in self.outcomes), *self.after]
        return tuple(dict.fromkeys(name for names in added for name in names))

    def needed(self, held: Mapping[str, Any]) -> list[str]:
        """Give the columns that are read of a frame that holds columns of these types.

        Raises:
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        self.refuse(list(self._faults(held)))
        return [name for name in self.reads if name in held]

    @staticmethod
    def refuse(faults: list[Fault]) -> None:
        """Raise all faults of a frame at once, if there are any.

        Raises:
            ColumnsError: there are.
        """
        if faults:
            raise ColumnsError(_("The frame has {number} fault(s)."), faults, number=len(faults))

    def _faults(self, held: Mapping[str, Any]) -> Iterator[Fault]:
        for name, column in self.reads.items():
            if name in held:
                fault = column.fault(held[name])
                yield from [fault] if fault else []
            elif name not in self.defaults:
                text = _("a column of {holds} is needed")
                yield Fault.at(name, text, holds=column.holds)

    def work(self, frame: Frame, write: "Writer | None" = None) -> Frame:
        """Add the columns of the job to a lazy frame; nothing is evaluated.

        *write* adds the texts of codes, for an engine that has a faster way than joining them.

        Raises:
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        held = frame.collect_schema()
        reads = self.reads
        inward = {name: _inward(reads[name], held[name]) for name in self.needed(held)}
        changed = {name: expr for name, expr in inward.items() if expr is not None}
        kept = {f"{_KEPT}{name}": nw.col(name) for name in changed}
        assumed = {name: nw.lit(v) for name, v in self.defaults.items() if name not in held}
        for stage in ({**kept, **changed, **assumed}, *self.before):
            frame = _add(frame, stage)
        frame = _staged(self.outcomes, frame, write or write_texts)
        for stage in (self._outward(), *self.after):
            frame = _add(frame, stage)
        added = set(self.added)
        frame = _add(frame, {n: nw.col(f"{_KEPT}{n}") for n in changed if n not in added})
        return _drop(frame, [*kept, *(n for n in assumed if n not in added), *self._scratch])

    @property
    def _scratch(self) -> list[str]:
        return [name for stage in self.before for name in stage]

    def _outward(self) -> Stage:
        """Turn the amounts of the results into yuan, if that is asked for."""
        amounts = [column.name for column in self.results if column.kind is Yuan]
        return {name: _yuan(nw.col(name)) for name in amounts} if self.money == "yuan" else {}


def _yuan(fen: nw.Expr) -> nw.Expr:
    return (fen.cast(nw.Decimal(20, 0)) * nw.lit(_YUAN_PER_FEN)).cast(nw.Decimal(22, 2))


def _inward(column: FrameColumn, held: Any) -> nw.Expr | None:
    """Bring a column to the type that is worked with, where it is of another."""
    expr = nw.col(column.name)
    if column.kind in MONEY and isinstance(held, nw.Decimal):
        most = MOST[column.kind] // 100
        return (nw.when(expr.is_between(-most, most)).then(expr) * 100).cast(nw.Int64)
    if column.holds == "Date" and isinstance(held, nw.Datetime):
        return expr.cast(nw.Date)
    return None


def _add(frame: Frame, columns: Stage) -> Frame:
    if not columns:
        return frame
    return frame.with_columns(*(expr.alias(name) for name, expr in columns.items()))


def _drop(frame: Frame, names: list[str]) -> Frame:
    return frame.drop(names) if names else frame


def write_texts(frame: Frame, texts: Mapping[str, Codes]) -> Frame:
    """Join codes by expressions that every engine knows."""
    return _add(frame, {name: codes.text() for name, codes in texts.items()})


def _staged(outcomes: tuple[ColumnOutcome, ...], frame: Frame, write: Writer) -> Frame:
    """Work all outcomes stage by stage, so that what they share is worked once.

    The last stages come together: a result may have the name of another's fact.
    """
    longest = max(len(outcome.stages) for outcome in outcomes) - 1
    for place in range(longest):
        at_place = (o.stages[place] for o in outcomes if place < len(o.stages) - 1)
        frame = _add(frame, {n: e for stage in at_place for n, e in stage.items()})
    frame = _add(frame, {n: e for outcome in outcomes for n, e in outcome.stages[-1].items()})
    frame = write(frame, {n: codes for outcome in outcomes for n, codes in outcome.texts.items()})
    return _drop(frame, [name for outcome in outcomes for name in outcome.scratch])
