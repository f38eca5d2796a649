"""Measures over dataframes (批量计算): the same rule, a million rows.

Any frame that narwhals knows comes back with columns added (:mod:`.working.columns` names
them); a lazy frame stays lazy. Amounts are whole fen.
"""

from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import attrs
import narwhals as nw
from attrs import frozen

from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.errors import ColumnsError, UnknownNameError
from gansu_reemployment.grouping import grouped_reliefs
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.working.columns import ColumnOutcome, ColumnWorking
from gansu_reemployment.working.expressions import encode
from gansu_reemployment.working.measure import Measure

if TYPE_CHECKING:
    from gansu_reemployment.bureau import Bureau

#: A native frame of any library that narwhals knows.
FrameT = TypeVar("FrameT")


@frozen
class BureauColumns:
    """The measures of a bureau that run over columns."""

    bureau: "Bureau"

    def certificate(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Say for every person of a register whether a certificate is due (再就业优惠证认定)."""
        return self.work("certificate", frame, on=on, explain=explain)

    def hardship(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Classify every person of a register (“4050”人员认定)."""
        return self.work("hardship", frame, on=on, explain=explain)

    def loan_terms(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Give the terms of every loan applied for (小额担保贷款)."""
        return self.work("loan_terms", frame, on=on, explain=explain)

    def interest_subsidy(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Give the subsidy of every settled period of a register (贴息)."""
        return self.work("interest_subsidy", frame, on=on, explain=explain)

    def guarantee_capacity(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Give what every guarantee fund of a table can carry (担保能力)."""
        return self.work("guarantee_capacity", frame, on=on, explain=explain)

    def progress(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Compare every count of a table with its target and the time elapsed (目标完成进度)."""
        return self.work("progress", frame, on=on, explain=explain)

    def tax_relief(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Work out the relief of every enterprise of a register (税收减免)."""
        return self.work("tax_relief", frame, on=on, explain=explain)

    def ordered_relief(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Relieve the taxes of every claimant in turn up to the limit (限额依次扣减)."""
        return self.work("ordered_relief", frame, on=on, explain=explain)

    def collection_offset(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Offset the relief of every office, tax and quarter of a frame (抵减收缴任务)."""
        return self.work("collection_offset", frame, on=on, explain=explain)

    def insurance_subsidy(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Work out the insurance subsidy of every person-month of a file (社会保险补贴核定)."""
        return self.work("insurance_subsidy", frame, on=on, explain=explain)

    def post_subsidy(self, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Work out the post subsidy of every person-month of a file (岗位补贴核定)."""
        return self.work("post_subsidy", frame, on=on, explain=explain)

    def office_offsets(self, entries: FrameT, tasks: FrameT, *, on: date | str) -> FrameT:
        """Group a relief ledger and offset it office by office (抵减汇总表).

        The columns of both frames are those of :func:`~.grouping.grouped_reliefs`.
        """
        return self.collection_offset(grouped_reliefs(entries, tasks), on=on)

    def work(self, measure: str, frame: FrameT, *, on: date | str, explain: bool = False) -> FrameT:
        """Work the measure of that name over *frame*, on a day or a column of days.

        A column that the frame lacks has the default of its fact in every row, such as a tax
        that is not due; a fact without a default must have its column.

        Raises:
            UnknownNameError: no measure of that name runs over columns.
            ColumnsError: the frame lacks columns; all of them are named.
        """
        outcome = self.outcome(measure, on=on, explain=explain)
        wrapped: Any = frame
        native: Any = nw.from_native(wrapped)
        needed = outcome.facts | ({on} if isinstance(on, str) else set())
        needed -= set(native.collect_schema().names())
        assumed = _defaults(_column_measure(measure), needed)
        lacking = sorted(needed - set(assumed))
        if lacking:
            raise ColumnsError(
                _("{measure} needs the columns {lacking}."), measure=measure, lacking=tuple(lacking)
            )
        if assumed:
            native = native.with_columns(*(nw.lit(v).alias(name) for name, v in assumed.items()))
        result: FrameT = _through(outcome, native).drop(list(assumed)).to_native()
        return result

    def outcome(self, measure: str, *, on: date | str, explain: bool = False) -> ColumnOutcome:
        """Give the expressions of a measure without a frame."""
        found = _column_measure(measure)
        working = ColumnWorking(
            on,
            found.facts,
            measure=found.name,
            explain=explain,
            conditions=self.bureau.basis(found).conditions,
        )
        result: ColumnOutcome = found.work(
            working, working.facts, self.bureau.rulebook.of(found.rules)
        )
        return result


def _through(outcome: ColumnOutcome, frame: Any) -> Any:
    """Let Polars see the stages as one query; other eager frames are worked as they are."""
    if isinstance(frame, nw.DataFrame) and frame.implementation.is_polars():
        return outcome.add_to(frame.lazy()).collect()
    return outcome.add_to(frame)


def _defaults(measure: Measure[Any, Any], names: frozenset[str]) -> dict[str, Any]:
    """Give the defaults of facts that have one, as a column holds them."""
    fields = {f.name: f.default for f in attrs.fields(measure.facts)}
    known = {name: fields[name] for name in sorted(names & set(fields))}
    return {name: encode(value) for name, value in known.items() if value is not None}


def _column_measure(name: str) -> Measure[Any, Any]:
    known = tuple(measure.name for measure in MEASURES.values() if measure.columns)
    if name not in known:
        raise UnknownNameError(Message(_("measure over columns")), name, known)
    return MEASURES[name]
