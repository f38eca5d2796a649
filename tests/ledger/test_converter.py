"""Facts read from and written as plain values."""

import json
import tomllib
import typing
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import attrs
import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.errors import Fault, InvalidFactsError
from gansu_reemployment.fact_model import CheckedFacts, fact, meaning, positive
from gansu_reemployment.fact_model.readers import read_value
from gansu_reemployment.i18n import Choice, Message
from gansu_reemployment.identity import IdentityNumber
from gansu_reemployment.ledger import read_facts, write_facts
from gansu_reemployment.measures.persons.facts import EntitledGroup, Sex, Worker
from gansu_reemployment.money import Yuan

IDENTITY = "11010519491231002X"


class Tax(Choice):
    """Two taxes."""

    BUSINESS_TAX = "营业税", "business tax"
    INCOME_TAX = "所得税", "income tax"


@frozen(kw_only=True, slots=False)
class Year(CheckedFacts):
    """A year of a claim; neither fact may be unknown."""

    year: int = field(metadata=meaning("年度", "year"))
    due: Yuan = field(metadata=meaning("应纳税额", "tax due", positive))


@frozen(kw_only=True, slots=False)
class Claim(CheckedFacts):
    """Facts of every type there is."""

    name: str | None = fact("名称", "name")
    hired: int | None = fact("招用人数", "hired", positive)
    staff: int | None = fact("职工总数", "staff", default=0)
    new_post: bool | None = fact("新增岗位", "new post")
    since: date | None = fact("开业日期", "since")
    wage: Yuan | None = fact("工资", "wage", positive)
    rate: Fraction | None = fact("费率", "rate")
    index: Decimal | None = fact("指数", "index")
    tax: Tax | None = fact("税种", "tax")
    owner: IdentityNumber | None = fact("业主", "owner")
    first: Year | None = fact("首年", "first year")
    taxes: Mapping[Tax, Yuan] | None = fact("税额", "taxes")
    years: tuple[Year, ...] = fact("年度", "years", default=())
    amounts: Sequence[Yuan] = fact("金额", "amounts", default=())
    names: list[str] | None = fact("名单", "names")
    kinds: frozenset[Tax] | None = fact("税种", "kinds")

    def contradictions(self) -> list[Fault]:
        """No more may be hired than there are."""
        if self.hired and self.staff is not None and self.hired > self.staff:
            return [Fault.at("hired", "more than the staff")]
        return []


@frozen
class Plain:
    """A class that checks nothing itself."""

    year: int
    when: "date | None" = None
    note: Any = None


PLAIN: dict[str, Any] = {
    "name": "个体户",
    "hired": 3,
    "staff": 9,
    "new_post": True,
    "since": "2003-06-10",
    "wage": "700.50",
    "rate": "29/50",
    "index": "1.10",
    "tax": "business_tax",
    "owner": IDENTITY,
    "first": {"year": 2003, "due": "0.01"},
    "taxes": {"business_tax": "1.00", "income_tax": "2.00"},
    "years": [{"year": 2003, "due": "3.00"}, {"year": 2004, "due": "4.00"}],
    "amounts": ["5.00"],
    "names": ["甲", "乙"],
    "kinds": ["business_tax", "income_tax"],
}


def faults(kind: type[Any], data: Any, **how: str) -> dict[str, str]:
    """Give the faults of *data* by path."""
    with pytest.raises(InvalidFactsError) as error:
        read_facts(kind, data, **how)
    return {fault.path: fault.problem.say() for fault in error.value.faults}


# What is right --------------------------------------------------------------------------


def test_every_type() -> None:
    """Each type is read from its plain form, and written in it again."""
    claim = read_facts(Claim, PLAIN)

    assert claim.rate == Fraction(58, 100)
    assert claim.taxes == {Tax.BUSINESS_TAX: Yuan(1), Tax.INCOME_TAX: Yuan(2)}
    assert claim.years == (Year(year=2003, due=Yuan(3)), Year(year=2004, due=Yuan(4)))
    assert claim.owner == IdentityNumber.read(IDENTITY)
    assert PLAIN == write_facts(claim)
    assert PLAIN == json.loads(json.dumps(write_facts(claim)))


def test_values_that_are_ready() -> None:
    """A value that is of the wanted type already is taken as it is."""
    claim = read_facts(Claim, PLAIN)
    ready = {f.name: getattr(claim, f.name) for f in attrs.fields(Claim)}

    assert claim == read_facts(Claim, ready)


def test_toml() -> None:
    """A worked case in TOML is read: its dates, texts, tables and numbers."""
    text = (
        'since = 2003-06-10\nwage = "700.5"\nrate = "0.58"\nindex = 2\ntax = "营业税"\n'
        'amounts = ["7", "8.10"]\n[taxes]\nbusiness_tax = "1.00"\nINCOME_TAX = "2.00"'
    )
    claim = read_facts(Claim, tomllib.loads(text))

    assert claim == Claim(
        since=date(2003, 6, 10),
        wage=Yuan("700.50"),
        rate=Fraction(58, 100),
        index=Decimal(2),
        tax=Tax.BUSINESS_TAX,
        amounts=(Yuan(7), Yuan("8.10")),
        taxes={Tax.BUSINESS_TAX: Yuan(1), Tax.INCOME_TAX: Yuan(2)},
    )


def test_unknown_facts() -> None:
    """What is left out or null is unknown, and is not written; a null that says more is."""
    assert Worker() == read_facts(Worker, {}) == read_facts(Worker, {"sex": None})
    assert {} == write_facts(Worker())
    assert None is write_facts(Claim(staff=None))["staff"]
    assert None is read_facts(Claim, {"staff": None}).staff
    assert 0 == read_facts(Claim, {}).staff


def test_unchecked_class() -> None:
    """A class without checks is read just as strictly."""
    data = {"year": 2003, "note": {"any": [1, None]}}

    assert Plain(2003, note=data["note"]) == read_facts(Plain, data)
    assert data == write_facts(read_facts(Plain, data))
    assert Plain(2003, date(2003, 1, 1)) == read_facts(Plain, {"year": 2003, "when": "2003-1-1"})
    assert {"year": "'2003' is not a whole number"} == faults(Plain, {"year": "2003"})


@given(
    st.builds(
        Worker,
        sex=st.none() | st.sampled_from(Sex),
        born_on=st.none() | st.dates(),
        group=st.none() | st.sampled_from(EntitledGroup),
        able=st.none() | st.booleans(),
        employed=st.none() | st.booleans(),
        years_to_retirement=st.none() | st.integers(min_value=0),
    )
)
def test_worker_round_trip(worker: Worker) -> None:
    """Any worker comes back equal through JSON."""
    assert worker == read_facts(Worker, json.loads(json.dumps(write_facts(worker))))


@given(
    st.builds(
        Claim,
        wage=st.none() | st.integers(1, 10**16 - 1).map(Yuan.from_fen),
        rate=st.none() | st.fractions(0, 1000, max_denominator=10**9),
        taxes=st.none()
        | st.dictionaries(st.sampled_from(Tax), st.integers(0, 10**9).map(Yuan.from_fen)),
        names=st.none() | st.lists(st.text()),
        kinds=st.none() | st.frozensets(st.sampled_from(Tax)),
    )
)
def test_claim_round_trip(claim: Claim) -> None:
    """Amounts, ratios, tables and sets come back exact."""
    assert claim == read_facts(Claim, json.loads(json.dumps(write_facts(claim))))


AMOUNT = "an amount in yuan, such as Yuan('20000') or '20000.00'"

# What is wrong --------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "value", "problem"),
    [
        ("new_post", "否", "'否' is not yes or no, written as true or false"),
        ("new_post", 1, "'1' is not yes or no, written as true or false"),
        ("name", 7, "'7' is not a text"),
        ("hired", True, "'True' is not a whole number"),
        ("hired", 3.0, "the float 3.0 is not exact; it must be a whole number"),
        ("hired", "3", "'3' is not a whole number"),
        ("hired", 0, "must be above zero"),
        ("since", 20030610, "'20030610' is not a date, such as date(2003, 7, 1) or '2003-07-01'"),
        (
            "since",
            datetime(2003, 6, 10),  # noqa: DTZ001
            "'2003-06-10 00:00:00' is not a date, such as date(2003, 7, 1) or '2003-07-01'",
        ),
        ("since", "03-06-10", "03-06-10 has a two-digit year; write all four digits."),
        ("since", "2003-02-29", "The calendar has no day 2003-02-29."),
        (
            "wage",
            700.5,
            f"the float 700.5 is not exact; it must be {AMOUNT}",
        ),
        ("wage", True, f"'True' is not {AMOUNT}"),
        (
            "rate",
            0.58,
            "the float 0.58 is not exact; it must be an exact ratio, written as '58/100' or '0.58'",
        ),
        ("rate", "1/0", "'1/0' is not an exact ratio, written as '58/100' or '0.58'"),
        ("rate", "1e9", "'1e9' is not an exact ratio, written as '58/100' or '0.58'"),
        ("rate", "５/６", "'５/６' is not an exact ratio, written as '58/100' or '0.58'"),
        ("rate", True, "'True' is not an exact ratio, written as '58/100' or '0.58'"),
        ("index", "NaN", "'NaN' is not an exact number, written as '0.58'"),
        ("index", Decimal("NaN"), "'NaN' is not an exact number, written as '0.58'"),
        ("tax", "busines_tax", "'busines_tax' is none of business_tax, income_tax"),
        ("tax", 1, "'1' is none of business_tax, income_tax"),
        ("tax", [], "'[]' is none of business_tax, income_tax"),
        ("tax", date(2003, 6, 10), "'2003-06-10' is none of business_tax, income_tax"),
        ("owner", 1, "an identity number must be text; a number has lost digits"),
        ("first", "2003", "'2003' is not a table of names and values; its names are year, due"),
        ("taxes", [], "'[]' is not a table of names and values"),
        ("wage", 700, "700 may be yuan or fen: write an amount of yuan as text, as in '700.00'"),
        (
            "taxes",
            {"business_tax": "1.00", "营业税": "2.00"},
            "one name is given twice, in two spellings",
        ),
        ("years", {"year": 2003}, "\"{'year': 2003}\" is not a list"),
        ("years", None, "a value is needed"),
        ("names", "甲乙", "'甲乙' is not a list"),
        ("kinds", "business_tax", "'business_tax' is not a list"),
    ],
)
def test_nothing_is_guessed(name: str, value: Any, problem: str) -> None:
    """A value of another type or spelling is refused, with what would be right."""
    assert {name: problem} == faults(Claim, {name: value})


def test_all_faults_at_once() -> None:
    """Every fault comes with its path: of values, names, checks, at any depth."""
    data = {
        "hired": -1,
        "wage": "0",
        "new_post": "是",
        "taxes": {"busines_tax": "1", "income_tax": "1.001"},
        "years": [{"year": 2003, "due": "0"}, {"due": None, "yaer": 1}, 3, None],
        "naem": "x",
        "qqqq": "x",
    }

    assert {
        "facts.hired": "must be above zero",
        "facts.wage": "must be above zero",
        "facts.new_post": "'是' is not yes or no, written as true or false",
        "facts.taxes.busines_tax": "'busines_tax' is none of business_tax, income_tax",
        "facts.taxes.income_tax": (
            "'1.001' is not an amount: write up to 14 plain digits and at most two decimals, "
            "as in 1234.50."
        ),
        "facts.years[0].due": "must be above zero",
        "facts.years[1].year": "a value is needed",
        "facts.years[1].due": "a value is needed",
        "facts.years[1].yaer": "there is no such fact; did you mean year?",
        "facts.years[2]": ("'3' is not a table of names and values; its names are year, due"),
        "facts.years[3]": "a value is needed",
        "facts.naem": "there is no such fact; did you mean name, names, wage?",
        "facts.qqqq": "there is no such fact",
    } == faults(Claim, data, path="facts")


def test_contradictions() -> None:
    """What shows only between several facts is found where each is right by itself."""
    assert {"hired": "more than the staff"} == faults(Claim, {"hired": 3, "staff": 2})


@pytest.mark.parametrize("data", [None, [], "x", 3])
def test_no_table(data: Any) -> None:
    """Facts that are no table are refused as a whole."""
    assert ["facts"] == list(faults(Worker, data))
    assert ["case[3].facts"] == list(faults(Worker, data, path="case[3].facts"))


@pytest.mark.parametrize(
    "name", ["name", "hired", "since", "wage", "rate", "tax", "owner", IDENTITY]
)
def test_identity_numbers_are_masked(name: str) -> None:
    """A number in the wrong place, or one digit off, is not shown whole."""
    wrong = IDENTITY[:-1] + "0"
    data = {name: [wrong] if name == "name" else wrong, "taxes": {wrong: "1"}, "names": wrong}
    with pytest.raises(InvalidFactsError) as error:
        read_facts(Claim, data)

    assert IDENTITY[6:14] not in str(error.value) + repr(error.value.faults)


def test_long_values_are_cut() -> None:
    """A fault shows the beginning of a long value only."""
    assert 100 > len(faults(Claim, {"new_post": "很" * 1_000})["new_post"])


@pytest.mark.parametrize("wanted", [float, tuple[int, str], int | str, object, typing.Literal[1]])
def test_types_that_are_not_read(wanted: Any) -> None:
    """A class with a field of another type is a mistake of the program, not of the data."""
    kind = attrs.make_class("Odd", {"odd": attrs.field(type=wanted)})

    with pytest.raises(TypeError, match="cannot be read"):
        read_facts(kind, {"odd": 1})


def test_faults_can_be_translated() -> None:
    """Each fault is a marked sentence with its values, not a finished text."""
    with pytest.raises(InvalidFactsError) as error:
        read_facts(Claim, {"new_post": "是", "naem": 1})

    assert all(isinstance(fault.problem, Message) for fault in error.value.faults)
    assert ["{value!r} is not {kind}", "there is no such fact; did you mean {near}?"] == [
        fault.problem.text for fault in error.value.faults
    ]


def test_single_values() -> None:
    """A value or a container of them is read by itself."""
    assert (Yuan(1), Yuan(2)) == read_value(tuple[Yuan, ...], ["1.00", "2.00"])
    with pytest.raises(InvalidFactsError, match=r"\[1\]: a value is needed"):
        read_value(tuple[Yuan, ...], ["1.00", None])
