"""What a plugin answers is checked before it is taken, and each fault names the distribution."""

from datetime import date
from threading import Thread
from time import sleep
from types import ModuleType
from typing import Any

import pytest

from gansu_reemployment import Amendment, Bureau, Provision, Region, Rule, Worker, load_host
from gansu_reemployment.errors import PluginError, PluginWarning, RulebookError
from gansu_reemployment.fact_model import Known, fact
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.plugins import (
    LocalCondition,
    LocalFacts,
    LocalRules,
    LocalWeights,
    hookimpl,
    patience,
)
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import GANSU_ID, Level
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

DAY = date(2003, 7, 1)
CITE = GANSU_OPINION_2003.at("一(一)")
QINGDAO = Region("370200", "青岛市", "Qingdao City", Level.PREFECTURE)


def load_ill(*sources: Source) -> Host:
    """Load plugins of which some are left out, which a warning tells."""
    with pytest.warns(PluginWarning, match="dist"):
        return load_host(sources)


def plugin(hook: str, answer: Any) -> Source:
    """Give a plugin that answers one hook."""

    def give() -> Any:
        if isinstance(answer, Exception):
            raise answer
        return answer

    module = ModuleType("plugin")
    setattr(module, hook, hookimpl(give))
    return Source(f"{hook}-{id(module)}", "dist", "1", lambda: module)


def speaking(name: str, *regions: str) -> Source:
    """Give a plugin that speaks for *regions*."""
    rows = (Amendment("hardship.age_men", DAY, 45, CITE, ""),)
    one = plugin("local_rules", [LocalRules(region=r, amendments=rows) for r in regions])
    return Source(name, f"dist-{name}", "1", one.load)


def no_condition(w: Any, facts: Any) -> None:
    """Ask for nothing."""


@rule_table("test_answers", checked=DAY)
class Table:
    """A table of a plugin."""

    checked: Rule[bool] = stated("年检", "annual check", Provision(DAY, True, CITE))


@formula
def asked(w: Any, facts: Any, rules: Table) -> None:
    """Ask for the annual check."""


@measure("示例", "example")
def own_measure(w: Working, facts: Worker[Known], rules: Table) -> bool:  # noqa: ARG001 - the form of a measure
    """Return whether the person is able to work."""
    return facts.able


def health(host: Host) -> dict[str, bool]:
    """Say which plugins but the built-in ones are sound."""
    return {plugin.name: plugin.fault is None for plugin in host.plugins[2:]}


@pytest.mark.parametrize(
    ("hook", "answer", "message"),
    [
        ("local_rules", {"region": "武威市"}, "returned .* instead of LocalRules"),
        ("local_rules", [LocalRules(region="武威市"), None], "returned None instead of LocalRules"),
        (
            "local_rules",
            LocalRules(region="武威市", declares=("青岛市",)),  # type: ignore[arg-type]
            "returned '青岛市' instead of Region",
        ),
        (
            "local_rules",
            LocalRules(region="武威市", checked_on="2003-08-01"),  # type: ignore[arg-type]
            "returned '2003-08-01' instead of date",
        ),
        ("local_rules", LocalRules(region="青岛市"), "There is no region 青岛市"),
        ("local_rules", ValueError("no law"), "was skipped: ValueError: no law"),
        (
            "local_rules",
            LocalRules(region="武威市", conditions=("no",)),  # type: ignore[arg-type]
            "returned 'no' instead of LocalCondition",
        ),
        (
            "local_rules",
            LocalRules(region="武威市", conditions=(LocalCondition("hardshp", asked),)),
            "no measure hardshp. Did you mean hardship",
        ),
        (
            "local_rules",
            LocalRules(region="武威市", conditions=(LocalCondition("hardship", no_condition),)),
            "The condition no_condition must take a working, the facts and a table of rules",
        ),
        (
            "local_rules",
            LocalRules(region="武威市", facts=(LocalFacts("hardshp", sex=fact("性", "sex")),)),
            "no measure hardshp. Did you mean hardship",
        ),
        (
            "local_rules",
            LocalRules(region="武威市", weights=(LocalWeights(2003, {"凉州区": -5}, CITE),)),
            "must be whole numbers from 0 by unit",
        ),
        ("local_measures", ["hardship"], "returned 'hardship' instead of Measure"),
        ("local_measures", [own_measure], "so it must speak for one region"),
        ("ledger_backends", ["mine"], "returned .* instead of Mapping.*"),
        ("ledger_backends", {"mine": "url"}, "returned .* instead of Mapping.*"),
    ],
)
def test_wrong_answer_is_left_out(hook: str, answer: Any, message: str) -> None:
    """Each wrong answer leaves that plugin out, and no other."""
    faulty, sound = plugin(hook, answer), speaking("sound", "天水市")

    assert {faulty.name: False, "sound": True} == health(load_ill(faulty, sound))
    with pytest.raises(PluginError, match=message) as caught:
        load_host([faulty], strict=True)
    assert str(caught.value).startswith("dist 1 ")


@pytest.mark.parametrize(
    ("hook", "answer"), [("local_rules", None), ("local_measures", []), ("ledger_backends", None)]
)
def test_no_answer_is_no_fault(hook: str, answer: Any) -> None:
    """A hook that has nothing to give gives nothing."""
    assert [True] == list(health(load_host([plugin(hook, answer)], strict=True)).values())


def test_region_is_declared_before_it_is_spoken_for() -> None:
    """A place outside Gansu comes with its plugin."""
    declared = plugin("local_rules", LocalRules(region="青岛市", declares=(QINGDAO,)))

    assert "370200" in load_host([declared], strict=True).locals


@pytest.mark.parametrize("order", ["abc", "acb", "cba"])
def test_no_plugin_of_a_conflict_is_used(order: str) -> None:
    """Of several for one region none speaks, whatever their number and order."""
    host = load_ill(*(speaking(name, "武威市") for name in order))

    assert dict.fromkeys(order, False) == health(host)
    assert "620600" not in host.locals
    for found in host.plugins[2:]:
        assert "both set hardship.age_men for Wuwei City; neither is used" in str(found.fault)


@pytest.mark.parametrize("order", ["abc", "cba", "bca"])
def test_plugin_in_two_conflicts(order: str) -> None:
    """Which plugins are left out does not hang on their order: all that are in a conflict."""
    places = {"a": ("武威市", "天水市"), "b": ("武威市",), "c": ("天水市",)}
    host = load_ill(*(speaking(name, *places[name]) for name in order))

    assert dict.fromkeys("abc", False) == health(host)
    assert [GANSU_ID] == list(host.locals)


def test_all_that_a_plugin_in_conflict_gave_is_taken_back() -> None:
    """Its ledgers go with its rules."""
    module = speaking("a", "武威市").load()
    module.ledger_backends = hookimpl(lambda: {"mine": print})
    host = load_ill(Source("a", "dist-a", "1", lambda: module), speaking("b", "武威市"))

    assert {"a": False, "b": False} == health(host)
    assert "mine" not in host.ledgers
    assert {} == host.measures()


def test_plugin_that_sets_a_rule_twice_is_left_out() -> None:
    """One distribution may not have two answers either."""
    assert {"a": False} == health(load_ill(speaking("a", "武威市", "武威")))


def test_two_distributions_with_one_name_are_kept_apart() -> None:
    """The name of an entry point need not be the only one."""
    first = Source("same", "dist-first", "1", speaking("", "武威市").load)
    second = Source("same", "dist-second", "1", speaking("", "天水市").load)

    assert {"same": True, "same (dist-second)": True} == health(load_host([first, second]))


def test_scheme_of_a_ledger_is_given_once() -> None:
    """A built-in ledger is not replaced."""
    with pytest.raises(PluginError, match="both define a ledger for sqlite"):
        load_host([plugin("ledger_backends", {"sqlite": print})], strict=True)


@pytest.mark.parametrize("name", ["local_rulse", "local_rules_"])
def test_hook_that_does_not_exist_is_left_out(name: str) -> None:
    """A misspelt hook is never silent."""
    with pytest.raises(PluginError, match=name):
        load_host([plugin(name, None)], strict=True)


def test_hook_without_its_mark_is_left_out() -> None:
    """A hook that nobody would call is never silent."""
    module = ModuleType("plugin")
    module.local_rules = lambda: LocalRules(region="武威市")  # type: ignore[attr-defined]
    with pytest.raises(PluginError, match="local_rules is not marked; write @hookimpl above it"):
        load_host([Source.of(module)], strict=True)


@pytest.mark.parametrize("thing", [42, ModuleType("plugin")])
def test_plugin_without_a_hook_is_left_out(thing: object) -> None:
    """Something else than a plugin is named."""
    with pytest.raises(PluginError, match="has no hook; a plugin has at least one of local_rules"):
        load_host([Source.of(thing)], strict=True)


def test_answer_may_be_yielded() -> None:
    """A hook may yield several answers one by one."""

    class Plugin:
        @hookimpl
        def local_rules(self) -> Any:
            for region in ("武威市", "天水市"):
                yield LocalRules(region=region)

    assert {"620600", "620500"} <= set(load_host([Source.of(Plugin())], strict=True).locals)


def test_hook_of_a_newer_version_may_be_optional() -> None:
    """A plugin may implement a hook that only a newer library asks."""

    class Plugin:
        @hookimpl(optionalhook=True)
        def local_sheets(self) -> None:
            """Return nothing."""

    assert load_host([Source.of(Plugin())], strict=True).plugins[-1].fault is None


def test_added_fact_needs_a_name_of_its_own() -> None:
    """A fact that the measure has already is named when the measure is first needed there."""
    given = LocalRules(region="武威市", facts=(LocalFacts("hardship", sex=fact("性", "sex")),))
    bureau = Bureau.of("武威市", host=load_host([plugin("local_rules", given)], strict=True))
    with pytest.raises(RulebookError, match="hardship has a fact sex already"):
        bureau.find_measure("hardship")


def test_plugin_that_does_not_answer_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    """A hook that hangs is named while it hangs, in both languages, and then still used."""
    monkeypatch.setattr(patience, "PATIENCE", 0.01)

    class Slow:
        @hookimpl
        def local_rules(self) -> LocalRules:
            sleep(0.3)
            return LocalRules(region="武威市")

    source = Source("slow", "slow-dist", "1", Slow)
    with pytest.warns(PluginWarning, match="slow-dist 1 has not answered") as caught:
        host = load_host([source])
    assert [None] * len(host.plugins) == [plugin.fault for plugin in host.plugins]
    [told] = {one.message for one in caught if "slow-dist" in str(one.message)}
    assert isinstance(told, PluginWarning)
    assert "slow-dist 1：已" in told.say("zh_CN")


def test_rules_are_loaded_without_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    """A browser has no threads: the built-in rules and the plugins are loaded all the same."""

    def refused(_thread: Thread) -> None:
        message = "can't start new thread"
        raise RuntimeError(message)

    monkeypatch.setattr(Thread, "start", refused)
    host = load_host([plugin("local_rules", LocalRules(region="武威市"))], strict=True)
    assert [None] * len(host.plugins) == [plugin.fault for plugin in host.plugins]
    assert {"gansu", "ledgers"} < {plugin.source.name for plugin in host.plugins}
