"""Loans (贷款): the classes of borrowers, and the facts of a running loan.

The terms of a loan are agreed by bank and borrower within the law; the classes of borrowers
are those of 银发[2002]394号, 银发[2006]5号 and 银发[2008]238号.
"""

from collections.abc import Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Final, Literal

from attrs import field, frozen

from gansu_reemployment.dates import add_months
from gansu_reemployment.errors import Fault
from gansu_reemployment.fact_model import (
    CheckedFacts,
    NotBefore,
    at_most_one,
    fact,
    meaning,
    not_negative,
    positive,
)
from gansu_reemployment.fact_model.contradictions import EndsTerm, NotAbove
from gansu_reemployment.i18n import Choice, _
from gansu_reemployment.money import Yuan

#: The first day of 银发[2002]394号; no small guaranteed loan was signed before it.
FIRST_LOAN: Final = date(2002, 12, 24)
#: The first day for which the benchmark rates are known.
FIRST_RATE: Final = date(1998, 12, 7)
#: No loan is longer than this, in months.
LONGEST_TERM: Final = 1200

_SETTLED_EVERY: Final[Mapping[str, Literal[1, 3]]] = {"monthly": 1, "quarterly": 3}
_FIXED_EVERY: Final[Mapping[str, int]] = {"monthly": 1, "quarterly": 3, "yearly": 12}


class Borrower(Choice):
    """The classes of borrowers (借款人类别), each with the papers that prove it."""

    CERTIFIED = "持《再就业优惠证》人员", "holder of the certificate"
    EX_SERVICEMAN = "城镇复员转业退役军人", "demobilised soldier"
    REGISTERED = "其他城镇登记失业人员", "other registered urban unemployed"
    GRADUATE = (
        "到西部地区或者县以下基层就业的高校毕业生",
        "graduate who went to the West or to county level and below",
    )
    DIFFICULT = "就业困难人员", "person with employment difficulties"
    ENTERPRISE = "劳动密集型小企业", "labour-intensive small enterprise"
    NONE = "其他人员", "none of these classes"


class Settlement(Choice):
    """When interest is charged (结息方式)."""

    MONTHLY = "按月结息（每月20日）", "monthly on the 20th"
    QUARTERLY = "按季结息（季末月20日）", "quarterly on the 20th of the last month"
    AT_END = "利随本清", "together with the principal"

    @property
    def every(self) -> Literal[1, 3] | None:
        """The months between settlements; ``None`` if interest is charged at the end."""
        return _SETTLED_EVERY.get(self.code)


class Counting(Choice):
    """How the time of a period is counted (计息方式)."""

    DAYS = "按实际天数", "actual days"
    MONTHS = "整月加零头天数", "whole months and odd days"


class Refixing(Choice):
    """How often the rate of a loan over one year is fixed (利率调整方式)."""

    MONTHLY = "按月调整", "monthly"
    QUARTERLY = "按季调整", "quarterly"
    YEARLY = "一年一定", "once a year"
    FIXED = "固定利率", "fixed for the whole term"

    @property
    def every(self) -> int | None:
        """The months between fixings; ``None`` if the rate is fixed for the whole term."""
        return _FIXED_EVERY.get(self.code)


class OverdueBase(Choice):
    """The base of the interest of overdue days (逾期计息基数)."""

    PRINCIPAL = "本金", "the principal"
    WITH_INTEREST = "本金和未付利息", "the principal and the interest not paid"


class Method(Choice):
    """How a loan is repaid in instalments (分期还款方式)."""

    LEVEL = "等额本息", "level instalments"
    EQUAL_PRINCIPAL = "等额本金", "equal parts of the principal"


#: A loan falls due at most so long after its term or before it, as after a holiday.
LONGEST_DELAY: Final = timedelta(days=10)


#: A loan falls due when its term ends (到期日), and not before it is drawn.
DUE_AFTER_TERM: Final = (
    NotAbove("drawn_on", "due_on", _("must not be before {day}"), at="due_on"),
    EndsTerm(
        "due_on",
        "drawn_on",
        "months",
        _("a term of {months} months ends on {day}"),
        LONGEST_DELAY,
        LONGEST_TERM,
    ),
)


#: Checks that a day is not before the first known benchmark rate.
from_first_rate: Final = NotBefore(FIRST_RATE)
#: Checks that a day is not before the first rule of the small guaranteed loan.
from_first_loan: Final = NotBefore(FIRST_LOAN)


@frozen(kw_only=True, slots=False)
class Repayment(CheckedFacts):
    """A repayment of principal (还本): the day and the amount."""

    paid_on: date = field(metadata=meaning("还款日期", "day of the repayment"))
    amount: Yuan = field(metadata=meaning("还本金额", "principal repaid", positive))


@frozen
class Contract:
    """The terms of a loan's contract (借款合同), all of them known."""

    principal: Yuan
    annual_rate: Fraction
    drawn_on: date
    months: int

    @property
    def due_on(self) -> date:
        """The day on which the loan falls due (到期日); the term ends the day before."""
        return add_months(self.drawn_on, self.months)


@frozen(kw_only=True, slots=False)
class RunningLoan(CheckedFacts):
    """A loan on which interest runs (计息贷款).

    The first four facts and *interest_paid* may be unknown; in the others, ``None`` means that it
    did not happen or was not agreed.

    Args:
        principal: the sum lent.
        annual_rate: the rate of the contract a year, on the day of the first drawing.
        drawn_on: day of the first drawing.
        months: the agreed term.
        settlement: when interest is charged.
        counting: how time is counted.
        refixing: how often the rate of a loan over one year is fixed.
        uplift: what the contract adds to the benchmark rate when the rate is fixed again, in
            basis points.
        repayments: of principal, on days before the last.
        repaid_on: the day on which the rest is repaid; without it, the day it falls due.
        diverted_on: the first day of another use than agreed (挪用).
        overdue_multiple: agreed penalty rate, as a multiple of the contract's rate.
        diverted_multiple: the same for a diverted loan.
        overdue_daily: an agreed penalty rate a day in place of the law's.
        overdue_base: the base of the interest of overdue days.
    """

    principal: Yuan | None = fact("贷款金额", "principal", positive)
    annual_rate: Fraction | None = fact("年利率", "rate a year", positive, at_most_one)
    drawn_on: date | None = fact("放款日期", "day of drawing", from_first_rate)
    months: int | None = fact("贷款期限（月）", "term in months", positive)
    settlement: Settlement = fact("结息方式", "settlement", default=Settlement.QUARTERLY)
    counting: Counting = fact("计息方式", "counting", default=Counting.DAYS)
    refixing: Refixing = fact("利率调整方式", "fixing of the rate", default=Refixing.YEARLY)
    uplift: int = fact("利率上浮（基点）", "basis points added", not_negative, default=0)
    repayments: tuple[Repayment, ...] = fact("提前还本", "repayments of principal", default=())
    repaid_on: date | None = fact("还清日期", "day the rest is repaid")
    interest_paid: bool | None = fact("按期付息", "interest paid when charged")
    diverted_on: date | None = fact("挪用日期", "first day of diversion")
    overdue_multiple: Fraction | None = fact("逾期罚息倍数", "overdue multiple", positive)
    diverted_multiple: Fraction | None = fact("挪用罚息倍数", "diverted multiple", positive)
    overdue_daily: Fraction | None = fact(
        "约定逾期日利率", "agreed overdue rate a day", positive, at_most_one
    )
    overdue_base: OverdueBase = fact(
        "逾期计息基数", "charged overdue", default=OverdueBase.PRINCIPAL
    )

    def contract(self) -> Contract | None:
        """Return the terms of the contract, or ``None`` if one of them is unknown."""
        if (
            self.principal is None
            or self.annual_rate is None
            or self.drawn_on is None
            or self.months is None
        ):
            return None
        return Contract(self.principal, self.annual_rate, self.drawn_on, self.months)

    def contradictions(self) -> list[Fault]:
        """Return faults for days before the drawing, and for repaying more than was lent."""
        drawn_on = self.drawn_on
        faults = self._days_before(drawn_on) if isinstance(drawn_on, date) else []
        repaid = sum((repayment.amount for repayment in self.repayments), Yuan(0))
        if isinstance(self.principal, Yuan) and repaid > self.principal:
            problem = _("more than the principal of {principal}")
            faults.append(Fault.at("repayments", problem, principal=self.principal))
        return faults

    def _days_before(self, drawn_on: date) -> list[Fault]:
        """Return faults for a repayment or diversion before the drawing."""
        paid = {f"repayments[{n}].paid_on": r.paid_on for n, r in enumerate(self.repayments)}
        faults = [
            Fault.at(path, _("must be after the drawing on {day}"), day=drawn_on)
            for path, day in {"repaid_on": self.repaid_on, **paid}.items()
            if isinstance(day, date) and day <= drawn_on
        ]
        if isinstance(self.diverted_on, date) and self.diverted_on < drawn_on:
            problem = _("must not be before the drawing on {day}")
            faults.append(Fault.at("diverted_on", problem, day=drawn_on))
        return faults
