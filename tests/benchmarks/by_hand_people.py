"""The measures of persons by hand: certificate, “4050” classification, security levels."""

from datetime import date
from typing import Final

import numpy as np
import polars as pl
import registers
import registers_people
from by_hand import Arrays, Reference, answered, arrays, c, days, finished
from registers import ENTITLED

_GROUPS: Final = (*ENTITLED, "laid_off_collective", "none")
_SEXES: Final = ("female", "male")
_WOMEN: Final = date(1963, 7, 1)
_MEN: Final = date(1953, 7, 1)
#: Who was born by these days has reached 55 or 60, the ages at which everyone has retired.
_RETIRED_WOMEN: Final = date(1948, 7, 1)
_RETIRED_MEN: Final = date(1943, 7, 1)
#: A day on which the area of validity is known.
_LATER: Final = date(2006, 7, 1)
#: Each of these facts is the name of a refusal too.
_BARRED: Final = (
    "employed",
    "internally_retired",
    "licensed_before",
    "employed_before",
    "retired",
)


def hardship(frame: pl.DataFrame) -> pl.DataFrame:
    """Classify persons by Polars."""
    no = {
        "not-in-entitled-group": ~c("group").is_in(ENTITLED),
        "not-able": ~c("able"),
        "not-willing": ~c("willing"),
        "employed": c("employed"),
        "retired": (c("born_on") <= _of_sex(_RETIRED_WOMEN, _RETIRED_MEN)) | c("retired"),
        "internally-retired": c("internally_retired"),
    }
    older = c("born_on") <= _of_sex(_WOMEN, _MEN)
    values = {"hardship": pl.when(older).then(pl.lit("older")).otherwise(pl.lit("general"))}
    asked = (
        *("group", "able", "willing", "employed"),
        *("sex", "born_on", "retired", "internally_retired"),
    )
    return finished(frame.lazy(), "hardship", values, no, asked)


def _of_sex(women: date, men: date) -> pl.Expr:
    return pl.when(c("sex") == "female").then(pl.lit(women)).otherwise(pl.lit(men))


def hardship_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Classify persons by NumPy, where every fact is known."""
    x = arrays(frame, {"sex": _SEXES, "group": _GROUPS})
    women = x["sex"] == 0
    no = {
        "not-in-entitled-group": x["group"] >= len(ENTITLED),
        "not-able": ~x["able"],
        "not-willing": ~x["willing"],
        "employed": x["employed"],
        "retired": x["retired"]
        | (x["born_on"] <= np.where(women, days(_RETIRED_WOMEN), days(_RETIRED_MEN))),
        "internally-retired": x["internally_retired"],
    }
    older = x["born_on"] <= np.where(women, days(_WOMEN), days(_MEN))
    names = np.array(["general", "older"], dtype=object)
    return answered("hardship", {"hardship": names[older.astype(np.int8)]}, no)


def certificate(frame: pl.DataFrame) -> pl.DataFrame:
    """Say by Polars who is entitled to the certificate."""
    no = {
        "not-in-entitled-group": ~c("group").is_in(ENTITLED),
        "not-able": ~c("able"),
        "not-willing": ~c("willing"),
        **{name.replace("_", "-"): c(name) for name in _BARRED},
    }
    values = {
        "certificate_card": pl.lit("full"),
        "certificate_expiry_noted": pl.lit(value=False),
    }
    asked = ("group", "able", "willing", *_BARRED)
    return finished(frame.lazy(), "certificate", values, no, asked)


def certificate_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Say by NumPy who is entitled to the certificate."""
    x = arrays(frame, {"group": _GROUPS})
    no = {
        "not-in-entitled-group": x["group"] >= len(ENTITLED),
        "not-able": ~x["able"],
        "not-willing": ~x["willing"],
        **{name.replace("_", "-"): x[name] for name in _BARRED},
    }
    values = {
        "certificate_card": np.full(frame.height, "full", dtype=object),
        "certificate_expiry_noted": np.zeros(frame.height, dtype=bool),
    }
    return answered("certificate", values, no)


def certificate_use(frame: pl.DataFrame) -> pl.DataFrame:
    """Say by Polars which cards are valid where they are used, in 2006."""
    no = {
        "misused": c("misused"),
        "retired": c("retired"),
        "expired": c("expiry_noted") & (c("expires_on") < _LATER),
        "outside-area": ~c("local") & ~c("provincial"),
    }
    values = {"certificate_use": pl.lit(value=True)}
    asked = ("retired", "misused", "expiry_noted", "expires_on", "local", "provincial")
    return finished(frame.lazy(), "certificate_use", values, no, asked)


def certificate_use_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Say by NumPy which cards are valid where they are used, in 2006."""
    x = arrays(frame, {})
    no = {
        "misused": x["misused"],
        "retired": x["retired"],
        "expired": x["expiry_noted"] & (x["expires_on"] < days(_LATER)),
        "outside-area": ~x["local"] & ~x["provincial"],
    }
    return answered("certificate_use", {"certificate_use": np.ones(frame.height, dtype=bool)}, no)


def security_levels(frame: pl.DataFrame) -> pl.DataFrame:
    """Check the levels of the three lines by Polars."""
    no = {
        "benefit-not-below-minimum-wage": c("benefit") >= c("minimum_wage"),
        "benefit-not-above-allowance": c("benefit") <= c("allowance"),
    }
    values = {"security_levels": pl.lit(value=True)}
    asked = ("minimum_wage", "benefit", "allowance")
    return finished(frame.lazy(), "security_levels", values, no, asked)


def security_levels_by_numpy(frame: pl.DataFrame) -> Arrays:
    """Check the levels of the three lines by NumPy."""
    x = arrays(frame, {})
    no = {
        "benefit-not-below-minimum-wage": x["benefit"] >= x["minimum_wage"],
        "benefit-not-above-allowance": x["benefit"] <= x["allowance"],
    }
    return answered("security_levels", {"security_levels": np.ones(frame.height, dtype=bool)}, no)


REFERENCES: Final = {
    "hardship": Reference(registers.people, hardship, hardship_by_numpy),
    "certificate": Reference(registers_people.applicants, certificate, certificate_by_numpy),
    "certificate_use": Reference(
        registers_people.cards, certificate_use, certificate_use_by_numpy, day=_LATER
    ),
    "security_levels": Reference(
        registers_people.levels, security_levels, security_levels_by_numpy
    ),
}
