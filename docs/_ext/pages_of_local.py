"""The page of what only some places have: measures, added facts, conditions and adjustments."""

from collections.abc import Iterable, Iterator
from typing import Any

from facts_and_codes import choices_of, fact_rows
from page_words import named_table, pair, say, table
from pages_of_sources import notes, source
from value_words import class_link

from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.host import Host, Local
from gansu_reemployment.working.measure import Measure

_FACT_HEADS = ("fact", "in Chinese", "meaning", "value")
_RULE_HEADS = ("rule", "name", "from", "to", "value", "document", "standing")
_HELD_HEADS = ("measure", *_RULE_HEADS)
_ADDED_HEADS = (*_FACT_HEADS, "measure")
_CODE_HEADS = ("code", "in Chinese", "meaning")


def local_page(host: Host, locale: str) -> str:
    """Write what each region has of its own, from the highest down."""
    lines = [f"# {say('Local measures', locale)}", "", say("local-note", locale), ""]
    for local in host.locals.values():
        if local.measures or local.conditions or local.adjustments or local.facts:
            lines += _region(local, host, locale)
    return "\n".join(lines) + "\n"


def local_documents(host: Host) -> Iterator[Instrument]:
    """Yield the documents on which the rules that only a place has rest."""
    for local in host.locals.values():
        book = host.rulebook(local.region)
        measures = (host.measure(one.name, local.region).rules for one in local.measures)
        rules = [rule for kind in measures for rule in book.rules_in(kind)]
        held = (one.rules_in(book) for one in (*local.conditions, *local.adjustments))
        for rule in (*rules, *(rule for found in held for rule in found)):
            yield from (row.cite.instrument for row in rule.all_rows())


def _region(local: Local, host: Host, locale: str) -> Iterator[str]:
    sources = tuple(dict.fromkeys(one.distribution for one in local.sources))
    yield from (f"## {show(local.region, locale)}", "")
    yield from (pair(say("from the distribution", locale), sources, locale), "")
    for measure in local.measures:
        yield from _measure(host.measure(measure.name, local.region), local, host, locale)
    if added := list(_added(local, host, locale)):
        yield from (f"### {say('Added facts', locale)}", "")
        yield from named_table(_ADDED_HEADS, added, locale)
    held = (*local.conditions, *local.adjustments)
    if held:
        book = host.rulebook(local.region)
        yield from (f"### {say('Conditions and adjustments', locale)}", "")
        rules = [(one, rule) for one in held for rule in one.rules_in(book)]
        rows = [(f"`{one.measure}`", *row) for one, rule in rules for row in _rule(rule, locale)]
        yield from table(_HELD_HEADS, rows, locale)
        yield from _notes((rule for _one, rule in rules), locale)


def _added(local: Local, host: Host, locale: str) -> Iterator[tuple[str, ...]]:
    """Yield a row for each fact that the region adds to a measure."""
    for added in local.facts:
        kind = host.measure(added.measure, local.region).facts
        named = {f"`{name}`" for name in added.facts}
        rows = (row for row in fact_rows(kind, locale) if row[0] in named)
        yield from ((*row, f"`{added.measure}`") for row in rows)


def _measure(measure: Measure[Any, Any], local: Local, host: Host, locale: str) -> Iterator[str]:
    names = measure.zh if locale == "zh_CN" else f"{measure.zh} · {measure.en}"
    yield from (f"### {names}", "", f"`{measure.name}`", "")
    yield from named_table(_FACT_HEADS, fact_rows(measure.facts, locale), locale)
    rules = tuple(host.rulebook(local.region).rules_in(measure.rules))
    rows = [row for rule in rules for row in _rule(rule, locale)]
    yield from table(_RULE_HEADS, rows, locale)
    yield from _notes(rules, locale)
    for kind in choices_of(measure.facts):
        yield from (class_link(kind), "")
        codes = ((f"`{member.code}`", member.value, member.en) for member in kind)
        yield from named_table(_CODE_HEADS, codes, locale)


def _rule(rule: Rule[Any], locale: str) -> Iterator[tuple[Any, ...]]:
    """Yield a row for each value of a rule."""
    for row in rule.all_rows():
        cited = source(row.cite, locale, rule.path, "")
        days = (row.since, row.until)
        yield (f"`{rule.path}`", show(rule, locale), *days, row.value, cited, row.cite.standing)


def _notes(rules: Iterable[Rule[Any]], locale: str) -> Iterator[str]:
    """Yield the notes of each rule that has some."""
    for rule in rules:
        if noted := [*notes(rule.all_rows(), rule.bounds, locale, "")]:
            yield from (f"`{rule.path}`", "", *noted, "")
