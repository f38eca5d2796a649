"""What a plugin answers to the hooks, checked before it is taken (插件应答检查)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, TypeVar

import pluggy

from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.errors import GansuError, PluginError
from gansu_reemployment.i18n import _
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.plugins.hooks import API, LedgerFactory, LocalReview, LocalRules
from gansu_reemployment.plugins.host import Source
from gansu_reemployment.regions import Region

T = TypeVar("T")


def ask_rules(manager: pluggy.PluginManager, source: Source) -> list[LocalRules]:
    """Ask for local rules, and refuse those written for a newer version of the hooks."""
    given = _several(_ask(manager, source, "local_rules"), LocalRules, source)
    for rules in given:
        _several(rules.amendments, Amendment, source)
        _several(rules.declares, Region, source)
        _several(rules.checked_on, date, source)
        if rules.api > API:
            raise PluginError(
                str(source),
                _("{distribution} was written for version {api} of the hooks; this is {own}."),
                api=rules.api,
                own=API,
            )
    return given


def ask_reviews(manager: pluggy.PluginManager, source: Source) -> list[LocalReview]:
    """Ask for local conditions, and refuse one on a measure that there is not."""
    reviews = _several(_ask(manager, source, "local_review"), LocalReview, source)
    for review in reviews:
        find_measure(review.measure)
        if not callable(review.condition):
            raise _wrong(source, review.condition, "Condition")
    return reviews


def ask_ledgers(manager: pluggy.PluginManager, source: Source) -> dict[str, LedgerFactory]:
    """Ask for ledgers by the scheme of their URL."""
    answer = _ask(manager, source, "ledger_backends")
    if answer is None:
        return {}
    if not isinstance(answer, Mapping) or not all(map(callable, answer.values())):
        raise _wrong(source, answer, "Mapping[str, LedgerFactory]")
    return dict(answer)


def refuse_defaults(manager: pluggy.PluginManager, source: Source) -> None:
    """Refuse default arguments: versions of pluggy differ in whether they pass them."""
    module = manager.get_plugin(source.name)
    for caller in manager.get_hookcallers(module) or ():
        for impl in caller.get_hookimpls():
            if impl.plugin_name == source.name and impl.kwargnames:
                raise PluginError(
                    str(source),
                    _("{distribution}: {hook} must not give default values to its arguments."),
                    hook=caller.name,
                )


def left_out(source: Source, problem: BaseException) -> PluginError:
    """Name the distribution that *problem* keeps out."""
    told = problem if isinstance(problem, GansuError) else f"{type(problem).__name__}: {problem}"
    fault = PluginError(str(source), _("{distribution} was left out: {problem}"), problem=told)
    fault.__cause__ = problem
    return fault


def _ask(manager: pluggy.PluginManager, source: Source, hook: str) -> Any:
    """Call a plugin's own implementation of a hook, if it has one."""
    for impl in getattr(manager.hook, hook).get_hookimpls():
        if impl.plugin_name == source.name:
            return impl.function()
    return None


def _several(answer: Any, kind: type[T], source: Source) -> list[T]:
    """Give an answer of one or several values as a list, and refuse any other type."""
    values = answer if isinstance(answer, (list, tuple)) else [] if answer is None else [answer]
    for value in values:
        if not isinstance(value, kind):
            raise _wrong(source, value, kind.__name__)
    return list(values)


def _wrong(source: Source, value: Any, kind: str) -> PluginError:
    text = _("{distribution} gave {value!r} where {kind} is wanted.")
    return PluginError(str(source), text, value=value, kind=kind)
