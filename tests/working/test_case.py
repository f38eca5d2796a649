"""The working of one case: what it records, asks and refuses, and how it reckons."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any, cast

import pytest
from attrs import field, frozen
from hypothesis import given
from hypothesis import strategies as st

from gansu_reemployment.fact_model import CheckedFacts, Unknown, fact
from gansu_reemployment.i18n import Choice
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.rules import Rule, Used, rule
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.entries import Check, Step
from gansu_reemployment.working.outcome import Basis, Outcome
from gansu_reemployment.working.terms import Reason

DAY = date(2004, 2, 29)
CITE = Instrument("试字[2003]1号", "", (), DAY, None).at("第一条")
NO = Reason("no", "It does not hold.")
OTHER = Reason("other", "Another does not hold.")


def dated(path: str, *values: tuple[date, Any]) -> Rule[Any]:
    """Write down a made-up rule."""
    return rule(path, "规定", "rule", *(Provision(since, value, CITE) for since, value in values))


NORM = dated("case.norm", (date(2003, 1, 1), Yuan(2)))
LATER = dated("case.later", (DAY + timedelta(days=1), Yuan(5)))
NEVER = dated("case.never")


class Form(Choice):
    """Two ways of reckoning."""

    ONE = "一", "one"
    TWO = "二", "two"


FORM = dated("case.form", (date(2003, 1, 1), Form.ONE), (DAY, Form.TWO))


@frozen(kw_only=True, slots=False)
class Facts(CheckedFacts):
    """Three facts; ``None`` means that nobody knows."""

    first: bool | None = fact("甲", "first")
    second: bool | None = fact("乙", "second")
    amount: Yuan | None = fact("金额", "amount")


@frozen
class Pair:
    """A result of two fields."""

    known: int = field(metadata={"zh": "已知", "en": "known"})
    open: int = field(metadata={"zh": "未知", "en": "open"})


def unknown(*names: str) -> Unknown:
    """Give a value that rests on those facts."""
    return Unknown(names)


@pytest.fixture(name="case")
def _case() -> CaseWorking:
    return CaseWorking(DAY)


class TestReading:
    """The view of the facts."""

    def test_known_facts_are_their_own_view(self, case: CaseWorking) -> None:
        """Where all is known nothing is copied."""
        facts = Facts(first=True, second=False, amount=Yuan(1))
        view: object = case.read(facts)
        assert facts is view

    def test_unknown_fact_reads_as_unknown(self, case: CaseWorking) -> None:
        """A fact that nobody knows is a term that names it, beside the known ones."""
        view = case.read(Facts(first=True))
        assert (True, ("amount",)) == (view.first, view.amount.names)

    def test_fact_that_does_not_exist(self, case: CaseWorking) -> None:
        """A misspelt fact is an error, known or not, never an unknown."""
        for facts in (Facts(), Facts(first=True, second=True, amount=Yuan(1))):
            with pytest.raises(AttributeError):
                case.read(facts).frist  # noqa: B018 - reading is the test


class TestRules:
    """Rules that are read."""

    def test_used_row_is_recorded(self, case: CaseWorking) -> None:
        """The value comes back, and its row is cited once however often it is used."""
        assert Yuan(2) == case.use(NORM) == case.use(NORM)
        assert ["case.norm@2003-01-01"] == [used.key for used in case.outcome(1).citations]

    @pytest.mark.parametrize("asked", [LATER, NEVER])
    def test_rule_not_in_force(self, case: CaseWorking, asked: Rule[Any]) -> None:
        """A case that needs a rule of unknown value is undecided and names it, without a no."""
        case.use(asked)
        case.require(asked, False, NO)
        outcome = case.outcome(1)
        assert (f"rule-not-known:{asked.path}",) == outcome.missing
        assert "undecided" == outcome.status

    def test_refusal_beside_a_rule_not_in_force(self, case: CaseWorking) -> None:
        """What is refused anyway is refused, and the rule is named beside it."""
        case.use(NEVER)
        case.require(NORM, False, NO)
        outcome = case.outcome(1)
        assert ("refused", ("no",)) == (
            outcome.status,
            tuple(r.code for r in outcome.refusals),
        )
        assert (f"rule-not-known:{NEVER.path}",) == outcome.missing

    @pytest.mark.parametrize(("day", "form"), [(DAY - timedelta(days=1), "first"), (DAY, "second")])
    def test_match_by_day(self, day: date, form: str) -> None:
        """The entry of the form in force is worked, the others are not."""
        case = CaseWorking(day)
        table = [((Form.ONE,), lambda: "first"), ((Form.TWO,), lambda: "second")]
        assert form == case.switch(case.use(FORM), table, lambda: "none")

    def test_value_of_another_day(self, case: CaseWorking) -> None:
        """A rule may be read on a day of the facts; an unknown day is asked for."""
        assert Yuan(5) == case.use_at(LATER, date(2005, 1, 1))
        assert ("since",) == case.use_at(LATER, unknown("since")).names
        assert (f"rule-not-known:{LATER.path}",) == case.use_at(LATER, DAY).names


class TestRefusals:
    """Conditions of the law."""

    def test_condition_met(self, case: CaseWorking) -> None:
        """A condition that holds is recorded as met and leaves the case decided."""
        case.require(NORM, True, NO)
        outcome = case.outcome(7)
        assert ("decided", 7) == (outcome.status, outcome.value)
        assert outcome.entries == (Check(NORM.read(DAY), met=True, reason=NO),)

    def test_every_reason_is_told(self, case: CaseWorking) -> None:
        """All reasons come at once in their order, and there is no value then."""
        case.require(NORM, False, NO)
        case.refuse(NORM, False, NO)
        case.refuse(NORM, True, OTHER)
        outcome = case.outcome(7)
        assert ("refused", None) == (outcome.status, outcome.value)
        assert ["no", "other"] == [refusal.code for refusal in outcome.refusals]
        assert NORM.read(DAY) == outcome.refusals[0].used

    @pytest.mark.parametrize("ask", ["require", "refuse"])
    def test_unknown_condition_is_a_question(self, case: CaseWorking, ask: str) -> None:
        """A condition that nobody knows is asked for, and its rule is cited."""
        getattr(case, ask)(NORM, unknown("first"), NO)
        outcome = case.outcome(7)
        assert ("undecided", None, ("first",)) == (
            outcome.status,
            outcome.value,
            outcome.missing,
        )
        assert (NORM.read(DAY),) == outcome.citations

    def test_refusal_goes_before_questions(self, case: CaseWorking) -> None:
        """One reason against is enough; the open questions are still told."""
        case.require(NORM, unknown("first"), OTHER)
        case.require(NORM, False, NO)
        outcome = case.outcome(unknown("amount"))
        assert ("refused", ("first", "amount")) == (outcome.status, outcome.missing)

    def test_questions_stand_in_the_order_of_the_facts(self, case: CaseWorking) -> None:
        """What is missing is told in the order of the class, each once, not as it was asked."""
        view = case.read(Facts())
        case.require(NORM, view.second, NO)
        case.require(NORM, view.first & view.second, NO)
        assert ("first", "second", "amount") == case.outcome(view.amount).missing


class TestBranches:
    """One of two ways, or both where nobody knows which."""

    def test_known_condition_works_one_branch(self, case: CaseWorking) -> None:
        """The rules of the other branch do not count, known or not."""
        assert Yuan(2) == case.branch(True, lambda: case.use(NORM), lambda: case.use(NEVER))
        assert 7 == case.branch(False, lambda: case.use(NEVER), lambda: 7)
        assert ["case.norm"] == [used.rule.path for used in case.outcome(1).citations]

    def test_unknown_condition_asks_what_both_need(self, case: CaseWorking) -> None:
        """Both branches are asked, and the rules of both are cited."""
        result = case.branch(
            unknown("first"), lambda: case.use(NORM) + unknown("amount"), lambda: case.use(FORM)
        )
        outcome = case.outcome(result)
        assert ("first", "amount") == outcome.missing
        assert ["case.norm", "case.form"] == [used.rule.path for used in outcome.citations]

    def test_unknown_condition_records_no_refusal_and_no_step(self, case: CaseWorking) -> None:
        """What may not apply neither refuses nor counts as a step; it asks whether it applies."""

        def refuse() -> None:
            case.require(NORM, False, NO)
            case.step("a step", 1)

        case.branch(unknown("first"), refuse, lambda: case.refuse(NORM, False, NO))
        outcome = case.outcome(7)
        assert ("undecided", ("first",)) == (outcome.status, outcome.missing)
        assert ((), ()) == (outcome.refusals, outcome.steps)

    def test_condition_that_holds_in_an_open_branch_asks_nothing(self, case: CaseWorking) -> None:
        """Where the answer would change nothing the case is decided without it."""
        case.branch(unknown("first"), lambda: case.require(NORM, True, NO), lambda: None)
        assert ("decided", 7) == (case.outcome(7).status, case.outcome(7).value)

    def test_question_in_an_open_branch_names_the_condition_too(self, case: CaseWorking) -> None:
        """Whether to ask depends on the condition of the branch, so both are asked."""
        case.branch(
            unknown("first"), lambda: case.require(NORM, unknown("second"), NO), lambda: None
        )
        assert ("first", "second") == case.outcome(7).missing

    def test_branches_within_branches(self, case: CaseWorking) -> None:
        """An open branch within an open one asks both; a closed one works as usual after it."""
        inner: Callable[[], Any] = lambda: case.branch(  # noqa: E731 - a thunk
            unknown("second"), lambda: case.require(NORM, False, NO), lambda: None
        )
        case.branch(unknown("first"), inner, lambda: None)
        assert {"first", "second"} == set(case.outcome(7).missing)
        case.require(NORM, False, OTHER)
        assert ["other"] == [refusal.code for refusal in case.outcome(7).refusals]

    @pytest.mark.parametrize(
        "work",
        [
            lambda case: case.use(NEVER),
            lambda case: case.require(NEVER, True, NO),
            lambda case: case.switch(case.use(NEVER), [], lambda: None),
            lambda case: case.use_at(NEVER, DAY),
        ],
    )
    def test_rule_that_nobody_knows_in_an_open_branch(
        self, case: CaseWorking, work: Callable[[CaseWorking], Any]
    ) -> None:
        """Whether the rule is needed is the question then; nothing stops before the answer."""
        case.branch(unknown("first"), lambda: work(case), lambda: None)
        outcome = case.outcome(7)
        assert ("undecided", ("first",)) == (outcome.status, outcome.missing)


class TestTerms:
    """Choosing, comparing and reckoning."""

    def test_choice(self, case: CaseWorking) -> None:
        """The side of the condition; where that is unknown, what all three need."""
        assert (1, 2) == (case.choose(True, 1, 2), case.choose(False, 1, 2))
        assert ("a", "b", "c") == case.choose(unknown("a"), unknown("b"), unknown("c")).names
        assert ("b",) == case.choose(True, unknown("b"), unknown("c")).names

    def test_least_and_most(self, case: CaseWorking) -> None:
        """The smaller and the larger, of amounts and ratios alike; unknown beside an unknown."""
        assert Yuan(1) == case.least(Yuan(1), Yuan(2)) == case.least(Yuan(2), Yuan(1))
        assert Fraction(1, 2) == case.most(Fraction(1, 3), Fraction(1, 2))
        assert ("a",) == case.least(Yuan(1), unknown("a")).names == case.most(unknown("a"), 1).names

    def test_among(self, case: CaseWorking) -> None:
        """A member, none, and an unknown on either side."""
        forms = frozenset({Form.ONE})
        assert (True, False) == (case.among(Form.ONE, forms), case.among(Form.TWO, forms))
        assert ("a",) == case.among(unknown("a"), forms).names
        assert ("b",) == case.among(Form.ONE, unknown("b")).names

    @pytest.mark.parametrize(
        ("fen", "ratio", "share"), [(1, Fraction(1, 2), 1), (1, Fraction(49, 100), 0), (3, 1, 3)]
    )
    def test_share_is_half_up(
        self, case: CaseWorking, fen: int, ratio: Fraction, share: int
    ) -> None:
        """Half a fen is one fen; less than half is none."""
        assert Yuan.from_fen(share) == case.share(Yuan.from_fen(fen), ratio)

    def test_ratio_is_exact(self, case: CaseWorking) -> None:
        """Numbers and amounts have exact ratios, and shares of the unknown are unknown."""
        assert Fraction(1, 3) == case.ratio(1, 3) == case.ratio(Yuan(1), Yuan(3))
        assert ("a", "b") == case.ratio(unknown("a"), unknown("b")).names
        assert ("b",) == case.share(Yuan(1), unknown("b")).names

    def test_steps_are_recorded(self, case: CaseWorking) -> None:
        """A step gives its term back; one that nobody knows is not recorded."""
        assert Yuan(1) == case.step("base", Yuan(1))
        assert ("a",) == case.step("open", unknown("a")).names
        assert (Step("base", Yuan(1)),) == case.outcome(1).steps

    def test_record(self, case: CaseWorking) -> None:
        """A record of known terms is that record; one unknown field leaves it unknown."""
        record: Any = Pair(1, cast("Any", unknown("a")))
        assert Pair(1, 2) == case.outcome(Pair(1, 2)).value
        case = CaseWorking(DAY)
        assert (1, ("a",)) == (record.known, record.open.names)
        assert ("a",) == case.outcome(record).missing

    def test_field_of_a_record_of_an_open_branch(self, case: CaseWorking) -> None:
        """A field asks for the condition and for what that field needs, not for the others."""
        record = case.branch(
            unknown("first"),
            lambda: Pair(1, cast("Any", unknown("a"))),
            lambda: Pair(2, 3),
        )
        assert ("first",) == record.known.names
        assert ("first", "a") == record.open.names
        assert ("x",) == unknown("x").known.names

    def test_days(self, case: CaseWorking) -> None:
        """The day of the law, the end of its year, and the last day of a term."""
        assert (DAY, date(2004, 12, 31)) == (case.day(), case.year_end())
        assert date(2007, 2, 27) == case.last_day(DAY, 3)
        assert ("a",) == case.last_day(unknown("a"), 3).names


birthdays = st.dates(date(1930, 1, 1), date(2003, 12, 31))


class TestAges:
    """Full years of age (周岁)."""

    @given(birthdays, st.integers(0, 70), st.dates(date(2003, 1, 1), date(2009, 12, 31)))
    def test_reached_is_the_comparison(self, born_on: date, years: int, day: date) -> None:
        """Having reached an age says the same as counting the full years."""
        case = CaseWorking(day)
        assert (case.full_years(born_on) >= years) == case.reached(born_on, years)

    @pytest.mark.parametrize(
        ("by", "years"), [(date(2003, 2, 28), 38), (date(2003, 3, 1), 39), (DAY, 40)]
    )
    def test_leap_day(self, case: CaseWorking, by: date, years: int) -> None:
        """One born on 29 February is a year older on 1 March of a common year."""
        assert years == case.full_years(date(1964, 2, 29), by)
        assert case.reached(date(1964, 2, 29), years, by)
        assert not case.reached(date(1964, 2, 29), years + 1, by)

    def test_unknown(self, case: CaseWorking) -> None:
        """An age rests on the day of birth, the age asked for and the day it is counted on."""
        born_on = date(1960, 1, 1)
        assert ("a", "c") == case.full_years(unknown("a"), unknown("c")).names
        assert ("a",) == case.reached(unknown("a"), 40).names
        assert ("b",) == case.reached(born_on, unknown("b")).names
        assert ("c",) == case.reached(born_on, 40, unknown("c")).names


#: Yes, no, or nobody knows.
Truth = bool | None
truths = st.sampled_from([True, False, None])


def kleene_and(first: Truth, second: Truth) -> Truth:
    """Give the conjunction of Kleene's logic by its table."""
    if first is False or second is False:
        return False
    return None if first is None or second is None else True


def term(value: Truth, name: str) -> Any:
    """Give a condition as a case working holds it."""
    return unknown(name) if value is None else value


def plain(value: Any) -> Truth:
    """Give ``None`` for an unknown."""
    if isinstance(value, Unknown):
        return None
    assert isinstance(value, bool)
    return value


@given(truths, truths)
def test_logic_is_that_of_kleene(first: Truth, second: Truth) -> None:
    """And and or follow the tables of three values, from either side."""
    one, two = term(first, "a"), term(second, "b")
    negated = {True: False, False: True, None: None}
    not_or = kleene_and(negated[first], negated[second])
    assert kleene_and(first, second) == plain(one & two)
    assert negated[not_or] == plain(one | two)


def test_conditions_of_the_place_come_last() -> None:
    """A local condition sees the working and the facts, after the measure is worked."""

    def condition(w: Any, facts: Any) -> None:
        w.require(NORM, facts.first, OTHER)

    case = CaseWorking(DAY, Basis(conditions=(condition,)))
    view = case.read(Facts(first=False))
    case.require(NORM, False, NO)
    outcome: Outcome[Any] = case.outcome(view.amount)
    assert ["no", "other"] == [refusal.code for refusal in outcome.refusals]
    assert [NORM.read(DAY)] == [entry for entry in outcome.citations if isinstance(entry, Used)]


def test_months_within_the_year_are_unknown_with_either_day() -> None:
    """The months of the year cannot be counted from or to an unknown day."""
    case, day, unknown = CaseWorking(date(2003, 7, 1)), date(2003, 3, 31), Unknown(("opened",))

    assert 10 == case.months_within(day, date(2004, 1, 1))
    for first, last in ((unknown, day), (day, unknown)):
        assert ("opened",) == case.months_within(first, last).names


def test_record_beside_an_unknown_one(case: CaseWorking) -> None:
    """Where a condition is unknown, every field needs the facts of a side that is unknown."""
    found: Any = case.choose(unknown("first"), Pair(known=1, open=2), unknown("amount"))
    names = ("first", "amount")
    assert [names, names] == [found.known.names, found.open.names]


def test_loop_over_a_rule_that_is_not_known(case: CaseWorking) -> None:
    """A loop over the value of such a rule has one unknown item, so that the rule is asked for."""
    (item,) = case.each(case.use(NEVER))
    assert (f"rule-not-known:{NEVER.path}",) == case.outcome(item).missing
