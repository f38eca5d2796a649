"""The measures that run over columns as methods; made by ``.ci/measures.py``."""

from typing import ClassVar

from gansu_reemployment.columns.methods import OverColumns


class ColumnMeasures:
    """Every measure that runs over columns, by subject (逐项措施的批量计算)."""

    __slots__ = ()

    certificate: ClassVar[OverColumns] = OverColumns()
    certificate_use: ClassVar[OverColumns] = OverColumns()
    hardship: ClassVar[OverColumns] = OverColumns()
    security_levels: ClassVar[OverColumns] = OverColumns()
    insurance_subsidy: ClassVar[OverColumns] = OverColumns()
    post_subsidy: ClassVar[OverColumns] = OverColumns()
    training_subsidy: ClassVar[OverColumns] = OverColumns()
    placement_subsidy: ClassVar[OverColumns] = OverColumns()
    loan_terms: ClassVar[OverColumns] = OverColumns()
    loan_extension: ClassVar[OverColumns] = OverColumns()
    enterprise_loan: ClassVar[OverColumns] = OverColumns()
    micro_profit: ClassVar[OverColumns] = OverColumns()
    interest_subsidy: ClassVar[OverColumns] = OverColumns()
    guarantee_capacity: ClassVar[OverColumns] = OverColumns()
    guarantee_fee: ClassVar[OverColumns] = OverColumns()
    bank_lending: ClassVar[OverColumns] = OverColumns()
    loss_shares: ClassVar[OverColumns] = OverColumns()
    compensation_gap: ClassVar[OverColumns] = OverColumns()
    tax_relief: ClassVar[OverColumns] = OverColumns()
    new_enterprise: ClassVar[OverColumns] = OverColumns()
    labour_service_relief: ClassVar[OverColumns] = OverColumns()
    ordered_relief: ClassVar[OverColumns] = OverColumns()
    collection_offset: ClassVar[OverColumns] = OverColumns()
    collector: ClassVar[OverColumns] = OverColumns()
    turnover_taxes: ClassVar[OverColumns] = OverColumns()
    income_tax: ClassVar[OverColumns] = OverColumns()
    trader_income_tax: ClassVar[OverColumns] = OverColumns()
    net_new_jobs: ClassVar[OverColumns] = OverColumns()
    new_jobs: ClassVar[OverColumns] = OverColumns()
    unemployment_rate: ClassVar[OverColumns] = OverColumns()
    short_unemployment_rate: ClassVar[OverColumns] = OverColumns()
    reemployment_rate: ClassVar[OverColumns] = OverColumns()
    issue_rate: ClassVar[OverColumns] = OverColumns()
    ledger_rate: ClassVar[OverColumns] = OverColumns()
    progress: ClassVar[OverColumns] = OverColumns()
