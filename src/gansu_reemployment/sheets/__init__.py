"""Official tables (公文表格): one model, written as xlsx, HTML and Markdown in either language.

A table has a title, a line with its unit, a header of one or more merged levels, rows, a line of
totals and notes. The issuer of the table decides its contents; the form follows the printed tables
of Chinese authorities: A4, names spread over their column, page numbers below.

>>> from gansu_reemployment.money import Yuan
>>> sheet = Sheet(
...     title=Label("资金拨付表", "Funds paid out"),
...     unit=Label("元", "yuan"),
...     columns=(
...         Column(Label("地区", "Place"), names=True),
...         Column(Label("金额", "Amount"), total=SUM),
...     ),
...     rows=(("兰州市", Yuan("1200.50")), ("天水市", Yuan(800))),
... )
>>> print(as_markdown(sheet, "zh_CN"))
**资金拨付表**
<BLANKLINE>
单位：元
<BLANKLINE>
| 地区 | 金额 |
| --- | ---: |
| 兰州市 | 1,200.50 |
| 天水市 | 800.00 |
| 合计 | 2,000.50 |
<BLANKLINE>
"""

from gansu_reemployment.sheets.html import as_html, html_page
from gansu_reemployment.sheets.markdown import as_markdown
from gansu_reemployment.sheets.sheet import SUM, Column, Label, Sheet
from gansu_reemployment.sheets.xlsx import as_xlsx

__all__ = [
    "SUM",
    "Column",
    "Label",
    "Sheet",
    "as_html",
    "as_markdown",
    "as_xlsx",
    "html_page",
]
