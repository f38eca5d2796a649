"""The measures of other tax relief by hand: in turn up to a limit, and the older one."""

from datetime import date
from typing import Final

import numpy as np
import polars as pl
import registers_taxes
from by_hand import (
    Arrays,
    Reference,
    answered,
    arrays,
    c,
    days,
    finished,
    months_of,
    ratio,
    ratios,
    years_later,
    years_of,
)
from registers_taxes import TAXES, TRADES

#: Sole traders approved by this day have had their three years before 2006.
_OVER: Final = date(2003, 1, 1)
#: Those approved from this day on are relieved from 2007 on.
_LATER: Final = date(2007, 1, 1)
_YEAR: Final = 2006
_TURN: Final = ("business_tax", "construction_tax", "education_surcharge", "individual_income_tax")
_OTHER: Final = "enterprise_income_tax"
_BARRED: Final = (*TRADES[4:10], *TRADES[16:])


def ordered_relief(frame: pl.DataFrame) -> pl.DataFrame:
    """Relieve the taxes of sole traders in turn up to the limit of 2006."""
    approved = c("approved_on")
    last = approved.dt.offset_by("3y") - pl.duration(days=1)
    until = pl.when(last.dt.year() == _YEAR).then(last.dt.month()).otherwise(12)
    since = pl.when(approved.dt.year() == _YEAR).then(approved.dt.month()).otherwise(1)
    within = (until.cast(pl.Int64) - since + 1).alias("_within")
    ready = frame.lazy().with_columns(within)
    # 8,000 yuan a year, half up to the fen.
    months = pl.min_horizontal("months", "_within")
    ready = ready.with_columns(_limit=(months * 1_600_000 + 12) // 24)
    left, relief = c("_limit"), {_OTHER: pl.lit(0, pl.Int64)}
    for tax in _TURN:
        ready = ready.with_columns(pl.min_horizontal(c(tax), left).alias(f"_{tax}"))
        ready = ready.with_columns((left - c(f"_{tax}")).alias(f"_after_{tax}"))
        left, relief[tax] = c(f"_after_{tax}"), c(f"_{tax}")
    values = {
        "limit": c("_limit"),
        **{f"relief_{tax}": relief[tax] for tax in TAXES},
        **{f"payable_{tax}": c(tax) - relief[tax] for tax in TAXES},
        "unused": left,
    }
    no = {
        "excluded-trade": c("trade").is_in(_BARRED),
        "not-begun": c("approved_on") >= _LATER,
        "term-over": c("approved_on") <= _OVER,
    }
    named = {f"ordered_relief_{name}": value for name, value in values.items()}
    return finished(ready, "ordered_relief", named, no, frame.columns)


def ordered_relief_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Relieve the taxes of sole traders in turn up to the limit of 2006 by NumPy."""
    x = arrays(frame.drop("kind"), {"trade": TRADES})
    approved = x["approved_on"].astype("datetime64[D]")
    last = years_later(x["approved_on"], 3).astype("datetime64[D]") - 1
    until = np.where(years_of(last) == _YEAR, months_of(last), 12)
    since = np.where(years_of(approved) == _YEAR, months_of(approved), 1)
    months = np.minimum(x["months"], until - since + 1)
    left = limit = (months * 1_600_000 + 12) // 24
    relief = {_OTHER: np.zeros_like(limit)}
    for tax in _TURN:
        relief[tax] = np.minimum(x[tax], left)
        left = left - relief[tax]
    values = {
        "limit": limit,
        **{f"relief_{tax}": relief[tax] for tax in TAXES},
        **{f"payable_{tax}": x[tax] - relief[tax] for tax in TAXES},
        "unused": left,
    }
    barred = np.array([trade in _BARRED for trade in TRADES])
    no = {
        "excluded-trade": barred[x["trade"]],
        "not-begun": x["approved_on"] >= days(_LATER),
        "term-over": x["approved_on"] <= days(_OVER),
    }
    named = {f"ordered_relief_{name}": value for name, value in values.items()}
    return answered("ordered_relief", named, no)


def labour_service_relief(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the relief of labour-service enterprises."""
    later, tax = c("exempted_before"), c("income_tax")
    original, placed = c("original_staff"), c("placed")
    ready = frame.lazy().with_columns(
        _whole=pl.when(later).then(original).otherwise(original + placed),
        _relief=pl.when(later).then((tax + 1) // 2).otherwise(tax),
    )
    too_few = (
        pl.when(later).then(placed * 10 < c("_whole") * 3).otherwise(placed * 10 <= c("_whole") * 6)
    )
    values = {
        "labour_service_relief_ratio": ratio(placed, c("_whole")),
        "labour_service_relief_relief": c("_relief"),
        "labour_service_relief_payable": tax - c("_relief"),
        "labour_service_relief_years": pl.when(later).then(2).otherwise(pl.lit(3, pl.Int64)),
    }
    no = {"too-few-placed": too_few}
    return finished(ready, "labour_service_relief", values, no, frame.columns)


def labour_service_relief_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the relief of labour-service enterprises by NumPy."""
    x = arrays(frame, {})
    later, tax, placed = x["exempted_before"], x["income_tax"], x["placed"]
    whole = np.where(later, x["original_staff"], x["original_staff"] + placed)
    relief = np.where(later, (tax + 1) // 2, tax)
    too_few = np.where(later, placed * 10 < whole * 3, placed * 10 <= whole * 6)
    values = {
        "labour_service_relief_ratio": ratios(placed, whole),
        "labour_service_relief_relief": relief,
        "labour_service_relief_payable": tax - relief,
        "labour_service_relief_years": np.where(later, 2, 3),
    }
    return answered("labour_service_relief", values, {"too-few-placed": too_few})


REFERENCES: Final = {
    "ordered_relief": Reference(
        registers_taxes.stalls, ordered_relief, ordered_relief_by_numpy, day=date(2006, 12, 31)
    ),
    "labour_service_relief": Reference(
        registers_taxes.labour_service_firms,
        labour_service_relief,
        labour_service_relief_by_numpy,
    ),
}
