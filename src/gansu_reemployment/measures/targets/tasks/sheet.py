"""The task table as an official sheet (任务分解表): two landscape pages of A4.

The office of the leading group (领导小组办公室) follows the tasks. A star marks every cell that
is not in the text of the opinion.

>>> from gansu_reemployment.measures.targets.tasks.table import all_tasks
>>> sheet = task_sheet(all_tasks().of_department("省经贸委"))
>>> [(row[0], row[4].show("zh_CN")) for row in sheet.rows]
[('T06', '省政府'), ('T27', '省财政厅*'), ('T32', '省经贸委*')]
"""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from attrs import frozen

from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.measures.targets.tasks.table import Task
from gansu_reemployment.sheets.labels import Label
from gansu_reemployment.sheets.sheet import Column, Sheet

_TITLE: Final = Label("加快推进再就业工作任务分解表", "Task table of the re-employment work")
_NOTES: Final = (
    Label(
        "本表按甘肃省人民政府2003年6月10日意见的正文重新编列，原附表内容未见。",
        "Rebuilt from the text of the Gansu opinion of 2003-06-10; its own annex is not known.",
    ),
    Label(
        "带*的内容正文没有写明，属于推定；任务的划分和编号由编者所加。",
        "The text does not state what has a *: it is assumed. Rows and numbers are editorial.",
    ),
)
_ARTICLES: Final = {
    "preamble": Label("序言", "preamble"),
    "closing": Label("结尾", "closing"),
}
_STATE: Final = Column(Label("状态", "State"), width=14)
_COLUMNS: Final = (
    Column(Label("编号", "No."), width=6),
    Column(Label("条款", "Article"), width=10),
    Column(Label("任务", "Task"), width=56),
    Column(Label("层级", "Level"), width=18),
    Column(
        Label("责任单位", "Departments"),
        (
            Column(Label("牵头", "Lead"), width=30),
            Column(Label("配合", "Cooperating"), width=42),
        ),
    ),
    Column(Label("期限", "Deadline"), width=17),
    Column(Label("时限用语", "Words of time"), width=10),
)


@frozen
class _Starred:
    """The content of a cell, with a star if it is assumed."""

    value: Any
    standing: Standing

    def show(self, locale: str) -> str:
        text = show(self.value, locale)
        return text + "*" if text and self.standing is Standing.ASSUMED else text


def task_sheet(
    tasks: Iterable[Task], title: Label = _TITLE, states: Mapping[str, Any] | None = None
) -> Sheet:
    """Build the official sheet of tasks; *states*, by the ids of tasks, add a column."""
    rows = [_row(task) for task in tasks]
    columns: tuple[Column, ...] = _COLUMNS
    if states is not None:
        rows = [(*row, states.get(row[0])) for row in rows]
        columns = (*_COLUMNS, _STATE)
    return Sheet(title=title, columns=columns, rows=rows, notes=_NOTES, landscape=True, pages=2)


def _row(task: Task) -> tuple[Any, ...]:
    due = task.deadline or task.rhythms
    return (
        task.id,
        _ARTICLES.get(task.article, task.article),
        task,
        _Starred(task.levels, task.standing("levels")),
        _Starred(task.lead, task.standing("lead")),
        _Starred(task.cooperating, task.standing("cooperating")),
        _Starred(due, task.standing("deadline" if task.deadline else "rhythms")),
        task.urgency,
    )
