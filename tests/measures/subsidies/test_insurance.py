"""The social insurance subsidy: who, how long, how much, and cases beside columns."""

from collections.abc import Callable
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from lacking import lacking

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.errors import AmendmentError, InvalidFactsError, RuleNotInForceError
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.persons.facts import EntitledGroup, Group
from gansu_reemployment.measures.subsidies.insurance.amounts import InsuranceSubsidy
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BaseForm,
    Employer,
    Extension,
    FlexibleForm,
    Insurance,
    InsuranceClaim,
    Limit,
)
from gansu_reemployment.measures.subsidies.insurance.months import (
    insurance_subsidy,
)
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Outcome

DAY = date(2003, 7, 1)
DAY_2006 = date(2006, 1, 1)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
CLAIM = InsuranceClaim(
    employer=Employer.SERVICE,
    contract_years=3,
    group=EntitledGroup.LAID_OFF_SOE,
    new_post=True,
    wage=Yuan(700),
    average_wage=Yuan(10_800),
    months=1,
    months_used=0,
    retired=False,
)
#: The same hire with every fact known.
HIRE = evolve(
    CLAIM,
    months_in_contract=0,
    hardship=Group.GENERAL,
    extended=False,
    years_left_at_approval=10,
    paid_pension=Yuan(0),
    paid_medical=Yuan(0),
    paid_unemployment=Yuan(0),
)
POST = evolve(HIRE, employer=Employer.PUBLIC_POST, hardship=Group.OLDER, contract_years=1)
FLEXIBLE = evolve(
    HIRE,
    employer=Employer.FLEXIBLE,
    hardship=Group.OLDER,
    paid_pension=Yuan(200),
    paid_medical=Yuan(60),
    paid_unemployment=Yuan(20),
)


def local(since: date = date(2002, 9, 30), **values: Any) -> InsuranceRules:
    """Return the rules with local values."""
    rules = InsuranceRules()
    rows = {
        name: [Provision(since, value, LOCAL, region="620000")] for name, value in values.items()
    }
    return amended(rules, **{name: getattr(rules, name).amended(row) for name, row in rows.items()})


#: The rates of Lanzhou, in which the years from 2006 can be worked.
LANZHOU = local(medical_rate=Fraction(6, 100), own_medical_rate=Fraction(2, 100))
#: The same with the rules of the province.
GANSU = amended(
    Bureau.of("甘肃省").rulebook.of(InsuranceRules),
    medical_rate=LANZHOU.medical_rate,
    own_medical_rate=LANZHOU.own_medical_rate,
)


def work(
    claim: InsuranceClaim, on: date = DAY, rules: InsuranceRules | None = None
) -> Outcome[InsuranceSubsidy]:
    """Decide one claim, approved on its day if no other day is given."""
    claim = evolve(claim, approved_on=claim.approved_on or on)
    case = CaseWorking(on)
    outcome: Outcome[InsuranceSubsidy] = insurance_subsidy(case, case.read(claim), rules or LANZHOU)
    return outcome


def granted(
    claim: InsuranceClaim, on: date = DAY, rules: InsuranceRules | None = None
) -> InsuranceSubsidy:
    """Decide one claim that is granted."""
    value = work(claim, on, rules).value
    assert value is not None
    return value


def codes(outcome: Outcome[Any]) -> list[str]:
    """List the codes of the refusals."""
    return [refusal.code for refusal in outcome.refusals]


@pytest.mark.parametrize("name", ["insurance_subsidy", "insurance_subsidy_more"])
def test_vectors(run_vectors: Callable[[str], list[Result]], name: str) -> None:
    """The worked cases come out as given."""
    assert [] == [(r.vector.name, r.failures) for r in run_vectors(name) if r.failures]


class TestWho:
    """Who is subsidised, by employer and date."""

    @pytest.mark.parametrize(("years", "expected"), [(2, ["contract-too-short"]), (3, []), (4, [])])
    def test_contract_before_august_2003(self, years: int, expected: list[str]) -> None:
        """Three years are needed up to 2003-08-22."""
        assert expected == codes(work(evolve(CLAIM, contract_years=years), date(2003, 8, 22)))

    @pytest.mark.parametrize(("years", "expected"), [(0, ["contract-too-short"]), (1, []), (2, [])])
    def test_contract_from_august_2003(self, years: int, expected: list[str]) -> None:
        """One year is enough from 2003-08-23."""
        assert expected == codes(work(evolve(CLAIM, contract_years=years), date(2003, 8, 23)))

    @pytest.mark.parametrize("employer", [Employer.EXCLUDED, Employer.OTHER])
    def test_trades(self, employer: Employer) -> None:
        """Excluded trades and other enterprises are not covered before 2008."""
        claim = evolve(CLAIM, employer=employer)
        assert ["employer-not-covered"] == codes(work(claim))

    def test_any_enterprise_from_2008(self) -> None:
        """From 2008-02-03 any enterprise that hires the hard to employ is covered."""
        claim = evolve(HIRE, employer=Employer.OTHER, hardship=Group.DISABLED)
        assert ["employer-not-covered"] == codes(work(claim, date(2008, 2, 2)))
        assert [] == codes(work(claim, date(2008, 2, 3)))
        general = evolve(claim, hardship=Group.GENERAL)
        assert ["not-hard-to-employ"] == codes(work(general, date(2008, 2, 3)))

    def test_card_holders_to_the_end_of_2008(self) -> None:
        """A card holder who is not hard to employ counts if approved by the end of 2008."""
        claim = evolve(HIRE, approved_on=date(2009, 1, 1))
        assert ["not-hard-to-employ"] == codes(work(claim, date(2009, 1, 1)))
        earlier = evolve(claim, approved_on=date(2008, 12, 31))
        assert [] == codes(work(earlier, date(2009, 1, 1)))
        assert () == work(evolve(earlier, hardship=None), date(2009, 6, 1)).missing

    @pytest.mark.parametrize(
        ("approved_on", "years", "expected"),
        [
            (date(2003, 7, 1), 2, ["contract-too-short"]),
            (date(2003, 8, 22), 2, ["contract-too-short"]),
            (date(2003, 8, 23), 2, []),
            (date(2003, 7, 1), 3, []),
            (date(2004, 1, 16), 2, ["not-yet-approved"]),
        ],
    )
    def test_approval_by_its_own_law(
        self, approved_on: date, years: int, expected: list[str]
    ) -> None:
        """An approval and a refusal stand under the law of their day."""
        claim = evolve(CLAIM, contract_years=years, approved_on=approved_on)
        assert expected == codes(work(claim, date(2004, 1, 15)))

    @pytest.mark.parametrize("on", [DAY, date(2005, 12, 31)])
    def test_the_living_allowance_counts_from_2006(self, on: date) -> None:
        """To the end of 2005 only persons of state enterprises are hired (财社[2002]107号)."""
        claim = evolve(CLAIM, group=EntitledGroup.LIVING_ALLOWANCE)
        assert ["not-in-entitled-group"] == codes(work(claim, on))
        assert [] == codes(work(claim, date(2006, 1, 1)))

    @pytest.mark.parametrize(
        ("on", "expected"),
        [
            (date(2003, 6, 9), ["employer-not-covered"]),
            (date(2003, 6, 10), []),
            (date(2005, 12, 31), []),
            (date(2006, 1, 1), ["employer-not-covered"]),
        ],
    )
    def test_private_non_enterprise_units(self, on: date, expected: list[str]) -> None:
        """The opinion of Gansu names them with service enterprises; no other text does."""
        claim = evolve(CLAIM, employer=Employer.PRIVATE_NON_ENTERPRISE)
        assert ["employer-not-covered"] == codes(work(claim, on))
        assert expected == codes(work(claim, on, GANSU))

    def test_nothing_is_taken_as_given(self) -> None:
        """Retirement and approval are asked; they have no value of their own."""
        case = CaseWorking(DAY)
        claim = evolve(CLAIM, retired=None)
        missing = insurance_subsidy(case, case.read(claim), LANZHOU).missing
        assert {"retired", "approved_on"} <= set(missing)

    def test_all_reasons_at_once(self) -> None:
        """A claim that fails every condition lists every reason."""
        claim = evolve(
            CLAIM,
            employer=Employer.OTHER,
            group=EntitledGroup.NONE,
            new_post=False,
            contract_years=1,
            months_used=36,
            retired=True,
        )
        expected = [
            "retired",
            "employer-not-covered",
            "not-in-entitled-group",
            "not-a-new-post",
            "contract-too-short",
            "months-used-up",
        ]
        assert expected == codes(work(claim))

    def test_collectives_come_with_2006(self) -> None:
        """Workers of collectives run by state enterprises count from 2006-01-01."""
        claim = evolve(CLAIM, group=EntitledGroup.LAID_OFF_COLLECTIVE)
        assert ["not-in-entitled-group"] == codes(work(claim, date(2005, 12, 31)))
        assert [] == codes(work(claim, date(2006, 1, 1)))


class TestPosts:
    """Public-service posts."""

    def test_only_the_older_from_state_enterprises_before_2006(self) -> None:
        """To 2005 only the older group from state enterprises, from 2006 all hard to employ."""
        claim = evolve(POST, hardship=Group.LONG_ALLOWANCE, group=EntitledGroup.LIVING_ALLOWANCE)
        expected = ["not-in-entitled-group", "not-older-hard-to-employ"]
        assert expected == codes(work(claim, date(2005, 12, 31)))
        assert [] == codes(work(claim, date(2006, 1, 1)))

    def test_contract_from_2006(self) -> None:
        """A contract of a year is asked from 2006 only, and not for earlier approvals."""
        claim = evolve(POST, contract_years=0, approved_on=date(2006, 1, 1))
        assert ["contract-too-short"] == codes(work(claim, date(2006, 1, 1)))
        earlier = evolve(claim, approved_on=date(2005, 12, 31))
        assert [] == codes(work(earlier, date(2006, 1, 1)))
        assert () == work(evolve(earlier, contract_years=None), date(2006, 1, 1)).missing

    @pytest.mark.parametrize(("on", "missing"), [(date(2005, 12, 31), ("group",)), (DAY_2006, ())])
    def test_group_is_asked_to_2005(self, on: date, missing: tuple[str, ...]) -> None:
        """From 2006 the hard to employ are subsidised, whatever their group."""
        assert missing == work(evolve(POST, group=None), on).missing


class TestMonths:
    """How long the subsidy runs."""

    @pytest.mark.parametrize(
        ("used", "claimed", "expected"), [(32, 3, 3), (33, 3, 3), (34, 3, 2), (35, 3, 1)]
    )
    def test_thirty_six_months(self, used: int, claimed: int, expected: int) -> None:
        """Months used and granted are at most thirty-six."""
        claim = evolve(CLAIM, months=claimed, months_used=used, months_in_contract=0)
        assert expected == granted(claim).months

    @pytest.mark.parametrize("used", [36, 37])
    def test_used_up(self, used: int) -> None:
        """With thirty-six months used nothing is left."""
        assert ["months-used-up"] == codes(work(evolve(CLAIM, months_used=used)))

    def test_contract_bounds_the_term(self) -> None:
        """No more months than the contract has are granted at once."""
        claim = evolve(CLAIM, contract_years=1, months=18, months_in_contract=0)
        assert 12 == granted(claim, date(2003, 9, 1)).months

    @pytest.mark.parametrize(("in_contract", "expected"), [(8, 3), (9, 3), (10, 2), (11, 1)])
    def test_what_is_left_of_the_contract(self, in_contract: int, expected: int) -> None:
        """A contract of a year has twelve months, of which some are paid (S8)."""
        claim = evolve(
            CLAIM, contract_years=1, months=3, months_used=20, months_in_contract=in_contract
        )
        assert expected == granted(claim, date(2004, 6, 30)).months

    def test_contract_used_up(self) -> None:
        """A contract of which every month is paid has nothing left; the next one has."""
        claim = evolve(CLAIM, contract_years=1, months_used=12, months_in_contract=12)
        assert ["contract-used-up"] == codes(work(claim, date(2004, 9, 30)))
        renewed = evolve(claim, months_in_contract=0)
        assert 1 == granted(renewed, date(2004, 9, 30)).months

    def test_months_of_the_contract_are_asked_where_they_matter(self) -> None:
        """They are not asked where the contract has room for all months paid and claimed."""
        claim = evolve(CLAIM, contract_years=1, months=3, months_used=9)
        assert () == work(claim, date(2004, 6, 30)).missing
        later = evolve(claim, months_used=10)
        assert ("months_in_contract",) == work(later, date(2004, 6, 30)).missing

    def test_no_contract_is_too_short_only(self) -> None:
        """A contract of no year is refused as too short, and for nothing that follows from it."""
        claim = evolve(CLAIM, contract_years=0, months_in_contract=0)
        assert ["contract-too-short"] == codes(work(claim))

    def test_used_up_whatever_is_unknown(self) -> None:
        """Thirty-six months are used up, even if months, contract and hardship are unknown."""
        claim = evolve(CLAIM, months_used=36, months=None, contract_years=None, hardship=None)
        assert ["months-used-up"] == codes(work(claim, date(2007, 1, 1)))

    def test_local_term(self) -> None:
        """A place may set a longer time."""
        claim = evolve(CLAIM, contract_years=5, months_used=36)
        assert 1 == granted(claim, rules=local(term_months=60)).months

    @pytest.mark.parametrize(("extended", "expected"), [(True, (3, 2)), (False, (1, 0))])
    def test_extension_of_older_posts(
        self,
        extended: bool,  # noqa: FBT001 - a table of cases
        expected: tuple[int, int],
    ) -> None:
        """From 2006 the older in public posts go on beyond three years if the place agrees."""
        claim = evolve(POST, months=3, months_used=35, extended=extended)
        result = granted(claim, date(2006, 1, 1))
        assert expected == (result.months, result.extended_months)

    @pytest.mark.parametrize(("claimed", "expected"), [(11, 11), (12, 12), (13, 12), (40, 12)])
    def test_contract_bounds_the_extension(self, claimed: int, expected: int) -> None:
        """From 2008 those near retirement go on, but never beyond an enterprise's contract."""
        claim = evolve(
            CLAIM,
            hardship=Group.OLDER,
            contract_years=1,
            months=claimed,
            months_used=30,
            months_in_contract=0,
            years_left_at_approval=4,
        )
        assert expected == granted(claim, date(2008, 2, 3)).months

    def test_no_extension_before_2006(self) -> None:
        """To the end of 2005 three years are the limit in public posts too."""
        claim = evolve(POST, months=3, months_used=36, extended=True)
        assert ["months-used-up"] == codes(work(claim, date(2005, 12, 31)))
        assert 3 == granted(claim, date(2006, 1, 1)).extended_months

    def test_no_extension_in_enterprises(self) -> None:
        """An enterprise's claim ends with three years, whatever the place agreed."""
        claim = evolve(CLAIM, hardship=Group.OLDER, months_used=36, extended=True)
        assert ["months-used-up"] == codes(work(claim, date(2006, 1, 1)))

    @pytest.mark.parametrize(("years", "expected"), [(4, []), (5, ["months-used-up"])])
    def test_near_retirement_from_2008(self, years: int, expected: list[str]) -> None:
        """From 2008 those with fewer than five years to retirement go on to it."""
        claim = evolve(
            CLAIM,
            hardship=Group.OLDER,
            months_used=36,
            months_in_contract=0,
            years_left_at_approval=years,
        )
        assert expected == codes(work(claim, date(2008, 2, 3)))
        # Of the approvals before that day none is prolonged, nor of persons not hard to employ.
        earlier = evolve(claim, approved_on=date(2008, 2, 2))
        assert ["months-used-up"] == codes(work(earlier, date(2008, 2, 3)))
        general = evolve(claim, hardship=Group.GENERAL)
        assert ["months-used-up"] == codes(work(general, date(2008, 2, 3)))

    def test_year_by_year(self) -> None:
        """Where posts are prolonged year by year, the approval is asked for."""
        claim = evolve(POST, months_used=36, extended=None)
        rules = local(extension=Extension.YEARLY)
        assert ("extended",) == work(claim, DAY, rules).missing

    def test_retirement_stops_it(self) -> None:
        """A retired person is refused; an unknown retirement is asked."""
        assert ["retired"] == codes(work(evolve(CLAIM, retired=True)))
        assert ("retired",) == work(evolve(CLAIM, retired=None)).missing


class TestGansu:
    """The rules of the province."""

    @pytest.mark.parametrize(("day", "nation"), [(2, []), (3, ["months-used-up"])])
    def test_older_posts_go_on_in_2008(self, day: int, nation: list[str]) -> None:
        """From 2008-02-03 older persons in posts go on under the province's rule only."""
        claim = evolve(POST, months_used=36, extended=True, years_left_at_approval=5)
        on = date(2008, 2, day)
        assert nation == codes(work(claim, on))
        assert 1 == granted(claim, on, GANSU).extended_months

    @pytest.mark.parametrize(
        ("years", "extended", "expected"),
        [(4, None, []), (5, True, []), (5, False, ["months-used-up"])],
    )
    def test_near_retirement_or_approved(
        self,
        years: int,
        extended: bool | None,  # noqa: FBT001 - a table of cases
        expected: list[str],
    ) -> None:
        """Those near retirement need no approval of the place, the others do."""
        claim = evolve(POST, months_used=36, extended=extended, years_left_at_approval=years)
        assert expected == codes(work(claim, date(2008, 2, 3), GANSU))

    def test_approval_is_asked_of_those_it_matters_for(self) -> None:
        """The place's approval is asked in public posts only, and only far from retirement."""
        claim = evolve(POST, months_used=36, extended=None, years_left_at_approval=5)
        day = date(2008, 2, 3)
        assert ("extended",) == work(claim, day, GANSU).missing
        hire = evolve(claim, employer=Employer.OTHER, contract_years=3)
        assert ["months-used-up"] == codes(work(hire, day, GANSU))

    @pytest.mark.parametrize(
        ("approved_on", "nation", "gansu"),
        [
            (date(2008, 12, 31), [], []),
            (date(2009, 12, 31), ["not-hard-to-employ"], []),
            (date(2010, 1, 1), ["not-hard-to-employ"], ["not-hard-to-employ"]),
        ],
    )
    def test_card_holders_to_the_end_of_2009(
        self, approved_on: date, nation: list[str], gansu: list[str]
    ) -> None:
        """The notice of 2009 prolongs the approvals for card holders by a year."""
        claim = evolve(CLAIM, hardship=Group.GENERAL, approved_on=approved_on)
        day = date(2010, 1, 1)
        assert (nation, gansu) == (codes(work(claim, day)), codes(work(claim, day, GANSU)))

    def test_approvals_for_card_holders_end_by_the_notice_of_2005(self) -> None:
        """国发[2005]36号 is of 2006 on: the first regime has no such day."""
        rule = InsuranceRules().cards_until
        with pytest.raises(RuleNotInForceError):
            rule.on(date(2005, 12, 31))
        assert date(2008, 12, 31) == rule.on(date(2006, 1, 1)).value

    @pytest.mark.parametrize(
        ("name", "first"),
        [
            ("contract_years", date(2009, 3, 11)),
            ("insurances", date(2009, 3, 11)),
            ("cards_until", date(2009, 1, 1)),
        ],
    )
    def test_notice_of_2009(self, name: str, first: date) -> None:
        """Its rows were known on 2009-03-11; that on approvals reaches back to the year's start."""
        rule = getattr(GANSU, name)
        days = (first - timedelta(days=1), first)
        assert [None, "620000"] == [rule.on(day).region for day in days]
        known = [rule.as_known(date(2009, 3, day)).on(first).region for day in (10, 11)]
        assert [None, "620000"] == known


class TestAmounts:
    """How much is repaid."""

    @pytest.mark.parametrize(
        ("wage", "expected"),
        [
            ("539.99", "540.00"),
            ("540.00", "540.00"),
            ("540.01", "540.01"),
            ("2699.99", "2699.99"),
            ("2700.00", "2700.00"),
            ("2700.01", "2700.00"),
        ],
    )
    def test_floor_and_cap(self, wage: str, expected: str) -> None:
        """The base is the wage between 60 % and 300 % of the average."""
        assert Yuan(expected) == granted(evolve(CLAIM, wage=Yuan(wage))).base

    @pytest.mark.parametrize(
        ("average", "floor"), [("16949.99", "847"), ("16950.00", "848"), ("16950.01", "848")]
    )
    def test_bounds_in_whole_yuan(self, average: str, floor: str) -> None:
        """Floor and cap are rounded half up to whole yuan."""
        claim = evolve(CLAIM, wage=Yuan(0), average_wage=Yuan(average))
        assert Yuan(floor) == granted(claim).base

    def test_yearly_wage_is_rounded_once(self) -> None:
        """From a yearly wage of 16,990 the floor is 849.50, so 850."""
        claim = evolve(CLAIM, wage=Yuan(0), average_wage=Yuan(16990))
        assert Yuan(850) == granted(claim).base

    def test_local_rounding(self) -> None:
        """A place may round the bounds to the fen."""
        claim = evolve(CLAIM, wage=Yuan(0), average_wage=Yuan("16949.88"))
        assert Yuan("847.49") == granted(claim, rules=local(base_unit=1)).base

    def test_medical_comes_with_2006(self) -> None:
        """To the end of 2005 two insurances count, from 2006 three."""
        before, after = granted(CLAIM, date(2005, 12, 31)), granted(CLAIM, date(2006, 1, 1))
        assert (Yuan(140), Yuan(0), Yuan(14)) == (
            before.pension,
            before.medical,
            before.unemployment,
        )
        assert (Yuan(140), Yuan(42), Yuan(14)) == (after.pension, after.medical, after.unemployment)
        assert (Yuan(154), Yuan(196)) == (before.total, after.total)

    def test_medical_rate_is_local(self) -> None:
        """Without a local rate the medical part is absent; rule and remedy are named."""
        day = date(2006, 1, 1)
        outcome = work(CLAIM, day, InsuranceRules())
        rates = ("insurance.medical_rate", "insurance.own_medical_rate")
        assert dict.fromkeys(rates, day) == lacking(outcome)
        assert "a plugin of the region may set one" in outcome.explain("en")

    @pytest.mark.parametrize(
        ("on", "expected"), [(date(2003, 12, 31), "56.00"), (date(2004, 1, 1), "63.00")]
    )
    def test_own_share(self, on: date, expected: str) -> None:
        """The person's own share is shown: pension 7 %, from 2004 8 %, unemployment 1 %."""
        assert Yuan(expected) == granted(CLAIM, on).own

    def test_monthly_limit(self) -> None:
        """A place may repay 80 % and at most 300 yuan a month."""
        rules = local(ratio=Fraction(80, 100), limit=Limit.AMOUNT, limit_amount=Yuan(100))
        result = granted(evolve(HIRE, months=3), rules=rules)
        assert (Yuan("336.00"), Yuan(300)) == (result.pension, result.total)

    def test_fixed_base(self) -> None:
        """A place may take a fixed base, such as the minimum wage."""
        rules = local(base_form=BaseForm.FIXED, fixed_base=Yuan(640))
        assert Yuan(128) == granted(CLAIM, rules=rules).pension

    def test_share_of_the_average(self) -> None:
        """A place may take a share of the average wage of a month."""
        rules = local(base_form=BaseForm.AVERAGE, base_share=Fraction(40, 100))
        assert Yuan(360) == granted(HIRE, rules=rules).base


class TestFlexible:
    """Persons in flexible employment."""

    def test_nothing_before_2006(self) -> None:
        """There is no national subsidy for them to the end of 2005."""
        assert ["employer-not-covered"] == codes(work(FLEXIBLE, date(2005, 12, 31)))

    def test_ratio_is_local(self) -> None:
        """From 2006 the ratio has to come from the place."""
        outcome = work(FLEXIBLE, date(2006, 1, 1))
        assert {"insurance.flexible_ratio": date(2006, 1, 1)} == lacking(outcome)
        assert "a plugin of the region may set one" in outcome.explain("en")

    def test_ratio_of_what_was_paid(self) -> None:
        """The ratio is taken of each insurance; the rest is the person's own."""
        result = granted(FLEXIBLE, date(2006, 1, 1), local(flexible_ratio=Fraction(60, 100)))
        assert (Yuan(120), Yuan(36), Yuan(12)) == (
            result.pension,
            result.medical,
            result.unemployment,
        )
        assert (Yuan(280), Yuan(168), Yuan(112)) == (result.base, result.total, result.own)

    def test_rounded_once_for_all_months(self) -> None:
        """Two thirds of 140 paid in each of three months are 280.00, not 280.02 (S12)."""
        claim = evolve(FLEXIBLE, months=3, paid_pension=Yuan(140))
        result = granted(claim, date(2006, 3, 31), local(flexible_ratio=Fraction(2, 3)))
        assert Yuan(280) == result.pension

    @pytest.mark.parametrize(
        ("on", "expected"),
        [(date(2008, 2, 2), ["not-in-entitled-group"]), (date(2008, 2, 3), [])],
    )
    def test_card_holders_to_2008(self, on: date, expected: list[str]) -> None:
        """To 2008-02-02 flexible work is subsidised of persons of the groups only (S11)."""
        rules = local(flexible_ratio=Fraction(2, 3))
        claim = evolve(FLEXIBLE, group=EntitledGroup.NONE)
        assert expected == codes(work(claim, on, rules))

    def test_ratio_of_the_base_is_local(self) -> None:
        """The ratio of the base has to come from the place too."""
        rules = local(
            flexible_form=FlexibleForm.BASE, base_form=BaseForm.FIXED, fixed_base=Yuan(640)
        )
        outcome = work(FLEXIBLE, date(2006, 1, 1), rules)
        assert {"insurance.flexible_base_ratio": date(2006, 1, 1)} == lacking(outcome)
        assert "a plugin of the region may set one" in outcome.explain("en")

    def test_never_more_than_paid(self) -> None:
        """The subsidy from a base is at most what the person paid."""
        rules = local(
            flexible_form=FlexibleForm.BASE,
            flexible_base_ratio=Fraction(1),
            base_form=BaseForm.FIXED,
            fixed_base=Yuan(5000),
        )
        result = granted(FLEXIBLE, date(2006, 1, 1), rules)
        assert (Yuan(200), Yuan(0)) == (result.total, result.own)

    def test_two_counted_insurances(self) -> None:
        """A place may subsidise fewer insurances."""
        rules = local(
            flexible_ratio=Fraction(2, 3),
            insurances=frozenset({Insurance.PENSION, Insurance.MEDICAL}),
        )
        result = granted(FLEXIBLE, date(2006, 1, 1), rules)
        assert (Yuan("133.33"), Yuan(40), Yuan(0)) == (
            result.pension,
            result.medical,
            result.unemployment,
        )

    def test_at_most_two_thirds_from_2008(self) -> None:
        """From 2008 the law allows no more than two thirds."""
        assert local(date(2008, 2, 3), flexible_ratio=Fraction(2, 3)).flexible_ratio.knows(
            date(2008, 2, 3)
        )
        with pytest.raises(AmendmentError, match="at most 2/3"):
            local(date(2008, 2, 3), flexible_ratio=Fraction(7, 10))

    def test_who(self) -> None:
        """To 2008 the older, then all who are hard to employ."""
        rules = local(flexible_ratio=Fraction(60, 100))
        claim = evolve(FLEXIBLE, hardship=Group.LANDLESS)
        assert ["not-older-hard-to-employ"] == codes(work(claim, date(2008, 2, 2), rules))
        assert [] == codes(work(claim, date(2008, 2, 3), rules))


def test_bad_facts_all_at_once() -> None:
    """Every fault of the facts is listed."""
    with pytest.raises(InvalidFactsError) as caught:
        InsuranceClaim(wage=Yuan(-1), average_wage=Yuan(0), months=0, months_used=-1)
    expected = ["wage", "average_wage", "months", "months_used"]
    assert expected == [fault.path for fault in caught.value.faults]


AMOUNTS = st.integers(0, 10_000_00).map(Yuan.from_fen)
CLAIMS = st.builds(
    InsuranceClaim,
    employer=st.sampled_from([None, *Employer]),
    contract_years=st.sampled_from([None, 0, 1, 3]),
    group=st.sampled_from([None, *EntitledGroup]),
    hardship=st.sampled_from([None, Group.GENERAL, Group.OLDER, Group.DISABLED]),
    new_post=st.sampled_from([None, True, False]),
    wage=st.none() | AMOUNTS,
    average_wage=st.none() | st.integers(1, 60_000_00).map(Yuan.from_fen),
    months_in_contract=st.sampled_from([None, 0]),
    months=st.sampled_from([None, 1, 3]),
    months_used=st.sampled_from([None, 0, 34, 36]),
    retired=st.sampled_from([None, True, False]),
    extended=st.sampled_from([None, True, False]),
    years_left_at_approval=st.sampled_from([None, 4, 5]),
    approved_on=st.none() | st.dates(date(2005, 12, 30), date(2009, 1, 2)),
    paid_pension=st.none() | AMOUNTS,
    paid_medical=st.none() | AMOUNTS,
    paid_unemployment=AMOUNTS,
)
DAYS = st.sampled_from(
    [DAY, date(2003, 8, 23), date(2006, 1, 1), date(2008, 2, 3), date(2009, 1, 1)]
)
RULES = {
    "Gansu": amended(GANSU, flexible_ratio=local(flexible_ratio=Fraction(2, 3)).flexible_ratio),
    "Lanzhou": amended(LANZHOU, flexible_ratio=local(flexible_ratio=Fraction(2, 3)).flexible_ratio),
    "limits": local(
        medical_rate=Fraction(9, 100),
        own_medical_rate=Fraction(2, 100),
        ratio=Fraction(80, 100),
        limit=Limit.AMOUNT,
        limit_amount=Yuan(100),
        flexible_base_ratio=Fraction(1, 3),
        flexible_form=FlexibleForm.BASE,
        extension=Extension.YEARLY,
        base_unit=10,
    ),
}


@settings(deadline=None, max_examples=6)
@given(st.lists(CLAIMS, min_size=20, max_size=40), DAYS, st.sampled_from(list(RULES)))
def test_columns_agree(both: Any, claims: list[InsuranceClaim], on: date, name: str) -> None:
    """Columns agree with cases."""
    cases, rows = both(insurance_subsidy, claims, on, RULES[name])
    assert cases == rows


GRANTED = st.builds(
    evolve,
    st.sampled_from([CLAIM, POST]),
    hardship=st.just(Group.OLDER),
    extended=st.just(False),
    years_left_at_approval=st.just(10),
    months_in_contract=st.just(0),
    wage=AMOUNTS,
    average_wage=st.integers(1, 60_000_00).map(Yuan.from_fen),
    months=st.integers(1, 6),
    months_used=st.integers(0, 35),
)


@given(GRANTED, st.integers(0, 2500))
def test_never_more_than_the_contributions(claim: InsuranceClaim, days: int) -> None:
    """The subsidy is no more than the employer's contributions of the months granted."""
    result = granted(claim, date(2003, 1, 1) + timedelta(days=days))
    rates = (Fraction(20, 100), Fraction(6, 100), Fraction(2, 100))
    paid = sum((result.base.share(rate) for rate in rates), Yuan(0)) * result.months
    assert result.total <= paid


@given(GRANTED)
def test_months_never_pass_the_limit(claim: InsuranceClaim) -> None:
    """Months used and granted are thirty-six at most."""
    assert claim.months_used is not None
    assert claim.months_used + granted(claim).months <= 36


@given(GRANTED)
def test_splitting_changes_nothing(claim: InsuranceClaim) -> None:
    """Months claimed one by one sum up to what they are together."""
    whole = granted(claim)
    assert claim.months_used is not None
    assert claim.months is not None
    single = []
    for n in range(claim.months):
        value = work(evolve(claim, months=1, months_used=claim.months_used + n)).value
        single += [value] if value else []
    assert whole.months == sum(result.months for result in single)
    assert whole.total == sum((result.total for result in single), Yuan(0))


MIXED = st.lists(st.tuples(CLAIMS, DAYS), min_size=30, max_size=30)


@settings(deadline=None, max_examples=3)
@given(MIXED, st.sampled_from(list(RULES)))
def test_each_on_its_own_day(both: Any, mixed: list[Any], name: str) -> None:
    """With a column of days, each row follows the law of its day."""
    claims, days = zip(*mixed, strict=True)
    cases, rows = both(insurance_subsidy, claims, days, RULES[name])
    assert cases == rows


@pytest.mark.parametrize(
    "engine",
    [pytest.param("duckdb", marks=pytest.mark.slow("plans a long measure for DuckDB")), "pyarrow"],
)
@settings(deadline=None, max_examples=2)
@given(claims=st.lists(CLAIMS, min_size=20, max_size=20), on=DAYS)
def test_engines_agree(both: Any, engine: str, claims: list[InsuranceClaim], on: date) -> None:
    """DuckDB and PyArrow agree with cases."""
    cases, rows = both(insurance_subsidy, claims, on, RULES["Lanzhou"], engine)
    assert cases == rows
