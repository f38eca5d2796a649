"""The same measures by hand-written Polars expressions, and one NumPy kernel, for comparison.

Each gives the very columns that the library gives, for the law of one day in one place.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import reduce
from operator import or_
from typing import Any, Final

import numpy as np
import polars as pl
from registers import DAY, ENTITLED

Codes = Mapping[str, pl.Expr]
c = pl.col
_MOST: Final = 10**13


def _finished(
    frame: pl.LazyFrame, measure: str, values: Codes, no: Codes, asked: Sequence[str]
) -> pl.DataFrame:
    """Add the values, and why there are none: refusals, or facts that nobody knows."""
    frame = frame.with_columns(
        **{f"no-{code}": at for code, at in no.items()},
        **{f"open-{name}": c(name).is_null() for name in asked},
    )
    refused = reduce(or_, (c(f"no-{code}") for code in no))
    missing = reduce(or_, (c(f"open-{name}") for name in asked))
    codes = [pl.when(c(f"no-{code}")).then(pl.lit(code)) for code in no]
    names = [pl.when(c(f"open-{name}")).then(pl.lit(name)) for name in asked]
    added: dict[str, pl.Expr] = {
        name: pl.when(~(refused | missing)).then(value) for name, value in values.items()
    }
    added[f"{measure}_reasons"] = (
        pl.when(refused)
        .then(pl.concat_str(codes, separator=";", ignore_nulls=True))
        .when(missing)
        .then(pl.lit("fact-missing"))
    )
    added[f"{measure}_missing"] = pl.when(missing).then(
        pl.concat_str(names, separator=";", ignore_nulls=True)
    )
    scratch = [*(f"no-{code}" for code in no), *(f"open-{name}" for name in asked)]
    return frame.with_columns(**added).drop(scratch, "^_.*$").collect()


def loan_terms(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the terms of single borrowers' loans."""
    ready = frame.lazy().with_columns(_months=pl.min_horizontal(c("months"), 24))
    part = pl.when(c("_months") <= 6).then(63).when(c("_months") <= 12).then(531).otherwise(549)
    whole = pl.when(c("_months") <= 6).then(1250).otherwise(10000)
    no = {
        "over-age": c("born_on") <= date(1942, 7, 1),
        "no-certificate": ~c("certified"),
        "not-healthy": ~c("healthy"),
        "not-creditworthy": ~c("creditworthy"),
        "not-skilled": ~c("skilled"),
        "own-funds-enough": ~c("own_funds_short"),
        "wrong-purpose": ~c("purpose").is_in(["working_capital", "starting"]),
        "not-recommended": ~c("recommended"),
        "not-examined": ~c("examined"),
        "not-guaranteed": ~c("guaranteed"),
        "uplift-too-high": c("uplift") > 0,
    }
    values = {
        "loan_terms_principal": pl.min_horizontal(c("requested"), 2_000_000),
        "loan_terms_months": c("_months"),
        "loan_terms_base_rate": _ratio(part, whole),
        "loan_terms_annual_rate": _ratio(part * 10000 + c("uplift") * whole, whole * 10000),
        "loan_terms_interest_share": pl.when(c("micro_profit"))
        .then(pl.lit("1/1"))
        .otherwise(pl.lit("0/1")),
    }
    return _finished(ready, "loan_terms", values, no, frame.columns)


def insurance_subsidy(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the subsidy of those whom service and retail enterprises hired."""
    left = pl.max_horizontal(36 - c("months_used"), 0)
    floor = (c("average_wage") * 6 + 500) // 1000 * 100
    cap = (c("average_wage") * 6 + 100) // 200 * 100
    ready = frame.lazy().with_columns(
        _base=pl.min_horizontal(pl.max_horizontal(c("wage"), floor), cap),
        _months=pl.min_horizontal(c("months"), c("contract_years") * 12, left),
    )
    ready = ready.with_columns(
        _pension=(c("_base") * 2 + 5) // 10 * c("_months"),
        _unemployment=(c("_base") * 2 + 50) // 100 * c("_months"),
    )
    own = (c("_base") * 14 + 100) // 200 + (c("_base") * 2 + 100) // 200
    values = {
        "base": c("_base"),
        "pension": c("_pension"),
        "medical": pl.lit(0, pl.Int64),
        "unemployment": c("_unemployment"),
        "total": c("_pension") + c("_unemployment"),
        "own": own * c("_months"),
        "months": c("_months"),
        "extended_months": pl.lit(0, pl.Int64),
    }
    no = {
        "retired": c("retired"),
        "not-in-entitled-group": ~c("group").is_in(ENTITLED),
        "employer-not-covered": ~c("employer").is_in(["service", "retail"]),
        "not-a-new-post": ~c("new_post"),
        "contract-too-short": c("contract_years") < 3,
        "months-used-up": left == 0,
    }
    asked = [name for name in frame.columns if name != "hardship"]
    named = {f"insurance_subsidy_{name}": value for name, value in values.items()}
    return _finished(ready, "insurance_subsidy", named, no, asked)


_TAXES: Final = (
    "business_tax",
    "construction_tax",
    "education_surcharge",
    "enterprise_income_tax",
    "individual_income_tax",
)
_NOT_NEW: Final = (
    "merger", "split", "restructuring", "reorganisation", "expansion", "relocation",
    "change_of_product", "new_members", "change_of_superior", "change_of_name",
)  # fmt: skip


def tax_relief(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the relief of enterprises that hire."""
    kind = c("enterprise")
    new, service = kind.str.starts_with("new"), kind.str.ends_with("service")
    began = pl.when(c("stage") == "approval").then(DAY).otherwise(c("began_on"))
    ready = frame.lazy().with_columns(
        _new=new,
        _service=service,
        _whole=pl.when(new).then(c("staff")).otherwise(c("staff_last_year") + c("all_new_hires")),
        _first=pl.max_horizontal(began, date(2003, 1, 1)),
    )
    ready = ready.with_columns(
        _reached=c("hired") * 10 >= c("_whole") * 3,
        _last=c("_first").dt.offset_by("3y").dt.offset_by("-1d"),
    )
    exempt = c("_new") & c("_reached")
    parts = dict.fromkeys(_TAXES[1:3], pl.when(exempt).then(1).otherwise(0))
    parts["business_tax"] = pl.when(exempt & c("_service")).then(1).otherwise(0)
    parts["individual_income_tax"] = pl.lit(0)
    below = pl.when(c("_new")).then(c("hired") * 2).otherwise(0)
    parts["enterprise_income_tax"] = (
        pl.when(exempt).then(1).when(c("_reached")).then(3).otherwise(below)
    )
    whole = (
        pl.when(exempt)
        .then(1)
        .when(c("_reached"))
        .then(10)
        .otherwise(pl.when(c("_new")).then(c("_whole")).otherwise(10))
    )
    ready = ready.with_columns(
        **{f"_part_{tax}": part.cast(pl.Int64) for tax, part in parts.items()}, _of=whole
    )
    part, of = c("_part_enterprise_income_tax"), c("_of")
    relief = {tax: c(tax) * c(f"_part_{tax}") for tax in _TAXES}
    relief["enterprise_income_tax"] = (c("enterprise_income_tax") * part * 2 + of) // (of * 2)
    ready = ready.with_columns(**{f"_relief_{tax}": value for tax, value in relief.items()})
    share = {tax: _ratio(c(f"_part_{tax}"), pl.lit(1)) for tax in _TAXES}
    share["enterprise_income_tax"] = _ratio(part, of)
    values = {
        "staff_share": _ratio(c("hired"), c("_whole")),
        **{f"share_{tax}": share[tax] for tax in _TAXES},
        **{f"relief_{tax}": c(f"_relief_{tax}") for tax in _TAXES},
        **{f"payable_{tax}": c(tax) - c(f"_relief_{tax}") for tax in _TAXES},
        "years": pl.lit(3, pl.Int64),
        "first_day": c("_first"),
        "last_day": c("_last"),
        "next_threshold": pl.when(~c("_reached")).then(pl.lit("3/10")),
    }
    barred = ["advertising", "sauna", "massage", "internet_cafe", "oxygen_bar"]
    wholesale = ["wholesale", "mixed_commerce", "other_commerce"]
    no = {
        "excluded-trade": (c("_service") & c("trade").is_in(barred))
        | (~c("_service") & c("trade").is_in(wholesale)),
        "no-separate-accounts": c("mixed") & ~c("separate_accounts"),
        "not-new": c("_new") & c("formation").is_in(_NOT_NEW),
        "contract-too-short": c("contract_years") < 3,
        "approved-too-late": c("_first") > date(2005, 12, 31),
        "not-begun": c("_first") > DAY,
        "term-over": c("_last") < DAY,
    }
    asked = [name for name in frame.columns if name != "employees"]
    named = {f"tax_relief_{name}": value for name, value in values.items()}
    return _finished(ready, "tax_relief", named, no, asked)


def _ratio(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    return pl.concat_str([part.cast(pl.String), pl.lit("/"), whole.cast(pl.String)])


def numpy_columns(frame: pl.DataFrame) -> dict[str, Any]:
    """Give persons as the NumPy kernel takes them: groups and sexes as small numbers."""
    return {
        "female": (frame["sex"] == "female").to_numpy(),
        "group": frame["group"]
        .cast(pl.Enum([*ENTITLED, "laid_off_collective", "none"]))
        .to_physical()
        .to_numpy(),
        "able": frame["able"].to_numpy(),
        "willing": frame["willing"].to_numpy(),
        "employed": frame["employed"].to_numpy(),
        "born_on": frame["born_on"].to_physical().to_numpy(),
    }


#: The class of each person as a code, -1 where refused, and the refusals as the bits of a number.
_CODES: Final = ("not-in-entitled-group", "not-able", "not-willing", "employed")
_REASONS: Final = np.array(
    [";".join(code for n, code in enumerate(_CODES) if bits >> n & 1) for bits in range(16)],
    dtype=object,
)


def hardship_by_numpy(columns: Mapping[str, Any]) -> tuple[Any, Any]:
    """Classify by NumPy: the class as a text, and the joined reasons, as Python objects."""
    women, men = (
        (date(1963, 7, 1) - date(1970, 1, 1)).days,
        (date(1953, 7, 1) - date(1970, 1, 1)).days,
    )
    bits = (
        (columns["group"] >= len(ENTITLED)).astype(np.int8)
        | (~columns["able"]).astype(np.int8) << 1
        | (~columns["willing"]).astype(np.int8) << 2
        | columns["employed"].astype(np.int8) << 3
    )
    older = columns["born_on"] <= np.where(columns["female"], women, men)
    names = np.array(["general", "older", None], dtype=object)
    return names[np.where(bits == 0, older, 2)], _REASONS[bits]
