"""Outcomes and every class of results (结果); made by ``.ci``.

The value of an outcome is of the class that its measure names: ``LoanTerms`` of ``loan_terms``.
Functions that compute beside the measures, such as ``circular``, are here as well. Each name is
loaded on first use.
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.law.documents import Citation
    from gansu_reemployment.law.rules import Used
    from gansu_reemployment.law.suppositions import Supposition
    from gansu_reemployment.measures.loans.accrual.course import Period, Stretch
    from gansu_reemployment.measures.loans.accrual.periods import InterestSchedule
    from gansu_reemployment.measures.loans.enterprise_loan import EnterpriseLoan
    from gansu_reemployment.measures.loans.extension import ExtensionTerms
    from gansu_reemployment.measures.loans.guarantee.capacity import Capacity, GuaranteeFee
    from gansu_reemployment.measures.loans.guarantee.losses import CompensationGap, LossShares
    from gansu_reemployment.measures.loans.instalments import Instalment, InstalmentSchedule
    from gansu_reemployment.measures.loans.interest.claim import (
        InterestLine,
        OpenLoan,
        SubsidyClaim,
    )
    from gansu_reemployment.measures.loans.interest.subsidy import InterestSubsidy
    from gansu_reemployment.measures.loans.loan.terms import LoanTerms
    from gansu_reemployment.measures.loans.micro_profit import find_micro_profit
    from gansu_reemployment.measures.persons.candidates import Offer
    from gansu_reemployment.measures.persons.certificate.entitlement import Certificate
    from gansu_reemployment.measures.persons.security.line import SecurityLine
    from gansu_reemployment.measures.subsidies.insurance.amounts import InsuranceSubsidy
    from gansu_reemployment.measures.subsidies.insurance.roster import (
        ClaimSheet,
        InsuranceLine,
        NotGranted,
    )
    from gansu_reemployment.measures.subsidies.post.cap import PostCap
    from gansu_reemployment.measures.subsidies.post.subsidy import PostSubsidy
    from gansu_reemployment.measures.subsidies.services.training import TrainingSubsidy
    from gansu_reemployment.measures.targets.assessment.assessment import Ranking
    from gansu_reemployment.measures.targets.breakdown.breakdown import Breakdown
    from gansu_reemployment.measures.targets.breakdown.table import TargetTable
    from gansu_reemployment.measures.targets.circular.circular import (
        Circular,
        CircularRow,
        circular,
    )
    from gansu_reemployment.measures.targets.circular.special import (
        SpecialCircular,
        special_circular,
    )
    from gansu_reemployment.measures.targets.indicators.indicators import Coverage
    from gansu_reemployment.measures.targets.progress import Pace
    from gansu_reemployment.measures.targets.tasks.calendar import as_calendar
    from gansu_reemployment.measures.targets.tasks.state import TaskReport, overdue, task_state
    from gansu_reemployment.measures.targets.tasks.table import Task, all_tasks
    from gansu_reemployment.measures.targets.tasks.tasks import DueTask
    from gansu_reemployment.measures.targets.transfers.allocate import Appropriation
    from gansu_reemployment.measures.taxes.best_relief import BestRelief
    from gansu_reemployment.measures.taxes.collection_offset.offices import (
        OfficeOffset,
        OffsetTable,
    )
    from gansu_reemployment.measures.taxes.collection_offset.offset import CollectionOffset
    from gansu_reemployment.measures.taxes.facts import ByTax
    from gansu_reemployment.measures.taxes.fee_relief import FeeLine, FeeRelief
    from gansu_reemployment.measures.taxes.fixed_deduction.deduction import (
        DeductionYear,
        FixedDeduction,
    )
    from gansu_reemployment.measures.taxes.labour_service_relief import LabourServiceRelief
    from gansu_reemployment.measures.taxes.new_enterprise import Newness
    from gansu_reemployment.measures.taxes.ordered_relief.relief import OrderedRelief
    from gansu_reemployment.measures.taxes.ordered_relief.year import MonthUse, SettledYear
    from gansu_reemployment.measures.taxes.spinoff_relief.proofs import Proof
    from gansu_reemployment.measures.taxes.spinoff_relief.relief import SpinoffRelief
    from gansu_reemployment.measures.taxes.tax_relief.amounts import TaxRelief
    from gansu_reemployment.measures.taxes.tax_relief.hires import HireStep, NeededHires
    from gansu_reemployment.measures.taxes.tax_relief.settlement import SettledRelief
    from gansu_reemployment.measures.taxes.turnover_taxes import TurnoverTaxes
    from gansu_reemployment.working.basis import Provenance
    from gansu_reemployment.working.entries import Check, Refusal, Step
    from gansu_reemployment.working.outcome import Decided, Outcome, Refused, Status, Undecided
    from gansu_reemployment.working.terms import NotKnown, Reason

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "law.documents": ("Citation",),
    "law.rules": ("Used",),
    "law.suppositions": ("Supposition",),
    "measures.loans.accrual.course": ("Period", "Stretch"),
    "measures.loans.accrual.periods": ("InterestSchedule",),
    "measures.loans.enterprise_loan": ("EnterpriseLoan",),
    "measures.loans.extension": ("ExtensionTerms",),
    "measures.loans.guarantee.capacity": ("Capacity", "GuaranteeFee"),
    "measures.loans.guarantee.losses": ("CompensationGap", "LossShares"),
    "measures.loans.instalments": ("Instalment", "InstalmentSchedule"),
    "measures.loans.interest.claim": ("InterestLine", "OpenLoan", "SubsidyClaim"),
    "measures.loans.interest.subsidy": ("InterestSubsidy",),
    "measures.loans.loan.terms": ("LoanTerms",),
    "measures.loans.micro_profit": ("find_micro_profit",),
    "measures.persons.candidates": ("Offer",),
    "measures.persons.certificate.entitlement": ("Certificate",),
    "measures.persons.security.line": ("SecurityLine",),
    "measures.subsidies.insurance.amounts": ("InsuranceSubsidy",),
    "measures.subsidies.insurance.roster": ("ClaimSheet", "InsuranceLine", "NotGranted"),
    "measures.subsidies.post.cap": ("PostCap",),
    "measures.subsidies.post.subsidy": ("PostSubsidy",),
    "measures.subsidies.services.training": ("TrainingSubsidy",),
    "measures.targets.assessment.assessment": ("Ranking",),
    "measures.targets.breakdown.breakdown": ("Breakdown",),
    "measures.targets.breakdown.table": ("TargetTable",),
    "measures.targets.circular.circular": ("Circular", "CircularRow", "circular"),
    "measures.targets.circular.special": ("SpecialCircular", "special_circular"),
    "measures.targets.indicators.indicators": ("Coverage",),
    "measures.targets.progress": ("Pace",),
    "measures.targets.tasks.calendar": ("as_calendar",),
    "measures.targets.tasks.state": ("TaskReport", "overdue", "task_state"),
    "measures.targets.tasks.table": ("Task", "all_tasks"),
    "measures.targets.tasks.tasks": ("DueTask",),
    "measures.targets.transfers.allocate": ("Appropriation",),
    "measures.taxes.best_relief": ("BestRelief",),
    "measures.taxes.collection_offset.offices": ("OfficeOffset", "OffsetTable"),
    "measures.taxes.collection_offset.offset": ("CollectionOffset",),
    "measures.taxes.facts": ("ByTax",),
    "measures.taxes.fee_relief": ("FeeLine", "FeeRelief"),
    "measures.taxes.fixed_deduction.deduction": ("DeductionYear", "FixedDeduction"),
    "measures.taxes.labour_service_relief": ("LabourServiceRelief",),
    "measures.taxes.new_enterprise": ("Newness",),
    "measures.taxes.ordered_relief.relief": ("OrderedRelief",),
    "measures.taxes.ordered_relief.year": ("MonthUse", "SettledYear"),
    "measures.taxes.spinoff_relief.proofs": ("Proof",),
    "measures.taxes.spinoff_relief.relief": ("SpinoffRelief",),
    "measures.taxes.tax_relief.amounts": ("TaxRelief",),
    "measures.taxes.tax_relief.hires": ("HireStep", "NeededHires"),
    "measures.taxes.tax_relief.settlement": ("SettledRelief",),
    "measures.taxes.turnover_taxes": ("TurnoverTaxes",),
    "working.basis": ("Provenance",),
    "working.entries": ("Check", "Refusal", "Step"),
    "working.outcome": ("Decided", "Outcome", "Refused", "Status", "Undecided"),
    "working.terms": ("NotKnown", "Reason"),
}
__all__ = [
    "Appropriation", "BestRelief", "Breakdown", "ByTax", "Capacity", "Certificate", "Check",
    "Circular", "CircularRow", "Citation", "ClaimSheet", "CollectionOffset", "CompensationGap",
    "Coverage", "Decided", "DeductionYear", "DueTask", "EnterpriseLoan", "ExtensionTerms",
    "FeeLine", "FeeRelief", "FixedDeduction", "GuaranteeFee", "HireStep", "Instalment",
    "InstalmentSchedule", "InsuranceLine", "InsuranceSubsidy", "InterestLine",
    "InterestSchedule", "InterestSubsidy", "LabourServiceRelief", "LoanTerms", "LossShares",
    "MonthUse", "NeededHires", "Newness", "NotGranted", "NotKnown", "Offer", "OfficeOffset",
    "OffsetTable", "OpenLoan", "OrderedRelief", "Outcome", "Pace", "Period", "PostCap",
    "PostSubsidy", "Proof", "Provenance", "Ranking", "Reason", "Refusal", "Refused",
    "SecurityLine", "SettledRelief", "SettledYear", "SpecialCircular", "SpinoffRelief",
    "Status", "Step", "Stretch", "SubsidyClaim", "Supposition", "TargetTable", "Task",
    "TaskReport", "TaxRelief", "TrainingSubsidy", "TurnoverTaxes", "Undecided", "Used",
    "all_tasks", "as_calendar", "circular", "find_micro_profit", "overdue", "special_circular",
    "task_state",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
