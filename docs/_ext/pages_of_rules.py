"""The pages generated from the rules: provisions, documents, and the days of comparison."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from page_words import day, pair, say, table
from pages_of_sources import Held, lost_lines, row_notes, source
from value_words import words

from gansu_reemployment import Rulebook
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.i18n import show
from gansu_reemployment.law.provisions import Bound, Provision
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.host import Host, Local
from gansu_reemployment.working.measure import Measure

_RULE_HEADS = ("from", "to", "place", "value", "document", "standing")
_MEASURE_HEADS = (
    "measure",
    "name",
    "in columns",
    "nation, last checked",
    "regions with rules of their own, last checked",
)
_REGION_HEADS = ("region", "level", "rules of its own", "last checked", "from the distribution")


def rules_of(host: Host) -> Iterator[Held]:
    """Yield every rule with its national rows and the rows of every region."""
    local = defaultdict(list)
    for one in host.locals.values():
        for row in one.amendments:
            local[row.path].append(row.provision())
    for rule in Rulebook.national().rules():
        yield rule, (*rule.provisions, *local[rule.path])


def rules_page(rules: Iterable[Held], host: Host, locale: str) -> str:
    """Write the table of every provision, by the first part of the paths."""
    lines = [f"# {say('Rules in force', locale)}", "", say("rules-note", locale), ""]
    groups: dict[str, list[Held]] = defaultdict(list)
    for rule, rows in rules:
        groups[_group(rule)].append((rule, rows))
    for name in sorted(groups):
        lines += [f"## {name}", "", _users(name, locale), ""]
        for rule, rows in groups[name]:
            lines += _rule_lines(rule, rows, host, locale)
    return "\n".join(lines) + "\n"


def _group(rule: Rule[Any]) -> str:
    return rule.path.partition(".")[0]


def _users(group: str, locale: str) -> str:
    """Name the measures that read rules of a group."""
    found = (m for m in MEASURES.values() if group in map(_group, rules_read(m)))
    names = tuple(f"{show_name(measure, locale)} (`{measure.name}`)" for measure in found)
    return pair(say("Used by", locale), names, locale)


def show_name(measure: Measure[Any, Any], locale: str) -> str:
    """Return the name of a measure."""
    return measure.zh if locale == "zh_CN" else measure.en


def rules_read(measure: Measure[Any, Any]) -> list[Rule[Any]]:
    """Return the rules of the class that a measure reads."""
    return list(Rulebook.national().rules_in(measure.rules))


def _rule_lines(
    rule: Rule[Any], rows: tuple[Provision[Any], ...], host: Host, locale: str
) -> Iterator[str]:
    names = rule.zh if locale == "zh_CN" else f"{rule.en} · {rule.zh}"
    yield from (f"### `{rule.path}`", "", f"{names} · {_delegation(rule, locale)}", "")
    value = words(Rulebook.national().kind(rule.path), locale, terms=True)
    yield from (pair(say("Value", locale), value, locale), "")
    for bound in rule.bounds:
        yield from (_bound(bound, locale), "")
    if rows:
        yield from table(_RULE_HEADS, (_row(rule, row, host, locale) for row in rows), locale)
        yield from row_notes(rows, locale)
    else:
        yield from (say("No value is known.", locale), "")
    yield from (_checks(rule, rows, host, locale), "")


def _delegation(rule: Rule[Any], locale: str) -> str:
    """Write which level may set the rule."""
    if rule.delegated_to is None:
        return say("national only", locale)
    level = show(rule.delegated_to, locale)
    return say("delegated to the level {} and those above it", locale).format(level)


def _bound(bound: Bound, locale: str) -> str:
    ends = (("at least", bound.least), ("at most", bound.most))
    limits = tuple(
        f"{say(word, locale)} {show(limit, locale)}" for word, limit in ends if limit is not None
    )
    named = f"{say('Bounds of a local value from', locale)} {bound.since}"
    return f"{pair(named, limits, locale)} ({bound.cite.short})"


def _row(rule: Rule[Any], row: Provision[Any], host: Host, locale: str) -> tuple[Any, ...]:
    place = host.regions.find(row.region) if row.region else ""
    return (
        row.since,
        row.until,
        place,
        row.value,
        source(row.cite, locale, rule.path),
        row.cite.standing,
    )


def _checks(rule: Rule[Any], rows: Iterable[Provision[Any]], host: Host, locale: str) -> str:
    """Write when the national rows were last compared, then those of each region."""
    codes = dict.fromkeys(row.region for row in rows if row not in rule.provisions)
    days = [_day(rule.checked_on, locale)]
    days += [_place_and_day(host.locals[code or ""], locale) for code in codes]
    return pair(say("Last compared with the sources", locale), tuple(days), locale)


def _day(known: date | None, locale: str) -> str:
    return day(known) if known else say("not known", locale)


def _place_and_day(local: Local, locale: str) -> str:
    return f"{show(local.region, locale)} {_day(local.checked_on, locale)}"


def coverage_page(rules: Iterable[Held], host: Host, locale: str) -> str:
    """Write when the rules were last compared, and which rows were not found again."""
    lines = [f"# {say('Coverage', locale)}", "", say("coverage-note", locale), ""]
    lines += [f"## {say('Measures', locale)}", ""]
    rows = (_covered(measure, host, locale) for measure in MEASURES.values())
    lines += table(_MEASURE_HEADS, rows, locale)
    lines += [f"## {say('Regions', locale)}", ""]
    regions = (_region(one) for one in host.locals.values() if one.amendments)
    lines += table(_REGION_HEADS, regions, locale)
    lines += lost_lines(rules, locale)
    return "\n".join(lines) + "\n"


def _covered(measure: Measure[Any, Any], host: Host, locale: str) -> tuple[Any, ...]:
    rules = rules_read(measure)
    paths = {rule.path for rule in rules}
    days = [rule.checked_on for rule in rules]
    known = [checked for checked in days if checked]
    places = [
        _place_and_day(one, locale)
        for one in host.locals.values()
        if any(row.path in paths for row in one.amendments)
    ]
    nation = min(known) if known and len(known) == len(days) else say("not known", locale)
    columns = say("yes" if measure.columns else "no", locale)
    name = show_name(measure, locale)
    return (f"`{measure.name}`", name, columns, nation, "<br>".join(places))


def _region(local: Local) -> tuple[Any, ...]:
    paths = dict.fromkeys(row.path for row in local.amendments)
    own = ", ".join(f"`{path}`" for path in paths)
    source = local.source.distribution
    return (local.region, local.region.level, own, local.checked_on, source)
