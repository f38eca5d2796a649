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
    from gansu_reemployment.measures.targets.circular.reports import Counted
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
    from gansu_reemployment.measures.targets.tasks.state import TaskState
    from gansu_reemployment.measures.targets.tasks.table import (
        Rhythm,
        Role,
        TaskKind,
        TaskLevel,
        Urgency,
    )
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
        YearIncome,
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

# The lists below are made from the imports above by ``.ci/measures.py``.
_HOMES = {
    "Admission": "measures.loans.loan.rules",
    "AfterAgreement": "measures.persons.security.rules",
    "AgeDay": "measures.persons.hardship.rules",
    "Area": "measures.persons.certificate.rules",
    "Assets": "measures.taxes.spinoff_relief.facts",
    "Authority": "measures.taxes.collector",
    "Band": "measures.targets.assessment.schemes",
    "BankBook": "measures.loans.guarantee.capacity",
    "BankClaim": "measures.loans.interest.facts",
    "BaseForm": "measures.subsidies.insurance.facts",
    "BegunMonth": "measures.subsidies.insurance.facts",
    "Borrower": "measures.loans.facts",
    "Candidate": "measures.persons.candidates",
    "CardClass": "measures.persons.certificate.rules",
    "CardNearRetirement": "measures.persons.certificate.rules",
    "Ceiling": "measures.subsidies.post.rules",
    "CellBasis": "measures.targets.breakdown.cells",
    "CertificateCount": "measures.targets.indicators.facts",
    "Charge": "measures.taxes.fee_relief",
    "Claimant": "measures.taxes.ordered_relief.relief",
    "Classes": "measures.persons.certificate.rules",
    "Collection": "measures.taxes.collection_offset.offset",
    "Compounding": "measures.loans.accrual.rules",
    "Condition": "measures.taxes.spinoff_relief.proofs",
    "Contract": "measures.subsidies.post.rules",
    "Count": "measures.targets.progress",
    "Counted": "measures.targets.circular.reports",
    "Counting": "measures.loans.facts",
    "Course": "measures.subsidies.services.rules",
    "Department": "measures.taxes.spinoff_relief.proofs",
    "Direction": "measures.targets.transfers.facts",
    "Duty": "measures.persons.security.rules",
    "EmployedStock": "measures.targets.indicators.facts",
    "EmployeeTest": "measures.taxes.tax_relief.rules",
    "Employer": "measures.subsidies.insurance.facts",
    "Enterprise": "measures.taxes.facts",
    "EnterpriseApplication": "measures.loans.enterprise_loan",
    "EnterpriseKind": "measures.taxes.facts",
    "EntitledGroup": "measures.persons.facts",
    "Extension": "measures.subsidies.insurance.facts",
    "ExtensionRequest": "measures.loans.extension",
    "Factor": "measures.targets.facts",
    "FeeBase": "measures.loans.guarantee.rules",
    "FeeClaim": "measures.taxes.fee_relief",
    "FeeDepartment": "measures.taxes.fee_items",
    "FirmLimit": "measures.loans.enterprise_loan",
    "FixedClaim": "measures.taxes.fixed_deduction.facts",
    "FlexibleFor": "measures.subsidies.insurance.facts",
    "FlexibleForm": "measures.subsidies.insurance.facts",
    "Floor": "measures.subsidies.post.rules",
    "Form": "measures.targets.transfers.facts",
    "Formation": "measures.taxes.facts",
    "Founding": "measures.taxes.new_enterprise",
    "FundFactor": "measures.targets.transfers.facts",
    "FundShare": "measures.targets.transfers.facts",
    "Generation": "measures.persons.certificate.rules",
    "Goal": "measures.targets.assessment.assessment",
    "Group": "measures.persons.facts",
    "GuaranteeFund": "measures.loans.guarantee.capacity",
    "GuaranteedLoans": "measures.loans.guarantee.capacity",
    "HeldCertificate": "measures.persons.certificate.facts",
    "Hire": "measures.subsidies.insurance.roster",
    "Hiring": "measures.subsidies.insurance.facts",
    "HolderYear": "measures.taxes.fixed_deduction.facts",
    "InTurn": "measures.taxes.ordered_relief.rules",
    "Indicator": "measures.targets.breakdown.table",
    "InstalmentLoan": "measures.loans.instalments",
    "Insurance": "measures.subsidies.insurance.facts",
    "InsuranceClaim": "measures.subsidies.insurance.facts",
    "Item": "measures.targets.assessment.schemes",
    "LabourForce": "measures.targets.indicators.facts",
    "LabourServiceFirm": "measures.taxes.labour_service_relief",
    "LedgerCount": "measures.targets.indicators.facts",
    "Lending": "measures.loans.guarantee.capacity",
    "Levels": "measures.persons.security.facts",
    "Levy": "measures.taxes.collector",
    "Limit": "measures.subsidies.insurance.facts",
    "Line": "measures.persons.security.line",
    "LoanApplication": "measures.loans.loan.terms",
    "LoanLoss": "measures.loans.guarantee.losses",
    "Longest": "measures.loans.extension",
    "Mark": "measures.targets.progress",
    "Method": "measures.loans.facts",
    "MicroProfit": "measures.loans.micro_profit",
    "NearRetirement": "measures.subsidies.insurance.facts",
    "NewlyEmployed": "measures.targets.indicators.facts",
    "OfficeTask": "measures.taxes.collection_offset.offices",
    "OffsetLedger": "measures.taxes.collection_offset.offices",
    "OffsetMethod": "measures.taxes.collection_offset.offset",
    "OrderBy": "measures.persons.candidates",
    "OrderedClaim": "measures.taxes.ordered_relief.relief",
    "OrderedYear": "measures.taxes.ordered_relief.year",
    "OtherKinds": "measures.persons.hardship.rules",
    "OverdueBase": "measures.loans.facts",
    "Overlap": "measures.taxes.best_relief",
    "Paper": "measures.persons.certificate.rules",
    "PartnerLimit": "measures.loans.loan.rules",
    "Penalty": "measures.loans.accrual.rules",
    "Place": "measures.taxes.turnover_taxes",
    "Placement": "measures.subsidies.services.rules",
    "PlacementClaim": "measures.subsidies.services.placement",
    "Pool": "measures.persons.candidates",
    "PostClaim": "measures.subsidies.post.subsidy",
    "PostContract": "measures.subsidies.insurance.facts",
    "PostForm": "measures.subsidies.post.rules",
    "PostWage": "measures.subsidies.post.cap",
    "PostsFor": "measures.subsidies.insurance.facts",
    "Prepaying": "measures.loans.instalments",
    "Prepayment": "measures.loans.instalments",
    "Project": "measures.loans.micro_profit",
    "Purpose": "measures.loans.loan.rules",
    "QuarterlyClaim": "measures.subsidies.insurance.roster",
    "RateBase": "measures.targets.indicators.facts",
    "RateCeiling": "measures.targets.breakdown.table",
    "Rates": "measures.subsidies.services.rules",
    "Reemployment": "measures.targets.indicators.facts",
    "Refixing": "measures.loans.facts",
    "RegisterLoan": "measures.loans.interest.facts",
    "ReliefEntry": "measures.taxes.collection_offset.offices",
    "ReliefOffer": "measures.taxes.best_relief",
    "ReliefSettlement": "measures.taxes.tax_relief.settlement",
    "Repayment": "measures.loans.facts",
    "Reuse": "measures.persons.hardship.rules",
    "Rhythm": "measures.targets.tasks.table",
    "Role": "measures.targets.tasks.table",
    "RoundingMethod": "measures.targets.breakdown.apportion",
    "RunningLoan": "measures.loans.facts",
    "Scheme": "measures.taxes.fixed_deduction.facts",
    "Scope": "measures.persons.hardship.rules",
    "ScoreSheet": "measures.targets.assessment.assessment",
    "Secured": "measures.persons.security.facts",
    "SettledPeriod": "measures.loans.interest.facts",
    "Settlement": "measures.loans.facts",
    "Sex": "identity",
    "ShortLabourForce": "measures.targets.indicators.facts",
    "Size": "measures.taxes.spinoff_relief.facts",
    "Span": "measures.targets.tasks.tasks",
    "SpecialProgress": "measures.targets.tasks.tasks",
    "SpecialReport": "measures.targets.circular.special",
    "Spinoff": "measures.taxes.spinoff_relief.facts",
    "StaffMonth": "measures.taxes.tax_relief.settlement",
    "SubsidisedLoan": "measures.loans.interest.facts",
    "Target": "measures.targets.facts",
    "TargetPlan": "measures.targets.breakdown.table",
    "TaskKind": "measures.targets.tasks.table",
    "TaskLevel": "measures.targets.tasks.table",
    "TaskState": "measures.targets.tasks.state",
    "Tax": "measures.taxes.facts",
    "TaxItem": "measures.taxes.turnover_taxes",
    "TaxMonth": "measures.taxes.ordered_relief.year",
    "TaxesDue": "measures.taxes.facts",
    "TermEnd": "measures.taxes.tax_relief.condition_rules",
    "Trade": "measures.taxes.facts",
    "TrainingClaim": "measures.subsidies.services.training",
    "Transfer": "measures.targets.transfers.facts",
    "Turnover": "measures.taxes.turnover_taxes",
    "TurnoverTaxesDue": "measures.taxes.facts",
    "Urgency": "measures.targets.tasks.table",
    "WageSource": "measures.subsidies.post.rules",
    "WageUntilNew": "measures.subsidies.insurance.facts",
    "Worker": "measures.persons.facts",
    "Yardstick": "measures.targets.progress",
    "YearIncome": "measures.taxes.facts",
    "YearOfCompensation": "measures.loans.guarantee.losses",
    "YearlyCheck": "measures.persons.certificate.rules",
}

__all__ = [
    "Admission",
    "AfterAgreement",
    "AgeDay",
    "Area",
    "Assets",
    "Authority",
    "Band",
    "BankBook",
    "BankClaim",
    "BaseForm",
    "BegunMonth",
    "Borrower",
    "Candidate",
    "CardClass",
    "CardNearRetirement",
    "Ceiling",
    "CellBasis",
    "CertificateCount",
    "Charge",
    "Claimant",
    "Classes",
    "Collection",
    "Compounding",
    "Condition",
    "Contract",
    "Count",
    "Counted",
    "Counting",
    "Course",
    "Department",
    "Direction",
    "Duty",
    "EmployedStock",
    "EmployeeTest",
    "Employer",
    "Enterprise",
    "EnterpriseApplication",
    "EnterpriseKind",
    "EntitledGroup",
    "Extension",
    "ExtensionRequest",
    "Factor",
    "FeeBase",
    "FeeClaim",
    "FeeDepartment",
    "FirmLimit",
    "FixedClaim",
    "FlexibleFor",
    "FlexibleForm",
    "Floor",
    "Form",
    "Formation",
    "Founding",
    "FundFactor",
    "FundShare",
    "Generation",
    "Goal",
    "Group",
    "GuaranteeFund",
    "GuaranteedLoans",
    "HeldCertificate",
    "Hire",
    "Hiring",
    "HolderYear",
    "InTurn",
    "Indicator",
    "InstalmentLoan",
    "Insurance",
    "InsuranceClaim",
    "Item",
    "LabourForce",
    "LabourServiceFirm",
    "LedgerCount",
    "Lending",
    "Levels",
    "Levy",
    "Limit",
    "Line",
    "LoanApplication",
    "LoanLoss",
    "Longest",
    "Mark",
    "Method",
    "MicroProfit",
    "NearRetirement",
    "NewlyEmployed",
    "OfficeTask",
    "OffsetLedger",
    "OffsetMethod",
    "OrderBy",
    "OrderedClaim",
    "OrderedYear",
    "OtherKinds",
    "OverdueBase",
    "Overlap",
    "Paper",
    "PartnerLimit",
    "Penalty",
    "Place",
    "Placement",
    "PlacementClaim",
    "Pool",
    "PostClaim",
    "PostContract",
    "PostForm",
    "PostWage",
    "PostsFor",
    "Prepaying",
    "Prepayment",
    "Project",
    "Purpose",
    "QuarterlyClaim",
    "RateBase",
    "RateCeiling",
    "Rates",
    "Reemployment",
    "Refixing",
    "RegisterLoan",
    "ReliefEntry",
    "ReliefOffer",
    "ReliefSettlement",
    "Repayment",
    "Reuse",
    "Rhythm",
    "Role",
    "RoundingMethod",
    "RunningLoan",
    "Scheme",
    "Scope",
    "ScoreSheet",
    "Secured",
    "SettledPeriod",
    "Settlement",
    "Sex",
    "ShortLabourForce",
    "Size",
    "Span",
    "SpecialProgress",
    "SpecialReport",
    "Spinoff",
    "StaffMonth",
    "SubsidisedLoan",
    "Target",
    "TargetPlan",
    "TaskKind",
    "TaskLevel",
    "TaskState",
    "Tax",
    "TaxItem",
    "TaxMonth",
    "TaxesDue",
    "TermEnd",
    "Trade",
    "TrainingClaim",
    "Transfer",
    "Turnover",
    "TurnoverTaxesDue",
    "Urgency",
    "WageSource",
    "WageUntilNew",
    "Worker",
    "Yardstick",
    "YearIncome",
    "YearOfCompensation",
    "YearlyCheck",
]

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
