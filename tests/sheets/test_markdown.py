"""Official tables as Markdown."""

from gansu_reemployment.money import Yuan
from gansu_reemployment.sheets import SUM, Column, Label, Sheet, as_markdown

SHEET = Sheet(
    title=Label("进度表", "Progress"),
    unit=Label("元", "yuan"),
    columns=(
        Column(Label("地区", "Place"), names=True),
        Column(
            Label("资金", "Funds"),
            (
                Column(Label("下达", "Paid"), total=SUM),
                Column(Label("备注", "Remark")),
            ),
        ),
    ),
    rows=[("兰州|市", Yuan("1200.5"), "a\nb"), ("天*水*", Yuan(3), None)],
    notes=["<b>"],
)


def test_levels_of_the_header_are_joined() -> None:
    """Each column carries the headings above it; numbers lean to the right."""
    lines = as_markdown(SHEET, "en").splitlines()

    assert ["**Progress**", "", "Unit: yuan", ""] == lines[:4]
    assert ["| Place | Funds / Paid | Funds / Remark |", "| --- | ---: | --- |"] == lines[4:6]


def test_marks_in_texts_are_escaped() -> None:
    """A bar, a star or a new line in a text does not break the table."""
    lines = as_markdown(SHEET, "zh_CN").splitlines()

    assert ["| 兰州\\|市 | 1,200.50 | a b |", "| 天\\*水\\* | 3.00 |  |"] == lines[6:8]
    assert "| 合计 | 1,203.50 |  |" == lines[8]
    assert "注：\\<b\\>" == lines[-1]
