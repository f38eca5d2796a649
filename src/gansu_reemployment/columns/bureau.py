"""Measures over dataframes (批量计算): the same rule, a million rows.

A frame of any engine in :mod:`.columns.backends` is returned with columns added
(:mod:`.columns.working` names them); a lazy frame stays lazy. Amounts are Decimal yuan, or
whole fen where the call says ``money="fen"``; whole numbers without it are refused.
"""

from collections.abc import Mapping
from datetime import date
from functools import cached_property, lru_cache, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar, Unpack

from attrs import evolve, frozen

from gansu_reemployment.columns.backends import answer, count, names_of
from gansu_reemployment.columns.measures import ColumnMeasures
from gansu_reemployment.columns.offices import grouped_reliefs
from gansu_reemployment.columns.outcome import ColumnOutcome
from gansu_reemployment.columns.parquet import Evaluator, stream
from gansu_reemployment.columns.plan import Plan, Question, Stage, joined, reject
from gansu_reemployment.columns.profile import Profile
from gansu_reemployment.columns.reforms import Costing, cost_of, side_by_side, stacked, steps_of
from gansu_reemployment.columns.regions import Places
from gansu_reemployment.columns.reports import (
    added,
    code_columns,
    list_faults,
    summary,
)
from gansu_reemployment.columns.request import (
    Options,
    Request,
    column_measure,
    column_measures,
    day_of,
    places_of,
)
from gansu_reemployment.columns.schema import FrameColumn, Money, schema
from gansu_reemployment.columns.sql.queries import Queries
from gansu_reemployment.errors import ColumnsError
from gansu_reemployment.i18n import _
from gansu_reemployment.rulebook import Rulebook

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from gansu_reemployment.bureau import Bureau

#: A native frame of any supported library.
FrameT = TypeVar("FrameT")
#: The number of questions kept, each with the plan for frames without a profile.
_QUESTIONS: Final = 64


@frozen(slots=False)
class BureauColumns(ColumnMeasures, Queries):
    """The measures of a bureau that run over columns."""

    bureau: "Bureau"

    def schema(self, measure: str) -> tuple[FrameColumn, ...]:
        """Return the columns that a measure may read: names, terms, types, units and codes.

        Raises:
            UnknownNameError: no measure of that name runs over columns.
        """
        return schema(column_measure(measure, self.bureau))

    def work(
        self, measure: str, frame: FrameT, *, on: date | str, **options: Unpack[Options]
    ) -> FrameT:
        """Evaluate the measure of that name over *frame*, on a day or a column of days.

        *on* is a day, the text of one, or the name of a column.

        Every column that is read must be there, and a fact that is null is unknown: nothing is
        presumed, unless *in_order* is asked for, which marks what was. Amounts are Decimal yuan,
        or whole fen with ``money="fen"``. With *region*, the name of a column, each row is
        evaluated under the law of its own place.

        Raises:
            UnknownNameError: no measure of that name runs over columns.
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        result: FrameT = answer(self.question(measure, on=on, **options), frame)
        return result

    def question(self, measure: str, *, on: date | str, **options: Unpack[Options]) -> Question:
        """Return the question of a measure, which can be pickled for an engine elsewhere."""
        question: Question = self._asked(measure, on, **options)
        return question

    def outcome(self, measure: str, *, on: date | str, explain: bool = False) -> ColumnOutcome:
        """Return the expressions of a measure without a frame."""
        (outcome,) = self.question(measure, on=on, explain=explain).general.outcomes
        return outcome

    def office_offsets(
        self, entries: FrameT, tasks: FrameT, *, on: date | str, money: Money = "yuan"
    ) -> FrameT:
        """Group a relief ledger and offset it office by office (抵减汇总表).

        The columns of both frames are those of :func:`~.columns.offices.grouped_reliefs`.

        Raises:
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        return self.collection_offset(grouped_reliefs(entries, tasks, money), on=on, money=money)

    def assess(
        self,
        frame: FrameT,
        *,
        on: date | str,
        measures: "Sequence[str] | None" = None,
        codes: bool = False,
        **options: Unpack[Options],
    ) -> FrameT:
        """Evaluate several measures in one pass (综合认定), by default all with their columns.

        Rows that need a rule without a known value are undecided. With *codes* each possible
        refusal becomes a column of yes and no, such as ``hardship_refused_not_able``.

        Raises:
            UnknownNameError: a measure of *measures* does not run over columns.
            ColumnsError: no measure has its columns, or columns of *measures* are missing.
        """
        request = self.request(on, **options)
        found = (
            [column_measure(name, self.bureau, options.get("region")) for name in measures]
            if measures is not None
            else list(request.measures_of(names_of(frame)))
        )
        if not found:
            raise ColumnsError(_("The frame has the columns of no measure."))

        def plan(profile: Profile) -> Plan:
            return joined(request.plan(measure, profile) for measure in found)

        # Every possible refusal has its column, also where this frame rules it out.
        after: tuple[Stage, ...] = (code_columns(plan({})),) if codes else ()
        question = Question(lambda profile: _followed(plan(profile), after))
        result: FrameT = answer(question, frame)
        return result

    def summarise(self, frame: FrameT, by: "Sequence[str]" = ()) -> FrameT:
        """Count and add the results in a frame (汇总), for each combination of the keys *by*.

        There is a row for each combination, with ``rows``; for each measure with results in the
        frame ``<measure>_decided``, ``_refused``, ``_undecided`` and
        ``<measure>_refused_<code>`` for every refusal; for its fields ``<field>_sum`` of amounts
        and numbers and ``<field>_is_<code>`` of choices. A row with several refusals counts
        in each. A frame of Dask or Spark is counted part by part, at once.

        Raises:
            ColumnsError: a key is not a column of the frame, or the frame has no results, or has
                reasons as lists.
        """
        names = names_of(frame)
        lacking = [key for key in by if key not in names]
        own = self.bureau.host.measures(self.bureau.region)
        held = [m for m in column_measures(own) if f"{m.name}_reasons" in names]
        if lacking or not held:
            raise ColumnsError(
                _("The frame needs the columns {by} and results of a measure."), by=tuple(by)
            )
        reject(list(list_faults(frame, [m.name for m in held])))
        codes = {m.name: self.outcome(m.name, on="on").codes for m in held}
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
        money: Money = "yuan",
    ) -> FrameT:
        """Compute two results of a measure side by side (对比): two days, rulebooks or regions.

        The columns of the first begin with ``<measure>_before``, of the second with
        ``<measure>_after``. ``<measure>_changed`` is whether they differ, and ``<field>_change``
        by how much an amount or number rose; a refusal counts as nothing.

        Raises:
            UnknownNameError: the measure or a region does not exist.
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        days = on if isinstance(on, tuple) else (on, on)
        bureaus = [self.bureau, self.bureau]
        if regions:
            bureaus = [type(self.bureau).of(name, host=self.bureau.host) for name in regions]
        if rulebooks:
            bureaus = [b.with_rules(book) for b, book in zip(bureaus, rulebooks, strict=True)]
        sides = [bureau.columns for bureau in bureaus]
        result: FrameT = side_by_side(sides, measure, frame, days, region=region, money=money)
        return result

    def cost(
        self,
        measure: str,
        frame: FrameT,
        *,
        on: date | str,
        changes: Mapping[str, Any],
        since: date,
        **options: Unpack[Costing],
    ) -> FrameT:
        """Return the cost of a reform (成本测算): hypothetical *changes* of rules from *since* on.

        There is a row for each combination of the keys *by*, with ``rows``, ``weight``, the
        weight of the rows with another result in ``<measure>_changed``, the weighted sum of each
        ``<field>_change``, and in ``<field>_change_open`` the rows whose change is unknown.
        The options are those of :class:`~.columns.reforms.Costing`.

        Raises:
            UnknownNameError: the measure or a rule does not exist.
            AmendmentError: a value is of another type, or would never be in force.
            ColumnsError: columns are missing or of a wrong type; all of them are named.
        """
        after = self.bureau.supposing(changes, since=since)
        result: FrameT = cost_of((self, after.columns), measure, frame, on, **options)
        return result

    def decompose(
        self,
        measure: str,
        frame: FrameT,
        *,
        on: date | str,
        changes: Mapping[str, Any],
        since: date,
        **options: Unpack[Costing],
    ) -> FrameT:
        """Return the cost of a reform change by change (逐项分解), in the order of *changes*.

        The columns are those of :meth:`cost` after ``change``, the path of the rule. Each change
        is made on top of those before it, so the sums of a group add up to its cost.

        Raises:
            GansuError: as :meth:`cost`.
        """
        parts = [
            (path, cost_of((before.columns, after.columns), measure, frame, on, **options))
            for path, before, after in steps_of(self.bureau, changes, since)
        ]
        result: FrameT = stacked(parts)
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
        """Evaluate a file larger than memory into a Parquet file (大文件流式计算); return its rows.

        *source* is a Parquet file, or a CSV file in UTF-8 or gb18030 whose headings are the
        names or the Chinese terms of the facts. *engine* is ``polars`` or ``duckdb``.

        Raises:
            UnknownNameError: no measure of that name runs over columns.
            ColumnsError: columns are missing or of a wrong type; all of them are named.
            RegisterError: the source cannot be read.
        """
        question = self.question(measure, on=on, **options)
        return stream(question, Path(source), Path(target), engine)

    def request(self, on: date | str, **options: Unpack[Options]) -> Request:
        """Return what is asked of any measure: the bureau, the day, the places and the options."""
        places = self._places if options.get("region") else None
        return Request(bureau=self.bureau, on=day_of(on), places=places, **options)

    @cached_property
    def _asked(self) -> "Callable[..., Question]":
        """The questions asked before, so that their general plans are made once."""

        def ask(measure: str, on: date | str, **options: Any) -> Question:
            found = column_measure(measure, self.bureau, options.get("region"))
            return Question(partial(self.request(on, **options).plan, found))

        return lru_cache(_QUESTIONS)(ask)

    @cached_property
    def _places(self) -> Places:
        return places_of(self.bureau)


def _followed(plan: Plan, after: tuple[Stage, ...]) -> Plan:
    return evolve(plan, after=(*plan.after, *after))
