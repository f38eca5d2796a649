"""The measures of loans by hand: terms, extension, loans of enterprises, micro-profit projects."""

from collections.abc import Sequence
from datetime import date
from fractions import Fraction
from typing import Any, Final

import numpy as np
import polars as pl
import registers
import registers_loans
from by_hand import Arrays, Reference, answered, arrays, c, days, finished, ratio
from registers import DAY

#: The benchmark rates in hundredths of a percentage point, by the terms in months they end with.
_ENDS: Final = (6, 12, 36, 60)
_RATES: Final = (504, 531, 549, 558, 576)
_CHANGED: Final = date(2004, 10, 29)
_RATES_2004: Final = (522, 558, 576, 585, 612)
_RATES_2006: Final = (540, 585, 603)
_WHOLE: Final = 10_000
#: Who was born by this day is more than 60 full years old.
_BORN_BY: Final = date(1942, 7, 1)
_PURPOSES: Final = ("working_capital", "starting", "other")


def loan_terms(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the terms of single borrowers' loans."""
    ready = frame.lazy().with_columns(_months=pl.min_horizontal(c("months"), 24))
    ready = ready.with_columns(_rate=_by_term(c("_months"), _RATES[:3]))
    no = {
        "over-age": c("born_on") <= _BORN_BY,
        "no-certificate": ~c("certified"),
        "not-healthy": ~c("healthy"),
        "not-creditworthy": ~c("creditworthy"),
        "not-skilled": ~c("skilled"),
        "own-funds-enough": ~c("own_funds_short"),
        "wrong-purpose": ~c("purpose").is_in(_PURPOSES[:2]),
        "not-recommended": ~c("recommended"),
        "not-examined": ~c("examined"),
        "not-guaranteed": ~c("guaranteed"),
        "uplift-too-high": c("uplift") > 0,
    }
    subsidised = pl.when(c("micro_profit")).then(pl.lit("1/1")).otherwise(pl.lit("0/1"))
    values = {
        "loan_terms_principal": pl.min_horizontal(c("requested"), 2_000_000),
        "loan_terms_months": c("_months"),
        "loan_terms_base_rate": _by_term(c("_months"), _texts(_RATES[:3])),
        "loan_terms_annual_rate": ratio(c("_rate") + c("uplift"), pl.lit(_WHOLE)),
        "loan_terms_interest_share": subsidised,
    }
    return finished(ready, "loan_terms", values, no, frame.columns)


def loan_terms_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the terms of single borrowers' loans by NumPy."""
    x = arrays(frame, {"purpose": _PURPOSES})
    months = np.minimum(x["months"], 24)
    term = np.searchsorted(_ENDS[:2], months)
    no = {
        "over-age": x["born_on"] <= days(_BORN_BY),
        "no-certificate": ~x["certified"],
        "not-healthy": ~x["healthy"],
        "not-creditworthy": ~x["creditworthy"],
        "not-skilled": ~x["skilled"],
        "own-funds-enough": ~x["own_funds_short"],
        "wrong-purpose": x["purpose"] == 2,
        "not-recommended": ~x["recommended"],
        "not-examined": ~x["examined"],
        "not-guaranteed": ~x["guaranteed"],
        "uplift-too-high": x["uplift"] > 0,
    }
    values = {
        "loan_terms_principal": np.minimum(x["requested"], 2_000_000),
        "loan_terms_months": months,
        "loan_terms_base_rate": _objects(_texts(_RATES[:3]))[term],
        "loan_terms_annual_rate": _annual_rate(np.array(_RATES)[term] + x["uplift"]),
        "loan_terms_interest_share": _objects(("0/1", "1/1"))[x["micro_profit"].view(np.int8)],
    }
    return answered("loan_terms", values, no)


def loan_extension(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the terms of extensions."""
    ready = frame.lazy().with_columns(_granted=pl.min_horizontal(c("extension"), 12))
    ready = ready.with_columns(_total=c("months") + c("_granted"))
    no = {
        "not-asked": ~c("asked"),
        "extended-before": c("extended_before"),
        "overdue": c("due_on") < DAY,
        "no-consent": ~c("guarantor_agrees"),
        "uplift-too-high": c("uplift") > 0,
    }
    later = c("due_on") >= _CHANGED
    changed = pl.when(later).then(_by_term(c("_total"), _RATES_2004))
    rate = changed.otherwise(_by_term(c("_total"), _RATES))
    text = pl.when(later).then(_by_term(c("_total"), _texts(_RATES_2004)))
    values = {
        "loan_extension_months": c("_granted"),
        "loan_extension_base_rate": text.otherwise(_by_term(c("_total"), _texts(_RATES))),
        "loan_extension_annual_rate": ratio(rate + c("uplift"), pl.lit(_WHOLE)),
        "loan_extension_interest_share": pl.lit("0/1"),
    }
    return finished(ready, "loan_extension", values, no, frame.columns)


def loan_extension_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the terms of extensions by NumPy."""
    x = arrays(frame, {})
    granted = np.minimum(x["extension"], 12)
    term = np.searchsorted(_ENDS, x["months"] + granted)
    later = (x["due_on"] >= days(_CHANGED)).astype(np.int8)
    no = {
        "not-asked": ~x["asked"],
        "extended-before": x["extended_before"],
        "overdue": x["due_on"] < days(DAY),
        "no-consent": ~x["guarantor_agrees"],
        "uplift-too-high": x["uplift"] > 0,
    }
    rates = np.array((_RATES, _RATES_2004))
    texts = np.array((_texts(_RATES), _texts(_RATES_2004)), dtype=object)
    values = {
        "loan_extension_months": granted,
        "loan_extension_base_rate": texts[later, term],
        "loan_extension_annual_rate": _annual_rate(rates[later, term] + x["uplift"]),
        "loan_extension_interest_share": np.array("0/1", dtype=object),
    }
    return answered("loan_extension", values, no)


def enterprise_loan(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the terms of loans to small enterprises in 2006."""
    ready = frame.lazy().with_columns(
        _months=pl.min_horizontal(c("months"), 24),
        _principal=pl.min_horizontal(c("requested"), 100_000_000),
    )
    no = {
        "too-few-hired": c("hired") * 10 < c("staff") * 3,
        "contract-too-short": c("contract_months") < 12,
        "government-guarantee": c("government_guarantee"),
    }
    rate = _by_term(c("_months"), _RATES_2006)
    values = {
        "principal": c("_principal"),
        "months": c("_months"),
        "base_rate": _by_term(c("_months"), _texts(_RATES_2006)),
        "annual_rate": ratio(rate + c("uplift"), pl.lit(_WHOLE)),
        "interest_share": pl.lit("1/2"),
        "central_share": pl.lit("1/2"),
        "handling_fee": (c("_principal") + 100) // 200,
    }
    named = {f"enterprise_loan_{name}": value for name, value in values.items()}
    return finished(ready, "enterprise_loan", named, no, frame.columns)


def enterprise_loan_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the terms of loans to small enterprises in 2006 by NumPy."""
    x = arrays(frame, {})
    months = np.minimum(x["months"], 24)
    principal = np.minimum(x["requested"], 100_000_000)
    term = np.searchsorted(_ENDS[:2], months)
    half = np.array("1/2", dtype=object)
    no = {
        "too-few-hired": x["hired"] * 10 < x["staff"] * 3,
        "contract-too-short": x["contract_months"] < 12,
        "government-guarantee": x["government_guarantee"],
    }
    values = {
        "principal": principal,
        "months": months,
        "base_rate": _objects(_texts(_RATES_2006))[term],
        "annual_rate": _annual_rate(np.array(_RATES_2006)[term] + x["uplift"]),
        "interest_share": half,
        "central_share": half,
        "handling_fee": (principal + 100) // 200,
    }
    named = {f"enterprise_loan_{name}": value for name, value in values.items()}
    return answered("enterprise_loan", named, no)


def micro_profit(frame: pl.DataFrame) -> pl.DataFrame:
    """Tell which businesses are micro-profit projects."""
    no = {"not-listed": c("item") == "other", "not-in-community": ~c("in_community")}
    values = {"micro_profit": pl.lit(value=True)}
    return finished(frame.lazy(), "micro_profit", values, no, frame.columns)


def micro_profit_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Tell which businesses are micro-profit projects by NumPy."""
    listed = registers_loans.PROJECTS[:-1]
    x = arrays(frame, {"item": registers_loans.PROJECTS})
    no = {"not-listed": x["item"] >= len(listed), "not-in-community": ~x["in_community"]}
    return answered("micro_profit", {"micro_profit": np.full(len(frame), fill_value=True)}, no)


def _by_term(months: pl.Expr, values: Sequence[int | str]) -> pl.Expr:
    """Give the value of the tier of a term; the last one is of all longer terms."""
    *shorter, longest = values
    found = pl.lit(longest)
    for end, value in reversed([*zip(_ENDS, shorter, strict=False)]):
        found = pl.when(months <= end).then(pl.lit(value)).otherwise(found)
    return found


def _texts(rates: Sequence[int]) -> list[str]:
    return [str(Fraction(rate, _WHOLE)) for rate in rates]


def _objects(texts: Sequence[str]) -> Any:
    return np.array(texts, dtype=object)


def _annual_rate(rate: Any) -> Any:
    """Write rates, of which there are few."""
    least = rate.min()
    return _objects([f"{n}/{_WHOLE}" for n in range(least, rate.max() + 1)])[rate - least]


REFERENCES: Final = {
    "loan_terms": Reference(registers.applications, loan_terms, loan_terms_by_numpy),
    "loan_extension": Reference(
        registers_loans.extensions, loan_extension, loan_extension_by_numpy
    ),
    "enterprise_loan": Reference(
        registers_loans.firm_loans,
        enterprise_loan,
        enterprise_loan_by_numpy,
        day=date(2006, 7, 3),
    ),
    "micro_profit": Reference(registers_loans.projects, micro_profit, micro_profit_by_numpy),
}
