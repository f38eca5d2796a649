"""The measures that run over columns as methods, one line each; see :mod:`.catalogue`."""

from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar, Unpack, overload

from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.columns.plan import Options
from gansu_reemployment.working.measure import described

if TYPE_CHECKING:
    from gansu_reemployment.columns.bureau import BureauColumns

FrameT = TypeVar("FrameT")


class OverColumns:  # noqa: D101 - its docstring is that of the measure
    # The attribute of a bureau's columns that is the measure of its name.
    name = ""

    @property
    def __doc__(self) -> str:  # type: ignore[override]
        """The measure's own docstring."""
        return described(find_measure(self.name))

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, columns: None, owner: type) -> Self: ...
    @overload
    def __get__(self, columns: object, owner: type) -> "ColumnDecision": ...
    def __get__(self, columns: Any, owner: type) -> "Self | ColumnDecision":
        """Return the measure over the columns of a bureau."""
        return self if columns is None else ColumnDecision(self.name, columns)


class ColumnDecision:
    """A measure over columns under the rules of one bureau; see :meth:`.BureauColumns.work`."""

    def __init__(self, name: str, columns: "BureauColumns") -> None:
        self.__name__ = name
        self.__doc__ = described(find_measure(name))
        self._columns = columns

    def __call__(self, frame: FrameT, *, on: date | str, **options: Unpack[Options]) -> FrameT:
        """Evaluate the measure for every row of *frame*, with the options of ``work``."""
        return self._columns.work(self.__name__, frame, on=on, **options)


class ColumnMeasures:
    """Every measure that runs over columns, by subject (逐项措施的批量计算)."""

    __slots__ = ()

    certificate: ClassVar[OverColumns] = OverColumns()
    certificate_use: ClassVar[OverColumns] = OverColumns()
    hardship: ClassVar[OverColumns] = OverColumns()
    insurance_subsidy: ClassVar[OverColumns] = OverColumns()
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
    post_subsidy: ClassVar[OverColumns] = OverColumns()
    progress: ClassVar[OverColumns] = OverColumns()
    training_subsidy: ClassVar[OverColumns] = OverColumns()
    placement_subsidy: ClassVar[OverColumns] = OverColumns()
    security_levels: ClassVar[OverColumns] = OverColumns()
    net_new_jobs: ClassVar[OverColumns] = OverColumns()
    new_jobs: ClassVar[OverColumns] = OverColumns()
    unemployment_rate: ClassVar[OverColumns] = OverColumns()
    short_unemployment_rate: ClassVar[OverColumns] = OverColumns()
    reemployment_rate: ClassVar[OverColumns] = OverColumns()
    issue_rate: ClassVar[OverColumns] = OverColumns()
    ledger_rate: ClassVar[OverColumns] = OverColumns()
    tax_relief: ClassVar[OverColumns] = OverColumns()
    labour_service_relief: ClassVar[OverColumns] = OverColumns()
    ordered_relief: ClassVar[OverColumns] = OverColumns()
    collection_offset: ClassVar[OverColumns] = OverColumns()
    collector: ClassVar[OverColumns] = OverColumns()
    turnover_taxes: ClassVar[OverColumns] = OverColumns()
    income_tax: ClassVar[OverColumns] = OverColumns()
    trader_income_tax: ClassVar[OverColumns] = OverColumns()
