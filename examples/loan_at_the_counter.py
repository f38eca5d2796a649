"""A loan at the counter: the decision, the instalments and the interest, in both languages.

Two persons of Tianshui come to the counter in July 2003. One opens a hairdresser's shop and
applies for more than the norm; the other is too old and has no certificate. Both are invented.

Usage: ``python examples/loan_at_the_counter.py``
"""

from datetime import date
from typing import Any

from gansu_reemployment import Bureau, Yuan
from gansu_reemployment.measures.loans.accrual.periods import InterestSchedule
from gansu_reemployment.measures.loans.facts import Method, RunningLoan
from gansu_reemployment.measures.loans.instalments import InstalmentLoan, InstalmentSchedule
from gansu_reemployment.measures.loans.loan.rules import Purpose
from gansu_reemployment.measures.loans.loan.terms import LoanApplication, LoanTerms
from gansu_reemployment.measures.loans.micro_profit import Project, find_micro_profit
from gansu_reemployment.sheets import SUM, Column, Label, Sheet, as_markdown

BUREAU = Bureau.of("天水市")
SIGNED_ON = date(2003, 7, 15)
LANGUAGES = ("zh_CN", "en")
#: What both files state about the conditions; one that is not stated is unknown.
FILE: dict[str, Any] = {
    "uplift": 0,
    "own_funds_short": True,
    "purpose": Purpose.STARTING,
    "healthy": True,
    "creditworthy": True,
    "skilled": True,
    "recommended": True,
    "examined": True,
    "guaranteed": True,
}


def main() -> None:
    """Decide both applications, and print the schedules of the loan that is granted."""
    terms = decide(hairdresser())
    print(f"银行答复期限 / the bank answers by: {BUREAU.loan_answer_by(SIGNED_ON)}\n")
    if terms:
        print_sheets(*schedules(terms))
    decide(older_person())


def hairdresser() -> LoanApplication:
    """Return the application of a hairdresser, whose project is on the list."""
    shop = Project(item=find_micro_profit("理发"), in_community=True)
    return LoanApplication(
        born_on=date(1960, 5, 1),
        certified=True,
        partners=1,
        requested=Yuan(30_000),
        months=24,
        micro_profit=BUREAU.micro_profit(shop, on=SIGNED_ON).value,
        **FILE,
    )


def older_person() -> LoanApplication:
    """Return the application of a person of sixty-one without a certificate."""
    return LoanApplication(
        born_on=date(1942, 7, 14),
        certified=False,
        partners=1,
        requested=Yuan(20_000),
        months=12,
        micro_profit=True,
        **FILE,
    )


def decide(application: LoanApplication) -> LoanTerms | None:
    """Print the decision in both languages, and return the terms if there are any."""
    decision = BUREAU.loan_terms(application, on=SIGNED_ON)
    for language in LANGUAGES:
        print(decision.explain(language), end="\n\n")
    return decision.value


def schedules(terms: LoanTerms) -> tuple[Sheet, ...]:
    """Return the level instalments, and the interest if the principal is repaid at the end."""
    level = InstalmentLoan(
        principal=terms.principal,
        annual_rate=terms.annual_rate,
        drawn_on=SIGNED_ON,
        months=terms.months,
        method=Method.LEVEL,
    )
    running = RunningLoan(
        principal=terms.principal,
        annual_rate=terms.annual_rate,
        drawn_on=SIGNED_ON,
        months=terms.months,
        interest_paid=True,
    )
    plan = BUREAU.instalments(level, on=SIGNED_ON).value
    interest = BUREAU.interest_periods(running, on=SIGNED_ON).value
    sheets = (plan and instalment_sheet(plan), interest and interest_sheet(interest))
    return tuple(sheet for sheet in sheets if sheet)


def instalment_sheet(plan: InstalmentSchedule) -> Sheet:
    """Build the table of instalments."""
    return Sheet(
        title=Label("还款计划（等额本息）", "Level instalments"),
        unit=Label("元", "yuan"),
        columns=(
            Column(Label("期次", "No.")),
            Column(Label("还款日期", "Due on")),
            Column(Label("还款额", "Payment"), total=SUM),
            Column(Label("本金", "Principal"), total=SUM),
            Column(Label("利息", "Interest"), total=SUM),
            Column(Label("贷款余额", "Balance")),
        ),
        rows=[
            (row.number, row.due_on, row.payment, row.principal, row.interest, row.balance)
            for row in plan.rows
        ],
    )


def interest_sheet(interest: InterestSchedule) -> Sheet:
    """Build the table of settled quarters."""
    return Sheet(
        title=Label("按季结息表", "Interest by quarter"),
        unit=Label("元", "yuan"),
        columns=(
            Column(Label("起", "From")),
            Column(Label("止", "To")),
            Column(Label("天数", "Days"), total=SUM),
            Column(Label("利息", "Interest"), total=SUM),
        ),
        rows=[
            (period.since, period.until, period.days, period.amount) for period in interest.periods
        ],
    )


def print_sheets(*sheets: Sheet) -> None:
    """Print the sheets in both languages."""
    for sheet in sheets:
        for language in LANGUAGES:
            print(as_markdown(sheet, language))


if __name__ == "__main__":
    main()
