"""The list of measures (政策措施一览), in the order of the modules of ``measures/``."""

from typing import Any, Final

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.loans.accrual.periods import INTEREST_PERIODS
from gansu_reemployment.measures.loans.enterprise_loan import ENTERPRISE_LOAN
from gansu_reemployment.measures.loans.extension import LOAN_EXTENSION
from gansu_reemployment.measures.loans.guarantee.capacity import (
    BANK_LENDING,
    GUARANTEE_CAPACITY,
    GUARANTEE_FEE,
)
from gansu_reemployment.measures.loans.guarantee.losses import COMPENSATION_GAP, LOSS_SHARES
from gansu_reemployment.measures.loans.instalments import INSTALMENTS
from gansu_reemployment.measures.loans.interest.claim import INTEREST_CLAIM
from gansu_reemployment.measures.loans.interest.subsidy import INTEREST_SUBSIDY
from gansu_reemployment.measures.loans.loan.terms import LOAN_TERMS
from gansu_reemployment.measures.loans.micro_profit import MICRO_PROFIT
from gansu_reemployment.measures.persons.candidates import CANDIDATES
from gansu_reemployment.measures.persons.certificate.decision import (
    CERTIFICATE,
    CERTIFICATE_PAPERS,
    CERTIFICATE_USE,
)
from gansu_reemployment.measures.persons.hardship import HARDSHIP
from gansu_reemployment.measures.persons.security import SECURITY_LEVELS, SECURITY_LINE
from gansu_reemployment.measures.subsidies.insurance.claim import INSURANCE_CLAIM
from gansu_reemployment.measures.subsidies.insurance.months import INSURANCE_SUBSIDY
from gansu_reemployment.measures.subsidies.post.subsidy import POST_SUBSIDY, POST_SUBSIDY_CAP
from gansu_reemployment.measures.subsidies.services.subsidies import (
    PLACEMENT_SUBSIDY,
    TRAINING_SUBSIDY,
)
from gansu_reemployment.measures.targets.assessment.assessment import ASSESSMENT
from gansu_reemployment.measures.targets.breakdown.breakdown import BREAKDOWN
from gansu_reemployment.measures.targets.breakdown.table import TARGET_TABLE
from gansu_reemployment.measures.targets.indicators import (
    ISSUE_RATE,
    LEDGER_RATE,
    NET_NEW_JOBS,
    NEW_JOBS,
    REEMPLOYMENT_RATE,
    SHORT_UNEMPLOYMENT_RATE,
    UNEMPLOYMENT_RATE,
)
from gansu_reemployment.measures.targets.progress import PROGRESS
from gansu_reemployment.measures.targets.tasks.tasks import DUE_TASKS
from gansu_reemployment.measures.targets.transfers import ALLOCATE
from gansu_reemployment.measures.taxes.best_relief import BEST_RELIEF, LABOUR_SERVICE_RELIEF
from gansu_reemployment.measures.taxes.collection_offset.offices import OFFICE_OFFSETS
from gansu_reemployment.measures.taxes.collection_offset.offset import COLLECTION_OFFSET
from gansu_reemployment.measures.taxes.collector import COLLECTOR
from gansu_reemployment.measures.taxes.fee_relief import FEE_RELIEF
from gansu_reemployment.measures.taxes.fixed_deduction import FIXED_DEDUCTION
from gansu_reemployment.measures.taxes.new_enterprise import NEW_ENTERPRISE
from gansu_reemployment.measures.taxes.ordered_relief.relief import ORDERED_RELIEF
from gansu_reemployment.measures.taxes.ordered_relief.year import ORDERED_YEAR
from gansu_reemployment.measures.taxes.spinoff_relief.relief import SPINOFF_RELIEF
from gansu_reemployment.measures.taxes.tax_relief.hires import NEEDED_HIRES
from gansu_reemployment.measures.taxes.tax_relief.relief import TAX_RELIEF
from gansu_reemployment.measures.taxes.tax_relief.settlement import SETTLED_RELIEF
from gansu_reemployment.measures.taxes.turnover_taxes import (
    INCOME_TAX,
    TRADER_INCOME_TAX,
    TURNOVER_TAXES,
)
from gansu_reemployment.names import nearest
from gansu_reemployment.working.measure import Measure

#: Every measure, by the name of its function.
MEASURES: Final[dict[str, Measure[Any, Any]]] = {
    measure.name: measure
    for measure in (
        BREAKDOWN,
        CERTIFICATE,
        CERTIFICATE_USE,
        CERTIFICATE_PAPERS,
        CANDIDATES,
        HARDSHIP,
        INSURANCE_SUBSIDY,
        INSURANCE_CLAIM,
        LOAN_TERMS,
        LOAN_EXTENSION,
        ENTERPRISE_LOAN,
        MICRO_PROFIT,
        INTEREST_PERIODS,
        INSTALMENTS,
        INTEREST_SUBSIDY,
        INTEREST_CLAIM,
        GUARANTEE_CAPACITY,
        GUARANTEE_FEE,
        BANK_LENDING,
        LOSS_SHARES,
        COMPENSATION_GAP,
        POST_SUBSIDY,
        POST_SUBSIDY_CAP,
        PROGRESS,
        TRAINING_SUBSIDY,
        PLACEMENT_SUBSIDY,
        SECURITY_LINE,
        SECURITY_LEVELS,
        TARGET_TABLE,
        NET_NEW_JOBS,
        NEW_JOBS,
        UNEMPLOYMENT_RATE,
        SHORT_UNEMPLOYMENT_RATE,
        REEMPLOYMENT_RATE,
        ISSUE_RATE,
        LEDGER_RATE,
        ALLOCATE,
        ASSESSMENT,
        DUE_TASKS,
        TAX_RELIEF,
        NEEDED_HIRES,
        SETTLED_RELIEF,
        NEW_ENTERPRISE,
        LABOUR_SERVICE_RELIEF,
        BEST_RELIEF,
        FIXED_DEDUCTION,
        ORDERED_RELIEF,
        ORDERED_YEAR,
        FEE_RELIEF,
        SPINOFF_RELIEF,
        COLLECTION_OFFSET,
        OFFICE_OFFSETS,
        COLLECTOR,
        TURNOVER_TAXES,
        INCOME_TAX,
        TRADER_INCOME_TAX,
    )
}


def find_measure(name: str) -> Measure[Any, Any]:
    """Find a measure by the name of its function.

    Raises:
        UnknownNameError: there is none of that name; the nearest are named, also by what a
            measure is called.
    """
    if name not in MEASURES:
        called = {one.name: f"{one.zh} {one.en}" for one in MEASURES.values()}
        raise UnknownNameError(Message(_("measure")), name, near=nearest(name, called))
    return MEASURES[name]
