"""When somebody last compared rows of law with their sources (核对日期).

The day stands once for all rules of a group, which is the first part of their paths; whoever
compares the rows of a group anew writes the new day here. A rule may state a day of its own.
"""

from collections.abc import Mapping
from datetime import date
from types import MappingProxyType
from typing import Final

_ALL: Final = date(2026, 11, 23)

#: The day of the last comparison, by the first part of a path.
CHECKS: Final[Mapping[str, date]] = MappingProxyType(
    {
        "accrual": _ALL,
        "assessment": _ALL,
        "best_relief": _ALL,
        "breakdown": _ALL,
        "candidates": _ALL,
        "certificate": _ALL,
        "collection_offset": _ALL,
        "collector": _ALL,
        "enterprise_loan": _ALL,
        "extension": _ALL,
        "fee_relief": _ALL,
        "fixed_deduction": _ALL,
        "guarantee": _ALL,
        "hardship": _ALL,
        "income_tax": _ALL,
        "indicators": _ALL,
        "instalments": _ALL,
        "insurance": _ALL,
        "interest": _ALL,
        "labour_service_relief": _ALL,
        "loan": _ALL,
        "micro_profit": _ALL,
        "minimum_hourly_wage": _ALL,
        "minimum_wage": _ALL,
        "new_enterprise": _ALL,
        "ordered_relief": _ALL,
        "post": _ALL,
        "progress": _ALL,
        "rates": _ALL,
        "security": _ALL,
        "services": _ALL,
        "spinoff_relief": _ALL,
        "tasks": _ALL,
        "tax_relief": _ALL,
        "trader_income_tax": _ALL,
        "transfers": _ALL,
        "turnover_taxes": _ALL,
    }
)


def last_check(path: str) -> date | None:
    """Give the day on which the rows of the rule at *path* were last compared, if it is known."""
    return CHECKS.get(path.partition(".")[0])
