"""Facts as objects or dicts at the main door, and wrong calls that are answered by our errors."""

import pickle
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any, Final

import pytest

from gansu_reemployment import (
    Bureau,
    Case,
    LoanApplication,
    Worker,
    Yuan,
    find_region,
    load_host,
    open_ledger,
)
from gansu_reemployment.errors import (
    ArgumentError,
    DateError,
    InvalidFactsError,
    RuleNotInForceError,
    UnknownNameError,
)
from gansu_reemployment.facts import (
    Counted,
    EntitledGroup,
    Factor,
    Group,
    Hire,
    LoanLoss,
    Purpose,
    RunningLoan,
    Sex,
    Target,
)
from gansu_reemployment.ledger import record_of

DAY: Final = date(2003, 7, 1)
NOON: Final = datetime(1963, 3, 1, 12)  # noqa: DTZ001 - a time is what is wrong with it
#: An object of no class that any call takes.
WRONG: Final[Any] = 3
PLAIN: Final = {
    "sex": "女",
    "born_on": "1963-03-01",
    "group": "laid_off_soe",
    "able": True,
    "willing": True,
    "employed": False,
    "retired": False,
    "internally_retired": False,
}


@pytest.fixture(name="bureau", scope="module")
def _bureau() -> Bureau:
    return Bureau.of("天水市", host=load_host([]))


def written(kind: Any, **values: Any) -> Any:
    """Build facts of values that a type checker would refuse."""
    return kind(**values)


def faults(build: Callable[[], object]) -> dict[str, str]:
    """Return the faults of an error by path, after its headline named the class."""
    with pytest.raises(InvalidFactsError) as error:
        build()
    assert error.value.kind in str(error.value).splitlines()[0]
    return {fault.path: fault.problem.say() for fault in error.value.faults}


def test_dict_decides_as_the_object_does(bureau: Bureau) -> None:
    """A plain dict is read as the measure's class of facts."""
    outcome = bureau.hardship(PLAIN, on=DAY)
    assert outcome.as_json() == bureau.hardship(written(Worker, **PLAIN), on=DAY).as_json()
    assert Group.OLDER is bureau.work("hardship", PLAIN, on=DAY).value
    assert date(2003, 3, 1) == bureau.reaches_on(PLAIN, on=DAY)


def test_dict_of_another_measure(bureau: Bureau) -> None:
    """Every name that is not a fact of the measure is reported, with the nearest."""
    found = faults(lambda: bureau.hardship({"uplift": 1, "bornon": "1963-03-01"}, on=DAY))
    assert {
        "uplift": "there is no such fact",
        "bornon": "there is no such fact; did you mean born_on?",
    } == found


@pytest.mark.parametrize("given", [LoanApplication(), None, 3, "天水"])
def test_wrong_class_of_facts(bureau: Bureau, given: Any) -> None:
    """Facts of another class are refused with the class that is needed."""
    with pytest.raises(ArgumentError, match="hardship takes facts of the class Worker"):
        bureau.hardship(given, on=DAY)
    with pytest.raises(ArgumentError, match="Worker"):
        bureau.work("hardship", given, on=DAY)


@pytest.mark.parametrize(
    ("kind", "given", "kept"),
    [
        (Worker, {"sex": "female"}, Sex.FEMALE),
        (Worker, {"group": "国有企业下岗职工"}, EntitledGroup.LAID_OFF_SOE),
        (Worker, {"born_on": "1963-03-01"}, date(1963, 3, 1)),
        (LoanApplication, {"requested": "20000.50"}, Yuan("20000.50")),
        (LoanApplication, {"requested": Decimal("20000.5")}, Yuan("20000.50")),
        (LoanApplication, {"purpose": "working_capital"}, Purpose.WORKING_CAPITAL),
        (RunningLoan, {"annual_rate": Decimal("0.0549")}, Fraction(549, 10000)),
        (RunningLoan, {"annual_rate": "0.0549"}, Fraction(549, 10000)),
        (RunningLoan, {"annual_rate": 1}, Fraction(1)),
    ],
)
def test_exact_values_are_converted(kind: Any, given: dict[str, Any], kept: object) -> None:
    """What is exact is converted by the constructor; it is then as if it had been given so."""
    ((name, _value),) = given.items()
    facts = kind(**given)
    assert kept == getattr(facts, name)
    assert kind(**{name: kept}) == facts
    assert name not in facts.unknown


def test_lists_and_parts_are_converted() -> None:
    """A list is taken for a tuple, a dict within it for facts, a name for a region."""
    target = written(Target, total=10, factors=[{"weights": {"a": "1.5", "b": 2}}])
    assert (Factor(weights={"a": Fraction(3, 2), "b": Fraction(2)}),) == target.factors
    counted = written(Counted, place="天水", since="2003-01-01", until="2003-01-31", number=1)
    assert find_region("天水市") == counted.place


@pytest.mark.parametrize(
    ("build", "found"),
    [
        (
            lambda: written(LoanApplication, requested=20000.5, months="24"),
            {
                "requested": (
                    "the float 20000.5 is not exact; it must be an amount in yuan, such as "
                    "Yuan('20000') or '20000.00'"
                ),
                "months": "'24' is not a whole number",
            },
        ),
        (
            lambda: written(RunningLoan, principal=10**5000, drawn_on=10**5000),
            {
                "principal": (
                    "int may be yuan or fen: write an amount of yuan as text, as in 'int.00'"
                ),
                "drawn_on": "'int' is not a date, such as date(2003, 7, 1) or '2003-07-01'",
            },
        ),
        (
            lambda: written(Worker, sex="f", born_on=NOON, able=1),
            {
                "sex": "'f' is none of female, male",
                "born_on": (
                    "'1963-03-01 12:00:00' is not a date, such as date(2003, 7, 1) or '2003-07-01'"
                ),
                "able": "'1' is not yes or no, written as true or false",
            },
        ),
        (
            lambda: written(RunningLoan, annual_rate=0.0549),
            {
                "annual_rate": (
                    "the float 0.0549 is not exact; it must be an exact ratio, written as "
                    "'58/100' or '0.58'"
                )
            },
        ),
        (
            lambda: written(Counted, place=5, since=DAY, until=DAY, number=1),
            {
                "place": (
                    "'5' is not a region, such as find_region('天水市'), its name or its code"
                ),
            },
        ),
        (
            lambda: written(Target, total=10, factors=[3]),
            {
                "factors[0]": (
                    "'3' is not a table of names and values; its names are weights, share, name"
                )
            },
        ),
        (
            lambda: written(Worker, bornon="1963-03-01", sex="f", able=True),
            {
                "sex": "'f' is none of female, male",
                "bornon": "there is no such fact; did you mean born_on?",
            },
        ),
    ],
)
def test_faults_say_what_would_be_right(build: Callable[[], object], found: dict[str, str]) -> None:
    """Every fault names field, value and the right form, all in one error."""
    assert {path: problem for path, problem in faults(build).items() if path in found} == found


def test_missing_facts_are_named() -> None:
    """A fact without which there is no entry is a fault, not Python's TypeError."""
    assert "number" in faults(lambda: written(Hire))
    assert faults(lambda: written(LoanLoss, lost=1)) == {
        "lost": "there is no such fact; did you mean loss?"
    }


def test_positional_facts_are_refused() -> None:
    """Facts are named; a call without names stays Python's ordinary error."""
    wrong: Any = Worker
    with pytest.raises(TypeError, match="positional"):
        wrong(Sex.FEMALE)


def test_identity_numbers_are_masked() -> None:
    """A number in the wrong place is not shown whole."""
    with pytest.raises(InvalidFactsError) as error:
        written(Worker, sex="11010519491231002X")
    assert "19491231" not in str(error.value)


class TestWrongCalls:
    """Likely slips, and what the error says."""

    def test_bureau_by_its_class(self) -> None:
        """A bureau is opened by ``Bureau.of``."""
        wrong: Any = Bureau
        with pytest.raises(ArgumentError, match=r"Bureau\.of\('天水市'\)"):
            wrong("天水市")

    def test_bureau_of_nothing(self) -> None:
        """A call without a place says how a bureau is opened."""
        wrong: Any = Bureau
        with pytest.raises(ArgumentError, match=r"Bureau\.of\('天水市'\)"):
            wrong()

    @pytest.mark.parametrize("region", [620500, None, 1.5])
    def test_region_that_is_no_text(self, region: Any) -> None:
        """A code is text."""
        with pytest.raises(ArgumentError, match="'620500'"):
            Bureau.of(region)
        with pytest.raises(ArgumentError):
            find_region(region)

    def test_region_itself(self) -> None:
        """A region opens its bureau."""
        assert "天水市" == Bureau.of(find_region("天水市")).region.name

    def test_rule_not_in_force(self, bureau: Bureau) -> None:
        """The error has the path and the day, in another process too."""
        with pytest.raises(RuleNotInForceError) as error:
            bureau.rulebook.find("hardship.age_men").on(date(1990, 1, 1))
        kept = pickle.loads(pickle.dumps(error.value))  # noqa: S301 - our own
        assert ("hardship.age_men", date(1990, 1, 1)) == (kept.path, kept.day)

    def test_unknown_measure(self, bureau: Bureau) -> None:
        """A measure that there is not is named with the nearest."""
        with pytest.raises(UnknownNameError, match="hardship"):
            bureau.work("hardshp", PLAIN, on=DAY)

    @pytest.mark.parametrize(
        ("call", "right"),
        [
            (lambda bureau: bureau.with_rules(3), "with_rules takes a rulebook, not int"),
            (lambda bureau: bureau.reopen({}), "reopen takes a case of a ledger, not dict"),
            (lambda bureau: bureau.supposing([1], since=DAY), "supposing takes a dict of values"),
            (lambda bureau: bureau.reaches_on(3, on=DAY), "facts of the class Worker"),
            (lambda bureau: bureau.from_json([]), "from_json takes the JSON form"),
            (lambda bureau: bureau.rulebook.amended(3), "amended takes a list of amendments"),
            (lambda _bureau: Case.of(WRONG, {}, recorded_on=DAY), "Case.of takes an outcome"),
            (lambda _bureau: open_ledger(WRONG), "open_ledger takes a URL"),
            (
                lambda _bureau: record_of(WRONG, "天水市", recorded_on=DAY),
                "record_of takes a report",
            ),
        ],
    )
    def test_object_of_another_class(
        self, bureau: Bureau, call: Callable[[Any], object], right: str
    ) -> None:
        """The error names the call, what it takes and what it was given."""
        with pytest.raises(ArgumentError, match=right):
            call(bureau)

    @pytest.mark.parametrize(
        "call",
        [
            lambda bureau: bureau.loan_answer_by("2003-07-01"),
            lambda bureau: bureau.claim_deadlines(3),
            lambda bureau: bureau.as_known("2003-07-01"),
            lambda bureau: bureau.rulebook.find("hardship.age_men").on("2003-07-01"),
        ],
    )
    def test_text_for_a_day(self, bureau: Bureau, call: Callable[[Any], object]) -> None:
        """A day is a date, wherever it is given."""
        with pytest.raises(DateError, match=r"date\(2003, 7, 1\)"):
            call(bureau)

    def test_form_that_is_not_json(self, bureau: Bureau) -> None:
        """A text that is cut off is a fault of the form."""
        with pytest.raises(InvalidFactsError, match="not JSON"):
            bureau.from_json('{"format": ')
