"""Which plugins are found: the library's own and those installed, as far as they are let in."""

from collections.abc import Iterable
from importlib.metadata import EntryPoint, EntryPoints

import pytest

from gansu_reemployment import __version__
from gansu_reemployment.errors import PluginWarning
from gansu_reemployment.plugins.discovery import BUILT_IN, SWITCH, built_in, discover
from gansu_reemployment.plugins.hooks import GROUP
from gansu_reemployment.plugins.source import Source


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
        ],
    )
    def test_switch(self, switch: str, loaded: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
        """The variable lets in all, none, those named, or all but those with a minus; by name."""
        assert loaded == names(discover(switch))
        monkeypatch.setenv(SWITCH, switch)
        assert loaded == names(discover())

    @pytest.mark.parametrize(
        ("switch", "told", "loaded"),
        [
            ("wuwie", "There is no plugin wuwie. Did you mean wuwei?", []),
            (
                "-wuwie",
                "There is no plugin wuwie. Did you mean wuwei?",
                ["jiuquan", "lanzhou", "wuwei"],
            ),
            ("wuwei,zzz", "There is no plugin zzz.", ["wuwei"]),
            ("none,wuwei", "There is no plugin none.", ["wuwei"]),
        ],
    )
    def test_name_that_no_plugin_has(
        self, switch: str, told: str, loaded: list[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """A misspelt name is told with the variable and the nearest; the others count."""
        monkeypatch.setenv(SWITCH, switch)
        with pytest.warns(PluginWarning) as caught:
            found = discover()
        assert [f"{SWITCH}: {told}"] == [str(one.message) for one in caught]
        assert loaded == names(found)

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


def test_built_in_plugins_are_of_the_library() -> None:
    """The rules of the province and the ledgers come with it, in its version."""
    assert list(BUILT_IN) == names(built_in())
    assert all(f"gansu-reemployment {__version__}" == str(found) for found in built_in())
