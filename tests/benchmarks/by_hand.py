"""What the rules written by hand share: how a result is finished in Polars and in NumPy.

A reference gives the very columns that the library gives, for the law of one day in one place.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import reduce
from importlib.util import find_spec
from operator import or_
from typing import Any, Final

import numpy as np
import polars as pl
from attrs import frozen
from numpy.dtypes import StringDType
from registers import DAY

Columns = Mapping[str, pl.Expr]
Arrays = dict[str, Any]
c = pl.col


@frozen
class Reference:
    """A measure written by hand, on the register that it is timed with.

    *polars* and *numpy* take the frame of the register; both are timed from there. *polars* gives
    the frame with the result's columns, *numpy* the same columns as arrays.
    """

    register: Callable[[int], pl.DataFrame]
    polars: Callable[[pl.DataFrame], pl.DataFrame]
    numpy: Callable[[pl.DataFrame], Arrays]
    day: date = DAY
    place: str = "天水市"

    @property
    def is_installed(self) -> bool:
        """Whether its law is there, which for one place is that of a plugin."""
        return self.place != "兰州市" or find_spec("gansu_reemployment_lanzhou") is not None


def finished(
    frame: pl.LazyFrame, measure: str, values: Columns, no: Columns, asked: Sequence[str]
) -> pl.DataFrame:
    """Add the values, and why there are none: refusals, or facts that nobody knows."""
    frame = frame.with_columns(
        **{f"no-{code}": at for code, at in no.items()},
        **{f"open-{name}": c(name).is_null() for name in asked},
    )
    refused = reduce(or_, (c(f"no-{code}") for code in no), pl.lit(value=False))
    missing = reduce(or_, (c(f"open-{name}") for name in asked), pl.lit(value=False))
    codes = [pl.when(c(f"no-{code}")).then(pl.lit(code)) for code in no]
    names = [pl.when(c(f"open-{name}")).then(pl.lit(name)) for name in asked]
    added: dict[str, pl.Expr] = {
        name: pl.when(~(refused | missing)).then(value) for name, value in values.items()
    }
    none = pl.lit(None, pl.String)
    added[f"{measure}_reasons"] = (
        pl.when(refused)
        .then(pl.concat_str(codes, separator=";", ignore_nulls=True) if codes else none)
        .when(missing)
        .then(pl.lit("fact-missing"))
    )
    added[f"{measure}_missing"] = pl.when(missing).then(
        pl.concat_str(names, separator=";", ignore_nulls=True) if names else none
    )
    scratch = [*(f"no-{code}" for code in no), *(f"open-{name}" for name in asked)]
    return frame.with_columns(**added).drop(scratch, "^_.*$").collect()


def ratio(part: pl.Expr, whole: pl.Expr) -> pl.Expr:
    """Write a ratio as the library does."""
    return pl.concat_str([part.cast(pl.String), pl.lit("/"), whole.cast(pl.String)])


def half_up(amount: Any, part: Any, whole: Any) -> Any:
    """Give a share of an amount, half up; for expressions and for arrays."""
    return (amount * part * 2 + whole) // (whole * 2)


# NumPy ----------------------------------------------------------------------------------

_TEXTS: Final = StringDType()


def arrays(frame: pl.DataFrame, codes: Mapping[str, Sequence[str]]) -> Arrays:
    """Give the columns as arrays: codes as their places in *codes*, days as days since 1970."""
    found = {}
    for name in frame.columns:
        column = frame[name]
        if name in codes:
            column = column.cast(pl.Enum(codes[name])).to_physical()
        found[name] = column.to_physical().to_numpy()
    return found


def ratios(part: Any, whole: Any) -> Any:
    """Write ratios of arrays as the library does."""
    return part.astype(_TEXTS) + "/" + whole.astype(_TEXTS)


def days(day: date) -> int:
    """Give a day as days since 1970."""
    return (day - date(1970, 1, 1)).days


def years_later(day: Any, years: Any) -> Any:
    """Give days so many years later; none of them is 29 February."""
    first = day.astype("datetime64[D]")
    month = first.astype("datetime64[M]")
    later = (month + 12 * years).astype("datetime64[D]") + (first - month.astype("datetime64[D]"))
    return later.astype(np.int64)


def years_of(day: Any) -> Any:
    """Give the years of days."""
    return day.astype("datetime64[Y]").astype(np.int64) + 1970


def months_of(day: Any) -> Any:
    """Give the months of days, from 1 to 12."""
    return day.astype("datetime64[M]").astype(np.int64) % 12 + 1


def answered(measure: str, values: Arrays, no: Arrays) -> Arrays:
    """Give each value as an array of objects, ``None`` where refused, and the joined reasons."""
    rows = len(next(iter([*values.values(), *no.values()])))
    bits = np.zeros(rows, dtype=np.int32)
    for n, at in enumerate(no.values()):
        bits |= np.asarray(at, dtype=np.int32) << n
    texts = _texts(tuple(no))
    good = bits == 0
    found = {
        name: np.where(good, value, None)
        if value.dtype == object
        else np.ma.array(value, mask=~good)
        for name, value in values.items()
    }
    return {**found, f"{measure}_reasons": texts[bits]}


def _texts(codes: tuple[str, ...]) -> Any:
    joined = [
        ";".join(code for n, code in enumerate(codes) if bits >> n & 1) or None
        for bits in range(1 << len(codes))
    ]
    return np.array(joined, dtype=object)
