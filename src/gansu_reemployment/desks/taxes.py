"""Tax and fee relief, and the offset against collection tasks (税费减免、抵减任务)."""

from datetime import date

from gansu_reemployment.desks.desk import Desk
from gansu_reemployment.measures.taxes.best_relief import (
    BEST_RELIEF,
    LABOUR_SERVICE_RELIEF,
    BestRelief,
    LabourServiceFirm,
    LabourServiceRelief,
    Overlap,
)
from gansu_reemployment.measures.taxes.collection_offset.offices import (
    OFFICE_OFFSETS,
    OffsetLedger,
    OffsetTable,
)
from gansu_reemployment.measures.taxes.collection_offset.offset import (
    COLLECTION_OFFSET,
    Collection,
    CollectionOffset,
)
from gansu_reemployment.measures.taxes.collector import COLLECTOR, Authority, Levy
from gansu_reemployment.measures.taxes.facts import Enterprise
from gansu_reemployment.measures.taxes.fee_relief import FEE_RELIEF, FeeClaim, FeeRelief
from gansu_reemployment.measures.taxes.fixed_deduction import (
    FIXED_DEDUCTION,
    FixedClaim,
    FixedDeduction,
)
from gansu_reemployment.measures.taxes.new_enterprise import NEW_ENTERPRISE, Founding, Newness
from gansu_reemployment.measures.taxes.ordered_relief.relief import (
    ORDERED_RELIEF,
    OrderedClaim,
    OrderedRelief,
)
from gansu_reemployment.measures.taxes.ordered_relief.year import (
    ORDERED_YEAR,
    OrderedYear,
    SettledYear,
)
from gansu_reemployment.measures.taxes.spinoff_relief.relief import (
    SPINOFF_RELIEF,
    Spinoff,
    SpinoffRelief,
)
from gansu_reemployment.measures.taxes.tax_relief.amounts import TaxRelief
from gansu_reemployment.measures.taxes.tax_relief.hires import NEEDED_HIRES, NeededHires
from gansu_reemployment.measures.taxes.tax_relief.relief import TAX_RELIEF
from gansu_reemployment.measures.taxes.tax_relief.settlement import (
    SETTLED_RELIEF,
    SettledRelief,
    Settlement,
)
from gansu_reemployment.measures.taxes.turnover_taxes import (
    INCOME_TAX,
    TRADER_INCOME_TAX,
    TURNOVER_TAXES,
    Turnover,
    TurnoverTaxes,
    YearIncome,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.outcome import Outcome


class TaxDesk(Desk):
    """The desk for tax and fee relief and the offset (税费窗口)."""

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
