"""What a plugin answers is checked before it is taken, and each fault names the distribution."""

from collections.abc import Callable
from types import ModuleType
from typing import Any

import pytest

from gansu_reemployment import LocalReview, LocalRules, Region, hookimpl, load_host
from gansu_reemployment.errors import PluginError, PluginWarning
from gansu_reemployment.plugins.host import Host, Source
from gansu_reemployment.regions import Level

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
    one = plugin("local_rules", [LocalRules(region=region) for region in regions])
    return Source(name, f"dist-{name}", "1", one.load)


def no_condition(w: Any, facts: Any) -> None:
    """Ask for nothing."""


def health(host: Host) -> dict[str, bool]:
    """Say which plugins but the built-in ones are sound."""
    return {plugin.name: plugin.fault is None for plugin in host.plugins[2:]}


@pytest.mark.parametrize(
    ("hook", "answer", "message"),
    [
        ("local_rules", {"region": "武威市"}, "gave .* where LocalRules is wanted"),
        ("local_rules", [LocalRules(region="武威市"), None], "gave 'None' where LocalRules"),
        (
            "local_rules",
            LocalRules(region="武威市", declares=("青岛市",)),  # type: ignore[arg-type]
            "gave '青岛市' where Region is wanted",
        ),
        (
            "local_rules",
            LocalRules(region="武威市", checked_on="2003-08-01"),  # type: ignore[arg-type]
            "gave '2003-08-01' where date is wanted",
        ),
        ("local_rules", LocalRules(region="青岛市"), "There is no region 青岛市"),
        ("local_rules", LocalRules(region="武威市", api=2), "version 2 of the hooks; this is 1"),
        ("local_rules", ValueError("no law"), "was left out: ValueError: no law"),
        ("local_review", "hardship", "gave 'hardship' where LocalReview is wanted"),
        (
            "local_review",
            LocalReview(region="武威市", measure="hardshp", condition=no_condition),
            "no measure hardshp. Did you mean hardship",
        ),
        (
            "local_review",
            LocalReview(region="武威", measure="hardship", condition="no"),  # type: ignore[arg-type]
            "gave 'no' where Condition is wanted",
        ),
        ("ledger_backends", ["mine"], "gave .* where Mapping.* is wanted"),
        ("ledger_backends", {"mine": "url"}, "gave .* where Mapping.* is wanted"),
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
    ("hook", "answer"), [("local_rules", None), ("local_review", []), ("ledger_backends", None)]
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
    assert [f"dist-{name} 1" for name in order] == [str(s) for s in host.conflicts["620600"]]
    for found in host.plugins[2:]:
        assert "both speak for Wuwei City; neither is used" in str(found.fault)


def test_other_region_of_a_plugin_in_conflict_is_free() -> None:
    """What the first of the two gave for other regions is taken back whole."""
    host = load_ill(
        speaking("a", "武威市", "天水市"), speaking("b", "武威市"), speaking("c", "天水市")
    )

    assert {"a": False, "b": False, "c": True} == health(host)
    assert ["620500"] == [code for code in host.locals if code != "620000"]


def test_all_that_a_plugin_in_conflict_gave_is_taken_back() -> None:
    """Its ledgers and conditions go with its rules."""
    module = speaking("a", "武威市").load()
    review = LocalReview(region="武威市", measure="hardship", condition=no_condition)
    module.ledger_backends = hookimpl(lambda: {"mine": print})
    module.local_review = hookimpl(lambda: review)
    host = load_ill(Source("a", "dist-a", "1", lambda: module), speaking("b", "武威市"))

    assert {"a": False, "b": False} == health(host)
    assert "mine" not in host.ledgers
    assert () == host.reviews


def test_plugin_that_speaks_twice_for_a_region_is_left_out() -> None:
    """One distribution may not have two answers either."""
    assert {"a": False} == health(load_ill(speaking("a", "武威市", "武威")))


def test_two_distributions_with_one_name_are_kept_apart() -> None:
    """The name of an entry point need not be the only one."""
    first = Source("same", "dist-first", "1", speaking("", "武威市").load)
    second = Source("same", "dist-second", "1", speaking("", "天水市").load)

    assert {"same": True, "same (dist-second)": True} == health(load_host([first, second]))


def test_scheme_of_a_ledger_is_given_once() -> None:
    """A built-in ledger is not replaced."""
    with pytest.raises(PluginError, match="there is already a ledger for sqlite"):
        load_host([plugin("ledger_backends", {"sqlite": print})], strict=True)


@pytest.mark.parametrize("name", ["local_rulse", "local_rules_"])
def test_hook_that_does_not_exist_is_left_out(name: str) -> None:
    """A misspelt hook is never silent."""
    with pytest.raises(PluginError, match=name):
        load_host([plugin(name, None)], strict=True)


def _with_default() -> Callable[..., None]:
    def breakdown_weights(region: str, year: int = 2003) -> None:
        """Give nothing."""

    return breakdown_weights


def test_default_values_are_left_out() -> None:
    """A hook's arguments have no default values."""
    module = ModuleType("plugin")
    module.breakdown_weights = hookimpl(_with_default())  # type: ignore[attr-defined]
    source = Source("some", "dist", "1", lambda: module)

    with pytest.raises(PluginError, match="breakdown_weights must not give default values"):
        load_host([source], strict=True)
