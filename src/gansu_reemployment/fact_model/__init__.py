"""Facts (事实) about a person or a firm, checked when the object is built.

A class of facts is a frozen attrs class whose fields are made by :func:`fact`. ``None`` means
unknown, never zero or no. :func:`describe` returns the names, the terms in both languages and
the types; registers and dataframes take their headings from them.
"""

from gansu_reemployment.fact_model.births import (
    OLDEST,
    Problem,
    birth_faults,
    birth_problem,
    births,
    problem_of,
)
from gansu_reemployment.fact_model.checked import CheckedFacts
from gansu_reemployment.fact_model.checks import (
    Check,
    NotBefore,
    at_most_one,
    born,
    each_not_negative,
    happened,
    not_negative,
    positive,
)
from gansu_reemployment.fact_model.fields import (
    KIND_NAMES,
    FactField,
    Unit,
    describe,
    fact,
    is_a,
    meaning,
    result_field,
    types_of,
)
from gansu_reemployment.fact_model.unknown import Known, U, Unknown

__all__ = [
    "KIND_NAMES",
    "OLDEST",
    "Check",
    "CheckedFacts",
    "FactField",
    "Known",
    "NotBefore",
    "Problem",
    "U",
    "Unit",
    "Unknown",
    "at_most_one",
    "birth_faults",
    "birth_problem",
    "births",
    "born",
    "describe",
    "each_not_negative",
    "fact",
    "happened",
    "is_a",
    "meaning",
    "not_negative",
    "positive",
    "problem_of",
    "result_field",
    "types_of",
]
