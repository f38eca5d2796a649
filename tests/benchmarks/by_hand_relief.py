"""The tax relief of enterprises and stalls by hand, by the first regime."""

from datetime import date
from typing import Any, Final

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
    half_up,
    ratio,
    ratios,
    years_later,
)
from registers_taxes import FORMATIONS, KINDS, TAXES, TRADES

#: A day on which the term follows the contracts, and employees are not counted.
_DAY: Final = date(2003, 9, 1)
_FIRST: Final = date(2003, 1, 1)
#: Contracts of one year are enough from this day on, and the term follows them.
_SHORTER: Final = date(2003, 8, 23)
_POLICY: Final = date(2002, 9, 30)
_ENTRY_UNTIL: Final = date(2005, 12, 31)
_NOT_NEW: Final = FORMATIONS[1:11]
_NOT_GENUINE: Final = FORMATIONS[14:]
_SERVICE: Final = TRADES[4:9]
_COMMERCE: Final = TRADES[11:14]
_SPUN_OFF: Final = (*_SERVICE, *TRADES[11:])
_TRADER: Final = (*_SERVICE, *TRADES[16:19])
#: The trades that are excluded for each kind of enterprise.
_EXCLUDED: Final = (_SERVICE, _COMMERCE, _SERVICE, _COMMERCE, _SPUN_OFF, _TRADER)
_NONE_OR_ALL: Final = np.array(["0/1", "1/1"], dtype=object)
_NEXT: Final = np.array(["3/10", None], dtype=object)
_CODES: Final = {"enterprise": KINDS, "trade": TRADES, "formation": FORMATIONS}


def tax_relief(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the relief of enterprises and stalls of every kind."""
    kind = c("enterprise")
    ready = frame.lazy().with_columns(
        _new=kind.str.starts_with("new"),
        _existing=kind.str.starts_with("existing"),
        _spun_off=kind == "spun_off",
        _trader=kind == "sole_trader",
        _service=kind.str.ends_with("service"),
        _first=pl.max_horizontal("approved_on", pl.lit(_FIRST)),
    )
    whole = pl.when("_existing").then(c("staff_last_year") + c("all_new_hires"))
    follows = (c("_new") | c("_existing")) & (c("_first") >= _SHORTER)
    years = pl.when(follows).then(c("contract_years").clip(1, 3)).otherwise(3)
    ready = ready.with_columns(
        _hired=pl.when("_trader")
        .then(0)
        .when("_spun_off")
        .then("surplus_staff")
        .otherwise("hired"),
        _whole=whole.when("_trader").then(1).otherwise("staff"),
        _years=years,
    )
    year = c("_first").dt.year() + c("_years")
    ready = ready.with_columns(
        _reached=c("_hired") * 10 >= c("_whole") * 3,
        _last=c("_first").dt.replace(year=year) - pl.duration(days=1),
    )
    ready = ready.with_columns(_exempt=c("_new") & c("_reached"))
    ready = ready.with_columns(**_relief())
    named = {f"tax_relief_{name}": value for name, value in _results().items()}
    return finished(ready, "tax_relief", named, _against(), frame.columns)


def _relief() -> dict[str, pl.Expr]:
    """Give what is relieved of each tax; of the enterprise income tax a part."""
    exempt, trader, tax = c("_exempt"), c("_trader"), "enterprise_income_tax"
    free = {
        "business_tax": (exempt & c("_service")) | trader,
        "construction_tax": exempt | trader,
        "education_surcharge": exempt | trader,
        "individual_income_tax": trader,
    }
    tenths = pl.when("_spun_off").then(10).otherwise(3)
    part: Any = pl.when(exempt).then(1).when(trader).then(0).when("_new").then(c("hired") * 2)
    part = part.when("_reached").then(tenths).otherwise(0)
    whole = pl.when(exempt).then(1).when("_new").then("_whole").otherwise(10)
    return {
        **{f"_free_{name}": at for name, at in free.items()},
        **{f"_relief_{name}": pl.when(at).then(name).otherwise(0) for name, at in free.items()},
        f"_relief_{tax}": half_up(c(tax), part, whole),
        f"_share_{tax}": ratio(part, whole),
    }


def _results() -> dict[str, pl.Expr]:
    income = "enterprise_income_tax"
    one, none = pl.lit("1/1"), pl.lit("0/1")
    shares = {
        f"share_{tax}": c(f"_share_{tax}")
        if tax == income
        else pl.when(f"_free_{tax}").then(one).otherwise(none)
        for tax in TAXES
    }
    return {
        "staff_share": ratio(c("_hired"), c("_whole")),
        **shares,
        **{f"relief_{tax}": c(f"_relief_{tax}") for tax in TAXES},
        **{f"payable_{tax}": c(tax) - c(f"_relief_{tax}") for tax in TAXES},
        "years": c("_years"),
        "first_day": c("_first"),
        "last_day": c("_last"),
        "next_threshold": pl.when(~(c("_reached") | c("_trader"))).then(pl.lit("3/10")),
    }


def _against() -> dict[str, pl.Expr]:
    trade, formation, hiring = c("trade"), c("formation"), c("_new") | c("_existing")
    needed = pl.when(c("_first") < _SHORTER).then(3).otherwise(1)
    excluded = (
        pl.when("_service")
        .then(trade.is_in(_SERVICE))
        .when("_spun_off")
        .then(trade.is_in(_SPUN_OFF))
        .when("_trader")
        .then(trade.is_in(_TRADER))
        .otherwise(trade.is_in(_COMMERCE))
    )
    return {
        "excluded-trade": excluded,
        "no-separate-accounts": c("mixed") & ~c("separate_accounts"),
        "not-new": c("_new") & formation.is_in(_NOT_NEW),
        "contract-too-short": hiring & (c("contract_years") < needed),
        "not-genuine": c("_trader") & formation.is_in(_NOT_GENUINE),
        "registered-before-policy": c("_trader") & (c("approved_on") <= _POLICY),
        "approved-too-early": ~c("_trader") & (c("approved_on") < _POLICY),
        "approved-too-late": c("_first") > _ENTRY_UNTIL,
        "not-begun": c("_first") > _DAY,
        "term-over": c("_last") < _DAY,
    }


def tax_relief_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the relief of enterprises and stalls of every kind by NumPy."""
    x = arrays(frame, _CODES)
    kind = x["enterprise"]
    existing, trader = (kind == 2) | (kind == 3), kind == 5
    whole = np.where(existing, x["staff_last_year"] + x["all_new_hires"], x["staff"])
    whole = np.where(trader, 1, whole)
    hired = np.where(trader, 0, np.where(kind == 4, x["surplus_staff"], x["hired"]))
    reached = hired * 10 >= whole * 3
    first = np.maximum(x["approved_on"], days(_FIRST))
    follows = (kind < 4) & (first >= days(_SHORTER))
    years = np.where(follows, np.clip(x["contract_years"], 1, 3), 3)
    last = years_later(first, years) - 1
    values = {
        "staff_share": ratios(hired, whole),
        **_relief_by_numpy(x, hired, whole, reached),
        "years": years,
        "first_day": first,
        "last_day": last,
        "next_threshold": _NEXT[(reached | trader).view(np.int8)],
    }
    named = {f"tax_relief_{name}": value for name, value in values.items()}
    return answered("tax_relief", named, _against_by_numpy(x, first, last))


def _relief_by_numpy(x: Arrays, hired: Any, whole: Any, reached: Any) -> Arrays:
    kind, income = x["enterprise"], "enterprise_income_tax"
    new, trader = kind < 2, kind == 5
    exempt = new & reached
    part = np.where(reached, np.where(kind == 4, 10, 3), 0)
    part = np.where(exempt, 1, np.where(new, hired * 2, part))
    of = np.where(exempt, 1, np.where(new, whole, 10))
    free = {
        "business_tax": (exempt & (kind == 0)) | trader,
        "construction_tax": exempt | trader,
        "education_surcharge": exempt | trader,
        "individual_income_tax": trader,
    }
    share = {tax: _NONE_OR_ALL[at.view(np.int8)] for tax, at in free.items()}
    relief = {tax: np.where(at, x[tax], 0) for tax, at in free.items()}
    share[income], relief[income] = ratios(part, of), half_up(x[income], part, of)
    return {
        **{f"share_{tax}": share[tax] for tax in TAXES},
        **{f"relief_{tax}": relief[tax] for tax in TAXES},
        **{f"payable_{tax}": x[tax] - relief[tax] for tax in TAXES},
    }


def _against_by_numpy(x: Arrays, first: Any, last: Any) -> Arrays:
    kind, formation = x["enterprise"], x["formation"]
    needed = np.where(first < days(_SHORTER), 3, 1)
    excluded = np.array([[trade in barred for trade in TRADES] for barred in _EXCLUDED])
    return {
        "excluded-trade": excluded[kind, x["trade"]],
        "no-separate-accounts": x["mixed"] & ~x["separate_accounts"],
        "not-new": (kind < 2) & (formation >= 1) & (formation <= 10),
        "contract-too-short": (kind < 4) & (x["contract_years"] < needed),
        "not-genuine": (kind == 5) & (formation >= 14),
        "registered-before-policy": (kind == 5) & (x["approved_on"] <= days(_POLICY)),
        "approved-too-early": (kind != 5) & (x["approved_on"] < days(_POLICY)),
        "approved-too-late": first > days(_ENTRY_UNTIL),
        "not-begun": first > days(_DAY),
        "term-over": last < days(_DAY),
    }


REFERENCES: Final = {
    "tax_relief": Reference(registers_taxes.enterprises, tax_relief, tax_relief_by_numpy, day=_DAY),
}
