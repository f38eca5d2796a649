"""The subsidies by hand: insurance, posts, training.

The subsidy of placements is not among them: of no place is the standard known.
"""

from datetime import date
from typing import Any, Final

import numpy as np
import polars as pl
import registers_subsidies as registers
from by_hand import Arrays, Reference, answered, arrays, c, finished, half_up
from registers import ENTITLED

_TERM: Final = 36
_POST: Final = c("employer") == "public_post"
#: The groups of state enterprises come first.
_STATE: Final = ENTITLED[:3]
_GROUPS: Final = (*ENTITLED, "laid_off_collective", "none")
#: What a year in a public-service post brings in Chongqing from 2006 on, in fen.
_LADDER: Final = (100_000, 100_000, 100_000)
_POST_DAY: Final = date(2006, 7, 1)
#: The standards of Gansu from 2010 on, in fen, and what is paid for those not placed.
_STANDARDS: Final = {
    "skills": 30_000,
    "start_idea": 30_000,
    "start_firm": 130_000,
    "by_employer": 15_000,
}
_REDUCED: Final = {course: half_up(fen, 60, 100) for course, fen in _STANDARDS.items()}
_COURSE_DAY: Final = date(2010, 7, 1)


def _insurance(base: Any, months: Any) -> dict[str, Any]:
    """Give the amounts of the months granted, for expressions and for arrays."""
    pension, unemployment = half_up(base, 1, 5) * months, half_up(base, 1, 50) * months
    return {
        "pension": pension,
        "unemployment": unemployment,
        "total": pension + unemployment,
        "own": (half_up(base, 7, 100) + half_up(base, 1, 100)) * months,
    }


def insurance_subsidy(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the subsidy of whom enterprises hired, and of public-service posts, by Polars."""
    left = _TERM - c("months_used")
    limit = pl.when(_POST).then(left).otherwise(pl.min_horizontal(c("contract_years") * 12, left))
    wage = c("average_wage")
    floor, cap = half_up(wage, 3, 6_000) * 100, half_up(wage, 3, 1_200) * 100
    ready = frame.lazy().with_columns(
        _base=pl.min_horizontal(pl.max_horizontal(c("wage"), floor), cap),
        _months=pl.min_horizontal(c("months"), limit),
    )
    values = {
        "base": c("_base"),
        "medical": pl.lit(0, pl.Int64),
        **_insurance(c("_base"), c("_months")),
        "months": c("_months"),
        "extended_months": pl.lit(0, pl.Int64),
    }
    named = {f"insurance_subsidy_{name}": value for name, value in values.items()}
    return finished(ready, "insurance_subsidy", named, _insurance_refusals(), frame.columns)


def _insurance_refusals() -> dict[str, pl.Expr]:
    flexible = c("employer") == "flexible"
    hired = ~_POST & ~flexible
    group = c("group").is_in(_STATE)
    return {
        "retired": c("retired"),
        "employer-not-covered": ~c("employer").is_in(["service", "retail", "public_post"]),
        "not-in-entitled-group": ~flexible & ~group,
        "not-older-hard-to-employ": _POST & (c("hardship") != "older"),
        "not-a-new-post": hired & ~c("new_post"),
        "contract-too-short": hired & (c("contract_years") < 3),
        "months-used-up": c("months_used") >= _TERM,
    }


def insurance_subsidy_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the subsidy of whom enterprises hired, and of public-service posts, by NumPy."""
    codes = {"employer": registers.EMPLOYERS, "group": _GROUPS, "hardship": registers.KINDS}
    x = arrays(frame, codes)
    post = x["employer"] == registers.EMPLOYERS.index("public_post")
    left = _TERM - x["months_used"]
    limit = np.where(post, left, np.minimum(x["contract_years"] * 12, left))
    wage = x["average_wage"]
    floor, cap = half_up(wage, 3, 6_000) * 100, half_up(wage, 3, 1_200) * 100
    base, months = np.minimum(np.maximum(x["wage"], floor), cap), np.minimum(x["months"], limit)
    zero = np.zeros(frame.height, dtype=np.int64)
    values = {
        "base": base,
        "medical": zero,
        **_insurance(base, months),
        "months": months,
        "extended_months": zero,
    }
    named = {f"insurance_subsidy_{name}": value for name, value in values.items()}
    return answered("insurance_subsidy", named, _insurance_refusals_by_numpy(x, post))


def _insurance_refusals_by_numpy(x: Arrays, post: Any) -> Arrays:
    flexible = x["employer"] == registers.EMPLOYERS.index("flexible")
    hired = ~post & ~flexible
    group = x["group"] < len(_STATE)
    return {
        "retired": x["retired"],
        "employer-not-covered": x["employer"] >= registers.EMPLOYERS.index("flexible"),
        "not-in-entitled-group": ~flexible & ~group,
        "not-older-hard-to-employ": post & (x["hardship"] != registers.KINDS.index("older")),
        "not-a-new-post": hired & ~x["new_post"],
        "contract-too-short": hired & (x["contract_years"] < 3),
        "months-used-up": x["months_used"] >= _TERM,
    }


def post_subsidy(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the subsidy of months in public-service posts by Polars."""
    until, total = c("months_used") + c("months"), pl.lit(0, pl.Int64)
    for year, amount in enumerate(_LADDER):
        first = pl.max_horizontal(c("months_used"), 12 * year)
        months = pl.max_horizontal(pl.min_horizontal(until, 12 * year + 12) - first, 0)
        total += half_up(months, amount, 12)
    values = {
        "post_subsidy_monthly": half_up(c("_total"), 1, c("months")),
        "post_subsidy_total": c("_total"),
    }
    no = {
        "retired": c("retired"),
        "not-hard-to-employ": c("hardship") == "general",
        "contract-too-short": c("contract_years") < 1,
    }
    ready = frame.lazy().with_columns(_total=total)
    return finished(ready, "post_subsidy", values, no, frame.columns)


def post_subsidy_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the subsidy of months in public-service posts by NumPy."""
    x = arrays(frame, {"hardship": registers.KINDS})
    until, total = x["months_used"] + x["months"], np.zeros(frame.height, dtype=np.int64)
    for year, amount in enumerate(_LADDER):
        first = np.maximum(x["months_used"], 12 * year)
        months = np.maximum(np.minimum(until, 12 * year + 12) - first, 0)
        total += half_up(months, amount, 12)
    values = {
        "post_subsidy_monthly": half_up(total, 1, x["months"]),
        "post_subsidy_total": total,
    }
    no = {
        "retired": x["retired"],
        "not-hard-to-employ": x["hardship"] == registers.KINDS.index("general"),
        "contract-too-short": x["contract_years"] < 1,
    }
    return answered("post_subsidy", values, no)


def training_subsidy(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the subsidy of courses by Polars."""
    ready = frame.lazy().with_columns(
        _standard=_of_course(_STANDARDS), _reduced=_of_course(_REDUCED)
    )
    values = _training(
        c("_standard"), c("_reduced"), placed=c("placed"), unplaced=c("passed") - c("placed")
    )
    no = {"not-qualified": ~c("qualified")}
    return finished(ready, "training_subsidy", values, no, frame.columns)


def _of_course(amounts: dict[str, int]) -> pl.Expr:
    return c("course").replace_strict(amounts, return_dtype=pl.Int64, default=None)


def training_subsidy_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the subsidy of courses by NumPy."""
    x = arrays(frame, {"course": registers.COURSES})
    standard, reduced = (
        np.array([*amounts.values()])[x["course"]] for amounts in (_STANDARDS, _REDUCED)
    )
    unplaced = x["passed"] - x["placed"]
    values = _training(standard, reduced, placed=x["placed"], unplaced=unplaced)
    return answered("training_subsidy", values, {"not-qualified": ~x["qualified"]})


def _training(standard: Any, reduced: Any, *, placed: Any, unplaced: Any) -> dict[str, Any]:
    """Give the amounts of a course, for expressions and for arrays."""
    return {
        "training_subsidy_standard": standard,
        "training_subsidy_placed": standard * placed,
        "training_subsidy_unplaced": reduced * unplaced,
        "training_subsidy_total": standard * placed + reduced * unplaced,
    }


REFERENCES: Final = {
    "insurance_subsidy": Reference(registers.claims, insurance_subsidy, insurance_subsidy_by_numpy),
    "post_subsidy": Reference(
        registers.posts, post_subsidy, post_subsidy_by_numpy, _POST_DAY, "重庆市"
    ),
    "training_subsidy": Reference(
        registers.courses, training_subsidy, training_subsidy_by_numpy, _COURSE_DAY
    ),
}
