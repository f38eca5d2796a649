"""How plugins are found and loaded: each on its own, its faults told by its distribution."""

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from types import ModuleType
from typing import Any, Final

import pytest
from attrs import evolve

from gansu_reemployment.errors import (
    AmendmentError,
    PluginError,
    PluginWarning,
    RulebookError,
    UnknownNameError,
)
from gansu_reemployment.law.documents import Citation, Instrument
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.plugins.discovery import BUILT_IN
from gansu_reemployment.plugins.hooks import LocalRules, hookimpl
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import GANSU_ID, Level, Region

DAY: Final = date(2003, 7, 1)
RULES: Final = Instrument("市政发〔2003〕1号", "", ("某市",), DAY, DAY)
CITE: Final = RULES.at("第二条")
NO_DAY: Final[Any] = "2003"
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


def with_row(place: str = "武威市", **changes: Any) -> ModuleType:
    """Build a plugin of one sound row, but for *changes*."""
    given: dict[str, Any] = {"path": "hardship.age_men", "since": DAY, "value": 45, "cite": CITE}
    row = Amendment(**{"region": "", **given, **changes})
    return module(local_rules=lambda: LocalRules(region=place, amendments=(row,)))


def load(*sources: Source, **options: Any) -> Host:
    """Load those plugins and the built-in ones."""
    return load_host(sources, **options)


def load_ill(*sources: Source) -> Host:
    """Load plugins of which some are left out, which a warning tells."""
    with pytest.warns(PluginWarning, match="^A plugin is not used: .*dist-"):
        return load_host(sources)


def fault_of(host: Host, name: str) -> PluginError:
    """Give the fault of a plugin that was skipped."""
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

    @pytest.mark.parametrize("region", ["", "武威市", "武威", "620600", "Wuwei City"])
    def test_row_that_names_the_region(self, region: str) -> None:
        """A row may name the region of its plugin, by any of its names."""
        host = load(source("a", lambda: with_row(region=region, path="hardship.age_men")))
        assert ["620600"] == [row.region for row in host.locals["620600"].amendments]

    def test_row_that_reaches_back(self) -> None:
        """A row that says so may hold from before its document."""
        since = date(2003, 1, 1)
        load(source("a", lambda: with_row(since=since, retroactive=True)), strict=True)

    def test_region_outside_gansu(self) -> None:
        """A plugin may bring places along; two may bring the same one."""
        first = speaking("青岛市", ("hardship.age_men", 45), declares=(SHANDONG, QINGDAO))
        second = speaking("山东省", declares=(SHANDONG,))
        host = load(source("a", lambda: first), source("b", lambda: second), strict=True)
        assert ["全国", "山东省", "青岛市"] == [
            place.name for place in host.regions.chain(host.regions.find("青岛市"))
        ]

    def test_plugin_that_brings_nothing(self) -> None:
        """A plugin without a single rule is sound, and known to be empty."""
        host = load(source("a", lambda: speaking("武威市")))
        assert [False, True] == [host.plugins[n].is_empty for n in (0, -1)]

    def test_plugins_of_one_region(self) -> None:
        """Several plugins may speak for a region, as long as each sets rules of its own."""
        host = load(
            source("a", lambda: speaking("武威市", ("hardship.age_men", 45))),
            source("b", lambda: speaking("武威市", ("hardship.age_women", 38))),
            strict=True,
        )
        book = host.rulebook(host.regions.find("武威市"))
        ages = [book.find(f"hardship.age_{sex}").on(DAY).value for sex in ("men", "women")]
        assert [45, 38] == ages


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
        host = load_ill(source("a", stopping(problem)), source("b", lambda: sound))
        fault = fault_of(host, "a")
        assert "dist-a 1.2" == fault.distribution
        assert f"dist-a 1.2 was skipped: {type(problem).__name__}" in str(fault)
        assert problem is fault.__cause__
        assert host.regions.find("武威市").id in host.locals

    def test_keyboard_is_heard(self) -> None:
        """Who stops the program stops it, also while a plugin is imported."""
        with pytest.raises(KeyboardInterrupt):
            load(source("a", stopping(KeyboardInterrupt())))

    def test_misspelt_hook(self) -> None:
        """A hook that does not exist is told, not ignored."""
        host = load_ill(source("a", lambda: module(local_rule=lambda: None)))
        assert "local_rule" in str(fault_of(host, "a"))

    def test_argument_that_the_hook_does_not_have(self) -> None:
        """A hook asks for what it is given and nothing else."""
        host = load_ill(source("a", lambda: module(local_rules=lambda region: region)))
        assert "region" in str(fault_of(host, "a"))

    def test_later_plugins_are_loaded_after_a_fault_of_registration(self) -> None:
        """Nothing of a faulty plugin is taken."""
        bad = module(local_rule=lambda: None, ledger_backends=lambda: {"mine": print})
        good = speaking("武威市", ("hardship.age_men", 45))
        host = load_ill(source("a", lambda: bad), source("b", lambda: good))
        assert [None] == [plugin.fault for plugin in host.plugins if plugin.name == "b"]
        assert "mine" not in host.ledgers

    @pytest.mark.parametrize(
        ("path", "value", "kind", "message"),
        [
            ("certificate.ability", False, AmendmentError, "is not delegated"),
            ("hardship.age_man", 45, UnknownNameError, "hardship.age_men"),
            ("hardship.age_men", "45", AmendmentError, "is not a whole number"),
            ("guarantee.multiple", 6, AmendmentError, "is outside the limits set by law"),
        ],
    )
    def test_row_that_the_law_does_not_allow(
        self, path: str, value: Any, kind: type[Exception], message: str
    ) -> None:
        """A row is checked when the plugin is loaded, and the reason is told."""
        fault = fault_of(load_ill(source("a", lambda: speaking("武威市", (path, value)))), "a")
        assert isinstance(fault.__cause__, kind)
        assert message in str(fault)

    @pytest.mark.parametrize(
        ("changes", "message"),
        [
            (
                {"cite": RULES},
                'hardship.age_men: cite an article of the document: DOCUMENT.at("第三条")',
            ),
            ({"cite": None}, "hardship.age_men: cite is 'None', not a citation"),
            ({"cite": Citation(RULES, "", "read")}, "cite.standing is 'read', not a standing"),  # type: ignore[arg-type]
            ({"cite": Citation("一号", "")}, "cite.instrument is '一号', not a document"),  # type: ignore[arg-type]
            (
                {"cite": evolve(RULES, issued=NO_DAY).at()},
                "issued is '2003', not a date or nothing",
            ),
            (
                {"cite": evolve(RULES, known_by=NO_DAY).at()},
                "known_by is '2003', not a date or nothing",
            ),
            ({"since": "2003-07-01"}, "since is '2003-07-01', not a date"),
            ({"since": datetime(2003, 7, 1)}, "since is '2003-07-01T00:00:00', not a date"),  # noqa: DTZ001
            ({"until": 2005}, "until is '2005', not a date or nothing"),
            ({"region": None}, "region is 'None', not a text"),
            ({"path": 3}, "3: path is '3', not a text"),
            ({"path": "post.ladder", "value": (1_000, 1_500)}, "is not tuple"),
            (
                {"since": date(2003, 6, 30)},
                (
                    "hardship.age_men: the row takes effect on 2003-06-30, but its document "
                    "市政发〔2003〕1号 was issued on 2003-07-01."
                ),
            ),
            (
                {"region": "张掖市"},
                "hardship.age_men: a row of Zhangye City among the rules of Wuwei City",
            ),
            ({"region": "620700"}, "a row of Zhangye City among the rules of Wuwei City"),
            ({"region": "甘肃省"}, "a row of Gansu Province among the rules of Wuwei City"),
            ({"region": "张掖县城"}, "There is no region 张掖县城"),
        ],
    )
    def test_row_that_is_not_as_it_should_be(self, changes: Any, message: str) -> None:
        """What can be told of a row without working it is told when the plugin is loaded."""
        fault = fault_of(load_ill(source("a", lambda: with_row(**changes))), "a")
        assert message in str(fault)

    def test_rows_of_the_nation(self) -> None:
        """No plugin sets what the nation sets."""
        fault = fault_of(load_ill(source("a", lambda: with_row("全国"))), "a")
        assert "The rules of the nation are the library's" in str(fault)

    def test_one_bad_row_keeps_all_out(self) -> None:
        """What one plugin brings is taken whole or not at all."""
        rows = (("hardship.age_men", 45), ("certificate.ability", False))
        host = load_ill(source("a", lambda: speaking("武威市", *rows)))
        assert host.regions.find("武威市").id not in host.locals

    def test_region_that_clashes(self) -> None:
        """A place with the code of another is refused."""
        other = Region("620600", "某市", "Some City", Level.PREFECTURE, GANSU_ID)
        fault = fault_of(load_ill(source("a", lambda: speaking("某市", declares=(other,)))), "a")
        assert isinstance(fault.__cause__, RulebookError)

    def test_strict_raises_the_first_fault(self) -> None:
        """With *strict* nothing is passed over."""
        with pytest.raises(PluginError, match=r"dist-a 1\.2 was skipped"):
            load(
                source("a", stopping(ImportError("x"))),
                source("b", stopping(ImportError("y"))),
                strict=True,
            )

    def test_two_plugins_that_set_one_rule(self) -> None:
        """Neither is used, both are named, and what the nation says holds."""
        both = {
            name: speaking("武威市", ("hardship.age_men", age))
            for name, age in (("a", 45), ("b", 46))
        }
        host = load_ill(*(source(name, lambda name=name: both[name]) for name in both))  # type: ignore[misc]
        for name in both:
            told = "dist-a 1.2 + dist-b 1.2 both set hardship.age_men for Wuwei City"
            assert told in str(fault_of(host, name))
        wuwei = host.regions.find("武威市")
        assert 50 == host.rulebook(wuwei).find("hardship.age_men").on(DAY).value

    def test_remedy_of_a_conflict(self) -> None:
        """Of two that set one rule those that can be switched off are named."""
        here = evolve(source("wuwei", with_row), module="wuwei_rules")
        file = source("wuwei.toml", with_row)
        told = "neither is used. Leave one out: GANSU_REEMPLOYMENT_PLUGINS=-wuwei."
        assert told in str(fault_of(load_ill(here, file), "wuwei.toml"))
        other = evolve(here, name="other")
        told = "PLUGINS=-wuwei, GANSU_REEMPLOYMENT_PLUGINS=-other."
        assert told in str(fault_of(load_ill(here, other), "wuwei"))

    def test_province_cannot_be_pushed_out(self) -> None:
        """A plugin that sets what the library's own rules set is left out; theirs stay."""
        given = with_row("甘肃省", path="insurance.contract_years", value=2, since=date(2009, 1, 1))
        second = evolve(source("second", lambda: given), module="second_rules")
        host = load_ill(second)
        fault = str(fault_of(host, "second"))
        assert fault.endswith("Leave one out: GANSU_REEMPLOYMENT_PLUGINS=-second.")
        rule = host.rulebook(host.regions.find("甘肃省")).find("insurance.contract_years")
        assert 1 == rule.on(date(2009, 1, 1)).value
        assert host.plugins[0].fault is None

    def test_further_rules_of_the_province(self) -> None:
        """A plugin may speak for the province beside the library, and takes nothing from it."""
        host = load(source("a", lambda: with_row("甘肃省")), strict=True)
        assert len(host.locals[GANSU_ID].amendments) > 1

    def test_each_fault_is_told_once(self) -> None:
        """A conflict is one fault, though two plugins have it; the warning holds no other."""
        with pytest.warns(PluginWarning) as caught:
            load_host([source(name, with_row) for name in "ab"])
        assert 1 == len(caught)

    def test_required_source_is_never_left_out(self) -> None:
        """What somebody named is what was meant; the fault of another stops nothing."""
        bad = source("a", stopping(ImportError("x")))
        with pytest.raises(PluginError, match=r"dist-a 1\.2 was skipped"):
            load(evolve(bad, required=True))
        load_ill(bad, evolve(source("b", with_row), required=True))


@pytest.mark.parametrize("name", sorted(BUILT_IN))
def test_built_in_rules_are_never_left_out(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the rules of the province the law would be another: loading fails instead."""

    def fails(_module: str) -> ModuleType:
        raise ImportError

    monkeypatch.setattr("gansu_reemployment.plugins.discovery.import_module", fails)
    for variable in ("none", f"-{name}", "1e10"):
        monkeypatch.setenv("GANSU_REEMPLOYMENT_PLUGINS", variable)
        monkeypatch.setenv("GANSU_REEMPLOYMENT_PLUGIN_SECONDS", variable)
        with pytest.raises(PluginError, match="gansu-reemployment"):
            load_host([])


def test_a_file_that_is_loaded_twice_is_one_module(tmp_path: Path) -> None:
    """A class of facts of the plugin is one class, however often its file is named."""
    path = tmp_path / "rules_loaded_twice.py"
    path.write_text("class Stall: ...\n", encoding="utf-8")

    assert Source.file(path).load() is Source.file(path).load()
