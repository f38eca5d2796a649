"""The commands about local rules (地方规定的命令): ``plugins`` and ``new-plugin``."""

import warnings
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from traceback import format_exception
from typing import Any

import click

from gansu_reemployment.cli.options import FILE
from gansu_reemployment.cli.output import echo
from gansu_reemployment.cli.setting import Setting
from gansu_reemployment.errors import GansuError, PluginError, PluginWarning
from gansu_reemployment.i18n import Message, _, show, translate
from gansu_reemployment.plugins.discovery import SWITCH, discover
from gansu_reemployment.plugins.host import Plugin


@contextmanager
def print_plugin_warnings(language: str) -> Iterator[None]:
    """Print the faults of plugins on standard error, each once."""
    printed: set[str] = set()

    def show(message: Warning | str, *where: Any, **more: Any) -> None:
        if not isinstance(message, PluginWarning):
            other(message, *where, **more)
        elif (line := message.say(language)) not in printed:
            printed.add(line)
            echo(line, err=True)

    with warnings.catch_warnings():
        warnings.simplefilter("always", PluginWarning)
        other, warnings.showwarning = warnings.showwarning, show
        yield


@click.command(short_help="List the plugins and their state.")
@click.option("--traceback", is_flag=True, help="Also where each fault comes from.")
@click.pass_obj
def plugins(setting: Setting, *, traceback: bool) -> int:
    """List the plugins: regions, rules, version and state; exit 1 if any failed to load."""
    try:
        loaded = setting.host.plugins
    except PluginError as fault:  # of a file that is given by --plugin or --rules
        if traceback:
            _print_traceback(fault)
        raise
    for plugin in loaded:
        echo(f"{plugin.name}  ({plugin.source})")
        _one(setting, plugin, traceback=traceback)
    off = sorted({source.name for source in discover("")} - {source.name for source in discover()})
    if off:
        setting.print(_("Switched off by {variable}: {names}"), variable=SWITCH, names=off)
    return 1 if any(plugin.fault for plugin in loaded) else 0


def _one(setting: Setting, plugin: Plugin, *, traceback: bool) -> None:
    language = setting.language
    regions = (show(setting.host.regions.find(code), language) for code in plugin.regions)
    _line(setting, _("regions"), regions)
    _line(setting, _("amended rules"), plugin.paths)
    _line(setting, _("local conditions"), plugin.conditions)
    _line(setting, _("adjusted results"), plugin.adjustments)
    _line(setting, _("added facts"), plugin.facts)
    _line(setting, _("local measures"), plugin.measures)
    _line(setting, _("ledgers"), plugin.ledgers)
    loaded = _("loaded, but it has no content") if plugin.is_empty else _("loaded")
    state = plugin.fault.say(language) if plugin.fault else translate(loaded, language)
    _line(setting, _("state"), [state])
    if traceback and plugin.fault:
        _print_traceback(plugin.fault)


def _print_traceback(fault: GansuError) -> None:
    echo("".join(format_exception(fault)).rstrip())


def _line(setting: Setting, label: str, values: Iterable[str]) -> None:
    if shown := tuple(values):
        pair = Message(_("{name}: {value}"), {"name": Message(label), "value": shown})
        echo(f"  {pair.say(setting.language)}")


@click.command("new-plugin", short_help="Create a plugin for a region.")
@click.argument("region")
@click.option("--out", type=FILE, help="The folder to create; by default its name.")
@click.pass_obj
def new_plugin(setting: Setting, region: str, out: Path | None) -> None:
    """Create a complete plugin for REGION: package, test and README."""
    from gansu_reemployment.plugins.scaffold import new_plugin as write  # noqa: PLC0415 - rarely used
    from gansu_reemployment.plugins.scaffold import slug  # noqa: PLC0415 - rarely used

    found = setting.host.regions.find(region)
    folder = out or Path(f"gansu-reemployment-{slug(found).replace('_', '-')}")
    for path in write(found, folder):
        echo(path)
    text = _("Next: python -m pip install -e {folder}, then python -m pytest {folder}")
    setting.print(text, folder=folder)
