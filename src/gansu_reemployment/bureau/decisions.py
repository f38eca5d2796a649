"""The measures as methods of a bureau (逐项措施); made by ``.ci/measures.py``.

Each attribute is a :class:`~.bureau.decision.Decision`: facts in, an outcome out.
"""

from typing import TYPE_CHECKING, ClassVar

from gansu_reemployment.bureau.decision import Decides

if TYPE_CHECKING:
    from fractions import Fraction

    from gansu_reemployment.measures.loans.accrual.periods import InterestSchedule
    from gansu_reemployment.measures.loans.enterprise_loan import (
        EnterpriseApplication,
        EnterpriseLoan,
    )
    from gansu_reemployment.measures.loans.extension import ExtensionRequest, ExtensionTerms
    from gansu_reemployment.measures.loans.facts import RunningLoan
    from gansu_reemployment.measures.loans.guarantee.capacity import (
        BankBook,
        Capacity,
        GuaranteedLoans,
        GuaranteeFee,
        GuaranteeFund,
        Lending,
    )
    from gansu_reemployment.measures.loans.guarantee.losses import (
        CompensationGap,
        LoanLoss,
        LossShares,
        YearOfCompensation,
    )
    from gansu_reemployment.measures.loans.instalments import InstalmentLoan, InstalmentSchedule
    from gansu_reemployment.measures.loans.interest.claim import SubsidyClaim
    from gansu_reemployment.measures.loans.interest.facts import BankClaim, SettledPeriod
    from gansu_reemployment.measures.loans.interest.subsidy import InterestSubsidy
    from gansu_reemployment.measures.loans.loan.terms import LoanApplication, LoanTerms
    from gansu_reemployment.measures.loans.micro_profit import Project
    from gansu_reemployment.measures.persons.candidates import Offer, Pool
    from gansu_reemployment.measures.persons.certificate.entitlement import Certificate
    from gansu_reemployment.measures.persons.certificate.facts import HeldCertificate
    from gansu_reemployment.measures.persons.certificate.rules import Paper
    from gansu_reemployment.measures.persons.facts import Group, Worker
    from gansu_reemployment.measures.persons.security.facts import Levels, Secured
    from gansu_reemployment.measures.persons.security.line import SecurityLine
    from gansu_reemployment.measures.subsidies.insurance.amounts import InsuranceSubsidy
    from gansu_reemployment.measures.subsidies.insurance.facts import InsuranceClaim
    from gansu_reemployment.measures.subsidies.insurance.roster import ClaimSheet, QuarterlyClaim
    from gansu_reemployment.measures.subsidies.post.cap import PostCap, PostWage
    from gansu_reemployment.measures.subsidies.post.subsidy import PostClaim, PostSubsidy
    from gansu_reemployment.measures.subsidies.services.placement import PlacementClaim
    from gansu_reemployment.measures.subsidies.services.training import (
        TrainingClaim,
        TrainingSubsidy,
    )
    from gansu_reemployment.measures.targets.assessment.assessment import Ranking, ScoreSheet
    from gansu_reemployment.measures.targets.breakdown.breakdown import Breakdown
    from gansu_reemployment.measures.targets.breakdown.table import TargetPlan, TargetTable
    from gansu_reemployment.measures.targets.facts import Target
    from gansu_reemployment.measures.targets.indicators.facts import (
        CertificateCount,
        EmployedStock,
        LabourForce,
        LedgerCount,
        NewlyEmployed,
        Reemployment,
        ShortLabourForce,
    )
    from gansu_reemployment.measures.targets.indicators.indicators import Coverage
    from gansu_reemployment.measures.targets.progress import Count, Pace
    from gansu_reemployment.measures.targets.tasks.tasks import DueTask, Span
    from gansu_reemployment.measures.targets.transfers.allocate import Appropriation
    from gansu_reemployment.measures.targets.transfers.facts import Transfer
    from gansu_reemployment.measures.taxes.best_relief import BestRelief, Overlap
    from gansu_reemployment.measures.taxes.collection_offset.offices import (
        OffsetLedger,
        OffsetTable,
    )
    from gansu_reemployment.measures.taxes.collection_offset.offset import (
        Collection,
        CollectionOffset,
    )
    from gansu_reemployment.measures.taxes.collector import Authority, Levy
    from gansu_reemployment.measures.taxes.facts import Enterprise
    from gansu_reemployment.measures.taxes.fee_relief import FeeClaim, FeeRelief
    from gansu_reemployment.measures.taxes.fixed_deduction.deduction import FixedDeduction
    from gansu_reemployment.measures.taxes.fixed_deduction.facts import FixedClaim
    from gansu_reemployment.measures.taxes.labour_service_relief import (
        LabourServiceFirm,
        LabourServiceRelief,
    )
    from gansu_reemployment.measures.taxes.new_enterprise import Founding, Newness
    from gansu_reemployment.measures.taxes.ordered_relief.relief import OrderedClaim, OrderedRelief
    from gansu_reemployment.measures.taxes.ordered_relief.year import OrderedYear, SettledYear
    from gansu_reemployment.measures.taxes.spinoff_relief.facts import Spinoff
    from gansu_reemployment.measures.taxes.spinoff_relief.relief import SpinoffRelief
    from gansu_reemployment.measures.taxes.tax_relief.amounts import TaxRelief
    from gansu_reemployment.measures.taxes.tax_relief.hires import NeededHires
    from gansu_reemployment.measures.taxes.tax_relief.settlement import (
        ReliefSettlement,
        SettledRelief,
    )
    from gansu_reemployment.measures.taxes.turnover_taxes import Turnover, TurnoverTaxes
    from gansu_reemployment.measures.taxes.year_income import YearIncome
    from gansu_reemployment.money import Yuan


class Decisions:
    """Every measure of the policy, by subject (政策措施)."""

    # Certificate and persons：人员
    certificate: ClassVar[Decides["Worker", "Certificate"]] = Decides()
    certificate_use: ClassVar[Decides["HeldCertificate", "bool"]] = Decides()
    certificate_papers: ClassVar[Decides["Worker", "frozenset[Paper]"]] = Decides()
    hardship: ClassVar[Decides["Worker", "Group"]] = Decides()
    candidates: ClassVar[Decides["Pool", "tuple[Offer, ...]"]] = Decides()
    security_line: ClassVar[Decides["Secured", "SecurityLine"]] = Decides()
    security_levels: ClassVar[Decides["Levels", "bool"]] = Decides()

    # Social insurance, posts, services：补贴
    insurance_subsidy: ClassVar[Decides["InsuranceClaim", "InsuranceSubsidy"]] = Decides()
    insurance_claim: ClassVar[Decides["QuarterlyClaim", "ClaimSheet"]] = Decides()
    post_subsidy: ClassVar[Decides["PostClaim", "PostSubsidy"]] = Decides()
    post_subsidy_cap: ClassVar[Decides["PostWage", "PostCap"]] = Decides()
    training_subsidy: ClassVar[Decides["TrainingClaim", "TrainingSubsidy"]] = Decides()
    placement_subsidy: ClassVar[Decides["PlacementClaim", "Yuan"]] = Decides()

    # Loans and guarantee：贷款与担保
    loan_terms: ClassVar[Decides["LoanApplication", "LoanTerms"]] = Decides()
    loan_extension: ClassVar[Decides["ExtensionRequest", "ExtensionTerms"]] = Decides()
    enterprise_loan: ClassVar[Decides["EnterpriseApplication", "EnterpriseLoan"]] = Decides()
    micro_profit: ClassVar[Decides["Project", "bool"]] = Decides()
    interest_periods: ClassVar[Decides["RunningLoan", "InterestSchedule"]] = Decides()
    instalments: ClassVar[Decides["InstalmentLoan", "InstalmentSchedule"]] = Decides()
    interest_subsidy: ClassVar[Decides["SettledPeriod", "InterestSubsidy"]] = Decides()
    interest_claim: ClassVar[Decides["BankClaim", "SubsidyClaim"]] = Decides()
    guarantee_capacity: ClassVar[Decides["GuaranteeFund", "Capacity"]] = Decides()
    guarantee_fee: ClassVar[Decides["GuaranteedLoans", "GuaranteeFee"]] = Decides()
    bank_lending: ClassVar[Decides["BankBook", "Lending"]] = Decides()
    loss_shares: ClassVar[Decides["LoanLoss", "LossShares"]] = Decides()
    compensation_gap: ClassVar[Decides["YearOfCompensation", "CompensationGap"]] = Decides()

    # Taxes, fees and offset：税费减免与抵减
    tax_relief: ClassVar[Decides["Enterprise", "TaxRelief"]] = Decides()
    needed_hires: ClassVar[Decides["Enterprise", "NeededHires"]] = Decides()
    settled_relief: ClassVar[Decides["ReliefSettlement", "SettledRelief"]] = Decides()
    new_enterprise: ClassVar[Decides["Founding", "Newness"]] = Decides()
    labour_service_relief: ClassVar[Decides["LabourServiceFirm", "LabourServiceRelief"]] = Decides()
    best_relief: ClassVar[Decides["Overlap", "BestRelief"]] = Decides()
    fixed_deduction: ClassVar[Decides["FixedClaim", "FixedDeduction"]] = Decides()
    ordered_relief: ClassVar[Decides["OrderedClaim", "OrderedRelief"]] = Decides()
    ordered_year: ClassVar[Decides["OrderedYear", "SettledYear"]] = Decides()
    fee_relief: ClassVar[Decides["FeeClaim", "FeeRelief"]] = Decides()
    spinoff_relief: ClassVar[Decides["Spinoff", "SpinoffRelief"]] = Decides()
    collection_offset: ClassVar[Decides["Collection", "CollectionOffset"]] = Decides()
    office_offsets: ClassVar[Decides["OffsetLedger", "OffsetTable"]] = Decides()
    collector: ClassVar[Decides["Levy", "Authority"]] = Decides()
    turnover_taxes: ClassVar[Decides["Turnover", "TurnoverTaxes"]] = Decides()
    income_tax: ClassVar[Decides["YearIncome", "Yuan"]] = Decides()
    trader_income_tax: ClassVar[Decides["YearIncome", "Yuan"]] = Decides()

    # Targets and funds：目标与资金
    breakdown: ClassVar[Decides["Target", "Breakdown"]] = Decides()
    target_table: ClassVar[Decides["TargetPlan", "TargetTable"]] = Decides()
    net_new_jobs: ClassVar[Decides["EmployedStock", "int"]] = Decides()
    new_jobs: ClassVar[Decides["NewlyEmployed", "int"]] = Decides()
    unemployment_rate: ClassVar[Decides["LabourForce", "Fraction"]] = Decides()
    short_unemployment_rate: ClassVar[Decides["ShortLabourForce", "Fraction"]] = Decides()
    reemployment_rate: ClassVar[Decides["Reemployment", "Fraction"]] = Decides()
    issue_rate: ClassVar[Decides["CertificateCount", "Coverage"]] = Decides()
    ledger_rate: ClassVar[Decides["LedgerCount", "Coverage"]] = Decides()
    allocate: ClassVar[Decides["Transfer", "Appropriation"]] = Decides()
    assessment: ClassVar[Decides["ScoreSheet", "Ranking"]] = Decides()
    progress: ClassVar[Decides["Count", "Pace"]] = Decides()
    due_tasks: ClassVar[Decides["Span", "tuple[DueTask, ...]"]] = Decides()
