"""The sheets of a quarterly claim."""

from datetime import date

from gansu_reemployment.bureau import Bureau
from gansu_reemployment.measures.persons.facts import EntitledGroup
from gansu_reemployment.measures.subsidies.insurance.facts import Employer
from gansu_reemployment.measures.subsidies.insurance.roster import ClaimSheet, Hire, QuarterlyClaim
from gansu_reemployment.measures.subsidies.insurance.sheet import granted_sheet, not_granted_sheet
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import Filing, as_markdown

CLAIM = QuarterlyClaim(
    employer=Employer.SERVICE,
    first_day=date(2003, 7, 1),
    claimed_on=date(2003, 10, 8),
    in_arrears=False,
    papers_complete=True,
    average_wage=Yuan(10_800),
    hires=(
        Hire(
            number="1",
            group=EntitledGroup.LAID_OFF_SOE,
            new_post=True,
            hired_on=date(2003, 7, 1),
            contract_years=3,
            months_used=0,
            months_in_contract=0,
            retired=False,
            approved_on=date(2003, 7, 1),
            wage=Yuan(700),
            paid_first=True,
            paid_second=True,
            paid_third=False,
        ),
        Hire(
            number="2",
            hired_on=date(2003, 9, 1),
            contract_years=3,
            paid_first=True,
            paid_second=True,
        ),
    ),
)


def checked() -> ClaimSheet:
    """Check the claim."""
    value = Bureau.of("天水市").insurance_claim(CLAIM, on=CLAIM.claimed_on).value
    assert value is not None
    return value


def test_granted() -> None:
    """Each line shows person, month, base, insurances and the own share, with sums below."""
    text = as_markdown(granted_sheet(CLAIM, checked(), {"1": "王某"}), "zh_CN")
    assert "2003年第三季度社会保险补贴核定表" in text
    assert all(part in text for part in ("王", "2003年7月", "140.00", "14.00", "154.00", "308.00"))


def test_employer_signs_for_the_amount_in_words() -> None:
    """The sheet has room for the employer and its signatures, and the sum in words."""
    filing = Filing(by="某饭店")
    text = as_markdown(granted_sheet(CLAIM, checked(), {}, filing), "zh_CN")
    assert "申请单位（盖章）：某饭店" in text
    assert "合计金额（大写）：人民币叁佰零捌元整" in text
    assert "申请单位（盖章）：" in as_markdown(not_granted_sheet(CLAIM, checked(), {}), "zh_CN")


def test_not_granted() -> None:
    """Each line lists every reason, or the missing facts."""
    sheet = not_granted_sheet(CLAIM, checked(), {})
    assert ["2003年9月", "2003年7月", "2003年8月", "2003年9月"] == [row[2].zh for row in sheet.rows]
    assert "The contributions of the month were not paid." == sheet.rows[0][3].show("en")
    assert "Not known: third month paid." == sheet.rows[3][3].show("en")
    assert "末月已缴费" in sheet.rows[3][3].show("zh_CN")
