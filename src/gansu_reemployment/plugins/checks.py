"""The contents of a plugin, checked against the law (插件内容检查), region by region."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from attrs import evolve, field, frozen

from gansu_reemployment._measures import MODULES
from gansu_reemployment.catalogue import find_measure, is_taken
from gansu_reemployment.errors import AmendmentError, PluginError
from gansu_reemployment.fact_model import is_a
from gansu_reemployment.i18n import _
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.law.rules import Rule, rule
from gansu_reemployment.plugins.answers import Answer
from gansu_reemployment.plugins.conditions import Held
from gansu_reemployment.plugins.hooks import (
    AVERAGE_WAGE,
    LedgerFactory,
    LocalFacts,
    LocalFormula,
    LocalRules,
    LocalWeights,
)
from gansu_reemployment.plugins.host import Local, Plugin
from gansu_reemployment.plugins.local_facts import kind_of
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import Region, Regions
from gansu_reemployment.rulebook import Rulebook, rules_of_table
from gansu_reemployment.rulebook.places import check_not_national, of_another
from gansu_reemployment.working.measure import Measure

#: Where the library's own tables are.
_LIBRARY: Final = "gansu_reemployment.measures."


@frozen
class Part:
    """The contents that one sound plugin adds to the host."""

    source: Source
    locals: tuple[Local, ...] = ()
    ledgers: Mapping[str, LedgerFactory] = field(factory=dict)

    @property
    def plugin(self) -> Plugin:
        """The plugin as the host lists it."""
        rows = {row.path for one in self.locals for row in one.amendments}
        return Plugin(
            self.source,
            tuple(one.region.id for one in self.locals),
            tuple(sorted(rows.union(*(one.series for one in self.locals)))),
            tuple(sorted({held.measure for one in self.locals for held in one.conditions})),
            tuple(sorted({held.measure for one in self.locals for held in one.adjustments})),
            tuple(sorted(f"{m}.{name}" for _kind, m, name in self._facts())),
            tuple(sorted(m.name for one in self.locals for m in one.measures)),
            tuple(sorted(self.ledgers)),
        )

    def claims(self) -> Iterator[tuple[tuple[str, ...], Any]]:
        """Yield the parts that only one plugin may contribute, or two with equal values."""
        for one in self.locals:
            for path in {*(row.path for row in one.amendments), *one.series}:
                yield ("rule", one.region.id, path), None
            for measure in one.measures:
                yield ("measure", measure.name), None
        for kind, measure_name, name in self._facts():
            yield ("fact", f"{measure_name}.{name}"), kind
        for scheme in self.ledgers:
            yield ("ledger", scheme), None

    def _facts(self) -> Iterator[tuple[type[Any], str, str]]:
        for facts in (facts for one in self.locals for facts in one.facts):
            for name, fact in facts.facts.items():
                yield kind_of(fact), facts.measure, name


def checked(answer: Answer, regions: Regions, book: Rulebook, *, trusted: bool) -> Part:
    """Check the contents of a plugin; *trusted* is one of the library, whose tests check its rows.

    Raises:
        GansuError: the law does not allow it.
    """
    by_region: dict[str, list[LocalRules]] = {}
    for rules in answer.rules:
        by_region.setdefault(regions.find(rules.region).id, []).append(rules)
    if answer.measures and len(by_region) != 1:
        raise PluginError(
            str(answer.source),
            _(
                "{distribution} has local measures, so it must speak for one region: "
                "local_rules must return LocalRules(region=...)."
            ),
        )
    parts = [_part(answer, given, regions) for given in by_region.values()]
    if not trusted:
        for part in parts:
            book.at(regions.chain(part.region)).check(part.amendments)
            _check(part)
    return Part(answer.source, tuple(parts), answer.ledgers)


def _part(answer: Answer, given: Iterable[LocalRules], regions: Regions) -> Local:
    """Convert the local rules of one region to the host's form."""
    several = list(given)
    region = regions.find(several[0].region)
    check_not_national(region)
    weights = [one for rules in several for one in rules.weights]
    rows = [row for rules in several for row in rules.amendments]
    facts = tuple(one for rules in several for one in rules.facts)

    def held(formulas: Iterable[LocalFormula]) -> tuple[Held, ...]:
        added = {one.measure: _added(facts, one.measure) for one in formulas}
        return tuple(Held(region, one, answer.source, added[one.measure]) for one in formulas)

    conditions = held([one for rules in several for one in rules.conditions])
    adjustments = held([one for rules in several for one in rules.adjustments])
    own = (one.local.rules for one in (*conditions, *adjustments))
    stated = dict.fromkeys([*own, *_tables(answer)])
    return Local(
        region,
        tuple(_own(row, region, regions) for row in (*rows, *map(_weights, weights))),
        (answer.source,),
        next((rules.checked_on for rules in several), None),
        conditions,
        adjustments,
        facts,
        answer.measures,
        tuple(stated),
        _series(several, region),
    )


def _added(facts: Iterable[LocalFacts], measure: str) -> frozenset[str]:
    return frozenset(name for one in facts if one.measure == measure for name in one.facts)


def _tables(answer: Answer) -> Iterator[type[Any]]:
    return (m.rules for m in answer.measures if not m.rules.__module__.startswith(_LIBRARY))


def _weights(weights: LocalWeights) -> Amendment:
    values = weights.weights
    if not is_a(weights.year, int) or not all(
        is_a(name, str) and is_a(weight, int) and weight >= 0 for name, weight in values.items()
    ):
        raise AmendmentError(
            _("The weights of {year} must be whole numbers from 0 by unit, not {value}."),
            year=weights.year,
            value=repr(values),
        )
    return weights.amendment()


def _series(several: Iterable[LocalRules], region: Region) -> dict[str, Rule[Any]]:
    """Build the rule of the region's own average wages."""
    given = [one for rules in several for one in rules.series]
    rows = sorted((row for one in given for row in one.rows(region.id)), key=lambda r: r.since)
    if not rows:
        return {}
    path = f"{AVERAGE_WAGE}.{region.id}"
    zh = f"{region.name}上年度职工平均工资"
    wages: Rule[Any] = rule(path, zh, f"average wage of the year before, {region.en}")
    return {path: evolve(wages, local=(tuple(rows),))}


def _own(row: Amendment, region: Region, regions: Regions) -> Amendment:
    """Return a row with the region's code; a row that names another region is not its own."""
    row.check()
    named = regions.find(row.region) if row.region else region
    if named != region:
        raise of_another(row.path, named, region)
    return evolve(row, region=region.id)


def _check(local: Local) -> None:
    """Check conditions, measures, tables and facts of one region."""
    for measure in local.measures:
        _check_measure(measure)
    for table in local.tables:
        _check_table(table)
    own = {one.name: one for one in local.measures}
    for name in (*(held.measure for held in local.conditions), *(f.measure for f in local.facts)):
        if name not in MODULES:  # a measure of the library is not loaded for this
            find_measure(name, own)
    for held in local.adjustments:
        _check_adjusted(find_measure(held.measure, own), local.region)


def _check_measure(measure: Measure[Any, Any]) -> None:
    if measure.name in MODULES:
        text = _("There is already a measure {name}; a local measure needs a name of its own.")
        raise AmendmentError(text, name=measure.name)


def _check_adjusted(measure: Measure[Any, Any], region: Region) -> None:
    """Check that a rule of the changed measure is delegated to the region."""
    if not any(_may_set(one, region) for one in rules_of_table(measure.rules)):
        text = _("{measure}: no rule of it is delegated to {region}, which may not change it.")
        raise AmendmentError(text, measure=measure.name, region=region)


def _may_set(one: Rule[Any], region: Region) -> bool:
    try:
        one.check_delegated(region.id)
    except AmendmentError:
        return False
    return True


def _check_table(table: type[Any]) -> None:
    """Check that the paths of a table are its own and that its rows name no region."""
    for one in rules_of_table(table):
        word = one.path.partition(".")[0]
        if table.__module__.startswith(_LIBRARY) or is_taken(word):
            text = _("{path}: the paths below {word} are the library's; choose another prefix.")
            raise AmendmentError(text, path=one.path, word=word)
