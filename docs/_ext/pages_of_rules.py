"""The pages of the rules: one for each rule, and their index by measure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from typing import Any

from line_of_time import line_of_time
from page_words import day, pair, say, table
from pages_of_sources import Held, document_link, notes, source
from places_of_measures import measure_link
from value_words import words

from gansu_reemployment import Rulebook
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.i18n import show
from gansu_reemployment.law.provisions import Bound, Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.host import Host, Local
from gansu_reemployment.working.measure import Measure

_ROW_HEADS = ("from", "to", "place", "value", "document", "standing")
_INDEX_HEADS = ("rule", "name", "latest value", "from", "document", "standing")


def rules_of(host: Host) -> Iterator[Held]:
    """Yield every rule with its national rows and the rows of every region."""
    local = defaultdict(list)
    for one in host.locals.values():
        for row in one.amendments:
            local[row.path].append(row.provision())
    for rule in Rulebook.national().rules():
        yield rule, (*rule.provisions, *local[rule.path])


def rules_read(measure: Measure[Any, Any]) -> list[Rule[Any]]:
    """Return the rules of the class that a measure reads."""
    return list(Rulebook.national().rules_in(measure.rules))


@cache
def readers() -> Mapping[str, tuple[Measure[Any, Any], ...]]:
    """Return the measures that read each rule, by path."""
    found: dict[str, tuple[Measure[Any, Any], ...]] = defaultdict(tuple)
    for measure in MEASURES.values():
        for rule in rules_read(measure):
            found[rule.path] += (measure,)
    return found


def index_page(rules: Iterable[Held], locale: str) -> str:
    """Write the list of all rules by the first part of their paths, each with its latest value."""
    lines = [f"# {say('Rules by day', locale)}", "", say("rules-note", locale), ""]
    groups: dict[str, list[Held]] = defaultdict(list)
    for rule, rows in rules:
        groups[rule.path.partition(".")[0]].append((rule, rows))
    for name, held in groups.items():
        read = dict.fromkeys(m for rule, _rows in held for m in readers()[rule.path])
        lines += [f"## {_heading(name, read, locale)}", ""]
        used = tuple(measure_link(measure, locale, "") for measure in read)
        lines += [pair(say("Read by", locale), used, locale), ""]
        lines += table(_INDEX_HEADS, (_index_row(*one, locale) for one in held), locale)
    return "\n".join(lines) + "\n"


def _heading(group: str, read: Iterable[Measure[Any, Any]], locale: str) -> str:
    """Name a group of rules after the measure of its name, or else the first that reads it."""
    measures = [*read]
    named = [measure for measure in measures if measure.name == group] or measures
    return f"{show(named[0], locale)} · `{group}`"


def _index_row(rule: Rule[Any], rows: tuple[Provision[Any], ...], locale: str) -> tuple[Any, ...]:
    link = f"[`{rule.path}`](rules/{rule.path}.md)"
    if not rows:
        return (link, show(rule, locale), say("No value is known.", locale), "", "", "")
    last = max(rule.provisions or rows, key=lambda row: row.since)
    document = document_link(last.cite.instrument, locale, "")
    return (link, show(rule, locale), last.value, last.since, document, last.cite.standing)


def rule_pages(rules: Iterable[Held], host: Host, locale: str) -> dict[str, str]:
    """Write a page for each rule, by its path."""
    return {rule.path: "\n".join(_page(rule, rows, host, locale)) for rule, rows in rules}


def _page(
    rule: Rule[Any], rows: tuple[Provision[Any], ...], host: Host, locale: str
) -> Iterator[str]:
    names = rule.zh if locale == "zh_CN" else f"{rule.en} · {rule.zh}"
    yield from ("---", "orphan: true", "---", "", f"# {names}", "")
    value = words(Rulebook.national().kind(rule.path), locale, terms=True)
    explorer = f"../../explorer.html#find={rule.path}"
    yield from (f"`{rule.path}` · {_delegation(rule, locale)}", "")
    yield from (pair(say("Value", locale), value, locale), "")
    yield from line_of_time(rule, rows, host, locale)
    yield from (f"## {say('Values by day', locale)}", "")
    if rows:
        yield from table(_ROW_HEADS, (_row(rule, row, host, locale) for row in rows), locale)
    else:
        yield from (say("No value is known.", locale), "")
    for bound in rule.bounds:
        yield from (_bound(bound, locale), "")
    if noted := [*notes(rows, rule.bounds, locale, "../")]:
        yield from (f"## {say('Notes', locale)}", "", *noted, "")
    yield from (f"## {say('Read by', locale)}", "")
    yield from (f"- {measure_link(m, locale, '../')}" for m in readers()[rule.path])
    yield from ("", _checks(rule, rows, host, locale), "")
    yield f"[{say('All rules', locale)}](../rules.md) · <a href='{explorer}'>"
    yield f"{say('This rule in the explorer', locale)}</a>"
    yield ""


def _delegation(rule: Rule[Any], locale: str) -> str:
    """Write which level may set the rule."""
    if rule.delegated_to is None:
        return say("national only", locale)
    level = show(rule.delegated_to, locale)
    return say("delegated to the level {} and those above it", locale).format(level)


def _row(rule: Rule[Any], row: Provision[Any], host: Host, locale: str) -> tuple[Any, ...]:
    place = host.regions.find(row.region) if row.region else say("nation", locale)
    cited = source(row.cite, locale, rule.path, "../")
    return (row.since, row.until, place, row.value, cited, row.cite.standing)


def _bound(bound: Bound, locale: str) -> str:
    ends = (("at least", bound.least), ("at most", bound.most))
    limits = tuple(
        f"{say(word, locale)} {show(limit, locale)}" for word, limit in ends if limit is not None
    )
    named = f"{say('Bounds of a local value from', locale)} {bound.since}"
    return f"{pair(named, limits, locale)} ({source(bound.cite, locale, '', '../')})"


def _checks(rule: Rule[Any], rows: Iterable[Provision[Any]], host: Host, locale: str) -> str:
    """Write when the national rows were last compared, then those of each region."""
    codes = dict.fromkeys(row.region for row in rows if row not in rule.provisions)
    days = [day(rule.checked_on) if rule.checked_on else say("not known", locale)]
    days += [place_and_day(host.locals[code or ""], locale) for code in codes]
    return pair(say("Last compared with the sources", locale), tuple(days), locale)


def place_and_day(local: Local, locale: str) -> str:
    """Name a region with the day on which its rules were last compared."""
    known = local.checked_on
    return f"{show(local.region, locale)} {day(known) if known else say('not known', locale)}"
