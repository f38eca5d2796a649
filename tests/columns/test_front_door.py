"""What a frame may hold and what is added: units, terms, days as texts, statuses, lists."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any, Final

import polars as pl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.errors import ColumnsError

DAY: Final = date(2003, 7, 1)
Engine = Callable[[pl.DataFrame], Any]
Back = Callable[[Any], pl.DataFrame]

columns = Bureau.of("天水市").columns


def faults_of(frame: Any, measure: str = "collection_offset", **options: Any) -> dict[str, str]:
    """Return the sentence of each fault of a frame by its column."""
    with pytest.raises(ColumnsError) as caught:
        columns.work(measure, frame, **{"on": DAY, **options})
    return {fault.path: fault.say() for fault in caught.value.faults}


@pytest.mark.parametrize("kind", [pl.Int64, pl.Int32, pl.UInt8])
def test_bare_whole_numbers_of_money_are_refused(engine: Engine, kind: Any) -> None:
    """Every column of whole numbers of money is named, with both right forms."""
    frame = pl.DataFrame(
        {"task": [100], "reliefs": [30], "collected": [Decimal("1.00")], "granted": [True]}
    )
    found = faults_of(engine(frame.with_columns(pl.col("task", "reliefs").cast(kind))))

    assert {"task", "reliefs"} == found.keys()
    assert found["task"].startswith("task: whole numbers may be yuan or fen")
    assert found["task"].endswith("for whole fen call with money='fen'")


def test_yuan_and_fen_are_the_same_amount(engine: Engine, back: Back) -> None:
    """Decimal yuan give yuan, and whole fen give fen where the call says so."""
    stated = {"collected": [Decimal("0.00")], "granted": [True]}
    yuan = pl.DataFrame({"task": [Decimal("1000.50")], "reliefs": [Decimal("300.25")], **stated})
    fen = pl.DataFrame({"task": [100_050], "reliefs": [30_025], **stated})
    day = date(2003, 9, 30)
    in_yuan = back(columns.collection_offset(engine(yuan), on=day))
    in_fen = back(columns.collection_offset(engine(fen), on=day, money="fen"))

    assert Decimal("300.25") == in_yuan["collection_offset_offset"][0]
    assert 30_025 == in_fen["collection_offset_offset"][0]


def test_ledger_of_offices_in_yuan() -> None:
    """The offset of offices takes Decimal yuan, and refuses whole numbers without a unit."""
    keys = {"authority": "local_tax", "tax": "business_tax", "year": 2003, "quarter": 3}
    entries = pl.DataFrame(
        {**keys, "office": ["甲", "甲", "乙"], "approved": True, "amount": ["1.00", "2.50", "9.00"]}
    ).with_columns(pl.col("amount").cast(pl.Decimal(12, 2)))
    tasks = pl.DataFrame(
        {**keys, "office": ["甲", "丙"], "task": "10.00", "collected": "3.25", "granted": True}
    ).with_columns(pl.col("task", "collected").cast(pl.Decimal(12, 2)))
    result = columns.office_offsets(entries, tasks, on=date(2003, 9, 30))

    assert [("丙", Decimal("0.00")), ("乙", Decimal("9.00")), ("甲", Decimal("3.50"))] == (
        result.select("office", "reliefs").sort("office").rows()
    )
    assert Decimal("6.50") in result["collection_offset_adjusted_task"].to_list()
    bare = entries.with_columns(amount=pl.lit(5))
    with pytest.raises(ColumnsError, match="amount: whole numbers may be yuan or fen"):
        columns.office_offsets(bare, tasks, on=DAY)


def test_terms_and_names_are_read_as_codes(
    people: pl.DataFrame, engine: Engine, back: Back
) -> None:
    """A frame with Chinese terms and upper-case names is decided as one with codes."""
    spelt = {"female": "女", "male": "MALE", "laid_off_soe": "国有企业下岗职工"}
    frame = people.with_columns(pl.col("sex", "group").replace(spelt))
    added = ["hardship", "hardship_status", "hardship_missing"]
    result = back(columns.hardship(engine(frame), on=DAY, status=True)).sort("n")

    assert frame["sex"].to_list() == result["sex"].to_list()
    expected = columns.hardship(people, on=DAY, status=True)
    assert expected.select(added).equals(result.select(added))


def test_enums_of_terms(people: pl.DataFrame) -> None:
    """An Enum or a Categorical of terms is read as the codes too, eager and lazy."""
    terms = people.with_columns(pl.col("sex").replace({"female": "女", "male": "男"}))
    expected = columns.hardship(people, on=DAY)["hardship"]
    for kind in (pl.Enum(["女", "男"]), pl.Categorical):
        frame = terms.with_columns(pl.col("sex").cast(kind))
        assert expected.equals(columns.hardship(frame, on=DAY)["hardship"])
        lazy = columns.hardship(frame.lazy(), on=DAY)
        assert expected.equals(lazy.collect()["hardship"])


def test_status_of_each_row(people: pl.DataFrame, engine: Engine, back: Back) -> None:
    """On request each row is decided, refused or undecided, as its reasons say."""
    result = back(columns.hardship(engine(people), on=DAY, status=True))
    wanted = {None: "decided", "fact-missing": "undecided"}
    expected = [wanted.get(reasons, "refused") for reasons in result["hardship_reasons"]]

    assert expected == result["hardship_status"].to_list()
    assert {"decided", "refused", "undecided"} == set(expected)


def test_reasons_as_lists(people: pl.DataFrame, engine: Engine, back: Back) -> None:
    """Reasons and missing facts are lists on request, null where there are none."""
    texts = columns.hardship(people, on=DAY)
    result = back(columns.hardship(engine(people), on=DAY, lists=True)).sort("n")
    for name in ("hardship_reasons", "hardship_missing"):
        expected = [text and text.split(";") for text in texts[name].to_list()]
        assert expected == result[name].to_list()


def test_lists_are_not_summarised(people: pl.DataFrame) -> None:
    """Sums count texts; a frame with lists says what to call instead."""
    frame = columns.hardship(people, on=DAY, lists=True)
    with pytest.raises(ColumnsError, match=r"hardship_reasons: .*without lists=True"):
        columns.summarise(frame)


@pytest.mark.parametrize("text", ["2003-07-01", "2003年7月1日"])
def test_a_day_as_text(people: pl.DataFrame, text: str) -> None:
    """A text that is a day is that day, not the name of a column."""
    assert columns.hardship(people, on=DAY).equals(columns.hardship(people, on=text))


def test_a_missing_column_of_days(people: pl.DataFrame) -> None:
    """A text that is no day is a column, and is named where the frame lacks it."""
    found = faults_of(people.rename({"n": "decided"}), "hardship", on="decided_on")
    assert (
        "decided_on: the column is missing, Date is needed; did you mean decided?"
        == (found["decided_on"])
    )


@pytest.mark.parametrize(
    ("column", "heading"),
    [("born_on", "birth_date"), ("born_on", "出生日期"), ("sex", "gender"), ("able", "ables")],
)
def test_a_missing_column_with_the_one_that_may_be_meant(
    people: pl.DataFrame, column: str, heading: str
) -> None:
    """A column under another heading, or a misspelt one, is suggested."""
    found = faults_of(people.rename({column: heading}), "hardship")
    assert [column] == list(found)
    assert found[column].endswith(f"did you mean {heading}?")


def with_largest(largest: int, kind: Any) -> pl.DataFrame:
    """Return a frame with a number that no task is."""
    return pl.DataFrame(
        {"task": [largest, 100], "reliefs": [10, 30], "collected": [0, 0], "granted": [True] * 2},
        schema_overrides=dict.fromkeys(["task", "reliefs", "collected"], kind),
    )


def test_numbers_larger_than_any(engine: Engine, back: Back) -> None:
    """A number that no amount or count can be is unknown, also in the widest column."""
    frame = with_largest(2**64 - 1, pl.UInt64)
    found = back(columns.collection_offset(engine(frame), on=DAY, money="fen"))

    assert [None, 30] == found["collection_offset_offset"].to_list()
    assert ["task", None] == found["collection_offset_missing"].to_list()
    assert [2**64 - 1, 100] == found["task"].to_list()


@pytest.mark.parametrize("largest", [2**100, -(2**100)])
def test_numbers_of_both_signs_larger_than_any(largest: int) -> None:
    """Columns of 128 bits have unknown numbers at both ends."""
    frame = with_largest(largest, pl.Int128)
    found = columns.collection_offset(frame, on=DAY, money="fen")

    assert ["task", None] == found["collection_offset_missing"].to_list()


@pytest.mark.parametrize("kind", [pl.Date, pl.Datetime])
@pytest.mark.parametrize("name", ["task", "granted"])
def test_a_fact_that_is_the_column_of_days(engine: Engine, name: str, kind: Any) -> None:
    """The day cannot be in the column of a fact that is no day."""
    frame = pl.DataFrame(
        {"task": [1], "reliefs": [1], "collected": [0], "granted": [True], name: [DAY]},
        schema_overrides={name: kind},
    )
    found = faults_of(engine(frame), on=name, money="fen")

    assert [name] == list(found)
    assert "Date" in found[name]


def test_a_column_of_days_without_any(engine: Engine, back: Back) -> None:
    """A column of nulls is a column of unknown days."""
    frame = pl.DataFrame(
        {"task": [1], "reliefs": [1], "collected": [0], "granted": [True], "day": [None]}
    )
    found = back(columns.collection_offset(engine(frame), on="day", money="fen"))

    assert ["day"] == found["collection_offset_missing"].to_list()
