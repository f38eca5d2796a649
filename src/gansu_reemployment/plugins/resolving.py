"""The host from the answers of all plugins (插件归并): each is checked, then all are combined.

A plugin with a fault, or in conflict with another, is never added, so nothing has to be removed
again. The rules of the library itself always stay.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from attrs import evolve

from gansu_reemployment.errors import AmendmentError, GansuError, PluginError
from gansu_reemployment.i18n import _
from gansu_reemployment.plugins.answers import Answer, own_rules, skip_fault
from gansu_reemployment.plugins.checks import Part, checked
from gansu_reemployment.plugins.discovery import BUILT_IN, SWITCH
from gansu_reemployment.plugins.hooks import LedgerFactory
from gansu_reemployment.plugins.host import Host, Local, Plugin
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import Regions, gansu
from gansu_reemployment.rulebook import rules_of_table

#: A part that only one plugin may contribute, such as a rule of a region: kind and names.
_Claim = tuple[str, ...]


def resolve(answers: Sequence[Answer]) -> Host:
    """Combine the answers of all plugins."""
    faults = {number: one.fault for number, one in enumerate(answers) if one.fault}
    regions = _declared(answers, faults)
    book = own_rules(answers)
    parts: dict[int, Part] = {}
    for number, answer in enumerate(answers):
        if number not in faults:
            try:
                parts[number] = checked(answer, regions, book, trusted=is_built_in(answer.source))
            except (GansuError, TypeError, AttributeError) as problem:
                faults[number] = skip_fault(answer.source, problem)
    faults |= _conflicts(parts, answers, regions)
    faults |= _elsewhere(parts, answers, regions)
    used = [part for number, part in parts.items() if number not in faults]
    plugins = tuple(
        Plugin(one.source, fault=faults[number]) if number in faults else parts[number].plugin
        for number, one in enumerate(answers)
    )
    return Host(plugins, regions, _locals(used), _ledgers(used))


def is_built_in(source: Source) -> bool:
    """Return whether a plugin is one of the library itself."""
    return source.module in BUILT_IN.values()


def _declared(answers: Sequence[Answer], faults: dict[int, PluginError]) -> Regions:
    """Declare the regions outside Gansu; several plugins may declare the same one."""
    regions = gansu()
    for number, answer in enumerate(answers):
        try:
            found = regions
            for region in (region for rules in answer.rules for region in rules.declares):
                found = found if region in found else found.with_region(region)
            regions = found
        except GansuError as problem:
            faults[number] = skip_fault(answer.source, problem)
    return regions


def _conflicts(
    parts: Mapping[int, Part], answers: Sequence[Answer], regions: Regions
) -> dict[int, PluginError]:
    """Return the faults of the plugins that contribute the same thing as another."""
    claims: dict[_Claim, dict[int, Any]] = defaultdict(dict)
    for number, part in parts.items():
        for claim, value in part.claims():
            claims[claim][number] = value
    faults: dict[int, PluginError] = {}
    for claim, holders in claims.items():
        first, *others = holders.values()
        if len(holders) > 1 and (first is None or any(other != first for other in others)):
            sources = [answers[number].source for number in holders]
            fault = _conflict(claim, sources, regions)
            for number in holders:
                if not is_built_in(answers[number].source):
                    faults.setdefault(number, fault)
    return faults


def _elsewhere(
    parts: Mapping[int, Part], answers: Sequence[Answer], regions: Regions
) -> dict[int, PluginError]:
    """Return the faults of the plugins that amend a rule which only another place has."""
    homes = {
        rule.path: local.region
        for part in parts.values()
        for local in part.locals
        for table in local.tables
        for rule in rules_of_table(table)
    }
    faults: dict[int, PluginError] = {}
    for number, part in parts.items():
        for local in part.locals:
            for path in {row.path for row in local.amendments} & homes.keys():
                if homes[path] not in regions.chain(local.region):
                    text = _("{path}: only {home} and the places below it have this rule.")
                    problem = AmendmentError(text, path=path, home=homes[path])
                    faults[number] = skip_fault(answers[number].source, problem)
    return faults


def _conflict(claim: _Claim, sources: Sequence[Source], regions: Regions) -> PluginError:
    """Build the fault of two plugins, with the way to leave out those that are installed."""
    kind, *names = claim
    place: Any = regions.find(names[0]) if kind == "rule" else ""
    texts = {
        "rule": _("{distribution} both set {name} for {region}; neither is used."),
        "measure": _("{distribution} both define the measure {name}; neither is used."),
        "ledger": _("{distribution} both define a ledger for {name}; neither is used."),
        "fact": _("{distribution} both add the fact {name}, of two types; neither is used."),
    }
    installed = [one for one in sources if one.module and not is_built_in(one)]
    remedies = tuple(f"{SWITCH}=-{one.name}" for one in installed)
    problem = PluginError(" + ".join(map(str, sources)), texts[kind], name=names[-1], region=place)
    if not remedies:
        return problem
    text = _("{problem} Leave one out: {remedies}.")
    return PluginError(problem.distribution, text, problem=problem, remedies=remedies)


def _locals(parts: Iterable[Part]) -> dict[str, Local]:
    """Combine the rules of each region."""
    found: dict[str, list[Local]] = defaultdict(list)
    for local in (local for part in parts for local in part.locals):
        found[local.region.id].append(local)
    return {code: _together(locals_) for code, locals_ in found.items()}


def _together(locals_: Sequence[Local]) -> Local:
    def all_of(name: str) -> tuple[Any, ...]:
        return tuple(dict.fromkeys(item for one in locals_ for item in getattr(one, name)))

    days = [one.checked_on for one in locals_]
    known = [day for day in days if day]
    return evolve(
        locals_[0],
        amendments=tuple(row for one in locals_ for row in one.amendments),
        sources=all_of("sources"),
        checked_on=min(known) if len(known) == len(days) else None,
        conditions=all_of("conditions"),
        adjustments=all_of("adjustments"),
        facts=all_of("facts"),
        measures=all_of("measures"),
        tables=all_of("tables"),
        series={path: rule for one in locals_ for path, rule in one.series.items()},
    )


def _ledgers(parts: Iterable[Part]) -> dict[str, LedgerFactory]:
    return {scheme: factory for part in parts for scheme, factory in part.ledgers.items()}
