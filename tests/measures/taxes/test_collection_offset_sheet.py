"""The table of offsets as an official sheet."""

from attrs import evolve

from gansu_reemployment.measures.taxes.collection_offset.offices import OfficeOffset, OffsetTable
from gansu_reemployment.measures.taxes.collection_offset.offset import CollectionOffset
from gansu_reemployment.measures.taxes.collection_offset.sheet import offset_sheet
from gansu_reemployment.measures.taxes.collector import Authority
from gansu_reemployment.measures.taxes.facts import Tax
from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import as_markdown

OPEN = OfficeOffset(Authority.LOCAL_TAX, "乙所", Tax.BUSINESS_TAX, 2003, 3, Yuan(5), None)
DONE = OfficeOffset(
    Authority.LOCAL_TAX,
    "甲所",
    Tax.BUSINESS_TAX,
    2003,
    3,
    Yuan(7),
    CollectionOffset(Yuan(7), Yuan(93), None, Yuan(0)),
)


def test_sheet_holds_one_ledger_with_its_sums() -> None:
    """Each authority has its own sheet; the relief of lines without a task counts."""
    sheet = offset_sheet(OffsetTable((OPEN, DONE)), Authority.LOCAL_TAX)
    total = sheet.total_row()
    assert total is not None
    assert (Yuan(12), Yuan(7), Yuan(93)) == (total[3], total[4], total[5])
    assert () == offset_sheet(OffsetTable((OPEN,)), Authority.STATE_TAX).rows


def test_quarters_are_written_out() -> None:
    """A quarter is 2003年第三季度, the whole year 2003年; the unit and the signatures are blank."""
    yearly = evolve(DONE, quarter=0)
    sheet = offset_sheet(OffsetTable((OPEN, yearly)), Authority.LOCAL_TAX)
    assert ["2003年第三季度", "2003年"] == [row[2].zh for row in sheet.rows]
    assert ["quarter 3 of 2003", "2003"] == [row[2].en for row in sheet.rows]
    assert "填报单位（盖章）：" in as_markdown(sheet)


def test_sheet_says_that_the_method_is_assumed() -> None:
    """A note tells the reader that no official method is known."""
    notes = offset_sheet(OffsetTable((DONE,)), Authority.LOCAL_TAX).note_lines("en")
    assert any("assumed" in note for note in notes)
