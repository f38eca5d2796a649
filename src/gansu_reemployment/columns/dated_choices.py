"""Choices among values that a rule changes from day to day (随日期变化的选择)."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from gansu_reemployment.columns.choices import ByDate, also_missing, unknown_where
from gansu_reemployment.columns.dated_rules import NOTED
from gansu_reemployment.columns.terms import Column, Nothing

if TYPE_CHECKING:
    from gansu_reemployment.columns.working import ColumnWorking


def match_days(w: "ColumnWorking", form: ByDate, table: Mapping[Any, Callable[[], Any]]) -> Any:
    """Evaluate the case of each form of a rule in the rows of the days of that form."""
    during: dict[Any, Any] = {}
    for at, value in form.pieces:
        during[value] = Column(during[value].expr | at if value in during else at)
    terms = [(at, w.within(at, table[value])) for value, at in during.items()]
    # In the rows without a known form nothing is asked.
    unknown = form.missing.get(NOTED)
    found: Any = terms.pop(0)[1] if unknown is None else Nothing({NOTED: unknown})
    for at, term in terms:
        found = w.choose(at, term, found)
    return found if found is None else unknown_where(form.missing, found)


def in_band(w: "ColumnWorking", table: Any, number: Any) -> Any:
    """Return the value of a table by band for *number*, row by row."""
    if isinstance(table, Nothing):
        return table
    if isinstance(table, ByDate):
        pieces = [(at, in_band(w, value, number)) for at, value in table.pieces]
        found = pieces[0][1]
        for at, term in pieces[1:]:
            found = w.choose(Column(at), term, found)
        return also_missing(found, table.missing)
    found = table.below
    for band in table.bands:
        found = w.choose(number >= band.least, band.value, found)
    return found
