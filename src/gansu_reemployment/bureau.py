"""The bureau (经办机构): one place with its rules, and every measure as a method.

>>> from datetime import date
>>> from gansu_reemployment.people import EntitledGroup, Sex, Worker
>>> bureau = Bureau.of("天水市")
>>> worker = Worker(
...     sex=Sex.FEMALE, born_on=date(1963, 3, 1), group=EntitledGroup.LAID_OFF_SOE,
...     able=True, willing=True, employed=False,
... )
>>> print(bureau.hardship(worker, on=date(2003, 2, 28)).value.en)
general
>>> bureau.reaches_on(worker, on=date(2003, 2, 28))
datetime.date(2003, 3, 1)
"""

from datetime import date
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, field, frozen

from gansu_reemployment import __version__
from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.facts import CheckedFacts
from gansu_reemployment.host import Host
from gansu_reemployment.loading import load_host
from gansu_reemployment.measures.breakdown import BREAKDOWN, Breakdown
from gansu_reemployment.measures.certificate import (
    CERTIFICATE,
    CERTIFICATE_PAPERS,
    CERTIFICATE_USE,
    Certificate,
    HeldCertificate,
)
from gansu_reemployment.measures.certificate_rules import Paper
from gansu_reemployment.measures.hardship import HARDSHIP, HardshipRules, reaches_on
from gansu_reemployment.measures.loan import LOAN_TERMS, LoanApplication, LoanTerms
from gansu_reemployment.measures.progress import PROGRESS, Count, Pace
from gansu_reemployment.measures.target_table import TARGET_TABLE, TargetPlan, TargetTable
from gansu_reemployment.measures.tasks import DUE_TASKS, Duty, Span
from gansu_reemployment.people import Group, Worker
from gansu_reemployment.regions import GANSU_ID, Region
from gansu_reemployment.rulebook import Rulebook
from gansu_reemployment.targets import Factor, Target
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Basis, Outcome, Provenance

if TYPE_CHECKING:
    from gansu_reemployment.frames import BureauColumns
    from gansu_reemployment.ledger import Case, Reopened

F = TypeVar("F", bound=CheckedFacts)
T = TypeVar("T")


@frozen(slots=False)
class Bureau:
    """One place with its rules: national, provincial and its own (国家、省和本地规定).

    Each method works one measure: facts in, an outcome out, on the law of the day *on*.
    """

    region: Region
    rulebook: Rulebook = field(repr=False)
    host: Host = field(repr=False)

    @classmethod
    def of(cls, region: str = GANSU_ID, *, host: Host | None = None) -> "Bureau":
        """Open the bureau of *region*, found by any of its names or codes.

        Without *host* the installed plugins are loaded once for the whole program.

        Raises:
            UnknownNameError: there is no such region.
        """
        host = host or _installed()
        found = host.regions.find(region)
        return cls(found, host.rulebook(found), host)

    def as_known(self, day: date) -> "Bureau":
        """Give the bureau with the rulebook as it could be known on *day*."""
        return evolve(self, rulebook=self.rulebook.as_known(day))

    def with_rules(self, rulebook: Rulebook) -> "Bureau":
        """Give the bureau with another rulebook, to try a reform or an older law."""
        return evolve(self, rulebook=rulebook)

    def work(self, measure: str, facts: CheckedFacts, *, on: date) -> Outcome[Any]:
        """Work the measure of that name.

        Raises:
            UnknownNameError: there is no such measure.
        """
        return self._decide(find_measure(measure), facts, on)

    def breakdown(self, target: Target, *, on: date) -> Outcome[Breakdown]:
        """Divide a target among its units (目标分解).

        Where the target has no factors, the weights are those that a plugin gives for this
        place and the year of *on*.

        Raises:
            InvalidFactsError: no division is possible; every fault says where and by how much.
        """
        weights = self.host.weights(self.region, on.year) if target.factors is None else None
        if weights:
            target = evolve(target, factors=(Factor(weights=weights),))
        return self._decide(BREAKDOWN, target, on)

    def target_table(self, plan: TargetPlan, *, on: date) -> Outcome[TargetTable]:
        """Divide several indicators and assign rates in one table (目标任务表).

        Raises:
            InvalidFactsError: a column cannot be divided; every fault says where and by how much.
        """
        return self._decide(TARGET_TABLE, plan, on)

    def certificate(self, worker: Worker, *, on: date) -> Outcome[Certificate]:
        """Say whether a person is entitled to the certificate, and to which (再就业优惠证认定)."""
        return self._decide(CERTIFICATE, worker, on)

    def certificate_use(self, card: HeldCertificate, *, on: date) -> Outcome[bool]:
        """Say whether a card is valid on the day and where it is used (优惠证有效性)."""
        return self._decide(CERTIFICATE_USE, card, on)

    def certificate_papers(self, worker: Worker, *, on: date) -> Outcome[frozenset[Paper]]:
        """List the papers that a person brings to the application (申领材料)."""
        return self._decide(CERTIFICATE_PAPERS, worker, on)

    def hardship(self, worker: Worker, *, on: date) -> Outcome[Group]:
        """Classify a person as older hard-to-employ or general (“4050”人员认定)."""
        return self._decide(HARDSHIP, worker, on)

    def reaches_on(self, worker: Worker, *, on: date) -> date | None:
        """Give the day on which a person reaches the “4050” age (达到年龄之日)."""
        return reaches_on(worker, self.rulebook.of(HardshipRules), on)

    def loan_terms(self, application: LoanApplication, *, on: date) -> Outcome[LoanTerms]:
        """Give the terms of a small guaranteed loan signed on the day (小额担保贷款)."""
        return self._decide(LOAN_TERMS, application, on)

    def progress(self, count: Count, *, on: date) -> Outcome[Pace]:
        """Compare a count with its target and the time elapsed (目标完成进度)."""
        return self._decide(PROGRESS, count, on)

    def due_tasks(self, span: Span, *, on: date) -> Outcome[tuple[Duty, ...]]:
        """List the tasks of the Gansu opinion that fall due in a span of days (应办任务)."""
        return self._decide(DUE_TASKS, span, on)

    def reopen(self, case: "Case") -> "Reopened":
        """Work a case of a ledger again under the law known on its day of entry (复核)."""
        from gansu_reemployment.ledger import reopen  # noqa: PLC0415 - loads cattrs

        return reopen(case, self.as_known(case.recorded_on).recompute)

    def recompute(self, case: "Case") -> Outcome[Any]:
        """Work a case of a ledger again under the rulebook at hand."""
        from gansu_reemployment.ledger import read_facts  # noqa: PLC0415 - loads cattrs

        measure = find_measure(case.measure)
        bureau = self if case.region == self.region.id else self._at(case.region)
        return bureau.work(case.measure, read_facts(measure.facts, case.facts), on=case.on)

    def _at(self, region: str) -> "Bureau":
        other = Bureau.of(region, host=self.host)
        known_on = self.rulebook.known_on
        return other.as_known(known_on) if known_on else other

    @cached_property
    def columns(self) -> "BureauColumns":
        """The same measures over dataframes (extra ``columns``)."""
        from gansu_reemployment.frames import BureauColumns  # noqa: PLC0415 - loads narwhals

        return BureauColumns(self)

    def basis(self, measure: Measure[Any, Any]) -> Basis:
        """Give what a working of *measure* rests on here."""
        if measure.name not in self._bases:
            self._bases[measure.name] = Basis(
                measure,
                self.region.id,
                self._provenance,
                self.host.regions.chain(self.region),
                self.host.conditions(self.region, measure.name),
            )
        return self._bases[measure.name]

    @cached_property
    def _bases(self) -> dict[str, Basis]:
        return {}

    @cached_property
    def _provenance(self) -> Provenance:
        plugins = (str(p.source) for p in self.host.plugins if p.fault is None)
        return Provenance(__version__, self.rulebook.digest, tuple(dict.fromkeys(plugins)))

    def _decide(self, measure: Measure[F, T], facts: F, on: date) -> Outcome[T]:
        case = CaseWorking(on, self.basis(measure))
        view = case.read(facts) if measure.columns else facts
        outcome: Outcome[T] = measure.work(case, view, self.rulebook.of(measure.rules))
        return outcome


@cache
def _installed() -> Host:
    return load_host()
