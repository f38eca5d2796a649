"""Tables of rules: paths, days of comparison, and what is not a table."""

from collections.abc import Mapping
from datetime import date
from fractions import Fraction
from typing import Final, assert_type

import pytest
from attrs import Factory, evolve, frozen

from gansu_reemployment import Rule, Rulebook, Yuan, load_host
from gansu_reemployment.errors import AmendmentError, RulebookError
from gansu_reemployment.law.documents import Instrument
from gansu_reemployment.law.provisions import Amendment, Bound, Provision, cited
from gansu_reemployment.law.rules import HORIZON, Reading, Used
from gansu_reemployment.law.series import Tier, lending_rates, minimum_hourly_wage, minimum_wage
from gansu_reemployment.law.tables import amended, reading, rule_table, stated
from gansu_reemployment.regions import Level
from gansu_reemployment.rulebook.tables import rules_of_table
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.terms import Reason

DAY: Final = date(2003, 8, 1)
CHECKED: Final = date(2026, 11, 23)
LATER: Final = date(2027, 1, 1)
CITE: Final = Instrument("市政发〔2003〕1号", "", ("某市",), DAY, DAY).at("第二条")
LIMIT: Final = Bound(DAY, CITE, least=Yuan(1), most=Yuan(3))


@rule_table("parent", checked=CHECKED, covered_until=LATER)
class ParentRules:
    """A table with a rule that a place may set, and a series."""

    amount: Rule[Yuan] = stated(
        "金额", "amount", Provision(DAY, Yuan(2), CITE), delegated_to=Level.COUNTY, bounds=(LIMIT,)
    )
    rates: Mapping[Tier, Rule[Fraction]] = Factory(lending_rates)


@rule_table("parent", checked=LATER)
class ChildRules(ParentRules):
    """A table that extends another one of its own prefix."""

    share: Rule[Fraction] = stated("比例", "share")

    def both(self) -> tuple[Rule[Yuan], Rule[Fraction]]:
        """Return the two rules."""
        return self.amount, self.share


class TestTable:
    """What a table adds to the rules that it states."""

    def test_path_is_prefix_and_attribute(self) -> None:
        """A table that extends another keeps the rules of both."""
        assert ["parent.amount", "parent.share"] == [found.path for found in ChildRules().both()]

    def test_values_have_the_type_of_the_rule(self) -> None:
        """A type checker sees the rule as it is annotated."""
        rules = ParentRules()
        assert_type(rules.amount, Rule[Yuan])
        assert Yuan(2) == rules.amount.on(DAY).value
        assert_type(rules.rates, Mapping[Tier, Rule[Fraction]])
        assert lending_rates() == rules.rates

    def test_days_of_the_table(self) -> None:
        """The day of comparison and the last day are those of the table that states the rule."""
        amount, share = ChildRules().both()
        assert (CHECKED, LATER) == (amount.checked_on, amount.covered_until)
        assert (LATER, HORIZON) == (share.checked_on, share.covered_until)

    def test_delegation_and_bounds(self) -> None:
        """A place may set what is delegated, within its bounds."""
        amount, share = ChildRules().both()
        assert Yuan(3) == amount.amended([Provision(DAY, Yuan(3), CITE)]).on(DAY).value
        with pytest.raises(AmendmentError, match="outside the limits set by law"):
            amount.amended([Provision(DAY, Yuan(4), CITE)])
        with pytest.raises(AmendmentError, match="not delegated"):
            share.amended([Provision(DAY, Fraction(1), CITE)])

    def test_in_a_rulebook(self) -> None:
        """A rulebook finds the rules of a table, its series too, and their types."""
        book = Rulebook(own={ChildRules: ""})
        assert ["parent.amount", *(f"rates.{tier.code}" for tier in Tier), "parent.share"] == [
            found.path for found in book.rules_in(ChildRules)
        ]
        assert Fraction is book.kind("parent.share")


@rule_table("rested", checked=CHECKED)
class RestedRules:
    """A table with a reading of two documents."""

    rounding: Reading = reading(
        "四舍五入到分", "rounded half up to the fen", cited(DAY, CITE), cited(LATER, CITE)
    )


class TestReading:
    """A sentence that is cited and has no value."""

    def test_row_in_force_is_cited(self) -> None:
        """The citation changes on its day; a reading has a path like any rule."""
        rules = RestedRules()
        assert_type(rules.rounding, Reading)
        case = CaseWorking(DAY)
        case.cite(rules.rounding)
        (used,) = case.outcome(None).citations
        assert "rested.rounding@2003-08-01" == used.key
        assert isinstance(used, Used)
        assert used.provision.value is None

    def test_explanation_has_no_value(self) -> None:
        """The sentence is told with its source, and nothing else."""
        case = CaseWorking(DAY)
        case.cite(RestedRules().rounding)
        assert "  · rounded half up to the fen [1]" in case.outcome(None).explain("en").splitlines()

    def test_condition_rests_on_it(self) -> None:
        """A refusal names the reading as its source."""
        case = CaseWorking(DAY)
        case.require(RestedRules().rounding, condition=False, reason=Reason("no", "No."))
        (refusal,) = case.outcome(None).refusals
        assert refusal.used is not None
        assert "rested.rounding" == refusal.used.rule.path

    def test_no_region_sets_it(self) -> None:
        """It is not delegated, in a rulebook or alone, and its values have no type."""
        book = Rulebook(own={RestedRules: ""})
        assert type(None) is book.kind("rested.rounding")
        row = Amendment("rested.rounding", DAY, None, CITE, "620500")
        with pytest.raises(AmendmentError, match="not delegated"):
            book.amended([row])

    def test_stays_a_reading(self) -> None:
        """As it was known on a day, a reading is still one."""
        known = RestedRules().rounding.as_known(DAY)
        assert isinstance(known, Reading)

    def test_readings_of_the_nation(self) -> None:
        """No row of a reading has a value, and every row of another rule has one."""
        for found in Rulebook.national().rules():
            without = {row.value is None for row in found.all_rows()}
            assert without <= {isinstance(found, Reading)}, found.path


class TestAmended:
    """A table with other rules."""

    def test_one_rule_is_replaced(self) -> None:
        """The table itself stays; attrs does the same at run time."""
        rules = ParentRules()
        other = rules.amount.amended([Provision(DAY, Yuan(1), CITE)])
        changed = amended(rules, amount=other)
        assert_type(changed, ParentRules)
        assert changed.amount is other
        assert rules.amount is not other
        assert evolve(rules, amount=other).amount is other  # type: ignore[misc]

    def test_unknown_rule(self) -> None:
        """A misspelt name is reported."""
        with pytest.raises(RulebookError, match="ParentRules has no rule amuont"):
            amended(ParentRules(), amuont=ParentRules().amount)


class TestRefusals:
    """What cannot be a table."""

    def test_second_table_of_a_prefix(self) -> None:
        """Two tables of one prefix would state two rules at one path."""
        with pytest.raises(RulebookError, match=r"already stated by .*ChildRules"):

            @rule_table("parent", checked=CHECKED)
            class _Second:
                """A table of its own."""

    def test_same_module_loaded_twice(self) -> None:
        """The same class may be made again, as when a module is reloaded."""

        def load() -> None:
            @rule_table("again", checked=CHECKED)
            class _Again:
                """The table of a module."""

        load()
        load()

    def test_rule_outside_a_table(self) -> None:
        """A rule without a table has no path, which its first use reports."""

        @frozen
        class _Plain:
            amount: Rule[Yuan] = stated("金额", "amount")  # noqa: RUF009 - the mistake

        with pytest.raises(RulebookError, match="amount is stated outside a rule table"):
            _Plain().amount.on(DAY)
        assert not hasattr(_Plain().amount, "__len__")

    def test_rule_without_annotation(self) -> None:
        """A rule that is not annotated would be no field of its table."""
        with pytest.raises(RulebookError, match=r"bare\.amount has no annotation"):

            @rule_table("bare", checked=CHECKED)
            class _Bare:
                """A table with a bare rule."""

                amount = stated("金额", "amount", Provision(DAY, Yuan(2), CITE))

    def test_rows_are_checked(self) -> None:
        """The rows of a table are held to the same order as any others."""
        row = Provision(DAY, Yuan(2), CITE)
        with pytest.raises(RulebookError, match=r"disorder\.amount: the rows"):

            @rule_table("disorder", checked=CHECKED)
            class _Disorder:
                """A table with two rows of one day."""

                amount: Rule[Yuan] = stated("金额", "amount", row, row)


class TestComparison:
    """When rows of law were last compared with their sources."""

    def test_every_rule_was_compared(self) -> None:
        """No rule of the nation, nor of the series that no measure reads, lacks a day."""
        series = (*minimum_wage().values(), *minimum_hourly_wage().values())
        written = (*Rulebook.national().rules(), *series)
        assert [] == [rule.path for rule in written if rule.checked_on is None]

    def test_local_rules_were_compared(self) -> None:
        """The rows of each place that the library ships have a day."""
        held = load_host([]).locals.values()
        assert [] == [one.region.name for one in held if one.amendments and not one.checked_on]


@rule_table("beside", checked=CHECKED)
class TableWithAName:
    """A table of one rule that has a text beside it."""

    share: Rule[Fraction] = stated("比例", "share")
    unit: str = "元"


def test_only_rules_are_listed() -> None:
    """What else a table says is not among its rules."""
    assert ["beside.share"] == [found.path for found in rules_of_table(TableWithAName)]
