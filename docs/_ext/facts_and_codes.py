"""Tables of the facts of measures, of the rules that they read and of the codes of both."""

import typing
from collections.abc import Iterable, Iterator
from typing import Any

import attrs
from page_words import named_table, say, shown, table
from pages_of_rules import rules_read
from pages_of_sources import document_link
from value_words import class_link, words

from gansu_reemployment import Rulebook
from gansu_reemployment.columns.schema import result_kind, results
from gansu_reemployment.fact_model import KIND_NAMES, FactField, describe, types_of
from gansu_reemployment.i18n import Choice, show
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.working.measure import Measure

Measures = Iterable[Measure[Any, Any]]
#: Where a class is used: names of measures, facts or rules.
Users = dict[type[Any], dict[str, None]]

_FACT_HEADS = ("fact", "in Chinese", "meaning", "value")
_RULE_HEADS = ("rule", "name", "from", "value", "document", "standing", "local")
_CODE_HEADS = ("code", "in Chinese", "meaning")


def facts_section(measures: Measures, locale: str) -> Iterator[str]:
    """Write a table of each class of facts, and of each record within one."""
    yield from (f"## {say('Facts', locale)}", "", say("facts-note", locale), "")
    over_columns = [f"[`{m.name}`](../columns.md#{m.name})" for m in measures if m.columns]
    if over_columns:
        yield from (f"{say('facts-columns', locale)} {' · '.join(over_columns)}", "")
    for kind, names in records(measures).items():
        yield from (_used(kind, names), "")
        yield from named_table(_FACT_HEADS, fact_rows(kind, locale), locale)


def rules_section(measures: Measures, locale: str) -> Iterator[str]:
    """Write the national values of the rules that the measures read; series are skipped."""
    book = Rulebook.national()
    rules = [rule for rule in _rules(measures) if not book.is_series(rule.path)]
    yield from (f"## {say('Rules', locale)}", "", say("rules-of-measure-note", locale), "")
    yield from table(_RULE_HEADS, (row for rule in rules for row in _rows(rule, locale)), locale)


def codes_section(measures: Measures, own: Iterable[type[Choice]], locale: str) -> Iterator[str]:
    """Write the members of every choice in facts, rules and results, and of those of *own*."""
    found = choices(measures)
    for kind in own:
        found.setdefault(kind, {})
    if found:
        yield from (f"## {say('Codes', locale)}", "")
    for kind, names in found.items():
        yield from (_used(kind, names), "")
        rows = ((f"`{member.code}`", member.value, member.en) for member in kind)
        yield from named_table(_CODE_HEADS, rows, locale)


def records(measures: Measures) -> Users:
    """Return the classes of facts and, after each, the records within it."""
    found: Users = {}
    for measure in measures:
        _note(found, measure.facts, measure.name)
    for kind in list(found):
        _records_within(found, kind)
    return found


def choices(measures: Measures) -> Users:
    """Return the choices in facts, rules and results, each with the names of those."""
    found: Users = {}
    for kind in records(measures):
        for inner, names in choices_of(kind).items():
            found.setdefault(inner, {}).update(names)
    for rule in _rules(measures):
        _choices_within(found, Rulebook.national().kind(rule.path), rule.path)
    for measure in measures:
        _choices_within(found, result_kind(measure), measure.name)
        for column in results(measure):
            _choices_within(found, column.kind, column.name)
    return found


def choices_of(kind: type[Any]) -> Users:
    """Return the choices among the facts of a class, each with the names of the facts."""
    found: Users = {}
    for name, hint in types_of(kind).items():
        _choices_within(found, hint, name)
    return found


def _rules(measures: Measures) -> list[Rule[Any]]:
    return list({rule.path: rule for m in measures for rule in rules_read(m)}.values())


def _note(found: Users, kind: type[Any], name: str) -> None:
    found.setdefault(kind, {})[name] = None


def _records_within(found: Users, kind: type[Any]) -> None:
    for name, hint in types_of(kind).items():
        for inner in _classes(hint):
            if attrs.has(inner) and inner not in KIND_NAMES:
                new = inner not in found
                _note(found, inner, name)
                if new:
                    _records_within(found, inner)


def _choices_within(found: Users, hint: Any, name: str) -> None:
    for inner in _classes(hint):
        if issubclass(inner, Choice):
            _note(found, inner, name)


def parts_of_type(hint: Any) -> Iterator[type[Any]]:
    """Yield the classes with fields of their own that a type names."""
    yield from (kind for kind in _classes(hint) if attrs.has(kind) and kind not in KIND_NAMES)


def _classes(hint: Any) -> Iterator[type[Any]]:
    """Yield the classes that a type names, such as those of the items of a list."""
    if typing.get_origin(hint) is typing.ClassVar:
        return
    members = typing.get_args(hint)
    if not members and isinstance(hint, type):
        yield hint
    for member in members:
        yield from _classes(member)


def _used(kind: type[Any], names: Iterable[str]) -> str:
    users = ", ".join(f"`{name}`" for name in names)
    return f"{class_link(kind)} ({users})" if users else class_link(kind)


def fact_rows(kind: type[Any], locale: str) -> Iterator[tuple[str, ...]]:
    """Yield a row for each fact of a class: its code, its names and its values."""
    hints = types_of(kind)
    defaults = {field.name: field.default for field in attrs.fields(kind)}
    for field in describe(kind):
        yield _fact(field, defaults[field.name], hints[field.name], locale)


def _fact(field: FactField, default: Any, hint: Any, locale: str) -> tuple[str, ...]:
    value = words(hint, locale) + _default(field, default, locale)
    return (f"`{field.name}`", field.zh, field.en, value)


def _default(field: FactField, default: Any, locale: str) -> str:
    """Return the default of a fact in words; empty if the fact is then unknown."""
    if default in (None, attrs.NOTHING):
        return "" if field.optional else say("; required", locale)
    if default in ("", ()) or isinstance(default, attrs.Factory):  # type: ignore[arg-type]
        return ""
    held = f"`{default.code}`" if isinstance(default, Choice) else shown(default, locale)
    return say("; default: {}", locale).format(held)


def _rows(rule: Rule[Any], locale: str) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each value of a rule; the first one names the rule and who may set it."""
    local = show(rule.delegated_to, locale) if rule.delegated_to else ""
    named: tuple[str, ...] = (f"[`{rule.path}`](../rules/{rule.path}.md)", show(rule, locale))
    if not rule.provisions:
        yield (*named, "", say("No value is known.", locale), "", "", local)
    for row in rule.provisions:
        document = document_link(row.cite.instrument, locale, "../")
        cited = f"{document} {row.cite.article}".rstrip()
        yield (*named, row.since, row.value, cited, row.cite.standing, local)
        named, local = ("", ""), ""
