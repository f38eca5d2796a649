"""The contract of local rules finds each fault that a plugin may have."""

from collections.abc import Callable
from datetime import date, datetime
from fractions import Fraction
from types import ModuleType
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment import Amendment, Group, Instrument, Region, Standing
from gansu_reemployment.errors import PluginError
from gansu_reemployment.facts import PostForm
from gansu_reemployment.law.documents import Citation
from gansu_reemployment.measures.persons.hardship.rules import AgeDay
from gansu_reemployment.plugins import LocalRules, hookimpl
from gansu_reemployment.plugins.discovery import discover
from gansu_reemployment.regions import Level
from gansu_reemployment.testing import LocalRulesContract

ISSUED = date(2003, 6, 28)
SINCE = date(2003, 7, 1)
RULES = Instrument("武政发〔2003〕1号", "再就业实施办法", ("武威市人民政府",), ISSUED, SINCE)
CITE = RULES.at("第三条")
#: Every test of the contract, by its name.
TESTS = [name for name in dir(LocalRulesContract) if name.startswith("test_")]


def row(path: str = "hardship.age_men", value: Any = 45, **changes: Any) -> Amendment:
    """Write a sound row, but for *changes*."""
    given: dict[str, Any] = {"since": SINCE, "cite": CITE, "region": "武威市", "until": None}
    return Amendment(path=path, value=value, **given | changes)


def plugin(*rows: Any, region: str = "武威市", **changes: Any) -> ModuleType:
    """Write a plugin as a module with one hook."""
    module = ModuleType("bad_plugin")

    def local_rules() -> LocalRules:
        return LocalRules(region=region, amendments=rows, **changes)

    module.local_rules = hookimpl(local_rules)  # type: ignore[attr-defined]
    return module


def contract(module: ModuleType, **changes: Any) -> LocalRulesContract:
    """Give the contract of a plugin, as it would inherit it."""
    kind = type("TestContract", (LocalRulesContract,), {"plugin": module, **changes})
    tests: LocalRulesContract = kind()
    return tests


def found(module: ModuleType, test: str, **changes: Any) -> str:
    """Give what a test of the contract says against the plugin."""
    with pytest.raises((AssertionError, PluginError)) as caught:
        getattr(contract(module, **changes), test)()
    return str(caught.value)


@pytest.fixture(name="sound")
def _sound(monkeypatch: pytest.MonkeyPatch) -> Callable[[ModuleType], None]:
    """Let the entry points name a plugin that is not installed."""

    def install(module: ModuleType) -> None:
        from gansu_reemployment.plugins.source import Source

        source = Source("bad", "bad-plugin", "1", lambda: module, module.__name__)
        name = "gansu_reemployment.testing.local_rules.discover"
        monkeypatch.setattr(name, lambda switch: [*discover(switch), source])

    return install


@pytest.mark.parametrize("test", TESTS)
@pytest.mark.parametrize(
    "rows",
    [
        (),
        (row(), row("hardship.age_day", AgeDay.YEAR_END)),
        (row(until=date(2005, 12, 31)), row(value=46, since=date(2006, 1, 1))),
        (row("post.kinds", frozenset({Group.DISABLED}), since=date(2006, 1, 1)),),
    ],
)
def test_sound_plugin_keeps_the_contract(
    rows: tuple[Amendment, ...], test: str, sound: Callable[[ModuleType], None]
) -> None:
    """Nothing is said against a plugin without a fault."""
    module = plugin(*rows)
    sound(module)

    getattr(contract(module), test)()


def test_module_without_local_rules_keeps_the_contract() -> None:
    """A plugin that has no rows has no faulty ones."""
    module = ModuleType("bad_plugin")

    def ledger_backends() -> dict[str, Any]:
        """Return no ledger."""
        return {}

    module.ledger_backends = hookimpl(ledger_backends)  # type: ignore[attr-defined]
    for test in [one for one in TESTS if one != "test_found_by_its_entry_point"]:
        getattr(contract(module), test)()


def test_plugin_without_an_entry_point_is_found() -> None:
    """A module that no installed distribution names would never be loaded."""
    assert "bad_plugin is named by 0 entry points" in found(
        plugin(), "test_found_by_its_entry_point"
    )


@pytest.mark.parametrize(
    ("module", "message"),
    [
        (plugin(region="武威县城"), "There is no region 武威县城"),
        (plugin(row("hardship.age_mne")), "There is no rule hardship.age_mne"),
        (plugin(row("certificate.ability", False)), "is not delegated"),
        (plugin(row(value=Fraction(45))), "age_men: Fraction(45, 1) is not a whole number"),
        (plugin(row("loan.uplift", Fraction(4, 100))), "is outside the limits set by law"),
        (plugin(45), "returned 45 instead of Amendment"),
        (plugin(row(cite=RULES)), "cite an article of the document"),
        (plugin(row(since="2003-07-01")), "since is '2003-07-01', not a date"),
        (plugin(row(since=date(2003, 6, 27))), "If the document is retroactive"),
        (plugin(row(region="张掖市")), "a row of Zhangye City among the rules of Wuwei City"),
    ],
)
def test_fault_of_loading_is_found(module: ModuleType, message: str) -> None:
    """What strict loading refuses, the contract refuses with the same words."""
    assert message in found(module, "test_loads_without_a_fault")


def test_second_plugin_for_a_rule_is_found() -> None:
    """A plugin for the province may not set what the library's own rules set."""
    second = row("insurance.contract_years", 2, since=date(2009, 1, 1), region="甘肃省")
    assert "both set insurance.contract_years for Gansu Province" in found(
        plugin(second, region="甘肃省"), "test_loads_beside_the_installed_plugins"
    )


@pytest.mark.parametrize(
    ("faulty", "message"),
    [
        (row(since=datetime(2003, 7, 1)), "hardship.age_men since: datetime"),  # noqa: DTZ001
        (row(until="2005-12-31"), "hardship.age_men until: '2005-12-31'"),
        (row(value="45"), "hardship.age_men value: '45'"),
        (row("post.kinds", frozenset({"disabled"})), "post.kinds value: frozenset"),
        (row("post.ladder", (1000, 1500)), "post.ladder value: (1000, 1500)"),
        ("hardship.age_men", "'hardship.age_men' is not an Amendment"),
    ],
)
def test_wrong_type_is_found(faulty: Any, message: str) -> None:
    """A day with a time, a text for a day, or a wrong member of a set or tuple is told."""
    assert message in found(plugin(faulty), "test_rows_have_the_right_types")


def test_type_of_an_unknown_rule_is_no_second_fault() -> None:
    """A path that there is not is told once, by the test of the paths."""
    contract(plugin(row("hardship.age_mne"))).test_rows_have_the_right_types()


@pytest.mark.parametrize(
    "cite",
    [
        None,
        RULES,
        Instrument("", "", (), None, None).at("第三条"),
        Citation(RULES, "第三条", "read"),  # type: ignore[arg-type]
    ],
)
def test_value_without_document_or_standing_is_found(cite: Any) -> None:
    """Each value has a document with a name and one of the standings."""
    assert "['hardship.age_men']" in found(plugin(row(cite=cite)), "test_rows_cite_their_document")


def test_rows_that_are_not_delegated_are_found_together() -> None:
    """All wrong paths are told at once."""
    module = plugin(row("certificate.ability", False), row("hardship.age_mne"), row())
    told = found(module, "test_rows_are_delegated")

    assert "certificate.ability" in told
    assert "hardship.age_mne" in told


@pytest.mark.parametrize(("since", "early"), [(ISSUED, False), (date(2003, 6, 27), True)])
def test_row_before_its_document_is_found(since: date, early: bool) -> None:  # noqa: FBT001
    """A row may hold from the day of issue on; one that reaches back says so, and no other."""
    test = "test_rows_begin_with_their_document"

    getattr(contract(plugin(row(since=since, retroactive=early))), test)()
    assert "['hardship.age_men']" in found(plugin(row(since=since, retroactive=not early)), test)


def test_document_without_a_day_of_issue_is_never_late() -> None:
    """Where the day of issue is not known, no row is before it."""
    cite = Instrument("", "武威市某文件", (), None, None).at(standing=Standing.REPORTED)

    contract(plugin(row(cite=cite))).test_rows_begin_with_their_document()


def test_row_that_stands_twice_is_found() -> None:
    """Two values from one day on are no law."""
    assert "hardship.age_men" in found(plugin(row(), row(value=46)), "test_rows_stand_once")


def test_row_that_never_applies_is_found() -> None:
    """A row from after the last day that the table covers is shadowed."""
    assert "never in force: ['hardship.age_men']" in found(
        plugin(row(since=date(2011, 1, 1))), "test_rows_apply"
    )


@pytest.mark.parametrize(
    "rows",
    [
        (row(value=50),),
        (row("hardship.reuse", "again"),),
        (row(), row(since=date(2004, 1, 1))),
        (row(value=50, since=date(2006, 1, 1)), row(since=date(2003, 7, 1), value=50)),
    ],
    ids=["national value", "wrong type", "own value", "two"],
)
def test_row_that_changes_nothing_is_found(rows: tuple[Amendment, ...]) -> None:
    """A row that repeats the nation's or the place's own earlier value says nothing."""
    assert found(plugin(*rows), "test_rows_change_something")


def test_row_that_changes_only_some_days_is_kept() -> None:
    """A value that the nation takes over later is no repetition."""
    later = row("loan.norm", _yuan(50_000), since=date(2008, 8, 3))
    same = row("loan.norm", _yuan(50_000), since=date(2008, 8, 4))

    contract(plugin(later)).test_rows_change_something()
    assert "['loan.norm']" in found(plugin(same), "test_rows_change_something")
    contract(plugin(same), restated=("loan.norm",)).test_rows_change_something()


def _yuan(amount: int) -> Any:
    from gansu_reemployment import Yuan

    return Yuan(amount)


def test_value_where_the_nation_has_none_is_no_repetition() -> None:
    """A value for days that the nation leaves open is one of its own."""
    contract(plugin(row("insurance.medical_rate", Fraction(6, 100)))).test_rows_change_something()


FIXED = row("hardship.age_day", AgeDay.FIXED)
FIXED_DAY = row("hardship.age_fixed_day", date(2003, 12, 31))


@pytest.mark.parametrize(
    ("rows", "lacking"),
    [
        ((FIXED,), "{'hardship.age_fixed_day': 'hardship on 2003-07-01'}"),
        (
            (FIXED, evolve(FIXED_DAY, until=date(2005, 12, 31))),
            "{'hardship.age_fixed_day': 'hardship on 2006-01-01'}",
        ),
        (
            (FIXED, evolve(FIXED_DAY, since=date(2004, 1, 1))),
            "{'hardship.age_fixed_day': 'hardship on 2003-07-01'}",
        ),
        (
            (evolve(FIXED, until=date(2005, 12, 31)), evolve(FIXED, since=date(2007, 1, 1))),
            "{'hardship.age_fixed_day': 'hardship on 2003-07-01'}",
        ),
        (
            (row("post.form", PostForm.LADDER),),
            "{'post.ladder': 'post_subsidy on 2003-07-01'}",
        ),
    ],
)
def test_rule_that_a_row_calls_for_is_found(rows: tuple[Amendment, ...], lacking: str) -> None:
    """A form without its figure, on any day, is told with the measure; unless it is not known."""
    module, test = plugin(*rows), "test_rows_have_what_they_call_for"
    path = lacking.split("'")[1]

    assert f"required and not set: {lacking}" in found(module, test)
    getattr(contract(module, not_known=(path,)), test)()


def test_rule_that_is_said_not_to_be_known_and_is(sound: Callable[[ModuleType], None]) -> None:
    """What is set is no longer named as not known."""
    module = plugin(FIXED, FIXED_DAY)
    sound(module)
    named = {"not_known": ("hardship.age_fixed_day",)}

    for test in TESTS:
        getattr(contract(module), test)()
    assert "required and not set: {}" in found(module, "test_rows_have_what_they_call_for", **named)


def test_value_that_the_nation_lacks_too_is_not_called_for() -> None:
    """What no row of the place makes a measure ask for is not the place's to answer."""
    later = row("insurance.ratio", Fraction(80, 100), since=date(2006, 1, 1))

    contract(plugin(later)).test_rows_have_what_they_call_for()


def test_place_without_a_name_is_found() -> None:
    """An explanation has to name the place in both languages."""
    nameless = Region("370000", "山东省", "", Level.PROVINCE)
    module = plugin(row(region="山东省"), region="山东省", declares=(nameless,))

    assert "('hardship.age_men', 'en')" in found(module, "test_explanations_name_the_place")
