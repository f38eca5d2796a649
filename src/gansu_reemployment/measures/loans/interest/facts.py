"""The facts of the interest subsidy (贴息): loans, their settled periods, a bank's register."""

from datetime import date
from typing import ClassVar, Final, Generic

from attrs import field, frozen

from gansu_reemployment.dates import ONE_DAY, SETTLEMENT_DAY, add_months
from gansu_reemployment.fact_model import CheckedFacts, U, fact, meaning, not_negative, positive
from gansu_reemployment.fact_model.contradictions import Contradiction, NotAbove, NotTogether
from gansu_reemployment.i18n import Message, _
from gansu_reemployment.measures.loans.facts import (
    DUE_AFTER_TERM,
    Borrower,
    Settlement,
    from_first_loan,
)
from gansu_reemployment.money import Yuan

#: The months of a quarter.
QUARTER: Final = 3


@frozen(kw_only=True, slots=False)
class SubsidisedLoan(CheckedFacts, Generic[U]):
    """The facts of a loan on which its subsidy depends (贴息贷款); ``None`` is unknown.

    Args:
        principal: the balance in the period, one for all its days: a period in which principal
            is repaid is divided on that day.
        due_on: day on which the loan first fell due (到期日), before any extension: the end of
            the agreed term, or up to ten days later or earlier, as after a holiday.
        months: the agreed term.
        borrower: the borrower's class.
        micro_profit: whether the business is a micro-profit project.
        uplift: what the contract adds to the benchmark rate, in basis points.
        repaid: whether the loan has been repaid.
        repaid_on: the day of repayment; needed, and allowed, only if it has been repaid.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        *DUE_AFTER_TERM,
        NotAbove("drawn_on", "repaid_on", _("must not be before {day}"), at="repaid_on"),
        NotTogether(
            "repaid_on",
            _("the loan is stated as not repaid"),
            (("repaid", frozenset({False})), ("repaid_on", None)),
        ),
    )

    principal: Yuan | U = fact("贷款余额", "balance of the loan", positive)
    drawn_on: date | U = fact("放款日期", "day of drawing", from_first_loan)
    due_on: date | U = fact("到期日期", "first due on, before any extension", from_first_loan)
    months: int | U = fact("贷款期限（月）", "term in months", positive)
    borrower: Borrower | U = fact("借款人类别", "class of borrower")
    micro_profit: bool | U = fact("微利项目", "micro-profit project")
    uplift: int | U = fact("利率上浮（基点）", "basis points added", not_negative)
    repaid: bool | U = fact("已还清", "repaid")
    repaid_on: date | U = fact("还清日期", "repaid on")


@frozen(kw_only=True, slots=False)
class SettledPeriod(SubsidisedLoan[U], Generic[U]):
    """A settled period of one loan (结息期贷款).

    Args:
        until: last day of the period, the bank's settlement day.
    """

    impossible: ClassVar[tuple[Contradiction, ...]] = (
        *SubsidisedLoan.impossible,
        NotAbove("since", "until", _("must not be before {day}"), at="until"),
    )

    since: date | U = fact("计息起日", "first day of the period")
    until: date | U = fact("结息日", "settlement day")


def _ends_a_quarter(day: date) -> Message | None:
    if day.day == SETTLEMENT_DAY and day.month % QUARTER == 0:
        return None
    return Message(_("the settlement day of a quarter is the 20th of its last month"))


@frozen(kw_only=True, slots=False)
class RegisterLoan(SubsidisedLoan):
    """A loan of the bank's register (贷款台账).

    Args:
        number: the bank's number of the loan.
        project: the borrower's business.
        place: where the borrower is registered (户籍所在地).
        settlement: when interest is charged.
        claimed: the bank's own claim for the quarter, if it states one.
    """

    number: str | None = fact("贷款编号", "number of the loan")
    project: str | None = fact("项目名称", "project")
    place: str | None = fact("户籍所在地", "place of registration")
    settlement: Settlement = fact("结息方式", "settlement", default=Settlement.QUARTERLY)
    claimed: Yuan | None = fact("申报金额", "amount claimed")


@frozen(kw_only=True, slots=False)
class BankClaim(CheckedFacts):
    """The register of a bank at a settlement day (贴息申报)."""

    settled_on: date = field(
        metadata=meaning("结息日", "settlement day", from_first_loan, _ends_a_quarter)
    )
    loans: tuple[RegisterLoan, ...] = fact("贷款", "loans", default=())
    bank: str | None = fact("经办银行", "bank")

    @property
    def since(self) -> date:
        """The first day of the settled quarter, the day after the previous settlement."""
        return add_months(self.settled_on, -QUARTER) + ONE_DAY
