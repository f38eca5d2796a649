"""The interest subsidy of a settled quarter of 2007 by hand."""

from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl
from by_hand import Arrays, Reference, answered, arrays, c, days, finished, half_up, years_later
from registers_loans import BORROWERS, UNTIL, settled_loans

#: The benchmark rates up to six months, up to a year and up to three years, from each day on.
_RATES: Final = (
    (date(2004, 10, 29), (522, 558, 576)),
    (date(2006, 4, 28), (540, 585, 603)),
    (date(2006, 8, 19), (558, 612, 630)),
    (date(2007, 3, 18), (567, 639, 657)),
    (date(2007, 5, 19), (585, 657, 675)),
    (date(2007, 7, 21), (603, 684, 702)),
    (date(2007, 8, 22), (621, 702, 720)),
    (date(2007, 9, 15), (648, 729, 747)),
)
#: A rate of one, of the year of 360 days.
_WHOLE: Final = 10_000 * 360
_HALF: Final = ("registered", "graduate", "enterprise")


def interest_subsidy(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the subsidy of loans in their first or second year."""
    drawn, months, firm = c("drawn_on"), c("months"), c("borrower") == "enterprise"
    last = pl.when(c("repaid")).then(pl.min_horizontal("repaid_on", "due_on"))
    ready = frame.lazy().with_columns(
        _year=drawn.dt.offset_by("1y"),
        _start=pl.max_horizontal("since", drawn),
        _end=pl.min_horizontal(c("until").dt.offset_by("1d"), last.otherwise(c("due_on"))),
        _rate=pl.when(months <= 6)
        .then(_rate(drawn, 0))
        .when(months <= 12)
        .then(_rate(drawn, 1))
        .otherwise(_rate(drawn, 2)),
    )
    ready = ready.with_columns(
        _days=_between("_start", "_end"),
        _later=_between(pl.max_horizontal("_start", "_year"), "_end"),
    )
    product = c("_rate") * (c("_days") - c("_later")) + _rate(c("_year"), 2) * c("_later")
    uplifted = product + c("uplift") * c("_days")
    ready = ready.with_columns(
        _interest=half_up(c("principal"), uplifted, _WHOLE),
        _shares=pl.when(c("borrower").is_in(_HALF)).then(2).otherwise(1),
    )
    paid = half_up(c("principal"), product, _WHOLE * c("_shares"))
    central = half_up(c("principal"), product, _WHOLE * c("_shares") * c("_shares"))
    no = {
        "no-subsidised-class": c("borrower") == "none",
        "not-micro-profit": ~(c("micro_profit") | firm),
        "term-too-long": months > 24,
        "uplift-too-high": (c("uplift") > 0) & ~firm,
    }
    values = {
        "interest_subsidy_days": c("_days"),
        "interest_subsidy_interest": c("_interest"),
        "interest_subsidy_subsidy": paid,
        "interest_subsidy_central": central,
        "interest_subsidy_local": paid - central,
    }
    # A loan that is not repaid has no day of repayment.
    needed = [name for name in frame.columns if name != "repaid_on"]
    return finished(ready, "interest_subsidy", values, no, needed)


def _rate(day: pl.Expr, tier: int) -> pl.Expr:
    found = pl.lit(None, pl.Int64)
    for since, rates in _RATES:
        found = pl.when(day >= since).then(rates[tier]).otherwise(found)
    return found


def _between(first: str | pl.Expr, last: str) -> pl.Expr:
    start = c(first) if isinstance(first, str) else first
    return pl.max_horizontal((c(last) - start).dt.total_days(), 0)


def interest_subsidy_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the subsidy of loans in their first or second year by NumPy."""
    x = arrays(frame, {"borrower": BORROWERS})
    firm = x["borrower"] == BORROWERS.index("enterprise")
    none = x["borrower"] == BORROWERS.index("none")
    year = years_later(x["drawn_on"], 1)
    start = np.maximum(x["since"], x["drawn_on"])
    last = np.where(x["repaid"], np.minimum(x["repaid_on"], x["due_on"]), x["due_on"])
    end = np.minimum(x["until"] + 1, last)
    counted = np.maximum(end - start, 0).astype(np.int64)
    later = np.maximum(end - np.maximum(start, year), 0)
    rate = _rates(x["drawn_on"], np.searchsorted((6, 12), x["months"]))
    product = rate * (counted - later) + _rates(year, 2) * later
    interest = half_up(x["principal"], product + x["uplift"] * counted, _WHOLE)
    half = np.isin(x["borrower"], [BORROWERS.index(name) for name in _HALF])
    shares = np.where(half, 2, 1)
    paid = half_up(x["principal"], product, _WHOLE * shares)
    central = half_up(x["principal"], product, _WHOLE * shares * shares)
    no = {
        "no-subsidised-class": none,
        "not-micro-profit": ~(x["micro_profit"] | firm),
        "term-too-long": x["months"] > 24,
        "uplift-too-high": (x["uplift"] > 0) & ~firm,
    }
    values = {
        "interest_subsidy_days": counted,
        "interest_subsidy_interest": interest,
        "interest_subsidy_subsidy": paid,
        "interest_subsidy_central": central,
        "interest_subsidy_local": paid - central,
    }
    return answered("interest_subsidy", values, no)


def _rates(day: Any, tier: Any) -> Any:
    since = [days(first) for first, _rates in _RATES]
    rates = np.array([rates for _since, rates in _RATES])
    return rates[np.searchsorted(since, day, side="right") - 1, tier]


REFERENCES: Final = {
    "interest_subsidy": Reference(
        settled_loans, interest_subsidy, interest_subsidy_by_numpy, day=UNTIL
    )
}
