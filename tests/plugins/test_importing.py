"""A plugin that hangs while it is imported is reported and left out; the others go on."""

import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event
from types import ModuleType
from typing import Any

import pytest

from gansu_reemployment import load_host
from gansu_reemployment.errors import PluginError, PluginWarning
from gansu_reemployment.plugins.host import Source
from gansu_reemployment.plugins.importing import SECONDS, import_within, seconds_allowed


@pytest.fixture(name="hanging")
def _hanging() -> Iterator[Source]:
    """Give a plugin whose import ends only after the test."""
    ended = Event()
    yield Source("hanging", "dist-hanging", "2.1", lambda: ended.wait(60))
    ended.set()


def source(load: Callable[[], Any]) -> Source:
    """Give a plugin that is imported by *load*."""
    return Source("some", "dist-some", "1", load)


def test_module_comes_back() -> None:
    """An import that ends in time gives its module."""
    module = ModuleType("some")

    assert module is import_within(source(lambda: module), 10)


def test_import_of_nothing_comes_back() -> None:
    """A module that is falsy is one all the same."""
    assert import_within(source(lambda: None), 10) is None


@pytest.mark.parametrize("problem", [ImportError("no numpy"), SystemExit(3), KeyError("x")])
def test_what_the_import_raises_is_raised(problem: BaseException) -> None:
    """The error of the thread is the error of the caller."""

    def load() -> None:
        raise problem

    with pytest.raises(type(problem)) as caught:
        import_within(source(load), 10)

    assert problem is caught.value


def test_import_that_hangs_is_told(hanging: Source) -> None:
    """After the time the distribution is named."""
    with pytest.raises(PluginError, match=r"dist-hanging .* not imported within 0.01 sec"):
        import_within(hanging, 0.01)


def test_plugin_that_hangs_takes_down_no_other(hanging: Source) -> None:
    """The one that hangs is left out, the one after it is loaded."""
    sound = source(lambda: ModuleType("sound"))
    with pytest.warns(PluginWarning, match="was not imported within"):
        host = load_host([hanging, sound], seconds=0.2)
    plugins = {plugin.name: plugin for plugin in host.plugins}

    assert isinstance(plugins["hanging"].fault, PluginError)
    assert plugins["some"].fault is None


def test_plugin_that_hangs_is_raised_when_strict(hanging: Source) -> None:
    """Strict loading raises the fault."""
    with pytest.raises(PluginError, match="was not imported within"):
        load_host([hanging], strict=True, seconds=0.2)


@pytest.mark.parametrize(("text", "expected"), [("", 10), ("2.5", 2.5), ("60", 60)])
def test_environment_sets_the_seconds(
    text: str, expected: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The variable says how long an import may take; without it ten seconds."""
    monkeypatch.setenv(SECONDS, text)

    assert expected == seconds_allowed()


@pytest.mark.parametrize("text", ["soon", "0", "-1", "nan", "inf"])
def test_environment_is_checked(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """What is no number of seconds above zero is told, with the name of the variable."""
    monkeypatch.setenv(SECONDS, text)
    with pytest.raises(PluginError, match=f"^{SECONDS} must be a number"):
        load_host([])


def test_argument_goes_before_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever says the seconds in code need not mend the environment."""
    monkeypatch.setenv(SECONDS, "soon")

    assert all(plugin.fault is None for plugin in load_host([], seconds=1).plugins)


def test_program_ends_though_a_plugin_hangs(tmp_path: Path) -> None:
    """A thread that goes on keeps no program from ending."""
    (tmp_path / "hanging.py").write_text("import time\ntime.sleep(120)\n", encoding="utf-8")
    metadata = tmp_path / "hanging-1.dist-info"
    metadata.mkdir()
    (metadata / "METADATA").write_text("Metadata-Version: 2.1\nName: hanging\nVersion: 1\n")
    (metadata / "entry_points.txt").write_text("[gansu_reemployment]\nhanging = hanging\n")
    code = textwrap.dedent(
        f"""
        import os, sys
        sys.path.insert(0, {str(tmp_path)!r})
        os.environ["GANSU_REEMPLOYMENT_PLUGINS"] = "hanging"
        os.environ["{SECONDS}"] = "0.5"
        from gansu_reemployment.cli.main import run
        raise SystemExit(run(["plugins"]))
        """
    )
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, encoding="utf-8", timeout=60, check=False
    )

    assert 1 == done.returncode, done.stderr
    assert "state: hanging 1 was not imported within 0.5 seconds." in done.stdout
    assert "A plugin is not used: hanging 1 was not imported within 0.5 seconds." in done.stderr
