"""How many more hires reach the next step of the relief, and what they are worth (招用测算).

A firm and its tax office ask before the hiring is done. Whoever is hired adds to the staff as
well as to the hired, so five hires short of 30 per cent are more than five.

>>> from datetime import date
>>> from gansu_reemployment.measures.taxes.facts import Enterprise, EnterpriseKind, Trade
>>> from gansu_reemployment.money import Yuan
>>> firm = Enterprise(
...     enterprise=EnterpriseKind.NEW_SERVICE, trade=Trade.CATERING, hired=25, staff=100,
...     contract_years=3, business_tax=Yuan(50_000), enterprise_income_tax=Yuan(100_000),
... )
>>> result = needed_hires(CaseWorking(on=date(2003, 7, 1)), firm, ReliefRules()).value
>>> result.hires, result.worth
(8, Yuan('100000.00'))
"""

from collections.abc import Iterator
from datetime import date
from fractions import Fraction
from functools import partial
from typing import Any

from attrs import evolve, frozen

from gansu_reemployment.facts import Unknown, fact
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.taxes.facts import Enterprise, total
from gansu_reemployment.measures.taxes.tax_relief.amounts import hired_share, worked_relief
from gansu_reemployment.measures.taxes.tax_relief.rules import ReliefRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome


@frozen
class HireStep:
    """What so many further hires bring: all taxes of the period together, in yuan."""

    hires: int = fact("再招用人数", "further hires")
    share: Fraction = fact("招用比例", "share of staff")
    relief: Yuan = fact("减免税额", "relief")
    payable: Yuan = fact("应纳税额", "tax payable")


@frozen
class NeededHires:
    """The smallest number of further hires that reaches the next step, and what it is worth.

    *hires* is zero where no step is left. *steps* has a row for each number up to it.
    """

    hires: int = fact("尚需招用人数", "further hires needed")
    worth: Yuan = fact("少缴税额", "tax saved")
    steps: tuple[HireStep, ...] = fact("测算表", "table")


def needed_hires(w: CaseWorking, x: Enterprise, rules: ReliefRules) -> Outcome[NeededHires]:
    """Find how many more hires reach the next step of the relief (尚需招用人数).

    The taxes due are taken to stay as they are. For single cases only: it is a loop.
    """
    firm: Any = w.read(x)
    today = worked_relief(w, firm, rules, partial(hired_share, w, firm))
    steps = [] if type(today) is Unknown else list(_steps(w.on, x, rules))
    for step in steps:
        if type(step) is Unknown:
            return w.outcome(step)
    if not steps:
        return w.outcome(today)
    needed = w.step(_("further hires needed"), steps[-1].hires)
    worth = w.step(_("tax saved"), steps[0].payable - steps[-1].payable)
    return w.outcome(NeededHires(needed, worth, tuple(steps)))


def _steps(on: date, x: Enterprise, rules: ReliefRules) -> Iterator[Any]:
    """Give a row for each number of hires until no step is left, or what is unknown."""
    hires, step_left = 0, True
    while step_left:
        w = CaseWorking(on)
        firm = w.read(_after(x, hires))
        relief: Any = worked_relief(w, firm, rules, partial(hired_share, w, firm))
        if type(relief) is Unknown:
            yield relief
            return
        yield HireStep(hires, relief.staff_share, total(relief.relief), total(relief.payable))
        hires, step_left = hires + 1, relief.next_threshold is not None


def _after(x: Enterprise, hires: int) -> Enterprise:
    """Give the enterprise with so many more hires, each of whom adds to every count."""
    counts = ("hired", "staff", "all_new_hires", "employees")
    known = {name: getattr(x, name) for name in counts if getattr(x, name) is not None}
    return evolve(x, **{name: number + hires for name, number in known.items()})


NEEDED_HIRES: Measure[Enterprise, NeededHires] = Measure(
    "needed_hires",
    "招用人数测算",
    "hires to the next step",
    needed_hires,
    Enterprise,
    ReliefRules,
    columns=False,
)
