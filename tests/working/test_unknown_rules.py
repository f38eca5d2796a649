"""A rule without a known value, in the midst of a condition, over a column of days."""

from collections.abc import Callable
from datetime import date
from itertools import product
from typing import Final

import pytest
from made_up import CHECKED, DAYS, TOO_FEW, TOO_MANY, Shop, row

from gansu_reemployment.fact_model import Known
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.tables import rule_table, stated
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.protocol import Working


@rule_table("gap", checked=CHECKED)
class GapRules:
    """A rule with one value, known on the second of the days only."""

    norm: Rule[int] = stated("标准", "norm", row(date(2005, 1, 1), 2, date(2006, 1, 1)))
    always: Rule[int] = stated("下限", "least", row(date(2003, 1, 1), 2))


@measure("空档", "gap")
def gap(w: Working, shop: Shop[Known], rules: GapRules) -> int:
    """Compare facts with a value that is unknown on some days."""
    w.refuse(rules.always, shop.poor and shop.staff > w.use(rules.norm), TOO_MANY)
    w.refuse(rules.always, shop.new or shop.months > w.use(rules.norm), TOO_FEW)
    if shop.staff > w.use(rules.norm) and shop.months > 3:
        w.refuse(rules.always, shop.tax > Yuan(3), TOO_FEW)
    return shop.staff


ANSWERS: Final = (True, False, None)
NUMBERS: Final = (1, 5, None)


@pytest.mark.parametrize("engine", ["polars", "duckdb"])
def test_unknown_values_in_conditions(agree: Callable[..., None], engine: str) -> None:
    """What an unknown value leaves open is asked and refused as in a case."""
    rows = [
        {"day": day, "new": new, "poor": poor, "staff": staff, "months": months}
        | {"trade": "food", "tax": 500, "opened": date(2003, 1, 1)}
        for day, new, poor, staff, months in product(DAYS, ANSWERS, ANSWERS, NUMBERS, NUMBERS)
    ]
    agree(gap, rows, rules=GapRules(), only=[engine])
