"""The units of whole numbers and exact ratios in JSON (计量单位), by the names of the fields.

A name says its unit: ``months_used`` counts months. Every other number is listed here; a test
holds that no number of facts or results is without a unit.
"""

from collections.abc import Mapping
from typing import Any, Final

from gansu_reemployment.fact_model import FactField, Unit

_WORDS: Final[Mapping[str, str]] = {"months": "months", "years": "years", "days": "days"}
_RATIOS: Final[Mapping[str, str]] = {
    "base_rate": "share of 1 a year",
    "overdue_daily": "share of 1 a day",
    "overdue_multiple": "times the rate",
    "diverted_multiple": "times the rate",
    "weights": "weight",
    "weight": "weight",
    "values": "value of the factor",
    "scores": "points",
    "totals": "points",
    "at_least": "points",
    "most": "points",
    "forecast": "what the target counts",
}
_TARGET: Final = "what the target counts"
#: Fields whose name another field has for something else, by their Chinese terms.
_TERMS: Final[Mapping[str, str]] = {
    "贴息笔数": "loans",
    "已过月（天）数": "months or days",
    "年利率": "share of 1 a year",
}
_NUMBERS: Final[Mapping[str, str]] = {
    **dict.fromkeys(
        (
            *("enrolled", "passed", "placed", "partners", "hired", "staff", "surplus_staff"),
            *("staff_last_year", "all_new_hires", "employees", "original_staff", "workers"),
            *("employed_start", "employed_end", "newly_employed", "natural_loss", "registered"),
            *("unit_employed", "off_post", "private_owners", "sole_traders", "private_employed"),
            *("reemployed", "stock", "newly_laid_off", "entitled", "recorded", "older", "hires"),
            *("lacking", "excess"),
        ),
        "persons",
    ),
    **dict.fromkeys(("total", "lot", "floors", "caps", "fixed", "target", "done"), _TARGET),
    **dict.fromkeys(("allocation", "cells", "totals"), _TARGET),
    **dict.fromkeys(("planned", "worked"), "months of persons"),
    **dict.fromkeys(("place", "rank", "ranks"), "place in order, from 1"),
    "uplift": "basis points",
    "extension": "months",
    "month": "month of the year",
    "year": "calendar year",
    "quarter": "quarter of the year",
    "number": "number in order, from 1",
    "issued": "certificates",
    "points": "points",
    "parts": "months or days",
    "tolerance": "percentage points",
}


def unit_of(field: FactField, kind: Any) -> str:
    """Return the unit of a number of the type *kind* in a field.

    Raises:
        KeyError: a whole number whose unit no table names.
    """
    if field.zh in _TERMS:
        return _TERMS[field.zh]
    if kind is not int:
        named = _RATIOS.get(field.name)
        return named or ("number" if field.unit is Unit.NUMBER else "share of 1")
    words = field.name.split("_")
    return next((_WORDS[word] for word in words if word in _WORDS), "") or _NUMBERS[field.name]
