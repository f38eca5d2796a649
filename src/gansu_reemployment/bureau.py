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
from fractions import Fraction
from functools import cache, cached_property
from typing import TYPE_CHECKING, Any, TypeVar

from attrs import evolve, field, frozen

from gansu_reemployment import __version__
from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.enterprises import Enterprise
from gansu_reemployment.facts import CheckedFacts
from gansu_reemployment.host import Host
from gansu_reemployment.loading import load_host
from gansu_reemployment.loans import RunningLoan
from gansu_reemployment.measures.accrual import INTEREST_PERIODS, InterestSchedule
from gansu_reemployment.measures.assessment import ASSESSMENT, Ranking, ScoreSheet
from gansu_reemployment.measures.breakdown import BREAKDOWN, Breakdown
from gansu_reemployment.measures.candidates import CANDIDATES, Offer, Pool
from gansu_reemployment.measures.certificate import (
    CERTIFICATE,
    CERTIFICATE_PAPERS,
    CERTIFICATE_USE,
    Certificate,
    HeldCertificate,
)
from gansu_reemployment.measures.certificate_rules import Paper
from gansu_reemployment.measures.deduction import FIXED_DEDUCTION, FixedClaim, FixedDeduction
from gansu_reemployment.measures.enterprise_loan import (
    ENTERPRISE_LOAN,
    EnterpriseApplication,
    EnterpriseLoan,
)
from gansu_reemployment.measures.fees import FEE_RELIEF, FeeClaim, FeeRelief
from gansu_reemployment.measures.founding import NEW_ENTERPRISE, Founding, Newness
from gansu_reemployment.measures.guarantee import (
    BANK_LENDING,
    GUARANTEE_CAPACITY,
    GUARANTEE_FEE,
    BankBook,
    Capacity,
    GuaranteedLoans,
    GuaranteeFee,
    GuaranteeFund,
    Lending,
)
from gansu_reemployment.measures.guarantee_losses import (
    COMPENSATION_GAP,
    LOSS_SHARES,
    CompensationGap,
    LoanLoss,
    LossShares,
    YearOfCompensation,
)
from gansu_reemployment.measures.hardship import HARDSHIP, HardshipRules, reaches_on
from gansu_reemployment.measures.indicators import (
    ISSUE_RATE,
    LEDGER_RATE,
    NET_NEW_JOBS,
    NEW_JOBS,
    REEMPLOYMENT_RATE,
    SHORT_UNEMPLOYMENT_RATE,
    UNEMPLOYMENT_RATE,
    CertificateCount,
    Coverage,
    EmployedStock,
    LabourForce,
    LedgerCount,
    NewlyEmployed,
    Reemployment,
    ShortLabourForce,
)
from gansu_reemployment.measures.instalments import INSTALMENTS, InstalmentLoan, InstalmentSchedule
from gansu_reemployment.measures.insurance import (
    INSURANCE_SUBSIDY,
    InsuranceClaim,
    InsuranceSubsidy,
)
from gansu_reemployment.measures.insurance_claim import (
    INSURANCE_CLAIM,
    ClaimSheet,
    QuarterlyClaim,
)
from gansu_reemployment.measures.interest import INTEREST_SUBSIDY, InterestSubsidy
from gansu_reemployment.measures.interest_claim import INTEREST_CLAIM, SubsidyClaim
from gansu_reemployment.measures.interest_facts import BankClaim, SettledPeriod
from gansu_reemployment.measures.loan import LOAN_TERMS, LoanApplication, LoanTerms, answer_by
from gansu_reemployment.measures.loan_extension import (
    LOAN_EXTENSION,
    ExtensionRequest,
    ExtensionTerms,
)
from gansu_reemployment.measures.loan_rules import LoanRules
from gansu_reemployment.measures.micro_profit import MICRO_PROFIT, Project
from gansu_reemployment.measures.offset import COLLECTION_OFFSET, Collection, CollectionOffset
from gansu_reemployment.measures.offset_collector import COLLECTOR, Authority, Levy
from gansu_reemployment.measures.offset_ledger import OFFICE_OFFSETS, OffsetLedger, OffsetTable
from gansu_reemployment.measures.ordered import ORDERED_RELIEF, OrderedClaim, OrderedRelief
from gansu_reemployment.measures.ordered_year import ORDERED_YEAR, OrderedYear, SettledYear
from gansu_reemployment.measures.overlap import (
    BEST_RELIEF,
    LABOUR_SERVICE_RELIEF,
    BestRelief,
    LabourServiceFirm,
    LabourServiceRelief,
    Overlap,
)
from gansu_reemployment.measures.post import (
    POST_SUBSIDY,
    POST_SUBSIDY_CAP,
    PostCap,
    PostClaim,
    PostSubsidy,
    PostWage,
)
from gansu_reemployment.measures.progress import PROGRESS, Count, Pace
from gansu_reemployment.measures.relief import TAX_RELIEF
from gansu_reemployment.measures.relief_hires import NEEDED_HIRES, NeededHires
from gansu_reemployment.measures.relief_settlement import SETTLED_RELIEF, SettledRelief, Settlement
from gansu_reemployment.measures.relief_work import TaxRelief
from gansu_reemployment.measures.security import (
    SECURITY_LEVELS,
    SECURITY_LINE,
    Levels,
    Secured,
    SecurityLine,
)
from gansu_reemployment.measures.services import (
    PLACEMENT_SUBSIDY,
    TRAINING_SUBSIDY,
    PlacementClaim,
    TrainingClaim,
    TrainingSubsidy,
)
from gansu_reemployment.measures.spinoff import SPINOFF_RELIEF, Spinoff, SpinoffRelief
from gansu_reemployment.measures.target_table import TARGET_TABLE, TargetPlan, TargetTable
from gansu_reemployment.measures.tasks import DUE_TASKS, Duty, Span
from gansu_reemployment.measures.taxes import (
    INCOME_TAX,
    TRADER_INCOME_TAX,
    TURNOVER_TAXES,
    Turnover,
    TurnoverTaxes,
    YearIncome,
)
from gansu_reemployment.measures.transfers import ALLOCATE, Appropriation, Transfer
from gansu_reemployment.money import Yuan
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

    def net_new_jobs(self, stock: EmployedStock, *, on: date) -> Outcome[int]:
        """Give the net new jobs of a period (净增就业)."""
        return self._decide(NET_NEW_JOBS, stock, on)

    def new_jobs(self, moves: NewlyEmployed, *, on: date) -> Outcome[int]:
        """Give the new jobs of a period (新增就业)."""
        return self._decide(NEW_JOBS, moves, on)

    def unemployment_rate(self, force: LabourForce, *, on: date) -> Outcome[Fraction]:
        """Give the registered urban unemployment rate (城镇登记失业率)."""
        return self._decide(UNEMPLOYMENT_RATE, force, on)

    def short_unemployment_rate(self, force: ShortLabourForce, *, on: date) -> Outcome[Fraction]:
        """Give the short form of that rate, for prefecture data (登记失业率简式)."""
        return self._decide(SHORT_UNEMPLOYMENT_RATE, force, on)

    def reemployment_rate(self, count: Reemployment, *, on: date) -> Outcome[Fraction]:
        """Give the re-employment rate on the stated base (再就业率)."""
        return self._decide(REEMPLOYMENT_RATE, count, on)

    def issue_rate(self, count: CertificateCount, *, on: date) -> Outcome[Coverage]:
        """Give the share of the entitled who hold their certificate (优惠证发放率)."""
        return self._decide(ISSUE_RATE, count, on)

    def ledger_rate(self, count: LedgerCount, *, on: date) -> Outcome[Coverage]:
        """Give the share of the “4050” persons who have a ledger (建账率)."""
        return self._decide(LEDGER_RATE, count, on)

    def allocate(self, transfer: Transfer, *, on: date) -> Outcome[Appropriation]:
        """Divide money by factors, exact to the fen (专项转移支付分配)."""
        return self._decide(ALLOCATE, transfer, on)

    def assessment(self, sheet: ScoreSheet, *, on: date) -> Outcome[Ranking]:
        """Add points, rank places and put them into bands (考核)."""
        return self._decide(ASSESSMENT, sheet, on)

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

    def loan_answer_by(self, received_on: date) -> date:
        """Give the last day for the bank's answer to a complete application (银行答复期限)."""
        return answer_by(received_on, self.rulebook.of(LoanRules))

    def loan_extension(self, request: ExtensionRequest, *, on: date) -> Outcome[ExtensionTerms]:
        """Give the terms of an extension from the day (小额担保贷款展期)."""
        return self._decide(LOAN_EXTENSION, request, on)

    def enterprise_loan(
        self, application: EnterpriseApplication, *, on: date
    ) -> Outcome[EnterpriseLoan]:
        """Give the terms of a loan to a small enterprise (劳动密集型小企业贷款)."""
        return self._decide(ENTERPRISE_LOAN, application, on)

    def micro_profit(self, project: Project, *, on: date) -> Outcome[bool]:
        """Tell whether a business is a micro-profit project (微利项目)."""
        return self._decide(MICRO_PROFIT, project, on)

    def interest_periods(self, loan: RunningLoan, *, on: date) -> Outcome[InterestSchedule]:
        """Charge the interest of a loan period by period (分期计息)."""
        return self._decide(INTEREST_PERIODS, loan, on)

    def instalments(self, loan: InstalmentLoan, *, on: date) -> Outcome[InstalmentSchedule]:
        """Give the instalments of a loan (分期还款)."""
        return self._decide(INSTALMENTS, loan, on)

    def interest_subsidy(self, period: SettledPeriod, *, on: date) -> Outcome[InterestSubsidy]:
        """Give the subsidy of one settled period of a loan (贴息)."""
        return self._decide(INTEREST_SUBSIDY, period, on)

    def interest_claim(self, claim: BankClaim, *, on: date) -> Outcome[SubsidyClaim]:
        """Work out a bank's claim for a quarter, loan by loan (贴息申报)."""
        return self._decide(INTEREST_CLAIM, claim, on)

    def guarantee_capacity(self, fund: GuaranteeFund, *, on: date) -> Outcome[Capacity]:
        """Give what a guarantee fund can carry (担保能力)."""
        return self._decide(GUARANTEE_CAPACITY, fund, on)

    def guarantee_fee(self, loans: GuaranteedLoans, *, on: date) -> Outcome[GuaranteeFee]:
        """Give the guarantee fee of a year, and who pays it (担保费)."""
        return self._decide(GUARANTEE_FEE, loans, on)

    def bank_lending(self, book: BankBook, *, on: date) -> Outcome[Lending]:
        """Tell whether a bank goes on lending, stops, or resumes (停止和恢复发放)."""
        return self._decide(BANK_LENDING, book, on)

    def loss_shares(self, loss: LoanLoss, *, on: date) -> Outcome[LossShares]:
        """Share a loss between bank, funds and finance (损失分担)."""
        return self._decide(LOSS_SHARES, loss, on)

    def compensation_gap(self, year: YearOfCompensation, *, on: date) -> Outcome[CompensationGap]:
        """Tell what fund and finance bear of the payments of a year (年度代偿分担)."""
        return self._decide(COMPENSATION_GAP, year, on)

    def progress(self, count: Count, *, on: date) -> Outcome[Pace]:
        """Compare a count with its target and the time elapsed (目标完成进度)."""
        return self._decide(PROGRESS, count, on)

    def due_tasks(self, span: Span, *, on: date) -> Outcome[tuple[Duty, ...]]:
        """List the tasks of the Gansu opinion that fall due in a span of days (应办任务)."""
        return self._decide(DUE_TASKS, span, on)

    def tax_relief(self, enterprise: Enterprise, *, on: date) -> Outcome[TaxRelief]:
        """Work out what taxes fall away for an enterprise or stall (税收减免)."""
        return self._decide(TAX_RELIEF, enterprise, on)

    def needed_hires(self, enterprise: Enterprise, *, on: date) -> Outcome[NeededHires]:
        """Find how many more hires reach the next step of the relief (招用人数测算)."""
        return self._decide(NEEDED_HIRES, enterprise, on)

    def settled_relief(self, settlement: Settlement, *, on: date) -> Outcome[SettledRelief]:
        """Settle the income tax relief of a year by its average share (汇算清缴)."""
        return self._decide(SETTLED_RELIEF, settlement, on)

    def new_enterprise(self, founding: Founding, *, on: date) -> Outcome[Newness]:
        """Tell whether an enterprise is new (新办企业认定)."""
        return self._decide(NEW_ENTERPRISE, founding, on)

    def labour_service_relief(
        self, firm: LabourServiceFirm, *, on: date
    ) -> Outcome[LabourServiceRelief]:
        """Work out the older relief of a labour-service enterprise (劳服企业所得税减免)."""
        return self._decide(LABOUR_SERVICE_RELIEF, firm, on)

    def best_relief(self, overlap: Overlap, *, on: date) -> Outcome[BestRelief]:
        """Choose the best of reliefs that overlap (择优享受)."""
        return self._decide(BEST_RELIEF, overlap, on)

    def fixed_deduction(self, claim: FixedClaim, *, on: date) -> Outcome[FixedDeduction]:
        """Deduct 2,000 yuan a person over the years (定额扣减)."""
        return self._decide(FIXED_DEDUCTION, claim, on)

    def ordered_relief(self, claim: OrderedClaim, *, on: date) -> Outcome[OrderedRelief]:
        """Relieve taxes in turn up to the yearly limit (限额依次扣减)."""
        return self._decide(ORDERED_RELIEF, claim, on)

    def ordered_year(self, year: OrderedYear, *, on: date) -> Outcome[SettledYear]:
        """Work an enterprise's year under the limit and settle it (年度清算)."""
        return self._decide(ORDERED_YEAR, year, on)

    def fee_relief(self, claim: FeeClaim, *, on: date) -> Outcome[FeeRelief]:
        """Relieve a laid-off sole trader of the listed fees (收费减免)."""
        return self._decide(FEE_RELIEF, claim, on)

    def spinoff_relief(self, entity: Spinoff, *, on: date) -> Outcome[SpinoffRelief]:
        """Free a spun-off entity from income tax (主辅分离)."""
        return self._decide(SPINOFF_RELIEF, entity, on)

    def collection_offset(self, collection: Collection, *, on: date) -> Outcome[CollectionOffset]:
        """Offset relief against one collection task (抵减收缴任务)."""
        return self._decide(COLLECTION_OFFSET, collection, on)

    def office_offsets(self, ledger: OffsetLedger, *, on: date) -> Outcome[OffsetTable]:
        """Offset a relief ledger office by office (抵减汇总表)."""
        return self._decide(OFFICE_OFFSETS, ledger, on)

    def collector(self, levy: Levy, *, on: date) -> Outcome[Authority]:
        """Tell which authority collects a tax (征收机关)."""
        return self._decide(COLLECTOR, levy, on)

    def turnover_taxes(self, turnover: Turnover, *, on: date) -> Outcome[TurnoverTaxes]:
        """Work out business tax and what is charged on it (营业税及附加)."""
        return self._decide(TURNOVER_TAXES, turnover, on)

    def income_tax(self, income: YearIncome, *, on: date) -> Outcome[Yuan]:
        """Work out the enterprise income tax of a year (企业所得税)."""
        return self._decide(INCOME_TAX, income, on)

    def trader_income_tax(self, income: YearIncome, *, on: date) -> Outcome[Yuan]:
        """Work out the individual income tax of a sole trader's year (个人所得税)."""
        return self._decide(TRADER_INCOME_TAX, income, on)

    def insurance_subsidy(self, claim: InsuranceClaim, *, on: date) -> Outcome[InsuranceSubsidy]:
        """Say what is repaid of the contributions for one person's months (社会保险补贴核定)."""
        return self._decide(INSURANCE_SUBSIDY, claim, on)

    def insurance_claim(self, claim: QuarterlyClaim, *, on: date) -> Outcome[ClaimSheet]:
        """Check an employer's claim for a quarter, person by person (社会保险补贴季度申请)."""
        return self._decide(INSURANCE_CLAIM, claim, on)

    def post_subsidy(self, claim: PostClaim, *, on: date) -> Outcome[PostSubsidy]:
        """Say what is paid for one person's months in a public-service post (岗位补贴核定)."""
        return self._decide(POST_SUBSIDY, claim, on)

    def post_subsidy_cap(self, wage: PostWage | None = None, *, on: date) -> Outcome[PostCap]:
        """Give the cap of a month's post subsidy in the place (岗位补贴上限)."""
        return self._decide(POST_SUBSIDY_CAP, wage or PostWage(), on)

    def training_subsidy(self, claim: TrainingClaim, *, on: date) -> Outcome[TrainingSubsidy]:
        """Say what is paid for a course (再就业培训补贴核定)."""
        return self._decide(TRAINING_SUBSIDY, claim, on)

    def placement_subsidy(self, claim: PlacementClaim, *, on: date) -> Outcome[Yuan]:
        """Say what is paid for a person placed (职业介绍补贴核定)."""
        return self._decide(PLACEMENT_SUBSIDY, claim, on)

    def candidates(self, pool: Pool, *, on: date) -> Outcome[tuple[Offer, ...]]:
        """Put persons into the order in which posts are offered to them (安置顺序)."""
        return self._decide(CANDIDATES, pool, on)

    def security_line(self, person: Secured, *, on: date) -> Outcome[SecurityLine]:
        """Say which of the three lines carries a person (三条保障线衔接)."""
        return self._decide(SECURITY_LINE, person, on)

    def security_levels(self, levels: Levels, *, on: date) -> Outcome[bool]:
        """Check the order of the levels of the three lines (三条保障线标准)."""
        return self._decide(SECURITY_LEVELS, levels, on)

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
        if region not in self._others:
            other = Bureau.of(region, host=self.host)
            known_on = self.rulebook.known_on
            self._others[region] = other.as_known(known_on) if known_on else other
        return self._others[region]

    @cached_property
    def _others(self) -> "dict[str, Bureau]":
        return {}

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
                self.basis(measure.part) if measure.part else None,
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
        view = case.read(facts)
        given = view if measure.columns else facts
        outcome: Outcome[T] = measure.work(case, given, self.rulebook.of(measure.rules))
        return outcome


@cache
def _installed() -> Host:
    return load_host()
