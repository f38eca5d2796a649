"""Results with rows (表格式结果): schedules, claims, breakdowns; each is a dataframe on request."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import polars as pl


class Tabular:
    """Base of the results that have rows."""

    __slots__ = ()

    def to_frame(self) -> "pl.DataFrame":
        """Return the rows as a Polars frame: amounts as Decimal yuan, choices as their codes.

        A schedule or a claim has a row for each of its lines; what a line itself has several of is
        not among the columns. A division among units has a row for each unit.

        Raises:
            MissingExtraError: the extra ``columns`` is not installed.
        """
        from gansu_reemployment.frames import table_of  # noqa: PLC0415 - loads Polars

        return table_of(self)
