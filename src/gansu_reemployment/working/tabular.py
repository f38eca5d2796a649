"""Results with rows (表格式结果): schedules, claims, breakdowns; each is a dataframe on request."""

from typing import TYPE_CHECKING

from attrs import has

from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import show
from gansu_reemployment.objects.html import table_html

if TYPE_CHECKING:
    import polars as pl


class Tabular:
    """Base of the results that have rows."""

    __slots__ = ()

    def _repr_html_(self) -> str:
        """Return the rows as a table for a notebook."""
        kind = type(self)
        values = (getattr(self, one.name) for one in describe(kind))
        records = next((v for v in values if isinstance(v, tuple) and v and has(type(v[0]))), ())
        fields = describe(type(records[0])) if records else ()
        rows = ([show(getattr(one, f.name), "zh_CN") for f in fields] for one in records)
        return table_html(kind.__name__, (f.zh for f in fields), rows)

    def to_frame(self) -> "pl.DataFrame":
        """Return the rows as a Polars frame: amounts as Decimal yuan, choices as their codes.

        A schedule or a claim has a row for each of its lines; a part of which a line has several is
        not among the columns. A division among units has a row for each unit.

        Raises:
            MissingExtraError: the extra ``columns`` is not installed.
        """
        from gansu_reemployment.frames import table_of  # noqa: PLC0415 - loads Polars

        return table_of(self)
