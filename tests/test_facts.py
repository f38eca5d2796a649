"""Classes of facts: types, checks, unknown values."""

import copy
import pickle
from collections.abc import Callable, Mapping
from datetime import date, datetime
from fractions import Fraction
from typing import Any, Generic

import pytest
from attrs import Factory, evolve, frozen

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import (
    CheckedFacts,
    U,
    Unknown,
    at_most_one,
    describe,
    fact,
    is_a,
    not_negative,
    positive,
    types_of,
)
from gansu_reemployment.fact_model.contradictions import NotAbove
from gansu_reemployment.fact_model.readers import read_facts, read_value
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.loans.facts import Borrower, RunningLoan
from gansu_reemployment.money import Yuan
from gansu_reemployment.regions import Region, find_region


@frozen(kw_only=True, slots=False)
class Claim(CheckedFacts):
    """Facts to try with."""

    wage: Yuan | None = fact("工资", "wage", not_negative)
    months: int | None = fact("月数", "months", positive)
    share: Fraction | None = fact("比例", "share", positive)
    day: date | None = fact("日期", "day")
    needed: bool = fact("必填", "needed", default=True)

    def contradictions(self) -> list[Fault]:
        """Refuse a wage without months."""
        if self.wage and self.months is None:
            return [Fault.at("months", _("a wage needs months"))]
        return []


def paths(**values: Any) -> list[str]:
    """Give the paths of the faults."""
    with pytest.raises(InvalidFactsError) as caught:
        Claim(**values)
    return [fault.path for fault in caught.value.faults]


class TestChecks:
    """Values are checked when they are written down."""

    @pytest.mark.parametrize(
        ("values", "expected"),
        [
            ({"wage": Yuan(-1)}, ["wage", "months"]),
            ({"months": 0}, ["months"]),
            ({"months": -1, "share": Fraction(0)}, ["months", "share"]),
            ({"wage": 700.0}, ["wage", "months"]),
            ({"months": 1.0, "day": "1 July"}, ["months", "day"]),
            ({"needed": None}, ["needed"]),
        ],
    )
    def test_faults(self, values: dict[str, Any], expected: list[str]) -> None:
        """Every fault is told, those between facts last."""
        assert expected == paths(**values)

    @pytest.mark.parametrize("values", [{"months": 1}, {"wage": Yuan(0)}, {"share": Fraction(1)}])
    def test_ends_of_the_range(self, values: dict[str, Any]) -> None:
        """One above the limit is no fault."""
        assert values == {name: getattr(Claim(**values), name) for name in values}


def test_description() -> None:
    """A class describes its fields with both names, type, and whether they may be unknown."""
    wage, *_others, needed = describe(Claim)
    assert ("wage", "工资", "wage", Yuan, True) == (
        wage.name,
        wage.zh,
        wage.en,
        wage.kind,
        wage.optional,
    )
    assert needed.optional is False


def test_types_as_written() -> None:
    """What may be unknown is none when it is written down, within other facts too."""

    @frozen(kw_only=True, slots=False)
    class Year(CheckedFacts, Generic[U]):
        workers: int | U = fact("人数", "workers")

    @frozen(kw_only=True, slots=False)
    class Years(CheckedFacts, Generic[U]):
        first: Year = fact("首年", "first year")
        years: tuple[Year[U], ...] = fact("年度", "years")
        last: Year[U] | U = fact("末年", "last year")

    assert int | None == types_of(Year)["workers"]
    assert Year is types_of(Years)["first"]
    assert tuple[Year, ...] == types_of(Years)["years"]
    assert Year | None == types_of(Years)["last"]


@frozen(kw_only=True, slots=False)
class Part(CheckedFacts, Generic[U]):
    """Facts within facts."""

    months: int | U = fact("月数", "months")


@frozen(kw_only=True, slots=False)
class Whole(CheckedFacts, Generic[U]):
    """Facts that hold others."""

    parts: tuple[Part[U], ...] | U = fact("部分", "parts")
    weights: Mapping[str, Fraction | U] = fact("权数", "weights", default=Factory(dict))
    part: Part[U] = fact("部分", "part", default=Part())


def test_types_as_written_down() -> None:
    """Outside formulas the unknown is ``None``, in facts within facts too."""
    found = types_of(Whole)

    assert tuple[Part, ...] | None == found["parts"]
    assert Mapping[str, Fraction | None] == found["weights"]
    assert Part is found["part"]


def test_any_kind() -> None:
    """A fact of no fixed type takes whatever is given."""

    @frozen(kw_only=True, slots=False)
    class Loose(CheckedFacts):
        anything: Any = fact("任意", "anything")

    assert [1, "一"] == [Loose(anything=value).anything for value in (1, "一")]


class TestView:
    """How unknown facts are shown to a working."""

    def test_nothing_unknown(self) -> None:
        """Facts that are all known need no view of their own."""
        known = Claim(wage=Yuan(1), months=1, share=Fraction(1), day=date(2003, 7, 1))
        assert ({}, None) == (known.unknown, known.view)

    def test_partly_known(self) -> None:
        """The view shows the known facts as they are and the others as unknown."""
        claim = Claim(months=1)
        view: Any = claim.view
        assert (1, True, ("wage",)) == (view.months, view.needed, view.wage.names)

    def test_change(self) -> None:
        """A changed copy has a view of its own."""
        claim = evolve(Claim(months=1), wage=Yuan(7))
        view: Any = claim.view
        assert view.wage == Yuan(7)

    @pytest.mark.parametrize("copied", [copy.deepcopy, lambda c: pickle.loads(pickle.dumps(c))])  # noqa: S301
    def test_copies(self, copied: Callable[[Claim], Claim]) -> None:
        """Facts survive copying and pickling, and stay equal."""
        claim = Claim(months=1)
        assert claim == copied(claim)


class TestUnknown:
    """Arithmetic and logic with a value that nobody knows."""

    def test_logic(self) -> None:
        """No and unknown is no; yes or unknown is yes; else unknown."""
        unknown = Unknown(("a",))
        assert (False, True) == (unknown & False, True | unknown)
        assert ("a",) == (unknown & True).names == (False | unknown).names

    def test_names_are_joined(self) -> None:
        """What rests on two unknown facts names both, each once."""
        total = Unknown(("a",)) + Unknown(("b",)) + Unknown(("a",))
        assert ("a", "b") == total.names

    def test_comparison_is_unknown(self) -> None:
        """A comparison with an unknown is unknown, even with itself."""
        unknown = Unknown(("a",))
        compared: Any = unknown == unknown  # noqa: PLR0124 - that is the point
        assert ("a",) == compared.names

    def test_no_truth_value(self) -> None:
        """An unknown is neither yes nor no in an if."""
        with pytest.raises(TypeError, match="neither yes nor no: a"):
            bool(Unknown(("a",)))
        assert "Unknown(a)" == repr(Unknown(("a",)))

    def test_list_has_one_unknown_item(self) -> None:
        """A sum over an unknown list is unknown too, and names the list."""
        parts: Any = Unknown(("parts",))
        assert ("parts",) == sum(part.months for part in parts).names


@pytest.mark.parametrize(("rate", "good"), [("0.0549", True), ("1", True), ("5.49", False)])
def test_rate_above_one(rate: str, good: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """A rate of 5.49 is 549 per cent, which is no rate of a loan."""
    assert good == (at_most_one(Fraction(rate)) is None)
    if not good:
        with pytest.raises(InvalidFactsError, match="annual_rate"):
            RunningLoan(annual_rate=Fraction(rate))


@pytest.mark.parametrize(
    ("value", "kind", "expected"),
    [
        (1, int, True),
        (True, int, False),
        (date(2003, 7, 1), date, True),
        (datetime(2003, 7, 1), date, False),  # noqa: DTZ001 - any day with a time
        (frozenset({1}), frozenset[int], True),
        (frozenset({True}), frozenset[int], False),
        ((1, 2), tuple[int, ...], True),
        ((1, "2"), tuple[int, ...], False),
        ("anything", Any, True),
    ],
)
def test_kind_of_a_value(value: Any, kind: Any, expected: bool) -> None:  # noqa: FBT001
    """A truth value is not a number, a day with a time is not a date, and items count."""
    assert expected == is_a(value, kind)


def test_value_of_the_right_type_is_used_unchanged() -> None:
    """A region or a choice that is already one is not read again."""
    assert find_region("天水市") is read_value(Region, find_region("天水市"))
    assert Borrower.NONE is read_value(Borrower, Borrower.NONE)


def test_choice_that_is_needed() -> None:
    """Nothing is not a member of a choice."""
    with pytest.raises(InvalidFactsError, match="a value is needed"):
        read_value(Borrower, None)


def test_type_that_cannot_be_read() -> None:
    """A class with a fact of such a type is an error of its author, whatever the data."""

    @frozen(kw_only=True, slots=False)
    class Odd(CheckedFacts):
        ratio: complex | None = fact("比", "ratio")

    with pytest.raises(TypeError, match="complex'> cannot be read"):
        read_facts(Odd, {})


@pytest.mark.parametrize(
    ("high", "reads"), [(12, ["low"]), ("a", ["low", "a"]), (("a", "b"), ["low", "a", "b"])]
)
def test_facts_of_a_contradiction(high: int | str | tuple[str, ...], reads: list[str]) -> None:
    """A bound that is a number depends on no further fact."""
    assert reads == [*NotAbove("low", high, "at most {limit}").reads]
