"""The list of measures (政策措施一览), by subject; each is loaded when it is first asked for.

>>> MEASURES["hardship"].zh
'“4050”人员认定'
>>> subject_of("hardship")
'persons'
"""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Any, Final

from gansu_reemployment.errors import UnknownNameError
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.names import nearest
from gansu_reemployment.working.measure import Measure

#: The module below ``measures`` that defines each measure.
MODULES: Final[Mapping[str, str]] = {
    "certificate": "persons.certificate.entitlement",
    "certificate_use": "persons.certificate.validity",
    "certificate_papers": "persons.certificate.application",
    "hardship": "persons.hardship",
    "candidates": "persons.candidates",
    "security_line": "persons.security",
    "security_levels": "persons.security",
    "insurance_subsidy": "subsidies.insurance.months",
    "insurance_claim": "subsidies.insurance.claim",
    "post_subsidy": "subsidies.post.subsidy",
    "post_subsidy_cap": "subsidies.post.cap",
    "training_subsidy": "subsidies.services.training",
    "placement_subsidy": "subsidies.services.placement",
    "loan_terms": "loans.loan.terms",
    "loan_extension": "loans.extension",
    "enterprise_loan": "loans.enterprise_loan",
    "micro_profit": "loans.micro_profit",
    "interest_periods": "loans.accrual.periods",
    "instalments": "loans.instalments",
    "interest_subsidy": "loans.interest.subsidy",
    "interest_claim": "loans.interest.claim",
    "guarantee_capacity": "loans.guarantee.capacity",
    "guarantee_fee": "loans.guarantee.capacity",
    "bank_lending": "loans.guarantee.capacity",
    "loss_shares": "loans.guarantee.losses",
    "compensation_gap": "loans.guarantee.losses",
    "tax_relief": "taxes.tax_relief.relief",
    "needed_hires": "taxes.tax_relief.hires",
    "settled_relief": "taxes.tax_relief.settlement",
    "new_enterprise": "taxes.new_enterprise",
    "labour_service_relief": "taxes.labour_service_relief",
    "best_relief": "taxes.best_relief",
    "fixed_deduction": "taxes.fixed_deduction",
    "ordered_relief": "taxes.ordered_relief.relief",
    "ordered_year": "taxes.ordered_relief.year",
    "fee_relief": "taxes.fee_relief",
    "spinoff_relief": "taxes.spinoff_relief.relief",
    "collection_offset": "taxes.collection_offset.offset",
    "office_offsets": "taxes.collection_offset.offices",
    "collector": "taxes.collector",
    "turnover_taxes": "taxes.turnover_taxes",
    "income_tax": "taxes.income_tax",
    "trader_income_tax": "taxes.trader_income_tax",
    "breakdown": "targets.breakdown.breakdown",
    "target_table": "targets.breakdown.table",
    "net_new_jobs": "targets.indicators",
    "new_jobs": "targets.indicators",
    "unemployment_rate": "targets.indicators",
    "short_unemployment_rate": "targets.indicators",
    "reemployment_rate": "targets.indicators",
    "issue_rate": "targets.indicators",
    "ledger_rate": "targets.indicators",
    "allocate": "targets.transfers.allocate",
    "assessment": "targets.assessment.assessment",
    "progress": "targets.progress",
    "due_tasks": "targets.tasks.tasks",
}


class Catalogue(Mapping[str, Measure[Any, Any]]):
    """Every measure by its name, in the order of the subjects."""

    def __getitem__(self, name: str) -> Measure[Any, Any]:
        return _load(name)

    def __iter__(self) -> Iterator[str]:
        return iter(MODULES)

    def __len__(self) -> int:
        return len(MODULES)


@cache
def _load(name: str) -> Measure[Any, Any]:
    found = getattr(import_module(f"gansu_reemployment.measures.{MODULES[name]}"), name)
    if not isinstance(found, Measure):
        module = import_module(f"gansu_reemployment.measures.{MODULES[name]}")
        found = getattr(module, name.upper())
    measure: Measure[Any, Any] = found
    return measure


MEASURES: Final = Catalogue()


def find_measure(name: str) -> Measure[Any, Any]:
    """Return the measure of that name.

    Raises:
        UnknownNameError: there is none; the nearest names and titles are suggested.
    """
    if name not in MODULES:
        called = {one.name: f"{one.zh} {one.en}" for one in MEASURES.values()}
        raise UnknownNameError(Message(_("measure")), name, near=nearest(name, called))
    return _load(name)


def subject_of(name: str) -> str:
    """Return the subject of a measure: the package below ``measures`` that holds it."""
    return MODULES[name].partition(".")[0]


def measures_of(word: str) -> Iterator[Measure[Any, Any]]:
    """Yield the measures in the module or package *word*, the first word of their rules' paths."""
    return (_load(name) for name, module in MODULES.items() if module.split(".")[1] == word)
