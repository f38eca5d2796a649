"""Interest subsidy on small guaranteed loans (小额担保贷款财政贴息).

Finance repays the interest that the bank charged for one settled period of a loan to a
micro-profit project, at the published rate and within the agreed term. The bank (经办银行)
claims the subsidy; the local finance authority (财政部门) checks the claim and pays.

>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> period = SettledPeriod(
...     principal=Yuan(20000), drawn_on=date(2003, 7, 15), due_on=date(2005, 7, 15), months=24,
...     borrower=Borrower.CERTIFIED, micro_profit=True, uplift=0, repaid=False,
...     since=date(2003, 7, 15), until=date(2003, 9, 20),
... )
>>> case = CaseWorking(on=date(2003, 9, 20))
>>> subsidy = interest_subsidy(case, case.read(period), InterestRules()).value
>>> subsidy.days, subsidy.interest, subsidy.subsidy, subsidy.central
(68, Yuan('207.40'), Yuan('207.40'), Yuan('207.40'))
"""

from datetime import date
from fractions import Fraction
from typing import Final

from attrs import frozen

from gansu_reemployment.fact_model import Known, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.loans.interest.facts import SettledPeriod
from gansu_reemployment.measures.loans.interest.rules import InterestRules
from gansu_reemployment.measures.loans.loan.rules import UPLIFT_TOO_HIGH, Admission
from gansu_reemployment.measures.loans.rates import THREE_YEARS, base_rate, of_basis_points
from gansu_reemployment.money import Yuan
from gansu_reemployment.working import Reason, Working, formula, measure


@frozen
class InterestSubsidy:
    """The subsidy of one period (贴息): days, amounts in yuan, and who pays."""

    days: int = result_field("贴息天数", "subsidised days")
    interest: Yuan = result_field("利息", "interest")
    subsidy: Yuan = result_field("贴息金额", "subsidy")
    central: Yuan = result_field("中央财政贴息", "paid by central finance")
    local: Yuan = result_field("地方财政贴息", "paid by local finance")


NOT_MICRO_PROFIT = Reason("not-micro-profit", _("The loan is not for a micro-profit project."))
NO_CLASS = Reason("no-subsidised-class", _("Loans to such borrowers are not subsidised."))
TERM_TOO_LONG = Reason("term-too-long", _("The term is longer than that of a subsidised loan."))
NOT_SETTLED = Reason("not-settled", _("The period has not been settled by the day."))

#: Every reason against a subsidy, by its code.
REASONS: Final = {
    reason.code: reason
    for reason in (NOT_SETTLED, NO_CLASS, NOT_MICRO_PROFIT, TERM_TOO_LONG, UPLIFT_TOO_HIGH)
}

#: The anniversaries within a loan of three years.
_YEARS: Final = (1, 2)
_TWO_YEARS: Final = 24
_NONE: Final = Fraction(0)


@measure("小额担保贷款贴息", "Interest subsidy")
def interest_subsidy(
    w: Working, period: SettledPeriod[Known], rules: InterestRules
) -> InterestSubsidy:
    """Compute the subsidy of one settled period of a loan (按期贴息).

    The day of the law is that of the decision, on or after the settlement day. The law itself is
    that of the day of drawing, whatever the day of the decision: class, share and limits, and the
    published rate; of a loan over one year the rate is also that of each anniversary. Where a
    value is unknown for its day, the case is undecided.
    """
    drawn = w.as_of(period.drawn_on)
    drawn.require(rules.as_charged, period.until <= w.day(), NOT_SETTLED)
    admitted = is_admitted(drawn, period, rules)
    drawn.require(rules.admission, admitted, NO_CLASS)
    check_loan(drawn, period, rules, admitted)
    days, base, added = charged(drawn, period, rules)
    a_day = w.ratio(1, drawn.use(rules.year_days))
    w.step(_("interest at the benchmark rate"), w.share(period.principal, base * a_day))
    share = w.step(
        _("share of the interest subsidised"), share_of_class(drawn, period, rules, admitted)
    )
    # The addition of the contract is paid for individuals only, wholly by central finance.
    extra = _NONE if period.borrower == Borrower.ENTERPRISE else added
    paid = base * share
    subsidy = w.step(_("subsidy"), w.share(period.principal, (paid + extra) * a_day))
    part = central_share(drawn, rules, share, admitted)
    central = w.share(period.principal, (paid * part + extra) * a_day)
    return InterestSubsidy(
        days=days,
        interest=w.step(_("interest"), w.share(period.principal, (base + added) * a_day)),
        subsidy=subsidy,
        central=central,
        local=subsidy - central,
    )


@formula
def is_admitted(w: Working, period: SettledPeriod[Known], rules: InterestRules) -> bool:
    """Return whether the law of the day lends to the borrower's class (借款人类别)."""
    match period.borrower:
        case Borrower.CERTIFIED:
            return True
        case Borrower.ENTERPRISE:
            return w.use(rules.enterprises)
        case Borrower.NONE:
            return False
        case _:
            return is_further_class(w, period, rules)


@formula
def is_further_class(w: Working, period: SettledPeriod[Known], rules: InterestRules) -> bool:
    """Return whether the class is one of those without the certificate (其他借款人类别)."""
    match w.use(rules.admission):
        case Admission.HOLDERS:
            return False
        case Admission.CLASSES:
            return period.borrower in w.use(rules.classes)


@formula
def check_loan(
    w: Working,
    period: SettledPeriod[Known],
    rules: InterestRules,
    admitted: bool,  # noqa: FBT001 - a term
) -> None:
    """Check the project, the term and the rate of the loan (贴息条件)."""
    if period.borrower == Borrower.ENTERPRISE:
        if admitted:
            most = w.use(rules.enterprise_months)
            w.require(rules.enterprise_months, period.months <= most, TERM_TOO_LONG)
    else:
        w.require(rules.project, period.micro_profit, NOT_MICRO_PROFIT)
        w.require(rules.months, period.months <= w.use(rules.months), TERM_TOO_LONG)
        uplift = of_basis_points(w, period.uplift)
        w.require(rules.uplift, uplift <= w.use(rules.uplift), UPLIFT_TOO_HIGH)


@formula
def charged(
    w: Working, period: SettledPeriod[Known], rules: InterestRules
) -> tuple[int, Fraction, Fraction]:
    """Return the subsidised days, and the sums of their rates: benchmark and addition (利息)."""
    w.cite(rules.in_term)
    w.cite(rules.rounding)
    years = (period.drawn_on, *(w.anniversary(period.drawn_on, year) for year in _YEARS))
    counted = days_by_year(w, period, rules, years)
    days = w.step(_("subsidised days"), sum(counted))
    base = rates_of_days(w, period, rules, years, counted)
    return days, base, of_basis_points(w, period.uplift * days)


@formula
def days_by_year(
    w: Working, period: SettledPeriod[Known], rules: InterestRules, years: tuple[date, ...]
) -> tuple[int, ...]:
    """Count the subsidised days of the period in each year of the loan (贴息天数).

    The settlement day counts, the day of repayment does not. The third year has no end.
    """
    begins = w.use(rules.begins)
    first = max(w.days(begins, period.since), 0)
    stop = min(w.days(begins, period.until) + 1, w.days(begins, ends_on(w, period)))
    begun = tuple(w.days(begins, day) for day in years)
    ends = (*begun[1:], stop)
    return tuple(
        max(min(stop, end) - max(first, start), 0) for start, end in zip(begun, ends, strict=True)
    )


@formula
def ends_on(w: Working, period: SettledPeriod[Known]) -> date:  # noqa: ARG001 - the translation calls it
    """Return the day on which the loan is repaid or first falls due (展期不贴息，逾期不贴息)."""
    if period.repaid:
        return min(period.repaid_on, period.due_on)
    return period.due_on


@formula
def rates_of_days(
    w: Working,
    period: SettledPeriod[Known],
    rules: InterestRules,
    years: tuple[date, ...],
    counted: tuple[int, ...],
) -> Fraction:
    """Add up the benchmark rates of the subsidised days (一年以上贷款利率一年一定).

    Days by which the due day was put off belong to the last year of the term.
    """
    drawn_on, second_year, third_year = years
    first, second, third = counted
    if period.months <= w.use(rules.refixed_over):
        # A change of rates during a short loan does not split it (第二十条).
        return rate_of_year(w, rules, drawn_on, period.months, first + second + third)
    w.cite(rules.refixed)
    begun = rate_of_year(w, rules, drawn_on, period.months, first)
    if period.months <= _TWO_YEARS:
        return begun + rate_of_year(w, rules, second_year, THREE_YEARS, second + third)
    further = rate_of_year(w, rules, second_year, THREE_YEARS, second)
    return begun + further + rate_of_year(w, rules, third_year, THREE_YEARS, third)


@formula
def rate_of_year(
    w: Working, rules: InterestRules, begins: date, months: int, days: int
) -> Fraction:
    """Return the benchmark rate of the day on which a year begins, times its subsidised days."""
    if days == 0:
        return _NONE
    return base_rate(w.as_of(begins), months, rules.rates) * days


@formula
def share_of_class(  # noqa: PLR0911 - a list of classes
    w: Working,
    period: SettledPeriod[Known],
    rules: InterestRules,
    admitted: bool,  # noqa: FBT001 - a term
) -> Fraction:
    """Return the share of the interest that is subsidised for the borrower's class (贴息比例)."""
    if not admitted:
        return _NONE
    match period.borrower:
        case Borrower.CERTIFIED:
            return w.use(rules.share_certified)
        case Borrower.EX_SERVICEMAN:
            return w.use(rules.share_ex_serviceman)
        case Borrower.REGISTERED:
            return w.use(rules.share_registered)
        case Borrower.GRADUATE:
            return w.use(rules.share_graduate)
        case Borrower.DIFFICULT:
            return w.use(rules.share_difficult)
        case Borrower.ENTERPRISE:
            return w.use(rules.share_enterprise)
        case Borrower.NONE:
            return _NONE


@formula
def central_share(
    w: Working,
    rules: InterestRules,
    share: Fraction,
    admitted: bool,  # noqa: FBT001 - a term
) -> Fraction:
    """Return the share of the subsidy that central finance bears (中央财政承担比例)."""
    # A half subsidy has no rule before 2004; a borrower who is not admitted needs none.
    if share == 1 or not admitted:
        return w.use(rules.central_full)
    return w.use(rules.central_half)
