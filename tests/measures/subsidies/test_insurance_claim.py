"""The quarterly claim: the employer, the roster, months, and the sheet."""

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
from gansu_reemployment.measures.persons.facts import EntitledGroup
from gansu_reemployment.measures.subsidies.insurance.claim import insurance_claim
from gansu_reemployment.measures.subsidies.insurance.facts import (
    BegunMonth,
    Employer,
    InsuranceClaim,
)
from gansu_reemployment.measures.subsidies.insurance.months import (
    insurance_subsidy,
)
from gansu_reemployment.measures.subsidies.insurance.roster import ClaimSheet, Hire, QuarterlyClaim
from gansu_reemployment.measures.subsidies.insurance.rules import InsuranceRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.outcome import Basis, Outcome
from gansu_reemployment.working.terms import Reason

LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
HIRE = Hire(
    number="1",
    group=EntitledGroup.LAID_OFF_SOE,
    new_post=True,
    hired_on=date(2003, 7, 1),
    contract_years=3,
    wage=Yuan(700),
    months_used=0,
    months_in_contract=0,
    retired=False,
    approved_on=date(2003, 7, 1),
    paid_first=True,
    paid_second=True,
    paid_third=True,
)
CLAIM = QuarterlyClaim(
    employer=Employer.SERVICE,
    first_day=date(2003, 7, 1),
    claimed_on=date(2003, 10, 8),
    in_arrears=False,
    papers_complete=True,
    average_wage=Yuan(10_800),
    hires=(HIRE,),
)


def lanzhou_rules() -> InsuranceRules:
    """Return the rules with the medical rates of Lanzhou."""
    rules = InsuranceRules()
    rates = {"medical_rate": Fraction(6, 100), "own_medical_rate": Fraction(2, 100)}
    return amended(
        rules,
        **{
            name: getattr(rules, name).amended(
                [Provision(date(2006, 1, 1), rate, LOCAL, region="620100")]
            )
            for name, rate in rates.items()
        },
    )


def check(claim: QuarterlyClaim, region: str | None = None) -> Outcome[ClaimSheet]:
    """Check one claim."""
    case = CaseWorking(claim.claimed_on, Basis(insurance_claim, region))
    outcome: Outcome[ClaimSheet] = insurance_claim(case, claim, lanzhou_rules())
    return outcome


def sheet(claim: QuarterlyClaim, region: str | None = None) -> ClaimSheet:
    """Check one claim that is granted, at least in part."""
    value = check(claim, region).value
    assert value is not None
    return value


def refused(claim: QuarterlyClaim) -> dict[int, list[str]]:
    """Return the codes of the months that are not granted."""
    return {r.month.month: [reason.code for reason in r.reasons] for r in sheet(claim).not_granted}


def with_hire(**facts: Any) -> QuarterlyClaim:
    """Return the claim with a changed person."""
    return evolve(CLAIM, hires=(evolve(HIRE, **facts),))


def test_sheet_by_person_month_and_insurance() -> None:
    """Each month of each person is a line with its insurances, and the lines add up."""
    result = sheet(evolve(CLAIM, hires=(HIRE, evolve(HIRE, number="2", wage=Yuan(400)))))
    expected = [("1", n, Yuan(140), Yuan(14)) for n in (7, 8, 9)]
    expected += [("2", n, Yuan(108), Yuan("10.80")) for n in (7, 8, 9)]
    assert expected == [
        (line.number, line.month.month, line.subsidy.pension, line.subsidy.unemployment)
        for line in result.lines
    ]
    assert (Yuan("818.40"), ()) == (result.total, result.not_granted)


@pytest.mark.parametrize(
    ("claimed_on", "expected"),
    [(date(2003, 9, 30), ["claimed-too-early"]), (date(2003, 10, 1), [])],
)
def test_after_the_quarter(claimed_on: date, expected: list[str]) -> None:
    """A claim comes after the last day of the quarter."""
    outcome = check(evolve(CLAIM, claimed_on=claimed_on))
    assert expected == [refusal.code for refusal in outcome.refusals]


def test_arrears_and_papers() -> None:
    """An employer in arrears with incomplete papers gets nothing, for both reasons."""
    outcome = check(evolve(CLAIM, in_arrears=True, papers_complete=False))
    assert ["in-arrears", "papers-incomplete"] == [refusal.code for refusal in outcome.refusals]
    assert outcome.value is None


def test_unknown_employer() -> None:
    """Unknown facts of the employer are asked."""
    unknown = evolve(CLAIM, employer=None, in_arrears=None, papers_complete=None)
    assert ("employer", "in_arrears", "papers_complete") == check(unknown).missing


def test_months_not_paid() -> None:
    """A month whose contributions were not paid is refused, the others are granted."""
    assert {8: ["not-paid"]} == refused(with_hire(paid_second=False))


def test_contract_begins_and_ends() -> None:
    """Months that the contract does not touch are refused, those that it touches are not."""
    assert {7: ["outside-contract"]} == refused(with_hire(hired_on=date(2003, 8, 31)))
    ended = with_hire(hired_on=date(2000, 9, 1))
    assert {9: ["outside-contract"]} == refused(ended)


def test_law_of_the_month() -> None:
    """A contract of two years is too short for approvals to 2003-08-22, whatever the month."""
    short = ["contract-too-short"]
    assert {7: short, 8: short, 9: short} == refused(with_hire(contract_years=2))
    approved = with_hire(contract_years=2, approved_on=date(2003, 8, 23))
    assert {7: ["not-yet-approved"]} == refused(approved)


@pytest.mark.parametrize(
    ("hired_on", "expected"),
    [
        (date(2003, 7, 31), {}),
        (date(2003, 8, 1), {7: ["outside-contract"]}),
        (date(2003, 8, 31), {7: ["outside-contract"]}),
    ],
)
def test_begun_month_counts(hired_on: date, expected: dict[int, list[str]]) -> None:
    """A month in which the contract begins counts as a whole (S9)."""
    assert expected == refused(with_hire(hired_on=hired_on))


@pytest.mark.parametrize(("hired_on", "outside"), [(date(2000, 9, 1), [9]), (date(2000, 9, 2), [])])
def test_month_in_which_the_contract_ends_counts(hired_on: date, outside: list[int]) -> None:
    """A contract of three years that ends on 1 September touches that month (S9)."""
    assert outside == [*refused(with_hire(hired_on=hired_on))]


@pytest.mark.parametrize(
    ("hired_on", "outside"),
    [
        (date(2003, 7, 1), []),
        (date(2003, 7, 2), [7]),
        (date(2000, 10, 1), []),
        (date(2000, 9, 30), [9]),
    ],
)
def test_begun_month_where_a_place_leaves_it_out(hired_on: date, outside: list[int]) -> None:
    """A place may leave out a month that the contract does not cover to its last day."""
    row = Provision(date(2002, 9, 30), BegunMonth.NOT, LOCAL, region="620100")
    rules = lanzhou_rules()
    rules = amended(rules, begun_month=rules.begun_month.amended([row]))
    claim = with_hire(hired_on=hired_on)
    value = insurance_claim(CaseWorking(claim.claimed_on), claim, rules).value
    assert value is not None
    assert outside == [item.month.month for item in value.not_granted]


def test_contract_used_up_within_the_quarter() -> None:
    """A contract of a year of which ten months are paid has two left (S8)."""
    claim = with_hire(
        contract_years=1,
        hired_on=date(2003, 7, 1),
        approved_on=date(2003, 8, 23),
        months_used=10,
        months_in_contract=10,
    )
    later = evolve(claim, first_day=date(2003, 10, 1), claimed_on=date(2004, 1, 5))
    assert {12: ["contract-used-up"]} == refused(later)


def test_months_run_out_within_the_quarter() -> None:
    """With thirty-five months used the first month is the last."""
    expected = {8: ["months-used-up"], 9: ["months-used-up"]}
    assert expected == refused(with_hire(months_used=35))


def test_every_open_question_of_a_person() -> None:
    """A person with missing facts is undecided, month by month."""
    result = sheet(with_hire(wage=None, group=None))
    assert [("group", "wage")] * 3 == [item.missing for item in result.not_granted]
    contract = sheet(with_hire(paid_first=None, hired_on=None))
    assert ("paid_first", "hired_on") == contract.not_granted[0].missing


def test_published_wage() -> None:
    """Without a wage in the claim, the published wage of the place applies, rounded once."""
    claim = QuarterlyClaim(
        employer=Employer.SERVICE,
        first_day=date(2006, 7, 1),
        claimed_on=date(2006, 10, 9),
        in_arrears=False,
        papers_complete=True,
        hires=(
            evolve(HIRE, wage=Yuan(0), hired_on=date(2006, 4, 1), approved_on=date(2006, 4, 1)),
        ),
    )
    assert Yuan(848) == sheet(claim, "620100").lines[0].subsidy.base
    # The wage of 2005 was published on 2006-06-08; to then that of 2004 counts, here unknown.
    earlier = evolve(claim, first_day=date(2006, 4, 1), claimed_on=date(2006, 7, 3))
    outcome = check(earlier, "620100")
    assert ("rule-not-known:insurance.average_wage.620100",) == outcome.missing


def test_wage_of_2002_is_not_known() -> None:
    """Without a published wage, the claim has to state one."""
    outcome = check(evolve(CLAIM, average_wage=None), "620100")
    assert {"insurance.average_wage.620100": CLAIM.first_day} == lacking(outcome)
    assert "average wage of the year before, Lanzhou City" in outcome.explain("en")


def test_local_condition_reaches_each_person() -> None:
    """A local condition on the subsidy refuses each month of the quarterly claim too."""
    no = Reason("own-staff", "own staff")

    def own_staff(w: Any, claim: Any) -> None:
        w.refuse(InsuranceRules().new_posts, claim.new_post, no)

    part = Basis(insurance_subsidy, conditions=(own_staff,))
    case = CaseWorking(CLAIM.claimed_on, Basis(insurance_claim, part=part))
    value = insurance_claim(case, CLAIM, InsuranceRules()).value
    assert value is not None
    assert ["own-staff"] * 3 == [item.reasons[0].code for item in value.not_granted]


def test_bureau_gives_the_part_its_own_basis() -> None:
    """In a bureau the months rest on the basis of the subsidy itself."""
    part = Bureau.of("兰州市").basis(insurance_claim).part
    assert part is not None
    assert (insurance_subsidy, "620100") == (part.measure, part.region)


def test_faults() -> None:
    """A quarter begins on its first day, and each number is used once."""
    with pytest.raises(InvalidFactsError) as caught:
        evolve(CLAIM, first_day=date(2003, 7, 2), hires=(HIRE, HIRE))
    assert ["first_day", "hires.1"] == [fault.path for fault in caught.value.faults]


@settings(deadline=None)
@given(
    st.integers(0, 5_000_00).map(Yuan.from_fen),
    st.integers(0, 36),
    st.sampled_from([date(2003, 10, 1), date(2004, 1, 1), date(2005, 10, 1)]),
)
def test_quarter_is_the_sum_of_its_months(wage: Yuan, used: int, first_day: date) -> None:
    """Under one law a quarter equals one claim of three months."""
    claim = evolve(
        with_hire(wage=wage, months_used=used),
        first_day=first_day,
        claimed_on=date(2006, 2, 1),
    )
    facts = InsuranceClaim(
        employer=Employer.SERVICE,
        contract_years=3,
        group=EntitledGroup.LAID_OFF_SOE,
        new_post=True,
        wage=wage,
        average_wage=Yuan(10_800),
        months=3,
        months_used=used,
        months_in_contract=0,
        retired=False,
        approved_on=date(2003, 7, 1),
    )
    case = CaseWorking(first_day)
    whole = insurance_subsidy(case, case.read(facts), lanzhou_rules()).value
    assert sheet(claim).total == (whole.total if whole else Yuan(0))
