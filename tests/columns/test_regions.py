"""Each row under the law of its own place, as a case worked there; nowhere is no place."""

from datetime import date
from fractions import Fraction
from typing import Any, Final

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gansu_reemployment import Bureau
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.columns.regions import Places
from gansu_reemployment.columns.request import places_of
from gansu_reemployment.errors import ColumnsError
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Amendment, Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.measures.loans.loan.rules import Purpose
from gansu_reemployment.measures.loans.loan.terms import LoanApplication
from gansu_reemployment.money import Yuan
from gansu_reemployment.plugins.hooks import LocalCondition, LocalRules, hookimpl
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.terms import Reason

CITE: Final = Instrument("试字[2003]1号", "", (), date(2003, 1, 1), None).at("第一条")
DAY: Final = date(2003, 7, 1)
#: Where the rows are; the last two are no places.
PLACES: Final = ("甘肃省", "天水市", "621100", "Wuwei City", "麦积区", "nowhere", None)
FEW: Final = Reason("too-many-partners", "There are too many partners.")


@rule_table("test_regions", checked=DAY)
class PartnerRules:
    """The partners that a place allows."""

    partners: Rule[int] = stated("合伙人数", "partners", Provision(date(2003, 1, 1), 5, CITE))


@formula
def few_partners(w: Working, application: Any, rules: PartnerRules) -> None:
    """Refuse who applies with more than five partners."""
    w.require(rules.partners, application.partners <= w.use(rules.partners), FEW)


class _Local:
    """Local rules of two prefectures, and a condition in one of them."""

    @hookimpl
    def local_rules(self) -> list[LocalRules]:
        """Give different largest loans."""
        return [
            LocalRules(
                region=region,
                amendments=(Amendment("loan.norm", date(2003, 1, 1), amount, CITE, region),),
                conditions=conditions,
            )
            for region, amount, conditions in (
                ("620500", Yuan(30_000), (LocalCondition("loan_terms", few_partners),)),
                ("621100", Yuan(25_000), ()),
            )
        ]


@pytest.fixture(name="host", scope="module")
def _host() -> Host:
    return load_host([Source("local", "local", "1", _Local)], strict=True)


def row(place: str | None, **facts: Any) -> dict[str, Any]:
    """Give a row of a loan applied for, with the place."""
    known: dict[str, Any] = {
        "born_on": date(1960, 5, 1),
        "certified": True,
        "partners": 1,
        "requested": 9_000_000,
        "months": 24,
        "micro_profit": True,
        "uplift": 0,
        "own_funds_short": True,
        "purpose": "working_capital",
        "healthy": True,
        "creditworthy": True,
        "skilled": True,
        "recommended": True,
        "examined": True,
        "guaranteed": True,
    }
    return {**known, **facts, "place": place}


def frame_of(rows: list[dict[str, Any]]) -> pl.DataFrame:
    """Put rows into a frame that has every column that may be asked for."""
    kinds = {
        "Boolean": pl.Boolean,
        "Int64": pl.Int64,
        "Decimal": pl.Int64,
        "Date": pl.Date,
    }
    columns = Bureau.of().columns.schema("loan_terms")
    optional = {c.name for c in columns if c.optional}
    schema = {c.name: kinds.get(c.holds, pl.String) for c in columns if c.name not in optional}
    held = {name for each in rows for name in each}
    schema |= {c.name: kinds.get(c.holds, pl.String) for c in columns if c.name in held}
    return pl.DataFrame(rows, schema={**schema, "place": pl.String, "day": pl.Date})


def test_each_row_under_its_own_rules(host: Host) -> None:
    """The largest loan is that of the place, its own or the one above."""
    frame = frame_of([row(place) for place in PLACES])
    bureau = Bureau.of("甘肃省", host=host)
    frame = frame.with_columns((pl.col("requested") // 100).cast(pl.Decimal(20, 2)))
    result = bureau.columns.loan_terms(frame, on=DAY, region="place")

    national = Bureau.of("000000", host=host).columns.loan_terms(frame, on=DAY)
    norm = national["loan_terms_principal"][0]
    expected = [norm, 30_000, 25_000, norm, 30_000, None, None]
    assert expected == result["loan_terms_principal"].to_list()
    assert [None] * 5 + ["region-unknown", "place"] == result["loan_terms_missing"].to_list()
    assert [None] * 5 + ["fact-missing"] * 2 == result["loan_terms_reasons"].to_list()


def test_local_conditions(host: Host) -> None:
    """A condition that needs code refuses in its own place and below only."""
    frame = frame_of([row(place, partners=6) for place in PLACES])
    result = Bureau.of(host=host).columns.loan_terms(frame, on=DAY, region="place", money="fen")
    refused = result["loan_terms_reasons"].str.contains("too-many-partners").fill_null(value=False)

    assert [place in ("天水市", "麦积区") for place in PLACES] == refused.to_list()


@settings(max_examples=4, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    rows=st.lists(
        st.builds(
            row,
            st.sampled_from(PLACES[:5]),
            born_on=st.none() | st.dates(date(1930, 1, 1), date(1985, 1, 1)),
            certified=st.none() | st.booleans(),
            partners=st.none() | st.integers(1, 9),
            requested=st.none() | st.integers(1, 10**8),
            months=st.none() | st.integers(1, 60),
            day=st.dates(date(2003, 1, 1), date(2008, 12, 31)),
        ),
        min_size=30,
        max_size=40,
    )
)
def test_as_a_case_in_each_place(host: Host, rows: list[dict[str, Any]]) -> None:
    """A row says what a case of the same facts says in the bureau of its place, on its day."""
    frame = frame_of(rows)
    result = Bureau.of(host=host).columns.loan_terms(frame, on="day", region="place", money="fen")
    for facts, told in zip(rows, result.to_dicts(), strict=True):
        known = {k: v for k, v in facts.items() if k not in ("place", "day")}
        if known["requested"] is not None:
            known["requested"] = Yuan.from_fen(known["requested"])
        known["purpose"] = next(one for one in Purpose if one.code == known["purpose"])
        bureau = Bureau.of(facts["place"], host=host)
        outcome = bureau.loan_terms(LoanApplication(**known), on=facts["day"])
        codes = ";".join(refusal.code for refusal in outcome.refusals)
        assert codes == (told["loan_terms_reasons"] or "").replace("fact-missing", "")
        assert ";".join(outcome.missing) == (told["loan_terms_missing"] or "")
        if outcome.value is not None:
            assert outcome.value.principal.fen == told["loan_terms_principal"]
            assert outcome.value.annual_rate == Fraction(told["loan_terms_annual_rate"])


def test_equal_law_is_worked_once(host: Host) -> None:
    """A rule that no place changes has no variants; one that two change has three."""
    places = Places.of(host)
    assert [] == places.variants("hardship.age_women")
    assert 3 == len(places.variants("loan.norm"))


def test_as_known_on_a_day(host: Host) -> None:
    """A bureau as known on a day knows of no local row that was issued later."""
    early = Bureau.of(host=host).as_known(date(2002, 12, 31))
    assert [] == places_of(early).variants("loan.norm")


def test_another_rulebook_has_one_place(host: Host) -> None:
    """A bureau with a rulebook of its own cannot give other places their law."""
    bureau = Bureau.of(host=host)
    local = Amendment("hardship.age_men", DAY, 46, CITE, "620000")
    other = bureau.with_rules(bureau.rulebook.amended([local]))
    with pytest.raises(ColumnsError, match="has one place only"):
        other.columns.loan_terms(frame_of([row("天水市")]), on=DAY, region="place", money="fen")


def test_every_measure_takes_a_region(host: Host) -> None:
    """No measure that runs over columns fails to be planned by region."""
    columns = Bureau.of(host=host).columns
    for measure in MEASURES.values():
        if measure.columns:
            assert columns.question(
                measure.name, on="day", region="place", money="fen"
            ).general.added


@pytest.mark.parametrize("money", ["fen", "yuan"])
def test_two_regions_side_by_side(host: Host, in_money: Any, money: Any) -> None:
    """Moving from one prefecture to the other changes a loan by the difference of the limits."""
    rows = [row(None), row(None, partners=6), row(None, requested=100)]
    frame = in_money(frame_of(rows), money, "requested")
    result = Bureau.of(host=host).columns.compare(
        "loan_terms", frame, on=DAY, regions=("天水市", "621100"), money=money
    )
    unit = 100 if money == "fen" else 1
    later = result["loan_terms_after_principal"][1]

    assert [True, True, False] == result["loan_terms_changed"].to_list()
    assert "too-many-partners" == result["loan_terms_before_reasons"][1]
    assert [-5_000 * unit, later, 0] == result["loan_terms_principal_change"].to_list()
