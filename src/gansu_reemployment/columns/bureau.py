"""Measures over dataframes (批量计算): the same rule, a million rows.

Any frame of the engines in :mod:`.columns.backends` comes back with columns added
(:mod:`.columns.working` names them); a lazy frame stays lazy. Amounts are whole fen, or yuan
if asked for.
"""

from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar, Unpack

from attrs import evolve, frozen

from gansu_reemployment.columns.backends import count, names_of, run
from gansu_reemployment.columns.job import Certain, Job, Money, Stage, sharpened
from gansu_reemployment.columns.measures import ColumnMeasures
from gansu_reemployment.columns.offices import grouped_reliefs
from gansu_reemployment.columns.outcome import ColumnOutcome
from gansu_reemployment.columns.parquet import Evaluator, stream
from gansu_reemployment.columns.plan import (
    Options,
    Question,
    column_measure,
    column_measures,
    join,
    places_of,
)
from gansu_reemployment.columns.regions import Places
from gansu_reemployment.columns.reports import SIDES, added, code_columns, compared, summary
from gansu_reemployment.columns.schema import FrameColumn, schema
from gansu_reemployment.errors import ColumnsError
from gansu_reemployment.i18n import _
from gansu_reemployment.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Sequence

    from gansu_reemployment.bureau import Bureau

#: A native frame of any library that is known.
FrameT = TypeVar("FrameT")


@frozen(slots=False)
class BureauColumns(ColumnMeasures):
    """The measures of a bureau that run over columns."""

    bureau: "Bureau"

    def schema(self, measure: str) -> tuple[FrameColumn, ...]:
        """Give the columns that a measure may read: names, terms, types, units and codes.

        Raises:
            UnknownNameError: no measure of that name runs over columns.
        """
        return schema(column_measure(measure, self.bureau))

    def work(
        self, measure: str, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Work the measure of that name over *frame*, on a day or a column of days.

        A column that the frame lacks has the default of its fact in every row, such as a tax
        that is not due; a fact without a default must have its column. A fact that is null is
        unknown. Amounts come as whole fen or as Decimal yuan. With *region*, the name of a
        column, each row is worked under the law of its own place.

        Raises:
            UnknownNameError: no measure of that name runs over columns.
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        result: FrameT = run(self.job(measure, on=on, **options), frame)
        return result

    def job(self, measure: str, *, on: date | str, **options: Unpack[Options]) -> Job:
        """Give a measure as a job that needs no bureau any more, for an engine elsewhere."""
        question = self._question(on, **options)
        found = column_measure(measure, self.bureau, options.get("region"))
        return sharpened(lambda certain: evolve(question, certain=certain).job(found))

    def outcome(self, measure: str, *, on: date | str, explain: bool = False) -> ColumnOutcome:
        """Give the expressions of a measure without a frame."""
        return self._question(on, explain=explain).outcome(column_measure(measure, self.bureau))

    def office_offsets(self, entries: FrameT, tasks: FrameT, *, on: date | str) -> FrameT:
        """Group a relief ledger and offset it office by office (抵减汇总表).

        The columns of both frames are those of :func:`~.columns.offices.grouped_reliefs`.
        """
        return self.collection_offset(grouped_reliefs(entries, tasks), on=on)

    def assess(
        self,
        frame: FrameT,
        *,
        on: date | str,
        measures: "Sequence[str] | None" = None,
        codes: bool = False,
        **options: Unpack[Options],
    ) -> FrameT:
        """Work several measures in one pass (综合认定), by default all whose columns are there.

        Where nobody knows a rule that a measure needs, its rows stay undecided. With *codes*
        each refusal that a measure may give becomes a column of yes and no, such as
        ``hardship_refused_not_able``.

        Raises:
            UnknownNameError: a measure of *measures* does not run over columns.
            ColumnsError: no measure can be worked, or columns of *measures* are missing.
        """
        question = self._question(on, **options)
        found = (
            [column_measure(name, self.bureau, options.get("region")) for name in measures]
            if measures is not None
            else list(question.measures_of(names_of(frame)))
        )
        if not found:
            raise ColumnsError(_("The frame has the columns of no measure."))

        def joined(certain: Certain) -> Job:
            asked = evolve(question, certain=certain)
            return join(asked.job(measure) for measure in found)

        # Every refusal that there may be has its column, also where this frame rules it out.
        after: tuple[Stage, ...] = (code_columns(joined({})),) if codes else ()
        job = sharpened(lambda certain: evolve(joined(certain), after=after))
        result: FrameT = run(job, frame)
        return result

    def summarise(self, frame: FrameT, by: "Sequence[str]" = ()) -> FrameT:
        """Count and add the results in a frame (汇总), for each combination of the keys *by*.

        There is a row for each combination, with ``rows``; for each measure whose results the
        frame holds ``<measure>_decided``, ``_refused``, ``_undecided`` and
        ``<measure>_refused_<code>`` for every refusal; for its fields ``<field>_sum`` of amounts
        and numbers and ``<field>_is_<code>`` of choices. A row with several refusals counts
        in each. A frame of Dask or Spark is counted part by part, at once.

        Raises:
            ColumnsError: a key is no column of the frame, or the frame holds no results.
        """
        names = names_of(frame)
        lacking = [key for key in by if key not in names]
        own = self.bureau.host.measures(self.bureau.region)
        held = [m for m in column_measures(own) if f"{m.name}_reasons" in names]
        if lacking or not held:
            raise ColumnsError(
                _("The frame needs the columns {by} and results of a measure."), by=tuple(by)
            )
        question = self._question("on")
        codes = {m.name: question.job(m).outcomes[0].codes for m in held}
        work, add = partial(summary, by=by, codes=codes), partial(added, keys=tuple(by))
        result: FrameT = count(work, add, frame)
        return result

    def compare(
        self,
        measure: str,
        frame: FrameT,
        *,
        on: date | str | tuple[date | str, date | str],
        rulebooks: tuple[Rulebook, Rulebook] | None = None,
        regions: tuple[str, str] | None = None,
        region: str | None = None,
        money: Money = "fen",
    ) -> FrameT:
        """Put two results of a measure side by side (对比): two days, rulebooks or regions.

        The columns of the first begin with ``<measure>_before``, of the second with
        ``<measure>_after``. ``<measure>_changed`` tells whether they differ, and
        ``<field>_change`` by how much an amount or number rose; a refusal counts as nothing.

        Raises:
            UnknownNameError: there is no such measure or region.
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        found = column_measure(measure, self.bureau, region)
        days = on if isinstance(on, tuple) else (on, on)
        bureaus = [self.bureau, self.bureau]
        if regions:
            bureaus = [type(self.bureau).of(name, host=self.bureau.host) for name in regions]
        if rulebooks:
            bureaus = [b.with_rules(book) for b, book in zip(bureaus, rulebooks, strict=True)]
        questions = [
            bureau.columns._question(day, region=region, money=money)  # noqa: SLF001
            for bureau, day in zip(bureaus, days, strict=True)
        ]

        def side_by_side(certain: Certain) -> Job:
            asked = (evolve(question, certain=certain) for question in questions)
            sides = [q.job(found, f"{measure}_{s}") for q, s in zip(asked, SIDES, strict=True)]
            return compared(found, sides)

        result: FrameT = run(sharpened(side_by_side), frame)
        return result

    def stream_parquet(
        self,
        source: Path | str,
        target: Path | str,
        measure: str,
        *,
        on: date | str,
        engine: Evaluator = "polars",
        **options: Unpack[Options],
    ) -> int:
        """Work a file larger than memory into a Parquet file (大文件流式计算); give its rows.

        *source* is a Parquet file, or a CSV file in UTF-8 or gb18030 whose headings are the
        names or the Chinese terms of the facts. *engine* is ``polars`` or ``duckdb``.

        Raises:
            UnknownNameError: no measure of that name runs over columns.
            ColumnsError: columns are missing or of a wrong type; all of them are named.
            RegisterError: the source cannot be read.
        """
        job = self.job(measure, on=on, **options)
        return stream(job, Path(source), Path(target), engine)

    def _question(self, on: date | str, **options: Unpack[Options]) -> Question:
        places = self._places if options.get("region") else None
        return Question(bureau=self.bureau, on=on, places=places, **options)

    @cached_property
    def _places(self) -> Places:
        return places_of(self.bureau)
