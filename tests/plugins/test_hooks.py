"""Each hook: what a plugin gives, and where it is seen."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from gansu_reemployment import (
    Amendment,
    Bureau,
    EntitledGroup,
    Group,
    Instrument,
    LocalReview,
    LocalRules,
    Provision,
    Reason,
    Region,
    Sex,
    Worker,
    __version__,
    hookimpl,
    load_host,
    open_ledger,
    rule,
)
from gansu_reemployment.errors import PluginError
from gansu_reemployment.ledger.memory import MemoryLedger
from gansu_reemployment.measures.targets.facts import Target
from gansu_reemployment.plugins.host import Host, Source
from gansu_reemployment.regions import Level

DAY = date(2003, 7, 1)
RULES = Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市人民政府",), DAY, DAY)
CHECKED = rule(
    "wuwei.checked", "年检合格", "passed the check", Provision(DAY, True, RULES.at("第五条"))
)
UNCHECKED = Reason("not-checked", "The certificate did not pass its annual check.")


def load(*plugins: object) -> Host:
    """Load plugins as if they were installed."""
    sources = [
        Source(f"plugin{n}", f"dist-{n}", "1", lambda plugin=plugin: plugin)  # type: ignore[misc]
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
        self.weights = weights

    @hookimpl
    def breakdown_weights(self, region: str, year: int) -> Any:
        """Give the weights of 武威市."""
        return self.weights if (region, year) == ("620600", 2003) else None


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


def test_hook_local_review() -> None:
    """A condition refuses on its own rule, in the region and below it, and nowhere else."""

    class Plugin:
        @hookimpl
        def local_review(self) -> LocalReview:
            return LocalReview(region="武威市", measure="hardship", condition=checked)

    def checked(w: Any, worker: Any) -> None:
        w.require(CHECKED, worker.checked, UNCHECKED)

    host = load(Plugin())
    codes = {
        place: [
            refusal.code
            for refusal in Bureau.of(place, host=host)
            .hardship(woman(checked=False), on=DAY)
            .refusals
        ]
        for place in ("天水市", "武威市", "凉州区")
    }

    assert {"天水市": [], "武威市": ["not-checked"], "凉州区": ["not-checked"]} == codes
    told = Bureau.of("武威市", host=host).hardship(woman(checked=False), on=DAY).explain("zh_CN")
    assert "武政发〔2003〕1号" in told


def test_hook_breakdown_weights() -> None:
    """A target without factors is split by the weights of the place and the year."""
    weights = {"凉州区": 3, "民勤县": 1}
    bureau = Bureau.of("武威市", host=load(Weights(weights)))
    target = Target(total=40, factors=None)

    split = bureau.breakdown(target, on=DAY)

    assert split.value is not None
    assert [30, 10] == list(split.value.allocation.values())
    assert None is bureau.host.weights(bureau.region, 2004)


def test_hook_breakdown_weights_of_two_plugins() -> None:
    """Two answers for one place and year are refused, naming both distributions."""
    host = load(Weights({"凉州区": 1}), Weights({"民勤县": 1}))

    with pytest.raises(PluginError, match=r"dist-[01] 1 \+ dist-[01] 1"):
        host.weights(host.regions.find("武威市"), 2003)


@pytest.mark.parametrize("weights", [["凉州区"], {"凉州区": 1.5}, {"凉州区": True}, {1: 1}])
def test_hook_breakdown_weights_of_a_wrong_type(weights: Any) -> None:
    """What is no mapping of names to whole numbers stops the case, naming the distribution."""
    host = load(Weights(weights))

    with pytest.raises(PluginError, match=r"^dist-0 1 gave .* where Mapping\[str, int\]"):
        host.weights(host.regions.find("武威市"), 2003)


def test_hook_breakdown_weights_that_fails() -> None:
    """A fault while calculating stops the case, naming the distribution."""

    class Plugin:
        @hookimpl
        def breakdown_weights(self, region: str) -> Any:
            raise KeyError(region)

    host = load(Plugin())
    with pytest.raises(PluginError, match="dist-0 1 failed in breakdown_weights: KeyError"):
        host.weights(host.regions.find("武威市"), 2003)


def test_hook_ledger_backends() -> None:
    """A ledger is opened by the scheme of its URL."""

    class Plugin:
        @hookimpl
        def ledger_backends(self) -> Any:
            return {"mine": lambda url: MemoryLedger()}  # noqa: ARG005 - has no place

    with open_ledger("mine://here", load(Plugin()).ledgers) as ledger:
        assert isinstance(ledger, MemoryLedger)
