"""Each hook: what a plugin gives, and where it is seen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import gansu_reemployment_zhangye as zhangye
import pytest

from gansu_reemployment import (
    Amendment,
    Bureau,
    EntitledGroup,
    Group,
    Instrument,
    Region,
    Sex,
    Worker,
    Yuan,
    __version__,
    load_host,
    open_ledger,
)
from gansu_reemployment.errors import PluginError, UnknownNameError
from gansu_reemployment.ledger.memory import MemoryLedger
from gansu_reemployment.measures.subsidies.post.cap import PostCap, PostWage
from gansu_reemployment.measures.targets.facts import Target
from gansu_reemployment.plugins import LocalRules, LocalSeries, LocalWeights, hookimpl
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import Level

DAY = date(2003, 7, 1)
RULES = Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市人民政府",), DAY, DAY)


def load(*plugins: object) -> Host:
    """Load plugins as if they were installed."""
    sources = [
        Source(f"plugin{n}", f"dist-{n}", "1", lambda plugin=plugin: plugin)
        for n, plugin in enumerate(plugins)
    ]
    return load_host(sources, strict=True)


def woman(**changes: Any) -> Worker:
    """Describe an entitled woman of 39."""
    given: dict[str, Any] = {
        "sex": Sex.FEMALE,
        "born_on": date(1963, 12, 1),
        "group": EntitledGroup.LAID_OFF_SOE,
        "able": True,
        "willing": True,
        "employed": False,
        "retired": False,
        "internally_retired": False,
    }
    return Worker(**given | changes)


class Rules:
    """Gives one row for each of the places, the higher ones first."""

    def __init__(self, ages: Mapping[str, int], *declares: Region) -> None:
        self.ages = ages
        self.declares = declares

    @hookimpl
    def local_rules(self) -> list[LocalRules]:
        """Give the age of women in each place."""
        return [
            LocalRules(
                region=place,
                amendments=(Amendment("hardship.age_women", DAY, age, RULES.at(), place),),
                declares=self.declares,
            )
            for place, age in self.ages.items()
        ]


class Weights:
    """Gives weights for 2003."""

    def __init__(self, weights: Any) -> None:
        self.weights = LocalWeights(2003, weights, RULES.at("第六条"))

    @hookimpl
    def local_rules(self) -> LocalRules:
        """Give the weights of 武威市."""
        return LocalRules(region="武威市", weights=(self.weights,))


def test_hook_local_rules() -> None:
    """The rows hold from their day, in the region and below it, the most local one first."""
    host = load(Rules({"武威市": 38, "凉州区": 37}))
    on = {
        place: Bureau.of(place, host=host).rulebook.find("hardship.age_women").on(DAY).value
        for place in ("甘肃省", "武威市", "民勤县", "凉州区")
    }

    assert {"甘肃省": 40, "武威市": 38, "民勤县": 38, "凉州区": 37} == on
    bureau = Bureau.of("武威市", host=host)
    assert Group.GENERAL is bureau.hardship(woman(), on=date(2003, 6, 30)).value
    outcome = bureau.hardship(woman(), on=DAY)
    assert Group.OLDER is outcome.value
    assert "38 (Wuwei City)" in outcome.explain("en")
    assert (f"gansu-reemployment {__version__}", "dist-0 1") == outcome.basis.provenance.plugins  # type: ignore[union-attr]


def test_hook_local_rules_outside_gansu() -> None:
    """Two plugins may declare the same province, each for a city of its own."""
    shandong = Region("370000", "山东省", "Shandong Province", Level.PROVINCE)
    cities = [
        Region(code, name, en, Level.PREFECTURE, "370000")
        for code, name, en in (("370200", "青岛市", "Qingdao"), ("370300", "淄博市", "Zibo"))
    ]
    host = load(*(Rules({city.name: 39}, shandong, city) for city in cities))

    assert ["全国", "山东省", "淄博市"] == [
        layer.name for layer in host.regions.chain(host.regions.find("淄博"))
    ]


def test_weights_divide_alike_by_every_way() -> None:
    """A target without factors is split by the weights of the place and the year, with source."""
    bureau = Bureau.of("武威市", host=load(Weights({"凉州区": 3, "民勤县": 1})))
    target = Target(total=40)

    for split in (bureau.breakdown(target, on=DAY), bureau.work("breakdown", target, on=DAY)):
        assert split.value is not None
        assert [30, 10] == list(split.value.allocation.values())
        assert "分解权数：凉州区 3、民勤县 1（武威市）" in split.explain("zh_CN")
        assert "（武政发〔2003〕1号）第六条" in split.explain("zh_CN")
    assert ("factors",) == bureau.breakdown(target, on=date(2004, 1, 1)).missing


def test_weights_of_two_plugins() -> None:
    """Two answers for one place and year are refused, naming both distributions."""
    with pytest.raises(PluginError, match=r"dist-0 1 \+ dist-1 1 both set breakdown\.weights"):
        load(Weights({"凉州区": 1}), Weights({"民勤县": 1}))


@pytest.mark.parametrize("weights", [{"凉州区": 1.5}, {"凉州区": True}, {1: 1}, {"凉州区": -1}])
def test_weights_of_a_wrong_type(weights: Any) -> None:
    """What is no mapping of names to whole numbers from 0 is refused, naming the distribution."""
    with pytest.raises(PluginError, match=r"^dist-0 1 was skipped: The weights of 2003 must be"):
        load(Weights(weights))


def test_series_of_a_place() -> None:
    """A place's own average wage of a year holds throughout the next one, and is cited."""
    wages = LocalSeries({2005: Yuan(12_000)}, RULES.at("第七条"))

    class Plugin:
        @hookimpl
        def local_rules(self) -> LocalRules:
            return LocalRules(region="武威市", series=(wages,))

    bureau = Bureau.of("武威市", host=load(Plugin()))
    outcome = bureau.post_subsidy_cap(PostWage(), on=date(2006, 3, 1))

    assert PostCap(cap=Yuan(250)) == outcome.value
    assert "第七条" in outcome.explain("zh_CN")
    rule = bureau.rulebook.find("insurance.average_wage.620600")
    assert [False, True] == [rule.knows(date(year, 12, 31)) for year in (2005, 2006)]


def test_hook_local_measures() -> None:
    """A measure is there for its region and those below it, and nowhere else."""
    host = load(zhangye)
    stall = zhangye.Stall(rent=Yuan(400), months=3)
    for place in ("张掖市", "甘州区"):
        outcome = Bureau.of(place, host=host).work("stall_rent", stall, on=DAY)
        assert Yuan(450) == outcome.value
    for place in ("天水市", "甘肃省"):
        with pytest.raises(UnknownNameError, match="There is no measure stall_rent"):
            Bureau.of(place, host=host).work("stall_rent", stall, on=DAY)


def test_hook_ledger_backends() -> None:
    """A ledger is opened by the scheme of its URL."""

    class Plugin:
        @hookimpl
        def ledger_backends(self) -> Any:
            return {"mine": lambda url: MemoryLedger()}  # noqa: ARG005 - has no place

    with open_ledger("mine://here", load(Plugin()).ledgers) as ledger:
        assert isinstance(ledger, MemoryLedger)
