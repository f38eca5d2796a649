"""The bureau (经办机构): one place with its rules, and every measure as a method.

>>> from datetime import date
>>> from gansu_reemployment.measures.persons.facts import EntitledGroup, Sex, Worker
>>> bureau = Bureau.of("天水市")
>>> worker = Worker(
...     sex=Sex.FEMALE, born_on=date(1963, 3, 1), group=EntitledGroup.LAID_OFF_SOE,
...     able=True, willing=True, employed=False, retired=False, internally_retired=False,
... )
>>> bureau.reaches_on(worker, on=date(2003, 2, 28))
datetime.date(2003, 3, 1)
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, cached_property, lru_cache, partial
from typing import TYPE_CHECKING, Any, Self

from attrs import evolve, field, frozen

from gansu_reemployment import __version__
from gansu_reemployment.bureau.decision import Decision
from gansu_reemployment.bureau.decisions import Decisions
from gansu_reemployment.catalogue import MEASURES
from gansu_reemployment.dates import need_plain
from gansu_reemployment.errors import AmendmentError, ArgumentError, MissingExtraError
from gansu_reemployment.fact_model import CheckedFacts
from gansu_reemployment.fact_model.readers import read_facts
from gansu_reemployment.i18n import _
from gansu_reemployment.identity import masked
from gansu_reemployment.objects.arguments import need
from gansu_reemployment.objects.copies import Immutable
from gansu_reemployment.objects.html import table_html
from gansu_reemployment.plugins.conditions import AtTheEnd, Held
from gansu_reemployment.plugins.host import Host
from gansu_reemployment.plugins.loading import load_host
from gansu_reemployment.plugins.local_facts import extended_to
from gansu_reemployment.regions import GANSU_ID, Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.working.basis import Basis, Provenance
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

if TYPE_CHECKING:
    from gansu_reemployment.columns.bureau import BureauColumns
    from gansu_reemployment.ledger import Case, Reopened
    from gansu_reemployment.measures.persons.facts import Worker


@frozen(slots=False, repr=False)
class Bureau(Immutable, Decisions):
    """One place with its rules: national, provincial and its own (国家、省和本地规定).

    Each method evaluates one measure: it takes facts and returns an outcome under the law of the
    day *on*, a plain date. Anything else raises a :class:`~.errors.DateError`.
    """

    region: Region
    rulebook: Rulebook = field(repr=False)
    host: Host = field(repr=False)
    _known: "dict[date, Bureau]" = field(factory=dict, init=False, repr=False, eq=False)
    _others: "dict[str, Bureau]" = field(factory=dict, init=False, repr=False, eq=False)
    _decisions: dict[str, Decision[Any, Any]] = field(
        factory=dict, init=False, repr=False, eq=False
    )
    _bases: dict[str, Basis] = field(factory=dict, init=False, repr=False, eq=False)

    if not TYPE_CHECKING:

        def __new__(cls, region: Any = "天水市", *_given: Any, **_named: Any) -> Self:  # noqa: D102
            # A name alone is the likeliest wrong call.
            if not isinstance(region, Region):
                text = _("A bureau is opened by Bureau.of({given!r}).")
                raise ArgumentError(text, given=masked(region))
            return super().__new__(cls)

    @classmethod
    def of(cls, region: str | Region = GANSU_ID, *, host: Host | None = None) -> "Bureau":
        """Open the bureau of *region*, a region or any of its names or codes.

        Without *host* the installed plugins are loaded once for the whole program; each skipped
        one is reported by a :class:`~.errors.PluginWarning`.

        Raises:
            ArgumentError: *region* is neither text nor a region.
            UnknownNameError: there is no such region.
        """
        host = host or _installed()
        found = host.regions.find(region.id if isinstance(region, Region) else region)
        return cls(found, host.rulebook(found), host)

    def as_known(self, day: date) -> "Bureau":
        """Return the bureau with the rulebook as it could be known on *day*."""
        if day not in self._known:
            self._known[day] = evolve(self, rulebook=self.rulebook.as_known(day))
        return self._known[day]

    def with_rules(self, rulebook: Rulebook) -> "Bureau":
        """Return the bureau with another rulebook, to try a local row or an older law.

        Raises:
            AmendmentError: it is the rulebook of another place.
        """
        need(rulebook, Rulebook, "with_rules", _("a rulebook"))
        here = self.host.regions.chain(self.region)
        if rulebook.places and rulebook.places[-1] not in here:
            text = _("The rulebook of {other} is not the law of {region}.")
            raise AmendmentError(text, other=rulebook.places[-1], region=self.region)
        return evolve(self, rulebook=rulebook)

    def supposing(self, values: Mapping[str, Any], *, since: date) -> "Bureau":
        """Return the bureau under hypothetical *values* of rules, by path, from *since* on.

        National rules are included. Each outcome is marked as hypothetical, in its explanation,
        its JSON and its columns, and no ledger takes it. A value outside the limits of the law is
        reported by a :class:`~.errors.HypothesisWarning`.

        Raises:
            UnknownNameError: there is no rule at a path.
            AmendmentError: a value is of another type, or would never be in force.
            DateError: *since* is not a plain date.
        """
        return evolve(self, rulebook=self.rulebook.supposing(values, since=since))

    def work(
        self, measure: str, facts: CheckedFacts | Mapping[str, Any], *, on: date
    ) -> Outcome[Any]:
        """Evaluate the measure of that name for *facts*, an object or a plain dict.

        Raises:
            ArgumentError: *facts* are of another class.
            UnknownNameError: there is no such measure.
            DateError: *on* is not a plain date.
            InvalidFactsError: the facts have faults; it names all of them.
        """
        ready = self._decisions.get(measure) or self.decision(self.find_measure(measure))
        return ready.decide(facts, on)

    def from_json(self, data: Mapping[str, Any] | str) -> Outcome[Any]:
        """Return the outcome whose JSON form is *data*, equal to the one that was written.

        It is computed again from its facts under the law of this bureau, and compared; the
        versions are those of the form.

        Raises:
            InvalidFactsError: the form is of another version or incomplete, its facts have faults,
                or this law gives another answer; each part that differs is named.
            UnknownNameError: there is no such measure.
        """
        from gansu_reemployment.bureau.from_json import outcome_from_json  # noqa: PLC0415 - on use

        return outcome_from_json(self, data)

    def find_measure(self, name: str) -> Measure[Any, Any]:
        """Return the measure of that name, with the facts that this place adds to it.

        Raises:
            UnknownNameError: there is none here; the nearest names are suggested.
        """
        return self.host.measure(name, self.region)

    def reopen(self, case: "Case") -> "Reopened":
        """Evaluate a case of a ledger again under the law known on its day of entry (复核)."""
        from gansu_reemployment.ledger import Case, reopen  # noqa: PLC0415 - loads cattrs

        need(case, Case, "reopen", _("a case of a ledger"))
        return reopen(case, self.as_known(case.recorded_on).recompute)

    def recompute(self, case: "Case") -> Outcome[Any]:
        """Evaluate a case of a ledger again under the rulebook of this bureau."""
        bureau = self if case.region == self.region.id else self._at(case.region)
        measure = bureau.find_measure(case.measure)
        return bureau.work(case.measure, read_facts(measure.facts, case.facts), on=case.on)

    def __repr__(self) -> str:
        book = self.rulebook
        other = "" if book is self.host.rulebook(self.region) else f", {book!r}"
        return f"Bureau({self.region.name} {self.region.id}{other})"

    def _repr_html_(self) -> str:
        """Return every measure with its names, for a notebook."""
        own = self.host.measures(self.region)
        rows = ([one.name, one.zh, one.en] for one in (*MEASURES.values(), *own.values()))
        return table_html(repr(self), ("措施", "名称", "name"), rows)

    def __reduce__(self) -> tuple[Any, ...]:
        own = self.rulebook is self.host.rulebook(self.region)
        return _restored, (self.host, self.region.id, None if own else self.rulebook)

    def _at(self, region: str) -> "Bureau":
        if region not in self._others:
            other = Bureau.of(region, host=self.host)
            other = evolve(other, rulebook=other.rulebook.with_supposed(self.rulebook.supposed))
            known_on = self.rulebook.known_on
            self._others[region] = other.as_known(known_on) if known_on else other
        return self._others[region]

    @cached_property
    def columns(self) -> "BureauColumns":
        """The same measures over dataframes.

        Raises:
            MissingExtraError: the extra ``columns`` is not installed.
        """
        try:
            from gansu_reemployment.columns.bureau import BureauColumns  # noqa: PLC0415 - loads narwhals
        except ModuleNotFoundError as problem:
            if problem.name != "narwhals":
                raise
            raise MissingExtraError("narwhals", "columns") from None
        return BureauColumns(self)

    def decision(self, measure: Measure[Any, Any]) -> Decision[Any, Any]:
        """Return *measure* under the rules of this bureau, ready to be called."""
        if measure.name not in self._decisions:
            self._decisions[measure.name] = Decision(self.find_measure(measure.name), self)
        return self._decisions[measure.name]

    def completion(self, measure: Measure[Any, Any]) -> Callable[[Any], Any] | None:
        """Return the function that adds the facts of this place; ``None`` if it adds none."""
        if not any(self.host.facts_of(measure.name, self.region)):
            return None
        return partial(extended_to, self.find_measure(measure.name).facts)

    def reaches_on(self, worker: "Worker | Mapping[str, Any]", *, on: date) -> date | None:
        """Return the day on which a person reaches the “4050” age (达到年龄之日)."""
        from gansu_reemployment.measures.persons import facts  # noqa: PLC0415 - loaded on use
        from gansu_reemployment.measures.persons.hardship import (  # noqa: PLC0415
            classification,
            rules,
        )

        need_plain(on)
        given = read_facts(facts.Worker, worker) if isinstance(worker, Mapping) else worker
        need(given, facts.Worker, "reaches_on", _("facts of the class Worker, or a dict of them"))
        return classification.reaches_on(given, self.rulebook.of(rules.HardshipRules), on)

    def loan_answer_by(self, received_on: date) -> date:
        """Return the last day for the bank's answer to a complete application (银行答复期限)."""
        from gansu_reemployment.measures.loans.loan import rules, terms  # noqa: PLC0415

        return terms.answer_by(received_on, self.rulebook.of(rules.LoanRules))

    def claim_deadlines(self, settled_on: date) -> Mapping[str, date]:
        """Return the last days of the steps of a bank's claim, where one is set (申报期限)."""
        from gansu_reemployment.measures.loans.interest import claim, rules  # noqa: PLC0415

        return claim.claim_deadlines(settled_on, self.rulebook.of(rules.InterestRules))

    def guarantor_pays_by(self, defaulted_on: date) -> date:
        """Return the last day for the guarantor's payment after a default (代偿期限)."""
        from gansu_reemployment.measures.loans.guarantee import capacity, rules  # noqa: PLC0415

        return capacity.payment_by(defaulted_on, self.rulebook.of(rules.GuaranteeRules))

    def basis(self, measure: Measure[Any, Any]) -> Basis:
        """Return the basis of a working of *measure* at this bureau."""
        if measure.name not in self._bases:
            self._bases[measure.name] = Basis(
                measure,
                self.region.id,
                self._provenance,
                self.host.regions.chain(self.region),
                self._at_the_end(self.host.conditions_in(self.region), measure),
                self._at_the_end(self.host.adjustments_in(self.region), measure),
                self.basis(self.find_measure(measure.part.name)) if measure.part else None,
                self.rulebook.supposed,
            )
        return self._bases[measure.name]

    def _at_the_end(self, held: Iterable[Held], measure: Measure[Any, Any]) -> tuple[AtTheEnd, ...]:
        """Return the formulas on *measure* under the rules of this bureau."""
        found = (one.under(self.rulebook, measure) for one in held if one.measure == measure.name)
        return tuple(one for one in found if one)

    @cached_property
    def _provenance(self) -> Provenance:
        plugins = dict.fromkeys(str(p.source) for p in self.host.plugins if p.fault is None)
        return Provenance(__version__, partial(getattr, self.rulebook, "digest"), tuple(plugins))


@lru_cache(maxsize=128)
def _restored(host: Host, region: str, rulebook: Rulebook | None) -> Bureau:
    bureau = Bureau.of(region, host=host)
    return evolve(bureau, rulebook=rulebook) if rulebook else bureau


@cache
def _installed() -> Host:
    return load_host()
