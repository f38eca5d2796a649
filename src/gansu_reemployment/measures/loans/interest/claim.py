"""A bank's quarterly claim for the interest subsidy (按季申报贴息).

The bank (经办银行) claims the subsidy for every loan of its register; finance (财政部门) checks the
claim. It shows the balance at the beginning, the loans drawn and repaid, the balance at the end,
the number of subsidised loans and the amount, with a line for each loan. Each loan has its own
settled periods, so this is a case function and does not run over columns.

>>> from gansu_reemployment.measures.loans.facts import Borrower
>>> loan = RegisterLoan(
...     number="001", principal=Yuan(20000), drawn_on=date(2003, 7, 15),
...     due_on=date(2005, 7, 15), months=24, borrower=Borrower.CERTIFIED, micro_profit=True,
...     uplift=0, repaid=False,
... )
>>> case = CaseWorking(on=date(2003, 9, 20))
>>> claim = BankClaim(settled_on=date(2003, 9, 20), loans=(loan,))
>>> found = interest_claim(case, claim, InterestRules()).value
>>> found.opening, found.lent, found.closing, found.number, found.amount
(Yuan('0.00'), Yuan('20000.00'), Yuan('20000.00'), 1, Yuan('207.40'))
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, compress, starmap
from typing import Final

import attrs
from attrs import frozen

from gansu_reemployment.dates import ONE_DAY, add_months, quarter_end, year_end
from gansu_reemployment.fact_model import result_field
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
from gansu_reemployment.money import ZERO, Yuan
from gansu_reemployment.working import CaseWorking, Incomplete, measure
from gansu_reemployment.working.outcome import Outcome
from gansu_reemployment.working.tabular import Tabular
from gansu_reemployment.working.terms import RULE_NOT_KNOWN

#: The facts of every loan on which the balances rest; so does the day of a repayment.
_OF_THE_BALANCE: Final = ("principal", "drawn_on", "repaid")
#: The facts that a loan of the register and its settled periods share.
_SHARED: Final = tuple(shared.name for shared in attrs.fields(SubsidisedLoan))


@frozen
class InterestLine:
    """One loan of a claim (贴息明细): its subsidy, or the reasons against one.

    *difference* is the bank's own claim less the subsidy, if the register states its claim.
    """

    loan: RegisterLoan = result_field("贷款", "loan")
    subsidy: InterestSubsidy = result_field("贴息", "subsidy")
    reasons: tuple[str, ...] = result_field("不予贴息的理由", "reasons against")
    difference: Yuan | None = result_field("申报差额", "claimed beyond it")


@frozen
class OpenLoan:
    """A loan that is not claimed yet, because the *missing* facts are unknown (待定贷款)."""

    loan: RegisterLoan = result_field("贷款", "loan")
    missing: tuple[str, ...] = result_field("待补事实", "missing facts")


@frozen
class SubsidyClaim(Tabular):
    """The claim of one quarter (贴息申报表), in yuan.

    The balances are those of every loan, the subsidy is that of the *lines*; loans that are
    *open* are kept apart.
    """

    opening: Yuan = result_field("期初余额", "owed at the beginning")
    lent: Yuan = result_field("本期发放", "lent in the quarter")
    repaid: Yuan = result_field("本期收回", "repaid in the quarter")
    closing: Yuan = result_field("期末余额", "owed at the end")
    number: int = result_field("贴息笔数", "subsidised loans")
    amount: Yuan = result_field("贴息金额", "subsidy")
    central: Yuan = result_field("中央财政贴息", "paid by central finance")
    local: Yuan = result_field("地方财政贴息", "paid by local finance")
    lines: tuple[InterestLine, ...] = result_field("明细", "loans")
    open: tuple[OpenLoan, ...] = result_field("待定贷款", "loans that are open")


@measure("贴息申报", "Claim for interest subsidy", columns=False)
def interest_claim(w: CaseWorking, claim: BankClaim, rules: InterestRules) -> SubsidyClaim:
    """Compute the subsidy of every loan of a register for a quarter (按季申报贴息).

    The day of the law is that of the claim, on or after the settlement day of the quarter; each
    loan follows the law of its day of drawing. Interest that is paid with the principal is
    claimed in the quarter of the day on which the loan is repaid or falls due.

    A loan whose subsidy needs an unknown fact is kept apart, unless every loan does. An unknown
    fact of the balance, or a share or rate of unknown value, leaves the claim undecided.
    """
    for reading in (rules.quarterly, rules.in_term, rules.rounding, rules.with_principal):
        w.cite(reading)
    outcomes = [_outcomes(w.on, claim, loan, rules) for loan in claim.loans]
    for outcome in chain.from_iterable(outcomes):
        w.include(outcome)
    lacking = [_unknown(loan, found) for loan, found in zip(claim.loans, outcomes, strict=True)]
    if names := _of_the_claim(claim.loans, lacking):
        raise Incomplete(*names)
    decided = [not missing for missing in lacking]
    lines = tuple(starmap(_line, compress(zip(claim.loans, outcomes, strict=True), decided)))
    amount = w.step(_("subsidy"), _total(line.subsidy.subsidy for line in lines))
    return _claim(claim, lines, tuple(_open(claim.loans, lacking)), amount)


def claim_deadlines(settled_on: date, rules: InterestRules) -> Mapping[str, date]:
    """Return the last days of the steps of a claim that the region has set (申报期限).

    ``bank``, ``agency`` and ``finance`` follow one another from the settlement day; ``payment``
    counts from the end of the quarter, ``summary`` from the end of the year.

    Raises:
        RuleNotInForceError: a deadline is in working days, which are unknown for the year.
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
    """Compute the subsidy of each period of the loan that was settled in the quarter."""
    shared = {name: getattr(loan, name) for name in _SHARED}
    outcomes = []
    for since, until in _settled(claim, loan):
        case = CaseWorking(on)
        period = case.read(SettledPeriod(since=since, until=until, **shared))
        outcomes.append(interest_subsidy(case, period, rules))
    return outcomes


def _settled(claim: BankClaim, loan: RegisterLoan) -> Iterator[tuple[date, date]]:
    """Yield the first and last day of each period of the loan settled in the quarter."""
    if loan.drawn_on is None or loan.due_on is None:
        return
    if every := loan.settlement.every:
        months = range(QUARTER - every, -1, -every)
        ends = [add_months(claim.settled_on, -back) for back in months]
        periods = [(add_months(end, -every) + ONE_DAY, end) for end in ends]
    else:
        paid_on = min(loan.due_on, loan.repaid_on or loan.due_on)
        # That day bears no interest, but the interest is paid on it.
        paid = _within(claim.since, paid_on, claim.settled_on)
        periods = [(loan.drawn_on, paid_on - ONE_DAY)] if paid else []
    for start, end in periods:
        if max(start, loan.drawn_on) <= end:
            yield max(start, loan.drawn_on), end


def _unknown(loan: RegisterLoan, outcomes: list[Outcome[InterestSubsidy]]) -> tuple[str, ...]:
    """Return the names of unknown facts and rules that the claim needs for a loan.

    It needs the balance and the days of every loan, of a refused one too.
    """
    names = [name for name in (*_OF_THE_BALANCE, "due_on") if name in loan.unknown]
    if loan.repaid and loan.repaid_on is None:
        names.append("repaid_on")
    for outcome in outcomes:
        names += outcome.missing if outcome.status == "undecided" else ()
    return tuple(dict.fromkeys(names))


def _of_the_claim(
    loans: Sequence[RegisterLoan], lacking: Sequence[tuple[str, ...]]
) -> dict[str, None]:
    """Return the unknowns that leave the claim undecided: all of them, if no loan is decided."""
    needed = (*_OF_THE_BALANCE, "repaid_on")
    whole = bool(loans) and all(lacking)
    return {
        name if name.startswith(RULE_NOT_KNOWN) else f"loans[{place}].{name}": None
        for place, missing in enumerate(lacking)
        for name in missing
        if whole or name in needed or name.startswith(RULE_NOT_KNOWN)
    }


def _open(loans: Sequence[RegisterLoan], lacking: Sequence[tuple[str, ...]]) -> Iterator[OpenLoan]:
    """Yield the undecided loans, each with its missing facts."""
    return (OpenLoan(loan, names) for loan, names in zip(loans, lacking, strict=True) if names)


def _line(loan: RegisterLoan, outcomes: list[Outcome[InterestSubsidy]]) -> InterestLine:
    """Add up the periods of one loan."""
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
    return InterestLine(loan, subsidy, tuple(reasons), beyond)


def _claim(
    claim: BankClaim,
    lines: tuple[InterestLine, ...],
    open_: tuple[OpenLoan, ...],
    amount: Yuan,
) -> SubsidyClaim:
    """Build the claim from its lines and the balances of the register."""
    before, quarter = (date.min, claim.since - ONE_DAY), (claim.since, claim.settled_on)
    opening = _drawn(claim, *before) - _repaid(claim, *before)
    lent, repaid = _drawn(claim, *quarter), _repaid(claim, *quarter)
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
        open=open_,
    )


def _drawn(claim: BankClaim, first: date, last: date) -> Yuan:
    """Add up the loans drawn from *first* to *last*."""
    return _balance(loan for loan in claim.loans if _within(first, loan.drawn_on, last))


def _repaid(claim: BankClaim, first: date, last: date) -> Yuan:
    """Add up the loans repaid from *first* to *last*."""
    return _balance(
        loan for loan in claim.loans if loan.repaid and _within(first, loan.repaid_on, last)
    )


def _within(first: date, day: date | None, last: date) -> bool:
    return day is not None and first <= day <= last


def _balance(loans: Iterable[RegisterLoan]) -> Yuan:
    return _total(loan.principal or ZERO for loan in loans)


def _total(amounts: Iterable[Yuan]) -> Yuan:
    return sum(amounts, ZERO)
