"""The contract of a plugin with local rules (地方规定插件契约测试).

A plugin inherits its tests from one class::

    class TestContract(LocalRulesContract):
        plugin = gansu_reemployment_wuwei
"""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

import warnings
from collections import Counter
from datetime import date
from types import ModuleType
from typing import Any, ClassVar

from attrs import evolve, frozen

from gansu_reemployment.dates import ONE_DAY
from gansu_reemployment.errors import GansuError, InvalidFactsError, PluginWarning
from gansu_reemployment.fact_model.readers import read_value
from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Citation, Instrument, Standing
from gansu_reemployment.law.provisions import Amendment
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.answers import ask, own_rules
from gansu_reemployment.plugins.discovery import discover
from gansu_reemployment.plugins.hooks import LocalRules
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.plugins.source import Source
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.testing.local_formulas import LocalFormulasContract
from gansu_reemployment.testing.required_rules import missing_rules
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Basis


class LocalRulesContract(LocalFormulasContract):
    """The requirements of every plugin with local rules; a subclass sets its module as *plugin*.

    *restated* names the paths whose rows repeat, in the region's own document, the value already
    in force; *not_known* names the rules that the rows require but whose value is unknown.
    *beside* are the modules of the plugins whose own rules it amends.
    """

    plugin: ModuleType
    restated: ClassVar[tuple[str, ...]] = ()
    not_known: ClassVar[tuple[str, ...]] = ()
    beside: ClassVar[tuple[ModuleType, ...]] = ()

    # Loading ------------------------------------------------------------------------

    def test_found_by_its_entry_point(self) -> None:
        """The installed distribution names the module in the group ``gansu_reemployment``."""
        name = self.plugin.__name__
        found = [source for source in discover("") if source.module == name]

        assert 1 == len(found), f"{name} is named by {len(found)} entry points"

    def test_loads_without_a_fault(self) -> None:
        """It loads strictly by itself: regions, hooks, paths, types and bounds are right."""
        host = self._host()

        assert host.plugins[-1].fault is None

    def test_loads_beside_the_installed_plugins(self) -> None:
        """No other installed plugin sets the rules that it sets."""
        source = _source(self.plugin)
        known = {module.__name__ for module in (*self.beside, self.plugin)}
        others = [other for other in discover("") if other.module not in known]
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PluginWarning)
            faults = {
                p.name: p.fault
                for p in load_host([*others, *map(_source, self.beside), source]).plugins
            }

        assert faults[source.name] is None, str(faults[source.name])

    # The rows -----------------------------------------------------------------------

    def test_rows_have_the_right_types(self) -> None:
        """Days are dates, and each value has the type that its rule declares."""
        book = self._book()
        wrong = [problem for _rules, row in self._rows() for problem in _wrong_types(row, book)]

        assert [] == wrong, f"wrong types: {wrong}"

    def test_rows_cite_their_document(self) -> None:
        """Each value cites a document with a name and a standing."""
        wrong = [row.path for _rules, row in self._rows() if not _is_cited(row.cite)]

        assert [] == wrong, f"without document or standing: {wrong}"

    def test_rows_are_delegated(self) -> None:
        """Each path exists, and its rule lets a region set its own value."""
        book, paths = self._book(), [row.path for _rules, row in self._rows()]
        wrong = [problem for path in paths for problem in _not_delegated(path, book)]

        assert [] == wrong, f"not delegated: {wrong}"

    def test_rows_begin_with_their_document(self) -> None:
        """A row is marked retroactive exactly if it takes effect before its document was issued."""
        wrong = [row.path for _rules, row in self._rows() if row.retroactive != _is_early(row)]

        assert [] == wrong, f"before the document's issue, or retroactive and not: {wrong}"

    def test_rows_stand_once(self) -> None:
        """No two rows of a region set the same rule from the same day."""
        counts = Counter((rules.region, row.path, row.since) for rules, row in self._rows())
        twice = [key for key, number in counts.items() if number > 1]

        assert [] == twice, f"set twice: {twice}"

    def test_rows_apply(self) -> None:
        """Each row is in force on some day."""
        never = [laid.row.path for laid in self._laid() if not laid.days]

        assert [] == never, f"never in force: {never}"

    def test_rows_change_something(self) -> None:
        """No row repeats the value in force without it, unless it is listed in *restated*."""
        same = {laid.row.path for laid in self._laid() if laid.days and laid.repeats()}

        assert set(self.restated) == same, f"repeats what is in force: {sorted(same)}"

    def test_rows_have_what_they_call_for(self) -> None:
        """Rules required because of a row are set too, unless they are listed in *not_known*."""
        host = self._host()
        lacking: dict[str, str] = {}
        for rules in self._given():
            lacking |= self._lacking(host, rules)

        assert set(self.not_known) == set(lacking), f"required and not set: {lacking}"

    def test_explanations_name_the_place(self) -> None:
        """Explanations name the region that set a value, in both languages."""
        silent = [
            (laid.row.path, locale)
            for laid in self._laid()
            for locale in ("zh_CN", "en")
            if laid.days and not laid.is_named(locale)
        ]

        assert [] == silent, f"the place is not named: {silent}"

    # Helpers ------------------------------------------------------------------------

    def _host(self) -> Host:
        return load_host(map(_source, (*self.beside, self.plugin)), strict=True)

    def _given(self) -> list[LocalRules]:
        hook = getattr(self.plugin, "local_rules", None)
        given = hook() if hook else []
        return [given] if isinstance(given, LocalRules) else list(given or ())

    def _rows(self) -> list[tuple[LocalRules, Amendment]]:
        return [(rules, row) for rules in self._given() for row in rules.amendments]

    def _book(self) -> Rulebook:
        """Return the national rules with those of the plugin and of those beside it."""
        return own_rules([ask(_source(one)) for one in (*self.beside, self.plugin)])

    def _laid(self) -> "list[_Laid]":
        """Return each row with its rule in its region."""
        host = self._host()
        laid = []
        for rules, row in self._rows():
            chain = host.regions.chain(host.regions.find(rules.region))
            laid.append(_Laid(row, host.rulebook(chain[-1]).find(row.path), chain))
        return laid

    def _lacking(self, host: Host, rules: LocalRules) -> dict[str, str]:
        """Return the required rules that a region lacks, on the days on which its rows change."""
        chain = host.regions.chain(host.regions.find(rules.region))
        book, above = host.rulebook(chain[-1]), host.rulebook(chain[-2])
        spans = [_Laid(row, book.find(row.path), chain).days for row in rules.amendments]
        days = [day for span in spans if span for day in (*span, span[1] + ONE_DAY)]
        return missing_rules(book, above, (row.path for row in rules.amendments), days)


@frozen
class _Laid:
    """A row, the rule as its region has it, and the layers down to the region."""

    row: Amendment
    rule: Rule[Any]
    chain: tuple[Region, ...]

    @property
    def days(self) -> tuple[date, date] | None:
        """The first and the last day on which the row is in force, or ``None``."""
        for first, last, used in self.rule.segments():
            if used.region == self.chain[-1].id and used.since == self.row.since:
                return first, last
        return None

    def repeats(self) -> bool:
        """Return whether the rule without the row would have the same value on each of its days."""
        *above, own = self.rule.local
        others = tuple(row for row in own if row.since != self.row.since)
        without = evolve(self.rule, local=(*above, others))
        first, last = self.days or (self.row.since, self.row.since)
        cuts = {day for start, end, _row in without.segments() for day in (start, end + ONE_DAY)}
        days = [first, *(day for day in cuts if first < day <= last)]
        return all(without.knows(d) and without.on(d).value == self.row.value for d in days)

    def is_named(self, locale: str) -> bool:
        """Return whether an explanation names the region with the value, below the headline."""
        day, _last = self.days or (self.row.since, self.row.since)
        case = CaseWorking(day, Basis(region=self.chain[-1].id, places=self.chain))
        case.use(self.rule)
        _head, *lines = case.outcome(None).explain(locale).splitlines()
        name = show(self.chain[-1], locale)
        return bool(name) and any(name in line for line in lines)


def _source(plugin: ModuleType) -> Source:
    """Return the plugin as found by its entry point, or under its module's name."""
    name = plugin.__name__
    spare = Source(name, name, "", lambda: plugin, name)
    found = next((source for source in discover("") if source.module == name), spare)
    return evolve(found, load=lambda: plugin)


def _wrong_types(row: Any, book: Rulebook) -> list[str]:
    if not isinstance(row, Amendment):
        return [f"{row!r} is not an Amendment"]
    days = {"since": row.since, "until": row.until or row.since}
    wrong = [f"{row.path} {name}: {day!r}" for name, day in days.items() if type(day) is not date]
    try:
        kind = book.kind(row.path)
        right = read_value(kind, row.value) == row.value
    except InvalidFactsError:
        right = False
    except GansuError:  # the path, which another test checks
        right = True
    return wrong if right else [*wrong, f"{row.path} value: {row.value!r} is not {kind}"]


def _is_cited(cite: Any) -> bool:
    return (
        isinstance(cite, Citation)
        and isinstance(cite.instrument, Instrument)
        and bool(cite.instrument.name)
        and isinstance(cite.standing, Standing)
    )


def _not_delegated(path: str, book: Rulebook) -> list[str]:
    try:
        book.find(path).check_delegated()
    except GansuError as problem:
        return [problem.say()]
    return []


def _is_early(row: Amendment) -> bool:
    return _is_cited(row.cite) and row.provision().is_retroactive
