"""The measures of taxes by hand: the taxes themselves, who collects them, the offset."""

from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl
import registers_taxes
from by_hand import Arrays, Reference, answered, arrays, c, days, finished, half_up, ratio, ratios
from registers_taxes import ITEMS, LEVIES, PLACES

_STATE_SINCE: Final = date(2002, 1, 1)
_AUTHORITIES: Final = ("local_tax", "commerce", "state_tax")
_LOWER: Final = ("construction", "transport", "post", "culture")
#: Upper ends in fen, and the rates in per cent, one more than there are ends.
_TIERS: Final = (3_000_000, 10_000_000)
_RATES: Final = (18, 27, 33)
_SLICES: Final = (500_000, 1_000_000, 3_000_000, 5_000_000)
_SLICE_RATES: Final = (5, 10, 20, 30, 35)
_DEDUCTIONS: Final = (0, 25_000, 125_000, 425_000, 675_000)


def collection_offset(frame: pl.DataFrame) -> pl.DataFrame:
    """Offset the relief of offices against their tasks."""
    granted, relief = c("granted"), c("reliefs")
    offset = pl.when(granted).then(pl.min_horizontal(relief, "task")).otherwise(0)
    ready = frame.lazy().with_columns(_offset=offset)
    ready = ready.with_columns(_left=c("task") - c("_offset"))
    values = {
        "collection_offset_offset": c("_offset"),
        "collection_offset_adjusted_task": c("_left"),
        "collection_offset_completion": pl.when(c("_left") > 0).then(
            ratio(c("collected"), c("_left"))
        ),
        "collection_offset_excess": pl.when(granted).then(relief - c("_offset")).otherwise(0),
    }
    return finished(ready, "collection_offset", values, {}, frame.columns)


def collection_offset_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Offset the relief of offices against their tasks by NumPy."""
    x = arrays(frame, {})
    offset = np.where(x["granted"], np.minimum(x["reliefs"], x["task"]), 0)
    left = x["task"] - offset
    values = {
        "collection_offset_offset": offset,
        "collection_offset_adjusted_task": left,
        "collection_offset_completion": np.ma.array(ratios(x["collected"], left), mask=left == 0),
        "collection_offset_excess": np.where(x["granted"], x["reliefs"] - offset, 0),
    }
    return answered("collection_offset", values, {})


def collector(frame: pl.DataFrame) -> pl.DataFrame:
    """Tell which authority collects."""
    of_state = (c("tax") == "enterprise_income_tax") & (c("registered_on") >= _STATE_SINCE)
    found = (
        pl.when(c("tax") == "fees")
        .then(pl.lit("commerce"))
        .when(of_state)
        .then(pl.lit("state_tax"))
        .otherwise(pl.lit("local_tax"))
    )
    return finished(frame.lazy(), "collector", {"collector": found}, {}, frame.columns)


def collector_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Tell which authority collects by NumPy."""
    x = arrays(frame, {"tax": LEVIES})
    of_state = x["tax"] == LEVIES.index("enterprise_income_tax")
    of_state &= x["registered_on"] >= days(_STATE_SINCE)
    place = np.where(of_state, 2, x["tax"] == LEVIES.index("fees"))
    return answered("collector", {"collector": np.array(_AUTHORITIES, dtype=object)[place]}, {})


def turnover_taxes(frame: pl.DataFrame) -> pl.DataFrame:
    """Work out the taxes on turnover, without entertainment."""
    rate = pl.when(c("item").is_in(_LOWER)).then(3).when(c("item") == "none").then(0).otherwise(5)
    ready = frame.lazy().with_columns(_business=half_up(c("turnover"), rate, 100))
    ready = ready.with_columns(_base=c("_business") + c("other_taxes"))
    by_place = pl.when(c("place") == "city").then(7).when(c("place") == "town").then(5)
    values = {
        "turnover_taxes_business_tax": c("_business"),
        "turnover_taxes_construction_tax": half_up(c("_base"), by_place.otherwise(1), 100),
        "turnover_taxes_education_surcharge": half_up(c("_base"), 3, 100),
    }
    return finished(ready, "turnover_taxes", values, {}, frame.columns)


def turnover_taxes_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Work out the taxes on turnover, without entertainment, by NumPy."""
    x = arrays(frame, {"item": ITEMS, "place": PLACES})
    rates = np.array([3 if item in _LOWER else 0 if item == "none" else 5 for item in ITEMS])
    business = half_up(x["turnover"], rates[x["item"]], 100)
    base = business + x["other_taxes"]
    values = {
        "turnover_taxes_business_tax": business,
        "turnover_taxes_construction_tax": half_up(base, np.array([7, 5, 1])[x["place"]], 100),
        "turnover_taxes_education_surcharge": half_up(base, 3, 100),
    }
    return answered("turnover_taxes", values, {})


def income_tax(frame: pl.DataFrame) -> pl.DataFrame:
    """Work out the enterprise income tax of a year."""
    ready = frame.lazy().with_columns(_taxable=c("income") - c("losses"))
    values = {"income_tax": half_up(c("_taxable"), _by_tier(_TIERS, _RATES), 100)}
    return finished(ready, "income_tax", values, {}, frame.columns)


def income_tax_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Work out the enterprise income tax of a year by NumPy."""
    x = arrays(frame, {})
    taxable = x["income"] - x["losses"]
    rate = np.array(_RATES)[np.searchsorted(_TIERS, taxable)]
    return answered("income_tax", {"income_tax": half_up(taxable, rate, 100)}, {})


def trader_income_tax(frame: pl.DataFrame) -> pl.DataFrame:
    """Work out the individual income tax of a sole trader's year."""
    ready = frame.lazy().with_columns(_taxable=c("income") - c("losses"))
    tax = half_up(c("_taxable"), _by_tier(_SLICES, _SLICE_RATES), 100)
    values = {"trader_income_tax": tax - _by_tier(_SLICES, _DEDUCTIONS)}
    return finished(ready, "trader_income_tax", values, {}, frame.columns)


def trader_income_tax_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Work out the individual income tax of a sole trader's year by NumPy."""
    x = arrays(frame, {})
    taxable = x["income"] - x["losses"]
    place = np.searchsorted(_SLICES, taxable)
    tax = half_up(taxable, np.array(_SLICE_RATES)[place], 100) - np.array(_DEDUCTIONS)[place]
    return answered("trader_income_tax", {"trader_income_tax": tax}, {})


def _by_tier(ends: tuple[int, ...], values: tuple[int, ...]) -> Any:
    """Give the value of the tier of the taxable income."""
    found: Any = pl.lit(values[-1])
    for end, value in reversed([*zip(ends, values[:-1], strict=True)]):
        found = pl.when(c("_taxable") <= end).then(value).otherwise(found)
    return found


REFERENCES: Final = {
    "collection_offset": Reference(
        registers_taxes.collections, collection_offset, collection_offset_by_numpy
    ),
    "collector": Reference(registers_taxes.levies, collector, collector_by_numpy),
    "turnover_taxes": Reference(registers_taxes.turnovers, turnover_taxes, turnover_taxes_by_numpy),
    "income_tax": Reference(registers_taxes.incomes, income_tax, income_tax_by_numpy),
    "trader_income_tax": Reference(
        registers_taxes.incomes, trader_income_tax, trader_income_tax_by_numpy
    ),
}
