"""The measures that run over columns as methods, one line each; see :mod:`.catalogue`."""

from datetime import date
from typing import TYPE_CHECKING, Any, Self, TypeVar, Unpack, overload

from gansu_reemployment.catalogue import find_measure
from gansu_reemployment.columns.request import Options
from gansu_reemployment.working.description import described

if TYPE_CHECKING:
    from gansu_reemployment.columns.bureau import BureauColumns

FrameT = TypeVar("FrameT")


class OverColumns:
    """The attribute of a bureau's columns that is the measure of its name."""

    name: str = ""

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
