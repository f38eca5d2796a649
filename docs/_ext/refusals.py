"""The reasons for which a measure can refuse, each with the rules that it rests on.

They are read from the text of the formulas: ``w.require(rules.age, ..., TOO_OLD)``. A formula may
take a rule or a reason from its caller, so the arguments of every call are followed.
"""

import ast
import inspect
import textwrap
import typing
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Reason

Formula = Callable[..., Any]
#: What a formula is called with: rules and reasons, by formula and parameter.
Bound = dict[tuple[Formula, str], dict[Any, None]]
_TERMS = frozenset({"require", "refuse", "require_at"})
#: So many calls within calls are followed.
_DEPTH = 5


def refusals(measure: Measure[Any, Any]) -> dict[Reason, dict[str, Rule[Any]]]:
    """Return each reason of a measure with its rules by path, in the order of the text."""
    functions = list(_reached(measure.function, set()))
    bound = _bound(functions)
    found: dict[Reason, dict[str, Rule[Any]]] = {}
    for function in functions:
        for call in _calls(function):
            for reason, rules in _stated(call, function, bound):
                found.setdefault(reason, {}).update({rule.path: rule for rule in rules})
    return found


def _stated(
    call: ast.Call, function: Formula, bound: Bound
) -> Iterator[tuple[Reason, list[Rule[Any]]]]:
    """Yield the reasons of a term or of a record with the rules that are named beside them."""
    if getattr(call.func, "attr", "") in _TERMS:
        beside = call.args[:1]
    elif inspect.isclass(function.__globals__.get(getattr(call.func, "id", ""))):
        beside = call.args
    else:
        return
    named = [one for node in beside for one in _named(node, function, bound)]
    reasons = _named(call.args[-1], function, bound) if call.args else []
    for reason in reasons:
        if isinstance(reason, Reason):
            yield reason, [one for one in named if isinstance(one, Rule)]


def _reached(function: Any, seen: set[Any]) -> Iterator[Formula]:
    """Yield a function and those of the library that it calls by name."""
    function = inspect.unwrap(function)
    if function in seen:
        return
    seen.add(function)
    yield function
    for node in _nodes(function):
        called = _called(node, function)
        if called is not None:
            yield from _reached(called, seen)


def _called(node: ast.AST, function: Formula) -> Formula | None:
    """Return the function of the library that a name in *function* means, if it is one."""
    if not isinstance(node, ast.Name):
        return None
    found = function.__globals__.get(node.id)
    found = inspect.unwrap(getattr(found, "function", found))  # type: ignore[arg-type]
    own = inspect.isfunction(found) and found.__module__.startswith("gansu_reemployment.")
    return found if own else None


@cache
def _nodes(function: Formula) -> tuple[ast.AST, ...]:
    return tuple(ast.walk(ast.parse(textwrap.dedent(inspect.getsource(function)))))


@cache
def _calls(function: Formula) -> tuple[ast.Call, ...]:
    return tuple(node for node in _nodes(function) if isinstance(node, ast.Call))


@cache
def _assigned(function: Formula) -> dict[str, ast.expr]:
    assigned = [node for node in _nodes(function) if isinstance(node, ast.Assign)]
    return {
        name.id: node.value
        for node in assigned
        for target in node.targets
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }


@cache
def _tables(function: Formula) -> dict[str, Any]:
    """Return the table of rules behind each parameter that is one."""
    hints = typing.get_type_hints(function)
    return {name: kind() for name, kind in hints.items() if name.endswith("rules")}


def _bound(functions: list[Formula]) -> Bound:
    """Return the rules and reasons with which each function is called."""
    bound: Bound = defaultdict(dict)
    for _ in range(_DEPTH):
        for function in functions:
            for call in _calls(function):
                called = _called(call.func, function)
                if called is not None:
                    for name, argument in _arguments(call, called):
                        bound[called, name].update(dict.fromkeys(_named(argument, function, bound)))
    return bound


def _arguments(call: ast.Call, called: Formula) -> Iterator[tuple[str, ast.expr]]:
    names = list(inspect.signature(called).parameters)
    yield from zip(names, call.args, strict=False)
    yield from ((one.arg, one.value) for one in call.keywords if one.arg)


def _named(
    node: ast.AST, function: Formula, bound: Bound, seen: frozenset[str] = frozenset()
) -> list[Any]:
    """Return the rules and reasons that an expression in *function* names."""
    found: list[Any] = []
    for part in ast.walk(node):
        if isinstance(part, ast.Attribute) and isinstance(part.value, ast.Name):
            found.append(getattr(_tables(function).get(part.value.id), part.attr, None))
        elif isinstance(part, ast.Name) and part.id not in seen:
            found += bound[function, part.id]
            found.append(function.__globals__.get(part.id))
            if part.id in _assigned(function):
                assigned = _assigned(function)[part.id]
                found += _named(assigned, function, bound, seen | {part.id})
    return list(dict.fromkeys(one for one in found if isinstance(one, (Rule, Reason))))
