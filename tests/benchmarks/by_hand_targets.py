"""The indicators and the progress of targets by hand; none of them refuses anything."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial
from typing import Final

import numpy as np
import polars as pl
import registers_targets as registers
from by_hand import Arrays, Reference, answered, arrays, c, finished, ratio, ratios

#: A day on which the counts of employment are told apart.
_LATER: Final = date(2004, 7, 1)
_FORCE: Final = ("unit_employed", "off_post", "private_owners", "sole_traders", "private_employed")
_SHORT_FORCE: Final = ("unit_employed", "private_employed")

Register = Callable[[int], pl.DataFrame]


def _told(frame: pl.DataFrame, measure: str, values: Mapping[str, pl.Expr]) -> pl.DataFrame:
    """Finish a measure that needs every fact."""
    named = {f"{measure}_{name}": value for name, value in values.items()}
    return finished(frame.lazy(), measure, named, {}, frame.columns)


def progress(frame: pl.DataFrame) -> pl.DataFrame:
    """Compare what is done with the time elapsed by Polars."""
    done = c("done") * c("parts") * 100
    expected = c("passed") * c("target") * 100
    room = c("tolerance") * c("target") * c("parts")
    late = pl.when(done + room < expected).then(pl.lit("behind")).otherwise(pl.lit("on_time"))
    values = {
        "share": ratio(c("done"), c("target")),
        "elapsed": ratio(c("passed"), c("parts")),
        "forecast": ratio(c("done") * c("parts"), c("passed")),
        "mark": pl.when(done > expected + room).then(pl.lit("ahead")).otherwise(late),
    }
    return _told(frame, "progress", values)


def progress_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Compare what is done with the time elapsed by NumPy."""
    x = arrays(frame, {})
    done = x["done"] * x["parts"] * 100
    expected = x["passed"] * x["target"] * 100
    room = x["tolerance"] * x["target"] * x["parts"]
    marks = np.array(["behind", "on_time", "ahead"], dtype=object)
    place = (done + room >= expected).astype(np.int8) + (done > expected + room)
    values = {
        "progress_share": ratios(x["done"], x["target"]),
        "progress_elapsed": ratios(x["passed"], x["parts"]),
        "progress_forecast": ratios(x["done"] * x["parts"], x["passed"]),
        "progress_mark": marks[place],
    }
    return answered("progress", values, {})


def difference(measure: str, more: str, less: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Give one count less another by Polars."""
    return finished(frame.lazy(), measure, {measure: c(more) - c(less)}, {}, frame.columns)


def difference_by_numpy(measure: str, more: str, less: str, frame: pl.DataFrame) -> Arrays:
    """Give one count less another by NumPy."""
    x = arrays(frame, {})
    return answered(measure, {measure: x[more] - x[less]}, {})


def unemployment(measure: str, parts: tuple[str, ...], frame: pl.DataFrame) -> pl.DataFrame:
    """Give a registered unemployment rate by Polars."""
    whole = pl.sum_horizontal(*parts, "registered")
    return finished(
        frame.lazy(), measure, {measure: ratio(c("registered"), whole)}, {}, frame.columns
    )


def unemployment_by_numpy(measure: str, parts: tuple[str, ...], frame: pl.DataFrame) -> Arrays:
    """Give a registered unemployment rate by NumPy."""
    x = arrays(frame, {})
    whole = sum((x[name] for name in parts), x["registered"])
    return answered(measure, {measure: ratios(x["registered"], whole)}, {})


def reemployment_rate(frame: pl.DataFrame) -> pl.DataFrame:
    """Give the re-employment rate on the stated base by Polars."""
    flow = c("base") == "flow"
    whole = pl.when(flow).then(c("stock") + c("newly_laid_off")).otherwise(c("stock"))
    values = {"reemployment_rate": ratio(c("reemployed"), whole)}
    return finished(frame.lazy(), "reemployment_rate", values, {}, frame.columns)


def reemployment_rate_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Give the re-employment rate on the stated base by NumPy."""
    x = arrays(frame, {"base": registers.BASES})
    whole = x["stock"] + np.where(x["base"] == 0, x["newly_laid_off"], 0)
    return answered("reemployment_rate", {"reemployment_rate": ratios(x["reemployed"], whole)}, {})


def coverage(measure: str, part: str, whole: str, frame: pl.DataFrame) -> pl.DataFrame:
    """Give by Polars how far everyone is reached."""
    values = {
        "rate": ratio(c(part), c(whole)),
        "lacking": pl.max_horizontal(c(whole) - c(part), 0),
        "excess": pl.max_horizontal(c(part) - c(whole), 0),
        "complete": c(part) == c(whole),
    }
    return _told(frame, measure, values)


def coverage_by_numpy(measure: str, part: str, whole: str, frame: pl.DataFrame) -> Arrays:
    """Give by NumPy how far everyone is reached."""
    x = arrays(frame, {})
    values = {
        f"{measure}_rate": ratios(x[part], x[whole]),
        f"{measure}_lacking": np.maximum(x[whole] - x[part], 0),
        f"{measure}_excess": np.maximum(x[part] - x[whole], 0),
        f"{measure}_complete": x[part] == x[whole],
    }
    return answered(measure, values, {})


def _difference(register: Register, measure: str, more: str, less: str) -> Reference:
    polars = partial(difference, measure, more, less)
    numpy = partial(difference_by_numpy, measure, more, less)
    return Reference(register, polars, numpy, _LATER)


def _unemployment(register: Register, measure: str, parts: tuple[str, ...]) -> Reference:
    polars = partial(unemployment, measure, parts)
    return Reference(register, polars, partial(unemployment_by_numpy, measure, parts))


def _coverage(register: Register, measure: str, part: str, whole: str) -> Reference:
    polars = partial(coverage, measure, part, whole)
    return Reference(register, polars, partial(coverage_by_numpy, measure, part, whole))


REFERENCES: Final = {
    "progress": Reference(registers.counts, progress, progress_by_numpy),
    "net_new_jobs": _difference(
        registers.employed, "net_new_jobs", "employed_end", "employed_start"
    ),
    "new_jobs": _difference(registers.moves, "new_jobs", "newly_employed", "natural_loss"),
    "unemployment_rate": _unemployment(registers.labour_force, "unemployment_rate", _FORCE),
    "short_unemployment_rate": _unemployment(
        registers.short_labour_force, "short_unemployment_rate", _SHORT_FORCE
    ),
    "reemployment_rate": Reference(
        registers.reemployed, reemployment_rate, reemployment_rate_by_numpy
    ),
    "issue_rate": _coverage(registers.certificates, "issue_rate", "issued", "entitled"),
    "ledger_rate": _coverage(registers.ledgers, "ledger_rate", "recorded", "older"),
}
