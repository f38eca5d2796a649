"""How plugins are found and loaded: each on its own, its faults told by its distribution."""

from collections.abc import Callable, Iterable
from datetime import date
from importlib.metadata import EntryPoint, EntryPoints
from types import ModuleType, SimpleNamespace
from typing import Any, Final

import pytest

from gansu_reemployment import __version__
from gansu_reemployment.errors import (
    AmendmentError,
    PluginError,
    RulebookError,
    UnknownNameError,
)
from gansu_reemployment.hookspecs import GROUP, LocalRules, hookimpl
from gansu_reemployment.host import Host, Source
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.loading import BUILT_IN, SWITCH, built_in, discover, load_host
from gansu_reemployment.regions import GANSU_ID, Level, Region

DAY: Final = date(2003, 7, 1)
CITE: Final = Instrument("市政发〔2003〕1号", "", ("某市",), DAY, DAY).at("第二条")
SHANDONG: Final = Region("370000", "山东省", "Shandong Province", Level.PROVINCE)
QINGDAO: Final = Region("370200", "青岛市", "Qingdao City", Level.PREFECTURE, "370000")


def source(name: str, load: Callable[[], Any]) -> Source:
    """Give a plugin that is imported by *load*."""
    return Source(name, f"dist-{name}", "1.2", load)


def module(**hooks: Callable[..., Any]) -> ModuleType:
    """Build a plugin's module with those hooks."""
    made = ModuleType("plugin")
    for name, function in hooks.items():
        setattr(made, name, hookimpl(function))
    return made


def speaking(region: str, *rows: tuple[str, Any], declares: tuple[Region, ...] = ()) -> ModuleType:
    """Build a plugin that speaks for *region*."""
    amendments = tuple(Amendment(path, DAY, value, CITE, "") for path, value in rows)
    given = LocalRules(region=region, amendments=amendments, declares=declares)
    return module(local_rules=lambda: given)


def load(*sources: Source, **options: Any) -> Host:
    """Load those plugins and the built-in ones."""
    return load_host(sources, **options)


def fault_of(host: Host, name: str) -> PluginError:
    """Give the fault of a plugin that was left out."""
    (plugin,) = (plugin for plugin in host.plugins if plugin.name == name)
    assert isinstance(plugin.fault, PluginError)
    return plugin.fault


def stopping(problem: BaseException) -> Callable[[], Any]:
    """Give an import that raises."""

    def stop() -> Any:
        raise problem

    return stop


class TestBuiltIn:
    """What comes in by the same door."""

    def test_without_any_plugin(self) -> None:
        """The province and the ledgers are there, sound, and first."""
        host = load()
        assert [(name, None) for name in BUILT_IN] == [(p.name, p.fault) for p in host.plugins]
        assert GANSU_ID in host.locals
        assert {"memory", "sqlite"} <= set(host.ledgers)
        assert all(f"gansu-reemployment {__version__}" == str(found) for found in built_in())

    def test_installed_plugins_are_sound(self) -> None:
        """Nothing that is installed here is left out."""
        assert [] == [plugin.fault for plugin in load_host().plugins if plugin.fault]


class TestSound:
    """A plugin that is taken."""

    def test_what_it_brings(self) -> None:
        """The host lists its region and the rules it amends, and its row holds there."""
        host = load(source("a", lambda: speaking("武威", ("hardship.age_men", 45))))
        plugin = host.plugins[-1]
        wuwei = host.regions.find("武威市")
        assert ("a", (wuwei.id,), ("hardship.age_men",)) == (
            plugin.name,
            plugin.regions,
            plugin.paths,
        )
        assert 45 == host.rulebook(wuwei).find("hardship.age_men").on(DAY).value
        assert "dist-a 1.2" == str(plugin.source)

    def test_rows_get_the_region_of_the_plugin(self) -> None:
        """A plugin speaks for one region, so its rows need not repeat it."""
        host = load(source("a", lambda: speaking("武威市", ("hardship.age_men", 45))))
        wuwei = host.regions.find("武威市")
        assert wuwei.id == host.rulebook(wuwei).find("hardship.age_men").on(DAY).region

    def test_region_outside_gansu(self) -> None:
        """A plugin may bring places along; two may bring the same one."""
        first = speaking("青岛市", ("hardship.age_men", 45), declares=(SHANDONG, QINGDAO))
        second = speaking("山东省", declares=(SHANDONG,))
        host = load(source("a", lambda: first), source("b", lambda: second), strict=True)
        assert ["全国", "山东省", "青岛市"] == [
            place.name for place in host.regions.chain(host.regions.find("青岛市"))
        ]

    def test_empty_plugin(self) -> None:
        """A plugin without any hook brings nothing and harms nothing."""
        host = load(source("a", SimpleNamespace))
        assert ((), None) == (host.plugins[-1].regions, host.plugins[-1].fault)


class TestLeftOut:
    """A plugin with a fault."""

    @pytest.mark.parametrize(
        "problem",
        [
            ImportError("no numpy"),
            SystemExit(3),
            KeyError("x"),
            SyntaxError("bad"),
            OSError("disk"),
        ],
    )
    def test_import_that_fails(self, problem: BaseException) -> None:
        """Whatever the import raises is told, with distribution and version; others go on."""
        sound = speaking("武威市", ("hardship.age_men", 45))
        host = load(source("a", stopping(problem)), source("b", lambda: sound))
        fault = fault_of(host, "a")
        assert "dist-a 1.2" == fault.distribution
        assert f"dist-a 1.2 was left out: {type(problem).__name__}" in str(fault)
        assert problem is fault.__cause__
        assert host.regions.find("武威市").id in host.locals

    def test_keyboard_is_heard(self) -> None:
        """Who stops the program stops it, also while a plugin is imported."""
        with pytest.raises(KeyboardInterrupt):
            load(source("a", stopping(KeyboardInterrupt())))

    def test_misspelt_hook(self) -> None:
        """A hook that does not exist is told, not ignored."""
        host = load(source("a", lambda: module(local_rule=lambda: None)))
        assert "local_rule" in str(fault_of(host, "a"))

    def test_argument_that_the_hook_does_not_have(self) -> None:
        """A hook asks for what it is given and nothing else."""
        host = load(source("a", lambda: module(local_rules=lambda region: region)))
        assert "region" in str(fault_of(host, "a"))

    def test_later_plugins_are_loaded_after_a_fault_of_registration(self) -> None:
        """What a faulty plugin left in the manager is taken back."""
        bad = module(local_rule=lambda: None, breakdown_weights=lambda region: {region: 1})
        good = speaking("武威市", ("hardship.age_men", 45))
        host = load(source("a", lambda: bad), source("b", lambda: good))
        assert [None] == [plugin.fault for plugin in host.plugins if plugin.name == "b"]
        assert host.weights(host.regions.find("武威市"), 2003) is None

    @pytest.mark.parametrize(
        ("path", "value", "kind", "message"),
        [
            ("hardship.ability", False, AmendmentError, "is not delegated"),
            ("hardship.age_man", 45, UnknownNameError, "Did you mean hardship.age_men"),
            ("hardship.age_men", "45", AmendmentError, "is not a whole number"),
            ("guarantee.multiple", 6, AmendmentError, "lies outside what the law allows"),
        ],
    )
    def test_row_that_the_law_does_not_allow(
        self, path: str, value: Any, kind: type[Exception], message: str
    ) -> None:
        """A row is checked when the plugin is loaded, and the reason is told."""
        fault = fault_of(load(source("a", lambda: speaking("武威市", (path, value)))), "a")
        assert isinstance(fault.__cause__, kind)
        assert message in str(fault)

    def test_one_bad_row_keeps_all_out(self) -> None:
        """What one plugin brings is taken whole or not at all."""
        rows = (("hardship.age_men", 45), ("hardship.ability", False))
        host = load(source("a", lambda: speaking("武威市", *rows)))
        assert host.regions.find("武威市").id not in host.locals

    def test_region_that_clashes(self) -> None:
        """A place with the code of another is refused."""
        other = Region("620600", "某市", "Some City", Level.PREFECTURE, GANSU_ID)
        fault = fault_of(load(source("a", lambda: speaking("某市", declares=(other,)))), "a")
        assert isinstance(fault.__cause__, RulebookError)

    def test_strict_raises_the_first_fault(self) -> None:
        """With *strict* nothing is passed over."""
        with pytest.raises(PluginError, match=r"dist-a 1\.2 was left out"):
            load(
                source("a", stopping(ImportError("x"))),
                source("b", stopping(ImportError("y"))),
                strict=True,
            )

    def test_two_plugins_of_one_region(self) -> None:
        """Neither is used, both are named, and what the nation says holds."""
        both = {
            name: speaking("武威市", ("hardship.age_men", age))
            for name, age in (("a", 45), ("b", 46))
        }
        host = load(*(source(name, lambda name=name: both[name]) for name in both))  # type: ignore[misc]
        for name in both:
            assert "dist-a 1.2 + dist-b 1.2 both speak for" in str(fault_of(host, name))
        wuwei = host.regions.find("武威市")
        assert 50 == host.rulebook(wuwei).find("hardship.age_men").on(DAY).value


def points(*names: str) -> EntryPoints:
    """Give entry points of those names, which no distribution has."""
    return EntryPoints(EntryPoint(name, "json", GROUP) for name in names)


@pytest.fixture(name="installed")
def _installed(monkeypatch: pytest.MonkeyPatch) -> None:
    found = points("lanzhou", "jiuquan", "wuwei")
    monkeypatch.setattr("importlib.metadata.entry_points", lambda **_group: found)
    monkeypatch.delenv(SWITCH, raising=False)


def names(found: Iterable[Source]) -> list[str]:
    """Give the names of plugins."""
    return [one.name for one in found]


@pytest.mark.usefixtures("installed")
class TestDiscovery:
    """Which installed plugins are loaded."""

    @pytest.mark.parametrize(
        ("switch", "loaded"),
        [
            ("", ["jiuquan", "lanzhou", "wuwei"]),
            ("none", []),
            ("wuwei", ["wuwei"]),
            ("wuwei,lanzhou", ["lanzhou", "wuwei"]),
            (" wuwei , ,lanzhou ", ["lanzhou", "wuwei"]),
            ("-wuwei", ["jiuquan", "lanzhou"]),
            ("-wuwei,-lanzhou", ["jiuquan"]),
            ("wuwei,lanzhou,-wuwei", ["lanzhou"]),
            ("nobody", []),
        ],
    )
    def test_switch(self, switch: str, loaded: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """The variable lets in all, none, those named, or all but those with a minus; by name."""
        assert loaded == names(discover(switch))
        monkeypatch.setenv(SWITCH, switch)
        assert loaded == names(discover())

    def test_source_without_a_distribution(self) -> None:
        """An entry point that no distribution owns goes by what it names."""
        found = discover()[0]
        assert ("json", "", "json", "json") == (
            found.distribution,
            found.version,
            str(found),
            found.module,
        )
        assert "json" == found.load().__name__
