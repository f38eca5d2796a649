"""The sheets of a bank's claim for the interest subsidy."""

from datetime import date

from attrs import evolve

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.measures.loans.facts import Borrower
from gansu_reemployment.measures.loans.interest.claim import SubsidyClaim
from gansu_reemployment.measures.loans.interest.facts import BankClaim, RegisterLoan
from gansu_reemployment.measures.loans.interest.sheet import detail_sheet, summary_sheet
from gansu_reemployment.measures.loans.interest.subsidy import REASONS
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import Filing, as_markdown

DAY = date(2003, 9, 20)
LOAN = RegisterLoan(
    number="001",
    project="理发",
    principal=Yuan(20000),
    drawn_on=date(2003, 7, 15),
    due_on=date(2005, 7, 15),
    months=24,
    borrower=Borrower.CERTIFIED,
    micro_profit=True,
    uplift=0,
    repaid=False,
    claimed=Yuan("207.41"),
)
OTHER = RegisterLoan(
    number="002",
    principal=Yuan(10000),
    drawn_on=date(2003, 7, 15),
    due_on=date(2005, 7, 15),
    months=24,
    borrower=Borrower.CERTIFIED,
    micro_profit=False,
    uplift=0,
    repaid=False,
)


def claimed() -> SubsidyClaim:
    """Return the claim."""
    claim = BankClaim(settled_on=DAY, loans=(LOAN, OTHER))
    found = Bureau.of("天水市").interest_claim(claim, on=DAY).value
    assert found is not None
    return found


def test_summary() -> None:
    """One line shows the balances, the number and the amount."""
    text = as_markdown(summary_sheet(DAY, claimed()), "zh_CN")
    assert "2003年第三季度小额担保贷款贴息资金申报表" in text
    assert "| 0.00 | 30,000.00 | 0.00 | 30,000.00 | 1 | 207.40 | 207.40 | 0.00 |" in text


def test_bank_signs_for_the_amount_in_words() -> None:
    """Both sheets have the name of the bank and its signatures, the claim its amount in words."""
    filing = Filing(by="某银行", checked_by="李某", on=date(2003, 9, 25))
    text = as_markdown(summary_sheet(DAY, claimed(), filing), "zh_CN")
    assert "申报银行（盖章）：某银行" in text
    assert "合计金额（大写）：人民币贰佰零柒元肆角整" in text
    assert "审核人：李某 制表人： 填报日期：2003年9月25日" in text
    english = as_markdown(detail_sheet(DAY, claimed(), {}, filing), "en")
    assert "Claiming bank (seal): 某银行" in english
    assert "Checked by: 李某" in english


def test_details() -> None:
    """Each loan has its line, with the excess claimed and the reason against."""
    sheet = detail_sheet(DAY, claimed(), {"001": "李某"})
    text = as_markdown(sheet, "en")
    assert "| 001 | 李某 | 理发 |" in text
    assert "| 68 | 207.40 | 207.40 | 0.01 |" in text
    assert "The loan is not for a micro-profit project." in text
    assert Yuan("207.40") == sheet.total_row()[9]  # type: ignore[index]


def test_open_loans() -> None:
    """A loan that is kept apart has a row without amounts, and the summary says so."""
    claim = BankClaim(settled_on=DAY, loans=(LOAN, evolve(LOAN, months=None)))
    found = Bureau.of("天水市").interest_claim(claim, on=DAY).unwrap()
    assert "待定，缺少：" in as_markdown(detail_sheet(DAY, found, {}), "zh_CN")
    assert "另有1笔贷款待定" in as_markdown(summary_sheet(DAY, found), "zh_CN")
    assert "待定" not in as_markdown(summary_sheet(DAY, claimed()), "zh_CN")


def test_every_reason_has_a_remark() -> None:
    """Every reason for a refusal has a remark on the sheet."""
    assert {
        "not-settled",
        "not-micro-profit",
        "no-subsidised-class",
        "term-too-long",
        "uplift-too-high",
    } == set(REASONS)
