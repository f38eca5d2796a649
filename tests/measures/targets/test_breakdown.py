"""The breakdown as a measure: worked cases, explanation, unknown facts, local methods."""

from collections.abc import Callable, Mapping
from datetime import date
from fractions import Fraction

import pytest

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.data.panels import gansu_panel
from gansu_reemployment.law.documents import CONVENTION, Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.measures.targets.breakdown.apportion import RoundingMethod
from gansu_reemployment.measures.targets.breakdown.cells import Cell
from gansu_reemployment.measures.targets.facts import Factor, Target
from gansu_reemployment.plugins.hooks import LocalRules, LocalWeights, hookimpl
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.testing.worked_cases import Result

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

DAY = date(2003, 6, 10)
JOBS = Target(
    total=100_000,
    factors=(Factor(weights=gansu_panel().column("unit_wan", 2004), name="单位从业人员"),),
)


def allocation(bureau: Bureau, target: Target, on: date = DAY) -> Mapping[str, int]:
    """Return the number of each unit."""
    return bureau.breakdown(target, on=on).unwrap().allocation


@pytest.fixture(name="bureau", scope="module")
def _bureau() -> Bureau:
    return Bureau.of("甘肃省", host=load_host([]))


@pytest.mark.parametrize("name", ["breakdown", "breakdown_more"])
def test_vectors(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """The worked cases have the stated results."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors(name) if r.failures]


def test_explanation_shows_quota_whole_part_remainder_and_extra(bureau: Bureau) -> None:
    """The explanation shows the derivation of each cell in both languages."""
    outcome = bureau.breakdown(JOBS, on=DAY)
    text = outcome.explain("en")
    assert "嘉峪关: quota 2292.5393…, whole part 2292, remainder 0.5393…, extra 1: 2293" in text
    assert "units with an extra one: 嘉峪关, 白银, 平凉, 酒泉, 庆阳, 定西" in text
    assert "《甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见》" in outcome.explain("zh_CN")


def test_steps_are_exact(bureau: Bureau) -> None:
    """The quotas of the steps are exact fractions that add up to the total."""
    factor, *cells = bureau.breakdown(JOBS, on=DAY).steps
    assert "单位从业人员, 100%" == factor.value.show("en")
    values = [step.value for step in cells]
    assert all(isinstance(value, Cell) for value in values)
    assert Fraction(100_000) == sum(value.quota for value in values)
    assert Fraction(5927, 17666) * 100_000 == values[0].quota


def test_only_the_readings_in_use_are_cited(bureau: Bureau) -> None:
    """Bounds, fixed cells and lots are cited only if used, as conventions."""
    plain = bureau.breakdown(JOBS, on=DAY)
    paths = [used.rule.path for used in plain.citations]
    assert ["breakdown.levels", "breakdown.method", "breakdown.ties"] == paths
    factor = JOBS.factors
    full = Target(
        total=100_000,
        factors=factor,
        floors={"嘉峪关": 3000},
        fixed={"兰州": 30_000},
        lot=100,
    )
    used = {row.rule.path: row for row in bureau.breakdown(full, on=DAY).citations}
    assert {"breakdown.bounds", "breakdown.fixed", "breakdown.lots"} <= set(used)
    assert CONVENTION == used["breakdown.bounds"].provision.cite
    assert Standing.READ is used["breakdown.levels"].provision.cite.standing


def test_json_form_names_no_document_for_a_convention(bureau: Bureau) -> None:
    """The opinion is the document of the division alone."""
    cited = {row["rule"]: row for row in bureau.breakdown(JOBS, on=DAY).as_json()["citations"]}
    assert "convention" == cited["breakdown.ties"]["standing"]
    assert cited["breakdown.ties"]["document"] is None
    assert cited["breakdown.levels"]["document"].endswith("关于加快推进再就业工作的意见")


@pytest.mark.parametrize("locale", ["en", "zh_CN"])
def test_explanation_has_addresses_on_request(bureau: Bureau, locale: str) -> None:
    """Below a source stands where it was read; a convention was read nowhere."""
    outcome = bureau.breakdown(JOBS, on=DAY)
    text = "没有网址" if locale == "zh_CN" else "without an address"
    assert text not in outcome.explain(locale)
    lines = outcome.explain(locale, addresses=True).splitlines()
    [address] = [line for line in lines if text in line]
    assert lines[lines.index(address) - 1].startswith("  [1] 《甘肃省人民政府")
    assert lines[-1].startswith("  [2] ")


def test_unknown_facts_leave_it_undecided(bureau: Bureau) -> None:
    """Without a total or factors the breakdown is undecided."""
    outcome = bureau.breakdown(Target(), on=DAY)
    assert "undecided" == outcome.status
    assert ("total", "factors") == outcome.missing


def test_unknown_fact_does_not_hide_a_day_without_law(bureau: Bureau) -> None:
    """The day before the opinion no fact is asked, and the rules that are not known are named."""
    before = bureau.breakdown(Target(), on=date(2003, 6, 9)).missing
    assert {"rule-not-known:breakdown.levels"} <= set(before)
    assert {"total", "factors"}.isdisjoint(before)


def test_rules_take_effect_on_the_day_of_the_opinion(bureau: Bureau) -> None:
    """The day before the opinion has no rule."""
    before = bureau.breakdown(JOBS, on=date(2003, 6, 9))
    expected = ("rule-not-known:breakdown.levels", "rule-not-known:breakdown.method")
    assert expected == before.missing
    assert "decided" == bureau.breakdown(JOBS, on=DAY).status


def test_method_is_a_local_choice(bureau: Bureau) -> None:
    """The cells of another rounding method add up too."""
    row = Amendment(
        "breakdown.method", DAY, RoundingMethod.DHONDT, GANSU_OPINION_2003.at(), bureau.region.id
    )
    local = bureau.with_rules(bureau.rulebook.amended([row]))
    cells = allocation(local, JOBS)
    assert 100_000 == sum(cells.values())
    assert 33_552 == cells["兰州"]


def test_json_form_is_plain(bureau: Bureau) -> None:
    """Cells are numbers and quotas exact texts."""
    form = bureau.breakdown(Target(total=1, factors=(Factor(weights={"a": 1, "b": 2}),)), on=DAY)
    assert {"allocation": {"a": 0, "b": 1}, "extra": ["b"]} == form.as_json()["value"]
    assert "1/3" == form.as_json()["steps"][0]["value"]["quota"]


def test_weights_of_a_plugin_are_taken() -> None:
    """A target without factors is divided by the weights of the region's plugin."""
    cite = GANSU_OPINION_2003.at("一(一)")

    class Plugin:
        """A plugin with weights for one year."""

        @hookimpl
        def local_rules(self) -> LocalRules:
            """Return the weights of 2003."""
            weights = LocalWeights(2003, {"甲县": 3, "乙县": 1}, cite)
            return LocalRules(region="天水市", weights=(weights,))

    host = load_host([Source.of(Plugin())], strict=True)
    bureau = Bureau.of("天水市", host=host)
    assert {"甲县": 6, "乙县": 2} == allocation(bureau, Target(total=8), date(2003, 12, 31))
    assert "weights of the units below: 甲县 3, 乙县 1 (Tianshui City)" in bureau.work(
        "breakdown", Target(total=8), on=DAY
    ).explain("en")
    later = bureau.breakdown(Target(total=8), on=date(2004, 1, 1))
    assert ("factors",) == later.missing
