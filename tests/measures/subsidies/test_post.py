"""The post subsidy: forms, cap and floor, and cases beside columns."""

from collections.abc import Callable
from datetime import date
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.persons.facts import Group
from gansu_reemployment.measures.subsidies.post.cap import PostWage, post_subsidy_cap
from gansu_reemployment.measures.subsidies.post.rules import (
    Ceiling,
    Floor,
    PostForm,
    PostRules,
    WageSource,
)
from gansu_reemployment.measures.subsidies.post.subsidy import (
    PostClaim,
    PostSubsidy,
    post_subsidy,
)
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Basis, Outcome

DAY = date(2006, 3, 1)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
CLAIM = PostClaim(
    hardship=Group.OLDER,
    contract_years=1,
    months=3,
    months_used=0,
    retired=False,
    minimum_wage=Yuan(340),
    average_wage=Yuan(16960),
)


def local(**values: Any) -> PostRules:
    """Return the rules with local values."""
    rules = PostRules()
    rows = {
        name: [Provision(date(2002, 9, 30), value, LOCAL, region="620000")]
        for name, value in values.items()
    }
    return amended(rules, **{name: getattr(rules, name).amended(row) for name, row in rows.items()})


def work(claim: PostClaim, rules: PostRules, on: date = DAY) -> Outcome[PostSubsidy]:
    """Evaluate one claim."""
    case = CaseWorking(on)
    outcome: Outcome[PostSubsidy] = post_subsidy(case, case.read(claim), rules)
    return outcome


def total(claim: PostClaim, rules: PostRules, on: date = DAY) -> Yuan:
    """Return the total of one claim that is granted."""
    value = work(claim, rules, on).value
    assert value is not None
    return value.total


def codes(outcome: Outcome[Any]) -> list[str]:
    """Return the codes of the refusals."""
    return [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize("name", ["post_subsidy_cap", "post_subsidy"])
def test_vectors(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """The worked cases have the expected results."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors(name) if r.failures]


class TestCap:
    """Gansu's cap of 2006."""

    def test_not_before_2006(self) -> None:
        """Before 2006 no cap is known."""
        outcome = Bureau.of("兰州市").post_subsidy_cap(PostWage(), on=date(2005, 12, 31))
        assert {"post.cap_share": date(2005, 12, 31)} == lacking(outcome)

    def test_wage_given(self) -> None:
        """A wage that is given replaces the published one."""
        given_ = PostWage(average_wage=Yuan(12000))
        outcome = Bureau.of("兰州市").post_subsidy_cap(given_, on=DAY)
        assert outcome.value is not None
        assert Yuan(250) == outcome.value.cap

    def test_published_wage_is_cited(self) -> None:
        """The published wage is cited."""
        outcome = Bureau.of("兰州市").post_subsidy_cap(PostWage(), on=DAY)
        assert "insurance.average_wage.620100" in [used.rule.path for used in outcome.citations]

    def test_year_without_a_wage(self) -> None:
        """An unknown wage of the year before leaves the cap undecided."""
        outcome = Bureau.of("甘肃省").post_subsidy_cap(PostWage(), on=date(2008, 3, 1))
        assert {"insurance.average_wage.620000": date(2008, 3, 1)} == lacking(outcome)

    def test_a_county_takes_the_wage_of_its_prefecture(self) -> None:
        """The locality is the prefecture, so that a county has its cap."""
        day = date(2006, 7, 1)
        for name in ("兰州市", "城关区"):
            value = Bureau.of(name).post_subsidy_cap(PostWage(), on=day).value
            assert value is not None
            assert Yuan("353.33") == value.cap

    def test_place_without_wages(self) -> None:
        """Where no wage is published at all, it is asked for as a fact."""
        case = CaseWorking(date(2006, 7, 1), Basis(post_subsidy_cap, "610100"))
        rules = local(cap_share=Fraction(25, 100))
        assert ("average_wage",) == post_subsidy_cap(case, PostWage(), rules).missing

    @pytest.mark.parametrize(
        ("amount", "expected"), [("353.33", []), ("353.34", ["above-cap"]), ("353.32", [])]
    )
    def test_payment_against_the_unrounded_cap(self, amount: str, expected: list[str]) -> None:
        """The cap of Lanzhou is 353.333…: 353.33 is within, 353.34 is not."""
        rules = local(
            form=PostForm.FIXED,
            amount=Yuan(amount),
            ceiling=Ceiling.AVERAGE_WAGE,
            cap_share=Fraction(25, 100),
        )
        assert expected == codes(work(CLAIM, rules))

    @pytest.mark.parametrize(
        ("share", "expected"), [(Fraction(1, 4), []), (Fraction(249, 1000), ["above-cap"])]
    )
    def test_ladder_against_the_cap(self, share: Fraction, expected: list[str]) -> None:
        """A ladder that pays a quarter of the wage of 16,960 is within that share only."""
        rules = local(
            form=PostForm.LADDER,
            ladder=(Yuan(4240),),
            ceiling=Ceiling.AVERAGE_WAGE,
            cap_share=share,
        )
        claim = evolve(CLAIM, average_wage=Yuan(16960), months=3, months_used=0)
        assert expected == codes(work(claim, rules))

    def test_rounded_cap_may_be_above_the_law(self) -> None:
        """The cap of Jiuquan is shown as 353.42, but 353.42 a month is above 25 %."""
        rules = local(
            form=PostForm.FIXED,
            amount=Yuan("353.42"),
            ceiling=Ceiling.AVERAGE_WAGE,
            cap_share=Fraction(25, 100),
        )
        assert ["above-cap"] == codes(work(evolve(CLAIM, average_wage=Yuan(16964)), rules))


class TestForms:
    """The forms that a region may set."""

    def test_no_national_number(self) -> None:
        """Without a local form rule and remedy are named."""
        outcome = work(CLAIM, PostRules())
        assert {"post.form": DAY} == lacking(outcome)
        assert "a plugin of the region may set one" in outcome.explain("en")

    def test_fixed(self) -> None:
        """A fixed amount is paid for each month."""
        assert Yuan(900) == total(CLAIM, local(form=PostForm.FIXED, amount=Yuan(300)))

    def test_minimum_wage(self) -> None:
        """A share of the minimum wage rises with it."""
        rules = local(form=PostForm.MINIMUM_WAGE, wage_share=Fraction(30, 100))
        assert Yuan(306) == total(CLAIM, rules)
        assert Yuan(387) == total(evolve(CLAIM, minimum_wage=Yuan(430)), rules)

    @pytest.mark.parametrize(("claimed", "stated"), [(None, 340), (Yuan(900), 340)])
    def test_minimum_wage_of_the_place(self, claimed: Yuan | None, stated: int) -> None:
        """Where the rules of the place state its minimum wage, the claim is not asked."""
        rules = local(
            form=PostForm.MINIMUM_WAGE,
            wage_share=Fraction(30, 100),
            minimum_wage_from=WageSource.PLACE,
            minimum_wage=Yuan(stated),
        )
        assert Yuan(306) == total(evolve(CLAIM, minimum_wage=claimed), rules)
        unknown = local(
            form=PostForm.MINIMUM_WAGE,
            wage_share=Fraction(30, 100),
            minimum_wage_from=WageSource.PLACE,
        )
        assert ("rule-not-known:post.minimum_wage",) == work(CLAIM, unknown).missing

    def test_average_wage(self) -> None:
        """A share of the average wage is rounded once, by the month."""
        rules = local(form=PostForm.AVERAGE_WAGE, wage_share=Fraction(25, 100))
        assert Yuan("1059.99") == total(CLAIM, rules)

    @pytest.mark.parametrize(
        ("used", "months", "expected"),
        [
            (0, 12, "1000.00"),
            (12, 12, "1500.00"),
            (24, 12, "2000.00"),
            (11, 3, "333.33"),
            (0, 36, "4500.00"),
            (36, 1, "0.00"),
        ],
    )
    def test_ladder(self, used: int, months: int, expected: str) -> None:
        """Each month is paid at the amount of its year; after the last year none is paid."""
        rules = local(form=PostForm.LADDER, ladder=(Yuan(1000), Yuan(1500), Yuan(2000)))
        claim = evolve(CLAIM, months=months, months_used=used)
        assert Yuan(expected) == total(claim, rules)

    @pytest.mark.parametrize(("amount", "expected"), [("101.99", ["below-floor"]), ("102.00", [])])
    def test_floor(self, amount: str, expected: list[str]) -> None:
        """A standard below 30 % of the minimum wage is refused where that is the floor."""
        rules = local(
            form=PostForm.FIXED,
            amount=Yuan(amount),
            floor=Floor.MINIMUM_WAGE,
            floor_share=Fraction(30, 100),
        )
        assert expected == codes(work(CLAIM, rules))

    def test_who(self) -> None:
        """To 2005 the older only, from 2006 all hard to employ with a year of contract."""
        rules = local(form=PostForm.FIXED, amount=Yuan(300))
        claim = evolve(CLAIM, hardship=Group.LONG_ALLOWANCE, contract_years=0)
        assert ["not-hard-to-employ"] == codes(work(claim, rules, date(2005, 12, 31)))
        assert ["contract-too-short"] == codes(work(claim, rules, date(2006, 1, 1)))

    @pytest.mark.parametrize("on", [date(2003, 7, 1), date(2005, 12, 31), date(2006, 1, 1)])
    def test_retirement_ends_it(self, on: date) -> None:
        """A retired person is refused, and one of whom it is unknown is asked."""
        rules = local(form=PostForm.FIXED, amount=Yuan(300))
        assert ["retired"] == codes(work(evolve(CLAIM, retired=True), rules, on))
        assert ("retired",) == work(evolve(CLAIM, retired=None), rules, on).missing

    def test_published_total(self) -> None:
        """6,367 persons at 330 yuan and 5,670 at 410 make the published 4,425,810."""
        amounts = [
            total(evolve(CLAIM, months=1), local(form=PostForm.FIXED, amount=Yuan(amount)))
            for amount in (330, 410)
        ]
        assert Yuan(4_425_810) == amounts[0] * 6367 + amounts[1] * 5670


def test_bad_facts() -> None:
    """Every fault of the facts is raised at once."""
    with pytest.raises(InvalidFactsError) as caught:
        PostClaim(contract_years=-1, months=0, minimum_wage=Yuan(0))
    assert ["contract_years", "months", "minimum_wage"] == [f.path for f in caught.value.faults]


RULES = {
    "fixed": local(
        form=PostForm.FIXED,
        amount=Yuan(300),
        ceiling=Ceiling.AVERAGE_WAGE,
        cap_share=Fraction(25, 100),
    ),
    "minimum wage": local(
        form=PostForm.MINIMUM_WAGE,
        wage_share=Fraction(1, 3),
        floor=Floor.MINIMUM_WAGE,
        floor_share=Fraction(1, 3),
    ),
    "minimum wage of the place": local(
        form=PostForm.MINIMUM_WAGE,
        wage_share=Fraction(1, 3),
        floor=Floor.MINIMUM_WAGE,
        floor_share=Fraction(1, 3),
        minimum_wage_from=WageSource.PLACE,
        minimum_wage=Yuan(340),
    ),
    "average wage": local(form=PostForm.AVERAGE_WAGE, wage_share=Fraction(25, 100)),
    "ladder": local(form=PostForm.LADDER, ladder=(Yuan(1000), Yuan(1500), Yuan(2000))),
}
WAGES = st.none() | st.integers(1, 50_000_00).map(Yuan.from_fen)
CLAIMS = st.builds(
    PostClaim,
    hardship=st.sampled_from([None, *Group]),
    contract_years=st.sampled_from([None, 0, 1]),
    months=st.sampled_from([None, 1, 3, 12]),
    months_used=st.none() | st.integers(0, 40),
    minimum_wage=WAGES,
    average_wage=WAGES,
)


@settings(deadline=None, max_examples=40)
@given(
    st.lists(CLAIMS, min_size=1, max_size=20),
    st.sampled_from([date(2003, 7, 1), DAY]),
    st.sampled_from(list(RULES)),
)
def test_columns_agree(both: Any, claims: list[PostClaim], on: date, name: str) -> None:
    """A file of claims has the same result for each as the single case."""
    cases, rows = both(post_subsidy, claims, on, RULES[name])
    assert cases == rows


@given(st.integers(0, 40), st.integers(1, 12))
def test_splitting_a_ladder(used: int, months: int) -> None:
    """Month by month the ladder pays the same but for the rounding of each month."""
    rules = RULES["ladder"]
    whole = total(evolve(CLAIM, months_used=used, months=months), rules)
    parts = [total(evolve(CLAIM, months_used=used + n, months=1), rules) for n in range(months)]
    assert abs(whole - sum(parts, Yuan(0))) <= Yuan("0.01") * months


@settings(deadline=None, max_examples=20)
@given(
    st.lists(st.tuples(CLAIMS, st.sampled_from([date(2003, 7, 1), DAY])), min_size=5, max_size=20),
    st.sampled_from(list(RULES)),
)
def test_each_on_its_own_day(both: Any, mixed: list[Any], name: str) -> None:
    """A file with a column of days applies to each row the law of its day."""
    claims, days = zip(*mixed, strict=True)
    cases, rows = both(post_subsidy, claims, days, RULES[name])
    assert cases == rows
