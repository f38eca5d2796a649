"""A frame in memory is looked at first: a column is certain only if no row of it can be open."""

import pickle
from datetime import date
from decimal import Decimal
from typing import Any, Final

import dask.dataframe as dd
import polars as pl
import pytest
from attrs import evolve

from gansu_reemployment import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns import profile as module
from gansu_reemployment.columns.backends import answer
from gansu_reemployment.columns.coded import CODED, SAMPLE, with_places
from gansu_reemployment.columns.facts import MOST
from gansu_reemployment.columns.profile import ColumnProfile, code_faults, profile_of
from gansu_reemployment.columns.schema import FrameColumn, schema
from gansu_reemployment.columns.soundness import with_sound
from gansu_reemployment.errors import ColumnsError
from gansu_reemployment.measures.taxes.year_income import YearIncome

DAY: Final = date(2003, 7, 1)
COLUMNS: Final = {
    column.name: column
    for name in ("insurance_subsidy", "hardship")
    for column in schema(MEASURES[name])
}
#: Sums of money, which are no less than nothing; months, which are above zero.
WAGE: Final = COLUMNS["wage"]
MONTHS: Final = COLUMNS["months"]
SEX: Final = COLUMNS["sex"]
MOST_FEN: Final = MOST[WAGE.kind]


def profile(column: FrameColumn, values: list[Any], kind: Any = None) -> ColumnProfile | None:
    """Profile one column, which may be of codes."""
    frame = pl.DataFrame({column.name: pl.Series(values, dtype=kind)})
    return profile_of(with_places(frame, [column]), [column]).get(column)


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0, MOST_FEN], ColumnProfile((0, MOST_FEN), exact=True)),
        ([0, MOST_FEN + 1], None),
        ([-1, 5], None),
        ([5, None], ColumnProfile((5, 5), exact=True, gaps=True)),
        ([None], ColumnProfile(exact=True, gaps=True)),
        ([], ColumnProfile(exact=True)),
    ],
)
def test_amounts(values: list[int], expected: ColumnProfile | None) -> None:
    """Amounts need no check from nothing to the largest exact one; some may be unknown."""
    assert expected == profile(WAGE, values, pl.Int64)


def test_yuan_count_as_fen() -> None:
    """Decimal yuan are compared with the same limits, in fen."""
    kind = pl.Decimal(20, 2)
    most = Decimal(MOST_FEN) / 100
    assert ColumnProfile((150, MOST_FEN), exact=True) == profile(
        WAGE, [Decimal("1.50"), most], kind
    )
    assert profile(WAGE, [most + Decimal("0.01")], kind) is None


@pytest.mark.parametrize(("least", "certain"), [(0, False), (1, True)])
def test_a_number_above_zero(least: int, *, certain: bool) -> None:
    """A number that must be above zero is not certain at zero."""
    assert certain is (profile(MONTHS, [least, 3], pl.Int32) is not None)


def test_codes() -> None:
    """Texts need no check if each is a code; they are compared by their places among the codes."""
    codes = ("female", "male")
    assert ColumnProfile(texts=codes, exact=True) == profile(SEX, ["female", "male"])
    assert ColumnProfile(texts=codes, exact=True, gaps=True) == profile(SEX, ["female", None])
    assert ColumnProfile(texts=codes) == profile(SEX, ["female"], pl.Categorical)
    assert profile(SEX, ["female", "unknown"]) is None
    turned = profile(SEX, ["female"], pl.Enum(["male", "female"]))
    assert ColumnProfile(texts=("male", "female")) == turned
    assert profile(SEX, ["female"], pl.Enum(["female", "other"])) is None


@pytest.mark.parametrize("column", [SEX, COLUMNS["group"]], ids=["few codes", "many codes"])
def test_places(column: FrameColumn) -> None:
    """The places are those among the codes, null where there is no text."""
    codes = [*column.codes, None]
    frame = with_places(pl.DataFrame({column.name: codes}), [column])
    assert [*range(len(column.codes)), None] == frame[f"{CODED}{column.name}"].to_list()


@pytest.mark.parametrize("rows", [0, 1, 2, 9])
def test_many_rows(monkeypatch: pytest.MonkeyPatch, rows: int) -> None:
    """A frame too large for the cache is looked at in another way, with the same answers."""
    columns = schema(MEASURES["trader_income_tax"])
    held = {"income": [n * 7 % 5 + 2 for n in range(rows)], "losses": [2] * rows}
    frame = pl.DataFrame(held, schema=dict.fromkeys(held, pl.Int64))
    few = with_sound(frame, profile_of(frame, columns), YearIncome.impossible)
    monkeypatch.setattr(module, "_MANY", 1)
    many = with_sound(frame, profile_of(frame, columns), YearIncome.impossible)
    assert few == many
    assert {bool(rows)} == {found.span is not None for found in many.values()}


@pytest.mark.parametrize(
    ("values", "every"),
    [([True, True], True), ([False], False), ([True, False], None), ([], None)],
)
def test_yes_and_no(values: list[bool], *, every: bool | None) -> None:
    """Where every row holds the same, that is known."""
    assert ColumnProfile(constant=every, exact=True) == profile(COLUMNS["able"], values, pl.Boolean)


def test_days() -> None:
    """Days are certain with the first and the last of them, times of day counted as days."""
    times = pl.Series(["2003-07-01 23:00", "2003-07-02 00:00"]).str.to_datetime()
    expected = ColumnProfile((date(2003, 7, 1), date(2003, 7, 2)), exact=True)
    assert expected == profile(COLUMNS["born_on"], times.to_list(), pl.Datetime("ms"))


def test_a_column_that_is_not_there() -> None:
    """A column that the frame may lack has its default in every row; any other is open."""
    frame = pl.DataFrame({"n": [1]})
    columns = schema(MEASURES["collection_offset"])
    assert {} == profile_of(frame, columns)
    optional = evolve(columns[-1], default=True)
    assert {optional: ColumnProfile(constant=True)} == profile_of(frame, [*columns, optional])


@pytest.mark.parametrize("odd", [None, -1, MOST_FEN, MOST_FEN + 1])
def test_one_odd_row_leaves_the_others_as_they_are(odd: int | None) -> None:
    """The way a frame is worked does not show in its results."""
    frame = pl.DataFrame(
        {
            "task": [100_00, 100_00],
            "reliefs": [0, odd],
            "collected": [50_00, 50_00],
            "granted": [True, True],
        },
        schema={
            "task": pl.Int64,
            "reliefs": pl.Int64,
            "collected": pl.Int64,
            "granted": pl.Boolean,
        },
    )
    work = Bureau.of("天水市").columns.collection_offset
    lazy = work(frame.lazy(), on=DAY, money="fen").collect()
    assert lazy.equals(work(frame, on=DAY, money="fen"))


def of_another_spelling() -> pl.DataFrame:
    """Build a frame that has another language instead of codes."""
    no = {key: [False] for key in ("employed", "retired", "internally_retired")}
    yes = {key: [True] for key in ("able", "willing")}
    return pl.DataFrame(
        {"sex": ["weiblich"], "group": ["laid_off_soe"], "born_on": [date(1960, 1, 1)], **yes, **no}
    )


def test_a_column_without_any_code_is_told() -> None:
    """Other texts than codes and terms leave no row decided, so they are a fault of the frame."""
    frame = of_another_spelling()
    with pytest.raises(ColumnsError, match="sex: 'weiblich' is none of female, male, 女, "):
        Bureau.of("天水市").columns.hardship(frame, on=DAY)
    with pytest.raises(ColumnsError, match="sex: 'weiblich' is none of female, male, 女, "):
        Bureau.of("天水市").columns.hardship(frame.to_pandas(), on=DAY)


def test_number_of_a_person_in_a_column_of_codes_is_masked() -> None:
    """An identity number where codes should be is not shown whole."""
    frame = of_another_spelling().with_columns(sex=pl.lit("11010519491231002X"))
    with pytest.raises(ColumnsError, match=r"sex: '1101\*{12}2X' is none of female"):
        Bureau.of("天水市").columns.hardship(frame, on=DAY)


def test_a_part_of_a_frame_may_be_without_codes() -> None:
    """On a cluster each part has its own rows: odd ones are undecided, and told one by one."""
    frame = of_another_spelling()
    parts: Any = dd.from_pandas(frame.to_pandas(), npartitions=1)  # type: ignore[no-untyped-call]
    result = Bureau.of("天水市").columns.hardship(parts, on=DAY).compute()
    assert ["sex"] == result["hardship_missing"].to_list()
    question = Bureau.of("天水市").columns.question("hardship", on=DAY)
    assert not pickle.loads(pickle.dumps(question)).whole  # noqa: S301 - made a line above


def test_measures_may_have_codes_of_their_own_in_one_column() -> None:
    """A column with the codes of one measure is no mistake because another has other codes."""
    name, other = SEX, evolve(SEX, kind=COLUMNS["group"].kind)
    frame = pl.DataFrame({"sex": ["female"]})
    found = profile_of(with_places(frame, [name, other]), [name, other])
    assert {} == found
    assert [] == list(code_faults(frame, [name, other], found))
    (fault,) = code_faults(pl.DataFrame({"sex": ["妇"]}), [name, other], {})
    assert "sex" == fault.path


def test_codes_after_the_first_rows() -> None:
    """A column whose first code comes late is no fault."""
    late = pl.DataFrame({"sex": ["妇"] * SAMPLE + ["female"]})
    assert [] == list(code_faults(late, [SEX], {}))
    assert ["sex"] == [fault.path for fault in code_faults(late.head(SAMPLE), [SEX], {})]


def test_a_question_in_another_process() -> None:
    """A question that was pickled has the general plan, and answers as before."""
    question = Bureau.of("天水市").columns.question("collection_offset", on=DAY, money="fen")
    other = pickle.loads(pickle.dumps(question))  # noqa: S301 - made a line above
    assert other.general.added == question.general.added
    frame = pl.DataFrame({"task": [5], "reliefs": [3], "collected": [4], "granted": [True]})
    assert answer(question, frame).equals(answer(other, frame))
