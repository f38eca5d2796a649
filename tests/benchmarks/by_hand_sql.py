"""Measures by hand in the SQL of DuckDB, over a table ``register`` of the register's rows."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final

from registers import ENTITLED


def query(
    measure: str, values: Mapping[str, str], no: Mapping[str, str], asked: Sequence[str]
) -> str:
    """Return a query of the values, and of why there are none: refusals, or unknown facts."""
    refused, missing = [f"no_{n}" for n in range(len(no))], [f"{name} IS NULL" for name in asked]
    marks = [f"{condition} AS {mark}" for condition, mark in zip(no.values(), refused, strict=True)]
    given = [f"CASE WHEN NOT (refused OR missing) THEN {v} END AS {n}" for n, v in values.items()]
    return f"""
WITH marked AS (SELECT {", ".join(["*", *marks])} FROM register),
known AS (
  SELECT *, {_any(f"coalesce({mark}, FALSE)" for mark in refused)} AS refused,
    {_any(missing)} AS missing
  FROM marked
)
SELECT * EXCLUDE ({", ".join([*refused, "refused", "missing"])}), {", ".join(given)},
  CASE WHEN refused THEN {_joined(no, refused)} WHEN missing THEN 'fact-missing' END
    AS {measure}_reasons,
  CASE WHEN missing THEN {_joined(asked, missing)} END AS {measure}_missing
FROM known"""  # noqa: S608 - of constants


def _any(conditions: Iterable[str]) -> str:
    return " OR ".join(conditions) or "FALSE"


def _joined(codes: Iterable[str], marks: Iterable[str]) -> str:
    texts = (f"CASE WHEN {at} THEN '{code}' END" for code, at in zip(codes, marks, strict=True))
    return f"concat_ws(';', {', '.join(['NULL', *texts])})"


def _by_tier(ends: Sequence[int], values: Sequence[int]) -> str:
    tiers = (f"WHEN income - losses <= {e} THEN {v}" for e, v in zip(ends, values, strict=False))
    return f"CASE {' '.join(tiers)} ELSE {values[-1]} END"


_ENDS: Final = (500_000, 1_000_000, 3_000_000, 5_000_000)
_RATE: Final = _by_tier(_ENDS, (5, 10, 20, 30, 35))
_DEDUCTION: Final = _by_tier(_ENDS, (0, 25_000, 125_000, 425_000, 675_000))

QUERIES: Final[Mapping[str, str]] = {
    "hardship": query(
        "hardship",
        {
            "hardship": "CASE WHEN born_on <= CASE WHEN sex = 'female' THEN DATE '1963-07-01' "
            "ELSE DATE '1953-07-01' END THEN 'older' ELSE 'general' END"
        },
        {
            "not-in-entitled-group": f'"group" NOT IN {ENTITLED}',
            "not-able": "NOT able",
            "not-willing": "NOT willing",
            "employed": "employed",
            "retired": "retired OR born_on <= CASE WHEN sex = 'female' THEN DATE '1948-07-01' "
            "ELSE DATE '1943-07-01' END",
            "internally-retired": "internally_retired",
        },
        (
            '"group"',
            "able",
            "willing",
            "employed",
            "sex",
            "born_on",
            "retired",
            "internally_retired",
        ),
    ),
    "collector": query(
        "collector",
        {
            "collector": "CASE WHEN tax = 'fees' THEN 'commerce' "
            "WHEN tax = 'enterprise_income_tax' AND registered_on >= DATE '2002-01-01' "
            "THEN 'state_tax' ELSE 'local_tax' END"
        },
        {},
        ("tax", "registered_on"),
    ),
    "guarantee_fee": query(
        "guarantee_fee",
        {
            "guarantee_fee_fee": "(principal + 50) // 100",
            "guarantee_fee_finance": "(principal + 50) // 100",
            "guarantee_fee_borrower": "CAST(0 AS BIGINT)",
        },
        {},
        ("principal",),
    ),
    "trader_income_tax": query(
        "trader_income_tax",
        {"trader_income_tax": f"((income - losses) * {_RATE} + 50) // 100 - {_DEDUCTION}"},
        {},
        ("income", "losses"),
    ),
}
