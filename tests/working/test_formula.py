"""Each construct of a formula means the same in a case, translated, and over columns."""

from collections.abc import Callable
from datetime import date
from inspect import unwrap
from random import Random
from types import SimpleNamespace
from typing import Any, Final

import pytest
from attrs import frozen
from made_up import (
    DAYS,
    TOO_FEW,
    TOO_MANY,
    Form,
    Shop,
    ShopRules,
    Trade,
    case,
    check_columns,
    check_plain,
    columns_of,
    shops,
)

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.formula import formula
from gansu_reemployment.working.measure import Measure, measure
from gansu_reemployment.working.protocol import Working

KNOWN: Final = shops(Random(7), 60, unknown=0)  # noqa: S311 - not for secrets
UNKNOWN: Final = shops(Random(8), 60, unknown=0.3)  # noqa: S311 - not for secrets
COMPARED: Final[list[Measure[Any, Any]]] = []


def compared(function: Callable[[Working, Shop[Known], ShopRules], Any]) -> Measure[Any, Any]:
    """Make a function a measure that is compared in every working."""
    made = measure("试", "test")(function)
    COMPARED.append(made)
    return made


@compared
def choices(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Use if, elif and else, with names assigned in every branch."""
    if shop.staff < w.use(rules.least):
        size = 1
        fee = shop.months
    elif shop.staff <= w.use(rules.most):
        size = 2
        fee = shop.months + 1
    else:
        size, fee = 3, 0
    return size * 100 + fee + size


@compared
def early_returns(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Return early from nested choices, and go on after those that do not return."""
    total = 0
    if shop.new:
        if shop.staff > w.use(rules.most):
            return -1
        total = 10
        if shop.poor:
            return total + shop.months
    if not shop.poor:
        total += 5
        return total
    w.refuse(rules.most, shop.months > w.use(rules.most), TOO_MANY)
    return total + shop.staff


@compared
def forms(w: Working, shop: Shop[Known], rules: ShopRules) -> Yuan:
    """Match the form of the law, exhaustively."""
    match w.use(rules.form):
        case Form.FLAT:
            return w.use(rules.limit)
        case Form.SHARE:
            return w.share(shop.tax, w.use(rules.share))
        case Form.NONE:
            return Yuan(0)


@compared
def trades(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Match a fact, values joined by | and a rest."""
    match shop.trade:
        case Trade.REPAIR | Trade.FOOD:
            fee = 1
            if shop.poor:
                return fee
        case _:
            fee = w.use(rules.least)
    return fee + shop.staff


@compared
def every_trade(_w: Working, shop: Shop[Known], _rules: ShopRules) -> int:
    """Match every member of a fact."""
    match shop.trade:
        case Trade.REPAIR:
            fee = 1
        case Trade.FOOD:
            fee = 2
        case Trade.BATHS:
            fee = 3
    return fee + fee


@compared
def decisions(w: Working, shop: Shop[Known], rules: ShopRules) -> bool:
    """Join conditions by and, or, not; the right side counts where the left has not decided."""
    large = shop.staff > w.use(rules.least)
    return (shop.new and large and not shop.poor) or (
        shop.trade in w.use(rules.trades) and shop.months != 4
    )


@compared
def comparisons(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Compare in a chain, and with dates and members."""
    if w.use(rules.least) <= shop.staff < w.use(rules.most):
        return 1
    if 0 < shop.months <= 4 and shop.opened >= w.use(rules.start):
        return 2
    return 3 if shop.trade == Trade.FOOD else 4


@compared
def members(w: Working, shop: Shop[Known], rules: ShopRules) -> bool:
    """Ask for members of a dated set and of a tuple."""
    if shop.trade not in w.use(rules.trades):
        return False
    return shop.staff in (1, 2, 9)


@compared
def extremes(w: Working, shop: Shop[Known], rules: ShopRules) -> Yuan:
    """Take the least and the most of several terms."""
    allowed = max(shop.staff, shop.months, 2) * 10
    limit = min(w.use(rules.limit) * shop.staff, shop.tax)
    return limit if allowed > 20 else min(limit, Yuan(50), shop.tax)


@compared
def augmented(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Add to a name in branches and in a loop over plain values."""
    total: int = 0
    for weight in (1, 2, 3):
        if shop.staff > weight:
            total += weight
        else:
            total -= 1
    if shop.poor:
        total *= 2
    total += sum(weight * shop.months for weight in (1, 2))
    return total - w.use(rules.least)


@frozen
class Pair:
    """A made-up result of two fields."""

    years: int = result_field("年", "years")
    tax: Yuan = result_field("税", "tax")


@formula
def bounds(w: Working, shop: Shop[Known], rules: ShopRules) -> tuple[int, int]:
    """Return a tuple of terms."""
    if shop.new:
        return w.use(rules.least), shop.staff
    return 0, shop.months


@compared
def records(w: Working, shop: Shop[Known], rules: ShopRules) -> Pair:
    """Choose records field by field, and unpack tuples."""
    first, last = bounds(w, shop, rules)
    if first > last:
        return Pair(years=last, tax=Yuan(0))
    if shop.poor:  # noqa: SIM108 - a name assigned in branches
        pair = Pair(years=first, tax=shop.tax)
    else:
        pair = Pair(years=first, tax=Yuan(7))
    if shop.trade == Trade.BATHS:
        return pair
    return Pair(years=pair.years + 1, tax=pair.tax + pair.tax)


@compared
def steps(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Take steps before, inside and after branches."""
    months = w.step("step_months", shop.months * 2)
    if shop.poor:
        w.require(rules.least, shop.staff >= w.use(rules.least), TOO_FEW)
        return w.step("step_poor", months + shop.staff)
    if shop.new:
        months = w.step("step_new", months + 1)
    return w.step("step_rest", months)


@compared
def gaps(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Need a rule that is not in force on every day, in some rows only."""
    if shop.new and shop.staff > w.use(rules.gap):
        return 1
    return 2


@formula
def counted(w: Working, shop: Shop[Known], *, double: bool = False) -> int:
    """Take a keyword with a default; decide by a plain value."""
    if double:
        return shop.staff * 2
    return shop.staff if w.day() > date(2005, 1, 1) else 0


@compared
def helpers(w: Working, shop: Shop[Known], rules: ShopRules) -> int:
    """Call helpers within branches and conditions."""
    if shop.new and counted(w, shop) > w.use(rules.least):
        return counted(w, shop, double=True)
    return counted(w, shop)


@pytest.mark.parametrize("made", COMPARED, ids=lambda made: made.name)
def test_translated_as_written(made: Measure[Any, Any]) -> None:
    """Where every fact is known, the translation changes nothing: values, steps, citations."""
    check_plain(made, KNOWN)


@pytest.mark.parametrize("made", COMPARED, ids=lambda made: made.name)
def test_columns_as_cases(made: Measure[Any, Any]) -> None:
    """Columns say of every row what a case says, whether facts are known or not."""
    check_columns(made, (*KNOWN, *UNKNOWN), "polars", "duckdb")


def test_right_side_is_not_asked() -> None:
    """What the left side decides needs no fact, and cites no rule, of the right side."""
    outcome = case(decisions, Shop(new=False, trade=Trade.BATHS, staff=1), DAYS[0])
    assert outcome is not None
    assert outcome.value is False
    assert not outcome.missing

    small = case(helpers, Shop(new=False, staff=1), DAYS[0])
    assert small is not None
    assert not small.citations


def test_step_in_branch_over_columns() -> None:
    """A step inside a branch is null outside its rows."""
    assert {"m_step_poor", "m_step_new", "m_step_rest"} <= set(columns_of(steps).last)


@formula
def listed(w: Any, /, partial: int, *others: int, least: int = 0, **named: int) -> list[int]:
    """Return every argument that is not below the least."""
    given = (partial, *others, *named.values(), w.more)
    return [number for number in given if number >= least]


@pytest.mark.parametrize("plain", [True, False])
def test_parameters_of_every_kind(plain: bool) -> None:  # noqa: FBT001 - of both workings
    """A formula takes the arguments of its parameters and its defaults, run in either way."""
    w = SimpleNamespace(plain=plain, as_written=False, more=9, each=tuple, keep=tuple)
    assert listed(w, 1, 2, 3, named=4) == [1, 2, 3, 4, 9]
    assert listed(w, partial=1, least=2, named=4) == [4, 9]


@pytest.mark.parametrize("plain", [True, False])
def test_missing_argument_names_the_formula(plain: bool) -> None:  # noqa: FBT001 - of both workings
    """A call without an argument says which formula lacks which."""
    with pytest.raises(TypeError, match=r"counted\(\) missing .*'shop'"):
        counted(SimpleNamespace(plain=plain, as_written=False))  # type: ignore[call-arg]


def test_plain_case_is_not_translated() -> None:
    """A case whose facts are known runs the text as written."""
    seen: list[str] = []

    @formula
    def watched(w: Any) -> None:
        seen.append(type(w).__name__)

    class Known:
        plain = True

    watched(Known())
    assert seen == ["Known"]


def test_metadata() -> None:
    """A formula keeps its name, text and function."""
    assert bounds.__name__ == "bounds"
    assert bounds.__doc__ == "Return a tuple of terms."
    assert unwrap(bounds) is not bounds
    assert choices.function is not None
    assert choices.function.__name__ == "choices"


@pytest.mark.parametrize(("made", "kept"), [(choices, 1), (records, 2), (forms, 0), (members, 0)])
def test_keep(made: Measure[Any, Any], kept: int) -> None:
    """A name that is read more than once is held in a column; one that is read once is not."""
    assert len(columns_of(made).scratch) - 2 >= kept
