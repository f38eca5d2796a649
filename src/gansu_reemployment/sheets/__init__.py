"""Official tables (公文表格): one model, as xlsx, Word, HTML and Markdown.

A table has a title, a line with its unit, a header of one or more merged levels, rows, a line of
totals and notes. The issuer of the table decides its contents; the form follows the printed tables
of Chinese authorities, in either language: A4, names spread over their column, page numbers below.

>>> from gansu_reemployment import Yuan
>>> from gansu_reemployment.sheets import SUM, Column, Label, Sheet, as_markdown
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

from typing import TYPE_CHECKING

from gansu_reemployment._lazy import lazy_names

if TYPE_CHECKING:
    from gansu_reemployment.measures.loans.instalments_sheet import instalments_sheet
    from gansu_reemployment.measures.loans.interest.sheet import detail_sheet, summary_sheet
    from gansu_reemployment.measures.persons.candidates_sheet import candidates_sheet
    from gansu_reemployment.measures.subsidies.insurance.sheet import (
        granted_sheet,
        not_granted_sheet,
    )
    from gansu_reemployment.measures.targets.breakdown.sheet import breakdown_sheet
    from gansu_reemployment.measures.targets.circular.pages import circular_html, circular_sheet
    from gansu_reemployment.measures.targets.circular.special import special_sheet
    from gansu_reemployment.measures.targets.tasks.sheet import task_sheet
    from gansu_reemployment.measures.targets.transfers.sheet import transfer_sheet
    from gansu_reemployment.measures.taxes.collection_offset.sheet import offset_sheet
    from gansu_reemployment.measures.taxes.tax_relief.hires_sheet import hires_sheet
    from gansu_reemployment.sheets.decision import decision_sheet
    from gansu_reemployment.sheets.docx import as_docx
    from gansu_reemployment.sheets.files import write_sheet
    from gansu_reemployment.sheets.filing import Filing
    from gansu_reemployment.sheets.html import as_html, html_page
    from gansu_reemployment.sheets.labels import Label
    from gansu_reemployment.sheets.markdown import as_markdown
    from gansu_reemployment.sheets.sheet import SUM, Column, Graph, Sheet
    from gansu_reemployment.sheets.xlsx import as_xlsx

# The lists below are made from the imports above by ``.ci/measures.py``.
# fmt: off
_HOMES = {
    "measures.loans.instalments_sheet": ("instalments_sheet",),
    "measures.loans.interest.sheet": ("detail_sheet", "summary_sheet"),
    "measures.persons.candidates_sheet": ("candidates_sheet",),
    "measures.subsidies.insurance.sheet": ("granted_sheet", "not_granted_sheet"),
    "measures.targets.breakdown.sheet": ("breakdown_sheet",),
    "measures.targets.circular.pages": ("circular_html", "circular_sheet"),
    "measures.targets.circular.special": ("special_sheet",),
    "measures.targets.tasks.sheet": ("task_sheet",),
    "measures.targets.transfers.sheet": ("transfer_sheet",),
    "measures.taxes.collection_offset.sheet": ("offset_sheet",),
    "measures.taxes.tax_relief.hires_sheet": ("hires_sheet",),
    "sheets.decision": ("decision_sheet",),
    "sheets.docx": ("as_docx",),
    "sheets.files": ("write_sheet",),
    "sheets.filing": ("Filing",),
    "sheets.html": ("as_html", "html_page"),
    "sheets.labels": ("Label",),
    "sheets.markdown": ("as_markdown",),
    "sheets.sheet": ("Column", "Graph", "SUM", "Sheet"),
    "sheets.xlsx": ("as_xlsx",),
}
__all__ = [
    "SUM",
    "Column",
    "Filing",
    "Graph",
    "Label",
    "Sheet",
    "as_docx",
    "as_html",
    "as_markdown",
    "as_xlsx",
    "breakdown_sheet",
    "candidates_sheet",
    "circular_html",
    "circular_sheet",
    "decision_sheet",
    "detail_sheet",
    "granted_sheet",
    "hires_sheet",
    "html_page",
    "instalments_sheet",
    "not_granted_sheet",
    "offset_sheet",
    "special_sheet",
    "summary_sheet",
    "task_sheet",
    "transfer_sheet",
    "write_sheet",
]
# fmt: on

if not TYPE_CHECKING:
    __getattr__, __dir__ = lazy_names(__name__, _HOMES, __all__)
