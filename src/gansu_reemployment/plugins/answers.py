"""The answers of a plugin to the hooks (插件应答), with their types checked before use.

A plugin that fails in any way has an :class:`Answer` with a fault; the others are loaded.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from inspect import isroutine
from operator import attrgetter
from typing import Any, Final, TypeVar

import pluggy
from attrs import evolve, field, frozen

from gansu_reemployment.errors import GansuError, PluginError, UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.plugins import hooks
from gansu_reemployment.plugins.hooks import (
    GROUP,
    HOOKS,
    LedgerFactory,
    LocalAdjustment,
    LocalCondition,
    LocalFacts,
    LocalRules,
    LocalSeries,
    LocalWeights,
)
from gansu_reemployment.plugins.patience import named_if_slow
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.measure import Measure

T = TypeVar("T")

#: The type of the items of each part of local rules.
_PARTS: Final[Mapping[str, type[Any]]] = {
    "amendments": Amendment,
    "conditions": LocalCondition,
    "adjustments": LocalAdjustment,
    "weights": LocalWeights,
    "facts": LocalFacts,
    "series": LocalSeries,
    "declares": Region,
    "checked_on": date,
}


@frozen
class Answer:
    """The answers of one plugin to the hooks, or the *fault* for which it is skipped.

    *tables* are the tables of rules of its conditions, adjustments and measures.
    """

    source: Source
    rules: tuple[LocalRules, ...] = ()
    measures: tuple[Measure[Any, Any], ...] = ()
    tables: tuple[type[Any], ...] = ()
    ledgers: Mapping[str, LedgerFactory] = field(factory=dict)
    fault: PluginError | None = None


def ask_all(sources: Iterable[Source]) -> list[Answer]:
    """Ask every plugin; those that are loaded under the rules of the others come last."""
    answers: dict[Source, Answer] = {}
    for source in sorted(sources, key=attrgetter("under_rules")):
        answers[source] = ask(source, own_rules(answers.values()))
    return [answers[source] for source in sources]


def own_rules(answers: Iterable[Answer]) -> Rulebook:
    """Return the national rulebook with the tables of rules that plugins add."""
    return evolve(Rulebook.national(), own={table: "" for one in answers for table in one.tables})


def ask(source: Source, book: Rulebook | None = None) -> Answer:
    """Load one plugin and call all its hooks; an exception becomes its fault."""
    try:
        with named_if_slow(source):
            return _ask(source, book)
    except PluginError as fault:
        return Answer(source, fault=fault)
    except (Exception, SystemExit) as problem:  # noqa: BLE001 - a plugin may fail in any way
        return Answer(source, fault=skip_fault(source, problem))


def skip_fault(source: Source, problem: BaseException) -> PluginError:
    """Build the fault of a plugin that is skipped for *problem*."""
    told = problem if isinstance(problem, GansuError) else f"{type(problem).__name__}: {problem}"
    fault = PluginError(str(source), _("{distribution} was skipped: {problem}"), problem=told)
    fault.__cause__ = problem
    return fault


def _ask(source: Source, book: Rulebook | None) -> Answer:
    plugin = source.load(book) if source.under_rules else source.load()
    _check_hooks(plugin, source)
    manager = pluggy.PluginManager(GROUP)
    manager.add_hookspecs(hooks)
    manager.register(plugin, source.name)
    manager.check_pending()
    rules = tuple(_several(manager.hook.local_rules(), LocalRules, source))
    for one in rules:
        for name, kind in _PARTS.items():
            _several([getattr(one, name)], kind, source)
    measures = tuple(_several(manager.hook.local_measures(), Measure, source))
    formulas = (formula for one in rules for formula in (*one.conditions, *one.adjustments))
    tables = (*(one.rules for one in formulas), *(one.rules for one in measures))
    ledgers = _ledgers(manager.hook.ledger_backends(), source)
    return Answer(source, rules, measures, tables, ledgers)


def _check_hooks(plugin: Any, source: Source) -> None:
    """Check that the plugin has hooks, and that each exists and is marked.

    Raises:
        UnknownNameError: there is no hook of that name.
        PluginError: a hook is not marked, or there are no hooks.
    """
    marked = dict(_marked(plugin))
    for name, options in marked.items():
        if name not in HOOKS and not options.get("optionalhook"):
            raise UnknownNameError(Message(_("hook")), name, HOOKS)
    for name in HOOKS:
        if name not in marked and callable(getattr(plugin, name, None)):
            text = _("{distribution}: {hook} is not marked; write @hookimpl above it.")
            raise PluginError(str(source), text, hook=name)
    if not marked:
        text = _("{distribution} has no hook; a plugin has at least one of {hooks}.")
        raise PluginError(str(source), text, hooks=HOOKS)


def _marked(plugin: Any) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the hooks that a plugin implements, with the options of their marks."""
    for name in dir(plugin):
        found = getattr(plugin, name, None)
        # As pluggy does: a hook is a function, and a module would be asked for its names.
        options = getattr(found, f"{GROUP}_impl", None) if isroutine(found) else None
        if isinstance(options, Mapping):
            yield options.get("specname") or name, options


def _ledgers(answers: Iterable[Any], source: Source) -> dict[str, LedgerFactory]:
    found: dict[str, LedgerFactory] = {}
    for answer in answers:
        if not isinstance(answer, Mapping) or not all(map(_is_backend, answer.items())):
            raise _wrong(source, answer, "Mapping[str, LedgerFactory]")
        found |= answer
    return found


def _is_backend(item: tuple[Any, Any]) -> bool:
    scheme, factory = item
    return isinstance(scheme, str) and callable(factory)


def _several(answers: Iterable[Any], kind: type[T], source: Source) -> list[T]:
    """Return answers of one or several values as one list, and reject any other type."""
    values = [value for answer in answers for value in _items(answer)]
    for value in values:
        if not isinstance(value, kind):
            raise _wrong(source, value, kind.__name__)
    return values


def _items(answer: Any) -> list[Any]:
    if answer is None:
        return []
    several = isinstance(answer, Iterable) and not isinstance(answer, (str, bytes, Mapping))
    return list(answer) if several else [answer]


def _wrong(source: Source, value: Any, kind: str) -> PluginError:
    text = _("{distribution} returned {value} instead of {kind}.")
    return PluginError(str(source), text, value=repr(value), kind=kind)
