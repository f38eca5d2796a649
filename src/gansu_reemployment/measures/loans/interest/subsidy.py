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

from collections.abc import Callable, Iterator
from datetime import date
from fractions import Fraction
from functools import partial, reduce
from itertools import pairwise
from operator import add
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.facts import result_field
from gansu_reemployment.i18n import _
from gansu_reemployment.law.rules import Rule
from gansu_reemployment.law.series import Tier
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.loans.interest.facts import SettledPeriod
from gansu_reemployment.measures.loans.interest.rules import InterestRules
from gansu_reemployment.measures.loans.rates import base_rate_at
from gansu_reemployment.money import Yuan
from gansu_reemployment.working.measure import Measure
from gansu_reemployment.working.terms import Facts, Out_co, Reason, Term, Working

NOT_MICRO_PROFIT = Reason("not-micro-profit", _("The loan is not for a micro-profit project."))
NO_CLASS = Reason("no-subsidised-class", _("Loans to such borrowers are not subsidised."))
TERM_TOO_LONG = Reason("term-too-long", _("The term is longer than that of a subsidised loan."))
UPLIFT_TOO_HIGH = Reason("uplift-too-high", _("The rate is above what the law allows."))

#: Every reason against a subsidy, by its code.
REASONS: Final = {
    reason.code: reason for reason in (NOT_MICRO_PROFIT, NO_CLASS, TERM_TOO_LONG, UPLIFT_TOO_HIGH)
}

_BASIS_POINTS: Final = 10_000
#: The years of a loan for which interest is worked, counted from the drawing.
_YEARS: Final = range(3)
_NOTHING: Final = Yuan(0)


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
        w.cite(reading)
    years = [w.keep(w.anniversary(period.drawn_on, year)) for year in (*_YEARS, _YEARS.stop)]
    counted = _days(w, period, rules, years)
    days: Term[int] = w.step(_("subsidised days"), reduce(add, counted))
    year_days = w.use(rules.year_days)
    base_part = w.keep(reduce(add, _parts(w, period, rules, (years, counted), year_days)))
    extra_part = w.ratio(period.uplift, _BASIS_POINTS) * w.ratio(days, year_days)
    base: Term[Yuan] = w.keep(w.share(period.principal, base_part))
    base = w.step(_("interest at the benchmark rate"), base)
    interest: Term[Yuan] = w.keep(w.share(period.principal, base_part + extra_part))
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
    w: Working[Out_co],
    period: Facts[SettledPeriod],
    rules: InterestRules,
    years: list[Term[date]],
) -> list[Term[int]]:
    """Count the subsidised days of the period in each year of the loan, from the first day paid.

    The settlement day counts, the day of repayment does not.
    """
    begins = w.use(rules.begins)
    since = w.keep(w.most(w.days(begins, period.since), 0))
    end: Any = w.branch(
        period.repaid,
        lambda: w.least(period.repaid_on, period.due_on),
        lambda: period.due_on,
    )
    end = w.keep(w.days(begins, w.keep(end)))
    stop = w.keep(w.least(w.days(begins, period.until) + 1, end))
    begun = [w.keep(w.days(begins, day)) for day in years]
    spans = ((w.most(since, first), w.least(stop, after)) for first, after in pairwise(begun))
    return [w.keep(w.most(last - first, 0)) for first, last in spans]


def _parts(
    w: Working[Out_co],
    period: Facts[SettledPeriod],
    rules: InterestRules,
    by_year: tuple[list[Term[date]], list[Term[int]]],
    year_days: Term[int],
) -> Iterator[Term[Fraction]]:
    """Give the part of the principal that is the interest of each year of the loan."""
    (drawn_on, *anniversaries, _last), (first, *later) = by_year
    rate = partial(base_rate_at, w, period.months, rules.rates, drawn_on)
    yield _part(w, first, year_days, rate)
    # Only loans of more than a year have an anniversary.
    tier = rules.rates[Tier.OVER_1Y_TO_3Y]
    for day, days in zip(anniversaries, later, strict=True):
        yield _part(w, days, year_days, partial(w.use_at, tier, day))


def _part(
    w: Working[Out_co],
    days: Term[int],
    year_days: Term[int],
    rate: Callable[[], Any],
) -> Term[Fraction]:
    def worked() -> Any:
        return rate() * w.ratio(days, year_days)

    part: Term[Fraction] = w.branch(days > 0, worked, lambda: Fraction(0))
    return part


def _subsidy(
    w: Working[Out_co],
    period: Facts[SettledPeriod],
    rules: InterestRules,
    charged: tuple[Term[int], Term[Yuan], Term[Yuan]],
) -> Term[InterestSubsidy]:
    days, base, interest = charged
    share = w.keep(_share(w, period, rules))
    paid: Term[Yuan] = w.keep(w.share(base, share))
    # What the contract adds is paid for individuals, wholly by central finance.
    extra: Term[Yuan] = w.choose(period.borrower == Borrower.ENTERPRISE, _NOTHING, interest - base)
    central_share: Term[Fraction] = w.branch(
        (share == 1) | (period.borrower == Borrower.NONE),
        lambda: w.use_at(rules.central_full, period.drawn_on),
        lambda: w.use_at(rules.central_half, period.drawn_on),
    )
    central: Term[Yuan] = w.keep(w.share(paid, central_share))
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
