"""The page of the task table: its 78 rows, and where to find them by department and time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from page_words import pair, say, table

from gansu_reemployment.i18n import show
from gansu_reemployment.law.documents import Standing
from gansu_reemployment.law.instruments import find_instrument
from gansu_reemployment.measures.targets.tasks.codes import Rhythm, Role
from gansu_reemployment.measures.targets.tasks.table import Task, Tasks, all_tasks

GANSU_OPINION_2003 = find_instrument("甘肃省人民政府2003年6月10日关于加快推进再就业工作的意见")

#: The columns of a row whose standing the page shows.
_COLUMNS = ("levels", "lead", "cooperating", "deadline", "rhythms")


def tasks_page(locale: str) -> str:
    """Write the rows in the order of the text, and three lists that lead to them."""
    tasks = all_tasks()
    lines = [f"# {say('Task table', locale)}", "", say("tasks-note", locale), ""]
    lines += [pair(say("Source", locale), GANSU_OPINION_2003, locale), ""]
    lines += [f"## {say('By deadline', locale)}", ""]
    lines += table(("deadline", "tasks"), _by_deadline(tasks, locale), locale)
    lines += [f"## {say('By rhythm', locale)}", ""]
    lines += table(("rhythm", "tasks"), _by_rhythm(tasks, locale), locale)
    lines += [f"## {say('By department', locale)}", "", say("department-note", locale), ""]
    lines += table(("department", "leads", "cooperates"), _by_department(tasks), locale)
    lines += [f"## {say('All tasks', locale)}", ""]
    heads = ("article", "task", "departments", "when", "urgency", "standing")
    lines += table(("number", *heads), (_row(task, locale) for task in tasks), locale)
    return "\n".join(lines) + "\n"


def _by_deadline(tasks: Tasks, locale: str) -> Iterator[tuple[Any, ...]]:
    found: dict[date, list[Task]] = defaultdict(list)
    for task in tasks:
        if task.deadline:
            found[task.deadline].append(task)
    yield from ((day, _links(found[day])) for day in sorted(found))
    yield say("none", locale), _links(task for task in tasks if not task.deadline)


def _by_rhythm(tasks: Tasks, locale: str) -> Iterator[tuple[Any, ...]]:
    yield from ((rhythm, _links(tasks.of_rhythm(rhythm))) for rhythm in Rhythm)
    yield say("none", locale), _links(task for task in tasks if not task.rhythms)


def _by_department(tasks: Tasks) -> Iterator[tuple[Any, ...]]:
    for name in tasks.departments:
        yield (name, *(_links(tasks.of_department(name, role)) for role in Role))


def _links(tasks: Iterable[Task]) -> str:
    return " ".join(f"[{task.id}](#{task.id.lower()})" for task in tasks)


def _row(task: Task, locale: str) -> tuple[Any, ...]:
    article = say(task.article, locale) if task.article.isascii() else task.article
    return (
        f"[{task.id}]{{#{task.id.lower()}}}",
        article,
        task,
        "<br>".join(_departments(task, locale)),
        task.deadline or task.rhythms,
        task.urgency,
        _standing(task, locale),
    )


def _departments(task: Task, locale: str) -> Iterator[str]:
    """Yield the levels that must act, and the bodies that lead and that cooperate."""
    yield pair(say("levels", locale), task.levels, locale)
    for name, bodies in (("lead", task.lead), ("cooperating", task.cooperating)):
        if bodies:
            yield pair(say(name, locale), bodies, locale)


def _standing(task: Task, locale: str) -> str:
    """Return the standing of the row, and the columns that the text does not state."""
    assumed = tuple(
        say(name, locale) for name in _COLUMNS if task.standing(name) is Standing.ASSUMED
    )
    if not assumed:
        return show(Standing.READ, locale)
    return pair(show(Standing.ASSUMED, locale), assumed, locale)
