"""The measures of the guarantee fund by hand: its capacity, fee, stop of lending and losses."""

from datetime import date
from typing import Final

import numpy as np
import polars as pl
import registers_loans
from by_hand import Arrays, Reference, answered, arrays, c, finished

_LENDING: Final = ("goes_on", "stops", "stays_stopped", "resumes")


def guarantee_capacity(frame: pl.DataFrame) -> pl.DataFrame:
    """Give what funds can carry."""
    capacity = c("fund") * 5
    values = {
        "guarantee_capacity_capacity": capacity,
        "guarantee_capacity_headroom": pl.max_horizontal(capacity - c("outstanding"), 0),
        "guarantee_capacity_excess": pl.max_horizontal(c("outstanding") - capacity, 0),
    }
    return finished(frame.lazy(), "guarantee_capacity", values, {}, frame.columns)


def guarantee_capacity_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give what funds can carry by NumPy."""
    x = arrays(frame, {})
    capacity = x["fund"] * 5
    values = {
        "guarantee_capacity_capacity": capacity,
        "guarantee_capacity_headroom": np.maximum(capacity - x["outstanding"], 0),
        "guarantee_capacity_excess": np.maximum(x["outstanding"] - capacity, 0),
    }
    return answered("guarantee_capacity", values, {})


def guarantee_fee(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the fee of a year, all of which finance pays."""
    fee = (c("principal") + 50) // 100
    values = {
        "guarantee_fee_fee": fee,
        "guarantee_fee_finance": fee,
        "guarantee_fee_borrower": pl.lit(0, pl.Int64),
    }
    return finished(frame.lazy(), "guarantee_fee", values, {}, ["principal"])


def guarantee_fee_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the fee of a year by NumPy."""
    fee = (arrays(frame, {})["principal"] + 50) // 100
    values = {
        "guarantee_fee_fee": fee,
        "guarantee_fee_finance": fee,
        "guarantee_fee_borrower": np.zeros_like(fee),
    }
    return answered("guarantee_fee", values, {})


def bank_lending(frame: pl.DataFrame) -> pl.DataFrame:
    """Tell which banks go on lending."""
    too_bad = c("bad") * 5 >= c("balance")
    found = (
        pl.when(c("stopped") & ~too_bad & c("fund_paid"))
        .then(pl.lit("resumes"))
        .when(c("stopped"))
        .then(pl.lit("stays_stopped"))
        .when(too_bad)
        .then(pl.lit("stops"))
        .otherwise(pl.lit("goes_on"))
    )
    return finished(frame.lazy(), "bank_lending", {"bank_lending": found}, {}, frame.columns)


def bank_lending_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Tell which banks go on lending by NumPy."""
    x = arrays(frame, {})
    too_bad = x["bad"] * 5 >= x["balance"]
    resumed = np.where(~too_bad & x["fund_paid"], 3, 2)
    place = np.where(x["stopped"], resumed, too_bad)
    return answered("bank_lending", {"bank_lending": np.array(_LENDING, dtype=object)[place]}, {})


def loss_shares(frame: pl.DataFrame) -> pl.DataFrame:
    """Share losses between bank, funds and finance in 2004."""
    firm, loss = c("enterprise"), c("loss")
    made_good = (loss + 5) // 10
    ready = frame.lazy().with_columns(
        _bank=pl.when(firm)
        .then(loss - made_good)
        .when(c("agency"))
        .then(0)
        .otherwise((loss + 2) // 5),
        _central=pl.when(firm).then((made_good + 1) // 2).otherwise(0),
    )
    ready = ready.with_columns(_rest=loss - c("_bank"))
    upper = pl.when(~firm & c("prefecture_fund")).then((c("_rest") + 5) // 10).otherwise(0)
    values = {
        "loss_shares_bank": c("_bank"),
        "loss_shares_fund": pl.when(firm).then(0).otherwise(c("_rest") - upper),
        "loss_shares_upper_fund": upper,
        "loss_shares_central": c("_central"),
        "loss_shares_local": pl.when(firm).then(c("_rest") - c("_central")).otherwise(0),
    }
    return finished(ready, "loss_shares", values, {}, frame.columns)


def loss_shares_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Share losses between bank, funds and finance in 2004 by NumPy."""
    x = arrays(frame, {})
    firm, loss = x["enterprise"], x["loss"]
    made_good = (loss + 5) // 10
    bank = np.where(firm, loss - made_good, np.where(x["agency"], 0, (loss + 2) // 5))
    central = np.where(firm, (made_good + 1) // 2, 0)
    rest = loss - bank
    upper = np.where(~firm & x["prefecture_fund"], (rest + 5) // 10, 0)
    values = {
        "loss_shares_bank": bank,
        "loss_shares_fund": np.where(firm, 0, rest - upper),
        "loss_shares_upper_fund": upper,
        "loss_shares_central": central,
        "loss_shares_local": np.where(firm, rest - central, 0),
    }
    return answered("loss_shares", values, {})


def compensation_gap(frame: pl.DataFrame) -> pl.DataFrame:
    """Give what fund and finance bear of the payments of a year."""
    ready = frame.lazy().with_columns(_ceiling=(c("balance") + 2) // 5)
    ready = ready.with_columns(_within=pl.min_horizontal("compensated", "_ceiling"))
    ready = ready.with_columns(_paid=pl.min_horizontal("_within", "fund"))
    values = {
        "compensation_gap_ceiling": c("_ceiling"),
        "compensation_gap_fund": c("_paid"),
        "compensation_gap_finance": c("_within") - c("_paid"),
        "compensation_gap_beyond": c("compensated") - c("_within"),
    }
    return finished(ready, "compensation_gap", values, {}, frame.columns)


def compensation_gap_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give what fund and finance bear of the payments of a year by NumPy."""
    x = arrays(frame, {})
    ceiling = (x["balance"] + 2) // 5
    within = np.minimum(x["compensated"], ceiling)
    paid = np.minimum(within, x["fund"])
    values = {
        "compensation_gap_ceiling": ceiling,
        "compensation_gap_fund": paid,
        "compensation_gap_finance": within - paid,
        "compensation_gap_beyond": x["compensated"] - within,
    }
    return answered("compensation_gap", values, {})


REFERENCES: Final = {
    "guarantee_capacity": Reference(
        registers_loans.funds, guarantee_capacity, guarantee_capacity_by_numpy
    ),
    "guarantee_fee": Reference(
        registers_loans.guaranteed_loans, guarantee_fee, guarantee_fee_by_numpy
    ),
    "bank_lending": Reference(registers_loans.bank_books, bank_lending, bank_lending_by_numpy),
    "loss_shares": Reference(
        registers_loans.losses, loss_shares, loss_shares_by_numpy, day=date(2004, 7, 1)
    ),
    "compensation_gap": Reference(
        registers_loans.compensations, compensation_gap, compensation_gap_by_numpy
    ),
}
