"""Several measures in one pass, sums by keys, and two results side by side."""

from collections.abc import Callable
from datetime import date
from typing import Any

import polars as pl
import pytest

from gansu_reemployment import Bureau
from gansu_reemployment.errors import ColumnsError
from gansu_reemployment.rulebook import Rulebook

DAY = date(2003, 7, 1)
Engine = Callable[[pl.DataFrame], Any]
Back = Callable[[Any], pl.DataFrame]

bureau = Bureau.of("天水市")
columns = bureau.columns


def test_assess_is_each_measure(offsets: pl.DataFrame, people: pl.DataFrame) -> None:
    """One pass over one frame gives what each measure gives alone."""
    frame = people.join(offsets, on="n")
    both = columns.assess(frame, on=DAY, money="fen")
    alone = columns.collection_offset(columns.hardship(frame, on=DAY), on=DAY, money="fen")

    assert alone.equals(both.select(alone.columns))


def test_assess_named_measures(people: pl.DataFrame) -> None:
    """Only the measures asked for are worked, and one that lacks a column is told."""
    result = columns.assess(people, on=DAY, measures=["hardship"])
    assert columns.hardship(people, on=DAY).equals(result)
    with pytest.raises(ColumnsError, match="enterprise: the column is missing"):
        columns.assess(people, on=DAY, measures=["hardship", "tax_relief"])


def test_assess_without_any_measure() -> None:
    """A frame with the columns of no measure is told."""
    with pytest.raises(ColumnsError, match="of no measure"):
        columns.assess(pl.DataFrame({"a": [1]}), on=DAY, money="fen")


def test_codes_as_columns(people: pl.DataFrame) -> None:
    """Each refusal is a column of yes and no that says what the joined codes say."""
    result = columns.assess(people, on=DAY, measures=["hardship"], codes=True)
    reasons = result["hardship_reasons"].fill_null("").str.split(";")
    for code in ("not-able", "not-willing", "employed", "not-in-entitled-group"):
        name = f"hardship_refused_{code.replace('-', '_')}"
        assert [code in each for each in reasons.to_list()] == result[name].to_list()


def test_no_law_leaves_rows_undecided(people: pl.DataFrame) -> None:
    """Before any rule every row is undecided, and says which rule is not known."""
    facts = columns.schema("hardship")
    asked = {c.name: None for c in facts if not c.optional and c.name not in people.columns}
    frame = people.with_columns(**asked)
    result = columns.assess(frame, on=date(1990, 1, 1), measures=["hardship"])

    assert {"fact-missing"} == set(result["hardship_reasons"])
    missing = [names.split(";") for names in result["hardship_missing"]]
    assert all("rule-not-known:hardship.scope" in names for names in missing)


def test_summary(people: pl.DataFrame) -> None:
    """Rows by key are counted once as decided, refused or undecided, refusals one by one."""
    assessed = columns.hardship(people, on=DAY)
    result = columns.summarise(assessed, ["willing"]).to_dicts()
    for each in result:
        own = assessed.filter(pl.col("willing") == each["willing"])
        reasons = own["hardship_reasons"]
        undecided = (reasons == "fact-missing").sum()
        assert own.height == each["rows"]
        assert reasons.null_count() == each["hardship_decided"]
        assert undecided == each["hardship_undecided"]
        assert own.height - reasons.null_count() - undecided == each["hardship_refused"]
        assert (own["hardship"] == "older").sum() == each["hardship_is_older"]
        assert reasons.str.contains("not-able").sum() == each["hardship_refused_not_able"]


def test_summary_of_amounts(offsets: pl.DataFrame, engine: Engine, back: Back) -> None:
    """Amounts are added to the fen on every engine, in all and by a key that may be unknown."""
    worked = columns.collection_offset(offsets, on=DAY, money="fen")
    frame = engine(worked)
    total = back(columns.summarise(frame))
    by_key = back(columns.summarise(frame, ["granted"]))

    assert [worked["collection_offset_offset"].sum()] == total[
        "collection_offset_offset_sum"
    ].to_list()
    expected = columns.summarise(worked, ["granted"])
    assert expected.sort("granted").equals(by_key.sort("granted"))


def test_summary_needs_results(people: pl.DataFrame) -> None:
    """A frame without results, or without a key, is told."""
    with pytest.raises(ColumnsError, match="needs the columns sex"):
        columns.summarise(people, ["sex"])
    with pytest.raises(ColumnsError, match="needs the columns county"):
        columns.summarise(columns.hardship(people, on=DAY), ["county"])


def test_two_days(people: pl.DataFrame) -> None:
    """A row changes where the law of the two days says different things of it."""
    days = (date(2003, 2, 1), date(2005, 2, 1))
    result = columns.compare("hardship", people, on=days)
    first, second = (columns.hardship(people, on=day) for day in days)
    expected = [a != b for a, b in zip(first.rows(), second.rows(), strict=True)]

    assert expected == result["hardship_changed"].to_list()
    assert first["hardship"].to_list() == result["hardship_before"].to_list()
    assert second["hardship"].to_list() == result["hardship_after"].to_list()


@pytest.mark.parametrize("money", ["fen", "yuan"])
def test_change_of_amounts(
    offsets: pl.DataFrame, engine: Engine, back: Back, in_money: Any, money: Any
) -> None:
    """Where nothing was decided before there is a change, of an amount that nobody knows."""
    offsets = in_money(offsets, money, "task", "reliefs", "collected")
    before, after = date(2003, 6, 1), date(2003, 9, 1)
    result = back(
        columns.compare("collection_offset", engine(offsets), on=(before, after), money=money)
    ).sort("n")
    later = columns.collection_offset(offsets, on=after, money=money)

    assert (later["collection_offset_reasons"].fill_null("") != "fact-missing").to_list() == result[
        "collection_offset_changed"
    ].to_list()
    assert offsets.height == result["collection_offset_offset_change"].null_count()


def test_rulebooks_and_regions(people: pl.DataFrame) -> None:
    """The same rules, or the same law in two places, change no row."""
    book = bureau.rulebook
    same = columns.compare("hardship", people, on=DAY, rulebooks=(book, Rulebook.national()))
    places = columns.compare("hardship", people, on=DAY, regions=("天水市", "武威市"))

    assert 0 == same["hardship_changed"].sum() == places["hardship_changed"].sum()
