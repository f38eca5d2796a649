"""Every class of facts, and every code of the law (事实与代码); made by ``.ci``.

A class of facts is what a measure takes; a code is a choice of the law, such as a group of
persons. Each name is loaded on first use.

>>> from datetime import date
>>> from gansu_reemployment.facts import Sex, Worker
>>> Worker(sex=Sex.FEMALE, born_on=date(1963, 3, 1)).sex.value
'女'
"""

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.identity import Sex
    from gansu_reemployment.measures.loans.accrual.rules import Compounding, Penalty
    from gansu_reemployment.measures.loans.enterprise_loan import EnterpriseApplication, FirmLimit
    from gansu_reemployment.measures.loans.extension import ExtensionRequest, Longest
    from gansu_reemployment.measures.loans.facts import (
        Borrower,
        Counting,
        Method,
        OverdueBase,
        Refixing,
        Repayment,
        RunningLoan,
        Settlement,
    )
    from gansu_reemployment.measures.loans.guarantee.capacity import (
        BankBook,
        GuaranteedLoans,
        GuaranteeFund,
        Lending,
    )
    from gansu_reemployment.measures.loans.guarantee.losses import LoanLoss, YearOfCompensation
    from gansu_reemployment.measures.loans.guarantee.rules import FeeBase
    from gansu_reemployment.measures.loans.instalments import InstalmentLoan, Prepaying, Prepayment
    from gansu_reemployment.measures.loans.interest.facts import (
        BankClaim,
        RegisterLoan,
        SettledPeriod,
        SubsidisedLoan,
    )
    from gansu_reemployment.measures.loans.loan.rules import Admission, PartnerLimit, Purpose
    from gansu_reemployment.measures.loans.loan.terms import LoanApplication
    from gansu_reemployment.measures.loans.micro_profit import MicroProfit, Project
    from gansu_reemployment.measures.persons.candidates import Candidate, OrderBy, Pool
    from gansu_reemployment.measures.persons.certificate.facts import HeldCertificate
    from gansu_reemployment.measures.persons.certificate.rules import (
        Area,
        CardClass,
        CardNearRetirement,
        Classes,
        Generation,
        Paper,
        YearlyCheck,
    )
    from gansu_reemployment.measures.persons.facts import EntitledGroup, Group, Worker
    from gansu_reemployment.measures.persons.hardship.rules import AgeDay, OtherKinds, Reuse, Scope
    from gansu_reemployment.measures.persons.security.facts import Levels, Secured
    from gansu_reemployment.measures.persons.security.line import Line
    from gansu_reemployment.measures.persons.security.rules import AfterAgreement, Duty
    from gansu_reemployment.measures.subsidies.insurance.facts import (
        BaseForm,
        BegunMonth,
        Employer,
        Extension,
        FlexibleFor,
        FlexibleForm,
        Hiring,
        Insurance,
        InsuranceClaim,
        Limit,
        NearRetirement,
        PostContract,
        PostsFor,
        WageUntilNew,
    )
    from gansu_reemployment.measures.subsidies.insurance.roster import Hire, QuarterlyClaim
    from gansu_reemployment.measures.subsidies.post.cap import PostWage
    from gansu_reemployment.measures.subsidies.post.rules import (
        Ceiling,
        Contract,
        Floor,
        PostForm,
        WageSource,
    )
    from gansu_reemployment.measures.subsidies.post.subsidy import PostClaim
    from gansu_reemployment.measures.subsidies.services.placement import PlacementClaim
    from gansu_reemployment.measures.subsidies.services.rules import Course, Placement, Rates
    from gansu_reemployment.measures.subsidies.services.training import TrainingClaim
    from gansu_reemployment.measures.targets.assessment.assessment import Goal, ScoreSheet
    from gansu_reemployment.measures.targets.assessment.schemes import Band, Item
    from gansu_reemployment.measures.targets.breakdown.apportion import RoundingMethod
    from gansu_reemployment.measures.targets.breakdown.cells import CellBasis
    from gansu_reemployment.measures.targets.breakdown.table import (
        Indicator,
        RateCeiling,
        TargetPlan,
    )
    from gansu_reemployment.measures.targets.circular.reports import Counted, PeriodReport
    from gansu_reemployment.measures.targets.circular.special import SpecialReport
    from gansu_reemployment.measures.targets.facts import Factor, Target
    from gansu_reemployment.measures.targets.indicators.facts import (
        CertificateCount,
        EmployedStock,
        LabourForce,
        LedgerCount,
        NewlyEmployed,
        RateBase,
        Reemployment,
        ShortLabourForce,
    )
    from gansu_reemployment.measures.targets.progress import Count, Mark, Yardstick
    from gansu_reemployment.measures.targets.tasks.codes import (
        Rhythm,
        Role,
        TaskKind,
        TaskLevel,
        Urgency,
    )
    from gansu_reemployment.measures.targets.tasks.state import TaskState
    from gansu_reemployment.measures.targets.tasks.tasks import Span, SpecialProgress
    from gansu_reemployment.measures.targets.transfers.facts import (
        Direction,
        Form,
        FundFactor,
        FundShare,
        Transfer,
    )
    from gansu_reemployment.measures.taxes.best_relief import Overlap, ReliefOffer
    from gansu_reemployment.measures.taxes.collection_offset.offices import (
        OfficeTask,
        OffsetLedger,
        ReliefEntry,
    )
    from gansu_reemployment.measures.taxes.collection_offset.offset import Collection, OffsetMethod
    from gansu_reemployment.measures.taxes.collector import Authority, Levy
    from gansu_reemployment.measures.taxes.facts import (
        Enterprise,
        EnterpriseKind,
        Formation,
        Tax,
        TaxesDue,
        Trade,
        TurnoverTaxesDue,
    )
    from gansu_reemployment.measures.taxes.fee_items import FeeDepartment
    from gansu_reemployment.measures.taxes.fee_relief import Charge, FeeClaim
    from gansu_reemployment.measures.taxes.fixed_deduction.facts import (
        FixedClaim,
        HolderYear,
        Scheme,
    )
    from gansu_reemployment.measures.taxes.labour_service_relief import LabourServiceFirm
    from gansu_reemployment.measures.taxes.new_enterprise import Founding
    from gansu_reemployment.measures.taxes.ordered_relief.relief import Claimant, OrderedClaim
    from gansu_reemployment.measures.taxes.ordered_relief.rules import InTurn
    from gansu_reemployment.measures.taxes.ordered_relief.year import OrderedYear, TaxMonth
    from gansu_reemployment.measures.taxes.spinoff_relief.facts import Assets, Size, Spinoff
    from gansu_reemployment.measures.taxes.spinoff_relief.proofs import Condition, Department
    from gansu_reemployment.measures.taxes.tax_relief.condition_rules import TermEnd
    from gansu_reemployment.measures.taxes.tax_relief.rules import EmployeeTest
    from gansu_reemployment.measures.taxes.tax_relief.settlement import ReliefSettlement, StaffMonth
    from gansu_reemployment.measures.taxes.turnover_taxes import Place, TaxItem, Turnover
    from gansu_reemployment.measures.taxes.year_income import YearIncome

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "identity": ("Sex",),
    "measures.loans.accrual.rules": ("Compounding", "Penalty"),
    "measures.loans.enterprise_loan": ("EnterpriseApplication", "FirmLimit"),
    "measures.loans.extension": ("ExtensionRequest", "Longest"),
    "measures.loans.facts": (
        "Borrower", "Counting", "Method", "OverdueBase", "Refixing", "Repayment", "RunningLoan",
        "Settlement",
    ),
    "measures.loans.guarantee.capacity": (
        "BankBook", "GuaranteeFund", "GuaranteedLoans", "Lending",
    ),
    "measures.loans.guarantee.losses": ("LoanLoss", "YearOfCompensation"),
    "measures.loans.guarantee.rules": ("FeeBase",),
    "measures.loans.instalments": ("InstalmentLoan", "Prepaying", "Prepayment"),
    "measures.loans.interest.facts": (
        "BankClaim", "RegisterLoan", "SettledPeriod", "SubsidisedLoan",
    ),
    "measures.loans.loan.rules": ("Admission", "PartnerLimit", "Purpose"),
    "measures.loans.loan.terms": ("LoanApplication",),
    "measures.loans.micro_profit": ("MicroProfit", "Project"),
    "measures.persons.candidates": ("Candidate", "OrderBy", "Pool"),
    "measures.persons.certificate.facts": ("HeldCertificate",),
    "measures.persons.certificate.rules": (
        "Area", "CardClass", "CardNearRetirement", "Classes", "Generation", "Paper", "YearlyCheck",
    ),
    "measures.persons.facts": ("EntitledGroup", "Group", "Worker"),
    "measures.persons.hardship.rules": ("AgeDay", "OtherKinds", "Reuse", "Scope"),
    "measures.persons.security.facts": ("Levels", "Secured"),
    "measures.persons.security.line": ("Line",),
    "measures.persons.security.rules": ("AfterAgreement", "Duty"),
    "measures.subsidies.insurance.facts": (
        "BaseForm", "BegunMonth", "Employer", "Extension", "FlexibleFor", "FlexibleForm", "Hiring",
        "Insurance", "InsuranceClaim", "Limit", "NearRetirement", "PostContract", "PostsFor",
        "WageUntilNew",
    ),
    "measures.subsidies.insurance.roster": ("Hire", "QuarterlyClaim"),
    "measures.subsidies.post.cap": ("PostWage",),
    "measures.subsidies.post.rules": ("Ceiling", "Contract", "Floor", "PostForm", "WageSource"),
    "measures.subsidies.post.subsidy": ("PostClaim",),
    "measures.subsidies.services.placement": ("PlacementClaim",),
    "measures.subsidies.services.rules": ("Course", "Placement", "Rates"),
    "measures.subsidies.services.training": ("TrainingClaim",),
    "measures.targets.assessment.assessment": ("Goal", "ScoreSheet"),
    "measures.targets.assessment.schemes": ("Band", "Item"),
    "measures.targets.breakdown.apportion": ("RoundingMethod",),
    "measures.targets.breakdown.cells": ("CellBasis",),
    "measures.targets.breakdown.table": ("Indicator", "RateCeiling", "TargetPlan"),
    "measures.targets.circular.reports": ("Counted", "PeriodReport"),
    "measures.targets.circular.special": ("SpecialReport",),
    "measures.targets.facts": ("Factor", "Target"),
    "measures.targets.indicators.facts": (
        "CertificateCount", "EmployedStock", "LabourForce", "LedgerCount", "NewlyEmployed",
        "RateBase", "Reemployment", "ShortLabourForce",
    ),
    "measures.targets.progress": ("Count", "Mark", "Yardstick"),
    "measures.targets.tasks.codes": ("Rhythm", "Role", "TaskKind", "TaskLevel", "Urgency"),
    "measures.targets.tasks.state": ("TaskState",),
    "measures.targets.tasks.tasks": ("Span", "SpecialProgress"),
    "measures.targets.transfers.facts": (
        "Direction", "Form", "FundFactor", "FundShare", "Transfer",
    ),
    "measures.taxes.best_relief": ("Overlap", "ReliefOffer"),
    "measures.taxes.collection_offset.offices": ("OfficeTask", "OffsetLedger", "ReliefEntry"),
    "measures.taxes.collection_offset.offset": ("Collection", "OffsetMethod"),
    "measures.taxes.collector": ("Authority", "Levy"),
    "measures.taxes.facts": (
        "Enterprise", "EnterpriseKind", "Formation", "Tax", "TaxesDue", "Trade", "TurnoverTaxesDue",
    ),
    "measures.taxes.fee_items": ("FeeDepartment",),
    "measures.taxes.fee_relief": ("Charge", "FeeClaim"),
    "measures.taxes.fixed_deduction.facts": ("FixedClaim", "HolderYear", "Scheme"),
    "measures.taxes.labour_service_relief": ("LabourServiceFirm",),
    "measures.taxes.new_enterprise": ("Founding",),
    "measures.taxes.ordered_relief.relief": ("Claimant", "OrderedClaim"),
    "measures.taxes.ordered_relief.rules": ("InTurn",),
    "measures.taxes.ordered_relief.year": ("OrderedYear", "TaxMonth"),
    "measures.taxes.spinoff_relief.facts": ("Assets", "Size", "Spinoff"),
    "measures.taxes.spinoff_relief.proofs": ("Condition", "Department"),
    "measures.taxes.tax_relief.condition_rules": ("TermEnd",),
    "measures.taxes.tax_relief.rules": ("EmployeeTest",),
    "measures.taxes.tax_relief.settlement": ("ReliefSettlement", "StaffMonth"),
    "measures.taxes.turnover_taxes": ("Place", "TaxItem", "Turnover"),
    "measures.taxes.year_income": ("YearIncome",),
}
__all__ = [
    "Admission", "AfterAgreement", "AgeDay", "Area", "Assets", "Authority", "Band", "BankBook",
    "BankClaim", "BaseForm", "BegunMonth", "Borrower", "Candidate", "CardClass",
    "CardNearRetirement", "Ceiling", "CellBasis", "CertificateCount", "Charge", "Claimant",
    "Classes", "Collection", "Compounding", "Condition", "Contract", "Count", "Counted",
    "Counting", "Course", "Department", "Direction", "Duty", "EmployedStock", "EmployeeTest",
    "Employer", "Enterprise", "EnterpriseApplication", "EnterpriseKind", "EntitledGroup",
    "Extension", "ExtensionRequest", "Factor", "FeeBase", "FeeClaim", "FeeDepartment",
    "FirmLimit", "FixedClaim", "FlexibleFor", "FlexibleForm", "Floor", "Form", "Formation",
    "Founding", "FundFactor", "FundShare", "Generation", "Goal", "Group", "GuaranteeFund",
    "GuaranteedLoans", "HeldCertificate", "Hire", "Hiring", "HolderYear", "InTurn", "Indicator",
    "InstalmentLoan", "Insurance", "InsuranceClaim", "Item", "LabourForce", "LabourServiceFirm",
    "LedgerCount", "Lending", "Levels", "Levy", "Limit", "Line", "LoanApplication", "LoanLoss",
    "Longest", "Mark", "Method", "MicroProfit", "NearRetirement", "NewlyEmployed", "OfficeTask",
    "OffsetLedger", "OffsetMethod", "OrderBy", "OrderedClaim", "OrderedYear", "OtherKinds",
    "OverdueBase", "Overlap", "Paper", "PartnerLimit", "Penalty", "PeriodReport", "Place",
    "Placement", "PlacementClaim", "Pool", "PostClaim", "PostContract", "PostForm", "PostWage",
    "PostsFor", "Prepaying", "Prepayment", "Project", "Purpose", "QuarterlyClaim", "RateBase",
    "RateCeiling", "Rates", "Reemployment", "Refixing", "RegisterLoan", "ReliefEntry",
    "ReliefOffer", "ReliefSettlement", "Repayment", "Reuse", "Rhythm", "Role", "RoundingMethod",
    "RunningLoan", "Scheme", "Scope", "ScoreSheet", "Secured", "SettledPeriod", "Settlement",
    "Sex", "ShortLabourForce", "Size", "Span", "SpecialProgress", "SpecialReport", "Spinoff",
    "StaffMonth", "SubsidisedLoan", "Target", "TargetPlan", "TaskKind", "TaskLevel",
    "TaskState", "Tax", "TaxItem", "TaxMonth", "TaxesDue", "TermEnd", "Trade", "TrainingClaim",
    "Transfer", "Turnover", "TurnoverTaxesDue", "Urgency", "WageSource", "WageUntilNew",
    "Worker", "Yardstick", "YearIncome", "YearOfCompensation", "YearlyCheck",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
