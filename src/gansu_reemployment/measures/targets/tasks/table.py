"""The rows of the task table (任务分解表), ``data/tasks.csv``, and the ways to find them.

The print of the Gansu opinion omits its annex (略). The 78 rows are rebuilt from the text of the
opinion: three headline targets, G1 to G3, and 75 tasks, T01 to T75. The division into rows, the
numbers and the kinds are editorial, and each row names the columns that are not in the text.
"""

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from attrs import frozen

from gansu_reemployment.errors import Fault, InvalidFactsError, RulebookError, UnknownNameError
from gansu_reemployment.i18n import Message, Named, _
from gansu_reemployment.law.documents import Citation, Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.targets.tasks.codes import (
    Rhythm,
    Role,
    TaskKind,
    TaskLevel,
    Urgency,
)

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

_TABLE: Final = Path(__file__).parents[3] / "data" / "tasks.csv"
_ID: Final = re.compile(r"[A-Z]+[0-9]+")
#: The day of the opinion, on which its tasks begin.
OPINION_DAY: Final = date(2003, 6, 10)
#: The parts of the opinion that are not articles.
_PARTS: Final = {"preamble": "序言", "closing": "结尾"}
#: T04 is monthly and quarterly (按月、按季); the file has one value in its cell.
_ALSO: Final = {"T04": "quarterly"}


@frozen(kw_only=True)
class Task(Named):
    """A row of the task table, or a task that a place adds.

    Args:
        id: ``G1`` to ``G3`` or ``T01`` to ``T75``, in the order of the text; a place has others,
            such as ``W01``.
        article: part and article, such as ``二(三)``, or ``preamble`` or ``closing``.
        zh: the task in Chinese, a summary.
        en: the task in English.
        levels: the levels that must act.
        lead: the departments that lead or act (牵头部门).
        cooperating: the departments that cooperate, receive or are members (配合部门).
        deadline: the last day in time, if the text has one.
        rhythms: the rhythms in which it falls due; empty if the text has none.
        urgency: the words of time without a day, such as 尽快.
        kinds: its kinds.
        indicator: the measure of its completion.
        inferred: the columns of this row that are not in the text.
        since: the day on which the task begins; its first period is that of this day.
        report_days: the days after a period on which it is due; if ``None``, those of the rules.
    """

    id: str
    article: str = ""
    zh: str
    en: str
    levels: tuple[TaskLevel, ...] = ()
    lead: tuple[str, ...] = ()
    cooperating: tuple[str, ...] = ()
    deadline: date | None = None
    rhythms: tuple[Rhythm, ...] = ()
    urgency: tuple[Urgency, ...] = ()
    kinds: tuple[TaskKind, ...] = ()
    indicator: str = ""
    inferred: frozenset[str] = frozenset()
    since: date = OPINION_DAY
    report_days: int | None = None

    def __attrs_post_init__(self) -> None:
        if not _ID.fullmatch(self.id):
            text = _("a task has an id of capital letters and a number, such as W01, not {id!r}")
            raise InvalidFactsError([Fault.at("id", text, id=self.id)])

    def standing(self, column: str) -> Standing:
        """Return the standing of a column of this row; its kind is always assumed."""
        assumed = column in self.inferred or column == "kinds"
        return Standing.ASSUMED if assumed else Standing.READ

    def cite(self, column: str) -> Citation:
        """Cite the article on which a column of this row is based."""
        article = _PARTS.get(self.article, self.article)
        return GANSU_OPINION_2003.at(article, self.standing(column))

    def role_of(self, department: str) -> Role | None:
        """Return the role of a department in the task, if any."""
        if department in self.lead:
            return Role.LEAD
        return Role.COOPERATING if department in self.cooperating else None


@frozen
class Tasks:
    """Rows of the task table, in order; each way of finding rows returns such a table."""

    rows: tuple[Task, ...]

    def __iter__(self) -> Iterator[Task]:
        return iter(self.rows)

    def __len__(self) -> int:
        return len(self.rows)

    def with_further(self, rows: Iterable[Task]) -> "Tasks":
        """Return the table with the tasks that a place adds.

        Raises:
            RulebookError: one of them has the id of another.
        """
        found = {task.id: task for task in self}
        for task in rows:
            if task.id in found:
                text = _("There are two tasks {id}: the task of a place needs an id of its own.")
                raise RulebookError(text, id=task.id)
            found[task.id] = task
        return Tasks(tuple(found.values()))

    def find(self, task_id: str) -> Task:
        """Return one row by its id.

        Raises:
            UnknownNameError: there is no such row.
        """
        known = {task.id: task for task in self}
        if task_id not in known:
            raise UnknownNameError(Message(_("task")), task_id, tuple(known))
        return known[task_id]

    @property
    def departments(self) -> tuple[str, ...]:
        """Every body that leads or cooperates, in the order of the text."""
        named = (name for task in self for name in (*task.lead, *task.cooperating))
        return tuple(dict.fromkeys(named))

    def of_department(self, name: str, role: Role | None = None) -> "Tasks":
        """Return the rows in which a department has a role, or this *role*.

        A department is found by its own name only: 财政部门 and 各有关部门 do not match 省财政厅.

        Raises:
            UnknownNameError: no row names the department; the error has the nearest names.
        """
        if name not in self.departments:
            raise UnknownNameError(Message(_("department")), name, self.departments)
        roles = tuple(Role) if role is None else (role,)
        return Tasks(tuple(task for task in self if task.role_of(name) in roles))

    def of_article(self, article: str) -> "Tasks":
        """Return the rows of an article such as ``二(三)``.

        Raises:
            UnknownNameError: no row is in such an article.
        """
        known = tuple(dict.fromkeys(task.article for task in self))
        if article not in known:
            raise UnknownNameError(Message(_("article")), article, known)
        return Tasks(tuple(task for task in self if task.article == article))

    def of_kind(self, kind: TaskKind) -> "Tasks":
        """Return the rows of a kind; a row may have several."""
        return Tasks(tuple(task for task in self if kind in task.kinds))

    def of_level(self, level: TaskLevel) -> "Tasks":
        """Return the rows in which a level must act, with the rows for every level.

        Enterprises are not a level of government: T60 names them beside every level.
        """
        meant = {level} if level is TaskLevel.ENTERPRISE else {level, TaskLevel.ALL}
        return Tasks(tuple(task for task in self if not meant.isdisjoint(task.levels)))

    def of_rhythm(self, rhythm: Rhythm) -> "Tasks":
        """Return the rows with a rhythm; T04 is both monthly and quarterly."""
        return Tasks(tuple(task for task in self if rhythm in task.rhythms))

    def of_urgency(self, word: Urgency) -> "Tasks":
        """Return the rows with a word of time without a day, such as 尽快."""
        return Tasks(tuple(task for task in self if word in task.urgency))

    def due_by(self, day: date) -> "Tasks":
        """Return the rows with a deadline up to and including *day*."""
        return Tasks(
            tuple(task for task in self if task.deadline is not None and task.deadline <= day)
        )


@cache
def all_tasks() -> Tasks:
    """Read the 78 rows of the table."""
    with _TABLE.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        return Tasks(tuple(_read(row) for row in csv.DictReader(lines)))


_LEVELS: Final = {
    "P": TaskLevel.PROVINCE,
    "M": TaskLevel.PREFECTURE,
    "C": TaskLevel.COUNTY,
    "S": TaskLevel.STREET,
    "E": TaskLevel.ENTERPRISE,
    "all": TaskLevel.ALL,
}
#: The columns of the file and their names here.
_COLUMNS: Final = {
    "level": "levels",
    "lead_zh": "lead",
    "cooperating_zh": "cooperating",
    "deadline": "deadline",
    "rhythm": "rhythms",
    "indicator": "indicator",
}


def _read(row: dict[str, str]) -> Task:
    rhythms = (*_parts(row["rhythm"]), *_parts(_ALSO.get(row["id"], "")))
    return Task(
        id=row["id"],
        article=row["article"],
        zh=row["task_zh"],
        en=row["task_en"],
        levels=tuple(_LEVELS[part] for part in _parts(row["level"])),
        lead=_parts(row["lead_zh"]),
        cooperating=_parts(row["cooperating_zh"]),
        deadline=date.fromisoformat(row["deadline"]) if row["deadline"] else None,
        rhythms=tuple(Rhythm.read(part) for part in rhythms),
        urgency=tuple(Urgency.read(part) for part in _parts(row["urgency_zh"])),
        kinds=tuple(TaskKind.read(part) for part in _parts(row["kind"])),
        indicator=row["indicator"],
        inferred=frozenset(_COLUMNS[part] for part in _parts(row["inferred"])),
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()
