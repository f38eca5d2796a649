"""The public notice lists who was approved, masked."""

from datetime import date

from gansu_reemployment.ledger.sheets import public_notice
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import as_markdown
from gansu_reemployment.testing import IDENTITY, make_case

CASES = [
    make_case("a", subject=IDENTITY),
    make_case("b", "employed", subject="620502630701123"),
    make_case("c", subject="620502630701123", measure="loan_terms", amount=Yuan("20000")),
    make_case("d", status="undecided"),
]


def test_notice() -> None:
    """Only approvals are listed, with what they are for, and no name or number is whole."""
    sheet = public_notice(
        iter(CASES),
        {IDENTITY: "王小明", "620502630701123": "张三"},
        since=date(2003, 7, 5),
        until=date(2003, 7, 11),
    )
    text = as_markdown(sheet, "zh_CN")

    assert [(1, "王*明"), (2, "张*")] == [row[:2] for row in sheet.rows]
    assert "1101************2X" in text.replace("\\", "")
    assert "20,000.00" in text
    assert "公示期自2003年7月5日至2003年7月11日" in text
    for whole in (IDENTITY, "620502630701123", "王小明", "张三"):
        assert whole not in text


def test_nobody() -> None:
    """A notice of nobody has its heading and no line."""
    sheet = public_notice([], {}, since=date(2003, 7, 5), until=date(2003, 7, 11))

    assert () == sheet.rows
    assert "Public notice of approvals" in as_markdown(sheet, "en")
