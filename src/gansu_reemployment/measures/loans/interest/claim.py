"""A bank's quarterly claim for the interest subsidy (按季申报贴息).

The bank (经办银行) claims for every loan of its register; finance (财政部门) checks. The claim
shows what was owed at the beginning, lent, and owed at the end, the number of loans and the
amount, with a line for each loan. A register goes round in a loop: single cases only.

>>> from gansu_reemployment.measures.loans.facts import Borrower
>>> loan = RegisterLoan(
...     number="001", principal=Yuan(20000), drawn_on=date(2003, 7, 15),
...     due_on=date(2005, 7, 15), months=24, borrower=Borrower.CERTIFIED, micro_profit=True,
... )
>>> case = CaseWorking(on=date(2003, 9, 20))
>>> claim = BankClaim(settled_on=date(2003, 9, 20), loans=(loan,))
>>> found = interest_claim(case, claim, InterestRules()).value
>>> found.opening, found.lent, found.closing, found.number, found.amount
(Yuan('0.00'), Yuan('20000.00'), Yuan('20000.00'), 1, Yuan('207.40'))
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from itertools import starmap
from typing import Any, Final

import attrs
from attrs import frozen

from gansu_reemployment.dates import add_months, quarter_end, year_end
from gansu_reemployment.facts import Unknown, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.loans.interest.facts import (
    QUARTER,
    BankClaim,
    RegisterLoan,
    SettledPeriod,
    SubsidisedLoan,
)
from gansu_reemployment.measures.loans.interest.rules import InterestRules
from gansu_reemployment.measures.loans.interest.subsidy import InterestSubsidy, interest_subsidy
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.case import CaseWorking
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.outcome import Outcome

_DAY: Final = timedelta(days=1)
_ZERO: Final = Yuan(0)
#: What a loan of the register and its settled periods both know.
_SHARED: Final = tuple(shared.name for shared in attrs.fields(SubsidisedLoan))


@frozen
class ClaimLine:
    """One loan of a claim (贴息明细): what the law gives, and why not where it gives nothing.

    *difference* is what the bank claims beyond that, if the register says what it claims.
    """

    loan: RegisterLoan = result_field("贷款", "loan")
    subsidy: InterestSubsidy = result_field("贴息", "subsidy")
    reasons: tuple[str, ...] = result_field("不予贴息的理由", "reasons against")
    difference: Yuan | None = result_field("申报差额", "claimed beyond it")


@frozen
class SubsidyClaim:
    """The claim of one quarter (贴息申报表), in yuan."""

    opening: Yuan = result_field("期初余额", "owed at the beginning")
    lent: Yuan = result_field("本期发放", "lent in the quarter")
    repaid: Yuan = result_field("本期收回", "repaid in the quarter")
    closing: Yuan = result_field("期末余额", "owed at the end")
    number: int = result_field("贴息笔数", "subsidised loans")
    amount: Yuan = result_field("贴息金额", "subsidy")
    central: Yuan = result_field("中央财政贴息", "paid by central finance")
    local: Yuan = result_field("地方财政贴息", "paid by local finance")
    lines: tuple[ClaimLine, ...] = result_field("明细", "loans")


def interest_claim(w: CaseWorking, claim: BankClaim, rules: InterestRules) -> Outcome[SubsidyClaim]:
    """Work out what is paid for every loan of a register in a quarter; for single cases only.

    A loan without a fact that is needed leaves the claim undecided.

    Raises:
        RuleNotInForceError: a share or rate is needed that is not known.
    """
    for reading in (rules.quarterly, rules.in_term, rules.rounding):
        w.cite(reading)
    worked = [_outcomes(w.on, claim, loan, rules) for loan in claim.loans]
    names = [
        f"loans[{place}].{name}"
        for place, outcomes in enumerate(worked)
        for name in _asked(claim.loans[place], outcomes)
    ]
    if names:
        return w.outcome(Unknown(tuple(names)))
    lines = tuple(starmap(_line, zip(claim.loans, worked, strict=True)))
    amount = w.step(_("subsidy"), _total(line.subsidy.subsidy for line in lines))
    return w.outcome(_claim(claim, lines, amount))


def claim_deadlines(settled_on: date, rules: InterestRules) -> Mapping[str, date]:
    """Give the last days of the steps of a claim that the region has set, by step.

    ``bank``, ``agency`` and ``finance`` follow one another from the settlement day, ``payment``
    counts from the end of the quarter, ``summary`` from the end of the year.

    Raises:
        RuleNotInForceError: a deadline is in working days, which are not known for the year.
    """
    days: dict[str, date] = {}
    day = settled_on
    chained = (("bank", rules.bank_deadline), ("agency", rules.agency_deadline))
    for name, rule in (*chained, ("finance", rules.finance_deadline)):
        if rule.knows(settled_on):
            days[name] = day = rule.on(settled_on).value.after(day)
    ends = {
        "payment": (rules.payment_deadline, quarter_end(settled_on)),
        "summary": (rules.summary_deadline, year_end(settled_on)),
    }
    for name, (rule, end) in ends.items():
        if rule.knows(settled_on):
            days[name] = rule.on(settled_on).value.after(end)
    return days


def _outcomes(
    on: date, claim: BankClaim, loan: RegisterLoan, rules: InterestRules
) -> list[Outcome[InterestSubsidy]]:
    """Work each period of the loan that was settled in the quarter."""
    shared = {name: getattr(loan, name) for name in _SHARED}
    outcomes = []
    for since, until in _settled(claim, loan):
        case = CaseWorking(on)
        period = case.read(SettledPeriod(since=since, until=until, **shared))
        outcomes.append(interest_subsidy(case, period, rules))
    return outcomes


def _settled(claim: BankClaim, loan: RegisterLoan) -> Iterator[tuple[date, date]]:
    if loan.drawn_on is None or loan.due_on is None:
        return
    if every := loan.settlement.every:
        months = range(QUARTER - every, -1, -every)
        ends = [add_months(claim.settled_on, -back) for back in months]
        starts = [add_months(end, -every) + _DAY for end in ends]
    else:
        ends = [_last_day(loan.due_on, loan.repaid_on)]
        starts = [loan.drawn_on]
    for start, end in zip(starts, ends, strict=True):
        if max(start, loan.drawn_on) <= end and claim.since <= end <= claim.settled_on:
            yield max(start, loan.drawn_on), end


def _last_day(due_on: date, repaid_on: date | None) -> date:
    return min(due_on, repaid_on or due_on) - _DAY


def _asked(loan: RegisterLoan, outcomes: list[Outcome[InterestSubsidy]]) -> Iterable[str]:
    """Name the facts that are needed and unknown; balances and days always are."""
    needed = ("principal", "drawn_on", "due_on", "repaid")
    names = [name for name in needed if name in loan.unknown]
    if loan.repaid and loan.repaid_on is None:
        names.append("repaid_on")
    for outcome in outcomes:
        names += outcome.missing
    return dict.fromkeys(names)


def _line(loan: RegisterLoan, outcomes: list[Outcome[InterestSubsidy]]) -> ClaimLine:
    found = [outcome.value for outcome in outcomes if outcome.value is not None]
    subsidy = InterestSubsidy(
        sum(period.days for period in found),
        _total(period.interest for period in found),
        _total(period.subsidy for period in found),
        _total(period.central for period in found),
        _total(period.local for period in found),
    )
    reasons = dict.fromkeys(r.code for outcome in outcomes for r in outcome.refusals)
    beyond = None if loan.claimed is None else loan.claimed - subsidy.subsidy
    return ClaimLine(loan, subsidy, tuple(reasons), beyond)


def _claim(claim: BankClaim, lines: tuple[ClaimLine, ...], amount: Yuan) -> SubsidyClaim:
    before = date.min, claim.since - _DAY
    within = claim.since, claim.settled_on
    opening = _moved(claim, "drawn_on", before) - _moved(claim, "repaid_on", before)
    lent, repaid = _moved(claim, "drawn_on", within), _moved(claim, "repaid_on", within)
    return SubsidyClaim(
        opening=opening,
        lent=lent,
        repaid=repaid,
        closing=opening + lent - repaid,
        number=sum(bool(line.subsidy.subsidy) for line in lines),
        amount=amount,
        central=_total(line.subsidy.central for line in lines),
        local=_total(line.subsidy.local for line in lines),
        lines=lines,
    )


def _moved(claim: BankClaim, event: str, days: tuple[date, date]) -> Yuan:
    """Add up the loans drawn, or repaid, on one of *days*."""
    first, last = days
    moved: list[Any] = [
        loan.principal
        for loan in claim.loans
        if (loan.repaid or event == "drawn_on") and first <= getattr(loan, event) <= last
    ]
    return _total(moved)


def _total(amounts: Iterable[Yuan]) -> Yuan:
    return sum(amounts, _ZERO)


INTEREST_CLAIM: Measure[BankClaim, SubsidyClaim] = Measure(
    "interest_claim",
    "贴息申报",
    "Claim for interest subsidy",
    interest_claim,
    BankClaim,
    InterestRules,
    columns=False,
)
