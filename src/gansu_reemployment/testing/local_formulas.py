"""The part of the contract about the formulas of a place (地方条件、调整和措施契约测试).

Each formula is evaluated with every fact open, so that both sides of every condition are
reached: on the days before, of and after each row of its rules, for a case and over columns.
"""
# ruff: noqa: S101, SIM300 - these are tests, as a plugin runs them

import re
from collections.abc import Iterator
from datetime import date
from sys import modules
from types import ModuleType
from typing import Any, Final

from attrs import NOTHING, fields, frozen, has

from gansu_reemployment.dates import ONE_DAY
from gansu_reemployment.errors import GansuError
from gansu_reemployment.fact_model import Unknown, describe
from gansu_reemployment.i18n import Bilingual, Choice, translate
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.plugins.hooks import LocalAdjustment
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.regions import Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.formula import formula_faults
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Basis
from gansu_reemployment.working.terms import Reason

_CHINESE: Final = re.compile(r"[\u4e00-\u9fff]")
#: What a wrong formula raises.
_PROBLEMS: Final = (GansuError, TypeError, AttributeError, ValueError)


class LocalFormulasContract:
    """The contract of a place's conditions and measures; a plugin without any satisfies it too."""

    plugin: ModuleType

    def test_formulas_can_be_translated(self) -> None:
        """Each formula of the plugin can follow columns and unknown facts."""
        own = {self.plugin, *(modules[one.module] for one in self._formulas())}
        found = [str(fault) for module in own for fault in formula_faults(module)]

        assert [] == found, f"cannot be translated: {found}"

    def test_conditions_and_measures_work_in_a_case(self) -> None:
        """With every fact open each ends in open questions, whatever the day, in both languages."""
        failed = [
            f"{one.name} on {day}: {problem}"
            for one in self._formulas()
            for day in one.days()
            if (problem := one.problem_in_a_case(day))
        ]

        assert [] == failed, f"failed in a case: {failed}"

    def test_conditions_and_measures_work_over_columns(self) -> None:
        """Each runs over a frame of one day, of a column of days, and of a column of places."""
        failed = [
            f"{one.name} on {day}: {problem}"
            for one in self._formulas()
            for day in one.days_and_column()
            if (problem := one.problem_over_columns(day))
        ]

        assert [] == failed, f"failed over columns: {failed}"

    def test_sentences_are_in_both_languages(self) -> None:
        """Each reason and each step is a sentence in Chinese and in English."""
        texts = {text for one in self._formulas() for text in one.texts()}
        lacking = sorted(text for text in texts if not _is_bilingual(text))

        assert [] == lacking, f"not Bilingual(zh, en): {lacking}"

    def test_names_are_in_both_languages(self) -> None:
        """Each measure, rule, fact and term has a Chinese and an English name."""
        lacking = [
            place
            for one in self._formulas()
            for place, zh, en in one.names()
            if not _CHINESE.search(zh) or not en or _CHINESE.search(en)
        ]

        assert [] == sorted(set(lacking)), f"without a name in each language: {lacking}"

    def test_weights_are_of_places_below(self) -> None:
        """Each unit that has a weight is a place directly below the region."""
        host = self._host()
        wrong = [
            f"{local.region.name}: {unit}"
            for local in self._own_locals(host)
            for row in local.amendments
            if row.path == "breakdown.weights"
            for unit in row.value
            if not _is_below(unit, local.region, host)
        ]

        assert [] == wrong, f"no place directly below: {wrong}"

    # Helpers ------------------------------------------------------------------------

    def _host(self) -> Host:
        raise NotImplementedError  # pragma: no cover - a subclass has it

    def _own_locals(self, host: Host) -> list[Any]:
        codes = host.plugins[-1].regions
        return [host.locals[code] for code in codes if code in host.locals]

    def _formulas(self) -> list["_Formula"]:
        host = self._host()
        found = []
        for local in self._own_locals(host):
            book = host.rulebook(local.region)
            for held in (*local.conditions, *local.adjustments):
                if held.source == host.plugins[-1].source:
                    measure = host.measure(held.measure, local.region)
                    found.append(_Formula(host, local.region, book, measure, held))
            own = host.measures(local.region)
            found += [_Formula(host, local.region, book, own[m.name]) for m in local.measures]
        return found


@frozen
class _Formula:
    """A measure of a place, or one of its conditions or adjustments on a measure."""

    host: Host
    region: Region
    book: Rulebook
    measure: Measure[Any, Any]
    held: Any = None

    @property
    def name(self) -> str:
        """The name shown in a failure."""
        kind = type(self.held.local).__name__ if self.held else ""
        return f"{kind} on {self.measure.name}" if self.held else self.measure.name

    @property
    def module(self) -> str:
        """The module of the formula."""
        function: Any = self.held.local.formula if self.held else self.measure.function
        return str(function.__module__)

    @property
    def rules(self) -> tuple[Rule[Any], ...]:
        """The rules of its table."""
        return tuple(self.book.rules_in(self.held.local.rules if self.held else self.measure.rules))

    def days(self) -> list[date]:
        """List the first and the last day of each row, the day before and the day after."""
        ends = [(s[0], s[1]) for rule in self.rules for s in rule.segments()]
        days = {
            day for first, last in ends for day in (first - ONE_DAY, first, last, last + ONE_DAY)
        }
        return sorted(days)

    def days_and_column(self) -> list[date | str]:
        """List the days, and a column of days by its name."""
        return [*self.days(), "on"]

    def problem_in_a_case(self, day: date) -> str:
        """Return the problem with every fact open, or an empty text."""
        try:
            outcome = self._open(day).outcome(None)
            for locale in ("zh_CN", "en"):
                outcome.explain(locale)
        except _PROBLEMS as problem:
            return f"{type(problem).__name__}: {problem}"
        return ""

    def problem_over_columns(self, day: date | str) -> str:
        """Return the problem over columns, or an empty text."""
        if not self.measure.columns:
            return ""
        from gansu_reemployment.bureau import Bureau  # noqa: PLC0415 - the layers above

        bureau = Bureau(self.region, self.book, self.host)
        name = self.measure.name
        try:
            bureau.columns.outcome(name, on=day, explain=True)
            _ = bureau.columns.question(name, on=day, region="place").general
        except _PROBLEMS as problem:
            return f"{type(problem).__name__}: {problem}"
        return ""

    def texts(self) -> Iterator[str]:
        """Yield the sentences of the reasons and steps, as far as they are reached."""
        for day in self.days():
            try:
                yield from self._open(day).texts
            except _PROBLEMS:
                continue

    def names(self) -> Iterator[tuple[str, str, str]]:
        """Yield each name in both languages, with where it is."""
        yield from ((rule.path, rule.zh, rule.en) for rule in self.rules)
        if self.held:
            described = [f for f in describe(self.measure.facts) if f.name in self.held.added]
        else:
            yield self.measure.name, self.measure.zh, self.measure.en
            described = list(describe(self.measure.facts))
            result = self.measure.result
            for field in fields(result) if has(result) else ():
                yield field.name, field.metadata.get("zh", ""), field.metadata.get("en", "")
        for fact in described:
            yield fact.name, fact.zh, fact.en
            if issubclass(fact.kind, Choice):
                yield from ((f"{fact.name}.{m.code}", m.value, m.en) for m in fact.kind)

    def _open(self, day: date) -> "_Recording":
        """Evaluate with every fact open."""
        chain = self.host.regions.chain(self.region)
        working = _Recording(day, Basis(self.measure, self.region.id, None, chain))
        view = _AllOpen(frozenset(field.name for field in describe(self.measure.facts)))
        working.show(view)
        if self.held:
            formula = self.held.under(self.book, self.measure)
            result = [Unknown(("result",))] if isinstance(self.held.local, LocalAdjustment) else []
            formula(working, view, *result)
        elif self.measure.columns:
            self.measure.work(working, view, self.book.of(self.measure.rules))
        elif all(field.default is not NOTHING for field in fields(self.measure.facts)):
            # A case function takes the facts as they were written down.
            facts = working.read(self.measure.facts())
            self.measure.work(working, facts, self.book.of(self.measure.rules))
        return working


class _Recording(CaseWorking):
    """A working that notes the sentences of reasons and steps."""

    __slots__ = ("texts",)

    def __init__(self, on: date, basis: Basis) -> None:
        super().__init__(on, basis)
        self.texts: list[str] = []

    def show(self, view: Any) -> None:
        """Evaluate with *view*, in which every fact is open."""
        self.plain, self._view = False, view

    def require(self, rule: Rule[Any], condition: Any, reason: Reason) -> None:
        self.texts.append(reason.text)
        super().require(rule, condition, reason)

    def step(self, label: str, term: Any) -> Any:
        self.texts.append(label)
        return super().step(label, term)


class _AllOpen:
    """Facts that are all unknown."""

    def __init__(self, names: frozenset[str]) -> None:
        self.__dict__.update({name: Unknown((name,)) for name in names})


def _is_bilingual(text: str) -> bool:
    if isinstance(text, Bilingual):
        return bool(text and _CHINESE.search(text.zh) and not _CHINESE.search(text))
    return translate(text, "zh_CN") != text


def _is_below(unit: str, region: Region, host: Host) -> bool:
    try:
        return host.regions.find(unit).parent == region.id
    except GansuError:
        return False
