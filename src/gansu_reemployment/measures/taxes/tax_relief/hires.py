"""The number of further hires that reach the next step of the relief, and their worth (招用测算).

A firm and its tax office ask before the hiring is done. Each hire adds to the staff as well as
to the hired, so a firm that is five persons short of 30 per cent needs more than five hires.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import (
...     Enterprise, EnterpriseKind, Formation, Trade,
... )
>>> from gansu_reemployment.money import Yuan
>>> firm = Enterprise.in_order(
...     enterprise=EnterpriseKind.NEW_SERVICE, trade=Trade.CATERING, hired=25, staff=100,
...     contract_years=3, formation=Formation.SET_UP, mixed=False, approved_on=date(2003, 7, 1),
...     business_tax=Yuan(50_000), enterprise_income_tax=Yuan(100_000),
... )
>>> result = needed_hires(CaseWorking(on=date(2003, 7, 1)), firm, ReliefRules()).value
>>> result.hires, result.worth
(8, Yuan('100000.00'))
"""

from datetime import date
from fractions import Fraction
from math import ceil
from typing import Any, Final

from attrs import evolve, frozen

from gansu_reemployment.fact_model import Unknown, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.facts import EXISTING, Enterprise, total
from gansu_reemployment.measures.taxes.tax_relief.amounts import TaxRelief, relief_at
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.measures.taxes.tax_relief.shares import (
    hired_share,
    placed,
    whole_staff,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import CaseWorking, Incomplete, measure
from gansu_reemployment.working.records import whole
from gansu_reemployment.working.tabular import Tabular

#: About as many rows as a table has at most: a page of A4.
_MOST_STEPS: Final = 40


@frozen
class HireStep:
    """The relief with a number of further hires: all taxes of the period together, in yuan."""

    hires: int = result_field("再招用人数", "further hires")
    share: Fraction = result_field("招用比例", "share of staff")
    relief: Yuan = result_field("减免税额", "relief")
    payable: Yuan = result_field("应纳税额", "tax payable")


@frozen
class NeededHires(Tabular):
    """The smallest number of further hires that reaches the next step, and its worth.

    *hires* is zero where no step is left. *steps* has a row for each number up to it or, of
    many, for some at even distances; the last two rows are always one hire apart.
    """

    hires: int = result_field("尚需招用人数", "further hires needed")
    worth: Yuan = result_field("少缴税额", "tax saved")
    steps: tuple[HireStep, ...] = result_field("测算表", "table")


@measure("招用人数测算", "hires to the next step", columns=False)
def needed_hires(w: CaseWorking, firm: Enterprise, rules: ReliefRules) -> NeededHires:
    """Compute how many more hires reach the next step of the relief (尚需招用人数).

    The day of the law is one of the period of the taxes; the conditions are tested by the law of
    the day of approval.

    A case function: it computes the relief for one number of hires after the other. The taxes
    due are taken to stay as they are; in a spun-off entity the hires are surplus staff placed.
    """
    threshold = relief_of(w, firm, rules).next_threshold
    hires = 0 if threshold is None else hires_to(w, firm, threshold)
    steps = tuple(hire_step(w.on, firm, rules, number) for number in shown_numbers(hires))
    needed = w.step(_("further hires needed"), steps[-1].hires)
    worth = w.step(_("tax saved"), steps[0].payable - steps[-1].payable)
    return NeededHires(hires=needed, worth=worth, steps=steps)


def hires_to(w: CaseWorking, firm: Enterprise, threshold: Fraction) -> int:
    """Compute the smallest number of hires that reaches the *threshold* (尚需招用人数).

    Each hire adds to the persons placed and to the staff: with *n* hires the share is
    (placed + n) / (staff + n).
    """
    known = w.read(firm)
    short = threshold * whole_staff(w, known) - placed(w, known)
    return max(ceil(short / (1 - threshold)), 0)


def shown_numbers(hires: int) -> list[int]:
    """Return the numbers of hires that the table shows, up to *hires* (测算表各行)."""
    every = -(-max(hires - 1, 1) // _MOST_STEPS)
    return sorted({*range(0, hires, every), max(hires - 1, 0), hires})


def hire_step(on: date, firm: Enterprise, rules: ReliefRules, hires: int) -> HireStep:
    """Compute the row of a number of further hires (测算表行)."""
    relief = relief_of(CaseWorking(on), with_hires(firm, hires), rules)
    return HireStep(
        hires=hires,
        share=relief.staff_share,
        relief=total(relief.relief),
        payable=total(relief.payable),
    )


def relief_of(w: CaseWorking, firm: Enterprise, rules: ReliefRules) -> TaxRelief:
    """Compute the relief of *firm*.

    Raises:
        Incomplete: a fact that it needs is unknown.
    """
    known = w.read(firm)
    relief = relief_at(w, known, rules, hired_share(w, known))
    found: object = whole(relief)
    if isinstance(found, Unknown):
        raise Incomplete(*found.names)
    return relief


def with_hires(firm: Enterprise, hires: int) -> Enterprise:
    """Build the enterprise with more hires, each of whom adds to every count that matters."""
    whole, other = "staff", "all_new_hires"
    if firm.enterprise in EXISTING:
        whole, other = other, whole
    # The other box may be empty, that is zero, so that it would contradict the hires.
    counts: dict[str, Any] = {other: None}
    for name in ("hired", "surplus_staff", "employees", whole):
        number = getattr(firm, name)
        counts[name] = None if number is None else number + hires
    return evolve(firm, **counts)
