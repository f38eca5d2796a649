"""Interest subsidy on small guaranteed loans (小额担保贷款财政贴息).

Finance repays the interest that the bank charged for one settled period of a loan to a
micro-profit project, at the published rate and within the agreed term. The bank (经办银行)
claims, the local finance authority (财政部门) checks and pays.

>>> from gansu_reemployment.money import Yuan
>>> from gansu_reemployment.working.case import CaseWorking
>>> period = SettledPeriod(
...     principal=Yuan(20000), drawn_on=date(2003, 7, 15), due_on=date(2005, 7, 15), months=24,
...     borrower=Borrower.CERTIFIED, micro_profit=True,
...     since=date(2003, 7, 15), until=date(2003, 9, 20),
... )
>>> case = CaseWorking(on=date(2003, 9, 20))
>>> subsidy = interest_subsidy(case, case.read(period), InterestRules()).value
>>> subsidy.days, subsidy.interest, subsidy.subsidy, subsidy.central
(68, Yuan('207.40'), Yuan('207.40'), Yuan('207.40'))
"""

from datetime import date
from fractions import Fraction
from functools import reduce
from operator import add
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.errors import Fault
from gansu_reemployment.facts import CheckedFacts, fact, not_negative, positive, result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.series import Tier
from gansu_reemployment.loans import Borrower, from_first_loan
from gansu_reemployment.measures.interest_rules import InterestRules
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.lending import base_rate_at
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Term, Working

NOT_MICRO_PROFIT = Reason("not-micro-profit", _("The loan is not for a micro-profit project."))
NO_CLASS = Reason("no-subsidised-class", _("Loans to such borrowers are not subsidised."))
TERM_TOO_LONG = Reason("term-too-long", _("The term is longer than that of a subsidised loan."))
UPLIFT_TOO_HIGH = Reason("uplift-too-high", _("The rate is above what the law allows."))

_BASIS_POINTS: Final = 10_000
#: The years of a loan for which interest is worked, counted from the drawing.
_YEARS: Final = range(3)
_NOTHING: Final = Yuan(0)


@frozen(kw_only=True, slots=False)
class SettledPeriod(CheckedFacts):
    """A settled period of one loan (结息期贷款); ``None`` means that nobody knows.

    Args:
        principal: what is owed in the period.
        drawn_on: day of drawing.
        due_on: day on which the loan first fell due (到期日), before any extension.
        months: the agreed term.
        borrower: the borrower's class.
        micro_profit: whether the business is a micro-profit project.
        since: first day of the period.
        until: last day of the period, the bank's settlement day.
        uplift: what the contract adds to the benchmark rate, in basis points.
        repaid: whether the loan has been repaid.
        repaid_on: the day of that.

    Raises:
        InvalidFactsError: with every fault.
    """

    principal: Yuan | None = fact("贷款余额", "balance of the loan", positive)
    drawn_on: date | None = fact("放款日期", "day of drawing", from_first_loan)
    due_on: date | None = fact("到期日期", "due on", from_first_loan)
    months: int | None = fact("贷款期限（月）", "term in months", positive)
    borrower: Borrower | None = fact("借款人类别", "class of borrower")
    micro_profit: bool | None = fact("微利项目", "micro-profit project")
    since: date | None = fact("计息起日", "first day of the period")
    until: date | None = fact("结息日", "settlement day")
    uplift: int | None = fact("利率上浮（基点）", "basis points added", not_negative, default=0)
    repaid: bool | None = fact("已还清", "repaid", default=False)
    repaid_on: date | None = fact("还清日期", "repaid on")

    def contradictions(self) -> list[Fault]:
        """Give days that come before those they follow."""
        pairs = (("due_on", "drawn_on"), ("repaid_on", "drawn_on"), ("until", "since"))
        problem = _("must not be before {day}")
        found = []
        for later, earlier in pairs:
            day, first = getattr(self, later), getattr(self, earlier)
            if isinstance(day, date) and isinstance(first, date) and day < first:
                found.append(Fault.at(later, problem, day=first))
        return found


@frozen
class InterestSubsidy:
    """What is repaid for one period (贴息): days, yuan, and who pays."""

    days: int = result_field("贴息天数", "subsidised days")
    interest: Yuan = result_field("利息", "interest")
    subsidy: Yuan = result_field("贴息金额", "subsidy")
    central: Yuan = result_field("中央财政贴息", "paid by central finance")
    local: Yuan = result_field("地方财政贴息", "paid by local finance")


def interest_subsidy(
    w: Working[Out_co], period: Facts[SettledPeriod], rules: InterestRules
) -> Out_co:
    """Give the subsidy of one settled period of a loan (按期贴息).

    The rate is the published one of the day of drawing, for a loan over one year that of each
    anniversary, with what the contract adds. Share and limits are those of the day of drawing.

    Raises:
        RuleNotInForceError: no share or rate is known for the day of drawing.
    """
    _conditions(w, period, rules)
    for reading in (rules.quarterly, rules.in_term, rules.refixed, rules.rounding):
        w.use(reading)
    counted = [_days(w, period, rules, year) for year in _YEARS]
    days: Term[int] = w.step(_("subsidised days"), reduce(add, counted))
    year_days = w.use(rules.year_days)
    parts = [_part(w, period, rules, year, counted[year], year_days) for year in _YEARS]
    base_part = reduce(add, parts)
    extra_part = w.ratio(period.uplift, _BASIS_POINTS) * w.ratio(days, year_days)
    base: Term[Yuan] = w.share(period.principal, base_part)
    base = w.step(_("interest at the benchmark rate"), base)
    interest: Term[Yuan] = w.share(period.principal, base_part + extra_part)
    interest = w.step(_("interest"), interest)
    return w.outcome(_subsidy(w, period, rules, (days, base, interest)))


def _conditions(w: Working[Out_co], period: Facts[SettledPeriod], rules: InterestRules) -> None:
    firm = period.borrower == Borrower.ENTERPRISE
    w.require(rules.project, period.micro_profit | firm, NOT_MICRO_PROFIT)
    w.refuse(rules.project, period.borrower == Borrower.NONE, NO_CLASS)
    longest = w.use_at(rules.months, period.drawn_on)
    w.require(rules.months, period.months <= longest, TERM_TOO_LONG)
    highest = w.use_at(rules.uplift, period.drawn_on)
    uplift = w.ratio(period.uplift, _BASIS_POINTS)
    w.require(rules.uplift, (uplift <= highest) | firm, UPLIFT_TOO_HIGH)


def _days(
    w: Working[Out_co], period: Facts[SettledPeriod], rules: InterestRules, year: int
) -> Term[int]:
    """Count the subsidised days of the period within one year of the loan."""
    begun: Term[date] = w.most(period.since, w.use(rules.begins))
    start: Term[date] = w.most(begun, w.anniversary(period.drawn_on, year))
    end: Term[date] = w.branch(
        period.repaid,
        lambda: w.least(period.repaid_on, period.due_on),
        lambda: period.due_on,
    )
    stop: Term[date] = w.least(end, w.anniversary(period.drawn_on, year + 1))
    # The settlement day counts, the day of repayment does not.
    days: Term[int] = w.least(w.days(start, period.until) + 1, w.days(start, stop))
    return w.most(days, 0)


def _part(
    w: Working[Out_co],
    period: Facts[SettledPeriod],
    rules: InterestRules,
    year: int,
    days: Term[int],
    year_days: Term[int],
) -> Term[Fraction]:
    """Give the part of the principal that is the interest of one year of the loan."""

    def at_the_rate() -> Any:
        day = w.anniversary(period.drawn_on, year)
        if year == _YEARS.start:
            rate = base_rate_at(w, period.months, rules.rates, day)
        else:
            rate = w.use_at(rules.rates[Tier.OVER_1Y_TO_3Y], day)
        return rate * w.ratio(days, year_days)

    part: Term[Fraction] = w.branch(days > 0, at_the_rate, lambda: Fraction(0))
    return part


def _subsidy(
    w: Working[Out_co],
    period: Facts[SettledPeriod],
    rules: InterestRules,
    charged: tuple[Term[int], Term[Yuan], Term[Yuan]],
) -> Term[InterestSubsidy]:
    days, base, interest = charged
    share = _share(w, period, rules)
    paid = w.share(base, share)
    # What the contract adds is paid for individuals, wholly by central finance.
    extra = w.choose(period.borrower == Borrower.ENTERPRISE, _NOTHING, interest - base)
    central_share: Term[Fraction] = w.branch(
        share == 1,
        lambda: w.use_at(rules.central_full, period.drawn_on),
        lambda: w.use_at(rules.central_half, period.drawn_on),
    )
    central = w.share(paid, central_share)
    return w.record(
        InterestSubsidy,
        days=days,
        interest=interest,
        subsidy=w.step(_("subsidy"), paid + extra),
        central=central + extra,
        local=paid - central,
    )


def _share(
    w: Working[Out_co], period: Facts[SettledPeriod], rules: InterestRules
) -> Term[Fraction]:
    """Give the share of the borrower's class; one of no class was refused before."""
    shares = {
        Borrower.EX_SERVICEMAN: rules.share_ex_serviceman,
        Borrower.REGISTERED: rules.share_registered,
        Borrower.GRADUATE: rules.share_graduate,
        Borrower.DIFFICULT: rules.share_difficult,
        Borrower.ENTERPRISE: rules.share_enterprise,
        Borrower.CERTIFIED: rules.share_certified,
    }
    share: Term[Fraction] = Fraction(0)  # type: ignore[assignment]
    for of_class, rule in shares.items():
        share = _where(w, period, of_class, rule, share)
    return w.step(_("share of the interest subsidised"), share)


def _where(
    w: Working[Out_co],
    period: Facts[SettledPeriod],
    of_class: Borrower,
    rule: Rule[Fraction],
    otherwise: Term[Fraction],
) -> Term[Fraction]:
    share: Term[Fraction] = w.branch(
        period.borrower == of_class,
        lambda: w.use_at(rule, period.drawn_on),
        lambda: otherwise,
    )
    return share


INTEREST_SUBSIDY: Measure[SettledPeriod, InterestSubsidy] = Measure(
    "interest_subsidy",
    "小额担保贷款贴息",
    "Interest subsidy",
    interest_subsidy,
    SettledPeriod,
    InterestRules,
)
