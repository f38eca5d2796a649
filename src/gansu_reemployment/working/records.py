"""Results with several fields, which a working chooses and keeps field by field (结果记录).

A record is a result class itself or a tuple; its fields may be terms.
"""

import typing
from collections.abc import Callable, Sequence
from enum import Enum
from typing import Any, Final

import attrs

from gansu_reemployment.fact_model import Unknown
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.lines import error_at_caller

Work = Callable[[], Any]
#: The values of each case of a choice, with the work of that case.
Cases = Sequence[tuple[tuple[Any, ...], Work]]


def names_of(record: Any) -> Sequence[Any]:
    """Return the names of a record's fields; the indices of a tuple; empty for any other term."""
    kind = type(record)
    if kind is tuple:
        return range(len(record))
    return _FIELDS[kind] if kind in _FIELDS else _fields(kind)


def _fields(kind: Any) -> tuple[str, ...]:
    is_rule = issubclass(kind, Rule)
    names = tuple(attrs.fields_dict(kind)) if attrs.has(kind) and not is_rule else ()
    _FIELDS[kind] = names
    if not names and not is_rule:
        SINGLE.add(kind)
    return names


_FIELDS: Final[dict[type[Any], tuple[str, ...]]] = {}
#: The types met so far whose values are single terms: neither records nor rules.
SINGLE: Final[set[type[Any]]] = {Unknown}


def field_of(record: Any, name: Any) -> Any:
    """Return one field of a record; a term without fields is each field itself."""
    if not names_of(record):
        return record
    return record[name] if isinstance(name, int) else getattr(record, name)


def by_field(work: Callable[[Any, Any], Any], first: Any, second: Any) -> Any:
    """Combine two records field by field, or two terms as they are."""
    if type(first) in SINGLE and type(second) in SINGLE:
        return work(first, second)
    shape = next((side for side in (first, second) if names_of(side)), None)
    if shape is None or _are_lists(first, second):
        return work(first, second)
    fields = {
        name: by_field(work, field_of(first, name), field_of(second, name))
        for name in names_of(shape)
    }
    return tuple(fields.values()) if type(shape) is tuple else type(shape)(**fields)


def _are_lists(first: Any, second: Any) -> bool:
    """Return whether two tuples differ in length, so that neither is a record."""
    return type(first) is type(second) is tuple and len(first) != len(second)


def spread(term: Any, kind: Any) -> Any:
    """Return a record of *kind* with a term without fields in each; any other term is unchanged."""
    if names_of(term) or not attrs.has(kind):
        return term
    record = typing.get_origin(kind) or kind
    return record(**dict.fromkeys(attrs.fields_dict(record), term))


def whole(value: Any) -> Any:
    """Return *value*, or an unknown one that names every unknown part of it."""
    if type(value) in SINGLE:
        return value
    unknown = _unknowns(value)
    return unknown[0].with_(*unknown[1:]) if unknown else value


def _unknowns(value: Any) -> list[Unknown]:
    kind = type(value)
    if kind in SINGLE:
        return [value] if kind is Unknown else []
    fields = value if kind is tuple else [getattr(value, name) for name in names_of(value)]
    return [part for field in fields for part in _unknowns(field)]


def in_turn(w: Any, term: Any, cases: Cases, otherwise: Work) -> Any:
    """Evaluate the cases of an open term one by one; the last of all members needs no test."""
    covered = {value for values, _work in cases for value in values}
    kind = type(cases[0][0][0])
    exhaustive = issubclass(kind, Enum) and covered.issuperset(kind)

    def tested(rest: Cases) -> Any:
        if not rest:
            return otherwise()
        (values, work), *others = rest
        if exhaustive and not others:
            return work()
        return w.branch(w.among(term, frozenset(values)), work, lambda: tested(others))

    return tested(cases)


def plain_items(items: Any) -> Any:
    """Return the items of a loop, which must be plain values.

    Raises:
        FormulaError: the loop runs over a term.
    """
    if hasattr(items, "missing") or type(items) is Unknown:
        raise error_at_caller(_("a loop runs over plain values, not over a term"))
    return items


def refuse_rules(*terms: Any) -> None:
    """Refuse to choose between rules.

    Raises:
        FormulaError: a rule is used as a term.
    """
    if any(isinstance(term, Rule) for term in terms):
        raise error_at_caller(_("a rule is not a term; read it with w.use in each branch"))
