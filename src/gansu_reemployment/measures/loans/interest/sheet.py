"""A bank's quarterly claim for the interest subsidy as official sheets (贴息资金申报表、明细表)."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from attrs import evolve

from gansu_reemployment.dates import quarter
from gansu_reemployment.fact_model import describe
from gansu_reemployment.i18n import translate
from gansu_reemployment.measures.loans.interest.claim import (
    InterestLine,
    OpenLoan,
    SubsidyClaim,
)
from gansu_reemployment.measures.loans.interest.facts import RegisterLoan
from gansu_reemployment.measures.loans.interest.subsidy import REASONS
from gansu_reemployment.sheets.filing import Filing
from gansu_reemployment.sheets.labels import Label, quarter_label
from gansu_reemployment.sheets.sheet import SUM, Column, Sheet

_YUAN: Final = Label("元", "yuan")
_SUMMARY: Final = (
    Column(
        Label("贷款余额", "Loans"),
        columns=(
            Column(Label("期初余额", "At the beginning")),
            Column(Label("本期发放", "Lent")),
            Column(Label("本期收回", "Repaid")),
            Column(Label("期末余额", "At the end")),
        ),
    ),
    Column(
        Label("申请贴息", "Subsidy"),
        columns=(
            Column(Label("笔数", "Loans")),
            Column(Label("金额", "Amount")),
            Column(Label("其中：中央财政", "Central")),
            Column(Label("地方财政", "Local")),
        ),
    ),
)
_DETAILS: Final = (
    Column(Label("贷款编号", "Loan")),
    Column(Label("借款人", "Borrower"), names=True),
    Column(Label("项目名称", "Project")),
    Column(Label("户籍所在地", "Registered in")),
    Column(Label("贷款金额", "Principal"), total=SUM),
    Column(Label("放款日期", "Drawn on")),
    Column(Label("期限（月）", "Months")),
    Column(
        Label("本期贴息", "Subsidy of the quarter"),
        columns=(
            Column(Label("天数", "Days")),
            Column(Label("利息", "Interest"), total=SUM),
            Column(Label("贴息", "Subsidy"), total=SUM),
        ),
    ),
    Column(Label("申报差额", "Claimed beyond"), total=SUM),
    Column(Label("备注", "Remarks")),
)
#: The lines of a bank that are not filled in.
_BLANK: Final = Filing()
_BANK: Final = Label("申报银行（盖章）", "Claiming bank (seal)")
_DAYS: Final = Label(
    "放款日和结息日计息，展期和逾期不贴息。",
    "The day of drawing and the settlement day count; extension and overdue days do not.",
)


def summary_sheet(settled_on: date, claim: SubsidyClaim, filing: Filing = _BLANK) -> Sheet:
    """Build the sheet of the balances of a quarter and the amount claimed (贴息资金申报表).

    Args:
        settled_on: the settlement day of the quarter.
        claim: the claim.
        filing: the bank, its signatures and the day; by default they are left blank.
    """
    balances = (claim.opening, claim.lent, claim.repaid, claim.closing)
    return Sheet(
        title=_title(settled_on, "小额担保贷款贴息资金申报表", "Claim for interest subsidy"),
        unit=_YUAN,
        columns=_SUMMARY,
        rows=[(*balances, claim.number, claim.amount, claim.central, claim.local)],
        notes=[_left(len(claim.open))] if claim.open else (),
        landscape=True,
        in_words=claim.amount,
        filing=evolve(filing, role=_BANK),
    )


def _left(number: int) -> Label:
    zh = f"另有{number}笔贷款待定，补充事实后再行申报，金额未计入本表。"
    return Label(zh, f"Open loans, not in the subsidy: {number}; they wait for their facts.")


def detail_sheet(
    settled_on: date, claim: SubsidyClaim, names: Mapping[str, str], filing: Filing = _BLANK
) -> Sheet:
    """Build the sheet of every loan of a claim (贴息明细表).

    Args:
        settled_on: the settlement day of the quarter.
        claim: the claim.
        names: the names of the borrowers by the number of the loan.
        filing: the bank, its signatures and the day; by default they are left blank.
    """
    return Sheet(
        title=_title(settled_on, "小额担保贷款贴息明细表", "Interest subsidy by loan"),
        unit=_YUAN,
        columns=_DETAILS,
        rows=[
            *(_detail(line, names) for line in claim.lines),
            *(_undecided(one, names) for one in claim.open),
        ],
        notes=(_DAYS,),
        landscape=True,
        filing=evolve(filing, role=_BANK),
    )


def _title(settled_on: date, zh: str, en: str) -> Label:
    named = quarter_label(*quarter(settled_on))
    return Label(f"{named.zh}{zh}", f"{en}, {named.en}")


def _detail(line: InterestLine, names: Mapping[str, str]) -> tuple[Any, ...]:
    loan, paid = line.loan, line.subsidy
    number = loan.number or ""
    head = (number, names.get(number, ""), loan.project, loan.place, loan.principal)
    days = (loan.drawn_on, loan.months, paid.days, paid.interest, paid.subsidy)
    return (*head, *days, line.difference, _remarks(line.reasons))


def _undecided(one: OpenLoan, names: Mapping[str, str]) -> tuple[Any, ...]:
    """Build the row of an undecided loan: without amounts, and with its missing facts."""
    loan = one.loan
    number = loan.number or ""
    head = (number, names.get(number, ""), loan.project, loan.place, loan.principal)
    terms = tuple(fact for fact in describe(RegisterLoan) if fact.name in one.missing)
    lacks = Label(
        "待定，缺少：" + "、".join(fact.zh for fact in terms),
        "Open; not known: " + ", ".join(fact.en for fact in terms),
    )
    return (*head, loan.drawn_on, loan.months, None, None, None, None, lacks)


def _remarks(codes: tuple[str, ...]) -> Label:
    texts = [REASONS[code].text for code in codes]
    return Label(
        "".join(translate(text, "zh_CN") for text in texts),
        " ".join(translate(text, "en") for text in texts),
    )
