"""Tables by band: values by age in a rule of a place, alike for cases and columns."""

import pickle
from collections.abc import Sequence
from datetime import date
from typing import Any, Generic

import polars as pl
import pytest
from attrs import frozen

from gansu_reemployment import Bureau
from gansu_reemployment import plugins as p
from gansu_reemployment.errors import RulebookError
from gansu_reemployment.law.bands import Band
from gansu_reemployment.working.arithmetic import arithmetic
from gansu_reemployment.working.traced import plain

FIRST, SECOND = date(2003, 7, 1), date(2004, 7, 1)
RULES = p.Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市人民政府",), FIRST, FIRST)
OLD = p.ByBand.of(p.Yuan(100), {40: p.Yuan(200), 45: p.Yuan(300)})
NEW = p.ByBand.of(p.Yuan(150), {50: p.Yuan(400)})


@frozen(kw_only=True, slots=False)
class Aged(p.CheckedFacts, Generic[p.U]):
    """A person of an age."""

    age: int | p.U = p.fact("年龄", "age")


@p.rule_table("test_bands", checked=FIRST)
class BandRules:
    """A standard by age."""

    amounts: p.Rule[p.ByBand[p.Yuan]] = p.stated(
        "分档标准",
        "amounts by age",
        p.Provision(FIRST, OLD, RULES.at("第七条")),
        p.Provision(SECOND, NEW, RULES.at("第七条")),
    )


@p.measure("分档补贴", "subsidy by age")
def banded(w: p.Working, aged: Aged[p.Known], rules: BandRules) -> p.Yuan:
    """Compute the amount for an age."""
    return w.in_band(w.use(rules.amounts), aged.age)


class Plugin:
    """Speaks for 武威市."""

    @p.hookimpl
    def local_rules(self) -> p.LocalRules:
        """Return nothing but the region."""
        return p.LocalRules(region="武威市")

    @p.hookimpl
    def local_measures(self) -> Sequence[p.Measure[Any, Any]]:
        """Return the measure."""
        return [banded]


@pytest.fixture(name="bureau", scope="module")
def _bureau() -> Bureau:
    return Bureau.of("武威市", host=p.load_host([p.Source.of(Plugin())], strict=True))


AGES = (None, 0, 39, 40, 44, 45, 49, 50, 60)


@pytest.mark.parametrize("on", [FIRST, SECOND])
def test_case_and_column_agree(bureau: Bureau, on: date) -> None:
    """On each day, and over a column of days, the row of an age has the value of the case."""
    table = OLD if on == FIRST else NEW
    wanted = [None if age is None else table.at(age).fen for age in AGES]
    frame = pl.DataFrame({"age": pl.Series(AGES, dtype=pl.Int64)}).with_columns(on=pl.lit(on))

    cases = [bureau.work("banded", Aged(age=age), on=on).value for age in AGES]
    assert wanted == [None if value is None else value.fen for value in cases]
    assert wanted == bureau.columns.work("banded", frame, on=on, money="fen")["banded"].to_list()
    both = pl.concat([frame, frame.with_columns(on=pl.lit(date(2003, 6, 30)))])
    added = bureau.columns.work("banded", both, on="on", money="fen")["banded"].to_list()
    assert [*wanted, *([None] * len(AGES))] == added


def test_unknown_number_is_asked_for(bureau: Bureau) -> None:
    """Without the age there is no band."""
    assert ("age",) == bureau.work("banded", Aged(), on=FIRST).missing


def test_amount_of_the_band_has_no_arithmetic(bureau: Bureau) -> None:
    """The amount of a band is read, not computed."""
    found = arithmetic(bureau.work("banded", Aged(age=44), on=FIRST))
    assert p.Yuan(200) == plain(found.result)
    assert found.of_field("", "en") is None


def test_explanation_and_file_show_the_table(bureau: Bureau) -> None:
    """The whole table is shown with its source, and is written to a file."""
    outcome = bureau.work("banded", Aged(age=44), on=FIRST)
    told = "分档标准：40以下：100.00元，40起：200.00元，45起：300.00元（武威市）"
    assert told in outcome.explain("zh_CN")
    assert pickle.loads(pickle.dumps(OLD)) == OLD  # noqa: S301 - our own bytes


@pytest.mark.parametrize("bands", [(), (Band(45, 1), Band(40, 2)), (Band(40, 1), Band(40, 2))])
def test_bands_rise(bands: tuple[Band[int], ...]) -> None:
    """Bands out of order would hide each other."""
    with pytest.raises(RulebookError, match="rising numbers"):
        p.ByBand(0, bands)
