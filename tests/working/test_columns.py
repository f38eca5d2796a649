"""The working of a frame: which columns come out, how facts are read, and exact whole numbers."""

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from typing import Any, Final

import duckdb
import narwhals as nw
import polars as pl
import pytest
from attrs import field, frozen

from gansu_reemployment.columns.facts import MOST
from gansu_reemployment.columns.outcome import ColumnOutcome
from gansu_reemployment.columns.working import ColumnWorking
from gansu_reemployment.fact_model import CheckedFacts, fact, not_negative, positive
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.terms import Reason

DAY: Final = date(2004, 2, 29)
CITE: Final = Instrument("试字[2003]1号", "", (), DAY, None).at("第一条")
NO: Final = Reason("no", "It does not hold.")
#: Gives a frame to each engine, with the name and the way back.
Engines = Callable[[pl.DataFrame], Iterator[tuple[str, Any, Callable[[Any], pl.DataFrame]]]]


def dated(path: str, *values: tuple[date, Any]) -> Rule[Any]:
    """Write down a made-up rule."""
    return rule(path, "规定", "rule", *(Provision(since, value, CITE) for since, value in values))


NORM: Final = dated("sum.norm", (date(2003, 1, 1), Yuan(80_000)), (DAY, Yuan(90_000)))
RATE: Final = dated("sum.rate", (date(2003, 1, 1), Fraction(549, 10000)), (DAY, Fraction(1, 2)))
TRADES: Final = dated("sum.trades", (date(2003, 1, 1), frozenset({"food"})))
NEVER: Final = dated("sum.never")
ALWAYS: Final = dated("sum.always", (date(1990, 1, 1), Yuan(1)))


class Trade(Choice):
    """A made-up kind of business."""

    FOOD = "饮食", "food"
    BATHS = "桑拿", "baths"


@frozen(kw_only=True, slots=False)
class Sum(CheckedFacts):
    """Facts of several kinds; ``None`` means that nobody knows."""

    amount: Yuan | None = fact("金额", "amount", not_negative)
    hired: int | None = fact("招用", "hired", not_negative)
    staff: int | None = fact("职工", "staff", positive)
    paid: bool | None = fact("已缴", "paid")
    trade: Trade | None = fact("行业", "trade")
    born_on: date | None = fact("出生日期", "date of birth")
    name: str | None = fact("姓名", "name")


@frozen
class Inner:
    """A record within a record."""

    year_end: date = field(metadata={"zh": "年底", "en": "end of the year"})


@frozen
class Outer:
    """A record with another."""

    amount: Yuan = field(metadata={"zh": "金额", "en": "amount"})
    inner: Inner = field(metadata={"zh": "内", "en": "inner"})


def work(
    formula: Callable[[ColumnWorking, Any], ColumnOutcome],
    frame: pl.DataFrame,
    on: date | str = DAY,
    **options: Any,
) -> pl.DataFrame:
    """Work a formula over a frame and give the columns it adds."""
    w = ColumnWorking(on, Sum, measure="sum", **options)
    outcome = formula(w, w.facts)
    result: pl.DataFrame = outcome.add_to(nw.from_native(frame.lazy())).to_native().collect()
    return result.select([name for name in result.columns if name not in frame.columns])


def one(**values: Any) -> pl.DataFrame:
    """Give a frame of one row."""
    return pl.DataFrame({name: [value] for name, value in values.items()})


class TestResult:
    """The columns that are added."""

    def test_names(self) -> None:
        """Value, reasons and what is missing bear the name of the measure."""
        result = work(lambda w, c: w.outcome(c.amount), one(amount=7))
        assert {"sum": 7, "sum_reasons": None, "sum_missing": None} == result.to_dicts()[0]

    def test_records_are_flat(self) -> None:
        """Each field has a column, and those of an inner record have both names."""
        result = work(
            lambda w, c: w.outcome(Outer(amount=c.amount, inner=Inner(year_end=w.year_end()))),
            one(amount=7),
        )
        assert ["sum_amount", "sum_inner_year_end"] == result.columns[:2]
        assert (7, date(2004, 12, 31)) == result.row(0)[:2]

    def test_nothing_is_evaluated(self) -> None:
        """The outcome holds expressions and the names of the facts it reads, and no frame."""
        w = ColumnWorking(DAY, Sum, measure="sum")
        w.require(NORM, w.facts.paid, NO)
        outcome = w.outcome(w.facts.amount)
        assert {"amount", "paid"} == outcome.facts
        assert ("sum", ("no",)) == (outcome.measure, outcome.codes)

    def test_steps_and_citations_only_if_asked_for(self) -> None:
        """Explanations cost columns, so they are added on demand."""

        def formula(w: ColumnWorking, c: Any) -> ColumnOutcome:
            w.step("Norm of the day", w.use(NORM))
            w.step("rate", w.use(RATE))
            w.step("ratio", w.ratio(c.hired, c.staff))
            w.step("set", w.use(TRADES))
            w.branch(c.paid, lambda: w.step("if paid", c.amount), lambda: c.amount)
            w.branch(c.paid, lambda: c.amount, lambda: w.step("if not paid", c.amount))
            return w.outcome(w.step("sum", c.amount))

        frame = one(amount=7, hired=2, staff=4, paid=True)
        assert ["sum", "sum_reasons", "sum_missing"] == work(formula, frame).columns
        explained = work(formula, frame, explain=True).to_dicts()[0]
        assert (9_000_000, "1/2", "2/4") == (
            explained["sum_norm_of_the_day"],
            explained["sum_rate"],
            explained["sum_ratio"],
        )
        cited = "sum.norm@2004-02-29;sum.rate@2004-02-29;sum.trades@2003-01-01"
        assert cited == explained["sum_citations"]
        assert "sum_set" not in explained
        assert 7 == explained["sum_if_paid"]
        assert explained["sum_if_not_paid"] is None

    def test_step_gives_way_to_a_result_of_its_name(self) -> None:
        """The value of a row is the same with explanations and without."""

        def formula(w: ColumnWorking, c: Any) -> ColumnOutcome:
            amount = w.step("amount", c.amount) + Yuan(1)
            inner = Inner(year_end=w.year_end())
            return w.outcome(Outer(amount=amount, inner=inner))

        frame = one(amount=7)
        plain, explained = work(formula, frame), work(formula, frame, explain=True)
        assert 107 == plain["sum_amount"][0] == explained["sum_amount"][0]

    def test_reasons_are_joined_in_order(self) -> None:
        """A row with several refusals names all, and has no value."""

        def formula(w: ColumnWorking, c: Any) -> ColumnOutcome:
            w.require(NORM, c.paid, NO)
            w.refuse(NORM, c.amount > Yuan(0), Reason("other", "Another."))
            return w.outcome(c.amount)

        assert (None, "no;other", None) == work(formula, one(amount=7, paid=False)).row(0)
        assert (None, "no", "amount") == work(
            formula, one(amount=None, paid=False).cast({"amount": pl.Int64})
        ).row(0)

    def test_conditions_of_the_place(self) -> None:
        """Local conditions are worked at the end, on the same facts."""

        def local(w: Any, facts: Any) -> None:
            w.require(NORM, facts.paid, Reason("local", "The place says no."))

        result = work(
            lambda w, c: w.outcome(c.amount), one(amount=7, paid=False), conditions=(local,)
        )
        assert (None, "local", None) == result.row(0)


class TestFacts:
    """How a column is read as a fact."""

    def test_fact_that_does_not_exist(self) -> None:
        """A misspelt fact is an error, never a column that is missing."""
        with pytest.raises(AttributeError):
            ColumnWorking(DAY, Sum).facts.amonut  # noqa: B018 - reading is the test

    def test_unknown_code_is_a_question(self) -> None:
        """A code that no choice has is unknown, neither yes nor no."""
        frame = pl.DataFrame({"trade": ["food", "baths", "FOOD", None]})
        result = work(lambda w, c: w.outcome(c.trade == Trade.FOOD), frame)
        assert [True, False, None, None] == result["sum"].to_list()
        assert [None, None, "trade", "trade"] == result["sum_missing"].to_list()

    @pytest.mark.parametrize("dtype", [pl.Int8, pl.Int32, pl.UInt16, pl.Int64])
    def test_narrow_columns_are_widened(self, dtype: Any) -> None:
        """A product of narrow whole numbers does not wrap."""
        frame = one(hired=100).cast(dtype)
        result = work(lambda w, c: w.outcome(c.hired * c.hired * c.hired * 1000), frame)
        assert 1_000_000_000 == result["sum"][0]

    @pytest.mark.parametrize("name", ["amount", "hired", "paid", "trade", "born_on", "name"])
    def test_columns_of_nulls_have_any_type(self, name: str, engines: Engines) -> None:
        """A column that holds nothing, and so has no type, is unknown in every row."""
        asked: Callable[[Any, Any], Any] = {
            "amount": lambda w, c: w.share(c.amount, Fraction(1, 2)),
            "hired": lambda _w, c: c.hired * 2 >= 1,
            "paid": lambda w, c: w.choose(c.paid & True, 1, 2),
            "trade": lambda w, c: w.among(c.trade, frozenset(Trade)),
            "born_on": lambda w, c: w.reached(c.born_on, 40) | (w.full_years(c.born_on) > 1),
            "name": lambda _w, c: c.name == "甲",
        }[name]
        for engine, native, back in engines(pl.DataFrame({name: [None, None]})):
            w = ColumnWorking(DAY, Sum, measure="sum")
            frame: Any = nw.from_native(native)
            result = back(w.outcome(asked(w, w.facts)).add_to(frame).to_native())
            assert [name, name] == result["sum_missing"].to_list(), engine

    @pytest.mark.parametrize(
        ("name", "value"), [("amount", -1), ("staff", 0), ("hired", -5), ("hired", 10**9 + 1)]
    )
    def test_numbers_that_a_case_would_refuse(self, name: str, value: int) -> None:
        """A number that the checks of the facts refuse, or too large a one, is unknown."""
        result = work(lambda w, c: w.outcome(getattr(c, name)), one(**{name: value}))
        assert (None, "fact-missing", name) == result.row(0)

    def test_whole_of_zero(self) -> None:
        """A ratio to nothing is unknown, and so is a share by it."""
        frame = one(amount=0, hired=1, staff=1)
        result = work(lambda w, c: w.outcome(w.ratio(c.hired, c.amount)), frame)
        assert (None, "fact-missing", "amount") == result.row(0)


class TestDays:
    """A day of the law for each row."""

    def test_unknown_day_is_a_question(self) -> None:
        """A row without a day is undecided; the column of the day is named."""
        frame = pl.DataFrame({"on": [DAY, None], "amount": [1, 1]})
        result = work(lambda w, _c: w.outcome(w.use(NORM)), frame, on="on")
        assert [9_000_000, None] == result["sum"].to_list()
        assert [None, "on"] == result["sum_missing"].to_list()

    def test_row_before_the_rule(self) -> None:
        """A row of a day that no rule covers names the rule it needs."""
        frame = pl.DataFrame({"on": [date(2002, 12, 31), date(2003, 1, 1)]})
        result = work(lambda w, _c: w.outcome(w.use(NORM)), frame, on="on")
        assert ["fact-missing", None] == result["sum_reasons"].to_list()
        assert ["rule-not-known:sum.norm", None] == result["sum_missing"].to_list()

    @pytest.mark.parametrize("on", [DAY, "on"])
    def test_rule_without_rows(self, on: date | str) -> None:
        """A rule of unknown value leaves every row undecided, with the rule named."""
        result = work(lambda w, _c: w.outcome(w.use(NEVER)), one(on=DAY), on=on)
        assert [(None, "rule-not-known:sum.never")] == result["sum", "sum_missing"].rows()

    @pytest.mark.parametrize("on", [date(2002, 12, 31), "on"])
    def test_no_refusal_under_a_rule_not_in_force(self, on: date | str) -> None:
        """The rule of a refusal, and the one its condition needs, must be in force that day."""

        def formula(w: ColumnWorking, c: Any) -> ColumnOutcome:
            w.require(NORM, c.paid, NO)
            w.require(NEVER, c.paid, NO)
            w.require(ALWAYS, c.amount >= w.use(NORM), NO)
            return w.outcome(c.amount)

        frame = one(on=date(2002, 12, 31), paid=False, amount=1)
        result = work(formula, frame, on=on)
        assert ["fact-missing"] == result["sum_reasons"].to_list()
        assert ["rule-not-known:sum.never;rule-not-known:sum.norm"] == result[
            "sum_missing"
        ].to_list()

    def test_dated_amounts_do_not_wrap(self, engines: Engines) -> None:
        """The product of two dated values is a whole number of 64 bits on every engine."""
        frame = pl.DataFrame({"n": [0, 1], "on": [date(2003, 1, 1), DAY]})
        w = ColumnWorking("on", Sum, measure="sum")
        outcome = w.outcome(w.share(w.use(NORM), w.use(RATE)))
        for engine, native, back in engines(frame):
            wrapped: Any = nw.from_native(native)
            result = back(outcome.add_to(wrapped).to_native()).sort("n")
            assert [439_200, 4_500_000] == result["sum"].to_list(), engine
            assert pl.Int64 == result["sum"].dtype, engine


MOST_FEN: Final = MOST[Yuan]
#: A ratio of two amounts is exact while the square of the larger fits: up to this whole.
MOST_WHOLE: Final = 2**31 - 1


class TestRanges:
    """The ranges in which whole numbers of 64 bits are exact, and what lies beyond."""

    @pytest.mark.parametrize("amount", [0, 1, 2, MOST_FEN - 1, MOST_FEN])
    @pytest.mark.parametrize(
        "ratio",
        [Fraction(0), Fraction(1, 2), Fraction(549, 10000), Fraction(9999, 10000), Fraction(3)],
    )
    def test_share_of_a_plain_ratio(self, engines: Engines, amount: int, ratio: Fraction) -> None:
        """A ratio of a rule is exact for every amount from nothing to the largest."""
        w = ColumnWorking(DAY, Sum, measure="sum")
        outcome = w.outcome(w.share(w.facts.amount, ratio))
        for engine, native, back in engines(one(amount=amount)):
            frame: Any = nw.from_native(native)
            result = back(outcome.add_to(frame).to_native())
            assert Yuan.from_fen(amount).share(ratio).fen == result["sum"][0], engine

    @pytest.mark.parametrize("part", [0, 1, MOST_WHOLE // 2, MOST_WHOLE - 1, MOST_WHOLE])
    @pytest.mark.parametrize("amount", [1, MOST_WHOLE, MOST_FEN - 1])
    def test_share_of_a_ratio_of_amounts(self, engines: Engines, amount: int, part: int) -> None:
        """A share by two amounts is exact up to a whole of 21,474,836.47 yuan."""
        frame = one(part=part, whole=MOST_WHOLE, amount=amount)
        column = _share_of_columns()
        expected = Yuan.from_fen(amount).share(Fraction(part, MOST_WHOLE)).fen
        for engine, native, back in engines(frame):
            wrapped: Any = nw.from_native(native)
            result = back(wrapped.with_columns(column.alias("share")).to_native())
            assert expected == result["share"][0], engine

    def test_engines_beyond_the_range(self, engines: Engines) -> None:
        """Beyond 64 bits Polars and PyArrow wrap without a word, and DuckDB stops."""
        seen = {}
        for engine, native, back in engines(one(amount=2**62)):
            wrapped: Any = nw.from_native(native)
            try:
                result = back(wrapped.with_columns(double=nw.col("amount") * 2).to_native())
                seen[engine] = str(result["double"][0])
            except duckdb.OutOfRangeException as problem:
                seen[engine] = type(problem).__name__
        wrapped_round = str(-(2**63))
        assert {
            "polars": wrapped_round,
            "polars lazy": wrapped_round,
            "duckdb": "OutOfRangeException",
            "pyarrow": wrapped_round,
        } == seen

    def test_share_below_zero(self) -> None:
        """No fact is below zero; of an amount that a formula made so, half a fen goes upwards."""
        result = work(
            lambda w, c: w.outcome(w.share(c.amount - Yuan("0.02"), Fraction(1, 2))), one(amount=1)
        )
        assert (0, Yuan("-0.01")) == (result["sum"][0], Yuan("-0.01").share(Fraction(1, 2)))


def _share_of_columns() -> nw.Expr:
    """Give the share of an amount by the ratio of two others, from columns of any range."""
    from gansu_reemployment.columns.arithmetic import half_up
    from gansu_reemployment.columns.terms import Column, Ratio

    ratio = Ratio(Column(nw.col("part")), Column(nw.col("whole")))
    return half_up(Column(nw.col("amount")), ratio, lambda term: term).expr
