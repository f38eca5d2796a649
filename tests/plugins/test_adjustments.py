"""A place changes the result of a measure, such as by a cap, on the days of its rules."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from types import ModuleType
from typing import Any

import duckdb
import polars as pl
import pytest
from attrs import evolve

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment import plugins as p
from gansu_reemployment.errors import GansuError, PluginError
from gansu_reemployment.facts import Course, PlacementClaim, TrainingClaim
from gansu_reemployment.ledger import Case
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.results import TrainingSubsidy
from gansu_reemployment.testing import LocalRulesContract

FIRST, LAST, ON = date(2010, 3, 1), date(2010, 9, 30), date(2010, 6, 1)
NOTICE = p.Instrument("武政发〔2010〕1号", "培训补贴办法", ("武威市人民政府",), FIRST, FIRST)
CLAIM = TrainingClaim(course=Course.SKILLS, qualified=True, enrolled=20, passed=20, placed=20)


@p.rule_table("wuwei_training", checked=FIRST)
class CapRules:
    """The cap of a course, and what a poor county adds."""

    cap: p.Rule[Yuan] = p.stated(
        "每期补贴上限",
        "cap of a course",
        p.Provision(FIRST, Yuan(4_500), NOTICE.at("第三条"), LAST),
        delegated_to=p.Level.COUNTY,
    )
    share: p.Rule[Fraction] = p.stated(
        "贫困县上浮",
        "added in a poor county",
        p.Provision(FIRST, Fraction(1, 10), NOTICE.at("第四条")),
    )


@p.formula
def capped(w: p.Working, claim: Any, rules: CapRules, result: TrainingSubsidy) -> TrainingSubsidy:
    """Cap what is paid for a course; a poor county has a higher cap."""
    cap = w.use(rules.cap)
    if claim.poor:
        cap = cap + w.share(w.use(rules.cap), w.use(rules.share))
    total = w.step(p.Bilingual("限额内补贴", "subsidy within the cap"), min(result.total, cap))
    return TrainingSubsidy(
        standard=result.standard, placed=result.placed, unplaced=result.unplaced, total=total
    )


@p.rule_table("wuwei_placement", checked=FIRST)
class TopRules:
    """The cap of a placement."""

    top: p.Rule[Yuan] = p.stated(
        "职业介绍补贴上限",
        "most for a placement",
        p.Provision(FIRST, Yuan(80), NOTICE.at("第五条")),
    )


@p.formula
def topped(w: p.Working, _claim: Any, rules: TopRules, result: Yuan) -> Yuan:
    """Cap what is paid for a placement."""
    return min(result, w.use(rules.top))


class Wuwei:
    """The plugin."""

    @p.hookimpl
    def local_rules(self) -> p.LocalRules:
        """Return the rules of 武威市."""
        return p.LocalRules(
            region="武威市",
            adjustments=(
                p.LocalAdjustment("training_subsidy", capped),
                p.LocalAdjustment("placement_subsidy", topped),
            ),
            facts=(p.LocalFacts("training_subsidy", poor=p.fact("贫困县", "poor county")),),
        )


class County:
    """A plugin of a county, which sets a cap of its own."""

    @p.hookimpl
    def local_rules(self) -> p.LocalRules:
        """Return the rules of 民勤县."""
        cap = p.Amendment("wuwei_training.cap", FIRST, Yuan(3_000), NOTICE.at("第六条"), "")
        return p.LocalRules(region="民勤县", amendments=(cap,))


def load(*plugins: Any) -> Host:
    """Load plugins by hand."""
    return p.load_host([p.Source.of(one, type(one).__name__) for one in plugins], strict=True)


@pytest.fixture(name="host")
def _host() -> Host:
    return load(Wuwei(), County())


def claim(bureau: Bureau, **changes: Any) -> Any:
    """Build the facts of a course, with those that the place adds."""
    return bureau.find_measure("training_subsidy").facts(
        **{"course": Course.SKILLS, "qualified": True, "enrolled": 20, "passed": 20, "placed": 20}
        | changes
    )


def total(outcome: Any) -> Yuan:
    """Return what is paid in all."""
    paid: Yuan = outcome.value.total
    return paid


@pytest.mark.parametrize(
    ("placed", "paid"), [(14, "4200"), (15, "4500"), (16, "4500"), (20, "4500")]
)
def test_cap(host: Host, placed: int, paid: str) -> None:
    """Below and at the cap the result stays as it is; above, the cap is paid."""
    bureau = Bureau.of("凉州区", host=host)
    outcome = bureau.training_subsidy(
        claim(bureau, placed=placed, passed=placed, poor=False), on=ON
    )

    assert Yuan(paid) == total(outcome)
    assert outcome.value is not None
    assert Yuan(300) * placed == outcome.value.placed
    assert "subsidy within the cap" in outcome.explain("en")
    assert "每期补贴上限：4,500.00元（武威市） [" in outcome.explain("zh_CN")
    assert "（武政发〔2010〕1号）第三条" in outcome.explain("zh_CN")


@pytest.mark.parametrize(
    ("day", "paid"),
    [
        (date(2010, 2, 28), 6_000),
        (FIRST, 4_500),
        (LAST, 4_500),
        (date(2010, 10, 1), 6_000),
    ],
)
def test_days(host: Host, day: date, paid: int) -> None:
    """It applies on the days of every rule of its table, and on no other."""
    bureau = Bureau.of("武威市", host=host)
    assert Yuan(paid) == total(bureau.training_subsidy(claim(bureau, poor=False), on=day))


def test_places(host: Host) -> None:
    """It applies in the region and below, a county may set what is delegated, others have none."""
    found = {
        place: total(bureau.training_subsidy(claim(bureau, **facts), on=ON))
        for place, facts in (
            ("武威市", {"poor": True}),
            ("民勤县", {"poor": False}),
            ("天水市", {}),
        )
        for bureau in [Bureau.of(place, host=host)]
    }
    assert {"武威市": Yuan(4_950), "民勤县": Yuan(3_000), "天水市": Yuan(6_000)} == found


def test_unknown_fact_is_asked(host: Host) -> None:
    """The fact that the adjustment needs is asked, and so are those of the measure."""
    bureau = Bureau.of("武威市", host=host)
    assert ("poor",) == bureau.training_subsidy(claim(bureau), on=ON).missing
    assert ("passed", "placed", "poor") == bureau.training_subsidy(
        claim(bureau, passed=None, placed=None), on=ON
    ).missing
    assert ("qualified",) == bureau.training_subsidy(
        claim(bureau, qualified=None, poor=False), on=ON
    ).missing


def test_rule_without_value(host: Host) -> None:
    """Where the measure itself has no value the case is undecided, and names the rule."""
    bureau = Bureau.of("武威市", host=host)
    outcome = bureau.placement_subsidy(PlacementClaim(qualified=True, placed=True), on=ON)
    assert ("rule-not-known:services.placement_standard",) == outcome.missing
    course = bureau.training_subsidy(claim(bureau, poor=True), on=date(2009, 12, 31))
    assert ("rule-not-known:services.skills",) == course.missing


def test_one_value(host: Host) -> None:
    """A result that is one amount is adjusted too."""
    bureau = Bureau.of("武威市", host=host)
    standard = p.Amendment(
        "services.placement_standard", FIRST, Yuan(100), NOTICE.at("第五条"), "620000"
    )
    bureau = bureau.with_rules(bureau.rulebook.amended([standard]))
    placed = PlacementClaim(qualified=True, placed=True)
    assert Yuan(80) == bureau.placement_subsidy(placed, on=ON).value
    frame = pl.DataFrame({"qualified": [True, True], "placed": [True, False]})
    added = bureau.columns.placement_subsidy(frame, on=ON, money="fen")
    assert [8_000, None] == added["placement_subsidy"].to_list()


FRAME = pl.DataFrame(
    {
        "course": ["skills"] * 6,
        "qualified": [True, True, True, None, False, True],
        "enrolled": [20] * 6,
        "passed": [20, 20, 10, 20, 20, 20],
        "placed": [20, 10, 10, 20, 20, None],
        "poor": [False, True, None, True, None, True],
        "place": ["武威市", "民勤县", "凉州区", "武威市", "天水市", "武威市"],
        "day": [ON, FIRST, LAST, ON, ON, date(2010, 10, 1)],
    }
)


@pytest.mark.parametrize("engine", [lambda frame: frame, lambda f: duckdb.from_arrow(f.to_arrow())])
@pytest.mark.parametrize(
    "asked", [{}, {"region": "place"}, {"on": "day"}, {"on": "day", "region": "place"}]
)
def test_columns_agree_with_cases(
    host: Host, engine: Callable[[Any], Any], asked: dict[str, Any]
) -> None:
    """A frame has the results, refusals and missing facts of the cases, by day and by place."""
    bureau = Bureau.of("武威市", host=host)
    added = bureau.columns.training_subsidy(engine(FRAME), money="fen", **({"on": ON} | asked))
    found = (added if isinstance(added, pl.DataFrame) else added.pl()).to_dicts()
    for row in found:
        own = Bureau.of(row["place"], host=host) if "region" in asked else bureau
        names = {f.name for f in own.find_measure("training_subsidy").facts.__attrs_attrs__}
        facts = {n: v for n, v in row.items() if n in names} | {"course": Course.SKILLS}
        outcome = own.training_subsidy(
            own.find_measure("training_subsidy").facts(**facts),
            on=row["day"] if "on" in asked else ON,
        )
        paid = outcome.value.total.fen if outcome.value else None
        assert paid == row["training_subsidy_total"]
        assert (";".join(outcome.missing) or None) == row["training_subsidy_missing"]


def test_as_known_and_reopened() -> None:
    """A case of a day before the document was issued is worked again without the cap."""
    late = evolve(NOTICE, issued=date(2010, 8, 1))

    class Late:
        @p.hookimpl
        def local_rules(self) -> p.LocalRules:
            row = p.Amendment(
                "wuwei_training.cap", FIRST, Yuan(600), late.at("第三条"), "", retroactive=True
            )
            return p.LocalRules(region="民勤县", amendments=(row,))

    bureau = Bureau.of("民勤县", host=load(Wuwei(), Late()))
    facts = claim(bureau, poor=False)
    assert Yuan(600) == total(bureau.training_subsidy(facts, on=ON))
    then = bureau.as_known(ON).training_subsidy(facts, on=ON)
    assert Yuan(4_500) == total(then)
    assert bureau.reopen(Case.of(then, facts, recorded_on=ON)).holds
    early = Bureau.of("天水市", host=load()).training_subsidy(CLAIM, on=ON)
    assert not bureau.reopen(evolve(Case.of(early, CLAIM, recorded_on=ON), region="620621")).holds


def test_only_what_is_delegated() -> None:
    """A place may not change a result of which the law lets it set nothing."""

    class Taxes:
        @p.hookimpl
        def local_rules(self) -> p.LocalRules:
            return p.LocalRules(
                region="武威市", adjustments=(p.LocalAdjustment("income_tax", topped),)
            )

    with pytest.raises(PluginError, match="income_tax: no rule of it is delegated to Wuwei City"):
        load(Taxes())


def test_formula_of_another_form() -> None:
    """The formula has four parameters, and returns a result of the measure's kind."""

    def three(w: p.Working, claim: Any, rules: TopRules) -> None:
        """Lack the result."""

    @p.formula
    def nothing(w: p.Working, _claim: Any, rules: TopRules, _result: Any) -> Any:
        """Forget to return."""
        w.use(rules.top)

    with pytest.raises(GansuError, match="The adjustment three must take a working"):
        _ = p.LocalAdjustment("training_subsidy", three).rules

    class Forgetful:
        @p.hookimpl
        def local_rules(self) -> p.LocalRules:
            return p.LocalRules(
                region="武威市", adjustments=(p.LocalAdjustment("training_subsidy", nothing),)
            )

    bureau = Bureau.of("武威市", host=load(Forgetful()))
    with pytest.raises(PluginError, match="adjustment of training_subsidy returns no result"):
        bureau.training_subsidy(CLAIM, on=ON)


MODULE = ModuleType("adjusting")
vars(MODULE).update(local_rules=Wuwei().local_rules, capped=capped, topped=topped)


class TestContract(LocalRulesContract):
    """The contract evaluates adjustments too."""

    plugin = MODULE

    def test_found_by_its_entry_point(self) -> None:
        """It is not installed."""


COUNTY = ModuleType("adjusting_county")
vars(COUNTY).update(local_rules=County().local_rules)


class TestCountyContract(LocalRulesContract):
    """A plugin that amends a rule of another one passes beside it."""

    plugin = COUNTY
    beside = (MODULE,)

    def test_found_by_its_entry_point(self) -> None:
        """It is not installed."""


@p.measure("无列措施", "measure of cases", columns=False)
def broken_case(w: p.Working, facts: PlacementClaim, rules: TopRules) -> Yuan:
    """Read a fact that is not there."""
    return min(facts.no_such_fact, w.use(rules.top))  # type: ignore[attr-defined, no-any-return]


def test_contract_evaluates_a_case_function() -> None:
    """A measure without columns is evaluated too, with every fact unknown."""

    @p.hookimpl
    def local_rules() -> p.LocalRules:
        return p.LocalRules(region="武威市")

    @p.hookimpl
    def local_measures() -> list[p.Measure[Any, Any]]:
        return [broken_case]

    module = ModuleType("broken_cases")
    vars(module).update(local_rules=local_rules, local_measures=local_measures)
    tests = type("TestContract", (LocalRulesContract,), {"plugin": module})()
    with pytest.raises(AssertionError, match="no_such_fact"):
        tests.test_conditions_and_measures_work_in_a_case()
