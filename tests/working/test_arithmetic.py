"""The arithmetic of an explanation: the numbers that a result was computed from."""

from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import Any, Generic

import pytest
from attrs import frozen

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.fact_model import CheckedFacts, Known, U, fact
from gansu_reemployment.law.tables import rule_table
from gansu_reemployment.sheets import as_html, decision_sheet
from gansu_reemployment.testing.worked_cases import Vector, read_files
from gansu_reemployment.working.arithmetic import arithmetic
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import measure
from gansu_reemployment.working.outcome import Basis
from gansu_reemployment.working.protocol import Working
from gansu_reemployment.working.traced import formatted, plain, traced

FOLDER = Path(__file__).parents[1] / "vectors"
#: Its parts are cases of another measure, which are evaluated apart.
OF_PARTS = "insurance_claim"


VECTORS = list(read_files(sorted(FOLDER.glob("*.toml"))))


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v.measure.name}: {v.name}")
def test_every_decided_case_has_its_arithmetic(vector: Vector) -> None:
    """The same rows of law lead to the same value and the same steps."""
    outcome = vector.run().outcome
    if outcome.status != "decided" or vector.measure.name == OF_PARTS:
        return
    found = arithmetic(outcome)
    assert found.result == outcome.value
    steps: dict[str, list[Any]] = {}
    for step in outcome.steps:
        steps.setdefault(step.label, []).append(step.value)
    assert steps == {label: list(values) for label, values in found.steps.items()}


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (traced(Yuan(120)) * 3, "= 120.00 yuan × 3"),
        (traced(Yuan(100)).share(Fraction(1, 3)), "≈ 100.00 yuan × 1/3"),
        (traced(Yuan(90)).share(Fraction(1, 3)), "= 90.00 yuan × 1/3"),
        (traced(Yuan(9)) - (traced(Yuan(3)) - Yuan(1)), "= 9.00 yuan − (3.00 yuan − 1.00 yuan)"),
        ((traced(Yuan(90)) + Yuan(30)) * traced(2), "= (90.00 yuan + 30.00 yuan) × 2"),
        (traced(12) * 2 + 3, "= 12 × 2 + 3"),
        (5 - traced(2), "= 5 − 2"),
        (traced(Fraction(3, 4)) / 3, "= 75% ÷ 3"),
        (traced(Yuan(9)).over(Yuan(10)), "= 9.00 yuan ÷ 10.00 yuan"),
        (sum([traced(Yuan(1)), traced(Yuan(2))], Yuan(0)), "= 1.00 yuan + 2.00 yuan"),
    ],
    ids=str,
)
def test_expression(value: Any, text: str) -> None:
    """An expression has its brackets, and says where it was rounded."""
    assert formatted(value, "en") == text
    assert type(plain(value)) in (Yuan, int, Fraction)


@pytest.mark.parametrize(
    "value",
    [
        traced(Yuan(9)),
        traced(Yuan(9)) + Yuan(0),
        traced(Yuan(9)) * 1,
        traced(Yuan(9)) - Yuan(0),
        sum([traced(Yuan(9)), Yuan(0)], Yuan(0)),
        "text",
        True,
    ],
    ids=str,
)
def test_what_changes_nothing_is_no_expression(value: Any) -> None:
    """A number that was only read, or to which zero was added, was not computed."""
    assert formatted(traced(value), "en") is None


def test_a_longer_expression_explains_nothing() -> None:
    """Beyond a line the value alone is shown."""
    assert formatted(sum([traced(Yuan(n)) for n in range(1, 40)], Yuan(0)), "en") is None


def test_explanation_page_and_sheet_have_it() -> None:
    """A third of a year's wage is rounded: each form shows from what, and that it was."""
    vector = next(v for v in VECTORS if v.measure.name == "post_subsidy_cap")
    outcome = vector.run().outcome
    wanted = "353.33元 ≈ 16,960.00元 × 25% ÷ 12"
    assert wanted in outcome.explain(arithmetic=True)
    assert wanted not in outcome.explain()
    assert wanted in outcome.to_html()
    assert wanted in as_html(decision_sheet(outcome))


def test_a_case_that_is_not_decided_has_none() -> None:
    """A refusal is explained by its conditions."""
    facts = {"sex": "男", "born_on": "1990-01-01"}
    outcome = Bureau.of("天水市").hardship(facts, on=date(2003, 7, 1))
    assert outcome.status != "decided"
    assert arithmetic(outcome).result is None


def test_arithmetic_of_a_schedule_is_left_out_in_time() -> None:
    """Each instalment is computed from the one before, twice over: no such text is begun."""
    number = traced(1)
    for _period in range(240):
        number = number + number
    assert formatted(number, "en") is None


@frozen(kw_only=True, slots=False)
class Expenses(CheckedFacts, Generic[U]):
    """Amounts that are paid, or not."""

    paid: bool | U = fact("予以支付", "paid")
    amounts: tuple[Yuan, ...] | U = fact("金额", "amounts")


@rule_table("expenses", checked=date(2026, 11, 28))
class NoRules:
    """A table without a rule."""


@measure("支出", "expenses")
def expenses(w: Working, asked: Expenses[Known], _rules: NoRules) -> Yuan:
    """Add up the amounts before it is known whether they are paid."""
    total = w.total(asked.amounts)
    return total if asked.paid else Yuan(0)


@pytest.mark.parametrize(
    ("asked", "text"),
    [
        (Expenses(paid=False), None),
        (Expenses(paid=True, amounts=(Yuan(1), Yuan(2))), "= 1.00 yuan + 2.00 yuan"),
    ],
)
def test_unknown_amounts_that_do_not_matter(asked: Expenses, text: str | None) -> None:
    """A case that is decided without its amounts has no arithmetic of them."""
    case = CaseWorking(date(2003, 7, 1), Basis(expenses))
    outcome = expenses.work(case, case.read(asked), NoRules())
    assert outcome.value == plain(arithmetic(outcome).result)
    assert text == arithmetic(outcome).of_field("", "en")
