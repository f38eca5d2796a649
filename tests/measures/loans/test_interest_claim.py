"""A bank's claim: balances, settlement, differences, deadlines."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from attrs import evolve

from gansu_reemployment import Bureau
from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import InvalidFactsError
from gansu_reemployment.law.deadlines import Deadline
from gansu_reemployment.law.documents import Instrument, Standing
from gansu_reemployment.law.provisions import Provision
from gansu_reemployment.law.tables import amended
from gansu_reemployment.measures.loans.facts import Borrower, Settlement
from gansu_reemployment.measures.loans.interest.claim import SubsidyClaim, claim_deadlines
from gansu_reemployment.measures.loans.interest.facts import BankClaim, RegisterLoan
from gansu_reemployment.measures.loans.interest.rules import InterestRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.testing.worked_cases import Result

DAY = date(2003, 9, 20)
LOCAL = Instrument("", "本地规定", (), date(2000, 1, 1), date(2000, 1, 1)).at(
    standing=Standing.ASSUMED
)
LOAN = RegisterLoan(
    number="001",
    principal=Yuan(20000),
    drawn_on=date(2003, 7, 15),
    due_on=date(2005, 7, 15),
    months=24,
    borrower=Borrower.CERTIFIED,
    micro_profit=True,
    uplift=0,
    repaid=False,
)


def drawn(on: date, **facts: Any) -> RegisterLoan:
    """Return the loan drawn on another day."""
    return evolve(LOAN, drawn_on=on, due_on=add_months(on, 24), **facts)


def claimed(*loans: RegisterLoan, on: date = DAY) -> SubsidyClaim:
    """Return the claim for a register."""
    found = Bureau.of().interest_claim(BankClaim(settled_on=on, loans=loans), on=on).value
    assert found is not None
    return found


def test_vectors(run_vectors: Callable[[str], list[Result]]) -> None:
    """Every worked case and every published sum has its stated result."""
    results = run_vectors("interest_claim")
    assert [] == [(r.vector.name, r.failures) for r in results if r.failures]


@pytest.mark.parametrize(
    ("drawn_on", "opening", "lent"),
    [
        (date(2003, 6, 20), 1, 0),
        (date(2003, 6, 21), 0, 1),
        (date(2003, 9, 20), 0, 1),
        (date(2003, 9, 21), 0, 0),
    ],
)
def test_balances(drawn_on: date, opening: int, lent: int) -> None:
    """The settlement days separate the balance at the beginning from the loans drawn."""
    found = claimed(drawn(drawn_on))
    assert (LOAN.principal * opening, LOAN.principal * lent) == (found.opening, found.lent)  # type: ignore[operator]


def test_repaid_loans_leave_the_balance() -> None:
    """A loan repaid in the quarter is in the balance at its beginning, not at its end."""
    gone = drawn(date(2003, 5, 1), repaid=True, repaid_on=date(2003, 9, 1))
    found = claimed(gone, evolve(gone, repaid_on=date(2003, 6, 1)))
    assert (Yuan(20000), Yuan(20000), Yuan(0)) == (found.opening, found.repaid, found.closing)


def test_monthly_is_rounded_month_by_month() -> None:
    """A loan that settles monthly has three periods in the quarter."""
    loan = drawn(date(2003, 6, 1), principal=Yuan("777.77"))
    monthly = claimed(evolve(loan, settlement=Settlement.MONTHLY)).lines[0].subsidy
    quarterly = claimed(loan).lines[0].subsidy
    assert (92, 92) == (monthly.days, quarterly.days)
    # 30, 31 and 31 days at 5.49 %.
    assert Yuan("3.56") + Yuan("3.68") + Yuan("3.68") == monthly.subsidy
    assert Yuan("10.91") == quarterly.subsidy


def test_at_end_is_claimed_in_the_quarter_of_repayment() -> None:
    """Interest charged with the principal is claimed when it is charged."""
    loan = evolve(LOAN, settlement=Settlement.AT_END)
    assert Yuan(0) == claimed(loan).amount
    last = claimed(loan, on=date(2005, 9, 20))
    assert 731 == last.lines[0].subsidy.days


@pytest.mark.parametrize(
    ("repaid_on", "quarter"),
    [
        (date(2003, 9, 20), date(2003, 9, 20)),
        (date(2003, 9, 21), date(2003, 12, 20)),
    ],
)
def test_at_end_belongs_to_the_quarter_of_the_day_of_payment(
    repaid_on: date, quarter: date
) -> None:
    """Interest paid on the 21st is claimed in the quarter that begins on this day."""
    loan = evolve(LOAN, settlement=Settlement.AT_END, repaid=True, repaid_on=repaid_on)
    found = {
        on: bool(claimed(loan, on=on).amount) for on in (date(2003, 9, 20), date(2003, 12, 20))
    }
    assert [quarter] == [on for on, paid in found.items() if paid]


def test_loan_without_subsidy_has_its_reason() -> None:
    """A loan without a subsidy is in the claim with its reason only."""
    found = claimed(evolve(LOAN, micro_profit=False, claimed=Yuan("207.40")), LOAN)
    line = found.lines[0]
    assert (("not-micro-profit",), Yuan("207.40")) == (line.reasons, line.difference)
    assert (1, Yuan("207.40")) == (found.number, found.amount)


def test_unknown_facts_are_asked_with_their_loan() -> None:
    """A claim is undecided while facts of a loan are unknown."""
    claim = BankClaim(
        settled_on=DAY, loans=(LOAN, evolve(LOAN, principal=None, repaid=True, drawn_on=None))
    )
    missing = Bureau.of().interest_claim(claim, on=DAY).missing
    assert ("loans[1].drawn_on", "loans[1].principal", "loans[1].repaid_on") == missing


def test_open_loans_are_kept_apart() -> None:
    """A loan that lacks a fact of its subsidy is in the balances, and waits for its fact."""
    found = claimed(LOAN, evolve(LOAN, number="2", months=None, micro_profit=None))
    assert (1, Yuan("207.40")) == (found.number, found.amount)
    assert [("2", ("months", "micro_profit"))] == [
        (one.loan.number, one.missing) for one in found.open
    ]
    assert Yuan(40_000) == found.closing


def test_claim_of_open_loans_only_is_undecided() -> None:
    """A claim without a decided loan is not a claim of nothing."""
    claim = BankClaim(settled_on=DAY, loans=(evolve(LOAN, due_on=None),))
    assert ("loans[0].due_on",) == Bureau.of().interest_claim(claim, on=DAY).missing


def test_unknown_share_leaves_the_claim_undecided() -> None:
    """A share of unknown value is named without its loan; a refused loan does not need it."""
    day = date(2008, 12, 20)
    loan = drawn(date(2008, 10, 6), borrower=Borrower.DIFFICULT)
    refused = evolve(loan, micro_profit=False, uplift=None)
    claim = BankClaim(settled_on=day, loans=(loan, loan))
    missing = Bureau.of().interest_claim(claim, on=day).missing
    assert ("rule-not-known:loan.share_difficult",) == missing
    assert ("not-micro-profit",) == claimed(refused, on=day).lines[0].reasons


@pytest.mark.parametrize("day", [date(2003, 9, 19), date(2003, 8, 20), date(2002, 12, 20)])
def test_settlement_day(day: date) -> None:
    """A quarter is settled on the 20th of its last month, from the first rule on."""
    with pytest.raises(InvalidFactsError) as caught:
        BankClaim(settled_on=day)
    assert {"settled_on"} == {fault.path for fault in caught.value.faults}


def test_deadlines_of_a_region() -> None:
    """The steps follow one another in working days; other counts begin at the period's end."""
    rules = InterestRules()
    assert {} == Bureau.of("全国").claim_deadlines(DAY)
    three, ten = Deadline(3, working=True), Deadline(10)
    values = {"bank": three, "agency": three, "payment": ten, "summary": Deadline(20)}
    changed = {
        f"{name}_deadline": getattr(rules, f"{name}_deadline").amended(
            [Provision(date(2003, 4, 17), value, LOCAL, region="620500")]
        )
        for name, value in values.items()
    }
    expected = {
        "bank": date(2003, 9, 24),
        # Saturday 27 September 2003 was worked.
        "agency": date(2003, 9, 27),
        "payment": date(2003, 10, 10),
        "summary": date(2004, 1, 20),
    }
    assert expected == claim_deadlines(DAY, amended(rules, **changed))
